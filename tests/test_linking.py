"""Cards without a slug, and words of several critics: whose they are follows from what was seen."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from itertools import permutations
from typing import TypeAlias

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from sqlite_utils import Database

from db.keys import name_key
from db.recomputing import list_wrong
from db.settling import settle_all
from parsers.records import Comparison, Issue, Quote, Reading, Snapshot, ToolCard
from tests.observing import (
    Observation,
    gone,
    load,
    make_database,
    number,
    read_content,
    rows,
    start_run,
)

Words: TypeAlias = tuple[str, str | None]
Side: TypeAlias = tuple[str, str | None, int, tuple[Words, ...]]

SITE = "reviews.example"
BARE = name_key(SITE, "Fen", "Drains")
WORDS: list[Words] = [
    ("It holds.", None), ("It holds.", "Ada"), ("It  holds.", "Bo"), ("“No”, I said.", "Ada"),
    ('"No", I said.', None),
]  # fmt: skip


def observe(sides: Sequence[Side], day: int, *, spoiled: int = 0) -> Observation:
    """Return a page that shows these sides; a card at the spoiled position cannot be read."""
    tools, quotes = [], []
    for position, (name, slug, pct, words) in enumerate(sides, start=1):
        tools.append(
            ToolCard(position=position, slug=slug, name=name, tagline="Drains", panel_ship_pct=pct)
        )
        quotes += [
            Quote(position=position, seat=seat, reviewer=reviewer, text=text)
            for seat, (text, reviewer) in enumerate(words, start=1)
        ]
    issues = (Issue(code="odd", field=f"tools.{spoiled}.name", message="odd"),) if spoiled else ()
    said = repr((sides, spoiled)).encode()
    digest = hashlib.sha256(said).hexdigest()
    url = f"https://{SITE}/compare/{digest[:2]}"
    record = Comparison(
        source=url, url=url, site=SITE, title="x", tools=tuple(tools), quotes=tuple(quotes),
        issues=issues,
    )  # fmt: skip
    snapshot = Snapshot(
        archive_id=0, sha256=digest, source=url, address=url, site=SITE,
        observed_at=f"2026-05-{day:02}T12:00:00Z", status=200, content_type="text/html",
    )  # fmt: skip
    return snapshot, Reading(record, "lxml")


def recompute(database: Database) -> object:
    start_run(database)
    settle_all(database)
    return read_content(database)


names = st.sampled_from(["Fen", "Rill"])
slugs = st.sampled_from([None, None, "fen", "fen-2"])
words = st.lists(st.sampled_from(WORDS), max_size=2).map(tuple)
sides = st.tuples(names, slugs, st.sampled_from([50, 75]), words)
pages = st.builds(
    observe, st.lists(sides, min_size=2, max_size=2), st.integers(1, 3),
    spoiled=st.sampled_from([0, 0, 0, 1]),
)  # fmt: skip


@settings(max_examples=60)
@given(st.data())
def test_order_does_not_matter(data: st.DataObject) -> None:
    """Whichever comes first, slug or no slug, name or no name: the same content in the end."""
    seen = data.draw(st.lists(pages, min_size=1, max_size=7), "observations")
    order = data.draw(st.permutations(number(seen)))
    cuts = sorted(data.draw(st.lists(st.integers(0, len(order)), max_size=3)))
    with make_database() as reference, make_database() as database:
        load(reference, number(seen))
        for start, stop in zip([0, *cuts], [*cuts, len(order)], strict=True):
            load(database, order[start:stop])
        content = read_content(database)
        assert content == read_content(reference)
        assert list(list_wrong(database)) == []
        assert content == recompute(database)
        assert rows(database, "PRAGMA foreign_key_check") == []
        assert rows(database, "SELECT count(*) FROM card_quotes WHERE quote_id IS NULL") == [(0,)]


@settings(max_examples=40)
@given(st.lists(pages, min_size=2, max_size=6, unique_by=lambda o: o[0].sha256), st.data())
def test_what_is_taken_back_leaves_no_trace(seen: list[Observation], data: st.DataObject) -> None:
    """Read again and found to be nothing, a page is as if it had never shown what it did."""
    numbered = number(seen)
    back = data.draw(st.sets(st.integers(0, len(numbered) - 1)), "taken back")
    now = [gone(o) if n in back else o for n, o in enumerate(numbered)]
    with make_database() as reference, make_database() as database:
        load(reference, now)
        load(database, numbered)
        load(database, [now[n] for n in sorted(back)], reader="r2")
        content = read_content(database)
        assert content == read_content(reference)
        assert content == recompute(database)


def test_slug_is_met_later_or_earlier() -> None:
    """An entry without a slug becomes the one that alone shows its name; its old id leads there."""
    bare = ("Fen", None, 75, (WORDS[0],)), ("Rill", None, 50, ())
    with_slug = ("Fen", "fen", 75, (WORDS[1],)), ("Rill", "rill", 50, ())
    text, page = observe(bare, 1), observe(with_slug, 2)
    for order in ([text, page], [page, text]):
        with make_database() as database:
            for batch in number(order):
                load(database, [batch])
            assert rows(database, "SELECT slug, comparison_count FROM v1_entries") == [
                ("fen", 1), ("rill", 1),
            ]  # fmt: skip
            (alias,) = rows(database, f"SELECT * FROM v1_entry_aliases WHERE old_entry_id='{BARE}'")
            assert rows(database, "SELECT entry_id FROM v1_entries WHERE slug = 'fen'") == [
                alias[1:]
            ]
            quotes = "SELECT reviewer, sighting_count, substr(first_seen_at, 9, 2) FROM v1_quotes"
            assert rows(database, quotes) == [("Ada", 2, "01")]
            assert rows(database, "SELECT count(*) FROM v1_comparisons") == [(1,)]


def test_entries_may_be_computed_one_by_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """A card goes over to an entry that is computed long before or after the one it leaves."""
    monkeypatch.setattr("db.computing.ENTRIES_AT_ONCE", 1)
    other: Side = ("Rill", "rill", 50, ())
    seen = [
        observe([("Fen", slug, 75, (WORDS[0],)), other], day)
        for day, slug in enumerate((None, "fen", "fen-2"), start=1)
    ]
    for order in permutations(number(seen)):
        with make_database() as database:
            for batch in order:
                load(database, [batch])
            content = read_content(database)
            assert content == recompute(database)
            assert len(content["quotes"]) == 3
            load(database, [gone(number(seen)[2])], reader="r2")
            assert rows(
                database,
                "SELECT slug, sighting_count FROM v1_quotes JOIN v1_entries USING (entry_id)",
            ) == [("fen", 2)]


def test_one_name_under_two_slugs_is_nobodys() -> None:
    """A card that may be of two entries is one of its own, and an issue until it is clear."""
    other: Side = ("Rill", "rill", 50, ())
    bare = observe([("Fen", None, 75, (WORDS[0],)), other], 1)
    first = observe([("Fen", "fen", 75, ()), other], 2)
    second = observe([("Fen", "fen-2", 75, ()), other], 3)
    listed = number([bare, first, second])
    issues = "SELECT stage, code, field, found FROM v1_issues WHERE stage = 'load'"
    with make_database() as database:
        run = load(database, listed)
        assert run.counts.issues == 1
        assert rows(database, "SELECT count(*) FROM v1_entries WHERE name = 'Fen'") == [(3,)]
        assert rows(database, issues) == [("load", "entry_ambiguous", "tools.1.slug", "fen, fen-2")]
        load(database, [gone(listed[2])], reader="r2")
        assert rows(database, "SELECT count(*) FROM v1_entries WHERE name = 'Fen'") == [(1,)]
        assert rows(database, issues) == []


@example([0, 1, 2])
@given(st.permutations([0, 1, 2]))
@settings(max_examples=6)
def test_two_critics_with_the_same_words_are_two_quotes(order: list[int]) -> None:
    """Words that two critics say are two quotes; said without a name, they are the first one's."""
    other: Side = ("Rill", "rill", 50, ())
    said = [observe([("Fen", "fen", 75, (WORDS[n],)), other], n + 1) for n in (0, 1, 2)]
    with make_database() as database:
        for batch in [number(said)[n] for n in order]:
            load(database, [batch])
        quotes = "SELECT reviewer, sighting_count FROM v1_quotes ORDER BY reviewer"
        assert rows(database, quotes) == [("Ada", 2), ("Bo", 1)]
        issues = "SELECT code, field, found FROM v1_issues"
        assert rows(database, issues) == [("reviewer_ambiguous", "tools.1.quotes", "Ada, Bo")]


