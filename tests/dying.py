"""Opens a file for writing again and again, and dies at another moment each time.

``python -m tests.dying SOURCE FOLDER KIND STEPS`` dies before each statement once, or, where STEPS
is not 0, after each so many steps of SQLite's machine, and so within statements. Each time it works
on a copy of its own, ``FOLDER/N/NAME``; the last one, which nobody killed, is left, too. One
process for all, which forks: what it imports is dear, and what it does is not.
"""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
import sys
from itertools import count
from pathlib import Path

from versusdb import files


def main() -> None:
    """Do it until it comes to its end."""
    source, folder = Path(sys.argv[1]), Path(sys.argv[2])
    kind = {"database": files.DATABASE, "archive": files.ARCHIVE}[sys.argv[3]]
    steps = int(sys.argv[4])
    for number in count(1):
        path = folder / str(number) / source.name
        path.parent.mkdir()
        shutil.copy(source, path)
        child = os.fork()
        if child == 0:
            open_and_die(path, kind, number, steps)
        if not os.WIFSIGNALED(os.waitpid(child, 0)[1]):
            return


def open_and_die(path: Path, kind: files.Kind, number: int, steps: int) -> None:
    """Open a file, and be killed at the moment of this number."""
    left, connect = number, files._connect

    def note(*_: object) -> None:
        nonlocal left
        left -= 1
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)

    def connect_watched(path: Path, how: str) -> sqlite3.Connection:
        connection = connect(path, how)
        if steps:
            connection.set_progress_handler(note, steps)
        else:
            connection.set_trace_callback(note)
        return connection

    files._connect = connect_watched
    status = 1
    try:
        files.open_for_writing(path, kind).close()
        status = 0
    finally:
        os._exit(status)


if __name__ == "__main__":
    main()
