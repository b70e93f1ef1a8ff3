"""Publish: the list of tools, to be narrowed and put in order."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from publish.asking import ask
from publish.choosing import list_choices
from publish.pages.page import Page, show_page

# As many as the stored query gives.
ROWS = 100
FIELDS = ("words", "category", "verdict", "sort")
SORTS: Mapping[str, str] = {
    "name": "name",
    "panel_share": "share of the panel",
    "quotes": "quotes that stand",
    "last_seen": "last seen",
}
# SQLite counts no further.
LONGEST_NUMBER = 18


async def answer(datasette: Any, request: Any) -> Any:
    """Show the tools that fit, a hundred on a page."""
    values = {name: (request.args.get(name) or "").strip() for name in FIELDS}
    asked = (request.args.get("start") or "0")[:LONGEST_NUMBER]
    start = int(asked) if asked.isdecimal() else 0
    tools = await ask(datasette, "tools_list", **values, start=str(start))
    categories = await list_choices(datasette, "category")
    chosen = values["category"]
    if chosen and chosen.lower() not in {each.lower() for each in categories}:
        categories.append(chosen)
    total = tools.rows[0]["of_all"] if tools.rows else 0
    shown = {
        "total": total,
        "categories": categories,
        "sorts": SORTS,
        "before": write_address(datasette, values, max(start - ROWS, 0)) if start else "",
        "after": write_address(datasette, values, start + ROWS) if start + ROWS < total else "",
        "is_narrowed": any(values[name] for name in FIELDS if name != "sort"),
    }
    page = Page("tools.html", "Tools", {"tools": tools}, {**values, "start": start}, shown)
    return await show_page(datasette, request, page)


def write_address(datasette: Any, values: Mapping[str, str], start: int) -> str:
    """Return the address of the page that begins after so many tools."""
    told = {name: value for name, value in values.items() if value}
    if start:
        told["start"] = str(start)
    query = f"?{urlencode(told)}" if told else ""
    return f"{datasette.urls.path('/tools')}{query}"
