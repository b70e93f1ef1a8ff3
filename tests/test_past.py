"""What runs are compared with, where some of them have read pages again."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from sqlite_utils import Database

from db.coverage import FieldTotal, Group
from db.drift import list_latest
from db.ledger import open_run
from db.past import Past, read_past
from tests.observing import make_database

GROUP = Group("shiporskip.io", "comparison", "html")
INSERT = "INSERT INTO coverage VALUES (?, ?, ?, ?, 'tools.tagline', ?, 100, ?, 'x', NULL, NULL, ?)"


@pytest.fixture
def database() -> Iterator[Database]:
    """A database of six nights of twenty pages, of which the first stated a field half as often."""
    with make_database() as database:
        for number in range(6):
            add(database, "ingest", 20, 100 if number else 50)
        yield database


def add(
    database: Database, command: str, pages: int, filled: int, judgement: str = "loaded"
) -> int:
    """Add a run that stated a field so many times of a hundred."""
    run = open_run(
        database,
        command=command,
        started_at="2026-06-01T00:00:00Z",
        settings={},
        code_version="0",
        reader_version="r1",
    )
    with database.atomic():
        row = (run.run_id, GROUP.site, GROUP.kind, GROUP.medium, pages, filled, judgement)
        database.conn.execute(INSERT, row)
    return run.run_id


def look_back(database: Database, *, is_again: bool = False) -> FieldTotal:
    """Return what the next run is compared with."""
    now = FieldTotal(
        field="tools.tagline", pages=20, slots=100, filled=0, landmark="x", sample=None
    )
    past: dict[str, Past] = read_past(database, GROUP, 99, [now], is_again=is_again)
    pool = past["tools.tagline"].pool
    assert pool is not None
    return pool


@pytest.mark.parametrize("command", ["reparse", "issues"])
def test_reading_again_is_no_measure_of_a_night(database: Database, command: str) -> None:
    """All that is in the archive does not make up for what a site states now."""
    before = look_back(database)
    night = list_latest(database)
    add(database, command, 5000, 10)
    assert (look_back(database), before.filled) == (before, 500)
    assert list_latest(database) == night


def test_what_was_accepted_is_the_measure(database: Database) -> None:
    """The operator's word holds, whichever command it was given with."""
    add(database, "reparse", 5000, 10, "accepted")
    pool = look_back(database)
    assert (pool.pages, pool.filled) == (5000, 10)


def test_where_there_is_nothing_else_it_is_the_measure() -> None:
    """A database that was made anew protects itself from its first night on."""
    with make_database() as database:
        run_id = add(database, "reparse", 5000, 90)
        assert look_back(database).filled == 90
        assert [judged.run_id for judged in list_latest(database)] == [run_id]


def test_reading_again_is_compared_with_all_of_them(database: Database) -> None:
    """It reads the pages of every run, also of those that are no measure any more."""
    assert (look_back(database, is_again=True).pages, look_back(database).pages) == (120, 100)
