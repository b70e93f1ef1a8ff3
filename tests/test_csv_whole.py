"""A CSV of a page has exactly its rows, in its order, or there is none."""

from __future__ import annotations

import csv
import re
import sqlite3
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import closing
from io import StringIO
from pathlib import Path
from urllib.parse import urlencode

import pytest
from datasette.app import Datasette

from bench.serve.content import Size
from bench.serve.filling import fill_database
from publish.arranging import ARRANGEMENTS
from publish.restricting import hide_options
from tests.publishing import ask, open_app

SIZE = Size(entries=60, comparisons=200, quotes=1_500, days=5)
ENDLESS = "with recursive n(i) as (select 1 union all select i + 1 from n) select i from n"
WAYS = {"_sort": "ASC", "_sort_desc": "DESC"}


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Datasette]:
    """Build the app on a database that has many ties, with pages of a few rows."""
    path = tmp_path_factory.mktemp("whole") / "x.db"
    fill_database(path, SIZE)
    with open_app(path) as app:
        app.max_returned_rows = 100
        yield app


def read_csv(app: Datasette, address: str) -> list[tuple[str, ...]]:
    """Return the rows of a CSV, its header first."""
    answer = ask(app, address)
    assert answer.status_code == 200, answer.text
    return [tuple(row) for row in csv.reader(StringIO(answer.text, newline=""))]


def select(app: Datasette, sql: str, values: Sequence[object] = ()) -> list[tuple[str, ...]]:
    """Return what SQLite finds in a live file, as a CSV has it."""
    with closing(sqlite3.connect(Path(app.get_database().path))) as connection:
        connection.set_authorizer(hide_options)
        return [
            tuple("" if cell is None else str(cell) for cell in row)
            for row in connection.execute(sql, values)
        ]


def list_sortable(app: Datasette, view: str) -> list[str]:
    """Return the columns by which a view's page offers to sort."""
    head = ask(app, view).text.partition("<thead>")[2].partition("</thead>")[0]
    return sorted(set(re.findall(r"_sort(?:_desc)?=(\w+)", head)))


def list_choices(app: Datasette, view: str) -> list[tuple[str, object]]:
    """Return each facet that a view's page shows, with each of its values."""
    facets = ask(app, f"{view}.json?_facet_size=max&_size=1").json()["facet_results"]
    assert set(facets) == set(ARRANGEMENTS[view].facets)
    return [(name, each["value"]) for name, facet in facets.items() for each in facet["results"]]


@pytest.mark.parametrize("view", ARRANGEMENTS)
def test_csv_has_the_rows_of_its_view_in_any_order(app: Datasette, view: str) -> None:
    """Sorted by any column that the page offers, either way, a view's CSV is whole and sorted."""
    header, *rows = read_csv(app, f"{view}.csv?_stream=on")
    expected = Counter(select(app, f"SELECT * FROM {view}"))
    assert Counter(rows) == expected
    for column in list_sortable(app, view):
        place = header.index(column)
        for key, way in WAYS.items():
            _, *rows = read_csv(app, f"{view}.csv?_stream=on&{key}={column}")
            assert Counter(rows) == expected, (column, way)
            in_order = select(app, f"SELECT {column} FROM {view} ORDER BY {column} {way}")
            assert [(row[place],) for row in rows] == in_order, (column, way)


@pytest.mark.parametrize("view", [name for name, a in ARRANGEMENTS.items() if a.facets])
def test_csv_has_the_rows_under_each_facet(app: Datasette, view: str) -> None:
    """Under each value of each facet of the page, in either order, a view's CSV is whole."""
    choices = list_choices(app, view)
    assert choices
    for name, value in choices:
        expected = Counter(select(app, f"SELECT * FROM {view} WHERE {name} = ?", (value,)))
        assert expected
        for key in WAYS:
            query = urlencode({name: value, key: ARRANGEMENTS[view].sort})
            _, *rows = read_csv(app, f"{view}.csv?_stream=on&{query}")
            assert Counter(rows) == expected, query


@pytest.mark.parametrize("order", ["", "_sort=score", "_sort_desc=score", "_sort_desc=verdict"])
def test_pages_one_after_the_other_have_all_rows(app: Datasette, order: str) -> None:
    """Who goes from page to page, over ties, sees each row once."""
    seen: list[tuple[str, ...]] = []
    following: str | None = "0"
    while following is not None:
        found = ask(app, f"v1_quotes.json?_size=97&_next={following}&_nofacet=1&{order}").json()
        seen += [tuple("" if cell is None else str(cell) for cell in row) for row in found["rows"]]
        following = found["next"]
    assert Counter(seen) == Counter(select(app, "SELECT * FROM v1_quotes"))


