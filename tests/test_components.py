"""Which entries are one tool follows from all pairs at once, as a search of every path has it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import combinations, pairwise
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.resolving.components import Pair, find_blocks, find_bridging, find_groups
from db.resolving.tools import MOST_ENTRIES, Tools, find_tools

NODES = range(6)
PAIRS = [*combinations(NODES, 2)]
GRAPH = st.sets(st.sampled_from(PAIRS), max_size=9)
FEW = st.sets(st.sampled_from(PAIRS), max_size=3)
SAID = st.dictionaries(
    st.sampled_from(PAIRS), st.sampled_from(["same", "same", "different", "unsure"]), max_size=6
)
ORDER = st.permutations(NODES)


def sort(one: int, other: int) -> Pair:
    return (min(one, other), max(one, other))


def walk(path: tuple[int, ...], end: int, edges: Collection[Pair]) -> Iterator[tuple[int, ...]]:
    """Yield every simple path that begins so and leads to the end, as its nodes."""
    if path[-1] == end:
        yield path
        return
    for edge in edges:
        if path[-1] in edge:
            (following,) = set(edge) - {path[-1]}
            if following not in path:
                yield from walk((*path, following), end, edges)


def list_steps(path: Sequence[int]) -> set[Pair]:
    return {sort(one, other) for one, other in pairwise(path)}


def search_bridging(edges: Collection[Pair], apart: Collection[Pair]) -> set[Pair]:
    """Return the edges on any simple path between two that must be apart.

    Not on one that passes a third which must be apart from either of them.
    """
    return {
        step
        for one, other in apart
        for path in walk((one,), other, edges)
        if not any(sort(node, end) in apart for node in path[1:-1] for end in (one, other))
        for step in list_steps(path)
    }


def search_between(edges: Collection[Pair], apart: Collection[Pair], edge: Pair) -> Pair:
    """Return the first two that must be apart, between which an edge lies."""
    return min(
        (one, other)
        for one, other in apart
        for path in walk((one,), other, edges)
        if edge in list_steps(path)
        and not any(sort(node, end) in apart for node in path[1:-1] for end in (one, other))
    )


def search_blocks(edges: Collection[Pair]) -> set[frozenset[Pair]]:
    """Return the edges in sets: two are in one where a simple cycle holds both."""
    blocks = set()
    for edge in edges:
        rest = set(edges) - {edge}
        paths = walk((edge[0],), edge[1], rest)
        blocks.add(frozenset({edge}.union(*map(list_steps, paths))))
    return blocks


def search_groups(nodes: Iterable[int], edges: Collection[Pair]) -> list[list[int]]:
    groups = {tuple(other for other in nodes if any(walk((node,), other, edges))) for node in nodes}
    return sorted(map(list, groups))


def hold(pairs: Collection[Pair]) -> Callable[[int, int], bool]:
    return lambda one, other: sort(one, other) in pairs


@given(GRAPH)
def test_groups_are_what_paths_join(edges: set[Pair]) -> None:
    """Two nodes are in one group exactly where a path joins them."""
    assert find_groups(NODES, edges) == search_groups(NODES, edges)


@given(GRAPH)
def test_blocks_are_what_cycles_hold(edges: set[Pair]) -> None:
    """Each edge is in one block, with exactly the edges that a simple cycle holds beside it."""
    blocks = [*find_blocks(NODES, edges)]
    assert sorted(edge for block in blocks for edge in block) == sorted(edges)
    assert {frozenset(block) for block in blocks} == search_blocks(edges)


@given(GRAPH, FEW)
def test_an_edge_is_bridging_where_it_lies_between_two_apart(
    edges: set[Pair], apart: set[Pair]
) -> None:
    """Edges on a simple path between two apart are bridging, and the first two are told."""
    found = find_bridging(NODES, edges, hold(apart))
    assert set(found) == search_bridging(edges, apart)
    for edge, between in found.items():
        assert between == search_between(edges, apart, edge)


@given(st.lists(st.sampled_from(PAIRS), unique=True, max_size=9), FEW, st.randoms())
def test_the_order_of_edges_does_not_matter(
    edges: list[Pair], apart: set[Pair], random: Random
) -> None:
    """The same edges in another order bridge the same, and for the same two nodes."""
    found = find_bridging(NODES, edges, hold(apart))
    random.shuffle(edges)
    assert find_bridging(NODES, edges, hold(apart)) == found


def search_tools(
    said: Mapping[Pair, str], ruled: Collection[Pair], conflicts: Collection[Pair]
) -> tuple[list[list[int]], set[Pair]]:
    """Return the tools and the pairs that are left out, from every path there is."""
    different = {pair for pair, word in said.items() if word == "different"}
    same = {pair for pair, word in said.items() if word == "same"}
    torn = search_bridging(same, different)
    held = search_groups(NODES, same - torn)
    node_of = {entry: number for number, group in enumerate(held) for entry in group}
    edges = {
        pair: sort(node_of[pair[0]], node_of[pair[1]])
        for pair in ruled
        if pair not in said and node_of[pair[0]] != node_of[pair[1]]
    }
    unsure = {pair for pair, word in said.items() if word == "unsure"}
    kept_apart = different | unsure | set(conflicts)
    apart = {sort(node_of[one], node_of[other]) for one, other in kept_apart}
    bridging = search_bridging({*edges.values()}, {(a, b) for a, b in apart if a != b})
    kept = {*edges.values()} - bridging
    tools = [
        sorted(entry for node in group for entry in held[node])
        for group in search_groups(range(len(held)), kept)
    ]
    return sorted(tools), torn | {pair for pair, edge in edges.items() if edge in bridging}


@given(SAID, GRAPH, FEW)
def test_tools_are_what_a_search_finds(
    said: dict[Pair, str], ruled: set[Pair], conflicts: set[Pair]
) -> None:
    """Operators' words come first, "different" before "same"; then the rule joins what it may."""
    found = find_tools(len(NODES), said, ruled, hold(conflicts))
    tools, left = search_tools(said, ruled, conflicts)
    assert sorted(found.tools) == tools
    assert set(found.left) == left
    assert {*found.left.values()} <= {p for p, word in said.items() if word != "same"} | conflicts


