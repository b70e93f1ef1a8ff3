"""A revisit record gets the bytes that it leaves out, wherever they are, or is a problem."""

from __future__ import annotations

import base64
import gzip
import hashlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from sqlite_utils import Database

from scraper.archive import Archive
from scraper.errors import CutShortError
from scraper.response import Fetched
from scraper.sources import WarcFile, WarcWork
from scraper.tombstones import Tombstone, bury, hash_address
from scraper.warc.finished import FileKey
from scraper.warc.importing import WarcImport
from scraper.warc.reading import Item, WarcReader
from tests.warcs import (
    AT,
    PAGE,
    Writer,
    find_problem,
    import_files,
    list_codes,
    make_archive,
    read_snapshots,
    write_warc,
)

LATER = "2026-05-01T10:00:00Z"
PROFILE = "http://netpreserve.org/warc/1.0/revisit/"
SAME, UNMODIFIED = f"{PROFILE}identical-payload-digest", f"{PROFILE}server-not-modified"
A = "https://x.example/a"
DIGESTS = {
    "sha1": "sha1:" + base64.b32encode(hashlib.sha1(PAGE, usedforsecurity=False).digest()).decode(),
    "sha256": "sha256:" + hashlib.sha256(PAGE).hexdigest(),
}


@pytest.fixture
def database() -> Iterator[Database]:
    """Return an empty archive."""
    with make_archive() as database:
        yield database


def revisit(warc: Writer, address: str = A, profile: str = SAME, **fields: Any) -> None:
    """Write a revisit record of a week later."""
    warc.add("revisit", address, b"", WARC_Date=LATER, WARC_Profile=profile, **fields)


NAMED = {
    "digest": {"WARC_Payload_Digest": DIGESTS["sha1"]},
    "our digest": {"WARC_Payload_Digest": DIGESTS["sha256"]},
    "address and time": {"WARC_Refers_To_Target_URI": A, "WARC_Refers_To_Date": AT},
    "record": {"WARC_Refers_To": "<urn:x:1>"},
}


PLACES = ("before", "after", "other file", "later file", "archive")
# The archive keeps no ids of records.
FOUND = [(how, place) for how in NAMED for place in PLACES if (how, place) != ("record", "archive")]


@pytest.mark.parametrize(("how", "place"), FOUND)
def test_bytes_are_found(database: Database, tmp_path: Path, how: str, place: str) -> None:
    """Before it, after it, in another file, in the archive: by digest, by address and time."""
    one, two = tmp_path / "1.warc.gz", tmp_path / "2.warc.gz"
    with write_warc(one) as first, write_warc(two) as second:
        if place == "after":
            revisit(first, **NAMED[how])
        first.add(WARC_Record_ID="<urn:x:1>")
        if place == "before":
            revisit(first, **NAMED[how])
        if place not in ("before", "after"):
            revisit(second, **NAMED[how])
        else:
            second.add(address="https://x.example/z", body=b"else")
    if place == "archive":
        import_files(database, one)
    files = {"archive": [two], "later file": [two, one]}.get(place, [one, two])
    outcomes = import_files(database, *files)
    (page,) = [
        each
        for each in outcomes
        if isinstance(each, Fetched) and each.snapshot.observed_at == LATER
    ]
    assert (page.body, page.snapshot.address, page.snapshot.status) == (PAGE, A, 200)


def test_bytes_of_a_coded_payload_are_found(database: Database, tmp_path: Path) -> None:
    """Where the digest is that of the coded bytes, the record that states it is meant."""
    path = tmp_path / "x.warc.gz"
    with write_warc(path) as warc:
        warc.add(
            headers=[("Content-Encoding", "gzip")],
            body=gzip.compress(PAGE),
            WARC_Payload_Digest="sha1:" + "A" * 32,
        )
        revisit(warc, "https://x.example/b", WARC_Payload_Digest="sha1:" + "A" * 32)
    _, page = import_files(database, path)
    assert isinstance(page, Fetched)
    assert (page.body, page.snapshot.address) == (PAGE, "https://x.example/b")


def test_revisit_of_a_revisit_is_found(database: Database, tmp_path: Path) -> None:
    """A chain is followed, whatever the order."""
    path = tmp_path / "x.warc.gz"
    with write_warc(path) as warc:
        revisit(warc, "https://x.example/c", WARC_Refers_To="<urn:x:2>")
        revisit(warc, "https://x.example/b", WARC_Refers_To="<urn:x:1>", WARC_Record_ID="<urn:x:2>")
        warc.add(WARC_Record_ID="<urn:x:1>")
    outcomes = import_files(database, path)
    assert list_codes(outcomes) == [A, "https://x.example/b", "https://x.example/c"]


