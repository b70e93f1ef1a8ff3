"""Every fault that a site can show, and what one fetch of it comes to, in both protocols."""

from __future__ import annotations

import gzip
import time
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import trustme

from scraper.client import Client
from scraper.errors import (
    BodyTooLargeError,
    BrokenResponseError,
    DeadlineError,
    FetchError,
)
from scraper.response import Headers, Request, Response
from tests.faults import HTML_TYPE, FaultServer, Reply, redirect, show

LIMIT = 50_000
BODY = b"<title>A vs B</title><p>Both are paper cutters.</p>" * 200
HTTP1, HTTP2 = "HTTP/1.1", "HTTP/2"


class Case(NamedTuple):
    """A fault, and its outcome: a status with the whole body, or an error and what it says."""

    name: str
    reply: Reply
    outcome: int | type[FetchError] | tuple[type[FetchError], ...]
    says: str = "."
    protocols: tuple[str, ...] = (HTTP1, HTTP2)
    body: bytes = BODY


def pack(encoding: str, body: bytes = BODY, **fields: Any) -> Reply:
    """Answer with a compressed page."""
    compress: dict[str, Any] = {"gzip": gzip.compress, "deflate": zlib.compress}
    return show(
        compress.get(encoding, bytes)(body),
        headers=(*HTML_TYPE, ("Content-Encoding", encoding)),
        **fields,
    )


def raw(data: bytes, **fields: Any) -> Reply:
    """Answer with these bytes on HTTP/1.1."""
    return show(BODY, raw=data, **fields)


def head(*lines: bytes, body: bytes = b"") -> bytes:
    """Write an HTTP/1.1 answer."""
    return b"\r\n".join([*lines, b"", body])


OK = b"HTTP/1.1 200 OK"
SIZE = b"Content-Length: %d" % len(BODY)
ODD = (*HTML_TYPE, ("X-Odd", "\xe9\xff\x80"))
GZIP = (("Content-Encoding", "gzip"),)
HALF = gzip.compress(BODY)[:50]
VAIN, GONE = "waited in vain", "reset|disconnected|EOF"
INTERIM = b"HTTP/1.1 103 Early Hints\r\nLink: </a.css>\r\n\r\n"

