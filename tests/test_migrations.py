"""Older files: every schema that was ever written is brought to today's, and loses nothing."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.observing import VIEWS, A, B, load, make_database, number, observe, rows
from versusdb.errors import FileRefusedError
from versusdb.files import DATABASE, open_for_reading, open_for_writing, read_migrations

FROZEN = Path(__file__).parent / "frozen"


def thaw(name: str, path: Path) -> None:
    """Make the database that a dump was written of."""
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript((FROZEN / name).read_text("utf-8"))


@pytest.mark.parametrize("version", [1])
def test_frozen_database_is_migrated_with_its_content(tmp_path: Path, version: int) -> None:
    """The views show after the migration what they showed before; a backup is kept."""
    path = tmp_path / "x.db"
    thaw(f"schema{version}.sql", path)
    with closing(sqlite3.connect(path)) as connection:
        before = {v: connection.execute(f"SELECT * FROM v1_{v}").fetchall() for v in VIEWS}
    assert before["quotes"]
    with pytest.raises(FileRefusedError, match=f"its schema is {version}, older"):
        open_for_reading(path, DATABASE)
    database = open_for_writing(path, DATABASE)
    assert {v: rows(database, f"SELECT * FROM v1_{v}") for v in VIEWS} == before
    assert rows(database, "PRAGMA user_version") == [(len(read_migrations(DATABASE)),)]
    assert rows(database, "PRAGMA foreign_key_check") == []
    assert rows(database, "PRAGMA integrity_check") == [("ok",)]
    load(database, number([observe([A, B], 9)], 10))
    database.close()
    assert path.with_name(f"x.db.schema{version}.bak").exists()


@pytest.mark.parametrize("version", [1])
def test_migrated_schema_is_that_of_a_new_file(tmp_path: Path, version: int) -> None:
    """No table, view or index differs between an old file and a new one."""
    shape = "SELECT type, name, sql FROM sqlite_master ORDER BY type, name"
    path = tmp_path / "x.db"
    thaw(f"schema{version}.sql", path)
    database = open_for_writing(path, DATABASE)
    with make_database() as new:
        assert rows(database, shape) == rows(new, shape)
    database.close()
