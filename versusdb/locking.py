"""Command: the lock that keeps a second run away: a file beside the database, held by the process.

A killed run frees it, and readers never meet it.
"""

from __future__ import annotations

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from os.path import samestat
from pathlib import Path

from versusdb.errors import DatabaseBusyError
from versusdb.files import resolve_path

_TRIES = 3
_SECONDS_BETWEEN = 0.05


def is_held(path: Path) -> bool:
    """Tell whether a run holds a database at this moment; one that was killed does not."""
    try:
        with name_lock(resolve_path(path)).open("rb") as lock:
            fcntl.flock(lock, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except FileNotFoundError:
        return False
    except OSError:
        return True
    return False


def name_lock(path: Path) -> Path:
    """Return where the lock of a database is."""
    return path.with_name(f"{path.name}.lock")


@contextmanager
def hold_lock(path: Path, *, is_kept: bool = True) -> Iterator[None]:
    """Hold the lock of a database; where it is not kept, nothing is left of it at the end."""
    with ExitStack() as stack:
        for _ in range(_TRIES):
            lock = stack.enter_context(name_lock(path).open("a"))
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                # Whoever only looks whether a run is at work lets go at once.
                time.sleep(_SECONDS_BETWEEN)
                continue
            if _is_same(name_lock(path), lock.fileno()):
                break
            # Whoever held it has removed it: others will lock another file of this name.
        else:
            raise DatabaseBusyError(
                "another run holds this database",
                where=path,
                remedy="wait for it to end, or name another database with --db",
            )
        try:
            yield
        finally:
            if not is_kept:
                name_lock(path).unlink(missing_ok=True)


def _is_same(path: Path, number: int) -> bool:
    try:
        return samestat(path.stat(), os.fstat(number))
    except FileNotFoundError:
        return False
