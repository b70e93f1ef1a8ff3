"""Loading: each thing once, with its history, whatever the order of arrival."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from sqlite_utils import Database

from db.issues import note_problem
from db.ledger import Run, close_run, open_run
from db.loading import list_read, load_readings
from db.sites import Terms, state_terms
from parsers.reading import parse_page
from parsers.records import Comparison, Reading, Snapshot
from tests.pages import Card, review, write_html, write_text
from versusdb.files import DATABASE, open_for_writing

A = Card(name="Tintype", slug="tintype-2026", tagline="Photographs your logs")
B = Card(name="Gravelbed", slug="gravelbed", category="Data", ships=(True, False, True, False))
C = Card(name="Osier", slug="osier", category="Writing", ships=(False, False, True))
VIEWS = (
    "tools", "entries", "comparisons", "comparison_entries", "quotes", "entry_history",
    "quote_history", "snapshots", "sightings", "issues", "merge_queue", "entry_aliases", "sites",
)  # fmt: skip

Observation = tuple[Snapshot, Reading]


def observe(cards: Sequence[Card], day: int, page: str | None = None) -> Observation:
    """Return a page about these tools as fetched on a day of May."""
    slugs = "-vs-".join(card.slug or "x" for card in cards)
    address = f"https://shiporskip.io/compare/{slugs}"
    body = (page if page is not None else write_html(cards)).encode()
    snapshot = Snapshot(
        archive_id=0,
        sha256=hashlib.sha256(body).hexdigest(),
        source=address,
        address=address,
        site="shiporskip.io",
        observed_at=f"2026-05-{day:02}T12:00:00Z",
        status=200,
        content_type="text/html; charset=utf-8",
    )
    return snapshot, parse_page(body, source=address, address=address, content_type="text/html")


def number(observations: Sequence[Observation], start: int = 1) -> list[Observation]:
    """Give the observations rows of an archive, in their order of arrival."""
    return [(replace(s, archive_id=i), r) for i, (s, r) in enumerate(observations, start=start)]


@contextmanager
def make_database() -> Iterator[Database]:
    with TemporaryDirectory() as folder:
        database = open_for_writing(Path(folder) / "x.db", DATABASE)
        yield database
        database.close()


def start_run(database: Database, reader_version: str = "r1") -> Run:
    return open_run(
        database,
        command="ingest",
        started_at="2026-06-01T00:00:00Z",
        settings={},
        code_version="0",
        reader_version=reader_version,
    )


def load(database: Database, *batches: Sequence[Observation], reader: str = "r1") -> Run:
    run = start_run(database, reader)
    for batch in batches:
        load_readings(database, run, batch)
    close_run(database, run, status="clean", finished_at="2026-06-01T00:00:01Z")
    return run


def read_content(database: Database) -> dict[str, list[dict[str, Any]]]:
    """Return every view but the ledger, without run ids, as "same content" is defined."""
    content = {}
    for name in VIEWS:
        rows = database.query(f"SELECT * FROM v1_{name}")
        content[name] = sorted(
            ({k: v for k, v in row.items() if k != "run_id"} for row in rows), key=repr
        )
    return content


def rows(database: Database, sql: str) -> list[tuple[Any, ...]]:
    return list(database.conn.execute(sql).fetchall())


def test_each_thing_is_once() -> None:
    """An entry on two pages is one entry with two sightings; a quote likewise."""
    with make_database() as database:
        run = load(database, number([observe([A, B], 1), observe([A, C], 1)]))
        content = read_content(database)
        assert [len(content[n]) for n in ("entries", "comparisons", "quotes")] == [3, 2, 11]
        assert {q["sighting_count"] for q in content["quotes"] if "Tintype" in q["text"]} == {2}
        assert (run.counts.entries_added, run.counts.quotes_added) == (3, 11)
        assert rows(database, "PRAGMA foreign_key_check") == []


def test_loading_twice_changes_only_the_ledger() -> None:
    """The same input again changes no content and counts nothing as new."""
    batch = number([observe([A, B], 1), observe([A, C], 2)])
    with make_database() as database:
        load(database, batch)
        before = read_content(database)
        run = load(database, batch)
        assert read_content(database) == before
        counts = run.counts
        assert (counts.entries_added, counts.entries_changed, counts.quotes_added) == (0, 0, 0)


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
@given(st.lists(st.integers(0, len(STATES) - 1), unique=True))
def test_a_failed_page_ends_nothing(missing: list[int]) -> None:
    """Pages that were not visited, or not read cleanly, end no quote."""
    kept = [state for index, state in enumerate(STATES[5:]) if index not in missing]
    with make_database() as database:
        load(database, number([observe([A, B], 1), *kept]))
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


def test_better_reader_rewrites_without_a_change() -> None:
    """A snapshot read again by a newer reader replaces what the older one said."""
    snapshot, reading = observe([A, B], 1)
    assert isinstance(reading.record, Comparison)
    wrong = replace(reading.record.tools[0], category="Misread")
    worse = Reading(replace(reading.record, tools=(wrong, reading.record.tools[1])), "lxml")
    with make_database() as database, make_database() as reference:
        load(reference, number([(snapshot, reading)]))
        load(database, number([(snapshot, worse)]))
        assert list_read(database, "r2") == set()
        run = load(database, number([(snapshot, reading)]), reader="r2")
        assert read_content(database) == read_content(reference)
        assert run.counts.entries_changed == 0
        assert list_read(database, "r2") == {1}


def test_entry_without_a_slug_is_known_by_name_and_tagline() -> None:
    """Two extracts that show the same name and tagline show one entry."""
    left, right = Card(name="Fen", tagline="Drains"), Card(name="Fen", tagline="Floods")
    pages = [write_text([left, right]), write_text([left, B])]
    readings = [parse_page(page.encode(), source="x.txt") for page in pages]
    snapshot = replace(observe([A, B], 1)[0], address=None, site=None)
    with make_database() as database:
        load(
            database,
            number([(replace(snapshot, sha256=str(i) * 64), r) for i, r in enumerate(readings)]),
        )
        assert sorted(rows(database, "SELECT name, tagline FROM v1_entries")) == [
            ("Fen", "Drains"), ("Fen", "Floods"), ("Gravelbed", B.tagline),
        ]  # fmt: skip


def test_issue_is_resolved_by_a_later_clean_reading() -> None:
    """A reading issue is open until the same page is observed later without it."""
    with make_database() as database:
        load(database, number([STATES[6]]))
        opened = "SELECT code, substr(resolved_at, 9, 2) FROM v1_issues"
        assert ("votes_disagree", None) in rows(database, opened)
        load(database, number([observe([A, B], 8)], 2))
        assert {resolved for _, resolved in rows(database, opened)} == {"08"}


def test_fetch_issue_is_resolved_by_an_answer() -> None:
    """What could not be fetched is an issue until the address answers."""
    snapshot, reading = observe([A, B], 8)
    with make_database() as database:
        run = start_run(database)
        note_problem(
            database,
            run,
            code="timeout",
            source=snapshot.source,
            address=snapshot.address,
            message="too slow",
            at="2026-05-07T00:00:00Z",
        )
        load_readings(database, run, number([(snapshot, reading)]))
        assert rows(database, "SELECT stage, resolved_at IS NULL FROM v1_issues") == [("fetch", 0)]


def test_source_is_the_address_the_site_asks_for() -> None:
    """An entry with a slug is cited as its site asks; without terms, by where it was seen."""
    with make_database() as database:
        load(database, number([observe([A, B], 1)]))
        source = "SELECT source_url FROM v1_entries WHERE slug = 'gravelbed'"
        assert rows(database, source) == [
            ("https://shiporskip.io/compare/tintype-2026-vs-gravelbed",)
        ]
        words = {"name": "S", "attribution": "S panel", "terms": "cite", "terms_url": "https://s/t"}
        state_terms(
            database, [Terms(site="shiporskip.io", citation="https://s/tool/{slug}", **words)]
        )
        assert rows(database, source) == [("https://s/tool/gravelbed",)]


def test_killed_run_is_marked_by_the_next() -> None:
    """A run that never ended is known as killed."""
    with make_database() as database:
        start_run(database)
        start_run(database)
        assert rows(database, "SELECT status FROM v1_runs") == [("killed",), ("running",)]


@pytest.mark.parametrize("view", VIEWS)
def test_views_describe_themselves(view: str) -> None:
    """Every view and every column of it carries its description in the schema."""
    with make_database() as database:
        ((sql,),) = rows(database, f"SELECT sql FROM sqlite_master WHERE name = 'v1_{view}'")
        columns = [column for _, column, *_ in rows(database, f"PRAGMA table_info(v1_{view})")]
    head = sql.partition("\n) AS")[0].splitlines()
    assert " -- " in head[0]
    assert [line.split()[0].rstrip(",") for line in head[1:]] == columns
    assert all(" -- " in line for line in head[1:])
