"""Databases that exchange their decisions come to one state, by whatever name an entry goes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import pytest
from msgspec.structs import replace
from sqlite_utils import Database

from db.keys import name_key, slug_key
from db.resolving.deciding import Author, decide, list_decisions, undo
from db.resolving.decisions import Decision, Name, Word, find_entry, order_sides
from db.resolving.forgetting import forget_decisions
from db.resolving.resolver import resolve_entries
from db.resolving.standing import NothingToRetract
from db.resolving.taking import Taken, take_decisions
from db.resolving.verifying import list_wrong_tools
from tests.listed import Sayer, find_row, make, observe_text, open_listed
from tests.observing import A, B, C, Observation, load, make_database, number, observe, rows

SITE = "shiporskip.io"
IDA, BOB = Author("ida", "2026-06-01T00:00:00Z"), Author("bob", "2026-06-02T00:00:00Z")
BARE = replace(A, slug=None)
BARE_KEY = name_key(SITE, A.name, A.tagline)
NAMED_KEY, C_KEY = slug_key(SITE, str(A.slug)), slug_key(SITE, str(C.slug))
HOLDING = "SELECT decision_id, word FROM v1_decisions WHERE holds ORDER BY decision_id"
Q, T = make("Quern", "quern", None), make("Tintype", "tintype", None)


@contextmanager
def open_pages(*observations: Observation) -> Iterator[Database]:
    """Open a database into which pages were read, and resolved."""
    with make_database() as database:
        load(database, number(observations))
        resolve_entries(database)
        yield database


def read_on(database: Database, *observations: Observation) -> None:
    """Read further pages into it."""
    load(database, number(observations, start=100))
    resolve_entries(database)


def say(database: Database, word: Word, *keys: str, author: Author = IDA) -> int:
    one, other = (find_entry(database, key) for key in keys)
    assert one is not None
    assert other is not None
    return decide(database, word, one, other, author)


def export(database: Database) -> list[Decision]:
    return [decision for _, decision in list_decisions(database)]


def take(database: Database, decisions: Sequence[Decision]) -> Taken:
    taken = take_decisions(database, list(enumerate(decisions, start=1)))
    assert list(list_wrong_tools(database)) == []
    return taken


def count(taken: Taken) -> tuple[int, ...]:
    """Return how many lines were added, known, refused and wait."""
    return len(taken.added), len(taken.known), len(taken.refused), len(taken.waiting)


WITHOUT_SLUG = (observe_text([BARE, B], 1), observe([C, B], 2))
WITH_SLUG = observe([A, B], 3)
# Another page of a critic's, on which another entry has the same name and tagline.
TWIN = observe([replace(A, slug="tintype-2"), B], 4)


@contextmanager
def open_renamed() -> Iterator[tuple[Database, list[Decision]]]:
    """Open a database in which an entry got its slug after a word on it, and that word's line."""
    with open_pages(*WITHOUT_SLUG) as database:
        say(database, "same", BARE_KEY, C_KEY)
        old = export(database)
        read_on(database, WITH_SLUG)
        yield database, old


def name_slug(line: Decision) -> Decision:
    """Return a line on the slug of the entry that it names by its name."""
    name = Name(SITE, A.slug)
    sides = {"one": name} if line.one.slug is None else {"other": name}
    return order_sides(replace(line, **sides))


def test_an_export_names_an_entry_as_it_was_named() -> None:
    """It has a slug by now; the file is as it was."""
    with open_renamed() as (database, old):
        assert {old[0].one.slug, old[0].other.slug} == {None, C.slug}
        assert export(database) == old


def test_a_database_that_never_saw_the_entry_without_a_slug_takes_the_word() -> None:
    """What is exported holds there at once, on the same cards, and is flagged no more than here."""
    with open_renamed() as (database, _):
        lines = export(database)
        flagged = rows(database, "SELECT changed FROM v1_decisions")
    with open_pages(observe([C, B], 2), WITH_SLUG) as database:
        assert count(take(database, lines)) == (1, 0, 0, 0)
        assert rows(database, HOLDING) == [(1, "same")]
        assert rows(database, "SELECT changed FROM v1_decisions") == flagged
        assert export(database) == lines


