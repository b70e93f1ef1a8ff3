"""WARC files of any crawler come in as the responses that they hold."""

from __future__ import annotations

import gzip
import os
import zlib
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from sqlite_utils import Database

from scraper.archive import Archive
from scraper.sources import WarcFile
from scraper.times import format_time, read_clock
from scraper.tombstones import Tombstone, bury, hash_address
from scraper.warc.importing import WarcImport
from tests.warcs import (
    AT,
    PAGE,
    find_page,
    find_problem,
    import_files,
    list_codes,
    make_archive,
    read_snapshots,
    write_warc,
)

SITEMAP = b'<?xml version="1.0"?><urlset><url><loc>https://x.example/a</loc></url></urlset>'

CHUNKED = b"6\r\n%b\r\n%x;a=b\r\n%b\r\n0\r\nTrailer: x\r\n\r\n" % (
    PAGE[:6], len(PAGE) - 6, PAGE[6:]
)  # fmt: skip


@pytest.fixture
def database() -> Iterator[Database]:
    """Return an empty archive."""
    with make_archive() as database:
        yield database


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return where a test writes its file."""
    return tmp_path / "x.warc.gz"


@pytest.mark.parametrize("is_gzip", [True, False], ids=["gzip", "plain"])
def test_page_comes_in_as_it_was(database: Database, path: Path, is_gzip: bool) -> None:
    """Address, time, status, headers, IP and bytes of a record are the snapshot's."""
    with write_warc(path, is_gzip=is_gzip) as warc:
        warc.add(address="HTTPS://X.example:443/a", WARC_IP_Address="192.0.2.7")
    page = find_page(import_files(database, path))
    snapshot = page.snapshot
    assert (snapshot.address, snapshot.site) == ("https://x.example/a", "x.example")
    assert (snapshot.observed_at, snapshot.status, page.body) == (AT, 200, PAGE)
    assert (page.response.ip, page.response.http_version) == ("192.0.2.7", "HTTP/1.1")
    assert page.response.headers == (("Content-Type", "text/html"),)


def test_whole_file_as_one_gzip_member_is_read(database: Database, path: Path) -> None:
    """Some tools compress the file and not its records."""
    with write_warc(path, is_gzip=False) as warc:
        warc.add()
        warc.add(address="https://x.example/b")
    path.write_bytes(gzip.compress(path.read_bytes()) + bytes(512))
    codes = list_codes(import_files(database, path))
    assert codes == ["https://x.example/a", "https://x.example/b"]


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("2026-04-24T10:00:00.987654Z", "2026-04-24T10:00:00Z"),
        ("2026-04-24T12:00:00+02:00", "2026-04-24T10:00:00Z"),
        ("2026-04-24T10:00:00", "2026-04-24T10:00:00Z"),
    ],
)
def test_dates_become_whole_seconds_of_utc(
    database: Database, path: Path, text: str, time: str
) -> None:
    """Fractions are dropped, other zones are reckoned, none is UTC."""
    with write_warc(path) as warc:
        warc.add(WARC_Date=text)
    assert find_page(import_files(database, path)).snapshot.observed_at == time


@pytest.mark.parametrize(
    "text",
    ["2026-04", "2026-04-24", "yesterday", "9999-12-31T23:59:59-14:00", "2999-01-01T00:00:00Z"],
)
def test_record_without_a_time_is_a_problem(database: Database, path: Path, text: str) -> None:
    """No second is made up where the record states none."""
    with write_warc(path) as warc:
        warc.add(WARC_Date=text)
    problem = find_problem(import_files(database, path))
    assert (problem.code, problem.address) == ("bad_time", "https://x.example/a")


def test_a_clock_that_is_a_little_wrong_is_believed(database: Database, path: Path) -> None:
    """Other crawlers' machines may be hours ahead of ours."""
    with write_warc(path) as warc:
        warc.add(WARC_Date=format_time(read_clock() + timedelta(hours=20)))
    assert find_page(import_files(database, path)).is_new


