"""Archive: what was taken down, and is never kept again.

A tombstone is a hash, a date and a reason, and nothing from which what it stands for could be
told: the SHA-256 of the bytes, or of the address in its one form. It is written before anything
is removed (``scraper.forgetting``) and says whether all of that is done.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection
from typing import Literal, TypeAlias

from msgspec import Struct
from sqlite_utils import Database

from scraper.addresses import normalise_address
from scraper.errors import AddressError, ForgottenError
from scraper.warc.finished import forget_finished

Kind: TypeAlias = Literal["body", "address"]

EMPTY = hashlib.sha256().hexdigest()

SELECT = "SELECT kind, forgotten_at, reason FROM tombstones WHERE hash IN (?, ?)"
# Taken down again, it keeps its date and reason: it has been gone since then.
UPSERT = """
INSERT INTO tombstones (hash, kind, reason, forgotten_at, is_applied) VALUES (?, ?, ?, ?, ?)
ON CONFLICT (hash) DO UPDATE SET is_applied = excluded.is_applied
"""
INSERT_COPY = """
INSERT INTO tombstones (hash, kind, reason, forgotten_at, follows, is_applied)
SELECT ?1, 'body', reason, forgotten_at, hash, 0 FROM tombstones WHERE hash = ?2
ON CONFLICT (hash) DO UPDATE SET is_applied = 0
"""


class Tombstone(Struct, frozen=True):
    """What is kept of what was taken down."""

    hash: str
    kind: Kind
    reason: str
    forgotten_at: str


def hash_address(address: str) -> str:
    """Return the hash that a tombstone keeps of an address."""
    return hashlib.sha256(address.encode()).hexdigest()


def is_named(text: str | None, hashes: Collection[str]) -> bool:
    """Tell whether a text is, in any form, an address with one of these hashes, or names one."""
    if text is None:
        return False
    named = (word.rstrip(":,;") for word in text.split() if "://" in word)
    return any(_hash_any(each) in hashes for each in (text, *named))


def _hash_any(text: str) -> str | None:
    try:
        return hash_address(normalise_address(text))
    except AddressError:
        return None


def explain_forgotten(database: Database, address: str | None, sha256: str | None) -> str | None:
    """Say when and why an address, or a body by its digest, was taken down; None if it was not."""
    if not has_tombstones(database):
        return None
    hashed = None if address is None else hash_address(address)
    row = database.conn.execute(SELECT, (hashed, sha256)).fetchone()
    if row is None:
        return None
    kind, forgotten_at, reason = row
    what = "this address" if kind == "address" else f"the body {sha256}"
    return f"{what} was taken down on {forgotten_at[:10]}: {reason}"


def has_tombstones(database: Database) -> bool:
    """Tell whether anything was ever taken down, which is quickly said."""
    (found,) = database.conn.execute("SELECT EXISTS (SELECT 1 FROM tombstones)").fetchone()
    return bool(found)


def refuse_forgotten(database: Database, address: str | None, sha256: str | None) -> None:
    """Raise ``ForgottenError`` if an address, or a body by its digest, was taken down."""
    reason = explain_forgotten(database, address, sha256)
    if reason is not None:
        raise ForgottenError(reason)


def bury(database: Database, tombstone: Tombstone, *, is_applied: bool) -> None:
    """Write a tombstone; ``is_applied`` where there is nothing to remove."""
    fields = (tombstone.hash, tombstone.kind, tombstone.reason, tombstone.forgotten_at)
    with database.atomic():
        database.conn.execute(UPSERT, (*fields, is_applied))


def bury_copy(database: Database, url: str | None, sha256: str) -> bool:
    """Take down bytes that say they are the page of an address that was; tell if they were.

    They came as a file, or under another address. No bytes at all are nobody's: any page may be
    empty once.
    """
    if url is None or not is_copy(database, url):
        return False
    if sha256 != EMPTY:
        with database.atomic():
            database.conn.execute(INSERT_COPY, (sha256, _hash_any(url)))
    return True


def is_copy(database: Database, url: str | None) -> bool:
    """Tell whether a page that says it is at this address is one that was taken down."""
    hashed = None if url is None or not has_tombstones(database) else _hash_any(url)
    return hashed is not None and find_tombstone(database, hashed) is not None


def find_tombstone(database: Database, hashed: str) -> Tombstone | None:
    """Return the tombstone of a hash."""
    row = database.conn.execute(
        "SELECT hash, kind, reason, forgotten_at FROM tombstones WHERE hash = ?", (hashed,)
    ).fetchone()
    return None if row is None else Tombstone(*row)


def list_unapplied(database: Database) -> frozenset[str]:
    """Return the hashes of what has not gone from both files yet."""
    rows = database.conn.execute("SELECT hash FROM tombstones WHERE is_applied = 0")
    return frozenset(hashed for (hashed,) in rows)


def note_applied(database: Database) -> None:
    """Note that everything that was taken down has gone from both files."""
    with database.atomic():
        database.conn.execute("UPDATE tombstones SET is_applied = 1 WHERE is_applied = 0")


def lift(database: Database, hashed: str) -> None:
    """Remove a tombstone, with those of the copies that follow it.

    WARC files that were finished are read again: what they hold may be allowed now.
    """
    with database.atomic():
        forget_finished(database)
        database.conn.execute("DELETE FROM tombstones WHERE follows = ?", (hashed,))
        database.conn.execute("DELETE FROM tombstones WHERE hash = ?", (hashed,))
