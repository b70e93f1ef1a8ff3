"""Command: pages that are read while the next ones are fetched, in the order in which they came.

Reading is the work of other processes (``versusdb.worker``), each with a thread here that waits
for it. Pages are read side by side, and come out one after the other; whoever has them read need
not wait.
"""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import suppress
from functools import partial
from queue import Empty, SimpleQueue

from msgspec import Struct

from parsers.coverage import measure_page
from parsers.reading import parse_page
from parsers.records import Read, Reading, Snapshot
from versusdb import reader
from versusdb.bugs import Parse, guard_page
from versusdb.spool import Lot
from versusdb.worker import Worker

# So many pages, and bytes of them, may wait to be read or taken, for each process that reads.
MOST_WAITING = 40
MOST_BYTES = 16_000_000
# Of these, the one that is read and the next one.
MOST_SENT = 2
# Where so many wait for each, or too many bytes, those that read have more than they can do.
MANY = 16


class Page(Struct, frozen=True):
    """A page that is to be read, and the lot that it is put into then.

    ``read`` is what is known to be in it, where it was read before it came.
    """

    lot: Lot
    snapshot: Snapshot
    body: bytes
    read: Read | None = None


class ReadPage(Struct, frozen=True):
    """A page as it was read, and what is to be said of it."""

    lot: Lot
    snapshot: Snapshot
    read: Read
    lines: list[str]


class ReadAhead:
    """Has pages read until it is closed.

    A process more is taken to it when those that are at work have more than enough to do: a site
    that is fetched politely needs one.
    """

    def __init__(self, workers: Sequence[Worker] = (), parse: Parse = parse_page) -> None:
        """Take the processes that read; without any, pages are read here, by ``parse``."""
        self._free = deque(workers)
        self._parse = parse
        self._threads: list[tuple[threading.Thread, Worker | None]] = []
        self._pages: SimpleQueue[tuple[int, Page] | None] = SimpleQueue()
        self._done: SimpleQueue[tuple[int, ReadPage | BaseException]] = SimpleQueue()
        # By its number, the size of each page that waits to be read or taken.
        self._waiting: dict[int, int] = {}
        self._early: dict[int, ReadPage | BaseException] = {}
        self._put = 0
        self._taken = 0
        self._is_over = False

    def close(self) -> None:
        """Give up the pages that wait; they are in the archive."""
        self._is_over = True
        for _, worker in self._threads:
            self._pages.put(None)
            if worker is not None and self._waiting:
                worker.interrupt()
        for thread, worker in self._threads:
            thread.join()
            if worker is not None and self._waiting:
                worker.close()

    def put(self, page: Page) -> None:
        """Have a page read."""
        number = self._put
        self._put += 1
        self._waiting[number] = len(page.body)
        if page.read is not None:
            self._early[number] = ReadPage(page.lot, page.snapshot, page.read, [])
            return
        self._pages.put((number, page))
        has_many = self._pages.qsize() >= MANY * len(self._threads) or self._is_full()
        if (self._free and has_many) or not self._threads:
            self._start()

    def take(self, *, all_of_them: bool = False) -> Iterator[ReadPage]:
        """Iterate over the pages that are read by now, waiting for all of them or for too many."""
        while self._waiting:
            while not self._done.empty():
                self._early.update((self._done.get(),))
            if self._taken not in self._early:
                if not all_of_them and not self._is_full():
                    return
                self._early.update((self._done.get(),))
                continue
            page = self._early.pop(self._taken)
            del self._waiting[self._taken]
            self._taken += 1
            if isinstance(page, BaseException):
                raise page
            yield page

    def _is_full(self) -> bool:
        most = max(len(self._threads), 1)
        is_large = sum(self._waiting.values()) > MOST_BYTES * most
        return is_large or len(self._waiting) > MOST_WAITING * most

    def _start(self) -> None:
        worker = self._free.popleft() if self._free else None
        thread = threading.Thread(target=self._work, args=(worker,), daemon=True)
        self._threads.append((thread, worker))
        thread.start()

    def _work(self, worker: Worker | None) -> None:
        sent: deque[tuple[int, Page]] = deque()
        while self._send_ahead(sent, worker) and not self._is_over:
            number, page = sent.popleft()
            try:
                self._done.put((number, self._read(page, worker)))
            except BaseException as error:  # noqa: BLE001 - raised again by who takes it
                self._done.put((number, error))

    def _send_ahead(self, sent: deque[tuple[int, Page]], worker: Worker | None) -> bool:
        """Send pages that wait, at least one; False if there are no more."""
        while len(sent) < MOST_SENT:
            try:
                given = self._pages.get(block=not sent)
            except Empty:
                break
            if given is None:
                return False
            sent.append(given)
            if worker is not None:
                # What is wrong with a page is said when it is read.
                with suppress(Exception):
                    worker.expect(given[1].body, **given[1].snapshot.known)
        return True

    def _read(self, page: Page, worker: Worker | None) -> ReadPage:
        lines: list[str] = []
        known = page.snapshot.known
        read = partial(reader.read_page, self._parse) if worker is None else worker.read
        told = guard_page(partial(read, page.body, **known), page.snapshot.source, lines.append)
        if isinstance(told, Reading):
            told = Read.pack(told, measure_page(told, **known))
        return ReadPage(page.lot, page.snapshot, told, lines)
