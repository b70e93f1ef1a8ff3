"""Publish: lists the sites whose words are shown, so that every page can name them."""

from __future__ import annotations

import sqlite3
from typing import Any

from datasette.database import QueryInterrupted

from publish.describing import SELECT_HOSTS, SELECT_SITES, Site, list_sites
from publish.errors import DatabaseUnreadableError


async def find_sites(database: Any) -> tuple[Site, ...]:
    """List the sites, those without terms last, as far as the database says so in time."""
    return list_sites(await select(database, SELECT_SITES), await select(database, SELECT_HOSTS))


async def select(database: Any, sql: str) -> list[Any]:
    """Return the rows; none where that takes too long, or where they cannot be read.

    The page that says so names the sites as well.
    """
    try:
        return list((await database.execute(sql)).rows)
    except (QueryInterrupted, sqlite3.Error, DatabaseUnreadableError):
        return []
