"""Older files: every schema that was ever written is brought to today's, and loses nothing."""

from __future__ import annotations

import hashlib
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
import zstandard

from scraper.archive import Archive
from tests.observing import VIEWS, A, B, load, make_database, number, observe, rows
from versusdb.errors import FileRefusedError
from versusdb.files import ARCHIVE, DATABASE, open_for_reading, open_for_writing, read_migrations

FROZEN = Path(__file__).parent / "frozen"
MARK_AS_FIRST = """
CREATE TABLE _sqlite_migrations (
    id INTEGER PRIMARY KEY, migration_set TEXT, name TEXT, applied_at TEXT
);
INSERT INTO _sqlite_migrations VALUES (1, 'archive', '0001', '2026-05-01 12:00:00+00:00');
"""


def thaw(name: str, path: Path) -> None:
    """Make the database that a dump was written of."""
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript((FROZEN / name).read_text("utf-8"))


@pytest.mark.parametrize("version", [1, 2])
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


@pytest.mark.parametrize("version", [1, 2])
def test_migrated_schema_is_that_of_a_new_file(tmp_path: Path, version: int) -> None:
    """No table, view or index differs between an old file and a new one."""
    shape = "SELECT type, name, sql FROM sqlite_master ORDER BY type, name"
    path = tmp_path / "x.db"
    thaw(f"schema{version}.sql", path)
    database = open_for_writing(path, DATABASE)
    with make_database() as new:
        assert rows(database, shape) == rows(new, shape)
    database.close()


def test_archive_of_the_first_schema_is_migrated_with_its_bodies(tmp_path: Path) -> None:
    """What an older archive holds is read back, and a backup is kept."""
    path, body = tmp_path / "x.archive.db", b"<p>kept</p>"
    digest = hashlib.sha256(body).hexdigest()
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript("".join(read_migrations(ARCHIVE)["0001"]))
        connection.execute(
            "INSERT INTO bodies VALUES (?, ?, ?)",
            (digest, len(body), zstandard.ZstdCompressor().compress(body)),
        )
        connection.execute(
            "INSERT INTO snapshots VALUES (7, 'page', 's', NULL, NULL, '2026-04-24T10:00:00Z', "
            "NULL, '[]', '[]', ?)",
            (digest,),
        )
        connection.execute(f"PRAGMA application_id = {ARCHIVE.application_id}")
        connection.execute("PRAGMA user_version = 1")
        connection.executescript(MARK_AS_FIRST)
        connection.commit()
    database = open_for_writing(path, ARCHIVE)
    (snapshot,) = Archive(database).snapshots()
    assert (snapshot.archive_id, Archive(database).read(snapshot.sha256)) == (7, body)
    assert rows(database, "PRAGMA user_version") == [(len(read_migrations(ARCHIVE)),)]
    database.close()
    assert path.with_name("x.archive.db.schema1.bak").exists()
