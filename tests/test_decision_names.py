"""A decision by a name is on the entry that the name means today, wherever it was said, and when.

Which one that is follows from the cards that are there, as it does for a card without a slug.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import suppress
from itertools import permutations
from typing import cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from sqlite_utils import Database

from db.keys import name_key, slug_key
from db.resolving.deciding import Author, decide, list_decisions, list_for_file, undo
from db.resolving.decisions import Decision, Name, Word, find_entry, read_name
from db.resolving.listing import list_overruled
from db.resolving.resolver import resolve_entries
from db.resolving.standing import Contradiction
from db.resolving.taking import Taken, list_missing, take_decisions
from db.resolving.verifying import list_wrong_tools
from tests.listed import list_tools, observe_text
from tests.observing import A, B, C, gone, load, make_database, number, observe, rows

SITE = "shiporskip.io"
BARE, TWIN = replace(A, slug=None), replace(A, slug="tintype-2")
N = name_key(SITE, A.name, A.tagline)
A_KEY, B_KEY, C_KEY, TWIN_KEY = (slug_key(SITE, str(each.slug)) for each in (A, B, C, TWIN))
# A card without a slug, two entries that show its name, one of them under another line later.
PAGES = number(
    [
        observe_text([BARE, B], 1), observe([A, B], 2), observe([TWIN, C], 3), observe([C, B], 4),
        observe([replace(A, tagline="Sleeps in another bed"), C], 5),
    ]
)  # fmt: skip
BARE_PAGE, A_PAGE, TWIN_PAGE, OTHERS_PAGE, LATER_PAGE = range(5)
HOLDING = "SELECT word, entry_a_id, entry_b_id FROM v1_decisions WHERE holds"
SAME = Decision(
    word="same", one=Name(SITE, None, A.name, A.tagline), other=Name(SITE, C.slug), evidence={},
    decided_by="ida", decided_at="2026-06-01T00:00:00Z",
)  # fmt: skip


def read(database: Database, places: Iterable[int]) -> None:
    """Read pages one by one, and resolve after each; nothing is left to be found out."""
    for place in places:
        load(database, [PAGES[place]])
        resolve_entries(database)
        assert list(list_wrong_tools(database)) == []


def drop(database: Database, place: int) -> None:
    """Read a page anew, by a reader that finds nothing on it."""
    load(database, [gone(PAGES[place])], reader="r2")
    resolve_entries(database)
    assert list(list_wrong_tools(database)) == []


def take(database: Database, decisions: Sequence[Decision]) -> Taken:
    taken = take_decisions(database, list(enumerate(decisions, start=1)))
    assert list(list_wrong_tools(database)) == []
    return taken


def find_key(database: Database) -> str | None:
    """Return the id of the entry that the word holds of beside the other; None while it waits."""
    ((_, *keys),) = rows(database, HOLDING)
    assert C_KEY in keys or None in keys
    return next((key for key in keys if key not in {None, C_KEY}), None)


@pytest.mark.parametrize("order", [*permutations([BARE_PAGE, A_PAGE, TWIN_PAGE, LATER_PAGE])])
def test_a_name_is_found_anew_with_every_page(order: tuple[int, ...]) -> None:
    """Of one slug that shows it, it is that entry; of two, the card's without a slug, or none."""
    with make_database() as database:
        read(database, [OTHERS_PAGE])
        take(database, [SAME])
        seen = set[int]()
        for place in order:
            read(database, [place])
            seen.add(place)
            slugs = [key for page, key in ((A_PAGE, A_KEY), (TWIN_PAGE, TWIN_KEY)) if page in seen]
            own = N if BARE_PAGE in seen else None
            assert find_key(database) == (slugs[0] if len(slugs) == 1 else own)