def test_a_password_in_a_record_is_not_repeated(database: Database, path: Path) -> None:
    """What is refused because it would be kept is not kept by the refusal."""
    with write_warc(path) as warc:
        warc.add(address="http://u:SECRETPW@h.example/")
    problem = find_problem(import_files(database, path))
    assert (problem.code, problem.address) == ("address_refused", "http://h.example/")
    assert "SECRETPW" not in repr(problem)


@pytest.mark.parametrize(
    ("headers", "body"),
    [
        ([("Content-Encoding", "gzip")], gzip.compress(PAGE, mtime=0)),
        ([("Content-Encoding", "deflate")], zlib.compress(PAGE)),
        (
            [("Transfer-Encoding", "chunked")],
            b"6\r\n<title\r\n%x;a=b\r\n" % 46 + PAGE[6:] + b"\r\n0\r\n\r\n",
        ),
        ([("Content-Encoding", "gzip"), ("Transfer-Encoding", "chunked")], PAGE),
    ],
    ids=["gzip", "deflate", "chunked", "decoded by the crawler"],
)
def test_coding_is_undone(
    database: Database, path: Path, headers: list[tuple[str, str]], body: bytes
) -> None:
    """The archive holds what is left after transfer and content decoding, whoever decoded it."""
    with write_warc(path) as warc:
        warc.add(headers=headers, body=body)
    page = find_page(import_files(database, path))
    assert page.body == PAGE
    assert page.response.headers == tuple(headers)


def test_original_headers_of_coding_get_their_names_back(database: Database, path: Path) -> None:
    """Where a crawler kept the originals aside, they are the headers that came."""
    headers = [("X-Archive-Orig-Content-Length", "20"), ("Content-Length", str(len(PAGE)))]
    with write_warc(path) as warc:
        warc.add(headers=headers)
    assert find_page(import_files(database, path)).response.headers == (("Content-Length", "20"),)


@pytest.mark.parametrize(
    ("headers", "body", "code"),
    [
        ([("Content-Encoding", "br")], b"x", "broken_response"),
        ([("Content-Encoding", "gzip")], gzip.compress(PAGE, mtime=0)[:-9], "broken_response"),
        ([("Content-Encoding", "gzip")], gzip.compress(bytes(9_000_000), mtime=0), "too_large"),
        ([("Content-Length", "9000")], PAGE, "broken_response"),
        ([("Transfer-Encoding", "chunked")], b"ff\r\nshort", "broken_response"),
        ([("Transfer-Encoding", "chunked")], b"5\r\nshort\r\n", "broken_response"),
        ([], b"x" * 100_001, "too_large"),
        ([], b"x" * 2_000_000, "too_large"),
    ],
)
def test_body_that_cannot_be_had_whole_is_a_problem(
    database: Database, path: Path, headers: list[tuple[str, str]], body: bytes, code: str
) -> None:
    """A bomb, a cut body and an unknown coding cost their record, and nothing else."""
    with write_warc(path) as warc:
        warc.add(headers=headers, body=body)
        warc.add(address="https://x.example/b")
    outcomes = import_files(database, path)
    assert list_codes(outcomes) == [code, "https://x.example/b"]
    assert "x.warc.gz: byte 0 (https://x.example/a): " in find_problem(outcomes).message


def test_part_of_a_page_is_no_page(database: Database, path: Path) -> None:
    """A record that its crawler cut short, or split, changes nothing."""
    with write_warc(path) as warc:
        warc.add(WARC_Truncated="length")
        warc.add(WARC_Segment_Number="1")
    assert list_codes(import_files(database, path)) == ["broken_response"] * 2
    assert read_snapshots(database) == []


def test_roles_are_seen(database: Database, path: Path) -> None:
    """robots.txt, sitemaps, redirects and failures are archived, and are no pages."""
    with write_warc(path) as warc:
        warc.add(address="https://x.example/robots.txt", body=b"User-agent: *")
        warc.add(address="https://x.example/map", body=SITEMAP)
        warc.add(address="https://x.example/old", status="301 Moved", headers=[("Location", "/a")])
        warc.add(address="https://x.example/gone", status="404 Not Found")
        warc.add(address="https://x.example/i.png", headers=[("Content-Type", "image/png")])
        warc.add()
    assert list_codes(import_files(database, path)) == ["https://x.example/a"]
    found = database.conn.execute("SELECT role, status FROM snapshots ORDER BY archive_id")
    assert found.fetchall() == [
        ("robots", 200), ("sitemap", 200), ("redirect", 301), ("page", 404), ("page", 200),
        ("page", 200),
    ]  # fmt: skip


