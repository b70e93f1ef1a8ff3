"""Words that contradict each other since a card without a slug is known to be an entry's."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import pytest
from msgspec.structs import replace
from sqlite_utils import Database

from db.keys import name_key, slug_key
from db.resolving.deciding import Author, decide, list_for_file, undo
from db.resolving.decisions import Decision, Word, find_entry
from db.resolving.listing import list_fates, list_overruled
from db.resolving.resolver import resolve_entries
from db.resolving.standing import Contradiction
from db.resolving.taking import Taken, list_missing, take_decisions
from db.resolving.verifying import list_wrong_tools
from tests.listed import list_tools, observe_text
from tests.observing import A, B, C, load, make_database, number, observe, rows

SITE = "shiporskip.io"
OTHER = replace(A, tagline="Sleeps in another bed")
H, M, N = (slug_key(SITE, str(card.slug)) for card in (A, B, C))
S = name_key(SITE, A.name, A.tagline)
# A card without a slug, and the entry that it is not known to be until the last page.
PAGES = (
    observe_text([replace(A, slug=None), B], 1), observe([OTHER, B], 2), observe([C, B], 3),
    observe([A, C], 4),
)  # fmt: skip
Words = Sequence[tuple[Word, str, str]]
DIRECT: Words = [("same", S, M), ("different", H, M)]
CHAIN: Words = [("same", S, M), ("same", M, N), ("different", H, N)]


def write_marks(decisions: Sequence[Decision]) -> list[str]:
    """Return the words of a file, those that are marked in capitals."""
    return [
        each.word.upper() if each.evidence.get("overruled") else each.word for each in decisions
    ]


@contextmanager
def open_said(words: Words) -> Iterator[Database]:
    """Open a database in which words were said before the last page came."""
    with make_database() as database:
        load(database, number(PAGES[:-1]))
        resolve_entries(database)
        for second, (word, *keys) in enumerate(words):
            one, other = (find_entry(database, key) for key in keys)
            assert one is not None
            assert other is not None
            decide(database, word, one, other, Author("ida", f"2026-06-01T00:00:{second:02}Z"))
        load(database, number(PAGES[-1:], start=100))
        resolve_entries(database)
        assert find_entry(database, S) == find_entry(database, H)
        assert list(list_wrong_tools(database)) == []
        yield database


@contextmanager
def open_again() -> Iterator[Database]:
    """Open a database into which all pages were read anew, and nothing was said."""
    with make_database() as database:
        load(database, number(PAGES))
        resolve_entries(database)
        yield database


def take(database: Database, decisions: Sequence[Decision]) -> Taken:
    taken = take_decisions(database, list(enumerate(decisions, start=1)))
    assert list(list_wrong_tools(database)) == []
    return taken


def refuse(taken: Taken) -> list[tuple[int, list[tuple[str, int]]]]:
    """Return the lines that were refused, each with the words and decisions of its path."""
    refused = []
    for line, error in taken.refused:
        assert isinstance(error, Contradiction)
        refused.append((line, [(step.word, step.decision_id) for step in error.path]))
    return refused


CASES: dict[str, tuple[Words, dict[int, int], list[str]]] = {
    "one pair": (DIRECT, {1: 2}, ["different", "SAME"]),
    "a chain": (CHAIN, {1: 3, 2: 3}, ["different", "SAME", "SAME"]),
    "said later": (
        [("different", H, M), ("same", S, M)], {2: 1}, ["different", "SAME"],
    ),
    "unsure since": (
        [("same", S, M), ("unsure", H, M)], {1: 2}, ["unsure", "SAME"],
    ),
    "others beside it": (
        [("unsure", H, N), *DIRECT, ("same", M, N)], {2: 3},
        ["unsure", "different", "same", "SAME"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_a_database_made_anew_has_the_tools_of_before(name: str) -> None:
    """What was overruled stands last in the file, marked, and is what is refused there."""
    words, overruled, marks = CASES[name]
    with open_said(words) as database:
        assert list_overruled(database) == overruled
        tools, file = list_tools(database), list_for_file(database)
        assert write_marks(file) == marks
        (count,) = rows(database, "SELECT count(*) FROM v1_merges WHERE decided_by = 'operator'")
        assert count == (marks.count("same"),)
        assert list_missing(database, list(enumerate(file))) == []
        assert len(take(database, file).known) == len(file)
        assert list_for_file(database) == file
    lost = [line for line, mark in enumerate(marks, start=1) if mark.isupper()]
    with open_again() as database:
        for is_again in (False, True):
            taken = take(database, file)
            assert len(taken.known if is_again else taken.added) == len(file) - len(lost)
            assert [line for line, _ in refuse(taken)] == lost
            assert list_tools(database) == tools
        assert list_missing(database, list(enumerate(file, start=1))) == lost
        rest = list_for_file(database)
        assert rest == file[: -len(lost)]
    with open_again() as database:
        assert len(take(database, rest).added) == len(rest)
        assert (list_for_file(database), list_tools(database)) == (rest, tools)


def test_a_refusal_tells_the_whole_path() -> None:
    """Of a chain, its links in the file and the word that holds its ends different."""
    with open_said(DIRECT) as database:
        file = list_for_file(database)
    with open_again() as database:
        assert refuse(take(database, file)) == [(2, [("different", 1)])]
    with open_said(CHAIN) as database:
        file = list_for_file(database)
    path = [("same", 0), ("same", 0), ("different", 1)]
    with open_again() as database:
        assert refuse(take(database, file)) == [(2, path), (3, path)]


def test_where_nothing_overrules_it_a_marked_word_is_taken_in() -> None:
    """It is a word like others there; the mark is of the file alone."""
    with open_said(CHAIN) as database:
        file = list_for_file(database)
    with open_again() as database:
        assert len(take(database, file[1:]).added) == 2
        assert list_tools(database) == {frozenset({str(each.slug) for each in (A, B, C)})}
        assert write_marks(list_for_file(database)) == ["same", "same"]
        assert rows(database, "SELECT evidence ->> 'overruled' FROM decisions") == [(None,)] * 2
        # The word that it contradicts is now the one that comes later.
        assert refuse(take(database, file[:1])) == [(1, [("same", 1), ("same", 2)])]


@pytest.mark.parametrize("gone", [1, 2])
def test_one_of_them_taken_back_the_other_holds(gone: int) -> None:
    """Then nothing is marked, and a database made anew has the same tools."""
    with open_said(DIRECT) as database:
        undo(database, gone, Author("ida", "2026-06-02T00:00:00Z"))
        assert list_overruled(database) == {}
        tools, file = list_tools(database), list_for_file(database)
        assert bool(tools) == (gone == 2)
        assert write_marks(file) == ["same", "different", "retracted"]
    with open_again() as database:
        taken = take(database, file)
        # Of a word that cannot be said there is nothing to take back.
        assert [line for line, _ in taken.refused] == ([] if gone == 1 else [2, 3])
        assert list_tools(database) == tools


def test_a_chain_is_mended_by_taking_one_link_back() -> None:
    """The other link holds again without a word."""
    with open_said(CHAIN) as database:
        assert [fate.overruled_by for fate in list_fates(database)] == [3, 3, None]
        undo(database, 1, Author("ida", "2026-06-02T00:00:00Z"))
        assert list_overruled(database) == {}
        assert list_tools(database) == {frozenset({str(B.slug), str(C.slug)})}


def test_what_is_not_as_it_should_be_is_overruled_by_nothing() -> None:
    """A tool that other hands have changed is no contradiction: it has its own finding."""
    with open_said([("same", M, N)]) as database:
        database.conn.execute("UPDATE entries SET tool_id = NULL")
        assert list(list_wrong_tools(database))
        assert list_overruled(database) == {}
