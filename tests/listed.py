"""Entries that a site lists, put into a database one by one, and what is resolved of them."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any, cast

from msgspec import Struct
from sqlite_utils import Database

from db.keys import name_key, slug_key
from db.resolving.deciding import Author, decide, undo
from db.resolving.decisions import Word, find_entry
from parsers.reading import parse_page
from parsers.records import Snapshot
from tests.observing import Observation
from tests.pages import Card, write_text
from versusdb.files import DATABASE, open_for_writing, open_in_memory

LISTS = Path(__file__).parent.parent / "fixtures" / "entries"
SITE = "site.example"
NOON = "2026-05-{:02}T12:00:00Z"
# One text, as the rule wants it, and the same set otherwise.
TEXT = (
    "Rolls out schema migrations for Postgres and MariaDB, with 40 checks before each, undoes what "
    "failed, and mails a report from Graz to the whole team every night."
)
RETOLD = TEXT.replace(" ", "  ").upper()
OTHER_TEXT = (
    "Cuts podcasts into chapters in the browser, names 12 speakers by voice, writes show notes for "
    "Castopod, and sends the cleaned tracks to listeners of any feed."
)
INSERT_RUN = f"""
INSERT INTO runs (run_id, command, status, started_at, settings, code_version, reader_version)
VALUES (1, 'ingest', 'clean', '{NOON.format(1)}', '{{}}', '', '')
"""
INSERT_ENTRY = """
INSERT INTO entries (key, run_id, site, slug, name, tagline, description, category, pricing,
    homepage_url)
VALUES (?, 1, ?, ?, ?, ?, ?, ?, ?, ?)
"""
INSERT_DATE = "INSERT INTO entry_dates SELECT entry_id, ?2, ?2 FROM entries WHERE key = ?1"
UPDATE_ENTRY = """
UPDATE entries SET name = ?2, tagline = ?3, description = ?4, category = ?5, pricing = ?6,
    homepage_url = ?7
WHERE key = ?1
"""
UPDATE_DAY = """
UPDATE entry_dates SET first_seen_at = ?
WHERE entry_id = (SELECT entry_id FROM entries WHERE key = ?)
"""
DELETE_ENTRY = (
    "DELETE FROM entry_dates WHERE entry_id = (SELECT entry_id FROM entries WHERE key = ?)",
    "DELETE FROM entries WHERE key = ?",
)
RESOLVED = {
    "entries": "SELECT entry_id, tool_id FROM v1_entries ORDER BY entry_id",
    "queue": "SELECT * FROM v1_merge_queue ORDER BY entry_a_id, entry_b_id",
    "merges": "SELECT * FROM v1_merges ORDER BY entry_a_id, entry_b_id",
    "aliases": "SELECT * FROM v1_tool_aliases ORDER BY old_tool_id, tool_id",
    "tools": "SELECT tool_id, name, entry_count FROM v1_tools ORDER BY tool_id",
}


class Listed(Struct, frozen=True, kw_only=True):
    """What a site lists under a slug, or without one, and the day of May on which it was seen."""

    name: str
    slug: str | None = None
    tagline: str | None = None
    description: str | None = None
    category: str | None = None
    pricing: str | None = None
    homepage_url: str | None = None
    day: int = 1

    @property
    def key(self) -> str:
        """The id of the entry."""
        if self.slug is None:
            return name_key(SITE, self.name, self.tagline)
        return slug_key(SITE, self.slug)


def make(name: str, slug: str, description: str | None = TEXT, **more: Any) -> Listed:
    """Return an entry; with the same name and text as another it is one tool with it."""
    return Listed(name=name, slug=slug, description=description, **more)


def spell_slug(name: str, number: int) -> str:
    """Return a slug that says no more than a name: the bits of a number are its hyphens."""
    letters = [letter + "-" * (number >> place & 1) for place, letter in enumerate(name[:-1])]
    return f"{''.join(letters)}{name[-1]}".lower()


@cache
def read_list(name: str) -> tuple[Listed, ...]:
    """Return the entries of a labelled file, each on a day of its own."""
    lines = (LISTS / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    entries = [
        {field: value for field, value in entry.items() if field != "tool"}
        for line in lines
        for entry in json.loads(line)["entries"]
    ]
    listed = [Listed(**entry, day=1 + place % 28) for place, entry in enumerate(entries)]
    return tuple({each.key: each for each in listed}.values())


@cache
def _write_empty() -> bytes:
    with closing(open_in_memory(DATABASE)) as database:
        prepare(database)
        return database.conn.serialize()


def prepare(database: Database) -> None:
    """Give a database the run that entries are put in by; words to search in are none of ours."""
    with database.atomic():
        database.conn.execute(INSERT_RUN)
        database.conn.execute("UPDATE search SET is_kept = 0")


@contextmanager
def open_listed(*entries: Listed) -> Iterator[Database]:
    """Open a database in memory that holds these entries, not yet resolved."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        connection.deserialize(_write_empty())
        connection.execute("PRAGMA foreign_keys = ON")
        database = Database(connection)
        add(database, *entries)
        yield database


