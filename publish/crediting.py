"""Publish: lists the sites whose words are shown, so that every page can name them.

A site of which nobody has stated the terms is named as well, by its host.
"""

from __future__ import annotations

import sqlite3
from typing import Any

from datasette.database import QueryInterrupted

from publish.describing import SELECT_SITES, Site

SELECT_HOSTS = "SELECT DISTINCT site FROM v1_entries ORDER BY site"
UNKNOWN_TERMS = "Terms unknown; ask before you quote at length."


async def list_sites(database: Any) -> tuple[Site, ...]:
    """List the sites, those without terms last, as far as the database says so in time."""
    sites = [Site(*row) for row in await select(database, SELECT_SITES)]
    hosts = [host for (host,) in await select(database, SELECT_HOSTS)]
    known = {site.site for site in sites}
    unknown = (Site(host, host, host, UNKNOWN_TERMS, "") for host in hosts if host not in known)
    return (*sites, *unknown)


async def select(database: Any, sql: str) -> list[Any]:
    """Return the rows; none where that takes too long or the view is not there."""
    try:
        return list((await database.execute(sql)).rows)
    except (QueryInterrupted, sqlite3.Error):
        return []
