"""Command: what a bug of ours costs: the page it shows on, and nothing else.

A page that a reader or the loader fails on is kept as unknown, with an issue that says how. So
it is noted as read, the run goes on, and so do the later ones; the next version of the reader
reads it again. What is no bug, such as a full disk or a signal, ends the run as ever.
"""

from __future__ import annotations

import traceback
from collections.abc import Callable, Sequence
from typing import TypeAlias, TypeVar

from sqlite_utils import Database

from db.ledger import Run
from db.loading import load_readings
from parsers.reading import parse_page
from parsers.records import Issue, Reading, Snapshot, Unknown
from versusdb.giving_up import MOST_CHARACTERS, ReaderError
from versusdb.machine_errors import explain_error
from versusdb.reader import LAST_FRAMES
from versusdb.reports import describe_issue

Parse: TypeAlias = Callable[..., Reading]
Say: TypeAlias = Callable[[str], None]
T = TypeVar("T")


def read_page(
    body: bytes,
    say: Say,
    *,
    source: str,
    address: str | None = None,
    content_type: str | None = None,
    host: str | None = None,
    parse: Parse = parse_page,
) -> Reading:
    """Return what a page says; one that the reader fails on, or dies of, is unknown."""

    def read() -> Reading:
        return parse(body, source=source, address=address, content_type=content_type, host=host)

    return guard_page(read, source, say)


def guard_page(read: Callable[[], T], source: str, say: Say) -> T | Reading:
    """Return what a call gives that reads one page; if it fails, the reading that is left."""
    try:
        return read()
    except ReaderError as error:
        if error.trace:
            say(error.trace)
        return _give_up(source, error.issue)
    except Exception as error:  # The border around one page: what is left is a bug.
        if explain_error(error) is not None:
            raise
        return _give_up(source, _state_bug("reader_failed", error, say))


def load_pages(
    database: Database, run: Run, pages: Sequence[tuple[Snapshot, Reading]], say: Say
) -> None:
    """Load a batch in one transaction; if that fails, each page in its own."""
    try:
        load_readings(database, run, pages)
    except Exception as error:  # The border around one page, once the batch is one.
        if explain_error(error) is not None:
            raise
        if len(pages) == 1:
            _load_unknown(database, run, pages[0], _state_bug("loader_failed", error, say), say)
            return
        for page in pages:
            load_pages(database, run, [page], say)


def _load_unknown(
    database: Database, run: Run, page: tuple[Snapshot, Reading], issue: Issue, say: Say
) -> None:
    snapshot, reading = page
    load_readings(database, run, [(snapshot, _give_up(snapshot.source, issue))])
    run.counts.pages_failed += not isinstance(reading.record, Unknown)
    say(describe_issue(snapshot.source, issue))


def _give_up(source: str, issue: Issue) -> Reading:
    return Reading(Unknown(source=source, issues=(issue,)), "none")


def _state_bug(code: str, error: Exception, say: Say) -> Issue:
    """Show where a bug is, and return in one line which it is."""
    say("".join(traceback.format_exception(error, limit=-LAST_FRAMES)).rstrip())
    text = " ".join(f"{type(error).__name__}: {error}".split())[:MOST_CHARACTERS]
    return Issue(code=code, field="", message=f"a bug in versusdb, please report it: {text}")
