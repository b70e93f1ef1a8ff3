"""The pages of changes: which runs changed something, and what one run changed."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from datasette.app import Datasette
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlite_utils import Database

from db.changes import list_changes
from db.ledger import open_run
from db.loading import load_readings
from publish.asking import find_question
from tests.observing import A, B, C, load, make_database, number, observe
from tests.publishing import TALLY, ask, open_app
from tests.repeating import PAGES, at
from versusdb.files import DATABASE, open_for_writing

ADDRESSES = [str(snapshot.address).partition("?")[0] for snapshot, _ in PAGES]
# Nights on each of which a page is read once, whatever it shows.
NIGHTS = st.lists(
    st.lists(
        st.integers(0, len(PAGES) - 1), min_size=1, max_size=3, unique_by=lambda n: ADDRESSES[n]
    ),
    min_size=2,
    max_size=4,
)


def select(database: Database, name: str, run_id: int) -> list[dict[str, Any]]:
    """Return the rows of a stored query on a run."""
    return list(database.query(find_question(name).sql, {"run": str(run_id)}))


def list_told(database: Database, run_id: int) -> set[tuple[Any, ...]]:
    """List what the page tells of a run but for what is of an earlier day."""
    told: set[tuple[Any, ...]] = set()
    for row in select(database, "run_entries_changed", run_id):
        told.add((row["how"], row["entry_id"], row["field"], row["before"], row["after"]))
    for name, how in (("run_entries_new", "new"), ("run_quotes_ended", "ended")):
        key = "entry_id" if name == "run_entries_new" else "quote_id"
        told |= {(how, row[key]) for row in select(database, name, run_id)}
    for name in ("run_quotes_new", "run_quotes_changed"):
        told |= {(row["how"], row["quote_id"]) for row in select(database, name, run_id)}
    return {each for each in told if each[0] != "earlier"}


def list_true(database: Database, run_id: int) -> set[tuple[Any, ...]]:
    """List the same from all observations; where a critic sits, and how derived, is no part."""
    true: set[tuple[Any, ...]] = set()
    for change in list_changes(database, [run_id]):
        fields = {name: pair for name, pair in change.fields.items() if name != "seat"}
        if change.how == "earlier":
            continue
        if change.subject == "entry" and change.how != "new":
            true |= {
                (change.how, change.subject_id, name, *pair)
                for name, pair in fields.items()
                if name != "derived"
            }
        elif fields or change.how not in {"changed", "known"}:
            true.add((change.how, change.subject_id))
    return true


@settings(max_examples=60)
@given(NIGHTS)
def test_night_by_night_it_is_what_the_command_tells(nights: list[list[int]]) -> None:
    """Of a crawl that reads each page once, the views tell the same as all observations do."""
    with make_database() as database:
        count = 0
        for run_id, pages in enumerate(nights, start=1):
            load(
                database,
                [at(PAGES[page], 4 * run_id + n, count + n) for n, page in enumerate(pages)],
            )
            count += len(pages)
            assert list_told(database, run_id) == list_true(database, run_id)


def test_older_page_is_no_change_of_the_site() -> None:
    """What an old archive tells of the past is set apart, and does not undo what is known."""
    days = number([observe([A, B], 9), observe([A, C], 10), at(PAGES[1], 2, 0)])
    with make_database() as database:
        for observation in days:
            load(database, [observation])
        assert {row["how"] for row in select(database, "run_entries_changed", 3)} <= {"earlier"}
        assert select(database, "run_quotes_ended", 3) == []


def test_runs_that_changed_something_are_listed(tmp_path: Path) -> None:
    """Also one that was killed and has counted nothing; one that saw nothing new is not."""
    path = tmp_path / "x.db"
    seen = number([observe([A, B], 1), observe([A, B], 2), observe([A, C], 3)])
    with closing(open_for_writing(path, DATABASE)) as database:
        load(database, [seen[0]])
        load(database, [seen[1]])
        killed = open_run(
            database, command="ingest", started_at="2026-06-02T00:00:00Z", settings={},
            code_version="0", reader_version="r1",
        )  # fmt: skip
        load_readings(database, killed, [seen[2]])
        load(database, [])
    with open_app(path) as app:
        rows = ask(app, "/changes.json").json()["answers"]["runs"]["rows"]
        assert [(row["run_id"], row["status"]) for row in rows] == [(3, "killed"), (1, "clean")]
        page = ask(app, "/changes/3").text
        assert "it was killed." in page
        assert page.count("not counted") == 5
        assert "New entries" in page
        assert "No version of an entry or a quote is known" in ask(app, "/changes/2").text


def test_run_is_told_field_by_field_with_links(app: Datasette) -> None:
    """Before and after stand side by side; each leads to its tool and to its source."""
    page = ask(app, "/changes/2").text
    words = re.sub(r"<[^>]+>", "", page)
    assert "Panel ship100 % →, then 75 %" in words
    assert "Tally by Skeptic: 71 →, then 31 ship →, then skip" in words
    assert "Tally by Futurist: 93 ship ended 2026-05-02 06:01" in words
    assert page.count(f'href="/tool/{TALLY}"') == 3
    assert page.count('href="https://reviews.example/tool/tally"') == 3
    for name in ("run_summary", "run_entries_changed", "run_quotes_changed", "run_quotes_ended"):
        assert f"/{name}?run=2" in page
    assert "versusdb changes 2" in page
    assert 'href="/changes/1" rel="prev"' in page


def test_weightiest_change_comes_first() -> None:
    """Another verdict is told first, then the panel by its distance, votes, prices, the rest."""
    fields = (
        "verdict", "panel_ship_pct", "community_votes", "entry_price", "category", "tagline",
        "ship_votes", "skip_votes", "community_ship_pct", "pricing", "name", "description",
        "homepage_url", "reviewed_on",
    )  # fmt: skip
    stated = ("ship", 80, 5, "Free", "Data", "x", *[None] * 8)
    others: dict[str, dict[str, object]] = {
        "rest": {"tagline": "y"}, "category": {"category": "Tools"}, "price": {"entry_price": "7"},
        "votes": {"community_votes": 6}, "near": {"panel_ship_pct": 79},
        "far": {"panel_ship_pct": 20}, "flip": {"verdict": "skip"},
    }  # fmt: skip
    columns = ("entry_id", "valid_from", "run_id", "derived", *fields)
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute(f"CREATE TABLE v1_entry_history ({', '.join(columns)})")
        connection.execute("CREATE TABLE v1_entries (entry_id, name, site, source_url)")
        insert = f"INSERT INTO v1_entry_history VALUES ({', '.join('?' * len(columns))})"
        for entry, change in others.items():
            first: dict[str, object] = dict(zip(fields, stated, strict=True))
            connection.execute("INSERT INTO v1_entries (entry_id, name) VALUES (?, ?)", [entry] * 2)
            for run, values in ((1, first), (2, first | change)):
                connection.execute(insert, [entry, str(run), run, "[]", *values.values()])
        told = connection.execute(find_question("run_entries_changed").sql, {"run": "2"})
        assert [row[0] for row in told] == list(others)[::-1]


def test_weightiest_quote_comes_first() -> None:
    """Another verdict is told first, then the scores by how far they went."""
    scored = {"near": (51, "ship"), "far": (99, "ship"), "flip": (49, "skip")}
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.executescript("""
            CREATE TABLE v1_quote_history (
                quote_id, valid_from, valid_to, run_id, reviewer, score, verdict
            );
            CREATE TABLE v1_snapshots (run_id, observed_at);
            CREATE TABLE v1_entries (entry_id, name);
            CREATE TABLE v1_quotes (quote_id, entry_id, text, source_url);
            INSERT INTO v1_entries VALUES ('e', 'Tally');
        """)
        for quote, (score, verdict) in scored.items():
            connection.execute(
                "INSERT INTO v1_quotes (quote_id, entry_id) VALUES (?, 'e')", [quote]
            )
            for run, values in ((1, (50, "ship")), (2, (score, verdict))):
                row = (quote, str(run), "2", run, "A", *values)
                connection.execute("INSERT INTO v1_quote_history VALUES (?, ?, ?, ?, ?, ?, ?)", row)
        told = connection.execute(find_question("run_quotes_changed").sql, {"run": "2"})
        assert [row[11] for row in told] == ["flip", "far", "near"]


def test_counts_are_those_of_the_ledger(app: Datasette) -> None:
    """The list of runs and the page of one say what the run counted itself."""
    runs = ask(app, "/changes.json").json()["answers"]["runs"]["rows"]
    names = ("entries_added", "entries_changed", "quotes_added", "quotes_changed", "quotes_ended")
    assert [tuple(row[name] for name in names) for row in runs] == [
        (0, 1, 0, 1, 1), (9, 0, 29, 0, 0),
    ]  # fmt: skip
    summary = ask(app, "/changes/2.json").json()["answers"]["summary"]["rows"][0]
    assert tuple(summary[name] for name in names) == (0, 1, 0, 1, 1)
    assert summary["run_before"] == 1


def test_long_list_is_cut_and_leads_to_all(app: Datasette, monkeypatch: pytest.MonkeyPatch) -> None:
    """A page shows the first of many, says of how many, and links the rest."""
    monkeypatch.setattr("publish.pages.changes.MOST_SHOWN", 4)
    page = ask(app, "/changes/1").text
    assert "The first 4 of 29 quotes." in page
    assert "The first 4 of 9 entries." in page
    assert 'href="/versus/v1_quotes?run_id=1">All of them</a>' in page
    assert page.count('class="said"') == 4


@pytest.mark.parametrize("number", ["99", "0", "x", "1'", "9" * 40, "%3Cscript%3E"])
def test_unknown_run_is_not_found(app: Datasette, number: str) -> None:
    """A number that the ledger has not is a 404 in words, for programs too."""
    answer = ask(app, f"/changes/{number}")
    assert answer.status_code == 404
    assert "The ledger has no run by this number." in answer.text
    assert '<a href="/changes">Changes</a> · ' in answer.text
    assert "<script" not in answer.text
    assert ask(app, f"/changes/{number}.json").json()["ok"] is False


def test_hostile_words_are_shown_as_text(app: Datasette) -> None:
    """Names, categories and quotes of strangers run nothing, and no javascript: is a link."""
    page = ask(app, "/changes/1").text
    assert "&lt;script&gt;" in page
    assert "<script" not in page
    assert "<img" not in page
    assert "javascript:" not in page
    assert len(page) < 200_000


def test_empty_database_has_no_changes(tmp_path: Path) -> None:
    """Before the first run the page says so, and the feed is there."""
    path = tmp_path / "x.db"
    open_for_writing(path, DATABASE).close()
    with open_app(path) as app:
        assert "No run has changed anything yet." in ask(app, "/changes").text
        assert ask(app, "/changes.atom").status_code == 200
        assert ask(app, "/changes/1").status_code == 404
