"""Command: the evidence of an archived page for ``serve``: what each of its fields was read from.

Evidence is not stored: the bytes are read again by today's reader, in its own process and within
its bounds. The archive is opened for reading and for that one page, so that a run that writes to
it is not in the way. What leaves here are short excerpts of the blocks that fields were read from,
never the page, and no path of this machine.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from types import TracebackType
from typing import Any

import msgspec

from db.keys import snapshot_key
from parsers.records import Snapshot
from publish.errors import EvidenceError
from scraper.archive import Archive
from scraper.errors import ArchiveError, BodyMissingError
from scraper.listing import list_showing
from scraper.tombstones import find_tombstone
from versusdb.errors import CommandError, DatabaseBusyError, FileDamagedError
from versusdb.explaining import explain_as_json
from versusdb.files import ARCHIVE, open_for_reading, resolve_path
from versusdb.giving_up import ReaderError, ReaderNotStartedError
from versusdb.machine_errors import explain_error
from versusdb.store import name_archive
from versusdb.worker import Worker

MOST_SECONDS = 10
MOST_CHARACTERS = 300
MISSING = "The archive does not hold the bytes of this page."
# The first that fits counts; none of them names a path.
SENTENCES: tuple[tuple[type[Exception], str], ...] = (
    (BodyMissingError, MISSING),
    (ArchiveError, "The archive's copy of this page is damaged."),
    (DatabaseBusyError, "Another program holds the archive just now: ask again in a moment."),
    (FileDamagedError, "The archive is damaged; 'versusdb archive verify' says where."),
    (ReaderNotStartedError, "The reader does not start here now."),
    (CommandError, "The archive cannot be read now; 'versusdb archive verify' says why."),
)


class EvidenceReader:
    """Explains the archived pages of a database, one at a time.

    A context manager: the reader's process, which the first page starts, ends with it.
    """

    def __init__(self, path: Path, worker: Worker | None = None) -> None:
        """Take the database's path."""
        self._path = name_archive(resolve_path(path))
        self._worker = worker or Worker(seconds=MOST_SECONDS)

    def __enter__(self) -> EvidenceReader:
        """Start nothing: few who serve are asked for evidence."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """End the reader's process."""
        self._worker.close()

    def explain(self, snapshot_id: str, sha256: str) -> dict[str, Any]:
        """Return a page's record with the evidence of its fields; raise EvidenceError if none."""
        try:
            snapshot, body = self._recall(snapshot_id, sha256)
            reading = self._worker.parse(body, **snapshot.known)
        except ReaderError as error:
            raise EvidenceError(f"It could not be read again: {error.issue.message}.") from error
        except (ArchiveError, CommandError, sqlite3.Error, OSError) as error:
            raise EvidenceError(_say(error)) from error
        told: dict[str, Any] = msgspec.to_builtins(explain_as_json(reading))
        # Of a saved page, the source is a path of this machine.
        del told["record"]["source"], told["unclaimed"]
        shown: dict[str, Any] = _cut(told)
        return shown

    def _recall(self, snapshot_id: str, sha256: str) -> tuple[Snapshot, bytes]:
        """Return a snapshot and its bytes."""
        with closing(open_for_reading(self._path, ARCHIVE)) as archive:
            for snapshot in list_showing(archive, sha256):
                if snapshot_key(snapshot) == snapshot_id:
                    return snapshot, Archive(archive).read(sha256)
            buried = find_tombstone(archive, sha256)
        if buried is not None:
            raise EvidenceError(f"This page was taken down on {buried.forgotten_at[:10]}.")
        raise EvidenceError(MISSING)


def has_archive(path: Path) -> bool:
    """Tell whether a database has its archive beside it."""
    return name_archive(resolve_path(path)).exists()


def _say(error: Exception) -> str:
    """Say in one sentence why a page cannot be shown; raise what is a bug."""
    known = error if isinstance(error, ArchiveError) else explain_error(error)
    if known is None:
        raise error
    return next(sentence for kind, sentence in SENTENCES if isinstance(known, kind))


def _cut(value: Any) -> Any:
    """Cut every text of a value to what may be shown of a page."""
    match value:
        case dict():
            return {name: _cut(part) for name, part in value.items()}
        case list() | tuple():
            return [_cut(part) for part in value]
        case str() if len(value) > MOST_CHARACTERS:
            return f"{value[:MOST_CHARACTERS].rstrip()}…"
        case _:
            return value
