"""Erasing: the bytes are gone from the files, whatever ends the command in the middle."""

from __future__ import annotations

import json
import random
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlite_utils import Database

from scraper.archive import Archive
from scraper.compressing import PAGES_TO_TRAIN
from scraper.errors import ForgottenError
from scraper.forgetting import find_doomed, remove_doomed
from scraper.response import Response
from scraper.tombstones import Tombstone, bury, hash_address
from tests.drifting import read_content, select
from tests.forgotten import MARKER, digest, forget, is_left, read, read_frame, write_folder
from tests.running import run
from versusdb.files import ARCHIVE, open_for_writing
from versusdb.store import open_store

GONE = "https://shiporskip.io/compare/quinquereme-vs-puddingstone"
# Kills itself before the statement of this number, of both files together.
KILLER = """
import atexit, os, signal, sys
from versusdb import cli, files

connect, left = files._connect, [int(sys.argv[1])]

def count(statement):
    left[0] -= 1
    if left[0] == 0:
        os.kill(os.getpid(), signal.SIGKILL)

def connect_counted(path, how):
    connection = connect(path, how)
    connection.set_trace_callback(count)
    return connection

files._connect = connect_counted
atexit.register(lambda: print(left[0], file=sys.stderr))
sys.argv = ["versusdb", *sys.argv[2:]]
cli.main()
"""
ARGUMENTS = ("forget", GONE, "--reason", "asked to", "--yes", "--db", "x.db")
STATEMENTS = 10_000
KILLS = 10
SEED = 20260424


