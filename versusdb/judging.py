"""Command: the second half of ``ingest``: is what was read good enough, and then load it.

The floor is applied before anything is loaded, so that a site that changed its pages overnight
costs a line in the log and not the data. Pages are loaded in batches, each one transaction; a
crash costs the batch in hand, and that is read next time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial

from msgspec import Struct
from sqlite_utils import Database

from db.coverage import Group, Tally, save_coverage
from db.drift import Drift, find_drift, list_fallen
from db.held import (
    count_held,
    hold_pages,
    list_held_of_run,
    note_reread,
    read_as_none,
    release_pages,
)
from db.ledger import Run
from db.loading import count_snapshots, load_readings
from db.searching import put_off_search, renew_search
from parsers.coverage import measure_page
from parsers.records import Reading, Snapshot
from parsers.sites import COVERAGE_FLOOR, find_site
from scraper.archive import Archive
from scraper.errors import ArchiveError
from versusdb.bugs import Parse, Say, load_pages, read_page
from versusdb.errors import NothingHeldError
from versusdb.progress import Progress
from versusdb.reports import REMEDY, describe_drift, describe_held, plural
from versusdb.spool import Lot
from versusdb.store import Store

BATCH_PAGES = 200


class Verdict(Struct, frozen=True, kw_only=True):
    """What was found wrong with a run, and the lots of it that are to be loaded.

    ``is_baseline`` tells whether later runs are compared with what was accepted.
    """

    drift: tuple[Drift, ...] = ()
    is_refused: bool = False
    is_baseline: bool = False
    lots: tuple[Lot, ...] = ()


def find_floor(host: str) -> float:
    """Return the floor of a site's file; that of all where there is none."""
    site = find_site(host)
    return COVERAGE_FLOOR if site is None else site.coverage_floor


def judge_run(
    database: Database,
    run: Run,
    own: Lot,
    held: Lot,
    *,
    accepts_drift: bool,
    is_again: bool = False,
) -> Verdict:
    """Judge what a run has read, keep its coverage, and hold back what is not to be loaded.

    Held pages are judged by themselves: if they still read badly, the run's own are loaded. Where
    the run reads pages of all runs before it again (``is_again``), none of its own is held back
    when it is refused: they keep the readings that they have.
    """
    find = partial(find_drift, is_again=is_again)
    with database.atomic():
        if accepts_drift:
            return _accept_run(database, run, own, held, find)
        if drift := find(database, run.run_id, own.tally.total(), find_floor):
            save_coverage(database, run.run_id, own.tally, "refused")
            if not is_again:
                hold_pages(database, run, own.archive_ids)
            run.counts.issues += own.issues
            return Verdict(drift=drift, is_refused=True)
        if find_drift(database, run.run_id, held.tally.total(), find_floor):
            save_coverage(database, run.run_id, own.tally, "loaded")
            note_reread(database, run, held.archive_ids)
            return Verdict(lots=(own,))
        both = Tally()
        both.adopt(own.tally)
        both.adopt(held.tally)
        save_coverage(database, run.run_id, both, "loaded")
        return Verdict(lots=(own, held))


def _accept_run(
    database: Database, run: Run, own: Lot, held: Lot, find: Callable[..., tuple[Drift, ...]]
) -> Verdict:
    """Load all, and begin a new baseline with what drifts.

    Where pages of the run itself tell another story than held ones of the same group, only they
    are what later runs are compared with: error pages that were held back do not become the
    measure of good ones.
    """
    mine, theirs = own.tally.total(), held.tally.total()
    drift = find(database, run.run_id, mine, find_floor)
    drift += find_drift(database, run.run_id, theirs, find_floor)
    # Of the run itself a single page is word enough.
    fallen = _name_fields(find(database, run.run_id, mine, find_floor, least_pages=1))
    fallen_held = _name_fields(find_drift(database, run.run_id, theirs, find_floor, least_pages=1))
    apart = {
        group
        for group in mine.keys() & theirs.keys()
        if fallen.get(group, set()) != fallen_held.get(group, set())
    }
    both = Tally()
    both.adopt(own.tally)
    both.adopt(held.tally, without=apart)
    accepted = {drop.group for drop in drift if drop.group not in apart or drop.group in fallen}
    save_coverage(database, run.run_id, both, "loaded", accepted=accepted)
    return Verdict(drift=drift, is_baseline=bool(accepted), lots=(own, held))


