"""Public WARC files of Heritrix and wget; they lie outside the project and may be absent."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlite_utils import Database

from scraper.response import Fetched
from tests.warcs import find_page, import_files, list_codes, make_archive

SAMPLES = Path(__file__).parents[2] / "shared" / "suites" / "warc-iipc"
ORIGINAL = SAMPLES / "20130729-heritrix-original.warc.gz"
REVISIT = SAMPLES / "20130729-heritrix-revisit-with-http-headers.warc.gz"
UNMODIFIED = SAMPLES / "20141124-heritrix-server-not-modified.warc.gz"
NEWER = SAMPLES / "20141129-heritrix-original.warc.gz"
NEWER_REVISIT = SAMPLES / (
    "20141129-heritrix-revisit-with-http-headers-and-new-warc-headers.warc.gz"
)
HOME, NEWS = "http://www.bl.uk/", "http://bl.uk/subjects/news-media/"

pytestmark = pytest.mark.skipif(
    not SAMPLES.is_dir(), reason="the public samples are not part of the project"
)


@pytest.fixture
def database() -> Iterator[Database]:
    """Return an empty archive."""
    with make_archive() as database:
        yield database


@pytest.mark.parametrize("is_reversed", [False, True])
def test_samples_come_in_whole(database: Database, is_reversed: bool) -> None:
    """All pages and revisits of the samples are archived, in whatever order they are named."""
    paths = sorted(SAMPLES.glob("*.warc.gz"), reverse=is_reversed)
    assert len(paths) == 6
    codes = list_codes(import_files(database, *paths))
    hello = "http://iipc.github.io/warc-specifications/primers/web-archive-formats/hello-world.txt"
    assert sorted(codes) == sorted([HOME, HOME, HOME, NEWS, NEWS, hello])
    rows = database.conn.execute("SELECT count(*), count(revisit_of) FROM snapshots").fetchone()
    assert rows == (6, 1)


@pytest.mark.parametrize(
    ("original", "revisit", "address"), [(ORIGINAL, REVISIT, HOME), (NEWER, NEWER_REVISIT, NEWS)]
)
@pytest.mark.parametrize("is_archived", [False, True])
def test_revisit_has_the_bytes_of_the_original(
    database: Database, original: Path, revisit: Path, address: str, is_archived: bool
) -> None:
    """By digest alone, and by address and time; in one command, and from the archive."""
    if is_archived:
        first = find_page(import_files(database, original))
        second = find_page(import_files(database, revisit))
    else:
        one, other = import_files(database, revisit, original)
        assert isinstance(one, Fetched)
        assert isinstance(other, Fetched)
        first, second = one, other
    assert first.snapshot.sha256 == second.snapshot.sha256
    assert first.snapshot.address == second.snapshot.address == address
    assert first.snapshot.observed_at != second.snapshot.observed_at
    assert hashlib.sha256(second.body).hexdigest() == second.snapshot.sha256


def test_304_rests_on_the_page_that_was_there(database: Database) -> None:
    """A server-not-modified record without any reference holds on to its address's last page."""
    import_files(database, ORIGINAL)
    (page,) = import_files(database, UNMODIFIED)
    assert isinstance(page, Fetched)
    assert page.same_as == 1
    row = database.conn.execute("SELECT status, revisit_of FROM snapshots WHERE archive_id = 2")
    assert row.fetchone() == (304, 1)


@pytest.mark.parametrize("path", [REVISIT, UNMODIFIED, NEWER_REVISIT], ids=lambda path: path.stem)
def test_revisit_alone_is_a_problem(database: Database, path: Path) -> None:
    """Without the original there is nothing to read, and one line says so."""
    assert list_codes(import_files(database, path)) == ["revisit_unresolved"]


def test_request_of_wget_is_kept(database: Database) -> None:
    """Wget writes the request before the response, which names it."""
    page = find_page(import_files(database, SAMPLES / "hello-world.warc.gz"))
    assert ("User-Agent", "Wget/1.16.2 (darwin14.1.0)") in page.response.request_headers
    assert page.body == b"Hello World\n\n"
