"""Command: what a decision makes of tools: what it joins, what falls apart, what is asked anew."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import islice

from msgspec import Struct
from sqlite_utils import Database

from db.resolving.outcomes import list_members
from db.resolving.queue import count_queued_among, read_card
from db.resolving.tracing import Step, list_differing
from db.touching import write_ids
from versusdb.entries import describe_entry
from versusdb.reports import plural

MOST_DIFFERING = 3
SELECT_TOOLS = """
SELECT DISTINCT coalesce(tool_id, entry_id) FROM json_each(?) CROSS JOIN entries ON entry_id = value
ORDER BY 1
"""


class Around(Struct, frozen=True):
    """The entries of some tools by their rows, and how many tools they were."""

    entry_ids: tuple[int, ...]
    tools: int


def look_around(database: Database, entry_ids: Collection[int]) -> Around:
    """Return the tools of some entries as they are before a decision."""
    tools = _list_tools(database, entry_ids)
    members = [i for tool in tools for i in list_members(database, tool)]
    return Around(tuple(members), len(tools))


def _list_tools(database: Database, entry_ids: Collection[int]) -> list[int]:
    """Return the leading entries of the tools of some entries; of those that are gone, none."""
    return [i for (i,) in database.conn.execute(SELECT_TOOLS, (write_ids(entry_ids),))]


def describe_effect(database: Database, before: Around) -> Iterator[str]:
    """Yield what has become of some tools."""
    after = _list_tools(database, before.entry_ids)
    members = {i for tool in after for i in list_members(database, tool)} | {*before.entry_ids}
    tools, entries = len(after), plural(len(members), "entry")
    if tools < before.tools or len(members) > len(before.entry_ids):
        yield f"{entries} are {'one tool' if tools == 1 else f'{tools} tools'} now"
    elif tools > before.tools:
        waiting = count_queued_among(database, before.entry_ids)
        verb = "waits" if waiting == 1 else "wait"
        asked = f"; {plural(waiting, 'pair')} of them {verb} for a person" if waiting else ""
        which = "one tool" if before.tools == 1 else f"{before.tools} tools"
        yield f"{entries} that were {which} are {tools} now{asked}"


def describe_differing(database: Database, one_id: int, other_id: int) -> list[str]:
    """Return in what entries of two tools differ, a line each and no more than a few."""
    steps = islice(list_differing(database, one_id, other_id), MOST_DIFFERING)
    return [describe_step(database, step) for step in steps]


def describe_step(database: Database, step: Step) -> str:
    """Return what keeps two entries apart, or would."""
    one, other = (
        describe_entry(read_card(database, each)) for each in (step.one_id, step.other_id)
    )
    if step.decision_id is not None:
        return f"{one} and {other} are held different by decision {step.decision_id}"
    return f"{one} and {other} differ in {', '.join(step.conflicts)}"