@pytest.mark.parametrize("is_before", [True, False], ids=["before", "after"])
def test_request_beside_a_response_gives_its_headers(
    database: Database, path: Path, is_before: bool
) -> None:
    """The request is the neighbour that either of the two names, on either side."""
    with write_warc(path) as warc:
        if is_before:
            warc.ask(WARC_Record_ID="<urn:x:1>")
            warc.add(WARC_Concurrent_To="<urn:x:1>")
        else:
            warc.add(WARC_Record_ID="<urn:x:1>")
            warc.ask(WARC_Concurrent_To="<urn:x:1>")
        warc.add(address="https://x.example/b")
        warc.ask(WARC_Concurrent_To="<urn:x:another>")
    one, other = import_files(database, path)
    assert find_page([one]).response.request_headers == (("X-Sent", "yes"),)
    assert find_page([other]).response.request_headers == ()


def test_resource_of_another_crawler_is_a_page(database: Database, path: Path) -> None:
    """What was kept without HTTP, under an http address, came with status 200 and its type."""
    with write_warc(path) as warc:
        warc.add("resource", has_head=False, Content_Type="text/html")
    page = find_page(import_files(database, path))
    assert (page.snapshot.status, page.snapshot.content_type) == (200, "text/html")


def test_records_that_are_no_responses_are_counted(database: Database, path: Path) -> None:
    """Other schemes, types and methods are passed over, and their number is told."""
    with write_warc(path) as warc:
        warc.add("resource", "metadata://gnu.org/software/wget/wget.log", has_head=False)
        warc.add("response", "dns:x.example", has_head=False)
        warc.add("resource", "file:///etc/passwd", has_head=False)
        warc.add("conversion", has_head=False)
        warc.add("metadata", has_head=False)
    file = WarcFile("x", path)
    warcs = WarcImport(Archive(database), [file], site=None, max_bytes=1000)
    with closing(warcs):
        assert [*warcs.read(file), *warcs.finish()] == []
    assert warcs.skipped == 4


@pytest.mark.parametrize(
    ("address", "code"),
    [("https://me:hunter2@x.example/", "address_refused"), ("https:///", "address_refused")],
)
def test_address_that_is_never_fetched_is_not_imported(
    database: Database, path: Path, address: str, code: str
) -> None:
    """What an operator may not type, a file may not bring."""
    with write_warc(path) as warc:
        warc.add(address=address)
    assert find_problem(import_files(database, path)).code == code


def test_site_is_the_operators_word(database: Database, path: Path) -> None:
    """A mirror's pages are read as the site that the operator names."""
    with write_warc(path) as warc:
        warc.add()
    page = find_page(import_files(database, path, site="shiporskip.io"))
    assert page.snapshot.site == "shiporskip.io"


def test_importing_again_changes_nothing(database: Database, path: Path) -> None:
    """The same records are the same observations."""
    with write_warc(path) as warc:
        warc.add()
    import_files(database, path)
    before = read_snapshots(database)
    assert not find_page(import_files(database, path)).is_new
    assert read_snapshots(database) == before


def test_what_was_taken_down_stays_so(database: Database, path: Path) -> None:
    """No file brings back an address that was forgotten."""
    tombstone = Tombstone(hash_address("https://x.example/a"), "address", "asked", AT)
    bury(database, tombstone, is_applied=True)
    with write_warc(path) as warc:
        warc.add()
        warc.add(address="https://x.example/b")
    assert list_codes(import_files(database, path)) == ["forgotten", "https://x.example/b"]


def test_file_that_cannot_be_opened_is_a_problem(database: Database, tmp_path: Path) -> None:
    """A missing file and a pipe, which nobody writes to, are one line each."""
    os.mkfifo(tmp_path / "pipe.warc")
    outcomes = import_files(database, tmp_path / "none.warc", tmp_path / "pipe.warc")
    assert list_codes(outcomes) == ["missing", "unreadable"]
