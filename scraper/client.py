"""Fetch: one request over HTTP, as received; the only module that knows httpx.

The client says who it is, verifies TLS, follows no redirect, keeps no cookie, takes nothing from
the environment (no proxy, no ``.netrc``), and bounds every response in time, in bytes on the wire
and in bytes after decompression. It speaks HTTP/2 where the server offers it over TLS. Several
threads may use one client, each for one request at a time.
"""

from __future__ import annotations

import re
import ssl
import time
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from types import TracebackType
from typing import Self

import httpcore
import httpx
from h2.exceptions import H2Error

from scraper.connections import CarefulPool
from scraper.decoding import BodyDecoder
from scraper.errors import (
    BodyTooLargeError,
    BrokenResponseError,
    DeadlineError,
    UnreachableError,
)
from scraper.identity import Proxy, read_proxy, trust_certificates, write_agent
from scraper.network import Deadline, GuardedBackend
from scraper.response import Headers, Request, Response
from scraper.times import format_time, read_clock

ACCEPT = "text/html,application/xhtml+xml,application/xml;q=0.9,text/plain;q=0.8,*/*;q=0.1"

# Threads that ask at once, and hosts whose connections wait for their next request.
MOST_CONNECTIONS = 8

# What headers, chunk sizes and frames may take on the wire beside twice the body's limit.
FRAMING_BYTES = 1_000_000

_FIELD = re.compile(r"[!-~\x80-\xff](?:[\t -~\x80-\xff]*[!-~\x80-\xff])?")
_BREAK = re.compile(r"[\r\n\0]")


class NoBody(httpx.SyncByteStream):
    """The body of a request that has none."""

    def __iter__(self) -> Iterator[bytes]:
        """Iterate over nothing."""
        return iter(())


class GuardedTransport(httpx.HTTPTransport):
    """httpx's own transport on a pool that connects through ``GuardedBackend``.

    httpx has no argument for a network backend, httpcore has; only the pool is replaced. The
    transport is used without ``httpx.Client``: what that adds (redirects, cookies, the
    environment) is what must not happen.
    """

    def __init__(self, backend: GuardedBackend, proxy: Proxy | None, ca_file: str | None) -> None:
        """Build the pool with httpx's TLS settings, certificates verified."""
        context = build_tls(ca_file)
        super().__init__(verify=context, trust_env=False)
        self._pool = CarefulPool(
            ssl_context=context,
            proxy=None if proxy is None else build_proxy(proxy, ca_file),
            network_backend=backend,
            max_connections=MOST_CONNECTIONS,
            keepalive_expiry=5.0,
            http2=True,
        )


