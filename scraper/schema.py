"""Archive: the archive file's schema, as migrations that whoever opens the file applies.

Opening, PRAGMAs, backup and ``user_version`` belong to the command. A migration here only
executes statements, one by one, so that it stays inside the transaction it was called in.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from importlib.resources import files

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

APPLICATION_ID = 0x76736461  # "vsda"
SCHEMA_VERSION = 1
MIGRATIONS = Migrations("archive")


@MIGRATIONS(name="0001")
def create_archive(database: Database) -> None:
    """Create the archive's tables, all empty."""
    execute_statements(database, "0001.sql")


def execute_statements(database: Database, name: str) -> None:
    """Execute the statements of one file of ``schema/``, leaving the transaction open."""
    text = (files("scraper") / "schema" / name).read_text(encoding="utf-8")
    for statement in split_statements(text):
        database.conn.execute(statement)


def split_statements(text: str) -> Iterator[str]:
    """Split SQL into its statements, where SQLite itself holds them complete."""
    statement = ""
    for line in text.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
    if statement.strip():
        raise ValueError(f"SQL ends within a statement: {statement.strip()[:80]!r}")
