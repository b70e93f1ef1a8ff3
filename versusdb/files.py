"""Command: opens the SQLite files: whose they are, of which schema, and migrated if need be.

Two files, two owners: the stages state what their file holds (``schema/*.sql`` and an
application id); opening and migrating them is the same work for both, and is here and in
``versusdb.migrating``. A file that is refused is left as it is, and nothing is made beside it.
"""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from importlib.resources import files
from pathlib import Path

from msgspec import Struct
from sqlite_utils import Database

from versusdb.errors import FileDamagedError, FileRefusedError, SqliteTooOldError
from versusdb.machine_errors import name_database
from versusdb.migrating import migrate

# The operator ->>; all else that is used is older, such as STRICT tables.
LEAST_SQLITE = (3, 38, 0)
BUSY_SECONDS = 10
CACHE_KB = 32_000
HEADER_BYTES = 100
CANNOT_WRITE = frozenset({sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY})
MISSING = {
    "database": "make one with 'versusdb ingest SOURCE --db {path}'",
    "archive": "put it back beside its database, or name another database with --db",
}


class Kind(Struct, frozen=True):
    """One of our two kinds of file: its owner, the mark in its header, how safely it writes."""

    name: str
    owner: str
    application_id: int
    synchronous: str


DATABASE = Kind("database", "db", 0x76736462, "NORMAL")  # "vsdb"
ARCHIVE = Kind("archive", "scraper", 0x76736461, "FULL")  # "vsda"


def open_for_writing(path: Path, kind: Kind) -> Database:
    """Open a file of ours, made if missing and migrated if older, after a backup.

    Raises FileRefusedError for a file that is not ours or of a newer schema, and
    FileDamagedError for one that SQLite cannot read.
    """
    version = inspect_file(path, kind)
    if version:
        # SQLite opens what it may only read, too, and says so at the first write.
        path.open("r+b").close()
    with name_database(path):
        database = Database(_connect(path, "mode=rwc"))
        try:
            database.conn.execute("PRAGMA journal_mode = WAL")
            database.conn.execute(f"PRAGMA synchronous = {kind.synchronous}")
            database.conn.execute("PRAGMA foreign_keys = ON")
            database.conn.execute(f"PRAGMA cache_size = -{CACHE_KB}")
            if version:
                # What a -journal took back just now may have been a migration.
                (version,) = database.conn.execute("PRAGMA user_version").fetchone()
            migrate(database, path, read_migrations(kind), version, kind.application_id, kind.name)
        except BaseException:
            database.close()
            raise
    return database


def open_in_memory(kind: Kind) -> Database:
    """Open a new file of ours that is none, and goes with the process."""
    check_sqlite()
    database = Database(sqlite3.connect(":memory:", isolation_level=None))
    migrate(database, Path(":memory:"), read_migrations(kind), 0, kind.application_id, kind.name)
    return database


def open_for_reading(path: Path, kind: Kind) -> Database:
    """Open a file of ours without changing it.

    Raises FileRefusedError as for writing, and for a missing file or one of an older schema.
    """
    path = resolve_path(path)
    if not path.exists():
        remedy = MISSING[kind.name].format(path=path)
        raise FileRefusedError(f"there is no {kind.name} here", where=path, remedy=remedy)
    version = inspect_file(path, kind)
    if version == 0:
        raise FileRefusedError(
            f"this {kind.name} is empty", where=path, remedy="'versusdb ingest' fills it"
        )
    if version < len(read_migrations(kind)):
        raise FileRefusedError(
            f"its schema is {version}, older than this program's {len(read_migrations(kind))}",
            where=path,
            remedy="'versusdb ingest' migrates it, after a backup",
        )
    with name_database(path):
        return Database(_connect_read_only(path))


def read_migrations(kind: Kind) -> dict[str, tuple[str, ...]]:
    """Return the SQL files of each schema version, by its number as written in their names."""
    versions: dict[str, tuple[str, ...]] = {}
    folder = files(kind.owner) / "schema"
    for file in sorted(folder.iterdir(), key=lambda file: file.name):
        if file.name.endswith(".sql"):
            number = file.name.partition("_")[0]
            versions[number] = (*versions.get(number, ()), file.read_text(encoding="utf-8"))
    return versions


def resolve_path(path: Path) -> Path:
    """Return where a file really is: a link to it has no archive and no lock of its own.

    Raises FileRefusedError for links that go in a circle.
    """
    real = Path(os.path.realpath(path))
    if real.is_symlink():
        raise FileRefusedError("this link leads in a circle", where=path, remedy="name a file")
    return real


