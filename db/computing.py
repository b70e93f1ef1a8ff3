"""Load: everything that follows from the sightings, computed for what a batch touched.

Nothing here looks at what was computed before, except to count what changed: current values,
histories, ends and dates are functions of the observations alone.
"""

from __future__ import annotations

import json
from collections.abc import Iterable

from msgspec import Struct, field
from sqlite_utils import Database

from db.history import Observed, Version, build_versions, end_sightings
from db.issues import compute_issues
from db.ledger import Run

FIELDS = (
    "name", "category", "tagline", "description", "verdict", "panel_ship_pct", "ship_votes",
    "skip_votes", "community_ship_pct", "community_votes", "entry_price", "pricing",
    "homepage_url", "reviewed_on",
)  # fmt: skip
QUOTE_FIELDS = ("reviewer", "seat", "score", "verdict")
DELETE_UNSEEN_CARDS = """
DELETE FROM cards WHERE entry_id = ?
    AND NOT EXISTS (SELECT 1 FROM card_sightings WHERE card_sightings.card_id = cards.card_id)
"""
SELECT_CARDS = f"""
SELECT s.observed_at, s.page, s.run_id, s.url, c.derived, {", ".join(f"c.{f}" for f in FIELDS)}
FROM cards AS c
JOIN card_sightings AS seen ON seen.card_id = c.card_id
JOIN snapshots AS s ON s.snapshot_id = seen.snapshot_id
WHERE c.entry_id = ?
ORDER BY s.observed_at, s.page, s.sha256, s.key
"""
UPDATE_ENTRY = f"""
UPDATE entries SET {", ".join(f"{f} = ?" for f in FIELDS)},
    derived = ?, page_url = ?, first_seen_at = ?, last_seen_at = ?
WHERE entry_id = ?
"""
INSERT_ENTRY_VERSION = f"""
INSERT INTO entry_versions (entry_id, valid_from, valid_to, run_id, derived, {", ".join(FIELDS)})
VALUES (?, ?, ?, ?, ?, {", ".join("?" for _ in FIELDS)})
"""
# CROSS JOIN keeps SQLite to this order: from the quote's pages to what was read of them.
SELECT_QUOTE = """
WITH pages AS (
    SELECT DISTINCT page
    FROM quote_sightings JOIN snapshots USING (snapshot_id)
    WHERE quote_id = ?1
)
SELECT s.snapshot_id, s.observed_at, s.page, s.run_id, s.url,
    seen.quote_id IS NOT NULL, seen.reviewer, seen.seat, seen.score, seen.verdict
FROM pages
CROSS JOIN snapshots AS s ON s.page = pages.page
CROSS JOIN card_sightings AS shown ON shown.snapshot_id = s.snapshot_id AND shown.reads_quotes
CROSS JOIN cards AS c ON c.card_id = shown.card_id
LEFT JOIN quote_sightings AS seen ON seen.snapshot_id = s.snapshot_id AND seen.quote_id = ?1
WHERE c.entry_id = (SELECT entry_id FROM quotes WHERE quote_id = ?1)
ORDER BY s.observed_at, s.page, s.sha256, s.key
"""
UPDATE_QUOTE = """
UPDATE quotes SET reviewer = ?, seat = ?, score = ?, verdict = ?, page_url = ?,
    first_seen_at = ?, last_seen_at = ?, valid_to = ?
WHERE quote_id = ?
"""
INSERT_QUOTE_VERSION = """
INSERT INTO quote_versions (quote_id, valid_from, valid_to, run_id, reviewer, seat, score, verdict)
VALUES (?, ?, ?, ?, ?, ?, ?, ?)
"""
SELECT_QUOTES_OF_PAGES = """
SELECT DISTINCT seen.quote_id
FROM snapshots AS s
JOIN quote_sightings AS seen ON seen.snapshot_id = s.snapshot_id
WHERE s.page IN (
    SELECT page FROM snapshots WHERE comparison_id IN (SELECT value FROM json_each(?))
    UNION
    SELECT value FROM json_each(?)
)
"""
UPDATE_COMPARISON = """
UPDATE comparisons SET
    first_seen_at = (SELECT min(observed_at) FROM snapshots WHERE comparison_id = ?1),
    last_seen_at = (SELECT max(observed_at) FROM snapshots WHERE comparison_id = ?1),
    title = (SELECT title FROM snapshots WHERE comparison_id = ?1
             ORDER BY observed_at DESC, sha256 DESC, key DESC LIMIT 1),
    url = (SELECT url FROM snapshots WHERE comparison_id = ?1 AND url IS NOT NULL
           ORDER BY observed_at DESC, sha256 DESC, key DESC LIMIT 1)
WHERE comparison_id = ?1
"""


class Touched(Struct):
    """The rows that a batch touched, by their whole-number keys, and the pages it read anew."""

    entries: set[int] = field(default_factory=set)
    quotes: set[int] = field(default_factory=set)
    comparisons: set[int] = field(default_factory=set)
    subjects: set[str] = field(default_factory=set)
    pages: set[str] = field(default_factory=set)


