"""The pair of files: whose they are, of which schema, and who may write."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from versusdb.errors import DatabaseBusyError, FileDamagedError, FileRefusedError
from versusdb.files import (
    ARCHIVE,
    DATABASE,
    Kind,
    open_for_reading,
    open_for_writing,
    read_migrations,
)
from versusdb.locking import hold_lock, is_held
from versusdb.machine_errors import explain_error
from versusdb.store import name_archive, open_store

HOLD = """
import pathlib, sys, time
from versusdb.store import open_store
with open_store(pathlib.Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(60)
"""
NOBODY = 65534
KINDS = pytest.mark.parametrize("kind", [DATABASE, ARCHIVE], ids=lambda kind: kind.name)


def read_pragma(path: Path, name: str) -> int:
    with sqlite3.connect(path) as connection:
        (value,) = connection.execute(f"PRAGMA {name}").fetchone()
    connection.close()
    return int(value)


@KINDS
def test_new_file_is_marked_as_ours(tmp_path: Path, kind: Kind) -> None:
    """The header says whose file it is and of which schema; every table is STRICT."""
    path = tmp_path / "x.db"
    database = open_for_writing(path, kind)
    tables = database.conn.execute(
        "SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND type = 'table'"
        " AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '\\_sqlite%' ESCAPE '\\'"
    ).fetchall()
    assert tables
    assert all(is_strict for _, is_strict in tables)
    assert database.conn.execute("PRAGMA foreign_keys").fetchone() == (1,)
    database.close()
    assert read_pragma(path, "application_id") == kind.application_id
    assert read_pragma(path, "user_version") == len(read_migrations(kind))


@KINDS
@pytest.mark.parametrize(
    ("make", "word"),
    [
        (lambda path: path.write_bytes(b"name,score\nx,1\n" * 99), "not an SQLite file"),
        (lambda path: path.write_bytes(b"x"), "not an SQLite file"),
        (lambda path: path.mkdir(), "folder"),
        (lambda path: sqlite3.connect(path).execute("CREATE TABLE t (x)"), "not a versusdb"),
    ],
    ids=["table", "byte", "folder", "sqlite"],
)
def test_foreign_file_is_refused_and_left_alone(  # type: ignore[no-untyped-def]  # lambdas
    tmp_path: Path, kind: Kind, make, word: str
) -> None:
    """A file that is not ours is named, and nothing is written to it or beside it."""
    path = tmp_path / "x.db"
    make(path)
    before = path.read_bytes() if path.is_file() else b""
    with pytest.raises(FileRefusedError, match=word):
        open_for_writing(path, kind)
    with pytest.raises(FileRefusedError, match=word), open_store(path):
        pass
    assert (path.read_bytes() if path.is_file() else b"") == before
    assert [file.name for file in tmp_path.iterdir()] == ["x.db"]


@KINDS
def test_newer_schema_is_refused(tmp_path: Path, kind: Kind) -> None:
    """A file that a newer program made is not touched."""
    path = tmp_path / "x.db"
    open_for_writing(path, kind).close()
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA user_version = 99")
    connection.close()
    for open_file in (open_for_writing, open_for_reading):
        with pytest.raises(FileRefusedError, match=r"99, newer than this program's \d"):
            open_file(path, kind)


def test_reading_makes_nothing(tmp_path: Path) -> None:
    """Asking for a database that is not there makes none, and names what does."""
    with pytest.raises(FileRefusedError, match="versusdb ingest"):
        open_for_reading(tmp_path / "x.db", DATABASE)
    assert list(tmp_path.iterdir()) == []


def test_half_made_file_is_finished(tmp_path: Path) -> None:
    """A file from a run that was killed before its first commit is made whole."""
    path = tmp_path / "x.db"
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.close()
    assert path.stat().st_size > 0
    open_for_writing(path, DATABASE).close()
    assert read_pragma(path, "user_version") == len(read_migrations(DATABASE))


def test_pair_shares_a_uuid_and_a_foreign_pair_is_refused(tmp_path: Path) -> None:
    """Both files hold one UUID; another archive is refused; a lost database is made anew."""
    ours, other = tmp_path / "ours.db", tmp_path / "other.db"
    for path in (ours, other):
        with open_store(path) as store:
            uuids = [
                file.conn.execute("SELECT uuid FROM identity").fetchall()
                for file in (store.database, store.archive)
            ]
            assert uuids[0] == uuids[1]
    ours.unlink()
    with open_store(ours):
        pass
    name_archive(other).rename(name_archive(ours))
    with pytest.raises(FileRefusedError, match="not a pair"), open_store(ours):
        pass
    name_archive(ours).unlink()
    with pytest.raises(FileRefusedError, match="is missing"), open_store(ours):
        pass


def test_second_run_is_turned_away(tmp_path: Path) -> None:
    """One run writes at a time; a killed one frees the database; readers never meet the lock."""
    path = tmp_path / "x.db"
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(path)],
        stdout=subprocess.PIPE,
    )
    try:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"held\n"
        with pytest.raises(DatabaseBusyError, match="another run"), open_store(path):
            pass
        open_for_reading(path, DATABASE).close()
    finally:
        holder.kill()
        holder.communicate()
    with open_store(path):
        pass


def test_a_lock_that_is_not_kept_locks_as_any_other(tmp_path: Path) -> None:
    """Whoever comes while it is held is turned away, and at its end nothing is left of it."""
    path = tmp_path / "x.db"
    with hold_lock(path, is_kept=False):
        assert is_held(path)
        with pytest.raises(DatabaseBusyError), hold_lock(path):
            pass
        assert is_held(path)
    assert list(tmp_path.iterdir()) == []


def test_a_link_leads_to_one_pair_and_one_lock(tmp_path: Path) -> None:
    """A database that is named by a link has its archive and its lock beside the real file."""
    real, elsewhere = tmp_path / "real", tmp_path / "elsewhere"
    real.mkdir()
    elsewhere.mkdir()
    with open_store(real / "x.db"):
        pass
    link = elsewhere / "y.db"
    link.symlink_to(real / "x.db")
    with open_store(link):
        with pytest.raises(DatabaseBusyError), open_store(real / "x.db"):
            pass
        open_for_reading(link, DATABASE).close()
    assert list(elsewhere.iterdir()) == [link]


def test_no_two_databases_share_an_archive_or_a_lock(tmp_path: Path) -> None:
    """Databases whose names differ in the ending only can be written at one time."""
    with open_store(tmp_path / "x"), open_store(tmp_path / "x.db"), open_store(tmp_path / "x.s"):
        pass
    names = sorted(path.name for path in tmp_path.iterdir())
    assert [name for name in names if ".archive" in name] == [
        "x.archive",
        "x.archive.db",
        "x.archive.s",
    ]
    assert [name for name in names if "lock" in name] == ["x.db.lock", "x.lock", "x.s.lock"]


@pytest.fixture
def read_only() -> Iterator[Path]:
    """A sound database in a folder where nothing may be written, not even by root."""
    with TemporaryDirectory() as folder:
        path = Path(folder, "x.db")
        open_for_writing(path, DATABASE).close()
        yield path
        os.seteuid(os.getuid())
        path.parent.chmod(0o755)


def forbid_writing(path: Path) -> None:
    """Take the right to write in a folder from everyone, and from root that it needs none."""
    path.parent.chmod(0o555)
    if os.getuid() == 0:
        os.seteuid(NOBODY)


def test_a_database_on_a_read_only_medium_is_read(read_only: Path) -> None:
    """A sound database is sound where SQLite may write nothing beside it."""
    forbid_writing(read_only)
    database = open_for_reading(read_only, DATABASE)
    assert database.conn.execute("SELECT count(*) FROM v1_entries").fetchone() == (0,)
    database.close()


def test_a_run_on_a_read_only_medium_is_refused(read_only: Path) -> None:
    """Nothing is made, and the line names what may not be written."""
    open_for_writing(name_archive(read_only), ARCHIVE).close()
    before = {file: file.read_bytes() for file in read_only.parent.iterdir()}
    forbid_writing(read_only)
    with pytest.raises(PermissionError) as caught, open_store(read_only):
        pass
    assert str(explain_error(caught.value)) == f"{read_only}.lock: permission denied"
    assert {file: file.read_bytes() for file in read_only.parent.iterdir()} == before


def test_an_unfinished_database_on_a_read_only_medium_is_refused(read_only: Path) -> None:
    """What is not in the file yet is not passed over: the operator is told to take a copy."""
    read_only.with_name("x.db-wal").write_bytes(b"x" * 100)
    forbid_writing(read_only)
    with pytest.raises(FileRefusedError, match="work on a copy"):
        open_for_reading(read_only, DATABASE)


def test_a_damaged_database_is_told_from_one_that_cannot_be_opened(tmp_path: Path) -> None:
    """Only what SQLite calls damage is called damage."""
    path = tmp_path / "x.db"
    open_for_writing(path, DATABASE).close()
    path.write_bytes(path.read_bytes()[:100] + b"\xff" * 8000)
    with pytest.raises(FileDamagedError, match="archive verify"):
        open_for_reading(path, DATABASE)
