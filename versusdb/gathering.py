"""Command: the first half of ``ingest``: fetch, archive, parse; nothing is loaded yet.

What the archive holds that was never read (a run was killed in between) belongs to the run as
if it had fetched it. Pages that a refused run read are a lot of their own: they are read again
when there is another reader, or when the operator accepts them, and cannot get in the way of a
run on other pages.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import closing

from pyroaring import BitMap64
from sqlite_utils import Database

from db.confirming import confirm_pages
from db.held import list_discarded, list_held_pages
from db.issues import list_issues, note_problem, resolve_unmet
from db.ledger import Run
from db.loading import list_read, list_unknown
from parsers.records import Issue, Read, Snapshot
from scraper.archive import Archive
from scraper.errors import ArchiveError, ForgottenError
from scraper.fetching import Fetcher
from scraper.mending import Mending
from scraper.response import Fetched, FetchProblem
from scraper.times import format_time, read_clock
from scraper.tombstones import bury_copy, has_tombstones, is_copy
from scraper.warc.finished import forget_finished
from versusdb.progress import Progress
from versusdb.reading_ahead import Page, ReadAhead
from versusdb.reports import describe_issue
from versusdb.spool import Lot
from versusdb.stopping import Stop
from versusdb.store import Store
from versusdb.watching import HostWatch

AT_ONCE = 200


class Gathering:
    """One run at work: ``own`` are its pages, ``held`` those of refused runs before it.

    Pages are read while the next ones are fetched, and put into their lots in the order in which
    they came. Each is counted once: ``pages_reread`` are those that were in the archive before, and
    that it could read; ``pages_forgotten`` were taken down, and are left alone.
    """

    def __init__(
        self,
        store: Store,
        run: Run,
        progress: Progress,
        ahead: ReadAhead,
        own: Lot,
        held: Lot,
        *,
        stop: Stop,
        guard: Callable[[], None],
    ) -> None:
        """Take where pages come from, and the lots that they are put into.

        ``guard`` is called between pages, and raises what ends the run.
        """
        self._stop = stop
        self._guard = guard
        self._ahead = ahead
        self.archive = Archive(store.archive)
        self.own = own
        self.held = held
        self.pages_reread = 0
        self.pages_forgotten = 0
        bury = _find_copy if store.is_trial else bury_copy
        # Asked of every page; nothing is taken down while a run is at work but its copies.
        self._bury = bury if has_tombstones(store.archive) else lambda *_: False
        self._database = store.database
        self._run = run
        self._progress = progress
        self._read = list_read(store.database, run.reader_version)
        self._taken = BitMap64()
        # Of the pages that were in the archive before, those that no source has named yet.
        self._left = BitMap64()
        self._earlier = BitMap64()
        # On disk, once they are many: pages that came again, and the names that they came under.
        self._database.conn.execute("DROP TABLE IF EXISTS temp.repeated")
        self._database.conn.execute("CREATE TEMP TABLE repeated (archive_id, source)")
        self._unchanged: list[tuple[Snapshot, int]] = []
        self._known: list[tuple[int, str]] = []

    def read_unread(self) -> None:
        """Read what the archive holds and no run has read: one was killed in between."""
        known = list_read(self._database) | list_held_pages(self._database)
        self._read_archive(self.own, lambda archive_id: archive_id not in known)

    def read_again(self, lot: Lot, archive_ids: BitMap64) -> None:
        """Read these pages of the archive, whoever has, as far as this run has not."""
        wanted = archive_ids - self._taken
        self._read_archive(lot, wanted.__contains__, len(wanted))

    def forget_discarded(self) -> None:
        """Take the pages that were discarded for unread, if they come, as finished files may."""
        discarded = list_discarded(self._database)
        if discarded:
            self._read -= discarded
            forget_finished(self.archive.database)

    def read_outcomes(self, fetcher: Fetcher, sources: Sequence[str], lists: Sequence[str]) -> None:
        """Read every page as it comes, of the sources and of the lists of addresses."""
        self._progress.begin("Reading")
        counts, done = self._run.counts, 0
        fetcher.watch = HostWatch(fetcher, self._progress).look
        # Closed here and now, so that the archive is left in order whatever happens.
        with closing(fetcher.fetch(sources, lists)) as outcomes:
            for outcome in outcomes:
                if isinstance(outcome, FetchProblem):
                    done += outcome.pages
                    self._note_problem(outcome)
                else:
                    done += 1
                    counts.pages_fetched += outcome.is_new
                    self._read_page(outcome)
                self._tell_done(done, fetcher)
                self._guard()
        # Where a WARC file broke off, only now is it known that no more comes.
        self._tell_done(done, fetcher)
        self._stop.check()
        self._confirm()
        self.finish()

    def resolve_unmet(self, mending: Mending) -> None:
        """Resolve what earlier runs met, and this one did not though it went through there."""
        resolve_unmet(self._database, mending.is_over, format_time(read_clock()))

    def read_held(self, *, accepts_drift: bool) -> None:
        """Read what refused runs have left, if this reader has not or if all is accepted."""
        reader = None if accepts_drift else self._run.reader_version
        waiting = list_held_pages(self._database, except_reader=reader) - self._taken
        if waiting:
            self._read_archive(self.held, waiting.__contains__, len(waiting))

    def finish(self) -> None:
        """Wait for all pages that are being read."""
        self._collect(all_of_them=True)

    def count_repeated(self) -> None:
        """Count the pages that came under several names, now that the first ones are loaded."""
        rows = self._database.conn.execute("SELECT * FROM repeated ORDER BY rowid")
        while repeated := rows.fetchmany(AT_ONCE):
            self._count_unchanged(repeated)

    def _tell_done(self, done: int, fetcher: Fetcher) -> None:
        expected = fetcher.expected
        self._progress.advance(done, expected, is_estimate=expected != fetcher.total)

    def _read_archive(
        self, lot: Lot, is_wanted: Callable[[int], bool], total: int | None = None
    ) -> None:
        self._progress.begin("Reading the archive")
        done = 0
        for snapshot in self.archive.snapshots():
            if not is_wanted(snapshot.archive_id):
                continue
            done += 1
            self._progress.advance(done, total)
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
                self._left.add(snapshot.archive_id)
                self._earlier.add(snapshot.archive_id)
                self._take(lot, snapshot, body)
            self._stop.check()
            self._guard()
        self.finish()

    def _read_page(self, page: Fetched) -> None:
        archive_id = page.snapshot.archive_id
        if archive_id in self._left:
            # This run has read and counted it already.
            self._left.remove(archive_id)
        elif archive_id in self._taken:
            row = (archive_id, page.response.source)
            self._database.conn.execute("INSERT INTO repeated VALUES (?, ?)", row)
        elif archive_id in self._read:
            self._known.append((archive_id, page.response.source))
            if len(self._known) >= AT_ONCE:
                self._confirm()
        elif page.is_new and page.same_as is not None:
            self._taken.add(archive_id)
            self._unchanged.append((page.snapshot, page.same_as))
            if len(self._unchanged) >= AT_ONCE:
                self._confirm()
        else:
            if not page.is_new:
                self._earlier.add(archive_id)
            # Of a 304, and of what was fetched before a stop, the bytes are in the archive.
            body = page.body or self.archive.read(page.snapshot.sha256)
            self._take(self.own, page.snapshot, body, page.read)

    def _confirm(self) -> None:
        """Note the observations of unchanged pages; read those that cannot do without."""
        known, self._known = self._known, []
        self._count_unchanged(known)
        unchanged, self._unchanged = self._unchanged, []
        left = confirm_pages(self._database, self._run, unchanged)
        for snapshot in left:
            self._take(self.own, snapshot, self.archive.read(snapshot.sha256))
        to_read = {snapshot.archive_id for snapshot in left}
        confirmed = [
            (snapshot.archive_id, snapshot.source)
            for snapshot, _ in unchanged
            if snapshot.archive_id not in to_read
        ]
        self._count_unchanged(confirmed)

    def _count_unchanged(self, pages: Sequence[tuple[int, str]]) -> None:
        """Count pages that were read before, each with the source that it came from now."""
        counts, archive_ids = self._run.counts, [archive_id for archive_id, _ in pages]
        unknown = list_unknown(self._database, archive_ids)
        failed = sum(archive_id in unknown for archive_id in archive_ids)
        counts.pages_seen += len(pages)
        counts.pages_failed += failed
        counts.pages_unchanged += len(pages) - failed
        issues: dict[int, list[Issue]] = {}
        for archive_id, issue in list_issues(self._database, archive_ids):
            issues.setdefault(archive_id, []).append(issue)
        for archive_id, source in pages:
            for issue in issues.get(archive_id, ()):
                counts.issues += 1
                self._progress.say(describe_issue(source, issue))

    def _take(self, lot: Lot, snapshot: Snapshot, body: bytes, read: Read | None = None) -> None:
        self._taken.add(snapshot.archive_id)
        self._ahead.put(Page(lot, snapshot, body, read))
        self._collect()

    def _collect(self, *, all_of_them: bool = False) -> None:
        """Put the pages that are read by now into their lots."""
        for page in self._ahead.take(all_of_them=all_of_them):
            for line in page.lines:
                self._progress.say(line)
            if self._is_forgotten(page.snapshot, page.read.url):
                continue
            self._run.counts.pages_seen += 1
            if page.read.is_unknown:
                self._run.counts.pages_failed += 1
            elif page.snapshot.archive_id in self._earlier:
                self.pages_reread += 1
            for issue in page.read.issues:
                self._progress.say(describe_issue(page.snapshot.source, issue))
            page.lot.add(page.snapshot, page.read)

    def _is_forgotten(self, snapshot: Snapshot, url: str | None) -> bool:
        """Take a page down that says it is at an address that was; tell if it is."""
        if not self._bury(self.archive.database, url, snapshot.sha256):
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
            self.pages_forgotten += problem.pages
            return
        self._run.counts.pages_seen += problem.pages
        self._run.counts.pages_failed += problem.pages
        note_problem(
            self._database,
            self._run,
            code=problem.code,
            source=problem.source,
            address=problem.address,
            message=problem.message,
            at=format_time(read_clock()),
        )


def _find_copy(archive: Database, url: str | None, sha256: str) -> bool:
    """Tell whether a page is to be taken down, and leave that to a run that may write."""
    return is_copy(archive, url)
