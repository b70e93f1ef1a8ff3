"""Fetch: connections that reach the public internet only, and end at their deadline.

A name is resolved here, once, and the connection goes to the address that was checked: a name
that resolves differently a moment later changes nothing. TLS and the Host header still speak
of the name. This holds for every hop of a redirect, since every hop connects here. A proxy
resolves by itself; what it is asked for is checked here first.
"""

from __future__ import annotations

import ipaddress
import socket
import ssl
import threading
import time
from collections.abc import Callable, Collection, Iterable
from typing import Any, TypeAlias

import httpcore

from scraper.addresses import is_named, normalise_place
from scraper.errors import (
    BodyTooLargeError,
    DeadlineError,
    PrivateAddressError,
    UnreachableError,
)

IPAddress: TypeAlias = ipaddress.IPv4Address | ipaddress.IPv6Address

# HTTP/2 (RFC 9113, sections 3.4, 4.1 and 6): the preface, the head of a frame, the largest frame
# that we allow, and two of the types.
PREFACE = b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"
FRAME_HEAD = 9
MOST_FRAME = FRAME_HEAD + 16_384
HEADERS, GOAWAY = 1, 7

NAT64_PREFIX = ipaddress.IPv6Network("64:ff9b::/96")


class Deadline(threading.local):
    """The moment at which a thread's request must have ended, and the bytes it may receive.

    The bytes are all that arrive after TLS, framing and headers included: no flood of what
    never becomes body (interim responses, pings, trailers) lasts until the deadline.
    """

    def __init__(self, monotonic: Callable[[], float] = time.monotonic) -> None:
        """Start without a limit; ``threading.local`` calls this once in every thread."""
        self._monotonic = monotonic
        self._seconds = self._ends_at = float("inf")
        self._max_bytes = self._bytes_left = float("inf")

    def start(self, seconds: float, max_bytes: float = float("inf")) -> None:
        """Give this thread's next request so many seconds, and bytes, in all."""
        self._seconds = seconds
        self._ends_at = self._monotonic() + seconds
        self._max_bytes = self._bytes_left = max_bytes

    def shorten(self, timeout: float | None) -> float:
        """Return the timeout that one operation may still take."""
        left = self._ends_at - self._monotonic()
        if left <= 0:
            raise DeadlineError(f"no complete response within {self._seconds:g} seconds")
        return left if timeout is None else min(left, timeout)

    def spend(self, count: int) -> None:
        """Count bytes that arrived."""
        self._bytes_left -= count
        if self._bytes_left < 0:
            raise BodyTooLargeError(
                f"more than {self._max_bytes:,} bytes on the wire, framing and headers included"
            )


class GuardedBackend(httpcore.NetworkBackend):
    """Opens connections to public addresses, and to the hosts that the operator means."""

    def __init__(
        self, allow_hosts: Collection[str], deadline: Deadline, *, is_proxied: bool = False
    ) -> None:
        """Take the hosts, as ``host`` or ``host:port``, that may have private addresses.

        With ``is_proxied`` every connection goes to the proxy, which was named and may be
        private; ``check_target`` is then to be asked about what lies behind it.
        """
        self._allow_hosts = frozenset(map(normalise_place, allow_hosts))
        self._deadline = deadline
        self._is_proxied = is_proxied
        self._backend = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        """Connect to the first address of the host that answers."""
        failure: Exception | None = None
        is_trusted = self._is_proxied or is_named(host, port, self._allow_hosts)
        for address in resolve(host, port) if is_trusted else resolve_public(host, port):
            try:
                stream = self._backend.connect_tcp(
                    address, port, self._deadline.shorten(timeout), local_address, socket_options
                )
                return BoundedStream(stream, self._deadline)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failure = error
        what = f"the proxy {host}" if self._is_proxied else host
        raise UnreachableError(f"no connection to {what} port {port}: {failure}") from failure

    def check_target(self, host: str, port: int) -> None:
        """Raise ``PrivateAddressError`` for a host that a proxy may not be asked for."""
        if not is_named(host, port, self._allow_hosts):
            resolve_public(host, port)


class BoundedStream(httpcore.NetworkStream):
    """A connection whose every operation is cut by the request's deadline.

    A timeout counts from byte to byte; a host that sends one byte a second never meets it.
    """

    def __init__(self, stream: httpcore.NetworkStream, deadline: Deadline) -> None:
        """Wrap an open connection."""
        self._stream = stream
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Read what is there, at most ``max_bytes``."""
        data = self._stream.read(max_bytes, self._deadline.shorten(timeout))
        self._deadline.spend(len(data))
        return data

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Write all of the buffer."""
        self._stream.write(buffer, self._deadline.shorten(timeout))

    def close(self) -> None:
        """Close the connection."""
        self._stream.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore.NetworkStream:
        """Speak TLS from here on, with the host's name."""
        stream = self._stream.start_tls(
            ssl_context, server_hostname, self._deadline.shorten(timeout)
        )
        tls = stream.get_extra_info("ssl_object")
        is_http2 = tls is not None and tls.selected_alpn_protocol() == "h2"
        return (FrameStream if is_http2 else BoundedStream)(stream, self._deadline)

    def get_extra_info(self, info: str) -> Any:
        """Return what the connection knows of itself; httpcore asks whether it still lives."""
        return self._stream.get_extra_info(info)


