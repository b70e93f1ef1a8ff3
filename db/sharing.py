"""Load: observations that take over the reading of another one with the same bytes.

It is what loading each of them would give (``db.loading``), with one reading for all: what they
showed by an older reader is taken back, and what rests on them is computed anew.
"""

from __future__ import annotations

from collections.abc import Sequence

from sqlite_utils import Database

from db.issues import resolve_fetching
from db.keys import snapshot_key
from db.ledger import Run
from db.loading import SELECT_KNOWN
from db.rows import UPSERT_SNAPSHOT
from db.settling import settle_snapshots
from db.touching import Touched, drop_unseen, find_last, touch_readings, write_ids
from parsers.records import Snapshot

SELECT_READINGS = """
SELECT archive_id, reading_id FROM snapshots JOIN readings USING (reading_id)
WHERE reader_version = ? AND archive_id IN (SELECT value FROM json_each(?))
"""


def share_readings(database: Database, run: Run, pages: Sequence[tuple[Snapshot, int]]) -> None:
    """Give observations the readings of others, in one transaction.

    Beside each stands the archive's row of an observation that this run's reader has read, and
    reads alike; where it has no reading, both are left as they are.
    """
    with database.atomic():
        after, touched = find_last(database, "snapshot_id", "snapshots"), Touched()
        key = (run.reader_version, write_ids({first for _, first in pages}))
        readings = dict(database.conn.execute(SELECT_READINGS, key).fetchall())
        shared = {
            snapshot_key(page): (page, readings[first])
            for page, first in pages
            if first in readings
        }
        known = dict(database.conn.execute(SELECT_KNOWN, (write_ids(shared),)).fetchall())
        old = set(known.values())
        touch_readings(database, old, touched)
        database.conn.executemany(
            UPSERT_SNAPSHOT,
            [
                (
                    key, page.archive_id, run.run_id, reading_id, page.sha256, page.address,
                    page.observed_at, page.status,
                )
                for key, (page, reading_id) in shared.items()
            ],
        )  # fmt: skip
        drop_unseen(database, old)
        touch_readings(database, {shared[key][1] for key in known}, touched)
        resolve_fetching(database, run, [page for page, _ in shared.values()])
        settle_snapshots(database, run, after, touched)
