"""The archive keeps every response once, and gives back the bytes that it was given."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlite_utils import Database

from scraper.archive import Archive
from scraper.compressing import PAGES_TO_TRAIN
from scraper.errors import BodyCorruptError, BodyMissingError
from scraper.response import Response
from versusdb.files import ARCHIVE, open_for_writing, read_migrations
from versusdb.migrating import split_statements

HTML = (("Content-Type", "text/html"),)


def respond(**changes: Any) -> Response:
    """Return a page's response with some fields changed."""
    fields: dict[str, Any] = {
        "role": "page",
        "source": "https://x.example/a",
        "address": "https://x.example/a",
        "site": "x.example",
        "observed_at": "2026-04-24T10:00:00Z",
        "status": 200,
        "headers": HTML,
        "request_headers": (),
        "body": b"<p>one</p>",
    }
    return Response(**fields | changes)


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    """Return a fresh archive file, opened as the command opens it."""
    database = open_for_writing(tmp_path / "x.archive.db", ARCHIVE)
    yield database
    database.close()


def count(database: Database, table: str) -> int:
    return int(database.conn.execute(f"SELECT count(*) FROM {table}").fetchone()[0])


def test_what_is_archived_is_read_back(database: Database) -> None:
    """A snapshot carries what came, and its digest leads to the same bytes."""
    archive = Archive(database)
    fetched = archive.archive(respond())
    snapshot = fetched.snapshot
    assert fetched.is_new
    assert (snapshot.archive_id, snapshot.status, snapshot.site) == (1, 200, "x.example")
    assert snapshot.content_type == "text/html"
    assert archive.read(snapshot.sha256) == b"<p>one</p>"


@given(body=st.binary())
def test_any_bytes_come_back(body: bytes) -> None:
    """No body is changed by being kept."""
    database = Database(memory=True)
    for scripts in read_migrations(ARCHIVE).values():
        for statement in split_statements("".join(scripts)):
            database.conn.execute(statement)
    archive = Archive(database)
    assert archive.read(archive.archive(respond(body=body)).snapshot.sha256) == body
    database.close()


def test_one_observation_is_kept_once(database: Database) -> None:
    """The same bytes from one address at one time give the snapshot that is there already."""
    archive = Archive(database)
    first, again = archive.archive(respond()), archive.archive(respond(source="typed otherwise"))
    assert again.snapshot == first.snapshot
    assert (first.is_new, again.is_new) == (True, False)
    assert count(database, "snapshots") == 1


@pytest.mark.parametrize(
    "change",
    [
        {"observed_at": "2026-04-24T10:00:01Z"},
        {"address": "https://x.example/b"},
        {"address": None, "status": None},
        {"site": "mirrored.example"},
        {"role": "redirect"},
        {"body": b"<p>two</p>"},
    ],
    ids=",".join,
)
def test_another_observation_is_another_snapshot(
    database: Database, change: dict[str, Any]
) -> None:
    """Another time, address, site, role or body is another observation."""
    archive = Archive(database)
    first, other = archive.archive(respond()), archive.archive(respond(**change))
    assert other.is_new
    assert other.snapshot.archive_id > first.snapshot.archive_id


def test_bytes_are_kept_once(database: Database) -> None:
    """A page that was fetched twice unchanged has two snapshots and one body."""
    archive = Archive(database)
    archive.archive(respond())
    archive.archive(respond(observed_at="2026-05-01T10:00:00Z"))
    assert (count(database, "snapshots"), count(database, "bodies")) == (2, 1)


def test_secrets_are_left_out(database: Database) -> None:
    """Cookies and credentials, which headers may carry, are in no archive."""
    way = "https://u:hunter2@x.example/"
    secret = (("Set-Cookie", "id=hunter2"), ("Proxy-Authenticate", "hunter2"), ("Location", way))
    sent = (("Authorization", "hunter2"), ("cookie", "hunter2"), ("User-Agent", "versusdb"))
    Archive(database).archive(respond(headers=secret, request_headers=sent))
    sql = "SELECT headers, request_headers FROM snapshots"
    headers, request_headers = database.conn.execute(sql).fetchone()
    assert json.loads(headers) == [["Location", "https://x.example/"]]
    assert json.loads(request_headers) == [["User-Agent", "versusdb"]]


