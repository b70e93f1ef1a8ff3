"""Resolve: tools among some entries, from what operators said and what the rule joins.

Entries are numbers here, in the order of their ids, so that nothing depends on the order in which
they arrived. An operator's word comes before the rule's, and "different" before "same".
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from functools import cache
from itertools import product

from msgspec import Struct

from db.resolving.components import Pair, find_bridging, find_groups

# No more entries than these become one tool without a person's word.
MOST_ENTRIES = 100


class Tools(Struct, frozen=True):
    """The tools, each as its entries in rising order, and why pairs of them were left out.

    ``left`` names for each such pair two entries that it would have joined, and must not.
    """

    tools: list[list[int]]
    left: Mapping[Pair, Pair | None]


def find_tools(
    count: int,
    said: Mapping[Pair, str],
    ruled: Collection[Pair],
    is_conflict: Callable[[int, int], bool],
) -> Tools:
    """Find the tools among ``count`` entries.

    ``said`` is the operator's word on pairs (``same``, ``different`` or ``unsure``), ``ruled`` are
    the pairs that the rule joins, and ``is_conflict`` tells whether the facts of two differ, or
    what the rule wants to be the same. The rule joins no two that a person was unsure of, either.
    """
    different = {pair for pair, word in said.items() if word == "different"}
    same = [pair for pair, word in said.items() if word == "same"]
    torn: dict[Pair, Pair] = {}
    if different:
        torn = find_bridging(range(count), same, lambda one, other: _sort(one, other) in different)
    # What an operator joined is one node from here on, whatever the facts are.
    held = find_groups(range(count), [pair for pair in same if pair not in torn])
    node_of = {entry: node for node, group in enumerate(held) for entry in group}

    @cache
    def find_apart(one: int, other: int) -> Pair | None:
        for a, b in product(held[one], held[other]):
            if said.get(_sort(a, b)) in ("different", "unsure") or is_conflict(a, b):
                return _sort(a, b)
        return None

    edges: dict[Pair, list[Pair]] = {}
    for pair in sorted(ruled):
        edge = _sort(node_of[pair[0]], node_of[pair[1]])
        if pair not in said and edge[0] != edge[1]:
            edges.setdefault(edge, []).append(pair)
    left_edges: dict[Pair, Pair | None] = {}
    for group in find_groups(range(len(held)), edges):
        members = set(group)
        inner = [edge for edge in edges if edge[0] in members]
        if sum(len(held[node]) for node in group) > MOST_ENTRIES and len(group) > 1:
            left_edges.update(dict.fromkeys(inner))
            continue
        bridging = find_bridging(group, inner, lambda one, other: bool(find_apart(one, other)))
        left_edges.update({edge: find_apart(*apart) for edge, apart in bridging.items()})
    left: dict[Pair, Pair | None] = dict(torn)
    for edge, apart in left_edges.items():
        left.update(dict.fromkeys(edges[edge], apart))
    kept = [edge for edge in edges if edge not in left_edges]
    tools = [
        sorted(entry for node in group for entry in held[node])
        for group in find_groups(range(len(held)), kept)
    ]
    return Tools(tools, left)


def _sort(one: int, other: int) -> Pair:
    return (one, other) if one < other else (other, one)