def test_page_offers_its_csv_whole(app: Datasette) -> None:
    """The CSV that a page links has all rows, from whichever of its pages one takes it."""
    for page in ("v1_quotes?verdict=skip", "v1_quotes?verdict=skip&_next=50"):
        (address,) = re.findall(r'href="([^"]+\.csv[^"]*)"', ask(app, page).text)
        _, *rows = read_csv(app, address.replace("&amp;", "&"))
        (number,) = select(app, "SELECT count(*) FROM v1_quotes WHERE verdict = 'skip'")
        assert number == (str(len(rows)),)


def test_csv_of_a_question_is_whole(app: Datasette) -> None:
    """More rows than a page may show are no reason to leave some out of a question's CSV."""
    address = "?sql=select+snapshot_id+from+v1_sightings"
    page = ask(app, address).text
    assert "The first 100 rows" in page
    (link,) = re.findall(r'href="([^"]+\.csv[^"]*)"', page)
    _, *rows = read_csv(app, link.replace("&amp;", "&"))
    assert Counter(rows) == Counter(select(app, "SELECT snapshot_id FROM v1_sightings"))
    header, *rows = read_csv(app, "quotes_with_word.csv?word=the&critic=The+Skeptic")
    assert "score" in header
    assert len(rows) > 100


def test_too_long_a_view_offers_no_order(app: Datasette) -> None:
    """A view that cannot be sorted while one waits offers no order, and refuses one in words."""
    assert list_sortable(app, "v1_quotes")
    assert list_sortable(app, "v1_sightings") == []
    for address in ("v1_sightings?_sort=place", "v1_sightings.csv?_sort_desc=place"):
        answer = ask(app, address)
        assert answer.status_code == 400
        assert "Cannot sort table by place" in answer.text


def test_csv_says_how_long_it_is(app: Datasette) -> None:
    """A download that broke off is told from a whole one by the length that was announced."""
    answer = ask(app, "v1_quotes.csv")
    assert int(answer.headers["content-length"]) == len(answer.content)
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert answer.headers["content-disposition"] == 'attachment; filename="v1_quotes.csv"'


def test_page_of_rows_is_given_where_it_is_asked_for(app: Datasette) -> None:
    """An address that names a size or a place gets these rows and no others."""
    _, *rows = read_csv(app, "v1_quotes.csv?_size=3&_sort=quote_id")
    assert rows == select(app, "SELECT * FROM v1_quotes ORDER BY quote_id LIMIT 3")


def test_csv_that_would_be_too_large_is_refused(
    app: Datasette, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What comes to more than the limit is an error that says so, and not a part of it."""
    monkeypatch.setitem(app._settings, "max_csv_mb", 1)
    sql = f"{ENDLESS.replace('select i from', 'select hex(zeroblob(400)) from')} limit 3000"
    answer = ask(app, f"/x.csv?{urlencode({'sql': sql})}")
    assert answer.status_code == 400
    assert "larger than 1 MB" in answer.text


def test_csv_that_takes_too_long_is_refused(
    app: Datasette, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is not read in time is an error that says so, and not the rows until then."""
    monkeypatch.setattr("publish.exporting.TIME_LIMIT_MS", 1)
    answer = ask(app, "v1_sightings.csv?_stream=on")
    assert answer.status_code == 400
    assert "took longer than 1 ms" in answer.text


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("v1_nothing.csv", 404),
        ("v1_quotes.csv?_sort=nothing", 400),
        ("/x.csv?sql=select+nothing+from+v1_quotes", 400),
        ("/x.csv?sql=delete+from+quotes", 400),
        ("entries.csv?_stream=on", 400),
        ("/nowhere.csv?sql=select+1", 404),
    ],
)
def test_wrong_address_is_no_csv(
    app: Datasette, capfd: pytest.CaptureFixture[str], address: str, status: int
) -> None:
    """What cannot be answered is told to the one who asked, with a status, and to nobody else."""
    answer = ask(app, address)
    assert answer.status_code == status
    assert answer.headers["content-type"].startswith("text/html")
    assert capfd.readouterr() == ("", "")
