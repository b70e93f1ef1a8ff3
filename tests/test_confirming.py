"""Confirming: an unchanged page costs one row, and gives what reading it in full would."""

from __future__ import annotations

import os
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from sqlite_utils import Database

from db.confirming import confirm_pages
from db.held import hold_pages
from db.issues import note_problem
from db.loading import list_unknown, load_readings
from db.settling import settle_all
from parsers.reading import parse_page
from parsers.records import Issue, Reading, Snapshot, Unknown
from scraper.times import format_time, read_clock
from tests.drifting import read, select, write_pages
from tests.observing import (
    A,
    B,
    Observation,
    load,
    make_database,
    number,
    observe,
    read_content,
    rows,
    start_run,
)
from tests.pages import write_html
from tests.repeating import PAGES, at, list_observations, read_by
from versusdb.bugs import Parse
from versusdb.demo_server import serve_demo_site
from versusdb.ingesting import Settings, ingest
from versusdb.progress import show_progress
from versusdb.reports import Outcome
from versusdb.working import Tools


def compute_all(database: Database) -> dict[str, list[dict[str, Any]]]:
    """Return the content as it is computed from all observations at once."""
    start_run(database)
    settle_all(database)
    return read_content(database)


def check_equal(seen: Sequence[tuple[int, int]], cuts: Sequence[int], readers: str) -> None:
    """Load pages on days, a batch up to each cut, with and without confirming."""
    listed = list_observations(seen)
    last: dict[int, Observation] = {}
    with make_database() as full, make_database() as confirmed, make_database() as fresh:
        for start, stop, reader in zip([0, *cuts], [*cuts, len(listed)], readers, strict=False):
            batch = listed[start:stop]
            last |= {o[0].archive_id: read_by(o, reader) for o, _ in batch}
            load(full, [read_by(o, reader) for o, _ in batch], reader=reader)
            pairs = [(observation[0], same) for observation, same in batch if same is not None]
            left = confirm_pages(confirmed, start_run(confirmed, reader), pairs)
            rest = [read_by(o, reader) for o, same in batch if same is None or o[0] in left]
            load(confirmed, rest, reader=reader)
            assert read_content(confirmed) == read_content(full) == compute_all(confirmed)
        load(fresh, list(last.values()))
        assert read_content(confirmed) == read_content(fresh)
        for database in (full, confirmed):
            load(database, [at(PAGES[0], 5, 99)], reader="1")
            load(database, [observation for observation, _ in listed], reader="3")
            assert rows(database, "PRAGMA foreign_key_check") == []
        assert read_content(confirmed) == read_content(full)


@settings(max_examples=40)
@given(st.data())
def test_confirming_equals_reading_in_full(data: st.DataObject) -> None:
    """Whatever is observed, in whatever order: the content is that of full readings."""
    # Few pages and days, so that they meet.
    some = st.lists(st.integers(0, len(PAGES) - 1), min_size=2, max_size=4, unique=True)
    one = st.tuples(st.sampled_from(data.draw(some, "pages")), st.integers(1, 5))
    seen = data.draw(st.lists(one, min_size=2, max_size=24), "observations")
    cuts = data.draw(st.lists(st.integers(0, len(seen)), max_size=4), "cuts")
    check_equal(seen, sorted(cuts), data.draw(st.text("12", min_size=5, max_size=5), "readers"))


@pytest.mark.parametrize(
    ("seen", "cuts"),
    [
        ([(0, 1), (2, 1), (2, 2)], [2]),  # another reading in the second of the one confirmed
        ([(0, 1), (2, 4), (0, 3), (2, 2)], [3]),  # between two others, confirmed by a later one
        ([(12, 1), (1, 2), (12, 3)], [1, 2]),  # what was derived is stated
        ([(0, 1), (12, 2)], [1]),  # what was stated is derived otherwise
        ([(0, 1), (2, 2), (9, 3)], [1, 2]),  # another page shows what had ended
        ([(0, 2), (2, 5), (2, 3)], [1, 2]),  # the newest but for its like
        ([(0, 1), (2, 2), (0, 3), (2, 4)], [1, 2, 3]),  # what had ended and came back ends again
        ([(0, 1), (9, 1), (2, 2), (0, 2)], [2, 3]),  # two of one second end nothing of each other
        ([(2, 1), (11, 1), (0, 2), (2, 2)], [2, 3]),
        ([(4, 1), (0, 2), (4, 3)], [1, 2]),  # an issue comes back
        ([(4, 1), (0, 5), (0, 3)], [1, 2]),  # an issue was resolved earlier
        ([(9, 2), (10, 1), (0, 3), (9, 4)], [1, 2, 3]),  # an entry's page comes late
    ],
)
def test_what_looks_like_nothing_new_may_change_something(
    seen: list[tuple[int, int]], cuts: list[int]
) -> None:
    """An observation is only dated where it can change nothing else."""
    check_equal(seen, cuts, "1111")


