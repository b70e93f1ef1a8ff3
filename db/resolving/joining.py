"""Resolve: the tools that follow from pairs and decisions, and what comes of each pair.

All that a change can reach is computed anew: the entries that any chain of pairs joins to it. So
it does not matter whether entries are resolved one by one or all at once.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from msgspec import Struct
from sqlite_utils import Database

from db.resolving.components import Pair
from db.resolving.differences import Differences
from db.resolving.outcomes import Outcomes, Said, Scored, Words, list_words
from db.resolving.tools import MOST_ENTRIES, find_tools
from db.touching import write_ids

SELECT_LINKED = """
SELECT entry_b_id FROM pairs WHERE entry_a_id = ?1 AND rule NOTNULL
UNION SELECT entry_a_id FROM pairs WHERE entry_b_id = ?1 AND rule NOTNULL
UNION SELECT entry_b_id FROM verdicts WHERE entry_a_id = ?1 AND word = 'same'
UNION SELECT entry_a_id FROM verdicts WHERE entry_b_id = ?1 AND word = 'same'
"""
SELECT_KNOWN = """
SELECT entry_id, entries.key, slug, name, first_seen_at, tool_id
FROM json_each(?) CROSS JOIN entries ON entry_id = value JOIN entry_dates USING (entry_id)
ORDER BY entries.key
"""
_PAIR = "entry_a_id, entry_b_id, score, rule, doubt, outcome, reason"
SELECT_PAIRS = f"""
SELECT {_PAIR} FROM json_each(?1) CROSS JOIN pairs ON entry_a_id = value
UNION SELECT {_PAIR} FROM json_each(?1) CROSS JOIN pairs ON entry_b_id = value
"""
# Of two that a chain would join, by the word that was said of them.
BRIDGED = {"different": "which are held different", "unsure": "of which a person was unsure"}
UPDATE_TOOL = "UPDATE entries SET tool_id = ? WHERE entry_id = ?"
UPDATE_PAIR = "UPDATE pairs SET outcome = ?, reason = ? WHERE entry_a_id = ? AND entry_b_id = ?"


class Known(Struct, frozen=True, gc=False):
    """An entry, as far as it takes part in a tool."""

    key: str
    slug: str | None
    name: str
    first_seen_at: str
    tool_id: int | None


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
    entry_ids = _reach(database, touched)
    known, pairs = _read(database, entry_ids)
    words, differences = list_words(database, entry_ids), Differences(database)
    tools, left = _find_tools(known, pairs, words, differences)
    now: dict[int, int | None] = {}
    for tool in tools:
        leading = min(tool, key=lambda i: (known[i].first_seen_at, known[i].key))
        now |= {entry_id: None if entry_id == leading else leading for entry_id in tool}
    outcomes = Outcomes(database, words, left, now, differences)
    found = [(pair, *outcomes.find(pair)) for pair in pairs]
    return Changes(
        tools=[(i, known[i].tool_id, now[i]) for i in known if known[i].tool_id != now[i]],
        pairs=[each for each in found if each[1:] != (each[0].outcome, each[0].reason)],
    )


def suppose_same(database: Database, one: int, other: int) -> list[int]:
    """Return the entries of the tool that two would be of if a person said so, by their ids.

    These may be more than the entries of both: what the rule left out between them is joined then.
    """
    entry_ids = _reach(database, (one, other))
    known, pairs = _read(database, entry_ids)
    words = list_words(database, entry_ids)
    words.pop((other, one), None)
    words[one, other] = Said("same", is_changed=False, decision_id=0)
    tools, _ = _find_tools(known, pairs, words, Differences(database))
    return next(tool for tool in tools if one in tool)


def _read(database: Database, entry_ids: Iterable[int]) -> tuple[dict[int, Known], list[Scored]]:
    """Return entries, in the order of their ids, and the pairs that any of them has."""
    ids = (write_ids(entry_ids),)
    known = {i: Known(*rest) for i, *rest in database.conn.execute(SELECT_KNOWN, ids)}
    return known, [Scored(*row) for row in database.conn.execute(SELECT_PAIRS, ids)]


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
    known: Mapping[int, Known], pairs: Iterable[Scored], words: Words, differences: Differences
) -> tuple[list[list[int]], dict[Pair, str]]:
    """Return the tools as rows of entries, and for each pair that was left out why."""
    entry_ids = list(known)
    number = {entry_id: place for place, entry_id in enumerate(entry_ids)}

    def write(a: int, b: int) -> Pair:
        return (min(number[a], number[b]), max(number[a], number[b]))

    said = {write(*pair): each.word for pair, each in words.items() if known.keys() >= {*pair}}
    ruled = {
        write(pair.a_id, pair.b_id): (pair.a_id, pair.b_id)
        for pair in pairs
        if pair.rule is not None and known.keys() >= {pair.a_id, pair.b_id}
    }

    def is_conflict(one: int, other: int) -> bool:
        ids = entry_ids[one], entry_ids[other]
        return bool(differences.list_conflicts(*ids) or differences.find_unlike(*ids))

    found = find_tools(len(entry_ids), said, ruled, is_conflict)
    left = {}
    for pair, apart in found.left.items():
        if apart is None:
            reason = f"more than {MOST_ENTRIES} entries would be one tool"
        else:
            one, other = (entry_ids[each] for each in apart)
            names = sorted(
                f"{known[i].name} ({known[i].slug or known[i].key})" for i in (one, other)
            )
            reason = f"it would join {' and '.join(names)}, "
            if conflicts := differences.list_conflicts(one, other):
                reason += f"which differ in {conflicts[0]}"
            else:
                reason += BRIDGED.get(said.get(apart, "")) or (
                    f"and {differences.find_unlike(one, other)}"
                )
        left[ruled.get(pair, (entry_ids[pair[0]], entry_ids[pair[1]]))] = reason
    return [[entry_ids[each] for each in tool] for tool in found.tools], left
