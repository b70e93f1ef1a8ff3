"""Check: what runs changed: which entries and quotes are new, different, ended, come back.

What a run changed is the difference between what followed from all that the runs before it had
read first, and what followed with what it read. So it depends on no later run, and not on what a
better reader makes of old pages, which it makes of both. What was not observed before is no change
of the site when it is; nor is what an old archive tells of the past.

Promised of what is told, not of what it is told by: ids, names of tools and entries, and which
entry a card without a slug belongs to, are those of today.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Literal, TypeAlias

from msgspec import Struct
from msgspec.structs import replace
from sqlite_utils import Database

from db.computing import ENTRIES_AT_ONCE, assign_quotes, compute_entry
from db.differing import Difference, How, list_differences
from db.history import Version
from db.observations import Observations, read_observations, take_until
from db.quoting import Quotes, Said
from db.repeating import is_repeated

Place: TypeAlias = tuple[int, int]

SELECT_RUNS = """
SELECT run_id, command, status, started_at, finished_at FROM v1_runs
WHERE run_id = ?1 OR (?1 IS NULL AND started_at >= ?2) ORDER BY run_id
"""
SELECT_LAST_RUN = "SELECT max(run_id) FROM v1_runs"
# The latest first. Those that changed nothing have counted nothing, and no version is theirs; one
# that was killed has not counted, and has loaded what it had committed.
SELECT_LIKELY = """
WITH known AS MATERIALIZED (
    SELECT run_id FROM entry_versions UNION SELECT run_id FROM quote_versions
)
SELECT run_id FROM runs
WHERE (
    run_id IN (SELECT run_id FROM known)
    OR status NOT IN ('clean', 'issues')
    OR entries_added + entries_changed + quotes_added + quotes_ended > 0
    OR quotes_changed > 0
)
AND run_id IN (SELECT run_id FROM snapshots)
ORDER BY run_id DESC
"""
# Which run read an observation first, and which entries it shows, no view says.
SELECT_SEEN = """
SELECT DISTINCT entry_id
FROM (SELECT DISTINCT reading_id FROM snapshots WHERE run_id BETWEEN ? AND ?)
CROSS JOIN sightings USING (reading_id)
CROSS JOIN cards USING (card_id)
ORDER BY entry_id
"""
SELECT_ENTRY = """
SELECT tool_id, (SELECT name FROM v1_entries AS leading WHERE leading.entry_id = e.tool_id),
    name, source_url