@pytest.mark.parametrize(
    ("seen", "cuts", "readers"),
    [
        ([(0, 1), (0, 1)], [1], "12"),
        ([(0, 1), (0, 1)], [1], "21"),
        ([(0, 1), (0, 2), (0, 3), (0, 2)], [1, 3], "112"),  # one of three that shared a reading
        ([(0, 2), (0, 2), (1, 4)], [1], "12"),  # read again, and changed in the same batch
        ([(4, 1), (9, 1), (4, 1), (9, 3)], [2], "12"),
    ],
)
def test_another_reading_touches_only_its_own_observation(
    seen: list[tuple[int, int]], cuts: list[int], readers: str
) -> None:
    """What one observation is read as anew, those that shared its reading are not."""
    check_equal(seen, cuts, readers)


def confirm(reader: str = "r1", **changes: object) -> bool:
    """Tell whether a page that was read by r1 is confirmed a day later, when this differs."""
    with make_database() as database:
        load(database, number([observe([A, B], 1)]))
        snapshot = replace(at(PAGES[0], 2, 2)[0], **changes)
        left = confirm_pages(database, start_run(database, reader), [(snapshot, 1)])
        (count,) = rows(database, "SELECT count(*) FROM v1_snapshots")[0]
        assert (count, left) in ((1, [snapshot]), (2, []))
        return not left


def test_unchanged_page_is_one_row() -> None:
    """A confirmation adds a snapshot and nothing else, and the views count and date it."""
    with make_database() as database:
        load(database, number([observe([A, B], 1)]))
        tables = ("readings", "sightings", "cards", "card_quotes", "entry_versions")
        count = ", ".join(f"(SELECT count(*) FROM {table})" for table in tables)
        before = rows(database, f"SELECT {count}")
        assert confirm_pages(database, start_run(database), [(at(PAGES[0], 2, 2)[0], 1)]) == []
        assert rows(database, f"SELECT {count}") == before
        dated = "SELECT DISTINCT substr(first_seen_at, 9, 2), substr(last_seen_at, 9, 2) FROM v1_"
        for view in ("entries", "quotes", "comparisons", "tools"):
            assert rows(database, dated + view) == [("01", "02")]
        assert rows(database, "SELECT DISTINCT sighting_count FROM v1_quotes") == [(2,)]
        assert rows(database, "SELECT count(*) FROM v1_sightings") == [(20,)]


@pytest.mark.parametrize(
    "changes",
    [
        {"reader": "r2"},
        {"content_type": "text/html; charset=iso-8859-1"},
        {"sha256": "0" * 64},
        {"address": "https://shiporskip.io/compare/another"},
        {"site": "mirror.example"},
    ],
    ids=lambda changes: next(iter(changes)),
)
def test_what_may_read_otherwise_is_read(changes: dict[str, str]) -> None:
    """Only the same bytes, address, site, type and reader are known to give the same reading."""
    assert confirm()
    assert not confirm(**changes)


@pytest.mark.parametrize("code", ["reader_timeout", "discarded"])
def test_what_was_not_read_confirms_nothing(code: str) -> None:
    """A page that was given up or discarded is read again when it comes again."""
    snapshot, _ = observe([A, B], 1)
    given_up = Unknown(source="x", issues=(Issue(code=code, field="", message="no"),))
    with make_database() as database:
        load(database, number([(snapshot, Reading(given_up, "none"))]))
        again = at(PAGES[0], 2, 2)[0]
        assert confirm_pages(database, start_run(database), [(again, 1)]) == [again]
        assert confirm_pages(database, start_run(database), [(again, 77)]) == [again]


