"""Archive: where the bytes are that a revisit record leaves out.

They may stand before it or after it, in this file, in another one of the same command, or in
the archive already. What was read is therefore remembered in a temporary database, which
takes no more memory for more records, and so are the revisits that wait for theirs.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

import msgspec
from msgspec.structs import replace

from scraper.archive import Archive
from scraper.errors import RevisitError
from scraper.response import Fetched, Response
from scraper.warc.reading import Revisit, Stored, name_role
from scraper.warc.records import hash_as

# Of one address, so many of its newest bodies are compared by a digest that is not ours.
BODIES_TO_HASH = 50
CREATE = (
    "CREATE TABLE known (record_id TEXT, digest TEXT, archive_id INTEGER)",
    "CREATE INDEX known_record ON known (record_id)",
    "CREATE INDEX known_digest ON known (digest)",
    "CREATE TABLE waiting (number INTEGER PRIMARY KEY, revisit BLOB)",
)
SELECT_OBSERVED = "SELECT archive_id FROM snapshots WHERE address = ? AND observed_at = ?"
SELECT_BYTES = "SELECT archive_id FROM snapshots WHERE sha256 = ?"
# Of each body that an address showed, the first response that brought it.
SELECT_SHOWN = """
SELECT min(archive_id), sha256 FROM snapshots
WHERE coalesce(address, '') = ? AND revisit_of IS NULL
GROUP BY sha256 ORDER BY max(observed_at) DESC LIMIT ?
"""
SELECT_BEFORE = """
SELECT archive_id FROM snapshots
WHERE coalesce(address, '') = ? AND observed_at <= ? AND status IN (200, 304)
ORDER BY observed_at DESC, archive_id DESC
"""


class Revisits:
    """Remembers what one command reads from WARC files, and resolves what refers to it."""

    def __init__(self, archive: Archive) -> None:
        """Take the archive that the responses go to."""
        self._archive = archive
        self._waiting = 0
        # SQLite keeps a database without a name in a temporary file, once it is large.
        self._memory = sqlite3.connect("", isolation_level=None)
        for statement in CREATE:
            self._memory.execute(statement)

    def close(self) -> None:
        """Forget everything."""
        self._memory.close()

    def remember(self, stored: Stored, fetched: Fetched) -> None:
        """Note what a revisit may know a response by."""
        row = (stored.record_id or None, stored.digest, fetched.snapshot.archive_id)
        self._memory.execute("INSERT INTO known VALUES (?, ?, ?)", row)

    def postpone(self, revisit: Revisit) -> None:
        """Keep a revisit until all files are read."""
        self._waiting += 1
        self._memory.execute(
            "INSERT INTO waiting (revisit) VALUES (?)", (msgspec.msgpack.encode(revisit),)
        )

    def count_waiting(self) -> int:
        """Return how many revisits wait."""
        return self._waiting

    def list_waiting(self) -> Iterator[Revisit]:
        """Take out the revisits that wait, in their order."""
        (last,) = self._memory.execute("SELECT max(number) FROM waiting").fetchone()
        number = 0
        select = "SELECT number, revisit FROM waiting WHERE number > ? AND number <= ? LIMIT 1"
        while row := self._memory.execute(select, (number, last)).fetchone():
            number = row[0]
            self._memory.execute("DELETE FROM waiting WHERE number = ?", (number,))
            self._waiting -= 1
            yield msgspec.msgpack.decode(row[1], type=Revisit)

    def resolve(self, revisit: Revisit) -> Stored:
        """Return the response with its body, or for a 304 with the row that still holds.

        Raises ``RevisitError`` if what it refers to is nowhere.
        """
        archive_id = self._find(revisit)
        if archive_id is None:
            raise RevisitError(describe(revisit))
        whole = self._archive.recall(archive_id)
        stored, response = revisit.stored, revisit.stored.response
        if revisit.is_unmodified:
            role = response.role if stored.is_ours else whole.response.role
            revisit_of = whole.response.revisit_of or archive_id
            return replace(stored, response=replace(response, role=role, revisit_of=revisit_of))
        body = self._archive.read(whole.snapshot.sha256)
        return name_role(replace(stored, response=complete(response, whole.response, body)))

    def _find(self, revisit: Revisit) -> int | None:
        """Return the row in the archive that a revisit refers to."""
        found = self._find_known("record_id", revisit.record_id)
        if found is None and not revisit.is_unmodified:
            found = self._find_known("digest", revisit.stored.digest)
        if found is None and revisit.address and revisit.observed_at:
            found = self._select(SELECT_OBSERVED, revisit.address, revisit.observed_at)
        if found is not None:
            return found
        return self._find_unmodified(revisit) if revisit.is_unmodified else self._find_same(revisit)

    def _find_known(self, column: str, value: str | None) -> int | None:
        if value is None:
            return None
        row = self._memory.execute(
            f"SELECT archive_id FROM known WHERE {column} = ? LIMIT 1",  # noqa: S608 - ours
            (value,),
        ).fetchone()
        return None if row is None else int(row[0])

    def _find_same(self, revisit: Revisit) -> int | None:
        """Find bytes of the stated digest: ours by itself, others among the address's bodies."""
        digest = revisit.stored.digest
        if digest is None:
            return None
        algorithm, _, value = digest.partition(":")
        if algorithm == "sha256" and (found := self._select(SELECT_BYTES, value)) is not None:
            return found
        address = revisit.address or revisit.stored.response.address
        shown = self._archive.database.conn.execute(SELECT_SHOWN, (address, BODIES_TO_HASH))
        for archive_id, sha256 in shown.fetchall():
            if hash_as(digest, self._archive.read(sha256)) == digest:
                return int(archive_id)
        return None

    def _find_unmodified(self, revisit: Revisit) -> int | None:
        """Find what the address showed last, unless its ETag says that something else was meant."""
        response = revisit.stored.response
        archive_id = self._select(SELECT_BEFORE, response.address, response.observed_at)
        if archive_id is None:
            return None
        stated = response.find_header("etag")
        known = self._archive.recall(archive_id).response.find_header("etag")
        return archive_id if stated is None or known is None or stated == known else None

    def _select(self, sql: str, *values: str | None) -> int | None:
        row = self._archive.database.conn.execute(f"{sql} LIMIT 1", values).fetchone()
        return None if row is None else int(row[0])


def complete(response: Response, whole: Response, body: bytes) -> Response:
    """Add what a revisit leaves out: the body, and where it has no HTTP head, that of the whole."""
    if response.status is None:
        return replace(response, status=whole.status, headers=whole.headers, body=body)
    return replace(response, body=body)


def describe(revisit: Revisit) -> str:
    """Say what a revisit refers to."""
    names = [revisit.stored.digest, revisit.record_id, revisit.address, revisit.observed_at]
    what = "an earlier response" if revisit.is_unmodified else "the same bytes"
    stated = ", ".join(name for name in names if name) or "without saying of what"
    return (
        f"a revisit of {what} ({stated}), which neither these files nor the archive hold; name "
        "the file that holds them in the same command"
    )
