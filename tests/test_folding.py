"""On a terminal, lines break between words; what is piped has each thing on one line."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.archived import AB, FULL, KEPT, Kept, keep, read_unread
from tests.running import run, show_on_terminal


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a database that has something to say in each command."""
    folder = tmp_path_factory.mktemp("folding")
    keep(folder / "x.db", [(Kept(AB, FULL.replace("Panel ship", "Panel approval")), 1)])
    read_unread(folder / "x.db")
    keep(folder / "x.db", [(KEPT[5], 2), (KEPT[6], 2)])
    read_unread(folder / "x.db")
    return folder


@pytest.mark.parametrize("command", ["status", "changes", "issues", "issues --replay", "reparse"])
def test_lines_break_between_words(folder: Path, command: str) -> None:
    """No line is wider than the terminal, and none of its words is broken."""
    piped = run(folder, *command.split(), "--db", "x.db").stdout
    assert max(map(len, piped.splitlines())) > 60
    shown = show_on_terminal(folder, *command.split(), "--db", "x.db", columns=60)
    assert " ".join(" ".join(shown).split()) == " ".join(piped.split())
    # A table is as wide as most terminals; a long word has its line for itself.
    wide = [line for line in shown if len(line) > 60 and " " in line.strip()]
    assert [line for line in wide if line not in piped.splitlines()] == []
    assert not wide or command == "status"


def test_fields_that_nothing_states_break_between_words(folder: Path) -> None:
    """What stands below the table fits its width, too, and loses no word."""
    piped = run(folder, "check", "--db", "x.db").stdout.splitlines()
    (never,) = (line for line in piped if line.startswith("  Never stated: "))
    shown = show_on_terminal(folder, "check", "--db", "x.db")
    assert len(never) > 80
    assert max(map(len, shown)) <= 80
    assert " ".join(never.split()) in " ".join(" ".join(shown).split())
