"""Load: what new observations change.

Most of them change nothing but dates: a card or a quote says what it said. Such a row is not
computed from all its observations again: where the state that holds since its last version took
in all that the new observation states, no version before or after it can become another one
(``db.history``: the last to state a field gives its value). What does not pass this test, or was
taken back, is computed anew (``db.computing``), so that the order of arrival cannot matter.
"""

from __future__ import annotations

from sqlite_utils import Database

from db.computing import FIELDS, QUOTE_FIELDS, compute_touched
from db.issues import compute_issues
from db.ledger import Run
from db.touching import Touched

# A page is quiet where it was observed with this very reading before, and since then with no
# other. Where it is not, the newest observation of it can only end what it does not show.
# CROSS JOIN keeps SQLite to the order from the new snapshots to what they show.
SELECT_UNQUIET = """
SELECT r.reading_id, r.page, r.comparison_id, NOT EXISTS (
    SELECT 1
    FROM readings AS any_other
    CROSS JOIN snapshots AS later USING (reading_id)
    WHERE any_other.page = r.page AND later.observed_at >= new.observed_at
        AND later.snapshot_id <> new.snapshot_id
)
FROM snapshots AS new
CROSS JOIN readings AS r USING (reading_id)
WHERE new.snapshot_id > ?1 AND EXISTS (
    SELECT 1
    FROM readings AS other
    CROSS JOIN snapshots AS seen USING (reading_id)
    WHERE other.page = r.page AND other.reading_id <> r.reading_id
        AND seen.observed_at >= coalesce(
            (
                SELECT max(before.observed_at) FROM snapshots AS before
                WHERE before.reading_id = r.reading_id AND before.snapshot_id <= ?1
                    AND before.observed_at < new.observed_at
            ),
            ''
        )
)
"""
# What a reading does not show, and its page had not ended before.
SELECT_MISSED = """
SELECT DISTINCT quote_id
FROM readings AS old
CROSS JOIN quote_sightings AS shown USING (reading_id)
WHERE old.page = ?1
    AND quote_id NOT IN (SELECT quote_id FROM quote_sightings WHERE reading_id = ?2)
    AND NOT EXISTS (
        SELECT 1 FROM quote_ends AS gone
        WHERE gone.quote_id = shown.quote_id AND gone.page = old.page AND gone.ended_at > (
            SELECT max(observed_at) FROM snapshots AS s WHERE s.reading_id = old.reading_id
        )
    )
"""
SELECT_CHANGED_ENTRIES = f"""
SELECT entry_id, min(new.observed_at)
FROM snapshots AS new
CROSS JOIN card_sightings USING (reading_id)
CROSS JOIN cards AS c USING (card_id)
CROSS JOIN entries AS e USING (entry_id)
WHERE new.snapshot_id > ? AND NOT (
    e.derived IN ('[]', c.derived)
    AND {" AND ".join(f"coalesce(c.{f}, e.{f}) IS e.{f}" for f in FIELDS)}
    AND new.observed_at >= (
        SELECT max(valid_from) FROM entry_versions AS v WHERE v.entry_id = e.entry_id
    )
)
GROUP BY entry_id
"""
SELECT_CHANGED_QUOTES = f"""
SELECT DISTINCT quote_id
FROM snapshots AS new
CROSS JOIN quote_sightings AS shown USING (reading_id)
CROSS JOIN quotes AS q USING (quote_id)
WHERE new.snapshot_id > ? AND NOT (
    q.valid_to IS NULL
    AND {" AND ".join(f"coalesce(shown.{f}, q.{f}) IS q.{f}" for f in QUOTE_FIELDS)}
    AND new.observed_at >= (
        SELECT max(valid_from) FROM quote_versions AS v WHERE v.quote_id = q.quote_id
    )
)
"""
# An issue that was resolved before a clean observation does not mind it.
SELECT_SUBJECTS = """
SELECT DISTINCT r.subject
FROM snapshots AS new
CROSS JOIN readings AS r USING (reading_id)
WHERE new.snapshot_id > ? AND (
    EXISTS (SELECT 1 FROM reading_issues AS shown WHERE shown.reading_id = r.reading_id)
    OR EXISTS (
        SELECT 1 FROM issues
        WHERE issues.subject = r.subject AND stage = 'parse'
            AND (resolved_at IS NULL OR resolved_at > new.observed_at)
    )
)
"""
SELECT_NEW = """
SELECT observed_at, url, reading_id FROM snapshots CROSS JOIN readings USING (reading_id)
WHERE snapshot_id > ?
"""
DATE_ENTRIES = """
UPDATE entries SET first_seen_at = min(first_seen_at, ?1), last_seen_at = max(last_seen_at, ?1),
    page_url = coalesce(min(page_url, ?2), page_url, ?2)
WHERE entry_id IN (
    SELECT entry_id FROM card_sightings CROSS JOIN cards USING (card_id) WHERE reading_id = ?3
)
"""
DATE_QUOTES = """
UPDATE quotes SET first_seen_at = min(first_seen_at, ?1), last_seen_at = max(last_seen_at, ?1),
    page_url = coalesce(min(page_url, ?2), page_url, ?2), sighting_count = sighting_count + 1
WHERE quote_id IN (SELECT quote_id FROM quote_sightings WHERE reading_id = ?3)
"""
DATE_COMPARISON = """
UPDATE comparisons SET first_seen_at = min(first_seen_at, ?1),
    last_seen_at = max(last_seen_at, ?1)
WHERE comparison_id = (SELECT comparison_id FROM readings WHERE reading_id = ?3)
"""


def settle_snapshots(database: Database, run: Run, after: int, touched: Touched) -> None:
    """Date what the snapshots past ``after`` show; compute what they or the batch changed."""
    connection, new = database.conn, (after,)
    for reading_id, page, comparison_id, is_newest in connection.execute(SELECT_UNQUIET, new):
        if comparison_id is not None:
            touched.comparisons.add(comparison_id)
        if is_newest:
            missed = connection.execute(SELECT_MISSED, (page, reading_id))
            touched.quotes.update(quote_id for (quote_id,) in missed)
        else:
            touched.pages.add(page)
    for entry_id, since in connection.execute(SELECT_CHANGED_ENTRIES, new):
        touched.touch_entry(entry_id, since)
    changed = connection.execute(SELECT_CHANGED_QUOTES, new)
    touched.quotes.update(quote_id for (quote_id,) in changed)
    observations = connection.execute(SELECT_NEW, new).fetchall()
    for statement in (DATE_ENTRIES, DATE_QUOTES, DATE_COMPARISON):
        connection.executemany(statement, observations)
    touched.subjects.update(subject for (subject,) in connection.execute(SELECT_SUBJECTS, new))
    compute_touched(database, run, touched)
    compute_issues(database, touched.subjects)
