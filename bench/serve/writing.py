"""Bench: a run at work on the database that is served: a transaction every 10 ms.

``python -m bench.serve.writing x.db --seconds 60`` shows the pages of the last day once more, each
at a later time and with another score, and loads them as the command does. To load one takes
longer than 10 ms in so big a database, so that between two of them the ledger alone is written.
Printed as JSON is how much was committed, and whether something was refused.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sqlite3
import sys
import time
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from random import Random

from msgspec.structs import replace
from sqlite_utils import Database

from bench.serve.content import HOST, Size, list_days
from bench.serve.filling import SEED
from db.ledger import Run, close_run, open_run
from db.loading import load_readings
from parsers.records import Comparison, Reading, Snapshot
from scraper.times import format_time
from versusdb.files import DATABASE, open_for_writing

SECONDS_BETWEEN = 0.010
PAGE_EVERY = 10
COUNT_PAGE = "UPDATE runs SET pages_seen = pages_seen + 1 WHERE run_id = ?"
_START = datetime(2026, 6, 1, tzinfo=UTC)


def main() -> int:
    """Write until the time is over; tell what was written."""
    parser = argparse.ArgumentParser(prog="python -m bench.serve.writing", description=__doc__)
    parser.add_argument("path", type=Path)
    parser.add_argument("--seconds", type=float, default=60, help="(%(default)s)")
    for name, value in zip(Size.__struct_fields__, Size.__struct_defaults__, strict=True):
        parser.add_argument(f"--{name}", type=int, default=value)
    options = vars(parser.parse_args())
    path, seconds = options.pop("path"), options.pop("seconds")
    print(json.dumps(write(path, Size(**options), seconds)))
    return 0


def write(path: Path, size: Size, seconds: float) -> dict[str, float]:
    """Commit every 10 ms, or as soon after as the one before is through; every tenth is a page."""
    database = open_for_writing(path, DATABASE)
    pages = show_again(list_last_day(size))
    commits, loaded, refused, longest = 0, 0, 0, 0.0
    run = _open_run(database)
    begin = time.perf_counter()
    print("writing", file=sys.stderr, flush=True)
    while (now := time.perf_counter()) < begin + seconds:
        try:
            if commits % PAGE_EVERY:
                with database.atomic():
                    database.conn.execute(COUNT_PAGE, (run.run_id,))
            else:
                load_readings(database, run, [next(pages)])
                loaded += 1
            commits += 1
        except sqlite3.OperationalError:
            refused += 1
        longest = max(longest, time.perf_counter() - now)
        time.sleep(max(0.0, now + SECONDS_BETWEEN - time.perf_counter()))
    close_run(database, run, status="clean", finished_at=format_time(datetime.now(UTC)))
    database.close()
    taken = time.perf_counter() - begin
    return {
        "commits": commits,
        "loaded": loaded,
        "refused": refused,
        "commits_per_second": commits / taken,
        "longest_ms": 1000 * longest,
    }


def list_last_day(size: Size) -> list[Comparison]:
    """Return the last day's comparisons that have quotes."""
    *_, last = list_days(size, SEED)
    return [record for record in last if isinstance(record, Comparison) and record.quotes]


def show_again(records: Sequence[Comparison]) -> Iterator[tuple[Snapshot, Reading]]:
    """Yield comparisons for ever, each with a quote that was given another score."""
    random = Random(SEED)
    for number in count(1):
        record = random.choice(records)
        first, *others = record.quotes
        quotes = (replace(first, score=random.randrange(101)), *others)
        snapshot = Snapshot(
            archive_id=1_000_000 + number,
            sha256=hashlib.sha256(f"again {number}".encode()).hexdigest(),
            source=record.source,
            address=record.url,
            site=HOST,
            observed_at=format_time(_START + number * timedelta(seconds=1)),
            status=200,
            content_type="text/html; charset=utf-8",
        )
        yield snapshot, Reading(replace(record, quotes=quotes), "invented")


def _open_run(database: Database) -> Run:
    return open_run(
        database,
        command="ingest",
        started_at=format_time(datetime.now(UTC)),
        settings={},
        code_version="0.1.0",
        reader_version="invented",
    )


if __name__ == "__main__":
    sys.exit(main())
