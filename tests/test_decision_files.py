"""Decisions survive their database: a file of them is taken in again, and nothing else changes."""

from __future__ import annotations

import errno
import json
import os
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from db.resolving.taking import take_decisions
from tests.drifting import read_content, select
from tests.forgotten import read, write_page
from tests.listed import open_listed
from tests.pages import Card
from tests.reviewed import SITE, count, line, make_store, say_all, take_in, write_lines
from tests.running import run
from versusdb.decision_files import run_export
from versusdb.decision_lines import read_decisions

DECISIONS = "SELECT * FROM v1_decisions ORDER BY decision_id"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A database of a few pages, in which nothing was decided."""
    return make_store(tmp_path)


@pytest.fixture
def decided(path: Path) -> Path:
    """The same with words of all kinds, one of them taken back."""
    say_all(path)
    return path


def test_a_rebuilt_database_takes_back_what_was_decided(decided: Path) -> None:
    """Deleted, made anew from the archive, and given the file: the same rows in all views."""
    folder, before = decided.parent, read_content(decided)
    decisions = select(decided, DECISIONS)
    assert run(folder, "review", "--export", "words.jsonl").returncode == 0
    decided.unlink()
    assert run(folder, "reparse", "--apply").returncode == 0
    assert read_content(decided) != before
    assert run(folder, "review", "--import", "words.jsonl").returncode == 0
    assert read_content(decided) == before
    assert select(decided, DECISIONS) == decisions


def test_taken_in_twice_a_file_adds_nothing(
    decided: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What is in the log is passed over, and an export of it is the file."""
    file = decided.with_name("words.jsonl")
    run_export(str(file), db=decided, is_json=False)
    decisions = select(decided, DECISIONS)
    assert count(take_in(decided, file, capsys)) == (0, 0, 6, 0, 0, 0)
    assert select(decided, DECISIONS) == decisions
    again = decided.with_name("again.jsonl")
    run_export(str(again), db=decided, is_json=False)
    assert again.read_bytes() == file.read_bytes()


