"""Command: what of the archive the reader of today has not read, each page's bytes once.

A site that is crawled every night shows most of its pages unchanged. Of observations that one
reader reads alike the first is read, and the others share its reading, as they did before. Which
they are is kept in a temporary database, which takes no more memory for more pages.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence

from pyroaring import BitMap64
from sqlite_utils import Database

from db.bitmaps import collect_rows
from db.held import list_discarded, list_held_pages
from db.ledger import Run
from db.loading import list_read
from db.sharing import share_readings
from parsers.records import Reading, Snapshot, Unknown
from scraper.archive import Archive
from scraper.listing import digest_page, list_pages
from versusdb.store import Store

MOST_SHARED = 5000
CREATE_PAGES = "CREATE TABLE pages (archive_id INTEGER PRIMARY KEY, digest BLOB)"
# In one go, when all are there: sorted, it takes a fraction of the time.
CREATE_INDEX = "CREATE INDEX pages_digest ON pages (digest)"
SELECT_FIRSTS = "SELECT min(archive_id) FROM pages GROUP BY digest"
SELECT_COPIES = """
SELECT archive_id FROM pages
WHERE digest = (SELECT digest FROM pages WHERE archive_id = ?1) AND archive_id > ?1
"""


class Stale:
    """The rows of the archive that are to be read, ``firsts``, and those that say the same.

    ``read_before`` counts the pages that this reader has read.
    """

    def __init__(self, pages: Iterator[Snapshot], read: BitMap64) -> None:
        """Take pages in their order of arrival, and the rows of those that were read."""
        self.read_before = 0
        # SQLite keeps a database without a name in a temporary file, once it is large.
        self._memory = sqlite3.connect("", isolation_level=None)
        for statement in (CREATE_PAGES, "BEGIN"):
            self._memory.execute(statement)
        self._memory.executemany("INSERT INTO pages VALUES (?, ?)", self._digest(pages, read))
        for statement in (CREATE_INDEX, "COMMIT"):
            self._memory.execute(statement)
        rows = self._memory.execute(SELECT_FIRSTS)
        self.firsts = collect_rows(archive_id for (archive_id,) in rows)

    def close(self) -> None:
        """Forget what says the same."""
        self._memory.close()

    def list_copies(self, first: int) -> list[int]:
        """Return the rows that say what this one of ``firsts`` says."""
        return [archive_id for (archive_id,) in self._memory.execute(SELECT_COPIES, (first,))]

    def _digest(self, pages: Iterator[Snapshot], read: BitMap64) -> Iterator[tuple[int, bytes]]:
        for page in pages:
            if page.archive_id in read:
                self.read_before += 1
            else:
                yield page.archive_id, digest_page(page)


def list_unread(database: Database, archive: Database) -> Iterator[Snapshot]:
    """Iterate over the archived pages that no run has read, nor holds back."""
    known = list_read(database) | list_held_pages(database)
    return (each for each in Archive(archive).snapshots() if each.archive_id not in known)


def find_stale(store: Store, reader_version: str, *, has_all: bool = False) -> Stale:
    """Find the pages that another reader has read, or none; with ``has_all``, this one, too.

    What is held back or was discarded is left.
    """
    database = store.database
    read = BitMap64() if has_all else list_read(database, reader_version)
    left = (list_held_pages(database) | list_discarded(database)) - read
    pages = (each for each in Archive(store.archive).snapshots() if each.archive_id not in left)
    return Stale(pages, read)


def share_with_copies(
    store: Store, run: Run, stale: Stale, batch: Sequence[tuple[Snapshot, Reading]]
) -> int:
    """Give the copies of pages that were loaded their readings; return how many could be read."""
    unknown = {s.archive_id for s, reading in batch if isinstance(reading.record, Unknown)}
    pairs = (
        (archive_id, snapshot.archive_id)
        for snapshot, _ in batch
        for archive_id in stale.list_copies(snapshot.archive_id)
    )
    reread = 0
    for firsts in _chunk(pairs):
        pages = list_pages(store.archive, firsts)
        share_readings(store.database, run, [(page, firsts[page.archive_id]) for page in pages])
        failed = sum(firsts[page.archive_id] in unknown for page in pages)
        run.counts.pages_seen += len(pages)
        run.counts.pages_failed += failed
        reread += len(pages) - failed
    return reread


def _chunk(pairs: Iterator[tuple[int, int]]) -> Iterator[dict[int, int]]:
    chunk: dict[int, int] = {}
    for archive_id, first in pairs:
        chunk[archive_id] = first
        if len(chunk) >= MOST_SHARED:
            yield chunk
            chunk = {}
    if chunk:
        yield chunk
