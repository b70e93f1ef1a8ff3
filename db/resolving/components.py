"""Resolve: which entries are one tool, given which pairs speak for it and which against.

Entries that are joined by a chain of pairs are one tool. Where a chain would join two that are not
one, and no shorter part of it does, it cannot be told which of its links is wrong, so none of them
is made. That does not depend on the order in which pairs are looked at.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from itertools import chain, combinations

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

    A way that passes a node which must be kept apart from either of the two tells nothing new: the
    way from there is shorter, and is looked at by itself. So what is joined on one side of it alone
    stays so. Of several pairs the first is returned.
    """
    bridging: dict[Pair, Pair] = {}
    for group in find_groups(nodes, edges):
        members = set(group)
        apart = [pair for pair in combinations(group, 2) if is_apart(*pair)]
        foes = _list_neighbours(group, apart)
        inner = [edge for edge in edges if edge[0] in members] if apart else []
        for one, other in apart:
            passed = (members - foes[one] - foes[other]) | {one, other}
            steps = [edge for edge in inner if passed.issuperset(edge)]
            for edge in _list_between(one, other, steps):
                bridging.setdefault(edge, (one, other))
    return bridging


def _list_between(one: int, other: int, edges: Collection[Pair]) -> Iterable[Pair]:
    """Return the edges on any simple way between two nodes.

    With an edge between the two, that is the block of it (a part of the graph that no single node
    holds together): a way and that edge are a cycle.
    """
    nodes = {one, other, *chain.from_iterable(edges)}
    reached = _reach(one, _list_neighbours(nodes, edges))
    if other not in reached:
        return ()
    steps = {(min(edge), max(edge)) for edge in edges if edge[0] in reached}
    closing = (min(one, other), max(one, other))
    blocks = find_blocks(reached, steps | {closing})
    block = next(block for block in blocks if closing in block)
    return [edge for edge in block if edge in steps]


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
