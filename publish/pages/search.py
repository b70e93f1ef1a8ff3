"""Publish: the search page: tools and quotes by their words, with what fits marked.

Above them stand critics and categories that are called so, and the head to head of "A vs B".
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from markupsafe import Markup, escape

from publish.asking import Answer, ask
from publish.errors import UnansweredError
from publish.linking import Link, find_path, shorten, write_part
from publish.pages.finding import find_tool
from publish.pages.page import Page, show_page
from publish.suggesting import fold, suggest_tools

LONGEST_TEXT = 200
LONGEST_SNIPPET = 300
BEFORE_MARK = 100
LONGEST_LINK = 60
MOST_WORDS = 12
PARTS = ("tools", "quotes", "critics", "categories")
_PAIR = re.compile(r"(.+?) (?:vs\.?|versus|against) (.+)", re.IGNORECASE)
_MARKED = re.compile("⟦([^⟦⟧]*)⟧")


async def answer(datasette: Any, request: Any) -> Any:
    """Show the tools and the quotes that fit the words ``q``; without words, the box alone."""
    asked = request.args.get("q") or ""
    text = " ".join(asked.replace("\0", " ").split())[:LONGEST_TEXT]
    return await show_page(datasette, request, await build_page(datasette, text))


async def build_page(datasette: Any, text: str) -> Page:
    """Ask for tools and quotes; where no name has all words, for those that are spelt nearly so."""
    if not text:
        return Page("search.html", "Search", told={"words": ""})
    words = " ".join(dict.fromkeys(text.split()[:MOST_WORDS]))
    asked = await asyncio.gather(*(ask(datasette, f"search_{part}", words=words) for part in PARTS))
    answers = dict(zip(PARTS, asked, strict=True))
    if not has_name(answers["tools"], text):
        answers["suggestions"] = await suggest_tools(datasette, text)
    links = {
        "Head to head": await find_pair(datasette, text),
        "Critics": [link_critic(datasette, row) for row in answers["critics"].rows],
        "Categories": [link_category(datasette, row) for row in answers["categories"].rows],
    }
    shown = {"mark_words": mark_words, "links": links}
    return Page("search.html", f"Search: {text}", answers, {"words": text}, shown)


async def find_pair(datasette: Any, text: str) -> list[Link]:
    """Link the head to head where the words are "A vs B" and each side is the name of a tool."""
    if (names := _PAIR.fullmatch(text)) is None:
        return []
    try:
        a, b = await asyncio.gather(*(find_tool(datasette, name) for name in names.groups()))
    except UnansweredError:
        return []
    if a.tool_id is None or b.tool_id is None or a.tool_id == b.tool_id:
        return []
    path = f"/compare/{write_part(a.tool_id)}/{write_part(b.tool_id)}"
    return [Link(str(datasette.urls.path(path)), f"{a.name} against {b.name}")]


def link_critic(datasette: Any, row: Mapping[str, Any]) -> Link:
    """Link a critic's page."""
    path = find_path("critic", row["critic"], "", row["site"])
    return Link(str(datasette.urls.path(path)), shorten(row["critic"], LONGEST_LINK))


def link_category(datasette: Any, row: Mapping[str, Any]) -> Link:
    """Link the entries of a category."""
    entries = datasette.urls.table(datasette.get_database().name, "v1_entries")
    address = f"{entries}?{urlencode({'category': row['category']})}"
    return Link(address, shorten(row["category"], LONGEST_LINK))


def has_name(tools: Answer, text: str) -> bool:
    """Tell whether one of the tools has all words in its name, whole or begun."""
    asked = fold(text).split()
    return any(all(f" {word}" in f" {fold(row['tool'])}" for word in asked) for row in tools.rows)


def mark_words(snippet: str) -> Markup:
    """Return a snippet as HTML: what stands in ⟦ ⟧ is marked, and all is text."""
    parts = _MARKED.split(cut_snippet(snippet))
    return Markup().join(
        Markup("<mark>{}</mark>").format(part) if number % 2 else escape(part)
        for number, part in enumerate(parts)
    )


def cut_snippet(snippet: str) -> str:
    """Return what stands around the first mark: a snippet is bounded by words, which may be long.

    A mark that the cut falls into is closed.
    """
    if len(snippet) <= LONGEST_SNIPPET:
        return snippet
    mark = _MARKED.search(snippet)
    start = max(mark.start() - BEFORE_MARK, 0) if mark else 0
    cut = snippet[start : start + LONGEST_SNIPPET]
    closing = "⟧" if cut.rfind("⟦") > cut.rfind("⟧") else ""
    end = "…" if start + LONGEST_SNIPPET < len(snippet) else ""
    return f"{'…' if start else ''}{cut}{closing}{end}"
