"""The archive goes out as WARC that others read, and comes back as it was."""

from __future__ import annotations

import hashlib
import re
import zlib
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from sqlite_utils import Database

from scraper.addresses import normalise_address
from scraper.archive import Archive
from scraper.response import Fetched, FetchProblem, Response
from scraper.warc.writing import WarcExport
from tests.warcs import (
    AT,
    PAGE,
    UUID,
    check,
    import_files,
    list_records,
    make_archive,
    read_snapshots,
)

A, B = "https://x.example/a?b=c", "https://x.example/b"
LATER = "2026-05-01T10:00:00Z"


def respond(**changes: Any) -> Response:
    """Return a page's response with some fields changed."""
    fields: dict[str, Any] = {
        "role": "page",
        "source": A,
        "address": A,
        "site": "x.example",
        "observed_at": AT,
        "status": 200,
        "headers": (
            ("Content-Type", "text/html"),
            ("Content-Encoding", "gzip"),
            ("content-length", "9"),
        ),
        "request_headers": (("User-Agent", "versusdb"),),
        "body": PAGE,
        "http_version": "HTTP/2",
        "ip": "2001:db8::7",
    }
    return Response(**fields | changes)


def revisit(whole: Fetched, at: str = LATER) -> Response:
    """Return the 304 that says that a response still holds."""
    return respond(
        address=whole.response.address,
        observed_at=at,
        status=304,
        body=b"",
        revisit_of=whole.snapshot.archive_id,
    )


def read_file(**changes: Any) -> Response:
    """Return a local file's response."""
    nothing = {"address": None, "status": None, "headers": (), "request_headers": ()}
    return respond(**nothing, http_version=None, ip=None, **changes)


def export(database: Database, path: Path) -> list[FetchProblem]:
    """Export an archive and return what could not be written."""
    with path.open("wb") as out:
        outcomes = WarcExport(database, out).write(software="versusdb/1", filename=path.name, at=AT)
        return [each for each in outcomes if each is not None]


def test_others_read_what_is_written(tmp_path: Path) -> None:
    """``warcio check`` finds no fault, and plain warcio reads the types, fields and bytes."""
    path = tmp_path / "x.warc.gz"
    with make_archive() as database:
        archive = Archive(database)
        whole = archive.archive(respond())
        archive.archive(respond(address=B, source=B))
        archive.archive(
            respond(observed_at=LATER, status=304, body=b"", revisit_of=whole.snapshot.archive_id)
        )
        archive.archive(read_file(source="pages/é .html", site=None))
        assert export(database, path) == []
    assert check(path) == 0
    records = list_records(path)
    kinds = [fields["warc-type"] for fields, _, _ in records]
    assert kinds == [
        "warcinfo",
        "response",
        "request",
        "revisit",
        "request",
        "revisit",
        "request",
        "resource",
    ]
    info, response, request, same, _, unmodified, _, resource = records
    assert b"software: versusdb/1\r\nformat: WARC File Format 1.1\r\n" in info[2]
    digest = f"sha256:{hashlib.sha256(PAGE).hexdigest()}"
    assert response[0]["warc-payload-digest"] == digest
    assert (response[0]["warc-target-uri"], response[0]["warc-date"]) == (A, AT)
    assert response[0]["warc-ip-address"] == "2001:db8::7"
    assert response[1].headers == [
        ("Content-Type", "text/html"),
        ("X-Archive-Orig-Content-Encoding", "gzip"),
        ("X-Archive-Orig-content-length", "9"),
        ("Content-Length", str(len(PAGE))),
    ]
    assert response[2] == PAGE
    assert request[1].statusline == "/a?b=c HTTP/1.1"
    assert request[0]["warc-concurrent-to"] == response[0]["warc-record-id"]
    for record, profile in (
        (same, "identical-payload-digest"),
        (unmodified, "server-not-modified"),
    ):
        assert record[0]["warc-profile"].endswith(f"/revisit/{profile}")
        assert record[0]["warc-refers-to-target-uri"] == A
        assert record[0]["warc-refers-to-date"] == AT
        assert record[0]["warc-payload-digest"] == digest
    assert unmodified[1].get_statuscode() == "304"
    assert resource[0]["warc-target-uri"] == "file:///pages/%C3%A9%20.html"
    assert resource[2] == PAGE


def test_every_record_is_a_gzip_member(tmp_path: Path) -> None:
    """Whoever knows where a record begins can read it without those before."""
    path = tmp_path / "x.warc.gz"
    with make_archive() as database:
        Archive(database).archive(respond())
        export(database, path)
    members, rest = [], path.read_bytes()
    while rest:
        inflater = zlib.decompressobj(16 + zlib.MAX_WBITS)
        members.append(inflater.decompress(rest))
        rest = inflater.unused_data
    assert len(members) == 3
    assert all(member.startswith(b"WARC/1.1\r\n") for member in members)
    assert all(len(re.findall(rb"^WARC/1.1", member, re.MULTILINE)) == 1 for member in members)


