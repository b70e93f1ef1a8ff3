"""Load: what breaks the contract of the views: shape, values, ids, times, and what does not agree.

A healthy file has none of these: the loader sees to them, and most are constraints of the tables,
too. They are looked for where a program would meet them, in the views, so that they hold whatever
the tables look like.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from typing import TypeAlias

from msgspec import Struct
from sqlite_utils import Database

from db.contract import KEYS, KINDS, ORDERS, REFERENCES, VIEWS, Column

SHOWN = 3
# Rows that disagree with others. Each gives an id, and what stands there and should.
OVERLAPS = """
SELECT {id}, valid_from || ' to ' || coalesce(valid_to, 'now'), 'an end before ' || next
FROM (
    SELECT {id}, valid_from, valid_to,
        lead(valid_from) OVER (PARTITION BY {id} ORDER BY valid_from) AS next
    FROM {view}
)
WHERE next IS NOT NULL AND (valid_to IS NULL OR valid_to > next)
"""
CURRENT_ENTRIES = """
SELECT e.entry_id, h.named, e.named
FROM (SELECT entry_id, {row} AS named FROM v1_entries) AS e
LEFT JOIN (SELECT entry_id, {row} AS named, max(valid_from) FROM v1_entry_history GROUP BY entry_id)
    AS h USING (entry_id)
WHERE h.named IS NOT e.named
"""
CURRENT_QUOTES = """
SELECT q.quote_id, h.named, q.named
FROM (SELECT quote_id, {row} AS named FROM v1_quotes) AS q
LEFT JOIN (SELECT quote_id, {row} AS named, max(valid_from) FROM v1_quote_history GROUP BY quote_id)
    AS h USING (quote_id)
WHERE h.named IS NOT q.named
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
_ENTRY = (
    "name", "category", "tagline", "description", "verdict", "panel_ship_pct", "ship_votes",
    "skip_votes", "community_ship_pct", "community_votes", "entry_price", "pricing", "derived",
)  # fmt: skip
_QUOTE = ("reviewer", "seat", "score", "verdict", "valid_to")


SELECT_OBSERVED = """
SELECT archive_id, sha256, address, observed_at, key FROM snapshots ORDER BY archive_id
"""

Observed: TypeAlias = tuple[int, str, str | None, str, str]


class Breach(Struct, frozen=True):
    """One way in which a view breaks its contract: how many rows do, and the first of them.

    ``where`` is the view and its column; ``examples`` are the ids of some rows.
    """

    code: str
    where: str
    expected: str
    got: str
    rows: int = 0
    examples: tuple[str, ...] = ()

    @property
    def what(self) -> str:
        """What is wrong, in one line."""
        wrong = f"expected {self.expected}, got {self.got}"
        if not self.rows:
            return wrong
        rows = f"{self.rows:,} {'row' if self.rows == 1 else 'rows'}"
        return f"{rows}, such as {self.examples[0]}: {wrong}"


def list_breaches(database: Database) -> Iterator[Breach]:
    """Find every breach; views that are not whole are looked into no further."""
    whole = []
    for view, columns in VIEWS.items():
        breach = check_shape(database, view, columns)
        if breach is None:
            whole.append(view)
        else:
            yield breach
    for view in whole:
        yield from check_rows(database, view)
    for code, needed, where, sql in list_questions():
        if needed <= set(whole):
            yield from ask(database, code, where, sql)


def list_observed(database: Database) -> Iterator[Observed]:
    """Yield of each snapshot its row in the archive, SHA-256, address, time, and id."""
    yield from database.conn.execute(SELECT_OBSERVED)


def check_shape(database: Database, view: str, columns: tuple[Column, ...]) -> Breach | None:
    """Find a view that is not there, cannot be read, or whose columns are not these, in order."""
    expected = tuple(column.name for column in columns)
    row = database.conn.execute("SELECT 1 FROM sqlite_master WHERE name = ?", (view,)).fetchone()
    if row is None:
        return Breach("view_missing", view, f"a view of {len(expected)} columns", "none")
    try:
        cursor = database.conn.execute(f"SELECT * FROM {view} LIMIT 1")
        cursor.fetchone()
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode != sqlite3.SQLITE_ERROR:
            raise
        return Breach("view_unreadable", view, "a view that can be read", str(error))
    found = tuple(column[0] for column in cursor.description)
    if found[: len(expected)] == expected:
        return None
    missing = [name for name in expected if name not in found]
    got = f"none of the name {missing[0]}" if missing else f"the order {', '.join(found)}"
    return Breach("view_changed", view, f"the columns {', '.join(expected)}", got)


def check_rows(database: Database, view: str) -> Iterator[Breach]:
    """Find rows of a view that break a rule by themselves, in one pass through the view."""
    rules = [
        (column.name, column.name, _write_rule(column), KINDS[column.kind].words, "value_wrong")
        for column in VIEWS[view]
    ]
    for name, earlier, how, later in ORDERS:
        if name == view:
            rule = f"{earlier} {how} {later}"
            shown = f"{earlier} || ' and ' || {later}"
            rules.append((f"{earlier} and {later}", shown, rule, rule, "order_wrong"))
    counts = ", ".join(f"count(*) FILTER (WHERE NOT ({rule}))" for _, _, rule, _, _ in rules)
    wrong = database.conn.execute(f"SELECT {counts} FROM {view}").fetchone()
    for (where, shown, rule, words, code), rows in zip(rules, wrong, strict=True):
        if rows:
            first = VIEWS[view][0].name
            sql = f"SELECT {first}, {shown} FROM {view} WHERE NOT ({rule}) LIMIT {SHOWN}"
            found = database.conn.execute(sql).fetchall()
            examples = tuple(str(key) for key, _ in found)
            got = repr(found[0][1])
            yield Breach(code, f"{view}.{where}", words, got, rows, examples)
    if view in KEYS:
        key = KEYS[view]
        sql = f"SELECT {key}, count(*) FROM {view} GROUP BY {key} HAVING count(*) > 1"
        where = f"{view}.{key}"
        repeated = [
            (", ".join(map(str, row[:-1])), row[-1], "one row")
            for row in database.conn.execute(sql)
        ]
        yield from _gather("id_repeated", where, repeated)


def _write_rule(column: Column) -> str:
    condition = KINDS[column.kind].condition.format(column.name)
    if column.is_nullable:
        return f"{column.name} IS NULL OR {condition}"
    return f"{column.name} IS NOT NULL AND {condition}"


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
        current, row = (CURRENT_ENTRIES, _ENTRY) if one == "entry" else (CURRENT_QUOTES, _QUOTE)
        sql = current.format(row=f"json_array({', '.join(row)})")
        yield "history_disagrees", {view, history}, view, sql
        seen = ["min(valid_from)", "max(valid_from)"]
        stated = ["first_seen_at", "last_seen_at"]
        if one == "quote":
            seen.append("count(*)")
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
    yield from _gather(code, where, database.conn.execute(sql))


def _gather(
    code: str, where: str, found: Iterable[tuple[object, object, object]]
) -> Iterator[Breach]:
    """Make one breach of all rows that are found: an id, what stands there, and what should."""
    rows, shown = 0, []
    for row in found:
        rows += 1
        if rows <= SHOWN:
            shown.append(row)
    if shown:
        _, got, expected = shown[0]
        examples = tuple(str(key) for key, _, _ in shown)
        yield Breach(
            code, where, str(expected), "nothing" if got is None else str(got), rows, examples
        )
