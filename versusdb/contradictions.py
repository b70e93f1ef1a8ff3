"""Command: the words that contradict another, as a path from one entry to the other."""

from __future__ import annotations

from collections.abc import Sequence

from sqlite_utils import Database

from db.resolving.standing import Step
from versusdb.entries import describe_key

SIGNS = {"same": "=", "different": "≠", "unsure": "?"}
# Of a path with more steps than these so many are told.
MOST_STEPS, FIRST_STEPS, LAST_STEPS = 8, 5, 2


def describe_path(database: Database, path: Sequence[Step]) -> str:
    """Return a path as ``A = B (decision 3), B ≠ C (decision 5)``; of a long one its ends."""
    first, last = _split(path)
    left = len(path) - len(first) - len(last)
    more = [f"… and {left:,} more …"] if left else []
    told = [[_describe_step(database, step) for step in steps] for steps in (first, last)]
    return ", ".join((*told[0], *more, *told[1]))


def _split(path: Sequence[Step]) -> tuple[Sequence[Step], Sequence[Step]]:
    """Return the steps of a path that are told: its first and its last."""
    if len(path) <= MOST_STEPS:
        return path, ()
    return path[:FIRST_STEPS], path[-LAST_STEPS:]


def _describe_step(database: Database, step: Step) -> str:
    one, other = describe_key(database, step.one), describe_key(database, step.other)
    number = f"decision {step.decision_id}" if step.decision_id else "this one"
    return f"{one} {SIGNS[step.word]} {other} ({number})"


def tell_remedy(path: Sequence[Step]) -> str:
    """Return which of the decisions that are told may be taken back."""
    first, last = _split(path)
    numbers = sorted(step.decision_id for step in (*first, *last) if step.decision_id)
    return f"take one of them back: {' or '.join(f'--undo {number}' for number in numbers)}"
