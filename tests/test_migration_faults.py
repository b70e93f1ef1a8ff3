"""A migration happens whole or not at all, whatever ends it, and the next run does it."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from sqlite_utils import Database

from tests.freeze import FROZEN, thaw
from tests.impaired import IMPATIENT, fill_disk, run_impaired
from tests.running import run
from versusdb.errors import FileDamagedError
from versusdb.files import ARCHIVE, DATABASE, Kind, open_for_writing, read_migrations
from versusdb.migrating import migrate

NAMES = {DATABASE: "x.db", ARCHIVE: "x.archive.db"}
CONTENT = {
    # Whose a quote is may become clear by a migration; when a page was seen may not.
    DATABASE: "SELECT snapshot_id, sha256, url, observed_at FROM v1_snapshots ORDER BY snapshot_id",
    ARCHIVE: "SELECT archive_id, source, observed_at, sha256 FROM snapshots ORDER BY archive_id",
}
INGEST = ("ingest", "nowhere.html", "--db", "x.db", "--keep-free", "0")
each_kind = pytest.mark.parametrize("kind", [DATABASE, ARCHIVE], ids=lambda kind: kind.name)


@pytest.fixture(scope="module")
def _old(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("old")
    for kind, name in NAMES.items():
        thaw(FROZEN / f"1-1.{kind.name}.sql", folder / name)
        with closing(sqlite3.connect(folder / name)) as connection:
            connection.execute("PRAGMA journal_mode = WAL")
    return folder


@pytest.fixture
def folder(_old: Path, tmp_path: Path) -> Path:
    """A folder with a database and its archive of the first schema, as the command left them."""
    shutil.copytree(_old, tmp_path, dirs_exist_ok=True)
    return tmp_path


def look(path: Path, kind: Kind) -> tuple[int, list[Any]]:
    """Return a file's schema and content; fail if it is not whole."""
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        (mark,) = connection.execute("PRAGMA application_id").fetchone()
        assert mark == kind.application_id
        return version, connection.execute(CONTENT[kind]).fetchall()


def read_shape(path: Path) -> list[Any]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute("SELECT name, sql FROM sqlite_schema ORDER BY name").fetchall()


def die(folder: Path, kind: Kind, steps: int) -> list[Path]:
    """Migrate a copy of the file; return what a kill leaves, from moment to moment."""
    work = folder / "work"
    work.mkdir()
    if kind is DATABASE:
        # A small one, for it is done very often.
        (folder / "x.db").unlink()
        thaw(FROZEN / "schema1.sql", folder / "x.db")
    source = str(folder / NAMES[kind])
    subprocess.run(
        [sys.executable, "-m", "tests.dying", source, str(work), kind.name, str(steps)],
        cwd=Path(__file__).parent.parent,
        check=True,
        timeout=120,
    )
    return [left / NAMES[kind] for left in sorted(work.iterdir(), key=lambda each: int(each.name))]


@each_kind
def test_killed_before_any_statement_the_file_is_as_it_was(folder: Path, kind: Kind) -> None:
    """It is of the old schema with its old content, and the next run migrates it."""
    *killed, whole = die(folder, kind, 0)
    _, content = before = look(folder / NAMES[kind], kind)
    newest = len(read_migrations(kind))
    assert len(killed) > 20
    assert look(whole, kind) == (newest, content)
    shapes = [(look(path, kind), read_shape(path)) for path in (folder / NAMES[kind], whole)]
    # Some die after the commit, and before the end.
    assert all((look(path, kind), read_shape(path)) in shapes for path in killed)
    assert look(killed[0], kind) == before
    for path in killed[:: len(killed) // 8]:
        open_for_writing(path, kind).close()
        assert look(path, kind) == (newest, content)


@each_kind
def test_killed_within_a_statement_no_half_backup_is_left(folder: Path, kind: Kind) -> None:
    """What bears the name of a backup is whole; what does not, goes with the next run."""
    *killed, _ = die(folder, kind, 500)
    before, are_parts = look(folder / NAMES[kind], kind), []
    for number, path in enumerate(killed):
        backup = path.with_name(f"{path.name}.schema1.bak")
        are_parts.append(backup.with_name(f"{backup.name}.part").exists())
        if backup.exists():
            assert look(backup, kind) == before
        if are_parts[-1] or number % 8 == 0:
            open_for_writing(path, kind).close()
            assert look(backup, kind) == before
            assert list(path.parent.glob("*.part*")) == []
    assert any(are_parts)


@each_kind
@pytest.mark.parametrize("is_backed_up", [True, False])
def test_full_disk_leaves_the_file_as_it_was(folder: Path, kind: Kind, is_backed_up: bool) -> None:
    """One line, and once there is room the same command goes on; no half backup is left."""
    path = folder / NAMES[kind]
    before = look(path, kind)
    if kind is DATABASE:
        open_for_writing(folder / NAMES[ARCHIVE], ARCHIVE).close()
    if is_backed_up:
        done, status = run_impaired(folder, fill_disk(path.name), *INGEST), 8
    else:
        # To SQLite a limit on the size of one file is another error than a full disk.
        done, status = run_impaired(folder, "", *INGEST, largest=path.stat().st_size - 4096), 4
    assert done.returncode == status
    assert (done.stdout, done.stderr.count("\n")) == ("", 1)
    assert look(path, kind) == before
    assert list(folder.glob("*.part*")) == []
    assert run(folder, *INGEST).returncode == 3
    assert look(path, kind) == (len(read_migrations(kind)), before[1])


def test_rows_that_refer_to_nothing_keep_a_file_from_being_migrated(folder: Path) -> None:
    """A file that is damaged in this way is not even backed up: one line, and no change."""
    path = folder / "x.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE snapshots SET run_id = 99")
        connection.commit()
    done = run(folder, *INGEST)
    assert (done.returncode, done.stdout) == (4, "")
    assert "x.db: it was not migrated, and is as it was: snapshots row " in done.stderr
    assert "refers to a row of runs that is missing, and so do " in done.stderr
    assert done.stderr.endswith(
        "keep the archive, and run 'versusdb reparse --apply': it is made anew\n"
    )
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (1,)
        assert connection.execute("SELECT max(run_id) FROM snapshots").fetchone() == (99,)
    assert list(folder.glob("x.db.schema*")) == []


