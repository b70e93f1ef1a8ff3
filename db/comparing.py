"""Check: what differs between two states of a database, row by row and field by field.

Programs see the views, so these are what is compared: both sides sorted by the columns that say
which row it is, and merged, so that no more than two rows are in memory. The ledger is no content,
and neither is the number of the run that a row names.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, TypeAlias

from msgspec import Struct
from sqlite_utils import Database

from db.contract import KEYS

# Of a view that has no key, which rows are to be compared.
ALIKE = {"v1_sightings": ("snapshot_id", "subject", "subject_id")}
OF_RUNS = frozenset({"v1_runs", "v1_coverage"})
RUN_ID = "run_id"
SELECT_VIEWS = """
SELECT name FROM sqlite_master WHERE type = 'view' AND name GLOB 'v1_*' ORDER BY name
"""

Value: TypeAlias = str | int | float | None
Row: TypeAlias = tuple[Value, ...]


class Difference(Struct, frozen=True, kw_only=True):
    """A row that is on one side only (the other is None), or whose values differ."""

    view: str
    key: dict[str, Value]
    before: dict[str, Value] | None
    after: dict[str, Value] | None

    @property
    def fields(self) -> list[str]:
        """The columns whose values differ; none where the row is on one side only."""
        if self.before is None or self.after is None:
            return []
        return [name for name, value in self.before.items() if value != self.after[name]]


def list_views(database: Database) -> list[str]:
    """Return the views of content, by name."""
    names = [name for (name,) in database.conn.execute(SELECT_VIEWS)]
    return [name for name in names if name not in OF_RUNS]


def compare_databases(before: Database, after: Database) -> Iterator[Difference]:
    """Iterate over all differences, view by view; both are of one schema."""
    for view in list_views(after):
        yield from compare_view(before, after, view)


def compare_view(before: Database, after: Database, view: str) -> Iterator[Difference]:
    """Iterate over the differences of one view, in the order of its keys.

    Rows that share a key, as one entry that a page shows twice, are compared in the order of all
    their columns.
    """
    info = after.conn.execute(f"PRAGMA table_info({view})").fetchall()
    names = [row[1] for row in info if row[1] != RUN_ID]
    keys = KEYS.get(view) or ALIKE.get(view, tuple(names))
    ordered = [*keys, *(name for name in names if name not in keys)]
    columns = ", ".join(ordered)
    query = f"SELECT {columns} FROM {view} ORDER BY {columns}"
    width = len(keys)
    for old, new in _merge(before.conn.execute(query), after.conn.execute(query), width):
        key = dict(zip(keys, (old or new or ())[:width], strict=True))
        yield Difference(view=view, key=key, before=_name(old, ordered), after=_name(new, ordered))


def _name(row: Row | None, names: Sequence[str]) -> dict[str, Value] | None:
    return None if row is None else dict(zip(names, row, strict=True))


def _merge(
    before: Iterator[Row], after: Iterator[Row], width: int
) -> Iterator[tuple[Row | None, Row | None]]:
    """Yield the pairs of rows that differ; None stands for a row that is not there."""
    old, new = next(before, None), next(after, None)
    while old is not None or new is not None:
        if old == new:
            old, new = next(before, None), next(after, None)
            continue
        order = _compare(old, new, width)
        yield (old if order <= 0 else None, new if order >= 0 else None)
        if order <= 0:
            old = next(before, None)
        if order >= 0:
            new = next(after, None)


def _compare(old: Row | None, new: Row | None, width: int) -> int:
    """Tell which row comes first by its key: negative for the old one, 0 for both."""
    if old is None or new is None:
        return 1 if old is None else -1
    left, right = (_rank(row[:width]) for row in (old, new))
    return (left > right) - (left < right)


def _rank(key: Row) -> tuple[Any, ...]:
    """Return a key that Python sorts as SQLite does: null, numbers, text."""
    kinds = {type(None): 0, int: 1, float: 1, str: 2}
    return tuple((kinds[type(value)], 0 if value is None else value) for value in key)