@pytest.mark.parametrize("order", [*permutations([BARE_PAGE, A_PAGE, TWIN_PAGE])])
def test_a_name_is_found_anew_when_a_page_shows_it_no_more(order: tuple[int, ...]) -> None:
    """Also where the entry stays, for another page shows it under another line."""
    with make_database() as database:
        read(database, range(len(PAGES)))
        take(database, [SAME])
        assert find_key(database) == N
        left = {BARE_PAGE, A_PAGE, TWIN_PAGE}
        for place in order:
            drop(database, place)
            left.remove(place)
            slugs = [key for page, key in ((A_PAGE, A_KEY), (TWIN_PAGE, TWIN_KEY)) if page in left]
            own = N if BARE_PAGE in left else None
            assert find_key(database) == (slugs[0] if len(slugs) == 1 else own)
        assert find_entry(database, A_KEY)


def test_a_name_and_a_slug_that_are_one_entry_until_it_shows_the_name_no_more() -> None:
    """Nothing held of the two while they were one; the word is found when they are two."""
    with make_database() as database:
        read(database, [A_PAGE, LATER_PAGE])
        take(database, [replace(SAME, word="different", other=Name(SITE, A.slug))])
        assert rows(database, HOLDING) == []
        drop(database, A_PAGE)
        assert rows(database, HOLDING) == [("different", None, A_KEY)]


def test_a_file_that_comes_before_the_second_slug() -> None:
    """The word goes with the name, as it does where it was said."""
    with make_database() as live, make_database() as early:
        read(live, [BARE_PAGE, OTHERS_PAGE, A_PAGE, TWIN_PAGE])
        decide(live, "same", *find_rows(live, N, C_KEY), Author("ida", SAME.decided_at))
        file = list_for_file(live)
        read(early, [OTHERS_PAGE, A_PAGE])
        assert len(take(early, file).added) == 1
        assert find_key(early) == A_KEY
        read(early, [BARE_PAGE, TWIN_PAGE])
        assert list_tools(early) == list_tools(live) == {frozenset({A.name, str(C.slug)})}
        assert list_for_file(early) == file
        assert take(early, file).known == [1]


def test_a_database_made_anew_from_an_export_that_was_written_between() -> None:
    """The name had one slug then, and has two now."""
    with make_database() as live, make_database() as new:
        read(live, [BARE_PAGE, OTHERS_PAGE])
        decide(live, "same", *find_rows(live, N, C_KEY), Author("ida", SAME.decided_at))
        read(live, [A_PAGE])
        file = list_for_file(live)
        assert list_tools(live) == {frozenset({str(A.slug), str(C.slug)})}
        read(live, [TWIN_PAGE])
        read(new, [TWIN_PAGE, A_PAGE, OTHERS_PAGE, BARE_PAGE])
        take(new, file)
        assert list_tools(new) == list_tools(live) == {frozenset({A.name, str(C.slug)})}


def test_words_of_one_second_on_a_name_and_on_a_slug_are_two() -> None:
    """Where both are one entry, a file that has both has said both: they may be two tomorrow."""
    words = [SAME, replace(SAME, one=Name(SITE, A.slug))]
    with make_database() as database:
        read(database, [OTHERS_PAGE, A_PAGE])
        assert take(database, words).added == [1, 2]
        assert take(database, words).known == [1, 2]
        gone = {"word": "same", "decided_by": "ida", "decided_at": SAME.decided_at}
        back = replace(words[1], word="retracted", evidence={"retracts": gone}, decided_by="bob")
        assert take(database, [back, back]).added == [1]
        assert rows(database, "SELECT decision_id FROM v1_decisions WHERE holds") == [(1,)]
        assert take(database, [back]).known == [1]


def check_sides(database: Database) -> None:
    """Each side of a decision that holds is what the decision names, and the entry of that."""
    sql = """
    SELECT one, other, site_a, slug_a, name_a, entry_a_id, site_b, slug_b, name_b, entry_b_id
    FROM v1_decisions JOIN decisions USING (decision_id) WHERE holds
    """
    for one, other, *told in rows(database, sql):
        named = [read_name(one), read_name(other)]
        found = [find_entry(database, name.find_key()) for name in named]
        should = [
            (name.site, name.slug, *_name_today(database, entry_id, name.name))
            for name, entry_id in zip(named, found, strict=True)
        ]
        assert [tuple(told[:4]), tuple(told[4:])] == sorted(should, key=lambda side: side[3] or "")


