"""Bench: FastWARC: WARC with zstd and a dictionary of the first pages, which it trains itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from fastwarc.stream_io import ZstdReader, ZstdWriter, zstd_train_dictionary_from_samples

from bench.archive import with_fastwarc
from bench.archive.pages import Page
from bench.archive.with_fastwarc import find_places, read_next, write_page

PAGES_TO_TRAIN = 64
DICTIONARY_BYTES = 65_536
# Of the frame that holds the dictionary: its mark and its length (Zstandard for WARC files, 1.0).
MARK = b"\x5d\x2a\x4d\x18"
LENGTH_BYTES = 4


class Writer:
    """A WARC file that begins with the dictionary; it is trained when the first pages come."""

    def __init__(self, path: Path) -> None:
        """Open the file."""
        self._file = path.open("wb")
        self._stream: Any = None

    def write(self, pages: Sequence[Page]) -> None:
        """Write a batch."""
        if self._stream is None:
            samples = [page.body for page in pages[:PAGES_TO_TRAIN]]
            dictionary = zstd_train_dictionary_from_samples(samples, DICTIONARY_BYTES)
            # Given a path in place of a file, FastWARC 2.0.1 leaves the dictionary out.
            self._stream = ZstdWriter(self._file, dictionary=dictionary)
        for page in pages:
            write_page(self._stream, page)

    def close(self) -> None:
        """Write what is left."""
        if self._stream is not None:
            self._stream.close()
        self._file.close()


def read(path: Path) -> Iterator[bytes]:
    """Yield the pages."""
    return with_fastwarc.read(path)


def read_checked(path: Path) -> Iterator[bytes]:
    """Yield the pages whose digests are right."""
    return with_fastwarc.read_checked(path)


@contextmanager
def open_picker(path: Path) -> Iterator[Callable[[int], bytes]]:
    """Give a function that returns a page by its number; where it lies is found now."""
    places = find_places(path)
    with path.open("rb") as file:
        if file.read(len(MARK)) != MARK:
            raise ValueError(f"{path}: begins without a dictionary")
        dictionary = file.read(int.from_bytes(file.read(LENGTH_BYTES), "little"))

        def pick(number: int) -> bytes:
            file.seek(places[number])
            return read_next(ZstdReader(file, dictionary=dictionary))

        yield pick
