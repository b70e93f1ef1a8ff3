"""Resolve: what operators have said of pairs of entries, as far as it must not be lost.

The log is the one thing in the database that cannot be computed again: it comes back from a file
that it was written to.
"""

from __future__ import annotations

from sqlite_utils import Database

COUNT_UNEXPORTED = """
SELECT count(*), max(decided_at) FROM decisions
WHERE decision_id > (SELECT coalesce(max(last_decision_id), 0) FROM decision_exports)
"""


def count_unexported(database: Database) -> tuple[int, str | None]:
    """Return how many decisions stand in no file yet, and when the last of them was made."""
    count, decided_at = database.conn.execute(COUNT_UNEXPORTED).fetchone()
    return int(count), decided_at
