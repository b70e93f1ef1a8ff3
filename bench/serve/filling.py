"""Bench: make a big database from a seed: loaded, resolved and decided as the command does it.

``python -m bench.serve.filling big.db`` makes the one that the pages are measured on.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
import time
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlite_utils import Database

from bench.content import SITE
from bench.serve.content import HOST, Size, find_slug, list_days, list_entries
from db.coverage import Tally, save_coverage
from db.issues import note_problem
from db.ledger import Run, close_run, open_run
from db.loading import load_readings
from db.resolving.deciding import Author, decide, undo
from db.resolving.decisions import Word
from db.resolving.resolver import resolve_entries
from db.searching import put_off_search, renew_search
from db.sites import Terms, state_terms
from parsers.coverage import measure_page
from parsers.records import Reading, Record, Snapshot
from scraper.times import format_time
from versusdb.files import DATABASE, open_for_writing

SEED = 1
TERMS = Terms(
    site=HOST,
    name="Ship or Skip",
    attribution="ShipOrSkip panel review",
    terms="Citing with attribution is welcome.",
    terms_url=f"{SITE}/terms",
    citation=f"{SITE}/tool/{{slug}}",
)
_START = datetime(2026, 3, 2, 4, tzinfo=UTC)
_BETWEEN = timedelta(days=7)
_PACE = timedelta(seconds=2)
PROBLEMS = ("timeout", "http_500", "robots_disallowed")
SELECT_QUEUED = """
SELECT entry_a_id, a.slug, entry_b_id, b.slug FROM pairs
JOIN entries AS a ON a.entry_id = entry_a_id
JOIN entries AS b ON b.entry_id = entry_b_id
WHERE outcome = 'queued' ORDER BY a.key, b.key
"""


def main() -> int:
    """Make the database; say what it took."""
    parser = argparse.ArgumentParser(prog="python -m bench.serve.filling", description=__doc__)
    parser.add_argument("path", type=Path)
    parser.add_argument("--seed", type=int, default=SEED, help="(%(default)s)")
    for name, value in zip(Size.__struct_fields__, Size.__struct_defaults__, strict=True):
        parser.add_argument(f"--{name}", type=int, default=value, help="(%(default)s)")
    options = vars(parser.parse_args())
    path, seed = options.pop("path"), options.pop("seed")
    if path.exists():
        parser.error(f"{path} is there already")
    start = time.perf_counter()
    fill_database(path, Size(**options), seed)
    print(f"{path}: {path.stat().st_size / 1e6:.0f} MB in {time.perf_counter() - start:.0f} s")
    return 0


def fill_database(path: Path, size: Size, seed: int = SEED) -> None:
    """Make a database of so much; the same for a size and a seed, anywhere."""
    database = open_for_writing(path, DATABASE)
    state_terms(database, [TERMS])
    put_off_search(database)
    archived = 0
    for day, records in enumerate(list_days(size, seed)):
        _load_day(database, day, records, archived)
        archived += len(records)
    renew_search(database)
    resolve_entries(database)
    _decide(database, {find_slug(entry): entry.tool for entry in list_entries(size, seed)})
    database.close()


def _load_day(database: Database, day: int, records: Sequence[Record], archived: int) -> None:
    """Load what was read on a day, in a run of its own that met some problems on the way."""
    start = _START + day * _BETWEEN
    run, tally = _open_run(database, start), Tally()
    pages = list(_observe(records, start, archived))
    for snapshot, reading in pages:
        tally.add(measure_page(reading, **snapshot.known))
    # In one batch, so that what the day shows of an entry is computed once.
    load_readings(database, run, pages)
    for number in range(len(records) // 400 + 1):
        note_problem(
            database,
            run,
            code=PROBLEMS[number % len(PROBLEMS)],
            source=SITE,
            address=f"{SITE}/compare/unanswered-{day}-{number}",
            message="No answer within 30 s",
            at=format_time(start),
        )
    save_coverage(database, run.run_id, tally, "loaded")
    run.counts.pages_seen = run.counts.pages_fetched = len(records)
    close_run(database, run, status="issues", finished_at=format_time(start + _BETWEEN / 7))


def _open_run(database: Database, at: datetime) -> Run:
    return open_run(
        database,
        command="ingest",
        started_at=format_time(at),
        settings={"sources": [SITE]},
        code_version="0.1.0",
        reader_version="invented",
    )


def _observe(
    records: Sequence[Record], start: datetime, archived: int
) -> Iterator[tuple[Snapshot, Reading]]:
    """Yield each record with a snapshot of its own, one every two seconds."""
    for number, record in enumerate(records, start=1):
        snapshot = Snapshot(
            archive_id=archived + number,
            sha256=hashlib.sha256(str(archived + number).encode()).hexdigest(),
            source=record.source,
            address=record.url,
            site=HOST,
            observed_at=format_time(start + number * _PACE),
            status=200,
            content_type="text/html; charset=utf-8",
        )
        yield snapshot, Reading(record, "invented")


def _decide(database: Database, answers: dict[str, int]) -> None:
    """Say of every fourth pair that waits whether it is one tool, or unsure; take a few back."""
    author = Author("reviewer", format_time(_START + 12 * _BETWEEN), "Read both pages")
    queued = database.conn.execute(SELECT_QUEUED).fetchall()[::4]
    for number, (a_id, a_slug, b_id, b_slug) in enumerate(queued):
        is_same = a_slug in answers and answers[a_slug] == answers.get(b_slug)
        word: Word = "unsure" if number % 9 == 8 else "same" if is_same else "different"
        decision_id = decide(database, word, a_id, b_id, author)
        if number % 20 == 19:
            undo(database, decision_id, author)


if __name__ == "__main__":
    sys.exit(main())
