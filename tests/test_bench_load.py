"""The bench of loading lets nobody do less than the others, and no peer reach for the world."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from bench.load.__main__ import main
from bench.load.running import (
    LIMIT,
    OURS,
    PEERS,
    Contestant,
    Growth,
    OtherContentError,
    Turns,
    check,
    run_turns,
)
from bench.load.section import write_section
from bench.load.small import read_pages
from bench.load.with_versusdb import Loader

HOUSE = Path(__file__).parent.parent
# The peers that only `make bench-load` installs are tested where it has.
INSTALLED = [peer for peer in PEERS if peer.is_installed]
WATCHED = """
import socket, sys
from pathlib import Path

def refuse(*arguments, **named):
    print("asked for", *arguments)
    raise OSError("no network")

socket.socket.connect = socket.socket.connect_ex = socket.getaddrinfo = refuse
from bench.load.small import read_pages
from bench.load.with_dlt import Loader
loader = Loader(Path(sys.argv[1]))
loader.load(list(read_pages(3)))
loader.close()
"""


def test_contestants_do_the_same_job() -> None:
    """All end with as many tools, comparisons and quotes, the first time and again."""
    turns = run_turns(30, 2, INSTALLED)
    assert turns.keys() == {LIMIT.name, OURS.name, *(peer.name for peer in INSTALLED)}
    for peer in (OURS, *INSTALLED):
        mine = turns[peer.name]
        assert len(mine.ratios) == len(mine.seconds) == len(mine.again) == 2
        assert min(*mine.ratios, *mine.seconds, *mine.again, mine.megabytes) > 0


def test_sqlite_utils_is_tested_wherever_the_tests_run() -> None:
    """One peer at least is checked here, whatever else is installed."""
    assert "bench.load.with_sqlite_utils" in {peer.module for peer in INSTALLED}


def test_other_content_ends_the_bench(tmp_path: Path) -> None:
    """A contestant that has stored less, or more, than the others is named."""
    loader = Loader(tmp_path / "x.db")
    loader.load(list(read_pages(3)))
    loader.close()
    check(OURS, tmp_path / "x.db", (6, 3, 24))
    with pytest.raises(OtherContentError, match=r"versusdb.*: \(6, 3, 24\), expected \(6, 3, 23\)"):
        check(OURS, tmp_path / "x.db", (6, 3, 23))


@pytest.mark.skipif(
    "bench.load.with_dlt" not in {peer.module for peer in INSTALLED},
    reason="only `make bench-load` installs dlt",
)
def test_dlt_keeps_to_its_folder(tmp_path: Path) -> None:
    """Dlt sends nothing, and leaves nothing in the home, the working folder or elsewhere."""
    folders = [tmp_path / name for name in ("home", "work", "own", "temporary")]
    for folder in folders:
        folder.mkdir()
    home, work, own, temporary = folders
    places = {"HOME": str(home), "TMPDIR": str(temporary), "PYTHONPATH": str(HOUSE)}
    for kind in ("CACHE", "CONFIG", "DATA", "STATE"):
        places[f"XDG_{kind}_HOME"] = str(home)
    done = subprocess.run(
        [sys.executable, "-c", WATCHED, str(own / "x.db")],
        cwd=work,
        env=os.environ | places,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == ""
    assert [list(folder.iterdir()) for folder in (home, work, temporary)] == [[], [], []]
    assert (own / "x.db").stat().st_size > 0


def test_a_lacking_peer_is_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without a peer nothing is measured, and one line says what would install it."""
    lacking = Contestant("nobody", "none", ("", "", ""), "no_such_library")
    monkeypatch.setattr("bench.load.__main__.PEERS", (lacking,))
    monkeypatch.setattr(sys, "argv", ["bench.load"])
    assert main() == 1
    told = capsys.readouterr().err
    assert told.startswith("not installed: no_such_library")
    assert told.endswith("run 'make bench-load'\n")


def test_the_section_has_a_line_for_each_peer() -> None:
    """Ratios are medians, beside the least and the greatest, and the count of turns is theirs."""
    turns = {each.name: Turns([4.0, 3.0, 8.0], [3e-4], [0.5], 7.25) for each in (OURS, *PEERS)}
    turns[LIMIT.name] = Turns([], [1e-4] * 3, [], 0.0)
    growth = Growth(1_000, 2e-4, 2e-4, 90_000_000)
    text = write_section(50, turns, (2e-3, 1e-4), [growth], growth)
    for peer in PEERS:
        assert f"| {peer.name} | 4.00 | 3.00–8.00 | 300 | 0.50 | 7.2 |" in text
    assert "the median of 3 turns" in text
    assert "Wanted: at most 1.5 times the bare tables. Missed." in text
    assert "The second time is 20 times cheaper" in text