@given(SAID, GRAPH, FEW)
def test_no_tool_holds_what_must_be_apart(
    said: dict[Pair, str], ruled: set[Pair], conflicts: set[Pair]
) -> None:
    """No tool holds two held different, nor facts in conflict, unless "same" joins all of it."""
    found = find_tools(len(NODES), said, ruled, hold(conflicts))
    assert sorted(entry for tool in found.tools for entry in tool) == [*NODES]
    same = {pair for pair, word in said.items() if word == "same"} - set(found.left)
    joined = [set(group) for group in find_groups(NODES, same)]
    for tool in found.tools:
        for pair in combinations(tool, 2):
            assert said.get(pair) != "different"
            assert pair not in conflicts or any(set(pair) <= group for group in joined)
    for group in joined:
        assert any(group <= set(tool) for tool in found.tools)


@given(SAID, GRAPH, FEW, ORDER)
def test_neither_order_nor_numbers_matter(
    said: dict[Pair, str], ruled: set[Pair], conflicts: set[Pair], order: list[int]
) -> None:
    """Entries under other numbers, told in another order, are the same tools."""

    def move(pair: Pair) -> Pair:
        return sort(order[pair[0]], order[pair[1]])

    found = find_tools(len(NODES), said, sorted(ruled), hold(conflicts))
    assert find_tools(
        len(NODES), dict(reversed(said.items())), sorted(ruled, reverse=True), hold(conflicts)
    ) == found  # fmt: skip
    moved = find_tools(
        len(NODES),
        {move(pair): word for pair, word in said.items()},
        {*map(move, ruled)},
        hold({*map(move, conflicts)}),
    )
    assert sorted(moved.tools) == sorted(sorted(order[e] for e in tool) for tool in found.tools)
    assert set(moved.left) == {*map(move, found.left)}


def never(one: int, other: int) -> bool:
    return False


UNSIZED, SIZED_7B, SIZED_22B, OTHER_22B = range(4)
SIZES = {(SIZED_7B, SIZED_22B), (SIZED_7B, OTHER_22B)}


def find(
    said: Mapping[Pair, str], ruled: Collection[Pair], conflicts: Collection[Pair] = SIZES
) -> Tools:
    return find_tools(4, said, ruled, hold(conflicts))


def test_the_unsized_bridges_nothing() -> None:
    """What may be the 7B or the 22B is joined to neither; two that are surely 22B stay one tool."""
    ruled = {(UNSIZED, SIZED_7B), (UNSIZED, SIZED_22B)}
    found = find({}, ruled)
    assert found.tools == [[UNSIZED], [SIZED_7B], [SIZED_22B], [OTHER_22B]]
    assert found.left == dict.fromkeys(ruled, (SIZED_7B, SIZED_22B))
    longer = find({}, ruled | {(SIZED_22B, OTHER_22B), (UNSIZED, OTHER_22B)})
    assert longer.tools == [[UNSIZED], [SIZED_7B], [SIZED_22B, OTHER_22B]]
    assert longer.left == {**found.left, (UNSIZED, OTHER_22B): (SIZED_7B, OTHER_22B)}


