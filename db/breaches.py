"""Load: what breaks the contract of a view: its shape, its values, what stands there twice.

A healthy file has none of these: the loader sees to them, and most are constraints of the tables,
too. They are looked for where a program would meet them, in the views, so that they hold whatever
the tables look like.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from typing import TypeAlias

from msgspec import Struct
from msgspec.structs import replace
from sqlite_utils import Database

from db.contract import KEYS, KINDS, ORDERS, VIEWS, Column

SHOWN = 3
LONGEST = 100
SELECT_OBSERVED = """
SELECT archive_id, sha256, address, observed_at, key FROM snapshots ORDER BY archive_id
"""

Answer: TypeAlias = tuple[object, object, object]
Observed: TypeAlias = tuple[int, str, str | None, str, str]


class Breach(Struct, frozen=True):
    """One way in which a view breaks its contract: how many rows do, and the first of them.

    ``where`` is the view and its column; ``examples`` are the ids of some rows.
    """

    code: str
    where: str
    expected: str
    got: str
    rows: int = 0
    examples: tuple[str, ...] = ()

    @property
    def what(self) -> str:
        """What is wrong, in one line."""
        wrong = f"expected {self.expected}, got {self.got}"
        if not self.rows:
            return wrong
        rows = f"{self.rows:,} {'row' if self.rows == 1 else 'rows'}"
        return f"{rows}, such as {self.examples[0]}: {wrong}"


def list_observed(database: Database) -> Iterator[Observed]:
    """Iterate over all snapshots: row in the archive, SHA-256, address, time, and id."""
    return database.conn.execute(SELECT_OBSERVED)


def check_shape(database: Database, view: str, columns: tuple[Column, ...]) -> Breach | None:
    """Find a view that is not there, cannot be read, or whose columns are not these, in order."""
    expected = tuple(column.name for column in columns)
    row = database.conn.execute("SELECT 1 FROM sqlite_master WHERE name = ?", (view,)).fetchone()
    if row is None:
        return Breach("view_missing", view, f"a view of {len(expected)} columns", "none")
    try:
        cursor = database.conn.execute(f"SELECT * FROM {view} LIMIT 1")
        cursor.fetchone()
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode != sqlite3.SQLITE_ERROR:
            raise
        return Breach("view_unreadable", view, "a view that can be read", str(error))
    found = tuple(column[0] for column in cursor.description)
    if found[: len(expected)] == expected:
        return None
    missing = [name for name in expected if name not in found]
    got = f"none of the name {missing[0]}" if missing else f"the order {', '.join(found)}"
    return Breach("view_changed", view, f"the columns {', '.join(expected)}", got)


def check_rows(database: Database, view: str) -> Iterator[Breach]:
    """Find rows of a view that break a rule by themselves, in one pass through the view."""
    rules = [
        (column.name, column.name, _write_rule(column), KINDS[column.kind].words, "value_wrong")
        for column in VIEWS[view]
    ]
    for name, earlier, how, later in ORDERS:
        if name == view:
            rule = f"{earlier} {how} {later}"
            shown = f"{earlier} || ' and ' || {later}"
            rules.append((f"{earlier} and {later}", shown, rule, rule, "order_wrong"))
    counts = ", ".join(f"count(*) FILTER (WHERE NOT ({rule}))" for _, _, rule, _, _ in rules)
    wrong = database.conn.execute(f"SELECT {counts} FROM {view}").fetchone()
    for (where, shown, rule, words, code), rows in zip(rules, wrong, strict=True):
        if rows:
            first = VIEWS[view][0].name
            sql = f"SELECT {first}, {shown} FROM {view} WHERE NOT ({rule}) LIMIT {SHOWN}"
            found = database.conn.execute(sql).fetchall()
            answers = [(key, repr(value), words) for key, value in found]
            (breach,) = gather(code, f"{view}.{where}", answers)
            yield replace(breach, rows=rows)
    if view in KEYS:
        key = ", ".join(KEYS[view])
        sql = f"SELECT {key}, count(*) FROM {view} GROUP BY {key} HAVING count(*) > 1"
        where = f"{view}.{key}"
        repeated = [
            (", ".join(map(str, row[:-1])), row[-1], "one row")
            for row in database.conn.execute(sql)
        ]
        yield from gather("id_repeated", where, repeated)


def _write_rule(column: Column) -> str:
    condition = KINDS[column.kind].condition.format(column.name)
    if column.is_nullable:
        return f"{column.name} IS NULL OR {condition}"
    return f"{column.name} IS NOT NULL AND {condition}"


def gather(code: str, where: str, answers: Iterable[Answer]) -> Iterator[Breach]:
    """Make one breach of all rows that are wrong: an id, what stands there, and what should."""
    rows, shown = 0, []
    for answer in answers:
        rows += 1
        if rows <= SHOWN:
            shown.append(answer)
    if shown:
        _, got, expected = shown[0]
        examples = tuple(str(key) for key, _, _ in shown)
        yield Breach(code, where, _shorten(expected), _shorten(got), rows, examples)


def _shorten(value: object) -> str:
    text = "nothing" if value is None else " ".join(str(value).split())
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"
