"""``check`` finds whatever is wrong with the two files, names it, and finds nothing else."""

from __future__ import annotations

import json
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from tests.checked import FIRST, falsify, find, make_sound
from tests.drifting import select
from tests.freeze import live_through
from tests.running import run
from versusdb.files import DATABASE, open_for_reading
from versusdb.findings import check_archived
from versusdb.store import open_store


@pytest.fixture(scope="module")
def _sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_sound(tmp_path_factory.mktemp("sound"))


@pytest.fixture
def path(_sound: Path, tmp_path: Path) -> Path:
    """A sound database of four pages, one of which was seen to change."""
    for name in ("x.db", "x.archive.db", "older.db"):
        shutil.copy(_sound / name, tmp_path / name)
    return tmp_path / "x.db"


def test_a_sound_database_has_no_finding(path: Path) -> None:
    """After an ingest nothing is found, and nothing is changed by looking."""
    before = {each.name: each.read_bytes() for each in path.parent.glob("*.db")}
    done = run(path.parent, "check", "--db", "x.db")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.endswith("Nothing found\n")
    assert {each.name: each.read_bytes() for each in path.parent.glob("*.db")} == before


@pytest.mark.parametrize(
    ("statement", "code"),
    [
        ("DELETE FROM quotes_fts_data WHERE id > 10", "search_damaged"),
        ("INSERT INTO quotes_fts (quotes_fts) VALUES ('delete-all')", "search_damaged"),
        ("UPDATE quotes SET text = 'Other words' WHERE rowid = 1", "id_wrong"),
        ("UPDATE entries SET slug = 'other' WHERE rowid = 1", "id_wrong"),
    ],
)
def test_words_that_were_changed_are_found(path: Path, statement: str, code: str) -> None:
    """Neither the words of a quote nor what is searched can be another without a finding."""
    select(path, statement)
    assert code in {finding.code for finding in find(path) if finding.is_failure}


def test_what_is_put_off_is_told(path: Path) -> None:
    """Words that cannot be searched yet, and decisions that stand in no file, are no failure."""
    select(path, "UPDATE search SET is_kept = 0")
    select(
        path,
        "INSERT INTO decisions (word, one, other, one_key, other_key, reason, evidence, "
        "decided_by, decided_at) VALUES ('retracted', '{\"site\": \"a\"}', "
        "'{\"site\": \"b\"}', 'e0', 'e1', 'twins', '{}', 'me', '2026-05-09T12:00:00Z')",
    )
    found = find(path)
    assert {finding.code for finding in found} == {"search_stale", "decisions_unexported"}
    assert not any(finding.is_failure for finding in found)
    (line,) = (each.message for each in found if each.code == "decisions_unexported")
    assert ": 1 decision up to 2026-05-09T12:00:00Z stands in no file" in line
    select(path, "INSERT INTO decision_exports VALUES ('2026-05-10T12:00:00Z', 1)")
    assert {finding.code for finding in find(path)} == {"search_stale"}


def test_a_full_life_leaves_no_finding_but_its_own(tmp_path: Path) -> None:
    """Crawls, changes, extracts, issues and takings down break nothing; only held pages fail."""
    live_through(tmp_path / "x.db")
    assert {finding.code for finding in find(tmp_path / "x.db")} == {"drift", "pages_held"}


def _swap_bytes(path: Path) -> None:
    for number, other in ((9, 1), (1, 2), (2, 9)):
        select(path, f"UPDATE snapshots SET archive_id = {number} WHERE archive_id = {other}")


