"""Load: whether a run reads much worse than the runs before it.

The floor is applied before anything is loaded. A group of pages is compared with the pool of
the last runs that read pages of it and were loaded; a run whose drift the operator accepted
begins a new pool, so that what was accepted once is not asked again. Small numbers are no
evidence: under three pages, on either side, nothing is judged.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from msgspec import Struct
from sqlite_utils import Database

from db.coverage import FieldTotal, Group

LEAST_PAGES = 3
MOST_RUNS = 5
LEAST_COVERED_PCT = 50

SELECT_RUNS = """
SELECT run_id, max(judgement = 'accepted') FROM coverage
WHERE site = ? AND kind = ? AND medium = ? AND judgement IN ('loaded', 'accepted') AND run_id < ?
GROUP BY run_id ORDER BY run_id DESC LIMIT ?
"""
# Beside its one max(), SQLite takes the other columns from the row that holds the maximum: the
# newest run that read something by the landmark.
SELECT_POOL = """
SELECT field, sum(pages), sum(slots), sum(filled), landmark, sample,
    max(CASE WHEN sample IS NULL THEN 0 ELSE run_id END)
FROM coverage
WHERE site = ?1 AND kind = ?2 AND medium = ?3 AND run_id BETWEEN ?4 AND ?5
    AND judgement IN ('loaded', 'accepted')
GROUP BY field
"""
SELECT_GROUPS = "SELECT DISTINCT site, kind, medium FROM coverage ORDER BY site, kind, medium"
SELECT_LATEST = """
SELECT run_id, max(judgement) FROM coverage
WHERE site = ? AND kind = ? AND medium = ? AND judgement <> 'unfinished'
GROUP BY run_id ORDER BY max(pages) >= ? DESC, run_id DESC LIMIT 1
"""
SELECT_WAITING = """
SELECT max(run_id), judgement FROM coverage
WHERE site = ? AND kind = ? AND medium = ? AND judgement = 'refused'
    AND run_id IN (SELECT run_id FROM held_pages)
GROUP BY judgement
"""
SELECT_TOTALS = """
SELECT field, pages, slots, filled, landmark, sample, found FROM coverage
WHERE site = ? AND kind = ? AND medium = ? AND run_id = ? ORDER BY field
"""

Floors = Callable[[str], float]


class Drift(Struct, frozen=True, kw_only=True):
    """A field that the pages of a group state less often than those before them.

    ``sample`` is a text that was read before by the landmark that is missed now.
    """

    group: Group
    now: FieldTotal
    before: FieldTotal
    sample: str | None

    @property
    def points(self) -> int:
        """By how many points of a hundred the coverage fell."""
        return percentage(self.before) - percentage(self.now)


class Pool(Struct, frozen=True):
    """What the runs before stated of each field, and how many runs these are."""

    runs: int
    fields: dict[str, FieldTotal]


class Judged(Struct, frozen=True, kw_only=True):
    """What a run read of a group, the judgement on it, and the pool of the runs before it."""

    group: Group
    run_id: int
    judgement: str
    totals: tuple[FieldTotal, ...]
    pool: Pool

    @property
    def drops(self) -> list[Drift]:
        """The fields that it states less often than the pool."""
        return list_drops(self.group, self.totals, self.pool)


def percentage(total: FieldTotal) -> int:
    """Return how much of a field is filled, in percent, rounded down."""
    return 100 * total.filled // total.slots


def read_pool(database: Database, group: Group, before_run: int) -> Pool:
    """Return what was stated in the last runs that were loaded, back to one that was accepted."""
    key = (group.site, group.kind, group.medium)
    runs: list[int] = []
    for run_id, is_accepted in database.conn.execute(SELECT_RUNS, (*key, before_run, MOST_RUNS)):
        runs.append(run_id)
        if is_accepted:
            break
    if not runs:
        return Pool(0, {})
    rows = database.conn.execute(SELECT_POOL, (*key, runs[-1], runs[0]))
    fields = {
        name: FieldTotal(
            field=name, pages=pages, slots=slots, filled=filled, landmark=landmark, sample=sample
        )
        for name, pages, slots, filled, landmark, sample, _ in rows
    }
    return Pool(len(runs), fields)


def list_drops(group: Group, totals: Iterable[FieldTotal], pool: Pool) -> list[Drift]:
    """Return the fields that are less covered than before, as far as there is evidence for it."""
    drops = []
    for now in totals:
        before = pool.fields.get(now.field)
        if before is None or min(now.pages, before.pages) < LEAST_PAGES:
            continue
        if now.filled * before.slots < before.filled * now.slots:
            sample = _find_sample(now.landmark, before, pool)
            drops.append(Drift(group=group, now=now, before=before, sample=sample))
    return drops


def _find_sample(landmark: str, before: FieldTotal, pool: Pool) -> str | None:
    """Return what a landmark gave before: of the field itself, or of one that shares it."""
    totals = (before, *pool.fields.values())
    return next((total.sample for total in totals if total.landmark == landmark), None)


def is_below_floor(drop: Drift, floor: float) -> bool:
    """Tell whether a field that was mostly there is now below the floor of its site."""
    now, before = drop.now, drop.before
    was_there = 100 * before.filled >= LEAST_COVERED_PCT * before.slots
    return was_there and now.filled * before.slots < floor * before.filled * now.slots


def find_drift(
    database: Database,
    run_id: int,
    totals: Mapping[Group, Sequence[FieldTotal]],
    floors: Floors,
) -> tuple[Drift, ...]:
    """Return the fields of a run that are below the floors of their sites."""
    return tuple(
        drop
        for group, fields in totals.items()
        for drop in list_drops(group, fields, read_pool(database, group, run_id))
        if is_below_floor(drop, floors(group.site))
    )


def list_latest(database: Database) -> list[Judged]:
    """Return the newest judged run of each group; one that read few pages only if it is alone.

    Beside it, if it is another, the newest refused run of the group whose pages still wait.
    """
    latest = []
    for key in database.conn.execute(SELECT_GROUPS).fetchall():
        newest = database.conn.execute(SELECT_LATEST, (*key, LEAST_PAGES)).fetchall()
        waiting = database.conn.execute(SELECT_WAITING, key).fetchall()
        latest += [
            _read_judged(database, Group(*key), *row) for row in dict.fromkeys(newest + waiting)
        ]
    return latest


def _read_judged(database: Database, group: Group, run_id: int, judgement: str) -> Judged:
    key = (group.site, group.kind, group.medium, run_id)
    totals = tuple(
        FieldTotal(
            field=name,
            pages=pages,
            slots=slots,
            filled=filled,
            landmark=landmark,
            sample=sample,
            found=found,
        )
        for name, pages, slots, filled, landmark, sample, found in database.conn.execute(
            SELECT_TOTALS, key
        )
    )
    pool = read_pool(database, group, run_id)
    return Judged(group=group, run_id=run_id, judgement=judgement, totals=totals, pool=pool)
