"""docs/schema.md says what the tables are, in the schema's own words."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from docs.tables import describe_table, draw_tables, list_tables, read_comments
from versusdb.files import DATABASE, open_in_memory

SCHEMA = """\
-- Birds that
-- were seen.
CREATE TABLE birds (
    bird_id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE, -- as people say it
    -- where it was: here
    -- or there
    place TEXT NOT NULL CHECK (place IN ('here', 'there')),
    UNIQUE (name, place)
) STRICT;
ALTER TABLE birds ADD COLUMN weight INTEGER; -- in grams

CREATE TABLE new_eggs (
    bird_id INTEGER REFERENCES birds (bird_id) -- whose; null: unknown
) STRICT;
ALTER TABLE new_eggs RENAME TO eggs;
"""


def test_every_table_and_column_is_told() -> None:
    """Whatever tables the schema makes, the page has each with all its columns and references."""
    page = (Path(__file__).parent.parent / "docs" / "schema.md").read_text(encoding="utf-8")
    with closing(open_in_memory(DATABASE)) as database:
        connection = database.conn
        tables = connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND sql LIKE '%STRICT%'"
        ).fetchall()
        assert len(tables) > 10
        for (table,) in tables:
            _, _, section = page.partition(f"\n## {table}\n")
            section, _, _ = section.partition("\n## ")
            for _, column, *_ in connection.execute(f"PRAGMA table_info({table})"):
                assert f"| `{column}` |" in section, (table, column)
            for _, _, parent, column, *_ in connection.execute(f"PRAGMA foreign_key_list({table})"):
                assert f"{parent} ||--o{{ {table} : {column}" in page.replace("|o--", "||--")


def test_words_are_those_above_and_beside() -> None:
    """A comment above a table or column and one beside it describe it, also one added later."""
    assert read_comments(SCHEMA)["birds"] == {
        "": "Birds that were seen.",
        "bird_id": "",
        "name": "as people say it",
        "place": "where it was: here or there",
        "weight": "in grams",
    }
    assert read_comments(SCHEMA)["eggs"]["bird_id"] == "whose; null: unknown"


def test_keys_are_drawn_and_told() -> None:
    """Primary, unique and foreign keys stand in the diagram and in the table."""
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.executescript(SCHEMA)
        shown = {"v1_birds": {"bird_id": "an id", "weight": "no", "seen": "when"}}
        connection.execute("ALTER TABLE birds ADD COLUMN seen TEXT")
        tables = list_tables(connection, SCHEMA, shown)
    assert draw_tables(tables).splitlines() == [
        "erDiagram",
        "    birds {",
        "        INTEGER bird_id PK",
        "        TEXT name UK",
        "    }",
        "    eggs {",
        "        INTEGER bird_id FK",
        "    }",
        "    birds |o--o{ eggs : bird_id",
    ]
    row = "| `bird_id` | integer | refers to [birds](#birds) | yes | whose; null: unknown |"
    assert row in describe_table(tables[1])
    birds = describe_table(tables[0])
    assert "| `name` | text | unique |  | as people say it |" in birds
    # The words of the view, where the table has none, and is not joined by the column.
    assert "| `seen` | text |  | yes | when |" in birds
    assert "| `weight` | integer |  | yes | in grams |" in birds
    assert "| `bird_id` | integer | primary |  |  |" in birds
