"""Publish: the plot of a course: middle and quartiles of many values over time, and how many."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

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

HEIGHT = 196
TOP, BOTTOM = 14, 114
COUNTS_TOP, COUNTS_BOTTOM = 142, 170


@dataclass(frozen=True, slots=True)
class Period:
    """What many values between 0 and 100 were in a month (2026-05) or on a day (2026-05-01)."""

    name: str
    lower_quartile: float
    median: float
    upper_quartile: float
    count: int

    def tell(self) -> str:
        """Return the period in words."""
        between = f"half between {self.lower_quartile:g} and {self.upper_quartile:g}"
        return f"{self.name}: median {self.median:g}, {between}, {self.count:,} scores"


def draw_course(title: str, periods: Sequence[Period]) -> Markup:
    """Draw medians as a line, quartiles as bars behind it, and the counts as columns below."""
    days = [read_day(period.name) for period in periods]
    scale = Scale(days[0], days[-1], edge=9)
    places = [scale.place(day) for day in days]
    most = max(period.count for period in periods)
    parts = [
        draw_levels({str(value): place_value(value) for value in (0, 50, 100)}),
        *draw_values(periods, places),
        *draw_counts(periods, places, most),
        draw_words(0, COUNTS_TOP - 4, f"Scores: up to {most:,}", "faint"),
        draw_ends(HEIGHT - 8, periods[0].name, periods[-1].name),
    ]
    told = "; ".join(period.tell() for period in periods)
    return draw_plot(title, f"{told}.", HEIGHT, parts, "gutter")


def draw_values(periods: Sequence[Period], places: Sequence[float]) -> Iterator[Markup]:
    """Draw the quartiles, then the line of medians over them, then its dots."""
    for period, x in zip(periods, places, strict=True):
        low, high = place_value(period.lower_quartile), place_value(period.upper_quartile)
        yield draw_line(x, low, x, high, "quartiles")
    for (before, x1), (after, x2) in pairwise(zip(periods, places, strict=True)):
        yield draw_line(x1, place_value(before.median), x2, place_value(after.median), "course")
    for period, x in zip(periods, places, strict=True):
        yield draw_dot(x, place_value(period.median), 3, "point", period.tell())


def draw_counts(periods: Sequence[Period], places: Sequence[float], most: int) -> Iterator[Markup]:
    """Draw a column for each count, the greatest as high as there is room."""
    yield draw_line(0, COUNTS_BOTTOM, 100, COUNTS_BOTTOM, "grid")
    for period, x in zip(periods, places, strict=True):
        height = (COUNTS_BOTTOM - COUNTS_TOP) * period.count / most
        yield draw_line(x, COUNTS_BOTTOM, x, COUNTS_BOTTOM - height, "column")


def place_value(value: float) -> float:
    """Return how far down a value stands, in pixels."""
    return BOTTOM - (BOTTOM - TOP) * value / 100


def read_day(name: str) -> int:
    """Return the first day of a period as a number."""
    return date.fromisoformat(f"{name}-01"[:10]).toordinal()
