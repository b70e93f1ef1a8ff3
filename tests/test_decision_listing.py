"""The log as a person reads it: every decision with its number, and whether it holds."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.drifting import select
from tests.forgotten import read, write_page
from tests.listed import TEXT
from tests.pages import Card
from tests.reviewed import GRAVEL, SITE, line, make_store, say_all, take_in, write_lines
from tests.running import run

AT = "2026-06-01T00:00:00Z"
WHY = "'she has seen both'"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A database of a few pages, in which nothing was decided."""
    return make_store(tmp_path)


def list_log(path: Path) -> list[str]:
    done = run(path.parent, "review", "--log")
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout.splitlines()


def test_every_decision_is_a_line(path: Path) -> None:
    """The oldest first: its number, when, who, what of which entries, why, and if it holds."""
    say_all(path)
    run(path.parent, "review", "--same", "quern-7b", "quern-22b", "--by", "bob")
    *lines, last = list_log(path)
    assert lines[0] in {
        f"1: {AT}, ida: Osier (osier) = Osier (osier-2026), {WHY}; holds",
        f"1: {AT}, ida: Osier (osier-2026) = Osier (osier), {WHY}; holds",
    }
    assert lines[1].startswith(f"2: {AT}, ida: Tintype (tin")
    assert " ≠ Tintype (tin" in lines[1]
    assert " ? Quern " in lines[2]
    assert lines[2].endswith("; decision 7 has followed")
    assert lines[4].endswith("; taken back by decision 6")
    assert lines[5].startswith("6: 2026-06-01T00:00:01Z, ida: ")
    assert " – " in lines[5]
    assert lines[5].endswith("; takes decision 5 back")
    assert last.startswith("7: ")
    assert ", bob: Quern " in last
    assert last.endswith("); holds")


def test_what_waits_and_what_rests_on_changed_cards_is_told(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """An entry that is not here is named as the decision names it; changes are told by side."""
    say_all(path)
    file = write_lines(path.with_name("f.jsonl"), [line("same", "pumice", "coracle")])
    take_in(path, file, capsys)
    changed = Card(name="Osier", slug="osier", tagline="Rolls back", description=TEXT)
    write_page(path.parent / "later", "1", changed, GRAVEL, day=9)
    read(path, path.parent / "later")
    first, *_, last = list_log(path)
    names = first.partition("ida: ")[2].partition(f", {WHY};")[0].split(" = ")
    side = "AB"[names.index("Osier (osier)")]
    assert first.endswith(f"; holds, changed since: {side} has another tagline")
    assert last.endswith("; waits for an entry")
    assert f"{SITE}/coracle" in last
    assert "Pumice (pumice)" in last


def test_programs_read_the_rows_of_the_view(path: Path) -> None:
    """All columns, with lists and objects as such."""
    say_all(path)
    summary = json.loads(run(path.parent, "review", "--log", "--json").stdout)
    rows = summary.pop("decisions")
    assert summary == {"command": "review", "exit_status": 0, "db": "versus.db"}
    columns = [
        name for (name,) in select(path, "SELECT name FROM pragma_table_info('v1_decisions')")
    ]
    assert [list(row) for row in rows] == [columns] * 6
    view = "SELECT decision_id, word, holds, decided_by FROM v1_decisions ORDER BY decision_id"
    assert [tuple(row[name] for name in ("decision_id", "word", "holds", "decided_by"))
            for row in rows] == select(path, view)  # fmt: skip
    assert rows[0]["changed"] == []
    assert rows[4]["changed"] is None
    assert rows[0]["evidence"]["cards"]


def test_a_log_without_decisions(path: Path) -> None:
    """It is told that there are none; for programs the list is empty."""
    assert list_log(path) == ["versus.db: nothing was decided"]
    summary = json.loads(run(path.parent, "review", "--log", "--json").stdout)
    assert summary["decisions"] == []


def test_the_list_is_one_thing_of_a_command(path: Path) -> None:
    """Beside another option it is wrong usage; an unknown number names it."""
    done = run(path.parent, "review", "--log", "--undo", "1")
    assert done.returncode == 2
    assert "are two things" in done.stderr
    done = run(path.parent, "review", "--undo", "1")
    assert done.stderr == ("versusdb: there is no decision 1; 'versusdb review --log' lists them\n")
