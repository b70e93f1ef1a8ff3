"""Command: the pair of files that a run works on, and the lock that keeps other runs away.

``x.db`` pairs with ``x.archive.db``; both hold one UUID, and a pair that does not match is
refused. Archive and lock lie beside the real file, whatever link it is named by.
"""

from __future__ import annotations

import sqlite3
import uuid
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from os.path import samestat
from pathlib import Path

from msgspec import Struct
from sqlite_utils import Database

from scraper.tombstones import list_unapplied
from versusdb.erasing import erase_forgotten
from versusdb.errors import FileDamagedError, FileLostError, FileRefusedError
from versusdb.files import (
    ARCHIVE,
    DATABASE,
    Kind,
    inspect_file,
    open_for_reading,
    open_for_writing,
    open_in_memory,
    resolve_path,
)
from versusdb.locking import hold_lock
from versusdb.machine_errors import name_database
from versusdb.scratch import copy_database, remove_scratch

LAST_READ = "SELECT coalesce(max(archive_id), 0) FROM snapshots"
# The highest that was ever given.
LAST_KEPT = "SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = 'snapshots'"


class Store(Struct, frozen=True):
    """Both files, open for writing; or a copy of the database, and the archive for reading."""

    database: Database
    archive: Database
    is_trial: bool = False


def name_archive(path: Path) -> Path:
    """Return the archive's path for a database's: ``x.archive.db`` for ``x.db``.

    No two databases share one: ``x`` has ``x.archive``.
    """
    return path.with_name(f"{path.stem}.archive{path.suffix}")


@contextmanager
def open_store(path: Path) -> Iterator[Store]:
    """Open the pair for the one run that may write, and finish a taking down that was cut short."""
    folder, path = path.parent, resolve_path(path)
    archive_path = name_archive(path)
    # Both, before anything is made beside a file that may not be ours.
    has_database, has_archive = inspect_file(path, DATABASE), inspect_file(archive_path, ARCHIVE)
    if has_database and not has_archive:
        raise _miss_archive(path, archive_path)
    _make_folder(folder)
    with hold_lock(path), name_database(f"{path} or {archive_path.name}"):
        remove_scratch(path)
        archive = open_for_writing(archive_path, ARCHIVE)
        try:
            database = open_for_writing(path, DATABASE)
            try:
                _pair(database, archive, path, archive_path)
                erase_forgotten(database, archive)
                with _watch_file(archive_path), _watch_file(path):
                    yield Store(database, archive)
            finally:
                database.close()
        finally:
            archive.close()


@contextmanager
def open_trial(path: Path, keep_free: int) -> Iterator[tuple[Store, Database]]:
    """Open a copy of the database to try something on, and the database itself for reading.

    The lock is held, so that both stay as they are; neither file of the pair is written. A
    database that is not there counts as an empty one.
    """
    require_archive(path)
    path = resolve_path(path)
    archive_path = name_archive(path)
    with (
        hold_lock(path, is_kept=path.exists()),
        name_database(f"{path} or {archive_path.name}"),
        ExitStack() as stack,
    ):
        archive = stack.enter_context(closing(open_for_reading(archive_path, ARCHIVE)))
        database = None
        if inspect_file(path, DATABASE):
            database = stack.enter_context(closing(open_for_reading(path, DATABASE)))
            uuids = _read_uuid(database), _read_uuid(archive)
            if uuids[0] != uuids[1]:
                raise _refuse_pair(path, archive_path, *uuids)
        if list_unapplied(archive):
            raise FileRefusedError(
                "a taking down was cut short",
                where=path,
                remedy="give the same 'versusdb forget' again: it is finished first",
            )
        copy = stack.enter_context(copy_database(path, database, keep_free))
        if database is None:
            database = stack.enter_context(closing(open_in_memory(DATABASE)))
        yield Store(copy, archive, is_trial=True), database


def require_archive(path: Path) -> None:
    """Raise ``FileRefusedError`` where a database has no archive, or there is neither.

    Also for a file that is no database: with an archive, too, it would be none.
    """
    path = resolve_path(path)
    archive_path = name_archive(path)
    has_database = inspect_file(path, DATABASE)
    if inspect_file(archive_path, ARCHIVE):
        return
    if has_database:
        raise _miss_archive(path, archive_path)
    raise FileRefusedError(
        f"there is no database here, and no archive ({archive_path.name}) to make it from",
        where=path,
        remedy="'versusdb ingest SOURCE' makes both, or name another with --db",
    )


