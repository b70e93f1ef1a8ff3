"""Parse: where on a page its cards and its scorecards stand, and what is frame.

A name from the title, printed by itself and followed by the panel's label, anchors a card: so
a card of some other comparison is never taken. The label of the frame ("related comparisons")
begins what is not the page's own, up to the next landmark that is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet

from msgspec import Struct

from parsers.decision_table import Table
from parsers.lines import Line
from parsers.sites import Landmarks, Site
from parsers.stats import PERCENT
from parsers.text import fold_label, is_initial, is_letter, unwrap_quotation

_MOST_LINES_TO_LABEL = 40
_MOST_CHIPS = 3


class Segment(Struct, frozen=True):
    """The lines of one card: what stands before its name, the name, what stands after it.

    ``title_name`` is the name as the title has it.

    ``is_framed`` tells that it stands in what may be frame; ``has_panel`` that it bears the
    panel's label, which a list of the table's rows under the name does not.
    """

    position: int
    title_name: str
    lead: tuple[Line, ...]
    name: Line
    body: tuple[Line, ...]
    is_framed: bool
    has_panel: bool


class Outline(Struct, frozen=True):
    """The parts of a page: segments, scorecards (label first), and the lines of its frame."""

    segments: tuple[Segment, ...]
    scorecards: tuple[Sequence[Line], ...]
    frame: frozenset[int]

    @property
    def positions(self) -> list[int]:
        """The positions of the tools in the order in which their own cards stand."""
        own = (card.position for card in self.segments if card.has_panel and not card.is_framed)
        return list(dict.fromkeys(own))


def draw_outline(
    lines: Sequence[Line], names: Sequence[str], tables: Sequence[Table], site: Site
) -> Outline:
    """Return the outline of the lines after the title."""
    marks = site.landmarks
    folded = [fold_label(name) for name in names]
    starts = dict(_find_borders(lines, tables, marks))
    anchors = list(_find_anchors(lines, frozenset(folded), starts, site))
    hard = {index for index, kind in starts.items() if kind != "rest"}
    leads = {_find_lead(lines, anchor, hard, site): anchor for anchor in anchors}
    starts.update(dict.fromkeys(leads, "card"))
    order = sorted(starts)
    ends = [*order, len(lines)][1:]
    turns: dict[str, list[int]] = {}
    for place, name in enumerate(folded, start=1):
        turns.setdefault(name, []).append(place)
    segments: list[Segment] = []
    scorecards: dict[bool, list[Sequence[Line]]] = {False: [], True: []}
    frame: set[int] = set()
    is_framed = False
    for start, end in zip(order, ends, strict=True):
        kind = starts[start]
        if kind == "card":
            segment = _cut_segment(lines, start, leads[start], end, names, turns, is_framed, marks)
            segments.append(segment)
        elif kind == "frame":
            frame.update(line.number for line in lines[start:end])
        elif kind == "scorecard":
            scorecards[is_framed].append(lines[start:end])
        else:
            is_framed = False
        is_framed = is_framed or kind == "frame"
    own = scorecards[False] or scorecards[True]
    return Outline(tuple(segments), tuple(own), frozenset(frame))


def _find_borders(
    lines: Sequence[Line], tables: Iterable[Table], marks: Landmarks
) -> Iterator[tuple[int, str]]:
    """Yield where the parts that are no cards begin, with their kinds."""
    inside: set[int] = set()
    for table in tables:
        yield table.start, "table" if table.is_ours else "frame"
        if table.is_ours:
            inside.update(range(table.start, table.end))
            # What follows the table is of no kind until the next landmark.
            yield table.end, "rest"
    for index, line in enumerate(lines):
        if line.folded in marks.endings:
            yield index, "frame"
        elif line.folded == marks.scorecard and index not in inside:
            yield index, "scorecard"


def _find_anchors(
    lines: Sequence[Line], names: AbstractSet[str], borders: Mapping[int, str], site: Site
) -> Iterator[int]:
    """Yield where a name begins a card: the panel's label, or its verdict's, comes before the next.

    A name said again before any label begins nothing, unless it was its own avatar's letter
    before. A name that is itself a label is the label where its card has none yet.
    """
    marks = site.landmarks
    certain = (marks.panel, marks.panel_verdict)
    anchor: int | None = None
    seen: set[str] = set()
    is_table = False
    for index, line in enumerate(lines):
        if index in borders:
            anchor, is_table = None, borders[index] == "table"
        if is_table:
            continue
        folded = line.folded
        is_label = folded in marks.labels
        is_name = folded in names
        if is_name and is_label and anchor is not None:
            is_name = _is_certain_name(line, lines[anchor], seen, marks)
        if is_name and not (anchor is not None and not seen and _repeats(lines, anchor, index)):
            anchor, seen = index, set()
        elif anchor is None:
            continue
        elif is_label:
            if folded in certain and not seen & set(certain):
                yield anchor
            seen.add(folded)
        elif not seen and _ends_card(line, lines[anchor], index - anchor, site):
            anchor = None


def _is_certain_name(line: Line, anchor: Line, seen: AbstractSet[str], marks: Landmarks) -> bool:
    """Tell whether a line that is a tool's name and a label too is the name, within a card.

    ``anchor`` is the card's own name, ``seen`` are its labels so far.
    """
    is_linked = line.link is not None and line.link != anchor.link
    if line.block.heading or is_linked or line.folded in seen:
        return True
    if line.folded in marks.rows and line.folded not in marks.stats and marks.panel in seen:
        return True  # a card with stats has no rows
    certain = {marks.panel, marks.panel_verdict}
    return line.folded not in certain and not seen & certain


def _repeats(lines: Sequence[Line], first: int, again: int) -> bool:
    """Tell whether a name says the first again, and that was no avatar of this name's letter."""
    if lines[first].folded != lines[again].folded:
        return False
    between = lines[first + 1 : again]
    ranks = [(bool(at.block.heading), at.link is not None) for at in (lines[first], lines[again])]
    is_chips = len(between) <= _MOST_CHIPS and all(line.is_phrase for line in between)
    return not (is_letter(lines[again].text) and is_chips and ranks[0] <= ranks[1])


