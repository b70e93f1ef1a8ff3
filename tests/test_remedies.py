"""What is wrong with the two files is told once, and whoever obeys the line is better off."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests.drifting import read, write_pages
from tests.loopback import Answer, LoopbackSite, show
from tests.running import run
from tests.test_crawl_command import name_page, write_page
from tests.warcs import UUID
from versusdb.errors import FileDamagedError, FileLostError
from versusdb.files import ARCHIVE, read_migrations
from versusdb.machine_errors import explain_error
from versusdb.progress import show_progress
from versusdb.store import open_store
from versusdb.verifying import Counts, verify

NOBODY = 65534
PAGES = ("ingest", "pages", "--db")


@pytest.fixture(scope="module")
def _sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sound")
    read(folder / "x.db", write_pages(folder / "pages", 2))
    return folder


@pytest.fixture
def folder(_sound: Path, tmp_path: Path) -> Path:
    """A folder with a sound database, and with its pages."""
    shutil.copytree(_sound, tmp_path, dirs_exist_ok=True)
    return tmp_path


def complain(folder: Path, *arguments: str, status: int) -> str:
    """Run a command that ends so; return its one line."""
    done = run(folder, *arguments)
    assert (done.returncode, done.stderr.count("\n")) == (status, 1), done.stderr
    return done.stderr.replace(f"{folder}/", "")


@pytest.mark.parametrize(
    "command", [("archive", "export", "x.warc.gz"), ("forget", "https://x.example/", "--lift")]
)
def test_a_missing_archive_is_not_to_be_made(folder: Path, command: tuple[str, ...]) -> None:
    """The line does not lead to a database by the name of an archive."""
    assert complain(folder, *command, "--db", "y.db", status=2) == (
        "versusdb: y.archive.db: there is no archive here; put it back beside its database, or "
        "name another database with --db\n"
    )


@pytest.mark.parametrize("name", ["x.archive.db", "new.archive.db", "x.archive"])
def test_no_database_is_named_as_an_archive(folder: Path, name: str) -> None:
    """A database there would stand in the way of the archive of another one."""
    before = sorted(folder.iterdir())
    done = run(folder, *PAGES, name)
    assert done.returncode == 2
    assert "this names no file, or an archive" in done.stderr
    assert sorted(folder.iterdir()) == before


def test_a_foreign_archive_is_refused_before_anything_is_made(folder: Path) -> None:
    """Not even a lock is left beside a file that is not ours."""
    shutil.copy(folder / "x.db", folder / "y.archive.db")
    assert "not a versusdb archive" in complain(folder, *PAGES, "y.db", status=2)
    assert not list(folder.glob("y.db*"))


def test_folders_above_the_last_one_are_not_made(folder: Path) -> None:
    """A new database may have a new folder; a path that is new from further up is mistyped."""
    assert complain(folder, *PAGES, "no/such/x.db", status=2) == (
        "versusdb: no: there is no such folder; make it first, or name another database with --db\n"
    )
    assert not (folder / "no").exists()
    assert run(folder, *PAGES, "new/x.db").returncode == 0


def change(path: Path, statement: str) -> None:
    """Change a file through SQLite."""
    with sqlite3.connect(path) as connection:
        connection.execute(statement)
    connection.close()


NEWEST = len(read_migrations(ARCHIVE))
MADE_ANEW = "keep the archive, and run 'versusdb reparse --apply': it is made anew"
VERIFIED: dict[str, tuple[Callable[[Path], object], str, str, str]] = {
    "foreign": (
        lambda folder: (folder / "x.db").write_bytes(b"x" * 5000),
        "x.db: this is not an SQLite file, expected a versusdb database",
        "file_unreadable",
        "name another with --db",
    ),
    "newer": (
        lambda folder: change(folder / "x.archive.db", "PRAGMA user_version = 99"),
        f"x.archive.db: its schema is 99, newer than this program's {NEWEST}",
        "file_unreadable",
        "install a newer versusdb",
    ),
    "missing": (
        lambda folder: (folder / "x.db").unlink(),
        "x.db: the file is not there, or holds nothing",
        "file_missing",
        MADE_ANEW,
    ),
    "damaged": (
        lambda folder: os.truncate(folder / "x.db", 9000),
        "x.db: this file is damaged: database disk image is malformed",
        "file_unreadable",
        f"put it away, {MADE_ANEW}",
    ),
}


@pytest.mark.parametrize("how", VERIFIED)
def test_verify_tells_one_damage_once_with_one_remedy(folder: Path, how: str) -> None:
    """The path stands there once, and what to do is what helps."""
    damage, what, code, remedy = VERIFIED[how]
    damage(folder)
    line = complain(folder, "archive", "verify", "--db", "x.db", status=4)
    assert line == f"{what} [{code}]; {remedy}\n"


@contextmanager
def without_rights() -> Iterator[None]:
    """Take from root, should the tests be its, that it may do anything."""
    user = os.geteuid()
    os.seteuid(user or NOBODY)
    try:
        yield
    finally:
        os.seteuid(user)


def test_rights_that_are_missing_are_told_as_such(folder: Path) -> None:
    """A file that may not be read is no damage; one that may only be read is named by itself."""
    with TemporaryDirectory() as name:
        path, archive_path = Path(name, "x.db"), Path(name, "x.archive.db")
        path.parent.chmod(0o777)
        shutil.copy(folder / "x.db", path)
        shutil.copy(folder / "x.archive.db", archive_path)
        path.chmod(0o444)
        archive_path.chmod(0o000)
        with without_rights(), show_progress("Verifying") as progress:
            (found,) = verify(path, Counts(), progress)
        assert found.line == (
            f"{archive_path}: permission denied [file_unreadable]; make it readable, and verify "
            "again"
        )
        archive_path.chmod(0o666)
        with without_rights(), pytest.raises(PermissionError) as caught:
            write(path)
        assert str(explain_error(caught.value)) == f"{path}: permission denied"


def write(path: Path) -> None:
    """Begin a run, and end it."""
    with open_store(path):
        pass


def test_damage_that_a_run_meets_names_both_files(folder: Path) -> None:
    """Which of the two it was only verify can tell: the line says so."""
    path = folder / "x.archive.db"
    with sqlite3.connect(path) as connection:
        sql = "SELECT (rootpage - 1) * 4096 FROM sqlite_schema WHERE name = 'snapshots'"
        (place,) = connection.execute(sql).fetchone()
    connection.close()
    data = path.read_bytes()
    path.write_bytes(data[:place] + b"\xa5" * 4096 + data[place + 4096 :])
    line = (
        r"x\.db or x\.archive\.db: this file is damaged: .*; 'versusdb archive verify' says where"
    )
    with pytest.raises(FileDamagedError, match=line):
        read(folder / "x.db", folder / "pages")


def test_an_export_of_another_databases_archive_is_refused(folder: Path) -> None:
    """It would be taken for this database's; without a sound database the archive goes out."""
    change(folder / "x.archive.db", f"UPDATE identity SET uuid = '{UUID}'")
    export = ("archive", "export", "x.warc.gz", "--db", "x.db")
    assert "are not a pair" in complain(folder, *export, status=2)
    assert not (folder / "x.warc.gz").exists()
    os.truncate(folder / "x.db", 9000)
    assert run(folder, *export).returncode == 0
    (folder / "x.db").unlink()
    assert run(folder, "archive", "export", "y.warc.gz", "--db", "x.db").returncode == 0


