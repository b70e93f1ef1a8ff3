"""A file is taken in by one import, whatever the order of its lines and however often each."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from msgspec.structs import replace
from sqlite_utils import Database

from db.resolving.deciding import Author, decide, list_decisions, undo
from db.resolving.decisions import Decision, Name, Word, order_sides
from db.resolving.resolver import resolve_entries
from db.resolving.standing import Contradiction
from db.resolving.taking import Taken, list_missing, take_decisions
from db.resolving.verifying import list_wrong_tools
from tests.listed import SITE, Listed, find_row, list_tools, make, open_listed
from tests.observing import rows
from tests.reviewed import count as count_summary
from tests.reviewed import make_store, say_all, take_in
from versusdb.decision_files import run_export

A, B, C = ENTRIES = tuple(make(name, name.lower(), None) for name in ("Quern", "Tintype", "Skiff"))
HOLDING = "SELECT decision_id, word FROM v1_decisions WHERE holds ORDER BY decision_id"


def say(word: Word, one: Listed, other: Listed, second: int, by: str = "ida") -> Decision:
    names = (Name(SITE, one.slug), Name(SITE, other.slug))
    at = f"2026-06-01T00:00:{second:02}Z"
    decision = Decision(
        word=word, one=names[0], other=names[1], evidence={}, decided_by=by, decided_at=at
    )
    return order_sides(decision)


def take_back(said: Decision, second: int, by: str = "ida", *, is_named: bool = True) -> Decision:
    names = ("word", "decided_by", "decided_at")
    retracts = {name: getattr(said, name) for name in names}
    at = f"2026-06-01T00:00:{second:02}Z"
    evidence = {"retracts": retracts} if is_named else {}
    return replace(said, word="retracted", evidence=evidence, decided_by=by, decided_at=at)


def take(database: Database, decisions: Sequence[Decision]) -> Taken:
    taken = take_decisions(database, list(enumerate(decisions, start=1)))
    assert list(list_wrong_tools(database)) == []
    return taken


def count(taken: Taken) -> tuple[int, int, int]:
    """Return how many lines were added, known and refused."""
    return len(taken.added), len(taken.known), len(taken.refused)


def export(database: Database) -> list[Decision]:
    return [decision for _, decision in list_decisions(database)]


def read_new(decisions: Sequence[Decision]) -> tuple[list[Decision], object, object]:
    """Return what a database made anew has after it took these in: log, words and tools."""
    with open_listed(*ENTRIES) as database:
        resolve_entries(database)
        take(database, decisions)
        return export(database), rows(database, HOLDING), list_tools(database)


def test_a_word_that_a_later_line_allows_is_taken_in_by_the_same_import() -> None:
    """A held two entries different; the other's file joins both, and takes A's word back last."""
    held = say("different", A, C, 1, by="bob")
    file = [say("same", A, B, 2), say("same", B, C, 3), take_back(held, 4)]
    with open_listed(*ENTRIES) as database:
        resolve_entries(database)
        take(database, [held])
        taken = take(database, file)
        assert count(taken) == (3, 0, 0)
        assert taken.added == [1, 2, 3]
        assert list_tools(database) == {frozenset({"quern", "tintype", "skiff"})}
        log = export(database)
        assert count(take(database, file)) == (0, 3, 0)
        assert read_new(log) == (log, rows(database, HOLDING), list_tools(database))


def test_what_each_try_allows_is_tried_again_until_no_more_can_be() -> None:
    """The retraction stands before its word, which another retraction allows; one stays refused."""
    held = say("different", A, B, 1)
    same = say("same", A, B, 2)
    file = [
        take_back(same, 5), same, take_back(held, 6),
        say("different", A, C, 7), say("same", A, C, 8),
    ]  # fmt: skip
    with open_listed(*ENTRIES) as database:
        resolve_entries(database)
        take(database, [held])
        taken = take(database, file)
        assert count(taken) == (4, 0, 1)
        assert taken.added == [1, 2, 3, 4]
        ((line, error),) = taken.refused
        assert line == 5
        assert isinstance(error, Contradiction)
        assert rows(database, "SELECT word FROM v1_decisions WHERE holds") == [("different",)]
        assert count(take(database, file)) == (0, 4, 1)


WORD = say("same", A, B, 1)
FILES = {
    "words that stand": [WORD, say("unsure", B, C, 1), say("different", A, C, 2)],
    "a word taken back": [WORD, take_back(WORD, 5)],
    "by another person": [WORD, take_back(WORD, 5, by="bob")],
    "without a name": [WORD, take_back(WORD, 5, is_named=False)],
    "the word before it holds again": [
        say("unsure", A, B, 0), WORD, take_back(WORD, 5, is_named=False),
    ],
    "said again later": [WORD, take_back(WORD, 5), say("same", A, B, 6)],
    "another said later": [WORD, take_back(WORD, 5), say("different", A, B, 6)],
    "followed by a word that contradicts": [WORD, take_back(WORD, 1), say("different", A, B, 6)],
}  # fmt: skip


@pytest.mark.parametrize("name", FILES)
def test_a_doubled_file_adds_what_the_file_adds(name: str) -> None:
    """Also where words of the first half were taken back in it; no line of either is refused."""
    file = FILES[name]
    once = read_new(file)
    assert once[0] == file
    with open_listed(*ENTRIES) as database:
        resolve_entries(database)
        assert count(take(database, [*file, *file])) == (len(file), len(file), 0)
        assert (export(database), rows(database, HOLDING), list_tools(database)) == once
        assert list_missing(database, list(enumerate([*file, *file], start=1))) == []
        assert count(take(database, [*file, *file])) == (0, 2 * len(file), 0)


@pytest.mark.parametrize("is_undone", [False, True])
def test_a_word_said_taken_back_and_said_again_within_a_second(is_undone: bool) -> None:
    """Each word is a second later than the one before it, so that a file tells them apart."""
    with open_listed(*ENTRIES) as database:
        resolve_entries(database)
        author = Author("ida", "2026-06-01T00:00:58Z")
        pair = find_row(database, A), find_row(database, B)
        for _ in range(3):
            undo(database, decide(database, "same", *pair, author), author)
        if not is_undone:
            decide(database, "same", *pair, author)
        log = export(database)
        assert [said.decided_at for said in log][:4] == [
            "2026-06-01T00:00:58Z", "2026-06-01T00:00:59Z",
            "2026-06-01T00:01:00Z", "2026-06-01T00:01:01Z",
        ]  # fmt: skip
        assert count(take(database, [*log, *log])) == (0, 2 * len(log), 0)
        once = (log, rows(database, HOLDING), list_tools(database))
        assert read_new(log) == read_new([*log, *log]) == once


def test_a_file_that_was_put_together_twice(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What stands is known the second time, in files as in the log."""
    path = make_store(tmp_path)
    say_all(path)
    file = tmp_path / "f.jsonl"
    run_export(str(file), db=path, is_json=True)
    lines = file.read_text().splitlines(keepends=True)[:4]
    file.write_text("".join(lines * 2))
    path.unlink()
    other = make_store(tmp_path)
    assert count_summary(take_in(other, file, capsys))[:4] == (0, 4, 4, 0)
