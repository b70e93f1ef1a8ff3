"""Command: ``ingest`` joins the stages: fetch, archive, parse, load.

Every page is in the archive before anything is read from it, and what the archive holds that
was never read (a run was killed in between) is read first. Pages are loaded in batches, each
one transaction, so that a crash costs at most the batch in hand, and that is read next time.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec import Struct, field
from sqlite_utils import Database

from db.issues import count_issues, note_problem
from db.ledger import Run, close_run, open_run
from db.loading import list_read, load_readings
from parsers.reading import parse_page
from parsers.records import Reading, Snapshot, Unknown
from scraper.archive import Archive
from scraper.client import Client
from scraper.fetching import Fetcher
from scraper.response import Fetched, FetchProblem
from scraper.times import format_time, read_clock
from versusdb import __version__
from versusdb.errors import CLEAN, ISSUES, StoppedError
from versusdb.progress import Progress, show_progress
from versusdb.reports import describe_issue, print_ingest
from versusdb.store import open_store
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


class _Work(Struct):
    """One run at work: its files, what is waiting to be loaded, and since when."""

    database: Database
    archive: Archive
    run: Run
    progress: Progress
    waiting: list[tuple[Snapshot, Reading]] = field(default_factory=list)
    since: float = field(default_factory=time.monotonic)
    ignored: int = 0


def run_ingest(*, db: Path, is_json: bool, **options: object) -> int:
    """Ingest, print the summary, and return the exit status."""
    settings = Settings(**options)  # type: ignore[arg-type]  # click has typed them
    with show_progress("Ingesting") as progress:
        run, ignored = ingest(db, settings, progress)
    print_ingest(db, run, ignored, is_json=is_json)
    return ISSUES if run.counts.issues else CLEAN
