"""Load: observations that take over the reading of another one with the same bytes.

It is what loading each of them would give (``db.loading``), with one reading for all: what they
showed by an older reader is taken back, and what rests on them is computed anew.
"""

from __future__ import annotations

from collections.abc import Sequence

from sqlite_utils import Database

from db.confirming import confirm_pages
from db.keys import snapshot_key
from db.ledger import Run
from db.loading import SELECT_KNOWN
from db.settling import settle
from db.touching import Touched, drop_unseen, touch_readings, write_ids
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
    connection, touched = database.conn, Touched()
    keyed = {snapshot_key(page): (page, first) for page, first in pages}
    with database.atomic():
        known = dict(connection.execute(SELECT_KNOWN, (write_ids(keyed),)).fetchall())
        confirm_pages(database, run, [pair for key, pair in keyed.items() if key not in known])
        key = (run.reader_version, write_ids({first for _, first in pages}))
        readings = dict(connection.execute(SELECT_READINGS, key).fetchall())
        moving = {
            key: readings[keyed[key][1]]
            for key, reading_id in known.items()
            if readings.get(keyed[key][1], reading_id) != reading_id
        }
        old = {known[key] for key in moving}
        touch_readings(database, old | set(moving.values()), touched)
        connection.executemany(
            "UPDATE snapshots SET reading_id = ? WHERE key = ?",
            [(reading_id, key) for key, reading_id in moving.items()],
        )
        drop_unseen(database, old, touched)
        settle(database, run, [], touched)
