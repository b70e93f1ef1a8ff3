"""Resolve: the tools that follow from pairs and decisions, and what comes of each pair.

All that a change can reach is computed anew: the entries that any chain of pairs joins to it. So
it does not matter whether entries are resolved one by one or all at once.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cache
from itertools import product

from msgspec import Struct
from sqlite_utils import Database

from db.resolving.components import Pair
from db.resolving.conflicts import compare_facts
from db.resolving.index import find_traits
from db.resolving.tools import MOST_ENTRIES, find_tools
from db.touching import write_ids

# A pair that scores by so much less than the best of either entry is not worth a question.
MOST_BEHIND = 250
# Unless it scores so much.
NEVER_WEAK = 600

SELECT_LINKED = """
SELECT entry_b_id FROM pairs WHERE entry_a_id = ?1 AND rule NOTNULL
UNION SELECT entry_a_id FROM pairs WHERE entry_b_id = ?1 AND rule NOTNULL
UNION SELECT entry_b_id FROM verdicts WHERE entry_a_id = ?1 AND word = 'same'
UNION SELECT entry_a_id FROM verdicts WHERE entry_b_id = ?1 AND word = 'same'
"""
SELECT_KNOWN = """
SELECT entry_id, entries.key, name, first_seen_at, tool_id
FROM json_each(?) CROSS JOIN entries ON entry_id = value JOIN entry_dates USING (entry_id)
ORDER BY entries.key
"""
_PAIR = "entry_a_id, entry_b_id, score, rule, doubt, outcome, reason"
SELECT_PAIRS = f"""
SELECT {_PAIR} FROM json_each(?1) CROSS JOIN pairs ON entry_a_id = value
UNION SELECT {_PAIR} FROM json_each(?1) CROSS JOIN pairs ON entry_b_id = value
"""
_SAID = "entry_a_id, entry_b_id, word, changed <> '[]'"
SELECT_SAID = f"""
SELECT {_SAID} FROM json_each(?1) CROSS JOIN verdicts ON entry_a_id = value
WHERE entry_b_id NOTNULL
UNION SELECT {_SAID} FROM json_each(?1) CROSS JOIN verdicts ON entry_b_id = value
WHERE entry_a_id NOTNULL
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
UPDATE_TOOL = "UPDATE entries SET tool_id = ? WHERE entry_id = ?"
UPDATE_PAIR = "UPDATE pairs SET outcome = ?, reason = ? WHERE entry_a_id = ? AND entry_b_id = ?"


class Known(Struct, frozen=True):
    """An entry, as far as it takes part in a tool."""

    key: str
    name: str
    first_seen_at: str
    tool_id: int | None


class Scored(Struct, frozen=True):
    """A pair as it is kept; ``outcome`` and ``reason`` are those of before."""

    a_id: int
    b_id: int
    score: int
    rule: str | None
    doubt: str
    outcome: str
    reason: str


Said = Mapping[Pair, tuple[str, bool]]


class Changes(Struct, frozen=True):
    """What follows from pairs and words, and is not so: rows of an entry, its tool, and which.

    ``pairs`` are those with another outcome or reason.
    """

    tools: list[tuple[int, int | None, int | None]]
    pairs: list[tuple[Scored, str, str]]


def join_tools(database: Database, touched: Collection[int]) -> None:
    """Compute the tools of all that these entries can reach, and what comes of their pairs."""
    changes = find_changes(database, touched)
    connection = database.conn
    connection.executemany(UPDATE_TOOL, [(now, i) for i, _, now in changes.tools])
    rows = [(outcome, reason, pair.a_id, pair.b_id) for pair, outcome, reason in changes.pairs]
    connection.executemany(UPDATE_PAIR, rows)


def find_changes(database: Database, touched: Collection[int]) -> Changes:
    """Find out what has to be another tool, or another outcome, than it is; change nothing."""
    connection = database.conn
    reached = write_ids(_reach(database, touched))
    known = {i: Known(*rest) for i, *rest in connection.execute(SELECT_KNOWN, (reached,))}
    pairs = [Scored(*row) for row in connection.execute(SELECT_PAIRS, (reached,))]
    said = {
        (a, b): (word, bool(is_changed))
        for a, b, word, is_changed in connection.execute(SELECT_SAID, (reached,))
    }
    tools, left = _find_tools(database, known, pairs, said)
    now: dict[int, int | None] = {}
    for tool in tools:
        leading = min(tool, key=lambda i: (known[i].first_seen_at, known[i].key))
        now |= {entry_id: None if entry_id == leading else leading for entry_id in tool}
    outcomes = Outcomes(database, said, left, now)
    found = [(pair, *outcomes.find(pair)) for pair in pairs]
    return Changes(
        tools=[(i, known[i].tool_id, now[i]) for i in known if known[i].tool_id != now[i]],
        pairs=[each for each in found if each[1:] != (each[0].outcome, each[0].reason)],
    )


def _reach(database: Database, touched: Iterable[int]) -> list[int]:
    """Return all entries that a chain of pairs, or of an operator's words, joins to some."""
    reached, waiting = set(touched), sorted(touched)
    while waiting:
        for (other,) in database.conn.execute(SELECT_LINKED, (waiting.pop(),)):
            if other is not None and other not in reached:
                reached.add(other)
                waiting.append(other)
    return sorted(reached)


