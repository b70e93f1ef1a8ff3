"""Load: what the database knows and no page says, to be kept elsewhere and brought back.

It is what could not be fetched, and the pages that wait or were discarded. All else that it holds
of the sites can be made again from the pages.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeAlias

from sqlite_utils import Database

from db.held import DISCARDED
from db.ledger import Run

Row: TypeAlias = tuple[str | int | None, ...]

SELECT_PROBLEMS = """
SELECT key, code, subject, url, message, first_seen_at, last_seen_at, resolved_at
FROM issues WHERE stage = 'fetch' ORDER BY key
"""
SELECT_PAGES = """
SELECT archive_id, 'held', reader_version FROM held_pages
UNION ALL
SELECT archive_id, 'discarded', shown.message
FROM issues JOIN reading_issues AS shown USING (issue_id) JOIN snapshots USING (reading_id)
WHERE code = ? ORDER BY archive_id
"""
INSERT_PROBLEM = """
INSERT INTO issues (run_id, stage, field, key, code, subject, url, message, first_seen_at,
    last_seen_at, resolved_at)
VALUES (?, 'fetch', '', ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (key) DO NOTHING
"""
INSERT_HELD = """
INSERT INTO held_pages (run_id, archive_id, reader_version) VALUES (?, ?, ?)
ON CONFLICT (archive_id) DO NOTHING
"""


def is_new(database: Database) -> bool:
    """Tell whether no page was ever read into a database."""
    return database.conn.execute("SELECT 1 FROM snapshots LIMIT 1").fetchone() is None


def list_problems(database: Database) -> Iterator[Row]:
    """Iterate over what could not be fetched: key, code, subject, url, message, and three times."""
    yield from database.conn.execute(SELECT_PROBLEMS)


def list_pages(database: Database) -> Iterator[Row]:
    """Iterate over the pages that wait or were discarded, by their rows in the archive.

    Beside a page that is ``held`` stands its last reader, beside one that is ``discarded`` why.
    """
    yield from database.conn.execute(SELECT_PAGES, (DISCARDED,))


def bring_back(
    database: Database, run: Run, problems: Iterable[Row], held: Iterable[tuple[int, str]]
) -> None:
    """Put back what could not be fetched, and which pages wait, in the name of a run."""
    with database.atomic():
        database.conn.executemany(INSERT_PROBLEM, [(run.run_id, *row) for row in problems])
        database.conn.executemany(INSERT_HELD, [(run.run_id, *row) for row in held])
