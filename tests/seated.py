"""A person at a terminal: what is shown, and the keys that are pressed."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

SECONDS = 60
PROMPT = re.compile(r"(\? help: |Which one, 1 to \d+\? \d*)$")
CTRL_C, CTRL_D, ENTER, LEFT = "\x03", "\x04", "\r", "\x1b[D"


class Seat:
    """A command that runs on a terminal of its own, stdin, stdout and stderr."""

    def __init__(self, folder: Path, *arguments: str, columns: int = 80, lines: int = 24) -> None:
        """Start the command in a folder."""
        self._ours, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))
        # What is bold is no other text.
        environment = {**os.environ, "TERM": "dumb"}
        for name in ("COLUMNS", "LINES"):
            environment.pop(name, None)
        self._process = subprocess.Popen(
            [sys.executable, "-m", "versusdb", *arguments],
            cwd=folder, stdin=theirs, stdout=theirs, stderr=theirs, env=environment,
            start_new_session=True,
        )  # fmt: skip
        os.close(theirs)

    def read(self) -> str:
        """Return what is shown until a key is waited for, or the command has ended."""
        shown, until = b"", time.monotonic() + SECONDS
        while time.monotonic() < until:
            if select.select([self._ours], [], [], 0.05)[0]:
                try:
                    piece = os.read(self._ours, 1 << 16)
                except OSError:
                    # Linux has an error where nobody writes any more.
                    piece = b""
                if not piece:
                    break
                shown += piece
            elif PROMPT.search(shown.decode(errors="ignore")) and self._waits():
                break
        else:
            raise TimeoutError(shown.decode())
        return shown.decode().replace("\r\n", "\n")

    def _waits(self) -> bool:
        """Tell whether a key is read as it is; one that is pressed before is thrown away."""
        return not termios.tcgetattr(self._ours)[3] & termios.ICANON

    def press(self, key: str) -> str:
        """Press a key, and return what is shown then."""
        os.write(self._ours, key.encode())
        return self.read()

    def wait(self) -> int:
        """Return the exit status."""
        return self._process.wait(timeout=SECONDS)

    def close(self) -> None:
        """Leave."""
        self._process.kill()
        self._process.wait()
        os.close(self._ours)


@contextmanager
def sit_down(folder: Path, *arguments: str, columns: int = 80, lines: int = 24) -> Iterator[Seat]:
    """Start a command on a terminal, and end it with the block."""
    seat = Seat(folder, *arguments, columns=columns, lines=lines)
    try:
        yield seat
    finally:
        seat.close()
