"""Publish: the names of what ids stand for, so that a person reads names.

A name is looked up in the view that has it, by its key; it takes no longer than the row itself.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Mapping
from typing import Any

from datasette.database import QueryInterrupted

from publish.arranging import title_column
from publish.linking import TOOLS, is_named_beside, shorten

LONGEST_WORDS = 60
SELECT_ENTRY = "SELECT name FROM v1_entries WHERE entry_id = ?"
SELECT_NAMES: Mapping[str, str] = {
    **dict.fromkeys(TOOLS, SELECT_ENTRY),
    "comparison_id": "SELECT title FROM v1_comparisons WHERE comparison_id = ?",
    "quote_id": "SELECT text FROM v1_quotes WHERE quote_id = ?",
    "snapshot_id": "SELECT url FROM v1_snapshots WHERE snapshot_id = ?",
}


def title_head(column: str, columns: Collection[str]) -> str:
    """Return the heading over a column among others: over names that stand for ids, no id."""
    if column == "subject" and "subject_id" in columns:
        return "Kind"
    is_named = column in SELECT_NAMES or column == "subject_id"
    shows_name = is_named and not is_named_beside(column, dict.fromkeys(columns, True))
    return title_column(column.removesuffix("_id") if shows_name else column)


async def find_name(database: Any, column: str, value: str) -> str:
    """Return the name of what an id in a column stands for; the id itself where none is known."""
    sql = SELECT_NAMES.get(column)
    if sql is None:
        return value
    try:
        rows = (await database.execute(sql, [value])).rows
    except (QueryInterrupted, sqlite3.Error):
        return value
    return shorten((rows[0][0] if rows else None) or value, LONGEST_WORDS)
