"""Archive: what was shown before, and whether it is shown again.

A page that shows the bytes that it showed before need not be read again. A page is known by its
address; a file is known by its bytes alone, for what it says does not depend on its name.
"""

from __future__ import annotations

import json
from collections.abc import Iterable

from msgspec import Struct
from sqlite_utils import Database

from parsers.records import Snapshot
from scraper.response import Headers, Role

SELECT_SAME_FILE = """
SELECT max(archive_id) FROM snapshots
WHERE sha256 = ? AND address IS NULL AND role = 'page' AND coalesce(site, '') = coalesce(?, '')
    AND archive_id < ?
"""
# The latest name last. An address is no file, whatever brought it.
SELECT_FILES = """
SELECT sha256, source FROM json_each(?) CROSS JOIN snapshots ON sha256 = value
WHERE address IS NULL ORDER BY archive_id
"""


class Latest(Struct, frozen=True, kw_only=True):
    """What an address showed last, and the response that brought those bytes, ``whole``."""

    archive_id: int
    observed_at: str
    sha256: str
    role: Role
    whole_id: int
    whole_observed_at: str
    whole_role: Role
    whole_headers: Headers


def find_same(
    database: Database, snapshot: Snapshot, role: Role, latest: Latest | None
) -> int | None:
    """Return the observation of a page before this one, if it showed the same bytes."""
    if role != "page":
        return None
    if snapshot.address is None:
        key = (snapshot.sha256, snapshot.site, snapshot.archive_id)
        (archive_id,) = database.conn.execute(SELECT_SAME_FILE, key).fetchone()
        return None if archive_id is None else int(archive_id)
    if latest is None or latest.role != "page" or latest.sha256 != snapshot.sha256:
        return None
    return latest.archive_id if latest.observed_at <= snapshot.observed_at else None


def name_files(database: Database, digests: Iterable[str]) -> dict[str, str]:
    """Return of files, by the SHA-256 of their bytes, the path that each had last."""
    return dict(database.conn.execute(SELECT_FILES, (json.dumps(list(digests)),)).fetchall())