def test_one_line_that_stands_in_a_file_twice_is_one_decision(
    path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """By one person, in one second and for one reason; also with its sides the other way round."""
    file = write_lines(tmp_path / "f.jsonl", [line("same", "osier", "pumice")] * 2)
    assert count(take_in(path, file, capsys))[:3] == (0, 1, 1)
    assert count(take_in(path, file, capsys))[:3] == (0, 0, 2)
    more = line("same", "pumice", "osier", reason="seen")
    file = write_lines(tmp_path / "f.jsonl", [line("same", "pumice", "osier"), more])
    assert count(take_in(path, file, capsys))[:3] == (0, 1, 1)


def test_a_word_on_what_no_page_has_shown_waits_for_it(
    path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is kept and told, and it holds when the entry comes."""
    file = write_lines(tmp_path / "f.jsonl", [line("same", "osier", "coracle")])
    summary = take_in(path, file, capsys)
    assert count(summary) == (3, 1, 0, 0, 0, 1)
    (problem,) = summary["problems"]
    assert problem == f"line 1: {SITE}/coracle is not here yet; the word holds when it comes"
    coracle = Card(name="Coracle", slug="coracle", tagline="Turns round")
    write_page(tmp_path / "later", "1", coracle, Card(name="Punt", slug="punt"), day=9)
    read(path, tmp_path / "later")
    sql = "SELECT tool_id FROM v1_entries WHERE slug IN ('osier', 'coracle')"
    assert len(set(select(path, sql))) == 1


def test_lines_that_contradict_are_refused_and_the_others_taken(
    path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each is told with its number and the path that it contradicts."""
    file = write_lines(
        tmp_path / "f.jsonl",
        [
            line("same", "osier", "gravelbed"), line("same", "gravelbed", "pumice", 1),
            line("different", "pumice", "osier", 2), line("retracted", "osier", "tintype", 3),
            line("unsure", "quern-7b", "quern-22b", 4),
        ],
    )  # fmt: skip
    summary = take_in(path, file, capsys)
    assert count(summary) == (3, 3, 0, 2, 0, 0)
    path_of, nothing = summary["problems"]
    assert path_of.startswith("line 3: contradicts ")
    assert "Gravelbed (gravelbed) = Osier (osier) (decision 1)" in path_of or (
        "Osier (osier) = Gravelbed (gravelbed) (decision 1)" in path_of
    )
    assert "(decision 2)" in path_of
    assert nothing == "line 4: takes back a word that does not hold"
    words = [word for (word,) in select(path, "SELECT word FROM v1_decisions WHERE holds")]
    assert Counter(words) == {"same": 2, "unsure": 1}


def test_a_dash_is_standard_output_and_input(decided: Path, tmp_path: Path) -> None:
    """A pipe from one database to another carries the whole log."""
    other = tmp_path / "other"
    other.mkdir()
    make_store(other)
    command = [sys.executable, "-m", "versusdb", "review"]
    exported = subprocess.run(
        [*command, "--export", "-"], cwd=decided.parent, capture_output=True, check=True, timeout=60
    )
    assert len(exported.stdout.splitlines()) == 6
    imported = subprocess.run(
        [*command, "--import", "-"], cwd=other, capture_output=True, check=True, timeout=60,
        input=exported.stdout,
    )  # fmt: skip
    assert imported.stdout.decode() == "-: 6 decisions taken in, 0 known before, 0 refused\n"
    assert select(other / "versus.db", DECISIONS) == select(decided, DECISIONS)
    # What went to nobody knows where stands in no file.
    assert select(decided, "SELECT * FROM decision_exports") == []


def count_calls(decisions: int) -> int:
    """Return how many functions are called to take in a chain of so many words."""
    lines = [json.dumps(line("same", f"s{n}", f"s{n + 1}", n)).encode() for n in range(decisions)]
    calls = 0

    def count(*_: object) -> None:
        nonlocal calls
        calls += 1

    with open_listed() as database:
        read, unreadable = read_decisions(lines)
        sys.setprofile(count)
        try:
            taken = take_decisions(database, read)
        finally:
            sys.setprofile(None)
    assert (len(taken.added), unreadable) == (decisions, [])
    return calls


def test_what_a_line_costs_does_not_grow_with_the_file() -> None:
    """Twice the words take twice the steps, also where all of them are on one tool."""
    count_calls(10)
    assert count_calls(800) < 2.2 * count_calls(400)


def test_five_thousand_lines_are_taken_in(path: Path, tmp_path: Path) -> None:
    """A long log is taken in at once; what waits for pages alone is told in one line."""
    lines = [line("unsure", f"s{number}", f"s{number + 1}", number) for number in range(5000)]
    write_lines(tmp_path / "f.jsonl", lines)
    done = run(path.parent, "review", "--import", "f.jsonl")
    assert done.stdout == "f.jsonl: 5,000 decisions taken in, 0 known before, 0 refused\n"
    told = done.stderr.splitlines()
    assert done.returncode == 3
    assert told == [
        (
            "versusdb: f.jsonl: 5,000 decisions wait for entries that are not here yet, and hold "
            f"when they come: {SITE}/s0, {SITE}/s1, {SITE}/s2 and 4,998 more; --json lists them all"
        )
    ]


def test_an_export_is_whole_or_not_there(decided: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An export that fails leaves the file of before, and nothing beside it."""
    file = decided.with_name("words.jsonl")
    file.write_text("\n")
    write = Path.write_text

    def fail(self: Path, data: str, **options: Any) -> int:
        write(self, data[:20], **options)
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patch:
        patch.setattr(Path, "write_text", fail)
        with pytest.raises(OSError, match="No space"):
            run_export(str(file), db=decided, is_json=False)
    assert file.read_text() == "\n"
    assert list(decided.parent.glob("words*")) == [file]
    assert select(decided, "SELECT * FROM decision_exports") == []
    run_export(str(file), db=decided, is_json=False)
    assert len(file.read_text().splitlines()) == 6
    assert select(decided, "SELECT last_decision_id FROM decision_exports") == [(6,)]


@pytest.mark.parametrize(
    "arguments", [("--export", "no/such.jsonl"), ("--import", "no.jsonl"), ("--export", ".")]
)
def test_a_file_that_cannot_be_is_the_operators_mistake(
    path: Path, arguments: tuple[str, str]
) -> None:
    """It is told in words, with status 2."""
    done = run(path.parent, "review", *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert "Traceback" not in done.stderr
    assert arguments[1] in done.stderr


def test_the_log_of_a_database_without_words_is_an_empty_file(path: Path) -> None:
    """It is written all the same, and taken in as it is."""
    assert run(path.parent, "review", "--export", "f.jsonl").stdout == (
        "f.jsonl: 0 decisions written\n"
    )
    assert path.with_name("f.jsonl").read_bytes() == b""
    done = run(path.parent, "review", "--import", "f.jsonl")
    assert (done.returncode, done.stderr) == (0, "")
