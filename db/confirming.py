"""Load: observations that say what an earlier one said, without reading the page again.

What a page says is a function of its bytes, its address, the site and type it is read as, and
the reader. Where all of these are those of an observation before, its reading is theirs too, and
the new one shares it: one row, whatever the number of cards and quotes. The content is the same
as if the page had been read in full.
"""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace
from sqlite_utils import Database

from db.issues import resolve_fetching
from db.keys import snapshot_key
from db.ledger import Run
from db.settling import settle_snapshots
from db.touching import Touched, find_last
from parsers.records import Snapshot

# A page that was given up, or that the operator discarded, has no reader: it is read again.
SELECT_READ = """
SELECT s.key, s.observed_at, s.reading_id
FROM snapshots AS s JOIN readings AS r USING (reading_id)
WHERE s.archive_id = ? AND r.reader <> 'none' AND r.reader_version = ? AND r.content_type IS ?
    AND NOT EXISTS (SELECT 1 FROM held_pages WHERE held_pages.archive_id = ?)
"""
INSERT_SNAPSHOT = """
INSERT INTO snapshots (key, archive_id, run_id, reading_id, sha256, address, observed_at, status)
VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
"""


def confirm_pages(
    database: Database, run: Run, pages: Iterable[tuple[Snapshot, int]]
) -> list[Snapshot]:
    """Note observations of unchanged pages in one transaction; return those that must be read.

    Beside each stands the archive's row of an observation with the same bytes. A page must be
    read where that one was not, or not by this reader, or has no reading: it was given up, is
    held back or was discarded. Issues are not counted: ``list_issues`` tells those of a page.
    """
    left: list[Snapshot] = []
    confirmed: list[Snapshot] = []
    with database.atomic():
        after = find_last(database, "snapshot_id", "snapshots")
        for snapshot, same_as in pages:
            is_new = _confirm_page(database, run, snapshot, same_as)
            (confirmed if is_new else left).append(snapshot)
        resolve_fetching(database, run, confirmed)
        settle_snapshots(database, run, after, Touched())
    return left


def _confirm_page(database: Database, run: Run, snapshot: Snapshot, same_as: int) -> bool:
    archive_id = snapshot.archive_id
    key = (same_as, run.reader_version, snapshot.content_type, archive_id)
    row = database.conn.execute(SELECT_READ, key).fetchone()
    if row is None:
        return False
    earlier, earlier_at, reading_id = row
    # The key tells address, bytes and site.
    if snapshot_key(replace(snapshot, observed_at=earlier_at)) != earlier:
        return False
    new = (
        snapshot_key(snapshot), archive_id, run.run_id, reading_id, snapshot.sha256,
        snapshot.address, snapshot.observed_at, snapshot.status,
    )  # fmt: skip
    return database.conn.execute(INSERT_SNAPSHOT, new).rowcount == 1
