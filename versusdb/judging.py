"""Command: the second half of ``ingest``: is what was read good enough, and then load it.

The floor is applied before anything is loaded, so that a site that changed its pages overnight
costs a line in the log and not the data. Pages are loaded in batches, each one transaction; a
crash costs the batch in hand, and that is read next time.
"""

from __future__ import annotations

from msgspec import Struct
from sqlite_utils import Database

from db.coverage import Tally, save_coverage
from db.drift import Drift, find_drift
from db.held import count_held, hold_pages, note_reread
from db.ledger import Run
from parsers.sites import COVERAGE_FLOOR, find_site
from versusdb.bugs import Say, load_pages
from versusdb.progress import Progress
from versusdb.reports import REMEDY, describe_drift, describe_held, plural
from versusdb.spool import Lot

BATCH_PAGES = 20


class Verdict(Struct, frozen=True, kw_only=True):
    """What was found wrong with a run, and the lots of it that are to be loaded."""

    drift: tuple[Drift, ...] = ()
    is_refused: bool = False
    lots: tuple[Lot, ...] = ()


def find_floor(host: str) -> float:
    """Return the floor of a site's file; that of all where there is none."""
    site = find_site(host)
    return COVERAGE_FLOOR if site is None else site.coverage_floor


def judge_run(database: Database, run: Run, own: Lot, held: Lot, *, accepts_drift: bool) -> Verdict:
    """Judge what a run has read, keep its coverage, and hold back what is not to be loaded.

    Held pages are judged by themselves: if they still read badly, the run's own are loaded.
    """
    both = Tally()
    both.adopt(own.tally)
    both.adopt(held.tally)
    with database.atomic():
        if accepts_drift:
            drift = find_drift(database, run.run_id, both.total(), find_floor)
            accepted = {drop.group for drop in drift}
            save_coverage(database, run.run_id, both, "loaded", accepted=accepted)
            return Verdict(drift=drift, lots=(own, held))
        if drift := find_drift(database, run.run_id, own.tally.total(), find_floor):
            save_coverage(database, run.run_id, own.tally, "refused")
            hold_pages(database, run, own.archive_ids)
            run.counts.issues += own.issues
            return Verdict(drift=drift, is_refused=True)
        if find_drift(database, run.run_id, held.tally.total(), find_floor):
            save_coverage(database, run.run_id, own.tally, "loaded")
            note_reread(database, run, held.archive_ids)
            return Verdict(lots=(own,))
        save_coverage(database, run.run_id, both, "loaded")
        return Verdict(lots=(own, held))


def keep_unfinished(database: Database, run: Run, own: Lot) -> None:
    """Keep the coverage of a run that was stopped before it could be judged."""
    save_coverage(database, run.run_id, own.tally, "unfinished")


def load_lots(database: Database, run: Run, verdict: Verdict, progress: Progress) -> None:
    """Load what is to be loaded, batch by batch."""
    total = sum(map(len, verdict.lots))
    done = 0
    progress.begin("Loading")
    for lot in verdict.lots:
        for batch in lot.list_batches(BATCH_PAGES):
            load_pages(database, run, batch, progress.say)
            done += len(batch)
            progress.advance(done, total)


def tell_verdict(database: Database, run: Run, own: Lot, verdict: Verdict, say: Say) -> None:
    """Say what is wrong, where, and how to go on; nothing if all is well."""
    for drop in verdict.drift:
        say(describe_drift(drop))
    if verdict.is_refused:
        say(
            f"versusdb: run {run.run_id} reads much worse than the runs before it, and nothing of "
            f"it was loaded; the archive keeps its {plural(len(own), 'page')}. {REMEDY}"
        )
    elif verdict.drift:
        say(f"versusdb: accepted; run {run.run_id} is what the next runs are compared with")
    held = count_held(database)
    if set(held.runs) - {run.run_id}:
        say(f"versusdb: {describe_held(held)}")
