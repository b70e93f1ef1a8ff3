"""Publish: the plot of what each critic gives two tools: both scores and the distance between."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from markupsafe import Markup

from publish.plots.drawing import draw_dot, draw_key, draw_line, draw_square
from publish.plots.rows import PERCENT, THICK, Label, draw_axis, draw_track, list_rows

MOST_CRITICS = 20

Row = Mapping[str, Any]


def draw_scores(name_a: str, name_b: str, critics: Sequence[Row]) -> Markup | None:
    """Draw the scores of the critics who score both, in their order; nothing where none does."""
    both = [row for row in critics if row["apart"] is not None][:MOST_CRITICS]
    if not both:
        return None
    key = draw_key(
        (
            (draw_dot(50, 8, 4.5, "mark one"), "A", name_a),
            (draw_square(50, 8, 10, "mark other"), "B", name_b),
        )
    )
    rows = ((Label(row["critic"], tell_scores(row)), draw_critic(row)) for row in both)
    return key + list_rows(rows) + draw_axis()


def draw_critic(row: Row) -> Iterator[Markup]:
    """Draw one critic's two scores on a line."""
    a, b, y = PERCENT.place(row["score_a"]), PERCENT.place(row["score_b"]), THICK / 2
    yield from draw_track()
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