def test_a_new_copy_leaves_what_was_left_out_as_it_was() -> None:
    """It may belong to the one that is held different or to the others, which stay together."""
    others = [*combinations(range(3), 2)]
    said = {(entry, 3): "different" for entry in range(3)}
    found = find_tools(5, said, [*others, *((entry, 4) for entry in range(4))], never)
    assert found.tools == [[0, 1, 2], [3], [4]]
    assert set(found.left) == {(entry, 4) for entry in range(4)}


def test_a_person_says_which_size_the_unsized_is() -> None:
    """Held different from the one, or the same as it, the unsized may be told from the other."""
    ruled = {(UNSIZED, SIZED_7B), (UNSIZED, SIZED_22B)}
    different = find({(UNSIZED, SIZED_7B): "different"}, ruled)
    assert different.tools == [[UNSIZED, SIZED_22B], [SIZED_7B], [OTHER_22B]]
    same = find({(UNSIZED, SIZED_7B): "same"}, ruled)
    assert same.tools == [[UNSIZED, SIZED_7B], [SIZED_22B], [OTHER_22B]]
    assert same.left == {(UNSIZED, SIZED_22B): (SIZED_7B, SIZED_22B)}


def test_same_overrules_facts() -> None:
    """What a person joined is one tool whatever the facts say, and no rule's pair undoes it."""
    found = find({(SIZED_7B, SIZED_22B): "same"}, {(SIZED_22B, OTHER_22B)})
    assert found.tools == [[UNSIZED], [SIZED_7B, SIZED_22B], [OTHER_22B]]
    assert found.left == {(SIZED_22B, OTHER_22B): (SIZED_7B, OTHER_22B)}
    both = {(SIZED_7B, SIZED_22B): "same", (SIZED_7B, OTHER_22B): "same"}
    assert find(both, {(SIZED_22B, OTHER_22B)}).tools == [[UNSIZED], [1, 2, 3]]
    assert find(both, {(SIZED_22B, OTHER_22B)}).left == {}


@pytest.mark.parametrize("length", [2, 3])
def test_different_overrules_chains_of_same(length: int) -> None:
    """Of a chain of "same" between two held different no link holds; what hangs on it does."""
    chain = [*pairwise(range(length + 1))]
    said = dict.fromkeys(chain, "same") | {(0, length): "different"}
    found = find(said, (), ())
    assert found.left == dict.fromkeys(chain, (0, length))
    assert found.tools == [[0], [1], [2], [3]]
    beside = find({(0, 1): "same", (1, 2): "same", (2, 3): "same", (0, 2): "different"}, (), ())
    assert beside.tools == [[0], [1], [2, 3]]


def test_unsure_is_no_pair_of_the_rule() -> None:
    """What a person is unsure of no chain of the rule joins, but for a word of "same" in it."""
    assert find({(0, 1): "unsure"}, {(0, 1)}, ()).tools == [[0], [1], [2], [3]]
    found = find({(0, 1): "unsure"}, {(0, 1), (0, 2), (1, 2)}, ())
    assert found.tools == [[0], [1], [2], [3]]
    assert found.left == dict.fromkeys([(0, 2), (1, 2)], (0, 1))
    said = {(0, 1): "unsure", (0, 2): "same", (1, 2): "same"}
    assert find(said, (), ()).tools == [[0, 1, 2], [3]]


def test_a_rule_joins_so_many_and_no_more() -> None:
    """More entries than MOST_ENTRIES are no tool without a person, and none of them is joined."""
    chain = [*pairwise(range(MOST_ENTRIES + 1))]
    most = find_tools(MOST_ENTRIES, {}, chain[:-1], never)
    assert (most.tools, most.left) == ([[*range(MOST_ENTRIES)]], {})
    more = find_tools(MOST_ENTRIES + 1, {}, chain, never)
    assert more.tools == [[entry] for entry in range(MOST_ENTRIES + 1)]
    assert more.left == dict.fromkeys(chain)


def test_a_person_may_join_more_than_a_rule() -> None:
    """A person's word has no such bound; one more entry by the rule has."""
    chain = [*pairwise(range(MOST_ENTRIES + 1))]
    said = dict.fromkeys(chain, "same")
    assert find_tools(MOST_ENTRIES + 1, said, (), never).tools == [[*range(MOST_ENTRIES + 1)]]
    one_more = (MOST_ENTRIES, MOST_ENTRIES + 1)
    found = find_tools(MOST_ENTRIES + 2, said, [one_more], never)
    assert found.tools == [[*range(MOST_ENTRIES + 1)], [MOST_ENTRIES + 1]]
    assert found.left == {one_more: None}