CASES = [
    Case("well", show(BODY), 200),
    Case("slow to begin", show(BODY, delay=0.2), 200),
    Case("silent", show(BODY, delay=1), DeadlineError, VAIN),
    Case("drip", show(BODY, piece=10, pause=0.05), DeadlineError, "within 0.8 seconds"),
    Case("stalls before headers", show(BODY, sends=-1, ends="stall"), DeadlineError, VAIN),
    Case("stalls in the body", show(BODY, sends=5000, ends="stall"), DeadlineError, VAIN),
    Case("hangs up before headers", show(BODY, sends=-1, ends="close"), BrokenResponseError, "isc"),
    Case("hangs up in the body", show(BODY, sends=5000, ends="close"), BrokenResponseError, "isc"
         "|received 5000 bytes, expected 10200"),
    Case("resets before headers", show(BODY, sends=-1, ends="reset"), BrokenResponseError, GONE),
    Case("resets in the body", show(BODY, sends=5000, ends="reset"), BrokenResponseError, GONE),
    Case("length too long", show(BODY, length=10_201), BrokenResponseError, "expected 10201|10200",
         (HTTP2,)),
    Case("length too short", show(BODY, length=10_199), BrokenResponseError, "10200", (HTTP2,)),
    Case("length too long", show(BODY, length=10_201, ends="close"), BrokenResponseError,
         "received 10200 bytes, expected 10201", (HTTP1,)),
    Case("length too short", show(BODY, length=100), 200, "", (HTTP1,), BODY[:100]),
    Case("no length", show(BODY, length=-1), 200),
    Case("two lengths", raw(head(OK, SIZE, b"Content-Length: 9", body=BODY)), BrokenResponseError,
         "ontent-Length", (HTTP1,)),
    Case("length of words", raw(head(OK, b"Content-Length: many")), BrokenResponseError, "ength",
         (HTTP1,)),
    Case("empty body", show(b""), 200, body=b""),
    Case("empty gzip", show(b"", headers=GZIP), 200, body=b""),
    Case("endless", show(BODY, is_endless=True), BodyTooLargeError, "larger than 50,000 bytes"),
    Case("chunked", show(BODY, is_chunked=True), 200, "", (HTTP1,)),
    Case("chunks end early", show(BODY, is_chunked=True, sends=500, ends="close"),
         BrokenResponseError, "incomplete chunked read", (HTTP1,)),
    Case("chunk size of words", raw(head(OK, b"Transfer-Encoding: chunked", body=b"zz\r\nx\r\n")),
         BrokenResponseError, "chunk", (HTTP1,)),
    Case("chunk without end", raw(head(OK, b"Transfer-Encoding: chunked", body=b"1\r\nxxxx\r\n")),
         BrokenResponseError, ".", (HTTP1,)),
    Case("endless chunk size", raw(head(OK, b"Transfer-Encoding: chunked", body=b"1" * 200_000)),
         BrokenResponseError, ".", (HTTP1,)),
    Case("no HTTP", raw(b"SSH-2.0-OpenSSH_9.2\r\n\r\n"), BrokenResponseError, "status line: b'SSH",
         (HTTP1,)),
    Case("HTTP/0.9", raw(BODY), BrokenResponseError, ".", (HTTP1,)),
    Case("status of words", raw(head(b"HTTP/1.1 fine OK")), BrokenResponseError, "fine", (HTTP1,)),
    Case("status 099", raw(head(b"HTTP/1.1 099 OK")), BrokenResponseError, ".", (HTTP1,)),
    Case("interim", raw(INTERIM + head(OK, SIZE, b"Connection: close", body=BODY)), 200,
         protocols=(HTTP1,)),
    Case("interim flood", raw(INTERIM * 300, is_endless=True),
         (BodyTooLargeError, DeadlineError), ".", (HTTP1,)),
    Case("switches unasked", raw(head(b"HTTP/1.1 101 Switching Protocols", b"Upgrade: h2c")),
         BrokenResponseError, "SWITCH", (HTTP1,)),
    Case("header flood", raw(OK + b"\r\n" + b"X-More: x\r\n" * 50, is_endless=True),
         BrokenResponseError, ".", (HTTP1,)),
    Case("header without end", raw(OK + b"\r\nX: " + b"x" * 1000, is_endless=True),
         BrokenResponseError, ".", (HTTP1,)),
    Case("header without colon", raw(head(OK, b"nonsense")), BrokenResponseError, ".", (HTTP1,)),
    Case("NUL in a header", raw(head(OK, b"X: a\0b", SIZE, body=BODY)), BrokenResponseError, ".",
         (HTTP1,)),
    Case("odd bytes in a header", show(BODY, headers=ODD), 200),
    Case("gzip", pack("gzip"), 200),
    Case("deflate", pack("deflate"), 200),
    Case("gzip bomb", pack("gzip", b"x" * 5_000_000), BodyTooLargeError, "50,000"),
    Case("deflate bomb", pack("deflate", b"x" * 5_000_000), BodyTooLargeError, "50,000"),
    Case("half a gzip", show(HALF, headers=GZIP), BrokenResponseError, "before its end"),
    Case("no gzip", show(BODY, headers=GZIP),
         BrokenResponseError, "not the gzip that its header says"),
    Case("brotli unasked", pack("br"), BrokenResponseError, "'br', expected identity, gzip or"),
    Case("zstd unasked", pack("zstd"), BrokenResponseError, "'zstd', expected identity, gzip or"),
    Case("wrong charset", show(BODY, headers=(("Content-Type", "text/html; charset=klingon"),)),
         200),
    Case("redirect to itself", redirect("/"), 302, body=b""),
    Case("redirect to nonsense", redirect("http://[/"), 302, body=b""),
    Case("redirect to a private address", redirect("http://169.254.169.254/"), 302, body=b""),
    Case("304 nobody asked for", Reply(status=304), 304, body=b""),
    Case("304 with a length", Reply(status=304, length=5), 304, body=b""),
    Case("304 of gzip", Reply(status=304, headers=(("Content-Encoding", "br"),)), 304, body=b""),
    Case("204", Reply(status=204), 204, body=b""),
    *(Case(f"status {status}", show(BODY, status=status), status)
      for status in (400, 401, 403, 404, 410, 429, 451, 500, 502, 503, 599, 999)),
    *(Case(f"h2 {frames}", show(BODY, frames=frames), outcome, says, (HTTP2,))
      for frames, outcome, says in (
          ("reset_before", BrokenResponseError, r"ended the HTTP/2 stream .*\(error code 7\)"),
          ("reset_body", BrokenResponseError, r"ended the HTTP/2 stream .*\(error code 2\)"),
          ("goaway_before", BrokenResponseError, "ended the HTTP/2 connection"),
          ("goaway_body", BrokenResponseError, "ended the HTTP/2 connection"),
          ("goaway_after", 200, "."),
          ("goaway_patient", 200, "."),
          ("goaway_refused", BrokenResponseError, "ended the HTTP/2 connection"),
          ("header_bomb", BrokenResponseError, "larger than 65536"),
          ("header_flood", BrokenResponseError, "continuation"),
          ("interim_flood", (BodyTooLargeError, DeadlineError), "."),
          ("ping_flood", (BodyTooLargeError, DeadlineError), "."),
          ("empty_flood", (BodyTooLargeError, DeadlineError), "."),
          ("bad_status", BrokenResponseError, "not HTTP: .*'fine'"),
          ("line_break", BrokenResponseError, "line break or NUL in the header 'x-a'"),
          ("push", BrokenResponseError, "push"),
          ("body_first", BrokenResponseError, "before headers"),
          ("giant_frame", BrokenResponseError, "length 20000, max 16384"),
          ("rubbish", BrokenResponseError, "."),
          ("trailers", 200, ""),
      )),
]  # fmt: skip


