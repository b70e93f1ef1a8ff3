"""Command: WARC files wherever they lie: found by a pattern, told apart by their bytes, opened.

An address is one that fsspec knows: a path, ``s3://``, ``gs://``, ``https://`` and so on. This is
the one module that imports fsspec, which comes with the extra ``dask``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import lru_cache
from typing import Any, BinaryIO, cast

import fsspec
from msgspec.structs import replace

from scraper.addresses import hide_credentials
from scraper.decoding import GZIP_MAGIC
from scraper.response import FetchProblem
from scraper.showing import show_text
from scraper.sources import StoredWarc, WarcWork, Work, is_warc

# So much is asked for at once, whatever is read.
BLOCK_BYTES = 524_288
MOST_CHARACTERS = 200
MAGIC = frozenset("*?[")
# What stores say of the bytes of a file, from the best word to the poorest.
MARKS = ("ETag", "etag", "md5Hash", "crc32c", "mtime", "LastModified", "last_modified", "updated")


class StoreError(Exception):
    """A store that does not give a file: what a run notes of it, and why.

    Both are the arguments, so that it comes back from another process as it was.
    """

    def __init__(self, code: str, reason: str) -> None:
        """Take the code of the issue, and the reason in one line."""
        super().__init__(code, reason)
        self.code = code
        self.reason = reason

    def state(self, source: str) -> FetchProblem:
        """Return what a run notes of it."""
        message = f"{source}: {self.reason}"
        return FetchProblem(code=self.code, source=source, address=None, message=message)


@contextmanager
def speak_plainly() -> Iterator[None]:
    """Turn whatever a store raises into ``StoreError``: each has errors of its own."""
    try:
        yield
    except Exception as error:
        text = " ".join(f"{type(error).__name__}: {error}".split())[:MOST_CHARACTERS]
        code = "missing" if isinstance(error, FileNotFoundError) else "unreadable"
        raise StoreError(code, show_text(hide_credentials(text))) from error


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
    if is_warc(source) and MAGIC.isdisjoint(source):
        found = {path: system.info(path)}
    elif MAGIC.isdisjoint(source):
        found = system.find(path, detail=True)
    else:
        found = system.glob(path, detail=True)
    paths = [each for each in sorted(found) if is_warc(each)]
    return [_describe(system.unstrip_protocol(each), found[each]) for each in paths]


def _describe(address: str, told: Mapping[str, Any]) -> StoredWarc:
    """Return a file as its store describes it; one that says too little is asked once more."""
    if told.get("size") is None:
        system, path = fsspec.url_to_fs(address)
        told = system.info(path)
    if told.get("type") == "directory" or told.get("size") is None:
        raise ValueError(f"{address}: its store does not say how large it is, and so gives no part")
    size = int(told["size"])
    words = [f"{name} {told[name]}" for name in MARKS if told.get(name) is not None]
    mark = ", ".join([f"size {size}", *words[:1]])
    return StoredWarc(show_text(hide_credentials(address)), address, size, mark)


def describe(file: WarcWork) -> StoredWarc:
    """Return a file as other machines see it, which share its folder; raise ``StoreError``."""
    if isinstance(file, StoredWarc):
        return file
    address = str(file.path.absolute())
    with speak_plainly():
        told = fsspec.url_to_fs(address)[0].info(address)
        return replace(_describe(address, told), source=file.source)


@contextmanager
def open_stored(address: str) -> Iterator[BinaryIO]:
    """Open a file to be read from any place; raise ``StoreError``, also for what is read later."""
    with speak_plainly():
        system, path = fsspec.url_to_fs(address)
        with system.open(path, "rb", block_size=BLOCK_BYTES) as file:
            yield cast("BinaryIO", file)


@lru_cache(maxsize=1024)
def is_gzip(file: StoredWarc) -> bool:
    """Tell whether a file is gzipped, by its first bytes."""
    with speak_plainly():
        system, path = fsspec.url_to_fs(file.address)
        return bool(system.cat_file(path, start=0, end=len(GZIP_MAGIC)) == GZIP_MAGIC)
