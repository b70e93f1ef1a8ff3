"""Resolve: what has become of each decision of the log."""

from __future__ import annotations

import json
from collections.abc import Sequence

from msgspec import Struct
from sqlite_utils import Database

from db.resolving.decisions import RETRACTS, Said, follow

SELECT_LOG = f"""
WITH holding AS (SELECT decision_id, entry_a_id, entry_b_id, changed FROM verdicts)
SELECT
    decision_id, word, decided_by, decided_at, one_key, other_key, {RETRACTS}, a.key, b.key, changed
FROM decisions
LEFT JOIN holding USING (decision_id)
LEFT JOIN entries AS a ON a.entry_id = entry_a_id
LEFT JOIN entries AS b ON b.entry_id = entry_b_id
ORDER BY decision_id
"""


class Fate(Struct):
    """A decision, the two ids that it is of, and what has become of it.

    A retraction ``takes_back`` a decision, or none. Another decision was ``taken_back_by`` one, or
    ``followed_by`` one that is in its place; else it ``holds``, unless its two ids are one entry
    by now. One that ``waits`` does so for an entry; ``changed`` is what the cards say otherwise.
    """

    said: Said
    one_key: str
    other_key: str
    holds: bool = False
    waits: bool = False
    changed: Sequence[str] = ()
    takes_back: int | None = None
    taken_back_by: int | None = None
    followed_by: int | None = None


def list_fates(database: Database) -> list[Fate]:
    """Return the whole log, in its order; entries by their ids today where a decision holds."""
    fates: dict[int, Fate] = {}
    standing: dict[tuple[str, str], list[Said]] = {}
    for *row, one, other, retracts, a, b, changed in database.conn.execute(SELECT_LOG):
        said, pair = Said(*row), (one, other)
        holds, waits = changed is not None, None in (a, b)
        # What the cards say otherwise is told in the order of the ids of today.
        keys = pair if waits else (a, b)
        fate = Fate(said, *keys, holds, holds and waits, json.loads(changed or "[]"))
        fates[said.decision_id] = fate
        before = standing.get(pair, [])
        after = standing[pair] = follow(before, said, json.loads(retracts or "null"))
        if said.word == "retracted":
            for gone in before:
                if gone not in after:
                    fate.takes_back = gone.decision_id
                    fates[gone.decision_id].taken_back_by = said.decision_id
    for words in standing.values():
        for said in words[:-1]:
            fates[said.decision_id].followed_by = words[-1].decision_id
    return list(fates.values())
