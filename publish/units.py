"""Publish: what the numbers of a column count or measure, and how people write them.

It goes by the name of a column, which means the same in every view but for a few.
"""

from __future__ import annotations

from collections.abc import Mapping

TIMES = frozenset({"valid_from", "valid_to"})
UNITS: Mapping[str, str] = {
    "score": "points, 0 to 100",
    "v1_merges.score": "thousandths, 0 to 1,000",
    "v1_merge_queue.score": "thousandths, 0 to 1,000",
    "ship_votes": "critics",
    "skip_votes": "critics",
    "community_votes": "votes",
    "comparison_count": "comparisons",
    "entry_count": "entries",
    "quote_count": "quotes",
    "sighting_count": "snapshots",
    "seat": "rows, from 1",
    "position": "places, from 1",
    "place": "text blocks, from 0",
    "v1_snapshots.status": "HTTP status",
    "run_id": "number, from 1",
    "decision_id": "number, from 1",
    "holds": "0 or 1",
    "pages": "pages",
    "slots": "times",
    "filled": "times",
    "issues": "issues",
    "reviewed_on": "day",
}
# By what a column's name begins with.
COUNTED = ("pages", "entries", "quotes")
# Words of a column's name that say that it counts; those of ids and of years do not.
COUNTING = frozenset(
    "all both categories comparisons count critics ended even filled issues lowered mixed moved "
    "pages pairs prefer quotes entries raised rows sample scores ships ship skips skip slots "
    "standing seen tools unseen verdict votes".split()
)
# Between -1 and 1; of more digits than two nobody reads a meaning.
COEFFICIENTS = frozenset({"kappa", "kappa_low", "kappa_high", "score_correlation"})


def is_percent(column: str) -> bool:
    """Tell whether a column holds a percentage."""
    return "pct" in column.split("_")


def is_time(column: str) -> bool:
    """Tell whether a column holds times."""
    return column.endswith("_at") or column in TIMES


def is_count(column: str) -> bool:
    """Tell whether whole numbers in a column count something."""
    return not is_percent(column) and not COUNTING.isdisjoint(column.split("_"))


def write_number(column: str, value: object) -> str | None:
    """Return a number as people write it; None for what is written as it is."""
    if column in COEFFICIENTS and isinstance(value, int | float):
        return f"{value:z.2f}"
    return f"{value:,}" if isinstance(value, int) and is_count(column) else None


def find_unit(view: str, column: str) -> str:
    """Return what the values of a column are in; empty where they are words or ids."""
    if is_percent(column):
        return "percent"
    if is_time(column):
        return "time, UTC"
    first = column.partition("_")[0]
    counted = first if first in COUNTED else ""
    return UNITS.get(f"{view}.{column}") or UNITS.get(column) or counted
