"""Load: whether a run reads much worse than the runs before it.

The floor is applied before anything is loaded. A field is compared with the pool of the last
runs that stated it and were loaded: five, and more where these are small, back to the run whose
drift the operator accepted; so what was accepted once is not asked again.

Small numbers are no evidence: under three pages, on either side, nothing is judged. A run of
fewer pages is judged together with the small runs just before it, which then are no part of the
pool; and only if it reads as badly by itself as they do. So one odd page refuses nothing, and a
change that comes a page a night is not taken for what always was.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace
from sqlite_utils import Database

from db.coverage import FieldTotal, Group
from db.past import LEAST_PAGES, READ_AGAIN, Past, read_past, sum_totals

LEAST_COVERED_PCT = 50

SELECT_GROUPS = "SELECT DISTINCT site, kind, medium FROM coverage ORDER BY site, kind, medium"
SELECT_LATEST = f"""
SELECT run_id, max(judgement) FROM coverage
WHERE site = ? AND kind = ? AND medium = ? AND judgement <> 'unfinished'
    AND (judgement <> 'refused' OR run_id IN (SELECT run_id FROM held_pages))
GROUP BY run_id ORDER BY {READ_AGAIN}, max(pages) >= ? DESC, run_id DESC LIMIT 1
"""
SELECT_GROUPS_OF_RUN = "SELECT DISTINCT site, kind, medium FROM coverage WHERE run_id = ?"
SELECT_NEWEST = f"""
SELECT run_id, max(pages) FROM coverage
WHERE site = ? AND kind = ? AND medium = ? AND judgement IN ('loaded', 'accepted')
    AND NOT ({READ_AGAIN})
GROUP BY run_id ORDER BY run_id DESC LIMIT 1
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

    ``now`` sums up ``parts``: the run, and the small runs before it that it is judged with.
    ``sample`` is a text that was read before by the landmark that is missed now.
    """

    group: Group
    now: FieldTotal
    before: FieldTotal
    sample: str | None
    parts: tuple[FieldTotal, ...] = ()

    @property
    def points(self) -> int:
        """By how many points of a hundred the coverage fell."""
        return percentage(self.before) - percentage(self.now)


class Judged(Struct, frozen=True, kw_only=True):
    """What a run read of a group, the judgement on it, and the runs before it.

    ``passed_over`` is the newest run of the group and its pages, where it is newer than this one
    and read too few of them to be shown.
    """

    group: Group
    run_id: int
    judgement: str
    totals: tuple[FieldTotal, ...]
    past: dict[str, Past]
    passed_over: tuple[int, int] | None = None

    @property
    def drops(self) -> list[Drift]:
        """The fields that it states less often than the pool."""
        return list_drops(self.group, self.totals, self.past)

    @property
    def pool_runs(self) -> int:
        """How many runs it is compared with, at the most."""
        return max((past.pool_runs for past in self.past.values()), default=0)

    def find_before(self, name: str) -> FieldTotal | None:
        """Return what the pool stated of a field, or None if it has nothing of it."""
        return self.past[name].pool if name in self.past else None


def percentage(total: FieldTotal) -> int:
    """Return how much of a field is filled, in percent, rounded down."""
    return 100 * total.filled // total.slots


def list_drops(
    group: Group,
    totals: Iterable[FieldTotal],
    past: Mapping[str, Past],
    least_pages: int = LEAST_PAGES,
) -> list[Drift]:
    """Return the fields that are less covered than before, as far as there is evidence for it."""
    drops = []
    pools = [fields.pool for fields in past.values() if fields.pool is not None]
    for own in totals:
        before = past[own.field].pool if own.field in past else None
        if before is None:
            continue
        parts = (own, *past[own.field].small)
        now = replace(sum_totals(parts), landmark=own.landmark, sample=own.sample)
        if now.pages < least_pages or before.pages < LEAST_PAGES:
            continue
        if all(_is_less(part, before) for part in (now, own)):
            sample = _find_sample(now.landmark, (before, *pools))
            drops.append(Drift(group=group, now=now, before=before, sample=sample, parts=parts))
    return drops


def _is_less(now: FieldTotal, before: FieldTotal, share: float = 1) -> bool:
    return now.filled * before.slots < share * before.filled * now.slots


def _find_sample(landmark: str, totals: Iterable[FieldTotal]) -> str | None:
    """Return what a landmark gave before: of the field itself, or of one that shares it."""
    return next((total.sample for total in totals if total.landmark == landmark), None)


def is_below_floor(drop: Drift, floor: float) -> bool:
    """Tell whether a field that was mostly there is now below the floor of its site.

    Where small runs are judged together, the run and those before it must both be below.
    """
    before = drop.before
    if 100 * before.filled < LEAST_COVERED_PCT * before.slots:
        return False
    own, *small = drop.parts
    sums = (drop.now, own, *([sum_totals(small)] if small else []))
    return all(_is_less(part, before, floor) for part in sums)


def find_drift(
    database: Database,
    run_id: int,
    totals: Mapping[Group, Sequence[FieldTotal]],
    floors: Floors,
    least_pages: int = LEAST_PAGES,
    *,
    is_again: bool = False,
) -> tuple[Drift, ...]:
    """Return the fields of a run that are below the floors of their sites.

    ``is_again`` says that it reads pages of the runs before it again.
    """
    drift = []
    for group, fields in totals.items():
        past = read_past(database, group, run_id, fields, least_pages, is_again=is_again)
        drops = list_drops(group, fields, past, least_pages)
        drift += [drop for drop in drops if is_below_floor(drop, floors(group.site))]
    return tuple(drift)


def list_fallen(database: Database, run_id: int, floors: Floors) -> set[Group]:
    """Return the groups of a kept run that are below the floors of their sites."""
    rows = database.conn.execute(SELECT_GROUPS_OF_RUN, (run_id,)).fetchall()
    totals = {group: _read_totals(database, group, run_id) for group in (Group(*r) for r in rows)}
    return {drop.group for drop in find_drift(database, run_id, totals, floors)}


def list_latest(database: Database) -> list[Judged]:
    """Return the newest judged run of each group; one that read few pages only if it is alone.

    A refused run is one of them as long as its pages wait: also beside a newer run.
    """
    latest = []
    for key in database.conn.execute(SELECT_GROUPS).fetchall():
        newest = database.conn.execute(SELECT_LATEST, (*key, LEAST_PAGES)).fetchall()
        waiting = database.conn.execute(SELECT_WAITING, key).fetchall()
        judged = [
            _read_judged(database, Group(*key), *row) for row in dict.fromkeys(newest + waiting)
        ]
        last = database.conn.execute(SELECT_NEWEST, key).fetchone()
        if judged and last is not None and last[0] > max(run.run_id for run in judged):
            judged[0] = replace(judged[0], passed_over=last)
        latest += judged
    return latest


def _read_judged(database: Database, group: Group, run_id: int, judgement: str) -> Judged:
    totals = _read_totals(database, group, run_id)
    past = read_past(database, group, run_id, totals)
    return Judged(group=group, run_id=run_id, judgement=judgement, totals=totals, past=past)


def _read_totals(database: Database, group: Group, run_id: int) -> tuple[FieldTotal, ...]:
    key = (group.site, group.kind, group.medium, run_id)
    return tuple(
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
