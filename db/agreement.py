"""Load: what the views say of one another: ids, intervals, current values, dates and counts.

Each is one question across rows, whose answer is the rows that disagree: an id, what stands there,
and what should.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter

from sqlite_utils import Database

from db.breaches import Answer, Breach, check_rows, check_shape, gather
from db.contract import REFERENCES, VIEWS
from db.keys import comparison_key, normalise_text, quote_key, slug_key

OVERLAPS = """
SELECT {id}, valid_from || ' to ' || coalesce(valid_to, 'now'), 'an end before ' || next
FROM (
    SELECT {id}, valid_from, valid_to,
        lead(valid_from) OVER (PARTITION BY {id} ORDER BY valid_from) AS next
    FROM {view}
)
WHERE next IS NOT NULL AND (valid_to IS NULL OR valid_to > next)
"""
CURRENT = """
SELECT c.{id}, h.said, c.said
FROM (SELECT {id}, json_object({row}) AS said FROM {view}) AS c
LEFT JOIN (
    SELECT {id}, json_object({row}) AS said, max(valid_from) FROM {history} GROUP BY {id}
) AS h ON h.{id} = c.{id}
WHERE h.said IS NOT c.said
"""
SEEN = """
SELECT t.{id}, {row}, coalesce(s.seen, 'no sighting')
FROM {view} AS t
LEFT JOIN (
    SELECT subject_id, {seen} AS seen FROM v1_sightings WHERE subject = '{subject}'
    GROUP BY subject_id
) AS s ON s.subject_id = t.{id}
WHERE s.seen IS NOT {row}
"""
COUNTED = """
SELECT t.{id}, t.{column}, coalesce(n.count, 0)
FROM {view} AS t
LEFT JOIN (SELECT {other_id} AS id, count(*) AS count FROM {other} GROUP BY {other_id}) AS n
    ON n.id = t.{id}
