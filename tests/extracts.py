"""The text of a comparison page, full and condensed, and the record that a text shows.

A text has no addresses: slugs and the page's own are absent, and the site is derived.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from msgspec import UNSET
from msgspec.structs import replace

from parsers.records import Comparison
from tests.markups import list_rows

_STANDFIRST = "Which one should you ship with? The panel has sat down."


def write_full(page: Comparison) -> str:
    """Return the text of the whole page, blocks apart, table cells one to a line."""
    blocks = [f"Compare/{page.title}", "AI tool comparison", page.title, _STANDFIRST]
    for tool in page.tools:
        share = f"{tool.community_ship_pct}%" if tool.community_votes else ""
        blocks += [tool.name[0].upper(), tool.category or "", tool.name, tool.tagline or ""]
        blocks += [(tool.verdict or "").title(), f"{tool.panel_ship_pct}%", "Panel ship"]
        blocks += [share, "Community", tool.entry_price or "", "Entry", tool.description or ""]
    blocks.append("\n".join(line for label, row in list_rows(page) for line in (label, *row)))
    blocks.append("Reviewer scorecard")
    for quote in page.quotes:
        blocks += [quote.reviewer or "", f"{quote.score}/100 · {quote.verdict}", quote.text]
    blocks += ["Weekly AI Tool Verdicts", "One letter, every Friday."]
    return "\n\n".join(filter(None, blocks))


def expect_full(page: Comparison) -> Comparison:
    """Return the record without what only an address tells."""
    tools = tuple(replace(tool, slug=None) for tool in page.tools)
    return replace(page, url=None, derived=("site",), tools=tools)


def write_condensed(page: Comparison) -> str:
    """Return the text without names, scores, badges and table, a line to each text."""
    lines = ["AI tool comparison", page.title, _STANDFIRST]
    for tool in page.tools:
        share = f"{tool.community_ship_pct}%" if tool.community_votes else "—"
        lines += [tool.category or "", tool.name, tool.tagline or "", f"{tool.panel_ship_pct}%"]
        lines += ["Panel ship", share, "Community", tool.entry_price or "", "Entry"]
        lines.append(tool.description or "")
    lines.append("Reviewer scorecard")
    lines += [f"“{quote.text}”" for quote in page.quotes]
    return "\n".join([*lines, "Weekly AI Tool Verdicts", "One letter, every Friday."])


def expect_condensed(page: Comparison) -> Comparison:
    """Return the record with what follows from percentages and the number of reviews."""
    derived = ("verdict", "ship_votes", "skip_votes")
    tools = tuple(
        replace(tool, community_votes=None, pricing=None, derived=derived, denied=UNSET)
        for tool in expect_full(page).tools
    )
    quotes = tuple(replace(quote, reviewer=None, score=None, verdict=None) for quote in page.quotes)
    return replace(page, url=None, derived=("site",), tools=tools, quotes=quotes)


EXTRACTS: Mapping[str, tuple[Callable[[Comparison], str], Callable[[Comparison], Comparison]]] = {
    "full": (write_full, expect_full),
    "condensed": (write_condensed, expect_condensed),
}
