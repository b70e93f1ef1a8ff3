"""Archive: the pages with these rows, and what tells that two of them say the same."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable

from sqlite_utils import Database

from parsers.records import Snapshot
from scraper.archive import SELECT_SNAPSHOT, read_snapshot

WHERE_LISTED = "WHERE s.archive_id IN (SELECT value FROM json_each(?)) ORDER BY s.archive_id"
WHERE_SHOWING = "WHERE s.sha256 = ? AND s.role = 'page' ORDER BY s.archive_id"


def list_pages(database: Database, archive_ids: Iterable[int]) -> list[Snapshot]:
    """Return the snapshots with these rows, in their order of arrival."""
    rows = database.conn.execute(SELECT_SNAPSHOT + WHERE_LISTED, (json.dumps(list(archive_ids)),))
    return [read_snapshot(row) for row in rows]


def list_showing(database: Database, sha256: str) -> list[Snapshot]:
    """Return the snapshots that show these bytes, in their order of arrival."""
    rows = database.conn.execute(SELECT_SNAPSHOT + WHERE_SHOWING, (sha256,))
    return [read_snapshot(row) for row in rows]


def digest_page(snapshot: Snapshot) -> bytes:
    """Return what is equal of two observations that one reader reads alike.

    A reading is a function of the bytes, and of the address, the site and the type that they are
    read as.
    """
    parts = (snapshot.sha256, snapshot.address, snapshot.site, snapshot.content_type)
    return hashlib.blake2b(repr(parts).encode(), digest_size=16).digest()
