"""``publish`` and what goes on beside it: runs, other programs, a full disk, nothing to publish."""

from __future__ import annotations

import re
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

import versusdb.files
import versusdb.publishing
from db.exporting import copy_database
from db.searching import put_off_search
from tests.checked import make_sound
from tests.drifting import ENTRY, read, select, write_pages
from tests.published import end_publish, make_database, publish, read_set
from tests.running import run
from versusdb.errors import ChecksFailedError, CommandError, DatabaseBusyError
from versusdb.store import open_store

# Words that follow from nothing else.
NAMES = ("UPDATE sites SET name = ?", "UPDATE runs SET code_version = ?")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A database of its own."""
    return make_database(tmp_path)


def test_a_run_at_work_is_not_disturbed(path: Path, tmp_path: Path) -> None:
    """While a run holds the lock and has written half of something, the set is what was before."""
    before = read_set(publish(path, tmp_path / "out", has_parquet=False))
    with open_store(path) as store:
        store.database.conn.execute("BEGIN IMMEDIATE")
        for statement in NAMES:
            store.database.conn.execute(statement, ("half",))
        done = run(tmp_path, "publish", "out", "--db", str(path), "--no-parquet")
        assert (done.returncode, done.stderr) == (0, "")
        assert read_set(tmp_path / "out") == before
        store.database.conn.execute("COMMIT")
    publish(path, tmp_path / "out", has_parquet=False)
    assert b'"half"' in read_set(tmp_path / "out")["v1_sites.csv"]


def test_commits_while_it_works_are_in_all_files_or_in_none(path: Path, tmp_path: Path) -> None:
    """A writer that never rests does not part the files of a set: all show one moment."""
    ends = threading.Event()

    def write() -> None:
        with closing(sqlite3.connect(path, isolation_level=None, timeout=10)) as connection:
            turn = 0
            while not ends.is_set():
                turn += 1
                connection.execute("BEGIN IMMEDIATE")
                for statement in NAMES:
                    connection.execute(statement, (f"turn {turn}",))
                connection.execute("COMMIT")
                time.sleep(0.001)

    writer = threading.Thread(target=write)
    writer.start()
    try:
        for _ in range(5):
            files = read_set(publish(path, tmp_path / "out", has_parquet=False))
            rows = files["v1_sites.csv"] + files["v1_runs.csv"]
            turns = {cell for cell in rows.decode().split('"') if cell.startswith("turn ")}
            assert len(turns) == 1
    finally:
        ends.set()
        writer.join()


def test_what_came_after_the_check_is_checked_too(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A run that is refused between the check and the copy keeps the set from being published."""
    path = tmp_path / "x.db"
    read(path, write_pages(tmp_path / "before", 6))
    after = write_pages(tmp_path / "after", 6, ENTRY, first=20)

    def run_then_copy(connection: sqlite3.Connection, copy: Path) -> None:
        assert read(path, after).is_refused
        copy_database(connection, copy)

    monkeypatch.setattr(versusdb.publishing, "copy_database", run_then_copy)
    with pytest.raises(ChecksFailedError, match="nothing was published"):
        publish(path, tmp_path / "out", has_parquet=False)
    assert not (tmp_path / "out").exists()


def test_set_says_that_a_run_was_at_work(path: Path, tmp_path: Path) -> None:
    """Where the last run has not ended, the set says so, or that it was cut off."""
    select(path, "UPDATE runs SET status = 'running', finished_at = NULL WHERE run_id = 2")
    files = read_set(publish(path, tmp_path / "out", has_parquet=False))
    assert "number 2 (`ingest`), which was cut off." in files["README.md"].decode()
    assert b'2,"ingest","killed"' in files["v1_runs.csv"]
    with open_store(path):
        files = read_set(publish(path, tmp_path / "out", has_parquet=False))
    readme = files["README.md"].decode()
    assert "number 2 (`ingest`), which was at work at that time." in readme
    (count,) = select(path, "SELECT count(*) FROM v1_snapshots")[0]
    assert re.search(rf"the version of this set is 1\.\d+\.2-running\.{count}\.", readme)


