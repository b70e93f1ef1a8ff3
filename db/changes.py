"""Check: what runs changed: which entries and quotes are new, different, ended or come back.

It is told from the histories, where each version names the run that first read the observation it
begins with. So what a better reader makes of old pages is no change of any later run, and the
versions of a late archive are those of the run that brought it, though they lie in the past.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import groupby
from operator import itemgetter
from typing import Any, Literal, TypeAlias

from msgspec import Struct
from sqlite_utils import Database

ENTRY_FIELDS = (
    "name", "category", "tagline", "description", "verdict", "panel_ship_pct", "ship_votes",
    "skip_votes", "community_ship_pct", "community_votes", "entry_price", "pricing",
    "homepage_url", "reviewed_on", "derived",
)  # fmt: skip
QUOTE_FIELDS = ("reviewer", "seat", "score", "verdict")
SELECT_RUNS = """
SELECT run_id, command, status, started_at, finished_at FROM v1_runs
WHERE run_id = ?1 OR (?1 IS NULL AND started_at >= ?2) ORDER BY run_id
"""
SELECT_LAST_RUN = "SELECT max(run_id) FROM v1_runs"
# A killed run has counted nothing, and has loaded what it had committed.
SELECT_LAST = """
SELECT max(
    coalesce((SELECT max(run_id) FROM v1_entry_history), 0),
    coalesce((SELECT max(run_id) FROM v1_quote_history), 0),
    coalesce((SELECT max(run_id) FROM v1_runs WHERE quotes_ended > 0 OR entries_ended > 0), 0)
)
"""
SELECT_ENTRIES = f"""
WITH mine AS MATERIALIZED (
    SELECT DISTINCT entry_id FROM v1_entry_history
    WHERE run_id IN (SELECT value FROM json_each(?))
)
SELECT entry_id, run_id, valid_from, valid_to, {", ".join(ENTRY_FIELDS)}
FROM v1_entry_history WHERE entry_id IN (SELECT entry_id FROM mine)
ORDER BY entry_id, valid_from
"""
# A quote ends when the last page that showed it is observed without it. Which run read an
# observation first, and of which page it is, no view says.
SELECT_ENDED = """
WITH observed AS MATERIALIZED (
    SELECT DISTINCT page, observed_at, run_id
    FROM snapshots JOIN readings USING (reading_id)
    WHERE run_id IN (SELECT value FROM json_each(?))
)
SELECT quotes.key, ended_at, min(observed.run_id)
FROM observed
CROSS JOIN quote_ends ON quote_ends.page = observed.page AND ended_at = observed_at
CROSS JOIN quote_versions AS v ON v.quote_id = quote_ends.quote_id AND v.valid_to = ended_at
CROSS JOIN quotes ON quotes.quote_id = v.quote_id
WHERE NOT EXISTS (
    SELECT 1 FROM quote_versions AS next
    WHERE next.quote_id = v.quote_id AND next.valid_from = v.valid_to
)
GROUP BY quotes.key, ended_at
"""
SELECT_QUOTES = f"""
WITH mine AS MATERIALIZED (
    SELECT quote_id FROM v1_quote_history WHERE run_id IN (SELECT value FROM json_each(?))
    UNION
    SELECT value FROM json_each(?)
)
SELECT quote_id, run_id, valid_from, valid_to, {", ".join(QUOTE_FIELDS)}
FROM v1_quote_history WHERE quote_id IN (SELECT quote_id FROM mine)
ORDER BY quote_id, valid_from
"""
SELECT_ENTRY = """
SELECT tool_id, (SELECT name FROM v1_entries AS leading WHERE leading.entry_id = e.tool_id),
    name, source_url
