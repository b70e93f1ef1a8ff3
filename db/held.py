"""Load: the pages that a refused run read, held back until they can be loaded.

They are no pages that nobody has read: reading them again with the same reader would give the
same, and would keep later runs on other pages from being loaded. So they wait for another
reader, or for the operator's word: that they are right, or that they are to be discarded.
"""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct
from pyroaring import BitMap64
from sqlite_utils import Database

from db.bitmaps import collect_rows
from db.ledger import Run
from parsers.records import Issue, Reading, Snapshot, Unknown

INSERT_HELD = """
INSERT INTO held_pages (archive_id, run_id, reader_version) VALUES (?, ?, ?)
ON CONFLICT (archive_id) DO UPDATE SET run_id = excluded.run_id,
    reader_version = excluded.reader_version
"""
SELECT_DISCARDED = """
SELECT archive_id FROM snapshots
JOIN reading_issues USING (reading_id) JOIN issues USING (issue_id) WHERE code = ?
"""
DISCARDED = "discarded"
COUNT_HELD = "SELECT run_id, count(*) FROM held_pages GROUP BY run_id ORDER BY run_id"


class Held(Struct, frozen=True):
    """How many pages wait, and the runs that were refused for them, the oldest first."""

    pages: int
    runs: tuple[int, ...]


def hold_pages(database: Database, run: Run, archive_ids: Iterable[int]) -> None:
    """Hold back what a run read."""
    rows = ((archive_id, run.run_id, run.reader_version) for archive_id in archive_ids)
    with database.atomic():
        database.conn.executemany(INSERT_HELD, rows)


def note_reread(database: Database, run: Run, archive_ids: Iterable[int]) -> None:
    """Note that this run's reader has read held pages, and reads them no better."""
    rows = ((run.reader_version, archive_id) for archive_id in archive_ids)
    with database.atomic():
        database.conn.executemany(
            "UPDATE held_pages SET reader_version = ? WHERE archive_id = ?", rows
        )


def list_held_pages(database: Database, *, except_reader: str | None = None) -> BitMap64:
    """Return the archive rows of held pages, without those that this reader has read."""
    rows = database.conn.execute(
        "SELECT archive_id FROM held_pages WHERE reader_version IS NOT ?", (except_reader,)
    )
    return collect_rows(archive_id for (archive_id,) in rows)


def list_held_of_run(database: Database, run_id: int) -> BitMap64:
    """Return the archive rows of the pages that are held back of a run."""
    rows = database.conn.execute("SELECT archive_id FROM held_pages WHERE run_id = ?", (run_id,))
    return collect_rows(archive_id for (archive_id,) in rows)


def release_pages(database: Database, archive_ids: Iterable[int]) -> None:
    """Hold pages no longer: they are ones that were loaded, or that nobody has read."""
    database.conn.executemany(
        "DELETE FROM held_pages WHERE archive_id = ?", [(each,) for each in archive_ids]
    )


def list_discarded(database: Database) -> BitMap64:
    """Return the archive rows of the pages that the operator has discarded."""
    rows = database.conn.execute(SELECT_DISCARDED, (DISCARDED,))
    return collect_rows(archive_id for (archive_id,) in rows)


def read_as_none(snapshot: Snapshot, message: str) -> Reading:
    """Return the reading of a page that was discarded."""
    issue = Issue(code=DISCARDED, field="", message=message)
    record = Unknown(
        source=snapshot.source, url=snapshot.address, site=snapshot.site, issues=(issue,)
    )
    return Reading(record, "none")


def count_held(database: Database) -> Held:
    """Return how many pages of which runs are held back."""
    rows = database.conn.execute(COUNT_HELD).fetchall()
    return Held(sum(pages for _, pages in rows), tuple(run_id for run_id, _ in rows))
