"""Command: ``ingest`` joins the stages: fetch, archive, parse; then judge, and load.

Every page is in the archive before anything is read from it, and what the archive holds that
was never read (a run was killed in between) is read first. What was read is judged as a whole
before any of it is loaded: a run that reads much worse than the runs before loads nothing.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from msgspec import Struct
from msgspec.structs import asdict
from sqlite_utils import Database

from db.held import count_held
from db.ledger import Run, close_run, open_run
from db.sites import Terms, state_terms
from parsers.reading import parse_page
from parsers.sites import list_sites
from scraper.addresses import hide_credentials
from scraper.client import Client
from scraper.fetching import Fetcher
from scraper.fetching import Settings as FetchSettings
from scraper.times import format_time, read_clock
from versusdb import __version__
from versusdb.bugs import Parse
from versusdb.erasing import erase_forgotten
from versusdb.errors import StoppedError
from versusdb.files import resolve_path
from versusdb.gathering import Gathering
from versusdb.judging import (
    Verdict,
    check_held_runs,
    discard_held,
    judge_run,
    keep_unfinished,
    load_lots,
    tell_verdict,
)
from versusdb.progress import Progress, show_progress
from versusdb.reports import Outcome, count_content, print_ingest
from versusdb.spool import Lot
from versusdb.store import open_store
from versusdb.versions import digest_reader
from versusdb.worker import Worker


class Settings(Struct, frozen=True, kw_only=True):
    """The options of one ``ingest``, as the ledger keeps them."""

    sources: tuple[str, ...]
    site: str | None = None
    observed_at: str | None = None
    delay: float = 1.0
    allow_hosts: tuple[str, ...] = ()
    max_pages: int | None = None
    accept_drift: bool = False
    discard_held: tuple[int, ...] = ()


def run_ingest(*, db: Path, is_json: bool, **options: Any) -> int:
    """Ingest, print the summary, and return the exit status."""
    settings = Settings(**options)
    with Worker() as worker, show_progress("Reading") as progress:
        outcome = ingest(db, settings, progress, parse=worker.parse)
    print_ingest(db, outcome, is_json=is_json)
    return outcome.exit_status


def ingest(
    path: Path, settings: Settings, progress: Progress, *, parse: Parse = parse_page
) -> Outcome:
    """Bring the sources into the database at ``path``; what was done before a stop is kept."""
    with open_store(path) as store, _open_lot(path) as own, _open_lot(path) as held:
        check_held_runs(store.database, settings.discard_held)
        run = _open_run(store.database, settings)
        verdict: Verdict | None = None
        ended = "failed"
        try:
            state_terms(store.database, _list_terms())
            if settings.discard_held:
                discard_held(store, run, settings.discard_held, parse, progress.say)
            gathering = Gathering(store, run, progress, parse, own, held)
            ignored = _gather(gathering, settings)
            verdict = judge_run(store.database, run, own, held, accepts_drift=settings.accept_drift)
            load_lots(store.database, run, verdict, progress)
            gathering.count_repeated()
            tell_verdict(store.database, run, own, verdict, progress.say)
            ended = _name_end(run, verdict)
        except (KeyboardInterrupt, StoppedError):
            ended = "stopped"
            if verdict is None:
                keep_unfinished(store.database, run, own)
            raise
        finally:
            close_run(store.database, run, status=ended, finished_at=format_time(read_clock()))
        # The copies that came of pages that were taken down.
        erase_forgotten(store.database, store.archive)
        return Outcome(
            run=run,
            content=count_content(store.database),
            files_ignored=ignored,
            drift=verdict.drift,
            is_refused=verdict.is_refused,
            pages_held=count_held(store.database).pages,
            pages_reread=gathering.pages_reread,
            pages_left=gathering.pages_left,
            pages_forgotten=gathering.pages_forgotten,
        )


def _open_lot(path: Path) -> Lot:
    # Beside the database there is room, and it may be written.
    return Lot(resolve_path(path).parent)


def _gather(gathering: Gathering, settings: Settings) -> int:
    """Read what was left, then fetch and read the sources; return how many files are none."""
    gathering.read_unread()
    if settings.accept_drift:
        gathering.forget_discarded()
    with Client(version=__version__, allow_hosts=settings.allow_hosts) as client:
        how = FetchSettings(
            delay=settings.delay,
            site=settings.site,
            observed_at=settings.observed_at,
            max_pages=settings.max_pages,
        )
        fetcher = Fetcher(gathering.archive, client, how)
        gathering.read_outcomes(fetcher, settings.sources)
    gathering.read_held(accepts_drift=settings.accept_drift)
    return fetcher.ignored


def _name_end(run: Run, verdict: Verdict) -> str:
    if verdict.is_refused:
        return "failed"
    return "issues" if run.counts.issues else "clean"


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
