"""Publish: plots of one row for each thing: its name and numbers, and a bar or a range below.

The words are a list of their own and only the bars are drawn: on a phone a long name takes another
line and the bar still has the whole width, and who sees no bar reads the numbers.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from publish.linking import shorten
from publish.plots.drawing import (
    LONGEST_NAME,
    Scale,
    draw_bar,
    draw_dot,
    draw_line,
    draw_strip,
    draw_words,
)

THICK = 11
PERCENT = Scale(0, 100, edge=1)
AXIS = ((0, "start"), (50, "middle"), (100, "end"))


@dataclass(frozen=True, slots=True)
class Label:
    """The name of a row, its numbers in words, and the address it leads to, if any."""

    name: str
    numbers: str
    address: str = ""


@dataclass(frozen=True, slots=True)
class Shares:
    """A row of a bar in parts: how many of each kind; the style sheet knows the kinds."""

    label: Label
    parts: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Range:
    """A row of a range within 0 to 100: with a middle, that is its dot, else both ends are."""

    label: Label
    low: float
    high: float
    middle: float | None = None


def draw_shares(rows: Iterable[Shares]) -> Markup:
    """Draw bars that are all as long as there is room, each in its parts."""
    return list_rows((row.label, draw_parts(row.parts)) for row in rows)


def draw_parts(parts: Mapping[str, int]) -> Iterator[Markup]:
    """Draw the parts of a bar in order, without those that are nothing."""
    total, before = sum(parts.values()), 0
    for kind, count in parts.items():
        if count:
            x1, x2 = 100 * before / total, 100 * (before + count) / total
            yield draw_bar(x1, x2, 0, THICK, f"part {kind}", f"{kind}: {count:,}")
        before += count


def draw_ranges(rows: Sequence[Range]) -> Markup:
    """Draw ranges on one scale from 0 to 100, which stands below them."""
    drawn = list_rows((row.label, draw_range(row)) for row in rows)
    return drawn + draw_axis()


def draw_axis() -> Markup:
    """Draw the numbers of the scale."""
    axis = (draw_words(PERCENT.place(value), 10, value, "faint", anchor) for value, anchor in AXIS)
    return draw_strip(THICK, axis, "0 to 100")


def draw_track() -> Iterator[Markup]:
    """Draw the line of a row, with a tick wherever the scale has a number."""
    yield draw_line(PERCENT.place(0), THICK / 2, PERCENT.place(100), THICK / 2, "grid")
    for value, _ in AXIS:
        yield draw_line(PERCENT.place(value), 0, PERCENT.place(value), THICK, "grid")


def draw_range(row: Range) -> Iterator[Markup]:
    """Draw a range on its track."""
    y = THICK / 2
    yield from draw_track()
    yield draw_line(PERCENT.place(row.low), y, PERCENT.place(row.high), y, "range")
    for dot in (row.low, row.high) if row.middle is None else (row.middle,):
        yield draw_dot(PERCENT.place(dot), y, 4.5, "point", f"{dot:g}")


def list_rows(rows: Iterable[tuple[Label, Iterable[Markup]]]) -> Markup:
    """Return the rows as a list; who cannot see what is drawn reads the words."""
    lines = (
        Markup('<li><p><bdi>{}</bdi> <span class="faint">{}</span></p>{}</li>').format(
            name_row(label),
            label.numbers,
            draw_strip(THICK, parts, shorten(label.name, LONGEST_NAME), label.numbers),
        )
        for label, parts in rows
    )
    return Markup('<ul class="drawn">{}</ul>').format(Markup().join(lines))


def name_row(label: Label) -> Markup:
    """Return the name of a row with its link."""
    name = escape(shorten(label.name, LONGEST_NAME))
    return Markup('<a href="{}">{}</a>').format(label.address, name) if label.address else name


def divide(parts: Mapping[str, int]) -> dict[str, int]:
    """Return the parts in whole percent of their sum."""
    total = sum(parts.values())
    return {kind: round(100 * count / total) if total else 0 for kind, count in parts.items()}