def _connect(path: Path, how: str) -> sqlite3.Connection:
    uri = f"{path.absolute().as_uri()}?{how}"
    return sqlite3.connect(uri, uri=True, timeout=BUSY_SECONDS, isolation_level=None)


def _connect_read_only(path: Path, *, is_torn: bool = False) -> sqlite3.Connection:
    """Open a file for reading, also where SQLite cannot write what it keeps beside a file.

    It may not, or the disk is full. Without a -wal, or with an empty one, there is no writer, and
    all that the file says is in the file itself. A file that a program has left in the middle of
    a change, with a -journal that takes it back, is refused unless it may be torn.
    """
    connection = _connect(path, "mode=ro")
    try:
        connection.execute("PRAGMA schema_version")
    except sqlite3.OperationalError as error:
        connection.close()
        code = error.sqlite_errorcode
        if code == sqlite3.SQLITE_READONLY_ROLLBACK and not is_torn:
            raise FileRefusedError(
                f"a program was cut off while it wrote to this file, and left {path.name}-journal",
                where=path,
                remedy="a command that writes, such as 'versusdb ingest', takes the change back",
            ) from error
        cannot_write = code & 0xFF in CANNOT_WRITE or code == sqlite3.SQLITE_IOERR_SHMSIZE
        wal = path.with_name(f"{path.name}-wal")
        if not cannot_write or (wal.exists() and wal.stat().st_size > 0):
            raise
        return _connect(path, "mode=ro&immutable=1")
    return connection


def check_sqlite() -> None:
    """Raise SqliteTooOldError if the SQLite that Python has cannot read our files."""
    if sqlite3.sqlite_version_info < LEAST_SQLITE:
        raise SqliteTooOldError(
            f"SQLite {'.'.join(map(str, LEAST_SQLITE))} or later is needed, and this Python has "
            f"{sqlite3.sqlite_version}; no file was touched",
            remedy="install versusdb into a Python with a newer SQLite",
        )


def inspect_file(path: Path, kind: Kind) -> int:
    """Return the schema version of a file after telling whose it is; 0 if it is still blank.

    Raises as ``open_for_writing``; changes nothing.
    """
    check_sqlite()
    if not path.exists() or (path.is_file() and path.stat().st_size == 0):
        return 0
    if path.is_dir():
        raise FileRefusedError(f"this is a folder, expected a versusdb {kind.name}", where=path)
    if not path.is_file():
        raise FileRefusedError(f"not a regular file, expected a versusdb {kind.name}", where=path)
    if not _begins_as_sqlite(path):
        raise FileRefusedError(
            f"this is not an SQLite file, expected a versusdb {kind.name}",
            where=path,
            remedy="name another with --db",
        )
    mark, version, tables = _read_marks(path)
    if mark == 0 and tables == 0:
        return 0
    if mark != kind.application_id:
        raise FileRefusedError(
            f"this SQLite file is not a versusdb {kind.name} (its application id is "
            f"{mark:#010x}, expected {kind.application_id:#010x})",
            where=path,
            remedy="name another with --db",
        )
    if version > len(read_migrations(kind)):
        raise FileRefusedError(
            f"its schema is {version}, newer than this program's {len(read_migrations(kind))}",
            where=path,
            remedy="install a newer versusdb",
        )
    return version


def _read_marks(path: Path) -> tuple[int, int, int]:
    """Return a file's application id, its user version, and how many things are in its schema."""
    with name_database(path), closing(_connect_read_only(path, is_torn=True)) as connection:
        try:
            (mark,) = connection.execute("PRAGMA application_id").fetchone()
            (version,) = connection.execute("PRAGMA user_version").fetchone()
            (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        except sqlite3.DatabaseError:
            if not path.with_name(f"{path.name}-journal").exists():
                raise
            # In the middle of a change, even the schema may be half; the header tells whose it is.
            with path.open("rb") as file:
                header = file.read(HEADER_BYTES)
            return int.from_bytes(header[68:72]), int.from_bytes(header[60:64]), 1
        except UnicodeDecodeError as error:
            # SQLite quotes what it cannot read, and Python cannot read that.
            raise FileDamagedError(
                "this file is damaged: its schema cannot be read",
                where=path,
                remedy="'versusdb archive verify' says where, and what to do",
            ) from error
    return int(mark), int(version), int(tables)


def _begins_as_sqlite(path: Path) -> bool:
    # SQLite itself takes a file of a few bytes for an empty database.
    with path.open("rb") as file:
        return file.read(16) == b"SQLite format 3\0"
