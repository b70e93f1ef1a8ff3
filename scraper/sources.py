"""Fetch: what an operator typed, turned into work: addresses, files, and files in folders.

What cannot be worked on becomes a problem, and the other sources go on. A file named by itself
is always read, whatever its ending, as a page unless it ends as a WARC file; what page it is, its
bytes tell. In a folder the ending decides.
"""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from glob import has_magic
from itertools import chain
from pathlib import Path
from typing import TypeAlias

from msgspec import Struct

from scraper.addresses import hide_credentials, normalise_address
from scraper.errors import AddressError
from scraper.response import FetchProblem, Response
from scraper.showing import show_path, show_text
from scraper.times import format_time, is_future

PAGE_SUFFIXES = frozenset({".html", ".htm", ".txt"})
WARC_SUFFIXES = (".warc", ".warc.gz")
ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://")
# The schemes of stores that keep files in buckets.
BUCKETS = frozenset({"gcs", "gs", "s3", "s3a"})


class PageAddress(Struct, frozen=True):
    """An address in its one form; ``source`` is how it was given."""

    source: str
    address: str


class PageFile(Struct, frozen=True):
    """A local file that holds a page; ``source`` is how its path is shown."""

    source: str
    path: Path


class WarcFile(Struct, frozen=True):
    """A local file that holds an archive of responses; ``source`` is how its path is shown."""

    source: str
    path: Path


class StoredWarc(Struct, frozen=True):
    """A WARC file in a store; ``source`` is how its address, such as ``s3://…``, is shown.

    ``mark`` is what the store says of its bytes, and another one where they are others; empty
    where it says nothing.
    """

    source: str
    address: str
    size: int
    mark: str


WarcWork: TypeAlias = WarcFile | StoredWarc
Work: TypeAlias = PageAddress | PageFile | WarcWork | FetchProblem


class Listing(Struct, frozen=True):
    """The work that sources stand for, each piece once.

    ``folders`` are those that were looked through, as problems call them, ``ignored`` the number
    of the files there that are no work. ``stores`` are the sources that a store listed.
    """

    works: tuple[Work, ...] = ()
    folders: frozenset[str] = frozenset()
    ignored: int = 0
    stores: frozenset[str] = frozenset()


def list_sources(
    sources: Iterable[str],
    further: Iterable[Work] = (),
    list_store: Callable[[str], Iterable[Work] | None] = lambda _: None,
) -> Listing:
    """List the work of all sources, in their order, and then what comes from elsewhere.

    ``list_store`` lists what a store has at a source, and returns None where it is in no store.
    """
    looked_through: set[str] = set()
    ignored: set[str] = set()
    stores: set[str] = set()

    def list_all() -> Iterator[Work]:
        for source in sources:
            stored = list_store(source)
            if stored is None:
                yield from list_source(source, looked_through, ignored)
            else:
                stores.add(show_text(hide_credentials(source)))
                yield from stored

    works: dict[str, Work] = {}
    for work in chain(list_all(), further):
        works.setdefault(identify(work), work)
    return Listing(
        tuple(works.values()), frozenset(looked_through), len(ignored), frozenset(stores)
    )


def identify(work: Work) -> str:
    """Name a piece of work so that the same one, typed twice, is done once."""
    if isinstance(work, PageAddress):
        return work.address
    if isinstance(work, StoredWarc):
        # Whoever asks for it, it is the same file.
        return hide_credentials(work.address)
    if isinstance(work, PageFile | WarcFile):
        return os.path.realpath(work.path)
    return f"{work.code} {work.source}"


def list_source(source: str, looked_through: set[str], ignored: set[str]) -> Iterator[Work]:
    """List the work of one source, adding its folders and the files of other kinds to the sets."""
    if not source:
        # As a path it would be the current folder, which nobody asked for.
        message = "an empty source; expected a file, a folder or an address"
        yield FetchProblem(code="missing", source=source, address=None, message=message)
        return
    if ADDRESS.match(source):
        yield list_address(source)
        return
    path = Path(source)
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError) as error:
        yield state_unreadable(source, error)
        return
    if stat.S_ISDIR(mode):
        yield from list_folder(path, looked_through, ignored)
    elif is_warc(path.name):
        yield WarcFile(show_path(path), path)
    else:
        yield PageFile(show_path(path), path)


def is_warc(name: str) -> bool:
    """Tell from its name whether a file is a WARC file."""
    return name.lower().endswith(WARC_SUFFIXES)