FROM v1_entries AS e WHERE entry_id = ?
"""
SELECT_QUOTE_URL = "SELECT source_url FROM v1_quotes WHERE quote_id = ?"


class RunRow(Struct, frozen=True, kw_only=True):
    """A run, as the ledger names it."""

    run_id: int
    command: str
    status: str
    started_at: str
    finished_at: str | None


class Change(Struct, frozen=True, kw_only=True):
    """What became of an entry or a quote, since when, and in which run.

    ``fields`` holds values before and after: of ``new``, all that there are; of ``changed``, those
    that were stated otherwise; of ``known``, those that nothing had stated; of ``earlier``, those
    of a state in the past and of what followed it. ``text``, ``seat`` and ``reviewer``, as last
    shown, are a quote's.
    """

    subject: Literal["entry", "quote"]
    subject_id: str
    entry_id: str
    how: How
    at: str
    run_id: int
    fields: dict[str, tuple[Any, Any]]
    text: str | None = None
    seat: int | None = None
    reviewer: str | None = None


class Described(Struct, frozen=True, kw_only=True):
    """The entry that a change is of, its tool, and where to look."""

    tool_id: str
    tool: str
    entry_id: str
    name: str
    source_url: str | None


def find_runs(
    database: Database, run_id: int | None = None, since: str | None = None
) -> list[RunRow]:
    """Return one run, those that began at a time or later, or the last that changed anything."""
    if run_id is None and since is None:
        likely = database.conn.execute(SELECT_LIKELY).fetchall()
        run_id = next((run for (run,) in likely if any(list_changes(database, [run]))), 0)
    rows = database.conn.execute(SELECT_RUNS, (run_id, since))
    names = RunRow.__struct_fields__
    return [RunRow(**dict(zip(names, row, strict=True))) for row in rows]


def find_last_run(database: Database) -> int | None:
    """Return the highest number of a run."""
    (run_id,) = database.conn.execute(SELECT_LAST_RUN).fetchone()
    return None if run_id is None else int(run_id)


def list_changes(database: Database, run_ids: Sequence[int]) -> Iterator[Change]:
    """Iterate over what runs that follow each other changed: an entry, then its quotes."""
    first, last = min(run_ids), max(run_ids)
    seen = [entry_id for (entry_id,) in database.conn.execute(SELECT_SEEN, (first, last))]
    for start in range(0, len(seen), ENTRIES_AT_ONCE):
        for observed in read_observations(database, seen[start : start + ENTRIES_AT_ONCE]):
            after = take_until(observed, last)
            if after is not None and not is_repeated(after, first):
                yield from _Story(observed, after, first).tell()


def describe_change(database: Database, change: Change) -> Described:
    """Look up what a change is of."""
    row = database.conn.execute(SELECT_ENTRY, (change.entry_id,)).fetchone()
    tool_id, tool, name, url = row
    if change.subject == "quote":
        (quote_url,) = database.conn.execute(SELECT_QUOTE_URL, (change.subject_id,)).fetchone()
        url = quote_url or url
    return Described(
        tool_id=tool_id, tool=tool, entry_id=change.entry_id, name=name, source_url=url
    )


class _Story:
    """An entry before some runs, and after them."""

    def __init__(self, observed: Observations, after: Observations, first: int) -> None:
        self._observed = observed
        self._seen = after
        self._first = first
        self._before = take_until(after, first - 1)

    def tell(self) -> Iterator[Change]:
        """Tell what is different of the entry and of its quotes."""
        key, seen = self._observed.key, self._seen
        quotes = assign_quotes(seen)
        after = compute_entry(seen, quotes)
        today = quotes if seen is self._observed else assign_quotes(self._observed)
        names = _follow_quotes(seen.printed, quotes, today)
        versions: Sequence[Version] = ()
        said: Mapping[str, Sequence[Version]] = {}
        has_read = self._before is None
        if self._before is not None:
            has_read = any(card.reads_quotes for card in self._before.cards.values())
            quotes_before = assign_quotes(self._before)
            before = compute_entry(self._before, quotes_before)
            later = _follow_quotes(self._before.printed, quotes_before, quotes)
            versions = before.versions
            said = {later[name]: row.versions for name, row in before.quotes.items()}
        for each in list_differences(versions, after.versions):
            yield self._name(each, "entry", key)
        for name, row in after.quotes.items():
            for each in list_differences(said.get(name, ()), row.versions):
                # Of an entry whose quotes no page had shown, they were not observed.
                how: How = "known" if each.how == "new" and not has_read else each.how
                change = self._name(each, "quote", names[name])
                seat, critic = (row.versions[-1].values[name] for name in ("seat", "reviewer"))
                yield replace(
                    change,
                    how=how,
                    text=row.text,
                    seat=seat if isinstance(seat, int) else None,
                    reviewer=critic if isinstance(critic, str) else None,
                )

    def _name(
        self, difference: Difference, subject: Literal["entry", "quote"], subject_id: str
    ) -> Change:
        """Say of what a difference is, and which run saw it first."""
        mine = [sight for sight in self._seen.sights if sight.run_id >= self._first]
        then = [sight.run_id for sight in mine if sight.observed_at == difference.at]
        return Change(
            subject=subject,
            subject_id=subject_id,
            entry_id=self._observed.key,
            how=difference.how,
            at=difference.at,
            run_id=min(then, default=max(sight.run_id for sight in mine)),
            fields=difference.fields,
        )


def _follow_quotes(printed: Iterable[Said], then: Quotes, later: Quotes) -> dict[str, str]:
    """Return for each quote its key when more was observed.

    Who else was heard to say the same words may take the key of the words alone; where a critic is
    named, it is known whose they are.
    """
    found: dict[str, str] = {}
    for said in sorted(printed, key=lambda said: said.reviewer is not None):
        place: Place = (said.card_id, said.number)
        found[then.keys[place]] = later.keys[place]
    return found