def test_held_page_is_not_confirmed() -> None:
    """What a refused run read is not loaded by another way."""
    with make_database() as database:
        load(database, number([observe([A, B], 1)]))
        run, again = start_run(database), at(PAGES[0], 2, 2)[0]
        hold_pages(database, run, [2])
        assert confirm_pages(database, run, [(again, 1)]) == [again]


def test_confirmation_keeps_issues_open_and_resolves_those_of_fetching() -> None:
    """An unchanged page has the issues that it had, and is no longer out of reach."""
    spoiled = observe([A, B], 1, write_html([A, B]).replace(">75%<", ">7%<"))
    again, other = at(spoiled, 3, 2)[0], at(PAGES[3], 3, 4)[0]
    with make_database() as database:
        load(database, number([spoiled, at(PAGES[3], 2, 2)]))
        run = start_run(database)
        note_problem(
            database, run, code="timeout", source="x", address=again.address, message="too slow",
            at="2026-05-02T00:00:00Z",
        )  # fmt: skip
        pages = [(replace(again, archive_id=3), 1), (other, 2)]
        assert confirm_pages(database, run, pages) == []
        assert list_unknown(database, [3, 4]) == {4}
        issues = "SELECT DISTINCT stage, substr(last_seen_at, 9, 2), resolved_at FROM v1_issues"
        assert sorted(rows(database, issues)) == [
            ("fetch", "02", "2026-05-03T12:00:00Z"), ("parse", "03", None),
        ]  # fmt: skip


def test_confirmations_can_follow_each_other() -> None:
    """A page confirms what was itself only confirmed, within a batch and after it."""
    nights: list[tuple[Snapshot, int]] = [(at(PAGES[0], day, day)[0], day - 1) for day in (2, 3, 4)]
    with make_database() as database:
        load(database, number([observe([A, B], 1)]))
        run = start_run(database)
        assert confirm_pages(database, run, nights[:2]) == []
        assert confirm_pages(database, run, nights[2:]) == []
        load_readings(database, run, [at(PAGES[2], 5, 5)])
        ended = "SELECT count(*) FROM v1_sightings WHERE valid_to = '2026-05-05T12:00:00Z'"
        assert rows(database, ended) == [(4,)]


def test_second_crawl_reads_no_page(tmp_path: Path) -> None:
    """A site that shows what it showed is not parsed again, and all of it is seen once more."""

    def crawl(origin: str, parse: Parse) -> Outcome:
        options = Settings(
            sources=(f"{origin}/",), allow_hosts=("127.0.0.1",), delay=0.0, max_pages=3
        )
        with show_progress("Reading") as progress:
            return ingest(tmp_path / "x.db", options, Tools(progress=progress, parse=parse))

    def refuse(body: bytes, **_: object) -> Reading:
        raise AssertionError(body)

    with serve_demo_site() as origin:
        first = crawl(origin, parse_page)
        began = format_time(read_clock())
        while format_time(read_clock()) == began:  # one second is one observation
            time.sleep(0.01)
        second = crawl(origin, refuse)
    assert (first.run.counts.pages_unchanged, second.run.counts.pages_unchanged) == (0, 3)
    for things in ("snapshots", "sightings"):
        assert second.content[things] == 2 * first.content[things]
    assert second.content["quotes"] == first.content["quotes"]


def test_saved_pages_of_another_day_are_unchanged_too(tmp_path: Path) -> None:
    """A file is known by its bytes, whatever it is called: seen again, it costs one row."""
    path, pages = tmp_path / "x.db", write_pages(tmp_path / "pages", 3)
    for day, name in enumerate(("again", "renamed"), start=1):
        read(path, pages)
        pages = pages.rename(tmp_path / name)
        for page in pages.iterdir():
            os.utime(page, (1_777_032_000 + 86_400 * day,) * 2)
    counts = read(path, pages).run.counts
    assert (counts.pages_fetched, counts.pages_unchanged) == (3, 3)
    seen = "SELECT (SELECT count(*) FROM readings), count(*) FROM snapshots"
    assert select(path, seen) == [(3, 9)]
    assert select(path, "SELECT DISTINCT sighting_count FROM v1_quotes") == [(3,)]
