"""Publish: lists the sites whose words are shown, so that every page can name them."""

from __future__ import annotations

import sqlite3
from typing import Any

from datasette.database import QueryInterrupted

from publish.describing import SELECT_SITES, Site


async def list_sites(database: Any) -> tuple[Site, ...]:
    """List the sites; none where that takes too long or the database does not say."""
    try:
        found = await database.execute(SELECT_SITES)
    except (QueryInterrupted, sqlite3.Error):
        return ()
    return tuple(Site(*row) for row in found.rows)
