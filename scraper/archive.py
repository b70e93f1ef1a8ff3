"""Archive: every response once, its bytes kept by their SHA-256.

A call of ``archive`` is one transaction, or part of the one that its caller has begun: either
the response and its bytes are in the file or neither is. What is read back has been checked
against its digest. What was taken down (``scraper.tombstones``) is never kept again.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import nullcontext
from functools import lru_cache

import msgspec
from sqlite_utils import Database

from parsers.records import Snapshot
from scraper.addresses import hide_credentials
from scraper.compressing import Compression
from scraper.directives import write_directives
from scraper.errors import BodyCorruptError, BodyMissingError, SnapshotBrokenError
from scraper.repeats import Latest, find_same
from scraper.response import Fetched, Headers, Response, find_header, is_page
from scraper.tombstones import refuse_forgotten

ROWS_AT_ONCE = 500
_HEADERS = msgspec.json.Decoder(Headers)
SECRET_HEADERS = frozenset({"authorization", "cookie", "cookie2", "set-cookie", "set-cookie2"})

INSERT_BODY = """
INSERT INTO bodies (sha256, size, data, dictionary_id) VALUES (?, ?, ?, ?)
ON CONFLICT (sha256) DO NOTHING
"""
INSERT_SNAPSHOT = """
INSERT INTO snapshots (role, source, address, site, observed_at, status, http_version, ip,
    request_headers, headers, directives, revisit_of, sha256)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT DO NOTHING
RETURNING archive_id
"""
# Of a 304, the type is that of the response which it says still holds; broken headers name none.
SELECT_SNAPSHOT = """
SELECT s.archive_id, s.sha256, s.source, s.address, s.site, s.observed_at, s.status,
    (SELECT json_extract(value, '$[1]')
     FROM json_each(CASE WHEN json_valid(whole.headers) THEN whole.headers END)
     WHERE lower(json_extract(value, '$[0]')) = 'content-type' LIMIT 1)
FROM snapshots AS s
JOIN snapshots AS whole ON whole.archive_id = coalesce(s.revisit_of, s.archive_id)
"""
WHERE_SAME_OBSERVATION = """
WHERE coalesce(s.address, '') = coalesce(?, '') AND s.observed_at = ? AND s.sha256 = ?
    AND s.role = ? AND coalesce(s.site, '') = coalesce(?, '')
"""
SELECT_KNOWN = f"SELECT 1 FROM snapshots AS s {WHERE_SAME_OBSERVATION}"  # noqa: S608
WHERE_ID = "WHERE s.archive_id = ?"
# A 304 that nobody asked for shows no page.
WHERE_PAGE_AFTER = """
WHERE s.role = 'page' AND s.archive_id > ? AND (s.status IS NOT 304 OR s.revisit_of IS NOT NULL)
ORDER BY s.archive_id LIMIT ?
"""
# What an address last showed as this site's, a page rather than a sitemap.
SELECT_LATEST = """
SELECT s.archive_id, s.observed_at, s.sha256, s.role, whole.archive_id, whole.observed_at,
    whole.role, whole.headers
FROM snapshots AS s
JOIN snapshots AS whole ON whole.archive_id = coalesce(s.revisit_of, s.archive_id)
WHERE coalesce(s.address, '') = ? AND coalesce(s.site, '') = coalesce(?, '')
    AND s.status IN (200, 304) AND s.role IN ('page', 'sitemap')
