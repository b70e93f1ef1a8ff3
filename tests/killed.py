"""The command, killed from within: ``python -m tests.killed WRITES ARGUMENT…``.

Ends itself with SIGKILL right before its write number WRITES to either file, as the statements
reach SQLite; with 0 it runs to its end and prints how many writes there were.
"""

from __future__ import annotations

import os
import signal
import sqlite3
import sys
from pathlib import Path

import versusdb.files
from versusdb.frame import main

WRITING = ("INSERT", "UPDATE", "DELETE", "BEGIN", "COMMIT", "SAVEPOINT", "RELEASE", "CREATE")


class Writes:
    """Counts the statements that write, up to the last one."""

    def __init__(self, last: int) -> None:
        self.count = 0
        self._last = last

    def note(self, statement: str) -> None:
        """Count a statement, and end here and now if it is the last."""
        if statement.lstrip().upper().startswith(WRITING):
            self.count += 1
            if self.count == self._last:
                os.kill(os.getpid(), signal.SIGKILL)


def run() -> None:
    """Run the command with both files watched."""
    writes = Writes(int(sys.argv.pop(1)))
    connect = versusdb.files._connect

    def connect_watched(path: Path, how: str) -> sqlite3.Connection:
        connection = connect(path, how)
        connection.set_trace_callback(writes.note)
        return connection

    versusdb.files._connect = connect_watched
    try:
        main()
    finally:
        sys.stderr.write(f"writes: {writes.count}\n")


if __name__ == "__main__":
    run()
