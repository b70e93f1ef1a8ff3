"""The feed of changes is what RFC 4287 asks of one, and costs little to be asked often."""

from __future__ import annotations

import asyncio
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from xml.etree import ElementTree

import pytest
from datasette.app import Datasette

from publish.atom import NAMESPACE, Feed, Item, Line, write_feed
from publish.pages.feed import is_known
from tests.publishing import ask, fill_database, open_app

ONCE = ("id", "title", "updated")
# RFC 4287, 4.1.1 and 4.1.2: what may stand where; but once, if not a link or a person.
OF_FEED = {*ONCE, "subtitle", "author", "rights", "link", "entry"}
OF_ENTRY = {*ONCE, "summary", "link", "content"}
# RFC 4287, 3.3, and RFC 3339.
TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")
INSERT_RUN = """
INSERT INTO runs (command, status, started_at, finished_at, settings, entries_changed,
    code_version, reader_version)
VALUES ('ingest', ?1, ?2, ?2, '{}', 1, '0', 'r')
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Make the invented database."""
    path = tmp_path / "versus.db"
    fill_database(path)
    return path


@pytest.fixture
def app(path: Path) -> Iterator[Datasette]:
    """Build the app on the invented database."""
    with open_app(path) as app:
        yield app


def fetch(app: Datasette, **headers: str) -> Any:
    """Ask for the feed with headers; underscores are hyphens."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return asyncio.run(app.client.get("/changes.atom", headers=named))


def find(element: ElementTree.Element, tag: str) -> list[ElementTree.Element]:
    """Return the children of Atom's by their name."""
    return element.findall(f"{{{NAMESPACE}}}{tag}")


def read(element: ElementTree.Element, tag: str) -> str:
    """Return the text of the only child by a name."""
    (child,) = find(element, tag)
    return child.text or ""


def check(body: bytes) -> ElementTree.Element:
    """Hold a feed against the rules of RFC 4287; return it."""
    feed = ElementTree.fromstring(body)  # noqa: S314  # It is our own, and small.
    assert feed.tag == f"{{{NAMESPACE}}}feed"
    entries = find(feed, "entry")
    assert find(feed, "author")[0].find(f"{{{NAMESPACE}}}name") is not None
    for element, known in ((feed, OF_FEED), *((entry, OF_ENTRY) for entry in entries)):
        tags = [child.tag.removeprefix(f"{{{NAMESPACE}}}") for child in element]
        assert set(tags) <= known
        assert all(tags.count(tag) == 1 for tag in {*tags} - {"link", "entry", "author"})
        assert all(read(element, tag) for tag in ONCE)
        assert TIME.fullmatch(read(element, "updated"))
        assert urlsplit(read(element, "id")).scheme in {"urn", "tag"}
        links = [(link.get("rel"), link.get("type")) for link in find(element, "link")]
        assert len(set(links)) == len(links)
        assert ("alternate", "text/html") in links
        assert all(urlsplit(link.get("href") or "").netloc for link in find(element, "link"))
    assert "self" in {link.get("rel") for link in find(feed, "link")}
    ids = [read(element, "id") for element in (feed, *entries)]
    assert len(set(ids)) == len(ids)
    times = [read(entry, "updated") for entry in entries]
    assert times == sorted(times, reverse=True)
    assert all(time <= read(feed, "updated") for time in times)
    for entry in entries:
        for content in find(entry, "content"):
            assert content.get("type") == "html"
            assert len(content) == 0
            assert "<script" not in (content.text or "")
            assert not re.search(r'href="(?!http)', content.text or "")
    return feed


def list_ids(body: bytes) -> list[str]:
    """Return the ids of a feed and of its entries."""
    feed = check(body)
    return [read(element, "id") for element in (feed, *find(feed, "entry"))]


def test_feed_is_valid_and_tells_of_each_run(app: Datasette) -> None:
    """An entry for each run that changed something, the latest first, with what it changed."""
    answer = fetch(app)
    assert answer.headers["content-type"] == "application/atom+xml; charset=utf-8"
    feed = check(answer.content)
    assert read(feed, "updated") == "2026-05-02T06:05:00Z"
    assert read(feed, "rights").startswith("Example panel review. ")
    second, first = find(feed, "entry")
    assert read(second, "title") == "Run 2: 1 entry changed, 1 quote changed, 1 quote ended"
    assert read(first, "title") == "Run 1: 9 entries new, 29 quotes new"
    assert "Tally: panel 100 % → 75 %</a>" in read(second, "content")
    assert "ended cleanly" in read(second, "summary")
    assert "&amp;lt;script" not in read(first, "content")
    assert "&lt;script&gt;" in read(first, "content")