def _flip(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.create_function("flip", 1, lambda data: data[:-1] + bytes([data[-1] ^ 1]))
        connection.execute("UPDATE bodies SET data = flip(data) WHERE rowid = 1")
        connection.commit()


def _do(sql: str) -> Callable[[Path], object]:
    return lambda path: select(path, sql)


@pytest.mark.parametrize(
    ("damage", "expected"),
    [
        (_do("DELETE FROM snapshots WHERE archive_id = 5"), {"snapshot_unarchived": 1}),
        (_do("DELETE FROM snapshots"), {"snapshot_unarchived": 5}),
        (_do("UPDATE snapshots SET observed_at = '2020-01-01T00:00:00Z'"), {"snapshot_differs": 5}),
        (_swap_bytes, {"snapshot_differs": 2}),
        (_flip, {"body_corrupt": None}),
        (_do("DELETE FROM bodies WHERE rowid = 2"), {"snapshot_broken": None}),
        (_do("UPDATE identity SET uuid = 'other'"), {"not_a_pair": None}),
        (lambda path: path.write_bytes(b""), {"file_missing": None}),
        (lambda path: path.write_bytes(b"x" * 9000), {"file_unreadable": None}),
    ],
    ids=["gone", "all gone", "time", "swapped", "flipped", "no body", "pair", "empty", "foreign"],
)
def test_damaged_archive_is_found(
    path: Path, damage: Callable[[Path], object], expected: dict[str, int | None]
) -> None:
    """Every snapshot of the database leads to its own bytes, or there is a finding."""
    damage(path.with_name("x.archive.db"))
    found = find(path)
    assert {f.code: f.details.get("rows") for f in found} == expected
    assert all(f.is_failure for f in found)


def test_row_that_refers_to_nothing_is_found(path: Path) -> None:
    """Foreign keys are looked into, also where some program wrote without them."""
    select(path, "DELETE FROM runs WHERE run_id = 1")
    found = [finding for finding in find(path) if finding.code == "row_missing"]
    assert found
    assert all("refers to a row of runs that is missing" in each.message for each in found)


def test_index_that_lies_is_found(path: Path) -> None:
    """What SQLite's own check finds is a finding of the file."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute(
            "UPDATE sqlite_master SET sql = replace(sql, '(page', '(subject') "
            "WHERE name = 'readings_page'"
        )
        connection.commit()
    assert "file_corrupt" in {finding.code for finding in find(path)}


def test_copy_without_an_archive_is_checked_as_far_as_it_goes(path: Path) -> None:
    """That there is no archive is told and is no failure; what is wrong in the copy is one."""
    path.with_name("x.archive.db").unlink()
    done = run(path.parent, "check", "--db", "x.db", "--json")
    summary = json.loads(done.stdout)
    assert (done.returncode, [f["code"] for f in summary["findings"]]) == (0, ["archive_missing"])
    falsify(path, "quotes", f"UPDATE fake SET score = 101 {FIRST}")
    assert run(path.parent, "check", "--db", "x.db").returncode == 4


def test_pages_that_nobody_has_read_are_told(path: Path) -> None:
    """A database from before the last run lacks what that run saw, and nothing may rest on it."""
    path.with_name("older.db").rename(path)
    (found,) = find(path)
    assert (found.code, found.is_failure, found.details["rows"]) == ("pages_unread", True, 1)
    assert "the next 'versusdb ingest' reads them" in found.message
    shown = run(path.parent, "status", "--db", "x.db").stdout
    assert "Not read yet: 1 page of the archive" in shown
    with open_store(path):
        assert find(path) == []


def test_killed_run_is_told(path: Path) -> None:
    """A run that says it is running is told if none is at work, and not if one is."""
    select(path, "UPDATE runs SET status = 'running', finished_at = NULL WHERE run_id = 2")
    (found,) = find(path)
    assert (found.code, found.is_failure, found.details["run_id"]) == ("run_killed", False, 2)
    with open_store(path):
        assert find(path) == []


def test_what_is_taken_down_meanwhile_is_not_missed(path: Path) -> None:
    """A check that began before is not at odds with the archive after."""
    with closing(open_for_reading(path, DATABASE)) as before:
        before.conn.execute("BEGIN")
        before.conn.execute("SELECT count(*) FROM snapshots").fetchone()
        with open_store(path) as store:
            store.archive.conn.execute("DELETE FROM snapshots WHERE archive_id = 5")
            assert [f.code for f in check_archived(path, before)] == ["snapshot_unarchived"]
            store.database.conn.execute("DELETE FROM snapshots WHERE archive_id = 5")
            assert list(check_archived(path, before)) == []
