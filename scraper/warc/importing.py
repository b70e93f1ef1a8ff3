"""Archive: WARC files brought into the archive, record by record, and the pages among them.

Records are archived many at a time, for each transaction waits for the disk; they are handed on
when they are there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeAlias, TypeGuard

from msgspec.structs import replace

from scraper.archive import Archive
from scraper.errors import CutShortError, ForgottenError, RevisitError, ScraperError
from scraper.response import Fetched, FetchProblem, Outcome, is_page
from scraper.sources import WarcWork
from scraper.tombstones import refuse_forgotten
from scraper.warc.extent import Extent
from scraper.warc.finished import FileKey, FinishedFiles
from scraper.warc.here import WarcsHere, WarcSource
from scraper.warc.reading import Item, Revisit, Stored, state_problem
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
    and are no pages to read, ``finished`` the files that were archived before and are not read.
    """

    def __init__(
        self,
        archive: Archive,
        files: Sequence[WarcWork],
        *,
        site: str | None,
        max_bytes: int,
        warcs: WarcSource | None = None,
    ) -> None:
        """Take where records go, the files to come, the site of pages, and the limit of a body.

        ``warcs`` reads the files, this process if it is None.
        """
        self.found = 0
        self.kept = 0
        self.finished = 0
        self._extent = Extent(files)
        self._archive = archive
        self._warcs = warcs or WarcsHere(site=site, max_bytes=max_bytes)
        self._revisits = Revisits(archive)
        self._files = FinishedFiles(archive.database, site)
        # Those that are read, but for revisits that wait.
        self._waiting: dict[str, FileKey] = {}
        self._is_cut_short = False
        self._warcs.begin(files, self._files.holds)

    @property
    def skipped(self) -> int:
        """The number of records that were no response for us."""
        return self._warcs.skipped

    @property
    def expected(self) -> int | None:
        """How many pages and problems there are in all, as far as it can be told by now."""
        return self._extent.extend(self.found + self._revisits.count_waiting())

    def read(self, file: WarcWork) -> Iterator[Outcome]:
        """Archive what a file holds; iterate over its pages and problems."""
        key = self._warcs.identify(file)
        if key is not None and self._files.holds(key):
            self.finished += 1
            self._extent.drop(file)
            return
        self._extent.begin(file)
        before, is_whole = self._revisits.count_waiting(), True

        def read_all() -> Iterator[Item]:
            nonlocal is_whole
            try:
                yield from self._warcs.read(file)
            except CutShortError:
                is_whole, self._is_cut_short = False, True

        for outcome in self._archive_all(read_all(), self._postpone):
            is_whole &= not is_unfinished(outcome)
            yield outcome
        self._extent.end()
        if key is None or not is_whole:
            return
        if self._revisits.count_waiting() == before:
            self._files.note(key)
        else:
            self._waiting[file.source] = key

    def finish(self) -> Iterator[Outcome]:
        """Archive the revisits whose bytes came after them; state those that have none.

        Where not all could be read, their bytes may be in the rest: then nothing is stated.
        """
        for outcome in self._finish_revisits():
            if is_unfinished(outcome):
                self._waiting.pop(outcome.source, None)
            yield outcome
        for key in self._waiting.values():
            self._files.note(key)

    def _finish_revisits(self) -> Iterator[Outcome]:
        for _ in range(ROUNDS):
            before = self._revisits.count_waiting()
            yield from self._archive_all(self._revisits.list_waiting(), self._postpone)
            if self._revisits.count_waiting() == before:
                break
        if self._is_cut_short:
            for revisit in self._revisits.list_waiting():
                self._waiting.pop(revisit.stored.source, None)
            return
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
            self._extent.take(self._warcs.taken)
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
        # The archive may know the same observation by another record.
        is_same = fetched.snapshot.known == stored.response.known
        return replace(fetched, read=stored.read) if stored.read and is_same else fetched

    def _postpone(self, revisit: Revisit, _: ScraperError) -> None:
        self._revisits.postpone(revisit)

    def _give_up(self, revisit: Revisit, error: ScraperError) -> FetchProblem:
        """State that the bytes of a revisit are nowhere: they may have been taken down."""
        try:
            refuse_forgotten(self._archive.database, revisit.address, None)
        except ForgottenError as forgotten:
            error = forgotten
        return state_failed(revisit.stored, error)


def is_unfinished(outcome: Outcome) -> TypeGuard[FetchProblem]:
    """Tell whether an outcome is a reason to read its file again; what was taken down is none."""
    return isinstance(outcome, FetchProblem) and outcome.code != ForgottenError.code


def is_read(outcome: Outcome) -> bool:
    """Tell whether an outcome is a problem or a page to read."""
    if isinstance(outcome, FetchProblem):
        return True
    snapshot = outcome.snapshot
    if snapshot.status == 304 and outcome.response.revisit_of is None:
        return False
    return outcome.response.role == "page" and is_page(snapshot.status, snapshot.content_type)


def is_read_alone(stored: Stored) -> bool:
    """Tell whether a record is a page to read, before the archive knows of it."""
    response = stored.response
    kind = response.find_header("content-type")
    return response.role == "page" and response.status != 304 and is_page(response.status, kind)


def state_failed(stored: Stored, error: ScraperError) -> FetchProblem:
    """State that a record was read and could not be archived."""
    address = stored.response.address
    return state_problem(error, stored.source, f"{stored.place}: {error}", address)
