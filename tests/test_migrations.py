"""Older files: every schema that was ever written is brought to today's, and loses nothing."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from scraper.archive import Archive
from tests.checked import find
from tests.freeze import FROZEN, thaw
from tests.observing import VIEWS, A, B, load, make_database, number, observe, rows
from tests.running import run
from versusdb.errors import FileRefusedError
from versusdb.files import (
    ARCHIVE,
    DATABASE,
    Kind,
    open_for_reading,
    open_for_writing,
    read_migrations,
)

# Of views that have more columns since schema 4.
WIDTHS = {"snapshots": 7, "entries": 23, "quotes": 13, "entry_history": 17}
AMBIGUOUS = {("entry_ambiguous", None)}
SHAPE = """
SELECT type, name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%' ORDER BY type, name
"""


def name_half(archive: Path) -> str:
    """Return the name of the database's dump for its archive's."""
    return archive.name.replace("archive", "database")


DATABASES = sorted({*FROZEN.glob("schema*.sql"), *FROZEN.glob("*.database.sql")})
ARCHIVES = sorted(FROZEN.glob("*.archive.sql"))
PAIRS = [each for each in ARCHIVES if each.with_name(name_half(each)) in DATABASES]
# Those that every schema had.
OLD_VIEWS = tuple(view for view in VIEWS if view not in ("merges", "tool_aliases"))
each_database = pytest.mark.parametrize("frozen", DATABASES, ids=lambda path: path.name)
each_archive = pytest.mark.parametrize("frozen", ARCHIVES, ids=lambda path: path.name)


def read_version(path: Path) -> int:
    with closing(sqlite3.connect(path)) as connection:
        (version,) = connection.execute("PRAGMA user_version").fetchone()
    return int(version)


def read_views(path: Path) -> dict[str, list[tuple[Any, ...]]]:
    with closing(sqlite3.connect(path)) as connection:
        return {
            view: sorted(
                (row[: WIDTHS.get(view)] for row in connection.execute(f"SELECT * FROM v1_{view}")),
                key=repr,
            )
            for view in OLD_VIEWS
        }


def leave_out(content: dict[str, list[tuple[Any, ...]]], ids: set[str]) -> dict[str, Any]:
    """Return the content without all that speaks of entries with these ids."""
    left, hidden = {}, set(ids)
    for view in ("quotes", "comparisons", *OLD_VIEWS):
        going = [row for row in content[view] if hidden & set(row)]
        hidden |= {row[0] for row in going if view in ("quotes", "comparisons")}
        left[view] = [row for row in content[view] if row not in going]
    return left


@pytest.mark.parametrize(("kind", "dumps"), [(DATABASE, DATABASES), (ARCHIVE, ARCHIVES)])
def test_every_schema_has_a_frozen_file(tmp_path: Path, kind: Kind, dumps: list[Path]) -> None:
    """A schema without a file of its time cannot be shown to migrate: 'python -m tests.freeze'."""
    found = set()
    for dump in dumps:
        thaw(dump, tmp_path / dump.name)
        found.add(read_version(tmp_path / dump.name))
    assert found == set(range(1, len(read_migrations(kind)) + 1))


@each_database
def test_frozen_database_is_migrated_with_its_content(tmp_path: Path, frozen: Path) -> None:
    """The views show after the migration what they showed before; a backup is kept."""
    path = tmp_path / "x.db"
    thaw(frozen, path)
    version, before = read_version(path), read_views(path)
    assert before["quotes"]
    is_older = version < len(read_migrations(DATABASE))
    if is_older:
        with pytest.raises(FileRefusedError, match=f"its schema is {version}, older"):
            open_for_reading(path, DATABASE)
    database = open_for_writing(path, DATABASE)
    assert rows(database, "PRAGMA user_version") == [(len(read_migrations(DATABASE)),)]
    assert rows(database, "PRAGMA foreign_key_check") == []
    assert rows(database, "PRAGMA integrity_check") == [("ok",)]
    after = read_views(path)
    # Whose a card without a slug is, was not found out before schema 4.
    linked = {key for alias in after["entry_aliases"] for key in alias}
    linked -= {key for alias in before["entry_aliases"] for key in alias}
    assert len(linked) == (0 if before["entry_aliases"] or frozen.name[0] == "s" else 4)
    for view in ("snapshots", "sightings", "comparisons"):
        assert len(after[view]) == len(before[view])
    assert {row[3:5] for row in after["issues"] if row not in before["issues"]} <= AMBIGUOUS
    before["issues"] = after["issues"]
    assert leave_out(after, linked) == leave_out(before, linked)
    load(database, number([observe([A, B], 9)], 1000))
    database.close()
    backup = path.with_name(f"x.db.schema{version}.bak")
    assert backup.exists() == is_older
    assert not is_older or len(read_views(backup)["quotes"]) == len(before["quotes"])


@each_database
def test_migrated_schema_is_that_of_a_new_file(tmp_path: Path, frozen: Path) -> None:
    """No table, view or index differs between an old file and a new one."""
    path = tmp_path / "x.db"
    thaw(frozen, path)
    database = open_for_writing(path, DATABASE)
    with make_database() as new:
        assert rows(database, SHAPE) == rows(new, SHAPE)
    database.close()


@each_archive
def test_frozen_archive_is_migrated_with_its_bodies(tmp_path: Path, frozen: Path) -> None:
    """What an older archive holds is read back, its schema is a new one's, a backup is kept."""
    path = tmp_path / "x.archive.db"
    thaw(frozen, path)
    version = read_version(path)
    select = "SELECT archive_id, role, source, address, observed_at, status, sha256 FROM snapshots"
    with closing(sqlite3.connect(path)) as connection:
        before = connection.execute(select).fetchall()
    assert before
    database = open_for_writing(path, ARCHIVE)
    assert rows(database, select) == before
    for *_, digest in before:
        Archive(database).read(digest)
    assert rows(database, "PRAGMA foreign_key_check") == []
    with closing(open_for_writing(tmp_path / "new.archive.db", ARCHIVE)) as new:
        assert rows(database, SHAPE) == rows(new, SHAPE)
    database.close()
    backup = path.with_name(f"x.archive.db.schema{version}.bak")
    assert backup.exists() == (version < len(read_migrations(ARCHIVE)))


@pytest.mark.parametrize("frozen", PAIRS, ids=lambda path: path.name)
def test_frozen_pair_goes_on(tmp_path: Path, frozen: Path) -> None:
    """The command of today goes on with both files of any time, and they are whole after it."""
    thaw(frozen, tmp_path / "x.archive.db")
    thaw(frozen.with_name(name_half(frozen)), tmp_path / "x.db")
    before = read_views(tmp_path / "x.db")
    open_for_writing(tmp_path / "x.db", DATABASE).close()
    migrated = read_views(tmp_path / "x.db")
    done = run(tmp_path, "ingest", "nowhere.html", "--db", "x.db", "--json")
    # Held pages are read again by the reader of today.
    assert (done.returncode, json.loads(done.stdout)["pages_fetched"]) == (3, 0)
    after = read_views(tmp_path / "x.db")
    for view in ("entries", "comparisons", "quotes", "snapshots", "sightings"):
        assert after[view] == migrated[view]
        assert len(after[view]) <= len(before[view])
    failures = {finding.code for finding in find(tmp_path / "x.db") if finding.is_failure}
    assert failures <= {"drift", "pages_held"}
