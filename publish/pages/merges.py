"""Publish: why entries are one tool, in words: who said so, and what spoke for and against it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Row = Mapping[str, Any]

WHOLE_SCORE = 1000


@dataclass(frozen=True, slots=True)
class Merge:
    """A pair of entries that are one tool; ``parts`` are those of its score, in thousandths."""

    row: Row
    speaks_for: Sequence[str]
    speaks_against: Sequence[str]
    parts: Sequence[tuple[str, int]]


@dataclass(frozen=True, slots=True)
class Merges:
    """The pairs that something joins, and those that only a chain of them does."""

    joined: Sequence[Merge]
    chained: Sequence[Merge]


def read_merges(rows: Iterable[Row]) -> Merges:
    """Read pairs with their evidence, as the stored query gives them."""
    merges = [read_merge(row) for row in rows]
    return Merges(
        [merge for merge in merges if merge.row["decided_by"] != "chain"],
        [merge for merge in merges if merge.row["decided_by"] == "chain"],
    )


def read_merge(row: Row) -> Merge:
    """Read a pair; evidence that a file brought along may be any JSON."""
    try:
        evidence = json.loads(row["evidence"] or "{}")
    except ValueError:
        evidence = {}
    told = evidence if isinstance(evidence, dict) else {}
    parts = told.get("parts")
    return Merge(
        row,
        _list_words(told.get("for")),
        _list_words(told.get("against")),
        [
            (str(name).replace("_", " "), points)
            for name, points in (parts.items() if isinstance(parts, dict) else ())
            if isinstance(points, int) and points
        ],
    )


def _list_words(value: object) -> list[str]:
    return [word for word in value if isinstance(word, str)] if isinstance(value, list) else []
