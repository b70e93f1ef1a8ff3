"""Command: progress on a terminal: a bar, and below it how far the work is with each host."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

from rich.console import Console, RenderableType
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table

from versusdb.progress import MOST_HOSTS, HostLine, describe_seconds


class Display(Progress):
    """The bar, and a table of hosts once there are some."""

    hosts: Sequence[HostLine] = ()

    def get_renderables(self) -> Iterable[RenderableType]:
        """Draw both."""
        yield self.make_tasks_table(self.tasks)
        if self.hosts:
            yield draw_hosts(self.hosts)


class Live:
    """Progress that is drawn anew in place."""

    def __init__(self, display: Display, task: str) -> None:
        self._display = display
        self._task_id = display.add_task(task, total=None)

    def begin(self, task: str) -> None:
        """Begin another part of the work."""
        self._display.hosts = ()
        self._display.update(self._task_id, description=task, completed=0, total=None)

    def advance(self, done: int, total: int | None) -> None:
        """Move the bar."""
        self._display.update(self._task_id, completed=done, total=total)

    def show_hosts(self, hosts: Sequence[HostLine]) -> None:
        """Fill the table."""
        self._display.hosts = hosts

    def say(self, line: str) -> None:
        """Print a line above the bar."""
        self._display.console.print(escape(line), soft_wrap=True, highlight=False)


@contextmanager
def show_live(task: str) -> Iterator[Live]:
    """Draw the progress of ``task`` on stderr until the block ends."""
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("pages"),
        TimeElapsedColumn(),
    )
    with Display(*columns, console=Console(stderr=True), transient=True) as display:
        yield Live(display, task)


def draw_hosts(hosts: Sequence[HostLine]) -> Table:
    """Draw the hosts with most to do, one a row."""
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
