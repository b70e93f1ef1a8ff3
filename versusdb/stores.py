"""Command: WARC files wherever they lie: found by a pattern, told apart by their bytes, opened.

An address is one that fsspec knows: a path, ``s3://``, ``gs://``, ``https://`` and so on. This is
the one module that imports fsspec, which comes with the extra ``dask``.
"""

from __future__ import annotations

import glob
import logging
import os
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, BinaryIO, cast
from urllib.parse import unquote

import fsspec
from msgspec.structs import replace

from scraper.addresses import hide_credentials
from scraper.response import FetchProblem
from scraper.showing import show_path, show_text
from scraper.sources import BUCKETS, StoredWarc, WarcFile, WarcWork, Work, is_warc
from versusdb.errors import CommandError

# So much is asked for at once, whatever is read.
BLOCK_BYTES = 524_288
MOST_CHARACTERS = 200
NO_FILE = "its store has no such file"
NO_PARTS = (
    "its server gives only whole files; expected one that knows HTTP Range, or a copy on a disk"
)
NO_CREDENTIALS = (
    "no credentials for its store; expected them in the environment, that of each worker as well"
)
WITHOUT_CREDENTIALS = frozenset({"DefaultCredentialsError", "NoCredentialsError"})
WEB = frozenset({"http", "https"})
# What stores say of the bytes of a file, from the best word to the poorest.
MARKS = (
    "ETag", "etag", "md5Hash", "crc32c", "Content-MD5", "mtime", "LastModified", "last_modified",
    "Last-Modified", "updated",
)  # fmt: skip
# What goes wrong is said in our words; this one would say it with a traceback as well.
logging.getLogger("gcsfs").setLevel(logging.CRITICAL)


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


class NeverStoredError(StoreError):
    """A store that would not give the file if it were asked again."""


@contextmanager
def speak_plainly(address: str) -> Iterator[None]:
    """Turn whatever the store of an address raises into ``StoreError``: each has its own errors."""
    try:
        yield
    except (CommandError, StoreError):
        # The former is a signal's.
        raise
    except Exception as error:
        raise _explain(error, address) from error


def _explain(error: Exception, address: str) -> StoreError:
    """Return it in a line that holds nobody's password."""
    cause = error.__cause__
    if isinstance(error, FileNotFoundError) and type(cause).__module__.startswith("aiohttp"):
        # fsspec says so of an address that is forbidden, or of which nobody answers, as well.
        if getattr(cause, "status", None) == 404:
            return NeverStoredError("missing", NO_FILE)
        assert isinstance(cause, Exception)
        error = cause
    if isinstance(error, FileNotFoundError) and address.endswith(str(error)):
        # Which says no more than its name.
        return NeverStoredError("missing", NO_FILE)
    if type(error).__name__ in WITHOUT_CREDENTIALS:
        return NeverStoredError("unreadable", NO_CREDENTIALS)
    text = " ".join(f"{type(error).__name__}: {error}".split())
    if "support range requests" in text:
        return NeverStoredError("unreadable", NO_PARTS)
    user = address.partition("://")[2].partition("/")[0].rpartition("@")[0]
    for known in filter(None, (user, unquote(user))):
        text = text.replace(f"{known}@", "")
    reason = show_text(hide_credentials(text))[:MOST_CHARACTERS]
    if isinstance(error, FileNotFoundError):
        return NeverStoredError("missing", reason)
    return StoreError("unreadable", reason)


def list_store(source: str) -> list[Work] | None:
    """List the WARC files of a source; None for what is a path here, or the address of a page."""
    scheme, mark, rest = source.partition("://")
    if not mark:
        return _list_pattern(source)
    scheme = scheme.lower()
    source = f"{scheme}://{rest}"
    is_page = scheme in WEB and not is_warc(source)
    if is_page or scheme not in fsspec.available_protocols():
        return None
    shown = show_text(hide_credentials(source))
    try:
        # Its credentials come from the environment, and what stands before an @ is no bucket.
        if scheme in BUCKETS and shown != show_text(source):
            raise StoreError(
                "address_refused",
                "it carries credentials, which its store takes from the environment; name it "
                "without them",
            )
        with speak_plainly(source):
            found = _find(source)
    except StoreError as error:
        return [error.state(shown)]
    return [_list_file(address, told) for address, told in found] or [_miss(shown)]


