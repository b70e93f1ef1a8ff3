"""Load: which rows a batch touched, so that what follows from them is computed again."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable

from msgspec import Struct, field
from sqlite_utils import Database

SELECT_READINGS = """
SELECT page, comparison_id, subject FROM readings
WHERE reading_id IN (SELECT value FROM json_each(?))
"""
SELECT_ENTRIES = """
SELECT DISTINCT entry_id FROM card_sightings JOIN cards USING (card_id)
WHERE reading_id IN (SELECT value FROM json_each(?))
"""
SELECT_QUOTES = """
SELECT DISTINCT quote_id FROM quote_sightings
WHERE reading_id IN (SELECT value FROM json_each(?))
"""
SELECT_UNSEEN = """
SELECT reading_id FROM json_each(?) JOIN readings ON reading_id = value
WHERE NOT EXISTS (SELECT 1 FROM snapshots WHERE snapshots.reading_id = readings.reading_id)
"""
DELETE_UNSEEN_CARDS = """
DELETE FROM cards WHERE card_id IN (SELECT value FROM json_each(?))
    AND NOT EXISTS (SELECT 1 FROM card_sightings WHERE card_sightings.card_id = cards.card_id)
"""


class Touched(Struct):
    """The rows that a batch touched, by their whole-number keys.

    ``entries`` tells since when: what they were before that stays as it was computed. ``pages``
    are those whose quotes may have ended or come back, ``subjects`` those whose issues may have.
    """

    entries: dict[int, str] = field(default_factory=dict)
    quotes: set[int] = field(default_factory=set)
    comparisons: set[int] = field(default_factory=set)
    subjects: set[str] = field(default_factory=set)
    pages: set[str] = field(default_factory=set)

    def touch_entry(self, entry_id: int, since: str) -> None:
        """Touch what an entry was from a time on; from the empty string, ever."""
        self.entries[entry_id] = min(since, self.entries.get(entry_id, since))


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
    for page, comparison_id, subject in connection.execute(SELECT_READINGS, ids):
        touched.pages.add(page)
        touched.subjects.add(subject)
        if comparison_id is not None:
            touched.comparisons.add(comparison_id)
    for (entry_id,) in connection.execute(SELECT_ENTRIES, ids):
        touched.touch_entry(entry_id, "")
    touched.quotes.update(quote_id for (quote_id,) in connection.execute(SELECT_QUOTES, ids))


def drop_unseen(database: Database, reading_ids: Collection[int]) -> None:
    """Remove those of these readings that no snapshot has any more, with their cards."""
    if not reading_ids:
        return
    connection = database.conn
    unseen = connection.execute(SELECT_UNSEEN, (write_ids(reading_ids),)).fetchall()
    ids = (write_ids(reading_id for (reading_id,) in unseen),)
    where = "WHERE reading_id IN (SELECT value FROM json_each(?))"
    cards = connection.execute(f"SELECT DISTINCT card_id FROM card_sightings {where}", ids)
    card_ids = write_ids(card_id for (card_id,) in cards)
    for table in ("card_sightings", "quote_sightings", "reading_issues", "readings"):
        connection.execute(f"DELETE FROM {table} {where}", ids)
    connection.execute(DELETE_UNSEEN_CARDS, (card_ids,))
