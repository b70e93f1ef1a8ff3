"""Command: the first half of ``ingest``: fetch, archive, parse; nothing is loaded yet.

What the archive holds that was never read (a run was killed in between) belongs to the run as
if it had fetched it. Pages that a refused run read are a lot of their own: they are read again
when there is another reader, or when the operator accepts them, and cannot get in the way of a
run on other pages.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from db.held import list_discarded, list_held_pages
from db.issues import list_issues, note_problem
from db.ledger import Run
from db.loading import is_unknown, list_read
from parsers.coverage import measure_page
from parsers.records import Coverage, Reading, Snapshot, Unknown
from scraper.archive import Archive
from scraper.errors import ArchiveError, ForgottenError
from scraper.fetching import Fetcher
from scraper.response import Fetched, FetchProblem
from scraper.times import format_time, read_clock
from scraper.tombstones import bury_copy
from versusdb.bugs import Parse, read_page
from versusdb.progress import Progress
from versusdb.reports import describe_issue
from versusdb.spool import Lot, check_reading
from versusdb.store import Store


class Gathering:
    """One run at work: ``own`` are its pages, ``held`` those of refused runs before it.

    ``pages_reread`` counts the pages that it read and that were in the archive before; of these,
    ``pages_left`` no source has named. ``pages_forgotten`` were taken down, and are left alone.
    """

    def __init__(
        self, store: Store, run: Run, progress: Progress, parse: Parse, own: Lot, held: Lot
    ) -> None:
        """Take where pages come from, and the lots that they are put into."""
        self.archive = Archive(store.archive)
        self.own = own
        self.held = held
        self.pages_reread = 0
        self.pages_left = 0
        self.pages_forgotten = 0
        self._database = store.database
        self._run = run
        self._progress = progress
        self._parse = parse
        self._read = list_read(store.database, run.reader_version)
        self._taken: set[int] = set()
        self._repeated: list[tuple[int, str]] = []

    def read_unread(self) -> None:
        """Read what the archive holds and no run has read: one was killed in between."""
        known = list_read(self._database) | list_held_pages(self._database)
        self._read_archive(self.own, lambda archive_id: archive_id not in known)

    def forget_discarded(self) -> None:
        """Take the pages that were discarded for unread, if they come."""
        self._read -= list_discarded(self._database)

    def read_outcomes(self, fetcher: Fetcher, sources: Sequence[str]) -> None:
        """Read every page as it comes."""
        counts = self._run.counts
        for outcome in fetcher.fetch(sources):
            counts.pages_seen += 1
            if isinstance(outcome, FetchProblem):
                self._note_problem(outcome)
            else:
                counts.pages_fetched += outcome.is_new
                self._read_page(outcome)
            self._progress.advance(counts.pages_seen, fetcher.total)

    def read_held(self, *, accepts_drift: bool) -> None:
        """Read what refused runs have left, if this reader has not or if all is accepted."""
        reader = None if accepts_drift else self._run.reader_version
        waiting = list_held_pages(self._database, except_reader=reader) - self._taken
        if waiting:
            self._read_archive(self.held, waiting.__contains__)

    def count_repeated(self) -> None:
        """Count the pages that came under several names, now that the first ones are loaded."""
        for archive_id, source in self._repeated:
            self._count_unchanged(archive_id, source)

    def _read_archive(self, lot: Lot, is_wanted: Callable[[int], bool]) -> None:
        for snapshot in self.archive.snapshots():
            if not is_wanted(snapshot.archive_id):
                continue
            try:
                body = self.archive.read(snapshot.sha256)
            except ArchiveError as error:
                problem = FetchProblem(
                    code=error.code,
                    source=snapshot.source,
                    address=snapshot.address,
                    message=f"{snapshot.source}: {error}",
                )
                self._note_problem(problem)
            else:
                self.pages_reread += 1
                self.pages_left += 1
                self._take(lot, snapshot, body)

    def _read_page(self, page: Fetched) -> None:
        archive_id = page.snapshot.archive_id
        if archive_id in self._taken:
            self._repeated.append((archive_id, page.response.source))
        elif archive_id in self._read:
            self._count_unchanged(archive_id, page.response.source)
        else:
            self.pages_reread += not page.is_new
            self._take(self.own, page.snapshot, page.body)

    def _count_unchanged(self, archive_id: int, source: str) -> None:
        counts = self._run.counts
        counts.pages_unchanged += 1
        counts.pages_failed += is_unknown(self._database, archive_id)
        issues = list_issues(self._database, archive_id)
        counts.issues += len(issues)
        for issue in issues:
            self._progress.say(describe_issue(source, issue))

    def _take(self, lot: Lot, snapshot: Snapshot, body: bytes) -> None:
        coverages: tuple[Coverage, ...] = ()

        def parse(body: bytes, **known: Any) -> Reading:
            """Read a page, with all that a bug may keep from being done with the reading."""
            nonlocal coverages
            reading = check_reading(self._parse(body, **known))
            coverages = measure_page(snapshot, reading)
            return reading

        reading = read_page(
            body,
            self._progress.say,
            source=snapshot.source,
            address=snapshot.address,
            content_type=snapshot.content_type,
            host=snapshot.site,
            parse=parse,
        )
        self._taken.add(snapshot.archive_id)
        if self._is_forgotten(snapshot, reading.record.url):
            return
        self._run.counts.pages_failed += isinstance(reading.record, Unknown)
        for issue in reading.record.issues:
            self._progress.say(describe_issue(snapshot.source, issue))
        lot.add(snapshot, reading, coverages or measure_page(snapshot, reading))

    def _is_forgotten(self, snapshot: Snapshot, url: str | None) -> bool:
        """Take a page down that says it is at an address that was; tell if it is."""
        if not bury_copy(self.archive.database, url, snapshot.sha256):
            return False
        message = f"{snapshot.source}: a copy of a page that was taken down; it goes as well"
        problem = FetchProblem(
            code=ForgottenError.code,
            source=snapshot.source,
            address=snapshot.address,
            message=message,
        )
        self._note_problem(problem)
        return True

    def _note_problem(self, problem: FetchProblem) -> None:
        self._progress.say(f"{problem.message} [{problem.code}]")
        if problem.code == ForgottenError.code:
            # On purpose: it is no issue, in no night to come.
            self.pages_forgotten += 1
            return
        self._run.counts.pages_failed += 1
        note_problem(
            self._database,
            self._run,
            code=problem.code,
            source=problem.source,
            address=problem.address,
            message=problem.message,
            at=format_time(read_clock()),
        )
