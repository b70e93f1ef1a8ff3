"""Bench: warcio: WARC with gzip, as its writer and its iterator come."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import Literal

from warcio.archiveiterator import ArchiveIterator
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from bench.archive.pages import STATUS, Page
from scraper.times import format_time


class Writer:
    """A WARC file; warcio hashes the block and the payload by SHA-1."""

    def __init__(self, path: Path) -> None:
        """Open the file."""
        self._file = path.open("wb")
        self._writer = WARCWriter(self._file, gzip=True)

    def write(self, pages: Sequence[Page]) -> None:
        """Write a batch."""
        for page in pages:
            record = self._writer.create_warc_record(
                page.address,
                "response",
                payload=BytesIO(page.body),
                length=len(page.body),
                http_headers=StatusAndHeaders(STATUS, list(page.headers), protocol="HTTP/1.1"),
                warc_headers_dict={"WARC-Date": format_time(page.observed_at)},
            )
            self._writer.write_record(record)

    def close(self) -> None:
        """Write what is left."""
        self._file.close()


def read(path: Path) -> Iterator[bytes]:
    """Yield the pages."""
    return _read(path, False)


def read_checked(path: Path) -> Iterator[bytes]:
    """Yield the pages, their digests checked."""
    return _read(path, "raise")


def _read(path: Path, check_digests: Literal[False, "raise"]) -> Iterator[bytes]:
    with path.open("rb") as file:
        for record in ArchiveIterator(file, check_digests=check_digests):
            if record.rec_type == "response":
                yield record.content_stream().read()


@contextmanager
def open_picker(path: Path) -> Iterator[Callable[[int], bytes]]:
    """Give a function that returns a page by its number; where it lies is found now."""
    with path.open("rb") as file:
        places, records = [], ArchiveIterator(file)
        for record in records:
            record.content_stream().read()
            places.append(records.get_record_offset())

        def pick(number: int) -> bytes:
            file.seek(places[number])
            body: bytes = next(ArchiveIterator(file)).content_stream().read()
            return body

        yield pick