ORDER BY s.role = 'sitemap', s.observed_at DESC, s.archive_id DESC LIMIT 1
"""


class Archive:
    """The archive file, already opened and migrated by whoever owns the connection."""

    def __init__(self, database: Database) -> None:
        """Take the database that holds the archive's tables."""
        self.database = database
        self._compression = Compression(database)

    def archive(self, response: Response) -> Fetched:
        """Keep a response; the same bytes from one address at one time are kept once.

        Raises ``ForgottenError`` for what was taken down.
        """
        latest = None
        if response.address is not None and response.role == "page":
            latest = self.find_latest(response.address, response.site)
        return self.keep(response, latest)

    def keep(self, response: Response, latest: Latest | None) -> Fetched:
        """Keep a response as ``archive`` does, where it is known what the address showed last."""
        is_part = self.database.conn.in_transaction
        with nullcontext() if is_part else self.database.atomic():
            digest = self._archive_body(response, latest)
            key = (response.address, response.observed_at, digest, response.role, response.site)
            # A file comes every night; a transaction that writes nothing is a cheap one.
            is_known = response.address is None and self._is_known(key)
            archive_id = None if is_known else self._archive_snapshot(digest, response)
            if archive_id is None:
                return Fetched(self._find_snapshot(WHERE_SAME_OBSERVATION, key), response, False)
        if response.revisit_of is None:
            content_type = response.find_header("content-type")
        elif latest is not None and latest.whole_id == response.revisit_of:
            content_type = find_header(latest.whole_headers, "content-type")
        else:
            content_type = self._find_snapshot(WHERE_ID, (archive_id,)).content_type
        snapshot = Snapshot(
            archive_id=archive_id,
            sha256=digest,
            source=response.source,
            address=response.address,
            site=response.site,
            observed_at=response.observed_at,
            status=response.status,
            content_type=content_type,
        )
        return Fetched(
            snapshot, response, True, find_same(self.database, snapshot, response.role, latest)
        )

    def snapshots(self, *, after: int = 0) -> Iterator[Snapshot]:
        """Iterate over the pages that can be read, in order of arrival, past ``after``.

        These are the files, and the answers of status 200 (or 304, which stands for one) whose
        type a page may have: what fetching handed over when they came.
        """
        connection = self.database.conn
        while rows := connection.execute(
            SELECT_SNAPSHOT + WHERE_PAGE_AFTER, (after, ROWS_AT_ONCE)
        ).fetchall():
            for snapshot in map(read_snapshot, rows):
                if is_page(snapshot.status, snapshot.content_type):
                    yield snapshot
            after = rows[-1][0]

    def find_latest(self, address: str, site: str | None) -> Latest | None:
        """Return what an address showed last, as a page or sitemap of this site.

        Where its headers are broken it counts as unknown, and is asked for in full.
        """
        row = self.database.conn.execute(SELECT_LATEST, (address, site)).fetchone()
        if row is None:
            return None
        archive_id, observed_at, sha256, role, whole_id, whole_at, whole_role, headers = row
        try:
            whole_headers = read_headers(headers, whole_id)
        except SnapshotBrokenError:
            return None
        return Latest(
            archive_id=archive_id,
            observed_at=observed_at,
            sha256=sha256,
            role=role,
            whole_id=whole_id,
            whole_observed_at=whole_at,
            whole_role=whole_role,
            whole_headers=whole_headers,
        )

    def recall(self, archive_id: int) -> Fetched:
        """Return a response that was kept before, without its bytes (``read`` gives them).

        Raises ``SnapshotBrokenError`` when its headers cannot be read.
        """
        row = self.database.conn.execute(
            "SELECT role, source, address, site, observed_at, status, headers, revisit_of "
            "FROM snapshots WHERE archive_id = ?",
            (archive_id,),
        ).fetchone()
        role, source, address, site, observed_at, status, headers, revisit_of = row
        response = Response(
            role=role,
            source=source,
            address=address,
            site=site,
            observed_at=observed_at,
            status=status,
            headers=read_headers(headers, archive_id),
            request_headers=(),
            body=b"",
            revisit_of=revisit_of,
        )
        return Fetched(self._find_snapshot(WHERE_ID, (archive_id,)), response, False)

    def read(self, sha256: str) -> bytes:
        """Return the bytes kept under a digest.

        Raises ``BodyMissingError`` when there are none and ``BodyCorruptError`` when they are
        not the ones that were archived.
        """
        row = self.database.conn.execute(
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

    def _archive_body(self, response: Response, latest: Latest | None) -> str:
        """Keep the bytes, if they are new, and return their digest."""
        connection = self.database.conn
        if response.revisit_of is not None:
            refuse_forgotten(self.database, response.address, None)
            if latest is not None and latest.whole_id == response.revisit_of:
                return latest.sha256
            (digest,) = connection.execute(
                "SELECT sha256 FROM snapshots WHERE archive_id = ?", (response.revisit_of,)
            ).fetchone()
            return str(digest)
        digest = hashlib.sha256(response.body).hexdigest()
        refuse_forgotten(self.database, response.address, digest)
        known = connection.execute("SELECT 1 FROM bodies WHERE sha256 = ?", (digest,))
        if known.fetchone() is None:
            site = response.site if response.role == "page" else None
            data, dictionary_id = self._compression.compress(response.body, site)
            connection.execute(INSERT_BODY, (digest, len(response.body), data, dictionary_id))
        return digest

    def _archive_snapshot(self, digest: str, response: Response) -> int | None:
        row = (
            response.role, response.source, response.address, response.site, response.observed_at,
            response.status, response.http_version, response.ip,
            write_headers(response.request_headers), write_headers(response.headers),
            write_directives(response), response.revisit_of, digest,
        )  # fmt: skip
        # All of them: a statement that was not run to its end holds the transaction open.
        found = self.database.conn.execute(INSERT_SNAPSHOT, row).fetchall()
        return int(found[0][0]) if found else None

    def _is_known(self, key: tuple[object, ...]) -> bool:
        rows = self.database.conn.execute(SELECT_KNOWN, key)
        return bool(rows.fetchall())

    def _find_snapshot(self, where: str, key: tuple[object, ...]) -> Snapshot:
        return read_snapshot(self.database.conn.execute(SELECT_SNAPSHOT + where, key).fetchone())


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


def read_headers(text: str, archive_id: int) -> Headers:
    """Read headers as ``write_headers`` wrote them; raise ``SnapshotBrokenError`` for others."""
    try:
        return _HEADERS.decode(text)
    except msgspec.DecodeError as error:
        raise SnapshotBrokenError(
            f"archive: the headers of snapshot {archive_id} cannot be read: {error}"
        ) from error


# What one client sends is the same from request to request.
@lru_cache(maxsize=64)
def write_headers(headers: Headers) -> str:
    """Write headers as JSON, in order, without those that carry secrets."""
    kept = [
        # What leads elsewhere may name a user and a password.
        (name, hide_credentials(value) if folded.endswith("location") else value)
        for name, value in headers
        if (folded := name.lower()) not in SECRET_HEADERS and not folded.startswith("proxy-")
    ]
    return msgspec.json.encode(kept).decode()
