"""Load: comparisons, as the latest snapshot that shows all of one has them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sqlite_utils import Database

COLUMNS = ("first_seen_at", "last_seen_at", "title", "url")
COMPUTE_COMPARISON = """
WITH seen AS MATERIALIZED (
    SELECT observed_at, sha256, snapshots.key, title, url
    FROM readings CROSS JOIN snapshots USING (reading_id)
    WHERE page = ?1 AND is_whole
)
SELECT
    (SELECT min(observed_at) FROM seen),
    (SELECT max(observed_at) FROM seen),
    (SELECT title FROM seen ORDER BY observed_at DESC, sha256 DESC, key DESC LIMIT 1),
    (SELECT url FROM seen WHERE url IS NOT NULL
     ORDER BY observed_at DESC, sha256 DESC, key DESC LIMIT 1)
"""
UPDATE_COMPARISON = f"""
UPDATE comparisons SET ({", ".join(COLUMNS)}) = ({COMPUTE_COMPARISON}) WHERE comparisons.key = ?1
"""
SELECT_COMPARISONS = f"SELECT key, {', '.join(COLUMNS)} FROM comparisons ORDER BY comparison_id"
SELECT_SEEN = "SELECT 1 FROM readings WHERE page = ? AND is_whole LIMIT 1"
DELETE_ENTRIES = """
DELETE FROM comparison_entries
WHERE comparison_id = (SELECT comparison_id FROM comparisons WHERE key = ?)
"""


def compute_comparisons(database: Database, pages: Iterable[str]) -> None:
    """Compute the comparisons of these pages; one that nothing shows any more goes."""
    for page in sorted(pages):
        key = (page,)
        if database.conn.execute(SELECT_SEEN, key).fetchone() is not None:
            database.conn.execute(UPDATE_COMPARISON, key)
            continue
        database.conn.execute(DELETE_ENTRIES, key)
        database.conn.execute("DELETE FROM comparisons WHERE key = ?", key)


def list_computed(
    database: Database,
) -> Iterator[tuple[str, tuple[object, ...], tuple[object, ...]]]:
    """Yield of each comparison its key, its COLUMNS as kept, and as they follow from its pages."""
    connection = database.conn
    for key, *kept in connection.execute(SELECT_COMPARISONS):
        yield key, tuple(kept), connection.execute(COMPUTE_COMPARISON, (key,)).fetchone()
