"""Archive: a WARC file read as the responses that it holds, whoever wrote it.

Of a record that is no response we could have had, nothing comes out but a count: other schemes
than http and https, other methods than GET, other types than response, resource and revisit.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeAlias, cast, get_args
from urllib.parse import urlsplit

from msgspec import Struct
from msgspec.structs import replace

from parsers.records import Read
from scraper.addresses import hide_credentials, normalise_address, read_host
from scraper.blocking import recognise_block
from scraper.errors import (
    BadDateError,
    BodyTooLargeError,
    BrokenResponseError,
    RevisitError,
    ScraperError,
    WarcDamagedError,
    WarcError,
)
from scraper.response import FetchProblem, Headers, Response, Role
from scraper.sitemaps import is_sitemap
from scraper.times import format_time, is_future
from scraper.warc import fields as ours
from scraper.warc.messages import decode_body, read_message, restore_coding
from scraper.warc.records import Exchange, Record, pair_requests, read_digest, read_records
from scraper.warc.stream import WarcStream

HEAD_BYTES = 1_048_576
RESPONSES = frozenset({"response", "resource", "revisit"})
# What stands beside responses, and is no loss.
BESIDE = frozenset({"warcinfo", "metadata", "request"})


class Stored(Struct, frozen=True, kw_only=True):
    """A response as a record holds it, and what a revisit may know it by.

    ``digest`` is that of its payload, which may be in coded form; ``place`` names the record
    within its file, ``source``. Its role stands as it is if the record ``is_ours``. ``read`` is
    what is in the page, where whoever read the file has read the page as well.
    """

    response: Response
    source: str
    place: str
    record_id: str
    digest: str | None
    is_ours: bool
    read: Read | None = None


class Revisit(Struct, frozen=True, kw_only=True):
    """A response whose body another one has: the same bytes came, or, ``is_unmodified``, none.

    ``record_id``, or ``address`` and ``observed_at``, are those of the other one, where stated.
    """

    stored: Stored
    is_unmodified: bool
    record_id: str | None = None
    address: str | None = None
    observed_at: str | None = None


Item: TypeAlias = Stored | Revisit | FetchProblem


class WarcReader:
    """Reads files one by one; ``skipped`` counts the records that are no response for us."""

    def __init__(self, *, site: str | None, max_bytes: int) -> None:
        """Take the site that all pages are read as, or None, and the limit of one body."""
        self.skipped = 0
        self._site = site
        self._max_bytes = max_bytes
        self._stream: WarcStream | None = None

    @property
    def taken(self) -> int:
        """How many bytes of the last file are read."""
        return 0 if self._stream is None else self._stream.taken

    def read(self, path: Path, source: str) -> Iterator[Item]:
        """Iterate over what a file holds; ``source`` is how its path is shown.

        Raises ``OSError`` for a file that cannot be opened.
        """
        self._stream = None
        with path.open("rb") as file:
            self._stream = WarcStream(file)
            records = read_records(self._stream, self._max_bytes + HEAD_BYTES)
            yield from self.read_all(pair_requests(records), source)

    def read_all(self, exchanges: Iterator[Exchange], source: str) -> Iterator[Item]:
        """Iterate over what exchanges of a file hold; the last may be a problem with the file."""
        try:
            for record, request in exchanges:
                if is_wanted(record, request):
                    yield self._read_record(record, request, source)
                else:
                    self.skipped += record.kind not in BESIDE
        except WarcDamagedError as error:
            message = (
                f"byte {error.offset:,}: {error}; the records before were read, the rest was "
                "not: name a whole copy of the file"
            )
            yield state_problem(error, source, message)
        except WarcError as error:
            yield state_problem(error, source, str(error))

    def _read_record(self, record: Record, request: Record | None, source: str) -> Item:
        target = hide_credentials(read_target(record))
        place = f"byte {record.offset:,} ({target})"
        try:
            check_whole(record)
            stored = Stored(
                response=self._read_response(record, request),
                source=source,
                place=place,
                record_id=record.fields.get("warc-record-id", ""),
                digest=read_digest(record.fields.get("warc-payload-digest")),
                is_ours=is_ours(record),
            )
            if record.kind == "revisit" or stored.response.status == 304:
                return read_revisit(stored, record)
        except ScraperError as error:
            return state_problem(error, source, f"{place}: {error}; not read", target)
        return name_role(stored)

    def _read_response(self, record: Record, request: Record | None) -> Response:
        target, fields = read_target(record), record.fields
        is_local = target.startswith(ours.LOCAL_FILE)
        address = None if is_local else normalise_address(target)
        response = Response(
            role=read_role(fields[ours.ROLE.lower()]) if is_ours(record) else "page",
            source=ours.read_value(fields.get(ours.SOURCE.lower())) or address or target,
            address=address,
            site=self._name_site(record, address),
            observed_at=read_date(fields.get("warc-date", "")),
            status=None,
            headers=(),
            request_headers=read_request(request),
            body=b"",
            ip=fields.get("warc-ip-address"),
        )
        if record.kind == "resource":
            return self._add_content(response, record)
        return self._add_message(response, record)

    def _name_site(self, record: Record, address: str | None) -> str | None:
        """Return the operator's word, else what our own record states, else the host."""
        if self._site is not None or address is None or is_ours(record):
            return self._site or ours.read_value(record.fields.get(ours.SITE.lower()))
        return read_host(address)

    def _add_content(self, response: Response, record: Record) -> Response:
        """Add the bytes of a resource, which came without HTTP."""
        if len(record.block) > self._max_bytes:
            raise BodyTooLargeError(f"the body is larger than {self._max_bytes:,} bytes")
        if response.address is None:
            return replace(response, body=record.block)
        kind = record.fields.get("content-type", "")
        return replace(response, status=200, headers=(("Content-Type", kind),), body=record.block)

    def _add_message(self, response: Response, record: Record) -> Response:
        """Add status, headers and body of an HTTP response; a revisit may have none of them."""
        if record.kind == "revisit" and not record.block.strip():
            return response
        message = read_message(record.block)
        version, status = message.read_status()
        stated = ours.read_value(record.fields.get(ours.HTTP_VERSION.lower()))
        is_bodiless = record.kind == "revisit" or status == 304
        return replace(
            response,
            status=status,
            http_version=stated if is_ours(record) else version,
            headers=restore_coding(message.headers, is_ours=is_ours(record)),
            body=b"" if is_bodiless else decode_body(message, self._max_bytes),
        )


