"""The server and its limits: what it refuses, what it says of it, how it begins and ends."""

from __future__ import annotations

import asyncio
import signal
import sqlite3
import urllib.request
from contextlib import closing
from pathlib import Path

import pytest
import uvicorn
from datasette.app import Datasette

from publish.errors import AddressError, DatabaseUnreadableError, PortInUseError
from publish.serving import build_app, name_address, open_socket, record_signals
from tests.publishing import ask, serve_database


@pytest.mark.parametrize("sql", ["delete from runs", "pragma writable_schema=1", "attach 'x' as y"])
def test_nothing_but_a_question_is_run(app: Datasette, sql: str) -> None:
    """Only a SELECT is run; anything else is refused with a reason."""
    answer = ask(app, f"?sql={sql.replace(' ', '+')}")
    assert answer.status_code == 400
    assert "Invalid SQL" in answer.text


def test_connection_cannot_write(app: Datasette) -> None:
    """The file is open for reading: even our own code cannot write through the app."""
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        asyncio.run(app.get_database().execute("DELETE FROM runs"))
    with pytest.raises(DatabaseUnreadableError, match="for reading only"):
        app.get_database().connect(write=True)


def test_live_file_cannot_be_taken(app: Datasette) -> None:
    """The live file is no download: half of it may be in its WAL."""
    name = app.urls.database(app.get_database().name)
    assert ask(app, f"{name}.db").status_code in {403, 404}


def test_long_question_is_stopped_in_words(app: Datasette, monkeypatch: pytest.MonkeyPatch) -> None:
    """A question that takes too long is ended, and the answer says so without a script."""
    monkeypatch.setattr(app, "sql_time_limit_ms", 20)
    endless = "with+recursive+n(i)+as+(select+1+union+all+select+i+from+n)+select+count(*)+from+n"
    answer = ask(app, f"?sql={endless}")
    assert answer.status_code == 400
    assert "took longer than" in answer.text
    assert "<script" not in answer.text
    assert "took longer than" in ask(app, f"/versus.json?sql={endless}").json()["error"]


def test_page_does_not_wait_for_a_count(app: Datasette, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where it takes too long to count the rows, the page comes without their number."""
    assert "rows</strong>" in ask(app, "v1_sightings").text
    monkeypatch.setattr("publish.opening.COUNT_LIMIT_MS", 0.001)
    page = ask(app, "v1_sightings")
    assert page.status_code == 200
    assert "<strong>Many rows</strong>" in page.text
    assert ask(app, "?sql=select+count(*)+from+v1_sightings").status_code == 200


def test_all_data_waits_for_no_count(app: Datasette) -> None:
    """The page of all data lists the tables, and counts none of their rows."""
    assert "/quotes" in ask(app, "?_show_hidden=1").text
    tables = ask(app, "/versus.json").json()["tables"]
    assert {table["count"] for table in tables} == {None}


@pytest.mark.parametrize("address", ["/nonsense", "/versus/nonsense", "/a/b/nonsense"])
def test_missing_page_leads_on(app: Datasette, address: str) -> None:
    """An address without a page says so, leads home, and to the search for its last word."""
    page = ask(app, address)
    assert page.status_code == 404
    assert "<h1>There is no page here</h1>" in page.text
    assert '<a href="/search?q=nonsense">Search for' in page.text
    assert '<a href="/">Home</a>' in page.text
    hostile = ask(app, "/%22%3E%3Cscript%3E").text
    assert "<script" not in hostile


def test_table_behind_the_views_says_so(app: Datasette) -> None:
    """Who reads a table, or a row of one, is told that it may change; no view says it."""
    words = "A table behind the views: it may change with any release"
    for address in ("entries", "entries/1"):
        page = ask(app, address)
        assert page.status_code == 200
        assert page.text.index("</h1>") < page.text.index(words) < page.text.index("<table")
    assert words not in ask(app, "v1_entries").text


def test_stranger_s_mistake_is_not_logged(
    app: Datasette, capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    """A wrong address or a wrong SQL is told to the one who asked, and to nobody else."""
    assert ask(app, "/nowhere").status_code == 404
    assert ask(app, "v1_nothing").status_code == 404
    wrong = ask(app, "?sql=select+wrong+from+v1_entries")
    assert wrong.status_code == 400
    assert "no such column: wrong" in wrong.text
    assert capfd.readouterr() == ("", "")
    assert caplog.records == []


def test_our_mistake_is_logged_and_not_shown(
    app: Datasette, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """A fault of ours is a 500 without its innards; they are in the log."""

    def fail(*args: object) -> None:
        raise RuntimeError("the innards")

    monkeypatch.setattr("publish.pages.home.draw_plots", fail)
    answer = ask(app, "/")
    assert answer.status_code == 500
    assert "innards" not in answer.text
    assert "the innards" in caplog.text


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (None, "no such file"),
        (b"", "no v1_ view"),
        (b"this is no database at all, but it is long enough to be read as one", "cannot read"),
    ],
)
def test_file_that_is_not_ours_is_refused(
    tmp_path: Path, content: bytes | None, words: str
) -> None:
    """What cannot be shown is named in one line, and nothing is made in its place."""
    path = tmp_path / "other.db"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(DatabaseUnreadableError, match=words) as caught:
        build_app(path)
    assert str(path) in str(caught.value)
    assert "\n" not in str(caught.value)
    assert path.exists() is (content is not None)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_server_answers_until_a_signal(path: Path, number: signal.Signals) -> None:
    """The address that is announced answers; a signal ends the server in order, and is told."""
    with serve_database(path) as (server, address):
        with urllib.request.urlopen(address, timeout=10) as answer:
            assert answer.status == 200
            assert b"<h1>versusdb</h1>" in answer.read()
        server.send_signal(number)
        output, errors = server.communicate(timeout=20)
    assert server.returncode == 0
    assert output.split() == [number.name]
    assert errors == ""


def test_signal_before_the_server_runs_is_not_lost() -> None:
    """A signal that comes while the server is made ends it too, and the handlers come back."""
    server = uvicorn.Server(uvicorn.Config("no:app"))
    before = signal.getsignal(signal.SIGTERM)
    with record_signals(server) as received:
        signal.raise_signal(signal.SIGTERM)
    assert received == [signal.SIGTERM]
    assert server.should_exit
    assert signal.getsignal(signal.SIGTERM) is before


def test_port_in_use_is_named() -> None:
    """A port that is taken is named, with the way out; port 0 takes a free one."""
    with closing(open_socket("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(PortInUseError, match=rf"port {port} .* --port"):
            open_socket("127.0.0.1", port)


@pytest.mark.parametrize(("host", "port"), [("192.0.2.1", 0), ("127.0.0.1", 70_000)])
def test_address_that_cannot_be_had_is_named(host: str, port: int) -> None:
    """A host that is not this machine, or a port that does not exist, is one clear line."""
    with pytest.raises(AddressError, match=f"{host}|{port}"):
        open_socket(host, port)


def test_address_is_one_that_a_browser_takes() -> None:
    """An IPv6 host stands in brackets."""
    assert name_address("127.0.0.1", 8001) == "http://127.0.0.1:8001/"
    assert name_address("::1", 8001) == "http://[::1]:8001/"
