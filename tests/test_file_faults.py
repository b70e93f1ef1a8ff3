"""Whatever is wrong with a file, a command says it in one line, and leaves the file as it was."""

from __future__ import annotations

import fcntl
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from tests.checked import ADDRESS, find, make_sound
from tests.drifting import read_content, select
from tests.freeze import FROZEN, thaw
from tests.impaired import IMPATIENT, OLD, run_impaired
from tests.running import run
from tests.warcs import write_warc
from versusdb.errors import CommandError
from versusdb.files import LEAST_SQLITE
from versusdb.store import open_store

WRITING = {
    "ingest": ("ingest", "later"),
    "forget": ("forget", ADDRESS, "--reason", "x", "--yes"),
    "import": ("archive", "import", "x.warc.gz"),
    "plan": ("plan", "later"),
    "reparse": ("reparse", "--apply"),
    "replay": ("issues", "--replay"),
}
READING = {
    "status": ("status",),
    "check": ("check",),
    "verify": ("archive", "verify"),
    "export": ("archive", "export", "y.warc.gz"),
    "serve": ("serve", "--port", "0"),
}
ON_FILES = ("x.db", "x.archive.db")
each_file = pytest.mark.parametrize("name", ON_FILES)


@pytest.fixture(scope="module")
def _sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = make_sound(tmp_path_factory.mktemp("sound"))
    with write_warc(folder / "x.warc.gz") as warc:
        warc.add()
    for name in ON_FILES:
        with closing(sqlite3.connect(folder / name)) as connection:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return folder


@pytest.fixture
def folder(_sound: Path, tmp_path: Path) -> Path:
    """A folder with a sound database and its archive, and with what a command may bring in."""
    shutil.copytree(_sound / "later", tmp_path / "later")
    for name in (*ON_FILES, "x.warc.gz"):
        shutil.copy(_sound / name, tmp_path / name)
    return tmp_path


def list_files(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir() if file.is_file()}


@pytest.mark.parametrize("command", [*WRITING, *READING, "demo"])
def test_older_sqlite_is_told_before_any_file_is_touched(folder: Path, command: str) -> None:
    """Every command that opens a file needs the same SQLite, and names it (status 2)."""
    before = list_files(folder)
    arguments = {**WRITING, **READING}.get(command, ())
    if command == "demo":
        done = run_impaired(folder, OLD, "demo", "--dir", "demo", "--port", "0")
    else:
        done = run_impaired(folder, OLD, *arguments, "--db", "x.db")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        "versusdb: SQLite 3.38.0 or later is needed, and this Python has 3.36.0; no file was "
        "touched; install versusdb into a Python with a newer SQLite\n"
    )
    assert list_files(folder) == before
    assert not (folder / "demo").exists()


def test_needed_sqlite_has_all_that_the_schema_uses() -> None:
    """Nothing that came after the version that we ask for is in our SQL."""
    assert LEAST_SQLITE == (3, 38, 0)
    root = Path(__file__).parent.parent
    files = [*root.glob("*/schema/*.sql"), *root.glob("publish/queries/*/*.sql")]
    files += [*root.glob("db/*.py"), *root.glob("scraper/*.py")]
    assert len(files) > 50
    newer = (
        "IS DISTINCT FROM",
        "IS NOT DISTINCT",
        "RIGHT JOIN",
        "FULL JOIN",
        " concat(",
        "jsonb",
        "octet_length(",
        "timediff(",
        "string_agg(",
    )
    for file in files:
        text = file.read_text("utf-8")
        assert [word for word in newer if word in text] == [], file


@pytest.mark.parametrize("command", WRITING)
def test_second_run_is_turned_away_and_changes_nothing(folder: Path, command: str) -> None:
    """One run writes at a time, whatever both of them do; the second ends with status 5."""
    with open_store(folder / "x.db"):
        before = list_files(folder)
        done = run(folder, *WRITING[command], "--db", "x.db")
        assert (done.returncode, done.stderr.count("\n")) == (5, 1)
        assert "another run holds this database; wait for it to end" in done.stderr
        assert list_files(folder) == before


