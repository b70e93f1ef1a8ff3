"""Load: readings in, sightings out, and everything that follows from them computed anew.

A batch is one transaction. What a snapshot showed before, when an older reader read it, is
taken back; then the entries, quotes, comparisons and issues that the batch changed are computed
again from all their observations (``db.settling``), so that the order in which pages arrive
cannot matter.
"""

from __future__ import annotations

from collections.abc import Iterable

from sqlite_utils import Database

from db.held import release_pages
from db.issues import resolve_fetching
from db.keys import snapshot_key
from db.ledger import Run
from db.rows import Rows
from db.settling import settle_snapshots
from db.touching import Touched, drop_unseen, find_last, touch_readings, write_ids
from parsers.records import Reading, Snapshot

SELECT_KNOWN = """
SELECT key, reading_id FROM snapshots WHERE key IN (SELECT value FROM json_each(?))
"""


def load_readings(
    database: Database, run: Run, readings: Iterable[tuple[Snapshot, Reading]]
) -> None:
    """Load a batch in one transaction, and count its issues in ``run``."""
    batch = list(readings)
    # Of one observation the last reading holds.
    pages = {snapshot_key(snapshot): (snapshot, reading) for snapshot, reading in batch}
    with database.atomic():
        after, touched = find_last(database, "snapshot_id", "snapshots"), Touched()
        known = dict(database.conn.execute(SELECT_KNOWN, (write_ids(pages),)).fetchall())
        touch_readings(database, known.values(), touched)
        rows = Rows(database, run)
        for key, (snapshot, reading) in pages.items():
            rows.add(key, snapshot, reading)
        rows.insert()
        if known:
            drop_unseen(database, known.values())
            touch_readings(database, [rows.reading_ids[key] for key in known], touched)
        snapshots = [snapshot for snapshot, _ in batch]
        release_pages(database, [snapshot.archive_id for snapshot in snapshots])
        resolve_fetching(database, run, snapshots)
        settle_snapshots(database, run, after, touched)
    run.counts.issues += sum(len(reading.record.issues) for _, reading in batch)


def list_read(database: Database, reader_version: str | None = None) -> set[int]:
    """Return the archive rows that were read, by any reader or by this version of it."""
    rows = database.conn.execute(
        "SELECT archive_id FROM snapshots JOIN readings USING (reading_id) "
        "WHERE ?1 IS NULL OR reader_version = ?1",
        (reader_version,),
    )
    return {archive_id for (archive_id,) in rows}


def list_unknown(database: Database, archive_ids: Iterable[int]) -> set[int]:
    """Return those of some archived pages that were read and found to be none."""
    rows = database.conn.execute(
        "SELECT archive_id FROM snapshots JOIN readings USING (reading_id) "
        "WHERE kind = 'unknown' AND archive_id IN (SELECT value FROM json_each(?))",
        (write_ids(archive_ids),),
    )
    return {archive_id for (archive_id,) in rows}
