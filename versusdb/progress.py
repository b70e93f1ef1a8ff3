"""Command: shows long work: a live line on a terminal, plain lines elsewhere, always on stderr."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Protocol

import click

PLAIN_SECONDS = 10.0


def say(text: str) -> None:
    """Print on stderr, if it is open and somebody reads it; no work ends because nobody does."""
    with suppress(OSError):
        click.echo(text, err=True)


class Progress(Protocol):
    """Where a long work says how far it is."""

    def begin(self, task: str) -> None:
        """Say that another part of the work begins, at its first page."""

    def advance(self, done: int, total: int | None) -> None:
        """Say that ``done`` pages of ``total`` (None: not known) are done."""

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


class _Plain:
    def __init__(self, task: str) -> None:
        self._task = task
        self._last = time.monotonic()

    def begin(self, task: str) -> None:
        self._task = task

    def advance(self, done: int, total: int | None) -> None:
        if time.monotonic() - self._last >= PLAIN_SECONDS:
            self._last = time.monotonic()
            self.say(f"{self._task}: {done} of {'?' if total is None else total} pages")

    def say(self, line: str) -> None:
        say(line)


@contextmanager
def _show_live(task: str) -> Iterator[Progress]:
    from rich.console import Console
    from rich.markup import escape
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn
    from rich.progress import Progress as Bar

    console = Console(stderr=True)
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("pages"),
        TimeElapsedColumn(),
    )
    with Bar(*columns, console=console, transient=True) as bar:
        task_id = bar.add_task(task, total=None)

        class Live:
            def begin(self, task: str) -> None:
                bar.update(task_id, description=task, completed=0, total=None)

            def advance(self, done: int, total: int | None) -> None:
                bar.update(task_id, completed=done, total=total)

            def say(self, line: str) -> None:
                console.print(escape(line), soft_wrap=True, highlight=False)

        yield Live()