def list_address(source: str) -> PageAddress | FetchProblem:
    """Bring an address into its one form."""
    try:
        return PageAddress(show_text(source), normalise_address(source))
    except AddressError as error:
        shown, message = show_text(hide_credentials(source)), str(error)
        if source.partition("://")[0].lower() in BUCKETS:
            message += "; with --engine dask, WARC files are read from there"
        return FetchProblem(code=error.code, source=shown, address=None, message=message)


def list_folder(folder: Path, looked_through: set[str], ignored: set[str]) -> Iterator[Work]:
    """List a folder's pages, sorted, without hidden files and links to folders."""
    problems: list[OSError] = []
    has_pages = False
    # Links to folders are not followed, so that a loop of links ends.
    for parent, folders, names in os.walk(folder, onerror=problems.append):
        looked_through.add(show_path(Path(parent)))
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(name for name in names if not name.startswith(".")):
            path = Path(parent, name)
            if path.suffix.lower() in PAGE_SUFFIXES:
                has_pages = True
                yield PageFile(show_path(path), path)
            elif is_warc(name):
                has_pages = True
                yield WarcFile(show_path(path), path)
            else:
                ignored.add(os.path.realpath(path))
    for error in problems:
        yield state_unreadable(os.fsdecode(error.filename), error)
    if not has_pages and not problems:
        yield FetchProblem(
            code="no_pages",
            source=show_path(folder),
            address=None,
            message=f"{show_path(folder)}: no page in this folder; expected .html, .htm, .txt, "
            ".warc or .warc.gz",
        )


def read_page_file(
    page: PageFile, *, site: str | None, observed_at: str | None, max_bytes: int
) -> Response | FetchProblem:
    """Read a file as a response, observed when it was last modified unless it is said when."""
    dated = observed_at or date_file(page)
    if isinstance(dated, FetchProblem):
        return dated
    body = read_file(page, max_bytes=max_bytes)
    if isinstance(body, FetchProblem):
        return body
    return Response(
        role="page",
        source=page.source,
        address=None,
        site=site,
        observed_at=dated,
        status=None,
        headers=(),
        request_headers=(),
        body=body,
    )


def read_file(page: PageFile, *, max_bytes: int) -> bytes | FetchProblem:
    """Return the bytes of a file, if it is one and not longer than that."""
    try:
        status = page.path.stat()
        # Opening a pipe would wait for someone to write to it.
        if not stat.S_ISREG(status.st_mode):
            return state_file_problem(page, "unreadable", "not a regular file")
        with page.path.open("rb") as file:
            body = file.read(max_bytes + 1)
    except OSError as error:
        return state_unreadable(page.source, error)
    if len(body) > max_bytes:
        message = f"got {status.st_size:,} bytes, expected at most {max_bytes:,}; not read"
        return state_file_problem(page, "too_large", message)
    return body


def date_file(page: PageFile) -> str | FetchProblem:
    """Return when a file was last modified, if that is a time of the calendar."""
    try:
        seconds = page.path.stat().st_mtime_ns // 10**9
    except OSError as error:
        return state_unreadable(page.source, error)
    try:
        moment = datetime.fromtimestamp(seconds, UTC)
    except (OverflowError, ValueError, OSError):
        message = "its modification time is no date; name one with --observed-at"
        return state_file_problem(page, "bad_time", message)
    if is_future(moment):
        message = (
            f"its modification time, {format_time(moment)}, is in the future; history is ordered "
            "by it: name one with --observed-at"
        )
        return state_file_problem(page, "bad_time", message)
    return format_time(moment)


def state_file_problem(file: PageFile | WarcFile, code: str, message: str) -> FetchProblem:
    """State a problem with a file in one line."""
    text = f"{file.source}: {message}"
    return FetchProblem(code=code, source=file.source, address=None, message=text)


def state_unreadable(source: str, error: Exception) -> FetchProblem:
    """State that a path cannot be read, and how to name what may have been meant."""
    shown = show_path(Path(source)) if "\0" not in source else repr(source)[1:-1]
    is_missing = isinstance(error, FileNotFoundError)
    reason = error.strerror if isinstance(error, OSError) else str(error)
    advice = "; if an address is meant, begin it with https://" if is_missing else ""
    if is_missing and has_magic(source):
        advice = "; if it is a pattern, leave out the quotes, so that the shell finds the files"
    return FetchProblem(
        code="missing" if is_missing else "unreadable",
        source=shown,
        address=None,
        message=f"{shown}: {reason}{advice}",
    )
