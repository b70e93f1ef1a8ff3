"""Frontier: crawls: what one command asks for, from its first address until all of it is loaded.

While a crawl is unfinished, the same command goes on with it: what was answered since it began is
not asked for again.
"""

from __future__ import annotations

import hashlib
import json

from msgspec import Struct
from sqlite_utils import Database

# A crawl that rested longer than this begins anew: most of what it saw is a day old.
GONE_ON_WITH_FOR_MS = 20 * 3600 * 1000

SELECT = """
SELECT crawl_id, started_at FROM crawls
WHERE key = ? AND ended_at IS NULL AND active_at BETWEEN ? AND ?
ORDER BY crawl_id DESC LIMIT 1
"""
INSERT = """
INSERT INTO crawls (key, started_at, active_at) VALUES (?, ?, ?) RETURNING crawl_id, started_at
"""
END = """
UPDATE crawls SET ended_at = ? WHERE crawl_id = ? AND NOT EXISTS (
    SELECT 1 FROM frontier
    WHERE frontier.crawl_id = crawls.crawl_id AND state IN ('waiting', 'leased', 'postponed')
)
"""


class CrawlId(Struct, frozen=True):
    """A crawl's number, and when it began, in milliseconds."""

    number: int
    started_at: int


def name_crawl(**what: object) -> str:
    """Return the key of a crawl: a digest of all that makes two commands the same."""
    return hashlib.sha256(json.dumps(what, sort_keys=True).encode()).hexdigest()


def open_crawl(database: Database, key: str, now: int) -> CrawlId:
    """Go on with the crawl of this key that did not end, or begin one."""
    since = now - GONE_ON_WITH_FOR_MS
    found = database.conn.execute(SELECT, (key, since, now)).fetchone()
    found = found or database.conn.execute(INSERT, (key, now, now)).fetchall()[0]
    return CrawlId(*found)


def note_work(database: Database, crawl_id: int, now: int) -> None:
    """Note that a crawl is at work."""
    database.conn.execute("UPDATE crawls SET active_at = ? WHERE crawl_id = ?", (now, crawl_id))


def end_crawl(database: Database, crawl_id: int, now: int) -> None:
    """End a crawl, all of whose pages are loaded, unless some of its addresses are left."""
    with database.atomic():
        database.conn.execute(END, (now, crawl_id))
