"""Command: what an operator can do wrong or meet, with the exit status of each.

An error of this tree is shown as one line; anything else is a bug and shows its traceback.
"""

from __future__ import annotations

import errno
import sqlite3
from typing import ClassVar

CLEAN, BUG, USAGE, ISSUES, CHECK_FAILED, BUSY, STOPPED, BLOCKED, NO_SPACE = range(9)


class CommandError(Exception):
    """Something that ends the command with one line on stderr."""

    exit_status: ClassVar[int] = USAGE


class FileRefusedError(CommandError):
    """A file that is not ours, is newer than this code, or lacks its other half."""


class NothingHeldError(CommandError):
    """A run whose pages are to be discarded, and none of them are held back."""


class NotForgottenError(CommandError):
    """A tombstone that is to be lifted, and there is none."""


class ServingRefusedError(CommandError):
    """A database that cannot be shown, or a port that cannot be had."""


class FileDamagedError(CommandError):
    """A file of ours that SQLite cannot read."""

    exit_status = CHECK_FAILED


class DatabaseBusyError(CommandError):
    """Another run holds the database."""

    exit_status = BUSY


class DiskFullError(CommandError):
    """No space is left to write."""

    exit_status = NO_SPACE


class StoppedError(CommandError):
    """A signal asked to stop; the state is kept."""

    exit_status = STOPPED


_NO_SPACE = "no space is left; free some, then run the same command"
_NO_SPACE_ERRNOS = frozenset({errno.ENOSPC, errno.EDQUOT})
# A path that leads nowhere, or to what it may not.
_PATH_ERRNOS = frozenset(
    {
        errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOENT, errno.EEXIST, errno.ENOTDIR,
        errno.EISDIR, errno.ENAMETOOLONG, errno.ELOOP,
    }
)  # fmt: skip
_BUSY = "another program holds it; try again when it is done"
_REFUSED = "{error}; SQLite needs a folder it may write to: work on a copy, with its -wal"
_DAMAGED = "this file is damaged: {error}; restore a backup"
_SQLITE: dict[int, tuple[type[CommandError], str]] = {
    sqlite3.SQLITE_FULL: (DiskFullError, _NO_SPACE),
    sqlite3.SQLITE_BUSY: (DatabaseBusyError, _BUSY),
    sqlite3.SQLITE_LOCKED: (DatabaseBusyError, _BUSY),
    sqlite3.SQLITE_READONLY: (FileRefusedError, _REFUSED),
    sqlite3.SQLITE_CANTOPEN: (FileRefusedError, _REFUSED),
    sqlite3.SQLITE_PERM: (FileRefusedError, _REFUSED),
    sqlite3.SQLITE_CORRUPT: (FileDamagedError, _DAMAGED),
    sqlite3.SQLITE_NOTADB: (FileDamagedError, _DAMAGED),
    sqlite3.SQLITE_IOERR: (FileDamagedError, "{error}; look after the disk, then restore a backup"),
}


def explain_error(error: Exception) -> CommandError | None:
    """Return what an operator can do about an error of the machine, or None for a bug."""
    if isinstance(error, CommandError):
        return error
    if isinstance(error, sqlite3.Error):
        return explain_sqlite(error, "the database")
    if isinstance(error, OSError):
        where = f"{error.filename}: " if error.filename else ""
        if error.errno in _NO_SPACE_ERRNOS:
            return DiskFullError(f"{where}{_NO_SPACE}")
        if error.errno in _PATH_ERRNOS:
            return FileRefusedError(f"{where}{(error.strerror or str(error)).lower()}")
    return None


def explain_sqlite(error: sqlite3.Error, where: str) -> CommandError | None:
    """Return what an operator can do about an error of SQLite's, or None for a bug."""
    primary_code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if primary_code not in _SQLITE:
        return None
    kind, text = _SQLITE[primary_code]
    return kind(f"{where}: {text.format(error=error)}")
