"""A decision is written into the database that is there, and never into one made for it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.reviewed import line, make_store, write_lines
from tests.running import run
from tests.seated import sit_down

WORDS = (("--same", "osier", "osier-2026"), ("--leave-out", "tintype"), ("--undo", "1"),
         ("--import", "f.jsonl"))  # fmt: skip


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A database of a few pages in a folder of its own, beside which is a file of one decision."""
    path = make_store(tmp_path)
    write_lines(tmp_path / "f.jsonl", [line("same", "osier", "pumice")])
    return path


def list_names(folder: Path) -> set[str]:
    """Return the names of files, without those that SQLite keeps beside what it reads."""
    return {file.name for file in folder.iterdir()} - {
        f"versus.archive.db{end}" for end in ("-wal", "-shm")
    }


def test_a_database_that_is_moved_away_while_a_person_thinks(path: Path) -> None:
    """The key says so in a line, with status 2, and leaves nothing in its place."""
    with sit_down(path.parent, "review") as seat:
        seat.read()
        path.rename(path.with_name("moved.db"))
        names = list_names(path.parent)
        shown = " ".join(seat.press("s").split())
        assert (
            "versus.db: there is no database here; put it back beside its archive, or "
            "make it again with 'versusdb reparse --apply'"
        ) in shown
        assert "Traceback" not in shown
        assert seat.wait() == 2
    assert list_names(path.parent) == names


@pytest.mark.parametrize("words", WORDS)
@pytest.mark.parametrize("is_empty", [False, True])
def test_no_word_makes_a_database(path: Path, words: tuple[str, ...], is_empty: bool) -> None:
    """Where only its archive is left, or nothing stands in the file, each is refused."""
    path.unlink()
    if is_empty:
        path.write_bytes(b"")
    names = list_names(path.parent)
    done = run(path.parent, "review", *words)
    assert (done.returncode, done.stdout, len(done.stderr.splitlines())) == (2, "", 1)
    assert "there is no database here" in done.stderr
    assert list_names(path.parent) == names
    assert not path.exists() or path.read_bytes() == b""
