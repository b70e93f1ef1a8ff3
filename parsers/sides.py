"""Parse: of which tool each critic speaks, and in which row.

A critic speaks of each tool at most once, in the order of the tools. Where a page says no more
than that, a side is told only if the panels leave one way to do it; else the quotes are not
written.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from msgspec.structs import replace

from parsers.drafts import Draft
from parsers.records import Quote

_MOST_CRITICS = 40
_MOST_TRIALS = 10_000


def tell_sides(drafts: Sequence[Draft], tools: int, panels: Mapping[int, int]) -> list[Draft]:
    """Return the drafts with their positions, or nothing where a side cannot be told.

    ``panels`` is the number of critics on each tool, by position, where the page states it.
    """
    if all(draft.reviewer is None and draft.position == 0 for draft in drafts):
        if len(drafts) % tools:
            return []
        return [replace(draft, position=at % tools + 1) for at, draft in enumerate(drafts)]
    if any(draft.position == 0 for draft in drafts):
        drafts = _place_rows(drafts, tools) or _place(drafts, tools, panels)
    spoken = Counter((draft.reviewer, draft.position) for draft in drafts if draft.reviewer)
    is_certain = max(spoken.values(), default=1) == 1
    return list(drafts) if is_certain else []


def _place_rows(drafts: Sequence[Draft], tools: int) -> list[Draft]:
    """Place the drafts of a scorecard where every critic speaks of every tool, one by one."""
    places = [at % tools + 1 for at in range(len(drafts))]
    rows = len(drafts) // tools
    critics = [draft.reviewer for draft in drafts]
    is_even = len(drafts) == rows * tools and len(set(critics)) == rows
    if not is_even or any(critics[at] != critics[at - at % tools] for at in range(len(critics))):
        return []
    if any(draft.position not in (0, at) for draft, at in zip(drafts, places, strict=True)):
        return []
    return [replace(draft, position=at) for draft, at in zip(drafts, places, strict=True)]


def _place(drafts: Sequence[Draft], tools: int, panels: Mapping[int, int]) -> list[Draft]:
    """Place the critics' drafts where the panels have room, if there is one way to do it."""
    critics: dict[str | None, list[int]] = {}
    for at, draft in enumerate(drafts):
        critics.setdefault(draft.reviewer, []).append(at)
    if len(critics) > _MOST_CRITICS or any(len(own) > tools for own in critics.values()):
        return []
    choices = [
        [
            chosen
            for chosen in combinations(range(1, tools + 1), len(own))
            if all(drafts[at].position in (0, place) for at, place in zip(own, chosen, strict=True))
        ]
        for own in critics.values()
    ]
    found = list(_assign(choices, [panels.get(place) for place in range(1, tools + 1)]))
    if len(found) != 1:
        return []
    places = {
        at: place
        for own, chosen in zip(critics.values(), found[0], strict=True)
        for at, place in zip(own, chosen, strict=True)
    }
    return [replace(draft, position=places[at]) for at, draft in enumerate(drafts)]


def _assign(
    choices: Sequence[Sequence[tuple[int, ...]]], panels: Sequence[int | None]
) -> Iterator[tuple[tuple[int, ...], ...]]:
    """Yield up to two ways to give each critic a choice that together fill the panels."""
    order = sorted(range(len(choices)), key=lambda critic: len(choices[critic]))
    trials = found = 0
    stack: list[tuple[tuple[int, ...], ...]] = [()]
    while stack and found < 2:
        chosen = stack.pop()
        trials += 1
        if trials > _MOST_TRIALS:
            yield ()
            yield ()
            return
        taken = Counter(place for choice in chosen for place in choice)
        if any(panel is not None and taken[at] > panel for at, panel in enumerate(panels, 1)):
            continue
        if len(chosen) < len(order):
            stack.extend((*chosen, choice) for choice in choices[order[len(chosen)]])
        elif all(panel in (None, taken[at]) for at, panel in enumerate(panels, 1)):
            found += 1
            back = dict(zip(order, chosen, strict=True))
            yield tuple(back[critic] for critic in range(len(order)))


def seat_drafts(drafts: Sequence[Draft]) -> list[tuple[Quote, Draft]]:
    """Give each critic a row in order of first appearance, nameless ones by turns of a side.

    The result stands row by row, and within a row in the order of the tools.
    """
    rows: dict[tuple[str | None, int], int] = {}
    turns: Counter[tuple[str | None, int]] = Counter()
    seated: list[tuple[int, Draft]] = []
    for draft in drafts:
        side = (draft.reviewer, draft.position)
        row = (draft.reviewer, turns[side])
        turns[side] += 1
        seated.append((rows.setdefault(row, len(rows) + 1), draft))
    seated.sort(key=lambda item: (item[0], item[1].position))
    return [(_finish(draft, seat), draft) for seat, draft in seated]


def _finish(draft: Draft, seat: int) -> Quote:
    return Quote(
        position=draft.position,
        seat=seat,
        reviewer=draft.reviewer,
        score=draft.score,
        verdict=draft.verdict,
        text=draft.text,
    )
