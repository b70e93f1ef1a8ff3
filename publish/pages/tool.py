"""Publish: a tool's page: its entries and why they are one, votes, history, quotes, sources."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import Any
from urllib.parse import unquote

from markupsafe import Markup

from publish.asking import Answer, ask
from publish.linking import write_part
from publish.pages.fields import Row, make_cards, name_entry
from publish.pages.finding import Found, find_tool, tell_unclear
from publish.pages.page import Page, redirect, show_page
from publish.pages.quotes import group_quotes
from publish.plots.history import draw_history

PARTS = (
    "tool_entries", "tool_waiting", "tool_merges", "tool_history", "tool_changes", "tool_quotes",
    "tool_scores", "tool_comparisons", "tool_disagreements", "tool_sources",
)  # fmt: skip
# How much of a long list is shown; the whole of it is one click away.
MOST_ROWS = 10
MOST_WAITING = 5


async def answer(datasette: Any, request: Any) -> Any:
    """Show a tool by its id; an entry's id, a former id, a slug or a name leads to it."""
    found = await find_tool(datasette, unquote(request.url_vars["tool"]))
    if found.tool_id is None:
        return await show_page(datasette, request, suggest(found))
    if found.tool_id != found.words:
        path = datasette.urls.path(f"/tool/{write_part(found.tool_id)}")
        return redirect(datasette, request, path)
    return await show_page(datasette, request, await build_page(datasette, found.tool_id))


def suggest(found: Found) -> Page:
    """Return the page for words that name no tool, or several."""
    heading = tell_unclear(found)
    told = {"wanted": found.words, "has_several": found.has_several}
    answers = {"suggestions": found.suggestions}
    shown = {"heading": heading}
    return Page("unknown_tool.html", heading.striptags(), answers, told, shown, status=404)


async def build_page(datasette: Any, tool_id: str) -> Page:
    """Ask all that a tool's page shows."""
    asked = await asyncio.gather(*(ask(datasette, name, tool=tool_id) for name in PARTS))
    answers = dict(zip((name.removeprefix("tool_") for name in PARTS), asked, strict=True))
    entries = answers["entries"].rows
    title = entries[0]["entry"] if entries else tool_id
    # Without its archive a page of evidence has no fields that a link could lead to.
    has_evidence = getattr(datasette, "explaining", None) is not None
    shown = arrange_parts(answers, has_evidence=has_evidence)
    return Page("tool.html", title, answers, {"tool_id": tool_id}, shown)


def arrange_parts(answers: Mapping[str, Answer], *, has_evidence: bool) -> dict[str, object]:
    """Arrange answers for people: cards, plots, quotes by critic, reasons in words."""
    entries = answers["entries"].rows
    plots, unchanged = draw_plots(entries, answers["history"].rows)
    return {
        "has_evidence": has_evidence,
        "cards": make_cards(entries, answers["sources"].rows if has_evidence else ()),
        "sites_of_tool": sorted({entry["site"] for entry in entries}),
        "last_seen_at": max((entry["last_seen_at"] for entry in entries), default=""),
        "plots": plots,
        "unchanged": unchanged,
        "critics": group_quotes(answers["quotes"].rows, answers["scores"].rows),
        "changes": group_changes(answers["changes"].rows),
        "disagreements": group_disagreements(answers["disagreements"].rows),
        "most_rows": MOST_ROWS,
        "most_waiting": MOST_WAITING,
    }


def draw_plots(
    entries: Sequence[Row], history: Sequence[Row]
) -> tuple[list[tuple[Row, Markup]], list[Row]]:
    """Draw the history of each entry whose shares changed; return the other entries beside.

    All stand over one time, from the first to the last of any of them.
    """
    plots, unchanged = [], []
    first = min((row["valid_from"] for row in history), default="")
    last = max((entry["last_seen_at"] for entry in entries), default="")
    for entry in entries:
        plot = draw_history(
            name_entry(entry),
            [row for row in history if row["entry_id"] == entry["entry_id"]],
            entry["last_seen_at"],
            (first, last),
        )
        if plot is None:
            unchanged.append(entry)
        else:
            plots.append((entry, plot))
    return plots, unchanged


def group_changes(rows: Iterable[Row]) -> list[list[Row]]:
    """Group what changed of one entry at one time."""
    return [
        list(changed)
        for _, changed in groupby(rows, key=lambda row: (row["changed_at"], row["entry_id"]))
    ]


def group_disagreements(rows: Iterable[Row]) -> list[tuple[str, list[tuple[object, list[Row]]]]]:
    """Group what entries disagree on: each field, each value of it, the entries that state it."""
    return [
        (
            field,
            [(value, list(same)) for value, same in groupby(stated, key=lambda row: row["value"])],
        )
        for field, stated in groupby(rows, key=lambda row: row["field"])
    ]
