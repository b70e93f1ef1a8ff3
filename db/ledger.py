"""Load: the run ledger, one row for each command that writes.

A run that dies without a word is found by the next one and marked killed; what it had
committed stands.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping

from msgspec import Struct, field
from sqlite_utils import Database

OPEN_RUN = """
INSERT INTO runs (command, status, started_at, settings, code_version, reader_version)
VALUES (?, 'running', ?, ?, ?, ?)
RETURNING run_id
"""
CLOSE_RUN = """
UPDATE runs SET status = ?, finished_at = ?, pages_seen = ?, pages_fetched = ?,
    pages_unchanged = ?, pages_failed = ?, entries_added = ?, entries_changed = ?,
    quotes_added = ?, issues = ?, entries_ended = ?, quotes_ended = ?
WHERE run_id = ?
"""
COUNT_ADDED = """
SELECT
    (SELECT count(*) FROM entries WHERE run_id = ?1),
    (SELECT count(*) FROM quotes WHERE run_id = ?1)
"""
COUNT_VERSIONS = """
SELECT entry_id, count(*) FROM entry_versions
WHERE entry_id IN (SELECT value FROM json_each(?)) GROUP BY entry_id
"""
COUNT_ENDED = """
SELECT count(*) FROM quotes
WHERE valid_to IS NOT NULL AND quote_id IN (SELECT value FROM json_each(?))
"""


class Counts(Struct, kw_only=True):
    """What a run counts; the names are the columns of ``v1_runs``."""

    pages_seen: int = 0
    pages_fetched: int = 0
    pages_unchanged: int = 0
    pages_failed: int = 0
    entries_added: int = 0
    entries_changed: int = 0
    quotes_added: int = 0
    issues: int = 0
    entries_ended: int | None = None
    quotes_ended: int = 0


# In the order of CLOSE_RUN.
COUNTED = Counts.__struct_fields__


class Run(Struct, frozen=True, kw_only=True):
    """One execution: its row, with which code it runs, what it has counted so far.

    What it changes is counted at its end, against what it met first: how many versions an
    entry had, and which quotes stood. ``issues_met`` are the problems of fetching that it met
    itself, and the subject of each, by their keys. ``untracked`` names what this command does not
    count: in the ledger it is null.
    """

    run_id: int
    code_version: str
    reader_version: str
    counts: Counts = field(default_factory=Counts)
    versions_met: dict[int, int] = field(default_factory=dict)
    quotes_met: set[int] = field(default_factory=set)
    issues_met: dict[str, str] = field(default_factory=dict)
    untracked: frozenset[str] = frozenset()


def open_run(
    database: Database,
    *,
    command: str,
    started_at: str,
    settings: Mapping[str, object],
    code_version: str,
    reader_version: str,
    untracked: Collection[str] = (),
) -> Run:
    """Begin a run; runs that never ended are marked killed.

    ``untracked`` are the counts (fields of ``Counts``) that this command does not track.
    """
    with database.atomic():
        database.conn.execute("UPDATE runs SET status = 'killed' WHERE status = 'running'")
        row = (
            command,
            started_at,
            json.dumps(settings, sort_keys=True),
            code_version,
            reader_version,
        )
        (run_id,) = database.conn.execute(OPEN_RUN, row).fetchone()
    return Run(
        run_id=run_id,
        code_version=code_version,
        reader_version=reader_version,
        untracked=frozenset(untracked),
    )


def close_run(database: Database, run: Run, *, status: str, finished_at: str) -> None:
    """End a run with its status (``clean``, ``issues``, ``failed`` or ``stopped``) and counts."""
    with database.atomic():
        _count_content(database, run)
        counted = [None if name in run.untracked else getattr(run.counts, name) for name in COUNTED]
        database.conn.execute(CLOSE_RUN, (status, finished_at, *counted, run.run_id))


def _count_content(database: Database, run: Run) -> None:
    """Count from the tables, so that a batch that was rolled back counts for nothing."""
    connection, counts = database.conn, run.counts
    counts.entries_added, counts.quotes_added = connection.execute(
        COUNT_ADDED, (run.run_id,)
    ).fetchone()
    met = (json.dumps(list(run.versions_met)),)
    counts.entries_changed = sum(
        run.versions_met[entry_id] != versions
        for entry_id, versions in connection.execute(COUNT_VERSIONS, met)
    )
    stood = (json.dumps(list(run.quotes_met)),)
    (counts.quotes_ended,) = connection.execute(COUNT_ENDED, stood).fetchone()