@contextmanager
def open_file(path: Path) -> Iterator[Database]:
    """Open a database in a file, made where it is not there."""
    is_new = not path.exists()
    with closing(open_for_writing(path, DATABASE)) as database:
        if is_new:
            prepare(database)
        yield database


def add(database: Database, *entries: Listed) -> None:
    with database.atomic():
        for each in entries:
            row = (each.key, SITE, each.slug, *_list_values(each))
            database.conn.execute(INSERT_ENTRY, row)
            database.conn.execute(INSERT_DATE, (each.key, NOON.format(each.day)))


def _list_values(each: Listed) -> tuple[str | None, ...]:
    return (
        each.name, each.tagline, each.description, each.category, each.pricing, each.homepage_url,
    )  # fmt: skip


def change(database: Database, entry: Listed) -> None:
    """Have an entry say what this one says; its day stays."""
    with database.atomic():
        database.conn.execute(UPDATE_ENTRY, (entry.key, *_list_values(entry)))


def date(database: Database, entry: Listed, day: int) -> None:
    """Have an entry be seen first on another day."""
    database.conn.execute(UPDATE_DAY, (NOON.format(day), entry.key))


def remove(database: Database, *entries: Listed) -> None:
    with database.atomic():
        for each in entries:
            for statement in DELETE_ENTRY:
                database.conn.execute(statement, (each.key,))


def read_resolved(database: Database) -> dict[str, list[tuple[Any, ...]]]:
    """Return what the views say of tools, by the ids of entries."""
    return {name: database.conn.execute(sql).fetchall() for name, sql in RESOLVED.items()}


def list_tools(database: Database) -> set[frozenset[str]]:
    """Return the tools of more than one entry, as the slugs or names of those."""
    rows = database.conn.execute("SELECT tool_id, coalesce(slug, name) FROM v1_entries").fetchall()
    tools: dict[str, set[str]] = {}
    for tool_id, name in rows:
        tools.setdefault(tool_id, set()).add(name)
    return {frozenset(names) for names in tools.values() if len(names) > 1}


def list_queued(database: Database) -> dict[frozenset[str], str]:
    """Return the pairs that wait, as the slugs or names of both, and why they do."""
    sql = """
    SELECT coalesce(a.slug, a.name), coalesce(b.slug, b.name), reason FROM v1_merge_queue
    JOIN v1_entries AS a ON a.entry_id = entry_a_id JOIN v1_entries AS b ON b.entry_id = entry_b_id
    """
    return {frozenset((a, b)): reason for a, b, reason in database.conn.execute(sql)}


def list_outcomes(database: Database) -> dict[frozenset[str], str]:
    """Return the outcomes of all pairs that are kept, by the slugs or names of both."""
    sql = """
    SELECT coalesce(a.slug, a.name), coalesce(b.slug, b.name), outcome FROM pairs
    JOIN entries AS a ON a.entry_id = entry_a_id JOIN entries AS b ON b.entry_id = entry_b_id
    """
    return {frozenset((a, b)): outcome for a, b, outcome in database.conn.execute(sql)}


def find_row(database: Database, entry: Listed) -> int:
    row = find_entry(database, entry.key)
    assert row is not None
    return row


class Sayer:
    """An operator, whose words are a second apart."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._seconds = 0

    def say(self, word: str, one: Listed, other: Listed, reason: str = "") -> int:
        """Say a word of two entries; return its number."""
        rows = find_row(self._database, one), find_row(self._database, other)
        return decide(self._database, cast("Word", word), *rows, self._tell(reason))

    def undo(self, number: int) -> int:
        """Take a word back; return the number of the retraction."""
        return undo(self._database, number, self._tell("")).decision_id

    def _tell(self, reason: str) -> Author:
        self._seconds += 1
        minutes, seconds = divmod(self._seconds, 60)
        return Author("ida", f"2026-06-01T00:{minutes:02}:{seconds:02}Z", reason)


def observe_text(cards: Sequence[Card], day: int) -> Observation:
    """Return the text of a page as it was saved on a day of May: it has no slugs."""
    body = write_text(cards).encode()
    reading = parse_page(body, source="page.txt", host="shiporskip.io", content_type="text/plain")
    snapshot = Snapshot(
        archive_id=0,
        sha256=sha256(body).hexdigest(),
        source="page.txt",
        address=None,
        site="shiporskip.io",
        observed_at=NOON.format(day),
        status=None,
        content_type="text/plain",
    )
    return snapshot, reading