def test_a_line_is_known_by_whatever_name_its_entries_go() -> None:
    """By its slug or by the name that it had before: one decision, whichever came first."""
    with open_renamed() as (database, old):
        new = [name_slug(old[0])]
        assert count(take(database, old)) == (0, 1, 0, 0)
        assert count(take(database, new)) == (0, 1, 0, 0)
    with open_pages(observe([C, B], 2), WITH_SLUG) as database:
        take(database, new)
        assert count(take(database, old)) == (0, 1, 0, 0)


def test_an_old_line_finds_the_one_entry_that_shows_its_name() -> None:
    """An entry with a slug that alone has shown this name and tagline is the one that is meant."""
    with open_renamed() as (_, old):
        pass
    with open_pages(observe([C, B], 2), WITH_SLUG) as database:
        assert count(take(database, old)) == (1, 0, 0, 0)
        ((entry_a, entry_b),) = rows(database, "SELECT entry_a_id, entry_b_id FROM v1_decisions")
        assert {entry_a, entry_b} == {NAMED_KEY, C_KEY}
        assert rows(database, "SELECT changed FROM v1_decisions") == [("[]",)]
        assert count(take(database, old)) == (0, 1, 0, 0)


def test_an_old_line_is_guessed_of_none_of_two_entries() -> None:
    """Where two have shown this name and tagline, the word waits."""
    with open_renamed() as (_, old):
        pass
    with open_pages(observe([C, B], 2), WITH_SLUG, TWIN) as database:
        taken = take(database, old)
        assert count(taken) == (1, 0, 0, 1)
        assert taken.waiting == [(1, Name(SITE, None, A.name, A.tagline))]
        assert count(take(database, old)) == (0, 1, 0, 0)


def test_a_word_that_came_before_its_entry_holds_when_it_comes() -> None:
    """A word waits for its name, also where the entry comes with a slug; the file is known."""
    with open_renamed() as (_, old):
        pass
    with open_pages(observe([C, B], 2)) as database:
        assert count(take(database, old)) == (1, 0, 0, 1)
        read_on(database, WITH_SLUG)
        assert rows(database, "SELECT count(*) FROM v1_merges") == [(1,)]
        assert count(take(database, old)) == (0, 1, 0, 0)


def test_a_line_may_name_either_side_first() -> None:
    """What a card said stays with its side, so that no card counts as changed."""
    with open_pages(observe([A, B], 1), observe([C, B], 2)) as database:
        say(database, "same", NAMED_KEY, C_KEY)
        (line,) = export(database)
    cards = line.evidence["cards"][::-1]
    turned = replace(line, one=line.other, other=line.one, evidence={"cards": cards})
    with open_pages(observe([A, B], 1), observe([C, B], 2)) as database:
        take(database, [turned])
        assert rows(database, "SELECT changed FROM v1_decisions") == [("[]",)]


def test_a_line_whose_names_are_one_entry_here_is_kept() -> None:
    """A word on a name and on the slug that shows it says nothing, and is no word against others.

    Once a card without a slug is of neither of two entries, it is a word on two.
    """
    one, other = Name(SITE, None, A.name, A.tagline), Name(SITE, A.slug)
    decision = Decision(
        word="different", one=one, other=other, evidence={}, decided_by="ida", decided_at=IDA.at
    )
    with open_pages(observe([C, B], 2), WITH_SLUG) as database:
        assert count(take(database, [decision])) == (1, 0, 0, 0)
        assert len(export(database)) == 1
        assert rows(database, HOLDING) == []
        say(database, "same", NAMED_KEY, C_KEY)
        say(database, "same", NAMED_KEY, C_KEY, author=BOB)
        read_on(database, WITHOUT_SLUG[0], TWIN)
        assert list(list_wrong_tools(database)) == []
        assert rows(database, HOLDING) == [(1, "different"), (3, "same")]