def test_addresses_are_those_that_were_asked(app: Datasette) -> None:
    """Links are absolute, under the host by which the feed was asked for; ids are not."""
    answer = fetch(app, host="reader.example:8001")
    feed = check(answer.content)
    links = {link.get("rel"): link.get("href") for link in find(feed, "link")}
    assert links["self"] == "http://reader.example:8001/changes.atom"
    assert links["alternate"] == "http://reader.example:8001/changes"
    entry = find(feed, "entry")[0]
    assert find(entry, "link")[0].get("href") == "http://reader.example:8001/changes/2"
    assert 'href="http://reader.example:8001/tool/e' in read(entry, "content")
    assert list_ids(answer.content) == list_ids(fetch(app).content)
    for element in (feed, entry):
        assert "reader.example" not in read(element, "id")


def test_ids_stay_when_runs_follow_and_in_a_copy(path: Path, tmp_path: Path) -> None:
    """A later run, one at work, and another name of the file change no id that was told."""
    with open_app(path) as app:
        before = list_ids(fetch(app).content)
    copy = tmp_path / "other name.db"
    with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(copy)) as target:
        source.backup(target)
        target.execute(INSERT_RUN, ("failed", "2026-05-03T06:00:00Z"))
        target.execute(INSERT_RUN, ("running", "2026-05-04T06:00:00Z"))
        target.execute("UPDATE runs SET settings = '{}', reader_version = 'other'")
        target.commit()
    with open_app(copy) as app:
        body = fetch(app).content
    after = list_ids(body)
    assert after[0] == before[0]
    assert after[2:] == before[1:]
    assert "Run 3 (ingest, 2026-05-03 06:00 UTC) failed: 1 entry changed." in body.decode()


def test_feed_is_bounded(path: Path) -> None:
    """It tells of the last fifty runs, however many there are."""
    with closing(sqlite3.connect(path)) as database:
        for number in range(60):
            at = f"2026-06-01T{number // 60:02}:{number % 60:02}:00Z"
            database.execute(INSERT_RUN, ("clean", at))
        database.commit()
    with open_app(path) as app:
        feed = check(fetch(app).content)
    assert len(find(feed, "entry")) == 50
    assert read(find(feed, "entry")[0], "title").startswith("Run 62: ")


def test_reader_that_knows_it_is_told_so(path: Path) -> None:
    """With the validator it was given a reader gets 304 and no body, until a run has ended."""
    with open_app(path) as app:
        first = fetch(app)
        tag = first.headers["etag"]
        for asked in (tag, f'"x", {tag}', tag.removeprefix("W/"), "*"):
            again = fetch(app, if_none_match=asked)
            assert (again.status_code, again.content) == (304, b"")
            assert again.headers["etag"] == tag
        assert fetch(app, if_none_match='"x"').status_code == 200
        assert fetch(app, if_none_match=tag, host="b.example").status_code == 200
        with closing(sqlite3.connect(path)) as database:
            database.execute(INSERT_RUN, ("clean", "2026-05-03T06:00:00Z"))
            database.commit()
        news = fetch(app, if_none_match=tag)
        assert news.status_code == 200
        assert news.headers["etag"] != tag


@pytest.mark.parametrize(
    ("asked", "known"),
    [
        ('W/"a"', True),
        ('"a"', True),
        ('"b" , W/"a"', True),
        ("*", True),
        ('"b"', False),
        ("", False),
    ],
)
def test_validators_are_compared_weakly(asked: str, known: bool) -> None:
    """As RFC 9110, 13.1.2 has it."""
    assert is_known(asked, 'W/"a"') == known


def test_what_xml_has_no_character_for_is_left_out() -> None:
    """Control characters and lone surrogates of strangers make no feed unreadable."""
    evil = "a\x00b\x1bc\ufffed\ud800e<&>\"'\u202e\x85\U0001f600\t"
    item = Item(f"urn:{evil}", evil, "2026-05-02T06:05:00Z", f"http://x/{evil}", evil,
                (Line(evil, f"http://x/{evil}"),))  # fmt: skip
    feed = Feed("urn:x", evil, evil, evil, evil, "2026-05-02T06:05:00Z", "http://x/", "http://x/y",
                (item,))  # fmt: skip
    told = check(write_feed(feed))
    assert read(told, "title") == "abcde<&>\"'\u202e\x85\U0001f600\t"
    assert "abcde&lt;&amp;&gt;" in read(find(told, "entry")[0], "content")


@pytest.mark.parametrize("address", ["/changes", "/changes/2", "/"])
def test_feed_is_found_from_pages(app: Datasette, address: str) -> None:
    """A reader that is given a page finds the feed in its head."""
    head = ask(app, address).text.partition("</head>")[0]
    assert (
        '<link rel="alternate" type="application/atom+xml" title="Changes" href="/changes.atom">'
        in head
    )


def test_feed_that_takes_too_long_is_no_empty_feed(
    app: Datasette, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A reader is asked to come again; nothing is told under another id."""
    monkeypatch.setattr(app, "sql_time_limit_ms", -1)
    answer = fetch(app)
    assert answer.status_code == 503
    assert "took longer" in answer.text
