"""Publish: the links of a cell: from an id to what it names, from an address to the source.

Everything in a cell came from a stranger. Only a whole ``http`` or ``https`` address in a
column of addresses becomes a link, and only an id in a column of ids; all else stays text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from html import escape
from typing import Any
from urllib.parse import quote, urlencode

from markupsafe import Markup

from publish.units import is_time, write_number
from publish.wording import word_json

# Column to the view whose row it names, by that view's column of the same kind.
VIEWS: Mapping[str, tuple[str, str]] = {
    "comparison_id": ("v1_comparisons", "comparison_id"),
    "quote_id": ("v1_quotes", "quote_id"),
    "decision_id": ("v1_decisions", "decision_id"),
    "issue_id": ("v1_issues", "issue_id"),
}
TOOLS = frozenset({"entry_id", "entry_a_id", "entry_b_id", "tool_id", "tool_a_id", "tool_b_id"})
# Columns that hold the name of what an id beside them means.
NAMES: Mapping[str, tuple[str, ...]] = {
    "name": ("entry_id", "tool_id"),
    "name_a": ("entry_a_id",),
    "name_b": ("entry_b_id",),
}
SUBJECTS: Mapping[object, str] = {"entry": "entry_id", "quote": "quote_id"}
CRITICS = frozenset({"reviewer", "critic", "other_critic", "lowest_critic", "highest_critic"})

_WEB_ADDRESS = re.compile(r"https?://[^\s/<>\"'`\\]+(?:[/?#][^\s<>\"`\\]*)?", re.IGNORECASE)
_TIME = re.compile(r"(\d{4}-\d\d-\d\d)T(\d\d:\d\d):\d\dZ")


@dataclass(frozen=True, slots=True)
class Link:
    """A link as templates write it: both parts are escaped, whoever wrote them."""

    address: str
    text: str

    def __html__(self) -> str:
        """Return the link as HTML; templates call this by its name."""
        rel = "" if self.address.startswith("/") else ' rel="nofollow noreferrer"'
        return f'<a href="{escape(self.address)}"{rel}>{escape(self.text)}</a>'


def is_web_address(value: object) -> bool:
    """Tell whether a value is one whole http or https address."""
    return isinstance(value, str) and _WEB_ADDRESS.fullmatch(value) is not None


def is_address_column(column: str) -> bool:
    """Tell whether a column holds addresses, by its name."""
    return column == "url" or column.endswith("_url")


def name_column(column: str, subject: object = None) -> str:
    """Return the column by whose name an id is known; a sighting's goes by subject."""
    return SUBJECTS.get(subject, "") if column == "subject_id" else column


def find_named(column: str, row: Mapping[str, Any]) -> str | None:
    """Return the column of the id whose name stands in a column of a row, if there is one."""
    keys = (f"{column}_id", *NAMES.get(column, ()))
    return next((key for key in keys if row.get(key)), None)


def is_named_beside(column: str, row: Mapping[str, Any]) -> bool:
    """Tell whether the name of what an id means stands in the same row."""
    # What stands beside the id of a subject says only of which kind it is.
    if column != "subject_id" and column.endswith("_id") and column.removesuffix("_id") in row:
        return True
    return any(name in row and find_named(name, row) == column for name in NAMES)


def find_path(column: str, value: object, data: str, site: object = None) -> str | None:
    """Return the path of what an id or a critic's name means.

    ``data`` is the path of the database; ``site`` the row's, for a critic is one of a site.
    """
    if column in TOOLS:
        return f"/tool/{write_part(value)}"
    if column in CRITICS:
        name = write_part(value)
        return f"/critic/{quote(str(site), safe='')}/{name}" if site else f"/critic/{name}"
    if column == "snapshot_id":
        return f"/evidence/{write_part(value)}"
    if column == "run_id":
        return f"/changes/{write_part(value)}"
    if column in VIEWS:
        view, key = VIEWS[column]
        return f"{data}/{view}?{urlencode({key: str(value)})}"
    return None


def write_part(value: object) -> str:
    """Write a value as one part of a path; its dots too, for what follows one is a format."""
    return quote(str(value), safe="").replace(".", "%2E")


def show_cell(row: Mapping[str, Any], column: str, urls: Any, data: str) -> object:
    """Return a cell of a page: a text with an id beside it leads to what the id names."""
    value = row[column]
    if value is None or value == "":
        return ""
    if is_address_column(column):
        return Link(value, value) if is_web_address(value) else value
    path = find_named_path(row, column, data)
    if path is not None:
        return Link(str(urls.path(path)), str(value))
    return show_plain(column, value) or value


def show_plain(column: str, value: object) -> Markup | None:
    """Return what is no link as people say it; None for what says it itself."""
    if (number := write_number(column, value)) is not None:
        return Markup("{}").format(number)
    shown = show_time(value) if is_time(column) else word_json(column, value)
    return shown if isinstance(shown, Markup) else None


def shorten(text: str, limit: int) -> str:
    """Cut a text to the limit and show that it was cut; 0 is no limit."""
    return text if not limit or len(text) <= limit else f"{text[:limit].rstrip()}…"


def find_named_path(row: Mapping[str, Any], column: str, data: str) -> str | None:
    """Return the path that a cell leads to: that of the id beside it, else of its own value."""
    key = find_named(column, row) or column
    return find_path(key, row[key], data, row.get("site"))


def show_time(value: object) -> object:
    """Return a time to the minute, and for machines to the second."""
    found = _TIME.fullmatch(value) if isinstance(value, str) else None
    if found is None:
        return value
    return Markup('<time datetime="{}">{} {}</time>').format(value, found[1], found[2])


def list_shown(columns: Iterable[str]) -> list[str]:
    """List the columns to show: an id beside the text that leads to it is none."""
    names = list(columns)
    return [name for name in names if name[-3:] != "_id" or name[:-3] not in names]
