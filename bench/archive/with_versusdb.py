"""Bench: versusdb's archive, opened, written and read as ``versusdb ingest`` does it."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.parse import urlsplit

from bench.archive.pages import Page
from bench.content import SITE
from scraper.archive import Archive
from scraper.response import Response
from scraper.times import format_time
from versusdb.files import ARCHIVE, open_for_reading, open_for_writing

_HOST = urlsplit(SITE).hostname


class Writer:
    """An archive; each batch is one transaction, as in the import of WARC files."""

    def __init__(self, path: Path) -> None:
        """Make the file."""
        self._database = open_for_writing(path, ARCHIVE)
        identity = (str(uuid.UUID(int=1)),)
        with self._database.atomic():
            self._database.conn.execute("INSERT INTO identity (uuid) VALUES (?)", identity)
        self._archive = Archive(self._database)

    def write(self, pages: Sequence[Page]) -> None:
        """Archive a batch."""
        with self._database.atomic():
            for page in pages:
                self._archive.archive(make_response(page))

    def close(self) -> None:
        """Bring all into the one file."""
        self._database.close()


def make_response(page: Page) -> Response:
    """Return a page as fetching hands it over."""
    return Response(
        role="page",
        source=page.address,
        address=page.address,
        site=_HOST,
        observed_at=format_time(page.observed_at),
        status=200,
        headers=page.headers,
        request_headers=(),
        body=page.body,
        http_version="HTTP/1.1",
        ip="127.0.0.1",
    )


def read(path: Path) -> Iterator[bytes]:
    """Yield the pages in the order of arrival; each is checked by its SHA-256."""
    with closing(open_for_reading(path, ARCHIVE)) as database:
        archive = Archive(database)
        for snapshot in archive.snapshots():
            yield archive.read(snapshot.sha256)


@contextmanager
def open_picker(path: Path) -> Iterator[Callable[[int], bytes]]:
    """Give a function that returns a page by its number; its SHA-256 is looked up now."""
    with closing(open_for_reading(path, ARCHIVE)) as database:
        archive = Archive(database)
        digests = [snapshot.sha256 for snapshot in archive.snapshots()]
        yield lambda number: archive.read(digests[number])
