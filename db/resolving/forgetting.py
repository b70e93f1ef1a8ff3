"""Resolve: forgets what decisions quote of pages that were taken down."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from sqlite_utils import Database

from db.resolving.decisions import list_ids_of
from db.touching import write_ids

SELECT_SHOWN = """
SELECT DISTINCT entry_id FROM json_each(?) CROSS JOIN snapshots ON archive_id = value
JOIN sightings USING (reading_id) JOIN cards USING (card_id)
"""
# Names and taglines of cards that only these snapshots show.
SELECT_GOING = """
WITH going AS (SELECT value AS archive_id FROM json_each(?))
SELECT name_key FROM going CROSS JOIN snapshots USING (archive_id)
JOIN sightings USING (reading_id) JOIN cards USING (card_id)
EXCEPT
SELECT name_key FROM cards JOIN sightings USING (card_id) JOIN snapshots USING (reading_id)
WHERE archive_id NOT IN (SELECT archive_id FROM going)
"""
_NAMED = """
one_key IN (SELECT value FROM json_each(?1)) AND one ->> 'slug' IS NULL
OR other_key IN (SELECT value FROM json_each(?1)) AND other ->> 'slug' IS NULL
"""
FORGET_DECISIONS = (
    f"""
    DELETE FROM verdicts
    WHERE decision_id IN (SELECT decision_id FROM decisions WHERE {_NAMED})
    """,
    f"DELETE FROM decisions WHERE {_NAMED}",
)
_OF_THESE = """
one_key IN (SELECT value FROM json_each(?1)) OR other_key IN (SELECT value FROM json_each(?1))
"""
COUNT_NAMED = f"SELECT count(*) FROM decisions WHERE {_NAMED}"
COUNT_QUOTING = f"""
SELECT count(*) FROM decisions
WHERE json_remove(evidence, '$.retracts') <> '{{}}' AND ({_OF_THESE})
"""
FORGET_EVIDENCE = (
    # Which word a retraction takes back is none of it.
    f"""
    UPDATE decisions SET evidence = iif(
        evidence -> 'retracts' IS NULL, '{{}}',
        json_object('retracts', json(evidence -> 'retracts'))
    )
    WHERE {_OF_THESE}
    """,
    # Whether their cards have changed since cannot be told any more.
    f"""
    INSERT INTO unresolved
    SELECT coalesce(entry_a_id, entry_b_id) AS one_id
    FROM verdicts JOIN decisions USING (decision_id)
    WHERE one_id NOTNULL AND ({_OF_THESE})
    ON CONFLICT DO NOTHING
    """,
)


def list_ids(database: Database) -> set[str]:
    """Return all ids that entries have, and those of the names that they have shown."""
    sql = "SELECT key FROM entries UNION SELECT name_key FROM cards"
    return {key for (key,) in database.conn.execute(sql)}


def list_shown_ids(database: Database, archive_ids: Iterable[int]) -> set[str]:
    """Return all ids of the entries that some snapshots show, and of all names of those."""
    shown = database.conn.execute(SELECT_SHOWN, (write_ids(archive_ids),)).fetchall()
    return list_ids_of(database, [entry_id for (entry_id,) in shown])


def count_decisions(database: Database, archive_ids: Collection[int]) -> tuple[int, int]:
    """Count the decisions that go with some snapshots, and all that may quote what those show."""
    going = [key for (key,) in database.conn.execute(SELECT_GOING, (write_ids(archive_ids),))]
    shown = {*going, *list_shown_ids(database, archive_ids)}
    counts = ((COUNT_NAMED, going), (COUNT_QUOTING, shown))
    named, quoting = (
        int(database.conn.execute(sql, (write_ids(ids),)).fetchone()[0]) for sql, ids in counts
    )
    return named, quoting


def forget_decisions(database: Database, gone: Collection[str], shown: Collection[str]) -> None:
    """Forget what decisions quote of pages that were taken down.

    ``shown`` are ids of the entries that those showed, ``gone`` of those that no page shows any
    more. The words stay, for a slug is the site's own key; of those that are gone, the words that
    name an entry by its name and tagline go.
    """
    for statement in FORGET_DECISIONS:
        database.conn.execute(statement, (write_ids(gone),))
    for statement in FORGET_EVIDENCE:
        database.conn.execute(statement, (write_ids({*gone, *shown}),))