def _miss_archive(path: Path, archive_path: Path) -> FileRefusedError:
    return FileRefusedError(
        f"its archive {archive_path.name} is missing",
        where=path,
        remedy="put it back beside the database, or name a new database with --db",
    )


def _make_folder(folder: Path) -> None:
    """Make the folder of a new database, and none above it: that would be a mistyped path.

    As it was named: a link that leads nowhere is a medium that is not there, and refused.
    """
    if not folder.parent.exists():
        raise FileRefusedError(
            "there is no such folder",
            where=folder.parent,
            remedy="make it first, or name another database with --db",
        )
    folder.mkdir(exist_ok=True)


@contextmanager
def _watch_file(path: Path) -> Iterator[None]:
    """Raise FileLostError at the end if the file is not the one that it was at the beginning."""
    before = path.stat()
    yield
    if not path.exists() or not samestat(path.stat(), before):
        raise FileLostError(
            "was deleted, moved or replaced while this run wrote to it; its work is lost here",
            where=path,
            remedy="put the files back, or run the same command again",
        )


def open_reader(path: Path) -> Database:
    """Open a database for reading; one that lies beside another's archive is refused.

    Without any archive it can be read, as a copy that was given away is.
    """
    database = open_for_reading(path, DATABASE)
    try:
        archive = open_archive(path, database)
    except BaseException:
        database.close()
        raise
    if archive is not None:
        archive.close()
    return database


def open_archive(path: Path, database: Database) -> Database | None:
    """Open a database's archive for reading, if there is one; another's is refused."""
    archive_path = name_archive(resolve_path(path))
    if not archive_path.exists():
        return None
    archive = open_for_reading(archive_path, ARCHIVE)
    try:
        with name_database(path):
            ours = _read_uuid(database)
        with name_database(archive_path):
            theirs = _read_uuid(archive)
        if ours != theirs:
            raise _refuse_pair(path, archive_path, ours, theirs)
    except BaseException:
        archive.close()
        raise
    return archive


def open_archive_alone(path: Path) -> Database:
    """Open the archive of a database that may be lost or damaged; another's is refused."""
    archive_path = name_archive(resolve_path(path))
    archive = open_for_reading(archive_path, ARCHIVE)
    try:
        uuids = read_uuid(path, DATABASE), _read_uuid(archive)
    except (FileRefusedError, FileDamagedError, sqlite3.DatabaseError, OSError):
        return archive
    if uuids[0] != uuids[1]:
        archive.close()
        raise _refuse_pair(path, archive_path, *uuids)
    return archive


def read_uuid(path: Path, kind: Kind) -> str | None:
    """Return what a file shares with its other half; raise as ``open_for_reading``."""
    with closing(open_for_reading(path, kind)) as database:
        return _read_uuid(database)


def _pair(database: Database, archive: Database, path: Path, archive_path: Path) -> None:
    """Give a new file the other's UUID; refuse two that were never a pair."""
    ours, theirs = _read_uuid(database), _read_uuid(archive)
    if ours is None and theirs is None:
        theirs = str(uuid.uuid4())
        _write_uuid(archive, theirs)
    if ours is None and theirs is not None:
        _write_uuid(database, theirs)
        ours = theirs
    if ours != theirs:
        raise _refuse_pair(path, archive_path, ours, theirs)
    _compare_ages(database, archive, path, archive_path)


def _compare_ages(database: Database, archive: Database, path: Path, archive_path: Path) -> None:
    """Refuse an archive that is older than its database: it would number other pages alike."""
    (read,) = database.conn.execute(LAST_READ).fetchone()
    (kept,) = archive.conn.execute(LAST_KEPT).fetchone()
    if read > kept:
        raise FileRefusedError(
            f"its archive {archive_path.name} is older than it: response {read} was read, and the "
            f"archive has had {kept}",
            where=path,
            remedy="put back the newer archive, or put the database away: it is made anew",
        )


def _refuse_pair(
    path: Path, archive_path: Path, ours: str | None, theirs: str | None
) -> FileRefusedError:
    return FileRefusedError(
        f"{path} and {archive_path.name} are not a pair (UUID {ours} and {theirs})",
        remedy="put the archive of this database beside it",
    )


def _read_uuid(database: Database) -> str | None:
    row = database.conn.execute("SELECT uuid FROM identity").fetchone()
    return None if row is None else str(row[0])


def _write_uuid(database: Database, value: str) -> None:
    with database.atomic():
        database.conn.execute("INSERT INTO identity (uuid) VALUES (?)", (value,))
