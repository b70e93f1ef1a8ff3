"""Publish: a tool's page: its entries and why they are one, votes, history, quotes, sources."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Sequence
from typing import Any
from urllib.parse import unquote

from markupsafe import Markup

from publish.asking import ask
from publish.linking import write_part
from publish.pages.page import Page, redirect, show_page
from publish.plots.history import Row, draw_history
from publish.suggesting import suggest_tools

FIT_WORDS = 4
PARTS = (
    "tool_entries", "tool_merges", "tool_history", "tool_quotes", "tool_scores",
    "tool_comparisons", "tool_disagreements", "tool_sources",
)  # fmt: skip


async def answer(datasette: Any, request: Any) -> Any:
    """Show a tool by its id; an entry's id, a former id, a slug or a name leads to it."""
    wanted = unquote(request.url_vars["tool"])
    found = await ask(datasette, "find_tool", words=wanted)
    fitting = [row for row in found.rows if row["fit"] == found.rows[0]["fit"]]
    if len(fitting) == 1 and fitting[0]["fit"] < FIT_WORDS:
        tool_id = fitting[0]["tool_id"]
        if tool_id != wanted:
            return redirect(datasette, request, datasette.urls.path(f"/tool/{write_part(tool_id)}"))
        return await show_page(datasette, request, await build_page(datasette, tool_id))
    if not found.rows:
        found = await suggest_tools(datasette, wanted)
    title = f"No tool “{wanted}”"
    page = Page("unknown_tool.html", title, {"suggestions": found}, {"wanted": wanted}, status=404)
    return await show_page(datasette, request, page)


async def build_page(datasette: Any, tool_id: str) -> Page:
    """Ask all that a tool's page shows."""
    asked = await asyncio.gather(*(ask(datasette, name, tool=tool_id) for name in PARTS))
    answers = dict(zip((name.removeprefix("tool_") for name in PARTS), asked, strict=True))
    entries = answers["entries"].rows
    plots = draw_plots(entries, answers["history"].rows)
    return Page("tool.html", entries[0]["entry"], answers, {"tool_id": tool_id}, {"plots": plots})


def draw_plots(entries: Iterable[Row], history: Sequence[Row]) -> list[Markup]:
    """Draw the history of each entry that has one."""
    drawn = (
        draw_history(
            f"{entry['entry']} ({entry['slug'] or entry['site']})",
            [row for row in history if row["entry_id"] == entry["entry_id"]],
            entry["last_seen_at"],
        )
        for entry in entries
    )
    return [plot for plot in drawn if plot is not None]
