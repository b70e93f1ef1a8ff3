"""Bench: Splink on names alone: its model without what two shops or two hands say differently."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from bench.resolve import with_splink
from bench.resolve.links import LabelledEntry, Pair, Row


def link_tables(left: Sequence[Row], right: Sequence[Row]) -> dict[str, set[Pair]]:
    """Return the pairs of two tables at each threshold."""
    first, second = (
        [replace(row, description=None, price=None) for row in rows] for rows in (left, right)
    )
    return with_splink.link_tables(first, second)


def link_entries(entries: Sequence[LabelledEntry]) -> dict[str, set[Pair]]:
    """Return the pairs within a list at each threshold."""
    named = [replace(entry, tagline=None, description=None, pricing=None) for entry in entries]
    return with_splink.link_entries(named)
