"""Bench: who links. A contestant gives one set of pairs or several, each under its own name."""

from __future__ import annotations

import importlib
from collections.abc import Mapping, Sequence
from importlib.util import find_spec
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from bench.resolve.links import LabelledEntry, Linked, Pair, Row

FOUND, MERGED = "merged or queued", "merged alone"


class Contestant(Struct, frozen=True):
    """Who links under the name in the table, the libraries it needs, and the module that does."""

    name: str
    module: str
    libraries: tuple[str, ...] = ()

    @property
    def lacking(self) -> tuple[str, ...]:
        """The libraries that are not installed."""
        return tuple(name for name in self.libraries if find_spec(name) is None)

    def load(self) -> Any:
        """Return the module, and import what it needs, which is no work of linking."""
        for library in self.libraries:
            importlib.import_module(library)
        return importlib.import_module(self.module)


OURS = Contestant("**versusdb**", "bench.resolve.with_versusdb")
PEERS = (
    Contestant("rapidfuzz", "bench.resolve.with_rapidfuzz", ("rapidfuzz", "numpy")),
    Contestant("Splink", "bench.resolve.with_splink", ("splink", "duckdb")),
    Contestant("Splink, names alone", "bench.resolve.with_splink_names", ("splink", "duckdb")),
)


def link_tables(
    contestant: Contestant, left: Sequence[Row], right: Sequence[Row]
) -> Mapping[str, set[Pair]]:
    """Return the pairs of two tables that a contestant finds."""
    linked = contestant.load().link_tables(left, right)
    return split_linked(linked) if isinstance(linked, Linked) else linked


def split_linked(linked: Linked) -> Mapping[str, set[Pair]]:
    """Return our pairs as two sets: all at or above the queue's threshold, and the merges alone."""
    return {FOUND: linked.queued | linked.merged.keys(), MERGED: set(linked.merged)}


def hide_answers(entries: Sequence[LabelledEntry]) -> tuple[LabelledEntry, ...]:
    """Return the entries as they are given to a contestant: each a tool of its own."""
    return tuple(replace(entry, tool=place) for place, entry in enumerate(entries))