@pytest.mark.parametrize("how", ["record", "latest", "response"])
def test_304_holds_on_to_what_was_there(database: Database, tmp_path: Path, how: str) -> None:
    """A record of status 304 is a snapshot that rests on the one that still holds."""
    path = tmp_path / "x.warc.gz"
    with write_warc(path) as warc:
        warc.add(WARC_Record_ID="<urn:x:1>", headers=[("ETag", '"1"')])
        warc.add(WARC_Date="2026-06-01T10:00:00Z", body=b"newer")
        if how == "response":
            etag = [("ETag", '"1"')]
            warc.add(WARC_Date=LATER, status="304 Not Modified", body=b"", headers=etag)
        elif how == "record":
            revisit(warc, profile=UNMODIFIED, has_head=False, WARC_Refers_To="<urn:x:1>")
        else:
            revisit(warc, profile=UNMODIFIED, has_head=False, WARC_Etag='"1"')
    assert list_codes(import_files(database, path)) == [A, A, A]
    row = database.conn.execute(
        "SELECT role, sha256, revisit_of FROM snapshots WHERE status = 304"
    ).fetchone()
    assert row == ("page", hashlib.sha256(PAGE).hexdigest(), 1)


@pytest.mark.parametrize(
    ("profile", "fields"),
    [
        (SAME, {"WARC_Payload_Digest": DIGESTS["sha1"]}),
        (SAME, {"WARC_Refers_To_Target_URI": A, "WARC_Refers_To_Date": AT}),
        (SAME, {}),
        (UNMODIFIED, {}),
        ("http://x.example/of/ours", {"WARC_Payload_Digest": DIGESTS["sha1"]}),
    ],
)
def test_revisit_of_nothing_is_a_problem(
    database: Database, tmp_path: Path, profile: str, fields: dict[str, str]
) -> None:
    """Bytes that are nowhere are one line that names the record and the file."""
    path = tmp_path / "x.warc.gz"
    with write_warc(path) as warc:
        revisit(warc, profile=profile, **fields)
    problem = find_problem(import_files(database, path))
    assert (problem.code, problem.address) == ("revisit_unresolved", A)
    assert problem.message.startswith(f"x.warc.gz: byte 0 ({A}): ")
    assert read_snapshots(database) == []


def test_304_of_another_version_is_a_problem(database: Database, tmp_path: Path) -> None:
    """An ETag that is not the one we know speaks of bytes that we never had."""
    path = tmp_path / "x.warc.gz"
    with write_warc(path) as warc:
        warc.add(headers=[("ETag", '"1"')])
        revisit(warc, profile=UNMODIFIED, has_head=False, WARC_Etag='"2"')
    assert list_codes(import_files(database, path)) == [A, "revisit_unresolved"]


def test_many_revisits_of_nothing_end(database: Database, tmp_path: Path) -> None:
    """Each is told once, and the rounds end."""
    path = tmp_path / "x.warc.gz"
    with write_warc(path) as warc:
        for number in range(300):
            revisit(warc, f"https://x.example/{number}", WARC_Refers_To=f"<urn:x:{number}>")
    assert list_codes(import_files(database, path)) == ["revisit_unresolved"] * 300


def test_what_was_taken_down_is_not_missed(database: Database, tmp_path: Path) -> None:
    """Revisits of an address that was taken down are no riddle: its own, and those of others."""
    hashed = hash_address(A)
    bury(database, Tombstone(hashed, "address", "asked to", LATER), is_applied=True)
    with write_warc(tmp_path / "1.warc.gz") as warc:
        warc.add()
        revisit(warc, profile=UNMODIFIED, **NAMED["address and time"])
        revisit(warc, "https://x.example/b", **NAMED["address and time"])
    assert list_codes(import_files(database, tmp_path / "1.warc.gz")) == ["forgotten"] * 3
    assert read_snapshots(database) == []


class CutShort:
    """Reads a first file, and no other."""

    skipped = taken = 0

    def __init__(self, path: Path) -> None:
        self._path = path

    def begin(self, files: Sequence[WarcWork], is_finished: Callable[[FileKey], bool]) -> None:
        """Do nothing."""

    def identify(self, file: WarcWork) -> FileKey:
        """Know every file."""
        return FileKey(file.source, "the same")

    def read(self, file: WarcWork) -> Iterator[Item]:
        """Read the first file."""
        if file.source != self._path.name:
            raise CutShortError
        yield from WarcReader(site=None, max_bytes=100_000).read(self._path, file.source)


def test_bytes_that_may_still_come_are_not_missed(database: Database, tmp_path: Path) -> None:
    """Where the rest of the files cannot be had, a revisit is no problem, nor its file finished."""
    paths = [tmp_path / "1.warc.gz", tmp_path / "2.warc.gz"]
    with write_warc(paths[0]) as first, write_warc(paths[1]) as second:
        revisit(first, **NAMED["digest"])
        second.add()
    files = [WarcFile(path.name, path) for path in paths]
    for is_cut_short in (True, False):
        warcs = CutShort(paths[0]) if is_cut_short else None
        imported = WarcImport(Archive(database), files, site=None, max_bytes=100_000, warcs=warcs)
        with closing(imported):
            outcomes = [each for file in files for each in imported.read(file)]
            outcomes += imported.finish()
        assert list_codes(outcomes) == ([] if is_cut_short else [A, A])
        assert list(database.query("SELECT * FROM finished_files")) == []
