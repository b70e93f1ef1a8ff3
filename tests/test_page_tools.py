"""The list of tools: narrowed, put in order, a hundred on a page."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from datasette.app import Datasette

from publish.routing import name_data
from tests.publishing import TALLY, ask, open_app
from versusdb.files import DATABASE, open_for_writing


def list_tools(app: Datasette, query: str = "") -> list[dict[str, Any]]:
    """Return the rows of the page as JSON."""
    rows: list[dict[str, Any]] = ask(app, f"/tools.json{query}").json()["answers"]["tools"]["rows"]
    return rows


def test_each_tool_says_what_it_is(app: Datasette) -> None:
    """A row leads to the tool, and tells category, tagline, verdict, share and numbers."""
    page = unescape(ask(app, "/tools").text)
    row = page[page.index(f'href="/tool/{TALLY}"') :].partition("</tr>")[0]
    words = re.sub(r"<[^>]+>", "|", row)
    for said in ("Developer Tools", "Counts what your agents spend", "|50 to 75|", "|2|"):
        assert said in words
    assert 'class="badge' in row
    (tally,) = (row for row in list_tools(app) if row["tool_id"] == TALLY)
    assert (tally["entries"], tally["comparisons"], tally["quotes"]) == (2, 2, 7)
    assert tally["last_seen_at"] == "2026-05-02T06:01:00Z"


@pytest.mark.parametrize(
    ("query", "tools"),
    [
        ("?words=QUILL", ["Quill & Co"]),
        ("?category=data", ["Millrace"]),
        ("?verdict=skip&words=quill", ["Quill & Co"]),
        ("?verdict=ship&words=quill", []),
        ("?category=dat", []),
        ("?words=%25", []),
    ],
)
def test_conditions_narrow_the_tools(app: Datasette, query: str, tools: list[str]) -> None:
    """A part of the name, a whole category and a verdict narrow; all must hold."""
    assert [row["tool"] for row in list_tools(app, query)] == tools
    page = ask(app, f"/tools{query}").text
    assert page.count('<tr><td data-label="Name"') == len(tools)
    assert ("No tool fits." in page) != bool(tools)


@pytest.mark.parametrize(
    ("sort", "column"),
    [("panel_share", "highest_pct"), ("quotes", "quotes"), ("last_seen", "last_seen_at")],
)
def test_order_is_the_chosen_one(app: Datasette, sort: str, column: str) -> None:
    """The most comes first, what has nothing last; by name where nothing known is chosen."""
    values = [row[column] for row in list_tools(app, f"?sort={sort}")]
    stated = [value for value in values if value is not None]
    assert stated == sorted(stated, reverse=True)
    assert values[: len(stated)] == stated
    names = [row["tool"].lower() for row in list_tools(app, "?sort=nonsense")]
    assert names == sorted(names)


def test_pages_follow_each_other(app: Datasette, monkeypatch: pytest.MonkeyPatch) -> None:
    """Next and previous keep the conditions; beyond the last page is a way back."""
    monkeypatch.setattr("publish.pages.tools.ROWS", 3)
    first = ask(app, "/tools?sort=quotes").text
    assert 'href="/tools?sort=quotes&amp;start=3" rel="next"' in first
    assert 'rel="prev"' not in first
    second = ask(app, "/tools?sort=quotes&start=3").text
    assert 'href="/tools?sort=quotes" rel="prev"' in second
    assert [row["tool"] for row in list_tools(app, "?start=3")] == [
        row["tool"] for row in list_tools(app)[3:]
    ]
    for start in ("500", "9" * 40):
        assert "no tools so far on" in ask(app, f"/tools?start={start}").text
    assert len(list_tools(app, "?start=-1")) == len(list_tools(app, "?start=x")) == 8


def test_strangers_words_are_text(app: Datasette) -> None:
    """Names and categories of the data and of the address run nothing."""
    page = ask(app, "/tools?words=%22%3E%3Cscript%3E&category=%22%3E%3Cscript%3E").text
    assert "<script" not in page
    assert "<script" not in ask(app, "/tools").text


def test_all_ways_to_the_tools_lead_here(app: Datasette) -> None:
    """Menu, home and the crumbs of a tool lead to the page; a database cannot take its place."""
    assert ask(app, "/").text.count('href="/tools">Tools</a>') == 2
    assert ask(app, f"/tool/{TALLY}").text.count('href="/tools">Tools</a>') == 2
    assert name_data("tools") == "tools-data"
    assert ask(app, "v1_tools").status_code == 200


def test_empty_database_has_no_tools(tmp_path: Path) -> None:
    """Before the first run the page says so."""
    path = tmp_path / "x.db"
    open_for_writing(path, DATABASE).close()
    with open_app(path) as app:
        assert "Nothing has been read yet." in ask(app, "/tools").text
