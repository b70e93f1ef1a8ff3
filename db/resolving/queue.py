"""Resolve: the pairs that wait for a person, and what would become of them."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from typing import Any

from msgspec import Struct
from msgspec.structs import asdict
from sqlite_utils import Database

from db.touching import write_ids

SELECT_QUEUE = """
SELECT entry_a_id, entry_b_id, score, reason, evidence FROM pairs
JOIN entries AS a ON a.entry_id = entry_a_id
JOIN entries AS b ON b.entry_id = entry_b_id
WHERE outcome = 'queued'
ORDER BY score DESC, a.key, b.key
"""
# What a person has decided on cards that say another thing now.
SELECT_FLAGGED = """
SELECT decision_id, word, changed, entry_a_id, entry_b_id FROM verdicts
WHERE changed <> '[]' AND word <> 'unsure' AND entry_a_id NOTNULL AND entry_b_id NOTNULL
ORDER BY decision_id
"""
SELECT_UNMADE = """
SELECT decision_id, entry_a_id, entry_b_id FROM verdicts
JOIN entries AS a ON a.entry_id = entry_a_id
JOIN entries AS b ON b.entry_id = entry_b_id
WHERE word = 'same' AND coalesce(a.tool_id, a.entry_id) <> coalesce(b.tool_id, b.entry_id)
ORDER BY decision_id
"""
COUNT_AMONG = """
SELECT count(*) FROM json_each(?1) CROSS JOIN pairs ON entry_a_id = value
WHERE outcome = 'queued' AND entry_b_id IN (SELECT value FROM json_each(?1))
"""
_CARD = """
entry_id, entries.key, site, slug, name, category, tagline, description, verdict, panel_ship_pct,
entry_price, pricing, homepage_url
"""
SELECT_CARD = f"SELECT {_CARD} FROM json_each(?) CROSS JOIN entries ON entry_id = value"
# By two indexes, for it is asked of every pair of the queue.
SELECT_TOGETHER = f"""
WITH leading AS MATERIALIZED (
    SELECT coalesce(tool_id, entry_id) AS leading_id FROM entries WHERE entry_id IN (?, ?)
)
SELECT {_CARD} FROM entries
WHERE entry_id IN (SELECT leading_id FROM leading) OR tool_id IN (SELECT leading_id FROM leading)
ORDER BY entries.key
"""


class Waiting(Struct, frozen=True):
    """A pair that waits for a person, by its rows."""

    a_id: int
    b_id: int
    score: int
    reason: str
    evidence: dict[str, Any]


class Flagged(Struct, frozen=True):
    """A decision that holds, and rests on cards that have changed since; ``changed`` says in what.

    Each is ``a`` or ``b`` for the entry, a point, and the field.
    """

    decision_id: int
    word: str
    changed: tuple[str, ...]
    a_id: int
    b_id: int


class Card(Struct, frozen=True):
    """What a site says of an entry today."""

    row_id: int
    entry_id: str
    site: str
    slug: str | None
    name: str
    category: str | None
    tagline: str | None
    description: str | None
    verdict: str | None
    panel_ship_pct: int | None
    entry_price: str | None
    pricing: str | None
    homepage_url: str | None


def write_card(card: Card) -> dict[str, object]:
    """Return a card as programs read it: without the number of its row."""
    return {name: value for name, value in asdict(card).items() if name != "row_id"}


def list_queue(database: Database) -> Iterator[Waiting]:
    """Yield the pairs that wait, what speaks most for itself first; the first cost no more."""
    for a_id, b_id, score, reason, evidence in database.conn.execute(SELECT_QUEUE):
        yield Waiting(a_id, b_id, score, reason, json.loads(evidence))


def count_queued_among(database: Database, entry_ids: Collection[int]) -> int:
    """Return how many pairs of some entries wait."""
    return int(database.conn.execute(COUNT_AMONG, (write_ids(entry_ids),)).fetchone()[0])


def list_flagged(database: Database) -> list[Flagged]:
    """Return the decisions that rest on cards that have changed, by their numbers."""
    rows = database.conn.execute(SELECT_FLAGGED).fetchall()
    return [
        Flagged(decision_id, word, tuple(json.loads(changed)), a_id, b_id)
        for decision_id, word, changed, a_id, b_id in rows
    ]


def list_unmade(database: Database) -> list[tuple[int, int, int]]:
    """Return the words of "same" that hold and join nothing, each with the rows of its entries.

    Others overrule them (``db.resolving.listing`` says which).
    """
    return database.conn.execute(SELECT_UNMADE).fetchall()


def read_card(database: Database, entry_id: int) -> Card:
    """Return what a site says of an entry."""
    return Card(*database.conn.execute(SELECT_CARD, (write_ids((entry_id,)),)).fetchone())


def list_together(database: Database, one_id: int, other_id: int) -> list[Card]:
    """Return the entries of the tool that two entries would be, or are."""
    rows = database.conn.execute(SELECT_TOGETHER, (one_id, other_id)).fetchall()
    return [Card(*row) for row in rows]
