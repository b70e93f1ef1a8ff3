"""Command: progress on a terminal: a bar, and below it how far the work is with each host."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

from rich.cells import cell_len
from rich.console import Console, RenderableType
from rich.markup import escape
from rich.progress import (
    BarColumn,
    Progress,
    ProgressColumn,
    Task,
    TextColumn,
    TimeElapsedColumn,
)
from rich.table import Column, Table
from rich.text import Text

from scraper.times import Clock
from versusdb.host_lines import HostLine
from versusdb.parts import Part
from versusdb.progress import MOST_HOSTS

# The width below which there is no bar, and a host's line has no room for all of its columns.
ALL_COLUMNS = 72
# The width from which the time that went by is told beside the time that is left.
BOTH_TIMES = 100
BAR_PART = 4
LEAST_BAR = 10
ELAPSED = len(" 0:00:00")


class Display(Progress):
    """The bar with what is to be said of it, and a table of hosts once there are some."""

    def __init__(self, console: Console, part: Part) -> None:
        """Take where to draw, and the part of the work that is shown first."""
        self.part = part
        self.hosts: Sequence[HostLine] = ()
        self._has_bar = console.width >= ALL_COLUMNS
        bars = [BarColumn(console.width // BAR_PART)] if self._has_bar else []
        words = (_Words(self), _Elapsed(self))
        task = TextColumn("{task.description}")
        super().__init__(task, *bars, *words, console=console, transient=True)

    @property
    def room(self) -> int:
        """How many characters may stand beside the task and the shortest bar."""
        taken = cell_len(self.part.task) + 1 + (LEAST_BAR + 1 if self._has_bar else 0)
        return self.console.width - taken

    def describe(self) -> str:
        """Say how far the part is; hosts have rates and times of their own."""
        return self.part.count if self.hosts else self.part.describe(self.room)

    def has_room_for_elapsed(self) -> bool:
        """Tell whether the time that went by can be told, too."""
        tells_end = not self.hosts and self.part.seconds is not None
        is_meant = not tells_end or self.console.width >= BOTH_TIMES
        return is_meant and len(self.describe()) + ELAPSED <= self.room

    def get_renderables(self) -> Iterable[RenderableType]:
        """Draw both."""
        yield self.make_tasks_table(self.tasks)
        if self.hosts:
            yield draw_hosts(self.hosts, self.console.width)


class _Words(ProgressColumn):
    def __init__(self, display: Display) -> None:
        # What gives way is the bar.
        super().__init__(Column(no_wrap=True))
        self._display = display

    def render(self, task: Task) -> Text:
        return Text(self._display.describe())


class _Elapsed(TimeElapsedColumn):
    def __init__(self, display: Display) -> None:
        super().__init__()
        self._display = display

    def render(self, task: Task) -> Text:
        return super().render(task) if self._display.has_room_for_elapsed() else Text()


class Live:
    """Progress that is drawn anew in place."""

    def __init__(self, display: Display, clock: Clock) -> None:
        self._display = display
        self._clock = clock
        self._task_id = display.add_task(display.part.task, total=None)

    def begin(self, task: str, unit: str = "pages") -> None:
        """Begin another part of the work."""
        self._display.hosts = ()
        self._display.part = Part(task, unit, self._clock)
        self._display.update(self._task_id, description=task, completed=0, total=None)

    def advance(self, done: int, total: int | None, *, is_estimate: bool = False) -> None:
        """Move the bar."""
        self._display.part.advance(done, total, is_estimate=is_estimate)
        self._display.update(self._task_id, completed=done, total=total)

    def show_hosts(self, hosts: Sequence[HostLine]) -> None:
        """Fill the table."""
        self._display.hosts = hosts

    def say(self, line: str) -> None:
        """Print a line above the bar."""
        self._display.console.print(escape(line), soft_wrap=True, highlight=False)


@contextmanager
def show_live(task: str, clock: Clock = Clock()) -> Iterator[Live]:  # noqa: B008 - frozen
    """Draw the progress of ``task`` on stderr until the block ends."""
    with Display(Console(stderr=True), Part(task, clock=clock)) as display:
        yield Live(display, clock)


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
