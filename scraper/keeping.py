"""Archive: keeps what the database knows and no page says.

Addresses that could not be fetched have left no page, and whether a page is held back or
discarded is not in its bytes. What is kept of that is a copy, brought up to date at the end of
every run; a database that is made anew begins with it.
"""

from __future__ import annotations

from collections.abc import Iterable
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

CREATE_NOW = "CREATE TEMP TABLE kept_now AS SELECT * FROM {table} LIMIT 0"
INSERT_NOW = "INSERT INTO kept_now VALUES ({places})"
DELETE_OTHERS = """
DELETE FROM {table} WHERE ({key}) IN (
    SELECT {key} FROM (SELECT * FROM {table} EXCEPT SELECT * FROM kept_now)
)
"""
INSERT_OTHERS = "INSERT INTO {table} SELECT * FROM kept_now EXCEPT SELECT * FROM {table}"


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


def keep(database: Database, problems: Iterable[KeptProblem], pages: Iterable[KeptPage]) -> None:
    """Keep these and no others, in one transaction; what has not changed is not written."""
    with database.atomic():
        _replace(database, "kept_problems", "key", KeptProblem, problems)
        _replace(database, "kept_pages", "archive_id, word", KeptPage, pages)


def _replace(
    database: Database, table: str, key: str, kind: type[Struct], rows: Iterable[Struct]
) -> None:
    """Let a table hold these rows; all of them are on disk first, for there may be many."""
    connection = database.conn
    places = ", ".join("?" * len(kind.__struct_fields__))
    connection.execute(CREATE_NOW.format(table=table))
    connection.executemany(INSERT_NOW.format(places=places), map(astuple, rows))
    connection.execute(DELETE_OTHERS.format(table=table, key=key))
    connection.execute(INSERT_OTHERS.format(table=table))
    connection.execute("DROP TABLE kept_now")
