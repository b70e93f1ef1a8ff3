"""Resolve: works out tools from entries, for what is new or changed, or for all.

Both do the same: read what the entries say, compare them with their candidates, and compute the
tools of all that this reaches. Nothing follows from the order, or from how often it was done.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from importlib.resources import files
from itertools import islice

from msgspec import Struct
from sqlite_utils import Database

from db.resolving.decisions import renew_verdicts
from db.resolving.index import index_entries
from db.resolving.joining import join_tools
from db.resolving.keys import MOST_SHARING
from db.resolving.pairing import drop_lost, drop_pairs, pair_entries

AT_ONCE = 1000
SELECT_UNRESOLVED = "SELECT entry_id FROM unresolved ORDER BY entry_id"
DELETE_COMPUTED = ("pairs", "postings", "traits")
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
Step = Callable[[str, int, int], None]


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


def resolve_entries(
    database: Database, *, is_whole: bool = False, tell: Step = lambda *_: None
) -> None:
    """Work out the tools in one transaction: of what has changed, or of all there is.

    ``tell`` is told now and then what is done, how many entries are through, and of how many.
    """
    connection = database.conn
    with database.atomic():
        is_first = connection.execute("SELECT 1 FROM traits LIMIT 1").fetchone() is None
        is_whole = is_whole or is_first or is_outdated(database)
        if is_whole:
            for table in DELETE_COMPUTED:
                connection.execute(f"DELETE FROM {table}")
            connection.execute("INSERT OR IGNORE INTO unresolved SELECT entry_id FROM entries")
            connection.execute("DELETE FROM resolver")
        waiting = [entry_id for (entry_id,) in connection.execute(SELECT_UNRESOLVED)]
        if waiting:
            _resolve(database, waiting, tell, is_whole=is_whole)
            connection.execute("DELETE FROM unresolved")
        connection.execute("DELETE FROM resolver")
        connection.execute("INSERT INTO resolver VALUES (?)", (digest_resolver(),))


def _resolve(database: Database, waiting: Sequence[int], tell: Step, *, is_whole: bool) -> None:
    gaining, losing = set[int](), set[int]()
    done = 0
    for batch in _split(waiting):
        crossed = index_entries(database, batch, is_whole=is_whole)
        gaining |= crossed.rare
        losing |= crossed.common
        done += len(batch)
        tell("Reading entries", done, len(waiting))
    paired = sorted({*waiting, *gaining})
    touched = renew_verdicts(database, waiting) | drop_pairs(database, paired) | set(waiting)
    touched |= drop_lost(database, losing)
    compared: set[int] = set()
    for batch in _split(paired):
        touched |= pair_entries(database, batch, compared)
        tell("Comparing entries", len(compared), len(paired))
    tell("Joining tools", 0, len(touched))
    join_tools(database, touched)


def _split(entry_ids: Sequence[int]) -> Iterator[list[int]]:
    rest = iter(entry_ids)
    while batch := list(islice(rest, AT_ONCE)):
        yield batch


def count_resolved(database: Database) -> Resolved:
    """Count entries, tools, and pairs that wait for a person."""
    return Resolved(*database.conn.execute(COUNT_RESOLVED).fetchone())


def list_crowded(database: Database, limit: int) -> list[tuple[str, int]]:
    """Return names that too many entries bear to be compared by them, and how many do."""
    return database.conn.execute(SELECT_CROWDED, (MOST_SHARING, limit)).fetchall()
