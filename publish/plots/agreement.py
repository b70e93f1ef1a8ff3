"""Publish: the plot of how much a critic agrees with the others of a site."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from publish.plots.drawing import Scale, draw_dot, draw_line, draw_plot, draw_words
from publish.plots.history import Row

ROW = 34
FOOT = 22
MOST_ROWS = 30
LONGEST_NAME = 24


def draw_agreement(name: str, others: Sequence[Row]) -> Markup | None:
    """Draw Cohen's kappa with each other critic, as a dot on its interval where there is one.

    Nothing where no kappa is defined.
    """
    shown = [row for row in others if row["kappa"] is not None][:MOST_ROWS]
    if not shown:
        return None
    lows = [row["kappa"] if row["kappa_low"] is None else row["kappa_low"] for row in shown]
    scale = Scale(min(-0.2, *lows), 1)
    height = ROW * len(shown) + FOOT
    parts = list(draw_scale(scale, height))
    for index, row in enumerate(shown):
        parts += draw_other(row, ROW * index, scale)
    told = "; ".join(
        f"{row['other_critic']} {row['kappa']:z.2f} on {row['pairs']:,} pairs" for row in shown
    )
    return draw_plot(f"Agreement with {name}: Cohen's kappa", f"{told}.", height, parts)


def draw_scale(scale: Scale, height: float) -> Iterator[Markup]:
    """Draw the lines of chance and of full agreement, each with its word."""
    for value, word, anchor in ((0, "0, as by chance", "middle"), (1, "1, always", "end")):
        x = scale.place(value)
        yield draw_line(x, 0, x, height - FOOT, "grid")
        yield draw_words(x, height - 6, word, "faint", anchor)


def draw_other(row: Row, top: float, scale: Scale) -> Iterator[Markup]:
    """Draw one critic: name and pairs above, and below them kappa; hollow without an interval."""
    name, y = str(row["other_critic"]), top + 24
    if len(name) > LONGEST_NAME:
        name = f"{name[:LONGEST_NAME].rstrip()}…"
    # The number first: a name may turn around what is written after it.
    yield draw_words(0, top + 13, f"{row['kappa']:z.2f} {name}", "over")
    pairs = f"{row['pairs']:,} pair{'' if row['pairs'] == 1 else 's'}"
    yield draw_words(100, top + 13, pairs, "faint over", "end")
    yield draw_line(0, y, 100, y, "grid")
    has_interval = row["kappa_low"] is not None
    if has_interval:
        low, high = scale.place(row["kappa_low"]), scale.place(row["kappa_high"])
        yield draw_line(low, y, high, y, "step panel")
    yield draw_dot(scale.place(row["kappa"]), y, 4, "panel" if has_interval else "hollow")