def run_counted(folder: Path, kill_at: int) -> subprocess.CompletedProcess[str]:
    """Take the page down, and die before a statement."""
    return subprocess.run(
        [sys.executable, "-c", KILLER, str(kill_at), *ARGUMENTS],
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A database into which a folder was read, with the page that is to be taken down."""
    path = tmp_path / "x.db"
    read(path, write_folder(tmp_path / "pages"))
    return path


def test_killed_anywhere_it_is_finished_by_the_next_run(path: Path) -> None:
    """From the tombstone on, any run that writes ends what was begun; before it, nothing is."""
    folder = path.parent
    frame = read_frame(path, digest(folder / "pages" / "gone.html"))
    names = ("x.db", "x.archive.db")
    whole = [(folder / name).read_bytes() for name in names]
    done = run_counted(folder, STATEMENTS)
    assert done.returncode == 0, done.stderr
    total = STATEMENTS - int(done.stderr.split()[-1])
    expected, begun = read_content(path), 0
    draw = random.Random(SEED)  # noqa: S311 - repeatable, not secret
    for kill_at in sorted(draw.sample(range(1, total + 1), KILLS)):
        for name, data in zip(names, whole, strict=True):
            for end in ("-wal", "-shm"):
                (folder / f"{name}{end}").unlink(missing_ok=True)
            (folder / name).write_bytes(data)
        assert run_counted(folder, kill_at).returncode == -9, kill_at
        if select(folder / "x.archive.db", "SELECT * FROM tombstones"):
            begun += 1
            with open_store(path):
                """It is what every run that writes begins with."""
        else:
            assert run(folder, *ARGUMENTS).returncode == 0
        assert read_content(path) == expected, kill_at
        assert not is_left(path, MARKER.encode()), kill_at
        assert not is_left(path, frame), kill_at
        assert select(folder / "x.archive.db", "SELECT DISTINCT is_applied FROM tombstones") == [
            (1,)
        ]
    assert begun > KILLS // 3


def test_what_was_deleted_earlier_is_wiped_too(path: Path) -> None:
    """Remains of the page in free pages, from before it was taken down, go with it."""
    frame = read_frame(path, digest(path.parent / "pages" / "gone.html"))
    assert is_left(path, frame)
    for name in ("x.db", "x.archive.db"):
        connection = sqlite3.connect(path.with_name(name))
        connection.execute("PRAGMA secure_delete = OFF")
        connection.execute("CREATE TABLE scrap (text TEXT)")
        connection.execute("INSERT INTO scrap VALUES (?)", (f"{name} {MARKER} " * 2000,))
        connection.execute("DROP TABLE scrap")
        connection.commit()
        connection.close()
        assert f"{name} {MARKER}".encode() in path.with_name(name).read_bytes()
    forget(path, GONE)
    assert not is_left(path, MARKER.encode())
    assert not is_left(path, frame)


def test_what_is_done_is_not_done_again(path: Path) -> None:
    """After a taking down that was finished, later runs erase nothing."""
    for _ in range(2):
        forget(path, GONE)
        read(path)
    runs = select(path, "SELECT command FROM runs ORDER BY run_id")
    assert runs == [("ingest",), ("forget",), ("ingest",), ("ingest",)]


def respond(number: int, body: bytes, **changes: object) -> Response:
    fields = {
        "role": "page",
        "source": f"https://x.example/{number}",
        "address": f"https://x.example/{number}",
        "site": "x.example",
        "observed_at": "2026-04-24T10:00:00Z",
        "status": 200,
        "headers": (("Content-Type", "text/html"),),
        "request_headers": (),
        "body": body,
    }
    return Response(**(fields | changes))  # type: ignore[arg-type]


@contextmanager
def open_archive(path: Path) -> Iterator[tuple[Database, Archive]]:
    database = open_for_writing(path, ARCHIVE)
    yield database, Archive(database)
    database.close()


def remove(database: Database, address: str) -> None:
    tombstone = Tombstone(hash_address(address), "address", "asked to", "2026-05-01T10:00:00Z")
    bury(database, tombstone, is_applied=False)
    remove_doomed(database, find_doomed(database, {tombstone.hash}))


def test_dictionary_forgets_the_page(tmp_path: Path) -> None:
    """A dictionary that was trained on it is trained anew, and every other byte comes back."""
    frame = "".join(f"<li class='row wide'>Item {n} of the frame</li>" for n in range(60))
    secret = "".join(f"<p>{MARKER} number {n % 7} rows by night</p>" for n in range(300))
    pages = [f"<ul>{frame}</ul><p>{n * 7919 % 1009}</p>".encode() for n in range(PAGES_TO_TRAIN)]
    with open_archive(tmp_path / "x.archive.db") as (database, archive):
        archive.archive(respond(999, f"<ul>{frame}</ul>{secret}".encode()))
        kept = [archive.archive(respond(n, body)).snapshot for n, body in enumerate(pages)]
        sql = "SELECT dictionary_id, site, data FROM dictionaries"
        ((old_id, site, old),) = database.conn.execute(sql).fetchall()
        assert MARKER.encode() in old
        remove(database, "https://x.example/999")
        ((new_id, new_site, new),) = database.conn.execute(sql).fetchall()
        assert (new_id != old_id, new_site) == (True, site)
        assert MARKER.encode() not in new
        again = Archive(database)
        assert [again.read(each.sha256) for each in kept] == pages
        used = database.conn.execute("SELECT DISTINCT dictionary_id FROM bodies").fetchall()
        assert used == [(new_id,)]


def test_damaged_bodies_do_not_keep_a_page(tmp_path: Path) -> None:
    """A body that cannot be compressed anew stays damaged, and the dictionary goes all the same."""
    frame = "".join(f"<li class='row wide'>Item {n} of the frame</li>" for n in range(60))
    with open_archive(tmp_path / "x.archive.db") as (database, archive):
        for n in range(PAGES_TO_TRAIN + 1):
            archive.archive(respond(n, f"<ul>{frame}</ul><p>{n}</p>".encode()))
        with database.atomic():
            database.conn.execute("UPDATE bodies SET data = X'00' WHERE rowid = 3")
        remove(database, "https://x.example/0")
        (count,) = database.conn.execute("SELECT count(*) FROM dictionaries").fetchone()
        assert count == 1
        assert database.conn.execute("PRAGMA foreign_key_check").fetchall() == []


def test_a_revisit_elsewhere_outlives_the_response_it_stood_for(tmp_path: Path) -> None:
    """A 304 of another address keeps its bytes, and revisits the next response that has them."""
    with open_archive(tmp_path / "x.archive.db") as (database, archive):
        first = archive.archive(respond(1, b"<p>one</p>")).snapshot
        second = archive.archive(respond(2, b"<p>one</p>")).snapshot
        changes = {"status": 304, "observed_at": "2026-04-25T10:00:00Z"}
        third = archive.archive(respond(3, b"", revisit_of=first.archive_id, **changes)).snapshot
        remove(database, "https://x.example/1")
        sql = "SELECT archive_id, revisit_of FROM snapshots ORDER BY 1"
        assert database.conn.execute(sql).fetchall() == [
            (second.archive_id, None), (third.archive_id, second.archive_id),
        ]  # fmt: skip
        assert archive.read(third.sha256) == b"<p>one</p>"
        with pytest.raises(ForgottenError, match="taken down on 2026-05-01: asked to"):
            archive.archive(respond(1, b"<p>other</p>"))


def test_the_crawl_forgets_the_address(tmp_path: Path) -> None:
    """The frontier loses its row, and what hangs on the responses that go is let loose."""
    with open_archive(tmp_path / "x.archive.db") as (database, archive):
        gone = archive.archive(respond(1, b"<p>one</p>")).snapshot.archive_id
        with database.atomic():
            database.conn.execute("INSERT INTO crawls (key, started_at) VALUES ('k', 0)")
            database.conn.executemany(
                "INSERT INTO frontier (address, host, crawl_id, position, role, source, site, "
                "listed_by, state, archive_id, robots_id) "
                "VALUES (?, 'x.example', 1, ?, 'page', ?, 'x.example', ?, 'fetched', ?, ?)",
                [
                    ("https://x.example/1", 1, "https://x.example/1", None, gone, gone),
                    ("https://x.example/2", 2, "https://X.example/1#a",
                     "https://x.example/1", gone, gone),
                ],
            )  # fmt: skip
            database.conn.execute(
                "INSERT INTO robots (origin, checked_at, expires_at, archive_id) VALUES "
                "('https://x.example', 0, 0, ?)",
                (gone,),
            )
        remove(database, "https://x.example/1")
        sql = "SELECT address, source, listed_by, archive_id, robots_id FROM frontier"
        address = "https://x.example/2"
        assert database.conn.execute(sql).fetchall() == [(address, address, None, None, None)]
        assert database.conn.execute("SELECT * FROM robots").fetchall() == []


def test_command_shows_asks_and_tells(path: Path) -> None:
    """A look changes nothing; the act needs a reason and a yes; backups are named."""
    folder = path.parent
    backup = folder / "x.db.schema1.bak"
    backup.write_bytes(b"")
    looked = run(folder, "forget", GONE, "--dry-run", "--db", "x.db")
    assert (looked.returncode, "1 response in the archive with 1 body" in looked.stdout) == (
        0,
        True,
    )
    assert "1 entry and 4 quotes" in looked.stdout
    for refused, told in (
        (["--reason", "asked to"], "see what goes with --dry-run, then give --yes"),
        (["--yes", "--reason", " "], "--reason TEXT is needed"),
        (["--yes"], "--reason TEXT is needed"),
    ):
        done = run(folder, "forget", GONE, *refused, "--db", "x.db")
        assert (done.returncode, told in done.stderr) == (2, True), done.stderr
    assert is_left(path, MARKER.encode())
    done = run(folder, *ARGUMENTS, "--json")
    summary = json.loads(done.stdout)
    assert (summary["observations"], summary["entries"], summary["quotes"]) == (1, 1, 4)
    assert summary["backups"] == [str(backup)]
    assert "was made before, and may hold it" in done.stderr
    again = run(folder, "ingest", "pages", "--db", "x.db")
    assert (again.returncode, "1 taken down before" in again.stdout) == (0, True)


@pytest.mark.parametrize(
    ("target", "told"),
    [
        ("pages/gone.html", "a file is named by that of its bytes"),
        ("ftp://x.example/", "cannot fetch the scheme"),
        ("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", "no bytes at all"),
    ],
)
def test_what_cannot_be_a_target_is_one_line(tmp_path: Path, target: str, told: str) -> None:
    """A path, another scheme and the digest of nothing are wrong usage, before any file is."""
    done = run(tmp_path, "forget", target, "--reason", "x", "--yes", "--db", "x.db")
    assert (done.returncode, told in done.stderr) == (2, True), done.stderr
    assert list(tmp_path.iterdir()) == []


def test_what_was_never_seen_is_forbidden_beforehand(path: Path) -> None:
    """An address that neither file knows has a tombstone, and the command says so."""
    address = "https://shiporskip.io/compare/a-vs-b"
    done = run(path.parent, "forget", address, "--reason", "beforehand", "--db", "x.db")
    assert (done.returncode, "neither file knows of it" in done.stdout) == (0, True)
    tombstones = select(path.with_name("x.archive.db"), "SELECT hash, is_applied FROM tombstones")
    assert tombstones == [(hash_address(address), 1)]
    missing = run(path.parent, "forget", address, "--reason", "x", "--yes", "--db", "y.db")
    assert (missing.returncode, path.with_name("y.db").exists()) == (2, False)
