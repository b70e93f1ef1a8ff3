"""Publish: the plot of two tools' shares of ship: the panel's and the community's, bar by bar."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from markupsafe import Markup

from publish.plots.drawing import draw_bar
from publish.plots.rows import THICK, Label, list_rows

# Each with what is said where there is none.
SHARES = (
    ("panel_ship_pct", "Panel", "not observed"),
    ("community_ship_pct", "Community", "none stated"),
)

Row = Mapping[str, Any]


def draw_shares(a: Row, b: Row) -> Markup | None:
    """Draw the shares of two entries, with those of one kind together; nothing where none is."""
    kinds = [kind for kind in SHARES if a[kind[0]] is not None or b[kind[0]] is not None]
    drawn = (
        Markup('<p class="heading">{}, share of ship</p>{}').format(
            label, list_rows(lay_out(a, b, key, absent))
        )
        for key, label, absent in kinds
    )
    return Markup().join(drawn) if kinds else None


def lay_out(a: Row, b: Row, key: str, absent: str) -> Iterator[tuple[Label, list[Markup]]]:
    """Return the rows of one kind of share, each with its bar on a track of the whole width."""
    for letter, kind, entry in (("A", "one", a), ("B", "other", b)):
        share = entry[key]
        bars = [draw_bar(0, 100, 0, THICK, "track")]
        if share is not None:
            bars.append(draw_bar(0, share, 0, THICK, f"bar {kind}"))
        told = absent if share is None else f"{share} %"
        yield Label(f"{letter} {entry['entry']}", told), bars