class Client:
    """Asks for one address at a time in each thread.

    ``user_agent`` is sent as it is; without one the agent is versusdb, and ``contact`` an
    address where a person answers. ``proxy`` is a URL; ``ca_file`` holds certificates (PEM) that
    are trusted beside the usual ones. A ``SettingError`` says which of them cannot be used.
    """

    def __init__(
        self,
        *,
        version: str,
        user_agent: str | None = None,
        contact: str | None = None,
        proxy: str | None = None,
        ca_file: str | None = None,
        allow_hosts: Collection[str] = (),
        timeout: float = 30.0,
        deadline: float = 120.0,
        now: Callable[[], datetime] = read_clock,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        """Take seconds: ``timeout`` for one operation, ``deadline`` for a whole response."""
        self._now = now
        self._monotonic = monotonic
        self._timeout = httpx.Timeout(timeout).as_dict()
        self._deadline_seconds = deadline
        self._deadline = Deadline(monotonic)
        self._headers = (
            (b"User-Agent", write_agent(version, user_agent, contact).encode("latin-1")),
            (b"Accept", ACCEPT.encode()),
            (b"Accept-Encoding", b"gzip, deflate"),
        )
        self._proxy = None if proxy is None else read_proxy(proxy)
        self._backend = GuardedBackend(
            allow_hosts, self._deadline, is_proxied=self._proxy is not None
        )
        self._transport = GuardedTransport(self._backend, self._proxy, ca_file)

    def fetch(self, request: Request) -> Response:
        """Send a GET and return the response; raise a ``FetchError`` when none came whole.

        Of ``request.headers`` those are left out that cannot stand in a request.
        """
        max_bytes = 2 * request.max_bytes + FRAMING_BYTES
        self._deadline.start(self._deadline_seconds, max_bytes)
        started_at = self._monotonic()
        with translate_errors(self._deadline):
            asked = self._write_request(request)
            if self._proxy is not None:
                port = asked.url.port or {"http": 80}.get(asked.url.scheme, 443)
                self._backend.check_target(asked.url.raw_host.decode("ascii"), port)
            answer = self._transport.handle_request(asked)
            try:
                observed_at = format_time(self._now())
                headers = read_headers(answer.headers)
                check_head(answer.status_code, headers)
                # Before the body: with its end the connection may go.
                ip = None if self._proxy else read_ip(answer)
                body = receive_body(answer, headers, request)
            finally:
                answer.close()
        return Response(
            role=request.role,
            source=request.source,
            address=request.address,
            site=request.site,
            observed_at=observed_at,
            status=answer.status_code,
            headers=headers,
            request_headers=read_headers(asked.headers),
            body=body,
            http_version=answer.http_version,
            ip=ip,
            fetch_ms=round((self._monotonic() - started_at) * 1000),
        )

    def _write_request(self, request: Request) -> httpx.Request:
        extra = [
            (name.encode("latin-1"), value.encode("latin-1"))
            for name, value in request.headers
            if _FIELD.fullmatch(value)
        ]
        url = httpx.URL(request.address)
        return httpx.Request(
            "GET",
            url,
            headers=[(b"Host", url.netloc), *self._headers, *extra],
            # Given, so that httpx does not work out which one is meant.
            stream=NoBody(),
            extensions={"timeout": self._timeout},
        )

    def close(self) -> None:
        """Close all connections."""
        self._transport.close()

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


def build_tls(ca_file: str | None) -> ssl.SSLContext:
    """Return httpx's TLS settings, which verify certificate and name."""
    context = httpx.create_ssl_context(trust_env=False)
    if ca_file is not None:
        trust_certificates(ca_file, context)
    return context


def build_proxy(proxy: Proxy, ca_file: str | None) -> httpcore.Proxy:
    """Return a proxy as httpcore takes it."""
    user, password = proxy.credentials or ("", "")
    return httpcore.Proxy(
        httpcore.URL(scheme=proxy.scheme, host=proxy.host, port=proxy.port, target="/"),
        auth=(user.encode(), password.encode()) if proxy.credentials else None,
        # A context of its own: what it offers is HTTP/1.1 alone.
        ssl_context=build_tls(ca_file) if proxy.scheme == "https" else None,
    )


def receive_body(answer: httpx.Response, headers: Headers, request: Request) -> bytes:
    """Read a body within its limit, on the wire and after decoding."""
    encoding = ", ".join(value for name, value in headers if name.lower() == "content-encoding")
    # A 304 repeats the headers of a body that it does not have.
    decoder = BodyDecoder("" if answer.status_code == 304 else encoding, request.max_bytes)
    wire_bytes = 0
    assert isinstance(answer.stream, Iterable)
    for chunk in answer.stream:
        wire_bytes += len(chunk)
        decoder.feed(chunk)
        if decoder.is_over or wire_bytes > request.max_bytes:
            if request.is_cut:
                return decoder.body
            raise BodyTooLargeError(f"the body is larger than {request.max_bytes:,} bytes")
    decoder.finish()
    return b"" if answer.status_code == 304 else decoder.body


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


def check_head(status: int, headers: Headers) -> None:
    """Raise ``BrokenResponseError`` for what HTTP/2 lets through and HTTP forbids."""
    if not 200 <= status <= 999:
        raise BrokenResponseError(f"got status {status}, expected one from 200 to 599")
    for name, value in headers:
        if _BREAK.search(name + value):
            raise BrokenResponseError(f"got a line break or NUL in the header {name!r}")


@contextmanager
def translate_errors(deadline: Deadline) -> Iterator[None]:
    """Turn the errors of httpx, and of the libraries below that it lets through, into ours."""
    try:
        yield
    except httpx.TimeoutException as error:
        # Says so itself if it was the deadline that cut the last wait short.
        deadline.shorten(None)
        raise DeadlineError(f"waited in vain: {str(error) or type(error).__name__}") from error
    except httpx.ProxyError as error:
        raise UnreachableError(f"the proxy did not connect: it answered {error}") from error
    except httpx.ConnectError as error:
        raise UnreachableError(describe_connect_error(error)) from error
    except (httpx.HTTPError, httpx.InvalidURL, H2Error) as error:
        raise BrokenResponseError(describe_broken(error)) from error
    except (ArithmeticError, AssertionError, LookupError, OSError, ValueError) as error:
        # What a parser below fails on without saying so; a status that is no number, say.
        raise BrokenResponseError(f"the answer is not HTTP: {error}") from error


def describe_broken(error: Exception) -> str:
    """Say in words how a response broke."""
    text = re.sub(r"bytearray\((.*)\)", r"\1", str(error)) or type(error).__name__
    left = re.match(r"<(StreamReset|ConnectionTerminated) .*?error_code:(\w+)", text)
    if left:
        what = "stream" if left[1] == "StreamReset" else "connection"
        return f"the server ended the HTTP/2 {what} before the response (error code {left[2]})"
    if text.isdigit():
        # h2's way to speak of a stream that it does not know.
        text = f"got HTTP/2 frames for stream {text}, which was never opened"
    return f"no complete response: {text}"


def describe_connect_error(error: BaseException) -> str:
    """Say in words why there is no connection."""
    # httpcore cuts the chain of causes, and keeps the first of them as what it was made of.
    below = error.__cause__
    cause = below.args[0] if below is not None and below.args else None
    if isinstance(cause, ssl.SSLCertVerificationError):
        return (
            f"the certificate is not trusted: {cause.verify_message.rstrip('.')}; "
            "if it is meant, name its authority with --ca-file"
        )
    if isinstance(cause, ssl.SSLError):
        return f"no TLS: {(cause.reason or str(cause)).lower().replace('_', ' ')}"
    return f"no connection: {error}"
