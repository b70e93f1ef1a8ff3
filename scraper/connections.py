"""Fetch: connections for one request at a time, kept only while nothing speaks against it.

httpcore keeps an HTTP/2 connection whose last body was not read to its end, or which the server
has left, and an HTTP/1.1 connection that holds bytes behind the end of a response, which would
become the next page's response. Here every doubt costs a connection, never a page.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator

import httpcore

# Servers end a connection after 100 requests, or 1,000 (nginx); better to go before.
MOST_REQUESTS = 90


class CarefulPool(httpcore.ConnectionPool):
    """A pool of ``SingleConnection``."""

    def create_connection(self, origin: httpcore.Origin) -> httpcore.ConnectionInterface:
        """Make a connection as httpcore does, and watch over it."""
        return SingleConnection(super().create_connection(origin))


class SingleConnection(httpcore.ConnectionInterface):
    """A connection that is used by one request at a time, and closed after anything odd."""

    def __init__(self, connection: httpcore.ConnectionInterface) -> None:
        """Wrap a connection that is not open yet."""
        self._connection = connection
        self._in_use = threading.Lock()
        self._wire: httpcore.NetworkStream | None = None
        self._requests = 0

    def handle_request(self, request: httpcore.Request) -> httpcore.Response:
        """Send a request; its response must be closed before the next one."""
        if not self._in_use.acquire(blocking=False):
            raise httpcore.ConnectionNotAvailable
        self._requests += 1
        try:
            response = self._connection.handle_request(request)
        except BaseException:
            self._finish(is_whole=False)
            raise
        self._wire = response.extensions["network_stream"]
        assert isinstance(response.stream, Iterable)
        response.stream = WatchedBody(response.stream, self._finish)
        return response

    def _finish(self, is_whole: bool) -> None:
        try:
            if not is_whole:
                self._connection.close()
        finally:
            self._in_use.release()

    def has_expired(self) -> bool:
        """Tell whether an idle connection is not to be used again."""
        if self._in_use.locked():
            return False
        return (
            self._requests >= MOST_REQUESTS
            or self._connection.has_expired()
            # Nothing was asked: what there is to read is the server's farewell, or a lie.
            or (self._wire is not None and bool(self._wire.get_extra_info("is_readable")))
            or has_leftover(self._connection)
        )

    def close(self) -> None:
        """Close the connection."""
        self._connection.close()

    def info(self) -> str:
        """Describe the connection, for httpcore's own messages."""
        return self._connection.info()

    def can_handle_request(self, origin: httpcore.Origin) -> bool:
        """Tell whether the connection leads to this origin."""
        return self._connection.can_handle_request(origin)

    def is_available(self) -> bool:
        """Tell whether a request may be sent now."""
        return not self._in_use.locked() and self._connection.is_available()

    def is_idle(self) -> bool:
        """Tell whether the connection is open and unused."""
        return not self._in_use.locked() and self._connection.is_idle()

    def is_closed(self) -> bool:
        """Tell whether the connection is closed."""
        return self._connection.is_closed()


class WatchedBody:
    """A response's body that tells, once it is closed, whether it was read to its end."""

    def __init__(self, chunks: Iterable[bytes], finish: Callable[[bool], None]) -> None:
        """Take the body, and what is to be told."""
        self._chunks = chunks
        self._finish = finish
        self._is_whole = False
        self._is_closed = False

    def __iter__(self) -> Iterator[bytes]:
        """Iterate over the body as it arrives."""
        yield from self._chunks
        self._is_whole = True

    def close(self) -> None:
        """Close the response."""
        if self._is_closed:
            return
        self._is_closed = True
        try:
            if hasattr(self._chunks, "close"):
                self._chunks.close()
        finally:
            self._finish(self._is_whole)


def has_leftover(connection: object) -> bool:
    """Tell whether bytes stand behind the end of the last HTTP/1.1 response.

    Only h11 knows, deep inside; httpcore does not ask it.
    """
    while connection is not None:
        state = getattr(connection, "_h11_state", None)
        if state is not None:
            return bool(state.trailing_data[0])
        connection = getattr(connection, "_connection", None)
    return False