@pytest.fixture(scope="module")
def servers(authority: trustme.CA) -> Iterator[dict[str, FaultServer]]:
    """Serve each protocol."""
    certificate = authority.issue_cert("127.0.0.1")
    with FaultServer() as plain, FaultServer(certificate=certificate) as tls:
        yield {HTTP1: plain, HTTP2: tls}


@pytest.fixture(scope="module")
def client(ca_file: Path) -> Iterator[Client]:
    """Return the one client that meets every fault, one after the other."""
    with Client(
        version="1", allow_hosts=["127.0.0.1"], ca_file=str(ca_file), timeout=0.4, deadline=0.8
    ) as client:
        yield client


def ask(client: Client, address: str, *, headers: Headers = (), is_cut: bool = False) -> Response:
    """Fetch an address."""
    request = Request(
        role="page", source="", address=address, site=None, max_bytes=LIMIT, headers=headers,
        is_cut=is_cut,
    )  # fmt: skip
    return client.fetch(request)


@pytest.mark.parametrize(
    ("case", "protocol"),
    [
        pytest.param(case, protocol, id=f"{case.name}-{protocol}")
        for case in CASES
        for protocol in case.protocols
    ],
)
def test_every_fault_has_its_outcome(
    servers: dict[str, FaultServer], client: Client, case: Case, protocol: str
) -> None:
    """A fault gives its own error, in time, or a whole page, and never spoils the next page."""
    server = servers[protocol]
    server.answers = {"/": case.reply, "/well": show(BODY)}
    started = time.monotonic()
    if isinstance(case.outcome, int):
        answer = ask(client, f"{server.root}/")
        assert (answer.status, answer.body) == (case.outcome, case.body)
        assert answer.http_version == protocol
    else:
        with pytest.raises(case.outcome, match=case.says):
            ask(client, f"{server.root}/")
    assert time.monotonic() - started < 3
    assert ask(client, f"{server.root}/well").body == BODY


def test_all_frames_are_tried() -> None:
    """No fault of HTTP/2 is without its outcome."""
    from tests.frames import FRAMES

    assert {case.reply.frames for case in CASES} - {None} == set(FRAMES)
