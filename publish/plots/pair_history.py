"""Publish: the plot of one share of two tools over time, told apart by dash and letter."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from markupsafe import Markup

from publish.plots.drawing import (
    Scale,
    draw_key,
    draw_label,
    draw_line,
    draw_plot,
    draw_words,
)
from publish.plots.history import (
    BOTTOM,
    HEIGHT,
    draw_frame,
    draw_steps,
    place_share,
    read_time,
)

APART = 14

Row = Mapping[str, Any]


def draw_pair_history(
    key: str, label: str, names: tuple[str, str], versions: Sequence[Row], until: str
) -> Markup | None:
    """Draw a share, named ``key``, of both sides until ``until``; nothing unless it changed."""
    sides = {
        side: sorted(
            (row for row in versions if row["side"] == side and row[key] is not None),
            key=lambda row: str(row["valid_from"]),
        )
        for side in "ab"
    }
    steps = [row for rows in sides.values() for row in rows]
    if not any(len({row[key] for row in rows}) > 1 for rows in sides.values()):
        return None
    first = min(row["valid_from"] for row in steps)
    scale = Scale(read_time(first), max(read_time(until), read_time(first)))
    parts = [draw_words(50, HEIGHT - 8, label, "faint", "middle"), draw_frame(first, until)]
    for side, kind in (("a", "one"), ("b", "other")):
        parts += draw_steps(sides[side], key, kind, scale, until)
    parts += draw_letters(sides, key)
    told = [tell_side(side, name, sides[side], key) for side, name in zip("ab", names, strict=True)]
    title = f"{label}, share of ship over time: A {names[0]} and B {names[1]}"
    plot = draw_plot(title, f"{'; '.join(told)}.", HEIGHT, parts, "gutter letters")
    kinds = zip(("one", "other"), "AB", names, strict=True)
    return plot + draw_key(
        (draw_line(0, 8, 100, 8, f"step {kind}"), letter, name) for kind, letter, name in kinds
    )


def draw_letters(sides: Mapping[str, Sequence[Row]], key: str) -> Iterator[Markup]:
    """Write the letter of each tool after its line, apart from each other."""
    ends = sorted((place_share(rows[-1][key]), side) for side, rows in sides.items() if rows)
    if len(ends) == 2 and ends[1][0] - ends[0][0] < APART:
        middle = min((ends[0][0] + ends[1][0]) / 2, BOTTOM)
        ends = [(middle - APART / 2, ends[0][1]), (middle + APART / 2, ends[1][1])]
    for y, side in ends:
        yield draw_label(y, side.upper(), "letter", is_after=True)


def tell_side(side: str, name: str, rows: Sequence[Row], key: str) -> str:
    """Say what a share was from when on."""
    shares = ", ".join(f"{row[key]} % from {row['valid_from'][:10]}" for row in rows)
    return f"{side.upper()} {name}: {shares or 'none stated'}"
