"""Resolve: what has become of each decision of the log.

Words that did not contradict each other may do so once a card without a slug is known to be an
entry's. Then one of them overrules the other, whatever stands in the log.
"""

from __future__ import annotations

import json
from collections.abc import Sequence

from msgspec import Struct
from sqlite_utils import Database

from db.resolving.components import Pair, find_bridging
from db.resolving.decisions import RETRACTS, Said, follow
from db.resolving.outcomes import list_words
from db.resolving.queue import list_unmade

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
SELECT_DECIDED = "SELECT entry_a_id FROM verdicts WHERE entry_a_id NOTNULL AND entry_b_id NOTNULL"


class Fate(Struct):
    """A decision, the two ids that it is of, and what has become of it.

    A retraction ``takes_back`` a decision, or none. Another decision was ``taken_back_by`` one, or
    ``followed_by`` one that is in its place; else it ``holds``, unless its two ids are one entry
    by now, or it is ``overruled_by`` another. One that ``waits`` does so for an entry; ``changed``
    is what the cards say otherwise.
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
    overruled_by: int | None = None


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
    for decision_id, other_id in list_overruled(database).items():
        fates[decision_id].overruled_by = other_id
    return list(fates.values())


def list_overruled(database: Database) -> dict[int, int]:
    """Return the words of "same" that hold and join nothing, each with what overrules it."""
    overruled: dict[int, int] = {}
    unmade = list_unmade(database)
    if not unmade:
        return overruled
    decided = [entry_id for (entry_id,) in database.conn.execute(SELECT_DECIDED)]
    words = {_sort(*pair): said for pair, said in list_words(database, decided).items()}
    same = [pair for pair, said in words.items() if said.word == "same"]
    different = {pair for pair, said in words.items() if said.word == "different"}
    nodes = sorted({entry_id for pair in same for entry_id in pair})
    torn = find_bridging(nodes, same, lambda one, other: _sort(one, other) in different)
    for decision_id, *entry_ids in unmade:
        pair = _sort(*entry_ids)
        if pair in torn:
            overruled[decision_id] = words[torn[pair]].decision_id
        elif words[pair].word != "same":
            overruled[decision_id] = words[pair].decision_id
    return overruled


def _sort(one: int, other: int) -> Pair:
    return (one, other) if one < other else (other, one)
