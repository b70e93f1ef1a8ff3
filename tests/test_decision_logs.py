"""A log of decisions is all that they are: taken in by a new database it comes to the same."""

from __future__ import annotations

from contextlib import suppress
from typing import cast

from hypothesis import given, settings
from hypothesis import strategies as st
from sqlite_utils import Database

from db.resolving.deciding import Author, decide, list_decisions, undo
from db.resolving.decisions import Decision, Word
from db.resolving.resolver import resolve_entries
from db.resolving.standing import Contradiction
from db.resolving.taking import Taken, take_decisions
from db.resolving.verifying import list_wrong_tools
from tests.listed import Listed, find_row, list_tools, make, open_listed
from tests.observing import rows

Q, T, S = ENTRIES = tuple(make(name, name.lower(), None) for name in ("Quern", "Tintype", "Skiff"))
HOLDING = "SELECT decision_id, word FROM v1_decisions WHERE holds ORDER BY decision_id"
acts = st.tuples(
    st.sampled_from(["same", "same", "different", "unsure", "undo", "exchange"]),
    st.sampled_from([0, 1]),
    st.sampled_from([(Q, T), (T, S), (Q, S)]),
)


def export(database: Database) -> list[Decision]:
    return [decision for _, decision in list_decisions(database)]


def take(database: Database, decisions: list[Decision]) -> Taken:
    taken = take_decisions(database, list(enumerate(decisions, start=1)))
    assert list(list_wrong_tools(database)) == []
    return taken


def act(database: Database, kind: str, pair: tuple[Listed, Listed], author: Author) -> None:
    """Say a word, or take back one that holds; what cannot be done is left."""
    if kind == "undo":
        for number, _ in rows(database, HOLDING)[-1:]:
            with suppress(Contradiction):
                undo(database, number, author)
    else:
        one, other = (find_row(database, each) for each in pair)
        with suppress(Contradiction):
            decide(database, cast("Word", kind), one, other, author)


@settings(max_examples=25)
@given(st.lists(acts, max_size=16), st.sampled_from([1, 3, 16]))
def test_a_log_comes_to_the_same_in_a_new_database(
    taken: list[tuple[str, int, tuple[Listed, Listed]]], pace: int
) -> None:
    """Whatever two databases said and gave each other: no line is refused, and no word is other.

    Also where several words were said in a second, and where the file is doubled.
    """
    with open_listed(*ENTRIES) as one, open_listed(*ENTRIES) as other:
        databases = (one, other)
        for each in databases:
            resolve_entries(each)
        for second, (kind, place, pair) in enumerate(taken):
            if kind == "exchange":
                take(databases[place], export(databases[1 - place]))
            else:
                author = Author("ab"[place], f"2026-06-01T00:00:{second // pace:02}Z")
                act(databases[place], kind, pair, author)
        for each in databases:
            log = export(each)
            again = take(each, log)
            assert (len(again.known), again.added, again.refused) == (len(log), [], [])
            with open_listed(*ENTRIES) as new:
                resolve_entries(new)
                assert len(take(new, log).added) == len(log)
                assert export(new) == log
                assert rows(new, HOLDING) == rows(each, HOLDING)
                assert list_tools(new) == list_tools(each)
            with open_listed(*ENTRIES) as new:
                resolve_entries(new)
                doubled = take(new, [*log, *log])
                assert doubled.refused == []
                assert export(new) == log
                assert list_tools(new) == list_tools(each)
