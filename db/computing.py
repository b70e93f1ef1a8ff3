"""Load: everything that follows from the sightings, computed for what a batch touched.

Nothing here looks at what was computed before, except to count what changed: current values,
histories, ends and dates are functions of the observations alone.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from operator import itemgetter
from typing import Any, TypeAlias

from msgspec import Struct
from sqlite_utils import Database

from db.history import Observed, State, Value, Version, build_versions, list_ends
from db.ledger import Run
from db.touching import Touched, write_ids

FIELDS = (
    "name", "category", "tagline", "description", "verdict", "panel_ship_pct", "ship_votes",
    "skip_votes", "community_ship_pct", "community_votes", "entry_price", "pricing",
    "homepage_url", "reviewed_on",
)  # fmt: skip
QUOTE_FIELDS = ("reviewer", "seat", "score", "verdict")
SELECT_CARDS = f"""
SELECT card_id, derived, {", ".join(FIELDS)} FROM cards
WHERE entry_id IN (SELECT value FROM json_each(?))
"""
# The order of observation. CROSS JOIN keeps SQLite from going through all of a table.
SELECT_ENTRIES = """
SELECT entry_id, observed_at, page, run_id, url, card_id
FROM json_each(?) AS since
CROSS JOIN cards ON entry_id = CAST(since.key AS INTEGER)
CROSS JOIN card_sightings USING (card_id)
CROSS JOIN readings USING (reading_id)
CROSS JOIN snapshots
    ON snapshots.reading_id = readings.reading_id AND observed_at >= since.value
ORDER BY entry_id, observed_at, page, sha256, snapshots.key
"""
SELECT_VERSIONS_BEFORE = f"""
SELECT v.entry_id, valid_from, run_id, derived, {", ".join(FIELDS)}
FROM json_each(?) AS since
CROSS JOIN entry_versions AS v ON v.entry_id = CAST(since.key AS INTEGER) AND valid_from = (
    SELECT max(earlier.valid_from) FROM entry_versions AS earlier
    WHERE earlier.entry_id = v.entry_id AND earlier.valid_from < since.value
)
"""
DELETE_ENTRY_VERSIONS = "DELETE FROM entry_versions WHERE entry_id = ? AND valid_from >= ?"
UPDATE_ENTRY = f"""
UPDATE entries SET {", ".join(f"{f} = ?" for f in FIELDS)}, derived = ? WHERE entry_id = ?
"""
DATE_ENTRY = """
UPDATE entries SET page_url = ?, first_seen_at = ?, last_seen_at = ? WHERE entry_id = ?
"""
INSERT_ENTRY_VERSION = f"""
INSERT INTO entry_versions (entry_id, valid_from, valid_to, run_id, derived, {", ".join(FIELDS)})
VALUES (?, ?, ?, ?, ?, {", ".join("?" for _ in FIELDS)})
"""
SELECT_QUOTES_OF_PAGES = """
SELECT DISTINCT quote_id FROM json_each(?)
CROSS JOIN readings ON page = value
CROSS JOIN quote_sightings USING (reading_id)
"""
# From each quote's pages to all that was read of them about its entry.
SELECT_QUOTES = """
WITH pages AS MATERIALIZED (
    SELECT DISTINCT quote_id, page
    FROM json_each(?)
    CROSS JOIN quote_sightings ON quote_id = value
    CROSS JOIN readings USING (reading_id)
)
SELECT
    pages.quote_id, observed_at, pages.page, snapshots.run_id, url, seen.quote_id IS NOT NULL,
    seen.reviewer, seen.seat, seen.score, seen.verdict
FROM pages
CROSS JOIN quotes AS q ON q.quote_id = pages.quote_id
CROSS JOIN readings AS r ON r.page = pages.page
LEFT JOIN quote_sightings AS seen
    ON seen.reading_id = r.reading_id AND seen.quote_id = pages.quote_id
CROSS JOIN snapshots ON snapshots.reading_id = r.reading_id
WHERE EXISTS (
    SELECT 1 FROM card_sightings AS shown JOIN cards USING (card_id)
    WHERE shown.reading_id = r.reading_id AND shown.reads_quotes AND cards.entry_id = q.entry_id
)
ORDER BY pages.quote_id, observed_at, pages.page, sha256, snapshots.key
"""
UPDATE_QUOTE = """
UPDATE quotes SET reviewer = ?, seat = ?, score = ?, verdict = ?, page_url = ?,
    first_seen_at = ?, last_seen_at = ?, valid_to = ?, sighting_count = ?
