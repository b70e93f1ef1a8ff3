"""Bench: the limit, what has to be done anyway: SHA-256 and zstd with a dictionary, in a row.

A flat file begins with the dictionary; of each page the digest, the length of its frame and the
frame are appended. The dictionary is made beforehand, from as many pages and to the same size as
versusdb's.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

import zstandard

from bench.archive.pages import Page, list_files

LEVEL = 3
DIGEST_BYTES = 32
LENGTH_BYTES = 4


class OtherDigestError(Exception):
    """A page whose bytes are not those of its digest."""


class Writer:
    """A flat file, with the dictionary that ``prepare`` has made."""

    def __init__(self, path: Path) -> None:
        """Open the file."""
        self._file = path.open("wb")
        data = _name_dictionary(path).read_bytes()
        self._file.write(len(data).to_bytes(LENGTH_BYTES, "big") + data)
        dictionary = zstandard.ZstdCompressionDict(data)
        self._compressor = zstandard.ZstdCompressor(level=LEVEL, dict_data=dictionary)

    def write(self, pages: Sequence[Page]) -> None:
        """Append a batch."""
        for page in pages:
            frame = self._compressor.compress(page.body)
            digest = hashlib.sha256(page.body).digest()
            self._file.write(digest + len(frame).to_bytes(LENGTH_BYTES, "big") + frame)

    def close(self) -> None:
        """Write what is left."""
        self._file.close()


def prepare(path: Path, site: Path) -> None:
    """Train the dictionary on the first pages."""
    # Here alone, so that the limit is no larger for it.
    from scraper.compressing import PAGES_TO_TRAIN, train_dictionary

    bodies = [file.read_bytes() for file in list_files(site)[:PAGES_TO_TRAIN]]
    _name_dictionary(path).write_bytes(train_dictionary(bodies).as_bytes())


def read(path: Path) -> Iterator[bytes]:
    """Yield the pages; raise ``OtherDigestError`` for one that is not what was written."""
    with path.open("rb") as file:
        decompressor = _open_decompressor(file)
        while head := file.read(DIGEST_BYTES + LENGTH_BYTES):
            yield _read_page(head, file.read(_read_length(head)), decompressor)


@contextmanager
def open_picker(path: Path) -> Iterator[Callable[[int], bytes]]:
    """Give a function that returns a page by its number; where it lies is found now."""
    with path.open("rb") as file:
        decompressor = _open_decompressor(file)
        places = []
        while head := file.read(DIGEST_BYTES + LENGTH_BYTES):
            places.append(file.tell() - len(head))
            file.seek(_read_length(head), 1)

        def pick(number: int) -> bytes:
            file.seek(places[number])
            head = file.read(DIGEST_BYTES + LENGTH_BYTES)
            return _read_page(head, file.read(_read_length(head)), decompressor)

        yield pick


def _read_page(head: bytes, frame: bytes, decompressor: zstandard.ZstdDecompressor) -> bytes:
    body = decompressor.decompress(frame)
    if hashlib.sha256(body).digest() != head[:DIGEST_BYTES]:
        raise OtherDigestError(head.hex())
    return body


def _read_length(head: bytes) -> int:
    return int.from_bytes(head[-LENGTH_BYTES:], "big")


def _name_dictionary(path: Path) -> Path:
    return path.with_name(f"{path.name}.dictionary")


def _open_decompressor(file: BinaryIO) -> zstandard.ZstdDecompressor:
    data = file.read(_read_length(file.read(LENGTH_BYTES)))
    return zstandard.ZstdDecompressor(dict_data=zstandard.ZstdCompressionDict(data))
