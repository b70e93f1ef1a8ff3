"""Command: pages that are read while the next ones are fetched, in the order in which they came.

Reading is the work of another process (``versusdb.worker``). A thread waits for it, and measures
what it gives; whoever has pages read need not wait.
"""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import suppress
from queue import Empty, SimpleQueue
from typing import TypedDict

from msgspec import Struct

from parsers.coverage import measure_page
from parsers.records import Coverage, Reading, Snapshot
from versusdb.bugs import Parse, read_page
from versusdb.spool import Lot

# So many pages may wait to be read while the next ones are fetched.
MOST_WAITING = 40
# Of these, the one that is read and the next one.
MOST_SENT = 2


class Known(TypedDict):
    """What is known of a page besides its bytes, as ``parse_page`` takes it."""

    source: str
    address: str | None
    content_type: str | None
    host: str | None


class Page(Struct, frozen=True):
    """A page that is to be read, and the lot that it is put into then."""

    lot: Lot
    snapshot: Snapshot
    body: bytes

    @property
    def known(self) -> Known:
        """What is known of the page."""
        snapshot = self.snapshot
        return {
            "source": snapshot.source,
            "address": snapshot.address,
            "content_type": snapshot.content_type,
            "host": snapshot.site,
        }


class ReadPage(Struct, frozen=True):
    """What a page says, how much of the contract it states, and what is to be said of it."""

    lot: Lot
    snapshot: Snapshot
    reading: Reading
    coverages: tuple[Coverage, ...]
    lines: list[str]


class ReadAhead:
    """Has pages read one by one, until it is closed."""

    def __init__(self, parse: Parse, expect: Callable[..., None] | None = None) -> None:
        """Take what reads a page, and what is told before of those that it is to read."""
        self._parse = parse
        self._expect = expect
        self._pages: SimpleQueue[Page | None] = SimpleQueue()
        self._done: SimpleQueue[ReadPage | BaseException] = SimpleQueue()
        self._waiting = 0
        self._is_over = False
        threading.Thread(target=self._work, daemon=True).start()

    def close(self) -> None:
        """Give up the pages that wait; they are in the archive."""
        self._is_over = True
        self._pages.put(None)

    def put(self, page: Page) -> None:
        """Have a page read."""
        self._waiting += 1
        self._pages.put(page)

    def take(self, *, all_of_them: bool = False) -> Iterator[ReadPage]:
        """Iterate over the pages that are read by now, waiting for all of them or for too many."""
        most = 0 if all_of_them else MOST_WAITING
        while self._waiting > most or not self._done.empty():
            page = self._done.get()
            self._waiting -= 1
            if isinstance(page, BaseException):
                raise page
            yield page

    def _work(self) -> None:
        sent: deque[Page] = deque()
        while self._send_ahead(sent) and not self._is_over:
            try:
                self._done.put(self._read(sent.popleft()))
            except BaseException as error:  # noqa: BLE001 - raised again by who takes it
                self._done.put(error)

    def _send_ahead(self, sent: deque[Page]) -> bool:
        """Send pages that wait, at least one; False if there are no more."""
        while len(sent) < MOST_SENT:
            try:
                page = self._pages.get(block=not sent)
            except Empty:
                break
            if page is None:
                return False
            sent.append(page)
            if self._expect is not None:
                # What is wrong with a page is said when it is read.
                with suppress(Exception):
                    self._expect(page.body, **page.known)
        return True

    def _read(self, page: Page) -> ReadPage:
        coverages: tuple[Coverage, ...] = ()
        lines: list[str] = []

        def parse(body: bytes, **known: str | None) -> Reading:
            """Read a page, with all that a bug may keep from being done with the reading."""
            nonlocal coverages
            reading = self._parse(body, **known)
            coverages = measure_page(page.snapshot, reading)
            return reading

        reading = read_page(page.body, lines.append, parse=parse, **page.known)
        coverages = coverages or measure_page(page.snapshot, reading)
        return ReadPage(page.lot, page.snapshot, reading, coverages, lines)
