"""Command: ``ingest`` joins the stages: fetch, archive, parse; then judge, and load.

Every page is in the archive before anything is read from it, and what the archive holds that
was never read (a run was killed in between) is read first. What was read is judged as a whole
before any of it is loaded: a run that reads much worse than the runs before loads nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

from msgspec.structs import asdict
from sqlite_utils import Database

from db.held import count_held
from db.ledger import Run, close_run, open_run
from db.sites import Terms, state_terms
from parsers.reading import parse_page
from parsers.sites import list_sites
from scraper.addresses import hide_credentials
from scraper.fetching import Fetcher
from scraper.showing import show_text
from scraper.times import format_time, read_clock
from versusdb import __version__
from versusdb.bugs import Parse, Say
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
from versusdb.reading_ahead import ReadAhead
from versusdb.reports import Outcome, count_content, print_ingest
from versusdb.settings import FetchSettings, choose_how, hint_contact, open_client
from versusdb.space import check_space
from versusdb.spool import Lot
from versusdb.stopping import Stop, stop_in_two_steps
from versusdb.store import open_store
from versusdb.versions import digest_reader
from versusdb.worker import Worker


class Settings(FetchSettings, frozen=True, kw_only=True):
    """The options of one ``ingest``, as the ledger keeps them."""

    keep_free: int = 0
    accept_drift: bool = False
    discard_held: tuple[int, ...] = ()


def run_ingest(*, db: Path, is_json: bool, **options: Any) -> int:
    """Ingest, print the summary, and return the exit status."""
    settings = Settings(**options)
    with (
        Worker() as worker,
        show_progress("Reading") as progress,
        stop_in_two_steps() as stop,
    ):
        stop.say = progress.say
        outcome = ingest(
            db, settings, progress, parse=worker.parse, expect=worker.expect, stop=stop
        )
    print_ingest(db, outcome, is_json=is_json)
    return outcome.exit_status


def ingest(
    path: Path,
    settings: Settings,
    progress: Progress,
    *,
    parse: Parse = parse_page,
    expect: Callable[..., None] | None = None,
    stop: Stop | None = None,
) -> Outcome:
    """Bring the sources into the database at ``path``; what was done before a stop is kept.

    ``parse`` reads a page, and ``expect`` is told before which ones it is to read next.
    """
    stop = stop or Stop()
    folder = resolve_path(path).parent

    def guard() -> None:
        check_space(folder, settings.keep_free)

    with open_store(path) as store, Lot(folder) as own, Lot(folder) as held:
        check_held_runs(store.database, settings.discard_held)
        run = _open_run(store.database, settings)
        verdict: Verdict | None = None
        ended = "failed"
        try:
            # Before the first request, too.
            guard()
            state_terms(store.database, _list_terms())
            if settings.discard_held:
                discard_held(store, run, settings.discard_held, parse, progress.say)
            with closing(ReadAhead(parse, expect)) as ahead:
                gathering = Gathering(
                    store, run, progress, ahead, own, held, stop=stop, guard=guard
                )
                fetcher = _gather(gathering, settings, stop, progress.say)
            if fetcher.skipped and not fetcher.total and (settings.include or settings.exclude):
                progress.say(
                    f"versusdb: nothing was fetched: of {fetcher.skipped:,} addresses none is "
                    "within --include and --exclude"
                )
            verdict = judge_run(store.database, run, own, held, accepts_drift=settings.accept_drift)
            for _ in load_lots(store.database, run, verdict, progress):
                stop.check()
                guard()
            gathering.count_repeated()
            tell_verdict(store.database, run, own, verdict, progress.say)
            fetcher.end()
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
            files_ignored=fetcher.ignored,
            pages_skipped=fetcher.skipped,
            records_kept=fetcher.records_kept,
            records_skipped=fetcher.records_skipped,
            hosts_blocked=tuple(fetcher.blocked_hosts),
            drift=verdict.drift,
            is_refused=verdict.is_refused,
            pages_held=count_held(store.database).pages,
            pages_reread=gathering.pages_reread,
            pages_forgotten=gathering.pages_forgotten,
        )


def _gather(gathering: Gathering, settings: Settings, stop: Stop, say: Say) -> Fetcher:
    """Read what was left, then fetch and read the sources."""
    gathering.read_unread()
    if settings.accept_drift:
        gathering.forget_discarded()
    with open_client(settings) as client:
        fetcher = Fetcher(
            gathering.archive, client, choose_how(settings), is_stopping=lambda: stop.is_asked
        )
        stop.wake = fetcher.wake
        gathering.read_outcomes(fetcher, settings.sources, settings.urls)
    if hint := hint_contact(settings, fetcher.hosts):
        say(hint)
    gathering.read_held(accepts_drift=settings.accept_drift)
    gathering.resolve_unmet(fetcher.mending)
    return fetcher


def _name_end(run: Run, verdict: Verdict) -> str:
    if verdict.is_refused:
        return "failed"
    return "issues" if run.counts.issues else "clean"


def _open_run(database: Database, settings: Settings) -> Run:
    return open_run(
        database,
        command="ingest",
        started_at=format_time(read_clock()),
        settings={name: _keep(value) for name, value in asdict(settings).items()},
        code_version=__version__,
        reader_version=digest_reader(),
    )


def _keep(setting: object) -> object:
    """Return a setting as it may be kept: as text, and without a password."""
    if isinstance(setting, str):
        return show_text(hide_credentials(setting))
    return tuple(map(_keep, setting)) if isinstance(setting, tuple) else setting


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
