"""Archive: everything that the archive holds, written as one WARC file.

One gzip member for each record, in the order of arrival, and never more in memory than one
response. Bytes that stand in the file already, and those of a 304, are not written again: a
revisit record names them. Local files are resource records. The ids of records are computed
from the archive's own, so that two exports name the same record by the same id.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from typing import BinaryIO
from urllib.parse import urlsplit

from msgspec import Struct
from sqlite_utils import Database

from scraper.archive import ROWS_AT_ONCE, Archive, read_headers
from scraper.errors import ArchiveError, SnapshotBrokenError
from scraper.response import FetchProblem, Headers
from scraper.warc import fields as ours
from scraper.warc.messages import rename_coding, write_message
from scraper.warc.records import write_record

Fields = list[tuple[str, str]]

# The first response from the network that brought the same bytes: local files have no head.
SELECT = """
SELECT s.archive_id, s.role, s.source, s.address, s.site, s.observed_at, s.status,
    s.http_version, s.ip, s.request_headers, s.headers, s.revisit_of, s.sha256,
    (SELECT first.archive_id FROM snapshots AS first
     WHERE first.sha256 = s.sha256 AND first.revisit_of IS NULL AND first.address IS NOT NULL
     ORDER BY first.archive_id LIMIT 1) AS first_id
