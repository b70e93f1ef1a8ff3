"""The command as a process, as an operator runs it."""

from __future__ import annotations

import fcntl
import os
import pty
import struct
import subprocess
import sys
import termios
from contextlib import suppress
from pathlib import Path

from tests.forking import read_environment, start_forker


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the command in a folder, to its end."""
    return run_module(folder, "versusdb", *arguments)


def run_module(folder: Path, module: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the command, or a module of the tests that watches it, in a folder, to its end."""
    forker = start_forker()
    if read_environment() == forker.environment:
        return forker.run(folder, module, arguments, 60)
    return subprocess.run(
        [sys.executable, "-m", module, *arguments],
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def show_on_terminal(folder: Path, *arguments: str, columns: int = 80) -> list[str]:
    """Return the lines that a person sees on stdout, on a terminal of so many columns."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    # What is bold is no other text.
    environment = {**os.environ, "TERM": "dumb"}
    environment.pop("COLUMNS", None)
    process = subprocess.Popen(
        [sys.executable, "-m", "versusdb", *arguments],
        cwd=folder,
        stdout=theirs,
        stderr=subprocess.DEVNULL,
        env=environment,
    )
    os.close(theirs)
    shown = b""
    # Linux has an error where nobody writes any more.
    with suppress(OSError):
        while piece := os.read(ours, 1 << 16):
            shown += piece
    os.close(ours)
    process.wait(timeout=60)
    return shown.decode().splitlines()
