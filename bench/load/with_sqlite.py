"""Bench: the limit: one ``executemany`` a table into bare tables, in one transaction."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from bench.load.flat import CARDS, QUOTES, Page, list_cards, list_quotes


class Loader:
    """Tables without keys, indexes or checks."""

    def __init__(self, path: Path) -> None:
        """Make the tables, and begin."""
        self._connection = sqlite3.connect(path, isolation_level=None)
        self._connection.execute("PRAGMA journal_mode = WAL")
        self._connection.execute("PRAGMA synchronous = NORMAL")
        for table, columns in (("cards", CARDS), ("quotes", QUOTES)):
            self._connection.execute(f"CREATE TABLE {table} ({', '.join(columns)})")
        self._connection.execute("BEGIN")

    def load(self, pages: list[Page]) -> None:
        """Insert the rows of some pages."""
        rows = (("cards", CARDS, list_cards), ("quotes", QUOTES, list_quotes))
        for table, columns, list_rows in rows:
            marks = ", ".join("?" * len(columns))
            self._connection.executemany(f"INSERT INTO {table} VALUES ({marks})", list_rows(pages))  # noqa: S608

    def close(self) -> None:
        """Commit."""
        self._connection.execute("COMMIT")
        self._connection.close()
