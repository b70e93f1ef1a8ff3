"""Pages that several processes read come out as if one had read them, whatever happens to one."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from contextlib import ExitStack, closing
from pathlib import Path

import pytest

from parsers.records import Issue, Snapshot, Unknown
from tests.drifting import read_content, write_pages
from tests.test_worker import WILD
from versusdb.errors import CommandError
from versusdb.ingesting import Settings, ingest
from versusdb.progress import show_progress
from versusdb.reading_ahead import MOST_BYTES, MOST_SENT, MOST_WAITING, Page, ReadAhead, ReadPage
from versusdb.spool import Lot
from versusdb.worker import Worker
from versusdb.working import Tools, open_tools

COUNT = 3


@pytest.fixture
def workers() -> Iterator[tuple[Worker, ...]]:
    """Return workers whose readers do what their pages say."""
    with ExitStack() as stack:
        made = tuple(Worker(reader=WILD, seconds=2, memory=300 << 20) for _ in range(COUNT))
        for worker in made:
            stack.callback(worker.close)
        yield made


@pytest.fixture
def lot(tmp_path: Path) -> Iterator[Lot]:
    with Lot(tmp_path) as lot:
        yield lot


def make_page(lot: Lot, deed: str, number: int = 0) -> Page:
    snapshot = Snapshot(
        archive_id=number,
        sha256="0" * 64,
        source=f"{number}.html",
        address=None,
        site=None,
        observed_at="2026-05-01T12:00:00Z",
        status=None,
        content_type=None,
    )
    return Page(lot, snapshot, deed.encode())


def read_all(ahead: ReadAhead, lot: Lot, deeds: list[str]) -> list[Issue]:
    """Return the issue of each page, in the order in which they come out."""
    taken: list[ReadPage] = []
    for number, deed in enumerate(deeds):
        ahead.put(make_page(lot, deed, number))
        taken += ahead.take()
    taken += ahead.take(all_of_them=True)
    assert [page.snapshot.archive_id for page in taken] == list(range(len(deeds)))
    return [page.read.issues[0] for page in taken]


def test_pages_come_out_in_their_order(workers: tuple[Worker, ...], lot: Lot) -> None:
    """A page that takes longer than those behind it still comes out before them."""
    deeds = [f"sleep {0.3 if number % 5 == 0 else 0}" for number in range(4 * MOST_WAITING)]
    with closing(ReadAhead(workers)) as ahead:
        issues = read_all(ahead, lot, deeds)
    assert len({issue.found for issue in issues}) == COUNT


def test_page_that_kills_costs_itself(workers: tuple[Worker, ...], lot: Lot) -> None:
    """Of many pages read side by side, those that end their process have an issue, no other."""
    bad = {5: "die_by SIGKILL", 6: "eat_memory 2000", 21: "leave 3", 40: "sleep 60", 41: "fail"}
    deeds = [bad.get(number, "nothing") for number in range(60)]
    with closing(ReadAhead(workers)) as ahead:
        issues = read_all(ahead, lot, deeds)
    codes = [issue.code for issue in issues]
    # What was sent ahead to a process that ended is read by the next one, and by no other.
    assert len({issue.found for issue in issues if issue.code == "read"}) <= COUNT + 2 * len(bad)
    found = {number: code for number, code in enumerate(codes) if code != "read"}
    assert found == {
        5: "reader_killed",
        6: "reader_memory",
        21: "reader_killed",
        40: "reader_timeout",
        41: "reader_failed",
    }


def test_killed_process_costs_nothing(workers: tuple[Worker, ...], lot: Lot) -> None:
    """A process that somebody kills from outside is replaced, and its page is read all the same."""
    codes = []
    with closing(ReadAhead(workers)) as ahead:
        for number in range(30):
            ahead.put(make_page(lot, "sleep 0.02", number))
        for page in ahead.take(all_of_them=True):
            issue = page.read.issues[0]
            codes.append(issue.code)
            if len(codes) in (8, 16):
                os.kill(int(issue.found or ""), signal.SIGKILL)
    assert codes == ["read"] * 30


def test_processes_start_when_there_is_work(workers: tuple[Worker, ...], lot: Lot) -> None:
    """Pages that come one by one, as from a site, are read by one process."""
    with closing(ReadAhead(workers)) as ahead:
        issues = []
        for number in range(10):
            ahead.put(make_page(lot, "nothing", number))
            issues += [page.read.issues[0] for page in ahead.take(all_of_them=True)]
        assert len({issue.found for issue in issues}) == 1


def test_large_pages_are_read_side_by_side(workers: tuple[Worker, ...], lot: Lot) -> None:
    """A few pages of many bytes are work for several processes, as many small ones are."""
    with closing(ReadAhead(workers)) as ahead:
        for number in range(4):
            ahead.put(make_page(lot, f"sleep {'0' * MOST_BYTES}", number))
        pages = ahead.take(all_of_them=True)
        assert len({page.read.issues[0].found for page in pages}) > 1


@pytest.mark.parametrize("size", [1, MOST_BYTES // 4])
def test_waiting_pages_have_a_bound(workers: tuple[Worker, ...], lot: Lot, size: int) -> None:
    """However fast pages come and however large they are, so many wait at once, and no more."""
    waiting = most = 0
    with closing(ReadAhead(workers[:1])) as ahead:
        for number in range(2 * MOST_WAITING):
            ahead.put(make_page(lot, f"sleep {'0' * size}", number))
            waiting += 1
            waiting -= sum(1 for _ in ahead.take())
            most = max(most, waiting)
    assert most <= min(MOST_WAITING, MOST_BYTES // size)
    assert most >= MOST_SENT


def test_what_ends_the_command_is_raised_in_its_turn(lot: Lot) -> None:
    """A reader that cannot start is no page's fault, and ends the command where pages are taken."""
    with Worker(reader="tests.wild_readers:nobody") as worker:
        ahead = ReadAhead([worker])
        with closing(ahead), pytest.raises(CommandError, match="does not start"):
            read_all(ahead, lot, ["nothing"])


def test_number_of_processes_changes_no_content(tmp_path: Path) -> None:
    """One process and several give the same database, ids included."""
    pages = write_pages(tmp_path / "pages", 60)
    (pages / "030b.html").write_text("no comparison")
    contents = []
    for count in (1, COUNT):
        path = tmp_path / f"{count}.db"
        with open_tools("Reading", count) as tools:
            outcome = ingest(path, Settings(sources=(str(pages),)), tools)
        assert (outcome.run.counts.pages_seen, outcome.run.counts.pages_failed) == (61, 1)
        contents.append(read_content(path))
    assert contents[0] == contents[1]


def test_pages_without_processes_are_read_here(tmp_path: Path) -> None:
    """A bug found while a page is measured costs that page, as one found while it is read does."""

    def misstate(body: bytes, **known: str | None) -> object:
        return Unknown(source="x", issues=())

    with show_progress("Reading") as progress:
        tools = Tools(progress=progress, parse=misstate)  # type: ignore[arg-type] # a bug
        outcome = ingest(
            tmp_path / "x.db", Settings(sources=(str(write_pages(tmp_path / "p", 1)),)), tools
        )
    assert (outcome.run.counts.pages_failed, outcome.run.counts.issues) == (1, 1)
