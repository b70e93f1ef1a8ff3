"""The real command on a machine that is not as it should be."""

from __future__ import annotations

import resource
import subprocess
import sys
from pathlib import Path

# The SQLite that Python has is an older one.
OLD = """
import sqlite3
sqlite3.sqlite_version_info, sqlite3.sqlite_version = (3, 36, 0), "3.36.0"
"""
# It does not wait long for others.
IMPATIENT = """
from versusdb import files
files.BUSY_SECONDS = 0.2
"""
FILL = """
from versusdb import files
connect = files._connect
def connect_without_room(path, how):
    connection = connect(path, how)
    if path.name == {name!r}:
        (size,) = connection.execute("PRAGMA page_count").fetchone()
        connection.execute(f"PRAGMA max_page_count = {{size + {pages}}}")
    return connection
files._connect = connect_without_room
"""


def fill_disk(name: str, pages: int = 0) -> str:
    """Let a file grow by so many pages at most: SQLite itself says then that the disk is full."""
    return FILL.format(name=name, pages=pages)


def run_impaired(
    folder: Path, impairment: str, *arguments: str, largest: int | None = None
) -> subprocess.CompletedProcess[str]:
    """Run the command to its end; no file of its may become larger than ``largest`` bytes."""

    def limit() -> None:
        if largest is not None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (largest, largest))

    return subprocess.run(
        [
            sys.executable,
            "-c",
            f"{impairment}\nfrom versusdb.frame import main\nmain()",
            *arguments,
        ],
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        preexec_fn=limit,
    )
