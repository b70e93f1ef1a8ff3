"""Bench: rapidfuzz alone: all pairs whose names are alike by one ratio, at one threshold."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from rapidfuzz import fuzz, process, utils

from bench.resolve.links import LabelledEntry, Pair, Row

# Set beforehand, for all data: the one that is used where nobody has labels to choose by.
THRESHOLD = 90
RATIOS: dict[str, Callable[..., float]] = {
    "`token_set_ratio`": fuzz.token_set_ratio,
    "`token_sort_ratio`": fuzz.token_sort_ratio,
}
_ROWS_AT_ONCE = 1000


def link_tables(left: Sequence[Row], right: Sequence[Row]) -> dict[str, set[Pair]]:
    """Return the pairs of two tables that each ratio finds."""
    names, others = ([row.name for row in rows] for rows in (left, right))
    return {
        f"{ratio} ≥ {THRESHOLD}": set(_list_alike(names, others, scorer))
        for ratio, scorer in RATIOS.items()
    }


def link_entries(entries: Sequence[LabelledEntry]) -> dict[str, set[Pair]]:
    """Return the pairs within a list that each ratio finds."""
    names = [entry.name for entry in entries]
    return {
        f"{ratio} ≥ {THRESHOLD}": {
            (one, two) for one, two in _list_alike(names, names, scorer) if one < two
        }
        for ratio, scorer in RATIOS.items()
    }


def _list_alike(
    names: Sequence[str], others: Sequence[str], scorer: Callable[..., float]
) -> Iterator[Pair]:
    """Yield the places of names that are alike, by their letters and digits in lower case."""
    names, others = ([utils.default_process(name) for name in each] for each in (names, others))
    for begin in range(0, len(names), _ROWS_AT_ONCE):
        some = names[begin : begin + _ROWS_AT_ONCE]
        scores: Any = process.cdist(some, others, scorer=scorer, score_cutoff=THRESHOLD)
        for one, two in zip(*scores.nonzero(), strict=True):
            yield begin + int(one), int(two)
