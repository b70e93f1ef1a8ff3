"""``publish``, ended from within: ``python -m tests.ended_publish STEP SIGNAL ARGUMENT…``.

Sends itself the signal right before its step number STEP on the file system, as Python's own audit
sees them; with 0 it runs to its end. Each step is a line on stderr, unless it is killed.
"""

from __future__ import annotations

import os
import sys
from typing import Any

from versusdb.frame import main

STEPS = {"open", "os.mkdir", "os.rmdir", "os.rename", "os.remove", "os.symlink", "sqlite3.connect"}
seen: list[str] = []


def run() -> None:
    """Run the command with its steps counted."""
    last, number = int(sys.argv.pop(1)), int(sys.argv.pop(1))

    def note(event: str, arguments: tuple[Any, ...]) -> None:
        if event in STEPS and any("out" in str(argument) for argument in arguments):
            seen.append(event)
            if len(seen) == last:
                os.kill(os.getpid(), number)

    sys.addaudithook(note)
    try:
        main()
    finally:
        sys.stderr.write("".join(f"{event}\n" for event in seen))


if __name__ == "__main__":
    run()
