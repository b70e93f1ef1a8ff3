"""Publish: the plot of an entry's history: the panel's and the community's share over time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from markupsafe import Markup

from publish.plots.drawing import (
    Scale,
    draw_dot,
    draw_ends,
    draw_levels,
    draw_line,
    draw_plot,
    draw_words,
)

HEIGHT = 132
TOP, BOTTOM = 12, 104
LEGEND = 24
LINES = (("panel_ship_pct", "panel", "Panel"), ("community_ship_pct", "community", "Community"))

Row = Mapping[str, Any]


def draw_history(
    name: str, versions: Sequence[Row], until: str, ends: tuple[str, str] | None = None
) -> Markup | None:
    """Draw what an entry's shares were up to ``until``, from its versions in any order.

    The plot begins and ends with the versions, or with ``ends``, so that several can be compared.
    Nothing where they never changed: one number says it better. Seen for the first time is no
    change.
    """
    ordered = sorted(versions, key=lambda row: str(row["valid_from"]))
    if not any(len({row[key] for row in ordered} - {None}) > 1 for key, _, _ in LINES):
        return None
    first, last = ends or (ordered[0]["valid_from"], until)
    scale = Scale(read_time(first), max(read_time(last), read_time(first)))
    parts = [draw_frame(first, last)]
    told: list[str] = []
    for key, kind, label in LINES:
        steps = [row for row in ordered if row[key] is not None]
        if steps:
            parts += draw_steps(steps, key, kind, scale, until)
            parts.append(draw_legend(50 * len(told), kind, label))
            shares = ", ".join(f"{row[key]} % from {row['valid_from'][:10]}" for row in steps)
            told.append(f"{label}: {shares}")
    title = f"Share of ship over time: {name}"
    return draw_plot(title, f"{'; '.join(told)}.", HEIGHT + LEGEND, parts, "gutter")


def draw_legend(x: float, kind: str, label: str) -> Markup:
    """Say under the plot, from ``x`` on, which line is which share."""
    y = HEIGHT + 14
    return draw_line(x, y, x + 10, y, f"step {kind}") + draw_words(x + 13, y + 4, label)


def draw_frame(first: str, until: str) -> Markup:
    """Draw the lines of 0, 50 and 100 percent, and the days that the plot begins and ends with."""
    levels = {f"{share} %": place_share(share) for share in (0, 50, 100)}
    return draw_levels(levels) + draw_ends(HEIGHT - 8, first[:10], until[:10])


def draw_steps(
    steps: Sequence[Row], key: str, kind: str, scale: Scale, until: str
) -> Iterator[Markup]:
    """Draw one share: a level for each version, a dot where it begins."""
    before: float | None = None
    for row in steps:
        x1 = scale.place(read_time(row["valid_from"]))
        x2 = scale.place(read_time(row["valid_to"] or until))
        y = place_share(row[key])
        if before is not None:
            yield draw_line(x1, before, x1, y, f"step {kind}")
        yield draw_line(x1, y, x2, y, f"step {kind}")
        yield draw_dot(x1, y, 3.5, kind, f"{row[key]} % from {row['valid_from'][:16]}")
        before = y


def place_share(share: float) -> float:
    """Return how far down a share stands, in pixels."""
    return BOTTOM - (BOTTOM - TOP) * share / 100


def read_time(text: str) -> float:
    """Return a time as seconds."""
    return datetime.fromisoformat(text).timestamp()