WHERE t.{column} <> coalesce(n.count, 0)
"""
# A slug of a site that asks to be cited has its address; what an address shows has one.
UNSOURCED_ENTRIES = """
SELECT entry_id, NULL, 'an address'
FROM v1_entries AS e
WHERE source_url IS NULL AND (
    slug IS NOT NULL AND site IN (SELECT site FROM v1_sites)
    OR EXISTS (
        SELECT 1 FROM v1_sightings JOIN v1_snapshots AS s USING (snapshot_id)
        WHERE subject_id = e.entry_id AND s.url IS NOT NULL
    )
)
"""
UNSOURCED_QUOTES = """
SELECT quote_id, NULL, 'an address'
FROM v1_quotes AS q
WHERE source_url IS NULL AND entry_id IN (
    SELECT entry_id FROM v1_entries WHERE slug IS NOT NULL AND site IN (SELECT site FROM v1_sites)
)
"""
SLUGS = "SELECT entry_id, site, slug FROM v1_entries WHERE slug IS NOT NULL"
COMPARED = """
SELECT comparison_id, site, entry_id
FROM v1_comparisons JOIN v1_comparison_entries USING (comparison_id)
ORDER BY comparison_id, position
"""
WORDS = "SELECT quote_id, entry_id, text, reviewer FROM v1_quotes"
_ENTRY = (
    "name", "category", "tagline", "description", "verdict", "panel_ship_pct", "ship_votes",
    "skip_votes", "community_ship_pct", "community_votes", "entry_price", "pricing",
    "homepage_url", "reviewed_on", "derived",
)  # fmt: skip
_QUOTE = ("reviewer", "seat", "score", "verdict", "valid_to")


def list_breaches(database: Database) -> Iterator[Breach]:
    """Find every breach of the contract; views that are not whole are looked into no further."""
    whole = set()
    for view, columns in VIEWS.items():
        breach = check_shape(database, view, columns)
        if breach is None:
            whole.add(view)
        else:
            yield breach
    for view in VIEWS:
        if view in whole:
            yield from check_rows(database, view)
    for code, needed, where, sql in list_questions():
        if needed <= whole:
            yield from ask(database, code, where, sql)
    if {"v1_entries", "v1_quotes"} <= whole:
        yield from gather("id_wrong", "v1_entries.entry_id", _list_wrong_entries(database))
        yield from gather("id_wrong", "v1_quotes.quote_id", _list_wrong_quotes(database))
    if {"v1_comparisons", "v1_comparison_entries"} <= whole:
        wrong = _list_wrong_comparisons(database)
        yield from gather("id_wrong", "v1_comparisons.comparison_id", wrong)


def _list_wrong_entries(database: Database) -> Iterator[Answer]:
    """Compute the ids of the entries with a slug again."""
    for entry_id, site, slug in database.conn.execute(SLUGS):
        expected = slug_key(site, slug)
        if entry_id != expected:
            yield entry_id, entry_id, expected


def _list_wrong_comparisons(database: Database) -> Iterator[Answer]:
    """Compute the ids of the comparisons again, of their sites and entries."""
    rows = database.conn.execute(COMPARED)
    for (comparison_id, site), group in groupby(rows, key=itemgetter(0, 1)):
        expected = comparison_key(site, [entry_id for *_, entry_id in group])
        if comparison_id != expected:
            yield comparison_id, comparison_id, expected


def _list_wrong_quotes(database: Database) -> Iterator[Answer]:
    """Compute the ids of the quotes again: of the words, or of words and critic."""
    for quote_id, entry_id, text, reviewer in database.conn.execute(WORDS):
        words = normalise_text(str(text))
        expected = quote_key(entry_id, words)
        if quote_id == expected:
            continue
        if reviewer is None or quote_id != quote_key(entry_id, words, normalise_text(reviewer)):
            yield quote_id, quote_id, expected


def list_questions() -> Iterator[tuple[str, set[str], str, str]]:
    """Yield what is asked across rows and views: a code, the views, where, and the SQL."""
    for view, column, other, key, only in REFERENCES:
        sql = (
            f"SELECT {VIEWS[view][0].name}, {column}, 'one of {other}.{key}' FROM {view} "
            f"WHERE {column} NOT IN (SELECT {key} FROM {other} WHERE {key} IS NOT NULL)"
            f"{f' AND {only}' if only else ''}"
        )
        yield "id_unknown", {view, other}, f"{view}.{column}", sql
    for one, many in (("entry", "entries"), ("quote", "quotes")):
        key, view, history = f"{one}_id", f"v1_{many}", f"v1_{one}_history"
        overlaps = OVERLAPS.format(id=key, view=history)
        yield "interval_overlaps", {history}, f"{history}.valid_to", overlaps
        fields = _ENTRY if one == "entry" else _QUOTE
        row = ", ".join(f"'{field}', {field}" for field in fields)
        sql = CURRENT.format(id=key, view=view, history=history, row=row)
        yield "history_disagrees", {view, history}, view, sql
        seen = ["min(valid_from)", "max(valid_from)"]
        stated = ["first_seen_at", "last_seen_at"]
        if one == "quote":
            seen.append("count(DISTINCT snapshot_id)")
            stated.append("sighting_count")
        sql = SEEN.format(id=key, view=view, subject=one, row=_join(stated), seen=_join(seen))
        yield "sightings_disagree", {view, "v1_sightings"}, f"{view}.{', '.join(stated)}", sql
    for view, column, key, other, other_id in (
        ("v1_tools", "entry_count", "tool_id", "v1_entries", "tool_id"),
        ("v1_entries", "comparison_count", "entry_id", "v1_comparison_entries", "entry_id"),
    ):
        sql = COUNTED.format(id=key, view=view, column=column, other=other, other_id=other_id)
        yield "count_wrong", {view, other}, f"{view}.{column}", sql
    views = {"v1_entries", "v1_sites", "v1_sightings", "v1_snapshots"}
    yield "source_missing", views, "v1_entries.source_url", UNSOURCED_ENTRIES
    views = {"v1_entries", "v1_quotes", "v1_sites"}
    yield "source_missing", views, "v1_quotes.source_url", UNSOURCED_QUOTES


def _join(columns: list[str]) -> str:
    return " || ', ' || ".join(columns)


def ask(database: Database, code: str, where: str, sql: str) -> Iterator[Breach]:
    """Ask one question; its answer is none, or one breach with all rows."""
    answers: Iterable[Answer] = database.conn.execute(sql)
    if code == "history_disagrees":
        answers = map(name_difference, answers)
    yield from gather(code, where, answers)


def name_difference(answer: Answer) -> Answer:
    """Keep of two versions, as JSON, the first field in which they differ."""
    key, before, now = answer
    if before is None:
        return key, "no version at all", "one"
    versions = json.loads(str(before)), json.loads(str(now))
    name = next(name for name in versions[1] if versions[0][name] != versions[1][name])
    got, expected = (f"{name} {version[name]!r}" for version in versions)
    return key, got, expected
