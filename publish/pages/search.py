"""Publish: the search page: tools and quotes by their words, with what fits marked."""

from __future__ import annotations

import asyncio
import re
from typing import Any

from markupsafe import Markup, escape

from publish.asking import Answer, ask
from publish.pages.page import Page, show_page
from publish.suggesting import fold, suggest_tools

LONGEST_TEXT = 200
MOST_WORDS = 12
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
    tools, quotes = await asyncio.gather(
        ask(datasette, "search_tools", words=words), ask(datasette, "search_quotes", words=words)
    )
    answers = {"tools": tools, "quotes": quotes}
    if not has_name(tools, text):
        answers["suggestions"] = await suggest_tools(datasette, text)
    return Page(
        "search.html", f"Search: {text}", answers, {"words": text}, {"mark_words": mark_words}
    )


def has_name(tools: Answer, text: str) -> bool:
    """Tell whether one of the tools has all words in its name, whole or begun."""
    asked = fold(text).split()
    return any(all(f" {word}" in f" {fold(row['tool'])}" for word in asked) for row in tools.rows)


def mark_words(snippet: str) -> Markup:
    """Return a snippet as HTML: what stands in ⟦ ⟧ is marked, and all is text."""
    parts = _MARKED.split(snippet)
    return Markup().join(
        Markup("<mark>{}</mark>").format(part) if number % 2 else escape(part)
        for number, part in enumerate(parts)
    )
