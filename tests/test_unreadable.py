"""A database that cannot be read is no empty one, and a part that is not told is no whole."""

from __future__ import annotations

import logging
import os
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from datasette.app import Datasette

from tests.publishing import ORRERY, SITE, TALLY, VALUES, ask, fill_database, open_app

SENTENCE = "The database cannot be read now. The log of the server says why."
PAGES = (
    *("", "search?q=tally", "tools", f"tool/{TALLY}", "tool/nobody", "compare?a=tally&b=orrery"),
    *(f"compare/{TALLY}/{ORRERY}", "critics", "critic/Skeptic", f"critic/{SITE}/Skeptic"),
    *(f"evidence/{VALUES['snapshot']}", "changes", "changes/1", "quality"),
)
DATA = ("", "/v1_entries", "/v1_quotes", "/critics_agree", "/pairs_waiting")
# How a page is looked up, by the view without which that cannot be.
LOOKED_UP = {
    "tool/tally": "v1_tool_aliases",
    f"compare/tally/{ORRERY}": "v1_tool_aliases",
    "critic/Skeptic": "v1_quotes",
    f"critic/{SITE}/Skeptic": "v1_quotes",
    "changes/1": "v1_runs",
    "evidence/x": "v1_sightings",
}


@pytest.fixture
def damaged(tmp_path: Path) -> Iterator[Datasette]:
    """Build the app on a database that is cut beneath it, its first page whole."""
    path = tmp_path / "x.db"
    fill_database(path)
    with open_app(path) as app:
        os.truncate(path, 4096)
        yield app


def drop_view(app: Datasette, view: str) -> None:
    """Take a view away, as in an older database."""
    with closing(sqlite3.connect(app.get_database().path)) as connection:
        connection.executescript(f"DROP VIEW {view};")


def put_json(address: str) -> str:
    """Return the address of a page as JSON."""
    path, mark, query = address.partition("?")
    return f"{path or '/'}.json{mark}{query}"


@pytest.mark.parametrize("page", [*(f"/{page}" for page in PAGES), *(f"/x{page}" for page in DATA)])
def test_database_that_cannot_be_read_is_told(
    damaged: Datasette, caplog: pytest.LogCaptureFixture, page: str
) -> None:
    """Every page and its JSON says so with 503, and a line of the log why; nobody keeps it."""
    for address in (page, put_json(page)):
        caplog.clear()
        answer = ask(damaged, address)
        assert (answer.status_code, answer.headers["cache-control"]) == (503, "no-store"), address
        assert SENTENCE in answer.text
        (line,) = (each for each in caplog.records if each.levelno >= logging.WARNING)
        assert "malformed" in line.getMessage()
        assert line.exc_info is None
    told = {"ok": False, "error": SENTENCE, "title": "Not to be read now", "status": 503}
    assert ask(damaged, put_json(page)).json() == told


@pytest.mark.parametrize("address", ["/changes.atom", "/sitemap.xml", "/x/v1_entries.csv"])
def test_other_forms_tell_it_too(damaged: Datasette, address: str) -> None:
    """A feed, a sitemap and a CSV that cannot be read are no empty ones."""
    answer = ask(damaged, address)
    assert (answer.status_code, answer.headers["cache-control"]) == (503, "no-store")
    assert SENTENCE in answer.text


def test_text_that_is_no_database_is_told(tmp_path: Path) -> None:
    """A file that something else has written over says so on each page as well."""
    path = tmp_path / "x.db"
    fill_database(path)
    with open_app(path) as app:
        path.write_bytes(b"no database" * 10_000)
        for address in ("/", "/tools.json", f"/tool/{TALLY}", "/x", "/x?sql=select+1+from+runs"):
            assert ask(app, address).status_code == 503, address


@pytest.mark.parametrize(("page", "view"), LOOKED_UP.items())
def test_what_cannot_be_looked_up_is_not_missing(tmp_path: Path, page: str, view: str) -> None:
    """Where nobody could say whether there is such a thing, the page does not deny it."""
    path = tmp_path / "x.db"
    fill_database(path)
    with open_app(path) as app:
        drop_view(app, view)
        for address in (f"/{page}", f"/{page}.json"):
            answer = ask(app, address)
            assert answer.status_code == 503, answer.text
            assert answer.headers["cache-control"] == "no-store"
            assert "could not be looked up. SQLite could not answer it: no such table" in (
                answer.text
            )


def test_page_without_a_part_comes_and_is_not_kept(tmp_path: Path) -> None:
    """What lacks a part says so in its place and to programs, and is asked for anew."""
    path = tmp_path / "x.db"
    fill_database(path)
    with open_app(path) as app:
        assert ask(app, "/quality.json").json()["ok"] is True
        assert ask(app, "/quality").headers["cache-control"] == "max-age=60"
        drop_view(app, "v1_merge_queue")
        page, answer = ask(app, "/quality"), ask(app, "/quality.json")
    assert (page.status_code, answer.status_code) == (200, 200)
    assert re.search('role="alert">SQLite could not answer it: no such table', page.text)
    assert answer.json()["ok"] is False
    for each in (page, answer):
        assert each.headers["cache-control"] == "no-store"


def test_search_stands_without_the_two_tools_of_its_words(tmp_path: Path) -> None:
    """Whether the words name two tools is beside the point of a search, which comes anyway."""
    path = tmp_path / "x.db"
    fill_database(path)
    with open_app(path) as app:
        drop_view(app, "v1_tool_aliases")
        assert ask(app, "/search?q=tally+vs+orrery").status_code == 200


def test_what_took_too_long_is_not_missing(app: Datasette, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the time was not enough to look, a page is not found to be missing; a search comes."""
    monkeypatch.setattr(app, "sql_time_limit_ms", -1)
    for page in LOOKED_UP:
        answer = ask(app, f"/{page}.json")
        assert (answer.status_code, answer.json()["ok"]) == (503, False), page
        assert "could not be looked up. It took longer than" in answer.text
    answer = ask(app, "/search.json?q=tally+vs+orrery")
    assert (answer.status_code, answer.json()["ok"]) == (200, False)