def _name_today(
    database: Database, entry_id: int | None, name: str | None
) -> tuple[str | None, str | None]:
    if entry_id is None:
        return name, None
    ((today, key),) = rows(database, f"SELECT name, key FROM entries WHERE entry_id = {entry_id}")
    return today, key


@pytest.mark.parametrize("order", [*permutations([BARE_PAGE, A_PAGE, TWIN_PAGE])])
@pytest.mark.parametrize("is_missing", [False, True])
def test_sides_of_a_decision_are_told_of_one_entry_each(
    order: tuple[int, ...], is_missing: bool
) -> None:
    """Site, slug, name and id are of the same one, whichever id is the smaller then and today."""
    others = [Name(SITE, "gone" if is_missing else slug) for slug in (A.slug, B.slug, C.slug)]
    said = [
        replace(SAME, word="different", other=other, decided_at=f"2026-06-01T00:00:0{second}Z")
        for second, other in enumerate(others)
    ]
    with make_database() as database:
        read(database, [OTHERS_PAGE])
        take(database, said)
        for place in order:
            read(database, [place])
            check_sides(database)


def find_rows(database: Database, one: str, other: str) -> tuple[int, int]:
    found = find_entry(database, one), find_entry(database, other)
    assert found[0] is not None
    assert found[1] is not None
    return found[0], found[1]


acts = st.tuples(
    st.sampled_from(["same", "same", "different", "unsure", "undo"]),
    st.integers(0, 9),
    st.integers(1, 9),
)


def act(database: Database, kind: str, first: int, second: int, author: Author) -> None:
    """Say a word of two of the entries, or take one back; what cannot be done is left."""
    if kind == "undo":
        sql = "SELECT decision_id FROM v1_decisions WHERE holds ORDER BY decision_id"
        for (decision_id,) in rows(database, sql)[-1:]:
            with suppress(Contradiction):
                undo(database, decision_id, author)
        return
    ids = [entry_id for (entry_id,) in rows(database, "SELECT entry_id FROM entries ORDER BY key")]
    one, other = ids[first % len(ids)], ids[(first + second) % len(ids)]
    if one != other:
        with suppress(Contradiction):
            decide(database, cast("Word", kind), one, other, author)


@settings(max_examples=25, deadline=None)
@given(
    st.permutations(range(len(PAGES))), st.permutations(range(len(PAGES))),
    st.lists(st.lists(acts, max_size=3), min_size=5, max_size=5),
    st.integers(0, 5), st.sampled_from([1, 20]),
)  # fmt: skip
def test_whoever_has_the_pages_and_the_words_has_the_tools(
    order: list[int], another: list[int], said: list[list[tuple[str, int, int]]], when: int,
    pace: int,
) -> None:  # fmt: skip
    """Whatever was said between which pages, and whenever another database takes it in."""
    with make_database() as live, make_database() as early, make_database() as new:
        second = 0
        for place, words in zip(order, said, strict=True):
            read(live, [place])
            for word in words:
                act(live, *word, Author("ida", f"2026-06-01T00:00:{second // pace:02}Z"))
                second += 1
        assert list(list_wrong_tools(live)) == []
        check_sides(live)
        file = list_for_file(live)
        numbered = list(enumerate(file, start=1))
        read(new, another)
        taken = take(new, file)
        assert list_tools(new) == list_tools(live)
        if not list_overruled(live):
            assert taken.refused == []
            assert [each for _, each in list_decisions(new)] == file
        read(early, another[:when])
        take(early, file)
        read(early, another[when:])
        take(early, file)
        assert list_tools(early) == list_tools(live)
        if not list_overruled(live):
            assert list_missing(early, numbered) == []
        exported = list_for_file(early)
        assert len(take(early, exported).known) == len(exported)
