"""Publish: the plot of what each critic gives two tools: both scores and the distance between."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from markupsafe import Markup

from publish.plots.drawing import (
    Scale,
    draw_dot,
    draw_line,
    draw_plot,
    draw_square,
    draw_words,
    shorten,
)

MOST_CRITICS = 20
MOST_CHARACTERS = 16
MOST_OF_NAME = 34
LEGEND, ROW, FOOT = 44, 38, 22
SCALE = Scale(0, 100)

Row = Mapping[str, Any]


def draw_scores(name_a: str, name_b: str, critics: Sequence[Row]) -> Markup | None:
    """Draw the scores of the critics who score both, in their order; nothing where none does."""
    both = [row for row in critics if row["apart"] is not None][:MOST_CRITICS]
    if not both:
        return None
    height = LEGEND + ROW * len(both) + FOOT
    parts = [draw_legend(name_a, name_b), *draw_grid(height)]
    for number, row in enumerate(both):
        parts += draw_critic(row, LEGEND + ROW * number)
    told = "; ".join(f"{row['critic']}: {tell_scores(row)}" for row in both)
    title = f"Scores by critic, A {name_a} and B {name_b}"
    return draw_plot(title, f"{told}.", height, parts, "halo")


def draw_legend(name_a: str, name_b: str) -> Markup:
    """Say which shape is which tool."""
    return (
        draw_dot(SCALE.edge, 8, 4.5, "mark one")
        + draw_words(6, 12, f"A {shorten(name_a, MOST_OF_NAME)}")
        + draw_square(SCALE.edge, 28, 10, "mark other")
        + draw_words(6, 32, f"B {shorten(name_b, MOST_OF_NAME)}")
    )


def draw_grid(height: float) -> Iterator[Markup]:
    """Draw the lines of the scores 0, 50 and 100, each with its number at the foot."""
    for score, anchor in ((0, "start"), (50, "middle"), (100, "end")):
        x = SCALE.place(score)
        yield draw_line(x, LEGEND, x, height - FOOT, "grid")
        yield draw_words(x, height - 6, score, "faint", anchor)


def draw_critic(row: Row, top: float) -> Iterator[Markup]:
    """Draw one critic's two scores on a line, under the name and the numbers."""
    a, b, y = SCALE.place(row["score_a"]), SCALE.place(row["score_b"]), top + 26
    yield draw_words(0, top + 14, shorten(row["critic"], MOST_CHARACTERS))
    yield draw_words(100, top + 14, tell_scores(row), "", "end")
    yield draw_line(min(a, b), y, max(a, b), y, "between")
    # The square first: where both stand on one place, its edge is seen around the dot.
    yield draw_square(b, y, 11, "mark other", f"B {tell_score(row['score_b'])}")
    yield draw_dot(a, y, 4.5, "mark one", f"A {tell_score(row['score_a'])}")


def tell_scores(row: Row) -> str:
    """Say a critic's two scores and how far they are apart."""
    a, b, apart = (tell_score(row[key]) for key in ("score_a", "score_b", "apart"))
    return f"A {a}, B {b}: {apart} apart"


def tell_score(score: float) -> str:
    """Write a score, or the mean of several, without a fraction that is none."""
    return f"{score:g}"
