"""Command: ``publish`` makes a finished data set of the database, all or nothing.

It asks first what ``check`` would find, and gives nothing away that fails. Then the state of one
moment is copied, without waiting for a run that is at work and without holding it up, and the
tables and descriptions are made from the copy. The set appears in its place when it is whole.
"""

from __future__ import annotations

import json
import shlex
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from msgspec.structs import asdict

from db.exporting import copy_database
from scraper.showing import show_path
from versusdb.checking import list_findings
from versusdb.composing import write_set
from versusdb.data_set import COMMAND, DATABASE_NAME, DataSet, File, read_observed
from versusdb.errors import (
    CLEAN,
    ChecksFailedError,
    DatabaseBusyError,
    DiskFullError,
    FileRefusedError,
    StoppedError,
)
from versusdb.files import DATABASE, open_for_reading, resolve_path
from versusdb.locking import is_held
from versusdb.machine_errors import name_database
from versusdb.progress import Progress, show_progress, tell
from versusdb.reports import plural
from versusdb.space import MEBIBYTE
from versusdb.store import name_archive, open_reader
from versusdb.swapping import name_sets, refuse_foreign, replace_set
from versusdb.tables import require_parquet

SELECT_REPARSE = "SELECT run_id FROM v1_runs WHERE status = 'running' AND command = 'reparse'"


def run_publish(*, folder: Path, db: Path, has_parquet: bool, keep_free: int, is_json: bool) -> int:
    """Publish, print what the set holds; return 0."""
    place = locate(folder)
    if has_parquet:
        require_parquet()
    refuse_foreign(place)
    refuse_own(place, db)
    with closing(open_reader(db)) as database, name_database(db):
        connection = database.conn
        read_observed(connection)
        before = read_state(connection)
        with show_progress("Checking") as checking:
            refuse_failed(db, checking)
        with replace_set(place) as part, stay_as_before(), show_progress("Publishing") as progress:
            check_room(place, db, keep_free)
            is_at_work = is_held(db)
            copy(connection, part / DATABASE_NAME)
            if read_state(connection) != before:
                # A run has written meanwhile: what was checked is not what was copied.
                refuse_failed(db, progress)
                progress.begin("Publishing")
            data, files = write_set(part, has_parquet, progress, is_at_work=is_at_work)
    print_set(place, db, data, files, is_json=is_json)
    return CLEAN


def copy(connection: sqlite3.Connection, path: Path) -> None:
    """Copy the database; of a full disk, say that it is that of the copy."""
    try:
        copy_database(connection, path)
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode != sqlite3.SQLITE_FULL:
            raise
        with name_database(path):
            raise


def locate(folder: Path) -> Path:
    """Return the place that a folder names; what its last part links to is not followed."""
    path = folder.absolute()
    return path.resolve() if path.name == ".." else path.parent.resolve() / path.name


def refuse_own(place: Path, db: Path) -> None:
    """Raise FileRefusedError where the set would stand in the way of the database, or hold it."""
    path = resolve_path(db)
    beside = {f"{path.name}{suffix}" for suffix in ("", "-wal", "-shm", "-journal", ".lock")}
    archive = name_archive(path).name
    beside |= {f"{archive}{suffix}" for suffix in ("", "-wal", "-shm", "-journal")}
    if place.parent.resolve() == path.parent and place.name in beside:
        raise FileRefusedError(
            "this is where the database keeps its files", where=place, remedy="name another folder"
        )
    if name_sets(place).resolve() in path.parents:
        raise FileRefusedError(
            "this database lies in the set that would be replaced",
            where=db,
            remedy="name the live database with --db",
        )


def refuse_failed(db: Path, progress: Progress) -> None:
    """Raise ChecksFailedError with the first finding that fails the check, if there is one.

    Raises DatabaseBusyError while the whole archive is read again: half of that is no state that
    the site ever had.
    """
    with closing(open_for_reading(db, DATABASE)) as database:
        running = database.conn.execute(SELECT_REPARSE).fetchone()
    if running is not None and is_held(db):
        raise DatabaseBusyError(
            f"run {running[0]} is reading the archive again, and half of it would be published",
            where=db,
            remedy="wait for its end",
        )
    failures = [finding for finding in list_findings(db, progress) if finding.is_failure]
    if failures:
        raise ChecksFailedError(
            f"nothing was published: {plural(len(failures), 'check')} failed: "
            f"{failures[0].message}",
            where=db,
            remedy="'versusdb check' says all",
        )


def read_state(connection: sqlite3.Connection) -> int:
    """Return a number that changes when another connection writes."""
    (state,) = connection.execute("PRAGMA data_version").fetchone()
    return int(state)


def check_room(place: Path, db: Path, keep_free: int) -> None:
    """Raise DiskFullError where not even the copy of the database finds room."""
    free = shutil.disk_usage(place.parent).free // MEBIBYTE
    need = keep_free + resolve_path(db).stat().st_size // MEBIBYTE
    if free < need:
        raise DiskFullError(
            f"{free:,} MiB are free, expected at least {need:,} (a copy of the database, and "
            "--keep-free)",
            where=place.parent,
            remedy="nothing was published: free some, then run the same command",
        )


@contextmanager
def stay_as_before() -> Iterator[None]:
    """Say of a signal what it leaves."""
    try:
        yield
    except (KeyboardInterrupt, StoppedError) as error:
        raise StoppedError("stopped by a signal; nothing was published") from error


def print_set(
    place: Path, db: Path, data: DataSet, files: tuple[File, ...], *, is_json: bool
) -> None:
    """Print what was published."""
    total = sum(file.bytes for file in files)
    rows = sum(table.rows for table in data.tables)
    if is_json:
        summary = {
            "command": "publish",
            "exit_status": CLEAN,
            "db": show_path(db),
            "dir": show_path(place),
            "version": data.version,
            "run_id": data.run.run_id,
            "last_observed_at": data.observed.last_at,
            "rows": {table.name: table.rows for table in data.tables},
            "files": [asdict(file) for file in files],
            "bytes": total,
        }
        tell(json.dumps(summary))
        return
    tell(
        f"{place}: {plural(len(data.tables), 'view')}, {plural(rows, 'row')}, "
        f"{plural(len(files), 'file')}, {total / 1_000_000:,.1f} MB"
    )
    tell(f"Version {data.version}, observed up to {data.observed.last_at}")
    tell(f"In a browser: cd {shlex.quote(str(place))} && {COMMAND}")
