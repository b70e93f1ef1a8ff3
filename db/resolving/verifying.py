"""Resolve: checks that the tools are what follows from the pairs and the operators' words."""

from __future__ import annotations

from collections.abc import Iterator

from sqlite_utils import Database

from db.breaches import Answer, Breach, gather
from db.resolving.decisions import find_wrong_verdicts
from db.resolving.joining import find_changes

SELECT_KEYS = "SELECT entry_id, key FROM entries"


def list_wrong_tools(database: Database) -> Iterator[Breach]:
    """Find entries of another tool, and pairs of another outcome, than follows from what is kept.

    What the pairs say is not compared anew: that is what ``versusdb resolve`` does.
    """
    connection = database.conn
    if connection.execute("SELECT 1 FROM traits LIMIT 1").fetchone() is None:
        # A copy that was given away: what its entries were compared by is not in it.
        return
    keys = dict(connection.execute(SELECT_KEYS).fetchall())

    def name(entry_id: int | None) -> str:
        return "itself" if entry_id is None else str(keys.get(entry_id, "none"))

    yield from gather("verdict_wrong", "verdicts", find_wrong_verdicts(database))
    changes = find_changes(database, list(keys))
    tools: list[Answer] = [
        (name(i), f"tool {name(was)}", name(now)) for i, was, now in changes.tools
    ]
    yield from gather("tool_wrong", "entries.tool_id", tools)
    pairs: list[Answer] = [
        (f"{name(pair.a_id)} {name(pair.b_id)}", pair.outcome, outcome)
        for pair, outcome, _ in changes.pairs
    ]
    yield from gather("tool_wrong", "pairs.outcome", pairs)
