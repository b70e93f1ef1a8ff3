"""Resolve: works out tools from entries, for what is new or changed, or for all.

Both do the same: read what the entries say, compare them with their candidates, and compute the
tools of all that this reaches. Nothing follows from the order, or from how often it was done.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import islice

from sqlite_utils import Database

from db.resolving.counting import digest_resolver, is_outdated
from db.resolving.decisions import renew_verdicts
from db.resolving.index import index_entries
from db.resolving.joining import join_tools
from db.resolving.pairing import drop_lost, drop_pairs, pair_entries

AT_ONCE = 1000
SELECT_UNRESOLVED = "SELECT entry_id FROM unresolved ORDER BY entry_id"
DELETE_COMPUTED = ("pairs", "postings", "traits")
Step = Callable[[str, int, int], None]


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
