"""Fetch: the values that pass through this stage: requests, responses, and their outcomes.

Every address or file that an operator names comes to exactly one outcome per page: a
``Fetched`` that is already in the archive, or a ``FetchProblem`` that says why there is none.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

from msgspec import Struct

from parsers.records import Known, Read, Snapshot

Role: TypeAlias = Literal["page", "robots", "sitemap", "redirect", "blocked"]
Headers: TypeAlias = tuple[tuple[str, str], ...]

PAGE_TYPES = frozenset({"text/html", "application/xhtml+xml", "text/plain"})
REDIRECT_STATUSES = frozenset({301, 302, 303, 307, 308})


class Request(Struct, frozen=True, kw_only=True):
    """One address to ask for, why, and how much of its body to take.

    A body longer than ``max_bytes`` is an error, or with ``is_cut`` ends there. ``headers`` are
    sent besides the client's own: the validators of what is known already.
    """

    role: Role
    source: str
    address: str
    site: str | None
    max_bytes: int
    is_cut: bool = False
    headers: Headers = ()


class Response(Struct, frozen=True, kw_only=True):
    """One response, or one local file, whose ``address`` and ``status`` are ``None``.

    ``body`` is what is left after transfer and content decoding. ``revisit_of`` is the archive's
    row that a 304 says still holds; ``fetch_ms`` is how long the exchange took.
    """

    role: Role
    source: str
    address: str | None
    site: str | None
    observed_at: str
    status: int | None
    headers: Headers
    request_headers: Headers
    body: bytes
    http_version: str | None = None
    ip: str | None = None
    revisit_of: int | None = None
    fetch_ms: int = 0

    def find_header(self, name: str) -> str | None:
        """Return the first header of this lower-case name."""
        return find_header(self.headers, name)

    @property
    def known(self) -> Known:
        """What is known of it as a page, to read it by."""
        return {
            "source": self.source,
            "address": self.address,
            "content_type": self.find_header("content-type"),
            "host": self.site,
        }

    @property
    def is_redirect(self) -> bool:
        """Whether the response sends us to another address."""
        return self.status in REDIRECT_STATUSES and self.find_header("location") is not None


class Fetched(Struct, frozen=True):
    """A response that is in the archive; ``is_new`` unless this observation already was.

    ``same_as`` is the archive's row of the address's observation before it, where that one showed
    the same bytes. ``read`` is what is in the page, where it was read before it came here.
    """

    snapshot: Snapshot
    response: Response
    is_new: bool
    same_as: int | None = None
    read: Read | None = None

    @property
    def body(self) -> bytes:
        """The bytes that the snapshot speaks of."""
        return self.response.body


class FetchProblem(Struct, frozen=True, kw_only=True):
    """Something that could not be fetched: one line that says what, where, and the remedy.

    ``pages`` is the number of addresses that it speaks for.
    """

    code: str
    source: str
    address: str | None
    message: str
    pages: int = 1


class Refusal(Struct, frozen=True):
    """Why an address may not be fetched."""

    code: str
    reason: str


Outcome: TypeAlias = Fetched | FetchProblem


def find_header(headers: Headers, name: str) -> str | None:
    """Return the first header of this lower-case name."""
    for key, value in headers:
        if key.lower() == name:
            return value
    return None


def is_page(status: int | None, content_type: str | None) -> bool:
    """Tell whether a response is one to read: a file, or a 200 of a type that pages have.

    A 304 stands for the 200 that it says still holds. A response without a type is read: what it
    is can be seen from its bytes alone.
    """
    if status is None:
        return True
    kind = (content_type or "").partition(";")[0].strip().lower()
    return status in (200, 304) and (not kind or kind in PAGE_TYPES)
