"""Load: what could not be fetched or read, kept as rows.

An issue of reading belongs to the snapshots that show it: its dates are computed from them, and
when it was resolved from those that show its page, by the address that they name or that they came
from. An issue of fetching has no snapshot; it is dated by the runs that met it. A later answer
from the same address resolves it, or a later run that goes through the same place and has nothing
to say of it. Where no run ever goes again it stays open: nobody knows whether it is still so.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from typing import TypeAlias

from msgspec import Struct
from pyroaring import BitMap64
from sqlite_utils import Database

from db.bitmaps import collect_rows
from db.keys import issue_key
from db.ledger import Run
from db.sheets import Sheet
from db.touching import Touched, write_ids
from parsers.records import Issue, Snapshot

IsOver: TypeAlias = Callable[[str, str, bool], bool]

INSERT_FETCH_ISSUE = """
INSERT INTO issues (key, run_id, stage, code, subject, url, field, message, first_seen_at,
    last_seen_at)
VALUES (?, ?, 'fetch', ?, ?, ?, '', ?, ?, ?)
ON CONFLICT (key) DO UPDATE SET message = excluded.message,
    last_seen_at = excluded.last_seen_at, resolved_at = NULL
"""
DELETE_UNSEEN = """
DELETE FROM issues WHERE stage <> 'fetch' AND subject = ?
    AND NOT EXISTS (SELECT 1 FROM reading_issues WHERE reading_issues.issue_id = issues.issue_id)
"""
COMPUTE_SEEN = """
WITH seen AS (
    SELECT
        issue_id,
        shown.message,
        shown.expected,
        shown.found,
        sha256,
        min(observed_at) OVER (PARTITION BY issue_id) AS first_at,
        max(observed_at) OVER (PARTITION BY issue_id) AS last_at,
        row_number() OVER (
            PARTITION BY issue_id ORDER BY observed_at DESC, sha256 DESC, snapshots.key DESC
        ) AS age
    FROM issues JOIN reading_issues AS shown USING (issue_id) JOIN snapshots USING (reading_id)
    WHERE issues.subject = ? AND stage <> 'fetch'
)
UPDATE issues SET first_seen_at = first_at, last_seen_at = last_at, message = seen.message,
    expected = seen.expected, found = seen.found, snapshot_sha256 = seen.sha256
FROM seen WHERE seen.issue_id = issues.issue_id AND age = 1
"""
# What cannot be read at all resolves nothing.
COMPUTE_RESOLVED = """
UPDATE issues SET resolved_at = (
    SELECT min(observed_at) FROM (
        SELECT observed_at, kind FROM readings JOIN snapshots USING (reading_id)
        WHERE readings.subject = issues.subject
        UNION ALL
        SELECT observed_at, kind FROM snapshots JOIN readings USING (reading_id)
        WHERE snapshots.address = issues.subject
    )
    WHERE observed_at > issues.last_seen_at AND kind <> 'unknown'
)
WHERE stage <> 'fetch' AND subject = ?
"""
# Bytes that were missed are there now, whenever they were first seen.
RESOLVE_FETCH = """
UPDATE issues SET resolved_at = max(?1, last_seen_at)
WHERE stage = 'fetch' AND subject = ?2 AND resolved_at IS NULL AND (
    last_seen_at <= ?1 OR code IN ('body_corrupt', 'body_missing', 'revisit_unresolved')
        AND key NOT IN (SELECT key FROM problems_met)
)
"""
INSERT_READING_ISSUE = """
INSERT INTO reading_issues (reading_id, issue_id, message, expected, found)
SELECT ?, issue_id, ?, ?, ? FROM issues WHERE key = ? ON CONFLICT DO NOTHING
"""
INSERT_ISSUE = """
INSERT INTO issues (key, run_id, stage, code, subject, url, field, message, first_seen_at,
    last_seen_at)
VALUES (?, ?, ?, ?, ?, ?, ?, '', '', '') ON CONFLICT (key) DO NOTHING
"""
SELECT_SHOWN = """
SELECT reading_id, field, issue_id, shown.message, shown.expected, shown.found
FROM json_each(?2)
CROSS JOIN reading_issues AS shown ON reading_id = value
CROSS JOIN issues USING (issue_id)
WHERE stage = 'load' AND code = ?1
"""
DELETE_SHOWN = "DELETE FROM reading_issues WHERE reading_id = ? AND issue_id = ?"
SELECT_ANY = "SELECT 1 FROM issues WHERE stage = 'load' AND code = ? LIMIT 1"
SELECT_SUBJECT = "SELECT subject, url FROM readings WHERE reading_id = ?"
SELECT_OPEN = """
SELECT key, code, subject, subject IN (SELECT subject FROM problems_met) FROM issues
WHERE stage = 'fetch' AND resolved_at IS NULL AND key NOT IN (SELECT key FROM problems_met)
"""
NOTE_PROBLEM = "INSERT OR REPLACE INTO problems_met VALUES (?, ?)"
SELECT_CHOSEN = """
SELECT key, stage, code, subject, url FROM issues
WHERE resolved_at IS NULL AND (?1 IS NULL OR code = ?1) AND (?2 IS NULL OR stage = ?2)
    AND (?3 IS NULL OR run_id = ?3)
ORDER BY issue_id
"""
SELECT_SHOWING = """
SELECT DISTINCT archive_id
FROM issues JOIN reading_issues USING (issue_id) JOIN snapshots USING (reading_id)
WHERE issues.key IN (SELECT value FROM json_each(?))
"""
SELECT_OF_SNAPSHOTS = """
SELECT archive_id, code, field, reading_issues.message, reading_issues.expected,
    reading_issues.found