def test_second_run_does_not_migrate(tmp_path: Path) -> None:
    """Nor is a file migrated, or backed up, while another run holds it."""
    for half in ("database", "archive"):
        name = "x.db" if half == "database" else "x.archive.db"
        thaw(FROZEN / f"1-1.{half}.sql", tmp_path / name)
    with (tmp_path / "x.db.lock").open("a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        done = run(tmp_path, "ingest", "later", "--db", "x.db")
        assert done.returncode == 5
        assert select(tmp_path / "x.db", "PRAGMA user_version") == [(1,)]
        assert list(tmp_path.glob("*.bak*")) == []


@each_file
@pytest.mark.parametrize("command", ["ingest", "forget", "import"])
def test_lock_of_another_program_is_waited_for_and_told(
    folder: Path, name: str, command: str
) -> None:
    """A program that holds a file longer than we wait ends a run (status 5); nothing is lost."""
    before = read_content(folder / "x.db")
    page = folder / "later" / "0.html"
    page.write_text(f"{page.read_text()}<!-- again -->")
    with closing(sqlite3.connect(folder / name, isolation_level=None)) as holder:
        holder.execute("BEGIN IMMEDIATE")
        done = run_impaired(folder, IMPATIENT, *WRITING[command], "--db", "x.db")
        assert (done.returncode, done.stderr.count("\n")) == (5, 1)
        assert "another program holds it; try again when it is done" in done.stderr
        holder.execute("ROLLBACK")
    assert read_content(folder / "x.db") == before
    assert run(folder, *WRITING["ingest"], "--db", "x.db").returncode == 0


def test_long_reader_keeps_no_run_from_its_end(folder: Path) -> None:
    """Who reads in one transaction for hours sees one state, and a run loads beside it."""
    (folder / "later" / "0.html").write_text("")
    with closing(sqlite3.connect(folder / "x.db", isolation_level=None)) as reader:
        reader.execute("BEGIN")
        before = reader.execute("SELECT count(*) FROM v1_runs").fetchone()
        assert run(folder, *WRITING["ingest"], "--db", "x.db").returncode == 3
        assert reader.execute("SELECT count(*) FROM v1_runs").fetchone() == before
    assert select(folder / "x.db", "SELECT count(*) FROM v1_runs") == [(3,)]


def make_foreign(path: Path) -> None:
    path.unlink()
    select(path, "CREATE TABLE t (x)")


def corrupt(path: Path, kind: str) -> None:
    """Overwrite the page of the file on which a table or an index of the snapshots begins."""
    sql = f"SELECT rootpage FROM sqlite_schema WHERE tbl_name = 'snapshots' AND type = '{kind}'"
    page, *_ = (number for (number,) in select(path, sql))
    data = bytearray(path.read_bytes())
    data[(page - 1) * 4096 : page * 4096] = b"\xa5" * 4096
    path.write_bytes(data)


FAULTS: dict[str, tuple[Callable[[Path], object], int, str]] = {
    "zeros": (lambda path: path.write_bytes(bytes(9000)), 2, "this is not an SQLite file"),
    "cut": (lambda path: path.write_bytes(path.read_bytes()[:9000]), 4, "this file is damaged"),
    "cut header": (lambda path: path.write_bytes(path.read_bytes()[:50]), 4, "damaged"),
    "foreign": (make_foreign, 2, "this SQLite file is not a versusdb"),
    "newer": (lambda path: select(path, "PRAGMA user_version = 99"), 2, "its schema is 99, newer"),
    "header": (
        lambda path: path.write_bytes(b"\0" * 16 + path.read_bytes()[16:]),
        2,
        "this is not an SQLite file",
    ),
    "schema": (
        lambda path: path.write_bytes(
            path.read_bytes()[:100] + b"\xff" * 3996 + path.read_bytes()[4096:]
        ),
        4,
        "this file is damaged",
    ),
    "table": (lambda path: corrupt(path, "table"), 4, "this file is damaged"),
    "index": (lambda path: corrupt(path, "index"), 4, "this file is damaged"),
}


@each_file
@pytest.mark.parametrize("fault", FAULTS)
def test_fault_of_a_file_is_one_line(folder: Path, name: str, fault: str) -> None:
    """No run goes on with such a file, and where that shows at once nothing is changed."""
    damage, status, words = FAULTS[fault]
    damage(folder / name)
    (folder / "later" / "0.html").write_text("<title>A new one</title>")
    before = {file: (folder / file).read_bytes() for file in ON_FILES}
    done = run(folder, *WRITING["ingest"], "--db", "x.db")
    assert (done.returncode, done.stdout) == (status, "")
    *issues, line = done.stderr.splitlines()
    assert words in line
    # Tables and indexes are met only once a run is at work.
    if fault not in ("table", "index"):
        assert issues == []
        assert {file: (folder / file).read_bytes() for file in ON_FILES} == before


@each_file
def test_damage_anywhere_is_found_by_a_check(folder: Path, name: str) -> None:
    """Whatever page is overwritten, a check has a finding, or the page was not in use."""
    content, data = read_content(folder / "x.db"), (folder / name).read_bytes()
    unnoticed = 0
    for start in range(4096, len(data), 4096 * 3):
        (folder / name).write_bytes(data[:start] + b"\xa5" * 4096 + data[start + 4096 :])
        try:
            is_found = any(finding.is_failure for finding in find(folder / "x.db"))
        except CommandError:
            is_found = True
        if not is_found:
            unnoticed += 1
            assert read_content(folder / "x.db") == content
    assert unnoticed <= 2


STALE = {
    "-journal": b"x" * 5000,
    "-wal": b"x" * 5000,
    "-shm": b"x" * 32_768,
}


@each_file
@pytest.mark.parametrize("suffix", STALE)
def test_leftover_beside_a_file_changes_nothing(folder: Path, name: str, suffix: str) -> None:
    """What SQLite cannot use it puts away, and all is as it was."""
    before = read_content(folder / "x.db")
    (folder / f"{name}{suffix}").write_bytes(STALE[suffix])
    assert run(folder, *WRITING["ingest"], "--db", "x.db").returncode == 0
    assert find(folder / "x.db") == []
    assert read_content(folder / "x.db") == before


def test_half_of_a_change_is_never_read(folder: Path) -> None:
    """A program that was killed while it wrote left a -journal: who writes takes it back first."""
    path = folder / "x.db"
    before = read_content(path)
    with closing(sqlite3.connect(path, isolation_level=None)) as writer:
        writer.execute("PRAGMA journal_mode = DELETE")
        writer.execute("PRAGMA cache_size = 1")
        writer.execute("BEGIN IMMEDIATE")
        writer.execute("UPDATE entries SET name = name || ' by half'")
        writer.execute("CREATE TABLE filling (x)")
        writer.executemany("INSERT INTO filling VALUES (?)", [("y" * 3000,)] * 50)
        half = {each: each.read_bytes() for each in (path, folder / "x.db-journal")}
        writer.execute("ROLLBACK")
    for each, data in half.items():
        each.write_bytes(data)
    for command in ("status", "check"):
        done = run(folder, command, "--db", "x.db")
        assert (done.returncode, done.stdout) == (2, ""), done.stderr
        assert "a program was cut off while it wrote to this file" in done.stderr
        assert "'versusdb ingest', takes the change back" in done.stderr
    assert run(folder, *WRITING["ingest"], "--db", "x.db").returncode == 0
    assert read_content(path) == before
