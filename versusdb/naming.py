"""Command: what a row of a view speaks of, for a person: a name, and where it can be looked up."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct
from sqlite_utils import Database

SELECT_ENTRY = "SELECT name, source_url FROM v1_entries WHERE entry_id = ?"
SELECT_QUOTE = """
SELECT name, v1_quotes.source_url FROM v1_quotes JOIN v1_entries USING (entry_id)
WHERE quote_id = ?
"""
SELECT_COMPARISON = "SELECT title, url FROM v1_comparisons WHERE comparison_id = ?"
SELECT_SNAPSHOT = "SELECT NULL, url FROM v1_snapshots WHERE snapshot_id = ?"


class Name(Struct, frozen=True):
    """A name, and an address to cite; either may be unknown."""

    name: str | None
    source_url: str | None


def name_row(database: Database, row: Mapping[str, object]) -> Name:
    """Return what a row of any view speaks of, looked up in the database that it is from."""
    if "url" in row:
        title = row.get("title")
        return Name(None if title is None else str(title), _text(row["url"]))
    if "name" in row and "source_url" in row:
        return Name(_text(row["name"]), _text(row["source_url"]))
    if "subject" in row:
        is_quote = row["subject"] == "quote"
        return _find(database, SELECT_QUOTE if is_quote else SELECT_ENTRY, row["subject_id"])
    for column, query in (
        ("quote_id", SELECT_QUOTE),
        ("entry_id", SELECT_ENTRY),
        ("tool_id", SELECT_ENTRY),
        ("entry_a_id", SELECT_ENTRY),
        ("comparison_id", SELECT_COMPARISON),
        ("snapshot_id", SELECT_SNAPSHOT),
    ):
        if column in row:
            return _find(database, query, row[column])
    return Name(None, None)


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def _find(database: Database, query: str, key: object) -> Name:
    row = database.conn.execute(query, (key,)).fetchone()
    return Name(None, None) if row is None else Name(*row)
