"""Command: ``review`` where there is no terminal: the merge queue as lines, or as JSON."""

from __future__ import annotations

import json
from contextlib import closing
from itertools import islice
from pathlib import Path

from sqlite_utils import Database

from db.resolving.counting import count_resolved
from db.resolving.joining import suppose_same
from db.resolving.queue import (
    Card,
    Flagged,
    Waiting,
    list_flagged,
    list_queue,
    read_card,
    write_card,
)
from scraper.showing import show_path
from versusdb.entries import describe_entry
from versusdb.errors import CLEAN
from versusdb.progress import tell, tell_folded
from versusdb.reports import plural
from versusdb.store import open_reader

MOST_LISTED = 50


def list_waiting(path: Path, *, is_json: bool) -> int:
    """Print the pairs that wait, and the decisions that rest on cards that have changed."""
    with closing(open_reader(path)) as database:
        flagged = list_flagged(database)
        if is_json:
            summary = {
                "command": "review",
                "exit_status": CLEAN,
                "db": show_path(path),
                "queue": [_write_waiting(database, pair) for pair in list_queue(database)],
                "flagged": [_write_flagged(database, each) for each in flagged],
            }
            tell(json.dumps(summary))
            return CLEAN
        waiting = count_resolved(database).queued
        tell_folded(f"{path}: {count_pairs(waiting)}")
        for pair in islice(list_queue(database), MOST_LISTED):
            tell_folded(f"{pair.score} {_describe(database, pair)}: {pair.reason}")
        if waiting > MOST_LISTED:
            tell_folded(f"and {waiting - MOST_LISTED:,} more; --json lists them all")
        for each in flagged:
            tell_folded(
                f"decision {each.decision_id}: {_describe(database, each)}, {each.word}; "
                f"changed since: {', '.join(each.changed)}"
            )
    return CLEAN


def _describe(database: Database, pair: Waiting | Flagged) -> str:
    one, other = (describe_entry(read_card(database, each)) for each in (pair.a_id, pair.b_id))
    return f"{one} – {other}"


def _write_waiting(database: Database, pair: Waiting) -> dict[str, object]:
    together = suppose_tool(database, pair.a_id, pair.b_id)
    return {
        **_write_cards(database, pair),
        "score": pair.score,
        "reason": pair.reason,
        "evidence": pair.evidence,
        "together": [card.entry_id for card in together],
    }


def suppose_tool(database: Database, one_id: int, other_id: int) -> list[Card]:
    """Return the entries of the tool that two would be of if a person said so, by their ids."""
    return [read_card(database, each) for each in suppose_same(database, one_id, other_id)]


def _write_flagged(database: Database, flagged: Flagged) -> dict[str, object]:
    return {
        "decision_id": flagged.decision_id,
        "word": flagged.word,
        "changed": flagged.changed,
        **_write_cards(database, flagged),
    }


def _write_cards(database: Database, pair: Waiting | Flagged) -> dict[str, object]:
    return {
        "entry_a": write_card(read_card(database, pair.a_id)),
        "entry_b": write_card(read_card(database, pair.b_id)),
    }


def count_pairs(count: int) -> str:
    """Return how many pairs wait."""
    if not count:
        return "no pair waits for a person"
    return f"{plural(count, 'pair')} {'waits' if count == 1 else 'wait'} for a person"
