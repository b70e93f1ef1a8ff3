"""Command: WARC files wherever they lie: found by a pattern, told apart by their bytes, opened.

An address is one that fsspec knows: a path, ``s3://``, ``gs://``, ``https://`` and so on. This is
the one module that imports fsspec, which comes with the extra ``dask``.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from typing import BinaryIO, cast

import fsspec
from msgspec import Struct

from scraper.addresses import hide_credentials
from scraper.decoding import GZIP_MAGIC
from scraper.response import FetchProblem
from scraper.showing import show_text
from scraper.sources import StoredWarc, WarcFile, WarcWork, Work, is_warc

# So much is asked for at once, whatever is read.
BLOCK_BYTES = 524_288
MOST_CHARACTERS = 200
MAGIC = frozenset("*?[")
# What stores say of the bytes of a file, from the best word to the poorest.
MARKS = ("ETag", "etag", "md5Hash", "crc32c", "mtime", "LastModified", "last_modified", "updated")


class StoredFile(Struct, frozen=True):
    """A file as its store describes it: ``mark`` is another one when its bytes are others."""

    address: str
    size: int
    mark: str


class StoreError(Exception):
    """A store that does not give a file, in one line; ``is_missing`` if it says there is none."""

    def __init__(self, error: Exception) -> None:
        text = " ".join(f"{type(error).__name__}: {error}".split())
        super().__init__(show_text(hide_credentials(text[:MOST_CHARACTERS])))
        self.is_missing = isinstance(error, FileNotFoundError)

    def state(self, source: str) -> FetchProblem:
        """Return what a run notes of it."""
        code = "missing" if self.is_missing else "unreadable"
        return FetchProblem(code=code, source=source, address=None, message=f"{source}: {self}")


@contextmanager
def speak_plainly() -> Iterator[None]:
    """Turn whatever a store raises into ``StoreError``: each has errors of its own."""
    try:
        yield
    except Exception as error:
        raise StoreError(error) from error


def list_store(source: str) -> list[Work] | None:
    """List the WARC files of a source; None for what is a path here, or the address of a page."""
    scheme, mark, _ = source.partition("://")
    has_magic = not MAGIC.isdisjoint(source)
    is_web = scheme in ("http", "https") and not is_warc(source) and not has_magic
    is_known = not mark or scheme in fsspec.available_protocols()
    if is_web or not is_known or (not mark and not has_magic):
        return None
    shown = show_text(hide_credentials(source))
    try:
        with speak_plainly():
            found = _find(source)
    except StoreError as error:
        return [error.state(shown)]
    if not found:
        message = f"{shown}: no WARC file there; expected .warc or .warc.gz"
        return [FetchProblem(code="no_pages", source=shown, address=None, message=message)]
    return list(found)


def _find(source: str) -> list[StoredWarc]:
    system, path = fsspec.url_to_fs(source)
    if not MAGIC.isdisjoint(source):
        paths = system.glob(path)
    elif is_warc(source):
        paths = [path]
    else:
        paths = system.find(path)
    # A user and a password are no part of what a store calls its files.
    addresses = [system.unstrip_protocol(each) for each in sorted(paths) if is_warc(each)]
    return [StoredWarc(show_text(hide_credentials(each)), each) for each in addresses]


def name_address(file: WarcWork) -> str:
    """Return the address of a file; that of a path is the same on every machine that shares it."""
    return str(file.path.absolute()) if isinstance(file, WarcFile) else file.address


def describe(file: WarcWork) -> StoredFile:
    """Ask the store what it says of a file; raise ``StoreError`` if it says nothing of use."""
    address = name_address(file)
    with speak_plainly():
        system, path = fsspec.url_to_fs(address)
        told = system.info(path)
        if told.get("type") == "directory" or told.get("size") is None:
            raise ValueError(
                "its store does not say how large it is, so it cannot be read in parts"
            )
        size = int(told["size"])
        words = [f"{name} {told[name]}" for name in MARKS if told.get(name) is not None]
    return StoredFile(address, size, " ".join([f"size {size}", *words[:1]]))


@contextmanager
def open_stored(address: str) -> Iterator[BinaryIO]:
    """Open a file to be read from any place; raise ``StoreError``, also for what is read later."""
    with speak_plainly():
        system, path = fsspec.url_to_fs(address)
        with system.open(path, "rb", block_size=BLOCK_BYTES) as file:
            yield cast("BinaryIO", file)


@lru_cache(maxsize=1024)
def is_gzip(file: StoredFile) -> bool:
    """Tell whether a file is gzipped, by its first bytes."""
    with speak_plainly():
        system, path = fsspec.url_to_fs(file.address)
        return bool(system.cat_file(path, start=0, end=len(GZIP_MAGIC)) == GZIP_MAGIC)