def _find_tools(
    database: Database, known: Mapping[int, Known], pairs: Iterable[Scored], said: Said
) -> tuple[list[list[int]], dict[Pair, str]]:
    """Return the tools as rows of entries, and for each pair that was left out why."""
    entry_ids = list(known)
    number = {entry_id: place for place, entry_id in enumerate(entry_ids)}

    def write(a: int, b: int) -> Pair:
        return (min(number[a], number[b]), max(number[a], number[b]))

    words = {write(a, b): word for (a, b), (word, _) in said.items() if {a, b} <= number.keys()}
    ruled = {
        write(pair.a_id, pair.b_id): (pair.a_id, pair.b_id)
        for pair in pairs
        if pair.rule is not None and {pair.a_id, pair.b_id} <= number.keys()
    }

    @cache
    def is_conflict(one: int, other: int) -> bool:
        return bool(list_conflicts(database, entry_ids[one], entry_ids[other]))

    found = find_tools(len(entry_ids), words, ruled, is_conflict)
    left = {}
    for pair, apart in found.left.items():
        if apart is None:
            reason = f"more than {MOST_ENTRIES} entries would be one tool"
        else:
            one, other = (entry_ids[each] for each in apart)
            reason = _tell_bridging(database, known, one, other)
        left[ruled.get(pair, (entry_ids[pair[0]], entry_ids[pair[1]]))] = reason
    return [[entry_ids[each] for each in tool] for tool in found.tools], left


def list_conflicts(database: Database, one: int, other: int) -> tuple[str, ...]:
    """Return the types of facts in which two entries differ."""
    a, b = find_traits(database, one), find_traits(database, other)
    return () if a is None or b is None else compare_facts(a, b).conflicts


def _tell_bridging(database: Database, known: Mapping[int, Known], one: int, other: int) -> str:
    conflicts = list_conflicts(database, one, other)
    how = f"differ in {conflicts[0]}" if conflicts else "are held different"
    names = " and ".join(sorted((known[one].name, known[other].name)))
    return f"it would join {names}, which {how}"


def find_tool(database: Database, entry_id: int) -> int:
    """Return the row of the entry that leads an entry's tool."""
    return int(database.conn.execute(SELECT_TOOL, (entry_id,)).fetchone()[0])


class Outcomes:
    """What comes of pairs once the tools are known."""

    def __init__(
        self,
        database: Database,
        said: Said,
        left: Mapping[Pair, str],
        now: Mapping[int, int | None],
    ) -> None:
        """Take what was said of pairs, why pairs were left out, and the leading entries."""
        self._database = database
        self._tools = {
            entry_id: entry_id if leading is None else leading for entry_id, leading in now.items()
        }
        self._members: dict[int, list[int]] = {}
        for entry_id, leading in self._tools.items():
            self._members.setdefault(leading, []).append(entry_id)
        self._said = said
        self._left = left
        self._find_tool = cache(self._read_tool)
        self._list_members = cache(self._read_members)
        self._find_best = cache(self._read_best)
        self._is_apart = cache(self._are_apart)

    def find(self, pair: Scored) -> tuple[str, str]:
        """Return the outcome of a pair, and why it is none without a person."""
        a_tool, b_tool = self._find_tool(pair.a_id), self._find_tool(pair.b_id)
        if a_tool == b_tool:
            return "merged", ""
        word, is_changed = self._said.get((pair.a_id, pair.b_id), ("", False))
        if word == "different" or self._is_apart(min(a_tool, b_tool), max(a_tool, b_tool)):
            return "apart", ""
        if word == "unsure":
            # Asked again when a card says something else.
            reason = "a card has changed since a person was unsure of it"
            return ("queued", reason) if is_changed else ("unsure", "")
        best = min(self._find_best(pair.a_id), self._find_best(pair.b_id))
        if pair.score < min(NEVER_WEAK, best - MOST_BEHIND):
            return "weak", ""
        return "queued", self._left.get((pair.a_id, pair.b_id)) or pair.doubt

    def _read_tool(self, entry_id: int) -> int:
        known = self._tools.get(entry_id)
        return find_tool(self._database, entry_id) if known is None else known

    def _read_members(self, tool_id: int) -> Sequence[int]:
        if tool_id in self._members:
            return self._members[tool_id]
        return [i for (i,) in self._database.conn.execute(SELECT_MEMBERS, (tool_id,))]

    def _read_best(self, entry_id: int) -> int:
        return int(self._database.conn.execute(SELECT_BEST, (entry_id,)).fetchone()[0] or 0)

    def _are_apart(self, one: int, other: int) -> bool:
        """Tell whether two tools are held different, or facts of their entries differ."""
        ours, theirs = self._list_members(one), self._list_members(other)
        ids = write_ids(ours)
        for a, b, word, _ in self._database.conn.execute(SELECT_SAID, (ids,)):
            if word == "different" and (a in theirs or b in theirs):
                return True
        if len(ours) == len(theirs) == 1:
            # Compared already.
            return False
        return any(list_conflicts(self._database, a, b) for a, b in product(ours, theirs))
