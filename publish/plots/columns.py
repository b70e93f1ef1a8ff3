"""Publish: columns, one for each run, the last one on the right."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from publish.plots.drawing import draw_bar, draw_line, draw_words

SHARE = 0.72
MARK = 10.0


@dataclass(frozen=True, slots=True)
class Column:
    """A value, in words for a mouse that rests on it; ``mark`` is a sign above it."""

    value: float
    words: str
    kind: str = "amount"
    mark: str = ""


def draw_columns(
    columns: Sequence[Column], most: float, height: float, *, places: int, above: float = MARK
) -> Iterator[Markup]:
    """Draw columns up to ``most`` on a base line; fewer than ``places`` stand at the right.

    So many pixels are free ``above`` the tallest, for its mark or for words.
    """
    places = max(places, len(columns))
    room = height - above
    yield draw_line(0, height, 100, height, "grid")
    for number, column in enumerate(columns, start=places - len(columns)):
        x1 = 100 * (number + (1 - SHARE) / 2) / places
        tall = room * column.value / most if most else 0
        # What is nothing is seen to be there.
        tall = max(tall, 1)
        x2 = x1 + 100 * SHARE / places
        yield draw_bar(x1, x2, height - tall, tall, column.kind, column.words)
        if column.mark:
            yield draw_words((x1 + x2) / 2, height - tall - 1, column.mark, "mark", "middle")
