"""Docs: reads what the tables of the schema are, for docs/schema.md.

Columns, types and keys are SQLite's own answers. The words are the comments in the files of the
schema: those above a table describe the table, those above a column or beside it the column; the
last file that makes a table is the one that counts. A column without any, unless it is a key, is
what the column of its name is in the view that shows the table. (Views have their words within the
statement, which SQLite keeps, and ``publish.describing`` reads; what stands above a table it does
not keep.)
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Mapping

from msgspec import Struct

SELECT_TABLES = """
SELECT name FROM sqlite_master AS made
-- Not what SQLite, sqlite-utils and a full-text index keep for themselves.
WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT GLOB '_*' AND name NOT IN (
    SELECT shadow.name FROM pragma_table_list AS shadow WHERE shadow.type = 'shadow'
)
ORDER BY name
"""
SELECT_COLUMNS = 'SELECT name, type, "notnull", pk FROM pragma_table_info(?) ORDER BY cid'
SELECT_REFERENCES = """
SELECT \"from\", \"table\" FROM pragma_foreign_key_list(?) ORDER BY \"table\", \"from\"
"""
SELECT_UNIQUE = """
SELECT columns.name FROM pragma_index_list(?) AS made
JOIN pragma_index_info(made.name) AS columns
WHERE made.\"unique\" AND made.origin = 'u'
GROUP BY made.name HAVING count(*) = 1
"""
# The views that show tables of another name.
SHOWN_BY = {
    "cards": "v1_entries", "entry_dates": "v1_entries", "entry_versions": "v1_entry_history",
    "card_quotes": "v1_quotes", "quote_dates": "v1_quotes", "quote_versions": "v1_quote_history",
    "reading_issues": "v1_issues", "readings": "v1_comparisons",
}  # fmt: skip
_COMMENT = r"[ \t]*--[^\n]*\n"
_TABLE = re.compile(
    rf"(?P<above>(?:^{_COMMENT})*)^CREATE (?:VIRTUAL )?TABLE (?P<name>\w+)[^\n]*\n(?P<body>.*?)^\)",
    re.DOTALL | re.MULTILINE,
)
_ADDED = re.compile(
    r"^ALTER TABLE (\w+) ADD COLUMN (\w+)[^\n]*?;[ \t]*--[ \t]*([^\n]+)", re.MULTILINE
)
_RENAMED = re.compile(r"^ALTER TABLE (\w+) RENAME TO (\w+)", re.MULTILINE)
_COLUMN = re.compile(r"\s+(?P<name>[a-z_]\w*) .*?(?:--\s*(?P<comment>.*))?")


class Column(Struct, frozen=True):
    """A column of a table; ``reference`` is the table that it refers to."""

    name: str
    type: str
    keys: tuple[str, ...]
    is_required: bool
    reference: str | None
    description: str


class Table(Struct, frozen=True):
    """A table and its columns in order."""

    name: str
    description: str
    columns: tuple[Column, ...]


def list_tables(
    connection: sqlite3.Connection, sql: str, views: Mapping[str, Mapping[str, str]]
) -> list[Table]:
    """Return all tables of a database that the files of a schema have made.

    ``views`` holds what is said of the columns of each view.
    """
    words = read_comments(sql)
    return [
        _read_table(
            connection, name, words.get(name, {}), views.get(SHOWN_BY.get(name, f"v1_{name}"), {})
        )
        for (name,) in connection.execute(SELECT_TABLES).fetchall()
    ]


def _read_table(
    connection: sqlite3.Connection, name: str, words: Mapping[str, str], shown: Mapping[str, str]
) -> Table:
    references = dict(connection.execute(SELECT_REFERENCES, (name,)).fetchall())
    unique = {column for (column,) in connection.execute(SELECT_UNIQUE, (name,))}
    columns = []
    for column, kind, is_required, place in connection.execute(SELECT_COLUMNS, (name,)):
        marks = {"PK": place > 0, "FK": column in references, "UK": column in unique}
        keys = tuple(mark for mark, is_set in marks.items() if is_set)
        # A number that tables are joined by is none of the ids that views show.
        known = "" if keys else shown.get(column, "")
        said = words.get(column) or ("Text id, as the views have it" if column == "key" else known)
        required = bool(is_required or place)
        columns.append(Column(column, kind, keys, required, references.get(column), said))
    return Table(name, words.get("", ""), tuple(columns))


def read_comments(sql: str) -> dict[str, dict[str, str]]:
    """Return the words on each table, under the empty name, and on each of its columns."""
    tables: dict[str, dict[str, str]] = {}
    for found in _TABLE.finditer(sql):
        words = tables[found["name"]] = {"": _join(found["above"].splitlines())}
        above: list[str] = []
        for line in found["body"].splitlines():
            if line.lstrip().startswith("--"):
                above.append(line)
            elif column := _COLUMN.fullmatch(line):
                words[column["name"]] = _join([*above, column["comment"] or ""])
                above = []
    for old, new in _RENAMED.findall(sql):
        tables.setdefault(new, tables.get(old, {}))
    for table, column, comment in _ADDED.findall(sql):
        tables.setdefault(table, {})[column] = comment.strip()
    return tables


def _join(lines: list[str]) -> str:
    return " ".join(line.strip().removeprefix("--").strip() for line in lines).strip()


def draw_tables(tables: list[Table]) -> str:
    """Return the keys of the tables, and what refers to what, as Mermaid draws it."""
    lines = ["erDiagram"]
    for table in tables:
        lines.append(f"    {table.name} {{")
        lines += [
            f"        {column.type} {column.name} {', '.join(column.keys)}"
            for column in table.columns
            if column.keys
        ]
        lines.append("    }")
    for table in tables:
        for column in table.columns:
            if column.reference:
                one = "||" if column.is_required else "|o"
                lines.append(f"    {column.reference} {one}--o{{ {table.name} : {column.name}")
    return "\n".join(lines)


def describe_table(table: Table) -> str:
    """Return a section on a table."""
    rows = "\n".join(
        f"| `{column.name}` | {column.type.lower()} | {_describe_key(column)} | "
        f"{'' if column.is_required else 'yes'} | {column.description} |"
        for column in table.columns
    )
    words = f"{table.description}\n\n" if table.description else ""
    head = "| column | type | key | may be null | meaning |\n| --- | --- | --- | --- | --- |"
    return f"## {table.name}\n\n{words}{head}\n{rows}\n"


def _describe_key(column: Column) -> str:
    link = f"[{column.reference}](#{column.reference})"
    words = {"PK": "primary", "FK": f"refers to {link}", "UK": "unique"}
    return ", ".join(words[key] for key in column.keys)
