"""Archive: WARC files brought into the archive, record by record, and the pages among them.

Records are archived many at a time, for each transaction waits for the disk; they are handed on
when they are there.
"""

from __future__ import annotations

import stat
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Protocol, TypeAlias, TypeGuard

from msgspec.structs import replace

from scraper.archive import Archive
from scraper.errors import CutShortError, ForgottenError, RevisitError, ScraperError
from scraper.response import Fetched, FetchProblem, Outcome, is_page
from scraper.sources import WarcFile, WarcWork, state_file_problem, state_unreadable
from scraper.tombstones import refuse_forgotten
from scraper.warc.finished import FileKey, FinishedFiles
from scraper.warc.reading import Item, Revisit, Stored, WarcReader, state_problem
from scraper.warc.revisits import Revisits

RECORDS_AT_ONCE = 100
BYTES_AT_ONCE = 8_000_000
# A revisit of a revisit needs another round; nobody writes longer chains.
ROUNDS = 5

# What to do with a revisit whose bytes are not there.
GiveUp: TypeAlias = Callable[[Revisit, ScraperError], FetchProblem | None]


class WarcSource(Protocol):
    """Reads WARC files record by record, here or elsewhere."""

    @property
    def skipped(self) -> int:
        """The number of records that were no response for us."""

    def begin(self, files: Sequence[WarcWork], is_finished: Callable[[FileKey], bool]) -> None:
        """Take the files that are going to be read, in their order, but for finished ones."""

    def identify(self, file: WarcWork) -> FileKey | None:
        """Return by what a file is known once it is finished; None if it is read every time."""

    def read(self, file: WarcWork) -> Iterator[Item]:
        """Iterate over what a file holds, its problems among it.

        Raises ``CutShortError`` where not all of it can be had now.
        """


class WarcsHere:
    """Reads the WARC files of this machine, one after the other."""

    def __init__(self, *, site: str | None, max_bytes: int) -> None:
        """Take the site that pages are read as, and the limit of one body."""
        self._reader = WarcReader(site=site, max_bytes=max_bytes)

    @property
    def skipped(self) -> int:
        """The number of records that were no response for us."""
        return self._reader.skipped

    def begin(self, files: Sequence[WarcWork], is_finished: Callable[[FileKey], bool]) -> None:
        """Do nothing: a file is opened when it is read."""

    def identify(self, file: WarcWork) -> FileKey | None:
        """Return None: a file may be another one each time."""

    def read(self, file: WarcWork) -> Iterator[Item]:
        """Iterate over what a file holds."""
        assert isinstance(file, WarcFile)
        try:
            # Opening a pipe would wait for someone to write to it.
            if stat.S_ISREG(file.path.stat().st_mode):
                yield from self._reader.read(file.path, file.source)
            else:
                yield state_file_problem(file, "unreadable", "not a regular file")
        except OSError as error:
            yield state_unreadable(file.source, error)


class WarcImport:
    """Imports the files of one command.

    ``kept`` counts the responses that are archived and are no pages to read, ``skipped`` the
    records that are no responses for us, ``finished`` the files that were archived before.
    """

    def __init__(
        self,
        archive: Archive,
        *,
        site: str | None,
        max_bytes: int,
        warcs: WarcSource | None = None,
    ) -> None:
        """Take where records go, the site that pages are read as, and the limit of one body.

        ``warcs`` reads the files, this process if it is None.
        """
        self.kept = 0
        self.finished = 0
        self._archive = archive
        self._warcs = warcs or WarcsHere(site=site, max_bytes=max_bytes)
        self._revisits = Revisits(archive)
        self._files = FinishedFiles(archive.database, site)
        # Those that are read, but for revisits that wait.
        self._waiting: dict[str, FileKey] = {}

    @property
    def skipped(self) -> int:
        """The number of records that were no response for us."""
        return self._warcs.skipped

    def begin(self, files: Sequence[WarcWork]) -> None:
        """Take the files that are going to be read, in their order."""
        self._warcs.begin(files, self._files.holds)

    def read(self, file: WarcWork) -> Iterator[Outcome]:
        """Archive what a file holds; iterate over its pages and problems."""
        key = self._warcs.identify(file)
        if key is not None and self._files.holds(key):
            self.finished += 1
            return
        before, is_whole = self._revisits.count_waiting(), True

        def read_all() -> Iterator[Item]:
            nonlocal is_whole
            try:
                yield from self._warcs.read(file)
            except CutShortError:
                is_whole = False

        for outcome in self._archive_all(read_all(), self._postpone):
            is_whole &= not is_unfinished(outcome)
            yield outcome
        if key is None or not is_whole:
            return
        if self._revisits.count_waiting() == before:
            self._files.note(key)
        else:
            self._waiting[file.source] = key

    def finish(self) -> Iterator[Outcome]:
        """Archive the revisits whose bytes came after them; state those that have none."""
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
            # Only now: what is handed on is in the archive, whatever happens next.
            for outcome in outcomes:
                if outcome is not None and is_read(outcome):
                    yield outcome
                else:
                    self.kept += outcome is not None

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
