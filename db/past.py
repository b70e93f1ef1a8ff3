"""Load: what the runs before a run stated of each field.

Runs that read pages again have those of all times before them, and are compared with all runs.
Others are compared with the runs that brought their pages, and with one that read them again
only where there are too few of these: what is in the archive is no measure of one night.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace
from sqlite_utils import Database

from db.coverage import FieldTotal, Group

LEAST_PAGES = 3
POOL_RUNS = 5
POOL_PAGES = 20

# What was accepted is what runs are compared with from then on, whoever read it.
READ_AGAIN = """
judgement <> 'accepted'
    AND run_id IN (SELECT run_id FROM runs WHERE command IN ('reparse', 'issues'))
"""
SELECT_HISTORY = f"""
SELECT pages, slots, filled, landmark, sample, judgement = 'accepted' FROM coverage
WHERE site = ? AND kind = ? AND medium = ? AND field = ? AND run_id < ?
    AND judgement IN ('loaded', 'accepted')
ORDER BY {READ_AGAIN}, run_id DESC
"""
SELECT_FIELDS = """
SELECT DISTINCT field FROM coverage
WHERE site = ? AND kind = ? AND medium = ? AND run_id < ? AND judgement IN ('loaded', 'accepted')
"""


class Past(Struct, frozen=True, kw_only=True):
    """A field in the runs before: the small ones that a run is judged with, and the pool."""

    small: tuple[FieldTotal, ...]
    pool: FieldTotal | None
    pool_runs: int


def read_past(
    database: Database,
    group: Group,
    before_run: int,
    totals: Iterable[FieldTotal],
    least_pages: int = LEAST_PAGES,
    *,
    is_again: bool = False,
) -> dict[str, Past]:
    """Return what the runs before a run stated of each field, its totals being these.

    ``is_again`` says that it reads their pages again: then the pool is all of them.
    """
    key = (group.site, group.kind, group.medium)
    pages = {total.field: total.pages for total in totals}
    names = [name for (name,) in database.conn.execute(SELECT_FIELDS, (*key, before_run))]
    rows = {name: database.conn.execute(SELECT_HISTORY, (*key, name, before_run)) for name in names}
    if is_again:
        return {name: _pool_all(name, rows[name]) for name in names}
    return {
        name: _split_history(
            name, rows[name], least_pages - pages.get(name, least_pages), least_pages
        )
        for name in names
    }


def _pool_all(name: str, rows: Iterable[tuple[int, int, int, str, str | None, int]]) -> Past:
    pool = [_total(name, *row[:5]) for row in rows]
    return Past(small=(), pool=sum_totals(pool), pool_runs=len(pool))


def _split_history(
    name: str,
    rows: Iterator[tuple[int, int, int, str, str | None, int]],
    missing: int,
    least_pages: int,
) -> Past:
    """Take small runs until ``missing`` pages are there, and then a pool."""
    small: list[FieldTotal] = []
    pool: list[FieldTotal] = []
    for pages, slots, filled, landmark, sample, is_accepted in rows:
        total = _total(name, pages, slots, filled, landmark, sample)
        if missing > 0 and pages < least_pages and not is_accepted and not pool:
            small.append(total)
            missing -= pages
            continue
        pool.append(total)
        if is_accepted or (len(pool) >= POOL_RUNS and sum(t.pages for t in pool) >= POOL_PAGES):
            break
    return Past(small=tuple(small), pool=sum_totals(pool) if pool else None, pool_runs=len(pool))


def _total(
    name: str, pages: int, slots: int, filled: int, landmark: str, sample: str | None
) -> FieldTotal:
    return FieldTotal(
        field=name, pages=pages, slots=slots, filled=filled, landmark=landmark, sample=sample
    )


def sum_totals(totals: Sequence[FieldTotal]) -> FieldTotal:
    """Return the sum, with the words of the first; of the samples the first that is one."""
    return replace(
        totals[0],
        pages=sum(total.pages for total in totals),
        slots=sum(total.slots for total in totals),
        filled=sum(total.filled for total in totals),
        landmark=next((t.landmark for t in totals if t.sample), totals[0].landmark),
        sample=next((t.sample for t in totals if t.sample), None),
    )
