"""Bench: FastWARC: WARC with gzip, as its writer and its iterator come."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from fastwarc.stream_io import GzipWriter
from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from bench.archive.pages import Page, write_head


class Writer:
    """A WARC file; FastWARC hashes the block by SHA-1."""

    def __init__(self, path: Path) -> None:
        """Open the file."""
        self._file = path.open("wb")
        self._stream = GzipWriter(self._file)

    def write(self, pages: Sequence[Page]) -> None:
        """Write a batch."""
        for page in pages:
            write_page(self._stream, page)

    def close(self) -> None:
        """Write what is left."""
        self._stream.close()
        self._file.close()


def write_page(stream: Any, page: Page) -> None:
    """Write a page as one record, compressed by itself."""
    record = WarcRecord()
    record.init_headers(WarcRecordType.response)
    record.record_date = page.observed_at
    record.headers["WARC-Target-URI"] = page.address
    record.headers["Content-Type"] = "application/http; msgtype=response"
    record.is_http = True
    record.set_bytes_content(write_head(page) + page.body)
    record.write(stream, checksum_data=True)
    # Else the whole file is one member, and no record can be read by itself.
    stream.finish()


def read(path: Path) -> Iterator[bytes]:
    """Yield the pages."""
    return _read(path, is_checked=False)


def read_checked(path: Path) -> Iterator[bytes]:
    """Yield the pages whose digests are right; FastWARC passes over the others."""
    return _read(path, is_checked=True)


def _read(path: Path, *, is_checked: bool) -> Iterator[bytes]:
    with path.open("rb") as file:
        for record in ArchiveIterator(
            file, record_types=WarcRecordType.response, verify_digests=is_checked
        ):
            yield record.reader.read()


@contextmanager
def open_picker(path: Path) -> Iterator[Callable[[int], bytes]]:
    """Give a function that returns a page by its number; where it lies is found now."""
    places = find_places(path)
    with path.open("rb") as file:

        def pick(number: int) -> bytes:
            file.seek(places[number])
            return read_next(file)

        yield pick


def find_places(path: Path) -> list[int]:
    """Return where the records lie."""
    with path.open("rb") as file:
        return [record.stream_pos for record in ArchiveIterator(file)]


def read_next(stream: Any) -> bytes:
    """Return the page whose record begins here."""
    body: bytes = next(ArchiveIterator(stream)).reader.read()
    return body
