"""WARC files made for the tests by warcio, as other crawlers write them, and read back."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from io import BytesIO
from pathlib import Path
from typing import Any

from sqlite_utils import Database
from warcio.archiveiterator import ArchiveIterator
from warcio.checker import Checker
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from scraper.archive import Archive
from scraper.response import Fetched, FetchProblem, Outcome
from scraper.sources import WarcFile
from scraper.warc.importing import WarcImport
from versusdb.files import ARCHIVE, read_migrations
from versusdb.migrating import split_statements

HTML = (("Content-Type", "text/html"),)
UUID = "1f6c9a52-0b7e-4f0c-9a2e-3d5b8c7e6f10"
AT = "2026-04-24T10:00:00Z"
COLUMNS = (
    "role, source, address, site, observed_at, status, http_version, ip, request_headers, "
    "headers, directives, sha256"
)
PAGE = b"<title>Tintype vs Gravelbed</title><p>as it came</p>"


class Writer:
    """Writes a WARC file record by record, with warcio."""

    def __init__(self, path: Path, *, is_gzip: bool = True) -> None:
        self._out = path.open("wb")
        self._writer = WARCWriter(self._out, gzip=is_gzip, warc_version="1.1")

    def close(self) -> None:
        """Finish the file."""
        self._out.close()

    def add(
        self,
        kind: str = "response",
        address: str = "https://x.example/a",
        body: bytes = PAGE,
        *,
        status: str = "200 OK",
        headers: Iterable[tuple[str, str]] = HTML,
        has_head: bool = True,
        **fields: str,
    ) -> Any:
        """Write one record; ``fields`` name WARC fields with underscores for dashes."""
        named = {name.replace("_", "-"): value for name, value in fields.items()}
        named.setdefault("WARC-Date", AT)
        head = StatusAndHeaders(status, list(headers), protocol="HTTP/1.1") if has_head else None
        record = self._writer.create_warc_record(
            address,
            kind,
            payload=BytesIO(body),
            length=len(body),
            http_headers=head,
            warc_headers_dict=named,
        )
        self._writer.write_record(record)
        return record

    def ask(self, address: str = "https://x.example/a", **fields: str) -> None:
        """Write the request of a response."""
        head = StatusAndHeaders("GET /a HTTP/1.1", [("X-Sent", "yes")], is_http_request=True)
        named = {name.replace("_", "-"): value for name, value in fields.items()}
        record = self._writer.create_warc_record(
            address, "request", http_headers=head, warc_headers_dict={"WARC-Date": AT, **named}
        )
        self._writer.write_record(record)


@contextmanager
def write_warc(path: Path, *, is_gzip: bool = True) -> Iterator[Writer]:
    """Open a file to write records into."""
    writer = Writer(path, is_gzip=is_gzip)
    yield writer
    writer.close()


@contextmanager
def make_archive() -> Iterator[Database]:
    """Open an archive that goes at the end."""
    database = Database(memory=True)
    for scripts in read_migrations(ARCHIVE).values():
        for statement in split_statements("".join(scripts)):
            database.conn.execute(statement)
    database.conn.execute("INSERT INTO identity VALUES (?)", (UUID,))
    database.conn.execute("PRAGMA foreign_keys = ON")
    yield database
    database.close()


def import_files(database: Database, *paths: Path, site: str | None = None) -> list[Outcome]:
    """Import files as one command does, and return what came of them."""
    files = [WarcFile(path.name, path) for path in paths]
    warcs = WarcImport(Archive(database), files, site=site, max_bytes=100_000)
    with closing(warcs):
        outcomes = [outcome for file in files for outcome in warcs.read(file)]
        return outcomes + list(warcs.finish())


def list_codes(outcomes: Iterable[Outcome]) -> list[str]:
    """Return the addresses of pages and the codes of problems."""
    return [
        each.code if isinstance(each, FetchProblem) else str(each.snapshot.address)
        for each in outcomes
    ]


def find_problem(outcomes: Iterable[Outcome]) -> FetchProblem:
    """Return the one problem among outcomes."""
    (problem,) = [each for each in outcomes if isinstance(each, FetchProblem)]
    return problem


def find_page(outcomes: Iterable[Outcome]) -> Fetched:
    """Return the one page, where there was no problem."""
    (page,) = outcomes
    assert isinstance(page, Fetched)
    return page


def read_snapshots(database: Database) -> list[tuple[Any, ...]]:
    """Return all snapshots without ids: of a revisited one its own address, time and bytes."""
    names = ", ".join(f"s.{name.strip()}" for name in COLUMNS.split(","))
    return sorted(
        database.conn.execute(
            f"SELECT {names}, whole.address, whole.observed_at, whole.sha256 FROM snapshots AS s "
            "LEFT JOIN snapshots AS whole ON whole.archive_id = s.revisit_of"
        ).fetchall(),
        key=json.dumps,
    )


def check(path: Path) -> int:
    """Judge a file as ``warcio check`` does; return the status that it ends with."""

    class Arguments:
        inputs = (str(path),)
        verbose = True

    return int(Checker(Arguments()).process_all())


def list_records(path: Path) -> list[tuple[dict[str, str], Any, bytes]]:
    """Read a file with plain warcio: WARC fields by lower-case name, HTTP head, content."""
    with path.open("rb") as file:
        return [
            (
                {name.lower(): value for name, value in record.rec_headers.headers},
                record.http_headers,
                record.content_stream().read(),
            )
            for record in ArchiveIterator(file)
        ]