FROM v1_entries AS e WHERE entry_id = ?
"""
SELECT_QUOTE = "SELECT entry_id, text, source_url FROM v1_quotes WHERE quote_id = ?"

How: TypeAlias = Literal["new", "changed", "ended", "back", "earlier"]
Row: TypeAlias = tuple[Any, ...]


class RunRow(Struct, frozen=True, kw_only=True):
    """A run, as the ledger names it."""

    run_id: int
    command: str
    status: str
    started_at: str
    finished_at: str | None


class Change(Struct, frozen=True, kw_only=True):
    """What became of an entry or a quote, since when, and in which run.

    ``fields`` holds what is different, each with its value before and after; of what is new, all
    values (before: null). ``earlier`` is a state that lies before what was known already: what
    came after it is what was known.
    """

    subject: Literal["entry", "quote"]
    subject_id: str
    how: How
    at: str
    run_id: int
    fields: dict[str, tuple[Any, Any]]


class Described(Struct, frozen=True, kw_only=True):
    """The entry that a change is of, its tool, and the words of the quote that is meant."""

    tool_id: str
    tool: str
    entry_id: str
    name: str
    source_url: str | None
    text: str | None = None


def find_runs(
    database: Database, run_id: int | None = None, since: str | None = None
) -> list[RunRow]:
    """Return one run, those that began at a time or later, or the last that changed anything."""
    if run_id is None and since is None:
        (run_id,) = database.conn.execute(SELECT_LAST).fetchone()
    rows = database.conn.execute(SELECT_RUNS, (run_id, since))
    names = RunRow.__struct_fields__
    return [RunRow(**dict(zip(names, row, strict=True))) for row in rows]


def find_last_run(database: Database) -> int | None:
    """Return the highest number of a run."""
    (run_id,) = database.conn.execute(SELECT_LAST_RUN).fetchone()
    return None if run_id is None else int(run_id)


def list_changes(database: Database, run_ids: Sequence[int]) -> Iterator[Change]:
    """Iterate over what these runs changed: entries first, each in the order of its history."""
    runs, ids = frozenset(run_ids), json.dumps(list(run_ids))
    connection = database.conn
    ended = {(row[0], row[1]): row[2] for row in connection.execute(SELECT_ENDED, (ids,))}
    entries = connection.execute(SELECT_ENTRIES, (ids,))
    yield from _follow("entry", entries, ENTRY_FIELDS, runs, {})
    gone = json.dumps(sorted({quote_id for quote_id, _ in ended}))
    quotes = connection.execute(SELECT_QUOTES, (ids, gone))
    yield from _follow("quote", quotes, QUOTE_FIELDS, runs, ended)


def describe_change(database: Database, change: Change) -> Described:
    """Look up what a change is of."""
    entry_id, text, quote_url = change.subject_id, None, None
    if change.subject == "quote":
        row = database.conn.execute(SELECT_QUOTE, (change.subject_id,)).fetchone()
        entry_id, text, quote_url = row
    tool_id, tool, name, url = database.conn.execute(SELECT_ENTRY, (entry_id,)).fetchone()
    return Described(
        tool_id=tool_id,
        tool=tool,
        entry_id=entry_id,
        name=name,
        source_url=quote_url or url,
        text=text,
    )


def _follow(
    subject: Literal["entry", "quote"],
    rows: Iterable[Row],
    fields: Sequence[str],
    runs: frozenset[int],
    ended: Mapping[tuple[str, str], int],
) -> Iterator[Change]:
    """Go through the histories of things, and yield what these runs have in them."""
    for subject_id, group in groupby(rows, key=itemgetter(0)):
        # As it was known then: what later runs brought of earlier times is theirs.
        versions = [version for version in group if version[1] <= max(runs)]
        is_new = min((version[1] for version in versions), default=None) in runs
        change = partial(Change, subject=subject, subject_id=subject_id)
        befores, followings = [None, *versions], [*versions[1:], None]
        for before, version, following in zip(befores, versions, followings, strict=False):
            _, run_id, valid_from, valid_to, *values = version
            if run_id in runs:
                how = _name(before, valid_from, is_new=is_new)
                if how == "earlier":
                    differing = _differ(fields, values, following and following[4:])
                else:
                    differing = _differ(fields, before and before[4:], values)
                yield change(how=how, at=valid_from, run_id=run_id, fields=differing)
            if (subject_id, valid_to) in ended and (following is None or following[2] > valid_to):
                run_id = ended[subject_id, valid_to]
                yield change(how="ended", at=valid_to, run_id=run_id, fields={})


def _name(before: Row | None, valid_from: str, *, is_new: bool) -> How:
    if before is None:
        return "new" if is_new else "earlier"
    return "back" if before[3] is not None and before[3] < valid_from else "changed"


def _differ(
    fields: Sequence[str], before: Sequence[Any] | None, after: Sequence[Any] | None
) -> dict[str, tuple[Any, Any]]:
    """Return the fields that differ, before and after; all that are stated where nothing was."""
    nothing = [None] * len(fields)
    pairs = zip(fields, zip(before or nothing, after or nothing, strict=True), strict=True)
    return {name: (was, now) for name, (was, now) in pairs if was != now}