FROM snapshots AS s WHERE s.archive_id > ? AND s.archive_id <= ? ORDER BY s.archive_id LIMIT ?
"""
SELECT_PLACE = "SELECT address, observed_at FROM snapshots WHERE archive_id = ?"
NO_BYTES = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
CONFORMS_TO = "http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/"


class Row(Struct, frozen=True):
    """One row of ``SELECT``, its headers unread; ``first_id`` is whose bytes are the same."""

    archive_id: int
    role: str
    source: str
    address: str | None
    site: str | None
    observed_at: str
    status: int | None
    http_version: str | None
    ip: str | None
    request_headers: str
    headers: str
    revisit_of: int | None
    sha256: str
    first_id: int | None

    @property
    def first_line(self) -> str:
        """The status line of the response; WARC knows the text form of HTTP alone."""
        version = "HTTP/1.0" if self.http_version == "HTTP/1.0" else "HTTP/1.1"
        return f"{version} {self.status}"


class WarcExport:
    """Writes one archive into one file, which is open for writing.

    ``problems`` yields what could not be written; ``counts`` says how many records of each type
    were.
    """

    def __init__(self, database: Database, out: BinaryIO) -> None:
        """Take the archive's database, opened for reading, and the file."""
        self.counts: dict[str, int] = {}
        self._database = database
        self._archive = Archive(database)
        self._out = out
        (identity,) = database.conn.execute("SELECT uuid FROM identity").fetchone()
        self._identity = uuid.UUID(identity)
        self._unwritten: set[int] = set()
        (self._last,) = database.conn.execute(
            "SELECT coalesce(max(archive_id), 0) FROM snapshots"
        ).fetchone()

    def count_snapshots(self) -> int:
        """Return how many there are to write."""
        sql = "SELECT count(*) FROM snapshots WHERE archive_id <= ?"
        return int(self._database.conn.execute(sql, (self._last,)).fetchone()[0])

    def write(self, *, software: str, filename: str, at: str) -> Iterator[FetchProblem | None]:
        """Write all records; yield for each snapshot None, or why it was not written."""
        self._write_info(software, filename, at)
        for row in self._list_rows():
            try:
                self._write_snapshot(row)
                yield None
            except ArchiveError as error:
                self._unwritten.add(row.archive_id)
                yield FetchProblem(
                    code=error.code,
                    source=row.source,
                    address=row.address,
                    message=f"snapshot {row.archive_id} ({row.source}): not written: {error}",
                )

    def _list_rows(self) -> Iterator[Row]:
        after = 0
        while found := self._database.conn.execute(
            SELECT, (after, self._last, ROWS_AT_ONCE)
        ).fetchall():
            yield from (Row(*values) for values in found)
            after = found[-1][0]

    def _write_info(self, software: str, filename: str, at: str) -> None:
        about = {
            "software": software,
            "format": "WARC File Format 1.1",
            "conformsTo": CONFORMS_TO,
            "isPartOf": f"urn:uuid:{self._identity}",
        }
        fields = [
            ("WARC-Type", "warcinfo"),
            ("WARC-Record-ID", self._name("warcinfo")),
            ("WARC-Filename", ours.write_value(filename)),
            ("WARC-Date", at),
            ("Content-Type", "application/warc-fields"),
        ]
        block = "".join(f"{name}: {value}\r\n" for name, value in about.items())
        self._write("warcinfo", fields, block.encode())

    def _write_snapshot(self, row: Row) -> None:
        headers = read_headers(row.headers, row.archive_id)
        request_headers = read_headers(row.request_headers, row.archive_id)
        if row.address is None:
            self._write_file(row)
        elif row.revisit_of is not None:
            self._write_revisit(row, headers, row.revisit_of, ours.NOT_MODIFIED)
        elif self._is_written_before(row) and row.first_id is not None:
            self._write_revisit(row, headers, row.first_id, ours.SAME_PAYLOAD)
        else:
            self._write_response(row, headers)
        if row.address is not None and request_headers:
            self._write_request(row, row.address, request_headers)

    def _is_written_before(self, row: Row) -> bool:
        """Tell whether a record of the file holds the bytes of a row already."""
        is_other = row.first_id != row.archive_id and row.first_id not in self._unwritten
        return is_other and row.sha256 != NO_BYTES

    def _write_file(self, row: Row) -> None:
        fields = [
            *self._begin("resource", row, ours.name_file(row.source)),
            ("Content-Type", "application/octet-stream"),
            ("WARC-Payload-Digest", f"sha256:{row.sha256}"),
        ]
        self._write("resource", fields, self._archive.read(row.sha256))

    def _write_response(self, row: Row, headers: Headers) -> None:
        body = self._archive.read(row.sha256)
        fields = [
            *self._begin("response", row, row.address or ""),
            ("Content-Type", "application/http; msgtype=response"),
            ("WARC-Payload-Digest", f"sha256:{row.sha256}"),
        ]
        block = write_message(row.first_line, rename_coding(headers, len(body)), body)
        self._write("response", fields, block)

    def _write_revisit(self, row: Row, headers: Headers, whole_id: int, profile: str) -> None:
        if whole_id in self._unwritten:
            # Where its bytes are lost, that is why.
            self._archive.read(row.sha256)
            raise SnapshotBrokenError(
                f"archive: snapshot {whole_id}, which it says still holds, is not written"
            )
        address, observed_at = self._database.conn.execute(SELECT_PLACE, (whole_id,)).fetchone()
        fields = [
            *self._begin("revisit", row, row.address or ""),
            ("Content-Type", "application/http; msgtype=response"),
            ("WARC-Profile", profile),
            ("WARC-Refers-To", self._name(whole_id)),
            ("WARC-Refers-To-Target-URI", address),
            ("WARC-Refers-To-Date", observed_at),
            ("WARC-Payload-Digest", f"sha256:{row.sha256}"),
        ]
        head = rename_coding(headers, 0)[:-1]
        self._write("revisit", fields, write_message(row.first_line, head))

    def _write_request(self, row: Row, address: str, headers: Headers) -> None:
        parts = urlsplit(address)
        target = f"{parts.path or '/'}{'?' if parts.query else ''}{parts.query}"
        fields = [
            ("WARC-Type", "request"),
            ("WARC-Record-ID", self._name(f"request {row.archive_id}")),
            ("WARC-Target-URI", address),
            ("WARC-Date", row.observed_at),
            ("WARC-Concurrent-To", self._name(row.archive_id)),
            ("Content-Type", "application/http; msgtype=request"),
        ]
        head = write_message(f"GET {target} HTTP/1.1", headers)
        self._write("request", fields, head)

    def _begin(self, kind: str, row: Row, target: str) -> Fields:
        """Return the fields that every record of a snapshot has."""
        fields = [
            ("WARC-Type", kind),
            ("WARC-Record-ID", self._name(row.archive_id)),
            ("WARC-Target-URI", target),
            ("WARC-Date", row.observed_at),
            (ours.ROLE, row.role),
            (ours.SOURCE, ours.write_value(row.source)),
        ]
        if row.ip is not None:
            fields.append(("WARC-IP-Address", row.ip))
        for name, value in ((ours.SITE, row.site), (ours.HTTP_VERSION, row.http_version)):
            if value is not None:
                fields.append((name, ours.write_value(value)))
        return fields

    def _name(self, what: int | str) -> str:
        return f"<urn:uuid:{uuid.uuid5(self._identity, str(what))}>"

    def _write(self, kind: str, fields: Fields, block: bytes) -> None:
        write_record(self._out, fields, block)
        self.counts[kind] = self.counts.get(kind, 0) + 1
