"""The benchmarks measure what they say: the same pages each time, and the same job for all."""

from __future__ import annotations

import gc
import os
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest
from msgspec.structs import replace

from bench import report
from bench.pages import Frame, write_page
from bench.parse.contestants import CONTESTANTS, Contestant, check_record
from bench.report import describe_run, put_section
from bench.timing import is_disturbed, time_turns
from parsers.reading import parse_page

HOUSE = Path(__file__).parent.parent
HASH_PAGE = """
import hashlib, bench.pages as pages
print(hashlib.sha256(pages.write_page(30_000, seed=7).body).hexdigest())
"""
# The peers that only `make bench-parse` installs are checked by it, before it measures.
INSTALLED = [contestant for contestant in CONTESTANTS if contestant.is_installed]


def test_a_seed_gives_the_same_bytes_in_every_process() -> None:
    """A page depends on its seed and nothing else, so that two runs measure the same input."""
    found = {
        subprocess.run(
            [sys.executable, "-c", HASH_PAGE],
            cwd=HOUSE,
            env={**os.environ, "PYTHONHASHSEED": hash_seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout.strip()
        for hash_seed in ("1", "2")
    }
    assert found == {sha256(write_page(30_000, seed=7).body).hexdigest()}
    assert write_page(30_000, seed=8).record.tools != write_page(30_000, seed=7).record.tools


@pytest.mark.parametrize("size", [30_000, 100_000, 250_000])
def test_pages_have_the_wanted_size_and_mixture(size: int) -> None:
    """A page is about as large as asked, and flight data is a third to a half of it."""
    body = write_page(size).body
    assert abs(len(body) - size) < 0.1 * size
    scripts = sum(len(part.partition(b"</script>")[0]) for part in body.split(b"<script>")[1:])
    assert 0.3 < scripts / len(body) < 0.6
    assert b"Panel verdict" in body.partition(b"self.__next_f")[2]


@pytest.mark.parametrize("contestant", INSTALLED, ids=lambda contestant: contestant.name)
def test_contestants_do_the_same_job(contestant: Contestant) -> None:
    """Every reader of the table gives the expected record, whole."""
    check_record(contestant, write_page(30_000))


def test_enough_contestants_are_checked_here() -> None:
    """versusdb, lxml and BeautifulSoup are checked by the tests, whatever else is installed."""
    assert {"parsers", "lxml", "bs4"} <= {contestant.library for contestant in INSTALLED}


@pytest.mark.parametrize("frame", ["outside", "inside", "plain"])
@pytest.mark.parametrize("seed", range(1, 6))
def test_our_reading_of_a_bench_page_is_exact(frame: Frame, seed: int) -> None:
    """The reader gives the record of each of the bench's frames, without an issue."""
    page = write_page(60_000, seed=seed, frame=frame)
    assert parse_page(page.body, source=page.name).record == page.record


def test_a_misread_page_ends_the_benchmark() -> None:
    """A contestant that reads anything else is named, and nothing is measured."""
    page = write_page(30_000)
    spoilt = replace(page, body=page.body.replace(b"Panel ship", b"Panel sinks"))
    with pytest.raises(AssertionError, match=r"versusdb.* misread"):
        check_record(CONTESTANTS[0], spoilt)


def test_turns_tell_more_work_from_less() -> None:
    """A ratio is the contestant's time over the limit's, and the collector is left as it was."""
    numbers = list(range(20_000))
    timings = time_turns(
        lambda: sum(numbers), {"four": lambda: [sum(numbers)] + [sum(numbers) for _ in range(3)]}, 5
    )
    assert 2 < timings["four"].ratio < 8
    assert len(timings["four"].milliseconds) == 5
    assert gc.isenabled()


def test_a_section_replaces_itself_and_nothing_else(tmp_path: Path) -> None:
    """Each command writes its own section; those of the others stay as they are."""
    document = tmp_path / "benchmarks.md"
    put_section("bench-a", "apple \\1", document)
    put_section("bench-b", "pear", document)
    put_section("bench-a", "quince", document)
    text = document.read_text(encoding="utf-8")
    assert text.startswith("# Benchmarks\n")
    assert "apple" not in text
    assert text.index("quince") < text.index("pear")
    assert text.count("begin -->") == text.count("end -->") == 2


def test_publishing_is_measured_with_more_and_with_less() -> None:
    """The bench of publishing makes its databases, runs the command, and gives its figures."""
    command = [sys.executable, "-m", "bench.publishing", "--comparisons", "20"]
    command += ["--no-profile"]
    done = subprocess.run(command, cwd=HOUSE, capture_output=True, text=True, check=True)
    assert "|  | 2 comparisons | 20 comparisons |" in done.stdout
    assert "| peak MB | " in done.stdout


@pytest.mark.parametrize(
    ("limits", "is_so"), [([1.0], False), ([1.0, 1.1, 1.0, 9.0], True), ([1.0, 1.1, 1.0], False)]
)
def test_turns_that_differ_are_disturbed(limits: list[float], is_so: bool) -> None:
    """A run is disturbed where the limit's own turns differ much; one turn alone says nothing."""
    assert is_disturbed(limits) is is_so


@pytest.mark.parametrize(
    ("others", "told"),
    [(12.0, "Other work took 5% of the cores"), (40.0, "Disturbed: other work took 75% of")],
)
def test_what_others_did_is_told(monkeypatch: pytest.MonkeyPatch, others: float, told: str) -> None:
    """A section says how much of the cores' time was not the bench's, and from where it matters."""
    monkeypatch.setattr(report, "_BEGUN", (10.0, 100.0))
    monkeypatch.setattr(report, "_read_others", lambda: (others, 140.0))
    assert told in describe_run("versusdb")
