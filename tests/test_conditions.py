"""Conditions on the rows of a view: numbers are numbers, and what means nothing is refused."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest
from datasette.app import Datasette
from datasette.filters import Filters

from tests.publishing import ask, list_rows


@pytest.mark.parametrize(
    ("condition", "number"),
    [
        ("=75", 3),
        ("=abc", 0),
        ("=75 %25", 0),
        ("__gt=50", 5),
        ("__in=75,100", 5),
        ("__not=75", 4),
        ("__notin=75,100", 2),
    ],
)
def test_percentages_are_narrowed_like_numbers(app: Datasette, condition: str, number: int) -> None:
    """A percentage is a number in conditions, and in cells has its sign."""
    found = list_rows(app, f"v1_entries?panel_ship_pct{condition}")
    assert len(found) == number
    if found:
        assert (
            f"{found[0]['panel_ship_pct']}\N{NO-BREAK SPACE}%</td>"
            in ask(app, f"v1_entries?panel_ship_pct{condition}").text
        )


@pytest.mark.parametrize(
    ("condition", "number"),
    [
        ("v1_tools?entry_count=2", 1), ("v1_tools?entry_count__not=2", 7),
        ("v1_tools?entry_count__in=2,3", 1), ("v1_tools?entry_count__in=[2]", 1),
        ("v1_tools?entry_count__notin=2", 7), ("v1_decisions?holds=1", 1),
        ("v1_entries?comparison_count=2", 3), ("v1_entries?slug=2", 0),
        ("v1_tools?entry_count=" + "2" * 30, 0), ("v1_tools?entry_count__in=" + "2" * 30, 0),
    ],
)  # fmt: skip
def test_number_that_a_view_computes_can_be_asked_for(
    app: Datasette, condition: str, number: int
) -> None:
    """What stands in a cell is found by it, also where the view has counted it."""
    assert len(list_rows(app, condition)) == number


@pytest.mark.usefixtures("app")
def test_text_of_digits_is_found_by_them() -> None:
    """A name or slug that is a number is a text still, whoever computes it."""
    filters = Filters([("slug", "007"), ("slug__not", "8"), ("slug__in", "007,x")])
    sql, values = filters.build_where_clauses("x")
    found = "SELECT count(*) FROM (SELECT coalesce('007', '') AS slug) WHERE "
    with closing(sqlite3.connect(":memory:")) as connection:
        assert connection.execute(found + " AND ".join(sql), values).fetchone() == (1,)


@pytest.mark.parametrize(
    ("condition", "number"),
    [
        ("entry_count__gt=1.5", 1), ("entry_count__gte=2", 1), ("entry_count__lt=1.5", 7),
        ("entry_count__lte=-1", 0), ("entry_count__gt=-1", 8), ("entry_count=1.0", 7),
        ("panel_ship_pct_max__gt=99.5", 2), ("first_seen_at__gt=2026", 8),
        ("entry_count__gt=15e-1", 1), ("entry_count__gt=15E-1", 1), ("entry_count=2.", 1),
        ("entry_count__gte=%202", 1),
        ("entry_count__lt=.5", 0), ("entry_count__in=[2.0]", 1), ("entry_count__in=2e0,7", 1),
        ("first_seen_at__lt=2026", 0), ("name__gt=T", 2), ("entry_count__notin=1.0", 1),
    ],
)  # fmt: skip
def test_more_and_less_go_by_what_stands_in_the_cell(
    app: Datasette, condition: str, number: int
) -> None:
    """Computed numbers are compared as numbers, also with fractions and signs; texts as texts."""
    assert len(list_rows(app, f"v1_tools?{condition}")) == number


@pytest.mark.parametrize(
    ("condition", "told"),
    [
        ("nope=1", "There is no column “nope” here; there are quote_id"),
        ("nope__gt=1", "no column “nope”"), ("nope__notnull=1", "no column “nope”"),
        ("_nope__gt=1", "no column “_nope”"), ("rowid=1", "no column “rowid”"),
        ("score__foo=1", "There is no comparison “foo”; there are exact, not,"),
        ("score__=1", "no comparison “”"), ("__gt=1", "no column “”"),
        ("_search=abc", "ask /search?q= instead"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("form", ["", ".json", ".csv"])
def test_condition_that_means_nothing_is_refused(
    app: Datasette, condition: str, told: str, form: str
) -> None:
    """A mistyped name is no condition that all rows fulfil, or none."""
    answer = ask(app, f"v1_quotes{form}?{condition}")
    assert answer.status_code == 400
    assert told in (answer.json()["error"] if form == ".json" else answer.text)


def test_list_within_a_list_is_refused(app: Datasette) -> None:
    """What is no text and no number is told, before SQLite is asked."""
    answer = ask(app, 'v1_quotes.json?score__in=[["1"]]')
    assert answer.status_code == 400
    assert "as what it stands for, texts and numbers" in answer.json()["error"]


def test_rows_of_a_table_can_be_named_by_their_number(app: Datasette) -> None:
    """A table without a key of its own has one."""
    assert ask(app, "entries_fts?rowid=1").status_code == 200