@pytest.mark.parametrize("name", ["x.db", "x.archive.db"])
@pytest.mark.parametrize("is_replaced", [False, True])
def test_a_file_that_is_lost_during_a_run_is_told(
    folder: Path, name: str, is_replaced: bool
) -> None:
    """What is written to a file without a name is not told as done."""

    def lose() -> None:
        with open_store(folder / "x.db"):
            (folder / name).rename(folder / "elsewhere")
            if is_replaced:
                shutil.copy(folder / "elsewhere", folder / name)

    with pytest.raises(FileLostError, match=f"{name}: was deleted, moved or replaced"):
        lose()


def test_a_run_whose_files_were_deleted_does_not_end_as_if_it_had_loaded(tmp_path: Path) -> None:
    """The summary is not printed, and the status is not 0."""

    def delete() -> Answer:
        for file in tmp_path.glob("x.*db"):
            file.unlink()
        return show(write_page(0))

    with LoopbackSite({name_page(0): delete}) as site:
        done = run(
            tmp_path, "ingest", f"{site.root}{name_page(0)}", "--db", "x.db", "--allow-host",
            "127.0.0.1", "--delay", "0",
        )  # fmt: skip
    assert (done.returncode, done.stdout) == (4, "")
    assert "was deleted, moved or replaced while this run wrote to it" in done.stderr


def test_status_says_that_the_archive_is_missing(folder: Path) -> None:
    """One line, for the next run is refused; the status is that of the data."""
    (folder / "x.archive.db").unlink()
    done = run(folder, "status", "--db", "x.db")
    line = "No archive: x.archive.db is not beside it, and 'versusdb ingest' needs it"
    assert (done.returncode, done.stdout.splitlines().count(line)) == (0, 1)
