"""Opens a file for writing, and leaves what a kill would leave, at many moments.

``python -m tests.dying SOURCE FOLDER KIND STEPS`` works on copies of SOURCE. Where STEPS is 0 it
opens one, and before each statement copies what is there to ``FOLDER/N``: a kill leaves what has
been written by then, and nothing else. Otherwise it is really killed, again and again, each time
so many steps of SQLite's machine later, and so within statements; ``FOLDER/N`` is then what each
attempt has left. The last one, of the highest number, came to its end. One process for all, which
forks: what it imports is dear, and what it does is not.
"""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
import sys
from collections.abc import Callable
from itertools import count
from pathlib import Path

from versusdb import files


def main() -> None:
    """Do it until it comes to its end."""
    source, folder = Path(sys.argv[1]), Path(sys.argv[2])
    kind = {"database": files.DATABASE, "archive": files.ARCHIVE}[sys.argv[3]]
    steps = int(sys.argv[4])
    if not steps:
        copy_at_statements(source, folder, kind)
        return
    for number in count(1):
        path = folder / str(number) / source.name
        path.parent.mkdir()
        shutil.copy(source, path)
        child = os.fork()
        if child == 0:
            open_and_die(path, kind, number, steps)
        if not os.WIFSIGNALED(os.waitpid(child, 0)[1]):
            return


def copy_at_statements(source: Path, folder: Path, kind: files.Kind) -> None:
    """Open a file, and copy what is there before each statement, and at the end."""
    work, numbers = folder / "0", count(1)
    work.mkdir()
    shutil.copy(source, work)

    def note(*_: object) -> None:
        shutil.copytree(work, folder / str(next(numbers)))

    watch(lambda connection: connection.set_trace_callback(note))
    files.open_for_writing(work / source.name, kind).close()
    work.rename(folder / str(next(numbers)))


def open_and_die(path: Path, kind: files.Kind, number: int, steps: int) -> None:
    """Open a file, and be killed at the moment of this number."""
    left = number

    def note() -> None:
        nonlocal left
        left -= 1
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)

    watch(lambda connection: connection.set_progress_handler(note, steps))
    status = 1
    try:
        files.open_for_writing(path, kind).close()
        status = 0
    finally:
        os._exit(status)


def watch(prepare: Callable[[sqlite3.Connection], None]) -> None:
    """Prepare every connection that is opened from now on."""
    connect = files._connect

    def connect_watched(path: Path, how: str) -> sqlite3.Connection:
        connection = connect(path, how)
        prepare(connection)
        return connection

    files._connect = connect_watched


if __name__ == "__main__":
    main()
