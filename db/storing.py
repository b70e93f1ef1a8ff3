"""Load: what was computed of entries, written where it differs from what is there.

What did not change is not written: the words of an entry stay where the search index has them,
and a reader of the file finds its pages in their caches.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence

from msgspec import Struct
from sqlite_utils import Database

from db.history import Version
from db.ledger import Run, note_met
from db.quoting import Said
from db.sheets import FIELDS, QUOTE_FIELDS
from db.touching import write_ids


def _write_upsert(table: str, keys: Sequence[str], values: Sequence[str]) -> str:
    columns = ", ".join((*keys, *values))
    return (
        f"INSERT INTO {table} ({columns}) VALUES ({', '.join('?' * (len(keys) + len(values)))}) "
        f"ON CONFLICT DO UPDATE SET {', '.join(f'{v} = excluded.{v}' for v in values)} "
        f"WHERE {' OR '.join(f'{table}.{v} IS NOT excluded.{v}' for v in values)}"
    )


_ENTRY = (*FIELDS, "derived")
UPDATE_ENTRY = (
    f"UPDATE entries SET {', '.join(f'{name} = ?{n}' for n, name in enumerate(_ENTRY, start=2))} "
    "WHERE entry_id = ?1 AND "
    f"({' OR '.join(f'{name} IS NOT ?{n}' for n, name in enumerate(_ENTRY, start=2))})"
)
UPSERT_ENTRY_VERSION = _write_upsert(
    "entry_versions", ("entry_id", "valid_from"), ("valid_to", "run_id", "derived", *FIELDS)
)
DELETE_ENTRY_VERSIONS = """
DELETE FROM entry_versions
WHERE entry_id = ? AND valid_from NOT IN (SELECT value FROM json_each(?))
"""
# The run that added a quote stays.
UPSERT_QUOTE = _write_upsert(
    "quotes",
    ("key", "entry_id", "run_id"),
    ("text", *QUOTE_FIELDS, "valid_to"),
)
UPSERT_ENTRY_DATES = _write_upsert("entry_dates", ("entry_id",), ("first_seen_at", "last_seen_at"))
UPSERT_QUOTE_DATES = _write_upsert(
    "quote_dates", ("quote_id",), ("first_seen_at", "last_seen_at", "sighting_count")
)
SELECT_QUOTES = """
SELECT quotes.key, quote_id FROM json_each(?) CROSS JOIN quotes ON entry_id = value
"""
UPDATE_CARD_QUOTE = """
UPDATE card_quotes SET quote_id = ?3, text = ?4
WHERE card_id = ?1 AND number = ?2 AND (quote_id IS NOT ?3 OR text IS NOT ?4)
"""
UPDATE_CARD = """
UPDATE cards SET settled_at = ?2, page_url = ?3
WHERE card_id = ?1 AND (settled_at IS NOT ?2 OR page_url IS NOT ?3)
"""
UPSERT_QUOTE_VERSION = _write_upsert(
    "quote_versions", ("quote_id", "valid_from"), ("valid_to", "run_id", *QUOTE_FIELDS)
)
DELETE_QUOTE_VERSIONS = """
DELETE FROM quote_versions
WHERE quote_id = ? AND valid_from NOT IN (SELECT value FROM json_each(?))
"""
DELETE_QUOTE_ENDS = "DELETE FROM quote_ends WHERE quote_id = ?"
INSERT_QUOTE_END = "INSERT INTO quote_ends (quote_id, page, ended_at) VALUES (?, ?, ?)"


class QuoteRow(Struct, frozen=True):
    """A quote as it was computed; ``ends`` are pages that stopped showing it, and when."""

    text: str
    versions: list[Version]
    ends: tuple[tuple[str, str], ...]
    first_seen_at: str
    last_seen_at: str
    sighting_count: int


class EntryRow(Struct, frozen=True):
    """An entry as it was computed, with its quotes by their keys.

    ``printed`` is what its cards print, and ``quote_keys`` which quotes that is; ``cards`` tells
    for each from when on it changes nothing but dates, and the smallest address that shows it.
    """

    entry_id: int
    versions: list[Version]
    first_seen_at: str
    last_seen_at: str
    quotes: Mapping[str, QuoteRow]
    printed: Sequence[Said]
    quote_keys: Mapping[tuple[int, int], str]
    cards: Mapping[int, tuple[str | None, str | None]]


def store_entries(
    database: Database, run: Run, entry_ids: Collection[int], entries: Sequence[EntryRow]
) -> None:
    """Write what was computed of some entries; those that were not are gone."""
    connection, ids = database.conn, (write_ids(entry_ids),)
    note_met(database, run, entry_ids)
    connection.executemany(UPDATE_ENTRY, [_write_entry(entry) for entry in entries])
    connection.executemany(
        UPSERT_ENTRY_DATES, [(e.entry_id, e.first_seen_at, e.last_seen_at) for e in entries]
    )
    connection.executemany(
        UPSERT_ENTRY_VERSION,
        [
            (
                e.entry_id,
                v.valid_from,
                v.valid_to,
                v.run_id,
                json.dumps(v.derived),
                *v.values.values(),
            )
            for e in entries
            for v in e.versions
        ],
    )
    connection.executemany(
        DELETE_ENTRY_VERSIONS,
        [(e.entry_id, write_ids([v.valid_from for v in e.versions])) for e in entries],
    )
    connection.executemany(
        UPSERT_QUOTE,
        [
            (key, e.entry_id, run.run_id, *_write_quote(quote))
            for e in entries
            for key, quote in e.quotes.items()
        ],
    )
    quote_ids = dict(connection.execute(SELECT_QUOTES, ids).fetchall())
    _assign(database, entries, quote_ids)
    connection.executemany(
        UPDATE_CARD, [(card_id, *row) for e in entries for card_id, row in e.cards.items()]
    )
    stored = {quote_ids[key]: quote for e in entries for key, quote in e.quotes.items()}
    _store_quotes(database, stored)
    _delete_quotes(database, set(quote_ids.values()) - stored.keys())
    _delete_entries(database, set(entry_ids) - {entry.entry_id for entry in entries})


def _write_entry(entry: EntryRow) -> tuple[object, ...]:
    now = entry.versions[-1]
    return (entry.entry_id, *now.values.values(), json.dumps(now.derived))


def _write_quote(quote: QuoteRow) -> tuple[object, ...]:
    now = quote.versions[-1]
    return (quote.text, *now.values.values(), now.valid_to)


def _assign(database: Database, entries: Sequence[EntryRow], quote_ids: Mapping[str, int]) -> None:
    """Say of each printed text which quote it is, and how it differs."""
    rows = []
    for entry in entries:
        for said in entry.printed:
            key = entry.quote_keys[said.card_id, said.number]
            text = None if said.text == entry.quotes[key].text else said.text
            rows.append((said.card_id, said.number, quote_ids[key], text))
    database.conn.executemany(UPDATE_CARD_QUOTE, rows)


def _store_quotes(database: Database, quotes: Mapping[int, QuoteRow]) -> None:
    connection = database.conn
    connection.executemany(
        UPSERT_QUOTE_DATES,
        [
            (i, quote.first_seen_at, quote.last_seen_at, quote.sighting_count)
            for i, quote in quotes.items()
        ],
    )
    connection.executemany(
        UPSERT_QUOTE_VERSION,
        [
            (quote_id, v.valid_from, v.valid_to, v.run_id, *v.values.values())
            for quote_id, quote in quotes.items()
            for v in quote.versions
        ],
    )
    connection.executemany(
        DELETE_QUOTE_VERSIONS,
        [(i, write_ids([v.valid_from for v in quote.versions])) for i, quote in quotes.items()],
    )
    connection.executemany(DELETE_QUOTE_ENDS, [(quote_id,) for quote_id in quotes])
    connection.executemany(
        INSERT_QUOTE_END,
        [(i, page, ended_at) for i, quote in quotes.items() for page, ended_at in quote.ends],
    )


def _delete_quotes(database: Database, quote_ids: Collection[int]) -> None:
    ids = (write_ids(quote_ids),)
    for table in ("quote_versions", "quote_ends", "quote_dates", "quotes"):
        database.conn.execute(
            f"DELETE FROM {table} WHERE quote_id IN (SELECT value FROM json_each(?))", ids
        )


def _delete_entries(database: Database, entry_ids: Collection[int]) -> None:
    connection, ids = database.conn, (write_ids(entry_ids),)
    quotes = connection.execute(SELECT_QUOTES, ids).fetchall()
    _delete_quotes(database, [quote_id for _, quote_id in quotes])
    gone = "IN (SELECT value FROM json_each(?1))"
    for statement in (
        f"DELETE FROM entry_versions WHERE entry_id {gone}",
        f"DELETE FROM entry_dates WHERE entry_id {gone}",
        f"DELETE FROM entries WHERE entry_id {gone}",
    ):
        connection.execute(statement, ids)
