"""Bench: versusdb's own resolver on a database of its own, as every run uses it."""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import combinations
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlite_utils import Database

from bench.resolve.links import LabelledEntry, Linked, Pair, Row
from db.keys import name_key, slug_key
from db.resolving.resolver import resolve_entries as resolve
from versusdb.files import DATABASE, open_for_writing

# Of pairs that are one tool by what joins each of them to others.
CHAIN = "a chain of other pairs"
_DAY = "2026-01-01T00:00:00Z"
INSERT_RUN = """
INSERT INTO runs (run_id, command, status, started_at, settings, code_version, reader_version)
VALUES (1, 'ingest', 'clean', ?, '{}', '', '')
"""
INSERT_ENTRY = """
INSERT INTO entries (entry_id, key, run_id, site, slug, name, tagline, description, category,
    pricing, homepage_url)
VALUES (?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?)
"""
INSERT_DATE = "INSERT INTO entry_dates (entry_id, first_seen_at, last_seen_at) VALUES (?, ?, ?)"


def link_tables(left: Sequence[Row], right: Sequence[Row]) -> Linked:
    """Link two tables by name, description and price; pairs are of row numbers, left and right."""
    rows = [
        _write_entry(number, site, row)
        for site, table in (("left.example", left), ("right.example", right))
        for number, row in enumerate(table, start=0 if table is left else len(left))
    ]
    linked = _resolve(rows)
    first = len(left)

    def cross(pairs: Iterable[Pair]) -> Iterable[Pair]:
        return (pair for pair in pairs if pair[0] < first <= pair[1])

    return Linked(
        merged={(a, b - first): linked.merged[a, b] for a, b in cross(linked.merged)},
        queued={(a, b - first) for a, b in cross(linked.queued)},
    )


def resolve_entries(entries: Sequence[LabelledEntry]) -> Linked:
    """Resolve a list from nothing; merged are all pairs within one tool, the lesser first."""
    return _resolve(_list_rows(entries))


def grow_by_pages(
    entries: Sequence[LabelledEntry], more: Sequence[LabelledEntry]
) -> tuple[Linked, float, list[float]]:
    """Resolve a list from nothing, then ``more`` entries two at a time, as pages bring them.

    Returns what came of the list, the seconds it took, and those of each page.
    """
    rows = _list_rows((*entries, *more))
    first, later = rows[: len(entries)], rows[len(entries) :]
    with _open(first) as database:
        seconds = _time(database)
        linked = _read(database)
        pages = []
        for start in range(0, len(later), 2):
            _insert(database, later[start : start + 2])
            pages.append(_time(database))
    return linked, seconds, pages


def _time(database: Database) -> float:
    start = time.perf_counter()
    resolve(database)
    return time.perf_counter() - start


def _list_rows(entries: Sequence[LabelledEntry]) -> list[tuple[object, ...]]:
    site = "site.example"
    return [
        (
            number,
            name_key(site, e.name, e.tagline) if e.slug is None else slug_key(site, e.slug),
            site, e.slug, e.name, e.tagline, e.description, e.category, e.pricing, e.homepage_url,
        )
        for number, e in enumerate(entries)
    ]  # fmt: skip


def _write_entry(number: int, site: str, row: Row) -> tuple[object, ...]:
    price = None if row.price is None else f"${row.price:.2f}"
    # Rows of a table are entries without an address; their ids are their own.
    key = slug_key(site, row.id)
    return (number, key, site, None, row.name, None, row.description, None, price, None)


def _resolve(rows: Sequence[tuple[object, ...]]) -> Linked:
    with _open(rows) as database:
        resolve(database)
        return _read(database)


@contextmanager
def _open(rows: Sequence[tuple[object, ...]]) -> Iterator[Database]:
    """Open a database with these entries, in a file as any is."""
    with TemporaryDirectory() as folder:
        database = open_for_writing(Path(folder) / "bench.db", DATABASE)
        try:
            database.conn.execute(INSERT_RUN, (_DAY,))
            database.conn.execute("UPDATE search SET is_kept = 0")
            _insert(database, rows)
            yield database
        finally:
            database.close()


def _insert(database: Database, rows: Sequence[tuple[object, ...]]) -> None:
    with database.atomic():
        database.conn.executemany(INSERT_ENTRY, rows)
        database.conn.executemany(INSERT_DATE, [(row[0], _DAY, _DAY) for row in rows])


def _read(database: Database) -> Linked:
    connection = database.conn
    tools: dict[int, list[int]] = defaultdict(list)
    sql = "SELECT entry_id, coalesce(tool_id, entry_id) FROM entries ORDER BY entry_id"
    for entry_id, tool_id in connection.execute(sql):
        tools[tool_id].append(entry_id)
    pairs = "SELECT min(entry_a_id, entry_b_id), max(entry_a_id, entry_b_id)"
    rules = {
        (a, b): rule
        for a, b, rule in connection.execute(f"{pairs}, rule FROM pairs WHERE rule NOTNULL")
    }
    return Linked(
        merged={
            pair: rules.get(pair, CHAIN)
            for members in tools.values()
            for pair in combinations(members, 2)
        },
        queued=set(connection.execute(f"{pairs} FROM pairs WHERE outcome = 'queued'").fetchall()),
    )
