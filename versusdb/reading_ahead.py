"""Command: pages that are read while the next ones are fetched, in the order in which they came.

Reading is the work of another process (``versusdb.worker``). A thread waits for it, and measures
what it gives; whoever has pages read need not wait.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from queue import SimpleQueue

from msgspec import Struct

from parsers.coverage import measure_page
from parsers.records import Coverage, Reading, Snapshot
from versusdb.bugs import Parse, read_page
from versusdb.spool import Lot

# So many pages may wait to be read while the next ones are fetched.
MOST_WAITING = 40


class Page(Struct, frozen=True):
    """A page that is to be read, and the lot that it is put into then."""

    lot: Lot
    snapshot: Snapshot
    body: bytes


class ReadPage(Struct, frozen=True):
    """What a page says, how much of the contract it states, and what is to be said of it."""

    lot: Lot
    snapshot: Snapshot
    reading: Reading
    coverages: tuple[Coverage, ...]
    lines: list[str]


class ReadAhead:
    """Has pages read one by one."""

    def __init__(self, parse: Parse) -> None:
        """Take what reads a page."""
        self._parse = parse
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
        while (page := self._pages.get()) is not None and not self._is_over:
            try:
                self._done.put(self._read(page))
            except BaseException as error:  # noqa: BLE001 - raised again by who takes it
                self._done.put(error)

    def _read(self, page: Page) -> ReadPage:
        coverages: tuple[Coverage, ...] = ()
        lines: list[str] = []
        snapshot = page.snapshot

        def parse(body: bytes, **known: str | None) -> Reading:
            """Read a page, with all that a bug may keep from being done with the reading."""
            nonlocal coverages
            reading = self._parse(body, **known)
            coverages = measure_page(snapshot, reading)
            return reading

        reading = read_page(
            page.body,
            lines.append,
            source=snapshot.source,
            address=snapshot.address,
            content_type=snapshot.content_type,
            host=snapshot.site,
            parse=parse,
        )
        coverages = coverages or measure_page(snapshot, reading)
        return ReadPage(page.lot, snapshot, reading, coverages, lines)
