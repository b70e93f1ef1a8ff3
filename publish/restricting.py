"""Publish: takes from a connection what strangers' SQL has no need of, or what has no measure.

It is read-only already. Here go what tells of the machine and of the others who ask, what changes
the whole process, and single steps that take longer than anybody waits.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable

# A function that looks for one text in another takes time by the product of both.
LIMITS = {
    sqlite3.SQLITE_LIMIT_LENGTH: 100_000,
    sqlite3.SQLITE_LIMIT_LIKE_PATTERN_LENGTH: 500,
    sqlite3.SQLITE_LIMIT_COLUMN: 100,
    sqlite3.SQLITE_LIMIT_VDBE_OP: 50_000,
    sqlite3.SQLITE_LIMIT_ATTACHED: 0,
}
ACTIONS = frozenset({sqlite3.SQLITE_SELECT, sqlite3.SQLITE_RECURSIVE})
# What Datasette asks before it shows a table, and FTS5 within a question.
PRAGMAS = frozenset(
    "data_version foreign_key_list index_info index_list index_xinfo schema_version table_info "
    "table_xinfo".split()
)
# Pages of the file as they are, and what others ask.
TABLES = frozenset({"dbstat", "sqlite_dbpage", "sqlite_stmt"})
# A character written two billion times, even if nothing keeps it; a pointer into the memory.
FUNCTIONS = frozenset({"format", "fts3_tokenizer", "load_extension", "printf"})
TRIMS: dict[str, Callable[[str, str], str]] = {
    "trim": str.strip,
    "ltrim": str.lstrip,
    "rtrim": str.rstrip,
}


def restrict(connection: sqlite3.Connection) -> None:
    """Leave a connection what can be given to anybody."""
    # What is sorted counts as memory, and does not fill the disk.
    connection.execute("PRAGMA temp_store = MEMORY")
    for limit, most in LIMITS.items():
        connection.setlimit(limit, most)
    for name, strip in TRIMS.items():
        connection.create_function(name, 2, bind_trim(strip), deterministic=True)
    connection.set_authorizer(authorize)


def authorize(
    action: int, first: str | None, second: str | None, database: str | None, within: str | None
) -> int:
    """Tell SQLite whether a statement may do something."""
    name = ((second if action == sqlite3.SQLITE_FUNCTION else first) or "").lower()
    match action:
        case sqlite3.SQLITE_READ:
            is_allowed = name not in TABLES
        case sqlite3.SQLITE_FUNCTION:
            is_allowed = name not in FUNCTIONS
        case sqlite3.SQLITE_PRAGMA:
            is_allowed = name in PRAGMAS
        case sqlite3.SQLITE_UPDATE:
            # So SQLite asks when it makes itself known a table such as json_each.
            is_allowed = name == "sqlite_master"
        case _:
            is_allowed = action in ACTIONS
    return sqlite3.SQLITE_OK if is_allowed else sqlite3.SQLITE_DENY


def bind_trim(strip: Callable[[str, str], str]) -> Callable[[object, object], str | None]:
    """Return SQLite's function of that name, in no more time than both texts take to read."""

    def trim(text: object, characters: object) -> str | None:
        if text is None or characters is None:
            return None
        return strip(str(text), "".join(set(str(characters))))

    return trim
