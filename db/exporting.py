"""Export: copies a database for strangers, and reads its views out.

The copy is the state of one moment, whatever a run writes meanwhile, and everything else of a data
set is read from it, so that its files agree. Which views there are is found in the schema, of what
type a column is in the contract. Rows come in an order that they alone decide, a few at a time.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Literal, TypeAlias

from msgspec import Struct
from sqlite_utils import Database

from db.contract import KEYS, VIEWS
from db.contract import Column as Promised
from db.searching import renew_search

Type: TypeAlias = Literal["integer", "text", "time", "date"]
Row: TypeAlias = tuple[int | str | None, ...]

SELECT_VIEWS = """
SELECT name FROM sqlite_master WHERE type = 'view' AND name GLOB 'v1_*' ORDER BY name
"""
# What a run was asked to do names folders, a proxy, who to write to: the operator's own matter.
CLEAR_SETTINGS = "UPDATE runs SET settings = '{}'"
# So is who decided; and what entries are found and compared by is of no use to strangers.
CLEAR_RESOLVER = (
    "UPDATE decisions SET decided_by = 'operator'",
    "DELETE FROM postings",
    "DELETE FROM traits",
    "DELETE FROM decision_exports",
)
END_KILLED = "UPDATE runs SET status = 'killed' WHERE status = 'running'"
_TYPES: dict[str, Type] = {
    "number": "integer", "count": "integer", "percent": "integer", "http": "integer",
    "time": "time", "day": "date",
}  # fmt: skip


class Column(Struct, frozen=True):
    """A column of a view, and the type of its values where they are not null.

    A ``time`` is text as ``YYYY-MM-DDTHH:MM:SSZ``, a ``date`` as ``YYYY-MM-DD``.
    """

    name: str
    type: Type


class View(Struct, frozen=True):
    """A ``v1_`` view with its columns in order; ``key`` is empty where none is known."""

    name: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]


def copy_database(connection: sqlite3.Connection, path: Path) -> None:
    """Write the database as it is now to a new file, without free pages and without a -wal."""
    # As an address, for a path may be of any bytes.
    connection.execute("VACUUM INTO ?", (path.absolute().as_uri(),))


def prepare_copy(connection: sqlite3.Connection, *, is_at_work: bool) -> None:
    """Make a copy one to give away: readable from any medium, with statistics for its queries.

    What is of its operator alone goes, to the last byte; all can be searched. A run that says it
    is running, and is not ``is_at_work``, was killed.
    """
    connection.execute("PRAGMA journal_mode = DELETE")
    connection.execute("PRAGMA secure_delete = ON")
    for statement in (CLEAR_SETTINGS, *CLEAR_RESOLVER):
        connection.execute(statement)
    renew_search(Database(connection))
    if not is_at_work:
        connection.execute(END_KILLED)
    connection.execute("VACUUM")
    connection.execute("ANALYZE")


def list_views(connection: sqlite3.Connection) -> tuple[View, ...]:
    """Return all ``v1_`` views by name."""
    names = [name for (name,) in connection.execute(SELECT_VIEWS)]
    return tuple(_read_view(connection, name) for name in names)


def _read_view(connection: sqlite3.Connection, name: str) -> View:
    found = connection.execute("SELECT name, type FROM pragma_table_info(?)", (name,)).fetchall()
    promised = {column.name: column for column in VIEWS.get(name, ())}
    key = KEYS.get(name, ())
    if any(promised[part].is_nullable for part in key):
        # It tells the rows apart, but no format takes null for a part of a key.
        key = ()
    columns = tuple(
        Column(column, find_type(promised.get(column), declared)) for column, declared in found
    )
    return View(name, columns, key)


def find_type(promised: Promised | None, declared: str) -> Type:
    """Return the type of a column: as the contract has it, else as SQLite knows it."""
    if promised is not None:
        return _TYPES.get(promised.kind, "text")
    return "integer" if declared == "INTEGER" else "text"


def count_rows(connection: sqlite3.Connection, view: View) -> int:
    """Count the rows of a view."""
    (count,) = connection.execute(f"SELECT count(*) FROM {view.name}").fetchone()
    return int(count)


def read_rows(connection: sqlite3.Connection, view: View, most: int) -> Iterator[list[Row]]:
    """Yield the rows of a view in order, up to ``most`` at a time.

    The order is that of the key, else of all columns: SQLite compares text by its bytes, and
    sorts in a file of its own what is much.
    """
    names = [f'"{column.name}"' for column in view.columns]
    order = [f'"{name}"' for name in view.key] or names
    rows = connection.execute(
        f"SELECT {', '.join(names)} FROM {view.name} ORDER BY {', '.join(order)}"
    )
    while batch := rows.fetchmany(most):
        yield batch