def test_migration_that_leaves_a_row_without_its_other_half_is_taken_back(tmp_path: Path) -> None:
    """A mistake of ours is none in the file: references are looked into before the commit."""
    path = tmp_path / "x.db"
    script = (
        "CREATE TABLE a (x REFERENCES b (y));\n"
        "CREATE TABLE b (y UNIQUE);\n"
        "INSERT INTO a VALUES (1);\n"
    )
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        with pytest.raises(FileDamagedError, match="a row 1 refers to a row of b that is missing"):
            migrate(Database(connection), path, {"0001": (script,)}, 0, 7, "database")
        assert connection.execute("SELECT count(*) FROM sqlite_schema").fetchone() == (0,)
        assert connection.execute("PRAGMA user_version").fetchone() == (0,)


def test_reader_reads_on_while_a_migration_goes_on(folder: Path) -> None:
    """Who reads in a transaction sees the old file to its end, and the new one after it."""
    path = folder / "x.db"
    version, content = look(path, DATABASE)
    with closing(sqlite3.connect(path, isolation_level=None)) as reader:
        reader.execute("BEGIN")
        assert reader.execute(CONTENT[DATABASE]).fetchall() == content
        assert run(folder, *INGEST).returncode == 3
        assert reader.execute("PRAGMA user_version").fetchone() == (version,)
        assert reader.execute(CONTENT[DATABASE]).fetchall() == content
        reader.execute("COMMIT")
        assert reader.execute(CONTENT[DATABASE]).fetchall() == content
        newest = len(read_migrations(DATABASE))
        assert reader.execute("PRAGMA user_version").fetchone() == (newest,)


@each_kind
def test_file_that_another_program_holds_is_not_migrated(folder: Path, kind: Kind) -> None:
    """Who waits in vain says so (status 5), and nothing has changed."""
    path = folder / NAMES[kind]
    before, data = look(path, kind), path.read_bytes()
    with closing(sqlite3.connect(path, isolation_level=None)) as holder:
        holder.execute("BEGIN IMMEDIATE")
        done = run_impaired(folder, IMPATIENT, *INGEST)
        assert (done.returncode, done.stdout, done.stderr.count("\n")) == (5, "", 1)
        assert f"{path.name}: another program holds it; try again when it is done" in done.stderr
        holder.execute("ROLLBACK")
    assert (look(path, kind), path.read_bytes()) == (before, data)
    assert run(folder, *INGEST).returncode == 3


def test_damage_that_a_migration_meets_is_told(folder: Path) -> None:
    """A corrupt page ends it before anything has changed."""
    path = folder / "x.db"
    with closing(sqlite3.connect(path)) as connection:
        sql = "SELECT rootpage FROM sqlite_schema WHERE name = 'quote_versions'"
        (page,) = connection.execute(sql).fetchone()
    data = bytearray(path.read_bytes())
    data[(page - 1) * 4096 : page * 4096] = b"\xa5" * 4096
    path.write_bytes(data)
    with pytest.raises(FileDamagedError, match="this file is damaged"):
        open_for_writing(path, DATABASE)
    assert path.read_bytes() == data
    assert list(folder.glob("x.db.schema*")) == []
