"""Archive: removes the responses that a tombstone stands for, and what was made of their bytes.

An address takes down what came from it; a SHA-256 takes down the bytes wherever they came from.
Bytes that another address shows too stay with that one. A dictionary that may have been trained
on what goes is trained anew without it.
"""

from __future__ import annotations

import json
from collections.abc import Collection
from contextlib import suppress

import zstandard
from msgspec import Struct
from sqlite_utils import Database

from scraper.compressing import LEVEL, PAGES_TO_TRAIN, Compression, train_dictionary
from scraper.errors import BodyCorruptError
from scraper.tombstones import hash_address, is_named

# A 304 goes with the response that it says still holds, under whatever address that came.
SELECT_RESPONSES = """
WITH going AS (
    SELECT archive_id FROM snapshots
    WHERE coalesce(address, '') IN (SELECT value FROM json_each(?))
        OR sha256 IN (SELECT value FROM json_each(?))
)
SELECT archive_id, role = 'page' AND coalesce(status, 200) IN (200, 304) FROM snapshots
WHERE archive_id IN going OR revisit_of IN going
"""
SELECT_BODIES = """
SELECT sha256, count(*) FILTER (WHERE archive_id NOT IN (SELECT value FROM json_each(?1)))
FROM snapshots
WHERE sha256 IN (
    SELECT sha256 FROM snapshots WHERE archive_id IN (SELECT value FROM json_each(?1))
)
GROUP BY sha256 ORDER BY sha256
"""
SELECT_NAMES = """
SELECT source, address FROM snapshots
WHERE role = 'page' AND archive_id IN (SELECT value FROM json_each(?))
"""
SELECT_REACHED = """
SELECT archive_id, source, address FROM snapshots
WHERE role = 'page' AND archive_id NOT IN (SELECT value FROM json_each(?1))
    AND (
        source IN (SELECT value FROM json_each(?2)) OR address IN (SELECT value FROM json_each(?2))
    )
"""
# ``source`` is how an address was given, and another address may be what it led to.
SELECT_SOURCES = """
SELECT DISTINCT source FROM snapshots WHERE source <> address
UNION SELECT source FROM frontier WHERE source <> address
UNION SELECT listed_by FROM frontier WHERE listed_by IS NOT NULL
"""
# ?1 lists the rows that go. An address whose outcome rests on one of them is as never asked for.
CUT_TIES = (
    "DELETE FROM kept_pages WHERE archive_id IN (SELECT value FROM json_each(?1))",
    "DELETE FROM frontier WHERE archive_id IN (SELECT value FROM json_each(?1))",
    "UPDATE frontier SET robots_id = NULL WHERE robots_id IN (SELECT value FROM json_each(?1))",
    "DELETE FROM robots WHERE archive_id IN (SELECT value FROM json_each(?1))",
    "DELETE FROM snapshots WHERE archive_id IN (SELECT value FROM json_each(?1))",
)
RENAME_SOURCE = (
    "UPDATE snapshots SET source = address WHERE source = ? AND address IS NOT NULL",
    "UPDATE frontier SET source = address WHERE source = ?",
    "UPDATE frontier SET listed_by = NULL WHERE listed_by = ?",
)
SELECT_DICTIONARIES = """
SELECT DISTINCT dictionary_id FROM bodies
WHERE dictionary_id IS NOT NULL AND sha256 IN (SELECT value FROM json_each(?))
"""


class Doomed(Struct, frozen=True):
    """What goes from the archive: rows of responses, bodies, and mentions of an address.

    ``pages`` are the responses that may have been read; ``shared`` are the bodies that stay, with
    the number of other responses that show them; ``queued`` are the addresses of the frontier
    that go, or whose outcome names one that does; ``sources`` are the texts by which other
    responses, and it, name what goes.
    """

    archive_ids: tuple[int, ...]
    pages: tuple[int, ...]
    bodies: tuple[str, ...]
    shared: dict[str, int]
    queued: tuple[str, ...]
    sources: tuple[str, ...]