FROM issues JOIN reading_issues USING (issue_id) JOIN snapshots USING (reading_id)
WHERE archive_id IN (SELECT value FROM json_each(?)) ORDER BY archive_id, issue_id
"""


class OpenIssue(Struct, frozen=True):
    """What was met and is not resolved; ``subject`` is an address, a path, or a SHA-256."""

    issue_id: str
    stage: str
    code: str
    subject: str
    url: str | None


def resolve_fetching(database: Database, snapshots: Iterable[Snapshot]) -> None:
    """Resolve what kept these addresses and files from being fetched: here they are."""
    reached = [
        (snapshot.observed_at, subject)
        for snapshot in snapshots
        for subject in {snapshot.source, snapshot.address} - {None}
    ]
    database.conn.executemany(RESOLVE_FETCH, reached)


def resolve_unmet(database: Database, is_over: IsOver, at: str) -> None:
    """Resolve the open problems of fetching that the run at work did not meet, and that are over.

    ``at`` is when it went through there. ``is_over`` is asked with the code, the subject, and
    whether the run met other problems there.
    """
    with database.atomic():
        opened = database.conn.execute(SELECT_OPEN)
        over = [
            (at, key)
            for key, code, subject, has_others in opened
            if is_over(code, subject, bool(has_others))
        ]
        database.conn.executemany("UPDATE issues SET resolved_at = ? WHERE key = ?", over)


def note_problem(
    database: Database,
    run: Run,
    *,
    code: str,
    source: str,
    address: str | None,
    message: str,
    at: str,
) -> None:
    """Keep what could not be fetched, met in this run at this time."""
    subject = address or source
    key = issue_key("fetch", code, subject, "")
    with database.atomic():
        row = (key, run.run_id, code, subject, address, message, at, at)
        database.conn.execute(INSERT_FETCH_ISSUE, row)
        database.conn.execute(NOTE_PROBLEM, (key, subject))
    run.counts.issues += 1


def put_reading_issues(database: Database, run: Run, sheets: Iterable[tuple[int, Sheet]]) -> None:
    """Keep what could not be read, beside the readings that show it."""
    issues, shown = [], []
    for reading_id, sheet in sheets:
        url = sheet.reading.record.url or sheet.snapshot.address
        for issue in sheet.reading.record.issues:
            key = issue_key("parse", issue.code, sheet.subject, issue.field)
            issues.append((key, run.run_id, "parse", issue.code, sheet.subject, url, issue.field))
            shown.append((reading_id, issue.message, issue.expected, issue.found, key))
    database.conn.executemany(INSERT_ISSUE, issues)
    database.conn.executemany(INSERT_READING_ISSUE, shown)


def put_load_issues(
    database: Database,
    run: Run,
    code: str,
    places: Collection[tuple[int, str]],
    issue: tuple[str, str, str] | None,
    touched: Touched,
) -> None:
    """Let these readings, at these fields, have an issue of loading, or have it no more.

    ``issue`` is its message, what was expected, and what was found.
    """
    connection = database.conn
    ids = write_ids({reading_id for reading_id, _ in places})
    there = {
        (reading_id, field): (issue_id, tuple(said))
        for reading_id, field, issue_id, *said in connection.execute(SELECT_SHOWN, (code, ids))
    }
    for reading_id, field in places:
        issue_id, said = there.get((reading_id, field), (None, None))
        if said == issue:
            continue
        subject, url = connection.execute(SELECT_SUBJECT, (reading_id,)).fetchone()
        touched.subjects.add(subject)
        if issue_id is not None:
            connection.execute(DELETE_SHOWN, (reading_id, issue_id))
        if issue is not None:
            key = issue_key("load", code, subject, field)
            row = (key, run.run_id, "load", code, subject, url, field)
            connection.execute(INSERT_ISSUE, row)
            connection.execute(INSERT_READING_ISSUE, (reading_id, *issue, key))
        run.counts.issues += issue_id is None


def has_load_issues(database: Database, code: str) -> bool:
    """Tell whether there is any issue of loading with a code."""
    return database.conn.execute(SELECT_ANY, (code,)).fetchone() is not None


def list_issues(database: Database, archive_ids: Iterable[int]) -> list[tuple[int, Issue]]:
    """Return the issues that the present readings of archived pages have, page by page."""
    rows = database.conn.execute(SELECT_OF_SNAPSHOTS, (write_ids(archive_ids),))
    return [
        (archive_id, Issue(code=code, field=field, message=message, expected=expected, found=found))
        for archive_id, code, field, message, expected, found in rows
    ]


def compute_issues(database: Database, subjects: Iterable[str]) -> None:
    """Compute the dates of the reading issues of these pages."""
    for subject in sorted(subjects):
        for statement in (DELETE_UNSEEN, COMPUTE_SEEN, COMPUTE_RESOLVED):
            database.conn.execute(statement, (subject,))


def list_open(
    database: Database,
    *,
    code: str | None = None,
    stage: str | None = None,
    run_id: int | None = None,
) -> list[OpenIssue]:
    """Return the open issues, of one code, stage or first run if these are named."""
    rows = database.conn.execute(SELECT_CHOSEN, (code, stage, run_id))
    return [OpenIssue(*row) for row in rows]


def list_showing(database: Database, issue_ids: Iterable[str]) -> BitMap64:
    """Return the archive rows of the pages whose readings show these issues."""
    rows = database.conn.execute(SELECT_SHOWING, (write_ids(issue_ids),))
    return collect_rows(archive_id for (archive_id,) in rows)
