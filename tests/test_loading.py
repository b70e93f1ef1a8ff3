"""Loading: each thing once, with its issues and its source."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from db.issues import note_problem, resolve_unmet
from db.ledger import Run
from db.loading import list_read, load_readings
from db.sites import Terms, state_terms
from parsers.reading import parse_page
from parsers.records import Comparison, Issue, Reading
from parsers.sites.shiporskip_io import SITE
from parsers.views import list_views
from tests.observing import (
    VIEWS,
    A,
    B,
    C,
    load,
    make_database,
    number,
    observe,
    read_content,
    rows,
    start_run,
)
from tests.pages import Card, write_html, write_text


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


def test_better_reader_rewrites_without_a_change() -> None:
    """A snapshot read again by a newer reader replaces what the older one said."""
    snapshot, reading = observe([A, B], 1)
    assert isinstance(reading.record, Comparison)
    wrong = replace(reading.record.tools[0], category="Misread")
    worse = Reading(replace(reading.record, tools=(wrong, reading.record.tools[1])), "lxml")
    with make_database() as database, make_database() as reference:
        load(reference, number([(snapshot, reading)]))
        load(database, number([(snapshot, worse)]))
        assert not list_read(database, "r2")
        run = load(database, number([(snapshot, reading)]), reader="r2")
        assert read_content(database) == read_content(reference)
        assert run.counts.entries_changed == 0
        assert set(list_read(database, "r2")) == {1}


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
    """A reading issue is open until the same page is read later without it."""
    with make_database() as database:
        load(database, number([observe([A, B], 6, write_html([A, B]).replace(">75%<", ">7%<"))]))
        opened = "SELECT code, substr(resolved_at, 9, 2) FROM v1_issues"
        assert ("votes_disagree", None) in rows(database, opened)
        load(database, number([observe([A, B], 7, "<h1>Sorry</h1>")], 2))
        assert ("votes_disagree", None) in rows(database, opened)
        load(database, number([observe([A, B], 8)], 3))
        assert {resolved for _, resolved in rows(database, opened)} == {"08"}


def test_issue_is_resolved_by_the_address_it_came_from() -> None:
    """A page that fails is mended by a later one from there, whatever address it gives itself."""
    asked = "https://shiporskip.io/compare/a-vs-b?ref=x"
    listed = number([observe([A, B], 1, "<h1>Sorry</h1>"), observe([A, B], 2)])
    failed, good = [(replace(snapshot, address=asked), read) for snapshot, read in listed]
    # As it is where nothing on the page tells its address.
    failed = failed[0], replace(failed[1], record=replace(failed[1].record, url=None))
    for order in ((failed, good), (good, failed)):
        with make_database() as database:
            for observation in order:
                load(database, [observation])
            resolved = "SELECT code, url, substr(resolved_at, 9, 2) FROM v1_issues"
            assert rows(database, resolved) == [("not_a_comparison", asked, "02")]
            load(database, [(good[0], failed[1])], reader="r2")
            assert rows(database, "SELECT resolved_at FROM v1_issues") == [(None,)]


def test_two_issues_on_one_field_make_no_other_reading() -> None:
    """Read again by another reader and found the same, a page keeps its reading."""
    ((snapshot, reading),) = number([observe([A, B], 1)])
    issues = tuple(Issue(code="odd", field="page.odd", message=text) for text in ("one", "two"))
    same = [(snapshot, replace(reading, record=replace(reading.record, issues=issues)))]
    with make_database() as database:
        load(database, same)
        before = rows(database, "SELECT reading_id, reader_version FROM readings")
        load(database, same, reader="r2")
        assert before == [(1, "r1")]
        assert rows(database, "SELECT reading_id, reader_version FROM readings") == [(1, "r2")]


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


def test_fetch_issue_is_resolved_by_a_run_that_does_not_meet_it() -> None:
    """A source is mended when a later run went through it; one with another problem is not."""

    def meet(run: Run, code: str, source: str, at: str) -> None:
        note_problem(
            database, run, code=code, source=source, address=None, message="it is not", at=at
        )

    with make_database() as database:
        first = start_run(database)
        for source in ("mended.html", "busy.html", "typo.html"):
            meet(first, "missing", source, "2026-05-31T00:00:00Z")
        later = start_run(database)
        meet(later, "unreadable", "busy.html", "2026-06-01T00:00:00Z")
        named = ["mended.html", "busy.html"]
        resolve_unmet(
            database,
            lambda _, subject, has_others: subject in named and not has_others,
            "2026-06-01T00:00:09Z",
        )
        resolved = "SELECT subject, resolved_at FROM issues WHERE resolved_at IS NOT NULL"
        assert rows(database, resolved) == [("mended.html", "2026-06-01T00:00:09Z")]


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


def test_way_back_leads_to_the_block() -> None:
    """A sighting's place is the block of the archived page that shows the name or the words."""
    page = write_html([A, B])
    snapshot, reading = observe([A, B], 1, page)
    views = list_views(page.encode(), snapshot.content_type, SITE.landmarks, frozenset())
    (blocks,) = (view.blocks for view in views if view.reader == reading.reader)
    with make_database() as database:
        load(database, number([(snapshot, reading)]))
        named = rows(
            database,
            "SELECT place, name FROM v1_sightings JOIN v1_entries ON subject_id = entry_id",
        )
        said = rows(
            database, "SELECT place, text FROM v1_sightings JOIN v1_quotes ON subject_id = quote_id"
        )
    assert (len(named), len(said)) == (2, 8)
    assert all(blocks[place].text == text for place, text in [*named, *said])