def _name_fields(drift: Iterable[Drift]) -> dict[Group, set[str]]:
    fields: dict[Group, set[str]] = {}
    for drop in drift:
        fields.setdefault(drop.group, set()).add(drop.now.field)
    return fields


def discard_held(store: Store, run: Run, runs: Sequence[int], parse: Parse, say: Say) -> None:
    """Note the held pages of these runs as discarded: each says so whenever it comes again.

    A page of a kind that did not fall is only let go, so that this run reads it as its own. The
    archive keeps the bytes of all of them.
    """
    archive, discarded, released = Archive(store.archive), 0, 0
    for run_id in dict.fromkeys(runs):
        fallen = list_fallen(store.database, run_id, find_floor)
        held = list_held_of_run(store.database, run_id)
        wrong = []
        for snapshot in archive.snapshots():
            if snapshot.archive_id not in held:
                continue
            groups = _list_groups(archive, snapshot, parse, say)
            if fallen and groups and not groups & fallen:
                release_pages(store.database, [snapshot.archive_id])
                released += 1
            else:
                wrong.append((snapshot, read_as_none(snapshot, _word(run_id))))
        load_readings(store.database, run, wrong)
        discarded += len(wrong)
    # The operator knows of them; they count when they come again.
    run.counts.issues = 0
    others = f"; {plural(released, 'other page')} did not read worse, and will be read now"
    say(
        f"versusdb: discarded {plural(discarded, 'page')} of "
        f"{'run' if len(runs) == 1 else 'runs'} {', '.join(map(str, runs))}; the archive keeps "
        f"their bytes{others if released else ''}"
    )


def _list_groups(archive: Archive, snapshot: Snapshot, parse: Parse, say: Say) -> set[Group]:
    try:
        body = archive.read(snapshot.sha256)
    except ArchiveError:
        return set()
    reading = read_page(body, say, parse=parse, **snapshot.known)
    return {Group(c.site, c.kind, c.medium) for c in measure_page(reading, **snapshot.known)}


def _word(run_id: int) -> str:
    return (
        f"discarded with run {run_id}; 'versusdb ingest' with this page and --accept-drift reads "
        "it again"
    )


def check_held_runs(database: Database, runs: Iterable[int]) -> None:
    """Raise ``NothingHeldError`` for a run none of whose pages are held back."""
    held = count_held(database).runs
    for run_id in runs:
        if run_id not in held:
            waiting = f"pages of {', '.join(map(str, held))} are" if held else "no page is"
            raise NothingHeldError(
                f"--discard-held {run_id}: no page of this run is held back; {waiting}"
            )


def keep_unfinished(database: Database, run: Run, own: Lot) -> None:
    """Keep the coverage of a run that was stopped before it could be judged."""
    save_coverage(database, run.run_id, own.tally, "unfinished")


def load_lots(
    database: Database,
    run: Run,
    verdict: Verdict,
    progress: Progress,
    batch_pages: int | None = None,
) -> Iterator[Sequence[tuple[Snapshot, Reading]]]:
    """Load what is to be loaded, batch by batch; yields each when it is loaded.

    Where that is more than there is, the search indexes are made at its end.
    """
    total = sum(map(len, verdict.lots))
    done = 0
    if total > count_snapshots(database):
        put_off_search(database)
    progress.begin("Loading")
    progress.advance(done, total)
    for lot in verdict.lots:
        for batch in lot.list_batches(batch_pages or BATCH_PAGES):
            load_pages(database, run, batch, progress.say)
            done += len(batch)
            progress.advance(done, total)
            yield batch
    renew_search(database)


def tell_verdict(database: Database, run: Run, own: Lot, verdict: Verdict, say: Say) -> None:
    """Say what is wrong, where, and how to go on; nothing if all is well."""
    for drop in verdict.drift:
        say(describe_drift(drop))
    if verdict.is_refused:
        say(
            f"versusdb: run {run.run_id} reads much worse than the runs before it, and nothing of "
            f"it was loaded; the archive keeps its {plural(len(own), 'page')}. {REMEDY}"
        )
    elif verdict.is_baseline:
        say(f"versusdb: accepted; run {run.run_id} is what the next runs are compared with")
    elif verdict.drift:
        say(
            "versusdb: accepted and loaded, but the next runs are not compared with the pages "
            f"that were held back: those of run {run.run_id} itself read well"
        )
    held = count_held(database)
    if set(held.runs) - {run.run_id}:
        say(f"versusdb: {describe_held(held)}")
