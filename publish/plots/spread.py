"""Publish: the plot of how a critic's scores are spread, skip to the left and ship to the right."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from publish.plots.drawing import draw_bar, draw_plot, draw_words
from publish.plots.history import Row

ROW = 20
HEAD = 22
# The tens stand between the two sides; beyond a bar there is room for its number.
LEFT, RIGHT = 41.0, 59.0
LONGEST = 28.0


def draw_spread(name: str, tens: Sequence[Row]) -> Markup | None:
    """Draw how many scores of each ten go with skip and with ship; nothing where there are none."""
    most = max((max(row["ship"], row["skip"]) for row in tens), default=0)
    if not most:
        return None
    parts = [
        draw_words(LEFT, 14, "← skip", "faint", "end"),
        draw_words(50, 14, "Score", "faint", "middle"),
        draw_words(RIGHT, 14, "ship →", "faint"),
    ]
    for index, row in enumerate(tens):
        parts += draw_ten(row, HEAD + ROW * index, most)
    told = "; ".join(
        f"{row['lowest']} to {row['highest']}: {row['ship']:,} ship, {row['skip']:,} skip"
        for row in tens
        if row["ship"] or row["skip"]
    )
    return draw_plot(f"Scores of {name}", f"{told}.", HEAD + ROW * len(tens), parts)


def draw_ten(row: Row, top: float, most: int) -> Iterator[Markup]:
    """Draw one line of the plot: scores from one ten."""
    base = top + ROW - 6
    tens = f"{row['lowest']}–{row['highest']}"
    yield draw_words(50, base, tens, "faint", "middle")
    for verdict, edge, way, anchor in (("skip", LEFT, -1, "end"), ("ship", RIGHT, 1, "start")):
        count = row[verdict]
        end = edge + way * LONGEST * count / most
        if count:
            tip = f"{count:,} with {verdict}, scores {tens}"
            yield draw_bar(min(edge, end), max(edge, end), top + 2, ROW - 4, verdict, tip)
            yield draw_words(end + way, base, f"{count:,}", "", anchor)
