"""Docs: writes the generated references; with ``--check`` only says which are stale.

``docs/record.schema.json`` comes from the record types, ``docs/commands.md`` from the command
line, ``docs/views.md`` and ``docs/schema.md`` from the schema and the comments in it.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import click
import msgspec

from db.contract import KINDS, VIEWS
from docs.tables import describe_table, draw_tables, list_tables
from parsers.records import Comparison, ToolPage, Unknown
from publish.describing import View, describe_view, read_contents
from versusdb.cli import cli
from versusdb.files import DATABASE, open_in_memory, read_migrations

VIEWS_HEAD = """\
# The views

Generated from the schema by `make docs`. Programs read these: names, columns, values and meanings
hold, new columns come only at the end of a view.
"""
SEARCH_HEAD = """\
## To search by

Two more views are no data of their own, and stand in no set of files: they are asked with `MATCH`,
in the language of SQLite's FTS5, and join the views above by their ids.

```sql
SELECT name, snippet FROM search_entries JOIN v1_entries USING (entry_id)
WHERE words MATCH 'latency' ORDER BY rank LIMIT 10;
```
"""
SELECT_SEARCH = """
SELECT name, sql FROM sqlite_master WHERE type = 'view' AND name GLOB 'search_*' ORDER BY name
"""
SCHEMA_HEAD = """\
# The schema

Generated from the schema by `make docs`. The tables belong to versusdb, and change with any
release: programs read the views, which hold.

## The views

{views}

## The tables and what they refer to

```mermaid
{diagram}
```

Only keys are drawn: PK is a primary key, UK is unique, FK refers to another table. Tables are
STRICT, foreign keys are enforced, and none has an action that deletes.

{tables}"""
DOCS = Path(__file__).parent


def write_record_schema() -> str:
    """Return the JSON Schema of a line that ``versusdb parse`` prints."""
    schema: dict[str, Any] = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A record as versusdb parse prints it",
    }
    schema |= msgspec.json.schema(Comparison | ToolPage | Unknown)
    return json.dumps(schema, indent=2) + "\n"


def write_commands() -> str:
    """Return the help of the command and of every one of its subcommands."""
    parts = ["# Commands\n\nGenerated from the command line by `make docs`.\n"]
    parts.append(_show_help("versusdb", cli, None))
    parent = _make_context(cli, "versusdb", None)
    parts += _show_commands("versusdb", cli, parent)
    return "\n".join(parts)


def _show_commands(title: str, group: click.Group, context: click.Context) -> Iterator[str]:
    for name, command in sorted(group.commands.items()):
        yield _show_help(f"{title} {name}", command, context)
        if isinstance(command, click.Group):
            inner = _make_context(command, name, context)
            yield from _show_commands(f"{title} {name}", command, inner)


def _show_help(title: str, command: click.Command, parent: click.Context | None) -> str:
    context = _make_context(command, title.rsplit(maxsplit=1)[-1], parent)
    return f"## {title}\n\n```text\n{command.get_help(context)}\n```\n"


def _make_context(command: click.Command, name: str, parent: click.Context | None) -> click.Context:
    settings = {**command.context_settings, "terminal_width": 80}
    return click.Context(command, info_name=name, parent=parent, **settings)


def write_views() -> str:
    """Return the contract: every view with its columns, as the schema's comments say it."""
    parts = [VIEWS_HEAD]
    for view in read_views():
        promised = {column.name: column for column in VIEWS[view.name]}
        rows = (
            f"| `{column.name}` | {KINDS[promised[column.name].kind].words} | "
            f"{'yes' if promised[column.name].is_nullable else ''} | {column.description} |"
            for column in view.columns
        )
        head = ("| column | value | may be null | meaning |", "| --- | --- | --- | --- |")
        table = "\n".join((*head, *rows))
        parts.append(f"## {view.name}\n\n{view.description}.\n\n{table}\n")
    return "\n".join((*parts, SEARCH_HEAD, *write_search_views()))


def write_search_views() -> Iterator[str]:
    """Yield what each view to search by is, and its columns."""
    with closing(open_in_memory(DATABASE)) as database:
        for name, sql in database.conn.execute(SELECT_SEARCH).fetchall():
            view = describe_view(name, sql)
            rows = (f"| `{column.name}` | {column.description} |" for column in view.columns)
            table = "\n".join(("| column | meaning |", "| --- | --- |", *rows))
            yield f"### {name}\n\n{view.description}.\n\n{table}\n"


def read_views() -> list[View]:
    """Return the views in the order of the schema's files."""
    with closing(open_in_memory(DATABASE)) as database:
        views = {view.name: view for view in read_contents(database.conn).views}
    # A view that a later schema made anew keeps its place.
    names = dict.fromkeys(re.findall(r"CREATE VIEW (\w+)", read_sql()))
    return [views[name] for name in names if name in views]


def read_words() -> dict[str, dict[str, str]]:
    """Return what the views say of their columns."""
    return {
        view.name: {column.name: column.description for column in view.columns}
        for view in read_views()
    }


def read_sql() -> str:
    """Return the files of the schema, one after the other."""
    return "".join(text for texts in read_migrations(DATABASE).values() for text in texts)


def write_schema() -> str:
    """Return the tables behind the views: a diagram of their keys, then every column."""
    with closing(open_in_memory(DATABASE)) as database:
        tables = list_tables(database.conn, read_sql(), read_words())
    views = "\n".join(f"- [`{view.name}`](views.md#{view.name})" for view in read_views())
    described = "\n".join(describe_table(table) for table in tables)
    return SCHEMA_HEAD.format(diagram=draw_tables(tables), views=views, tables=described)


REFERENCES = {
    "record.schema.json": write_record_schema,
    "commands.md": write_commands,
    "views.md": write_views,
    "schema.md": write_schema,
}


def main() -> int:
    """Write or check the references; return 1 if one is stale."""
    stale = []
    for name, write in REFERENCES.items():
        path, text = DOCS / name, write()
        if path.exists() and path.read_text(encoding="utf-8") == text:
            continue
        if "--check" in sys.argv:
            stale.append(name)
        else:
            path.write_text(text, encoding="utf-8")
            print(f"wrote docs/{name}")
    if stale:
        print(f"stale: docs/{', docs/'.join(stale)}; run 'make docs'", file=sys.stderr)
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main())
