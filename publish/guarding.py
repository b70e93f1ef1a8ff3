"""Publish: looks at what is asked before Datasette sees it, and puts our headers on each answer.

Nobody signs in here and nothing is written, so there is no cookie, and no method but those that
read. No page needs a script or another host, and the policy sent with every answer makes the
browser hold to that, whatever a stranger's text may try.
"""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl

from publish.opening import is_strangers_sql
from publish.restricting import gets_round

Send = Callable[[dict[str, Any]], Awaitable[None]]
App = Callable[[Any, Any, Send], Awaitable[None]]
Header = tuple[bytes, bytes]
Field = tuple[str, str]

METHODS = ("GET", "HEAD")
# As long as nginx takes it.
LONGEST_ADDRESS = 8_000
MOST_FIELDS = 60
# Those that bring SQL of a stranger's.
SQL_FIELDS = frozenset({"sql", "_where"})
# Each may take all the time that a facet may.
MOST_FACETS = 10
POLICY = (
    b"default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; "
    b"base-uri 'none'; frame-ancestors 'none'"
)
HEADERS: tuple[Header, ...] = (
    (b"content-security-policy", POLICY),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
)
# Without cookies, an answer depends on its address alone.
FOR_ANY_SITE: Header = (b"access-control-allow-origin", b"*")
REPLACED = frozenset({b"cache-control", b"vary", b"set-cookie", FOR_ANY_SITE[0], *dict(HEADERS)})
IGNORED = frozenset({b"cookie", b"authorization"})
# Datasette makes absolute links of what the browser says of the host.
_HOST = re.compile(rb"(?:[a-z0-9._-]+|\[[0-9a-f:.]+\])(?::\d{1,5})?", re.IGNORECASE)

_EMPTY_SQL = re.compile(rb"sql(?:=(?:\+|%20|%09|%0[ad])*)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a request is not answered."""

    status: int
    message: str


def guard(app: App, seconds: int, base: str, *, is_open: bool = False) -> App:
    """Stand before the app; what it answers may be kept for so many seconds.

    All addresses begin with ``base``, whether a proxy in front takes it away or not. Where it
    ``is_open``, pages of any site may read the answers.
    """

    async def answer(scope: Any, receive: Any, send: Send) -> None:
        if scope["type"] == "websocket":
            await send({"type": "websocket.close"})
            return
        if scope["type"] == "lifespan":
            await app(scope, receive, send)
            return

        async def send_with_headers(message: dict[str, Any]) -> None:
            if message["type"] == "http.response.start":
                given = [(name.lower(), value) for name, value in message.get("headers", ())]
                headers = write_headers(message["status"], given, seconds, base.encode())
                message = message | {"headers": [*headers, FOR_ANY_SITE] if is_open else headers}
            await send(message)

        scope = {**scope, "query_string": drop_empty_sql(scope["query_string"])}
        fields = read_fields(scope)
        if refusal := find_refusal(scope, fields):
            await refuse(refusal, send_with_headers)
            return
        is_strangers_sql.set(not SQL_FIELDS.isdisjoint(name for name, _ in fields))
        await app(simplify(scope, base), receive, send_with_headers)

    return answer


def simplify(scope: Mapping[str, Any], base: str) -> dict[str, Any]:
    """Return what is asked without cookies, at an address without ``base``."""
    headers = [header for header in scope["headers"] if header[0].lower() not in IGNORED]
    simple = {**scope, "headers": headers}
    if scope["path"].startswith(base):
        simple["path"] = "/" + scope["path"].removeprefix(base)
        simple["raw_path"] = b"/" + scope["raw_path"].removeprefix(base.encode())
    return simple


def drop_empty_sql(query: bytes) -> bytes:
    """Return the fields of an address without an empty question: its box is shown again."""
    return b"&".join(field for field in query.split(b"&") if not _EMPTY_SQL.fullmatch(field))


def read_fields(scope: Mapping[str, Any]) -> list[Field]:
    """Return the fields of an address with their values, each as often as it stands there."""
    return parse_qsl(scope["query_string"].decode("latin-1"), keep_blank_values=True)


def find_refusal(scope: Mapping[str, Any], fields: Sequence[Field]) -> Refusal | None:
    """Return why a request is not even passed on; None for one that is."""
    path = scope["raw_path"]
    address = path + b"?" + scope["query_string"]
    hosts = [value for name, value in scope["headers"] if name.lower() == b"host"]
    if scope["method"] not in METHODS:
        return Refusal(405, "Nothing can be written here: ask with GET.")
    if len(address) > LONGEST_ADDRESS:
        return Refusal(414, f"An address may have {LONGEST_ADDRESS:,} bytes.")
    facets = sum(name.startswith("_facet") for name, _ in fields)
    if len(fields) > MOST_FIELDS or facets > MOST_FACETS:
        return Refusal(400, f"An address may have {MOST_FIELDS} fields, {MOST_FACETS} of facets.")
    if not all(_HOST.fullmatch(host) for host in hosts):
        return Refusal(400, "The host that is asked for is no name of a host.")
    if b"\\" in path or b"%00" in address or "_trace" in dict(fields):
        return Refusal(400, "This address means nothing here.")
    if gets_round(" ".join(value for name, value in fields if name in SQL_FIELDS)):
        return Refusal(400, "Runs cannot be joined by the names of columns here: ask v1_runs.")
    return None


async def refuse(refusal: Refusal, send: Send) -> None:
    """Say in one line why a request is not answered."""
    body = f"{refusal.message}\n".encode()
    headers = [
        (b"content-type", b"text/plain; charset=utf-8"),
        (b"content-length", str(len(body)).encode()),
    ]
    if refusal.status == 405:
        headers.append((b"allow", ", ".join(METHODS).encode()))
    await send({"type": "http.response.start", "status": refusal.status, "headers": headers})
    await send({"type": "http.response.body", "body": body})


def write_headers(status: int, given: Sequence[Header], seconds: int, base: bytes) -> list[Header]:
    """Return the headers of an answer with ours; what never or ever changes says so itself."""
    headers = dict(given)
    keeps = headers.get(b"cache-control", b"")
    if b"immutable" not in keeps and keeps != b"no-store":
        keeps = f"max-age={seconds}".encode() if status < 400 else b"no-store"
    kept = [(name, value) for name, value in given if name not in REPLACED]
    place = headers.get(b"location", base)
    if not place.startswith(base):
        # Datasette forgets it where it mends an address.
        kept = [(name, value) for name, value in kept if name != b"location"]
        kept.append((b"location", base + place.removeprefix(b"/")))
    return [*kept, *HEADERS, (b"cache-control", keeps)]