def test_a_later_critic_takes_nobodys_id() -> None:
    """The quote that was there keeps its id when another critic is named for the same words."""
    other: Side = ("Rill", "rill", 50, ())
    bo = observe([("Fen", "fen", 75, (WORDS[2],)), other], 1)
    ada = observe([("Fen", "fen", 75, (WORDS[1],)), other], 2)
    for order in (number([bo, ada]), number([bo, ada])[::-1]):
        with make_database() as database:
            load(database, number([bo]))
            before = rows(database, "SELECT quote_id FROM v1_quotes")
        with make_database() as database:
            for batch in order:
                load(database, [batch])
            found = "SELECT quote_id FROM v1_quotes WHERE reviewer = 'Bo'"
            assert rows(database, found) == before


def test_words_are_printed_as_they_were_last() -> None:
    """Of two printings of the same words, the latest is shown, in whatever order they came."""
    said = [observe([("Fen", "fen", 75, (WORDS[n],)), name_other(n)], n) for n in (3, 4)]
    said.append(observe([("Fen", "fen", 75, (WORDS[3],)), name_other(5)], 5))
    for order in permutations(number(said)):
        with make_database() as database:
            for batch in order:
                load(database, [batch])
            assert rows(database, "SELECT text FROM v1_quotes") == [(WORDS[3][0],)]


def test_what_several_critics_have_said_is_never_settled() -> None:
    """A page more may be the first of a critic, or one more that names nobody: each counts."""
    ada, bo, nobody = WORDS[1], WORDS[2], WORDS[0]
    first = [(ada, 1, 1), (bo, 1, 2)]
    for later in ([(nobody, 2, 3), (nobody, 3, 4)], *([(bo, 1, n)] for n in range(3, 11))):
        listed = [
            observe([("Fen", "fen", 75, (words,)), name_other(n)], day)
            for words, day, n in [*first, *later]
        ]
        seen = number(listed)
        with make_database() as reference, make_database() as database:
            load(reference, seen)
            for batch in seen:
                load(database, [batch])
            content = read_content(database)
            assert content == read_content(reference)
            assert content == recompute(database)


def name_other(number: int) -> Side:
    """Return a card to stand beside, on a page of its own."""
    return (f"Rill {number}", f"rill-{number}", 50, ())