def _list_pattern(source: str) -> list[Work] | None:
    """List the files here that a pattern stands for, as a shell would; None for a name."""
    if not glob.has_magic(source) or "\0" in source or Path(source).exists():
        return None
    # Which may be absolute, as no pattern of Path's is.
    found = sorted(map(Path, glob.glob(source, recursive=True)))  # noqa: PTH207
    files = [path for path in found if is_warc(path.name) and not path.is_dir()]
    return [WarcFile(show_path(path), path) for path in files] or [_miss(show_text(source))]


def _miss(shown: str) -> FetchProblem:
    message = f"{shown}: no WARC file there; expected .warc or .warc.gz"
    return FetchProblem(code="no_pages", source=shown, address=None, message=message)


def _find(source: str) -> list[tuple[str, Mapping[str, Any]]]:
    """Return the address of each WARC file of a source, and what its store tells of it."""
    system, path = _reach(source)
    if _has_magic(source) and not system.isfile(path):
        found = system.glob(path, detail=True)
    elif is_warc(source) and (told := system.info(path))["type"] != "directory":
        found = {path: told}
    else:
        found = system.find(path, detail=True)
    files = {name: told for name, told in found.items() if told["type"] != "directory"}
    return [(system.unstrip_protocol(name), files[name]) for name in sorted(filter(is_warc, files))]


def _has_magic(address: str) -> bool:
    """Tell whether an address is a pattern, which in ``[::1]`` it is not."""
    scheme, _, rest = address.partition("://")
    if scheme in WEB:
        # Nor is what stands behind a question mark.
        rest = rest.partition("/")[2].partition("?")[0]
    return glob.has_magic(rest)


def _reach(address: str) -> tuple[Any, str]:
    """Return the store of an address, and what it calls the file."""
    if address.startswith("/"):
        # As it is: to fsspec some names are more than names.
        return fsspec.filesystem("file"), address
    if "::" in address:
        raise StoreError("unreadable", "it holds '::', which would be two addresses; rename it")
    # A worker lives long, and what it has listed may be other files by now.
    return cast("tuple[Any, str]", fsspec.url_to_fs(address, use_listings_cache=False))


def _list_file(address: str, told: Mapping[str, Any]) -> Work:
    try:
        return _describe(address, told)
    except StoreError as error:
        return error.state(show_text(hide_credentials(address)))


def _describe(address: str, told: Mapping[str, Any]) -> StoredWarc:
    """Return a file as its store describes it; one that says too little is asked once more."""
    if told.get("size") is None:
        with speak_plainly(address):
            system, path = _reach(address)
            told = system.info(path)
    if told["type"] not in ("file", "link"):
        raise StoreError("unreadable", "not a regular file")
    if told.get("size") is None:
        reason = "its store does not say how large it is, and so gives no part of it"
        raise StoreError("unreadable", reason)
    size = int(told["size"])
    word = next((f"{name} {told[name]}" for name in MARKS if told.get(name) is not None), None)
    mark = f"size {size}, {word}" if word else ""
    return StoredWarc(show_text(hide_credentials(address)), address, size, mark)


def describe(file: WarcWork) -> StoredWarc:
    """Return a file as other machines see it, which share its folder; raise ``StoreError``."""
    if isinstance(file, StoredWarc):
        return file
    address = str(file.path.absolute())
    if show_text(address) != address:
        reason = "its name is no text, and cannot be told to other machines; rename it"
        raise StoreError("unreadable", reason)
    with speak_plainly(address):
        told = fsspec.filesystem("file").info(address)
    return replace(_describe(address, told), source=file.source)


def know_by(address: str) -> str:
    """Return by what a file is known, however it is named, and whoever asks for it."""
    path = address.removeprefix("file://")
    return os.path.realpath(path) if path.startswith("/") else hide_credentials(address)


@contextmanager
def open_stored(address: str) -> Iterator[BinaryIO]:
    """Open a file to be read from any place; raise ``StoreError``, also for what is read later."""
    with speak_plainly(address):
        system, path = _reach(address)
        file = system.open(path, "rb", block_size=BLOCK_BYTES)
    with closing(file):
        yield cast("BinaryIO", _Opened(file, address))


class _Opened:
    """An open file of a store."""

    def __init__(self, file: BinaryIO, address: str) -> None:
        self._file = file
        self._address = address

    def read(self, count: int) -> bytes:
        """Return so many bytes, fewer at the end."""
        with speak_plainly(self._address):
            return self._file.read(count)

    def seek(self, offset: int) -> int:
        """Go to a place."""
        with speak_plainly(self._address):
            return self._file.seek(offset)
