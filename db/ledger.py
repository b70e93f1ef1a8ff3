"""Load: the run ledger, one row for each command that writes.

A run that dies without a word is found by the next one and marked killed; what it had
committed stands.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping

from msgspec import Struct, field
from sqlite_utils import Database

from db.touching import write_ids

OPEN_RUN = """
INSERT INTO runs (command, status, started_at, settings, code_version, reader_version)
VALUES (?, 'running', ?, ?, ?, ?)
RETURNING run_id
"""
CLOSE_RUN = """
UPDATE runs SET status = ?, finished_at = ?, pages_seen = ?, pages_fetched = ?,
    pages_unchanged = ?, pages_failed = ?, entries_added = ?, entries_changed = ?,
    quotes_added = ?, issues = ?, entries_ended = ?, quotes_ended = ?, quotes_changed = ?
WHERE run_id = ?
"""
COUNT_ADDED = """
SELECT
    (SELECT count(*) FROM entries WHERE run_id = ?1),
    (SELECT count(*) FROM quotes WHERE run_id = ?1)
"""
# What a run has met, on disk once it is much: of entries and quotes that were there before it, how
# many versions they had, and whether the last of them held; of fetching, the problems.
MET = ("entries_met", "quotes_met", "problems_met")
CREATE_MET = (
    "CREATE TEMP TABLE entries_met (entry_id INTEGER PRIMARY KEY, versions, stands)",
    "CREATE TEMP TABLE quotes_met (quote_id INTEGER PRIMARY KEY, versions, stands)",
    "CREATE TEMP TABLE problems_met (key TEXT PRIMARY KEY NOT NULL, subject TEXT)",
    "CREATE INDEX temp.problems_met_subject ON problems_met (subject)",
)
NOTE_ENTRIES = """
INSERT INTO entries_met
SELECT entry_id, count(*), max(entry_versions.valid_to IS NULL)
FROM json_each(?) CROSS JOIN entries ON entry_id = value CROSS JOIN entry_versions USING (entry_id)
WHERE entries.run_id <> ? AND entry_id NOT IN (SELECT entry_id FROM entries_met)
GROUP BY entry_id
"""
NOTE_QUOTES = """
INSERT INTO quotes_met
SELECT quote_id, count(*), max(quote_versions.valid_to IS NULL)
FROM json_each(?) CROSS JOIN quotes ON entry_id = value CROSS JOIN quote_versions USING (quote_id)
WHERE quotes.run_id <> ? AND quote_id NOT IN (SELECT quote_id FROM quotes_met)
GROUP BY quote_id
"""
COUNT_ENTRIES = """
SELECT versions, stands, count(*), max(valid_to IS NULL)
FROM entries_met CROSS JOIN entry_versions USING (entry_id) GROUP BY entry_id
"""
COUNT_QUOTES = """
SELECT versions, stands, count(*), max(valid_to IS NULL)
FROM quotes_met CROSS JOIN quote_versions USING (quote_id) GROUP BY quote_id
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
    quotes_changed: int = 0


# In the order of CLOSE_RUN.
COUNTED = Counts.__struct_fields__


class Run(Struct, frozen=True, kw_only=True):
    """One execution: its row, with which code it runs, what it has counted so far.

    What it changes is counted at its end, against what it met first. ``untracked`` names what this
    command does not count: in the ledger it is null.
    """

    run_id: int
    code_version: str
    reader_version: str
    counts: Counts = field(default_factory=Counts)
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
        begin_met(database)
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
    entries = connection.execute(COUNT_ENTRIES)
    counts.entries_changed = sum(row[:2] != row[2:] for row in entries)
    counts.quotes_ended = counts.quotes_changed = 0
    for versions, stood, *now in connection.execute(COUNT_QUOTES):
        if stood and not now[1]:
            counts.quotes_ended += 1
        elif [versions, stood] != now:
            counts.quotes_changed += 1


def begin_met(database: Database) -> None:
    """Begin to note what a run meets; what the one before has met is forgotten."""
    for table in MET:
        database.conn.execute(f"DROP TABLE IF EXISTS temp.{table}")
    for statement in CREATE_MET:
        database.conn.execute(statement)


def note_met(database: Database, run: Run, entry_ids: Collection[int]) -> None:
    """Note what there was of these entries and their quotes, the first time, before this run."""
    for statement in (NOTE_ENTRIES, NOTE_QUOTES):
        database.conn.execute(statement, (write_ids(entry_ids), run.run_id))
