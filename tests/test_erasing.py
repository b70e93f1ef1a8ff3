"""Erasing: the bytes are gone from the files, whatever ends the command in the middle."""

from __future__ import annotations

import json
import random
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from scraper.tombstones import hash_address
from tests.drifting import read_content, select
from tests.forgotten import (
    MARKER,
    digest,
    forget,
    is_left,
    read,
    read_frame,
    write_folder,
)
from tests.running import run
from versusdb.store import open_store

GONE = "https://shiporskip.io/compare/zyxquorp-vs-puddingstone"
# Kills itself before the statement of this number, of both files together.
KILLER = """
import atexit, os, signal, sys
from versusdb import files, frame

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
frame.main()
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