def test_snapshots_are_the_pages_in_order_of_arrival(database: Database) -> None:
    """What is read again later is what was handed over at first: pages, none else."""
    archive = Archive(database)
    kept = [respond(body=b"1"), respond(body=b"2", status=None, address=None, headers=())]
    others = [
        respond(role="robots"),
        respond(role="sitemap"),
        respond(role="redirect", status=301),
        respond(status=404, body=b"gone"),
        respond(headers=(("content-type", "image/png"),), body=b"png"),
    ]
    for response in [kept[0], *others, kept[1]]:
        archive.archive(response)
    found = list(archive.snapshots())
    assert [archive.read(each.sha256) for each in found] == [b"1", b"2"]
    assert [each.archive_id for each in archive.snapshots(after=found[0].archive_id)] == [7]


def test_more_snapshots_than_are_read_at_once(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Reading in portions leaves none out and gives none twice, also while others come."""
    monkeypatch.setattr("scraper.archive.ROWS_AT_ONCE", 2)
    archive = Archive(database)
    for number in range(5):
        archive.archive(respond(body=bytes([number])))
    found = []
    for snapshot in archive.snapshots():
        found.append(snapshot.archive_id)
        if len(found) == 1:
            archive.archive(respond(body=b"late"))
    assert found == [1, 2, 3, 4, 5, 6]


def test_missing_bytes_are_named(database: Database) -> None:
    """A digest that the archive does not know is an error that names it."""
    with pytest.raises(BodyMissingError, match="f" * 64):
        Archive(database).read("f" * 64)


@pytest.mark.parametrize(
    "damage",
    [
        "substr(data, 1, length(data) - 1)",
        "X'00'",
        "(SELECT data FROM bodies ORDER BY size DESC LIMIT 1)",
    ],
)
def test_corrupt_bytes_are_named_and_not_returned(database: Database, damage: str) -> None:
    """Bytes that are not those archived never come back; the error names the row."""
    archive = Archive(database)
    archive.archive(respond(body=b"another, longer body" * 9))
    digest = archive.archive(respond(body=b"short")).snapshot.sha256
    with database.atomic():
        database.conn.execute(f"UPDATE bodies SET data = {damage} WHERE sha256 = ?", (digest,))
    with pytest.raises(BodyCorruptError, match=digest):
        archive.read(digest)


def test_bytes_under_a_wrong_digest_are_not_returned(database: Database) -> None:
    """A whole frame of the right size under the wrong digest is corrupt too."""
    archive = Archive(database)
    first = archive.archive(respond(body=b"aaaa")).snapshot.sha256
    second = archive.archive(respond(body=b"bbbb")).snapshot.sha256
    with database.atomic():
        database.conn.execute(
            "UPDATE bodies SET data = (SELECT data FROM bodies WHERE sha256 = ?) WHERE sha256 = ?",
            (first, second),
        )
    with pytest.raises(BodyCorruptError, match=second):
        archive.read(second)


def test_a_response_and_its_bytes_come_together(database: Database) -> None:
    """When the snapshot cannot be kept, its body is not kept either."""
    with pytest.raises(sqlite3.IntegrityError):
        Archive(database).archive(respond(observed_at="yesterday"))
    assert (count(database, "snapshots"), count(database, "bodies")) == (0, 0)


def test_archiving_joins_a_transaction(database: Database) -> None:
    """What is archived within a transaction that fails is not kept."""
    archive = Archive(database)
    with pytest.raises(BodyMissingError), database.atomic():
        archive.read(archive.archive(respond()).snapshot.sha256[::-1])
    assert count(database, "snapshots") == 0


def write_similar(number: int) -> bytes:
    """Write a page that shares most of its text with its like."""
    shared = "".join(f"<li class='row wide'>Item {each} of the frame</li>" for each in range(60))
    return f"<html><ul>{shared}</ul><p>{number * 7919 % 1009} and {number}</p></html>".encode()


def test_dictionary_is_trained_once_and_for_all_pages_of_a_site(database: Database) -> None:
    """With enough pages of a site all of them share a dictionary, and every byte comes back."""
    archive = Archive(database)
    pages = [write_similar(number) for number in range(PAGES_TO_TRAIN + 6)]
    kept = [
        archive.archive(respond(address=f"https://x.example/{number}", body=body)).snapshot
        for number, body in enumerate(pages)
    ]
    assert count(database, "dictionaries") == 1
    assert count(database, "bodies WHERE dictionary_id IS NULL") == 0
    again = Archive(database)
    assert [again.read(snapshot.sha256) for snapshot in kept] == pages
    other = again.archive(respond(site="y.example", address="https://y.example/", body=b"y" * 500))
    assert again.read(other.snapshot.sha256) == b"y" * 500
    assert count(database, "bodies WHERE dictionary_id IS NULL") == 1


def test_bodies_that_wait_for_a_dictionary_are_left_where_they_are(database: Database) -> None:
    """Each page that comes before there is a dictionary is archived without reading the others."""
    archive = Archive(database)
    read: list[str] = []
    database.conn.set_trace_callback(read.append)
    for number in range(10):
        archive.archive(respond(address=f"https://x.example/{number}", body=write_similar(number)))
    assert not [statement for statement in read if re.search("SELECT.* data .*bodies", statement)]
    assert len([statement for statement in read if "dictionary_id IS NULL" in statement]) == 1


def test_pages_that_share_nothing_need_no_dictionary(database: Database) -> None:
    """Where training gives nothing, pages are kept as they were."""
    archive = Archive(database)
    pages = [bytes([number]) * 300 for number in range(PAGES_TO_TRAIN + 2)]
    kept = [
        archive.archive(respond(address=f"https://x.example/{number}", body=body)).snapshot
        for number, body in enumerate(pages)
    ]
    assert [archive.read(snapshot.sha256) for snapshot in kept] == pages


def test_body_without_its_dictionary_is_corrupt(database: Database) -> None:
    """A body whose dictionary is lost is told by name."""
    archive = Archive(database)
    for number in range(PAGES_TO_TRAIN):
        archive.archive(respond(address=f"https://x.example/{number}", body=write_similar(number)))
    last = archive.archive(respond(body=write_similar(PAGES_TO_TRAIN)))
    database.conn.execute("PRAGMA foreign_keys = OFF")
    database.conn.execute("DELETE FROM dictionaries")
    with pytest.raises(BodyCorruptError, match="no row in dictionaries"):
        Archive(database).read(last.snapshot.sha256)


@pytest.mark.parametrize(
    ("changes", "directives"),
    [
        ({}, None),
        ({"headers": (*HTML, ("X-Robots-Tag", "noindex"))}, {"x_robots_tag": ["noindex"]}),
        (
            {"body": b"<META content='noarchive, nosnippet' NAME=Robots><meta name=x content=y>"},
            {"meta": ["noarchive, nosnippet"]},
        ),
        (
            {
                "role": "robots",
                "body": b"User-agent: *\nContent-Signal: search=yes, ai-train=no # x",
            },
            {"content_signal": ["search=yes, ai-train=no"]},
        ),
    ],
)
def test_words_to_robots_are_kept(
    database: Database, changes: dict[str, Any], directives: dict[str, Any] | None
) -> None:
    """What a response says to robots, in a header or in itself, stands beside it."""
    Archive(database).archive(respond(**changes))
    (text,) = database.conn.execute("SELECT directives FROM snapshots").fetchone()
    assert (text and json.loads(text)) == directives
