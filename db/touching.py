"""Load: which rows a batch touched, so that what follows from them is computed again."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable

from msgspec import Struct, field
from sqlite_utils import Database

SELECT_READINGS = """
SELECT page, subject FROM readings WHERE reading_id IN (SELECT value FROM json_each(?))
"""
SELECT_ADDRESSES = """
SELECT DISTINCT address FROM json_each(?) CROSS JOIN snapshots ON reading_id = value
WHERE address IS NOT NULL
"""
SELECT_ENTRIES = """
SELECT DISTINCT entry_id FROM sightings JOIN cards USING (card_id)
WHERE reading_id IN (SELECT value FROM json_each(?))
"""
SELECT_UNSEEN = """
SELECT reading_id FROM json_each(?) JOIN readings ON reading_id = value
WHERE NOT EXISTS (SELECT 1 FROM snapshots WHERE snapshots.reading_id = readings.reading_id)
"""
SELECT_UNSEEN_CARDS = """
SELECT card_id, name_key FROM json_each(?) JOIN cards ON card_id = value
WHERE NOT EXISTS (SELECT 1 FROM sightings WHERE sightings.card_id = cards.card_id)
"""


class Touched(Struct):
    """What a batch touched: entries by their rows, and by their keys what the rest is known by.

    ``pages`` are those that may be comparisons with other dates or titles, or none any more;
    ``subjects`` those whose issues may have come or gone; ``names`` those that cards without a
    slug are found by.
    """

    entries: set[int] = field(default_factory=set)
    pages: set[str] = field(default_factory=set)
    subjects: set[str] = field(default_factory=set)
    names: set[str] = field(default_factory=set)


def find_last(database: Database, column: str, table: str) -> int:
    """Return the highest number of a table's rows: those of a batch are past it."""
    row = database.conn.execute(f"SELECT coalesce(max({column}), 0) FROM {table}").fetchone()
    return int(row[0])


def write_ids(ids: Iterable[int | str]) -> str:
    """Write ids as the JSON list that ``json_each`` takes apart."""
    return json.dumps(list(ids))


def touch_readings(database: Database, reading_ids: Collection[int], touched: Touched) -> None:
    """Touch all that these readings say."""
    if not reading_ids:
        return
    connection, ids = database.conn, (write_ids(reading_ids),)
    for page, subject in connection.execute(SELECT_READINGS, ids):
        touched.pages.add(page)
        touched.subjects.add(subject)
    touched.subjects.update(address for (address,) in connection.execute(SELECT_ADDRESSES, ids))
    touched.entries.update(entry_id for (entry_id,) in connection.execute(SELECT_ENTRIES, ids))


def drop_unseen(database: Database, reading_ids: Collection[int], touched: Touched) -> None:
    """Remove those of these readings that no snapshot has any more, and cards that none shows."""
    if not reading_ids:
        return
    connection = database.conn
    unseen = connection.execute(SELECT_UNSEEN, (write_ids(reading_ids),)).fetchall()
    ids = (write_ids(reading_id for (reading_id,) in unseen),)
    where = "WHERE reading_id IN (SELECT value FROM json_each(?))"
    shown = connection.execute(f"SELECT DISTINCT card_id FROM sightings {where}", ids)
    cards = write_ids(card_id for (card_id,) in shown)
    for table in ("sightings", "reading_issues", "readings"):
        connection.execute(f"DELETE FROM {table} {where}", ids)
    gone = connection.execute(SELECT_UNSEEN_CARDS, (cards,)).fetchall()
    touched.names.update(name_key for _, name_key in gone)
    ids = (write_ids(card_id for card_id, _ in gone),)
    for table in ("card_quotes", "cards"):
        connection.execute(
            f"DELETE FROM {table} WHERE card_id IN (SELECT value FROM json_each(?))", ids
        )
