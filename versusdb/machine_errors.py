"""Command: what an operator can do about an error of the machine: of SQLite or of the system."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from versusdb.errors import (
    CommandError,
    DatabaseBusyError,
    DiskFullError,
    FileDamagedError,
    FileRefusedError,
)

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
