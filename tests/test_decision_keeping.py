"""An export never takes the place of the only copy of a decision, nor of what is no decision."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.drifting import select
from tests.reviewed import line, make_store, say_all, take_in, write_lines
from tests.running import run
from versusdb.decision_files import run_export
from versusdb.errors import FileRefusedError

FILE = "decisions.jsonl"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A database of a few pages, in which nothing was decided."""
    return make_store(tmp_path)


def refuse(path: Path) -> str:
    """Return why an export onto the file is refused; the file stays, and nothing is noted."""
    file = path.with_name(FILE)
    before, exports = file.read_bytes(), select(path, "SELECT * FROM decision_exports")
    done = run(path.parent, "review", "--export", FILE)
    assert (done.returncode, done.stdout, file.read_bytes()) == (2, "", before)
    assert list(path.parent.glob(f"{FILE}*")) == [file]
    assert select(path, "SELECT * FROM decision_exports") == exports
    with pytest.raises(FileRefusedError):
        run_export(str(file), db=path, is_json=True)
    return done.stderr.removeprefix("versusdb: ").removesuffix("\n")


def export(path: Path) -> list[str]:
    """Write the export once more, and return its lines."""
    assert run_export(str(path.with_name(FILE)), db=path, is_json=True) == 0
    return path.with_name(FILE).read_text().splitlines()


def test_a_database_made_anew_does_not_overwrite_what_the_one_before_it_exported(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The nightly export after a rebuild is refused until the file was taken in."""
    say_all(path)
    before = export(path)
    path.unlink()
    assert run(path.parent, "reparse", "--apply").returncode == 0
    assert refuse(path) == (
        f"{FILE}: holds 6 decisions that this database has not; take them in with 'versusdb "
        f"review --import {FILE}', or name another file"
    )
    take_in(path, path.with_name(FILE), capsys)
    assert export(path) == before


def test_one_decision_that_is_missing_keeps_a_file(path: Path) -> None:
    """Also one of entries that no page has shown, and where all others are there."""
    say_all(path)
    lines = [*export(path), json.dumps(line("same", "coracle", "punt"))]
    write_lines(path.with_name(FILE), lines)
    assert refuse(path).startswith(
        f"{FILE}: holds 1 decision that this database has not; take it in with "
    )


def test_a_file_is_named_so_that_the_command_can_be_given(path: Path) -> None:
    """A name with a blank is in quotes."""
    write_lines(path.with_name("my words.jsonl"), [line("same", "osier", "pumice")])
    done = run(path.parent, "review", "--export", "my words.jsonl")
    assert "review --import 'my words.jsonl'" in done.stderr


@pytest.mark.parametrize("lines", [["as before"], ["", "[1]"], ["{}", "as before"]])
def test_a_file_of_something_else_is_left(path: Path, lines: list[str]) -> None:
    """The first line that is no decision is told by its number, blank ones counted."""
    say_all(path)
    write_lines(path.with_name(FILE), [*export(path), *lines])
    number = 6 + len(lines) - (lines[0] == "{}")
    assert refuse(path) == (
        f"{FILE}: holds a line that is no decision (line {number}); name another file"
    )


def test_what_the_log_refused_keeps_its_file(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A word that contradicts stands in no log; the file is its only place."""
    write_lines(
        path.with_name(FILE),
        [line("same", "osier", "pumice"), line("different", "osier", "pumice", 1)],
    )
    assert take_in(path, path.with_name(FILE), capsys)["refused"] == 1
    assert "holds 1 decision that this database has not" in refuse(path)


def test_what_an_import_would_pass_over_is_not_missing(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Sides the other way round, and a retraction of what another has taken back already."""
    words = {"word": "same", "decided_by": "ida", "decided_at": "2026-06-01T00:00:00Z"}
    taken_back = [line("retracted", "osier", "pumice", n, evidence={"retracts": words}) for n in
                  (1, 2)]  # fmt: skip
    write_lines(path.with_name(FILE), [line("same", "pumice", "osier"), taken_back[0]])
    take_in(path, path.with_name(FILE), capsys)
    write_lines(path.with_name(FILE), [line("same", "osier", "pumice"), taken_back[1]])
    assert len(export(path)) == 2


@pytest.mark.parametrize("text", ["", "\n \n"])
def test_an_empty_file_may_be_written_over(path: Path, text: str) -> None:
    """There is nothing in it."""
    path.with_name(FILE).write_text(text)
    say_all(path)
    assert len(export(path)) == 6


def test_a_link_keeps_what_it_leads_to(path: Path) -> None:
    """By whatever name the file goes."""
    write_lines(path.with_name("kept.jsonl"), [line("same", "osier", "pumice")])
    path.with_name(FILE).symlink_to("kept.jsonl")
    assert "holds 1 decision that this database has not" in refuse(path)
