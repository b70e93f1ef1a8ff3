"""Pages as observed on some day, and a database to load them into."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from msgspec.structs import replace
from sqlite_utils import Database

from db.ledger import Run, close_run, open_run
from db.loading import load_readings
from parsers.reading import parse_page
from parsers.records import Issue, Reading, Snapshot, Unknown
from tests.pages import Card, write_html
from versusdb.files import DATABASE, open_for_writing

A = Card(name="Tintype", slug="tintype-2026", tagline="Photographs your logs")
B = Card(name="Gravelbed", slug="gravelbed", category="Data", ships=(True, False, True, False))
C = Card(name="Osier", slug="osier", category="Writing", ships=(False, False, True))
VIEWS = (
    "tools", "entries", "comparisons", "comparison_entries", "quotes", "entry_history",
    "quote_history", "snapshots", "sightings", "issues", "merge_queue", "merges", "entry_aliases",
    "tool_aliases", "sites",
)  # fmt: skip

Observation = tuple[Snapshot, Reading]


def observe(cards: Sequence[Card], day: int, page: str | None = None) -> Observation:
    """Return a page about these tools as fetched on a day of May."""
    slugs = "-vs-".join(card.slug or "x" for card in cards)
    address = f"https://shiporskip.io/compare/{slugs}"
    body = (page if page is not None else write_html(cards)).encode()
    snapshot = Snapshot(
        archive_id=0,
        sha256=hashlib.sha256(body).hexdigest(),
        source=address,
        address=address,
        site="shiporskip.io",
        observed_at=f"2026-05-{day:02}T12:00:00Z",
        status=200,
        content_type="text/html; charset=utf-8",
    )
    return snapshot, parse_page(body, source=address, address=address, content_type="text/html")


def gone(observation: Observation) -> Observation:
    """Return a page as a reader reads it that can make nothing of it."""
    snapshot, _ = observation
    issue = Issue(code="none", field="", message="none")
    return snapshot, Reading(Unknown(source=snapshot.source, issues=(issue,)), "lxml")


def number(observations: Sequence[Observation], start: int = 1) -> list[Observation]:
    """Give the observations rows of an archive, in their order of arrival."""
    return [(replace(s, archive_id=i), r) for i, (s, r) in enumerate(observations, start=start)]


@cache
def write_empty() -> bytes:
    """Return a new database; making one takes longer than most of what is tried on it."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "x.db"
        open_for_writing(path, DATABASE).close()
        return path.read_bytes()


@contextmanager
def make_database() -> Iterator[Database]:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "x.db"
        path.write_bytes(write_empty())
        database = open_for_writing(path, DATABASE)
        yield database
        database.close()


def start_run(database: Database, reader_version: str = "r1") -> Run:
    return open_run(
        database,
        command="ingest",
        started_at="2026-06-01T00:00:00Z",
        settings={},
        code_version="0",
        reader_version=reader_version,
    )


def load(database: Database, *batches: Sequence[Observation], reader: str = "r1") -> Run:
    run = start_run(database, reader)
    for batch in batches:
        load_readings(database, run, batch)
    close_run(database, run, status="clean", finished_at="2026-06-01T00:00:01Z")
    return run


def read_content(database: Database) -> dict[str, list[dict[str, Any]]]:
    """Return every view but the ledger, without run ids, as "same content" is defined."""
    content = {}
    for name in VIEWS:
        rows = database.query(f"SELECT * FROM v1_{name}")
        content[name] = sorted(
            ({k: v for k, v in row.items() if k != "run_id"} for row in rows), key=repr
        )
    return content


def rows(database: Database, sql: str) -> list[tuple[Any, ...]]:
    return list(database.conn.execute(sql).fetchall())
