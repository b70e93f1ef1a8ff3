"""Bench: versusdb's own matcher, as the bench sees it."""

from __future__ import annotations

from collections.abc import Sequence

from bench.resolve.links import LabelledEntry, Linked, Row


def link_tables(left: Sequence[Row], right: Sequence[Row]) -> Linked:
    """Link two tables by name, description and price; pairs are of row numbers, left and right."""
    # TO BE FILLED: the matcher does not exist yet.
    raise NotImplementedError(f"no matcher yet for {len(left)} and {len(right)} rows")


def resolve_entries(entries: Sequence[LabelledEntry]) -> Linked:
    """Resolve a list from nothing; merged are all pairs within one tool, the lesser first."""
    # TO BE FILLED: the matcher does not exist yet.
    raise NotImplementedError(f"no matcher yet for {len(entries)} entries")