def test_what_is_published_can_be_searched(path: Path, tmp_path: Path) -> None:
    """Where a run has put the indexes off, and was cut off, the copy has them all the same."""
    with open_store(path) as store:
        put_off_search(store.database)
        store.database.conn.execute("INSERT INTO entries_fts (entries_fts) VALUES ('delete-all')")
    copy = publish(path, tmp_path / "out", has_parquet=False) / "versus.db"
    (name,) = select(copy, "SELECT name FROM v1_entries LIMIT 1")[0]
    assert select(copy, f"SELECT count(*) FROM entries_fts WHERE entries_fts MATCH '{name}'")[0][0]
    assert select(copy, "SELECT is_kept FROM search") == [(1,)]


def test_half_an_archive_is_not_published(tmp_path: Path) -> None:
    """What lacks pages of its archive is refused, and while all of it is read again, too."""
    path = make_sound(tmp_path) / "x.db"
    before = read_set(publish(path, tmp_path / "out", has_parquet=False))
    select(path, "UPDATE runs SET status = 'running', command = 'reparse' WHERE run_id = 2")
    with open_store(path), pytest.raises(DatabaseBusyError, match="run 2 is reading the archive"):
        publish(path, tmp_path / "out", has_parquet=False)
    path.with_name("older.db").rename(path)
    with pytest.raises(ChecksFailedError, match="that no run has read"):
        publish(path, tmp_path / "out", has_parquet=False)
    assert read_set(tmp_path / "out") == before


def test_program_that_holds_the_file_is_told(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A program that lets nobody read ends it with status 5, and nothing is left."""
    monkeypatch.setattr(versusdb.files, "BUSY_SECONDS", 0.1)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        # Without a -wal, where readers and writers shut each other out.
        connection.execute("PRAGMA journal_mode = DELETE")
        connection.execute("BEGIN EXCLUSIVE")
        with pytest.raises(DatabaseBusyError, match="another program holds it"):
            publish(path, tmp_path / "out", has_parquet=False)
    assert not (tmp_path / ".out.sets").exists()


def make_text(path: Path) -> None:
    path.write_text("x" * 100)


def make_foreign(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE x (y)")


def make_empty(path: Path) -> None:
    with open_store(path):
        pass


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (Path.exists, "there is no database here"),
        (Path.touch, "this database is empty"),
        (make_text, "this is not an SQLite file"),
        (make_foreign, "is not a versusdb"),
        (make_empty, "no page has been read into this database"),
    ],
    ids=["missing", "blank", "text", "foreign", "without a page"],
)
def test_nothing_to_publish_is_told(
    tmp_path: Path, make: Callable[[Path], object], says: str
) -> None:
    """What is no database with content makes no set, and replaces none."""
    make(tmp_path / "x.db")
    with pytest.raises(CommandError, match=says) as caught:
        publish(tmp_path / "x.db", tmp_path / "out", has_parquet=False)
    assert caught.value.exit_status == 2
    assert not {path.name for path in tmp_path.iterdir()} & {"out", ".out.sets"}


def test_full_disk_leaves_the_old_set(path: Path, tmp_path: Path) -> None:
    """With less room than wanted the status is 8, and the old set stands."""
    before = read_set(publish(path, tmp_path / "out", has_parquet=False))
    arguments = ("--db", str(path), "--no-parquet", "--keep-free", "999999999")
    done = run(tmp_path, "publish", "out", *arguments)
    assert (done.returncode, done.stdout) == (8, "")
    assert "expected at least 999,999,999 (a copy of the database, and --keep-free)" in done.stderr
    # A limit of the system's on a file, somewhere in the middle of the work.
    limited = ["sh", "-c", 'ulimit -f 300; exec "$@"', "sh", sys.executable, "-m", "versusdb"]
    done = subprocess.run(
        [*limited, "publish", "out", "--db", str(path), "--no-parquet"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode in (4, 8)
    assert done.stderr.count("\n") == 1
    assert read_set(tmp_path / "out") == before
    assert {each.name for each in (tmp_path / ".out.sets").iterdir()} == {"set-1", "lock"}


def test_signal_leaves_the_old_set(path: Path, tmp_path: Path) -> None:
    """A signal ends it with status 6 and one line, whatever it was at, and nothing is left."""
    before = read_set(publish(path, tmp_path / "out", has_parquet=False))
    for step in (9, 20):
        done = end_publish(step, path, tmp_path / "out", signal.SIGTERM)
        line = "versusdb: stopped by a signal; nothing was published\n"
        assert (done.returncode, done.stdout, done.stderr[: len(line)]) == (6, "", line)
        assert read_set(tmp_path / "out") == before
        assert not (tmp_path / ".out.sets" / "part").exists()
