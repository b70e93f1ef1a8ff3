"""Resolve: what there is to resolve, and what came of it, counted without resolving anything."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.resources import files

from msgspec import Struct
from sqlite_utils import Database

COUNT_RESOLVED = """
SELECT
    (SELECT count(*) FROM entries),
    (SELECT count(*) FROM entries WHERE tool_id IS NULL),
    (SELECT count(*) FROM pairs WHERE outcome = 'queued')
"""
SELECT_CROWDED = """
SELECT min(name), count(*) AS count FROM entries
GROUP BY lower(name) HAVING count > ?
ORDER BY count DESC, 1
LIMIT ?
"""


class Resolved(Struct, frozen=True):
    """What there is after resolving: entries, the tools that they are, and pairs that wait."""

    entries: int
    tools: int
    queued: int


@cache
def digest_resolver() -> str:
    """Return 12 hex digits of the SHA-256 over the resolver's modules and its list of words.

    All entries are resolved anew when this changes.
    """
    digest = hashlib.sha256()
    for file in sorted(files(__package__).iterdir(), key=lambda file: file.name):
        if file.name.endswith((".py", ".txt")):
            digest.update(file.name.encode() + b"\0" + file.read_bytes() + b"\0")
    return digest.hexdigest()[:12]


def is_outdated(database: Database) -> bool:
    """Tell whether other code has resolved the entries."""
    row = database.conn.execute("SELECT version FROM resolver").fetchone()
    return row is not None and row[0] != digest_resolver()


def count_unresolved(database: Database) -> int:
    """Return how many entries are new, changed or gone since they were resolved."""
    if is_outdated(database):
        sql = "SELECT count(*) FROM entries"
    else:
        sql = "SELECT count(*) FROM unresolved"
    (count,) = database.conn.execute(sql).fetchone()
    return int(count)


def count_resolved(database: Database) -> Resolved:
    """Count entries, tools, and pairs that wait for a person."""
    return Resolved(*database.conn.execute(COUNT_RESOLVED).fetchone())


def list_crowded(database: Database, most: int, limit: int) -> list[tuple[str, int]]:
    """Return the first names that more than ``most`` entries bear, and how many do."""
    return database.conn.execute(SELECT_CROWDED, (most, limit)).fetchall()
