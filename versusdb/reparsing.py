"""Command: ``reparse`` reads the archive again with today's reader, and shows what that changes.

Nothing is written until it is applied: the work is done on a copy of the database, and the views
of both are compared. Applied, the same reading goes into the database itself, and the copy keeps
what was before. Either way pages are gathered, judged and loaded as ``ingest`` does it; nothing is
fetched.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import click
from msgspec import Struct
from sqlite_utils import Database

from db.comparing import compare_databases
from db.held import count_held
from db.ledger import Run
from db.loading import has_other_readings
from db.recomputing import unread_damaged
from db.settling import settle_all
from versusdb.differences import Sums, sum_up
from versusdb.erasing import erase_forgotten
from versusdb.errors import REMEDIES, ChecksFailedError, FileDamagedError
from versusdb.files import DATABASE, inspect_file, open_in_memory, resolve_path
from versusdb.judging import Verdict
from versusdb.reports import count_content
from versusdb.retelling import Retold, print_reparse
from versusdb.scratch import copy_database
from versusdb.stale import find_stale, share_with_copies
from versusdb.stopping import Stop
from versusdb.store import Store, open_store, open_trial, require_archive
from versusdb.versions import digest_reader
from versusdb.working import Batch, Tools, Work, open_tools, work_on

# What a page shows that was read before is computed anew from all that was ever seen of it, once a
# batch: the fewer batches, the better, as long as one fits into memory.
BATCH_PAGES = 1000


class Settings(Struct, frozen=True, kw_only=True):
    """The options of one ``reparse``, as the ledger keeps them."""

    all: bool = False
    apply: bool = False
    workers: int | None = None
    accept_drift: bool = False
    keep_free: int = 0


def run_reparse(*, db: Path, is_json: bool, listing: Path | None, **options: Any) -> int:
    """Read again, print what differs, and return the exit status."""
    settings = Settings(**options)
    with write_lines(listing) as write, open_tools("Reading", settings.workers) as tools:
        retold = reparse(db, settings, tools, write)
    print_reparse(db, retold, is_json=is_json)
    return retold.exit_status


def reparse(
    path: Path,
    settings: Settings,
    tools: Tools,
    write: Callable[[str], object] | None = None,
) -> Retold:
    """Read what this reader has not read, compute all anew, and compare.

    ``write`` takes each difference. What was applied before a stop is kept, and the same command
    goes on.
    """
    folder = resolve_path(path).parent
    with _open_both(path, settings) as (store, before, after):
        with work_on(
            store,
            folder,
            command="reparse",
            settings=settings,
            tools=tools,
            keep_free=settings.keep_free,
        ) as work:
            refuse_dangling(path, store.database)
            unread_damaged(store.database)
            verdict, reread = _read_again(
                work, accepts_drift=settings.accept_drift, has_all=settings.all
            )
            if not verdict.is_refused:
                tools.progress.begin("Computing")
                with store.database.atomic():
                    settle_all(store.database, work.run)
        if settings.apply:
            # The copies that came of pages that were taken down.
            erase_forgotten(store.database, store.archive)
        tools.progress.begin("Comparing")
        sums = sum_up(_watch(compare_databases(before, after), tools.stop), before, after, write)
        return _retell(work.run, verdict, reread, store, sums, settings)


def refuse_dangling(path: Path, database: Database) -> None:
    """Raise FileDamagedError where rows refer to none: nothing can be computed from them."""
    if database.conn.execute("PRAGMA foreign_key_check").fetchone() is not None:
        raise FileDamagedError(
            "rows refer to rows that are missing", where=path, remedy=REMEDIES[DATABASE.name]
        )


def _read_again(work: Work, *, accepts_drift: bool, has_all: bool = False) -> tuple[Verdict, int]:
    """Read what this reader has not read, judge it, and load it; return how many pages it read."""
    store, run = work.store, work.run
    reread = 0
    with closing(find_stale(store, run.reader_version, has_all=has_all)) as stale:
        with work.gather() as gathering:
            gathering.read_again(gathering.own, stale.firsts)
            gathering.read_held(accepts_drift=accepts_drift)
        verdict = work.judge(accepts_drift=accepts_drift, is_again=True)

        def share(batch: Batch) -> None:
            nonlocal reread
            reread += share_with_copies(store, run, stale, batch)

        work.load(verdict, share, BATCH_PAGES)
    run.counts.pages_seen += stale.read_before
    run.counts.pages_unchanged += stale.read_before
    work.tell(verdict)
    return verdict, gathering.pages_reread + reread


def catch_up(store: Store, path: Path, tools: Tools, *, accepts_drift: bool, keep_free: int) -> int:
    """Read again what another reader has read, in a run of its own, before anything is compared.

    Returns how many pages that were. What one reader made of a page yesterday and another makes of
    it today is no change of the site. Raises ``ChecksFailedError`` where this reader reads much
    worse.
    """
    if not has_other_readings(store.database, digest_reader()):
        return 0
    tools.progress.say(
        "versusdb: the reader is another one than that of the last run; the pages of the archive "
        "are read again first"
    )
    with work_on(
        store,
        resolve_path(path).parent,
        command="reparse",
        settings=Settings(apply=True, accept_drift=accepts_drift, keep_free=keep_free),
        tools=tools,
        keep_free=keep_free,
    ) as work:
        verdict, reread = _read_again(work, accepts_drift=accepts_drift)
    if verdict.is_refused:
        raise ChecksFailedError(
            "this reader reads the pages of the archive much worse, so nothing was fetched or "
            "loaded",
            where=path,
            remedy="install another version, or give --accept-drift to 'versusdb reparse --apply'",
        )
    return reread


def _watch(differences: Iterator[Any], stop: Stop) -> Iterator[Any]:
    for difference in differences:
        stop.check()
        yield difference


def _retell(
    run: Run, verdict: Verdict, reread: int, store: Store, sums: Sums, settings: Settings
) -> Retold:
    return Retold(
        run=run,
        is_applied=settings.apply,
        is_refused=verdict.is_refused,
        drift=verdict.drift,
        pages_reread=reread,
        pages_held=count_held(store.database).pages,
        differences=sums,
        content=count_content(store.database),
    )


@contextmanager
def _open_both(path: Path, settings: Settings) -> Iterator[tuple[Store, Database, Database]]:
    """Open the pair that is worked on, and the database as it was before and is after."""
    if not settings.apply:
        with open_trial(path, settings.keep_free) as (store, database):
            yield store, database, store.database
        return
    require_archive(path)
    is_new = inspect_file(resolve_path(path), DATABASE) == 0
    with open_store(path) as store:
        if is_new:
            with closing(open_in_memory(DATABASE)) as empty:
                yield store, empty, store.database
            return
        with copy_database(resolve_path(path), store.database, settings.keep_free) as copy:
            yield store, copy, store.database


@contextmanager
def write_lines(path: Path | None) -> Iterator[Callable[[str], object] | None]:
    """Write lines to a file that is there when it is whole, and not before."""
    if path is None:
        yield None
        return
    if path.exists():
        raise click.BadParameter(
            f"{path} is there already; name another file", param_hint="--differences"
        )
    part = path.with_name(f"{path.name}.part")
    try:
        with part.open("w", encoding="utf-8") as file:
            yield file.write
        part.rename(path)
    finally:
        part.unlink(missing_ok=True)
