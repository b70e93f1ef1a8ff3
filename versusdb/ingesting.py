"""Command: ``ingest`` joins the stages: fetch, archive, parse; then judge, and load.

Every page is in the archive before anything is read from it, and what the archive holds that
was never read (a run was killed in between) is read first. What was read is judged as a whole
before any of it is loaded: a run that reads much worse than the runs before loads nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from db.held import count_held
from db.resolving.counting import count_resolved
from scraper.crawling import MAX_PAGE_BYTES
from scraper.fetching import Fetcher
from versusdb.erasing import erase_forgotten
from versusdb.errors import EngineMissingError
from versusdb.files import resolve_path
from versusdb.gathering import Gathering
from versusdb.judging import check_held_runs, discard_held
from versusdb.reparsing import catch_up
from versusdb.reports import Outcome, count_content, print_ingest
from versusdb.settings import FetchSettings, choose_how, hint_contact, open_client
from versusdb.store import open_store
from versusdb.working import Tools, open_tools, work_on

if TYPE_CHECKING:
    from versusdb.cluster import Cluster


class Settings(FetchSettings, frozen=True, kw_only=True):
    """The options of one ``ingest``, as the ledger keeps them."""

    workers: int | None = None
    keep_free: int = 0
    accept_drift: bool = False
    discard_held: tuple[int, ...] = ()
    engine: str = "local"
    scheduler: str | None = None


def run_ingest(*, db: Path, is_json: bool, **options: Any) -> int:
    """Ingest, print the summary, and return the exit status."""
    settings = Settings(**options)
    with open_tools("Reading", settings.workers) as tools:
        outcome = ingest(db, settings, tools)
    print_ingest(db, outcome, is_json=is_json)
    return outcome.exit_status


def ingest(path: Path, settings: Settings, tools: Tools) -> Outcome:
    """Bring the sources into the database at ``path``; what was done before a stop is kept."""
    progress = tools.progress
    folder = resolve_path(path).parent
    with open_engine(settings, tools) as engine, open_store(path) as store:
        check_held_runs(store.database, settings.discard_held)
        catch_up(
            store,
            path,
            tools,
            accepts_drift=settings.accept_drift,
            keep_free=settings.keep_free,
        )
        with work_on(
            store,
            folder,
            command="ingest",
            settings=settings,
            tools=tools,
            keep_free=settings.keep_free,
        ) as work:
            if settings.discard_held:
                discard_held(store, work.run, settings.discard_held, tools.parse, progress.say)
            with work.gather() as gathering:
                fetcher = _gather(gathering, settings, tools, engine)
            if fetcher.skipped and not fetcher.total and (settings.include or settings.exclude):
                progress.say(
                    f"versusdb: nothing was fetched: of {fetcher.skipped:,} addresses none is "
                    "within --include and --exclude"
                )
            verdict = work.judge(accepts_drift=settings.accept_drift)
            work.load(verdict)
            gathering.count_repeated()
            work.tell(verdict)
            # Once its end is noted, the same command begins another crawl.
            work.resolve()
            fetcher.end()
        # The copies that came of pages that were taken down.
        erase_forgotten(store.database, store.archive)
        return Outcome(
            run=work.run,
            content=count_content(store.database),
            files_ignored=fetcher.ignored,
            pages_skipped=fetcher.skipped,
            records_kept=fetcher.records_kept,
            records_skipped=fetcher.records_skipped,
            files_finished=fetcher.files_finished,
            hosts_blocked=tuple(fetcher.blocked_hosts),
            drift=verdict.drift,
            is_refused=verdict.is_refused,
            pages_held=count_held(store.database).pages,
            pages_reread=gathering.pages_reread,
            pages_forgotten=gathering.pages_forgotten,
            pairs_queued=count_resolved(store.database).queued,
        )


@contextmanager
def open_engine(settings: Settings, tools: Tools) -> Iterator[Cluster | None]:
    """Join the machines that read WARC files; None where this one does it alone."""
    if settings.scheduler is None:
        yield None
        return
    try:
        from versusdb.cluster import Cluster
        from versusdb.scheduler import Scheduler
    except ModuleNotFoundError as error:
        raise EngineMissingError(
            f"--engine dask needs {error.name}, which is not installed",
            remedy="run \"pip install '.[dask]'\" in the folder that versusdb was installed from",
        ) from error
    scheduler = Scheduler(
        settings.scheduler, is_stopping=lambda: tools.stop.is_asked, say=tools.progress.say
    )
    cluster = Cluster(scheduler, site=settings.site, max_bytes=MAX_PAGE_BYTES)
    with closing(cluster):
        yield cluster


def _gather(
    gathering: Gathering, settings: Settings, tools: Tools, engine: Cluster | None
) -> Fetcher:
    """Read what was left, then fetch and read the sources."""
    gathering.read_unread()
    if settings.accept_drift:
        gathering.forget_discarded()
    with open_client(settings) as client:
        fetcher = Fetcher(
            gathering.archive,
            client,
            choose_how(settings),
            is_stopping=lambda: tools.stop.is_asked,
            engine=engine,
        )
        tools.stop.wake = fetcher.wake
        gathering.read_outcomes(fetcher, settings.sources, settings.urls)
    if hint := hint_contact(settings, fetcher.hosts):
        tools.progress.say(hint)
    gathering.read_held(accepts_drift=settings.accept_drift)
    gathering.resolve_unmet(fetcher.mending)
    return fetcher
