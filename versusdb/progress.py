"""Command: shows long work: a live line on a terminal, plain lines elsewhere, always on stderr."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import Protocol

import click
from msgspec import Struct

PLAIN_SECONDS = 10.0
MOST_HOSTS = 8


def say(text: str) -> None:
    """Print on stderr, if it is open and somebody reads it; no work ends because nobody does."""
    with suppress(OSError):
        click.echo(text, err=True)


class HostLine(Struct, frozen=True, kw_only=True):
    """How far the work is with one host: pages that wait, came, and did not; and the time left."""

    host: str
    waiting: int
    fetched: int
    unchanged: int
    failed: int
    per_minute: float
    seconds: float


class Progress(Protocol):
    """Where a long work says how far it is."""

    def begin(self, task: str) -> None:
        """Say that another part of the work begins, at its first page."""

    def advance(self, done: int, total: int | None) -> None:
        """Say that ``done`` pages of ``total`` (None: not known) are done."""

    def show_hosts(self, hosts: Sequence[HostLine]) -> None:
        """Say how far the work is with each host."""

    def say(self, line: str) -> None:
        """Print one line above the progress."""


@contextmanager
def show_progress(task: str) -> Iterator[Progress]:
    """Show the progress of ``task`` until the block ends."""
    # There is no stderr at all where the shell closed it.
    if sys.stderr is not None and sys.stderr.isatty():
        with _show_live(task) as live:
            yield live
    else:
        yield _Plain(task)


def describe_seconds(seconds: float) -> str:
    """Return a time as an operator plans with it: ``40 s``, ``7 min``, ``3 h 20 min``."""
    if seconds < 90:
        return f"{round(seconds)} s"
    minutes = round(seconds / 60)
    if minutes < 90:
        return f"{minutes} min"
    return f"{minutes // 60} h {minutes % 60} min"


class _Plain:
    def __init__(self, task: str) -> None:
        self._task = task
        self._hosts: Sequence[HostLine] = ()
        self._last = time.monotonic()

    def begin(self, task: str) -> None:
        self._task = task
        self._hosts = ()

    def advance(self, done: int, total: int | None) -> None:
        if time.monotonic() - self._last >= PLAIN_SECONDS:
            self._last = time.monotonic()
            self.say(f"{self._task}: {done} of {'?' if total is None else total} pages")
            for each in self._hosts[:MOST_HOSTS]:
                self.say(
                    f"  {each.host}: {each.waiting:,} wait, {each.fetched:,} came "
                    f"({each.unchanged:,} unchanged), {each.failed:,} failed; "
                    f"{each.per_minute:.1f} a minute, {describe_seconds(each.seconds)} left"
                )

    def show_hosts(self, hosts: Sequence[HostLine]) -> None:
        self._hosts = hosts

    def say(self, line: str) -> None:
        say(line)


@contextmanager
def _show_live(task: str) -> Iterator[Progress]:
    from rich.console import Console, RenderableType
    from rich.markup import escape
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn
    from rich.progress import Progress as Bar
    from rich.table import Table

    console = Console(stderr=True)
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("pages"),
        TimeElapsedColumn(),
    )

    class Display(Bar):
        """The bar, and a table of the hosts below it."""

        hosts: Sequence[HostLine] = ()

        def get_renderables(self) -> Iterable[RenderableType]:
            yield self.make_tasks_table(self.tasks)
            if self.hosts:
                yield draw_hosts(self.hosts)

    def draw_hosts(hosts: Sequence[HostLine]) -> Table:
        table = Table(box=None, padding=(0, 1, 0, 1), header_style="dim")
        table.add_column("host", no_wrap=True)
        for header in ("wait", "came", "unchanged", "failed", "a minute", "left"):
            table.add_column(header, justify="right", no_wrap=True)
        for each in hosts[:MOST_HOSTS]:
            counts = (each.waiting, each.fetched, each.unchanged, each.failed)
            cells = [f"{count:,}" for count in counts]
            cells += [f"{each.per_minute:.1f}", describe_seconds(each.seconds)]
            table.add_row(escape(each.host), *cells)
        if len(hosts) > MOST_HOSTS:
            table.add_row(f"… {len(hosts) - MOST_HOSTS} more")
        return table

    with Display(*columns, console=console, transient=True) as display:
        task_id = display.add_task(task, total=None)

        class Live:
            def begin(self, task: str) -> None:
                display.hosts = ()
                display.update(task_id, description=task, completed=0, total=None)

            def advance(self, done: int, total: int | None) -> None:
                display.update(task_id, completed=done, total=total)

            def show_hosts(self, hosts: Sequence[HostLine]) -> None:
                display.hosts = hosts

            def say(self, line: str) -> None:
                console.print(escape(line), soft_wrap=True, highlight=False)

        yield Live()
