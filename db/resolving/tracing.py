"""Resolve: what joins two entries to one tool, and what keeps two tools apart, step by step."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from msgspec import Struct
from sqlite_utils import Database

from db.resolving.differences import Differences
from db.resolving.outcomes import find_tool, list_members, list_words
from db.touching import write_ids

SELECT_JOINED = """
SELECT entry_a_id, entry_b_id FROM json_each(?) CROSS JOIN pairs ON entry_a_id = value
WHERE rule NOTNULL AND outcome = 'merged'
"""
SELECT_SORTED = """
SELECT entry_id FROM json_each(?) CROSS JOIN entries ON entry_id = value ORDER BY entries.key
"""


class Step(Struct, frozen=True):
    """Two entries, by their rows, and the decision on them; None: the rule's, or of their facts.

    ``conflicts`` are the types of facts in which they differ.
    """

    one_id: int
    other_id: int
    decision_id: int | None
    conflicts: tuple[str, ...] = ()


def trace_joined(database: Database, one_id: int, other_id: int) -> list[Step]:
    """Return the shortest way from one entry of a tool to another, by the rule and by words."""
    members = list_members(database, find_tool(database, one_id))
    links: dict[int, dict[int, int | None]] = {entry_id: {} for entry_id in members}
    joined: dict[tuple[int, int], int | None] = dict.fromkeys(
        database.conn.execute(SELECT_JOINED, (write_ids(members),)).fetchall()
    )
    for pair, said in list_words(database, members).items():
        if said.word == "same":
            joined[pair] = said.decision_id
    for (a, b), decision_id in joined.items():
        if a in links and b in links:
            links[a][b] = links[b][a] = decision_id
    return _walk(links, one_id, other_id)


def _walk(links: dict[int, dict[int, int | None]], start: int, end: int) -> list[Step]:
    next_to, waiting = {end: end}, [end]
    for entry_id in waiting:
        for other in sorted(links[entry_id]):
            if other not in next_to:
                next_to[other] = entry_id
                waiting.append(other)
    steps = []
    while start in next_to and start != end:
        following = next_to[start]
        steps.append(Step(start, following, links[start][following]))
        start = following
    return steps


def trace_apart(database: Database, one_id: int, other_id: int) -> Step | None:
    """Return the first two entries of two tools that are held different, or differ in a fact."""
    ours, theirs = (_list_members(database, entry_id) for entry_id in (one_id, other_id))
    for (a, b), said in list_words(database, ours).items():
        if said.word == "different" and (a in theirs or b in theirs):
            return Step(a, b, said.decision_id)
    return next(list_differing(database, one_id, other_id), None)


def list_differing(database: Database, one_id: int, other_id: int) -> Iterator[Step]:
    """Yield the entries of two tools that differ in a fact; none where they are one tool."""
    ours, theirs = (_list_members(database, entry_id) for entry_id in (one_id, other_id))
    differences = Differences(database)
    for one, other in product(ours, theirs) if ours != theirs else ():
        if conflicts := differences.list_conflicts(one, other):
            yield Step(one, other, None, conflicts)


def _list_members(database: Database, entry_id: int) -> list[int]:
    """Return the entries of an entry's tool, in the order of their ids."""
    members = write_ids(list_members(database, find_tool(database, entry_id)))
    return [i for (i,) in database.conn.execute(SELECT_SORTED, (members,))]
