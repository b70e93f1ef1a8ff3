"""Fetch: drives walks: sends what they ask for when its host may be asked, and keeps what came.

One request at a time goes to a host, and to several hosts at once, each in a lane of its own: a
thread that does nothing but wait for the network. All else is done here, in one thread: pauses,
the archive, the frontier. What has come is committed in groups, so that many fast responses
share one write to the disk; nothing is handed on before it is committed.
"""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Iterator
from queue import Empty, SimpleQueue
from typing import TypeAlias

from msgspec import Struct
from sqlite_utils import Database

from scraper.addresses import read_authority
from scraper.asking import Walk
from scraper.client import Client
from scraper.errors import FetchError
from scraper.exchange import Exchange
from scraper.pacing import Pace
from scraper.response import Fetched, Request, Response
from scraper.times import Clock

LANES = 4
# What a crash may cost: so many responses, or what came in so many seconds, or so many bytes.
MOST_RESPONSES = 20
MOST_SECONDS = 1.0
MOST_BYTES = 8_000_000

Refill: TypeAlias = Callable[[str], Walk[None] | None]


class Done(Struct, frozen=True):
    """A request of a host's walk that has ended, and how; None wakes the driver up."""

    host: str
    request: Request
    result: Response | BaseException


class Lanes:
    """A few threads that fetch; they end with the process, whatever they wait for."""

    def __init__(self, client: Client, done: SimpleQueue[Done | None]) -> None:
        """Take what asks, and where the results go."""
        self._client = client
        self._done = done
        self._orders: SimpleQueue[tuple[str, Request] | None] = SimpleQueue()
        self._threads = 0

    def send(self, host: str, request: Request, *, under_way: int) -> None:
        """Give a request to a lane, a new one if all are at work."""
        if self._threads <= under_way:
            self._threads += 1
            threading.Thread(target=self._work, daemon=True).start()
        self._orders.put((host, request))

    def close(self) -> None:
        """Let the lanes end when they have done what they do."""
        for _ in range(self._threads):
            self._orders.put(None)

    def _work(self) -> None:
        while (order := self._orders.get()) is not None:
            host, request = order
            result: Response | BaseException
            try:
                result = self._client.fetch(request)
            except BaseException as error:  # noqa: BLE001 - raised again by the driver
                result = error
            self._done.put(Done(host, request, result))


