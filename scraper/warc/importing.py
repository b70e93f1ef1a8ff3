"""Archive: WARC files brought into the archive, record by record, and the pages among them.

Records are archived many at a time, for each transaction waits for the disk; they are handed on
when they are there.
"""

from __future__ import annotations

import stat
from collections.abc import Callable, Iterable, Iterator
from typing import TypeAlias

from scraper.archive import Archive
from scraper.errors import ForgottenError, RevisitError, ScraperError
from scraper.response import Fetched, FetchProblem, Outcome, is_page
from scraper.sources import WarcFile, state_file_problem, state_unreadable
from scraper.tombstones import refuse_forgotten
from scraper.warc.extent import Extent
from scraper.warc.reading import Item, Revisit, Stored, WarcReader, state_problem
from scraper.warc.revisits import Revisits

RECORDS_AT_ONCE = 100
BYTES_AT_ONCE = 8_000_000
# A revisit of a revisit needs another round; nobody writes longer chains.
ROUNDS = 5

# What to do with a revisit whose bytes are not there.
GiveUp: TypeAlias = Callable[[Revisit, ScraperError], FetchProblem | None]


class WarcImport:
    """Imports the files of one command.

    ``found`` counts the pages and problems that came, ``kept`` the responses that are archived
    and are no pages to read, ``skipped`` the records that are no responses for us.
    """

    def __init__(
        self, archive: Archive, files: Iterable[WarcFile], *, site: str | None, max_bytes: int
    ) -> None:
        """Take where records go, the files to come, the site of pages, and the limit of a body."""
        self.found = 0
        self.kept = 0
        self._extent = Extent(files)
        self._archive = archive
        self._reader = WarcReader(site=site, max_bytes=max_bytes)
        self._revisits = Revisits(archive)

    @property
    def skipped(self) -> int:
        """The number of records that were no response for us."""
        return self._reader.skipped

    @property
    def expected(self) -> int | None:
        """How many pages and problems there are in all, as far as it can be told by now."""
        return self._extent.extend(self.found + self._revisits.count_waiting())

    def read(self, file: WarcFile) -> Iterator[Outcome]:
        """Archive what a file holds; iterate over its pages and problems."""
        self._extent.begin(file)
        yield from self._read(file)
        self._extent.end()

    def _read(self, file: WarcFile) -> Iterator[Outcome]:
        try:
            # Opening a pipe would wait for someone to write to it.
            is_regular = stat.S_ISREG(file.path.stat().st_mode)
        except OSError as error:
            yield self._count(state_unreadable(file.source, error))
            return
        if not is_regular:
            yield self._count(state_file_problem(file, "unreadable", "not a regular file"))
            return
        try:
            yield from self._archive_all(self._reader.read(file.path, file.source), self._postpone)
        except PermissionError as error:
            yield self._count(state_unreadable(file.source, error))

    def _count(self, problem: FetchProblem) -> FetchProblem:
        self.found += 1
        return problem

    def finish(self) -> Iterator[Outcome]:
        """Archive the revisits whose bytes came after them; state those that have none."""
        for _ in range(ROUNDS):
            before = self._revisits.count_waiting()
            yield from self._archive_all(self._revisits.list_waiting(), self._postpone)
            if self._revisits.count_waiting() == before:
                break
        yield from self._archive_all(self._revisits.list_waiting(), self._give_up)

    def close(self) -> None:
        """Forget what was remembered for revisits."""
        self._revisits.close()

    def _archive_all(self, items: Iterable[Item], give_up: GiveUp) -> Iterator[Outcome]:
        waiting = iter(items)
        while True:
            with self._archive.database.atomic():
                outcomes = self._archive_some(waiting, give_up)
            if not outcomes:
                return
            pages = [outcome for outcome in outcomes if outcome is not None and is_read(outcome)]
            self.found += len(pages)
            self.kept += sum(outcome is not None for outcome in outcomes) - len(pages)
            self._extent.take(self._reader.taken)
            # Only now: what is handed on is in the archive, whatever happens next.
            yield from pages

    def _archive_some(self, items: Iterator[Item], give_up: GiveUp) -> list[Outcome | None]:
        """Archive so many records, or fewer large ones; nothing comes back at the end."""
        outcomes: list[Outcome | None] = []
        size = 0
        for item in items:
            outcome = self._archive_item(item, give_up)
            outcomes.append(outcome)
            size += len(outcome.body) if isinstance(outcome, Fetched) else 0
            if len(outcomes) == RECORDS_AT_ONCE or size >= BYTES_AT_ONCE:
                break
        return outcomes

    def _archive_item(self, item: Item, give_up: GiveUp) -> Outcome | None:
        if isinstance(item, FetchProblem):
            return item
        stored = item.stored if isinstance(item, Revisit) else item
        try:
            if isinstance(item, Revisit):
                # Before its bytes are missed: they may have gone with the address.
                refuse_forgotten(self._archive.database, stored.response.address, None)
                stored = self._revisits.resolve(item)
            fetched = self._archive.archive(stored.response)
        except RevisitError as error:
            assert isinstance(item, Revisit)
            return give_up(item, error)
        except ScraperError as error:
            return state_failed(stored, error)
        self._revisits.remember(stored, fetched)
        return fetched

    def _postpone(self, revisit: Revisit, _: ScraperError) -> None:
        self._revisits.postpone(revisit)

    def _give_up(self, revisit: Revisit, error: ScraperError) -> FetchProblem:
        """State that the bytes of a revisit are nowhere: they may have been taken down."""
        try:
            refuse_forgotten(self._archive.database, revisit.address, None)
        except ForgottenError as forgotten:
            error = forgotten
        return state_failed(revisit.stored, error)


def is_read(outcome: Outcome) -> bool:
    """Tell whether an outcome is a problem or a page to read."""
    if isinstance(outcome, FetchProblem):
        return True
    snapshot = outcome.snapshot
    if snapshot.status == 304 and outcome.response.revisit_of is None:
        return False
    return outcome.response.role == "page" and is_page(snapshot.status, snapshot.content_type)


def state_failed(stored: Stored, error: ScraperError) -> FetchProblem:
    """State that a record was read and could not be archived."""
    address = stored.response.address
    return state_problem(error, stored.source, f"{stored.place}: {error}", address)
