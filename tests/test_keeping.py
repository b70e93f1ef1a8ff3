"""What no page says is kept in the archive, and a lost database has it back."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from tests.drifting import ENTRY, read, read_content, select, write_pages
from tests.freeze import live_through
from tests.running import run
from versusdb.files import ARCHIVE, open_for_reading


@pytest.fixture(scope="module")
def life(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a database that has seen much: issues of all stages, pages held, discarded."""
    folder = tmp_path_factory.mktemp("life")
    live_through(folder / "x.db")
    return folder


@pytest.fixture
def path(life: Path, tmp_path: Path) -> Path:
    """A copy of it."""
    for name in ("x.db", "x.archive.db"):
        (tmp_path / name).write_bytes((life / name).read_bytes())
    return tmp_path / "x.db"


def test_a_lost_database_is_made_again_whole(path: Path) -> None:
    """Also what could not be fetched, what is held back, and what was discarded or taken down."""
    before = read_content(path)
    held = select(path, "SELECT archive_id FROM held_pages")
    assert held
    assert {row[1:3] for row in before["issues"]} >= {
        ("fetch", "missing"), ("parse", "discarded"), ("load", "entry_ambiguous")
    }  # fmt: skip
    for file in path.parent.glob("x.db*"):
        file.unlink()
    done = run(path.parent, "reparse", "--apply", "--db", "x.db")
    assert done.returncode in (0, 3), done.stderr
    assert read_content(path) == before
    assert select(path, "SELECT archive_id FROM held_pages") == held


def test_each_run_keeps_what_it_met(tmp_path: Path) -> None:
    """What could not be fetched, and what is held back, is kept by the run that met it."""
    path = tmp_path / "x.db"
    read(path, write_pages(tmp_path / "before", 6))
    assert read(path, write_pages(tmp_path / "night", 3, ENTRY, first=10)).is_refused
    run(tmp_path, "ingest", "nowhere.html", "--db", "x.db")
    before = read_content(path)
    held = select(path, "SELECT archive_id FROM held_pages")
    assert (len(held), len(before["issues"])) == (3, 1)
    for file in tmp_path.glob("x.db*"):
        file.unlink()
    run(tmp_path, "reparse", "--apply", "--db", "x.db")
    assert read_content(path) == before
    assert select(path, "SELECT archive_id FROM held_pages") == held


def test_the_next_ingest_makes_it_again_too(path: Path) -> None:
    """A database that was put away comes back with the next night's run, held pages still held."""
    before = read_content(path)
    for file in path.parent.glob("x.db*"):
        file.unlink()
    run(path.parent, "ingest", "pages", "--db", "x.db")
    after = read_content(path)
    for view in before.keys() - {"issues"}:
        assert after[view] == before[view]
    assert set(after["issues"]) >= set(before["issues"])


def test_what_is_taken_down_is_kept_nowhere(path: Path) -> None:
    """The copy of what could not be fetched forgets an address, too."""
    address = select(path, "SELECT url FROM issues WHERE stage = 'fetch' AND url > ''")[0][0]
    assert address.encode() in path.with_name("x.archive.db").read_bytes()
    run(path.parent, "forget", address, "--reason", "asked for", "--yes", "--db", "x.db")
    with closing(open_for_reading(path.with_name("x.archive.db"), ARCHIVE)) as archive:
        kept = archive.conn.execute("SELECT subject FROM kept_problems").fetchall()
    assert kept
    assert (address,) not in kept
    assert address.encode() not in path.with_name("x.archive.db").read_bytes()


def test_an_archive_from_before_is_refused(tmp_path: Path) -> None:
    """An older copy of the archive would give the numbers of read pages to others."""
    pages = tmp_path / "pages"
    pages.mkdir()
    (pages / "1.html").write_text("<p>one")
    run(tmp_path, "ingest", "pages", "--db", "x.db")
    older = (tmp_path / "x.archive.db").read_bytes()
    (pages / "2.html").write_text("<p>two")
    run(tmp_path, "ingest", "pages", "--db", "x.db")
    before = (tmp_path / "x.db").read_bytes()
    for file in tmp_path.glob("x.archive.db*"):
        file.unlink()
    (tmp_path / "x.archive.db").write_bytes(older)
    (pages / "3.html").write_text("<p>three")
    done = run(tmp_path, "ingest", "pages", "--db", "x.db")
    assert (done.returncode, done.stdout) == (2, "")
    assert "x.archive.db is older than it: response 2 was read" in done.stderr
    assert (tmp_path / "x.db").read_bytes() == before
    (tmp_path / "x.db").unlink()
    assert run(tmp_path, "ingest", "pages", "--db", "x.db").returncode == 3
