"""Fetch: a request as it is sent, and its response as it is kept before anything looks at it.

Pages that are known already are asked for with the validators that came with them. A 304 is
kept as an observation of its own, which shows the bytes that it says still hold; one that names
another version than we have is not believed, and the page is asked for in full.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from msgspec.structs import replace

from scraper.addresses import read_authority
from scraper.archive import Archive
from scraper.blocking import recognise_block
from scraper.errors import FetchError, UnreachableError
from scraper.pacing import BUSY_STATUSES, Pace, read_retry_after
from scraper.repeats import Latest
from scraper.response import Fetched, Headers, Request, Response, Role, find_header
from scraper.sitemaps import is_sitemap

# Servers that answer 304 for ever are asked in full once in a while.
FULL_ANSWER_AFTER = timedelta(days=30)
BLOCK_STATUSES = frozenset({403, 429})


class Exchange:
    """What stands between the walks and the network."""

    def __init__(self, archive: Archive, pace: Pace) -> None:
        """Take what keeps, and what is known of the hosts."""
        self._archive = archive
        self._pace = pace
        self._latest: dict[str, Latest] = {}
        self._asked: set[str] = set()
        self._doubted: set[str] = set()

    def prepare(self, request: Request, now: datetime) -> Request:
        """Add the validators of what the archive holds of this address, read as this site."""
        self._latest.pop(request.address, None)
        self._asked.discard(request.address)
        if request.role not in ("page", "sitemap"):
            return request
        latest = self._archive.find_latest(request.address, request.site)
        if latest is None:
            return request
        self._latest[request.address] = latest
        age = now - datetime.fromisoformat(latest.whole_observed_at)
        validators = list_validators(latest.whole_headers)
        if request.address in self._doubted or age > FULL_ANSWER_AFTER or not validators:
            return request
        self._asked.add(request.address)
        return replace(request, headers=validators)

    def receive(self, request: Request, response: Response) -> Fetched:
        """Keep a response, and note what it says of its host."""
        host = read_authority(request.address)
        latest = self._latest.pop(request.address, None)
        is_asked = request.address in self._asked
        self._asked.discard(request.address)
        if response.status == 304 and latest is not None and is_asked:
            if is_other_version(response.headers, latest.whole_headers):
                self._doubted.add(request.address)
            response = replace(response, role=latest.whole_role, revisit_of=latest.whole_id)
        else:
            response = replace(response, role=choose_role(response))
        self._pace.finish(host, response.fetch_ms)
        self._note_answer(host, request, response)
        return self._archive.keep(response, latest)

    def fail(self, request: Request, error: FetchError) -> None:
        """Note that a request ended without a response; one that reached nobody tired nobody."""
        self._latest.pop(request.address, None)
        self._asked.discard(request.address)
        if not isinstance(error, UnreachableError):
            self._pace.finish(read_authority(request.address))

    def is_doubted(self, address: str) -> bool:
        """Tell whether the last 304 of an address named another version than we have."""
        return address in self._doubted

    def _note_answer(self, host: str, request: Request, response: Response) -> None:
        until = read_retry_after(response)
        if until is not None:
            self._pace.postpone(host, until)
        if request.role == "robots":
            return
        status = response.status or 0
        if response.role == "blocked" or status in BLOCK_STATUSES:
            self._pace.note_block(host)
        elif status < 500 and status not in BUSY_STATUSES:
            self._pace.note_answer(host)


def list_validators(headers: Headers) -> Headers:
    """Return the headers that ask whether a response still holds (RFC 9110, 13.1)."""
    pairs = (("etag", "If-None-Match"), ("last-modified", "If-Modified-Since"))
    found = ((name, find_header(headers, header)) for header, name in pairs)
    return tuple((name, value) for name, value in found if value)


def is_other_version(headers: Headers, known: Headers) -> bool:
    """Tell whether a 304 names an entity tag that is not the one that was asked about."""
    tag, asked = find_header(headers, "etag"), find_header(known, "etag")
    return tag is not None and asked is not None and strip_weak(tag) != strip_weak(asked)


def strip_weak(tag: str) -> str:
    """Return an entity tag as the weak comparison takes it (RFC 9110, 8.8.3.2)."""
    return tag.strip().removeprefix("W/")


def choose_role(response: Response) -> Role:
    """Name what came, which may be other than what was asked for."""
    if response.is_redirect:
        return "redirect"
    if response.role in ("page", "sitemap") and recognise_block(response) is not None:
        return "blocked"
    if response.role == "page" and response.status == 200 and is_sitemap(response.body):
        return "sitemap"
    return response.role