class FrameStream(BoundedStream):
    """An HTTP/2 connection that keeps its server's farewell until the response has ended.

    A server that means to leave says GOAWAY, names the last stream that it still answers, and
    answers it (RFC 9113, section 6.8); httpcore would give that response up. A farewell that is
    kept counts as something to read, so that the connection is not used again.
    """

    def __init__(self, stream: httpcore.NetworkStream, deadline: Deadline) -> None:
        """Wrap an open connection."""
        super().__init__(stream, deadline)
        self._arrived = bytearray()
        self._farewell = b""
        self._asked = 0

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Read whole frames, as many as are there; at the end what is left."""
        while True:
            data = super().read(max_bytes, timeout)
            self._arrived += data
            frames = self._take_frames() if data else self._take_rest()
            if frames or not data:
                return frames

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Write frames, and note the last stream that was opened."""
        place = len(PREFACE) if buffer.startswith(PREFACE) else 0
        while place < len(buffer):
            size, kind, stream = read_frame_head(buffer[place : place + FRAME_HEAD])
            if kind == HEADERS:
                self._asked = stream
            place += size
        super().write(buffer, timeout)

    def get_extra_info(self, info: str) -> Any:
        """Return what the connection knows of itself."""
        if info == "is_readable" and self._farewell:
            return True
        return super().get_extra_info(info)

    def _take_frames(self) -> bytes:
        taken = bytearray()
        while len(self._arrived) >= FRAME_HEAD:
            size, kind, _ = read_frame_head(self._arrived)
            if size > MOST_FRAME:
                # Not allowed, and httpcore's to refuse.
                return bytes(taken) + self._take_rest()
            if size > len(self._arrived):
                break
            frame = bytes(self._arrived[:size])
            del self._arrived[:size]
            if kind == GOAWAY and self._is_patient(frame[FRAME_HEAD:]):
                self._farewell += frame
            else:
                taken += frame
        return bytes(taken)

    def _take_rest(self) -> bytes:
        rest = self._farewell + self._arrived
        self._farewell = b""
        self._arrived.clear()
        return rest

    def _is_patient(self, payload: bytes) -> bool:
        """Tell whether a GOAWAY names no error, and the last request as one to be answered."""
        last, error = int.from_bytes(payload[:4], "big"), int.from_bytes(payload[4:8], "big")
        return len(payload) >= 8 and error == 0 and last >= self._asked > 0


def read_frame_head(head: bytes | bytearray) -> tuple[int, int, int]:
    """Return the size of a whole frame in bytes, its type, and its stream."""
    size = FRAME_HEAD + int.from_bytes(head[:3], "big")
    return size, head[3], int.from_bytes(head[5:FRAME_HEAD], "big")


def resolve(host: str, port: int) -> list[str]:
    """Return the addresses of a host."""
    try:
        found = socket.getaddrinfo(host.strip("[]"), port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise UnreachableError(f"cannot resolve {host}: {error}") from error
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def resolve_public(host: str, port: int) -> list[str]:
    """Return the addresses of a host, all of them of the public internet."""
    addresses = resolve(host, port)
    for address in addresses:
        refuse_private(host, address)
    return addresses


def refuse_private(host: str, address: str) -> None:
    """Raise ``PrivateAddressError`` unless an address is of the public internet."""
    if not all(is_public(each) for each in list_embedded(ipaddress.ip_address(address))):
        resolved = "" if host == address else f", which resolves to {address}"
        raise PrivateAddressError(
            f"refused to connect to {host}{resolved}: the address is not public; "
            f"if it is meant, allow it with --allow-host {host}"
        )


def is_public(address: IPAddress) -> bool:
    """Tell whether an address belongs to one host of the public internet."""
    return address.is_global and not address.is_multicast


def list_embedded(address: IPAddress) -> list[IPAddress]:
    """Return an address with the IPv4 addresses that a gateway would read out of it."""
    if isinstance(address, ipaddress.IPv4Address):
        return [address]
    if address.ipv4_mapped is not None:
        return [address.ipv4_mapped]
    found: list[IPAddress] = [address]
    if address.sixtofour is not None:
        found.append(address.sixtofour)
    if address.teredo is not None:
        found.extend(address.teredo)
    if ipaddress.IPv6Address(int(address)) in NAT64_PREFIX:
        found.append(ipaddress.IPv4Address(int(address) & 0xFFFFFFFF))
    return found
