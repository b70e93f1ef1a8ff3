"""Command: what of the archive the reader of today has not read, each page's bytes once.

A site that is crawled every night shows most of its pages unchanged. Of observations that one
reader reads alike the first is read, and the others share its reading, as they did before.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence

from msgspec import Struct
from sqlite_utils import Database

from db.held import list_discarded, list_held_pages
from db.ledger import Run
from db.loading import list_read
from db.sharing import share_readings
from parsers.records import Reading, Snapshot, Unknown
from scraper.archive import Archive
from scraper.listing import digest_page, list_pages
from versusdb.store import Store

MOST_SHARED = 5000


class Stale(Struct, frozen=True):
    """The rows of the archive that are to be read, ``firsts``, and those that say the same.

    ``read_before`` counts the pages that this reader has read.
    """

    firsts: set[int]
    copies: dict[int, array[int]]
    read_before: int


def list_unread(database: Database, archive: Database) -> Iterator[Snapshot]:
    """Iterate over the archived pages that no run has read, nor holds back."""
    known = list_read(database) | list_held_pages(database)
    return (each for each in Archive(archive).snapshots() if each.archive_id not in known)


def find_stale(store: Store, reader_version: str, *, has_all: bool = False) -> Stale:
    """Find the pages that another reader has read, or none; with ``has_all``, this one, too.

    What is held back or was discarded is left.
    """
    database = store.database
    read = set() if has_all else list_read(database, reader_version)
    left = list_held_pages(database) | list_discarded(database)
    firsts: set[int] = set()
    copies: dict[int, array[int]] = {}
    known: dict[bytes, int] = {}
    read_before = 0
    for snapshot in Archive(store.archive).snapshots():
        archive_id = snapshot.archive_id
        if archive_id in read:
            read_before += 1
        elif archive_id not in left:
            first = known.setdefault(digest_page(snapshot), archive_id)
            if first == archive_id:
                firsts.add(archive_id)
            else:
                copies.setdefault(first, array("q")).append(archive_id)
    return Stale(firsts, copies, read_before)


def share_with_copies(
    store: Store, run: Run, stale: Stale, batch: Sequence[tuple[Snapshot, Reading]]
) -> int:
    """Give the copies of pages that were loaded their readings; return how many could be read."""
    unknown = {s.archive_id for s, reading in batch if isinstance(reading.record, Unknown)}
    pairs = (
        (archive_id, snapshot.archive_id)
        for snapshot, _ in batch
        for archive_id in stale.copies.get(snapshot.archive_id, ())
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
