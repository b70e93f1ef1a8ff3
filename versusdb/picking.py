"""Command: which pair a person is asked next, and what is told of it."""

from __future__ import annotations

from collections.abc import Collection
from contextlib import closing
from pathlib import Path

from sqlite_utils import Database

from db.resolving.counting import count_resolved
from db.resolving.outcomes import find_tool, list_members
from db.resolving.queue import (
    Flagged,
    Waiting,
    count_queued_among,
    list_flagged,
    list_queue,
    read_card,
)
from versusdb.entries import describe_changed
from versusdb.explaining_pairs import explain
from versusdb.listing_pairs import count_pairs, suppose_tool
from versusdb.pair_view import View
from versusdb.store import open_reader


def find_next(path: Path, passed: Collection[tuple[int, int]]) -> View | None:
    """Return the pair that is asked after those that were passed, by their rows; None for none.

    Decisions on cards that have changed come after the queue.
    """
    with closing(open_reader(path)) as database:
        tools = {_find_tools(database, *pair) for pair in passed}
        for pair in list_queue(database):
            if _find_tools(database, pair.a_id, pair.b_id) not in tools:
                return _view(database, pair, passed=tools)
        for flagged in list_flagged(database):
            if (flagged.a_id, flagged.b_id) not in passed:
                return _view_flagged(database, flagged)
    return None


def _find_tools(database: Database, one_id: int, other_id: int) -> frozenset[int]:
    """Return the tools of two entries: whether they are one is one question."""
    return frozenset((find_tool(database, one_id), find_tool(database, other_id)))


def _view(database: Database, pair: Waiting, *, passed: Collection[Collection[int]]) -> View:
    waiting = count_resolved(database).queued
    over = sum(
        count_queued_among(database, [i for tool in tools for i in list_members(database, tool)])
        for tools in passed
    )
    told = f", {over:,} of them passed over" if over else ""
    return View(
        a=read_card(database, pair.a_id),
        b=read_card(database, pair.b_id),
        head=f"{count_pairs(waiting)}{told} · score {pair.score} of 1000",
        reason=pair.reason,
        speaks_for=pair.evidence["for"],
        speaks_against=pair.evidence["against"],
        together=suppose_tool(database, pair.a_id, pair.b_id),
    )


def _view_flagged(database: Database, flagged: Flagged) -> View:
    a, b = read_card(database, flagged.a_id), read_card(database, flagged.b_id)
    explained = explain(database, a, b)
    decided = f"Decided before: {flagged.word} (decision {flagged.decision_id})"
    return View(
        a=a,
        b=b,
        head=f"{decided} · score {explained.comparison.score} of 1000",
        reason=f"since then {describe_changed(flagged.changed)}",
        speaks_for=explained.speaks_for,
        speaks_against=explained.speaks_against,
        together=suppose_tool(database, flagged.a_id, flagged.b_id),
    )
