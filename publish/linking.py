"""Publish: the links of a cell: from an id to its row, from an address to the source.

Everything in a cell came from a stranger. Only a whole ``http`` or ``https`` address in a
column of addresses becomes a link, and only an id in a column of ids; all else stays text.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape

from msgspec import Struct

# Column to (view, column) of the row it names.
TARGETS: Mapping[str, tuple[str, str]] = {
    "entry_id": ("v1_entries", "entry_id"),
    "entry_a_id": ("v1_entries", "entry_id"),
    "entry_b_id": ("v1_entries", "entry_id"),
    "tool_id": ("v1_tools", "tool_id"),
    "comparison_id": ("v1_comparisons", "comparison_id"),
    "quote_id": ("v1_quotes", "quote_id"),
    "snapshot_id": ("v1_snapshots", "snapshot_id"),
    "run_id": ("v1_runs", "run_id"),
}
SUBJECTS: Mapping[object, str] = {"entry": "entry_id", "quote": "quote_id"}

_WEB_ADDRESS = re.compile(r"https?://[^\s/<>\"'`\\]+(?:[/?#][^\s<>\"`\\]*)?", re.IGNORECASE)


class Link(Struct, frozen=True):
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


def find_target(column: str, subject: object = None) -> tuple[str, str] | None:
    """Return view and column that an id in this column names; a sighting's goes by subject."""
    if column == "subject_id":
        column = SUBJECTS.get(subject, "")
    return TARGETS.get(column)
