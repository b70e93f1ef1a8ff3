"""Archive: what was taken down, and is never kept again.

A tombstone is a hash, a date and a reason, and nothing from which what it stands for could be
told: the SHA-256 of the bytes, or of the address in its one form.
"""

from __future__ import annotations

import hashlib

from sqlite_utils import Database

from scraper.errors import ForgottenError

SELECT = "SELECT kind, forgotten_at, reason FROM tombstones WHERE hash IN (?, ?)"


def hash_address(address: str) -> str:
    """Return the hash that a tombstone keeps of an address."""
    return hashlib.sha256(address.encode()).hexdigest()


def refuse_forgotten(database: Database, address: str | None, sha256: str | None) -> None:
    """Raise ``ForgottenError`` if an address, or a body by its digest, was taken down."""
    hashed = None if address is None else hash_address(address)
    row = database.conn.execute(SELECT, (hashed, sha256)).fetchone()
    if row is not None:
        kind, forgotten_at, reason = row
        what = "this address" if kind == "address" else f"the body {sha256}"
        raise ForgottenError(f"{what} was taken down on {forgotten_at[:10]}: {reason}")
