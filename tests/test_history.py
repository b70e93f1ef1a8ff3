"""History: a pure function of what was observed, whatever the order of arrival."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from parsers.reading import parse_page
from parsers.records import Comparison
from tests.observing import (
    A,
    B,
    C,
    load,
    make_database,
    number,
    observe,
    read_content,
    rows,
)
from tests.pages import review, write_html, write_text

A2 = replace(A, price="Paid", ships=(True, True, False, False))
STATES = [
    observe([A, B], 1),
    observe([A2, B], 2),
    observe([A, B], 3),
    observe([A2, C], 2),
    observe([A, C], 4, write_html([A, C]).replace(review(A, 1), "Changed my mind about it.")),
    observe([A, B], 5, "<h1>A page that is no comparison</h1>"),
    observe([A, B], 6, write_html([A, B]).replace(">75%<", ">7%<")),
    observe([A, B], 6, write_html([A, B]).replace(review(B, 0), "")),
    observe([A, B], 3, write_html([A, B]).replace(review(A, 1), "Changed my mind about it.")),
    observe([A, B], 6, write_html([A, B]).replace(">75%<", ">8%<")),
]


@settings(max_examples=40)
@given(st.data())
def test_order_of_arrival_does_not_matter(data: st.DataObject) -> None:
    """Any order, any split into batches and runs, any repetition: the same content."""
    order = data.draw(st.permutations(STATES))
    cuts = sorted(data.draw(st.lists(st.integers(0, len(order)), max_size=3)))
    with make_database() as reference, make_database() as database:
        load(reference, number(STATES))
        numbered = number(order)
        for start, stop in zip([0, *cuts], [*cuts, len(order)], strict=True):
            load(database, numbered[start:stop])
        assert read_content(database) == read_content(reference)
        assert rows(database, "PRAGMA foreign_key_check") == []


@settings(max_examples=25)
@given(st.lists(st.sampled_from([5, 6, 7, 9]), unique=True))
def test_a_failed_page_ends_nothing(failed: list[int]) -> None:
    """Pages that were not visited, or not read cleanly, end no quote."""
    with make_database() as database:
        load(database, number([observe([A, B], 1), *(STATES[index] for index in failed)]))
        assert rows(database, "SELECT count(*) FROM v1_quotes WHERE valid_to IS NOT NULL") == [(0,)]


def test_history_goes_there_and_back() -> None:
    """A, B, A are three versions, and they never overlap."""
    with make_database() as database:
        load(database, number([observe([A, B], 1), observe([A2, B], 2), observe([A, B], 3)]))
        history = rows(
            database,
            "SELECT entry_price, panel_ship_pct, substr(valid_from, 9, 2), substr(valid_to, 9, 2) "
            "FROM v1_entry_history WHERE name = 'Tintype' ORDER BY valid_from",
        )
        assert history == [
            ("Free", 75, "01", "02"), ("Paid", 50, "02", "03"), ("Free", 75, "03", None),
        ]  # fmt: skip


def test_quote_ends_when_its_page_no_longer_shows_it() -> None:
    """A quote ends only when the same page was read later without it, and may come back."""
    other = write_html([A, B]).replace(review(A, 1), "Changed my mind about it.")
    with make_database() as database:
        load(database, number([observe([A, B], 1), observe([A, C], 1)]))
        load(database, number([observe([A, B], 2, other)], 3))
        ended = "SELECT substr(valid_to, 9, 2) FROM v1_quotes WHERE text LIKE 'Skeptic on Tintype%'"
        assert rows(database, ended) == [(None,)]  # the other page still shows it
        later = write_html([A, C]).replace(review(A, 1), "Changed my mind about it.")
        run = load(database, number([observe([A, C], 3, later)], 4))
        assert rows(database, ended) == [("03",)]
        assert run.counts.quotes_ended == 1
        load(database, number([observe([A, B], 4)], 5))
        assert rows(database, ended) == [(None,)]


def test_poorer_rendering_blanks_nothing() -> None:
    """What a rendering does not carry it says nothing about; derived never displaces stated."""
    snapshot, _ = observe([A, B], 2)
    body = write_text([A, B]).encode()
    poor = parse_page(body, source="x.txt", host="shiporskip.io", address=snapshot.address,
                      content_type="text/plain")  # fmt: skip
    assert isinstance(poor.record, Comparison)
    assert poor.record.tools[0].derived
    with make_database() as database, make_database() as richer:
        load(richer, number([observe([A, B], 1)]))
        load(database, number([observe([A, B], 1), (snapshot, poor)]))
        for view in ("entry_history", "quote_history"):
            assert read_content(database)[view] == read_content(richer)[view]


def test_one_moment_ends_nothing() -> None:
    """Two versions of a page of one second show what either of them shows."""
    other = write_html([A, B]).replace(review(A, 1), "Changed my mind about it.")
    with make_database() as database:
        load(database, number([observe([A, B], 1), observe([A, B], 1, other)]))
        assert rows(database, "SELECT count(*), count(valid_to) FROM v1_quotes") == [(9, 0)]
        assert rows(database, "SELECT count(*) FROM v1_quote_history") == [(9,)]


def test_quote_ends_though_the_other_card_could_not_be_read() -> None:
    """A card that cannot be read does not hide what its page says of the other tool."""
    fewer = write_html([A, B]).replace(review(A, 1), "Changed my mind about it.")
    spoiled = fewer.replace(">50%<", ">500%<")
    ended = "SELECT substr(valid_to, 9, 2) FROM v1_quotes WHERE text LIKE 'Skeptic on Tintype%'"
    with make_database() as database:
        load(database, number([observe([A, B], 1), observe([A, B], 2, spoiled)]))
        assert rows(database, ended) == [("02",)]


def test_run_counts_what_it_changed() -> None:
    """A run counts against what it met, however its pages were batched."""
    changed = write_html([A2, B]).replace(review(A, 1), "Changed my mind about it.")
    states = number([observe([A, B], 2), observe([A2, B], 3, changed), observe([A, B], 4)])
    with make_database() as database:
        load(database, states[:1])
        run = load(database, states[1:2], states[2:])
        assert (run.counts.entries_changed, run.counts.quotes_ended) == (1, 0)
        # One was scored otherwise, and one had ended.
        assert run.counts.quotes_changed == 2
        again = load(database, number([observe([A, B], 1)], 9))
        assert (again.counts.entries_changed, again.counts.entries_added) == (0, 0)
        assert again.counts.entries_ended is None