def find_doomed(database: Database, hashes: Collection[str]) -> Doomed:
    """Return what the tombstones with these hashes stand for."""
    addresses = _choose(database, "SELECT DISTINCT address FROM snapshots", hashes)
    keys = (json.dumps(addresses), json.dumps(sorted(hashes)))
    rows = sorted(database.conn.execute(SELECT_RESPONSES, keys))
    archive_ids = tuple(archive_id for archive_id, _ in rows)
    bodies = database.conn.execute(SELECT_BODIES, (json.dumps(archive_ids),)).fetchall()
    sources = database.conn.execute(SELECT_SOURCES)
    return Doomed(
        archive_ids=archive_ids,
        pages=tuple(archive_id for archive_id, is_page in rows if is_page),
        bodies=tuple(sha256 for sha256, others in bodies if not others),
        shared={sha256: others for sha256, others in bodies if others},
        queued=tuple(
            address
            for address, reason in database.conn.execute("SELECT address, reason FROM frontier")
            if hash_address(address) in hashes or is_named(reason, hashes)
        ),
        sources=tuple(source for (source,) in sources if is_named(source, hashes)),
    )


def _choose(database: Database, sql: str, hashes: Collection[str]) -> list[str]:
    return [
        address
        for (address,) in database.conn.execute(sql)
        if address is not None and hash_address(address) in hashes
    ]


def list_reached(database: Database, doomed: Doomed) -> dict[str, tuple[int, ...]]:
    """Return, for each name that a page which goes was reached by, the pages that stay by it."""
    going = json.dumps(doomed.archive_ids)
    reached: dict[str, list[int]] = {
        name: []
        for names in database.conn.execute(SELECT_NAMES, (going,))
        for name in names
        if name is not None
    }
    rows = database.conn.execute(SELECT_REACHED, (going, json.dumps(list(reached))))
    for archive_id, *names in rows:
        for name in reached.keys() & set(names):
            reached[name].append(archive_id)
    return {name: tuple(archive_ids) for name, archive_ids in reached.items()}


def remove_doomed(database: Database, doomed: Doomed) -> None:
    """Remove it in one transaction."""
    connection = database.conn
    bodies = (json.dumps(doomed.bodies),)
    with database.atomic():
        for statement in CUT_TIES:
            connection.execute(statement, (json.dumps(doomed.archive_ids),))
        for statement in RENAME_SOURCE:
            connection.executemany(statement, [(source,) for source in doomed.sources])
        connection.executemany(
            "DELETE FROM frontier WHERE address = ?", [(address,) for address in doomed.queued]
        )
        dictionaries = connection.execute(SELECT_DICTIONARIES, bodies).fetchall()
        connection.execute(
            "DELETE FROM bodies WHERE sha256 IN (SELECT value FROM json_each(?))", bodies
        )
        for (dictionary_id,) in dictionaries:
            _replace_dictionary(database, dictionary_id)


def _replace_dictionary(database: Database, dictionary_id: int) -> None:
    """Train a site's dictionary anew on the pages that are left, and compress them with it."""
    connection, known = database.conn, Compression(database)

    def read(sha256: str) -> bytes | None:
        size, data = connection.execute(
            "SELECT size, data FROM bodies WHERE sha256 = ?", (sha256,)
        ).fetchone()
        try:
            return known.decompress(sha256, size, data, dictionary_id)
        except BodyCorruptError:
            # It stays as it is, and says so whenever it is read.
            return None

    rows = connection.execute(
        "SELECT sha256 FROM bodies WHERE dictionary_id = ? ORDER BY rowid", (dictionary_id,)
    )
    digests = [sha256 for (sha256,) in rows.fetchall()]
    samples = (read(sha256) for sha256 in digests[:PAGES_TO_TRAIN])
    trained = None
    # Pages that have nothing in common, or too few of them, go without.
    with suppress(zstandard.ZstdError):
        trained = train_dictionary(sample for sample in samples if sample is not None)
    new_id = None if trained is None else _insert_dictionary(database, trained.as_bytes())
    compressor = zstandard.ZstdCompressor(level=LEVEL, dict_data=trained)
    for sha256 in digests:
        if (body := read(sha256)) is not None:
            row = (compressor.compress(body), sha256)
            connection.execute("UPDATE bodies SET data = ? WHERE sha256 = ?", row)
    moved = (new_id, dictionary_id)
    connection.execute("UPDATE bodies SET dictionary_id = ? WHERE dictionary_id = ?", moved)
    (site,) = connection.execute(
        "DELETE FROM dictionaries WHERE dictionary_id = ? RETURNING site", (dictionary_id,)
    ).fetchall()[0]
    connection.execute("UPDATE dictionaries SET site = ? WHERE dictionary_id = ?", (site, new_id))


def _insert_dictionary(database: Database, data: bytes) -> int:
    """Keep a dictionary beside the one that it is to replace, so under no site yet."""
    rows = database.conn.execute(
        "INSERT INTO dictionaries (site, data) VALUES ('', ?) RETURNING dictionary_id", (data,)
    )
    return int(rows.fetchall()[0][0])
