"""Load: the run ledger, one row for each command that writes.

A run that dies without a word is found by the next one and marked killed; what it had
committed stands.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping

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
SELECT_ENTRIES = """
SELECT entry_id, count(*), max(valid_to IS NULL)
FROM json_each(?) CROSS JOIN entry_versions ON entry_id = value GROUP BY entry_id
"""
SELECT_QUOTES = """
SELECT quote_id, count(*), max(valid_to IS NULL)
FROM json_each(?) CROSS JOIN quote_versions ON quote_id = value GROUP BY quote_id
"""
SELECT_MET_ENTRIES = """
SELECT entry_id FROM json_each(?) CROSS JOIN entries ON entry_id = value WHERE run_id <> ?
"""
SELECT_MET_QUOTES = """
SELECT quote_id FROM json_each(?) CROSS JOIN quotes ON entry_id = value WHERE run_id <> ?
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


class History(Struct, frozen=True):
    """How many versions an entry or a quote has, and whether the last of them holds."""

    versions: int
    stands: bool


class Run(Struct, frozen=True, kw_only=True):
    """One execution: its row, with which code it runs, what it has counted so far.

    What it changes is counted at its end, against what it met first: the histories of the entries
    and quotes that were there before. ``issues_met`` are the problems of fetching that it met
    itself, and the subject of each, by their keys. ``untracked`` names what this command does not
    count: in the ledger it is null.
    """

    run_id: int
    code_version: str
    reader_version: str
    counts: Counts = field(default_factory=Counts)
    entries_met: dict[int, History] = field(default_factory=dict)
    quotes_met: dict[int, History] = field(default_factory=dict)
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
    entries = _read_histories(database, SELECT_ENTRIES, run.entries_met)
    counts.entries_changed = sum(run.entries_met[i] != now for i, now in entries)
    counts.quotes_ended = counts.quotes_changed = 0
    for quote_id, now in _read_histories(database, SELECT_QUOTES, run.quotes_met):
        before = run.quotes_met[quote_id]
        if before.stands and not now.stands:
            counts.quotes_ended += 1
        elif before != now:
            counts.quotes_changed += 1


def note_met(database: Database, run: Run, entry_ids: Collection[int]) -> None:
    """Note what there was of these entries and their quotes, the first time, before this run."""
    key = (write_ids(entry_ids), run.run_id)
    for met, owned, histories in (
        (run.entries_met, SELECT_MET_ENTRIES, SELECT_ENTRIES),
        (run.quotes_met, SELECT_MET_QUOTES, SELECT_QUOTES),
    ):
        ids = {i for (i,) in database.conn.execute(owned, key)} - met.keys()
        met.update(_read_histories(database, histories, ids))


def _read_histories(
    database: Database, sql: str, ids: Collection[int]
) -> Iterator[tuple[int, History]]:
    for row_id, versions, stands in database.conn.execute(sql, (write_ids(ids),)):
        yield row_id, History(versions, bool(stands))
