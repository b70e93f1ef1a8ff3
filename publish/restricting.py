"""Publish: takes from a connection what strangers' SQL has no need of, or what has no measure.

It is read-only already. Here go what tells of the machine and of the others who ask, what changes
the whole process, and single steps that take longer than anybody waits. Of a live file nobody
reads what only its operator should know: SQLite gives null for it.
"""

from __future__ import annotations

import re
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
# The options of a run name folders, a proxy, who to write to; a published set has none.
OPTIONS = ("runs", "settings")
# Where tables are joined by columns of the same name, SQLite does not ask before it reads them.
_TABLE_OF_OPTIONS = re.compile(r"\bruns\b", re.IGNORECASE)
_JOIN_BY_NAMES = re.compile(r"\b(?:natural|using)\b", re.IGNORECASE)


def restrict(connection: sqlite3.Connection, *, is_live: bool) -> None:
    """Leave a connection what can be given to anybody."""
    # What is sorted counts as memory, and does not fill the disk.
    connection.execute("PRAGMA temp_store = MEMORY")
    for limit, most in LIMITS.items():
        connection.setlimit(limit, most)
    for name, strip in TRIMS.items():
        connection.create_function(name, 2, bind_trim(strip), deterministic=True)
    connection.set_authorizer(authorize_live if is_live else authorize)


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


def hide_options(
    action: int, first: str | None, second: str | None, database: str | None, within: str | None
) -> int:
    """Tell SQLite to read null in place of the options of a run, and else what is there."""
    is_hidden = action == sqlite3.SQLITE_READ and (first, second) == OPTIONS
    return sqlite3.SQLITE_IGNORE if is_hidden else sqlite3.SQLITE_OK


def authorize_live(
    action: int, first: str | None, second: str | None, database: str | None, within: str | None
) -> int:
    """Tell SQLite whether a statement may do something with a live file."""
    hidden = hide_options(action, first, second, database, within)
    return hidden or authorize(action, first, second, database, within)


def gets_round(sql: str) -> bool:
    """Tell whether SQL may read the options where SQLite does not ask; ``v1_runs`` cannot."""
    return bool(_TABLE_OF_OPTIONS.search(sql) and _JOIN_BY_NAMES.search(sql))


def bind_trim(strip: Callable[[str, str], str]) -> Callable[[object, object], str | None]:
    """Return SQLite's function of that name, in no more time than both texts take to read."""

    def trim(text: object, characters: object) -> str | None:
        if text is None or characters is None:
            return None
        return strip(str(text), "".join(set(str(characters))))

    return trim
