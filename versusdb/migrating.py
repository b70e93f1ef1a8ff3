"""Command: brings an older file to the schema of today, whole or not at all, after a backup.

All migrations of a file are one transaction, with the number of the schema and the file's mark in
it: whatever ends it in the middle, the file is what it was. References are looked into before it
is committed. The backup gets its name when it is whole and on the disk, so that no half of one is
ever taken for it.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

from db.keys import name_key
from db.resolving.decisions import find_decision_key
from db.settling import settle_all
from versusdb.errors import REMEDIES, FileDamagedError


def migrate(
    database: Database,
    path: Path,
    scripts: Mapping[str, tuple[str, ...]],
    version: int,
    application_id: int,
    name: str,
) -> None:
    """Bring a file from its schema ``version`` to that of the last script; 0 is a new file.

    ``scripts`` are the SQL of each version by its number. Raises FileDamagedError, and leaves the
    file as it is, where rows would refer to nothing.
    """
    if version == len(scripts):
        return
    if version > 0:
        check_references(database, path, name)
        back_up(database, path.with_name(f"{path.name}.schema{version}.bak"))
    # What the scripts compute keys with.
    for function, count in ((name_key, 3), (find_decision_key, 1)):
        database.conn.create_function(function.__name__, count, function, deterministic=True)
    migrations = Migrations(name)
    for number, texts in scripts.items():
        migrations(name=number)(_make_migration(texts))
    with database.atomic():
        migrations.apply(database)
        if version and name == "database":
            settle_all(database)
        database.conn.execute(f"PRAGMA application_id = {application_id}")
        database.conn.execute(f"PRAGMA user_version = {len(scripts)}")
        check_references(database, path, name)


def check_references(database: Database, path: Path, name: str) -> None:
    """Raise FileDamagedError for rows that refer to nothing."""
    dangling = database.conn.execute("PRAGMA foreign_key_check").fetchall()
    if dangling:
        table, rowid, parent, _ = dangling[0]
        others = f", and so do {len(dangling) - 1:,} more" if len(dangling) > 1 else ""
        raise FileDamagedError(
            f"it was not migrated, and is as it was: {table} row {rowid} refers to a row of "
            f"{parent} that is missing{others}",
            where=path,
            remedy=REMEDIES[name],
        )


def back_up(database: Database, backup: Path) -> None:
    """Copy a database to a file; the file of this name is whole at any moment, or is not there."""
    part = backup.with_name(f"{backup.name}.part")
    leftovers = (part, part.with_name(f"{part.name}-journal"))
    _remove(leftovers)
    try:
        database.conn.execute("VACUUM INTO ?", (part.absolute().as_uri(),))
        _sync(part)
        part.replace(backup)
    except BaseException:
        _remove(leftovers)
        raise
    _sync(backup.parent)


def _remove(paths: Iterable[Path]) -> None:
    for path in paths:
        path.unlink(missing_ok=True)


def _sync(path: Path) -> None:
    """Bring a file, or the names in a folder, to the disk."""
    number = os.open(path, os.O_RDONLY)
    try:
        os.fsync(number)
    finally:
        os.close(number)


def _make_migration(texts: tuple[str, ...]) -> Callable[[Database], None]:
    def migrate(database: Database) -> None:
        for text in texts:
            for statement in split_statements(text):
                database.conn.execute(statement)

    return migrate


def split_statements(text: str) -> Iterator[str]:
    """Yield the statements of an SQL file one by one; ``executescript`` would commit."""
    statement = ""
    for line in text.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
    if statement.strip():
        yield statement
