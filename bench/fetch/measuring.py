"""Bench: what a command costs with all the processes that it starts. Linux only.

CPU time is what the kernel counted for the process and the children that it waited for. Memory
is the sum of the processes' proportional set sizes, where what several share counts once, read
from ``/proc`` while they run: a peak between two readings is not seen.
"""

from __future__ import annotations

import os
import select
import subprocess
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec import Struct

SAMPLE_MS = 50
MOST_SECONDS = 3600
_PSS = b"Pss:"
_UNCOMPILED = "PYTHONDONTWRITEBYTECODE"


class Usage(Struct, frozen=True):
    """What a command took: wall and CPU time in seconds, memory in bytes."""

    seconds: float
    cpu_seconds: float
    peak_bytes: int


class CommandFailedError(Exception):
    """A command whose exit status is not 0, or that does not end."""


def measure_command(command: Sequence[str], log: Path) -> Usage:
    """Run a command to its end, its output into ``log``; raise ``CommandFailedError``."""
    peak = 0
    # As installed, where modules are compiled once.
    environment = {key: value for key, value in os.environ.items() if key != _UNCOMPILED}
    with log.open("wb") as sink:
        start = time.perf_counter()
        child = subprocess.Popen(
            command, env=environment, stdin=subprocess.DEVNULL, stdout=sink, stderr=sink
        )
    ended = os.pidfd_open(child.pid)
    try:
        poll = select.poll()
        poll.register(ended, select.POLLIN)
        while not poll.poll(SAMPLE_MS):
            peak = max(peak, sum(map(_read_pss, _list_tree(child.pid))))
            if time.perf_counter() - start > MOST_SECONDS:
                raise CommandFailedError(f"{' '.join(command)}: not done after {MOST_SECONDS} s")
        seconds = time.perf_counter() - start
        _, status, used = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
    finally:
        os.close(ended)
        child.kill()
        child.wait()
    if child.returncode:
        end = log.read_text(encoding="utf-8", errors="replace")[-2000:]
        raise CommandFailedError(f"{' '.join(command)}: exit status {child.returncode}\n{end}")
    return Usage(seconds, used.ru_utime + used.ru_stime, peak)


def _list_tree(pid: int) -> Iterator[int]:
    yield pid
    try:
        tasks = list(Path(f"/proc/{pid}/task").iterdir())
        children = [child for task in tasks for child in (task / "children").read_text().split()]
    except OSError:
        return  # It has ended.
    for child in children:
        yield from _list_tree(int(child))


def _read_pss(pid: int) -> int:
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_bytes().splitlines()
    except OSError:
        return 0
    return sum(int(line.split()[1]) * 1024 for line in lines if line.startswith(_PSS))
