"""Command: progress on a terminal: a bar, and below it how far the work is with each host."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

from rich.console import Console, RenderableType
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table

from versusdb.host_lines import HostLine
from versusdb.progress import MOST_HOSTS

# The width below which a host's line has no room for all of its columns.
ALL_COLUMNS = 72


class Display(Progress):
    """The bar, and a table of hosts once there are some."""

    hosts: Sequence[HostLine] = ()

    def get_renderables(self) -> Iterable[RenderableType]:
        """Draw both."""
        yield self.make_tasks_table(self.tasks)
        if self.hosts:
            yield draw_hosts(self.hosts, self.console.width)


class Live:
    """Progress that is drawn anew in place."""

    def __init__(self, display: Display, task: str) -> None:
        self._display = display
        self._task_id = display.add_task(task, total=None, unit="pages")

    def begin(self, task: str, unit: str = "pages") -> None:
        """Begin another part of the work."""
        self._display.hosts = ()
        self._display.update(self._task_id, description=task, completed=0, total=None, unit=unit)

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
        TextColumn("{task.fields[unit]}"),
        TimeElapsedColumn(),
    )
    with Display(*columns, console=Console(stderr=True), transient=True) as display:
        yield Live(display, task)


def draw_hosts(hosts: Sequence[HostLine], width: int) -> Table:
    """Draw the hosts with most to do, one a row; a narrow terminal shows less of each."""
    columns = {
        "wait": [f"{each.waiting:,}" for each in hosts],
        "came": [f"{each.fetched:,}" for each in hosts],
        "unchanged": [f"{each.unchanged:,}" for each in hosts],
        "failed": [f"{each.failed:,}" for each in hosts],
        "a minute": [f"{each.per_minute:.1f}" for each in hosts],
        "left": [each.left for each in hosts],
    }
    gap = 2
    if width < ALL_COLUMNS:
        gap = 1
        del columns["unchanged"], columns["a minute"]
    table = Table(box=None, padding=(0, gap, 0, 0), header_style="dim")
    # What is short of room is the name.
    taken = sum(max(map(len, (header, *cells))) + gap for header, cells in columns.items())
    table.add_column("host", no_wrap=True, max_width=max(width - taken - gap, 8))
    for header in columns:
        table.add_column(header, justify="right", no_wrap=True)
    for number, each in enumerate(hosts[:MOST_HOSTS]):
        table.add_row(escape(each.host), *(cells[number] for cells in columns.values()))
    if len(hosts) > MOST_HOSTS:
        table.add_row(f"… {len(hosts) - MOST_HOSTS} more")
    return table
