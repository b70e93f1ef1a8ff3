"""Archive: whether every body is the one that was archived, and every snapshot has one.

SQLite itself notices neither a bit that flipped within a body nor one that is gone; the digest
does. Each record is read by itself, so that a page of the file that cannot be read costs the
records on it and no others.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from msgspec import Struct
from sqlite_utils import Database

from scraper.archive import Archive
from scraper.errors import ArchiveError

SELECT_DIGESTS = "SELECT sha256 FROM bodies ORDER BY sha256"
SELECT_TYPES = "SELECT typeof(size), typeof(data) FROM bodies WHERE sha256 = ?"
SELECT_OWNERS = """
SELECT archive_id, source FROM snapshots WHERE sha256 = ? ORDER BY archive_id LIMIT 3
"""
SELECT_BROKEN = """
SELECT archive_id, source, CASE
    WHEN NOT json_valid(headers) THEN 'its headers are no JSON'
    WHEN NOT json_valid(request_headers) THEN 'its request headers are no JSON'
    WHEN NOT json_valid(coalesce(directives, '{}')) THEN 'its directives are no JSON'
    WHEN NOT EXISTS (SELECT 1 FROM bodies WHERE bodies.sha256 = snapshots.sha256)
        THEN 'its body ' || sha256 || ' is missing'
    WHEN NOT EXISTS (SELECT 1 FROM snapshots AS whole
                     WHERE whole.archive_id = coalesce(snapshots.revisit_of, whole.archive_id))
        THEN 'snapshot ' || revisit_of || ', which it says still held, is missing'
END AS what
FROM snapshots WHERE what IS NOT NULL ORDER BY archive_id
"""
SELECT_ARCHIVED = (
    "SELECT archive_id, sha256, address, observed_at FROM snapshots ORDER BY archive_id"
)


class Damage(Struct, frozen=True):
    """One thing that is not as it was archived: the record, and what is wrong with it."""

    code: str
    where: str
    what: str


def verify_bodies(database: Database) -> Iterator[Damage | None]:
    """Read and hash every body; yield for each None, or its damage."""
    archive = Archive(database)
    for (sha256,) in database.conn.execute(SELECT_DIGESTS):
        yield verify_body(archive, sha256)


def verify_body(archive: Archive, sha256: str) -> Damage | None:
    """Read and hash one body."""
    try:
        types = archive.database.conn.execute(SELECT_TYPES, (sha256,)).fetchone()
        if types not in (None, ("integer", "blob")):
            return Damage("body_corrupt", name_owners(archive, sha256), f"its row holds {types}")
        archive.read(sha256)
    except ArchiveError as error:
        what = str(error).removeprefix("archive: ")
        return Damage(error.code, name_owners(archive, sha256), what)
    except sqlite3.DatabaseError as error:
        what = f"bodies row {sha256} cannot be read: {error}"
        return Damage("body_corrupt", name_owners(archive, sha256), what)
    return None


def name_owners(archive: Archive, sha256: str) -> str:
    """Name the snapshots that show a body, three of them if they are many."""
    try:
        rows = archive.database.conn.execute(SELECT_OWNERS, (sha256,)).fetchall()
    except sqlite3.DatabaseError:
        rows = []
    named = ", ".join(f"snapshot {archive_id} ({source})" for archive_id, source in rows)
    return named or f"body {sha256}"


def verify_snapshots(database: Database) -> Iterator[Damage]:
    """Find snapshots whose headers cannot be read, or whose body or whole response is gone."""
    for archive_id, source, what in database.conn.execute(SELECT_BROKEN):
        yield Damage("snapshot_broken", f"snapshot {archive_id} ({source})", what)


def list_archived(database: Database) -> Iterator[tuple[int, str, str | None, str]]:
    """Iterate over the rows of all snapshots, with SHA-256, address and time."""
    return database.conn.execute(SELECT_ARCHIVED)