def test_two_exports_are_the_same_bytes(tmp_path: Path) -> None:
    """The ids of records are the archive's own, so that a revisit and its record agree."""
    one, two = tmp_path / "x.warc.gz", tmp_path / "2" / "x.warc.gz"
    two.parent.mkdir()
    with make_archive() as database:
        Archive(database).archive(respond())
        for path in (one, two):
            export(database, path)
        assert database.conn.execute("SELECT uuid FROM identity").fetchone() == (UUID,)
    assert one.read_bytes() == two.read_bytes()


def test_damaged_body_costs_what_rests_on_it(tmp_path: Path) -> None:
    """No record refers to bytes that could not be written, and each that is not is told."""
    path = tmp_path / "x.warc.gz"
    with make_archive() as database:
        archive = Archive(database)
        whole = archive.archive(respond())
        archive.archive(respond(address=B))
        archive.archive(
            respond(observed_at=LATER, status=304, body=b"", revisit_of=whole.snapshot.archive_id)
        )
        archive.archive(respond(address="https://x.example/c", body=b"sound"))
        database.conn.execute("UPDATE bodies SET data = zeroblob(20) WHERE size > 5")
        problems = export(database, path)
    assert [problem.code for problem in problems] == ["body_corrupt"] * 3
    assert "snapshot 1 (https://x.example/a?b=c): not written: " in problems[0].message
    assert [fields["warc-type"] for fields, _, _ in list_records(path)] == [
        "warcinfo",
        "response",
        "request",
    ]


NAMES = st.sampled_from(
    ["ETag", "x-trace", "Content-Encoding", "content-length", "Transfer-Encoding", "Location",
     "X-Archive-Orig-Content-Length", "X-Archive-Orig-Server"]
)  # fmt: skip
VALUES = st.text(st.characters(min_codepoint=0x20, max_codepoint=0xFF, exclude_characters="\x7f"))
HEADERS = st.lists(st.tuples(NAMES, VALUES.map(lambda text: text.strip(" \t\x85\xa0"))), max_size=4)
TIMES = st.sampled_from([AT, LATER, "2026-05-02T00:00:00Z", "1999-12-31T23:59:59Z"])
ADDRESSES = st.sampled_from(
    [
        A,
        B,
        "http://x.example/robots.txt",
        "https://y.example:8443/%E9?x=%20[]",
        "http://[2001:db8::1]/",
    ]
).map(normalise_address)
BODIES = st.one_of(
    st.sampled_from([PAGE, b"", b"\x1f\x8bno gzip", b"\r\n\r\nWARC/1.1\r\n"]),
    st.binary(max_size=60),
)
TEXTS = st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1, max_size=20)
ROLES = st.sampled_from(["page", "robots", "sitemap", "redirect", "blocked"])
RESPONSES = st.builds(
    respond,
    role=ROLES,
    source=TEXTS,
    address=ADDRESSES,
    site=st.sampled_from([None, "x.example", "é.example"]),
    observed_at=TIMES,
    status=st.sampled_from([200, 301, 404, 503, 599]),
    headers=HEADERS.map(tuple),
    request_headers=HEADERS.map(tuple),
    body=BODIES,
    http_version=st.sampled_from([None, "HTTP/1.0", "HTTP/1.1", "HTTP/2"]),
    ip=st.sampled_from([None, "192.0.2.1", "2001:db8::1"]),
)
FILES = st.builds(read_file, source=TEXTS, site=st.none() | TEXTS, observed_at=TIMES, body=BODIES)


@settings(max_examples=60)
@given(
    responses=st.lists(RESPONSES | FILES, min_size=1, max_size=6),
    revisited=st.lists(TIMES, max_size=2),
)
def test_what_is_exported_comes_back(responses: list[Response], revisited: list[str]) -> None:
    """Every column of every snapshot but its id is the same after the round trip."""
    with make_archive() as database, make_archive() as other:
        archive = Archive(database)
        kept = [archive.archive(response) for response in responses]
        for number, at in enumerate(revisited):
            whole = kept[number % len(kept)]
            if whole.response.address is not None:
                archive.archive(revisit(whole, at))
        with TemporaryDirectory() as folder:
            path = Path(folder) / "x.warc.gz"
            assert export(database, path) == []
            assert check(path) == 0
            outcomes = import_files(other, path)
        assert [each for each in outcomes if isinstance(each, FetchProblem)] == []
        assert read_snapshots(other) == read_snapshots(database)