def compute_touched(database: Database, run: Run, touched: Touched) -> None:
    """Compute everything that rests on the touched rows; what nothing shows any more goes."""
    connection = database.conn
    pages = (json.dumps(sorted(touched.comparisons)), json.dumps(sorted(touched.pages)))
    quotes = {quote_id for (quote_id,) in connection.execute(SELECT_QUOTES_OF_PAGES, pages)}
    for quote_id in sorted(quotes | touched.quotes):
        _compute_quote(database, run, quote_id)
    for comparison_id in sorted(touched.comparisons):
        _compute_comparison(database, comparison_id)
    for entry_id in sorted(touched.entries):
        _compute_entry(database, run, entry_id)
    compute_issues(database, touched.subjects)


def _compute_entry(database: Database, run: Run, entry_id: int) -> None:
    connection = database.conn
    connection.execute(DELETE_UNSEEN_CARDS, (entry_id,))
    rows = connection.execute(SELECT_CARDS, (entry_id,)).fetchall()
    _meet_entry(database, run, entry_id)
    connection.execute("DELETE FROM entry_versions WHERE entry_id = ?", (entry_id,))
    if not rows:
        connection.execute("DELETE FROM entries WHERE entry_id = ?", (entry_id,))
        return
    versions = build_versions(
        [
            Observed(
                observed_at=at,
                page=page,
                run_id=run_id,
                values=dict(zip(FIELDS, values, strict=True)),
                derived=tuple(json.loads(derived)),
            )
            for at, page, run_id, _, derived, *values in rows
        ]
    )
    connection.executemany(
        INSERT_ENTRY_VERSION,
        [
            (entry_id, v.valid_from, v.valid_to, v.run_id, json.dumps(v.derived), *_take(v, FIELDS))
            for v in versions
        ],
    )
    current = versions[-1]
    connection.execute(
        UPDATE_ENTRY,
        (
            *_take(current, FIELDS),
            json.dumps(current.derived),
            _smallest(url for _, _, _, url, *_ in rows),
            rows[0][0],
            rows[-1][0],
            entry_id,
        ),
    )


def _compute_quote(database: Database, run: Run, quote_id: int) -> None:
    connection = database.conn
    _meet_quote(database, run, quote_id)
    connection.execute("DELETE FROM quote_versions WHERE quote_id = ?", (quote_id,))
    rows = connection.execute(SELECT_QUOTE, (quote_id,)).fetchall()
    if not rows:
        connection.execute("DELETE FROM quotes WHERE quote_id = ?", (quote_id,))
        return
    versions = build_versions(
        [
            Observed(
                observed_at=at,
                page=page,
                run_id=run_id,
                values=dict(zip(QUOTE_FIELDS, values, strict=True)) if shown else None,
            )
            for _, at, page, run_id, _, shown, *values in rows
        ]
    )
    connection.executemany(
        INSERT_QUOTE_VERSION,
        [(quote_id, v.valid_from, v.valid_to, v.run_id, *_take(v, QUOTE_FIELDS)) for v in versions],
    )
    shown = [row for row in rows if row[5]]
    ends = end_sightings(
        ((row[0], row[2], row[1]) for row in shown), ((row[0], row[2], row[1]) for row in rows)
    )
    connection.executemany(
        "UPDATE quote_sightings SET valid_to = ?1 "
        "WHERE snapshot_id = ?2 AND quote_id = ?3 AND valid_to IS NOT ?1",
        [(end, snapshot_id, quote_id) for snapshot_id, end in ends],
    )
    current = versions[-1]
    connection.execute(
        UPDATE_QUOTE,
        (
            *_take(current, QUOTE_FIELDS),
            _smallest(row[4] for row in shown),
            shown[0][1],
            shown[-1][1],
            current.valid_to,
            quote_id,
        ),
    )


def _meet_entry(database: Database, run: Run, entry_id: int) -> None:
    """Note how many versions an entry had before this run, if it was there."""
    if entry_id in run.versions_met:
        return
    (versions,) = database.conn.execute(
        "SELECT count(*) FROM entry_versions WHERE entry_id = ?", (entry_id,)
    ).fetchone()
    if versions:
        run.versions_met[entry_id] = versions


def _meet_quote(database: Database, run: Run, quote_id: int) -> None:
    """Note a quote that stood before this run."""
    stood = database.conn.execute(
        "SELECT 1 FROM quotes WHERE quote_id = ? AND valid_to IS NULL AND run_id <> ?",
        (quote_id, run.run_id),
    )
    if quote_id not in run.quotes_met and stood.fetchone() is not None:
        run.quotes_met.add(quote_id)


def _compute_comparison(database: Database, comparison_id: int) -> None:
    connection = database.conn
    seen = connection.execute(
        "SELECT 1 FROM snapshots WHERE comparison_id = ? LIMIT 1", (comparison_id,)
    )
    if seen.fetchone() is not None:
        connection.execute(UPDATE_COMPARISON, (comparison_id,))
        return
    connection.execute("DELETE FROM comparison_entries WHERE comparison_id = ?", (comparison_id,))
    connection.execute("DELETE FROM comparisons WHERE comparison_id = ?", (comparison_id,))


def _take(version: Version, fields: tuple[str, ...]) -> list[str | int | None]:
    return [version.values[field] for field in fields]


def _smallest(urls: Iterable[str | None]) -> str | None:
    return min((url for url in urls if url is not None), default=None)
