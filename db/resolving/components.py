"""Resolve: which entries are one tool, given which pairs speak for it and which against.

Entries that are joined by a chain of pairs are one tool. Where a chain would join two that are not
one, it cannot be told which of its links is wrong, so none of those between the two is made. That
does not depend on the order in which pairs are looked at.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from itertools import combinations

Pair = tuple[int, int]


def find_groups(nodes: Iterable[int], edges: Iterable[Pair]) -> list[list[int]]:
    """Return the nodes in groups that edges join, each in rising order, by their first."""
    neighbours = _list_neighbours(nodes, edges)
    groups, seen = [], set()
    for node in sorted(neighbours):
        if node not in seen:
            group = _reach(node, neighbours)
            seen.update(group)
            groups.append(sorted(group))
    return groups


def find_bridging(
    nodes: Collection[int], edges: Collection[Pair], is_apart: Callable[[int, int], bool]
) -> dict[Pair, Pair]:
    """Return the edges on any way between two nodes that must be kept apart, and a pair of those.

    An edge lies on a simple way between two nodes exactly where its block (a part of the graph
    that no single node holds together) lies between them: what hangs on two of the block's nodes
    is joined by all of its edges.
    """
    bridging: dict[Pair, Pair] = {}
    for group in find_groups(nodes, edges):
        members = set(group)
        inner = [edge for edge in edges if edge[0] in members]
        if not any(is_apart(one, other) for one, other in combinations(group, 2)):
            continue
        for block in find_blocks(group, inner):
            apart = _find_apart(group, inner, block, is_apart)
            if apart is not None:
                bridging.update(dict.fromkeys(block, apart))
    return bridging


def _find_apart(
    group: Collection[int],
    edges: Collection[Pair],
    block: Collection[Pair],
    is_apart: Callable[[int, int], bool],
) -> Pair | None:
    """Return the first two nodes that must be kept apart and that this block joins."""
    rest = _list_neighbours(group, set(edges) - set(block))
    hanging = [sorted(_reach(node, rest)) for node in sorted({n for edge in block for n in edge})]
    found = [
        (min(one, other), max(one, other))
        for ours, theirs in combinations(hanging, 2)
        for one in ours
        for other in theirs
        if is_apart(one, other)
    ]
    return min(found, default=None)


def find_blocks(nodes: Iterable[int], edges: Iterable[Pair]) -> Iterator[list[Pair]]:
    """Yield the blocks of a graph, each as its edges (Hopcroft and Tarjan, 1973)."""
    neighbours = _list_neighbours(nodes, edges)
    depth: dict[int, int] = {}
    low: dict[int, int] = {}
    path: list[Pair] = []
    for root in sorted(neighbours):
        if root in depth:
            continue
        depth[root] = low[root] = 0
        stack = [(root, root, iter(sorted(neighbours[root])))]
        while stack:
            node, parent, rest = stack[-1]
            child = next(rest, None)
            if child is None:
                stack.pop()
                if stack:
                    low[parent] = min(low[parent], low[node])
                    if low[node] >= depth[parent]:
                        place = path.index((parent, node))
                        yield [(min(edge), max(edge)) for edge in path[place:]]
                        del path[place:]
            elif child not in depth:
                depth[child] = low[child] = depth[node] + 1
                path.append((node, child))
                stack.append((child, node, iter(sorted(neighbours[child]))))
            elif child != parent and depth[child] < depth[node]:
                path.append((node, child))
                low[node] = min(low[node], depth[child])


def _list_neighbours(nodes: Iterable[int], edges: Iterable[Pair]) -> dict[int, set[int]]:
    neighbours: dict[int, set[int]] = {node: set() for node in nodes}
    for one, other in edges:
        neighbours[one].add(other)
        neighbours[other].add(one)
    return neighbours


def _reach(start: int, neighbours: Mapping[int, Collection[int]]) -> set[int]:
    seen, waiting = {start}, [start]
    while waiting:
        for other in neighbours[waiting.pop()]:
            if other not in seen:
                seen.add(other)
                waiting.append(other)
    return seen