def _ends_card(line: Line, name: Line, distance: int, site: Site) -> bool:
    """Tell whether a line before any label shows that a name is not a card's.

    A name of one letter may be the avatar of another name, which is a heading below it.
    """
    is_avatar = line.block.heading and not name.block.heading and is_initial(name.text, line.text)
    return (
        bool(is_avatar)
        or distance > _MOST_LINES_TO_LABEL
        or line.is_score
        or unwrap_quotation(line.text) != line.text
    )


def _find_lead(lines: Sequence[Line], anchor: int, borders: AbstractSet[int], site: Site) -> int:
    """Return where a card begins: at its avatar's letter or its category before the name."""
    start = anchor
    name = lines[anchor].text
    has_category = False
    while start > 0 and start not in borders:
        line = lines[start - 1]
        if is_initial(line.text, name):
            start -= 1
        elif not has_category and start - 1 not in borders and _is_category(line, site):
            start -= 1
            has_category = True
        elif not has_category and _is_badge_below_category(lines, start - 1, borders, site):
            start -= 1
        else:
            break
    # More than a category below the avatar's letter: which of them it is, is not said.
    above = range(start - 1, max(start - _MOST_CHIPS, 0) - 1, -1)
    for at in above if has_category and start < anchor else ():
        if at in borders or not lines[at].is_phrase:
            break
        if is_initial(lines[at].text, name):
            return at
    return start


def _is_badge_below_category(
    lines: Sequence[Line], at: int, borders: AbstractSet[int], site: Site
) -> bool:
    is_inside = at > 0 and not {at, at - 1} & borders
    return is_inside and lines[at].folded in site.verdicts and _is_category(lines[at - 1], site)


def _is_category(line: Line, site: Site) -> bool:
    return (
        line.is_phrase
        and not line.text.endswith(":")
        and line.folded not in site.landmarks.stats
        and line.folded not in site.verdicts
        and PERCENT.fullmatch(line.text) is None
        and not line.is_score
    )


def _cut_segment(
    lines: Sequence[Line],
    start: int,
    anchor: int,
    end: int,
    names: Sequence[str],
    turns: Mapping[str, list[int]],
    is_framed: bool,
    marks: Landmarks,
) -> Segment:
    name = lines[anchor]
    panels = [at for at in range(anchor + 1, end) if lines[at].folded == marks.panel]
    # A second panel's label is another card's, and the line before it may be its value.
    end = panels[1] - 1 if len(panels) > 1 else end
    body = tuple(
        line
        for line in lines[anchor + 1 : end]
        if line.folded != name.folded or line.folded in marks.stats
    )
    # Two tools may bear one name: then their cards take turns.
    turn = turns[name.folded]
    turn.append(position := turn.pop(0))
    lead = tuple(lines[start:anchor])
    return Segment(
        position, names[position - 1], lead, name, body, is_framed, has_panel=bool(panels)
    )
