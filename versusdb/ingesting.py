"""Command: ``ingest`` joins the stages: fetch, archive, parse, load.

Every page is in the archive before anything is read from it, and what the archive holds that
was never read (a run was killed in between) is read first. Pages are loaded in batches, each
one transaction, so that a crash costs at most the batch in hand, and that is read next time.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from msgspec import Struct
from msgspec.structs import asdict
from sqlite_utils import Database

from db.issues import list_issues, note_problem
from db.ledger import Run, close_run, open_run
from db.loading import is_unknown, list_read
from db.sites import Terms, state_terms
from parsers.reading import parse_page
from parsers.records import Reading, Snapshot, Unknown
from parsers.sites import list_sites
from scraper.addresses import hide_credentials
from scraper.archive import Archive
from scraper.client import Client
from scraper.errors import ArchiveError
from scraper.fetching import Fetcher
from scraper.fetching import Settings as FetchSettings
from scraper.response import Fetched, FetchProblem
from scraper.times import format_time, read_clock
from versusdb import __version__
from versusdb.bugs import Parse, load_pages, read_page
from versusdb.errors import CLEAN, ISSUES, StoppedError
from versusdb.progress import Progress, show_progress
from versusdb.reports import Outcome, count_content, describe_issue, print_ingest
from versusdb.store import Store, open_store
from versusdb.versions import digest_reader

BATCH_PAGES = 20
BATCH_SECONDS = 1.0


class Settings(Struct, frozen=True, kw_only=True):
    """The options of one ``ingest``, as the ledger keeps them."""

    sources: tuple[str, ...]
    site: str | None = None
    observed_at: str | None = None
    delay: float = 1.0
    allow_hosts: tuple[str, ...] = ()
    max_pages: int | None = None


def run_ingest(*, db: Path, is_json: bool, **options: Any) -> int:
    """Ingest, print the summary, and return the exit status."""
    settings = Settings(**options)
    with show_progress("Ingesting") as progress:
        outcome = ingest(db, settings, progress)
    print_ingest(db, outcome, is_json=is_json)
    return ISSUES if outcome.run.counts.issues else CLEAN


def ingest(
    path: Path, settings: Settings, progress: Progress, *, parse: Parse = parse_page
) -> Outcome:
    """Bring the sources into the database at ``path``; what was done before a stop is kept."""
    with open_store(path) as store:
        run = _open_run(store.database, settings)
        ended = "failed"
        try:
            state_terms(store.database, _list_terms())
            loading = _Loading(store, run, progress, parse)
            ignored = _fill(loading, settings)
            ended = "issues" if run.counts.issues else "clean"
        except (KeyboardInterrupt, StoppedError):
            ended = "stopped"
            raise
        finally:
            close_run(store.database, run, status=ended, finished_at=format_time(read_clock()))
        return Outcome(run, count_content(store.database), ignored)


def _fill(loading: _Loading, settings: Settings) -> int:
    """Read what was left, then fetch and read the sources; return how many files are none."""
    loading.read_unread()
    with Client(version=__version__, allow_hosts=settings.allow_hosts) as client:
        how = FetchSettings(
            delay=settings.delay,
            site=settings.site,
            observed_at=settings.observed_at,
            max_pages=settings.max_pages,
        )
        fetcher = Fetcher(loading.archive, client, how)
        loading.read_outcomes(fetcher, settings.sources)
    return fetcher.ignored


class _Loading:
    """One run at work: what it has in hand and has not loaded yet."""

    def __init__(self, store: Store, run: Run, progress: Progress, parse: Parse) -> None:
        self.archive = Archive(store.archive)
        self._database = store.database
        self._run = run
        self._progress = progress
        self._parse = parse
        self._read = list_read(store.database, run.reader_version)
        self._batch: list[tuple[Snapshot, Reading]] = []
        self._since = time.monotonic()

    def read_unread(self) -> None:
        """Read what the archive holds and no run has read: one was killed in between."""
        known = list_read(self._database)
        for snapshot in self.archive.snapshots():
            if snapshot.archive_id in known:
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
                self._take(snapshot, body)
        self._flush()

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
        self._flush()

    def _read_page(self, page: Fetched) -> None:
        if page.snapshot.archive_id not in self._read:
            self._take(page.snapshot, page.body)
            return
        # The same bytes may have come a moment ago, under another name.
        self._flush()
        counts = self._run.counts
        counts.pages_unchanged += 1
        counts.pages_failed += is_unknown(self._database, page.snapshot.archive_id)
        issues = list_issues(self._database, page.snapshot.archive_id)
        counts.issues += len(issues)
        for issue in issues:
            self._progress.say(describe_issue(page.response.source, issue))

    def _take(self, snapshot: Snapshot, body: bytes) -> None:
        reading = read_page(
            body,
            self._progress.say,
            source=snapshot.source,
            address=snapshot.address,
            content_type=snapshot.content_type,
            host=snapshot.site,
            parse=self._parse,
        )
        self._read.add(snapshot.archive_id)
        self._run.counts.pages_failed += isinstance(reading.record, Unknown)
        for issue in reading.record.issues:
            self._progress.say(describe_issue(snapshot.source, issue))
        self._batch.append((snapshot, reading))
        if len(self._batch) >= BATCH_PAGES or time.monotonic() - self._since >= BATCH_SECONDS:
            self._flush()

    def _note_problem(self, problem: FetchProblem) -> None:
        self._run.counts.pages_failed += 1
        self._progress.say(f"{problem.message} [{problem.code}]")
        note_problem(
            self._database,
            self._run,
            code=problem.code,
            source=problem.source,
            address=problem.address,
            message=problem.message,
            at=format_time(read_clock()),
        )

    def _flush(self) -> None:
        if self._batch:
            load_pages(self._database, self._run, self._batch, self._progress.say)
            self._batch = []
        self._since = time.monotonic()


def _open_run(database: Database, settings: Settings) -> Run:
    return open_run(
        database,
        command="ingest",
        started_at=format_time(read_clock()),
        settings={
            **asdict(settings),
            "sources": [hide_credentials(source) for source in settings.sources],
        },
        code_version=__version__,
        reader_version=digest_reader(),
    )


def _list_terms() -> list[Terms]:
    return [
        Terms(
            site=site.host,
            name=site.name,
            attribution=site.attribution,
            terms=site.terms,
            terms_url=site.terms_url,
            citation=site.citation,
        )
        for site in list_sites()
    ]
