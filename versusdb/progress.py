"""Command: shows long work: a live line on a terminal, plain lines elsewhere, always on stderr."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from textwrap import wrap
from typing import TYPE_CHECKING, Protocol, TextIO

import click

from scraper.showing import show_text

if TYPE_CHECKING:
    from rich.table import Table

    from versusdb.host_lines import HostLine

MOST_HOSTS = 8
LEAST_WIDTH = 80
PIPED_WIDTH = 120
LEAST_FOLD = 40
INDENT = " " * 6


def say(text: str) -> None:
    """Print on stderr, if it is open and somebody reads it; no work ends because nobody does."""
    with suppress(OSError):
        click.echo(show_text(text), err=True)


def tell(text: str, *, nl: bool = True) -> None:
    """Print a result on stdout; where nobody reads on, the command ends as it would have."""
    with suppress(BrokenPipeError):
        click.echo(show_text(text), nl=nl)


def find_width() -> int | None:
    """Return how many columns a terminal on stdout has; None where it is none."""
    if sys.stdout is None or not sys.stdout.isatty():
        return None
    return max(shutil.get_terminal_size((LEAST_WIDTH, 24)).columns, LEAST_FOLD)


def find_height() -> int:
    """Return how many lines a terminal on stdout has; 24 where it does not say."""
    return shutil.get_terminal_size((LEAST_WIDTH, 24)).lines


def tell_folded(line: str) -> None:
    """Print a line of a result; on a terminal it breaks between words, elsewhere it stays one."""
    tell(fold(line))


def fold(line: str) -> str:
    """Return a line of a result as it is printed: on a terminal it breaks between words."""
    width = find_width()
    if width is None:
        return line
    # An address stays in one piece.
    lines = wrap(
        line, width, subsequent_indent=INDENT, break_on_hyphens=False, break_long_words=False
    )
    return "\n".join(lines)


def draw(table: Table, least: int = LEAST_WIDTH) -> str:
    """Return a table as wide as the terminal, and at least ``least`` columns; elsewhere wider."""
    from rich.console import Console

    # Without a height, rich takes a terminal that it calls dumb to be 80 columns wide.
    console = Console(width=max(least, find_width() or PIPED_WIDTH), height=find_height())
    # Printed by click: rich ends the process itself when nobody reads on.
    with console.capture() as capture:
        console.print(table)
    return "".join(f"{line.rstrip()}\n" for line in capture.get().splitlines())


def hold_places() -> None:
    """Open what is closed of stdin, stdout and stderr to nowhere: no other file gets its number."""
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)


def let_go(stream: TextIO | None) -> None:
    """Send what cannot be written to nowhere; Python would complain of it at its end."""
    if stream is None:
        return
    try:
        stream.flush()
    except OSError:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)


class Progress(Protocol):
    """Where a long work says how far it is."""

    def begin(self, task: str, unit: str = "pages") -> None:
        """Say that another part of the work begins, at its first page or other unit."""

    def advance(self, done: int, total: int | None, *, is_estimate: bool = False) -> None:
        """Say that ``done`` units of ``total`` (None: not known), or of about so many, are done."""

    def show_hosts(self, hosts: Sequence[HostLine]) -> None:
        """Say how far the work is with each host."""

    def say(self, line: str) -> None:
        """Print one line above the progress."""


@contextmanager
def show_progress(task: str) -> Iterator[Progress]:
    """Show the progress of ``task`` until the block ends."""
    # There is no stderr at all where the shell closed it.
    if sys.stderr is not None and sys.stderr.isatty():
        # Only here: rich takes a while to import.
        from versusdb.live import show_live

        with show_live(task) as live:
            yield live
    else:
        from versusdb.plain import show_plain

        with show_plain(task) as plain:
            yield plain
