"""Fetch: one request over HTTP, as received; the only module that knows httpx.

The client says who it is, verifies TLS, follows no redirect, takes nothing from the
environment (no proxy, no ``.netrc``), and bounds every response in time, in bytes on the wire
and in bytes after decompression. It sends one request at a time.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from datetime import datetime
from types import TracebackType
from typing import Self

import httpcore
import httpx

from scraper.decoding import BodyDecoder
from scraper.errors import (
    BodyTooLargeError,
    BrokenResponseError,
    DeadlineError,
    UnreachableError,
)
from scraper.network import Deadline, GuardedBackend
from scraper.response import Headers, Request, Response
from scraper.times import format_time, read_clock

ACCEPT = "text/html,application/xhtml+xml,application/xml;q=0.9,text/plain;q=0.8,*/*;q=0.1"


class GuardedTransport(httpx.HTTPTransport):
    """httpx's own transport on a pool that connects through ``GuardedBackend``.

    httpx has no argument for a network backend, httpcore has; only the pool is replaced.
    """

    def __init__(self, backend: GuardedBackend) -> None:
        """Build the pool with httpx's TLS settings, certificates verified."""
        super().__init__(trust_env=False)
        self._pool = httpcore.ConnectionPool(
            ssl_context=httpx.create_ssl_context(trust_env=False),
            network_backend=backend,
            keepalive_expiry=5.0,
        )


class Client:
    """Asks for one address at a time; ``contact`` is an address where a person answers."""

    def __init__(
        self,
        *,
        version: str,
        contact: str | None = None,
        allow_hosts: Collection[str] = (),
        timeout: float = 30.0,
        deadline: float = 120.0,
        now: Callable[[], datetime] = read_clock,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        """Take seconds: ``timeout`` for one operation, ``deadline`` for a whole response."""
        self._now = now
        self._deadline_seconds = deadline
        self._deadline = Deadline(monotonic)
        self._client = httpx.Client(
            transport=GuardedTransport(GuardedBackend(allow_hosts, self._deadline)),
            headers={
                "User-Agent": f"versusdb/{version}" + (f" (+{contact})" if contact else ""),
                "Accept": ACCEPT,
                "Accept-Encoding": "gzip, deflate",
            },
            timeout=timeout,
            follow_redirects=False,
            trust_env=False,
        )

    def fetch(self, request: Request) -> Response:
        """Send a GET and return the response; raise a ``FetchError`` when none came whole."""
        self._deadline.start(self._deadline_seconds)
        # A cookie of one page must not change what the next one shows.
        self._client.cookies.clear()
        with (
            translate_errors(),
            self._client.stream("GET", request.address, headers=list(request.headers)) as answer,
        ):
            observed_at = format_time(self._now())
            # Before the body: with its end the connection may go.
            ip = read_ip(answer)
            return Response(
                role=request.role,
                source=request.source,
                address=request.address,
                site=request.site,
                observed_at=observed_at,
                status=answer.status_code,
                headers=read_headers(answer.headers),
                request_headers=read_headers(answer.request.headers),
                body=receive_body(answer, request),
                http_version=answer.http_version,
                ip=ip,
            )

    def close(self) -> None:
        """Close all connections."""
        self._client.close()

    def __enter__(self) -> Self:
        """Use the client as a context that closes it."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close all connections."""
        self.close()


def receive_body(answer: httpx.Response, request: Request) -> bytes:
    """Read a body within its limit, on the wire and after decoding."""
    decoder = BodyDecoder(answer.headers.get("content-encoding", ""), request.max_bytes)
    wire_bytes = 0
    for chunk in answer.iter_raw():
        wire_bytes += len(chunk)
        decoder.feed(chunk)
        if decoder.is_over or wire_bytes > request.max_bytes:
            if request.is_cut:
                return decoder.body
            raise BodyTooLargeError(f"the body is larger than {request.max_bytes:,} bytes")
    decoder.finish()
    return decoder.body


def read_ip(answer: httpx.Response) -> str | None:
    """Return the address that answered; None where the connection no longer tells."""
    stream = answer.extensions.get("network_stream")
    try:
        place = None if stream is None else stream.get_extra_info("server_addr")
    except OSError:
        return None
    return None if place is None else str(place[0])


def read_headers(headers: httpx.Headers) -> Headers:
    """Return headers in order, as they stood; bytes that are not ASCII as Latin-1."""
    return tuple((name.decode("latin-1"), value.decode("latin-1")) for name, value in headers.raw)


@contextmanager
def translate_errors() -> Iterator[None]:
    """Turn httpx's errors into ours."""
    try:
        yield
    except httpx.TimeoutException as error:
        raise DeadlineError(f"no answer in time ({type(error).__name__})") from error
    except httpx.ConnectError as error:
        raise UnreachableError(f"no connection: {error}") from error
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        raise BrokenResponseError(f"{type(error).__name__}: {error}") from error
