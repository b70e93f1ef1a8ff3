"""Memory is flat: ten times the pages, and what is held of them is the same."""

from __future__ import annotations

import tracemalloc
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from db.issues import note_problem
from db.loading import list_read
from db.settling import settle_all
from tests.observing import start_run
from versusdb.gathering import Gathering
from versusdb.keeping import keep_words
from versusdb.progress import show_progress
from versusdb.reading_ahead import ReadAhead
from versusdb.spool import Lot
from versusdb.stale import find_stale
from versusdb.stopping import Stop
from versusdb.store import Store, open_store

FEW, MANY = 1000, 10_000
# A set of Python's numbers would take 600,000 bytes more for so many more pages.
MOST_BYTES_MORE = 200_000
READER = "r1"
TIME = "2026-05-01T12:00:00Z"
ADDRESS = "'https://invented.example/compare/' || value"
NUMBERS = """
WITH RECURSIVE numbers (value) AS (
    SELECT 1 UNION ALL SELECT value + 1 FROM numbers WHERE value < ?
)
"""
INSERT_BODY = "INSERT INTO bodies (sha256, size, data) VALUES (?, 0, x'')"
INSERT_ARCHIVED = f"""
{NUMBERS}
INSERT INTO snapshots (archive_id, role, source, address, observed_at, status, request_headers,
    headers, sha256)
SELECT value, 'page', {ADDRESS}, {ADDRESS}, '{TIME}', 200, '[]',
    '[["content-type", "text/html"]]', ?
FROM numbers
"""
INSERT_READINGS = f"""
{NUMBERS}
INSERT INTO readings (reading_id, kind, page, subject, is_whole, content_type, reader,
    reader_version)
SELECT value, 'unknown', 'page ' || value, {ADDRESS}, 0, 'text/html', 'lxml', '{READER}'
FROM numbers
"""
INSERT_SNAPSHOTS = f"""
{NUMBERS}
INSERT INTO snapshots (archive_id, key, run_id, reading_id, sha256, address, observed_at, status)
SELECT value, 'key ' || value, 1, value, ?, {ADDRESS}, '{TIME}', 200 FROM numbers
"""


def fill(store: Store, count: int) -> None:
    """Write so many pages that were read into both files, without reading any."""
    start_run(store.database, READER)
    digest = "0" * 64
    with store.archive.atomic(), store.database.atomic():
        store.archive.conn.execute(INSERT_BODY, (digest,))
        store.archive.conn.execute(INSERT_ARCHIVED, (count, digest))
        store.database.conn.execute(INSERT_READINGS, (count,))
        store.database.conn.execute(INSERT_SNAPSHOTS, (count, digest))
    assert len(list_read(store.database, READER)) == count


def gather(store: Store, count: int) -> None:
    """Look through the archive as an ``ingest`` does that has nothing to read."""
    folder = Path(store.archive.conn.execute("PRAGMA database_list").fetchone()[2]).parent
    run = start_run(store.database, READER)
    with (
        Lot(folder) as own,
        Lot(folder) as held,
        closing(ReadAhead()) as ahead,
        show_progress("Reading") as progress,
    ):
        gathering = Gathering(
            store, run, progress, ahead, own, held, stop=Stop(), guard=lambda: None
        )
        gathering.read_unread()
        gathering.read_held(accepts_drift=True)
        assert len(own) == len(held) == 0


def find_pages(store: Store, count: int) -> None:
    """Find the pages that a ``reparse`` by another reader is to read."""
    with closing(find_stale(store, "r2")) as stale:
        assert (len(stale.firsts), stale.read_before) == (count, 0)
    with closing(find_stale(store, READER)) as stale:
        assert (len(stale.firsts), stale.read_before) == (0, count)


def settle(store: Store, count: int) -> None:
    """Compute all anew, as a ``reparse`` does at its end."""
    settle_all(store.database)


def meet_problems(store: Store, count: int) -> None:
    """Meet as many problems of fetching, and keep them in the archive."""
    run = start_run(store.database, READER)
    with store.database.atomic():
        for number in range(count):
            source = f"https://invented.example/compare/{number}"
            note_problem(
                store.database, run, code="http_404", source=source, address=source,
                message=f"{source}: 404", at=TIME,
            )  # fmt: skip
    keep_words(store.database, store.archive)
    (kept,) = store.archive.conn.execute("SELECT count(*) FROM kept_problems").fetchone()
    assert kept == count


def measure(path: Path, count: int, work: Callable[[Store, int], None]) -> int:
    """Return how many bytes Python holds at most while it works on so many pages."""
    with open_store(path) as store:
        fill(store, count)
        # Once before: what is made at the first call and kept is none of the pages'.
        with open_store(path.with_name("first.db")) as first:
            fill(first, 1)
            work(first, 1)
        tracemalloc.start()
        try:
            work(store, count)
            return tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()


@pytest.mark.parametrize("work", [gather, find_pages, settle, meet_problems])
def test_ten_times_the_pages_take_no_more_memory(
    tmp_path: Path, work: Callable[[Store, int], None]
) -> None:
    """What ingest and reparse hold of pages does not grow with their number."""
    few, many = (measure(tmp_path / f"{n}" / "x.db", n, work) for n in (FEW, MANY))
    assert many - few < MOST_BYTES_MORE, f"{few:,} bytes for {FEW:,}, {many:,} for {MANY:,}"
