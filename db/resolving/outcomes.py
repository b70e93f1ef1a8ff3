"""Resolve: what comes of the pairs that may be one tool, once the tools are known.

A question is one of two tools, whichever of their entries it is asked of: what was said of one pair
between them holds of every pair between them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from itertools import product
from typing import TypeAlias

from msgspec import Struct
from sqlite_utils import Database

from db.resolving.components import Pair
from db.resolving.differences import Differences
from db.touching import write_ids

# A pair that scores by so much less than the best of either entry is not worth a question.
MOST_BEHIND = 250
# Unless it scores so much.
NEVER_WEAK = 600

_SAID = "entry_a_id, entry_b_id, word, changed <> '[]', decision_id"
# The last word on two entries comes last; but where "different" was said of them by one of the ids
# that they had, it does.
SELECT_SAID = f"""
SELECT * FROM (
SELECT {_SAID} FROM json_each(?1) CROSS JOIN verdicts ON entry_a_id = value
WHERE entry_b_id NOTNULL
UNION SELECT {_SAID} FROM json_each(?1) CROSS JOIN verdicts ON entry_b_id = value
WHERE entry_a_id NOTNULL
)
ORDER BY word = 'different', decision_id
"""
SELECT_TOOL = "SELECT coalesce(tool_id, entry_id) FROM entries WHERE entry_id = ?"
SELECT_MEMBERS = """
SELECT ?1 UNION SELECT entry_id FROM entries WHERE tool_id = ?1 ORDER BY 1
"""
SELECT_BEST = """
SELECT max(score) FROM (
    SELECT entry_b_id AS other, score FROM pairs WHERE entry_a_id = ?1
    UNION ALL SELECT entry_a_id, score FROM pairs WHERE entry_b_id = ?1
)
WHERE NOT EXISTS (
    SELECT 1 FROM verdicts
    WHERE (entry_a_id = ?1 AND entry_b_id = other OR entry_a_id = other AND entry_b_id = ?1)
        AND word = 'different'
)
"""


class Scored(Struct, frozen=True, gc=False):
    """A pair as it is kept; ``outcome`` and ``reason`` are those of before."""

    a_id: int
    b_id: int
    score: int
    rule: str | None
    doubt: str
    outcome: str
    reason: str


class Said(Struct, frozen=True, gc=False):
    """A word that holds of two entries, and whether a card has changed since."""

    word: str
    is_changed: bool
    decision_id: int


Words: TypeAlias = dict[Pair, Said]


def list_words(database: Database, entry_ids: Iterable[int]) -> Words:
    """Return what holds of these entries and any others: by pairs of them, both ways round."""
    rows = database.conn.execute(SELECT_SAID, (write_ids(entry_ids),))
    return {(a, b): Said(word, bool(changed), number) for a, b, word, changed, number in rows}


def find_tool(database: Database, entry_id: int) -> int:
    """Return the row of the entry that leads an entry's tool."""
    return int(database.conn.execute(SELECT_TOOL, (entry_id,)).fetchone()[0])


def list_members(database: Database, tool_id: int) -> list[int]:
    """Return the entries of a tool, given the one that leads it."""
    return [i for (i,) in database.conn.execute(SELECT_MEMBERS, (tool_id,))]


class Outcomes:
    """What comes of pairs."""

    def __init__(
        self,
        database: Database,
        words: Words,
        left: Mapping[Pair, str],
        now: Mapping[int, int | None],
        differences: Differences,
    ) -> None:
        """Take what was said of the entries, why pairs were left out, and the leading entries.

        Of each pair that is asked for, the tool of one entry at least is among these.
        """
        self._database = database
        self._differences = differences
        self._tools = {
            entry_id: entry_id if leading is None else leading for entry_id, leading in now.items()
        }
        self._members: dict[int, list[int]] = {}
        for entry_id, leading in self._tools.items():
            self._members.setdefault(leading, []).append(entry_id)
        self._said: dict[int, dict[int, Said]] = {}
        for (a, b), said in words.items():
            self._said.setdefault(a, {})[b] = said
            self._said.setdefault(b, {})[a] = said
        self._left = left
        self._find_tool = cache(self._read_tool)
        self._list_members = cache(self._read_members)
        self._list_distinct = cache(self._find_distinct)
        self._find_best = cache(self._read_best)
        self._find_word = cache(self._read_word)

    def find(self, pair: Scored) -> tuple[str, str]:
        """Return the outcome of a pair, and why it is none without a person."""
        a_tool, b_tool = self._find_tool(pair.a_id), self._find_tool(pair.b_id)
        if a_tool == b_tool:
            return "merged", ""
        said = self._find_word(min(a_tool, b_tool), max(a_tool, b_tool))
        if said is not None and said.word == "different":
            return "apart", ""
        if said is not None:
            # Asked again when a card says something else.
            reason = "a card has changed since a person was unsure of it"
            return ("queued", reason) if said.is_changed else ("unsure", "")
        best = min(self._find_best(pair.a_id), self._find_best(pair.b_id))
        if pair.score < min(NEVER_WEAK, best - MOST_BEHIND):
            return "weak", ""
        return "queued", self._left.get((pair.a_id, pair.b_id)) or pair.doubt

    def _read_tool(self, entry_id: int) -> int:
        known = self._tools.get(entry_id)
        return find_tool(self._database, entry_id) if known is None else known

    def _read_members(self, tool_id: int) -> frozenset[int]:
        return frozenset(self._members.get(tool_id) or list_members(self._database, tool_id))

    def _find_distinct(self, tool_id: int) -> list[int]:
        return self._differences.pick_distinct(self._list_members(tool_id))

    def _read_best(self, entry_id: int) -> int:
        return int(self._database.conn.execute(SELECT_BEST, (entry_id,)).fetchone()[0] or 0)

    def _read_word(self, one: int, other: int) -> Said | None:
        """Return what holds between two tools: that they are different, or the last "unsure".

        Tools whose facts differ are different without a word.
        """
        ours, theirs = sorted(map(self._list_members, (one, other)), key=len)
        words = [said for a in ours for b, said in self._said.get(a, {}).items() if b in theirs]
        if any(said.word == "different" for said in words):
            return Said("different", is_changed=False, decision_id=0)
        # Two entries that are alone were compared already.
        if len(theirs) > 1 and any(
            self._differences.list_conflicts(a, b)
            for a, b in product(self._list_distinct(one), self._list_distinct(other))
        ):
            return Said("different", is_changed=False, decision_id=0)
        unsure = [said for said in words if said.word == "unsure"]
        return max(unsure, key=lambda said: said.decision_id, default=None)
