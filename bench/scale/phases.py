"""Bench: how long each part of a command of versusdb takes; a process of its own.

``python -m bench.scale.phases ingest …`` runs the command line of versusdb and prints one JSON
list as the last line of its error output: for each part that the command shows, its name, the
seconds from the start of this process to its end, the CPU seconds of this process and of those
that it has started by then, and the most memory of this one by then, in bytes. Linux only.
"""

from __future__ import annotations

import json
import os
import resource
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import cast

from bench.memory import read_peak
from versusdb import progress, working
from versusdb.frame import main

TICKS = os.sysconf("SC_CLK_TCK")


class Watched:
    """A progress that notes when each part of a command ends."""

    def __init__(self, inner: progress.Progress, part: str) -> None:
        self._inner = inner
        self._part = part
        self.ends: list[tuple[str, float, float, int]] = []

    def begin(self, task: str, unit: str = "pages") -> None:
        """Note the end of the part before."""
        self.end()
        self._part = task
        self._inner.begin(task, unit)

    def end(self) -> None:
        """Note the end of the part at hand."""
        used = resource.getrusage(resource.RUSAGE_SELF)
        spent = used.ru_utime + used.ru_stime + sum(map(spend, list_children()))
        since = time.clock_gettime(time.CLOCK_BOOTTIME) - read_start()
        self.ends.append((self._part, since, spent, read_peak()))

    def __getattr__(self, name: str) -> object:
        """Do all else as the progress does."""
        return getattr(self._inner, name)


def list_children() -> list[int]:
    """Return the ids of the processes that this one has started, and that run."""
    found: list[int] = []
    for task in Path("/proc/self/task").iterdir():
        # A thread may end meanwhile.
        with suppress(OSError):
            found += map(int, (task / "children").read_text("ascii").split())
    return found


def read_numbers(process: int | str) -> list[str]:
    """Return what the kernel counts of a process, from its state on; none if it has ended."""
    try:
        return (
            Path(f"/proc/{process}/stat").read_text("ascii", "replace").rpartition(")")[2].split()
        )
    except OSError:
        return []


def spend(process: int) -> float:
    """Return the CPU seconds of a process."""
    return sum(map(int, read_numbers(process)[11:13])) / TICKS


def read_start() -> float:
    """Return when this process started, in seconds since the system did."""
    return int(read_numbers("self")[19]) / TICKS


def run() -> int:
    """Run the command, and print what its parts took."""
    watched: list[Watched] = []
    show = progress.show_progress

    @contextmanager
    def watch(task: str) -> Iterator[progress.Progress]:
        with show(task) as inner:
            watched.append(Watched(inner, task))
            yield cast("progress.Progress", watched[0])
            watched[0].end()

    # In the place where the commands that read have it.
    vars(working)["show_progress"] = watch
    try:
        main()
    except SystemExit as ended:
        status = ended.code
    print(json.dumps(watched[0].ends), file=sys.stderr)
    return status if isinstance(status, int) else 1


if __name__ == "__main__":
    sys.exit(run())
