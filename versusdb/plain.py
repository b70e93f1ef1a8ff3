"""Command: shows long work line by line, where nobody watches a terminal: a log, a pipe."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from scraper.times import Clock
from versusdb.host_lines import HostLine
from versusdb.parts import Part
from versusdb.progress import MOST_HOSTS, say

PLAIN_SECONDS = 10.0
LOOK_SECONDS = 0.5


class Plain:
    """The progress of one command, a line every ten seconds."""

    def __init__(self, task: str, clock: Clock = Clock()) -> None:  # noqa: B008 - frozen
        """Take what is done first, and the clocks."""
        self._clock = clock
        self._part = Part(task, clock=clock)
        self._hosts: Sequence[HostLine] = ()
        self._last = clock.monotonic()
        self._lock = threading.Lock()

    def begin(self, task: str, unit: str = "pages") -> None:
        """Go on to another part of the work."""
        self._part = Part(task, unit, self._clock)
        self._hosts = ()

    def advance(self, done: int, total: int | None, *, is_estimate: bool = False) -> None:
        """Note how far the part is, and say so if it is time."""
        self._part.advance(done, total, is_estimate=is_estimate)
        self.look()

    def look(self) -> None:
        """Say how far the part is, if it is time; any thread may ask."""
        with self._lock:
            if self._clock.monotonic() - self._last < PLAIN_SECONDS:
                return
            self._last = self._clock.monotonic()
        part, hosts = self._part, self._hosts
        # Hosts have rates and times of their own.
        words = part.count if hosts else part.describe()
        self.say(f"{part.task}: {words}" if words else part.task)
        for each in hosts[:MOST_HOSTS]:
            self.say(
                f"  {each.host}: {each.waiting:,} wait, {each.fetched:,} came "
                f"({each.unchanged:,} unchanged), {each.failed:,} failed; "
                f"{each.per_minute:.1f} a minute, {each.left}{'' if each.stop else ' left'}"
            )

    def show_hosts(self, hosts: Sequence[HostLine]) -> None:
        """Note how far the work is with each host."""
        self._hosts = hosts

    def say(self, line: str) -> None:
        """Print a line."""
        say(line)


@contextmanager
def show_plain(task: str, clock: Clock = Clock()) -> Iterator[Plain]:  # noqa: B008 - frozen
    """Print the progress of ``task`` until the block ends, also while nothing comes."""
    plain, is_over = Plain(task, clock), threading.Event()

    def look() -> None:
        while not is_over.wait(LOOK_SECONDS):
            plain.look()

    thread = threading.Thread(target=look, daemon=True)
    thread.start()
    try:
        yield plain
    finally:
        is_over.set()
        thread.join()