def read_target(record: Record) -> str:
    """Return a record's address; some crawlers wrote it in brackets."""
    return record.fields.get("warc-target-uri", "").removeprefix("<").removesuffix(">")


def is_ours(record: Record) -> bool:
    """Tell whether we wrote this record."""
    return ours.ROLE.lower() in record.fields


def is_wanted(record: Record, request: Record | None) -> bool:
    """Tell whether a record is a response that we could have had ourselves."""
    scheme, _, _ = read_target(record).lower().partition(":")
    is_local = scheme == "file" and record.kind == "resource" and is_ours(record)
    is_get = request is None or not request.block or request.block.startswith(b"GET ")
    return record.kind in RESPONSES and (scheme in ("http", "https") or is_local) and is_get


def read_request(request: Record | None) -> Headers:
    """Return the headers that were sent; a request that cannot be read costs no response."""
    if request is None:
        return ()
    try:
        return read_message(request.block).headers
    except BrokenResponseError:
        return ()


def check_whole(record: Record) -> None:
    """Raise what keeps a record from being read; a part of a page is no page."""
    if record.fault is not None:
        raise record.fault
    # A revisit says so of the body that it leaves out.
    is_cut = "warc-truncated" in record.fields and record.kind != "revisit"
    if is_cut or "warc-segment-number" in record.fields:
        raise BrokenResponseError("the crawler kept only a part of the response here")


def name_role(stored: Stored) -> Stored:
    """Name what came, if its record does not."""
    response = stored.response
    role: Role = "page"
    if stored.is_ours:
        return stored
    if response.is_redirect:
        role = "redirect"
    elif urlsplit(response.address or "").path == "/robots.txt":
        role = "robots"
    elif response.status == 200 and is_sitemap(response.body):
        role = "sitemap"
    elif recognise_block(response) is not None:
        role = "blocked"
    return replace(stored, response=replace(response, role=role))


def read_role(text: str) -> Role:
    """Read the role that our own record states."""
    if text not in get_args(Role):
        raise BrokenResponseError(f"its role is {text!r}, which this version does not know")
    return cast(Role, text)


def read_date(text: str) -> str:
    """Read a WARC-Date as a time in whole seconds; without a zone it is UTC."""
    try:
        moment = datetime.fromisoformat(text)
        if "T" not in text.upper():
            raise ValueError("a day is no time")
        moment = (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, OverflowError):
        raise BadDateError(
            f"its WARC-Date is {text!r}, expected one like 2026-04-24T12:00:00Z"
        ) from None
    if is_future(moment):
        raise BadDateError(f"its WARC-Date, {text}, is in the future; history is ordered by it")
    return format_time(moment)


def read_revisit(stored: Stored, record: Record) -> Revisit:
    """Read what a record refers to; a response of status 304 is one, too."""
    profile = record.fields.get("warc-profile", "").rstrip("/").rpartition("/")[2]
    is_unmodified = profile == "server-not-modified" or record.kind == "response"
    if not is_unmodified and profile != "identical-payload-digest":
        raise RevisitError(f"its profile is {profile!r}, which says nothing that we know")
    response = stored.response
    if is_unmodified and response.status is None:
        names = (("ETag", "warc-etag"), ("Last-Modified", "warc-last-modified"))
        known = [(name, record.fields.get(field, "")) for name, field in names]
        headers = tuple((name, value) for name, value in known if value)
        stored = replace(stored, response=replace(response, status=304, headers=headers))
    address = record.fields.get("warc-refers-to-target-uri")
    observed_at = record.fields.get("warc-refers-to-date")
    return Revisit(
        stored=stored,
        is_unmodified=is_unmodified,
        record_id=record.fields.get("warc-refers-to"),
        address=address and normalise_address(address.removeprefix("<").removesuffix(">")),
        observed_at=observed_at and read_date(observed_at),
    )


def state_problem(
    error: ScraperError, source: str, message: str, address: str | None = None
) -> FetchProblem:
    """State a problem with a file, or with a record of it, in one line."""
    text = " ".join(f"{source}: {message}".split())
    return FetchProblem(code=error.code, source=source, address=address, message=text)
