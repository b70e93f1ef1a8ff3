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


def explain_error(error: Exception) -> CommandError | None:
    """Return what an operator can do about an error of the machine, or None for a bug."""
    if isinstance(error, CommandError):
        return error
    if isinstance(error, sqlite3.Error):
        return _explain_sqlite(error)
    if isinstance(error, OSError):
        where = f"{error.filename}: " if error.filename else ""
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            return DiskFullError(f"{where}no space is left; free some, then run the same command")
        if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOTDIR, errno.EISDIR):
            return FileRefusedError(f"{where}{(error.strerror or str(error)).lower()}")
    return None


def _explain_sqlite(error: sqlite3.Error) -> CommandError | None:
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code == sqlite3.SQLITE_FULL:
        return DiskFullError("no space is left; free some, then run the same command")
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return DatabaseBusyError("another program holds the database; try again when it is done")
    if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM):
        return FileRefusedError(f"the database cannot be opened for writing: {error}")
    if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
        return FileDamagedError(f"the database is damaged: {error}; restore a backup")
    return None
