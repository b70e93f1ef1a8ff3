"""Publish: the plot of two tools' shares of ship: the panel's and the community's, bar by bar."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from markupsafe import Markup

from publish.linking import shorten
from publish.plots.drawing import draw_bar, draw_plot, draw_words

# Each with what is said where there is none.
SHARES = (
    ("panel_ship_pct", "Panel", "not observed"),
    ("community_ship_pct", "Community", "none stated"),
)
MOST_CHARACTERS = 26
GROUP, ROW, BAR = 22, 34, 10

Row = Mapping[str, Any]


def draw_shares(a: Row, b: Row) -> Markup | None:
    """Draw the shares of two entries, with those of one kind together; nothing where none is."""
    kinds = [kind for kind in SHARES if a[kind[0]] is not None or b[kind[0]] is not None]
    if not kinds:
        return None
    parts: list[Markup] = []
    told, y = [], 0.0
    for key, label, absent in kinds:
        parts.append(draw_words(0, y + 14, f"{label}, share of ship", "heading"))
        y += GROUP
        for letter, kind, entry in (("A", "one", a), ("B", "other", b)):
            share = absent if entry[key] is None else f"{entry[key]} %"
            parts += draw_row(y, f"{letter} {entry['entry']}", share, entry[key], kind)
            told.append(f"{label}, {letter} {entry['entry']}: {share}")
            y += ROW
        y += 8
    return draw_plot("Shares of ship side by side", f"{'; '.join(told)}.", y, parts)


def draw_row(y: float, name: str, told: str, share: float | None, kind: str) -> Iterator[Markup]:
    """Draw one bar under its name and its number, on a track of the whole width."""
    yield draw_words(0, y + 13, shorten(name, MOST_CHARACTERS))
    yield draw_words(100, y + 13, told, "" if share is not None else "faint", "end")
    yield draw_bar(0, 100, y + 18, BAR, "track")
    if share is not None:
        yield draw_bar(0, share, y + 18, BAR, f"bar {kind}")
