"""Command: what an operator can do wrong or meet, with the exit status of each.

An error of this tree is shown as one line; anything else is a bug and shows its traceback.
"""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import ClassVar

# What to do about a file that is damaged, by the name of its kind.
REMEDIES = {
    "archive": "restore a copy of the archive, or import its WARC export into a new database",
    "database": (
        "put it away, keep the archive, and run 'versusdb reparse --apply': it is made anew"
    ),
}
CLEAN, BUG, USAGE, ISSUES, CHECK_FAILED, BUSY, STOPPED, BLOCKED, NO_SPACE = range(9)


class CommandError(Exception):
    """Something that ends the command with one line on stderr: where, what, and what to do."""

    exit_status: ClassVar[int] = USAGE

    def __init__(self, what: str = "", *, where: str | Path = "", remedy: str = "") -> None:
        """Take the parts of the line; all but the first may be none."""
        place = f"{where}: " if str(where) else ""
        super().__init__(f"{place}{what}{'; ' if remedy else ''}{remedy}")
        self.what = what
        self.remedy = remedy


class FileRefusedError(CommandError):
    """A file that is not ours, is newer than this code, or lacks its other half."""


class SqliteTooOldError(CommandError):
    """The SQLite library lacks what our files need."""


class NothingHeldError(CommandError):
    """A run whose pages are to be discarded, and none of them are held back."""


class NotForgottenError(CommandError):
    """A tombstone that is to be lifted, and there is none."""


class ServingRefusedError(CommandError):
    """A database that cannot be shown, or a port that cannot be had."""


class ParquetMissingError(CommandError):
    """Parquet is asked for, and what writes it is not installed."""


class NothingToPublishError(CommandError):
    """A database into which no page has been read, or a place where no set of it can stand."""


class ChecksFailedError(CommandError):
    """A database whose data cannot be trusted, so that nothing of it is given away."""

    exit_status = CHECK_FAILED


class UnfitValueError(CommandError):
    """A value in a view that is not of its column's type."""

    exit_status = CHECK_FAILED


class FileDamagedError(CommandError):
    """A file of ours that SQLite cannot read."""

    exit_status = CHECK_FAILED


class FileLostError(CommandError):
    """A file of ours that is no longer where it was opened."""

    exit_status = CHECK_FAILED


class DatabaseBusyError(CommandError):
    """Another run holds the database."""

    exit_status = BUSY


class DiskFullError(CommandError):
    """No space is left to write."""

    exit_status = NO_SPACE


class StoppedError(CommandError):
    """Somebody asked to stop."""

    exit_status = STOPPED

    def __init__(
        self,
        message: str = "stopped by a signal; what was done is kept, the same command goes on",
    ) -> None:
        """Take what became of the work, unless the state is kept as it is."""
        super().__init__(message)


_NO_SPACE = (DiskFullError, "no space is left", "free some, then run the same command")
_NO_SPACE_ERRNOS = frozenset({errno.ENOSPC, errno.EDQUOT})
# A path that leads nowhere, or to what it may not.
_PATH_ERRNOS = frozenset(
    {
        errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOENT, errno.EEXIST, errno.ENOTDIR,
        errno.EISDIR, errno.ENAMETOOLONG, errno.ELOOP,
    }
)  # fmt: skip
_BUSY = (DatabaseBusyError, "another program holds it", "try again when it is done")
_REFUSED = (
    FileRefusedError,
    "{error}",
    "SQLite must be allowed to write the file and its folder: else work on a copy, with its -wal",
)
_DAMAGED = (
    FileDamagedError,
    "this file is damaged: {error}",
    "'versusdb archive verify' says where, and what to do",
)
_FAILING = (
    FileDamagedError,
    "{error}",
    "look after the disk and its quota, then see with 'versusdb archive verify' what is whole",
)
# An extended code goes before its primary one.
_SQLITE: dict[int, tuple[type[CommandError], str, str]] = {
    sqlite3.SQLITE_FULL: _NO_SPACE,
    # The -shm, which readers need too, found no room.
    sqlite3.SQLITE_IOERR_SHMSIZE: _NO_SPACE,
    sqlite3.SQLITE_BUSY: _BUSY,
    sqlite3.SQLITE_LOCKED: _BUSY,
    sqlite3.SQLITE_READONLY: _REFUSED,
    sqlite3.SQLITE_CANTOPEN: _REFUSED,
    sqlite3.SQLITE_PERM: _REFUSED,
    sqlite3.SQLITE_CORRUPT: _DAMAGED,
    sqlite3.SQLITE_NOTADB: _DAMAGED,
    sqlite3.SQLITE_IOERR: _FAILING,
}
LONGEST = 200
# Python's own error, without a code of SQLite's, of a text that is no UTF-8.
_UNDECODABLE = "Could not decode to UTF-8"


def explain_error(
    error: Exception, where: str | Path = "the database or its archive"
) -> CommandError | None:
    """Return what an operator can do about an error of the machine, or None for a bug.

    ``where`` is the file that SQLite speaks of, should it be known.
    """
    if isinstance(error, CommandError):
        return error
    if isinstance(error, sqlite3.Error):
        return explain_sqlite(error, where)
    if isinstance(error, OSError):
        name = error.filename or ""
        if error.errno in _NO_SPACE_ERRNOS:
            kind, what, remedy = _NO_SPACE
            return kind(what, where=name, remedy=remedy)
        if error.errno in _PATH_ERRNOS:
            return FileRefusedError((error.strerror or str(error)).lower(), where=name)
    return None


def explain_sqlite(error: sqlite3.Error, where: str | Path) -> CommandError | None:
    """Return what an operator can do about an error of SQLite's, or None for a bug."""
    code = getattr(error, "sqlite_errorcode", 0)
    found = _SQLITE.get(code) or _SQLITE.get(code & 0xFF)
    if found is None and str(error).startswith(_UNDECODABLE):
        found = _DAMAGED
    if found is None:
        return None
    kind, what, remedy = found
    # SQLite quotes the SQL that it cannot read, line by line.
    shown = " ".join(str(error).split())[:LONGEST]
    return kind(what.format(error=shown), where=where, remedy=remedy)


@contextmanager
def name_database(where: str | Path) -> Iterator[None]:
    """Say of an error of SQLite's in which file it was; a bug stays one."""
    try:
        yield
    except sqlite3.Error as error:
        known = explain_sqlite(error, where)
        if known is None:
            raise
        raise known from error


@contextmanager
def name_file(where: str | Path) -> Iterator[None]:
    """Say of an error of the system's in which file it was; that of a write does not know."""
    try:
        yield
    except OSError as error:
        error.filename = error.filename or str(where)
        raise
