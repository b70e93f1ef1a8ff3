"""Publish: counts and freshness, as the home page tells them.

They are asked anew for each page: the file is live. A count that takes longer than the server
allows is left out, so that the page always comes.
"""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from typing import Any

from datasette.database import QueryInterrupted

from publish.describing import SELECT_SITES, Site

SELECT_COUNTS = """
SELECT
    (SELECT count(DISTINCT tool_id) FROM v1_entries),
    (SELECT count(*) FROM v1_entries),
    (SELECT count(*) FROM v1_comparisons),
    (SELECT count(*) FROM v1_quotes)
"""
SELECT_FRESHNESS = """
SELECT
    (SELECT max(observed_at) FROM v1_snapshots),
    (SELECT max(finished_at) FROM v1_runs),
    (SELECT count(*) FROM v1_issues WHERE resolved_at IS NULL)
"""


@dataclass(frozen=True, slots=True)
class Count:
    """How many things of one kind there are, and the view that lists them."""

    label: str
    view: str
    number: int


@dataclass(frozen=True, slots=True)
class Freshness:
    """When something was last observed and last run (UTC), and how many issues are open."""

    observed_at: str | None
    finished_at: str | None
    open_issues: int


async def count_rows(database: Any) -> tuple[Count, ...]:
    """Count tools, entries, comparisons and quotes; nothing when that takes too long."""
    rows = await _select(database, SELECT_COUNTS)
    kinds = ("Tools", "Entries", "Comparisons", "Quotes")
    return tuple(
        Count(kind, f"v1_{kind.lower()}", number)
        for row in rows
        for kind, number in zip(kinds, row, strict=True)
    )


async def tell_freshness(database: Any) -> Freshness | None:
    """Tell how old the data is; nothing when that takes too long."""
    rows = await _select(database, SELECT_FRESHNESS)
    return Freshness(*rows[0]) if rows else None


async def list_sites(database: Any) -> tuple[Site, ...]:
    """List the sites whose words are shown, for the foot of every page."""
    return tuple(Site(*row) for row in await _select(database, SELECT_SITES))


async def _select(database: Any, sql: str) -> list[tuple[Any, ...]]:
    try:
        result = await database.execute(sql, log_sql_errors=False)
    except (QueryInterrupted, sqlite3.Error):
        return []
    return [tuple(row) for row in result.rows]