WHERE quote_id = ?
"""
INSERT_QUOTE_VERSION = """
INSERT INTO quote_versions (quote_id, valid_from, valid_to, run_id, reviewer, seat, score, verdict)
VALUES (?, ?, ?, ?, ?, ?, ?, ?)
"""
UPDATE_COMPARISON = """
WITH seen AS MATERIALIZED (
    SELECT observed_at, sha256, key, title, url
    FROM readings JOIN snapshots USING (reading_id) WHERE comparison_id = ?1
)
UPDATE comparisons SET
    first_seen_at = (SELECT min(observed_at) FROM seen),
    last_seen_at = (SELECT max(observed_at) FROM seen),
    title = (SELECT title FROM seen ORDER BY observed_at DESC, sha256 DESC, key DESC LIMIT 1),
    url = (SELECT url FROM seen WHERE url IS NOT NULL
           ORDER BY observed_at DESC, sha256 DESC, key DESC LIMIT 1)
WHERE comparison_id = ?1
"""
DELETE_ENTRIES = "DELETE FROM entries WHERE entry_id IN (SELECT value FROM json_each(?))"
DELETE_QUOTE_VERSIONS = """
DELETE FROM quote_versions WHERE quote_id IN (SELECT value FROM json_each(?))
"""
DELETE_QUOTE_ENDS = "DELETE FROM quote_ends WHERE quote_id IN (SELECT value FROM json_each(?))"
DELETE_QUOTES = "DELETE FROM quotes WHERE quote_id IN (SELECT value FROM json_each(?))"
SELECT_MET_ENTRIES = """
SELECT entry_id, count(*) FROM entry_versions JOIN entries USING (entry_id)
WHERE entry_id IN (SELECT value FROM json_each(?)) AND entries.run_id <> ? GROUP BY entry_id
"""
SELECT_MET_QUOTES = """
SELECT quote_id FROM quotes
WHERE quote_id IN (SELECT value FROM json_each(?)) AND valid_to IS NULL AND run_id <> ?
"""

Row: TypeAlias = tuple[Value, ...]


class _Seen(Struct):
    """When a thing was seen first and last, how often, and the smallest address that shows it."""

    first_at: str = ""
    last_at: str = ""
    count: int = 0
    url: str | None = None

    def note(self, observed_at: str, url: str | None) -> None:
        self.first_at = self.first_at or observed_at
        self.last_at = observed_at
        self.count += 1
        if url is not None and (self.url is None or url < self.url):
            self.url = url


def compute_touched(database: Database, run: Run, touched: Touched) -> None:
    """Compute everything that rests on the touched rows; what nothing shows any more goes."""
    pages = (write_ids(touched.pages),)
    shown = {quote_id for (quote_id,) in database.conn.execute(SELECT_QUOTES_OF_PAGES, pages)}
    if quotes := shown | touched.quotes:
        _compute_quotes(database, run, quotes)
    for comparison_id in sorted(touched.comparisons):
        _compute_comparison(database, comparison_id)
    if touched.entries:
        _compute_entries(database, run, touched.entries)


def _compute_entries(database: Database, run: Run, since: Mapping[int, str]) -> None:
    connection, ids, times = database.conn, (write_ids(since),), (json.dumps(since),)
    # How many versions it had before this run.
    for entry_id, count in connection.execute(SELECT_MET_ENTRIES, (*ids, run.run_id)):
        run.versions_met.setdefault(entry_id, count)
    cards = {
        card_id: (dict(zip(FIELDS, values, strict=True)), tuple(json.loads(derived)))
        for card_id, derived, *values in connection.execute(SELECT_CARDS, ids)
    }
    before = {
        entry_id: Version(
            valid_from, None, run_id, dict(zip(FIELDS, values, strict=True)),
            tuple(json.loads(derived)),
        )
        for entry_id, valid_from, run_id, derived, *values in connection.execute(
            SELECT_VERSIONS_BEFORE, times
        )
    }  # fmt: skip
    versions: list[Row] = []
    current: list[Row] = []
    dates: list[Row] = []
    for entry_id, rows in groupby(connection.execute(SELECT_ENTRIES, times), key=itemgetter(0)):
        seen = _Seen()
        built = build_versions(_observe_entry(rows, cards, seen), before.get(entry_id))
        versions += (
            (entry_id, v.valid_from, v.valid_to, v.run_id, json.dumps(v.derived), *_take(v, FIELDS))
            for v in built
        )
        current.append((*_take(built[-1], FIELDS), json.dumps(built[-1].derived), entry_id))
        if not since[entry_id]:
            dates.append((seen.url, seen.first_at, seen.last_at, entry_id))
    connection.executemany(
        DELETE_ENTRY_VERSIONS, [(i, before[i].valid_from if i in before else "") for i in since]
    )
    connection.executemany(INSERT_ENTRY_VERSION, versions)
    connection.executemany(UPDATE_ENTRY, current)
    connection.executemany(DATE_ENTRY, dates)
    gone = since.keys() - {row[-1] for row in current}
    connection.execute(DELETE_ENTRIES, (write_ids(gone),))


def _observe_entry(
    rows: Iterable[Any], cards: Mapping[int, tuple[State, tuple[str, ...]]], seen: _Seen
) -> Iterator[Observed]:
    """Yield the observations of an entry one by one: a tool may stand on very many pages."""
    for _, at, page, run_id, url, card_id in rows:
        seen.note(at, url)
        values, derived = cards[card_id]
        yield Observed(observed_at=at, page=page, run_id=run_id, values=values, derived=derived)


def _compute_quotes(database: Database, run: Run, quote_ids: set[int]) -> None:
    connection, ids = database.conn, (write_ids(quote_ids),)
    # Those that stood before this run.
    met = connection.execute(SELECT_MET_QUOTES, (*ids, run.run_id))
    run.quotes_met.update(quote_id for (quote_id,) in met)
    versions: list[Row] = []
    ends: list[Row] = []
    current: list[Row] = []
    for quote_id, rows in groupby(connection.execute(SELECT_QUOTES, ids), key=itemgetter(0)):
        seen = _Seen()
        observations = list(_observe_quote(rows, seen))
        built = build_versions(observations)
        versions += (
            (quote_id, v.valid_from, v.valid_to, v.run_id, *_take(v, QUOTE_FIELDS)) for v in built
        )
        ends += ((quote_id, page, ended_at) for page, ended_at in list_ends(observations))
        now, dates = _take(built[-1], QUOTE_FIELDS), (seen.first_at, seen.last_at)
        current.append((*now, seen.url, *dates, built[-1].valid_to, seen.count, quote_id))
    connection.execute(DELETE_QUOTE_VERSIONS, ids)
    connection.execute(DELETE_QUOTE_ENDS, ids)
    connection.executemany(INSERT_QUOTE_VERSION, versions)
    connection.executemany("INSERT INTO quote_ends VALUES (?, ?, ?)", ends)
    connection.executemany(UPDATE_QUOTE, current)
    gone = quote_ids - {row[-1] for row in current}
    connection.execute(DELETE_QUOTES, (write_ids(gone),))


def _observe_quote(rows: Iterable[Any], seen: _Seen) -> Iterator[Observed]:
    for _, at, page, run_id, url, is_shown, *said in rows:
        values = dict(zip(QUOTE_FIELDS, said, strict=True)) if is_shown else None
        if is_shown:
            seen.note(at, url)
        yield Observed(observed_at=at, page=page, run_id=run_id, values=values)


def _compute_comparison(database: Database, comparison_id: int) -> None:
    connection, key = database.conn, (comparison_id,)
    seen = connection.execute("SELECT 1 FROM readings WHERE comparison_id = ? LIMIT 1", key)
    if seen.fetchone() is not None:
        connection.execute(UPDATE_COMPARISON, key)
        return
    connection.execute("DELETE FROM comparison_entries WHERE comparison_id = ?", key)
    connection.execute("DELETE FROM comparisons WHERE comparison_id = ?", key)


def _take(version: Version, fields: tuple[str, ...]) -> list[Value]:
    return [version.values[field] for field in fields]
