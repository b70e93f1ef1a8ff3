"""Archive: every response once, its bytes kept by their SHA-256.

A call of ``archive`` is one transaction: either the response and its bytes are in the file or
neither is. What is read back has been checked against its digest.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator

from sqlite_utils import Database

from parsers.records import Snapshot
from scraper.compressing import Compression
from scraper.directives import write_directives
from scraper.errors import BodyCorruptError, BodyMissingError
from scraper.response import Fetched, Headers, Response, is_page

ROWS_AT_ONCE = 500
SECRET_HEADERS = frozenset({"authorization", "cookie", "cookie2", "set-cookie", "set-cookie2"})

INSERT_BODY = """
INSERT INTO bodies (sha256, size, data, dictionary_id) VALUES (?, ?, ?, ?)
ON CONFLICT (sha256) DO NOTHING
"""
INSERT_SNAPSHOT = """
INSERT INTO snapshots (role, source, address, site, observed_at, status, http_version, ip,
    request_headers, headers, directives, sha256)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT DO NOTHING
RETURNING archive_id
"""
SELECT_SNAPSHOT = """
SELECT archive_id, sha256, source, address, site, observed_at, status,
    (SELECT json_extract(value, '$[1]') FROM json_each(headers)
     WHERE lower(json_extract(value, '$[0]')) = 'content-type' LIMIT 1)
FROM snapshots
"""
WHERE_SAME_OBSERVATION = """
WHERE coalesce(address, '') = coalesce(?, '') AND observed_at = ? AND sha256 = ? AND role = ?
    AND coalesce(site, '') = coalesce(?, '')
"""
WHERE_PAGE_AFTER = "WHERE role = 'page' AND archive_id > ? ORDER BY archive_id LIMIT ?"


class Archive:
    """The archive file, already opened and migrated by whoever owns the connection."""

    def __init__(self, database: Database) -> None:
        """Take the database that holds the archive's tables."""
        self._database = database
        self._compression = Compression(database)

    def archive(self, response: Response) -> Fetched:
        """Keep a response; the same bytes from one address at one time are kept once."""
        digest = hashlib.sha256(response.body).hexdigest()
        with self._database.atomic():
            self._archive_body(digest, response)
            is_new = self._archive_snapshot(digest, response)
            snapshot = self._find_snapshot(digest, response)
        return Fetched(snapshot, response, is_new)

    def snapshots(self, *, after: int = 0) -> Iterator[Snapshot]:
        """Iterate over the pages that can be read, in order of arrival, past ``after``.

        These are the files, and the answers of status 200 whose type a page may have: what
        fetching handed over when they came.
        """
        connection = self._database.conn
        while rows := connection.execute(
            SELECT_SNAPSHOT + WHERE_PAGE_AFTER, (after, ROWS_AT_ONCE)
        ).fetchall():
            for snapshot in map(read_snapshot, rows):
                if is_page(snapshot.status, snapshot.content_type):
                    yield snapshot
            after = rows[-1][0]

    def read(self, sha256: str) -> bytes:
        """Return the bytes kept under a digest.

        Raises ``BodyMissingError`` when there are none and ``BodyCorruptError`` when they are
        not the ones that were archived.
        """
        row = self._database.conn.execute(
            "SELECT size, data, dictionary_id FROM bodies WHERE sha256 = ?", (sha256,)
        ).fetchone()
        if row is None:
            raise BodyMissingError(f"archive: no row in bodies with sha256 {sha256}")
        size, data, dictionary_id = row
        body = self._compression.decompress(sha256, size, data, dictionary_id)
        found = hashlib.sha256(body).hexdigest()
        if found != sha256:
            raise BodyCorruptError(f"archive: bodies row {sha256} holds bytes of SHA-256 {found}")
        return body

    def _archive_body(self, digest: str, response: Response) -> None:
        connection = self._database.conn
        known = connection.execute("SELECT 1 FROM bodies WHERE sha256 = ?", (digest,))
        if known.fetchone() is None:
            site = response.site if response.role == "page" else None
            data, dictionary_id = self._compression.compress(response.body, site)
            connection.execute(INSERT_BODY, (digest, len(response.body), data, dictionary_id))

    def _archive_snapshot(self, digest: str, response: Response) -> bool:
        row = (
            response.role,
            response.source,
            response.address,
            response.site,
            response.observed_at,
            response.status,
            response.http_version,
            response.ip,
            write_headers(response.request_headers),
            write_headers(response.headers),
            write_directives(response),
            digest,
        )
        return bool(self._database.conn.execute(INSERT_SNAPSHOT, row).fetchall())

    def _find_snapshot(self, digest: str, response: Response) -> Snapshot:
        key = (response.address, response.observed_at, digest, response.role, response.site)
        found = self._database.conn.execute(SELECT_SNAPSHOT + WHERE_SAME_OBSERVATION, key)
        return read_snapshot(found.fetchone())


def read_snapshot(row: tuple[int, str, str, str | None, str | None, str, int, str]) -> Snapshot:
    """Read a row of ``SELECT_SNAPSHOT``."""
    archive_id, sha256, source, address, site, observed_at, status, content_type = row
    return Snapshot(
        archive_id=archive_id,
        sha256=sha256,
        source=source,
        address=address,
        site=site,
        observed_at=observed_at,
        status=status,
        content_type=content_type,
    )


def write_headers(headers: Headers) -> str:
    """Write headers as JSON, in order, without those that carry secrets."""
    kept = [
        (name, value)
        for name, value in headers
        if name.lower() not in SECRET_HEADERS and not name.lower().startswith("proxy-")
    ]
    return json.dumps(kept, ensure_ascii=False)
