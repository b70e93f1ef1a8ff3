"""The content follows from the pages: whatever is missing, killed, late or done side by side."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.checked import find
from tests.drifting import read_content
from tests.killing import LINE
from tests.observing import A, B, C, load, make_database, number, observe, rows
from tests.pages import Card, review, write_html, write_text
from tests.running import run, run_module

PAIRS = ([A, B], [A, C], [B, C])
OTHER = "Changed my mind about it."
HOUSE = Path(__file__).parent.parent
KILLS = 10


@settings(max_examples=30)
@given(
    st.lists(st.sampled_from(["missing", "same", "failed", "spoiled", "changed"]), min_size=3,
             max_size=3)
)  # fmt: skip
def test_what_was_not_seen_again_ends_nothing(fates: list[str]) -> None:
    """A quote ends when all pages that showed it were read later without it, and only then."""
    second = []
    for cards, fate in zip(PAIRS, fates, strict=True):
        page = write_html(cards)
        if fate == "changed":
            page = page.replace(review(A, 1), OTHER)
        if fate == "spoiled":
            page = page.replace(review(A, 1), OTHER).replace(">75%<", ">7%<")
        if fate == "failed":
            page = "<h1>Sorry</h1>"
        if fate != "missing":
            second.append(observe(cards, 2, page))
    with make_database() as database:
        load(database, number([observe(cards, 1) for cards in PAIRS]))
        load(database, number(second, 10))
        ended = rows(database, "SELECT text FROM v1_quotes WHERE valid_to IS NOT NULL")
        assert ended == ([(review(A, 1),)] if fates[:2] == ["changed", "changed"] else [])
        assert rows(database, "SELECT count(*) FROM v1_entry_history WHERE valid_to > ''") == [(0,)]


@pytest.fixture(scope="module")
def weeks(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Pages of three weeks: new, changed, spoiled, and extracts whose slugs come later."""
    folder = tmp_path_factory.mktemp("weeks")
    dearer = replace(A, price="Paid", ships=(True, False, False, False))
    bare = [replace(card, slug=None) for card in (A, B)]
    osier = Card(name="Osier", tagline="Weaves", category="Writing")
    listed = (
        {"text.txt": write_text(bare), "osier.txt": write_text([osier, bare[0]])},
        {f"{n}.html": _write(cards) for n, cards in enumerate(PAIRS)},
        {
            "0.html": _write([dearer, B]).replace(review(dearer, 1), OTHER),
            "1.html": _write([A, C]).replace(">75%<", ">7%<"),
            "osier.html": _write([replace(osier, slug="osier-2"), B]),
        },
    )
    for week, pages in enumerate(listed, start=1):
        (folder / str(week)).mkdir()
        for name, text in pages.items():
            path = folder / str(week) / name
            path.write_text(text, "utf-8")
            os.utime(path, (1777032000 + 604800 * week,) * 2)
    return folder


def _write(cards: list[Card]) -> str:
    slugs = "-vs-".join(str(card.slug) for card in cards)
    return write_html(cards, canonical=f"https://shiporskip.io/compare/{slugs}")


@pytest.fixture(scope="module")
def content(weeks: Path) -> object:
    """What is known when each week was ingested in its time."""
    for week in "123":
        assert run(weeks, "ingest", week, "--db", "x.db").returncode in (0, 3)
    return read_content(weeks / "x.db")


@pytest.mark.parametrize("order", [("3", "1", "2"), ("2", "3", "1"), (".",)])
def test_any_order_gives_the_same(
    order: tuple[str, ...], weeks: Path, content: object, tmp_path: Path
) -> None:
    """Weeks ingested in any order, or all at once, come to the same."""
    for week in "123":
        shutil.copytree(weeks / week, tmp_path / "pages" / week)
    for week in order:
        run(tmp_path / "pages", "ingest", week, "--db", "../x.db")
    assert read_content(tmp_path / "x.db") == content


def test_many_processes_give_the_same(weeks: Path, content: object, tmp_path: Path) -> None:
    """Of runs started at once each waits for its turn or is refused, and all come to the same."""
    command = [sys.executable, "-m", "versusdb", "ingest", "--db", str(tmp_path / "x.db"), "--json"]
    left = [str(weeks / week) for week in "321"]
    while left:
        started = {
            week: subprocess.Popen([*command, week], stdout=subprocess.PIPE, text=True, cwd=HOUSE)
            for week in left
        }
        for week, process in started.items():
            said, _ = process.communicate(timeout=60)
            assert process.returncode in (0, 3, 5), said
            if process.returncode != 5:
                left.remove(week)
    assert read_content(tmp_path / "x.db") == content


def test_an_old_archive_lands_in_its_time(weeks: Path, content: object, tmp_path: Path) -> None:
    """A WARC file of the first weeks, loaded after the newest, gives what was known in time."""
    for week in "12":
        run(weeks, "ingest", week, "--db", str(tmp_path / "old.db"))
    run(tmp_path, "archive", "export", "old.warc.gz", "--db", "old.db")
    run(weeks, "ingest", "3", "--db", str(tmp_path / "x.db"))
    done = run(tmp_path, "ingest", "old.warc.gz", "--db", "x.db")
    assert done.returncode in (0, 3), done.stderr
    assert read_content(tmp_path / "x.db") == content


def _run_to_write(write: int, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a command, to be killed right before that write; 0 for none."""
    return run_module(HOUSE, "tests.killed", str(write), *arguments)


@pytest.fixture(scope="module")
def before(weeks: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, int]:
    """A database that lacks the last week, and how many writes it takes to load that."""
    folder = tmp_path_factory.mktemp("before")
    for week in "12":
        run(weeks, "ingest", week, "--db", str(folder / "x.db"))
    whole = shutil.copytree(folder, tmp_path_factory.mktemp("whole") / "copy")
    done = _run_to_write(0, "ingest", str(weeks / "3"), "--db", str(whole / "x.db"))
    found = LINE.search(done.stderr)
    assert found is not None
    return folder, int(found[1])


@pytest.mark.parametrize("share", [each / (KILLS - 1) for each in range(KILLS)])
def test_killed_at_any_write_nothing_has_happened(
    share: float, weeks: Path, before: tuple[Path, int], content: object, tmp_path: Path
) -> None:
    """Killed at a write, a run leaves sound files; given again, the command gives the same."""
    folder, writes = before
    for name in ("x.db", "x.archive.db"):
        shutil.copy(folder / name, tmp_path / name)
    command = ("ingest", str(weeks / "3"), "--db", str(tmp_path / "x.db"))
    done = _run_to_write(1 + round(share * (writes - 1)), *command)
    assert done.returncode == -signal.SIGKILL
    assert {f.code for f in find(tmp_path / "x.db") if f.is_failure} <= {"pages_unread"}
    run(tmp_path, *command)
    assert read_content(tmp_path / "x.db") == content
