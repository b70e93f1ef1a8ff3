"""A command that a message names can be given as it stands."""

from __future__ import annotations

import shlex
from pathlib import Path

import pytest

from tests.reviewed import make_store
from tests.running import run
from versusdb.hints import hint
from versusdb.options import DB_VARIABLE

GIVEN = {
    "versus.db": "'versusdb review --undo 5'",
    "x.db": "'versusdb review --undo 5 --db x.db'",
    "a/versus.db": "'versusdb review --undo 5 --db a/versus.db'",
}


@pytest.mark.parametrize("db", GIVEN)
def test_a_hint_names_another_database_than_the_default(db: str) -> None:
    """The default one need not be named."""
    assert hint("review --undo 5", Path(db)) == GIVEN[db]


def test_a_hint_follows_the_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the environment names is the default, and ``versus.db`` then is not."""
    monkeypatch.setenv(DB_VARIABLE, "x.db")
    assert hint("review", Path("x.db")) == "'versusdb review'"
    assert hint("review", Path("versus.db")) == "'versusdb review --db versus.db'"
    monkeypatch.setenv(DB_VARIABLE, "")
    assert hint("review", Path("versus.db")) == "'versusdb review'"


def test_a_hint_knows_the_default_by_its_whole_path(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As ``check`` names it; one of another folder is another."""
    monkeypatch.chdir(tmp_path)
    assert hint("review", tmp_path / "versus.db") == "'versusdb review'"
    other = tmp_path / "x" / "versus.db"
    assert hint("review", other) == f"'versusdb review --db {other}'"


@pytest.mark.parametrize("db", ["my tools.db", "it's.db", "$HOME.db", "*.db"])
def test_a_hint_is_taken_by_a_shell_as_it_is(db: str) -> None:
    """Between the outer quotes stands what a shell splits into the command and the path."""
    assert shlex.split(hint("review", Path(db))[1:-1]) == ["versusdb", "review", "--db", db]


def test_what_review_and_resolve_say_names_their_database(tmp_path: Path) -> None:
    """Each command that one of them tells to give."""
    make_store(tmp_path)
    for name in ("versus.db", "versus.archive.db"):
        (tmp_path / name).rename(tmp_path / name.replace("versus", "x"))
    db = ("--db", "x.db")
    assert run(tmp_path, "resolve", *db).stdout.endswith("waits for 'versusdb review --db x.db'\n")
    said = run(tmp_path, "review", "--same", "osier", "pumice", *db)
    assert "; 'versusdb review --undo 1 --db x.db' takes it back\n" in said.stdout
    missing = run(tmp_path, "review", "--undo", "9", *db)
    assert missing.stderr.endswith("; 'versusdb review --log --db x.db' lists them\n")
