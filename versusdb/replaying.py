"""Command: ``issues --replay`` tries what is in quarantine again.

Pages that did not read cleanly are read from the archive by today's reader, also when it is the
one that failed; what could not be fetched is asked for as ``ingest`` does it. A page whose reading
brings an issue that it had not before is left as it was: it is no better, and ``reparse`` judges
it together with all others.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from msgspec.structs import replace
from pyroaring import BitMap64

from db.bitmaps import collect_rows
from db.held import list_discarded, list_held_pages
from db.issues import OpenIssue, list_issues, list_open, list_showing
from db.loading import list_unknown
from parsers.records import Reading
from scraper.addresses import is_site
from scraper.crawling import SITEMAP_PATH
from scraper.fetching import Fetcher
from scraper.mending import OF_SITEMAPS
from versusdb.bugs import load_pages
from versusdb.erasing import erase_forgotten
from versusdb.errors import FileRefusedError
from versusdb.files import DATABASE, inspect_file, resolve_path
from versusdb.gathering import Gathering
from versusdb.judging import BATCH_PAGES
from versusdb.listing_issues import Filter, check_code
from versusdb.reparsing import catch_up
from versusdb.replayed import Replayed, print_replay
from versusdb.settings import FetchSettings, choose_how, hint_contact, open_client
from versusdb.spool import Lot
from versusdb.store import open_store, require_archive
from versusdb.working import Tools, Work, open_tools, work_on

# What the archive could not give, though it had it.
OF_ARCHIVE = frozenset({"body_missing", "body_corrupt", "snapshot_broken"})
# What is mended where it was written, and never by asking again.
OF_WRITING = frozenset({"address_refused", "revisit_unresolved"})
# One line for all that a host had left: the command that met it goes on with all of it.
OF_HOSTS = frozenset({"host_blocked", "host_down", "postponed", "robots_unavailable"})
LEFT = OF_ARCHIVE | OF_WRITING | OF_HOSTS | OF_SITEMAPS


class Settings(FetchSettings, frozen=True, kw_only=True):
    """The options of one replay, as the ledger keeps them; ``sources`` are what it asks for."""

    workers: int | None = None
    keep_free: int = 0
    code: str | None = None
    stage: str | None = None
    run: int | None = None


def run_replay(*, db: Path, chosen: Filter, is_json: bool, **options: Any) -> int:
    """Try again, print what became of it, and return the exit status."""
    settings = Settings(code=chosen.code, stage=chosen.stage, run=chosen.run, **options)
    with open_tools("Reading", settings.workers) as tools:
        replayed = replay(db, settings, tools)
    print_replay(db, replayed, is_json=is_json)
    return replayed.exit_status


def replay(path: Path, settings: Settings, tools: Tools) -> Replayed:
    """Try the open issues that the settings choose again; what was done before a stop is kept."""
    folder = resolve_path(path).parent
    require_archive(path)
    if inspect_file(resolve_path(path), DATABASE) == 0:
        raise FileRefusedError(
            "there is no database here, so no issue is known",
            where=path,
            remedy="'versusdb reparse --apply' makes one from its archive",
        )
    with open_store(path) as store, Lot(folder) as again:
        database = store.database
        check_code(database, settings.code)
        # What the reader of today heals at once is healed by this command, too.
        met = list_open(database)
        caught_up = catch_up(store, path, tools, accepts_drift=False, keep_free=settings.keep_free)
        chosen = list_open(database, code=settings.code, stage=settings.stage, run_id=settings.run)
        sources = choose_sources(chosen)
        settings = replace(settings, sources=sources)
        with work_on(
            store,
            folder,
            command="issues",
            settings=settings,
            tools=tools,
            keep_free=settings.keep_free,
        ) as work:
            with work.gather() as gathering:
                fetcher = _gather(gathering, settings, tools)
                gathering.read_again(again, _choose_pages(work, gathering, chosen))
                gathering.read_held(accepts_drift=False)
            verdict = work.judge()
            work.load(verdict)
            pages_kept = _load_better(work, again)
            gathering.resolve_unmet(fetcher.mending)
            gathering.count_repeated()
            work.tell(verdict)
            fetcher.end()
        erase_forgotten(database, store.archive)
        return Replayed.make(
            store,
            work.run,
            met=met,
            chosen=chosen,
            sources=sources,
            pages_reread=caught_up + len(again),
            pages_kept=pages_kept,
            verdict=verdict,
            hosts_blocked=tuple(fetcher.blocked_hosts),
        )


def choose_sources(issues: Sequence[OpenIssue]) -> tuple[str, ...]:
    """Return what is to be fetched again: pages by their address, and files that are there now.

    A site or a sitemap is not: all that it lists would come with it. Nor is what a host had left:
    its issue would be over with the first page of many.
    """
    sources = []
    for issue in issues:
        if issue.stage != "fetch" or issue.code in LEFT:
            continue
        if issue.url is None:
            is_meant = Path(issue.subject).is_file()
        else:
            is_meant = not is_site(issue.url) and not SITEMAP_PATH.search(issue.url)
        if is_meant:
            sources.append(issue.subject)
    return tuple(dict.fromkeys(sources))


def _gather(gathering: Gathering, settings: Settings, tools: Tools) -> Fetcher:
    """Read what was left, then fetch what could not be fetched."""
    gathering.read_unread()
    with open_client(settings) as client:
        fetcher = Fetcher(
            gathering.archive,
            client,
            choose_how(settings),
            is_stopping=lambda: tools.stop.is_asked,
        )
        tools.stop.wake = fetcher.wake
        gathering.read_outcomes(fetcher, settings.sources, settings.urls)
    if hint := hint_contact(settings, fetcher.hosts):
        tools.progress.say(hint)
    return fetcher


def _choose_pages(work: Work, gathering: Gathering, issues: Sequence[OpenIssue]) -> BitMap64:
    """Return the archive rows to read again; what waits for the operator's word does."""
    database = work.store.database
    pages = list_showing(database, (issue.issue_id for issue in issues if issue.stage != "fetch"))
    damaged = {issue.subject for issue in issues if issue.code in OF_ARCHIVE}
    if damaged:
        pages |= collect_rows(
            snapshot.archive_id
            for snapshot in gathering.archive.snapshots()
            if not damaged.isdisjoint({snapshot.source, snapshot.address})
        )
    return pages - list_held_pages(database) - list_discarded(database)


def _load_better(work: Work, again: Lot) -> int:
    """Load the pages that read no worse than before; return how many were left as they were."""
    database, tools = work.store.database, work.tools
    kept = loaded = 0
    for batch in again.list_batches(BATCH_PAGES):
        ids = [snapshot.archive_id for snapshot, _ in batch]
        before: dict[int, set[tuple[str, str]]] = {}
        for archive_id, issue in list_issues(database, ids):
            before.setdefault(archive_id, set()).add((issue.code, issue.field))
        unknown = list_unknown(database, ids)
        better = [
            (snapshot, reading)
            for snapshot, reading in batch
            if snapshot.archive_id in unknown
            or _name_issues(reading) <= before.get(snapshot.archive_id, set())
        ]
        loaded += sum(len(reading.record.issues) for _, reading in better)
        load_pages(database, work.run, better, tools.progress.say)
        kept += len(batch) - len(better)
        tools.stop.check()
        work.guard()
    # Those of the pages that were loaded are counted.
    work.run.counts.issues += again.issues - loaded
    return kept


def _name_issues(reading: Reading) -> set[tuple[str, str]]:
    return {(issue.code, issue.field) for issue in reading.record.issues}
