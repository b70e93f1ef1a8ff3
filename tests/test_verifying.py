"""``archive verify`` finds what is damaged in either file, and names the record."""

from __future__ import annotations

import json
import shutil
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from tests.drifting import write_pages
from tests.running import run
from versusdb.ingesting import Settings, ingest
from versusdb.progress import show_progress
from versusdb.working import Tools


@pytest.fixture(scope="module")
def _sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sound")
    pages = str(write_pages(folder / "pages", 70))
    with show_progress("Reading") as progress:
        # With a site, so that the pages have its dictionary.
        ingest(
            folder / "x.db",
            Settings(sources=(pages,), site="shiporskip.io"),
            Tools(progress=progress),
        )
    for name in ("x.db", "x.archive.db"):
        connection = sqlite3.connect(folder / name)
        connection.execute("PRAGMA journal_mode = DELETE")
        connection.close()
    return folder


@pytest.fixture
def folder(_sound: Path, tmp_path: Path) -> Path:
    """A folder with a sound database of 70 pages, whose bodies share a dictionary."""
    for name in ("x.db", "x.archive.db"):
        shutil.copy(_sound / name, tmp_path / name)
    return tmp_path


def verify(folder: Path) -> tuple[int, list[dict[str, Any]]]:
    """Verify as an operator does; return the status and the findings, each told in one line."""
    done = run(folder, "archive", "verify", "--db", "x.db", "--json")
    summary = json.loads(done.stdout)
    assert summary["exit_status"] == done.returncode
    assert "Traceback" not in done.stderr
    findings: list[dict[str, Any]] = summary["findings"]
    assert done.stderr.count("\n") == len(findings)
    assert all(finding["remedy"] in done.stderr for finding in findings)
    return done.returncode, findings


def change(path: Path, statement: str) -> None:
    """Damage a file through SQLite, past its own rules."""

    def flip(data: bytes) -> bytes:
        """Change one bit in the middle."""
        middle = len(data) // 2
        return data[:middle] + bytes([data[middle] ^ 1]) + data[middle + 1 :]

    connection = sqlite3.connect(path)
    connection.create_function("flip", 1, flip)
    connection.execute("PRAGMA ignore_check_constraints = ON")
    connection.execute(statement)
    connection.commit()
    connection.close()


def test_sound_files_are_clean(folder: Path) -> None:
    """Without a finding the status is 0, and what was read is told."""
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    done = run(folder, "archive", "verify", "--db", "x.db")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "x.db: 70 snapshots, 70 bodies read: nothing found\n"
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


THIRD = "sha256 = (SELECT sha256 FROM snapshots WHERE archive_id = 3)"
DAMAGE = {
    "flipped bit": (f"UPDATE bodies SET data = flip(data) WHERE {THIRD}", "body_corrupt", ""),
    "cut": (
        f"UPDATE bodies SET data = CAST(substr(data, 1, length(data) / 2) AS BLOB) WHERE {THIRD}",
        "body_corrupt",
        "does not decompress",
    ),
    "size": (f"UPDATE bodies SET size = size + 1 WHERE {THIRD}", "body_corrupt", "its frame"),
    "body gone": (f"DELETE FROM bodies WHERE {THIRD}", "snapshot_broken", "is missing"),
    "headers": (
        "UPDATE snapshots SET headers = '[[' WHERE archive_id = 3",
        "snapshot_broken",
        "its headers are no JSON",
    ),
    "revisit of nothing": (
        "UPDATE snapshots SET revisit_of = 999 WHERE archive_id = 3",
        "snapshot_broken",
        "snapshot 999, which it says still held, is missing",
    ),
}


@pytest.mark.parametrize("how", DAMAGE)
def test_damaged_record_is_named(folder: Path, how: str) -> None:
    """A changed, cut or lost body and broken headers are findings that name the snapshot."""
    statement, code, what = DAMAGE[how]
    change(folder / "x.archive.db", statement)
    status, findings = verify(folder)
    (found,) = [each for each in findings if each["code"] == code]
    assert (status, found["file"]) == (4, str(folder / "x.archive.db"))
    assert found["where"].startswith("snapshot 3 (")
    assert found["where"].endswith("/002.html)")
    assert what in found["what"]


def test_row_that_refers_to_nothing_is_a_finding(folder: Path) -> None:
    """What the frontier rests on is there."""
    sql = "INSERT INTO robots (origin, checked_at, expires_at, archive_id) VALUES ('x', 1, 2, 999)"
    change(folder / "x.archive.db", sql)
    status, findings = verify(folder)
    assert (status, [each["code"] for each in findings]) == (4, ["row_missing"])
    assert findings[0]["what"] == "refers to a row of snapshots that is missing"


def test_lost_dictionary_costs_the_bodies_that_need_it(folder: Path) -> None:
    """Each body that can no longer be read is a finding of its own."""
    change(folder / "x.archive.db", "DELETE FROM dictionaries")
    status, findings = verify(folder)
    corrupt = [each for each in findings if each["code"] == "body_corrupt"]
    assert (status, len(corrupt)) == (4, 70)
    assert "no row in dictionaries" in corrupt[0]["what"]


@pytest.mark.parametrize("name", ["x.db", "x.archive.db"])
@pytest.mark.parametrize("share", [0, 0.001, 0.3, 0.6, 0.9])
def test_truncated_file_is_found(folder: Path, name: str, share: float) -> None:
    """Wherever a file is cut, there is a finding on it and no traceback."""
    path = folder / name
    path.write_bytes(path.read_bytes()[: int(path.stat().st_size * share)])
    status, findings = verify(folder)
    assert status == 4
    assert str(path) in {finding["file"] for finding in findings}


@pytest.mark.parametrize("place", range(0, 10, 2))
def test_overwritten_page_of_the_file_is_found(folder: Path, place: int) -> None:
    """Bit rot in any region of the archive is found."""
    path = folder / "x.archive.db"
    data = bytearray(path.read_bytes())
    start = len(data) * place // 10 // 4096 * 4096
    data[start : start + 4096] = b"\xa5" * 4096
    path.write_bytes(data)
    status, findings = verify(folder)
    assert status == 4
    assert findings


def test_missing_half_is_a_finding(folder: Path) -> None:
    """A database without its archive is told; without both there is nothing to verify."""
    (folder / "x.archive.db").unlink()
    status, findings = verify(folder)
    assert (status, [each["code"] for each in findings]) == (4, ["file_missing"])
    (folder / "x.db").unlink()
    done = run(folder, "archive", "verify", "--db", "x.db")
    assert (done.returncode, done.stdout) == (2, "")


def test_another_databases_archive_is_a_finding(folder: Path) -> None:
    """Two files that were never a pair are told."""
    change(folder / "x.archive.db", "UPDATE identity SET uuid = 'another'")
    status, findings = verify(folder)
    assert (status, [each["code"] for each in findings]) == (4, ["not_a_pair"])


def test_verify_waits_for_no_run(folder: Path) -> None:
    """A run that holds the database is not disturbed, and does not keep verify from reading."""
    connection = sqlite3.connect(folder / "x.archive.db", isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("BEGIN IMMEDIATE")
    assert verify(folder) == (0, [])
    connection.execute("ROLLBACK")
    connection.close()
