"""What a run changed follows from what was read until then, and from nothing that comes later."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from sqlite_utils import Database

from db.changes import Change, list_changes
from db.computing import assign_quotes, compute_entry
from db.observations import Observations, read_observations, take_until
from db.repeating import is_repeated
from tests.archived import AC, FULL, KEPT, OTHER, Kept, name_page
from tests.observing import A, B, C, load, make_database, rows
from tests.pages import review, write_html, write_text
from tests.repeating import PAGES, at
from tests.test_changes import name, observe, tell

RUNS = st.lists(
    st.lists(st.tuples(st.integers(0, len(PAGES) - 1), st.integers(1, 20)), min_size=1, max_size=4),
    min_size=2,
    max_size=5,
)
# Mostly night after night the same pages, which is where little is to be computed.
NIGHTS = st.lists(st.sampled_from(range(len(PAGES))), min_size=1, max_size=3).flatmap(
    lambda pages: st.lists(st.permutations(pages), min_size=2, max_size=5).map(
        lambda nights: [
            [(page, 4 * night + place) for place, page in enumerate(each, start=1)]
            for night, each in enumerate(nights)
        ]
    )
)


def load_runs(
    database: Database, runs: Sequence[Sequence[tuple[int, int]]]
) -> Iterator[tuple[int, list[Change]]]:
    """Load pages on days, run by run, and yield after each what it changed."""
    count = 0
    for run_id, seen in enumerate(runs, start=1):
        batch = [at(PAGES[page], day, count + n) for n, (page, day) in enumerate(seen, start=1)]
        count += len(batch)
        load(database, batch)
        yield run_id, list(list_changes(database, [run_id]))


def name_all(changes: Sequence[Change]) -> list[str]:
    """Return changes without the ids of quotes, which are those of today."""
    return sorted(
        repr(replace(each, subject_id="") if each.subject == "quote" else each) for each in changes
    )


def amount_to(observed: Observations) -> object:
    """Return all that follows from what was observed and is told of a run."""
    row = compute_entry(observed, assign_quotes(observed))
    quotes = {key: (quote.text, quote.versions) for key, quote in row.quotes.items()}
    return row.versions, quotes


@settings(max_examples=60)
@given(RUNS)
def test_no_later_run_changes_it(runs: list[list[tuple[int, int]]]) -> None:
    """What is told of a run is told of it for ever, whatever old archives come after it."""
    with make_database() as database:
        for run_id, told in list(load_runs(database, runs)):
            assert name_all(list(list_changes(database, [run_id]))) == name_all(told)


@settings(max_examples=120)
@given(st.one_of(NIGHTS, RUNS))
def test_what_is_not_computed_is_the_same(runs: list[list[tuple[int, int]]]) -> None:
    """An entry that is left out because a run only repeated what was seen has no difference."""
    with make_database() as database:
        for run_id, _ in load_runs(database, runs):
            entries = [entry_id for (entry_id,) in rows(database, "SELECT entry_id FROM entries")]
            for observed in read_observations(database, entries):
                if is_repeated(observed, run_id):
                    before = take_until(observed, run_id - 1)
                    assert before is not None
                    assert amount_to(before) == amount_to(observed)


def test_a_site_seen_again_is_not_computed() -> None:
    """A run that sees known pages as they were is told from what was seen, cards that agree too."""
    # One address, another address of the same page, and another page with the same card.
    pages = [PAGES[0], PAGES[7], PAGES[9]]
    with make_database() as database:
        for night in (1, 2):
            load(database, [at(p, night, 10 * night + n) for n, p in enumerate(pages)])
        assert all(is_repeated(each, 2) for each in read_observations(database, [1, 2, 3]))
        load(database, [at(PAGES[1], 3, 99)])
        assert [is_repeated(each, 3) for each in read_observations(database, [1, 2])] == [
            False, True,
        ]  # fmt: skip


def test_an_old_archive_brings_no_news(tmp_path: Path) -> None:
    """What was known stays known: an archive of an earlier time makes nothing new or come back."""
    path = tmp_path / "x.db"
    observe(path, (KEPT[0], 5))
    observe(path, (KEPT[2], 7))
    before = tell(path, 1), tell(path, 2)
    observe(path, (KEPT[0], 1), (KEPT[2], 2), (KEPT[1], 3))
    assert {how for _, _, how in name(tell(path, 3))} == {"earlier"}
    assert (tell(path, 1), tell(path, 2)) == before
    assert ("Tintype", "quote", "ended") in name(before[1])


def test_what_had_not_ended_does_not_come_back(tmp_path: Path) -> None:
    """A quote that another page proves to have stood all the time is known to, and is not back."""
    path = tmp_path / "x.db"
    observe(path, (KEPT[0], 1))
    observe(path, (KEPT[2], 5))
    observe(path, (Kept(AC, write_html([A, C])), 3))
    assert ("Tintype", "quote", "ended") in name(tell(path, 2))
    (change,) = (e.change for e in tell(path, 3) if e.change.text == review(A, 1))
    assert (change.how, change.fields) == ("known", {})
    assert "ended" not in {how for _, _, how in name(tell(path, 1, 2, 3))}


def test_who_said_the_same_words_first_changes_no_quote(tmp_path: Path) -> None:
    """Two critics with the same words are told apart by name, whoever was seen first."""
    path = tmp_path / "x.db"
    observe(path, (Kept(KEPT[0].address, FULL.replace(review(A, 1), OTHER)), 5))
    observe(path, (Kept(KEPT[0].address, FULL.replace(review(A, 0), OTHER)), 1))
    told = {(each.change.text, each.change.how) for each in tell(path, 2)}
    assert told >= {(OTHER, "earlier"), (review(A, 1), "earlier")}
    assert {how for _, how in told} == {"earlier"}


def test_words_without_a_name_make_no_critic_another(tmp_path: Path) -> None:
    """When words that were one critic's turn out to be another's, too, the first keeps theirs."""
    path = tmp_path / "x.db"
    extract = write_text([A, B]).replace(review(A, 1), OTHER)
    observe(path, (Kept(KEPT[0].address, FULL.replace(review(A, 1), OTHER)), 5),
            (Kept(None, extract), 4))  # fmt: skip
    observe(path, (Kept(AC, write_html([A, C]).replace(review(A, 0), OTHER)), 7))
    hows = [each.change.how for each in tell(path, 2) if each.change.text == OTHER]
    assert hows == ["new"]


def test_quotes_that_no_page_had_shown_are_known_now(tmp_path: Path) -> None:
    """Of a tool whose own page alone was read, the quotes of a comparison are no news."""
    path = tmp_path / "x.db"
    osier = replace(C, slug="osier-2026", tagline="Weaves prompts")
    observe(path, (KEPT[8], 1))
    observe(path, (Kept(name_page("tintype-2026", "osier-2026"), write_html([A, osier])), 2))
    told = name(tell(path, 2))
    assert ("Osier", "quote", "known") in told
    assert ("Osier", "quote", "new") not in told
    assert ("Tintype", "quote", "new") in told


def test_an_extract_shows_the_entries_that_the_page_has(tmp_path: Path) -> None:
    """A page that says more of what an extract showed changes nothing: more is known."""
    path = tmp_path / "x.db"
    observe(path, (KEPT[6], 1))
    observe(path, (KEPT[0], 2))
    told = tell(path, 2)
    assert {(subject, how) for _, subject, how in name(told)} == {
        ("entry", "known"), ("quote", "known"),
    }  # fmt: skip
    (entry,) = (e.change for e in told if e.change.subject == "entry" and e.of.name == A.name)
    assert entry.fields["pricing"] == (None, A.pricing)
    # What was computed is stated, and the same.
    assert "verdict" not in entry.fields
    assert entry.fields["derived"] == ('["verdict", "ship_votes", "skip_votes"]', "[]")
    assert len([each for each in told if each.of.name == B.name]) == 5
