"""Load: the indexes that words are searched by.

Triggers keep them up, and mind no column but the words. Where much is loaded at once that is the
dearest part of it, so they are put off until the end and made anew; that they are is noted in the
file, for a run may be killed in between.
"""

from __future__ import annotations

import sqlite3

from sqlite_utils import Database

INDEXES = {"entries_fts": "entries", "quotes_fts": "quotes"}


def put_off_search(database: Database) -> None:
    """Keep the indexes up no longer, until they are made anew."""
    with database.atomic():
        database.conn.execute("UPDATE search SET is_kept = 0")


def is_search_kept(database: Database) -> bool:
    """Tell whether the indexes have all that there is to search."""
    (is_kept,) = database.conn.execute("SELECT is_kept FROM search").fetchone()
    return bool(is_kept)


def renew_search(database: Database) -> None:
    """Make the indexes anew if they were put off."""
    if not is_search_kept(database):
        make_search(database)


def make_search(database: Database) -> None:
    """Make the indexes anew, in one transaction, so that no word is in them that is gone.

    What the triggers take out is only marked as deleted.
    """
    with database.atomic():
        for index in INDEXES:
            database.conn.execute(f"INSERT INTO {index} ({index}) VALUES ('rebuild')")
        database.conn.execute("UPDATE search SET is_kept = 1")


def list_damaged(database: Database) -> list[str]:
    """Return the indexes that cannot be read through, or are of other rows than there are."""
    connection, damaged = database.conn, []
    for index, table in INDEXES.items():
        words = f"CREATE VIRTUAL TABLE temp.words USING fts5vocab(main, {index}, instance)"
        try:
            connection.execute(words)
            connection.execute("SELECT count(*) FROM temp.words").fetchone()
            connection.execute("DROP TABLE temp.words")
            sql = f"SELECT (SELECT count(*) FROM {index}_docsize), (SELECT count(*) FROM {table})"
            indexed, rows = connection.execute(sql).fetchone()
        except sqlite3.DatabaseError:
            connection.execute("DROP TABLE IF EXISTS temp.words")
            damaged.append(index)
        else:
            if indexed != rows:
                damaged.append(index)
    return damaged