def test_a_retraction_finds_the_word_by_whatever_name() -> None:
    """A word that was said of a name is taken back by a file that names the slug, and at once."""
    with open_renamed() as (database, old):
        with open_pages(observe([C, B], 2), WITH_SLUG) as other:
            take(other, [name_slug(old[0])])
            undo(other, 1, BOB)
            both = export(other)
        assert count(take(database, both)) == (1, 1, 0, 0)
        assert rows(database, HOLDING) == []
        assert count(take(database, both)) == (0, 2, 0, 0)
        with open_pages(observe([C, B], 2), WITH_SLUG) as other:
            assert count(take(other, [*old, *export(database)])) == (2, 1, 0, 0)
            assert rows(other, HOLDING) == []


def test_two_retractions_of_one_word_are_one() -> None:
    """Each database took the word back by itself: their files have nothing to do in the other."""
    with open_listed(Q, T) as database:
        resolve_entries(database)
        Sayer(database).say("same", Q, T)
        first = export(database)
        undo(database, 1, IDA)
        ours = export(database)
    with open_listed(Q, T) as database:
        resolve_entries(database)
        take(database, first)
        undo(database, 1, BOB)
        log = export(database)
        assert count(take(database, ours)) == (0, 2, 0, 0)
        assert count(take(database, ours)) == (0, 2, 0, 0)
        assert export(database) == log


def test_a_retraction_takes_back_its_own_word_where_another_follows() -> None:
    """One confirmed the word that the other took back: what was confirmed holds in both."""
    with open_listed(Q, T) as database:
        resolve_entries(database)
        Sayer(database).say("same", Q, T)
        first = export(database)
        undo(database, 1, IDA)
        ours = export(database)
    with open_listed(Q, T) as database:
        resolve_entries(database)
        take(database, first)
        decide(database, "same", find_row(database, Q), find_row(database, T), BOB)
        theirs = export(database)
        assert count(take(database, ours)) == (1, 1, 0, 0)
        assert rows(database, HOLDING) == [(2, "same")]
        both = export(database)
    with open_listed(Q, T) as database:
        resolve_entries(database)
        take(database, ours)
        assert count(take(database, theirs)) == (1, 1, 0, 0)
        assert rows(database, HOLDING) == [(3, "same")]
        assert count(take(database, both)) == (0, 3, 0, 0)


@pytest.mark.parametrize("said", [[], ["unsure"]])
def test_a_retraction_of_what_was_never_there_is_told(said: list[Word]) -> None:
    """Whether anything was said of the two or not."""
    with open_listed(Q, T) as database:
        resolve_entries(database)
        Sayer(database).say("same", Q, T)
        undo(database, 1, IDA)
        (_, retraction) = export(database)
    with open_listed(Q, T) as database:
        resolve_entries(database)
        for word in said:
            Sayer(database).say(word, Q, T)
        ((line, error),) = take(database, [retraction]).refused
        assert line == 1
        assert isinstance(error, NothingToRetract)


def test_what_a_retraction_takes_back_is_not_forgotten() -> None:
    """Pages that are taken down take what was quoted of them, and no word's place in the log."""
    with open_listed(Q, T) as database:
        resolve_entries(database)
        sayer = Sayer(database)
        unsure = sayer.say("unsure", Q, T)
        first = export(database)
        undo(database, unsure, BOB)
        retraction = export(database)[-1]
    with open_listed(Q, T) as database:
        resolve_entries(database)
        take(database, first)
        held = decide(database, "same", find_row(database, Q), find_row(database, T), BOB)
        take(database, [retraction])
        forget_decisions(database, [], [Q.key, T.key])
        resolve_entries(database, is_whole=True)
        assert rows(database, HOLDING) == [(held, "same")]
        assert [each.evidence for each in export(database)[:2]] == [{}, {}]