class Driver:
    """Drives the walks of many hosts, one walk a host at a time."""

    def __init__(
        self,
        database: Database,
        client: Client,
        exchange: Exchange,
        pace: Pace,
        clock: Clock,
        *,
        is_stopping: Callable[[], bool],
        note_attempt: Callable[[str], bool],
        before_commit: Callable[[], None],
    ) -> None:
        """Take the archive file, the ways to the network, and whether an end is asked for.

        ``note_attempt`` is told of each address that is sent, and whether to commit before that.
        """
        self._note_attempt = note_attempt
        self._before_commit = before_commit
        self._connection = database.conn
        self._exchange = exchange
        self._pace = pace
        self._clock = clock
        self._is_stopping = is_stopping
        self._done: SimpleQueue[Done | None] = SimpleQueue()
        self._lanes = Lanes(client, self._done)
        self._queued: dict[str, deque[Walk[None]]] = {}
        self._walks: dict[str, Walk[None]] = {}
        self._pending: dict[str, Request] = {}
        self._asked: set[str] = set()
        self._began_at = 0.0
        self._responses = 0
        self._bytes = 0

    def add(self, host: str, walk: Walk[None]) -> None:
        """Put a walk at the end of a host's."""
        self._queued.setdefault(host, deque()).append(walk)

    def know(self, host: str) -> None:
        """Take a host whose walks come from refilling alone."""
        self._queued.setdefault(host, deque())

    def wake(self) -> None:
        """End a wait, from anywhere, a signal's handler included."""
        self._done.put(None)

    def drive(self, refill: Refill) -> Iterator[None]:
        """Work until nothing is left; yields whenever all that was done is committed.

        ``refill`` gives the next walk of a host that has none.
        """
        try:
            while self._is_stopping() or self._begin_walks(refill):
                if self._is_stopping() and not self._asked:
                    break
                left = self._send_due()
                if self._is_full() or (left is not None and left > 0 and not self._asked):
                    self._commit()
                    yield
                    left = self._send_due()
                self._receive(left)
            self._commit()
            yield
        finally:
            # After an error, what is not committed is fetched again.
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")
            self._lanes.close()
            for walk in self._walks.values():
                walk.close()

    def _begin_walks(self, refill: Refill) -> bool:
        """Give every host without a walk its next one; False if no host has any."""
        self._begin()
        for host, queued in list(self._queued.items()):
            while host not in self._walks:
                walk = queued.popleft() if queued else refill(host)
                if walk is None:
                    break
                self._advance(host, walk)
        return bool(self._walks)

    def _advance(
        self, host: str, walk: Walk[None], result: Fetched | FetchError | None = None
    ) -> None:
        """Resume a walk with what came, up to its next request or its end; None begins it."""
        try:
            if result is None:
                request = next(walk)
            elif isinstance(result, FetchError):
                request = walk.throw(result)
            else:
                request = walk.send(result)
        except StopIteration:
            self._walks.pop(host, None)
        else:
            self._walks[host] = walk
            self._pending[host] = request

    def _send_due(self) -> float | None:
        """Send what may be sent; return the seconds until more may be, None for after a result."""
        left: float | None = None
        for host, request in list(self._pending.items()):
            if self._is_stopping() or len(self._asked) >= LANES:
                break
            target = read_authority(request.address)
            if target in self._asked:
                continue
            wait = self._pace.find_left(target)
            if wait > 0:
                left = wait if left is None else min(left, wait)
                continue
            del self._pending[host]
            is_first = self._pace.begin(target)
            if self._note_attempt(request.address) or is_first:
                # What is under way must be known after a crash, so that no pause is cut short,
                # and nothing is asked for more often than it may be.
                self._begin()
                self._commit()
            prepared = self._exchange.prepare(request, self._clock.now())
            self._lanes.send(host, prepared, under_way=len(self._asked))
            self._asked.add(target)
        return left

    def _receive(self, left: float | None) -> None:
        """Wait for a result, or until something is due; then work on all that has come."""
        if not self._asked and self._clock.sleep is not None:
            if left is not None:
                self._clock.sleep(left)
            return
        if self._asked:
            left = MOST_SECONDS if left is None else min(left, MOST_SECONDS)
        elif left is None:
            return
        try:
            done = self._done.get(timeout=max(left, 0.0))
            while done is not None:
                self._take(done)
                done = self._done.get_nowait()
        except Empty:
            return

    def _take(self, done: Done) -> None:
        self._begin()
        self._asked.discard(read_authority(done.request.address))
        walk = self._walks[done.host]
        self._responses += 1
        if isinstance(done.result, Response):
            self._bytes += len(done.result.body)
            result: Fetched | FetchError
            try:
                result = self._exchange.receive(done.request, done.result)
            except FetchError as error:
                result = error
            self._advance(done.host, walk, result)
        elif isinstance(done.result, FetchError):
            self._exchange.fail(done.request, done.result)
            self._advance(done.host, walk, done.result)
        else:
            raise done.result

    def _begin(self) -> None:
        if not self._connection.in_transaction:
            self._connection.execute("BEGIN IMMEDIATE")
            self._began_at = self._clock.monotonic()

    def _is_full(self) -> bool:
        return (
            self._responses >= MOST_RESPONSES
            or self._bytes >= MOST_BYTES
            or self._clock.monotonic() - self._began_at >= MOST_SECONDS
        )

    def _commit(self) -> None:
        if self._connection.in_transaction:
            self._before_commit()
            self._pace.write()
            self._connection.execute("COMMIT")
        self._responses = self._bytes = 0
