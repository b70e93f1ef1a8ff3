"""Command: a copy of the database beside it, for what must be seen before and after, or is a try.

The copy is a file like the database, made by ``VACUUM INTO`` on its file system, so that it takes
no memory whatever its size. It goes when the work ends; what a killed run has left of one goes at
the next start of a command that holds the lock.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from sqlite_utils import Database

from versusdb.errors import DiskFullError
from versusdb.files import DATABASE, open_for_writing
from versusdb.machine_errors import name_database
from versusdb.space import MEBIBYTE

SUFFIX = ".scratch"


@contextmanager
def copy_database(path: Path, database: Database | None, keep_free: int) -> Iterator[Database]:
    """Open a copy of a database for writing until the block ends; None is copied as a new one.

    ``path`` is where the database is; the copy lies beside it. Raises ``DiskFullError`` if there
    is no room for it and ``keep_free`` MiB.
    """
    scratch = name_scratch(path)
    remove_scratch(path)
    try:
        if database is not None:
            _check_room(path, database, keep_free)
            with name_database(scratch):
                # As a URI: the bytes of a path need be no text.
                database.conn.execute("VACUUM INTO ?", (scratch.absolute().as_uri(),))
        with closing(open_for_writing(scratch, DATABASE)) as copy:
            # It is thrown away whatever happens: nothing has to reach the disk.
            copy.conn.execute("PRAGMA synchronous = OFF")
            yield copy
    finally:
        remove_scratch(path)


def name_scratch(path: Path) -> Path:
    """Return where the copy of a database lies."""
    return path.with_name(f"{path.name}{SUFFIX}")


def remove_scratch(path: Path) -> None:
    """Remove the copy, and what SQLite keeps beside it; nothing if there is none."""
    scratch = name_scratch(path)
    for suffix in ("", "-wal", "-shm", "-journal"):
        scratch.with_name(f"{scratch.name}{suffix}").unlink(missing_ok=True)


def _check_room(path: Path, database: Database, keep_free: int) -> None:
    pages, size, unused = (
        database.conn.execute(f"PRAGMA {name}").fetchone()[0]
        for name in ("page_count", "page_size", "freelist_count")
    )
    needed = (pages - unused) * size // MEBIBYTE + keep_free
    free = shutil.disk_usage(path.parent).free // MEBIBYTE
    if free < needed:
        raise DiskFullError(
            f"{free:,} MiB are free, expected at least {needed:,}: room for a copy of the "
            f"database, and {keep_free:,} MiB that stay free (--keep-free)",
            where=path.parent,
            remedy="nothing was changed: free some, then run the same command",
        )
