"""Command: what a row of a view speaks of, for a person: a name, and where it can be looked up."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct
from sqlite_utils import Database

from versusdb.shortening import shorten

SELECT_ENTRY = "SELECT name, source_url FROM v1_entries WHERE entry_id = ?"
SELECT_QUOTE = """
SELECT name, v1_quotes.source_url FROM v1_quotes JOIN v1_entries USING (entry_id)
WHERE quote_id = ?
"""
SELECT_WORDS = "SELECT reviewer, text FROM v1_quotes WHERE quote_id = ?"
SELECT_OBSERVED = "SELECT observed_at FROM v1_snapshots WHERE snapshot_id = ?"
SELECT_COMPARISON = "SELECT title, url FROM v1_comparisons WHERE comparison_id = ?"
SELECT_SNAPSHOT = "SELECT NULL, url FROM v1_snapshots WHERE snapshot_id = ?"

MOST_OF_WORDS = 40


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


def tell_apart(database: Database, row: Mapping[str, object]) -> str | None:
    """Say which of the rows of one name this is, as a person tells them apart; None for the one.

    Of a quote by its critic and words, of an entry on a page by the page's title, of a version by
    its beginning, of what was observed by the time.
    """
    parts = [_describe_quote(database, row), _describe_place(database, row)]
    if "text" not in row and "subject" not in row and row.get("valid_from") is not None:
        parts.append(f"from {row['valid_from']}")
    parts += [_text(row.get(name)) for name in ("observed_at", "code", "field", "name_b")]
    return ", ".join(part for part in parts if part) or None


def _describe_quote(database: Database, row: Mapping[str, object]) -> str | None:
    quote_id = row.get("quote_id") or (row.get("subject") == "quote" and row.get("subject_id"))
    if not quote_id:
        return None
    found = database.conn.execute(SELECT_WORDS, (quote_id,)).fetchone()
    reviewer, text = found or (row.get("reviewer"), None)
    words = [str(part) for part in (reviewer, text and shorten(text, MOST_OF_WORDS)) if part]
    return ": ".join(words) or None


def _describe_place(database: Database, row: Mapping[str, object]) -> str | None:
    if "subject" in row:
        seen = database.conn.execute(SELECT_OBSERVED, (row["snapshot_id"],)).fetchone()
        return None if seen is None else f"seen {seen[0]}"
    if "comparison_id" not in row or "entry_id" not in row:
        return None
    return _find(database, SELECT_COMPARISON, row["comparison_id"]).name


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def _find(database: Database, query: str, key: object) -> Name:
    row = database.conn.execute(query, (key,)).fetchone()
    return Name(None, None) if row is None else Name(*row)
