"""The command starts quickly: what its work needs is loaded when it works."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

HOUSE = Path(__file__).parent.parent
# What only the work of a command needs.
HEAVY = set(
    "asyncio bs4 dask datasette distributed h2 html5lib httpcore httpx lxml msgspec protego "
    "pyarrow pyroaring rapidfuzz rich sqlite3 sqlite_utils uvicorn warcio zstandard".split()
)
# The modules that were loaded, printed when the command has ended as it does.
WATCH = """
import atexit, runpy, sys
atexit.register(lambda: print(*sys.modules, file=sys.stderr))
runpy.run_module("versusdb", run_name="__main__", alter_sys=True)
"""


def list_loaded(*arguments: str) -> tuple[str, set[str]]:
    """Return what the command prints in a fresh process, and the modules that it has loaded."""
    done = subprocess.run(
        [sys.executable, "-c", WATCH, *arguments],
        cwd=HOUSE,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    return done.stdout, set(done.stderr.split())


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ("--help", "Exit status"),
        ("--version", "versusdb "),
        ("ingest --help", "--accept-drift"),
        ("archive import --help", "--keep-free"),
        ("review --help", "--leave-out"),
    ],
)
def test_help_loads_nothing_heavy(arguments: str, told: str) -> None:
    """Help and version load none of the libraries that only the work of a command needs."""
    shown, loaded = list_loaded(*arguments.split())
    assert told in shown
    assert "versusdb.cli" in loaded
    assert not HEAVY & loaded
