"""Archive: keeps what the database knows and no page says.

Addresses that could not be fetched have left no page, and whether a page is held back or
discarded is not in its bytes. What is kept of that is a copy, brought up to date at the end of
every run; a database that is made anew begins with it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, TypeAlias

from msgspec import Struct
from msgspec.structs import astuple
from sqlite_utils import Database

Word: TypeAlias = Literal["held", "discarded"]

SELECT_PROBLEMS = """
SELECT key, code, subject, url, message, first_seen_at, last_seen_at, resolved_at
FROM kept_problems ORDER BY key
"""
SELECT_PAGES = "SELECT archive_id, word, text FROM kept_pages ORDER BY archive_id, word"
DELETE_PROBLEM = "DELETE FROM kept_problems WHERE key = ?"
INSERT_PROBLEM = "INSERT INTO kept_problems VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
DELETE_PAGE = "DELETE FROM kept_pages WHERE archive_id = ? AND word = ?"
INSERT_PAGE = "INSERT INTO kept_pages VALUES (?, ?, ?)"


class KeptProblem(Struct, frozen=True):
    """An issue of fetching, by the names of its columns; times are UTC."""

    key: str
    code: str
    subject: str
    url: str | None
    message: str
    first_seen_at: str
    last_seen_at: str
    resolved_at: str | None


class KeptPage(Struct, frozen=True):
    """A page that waits, and the reader that read it last; or a discarded one, and its issue."""

    archive_id: int
    word: Word
    text: str


def list_problems(database: Database) -> list[KeptProblem]:
    """Return what could not be fetched."""
    return [KeptProblem(*row) for row in database.conn.execute(SELECT_PROBLEMS)]


def list_pages(database: Database) -> list[KeptPage]:
    """Return the pages that wait or were discarded."""
    return [KeptPage(*row) for row in database.conn.execute(SELECT_PAGES)]


def keep(database: Database, problems: Sequence[KeptProblem], pages: Sequence[KeptPage]) -> None:
    """Keep these and no others, in one transaction; what has not changed is not written."""
    connection = database.conn
    with database.atomic():
        old, new = set(list_problems(database)), set(problems)
        connection.executemany(DELETE_PROBLEM, [(each.key,) for each in old - new])
        connection.executemany(INSERT_PROBLEM, map(astuple, new - old))
        before, now = set(list_pages(database)), set(pages)
        connection.executemany(DELETE_PAGE, [(each.archive_id, each.word) for each in before - now])
        connection.executemany(INSERT_PAGE, map(astuple, now - before))
