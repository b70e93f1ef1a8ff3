"""Load: how much of the contract the pages of a run stated, summed up and kept.

Pages are summed in groups that can be compared: of one site, of one kind, in one medium. The
sums are small, whatever the number of pages.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from typing import Literal, TypeAlias

from msgspec import Struct, field
from sqlite_utils import Database

from parsers.records import Coverage, FieldCoverage

Judgement: TypeAlias = Literal["loaded", "accepted", "refused", "unfinished"]

INSERT_COVERAGE = """
INSERT INTO coverage (run_id, site, kind, medium, field, pages, slots, filled, landmark, sample,
    found, judgement)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
_MOST_TEXTS = 200


class Group(Struct, frozen=True):
    """Pages that can be compared: of one site, kind and medium."""

    site: str
    kind: str
    medium: str

    def __str__(self) -> str:
        """Return the group as messages name it."""
        return f"{self.site or 'files'} ({self.kind}, {self.medium})"


class FieldTotal(Struct, frozen=True, kw_only=True):
    """How often the pages of a group stated a field, of how often they could."""

    field: str
    pages: int
    slots: int
    filled: int
    landmark: str
    sample: str | None = None
    found: str | None = None


class _Sum(Struct):
    landmark: str
    pages: int = 0
    slots: int = 0
    filled: int = 0
    sample: str = ""
    # What was looked for in vain, and what stood there instead.
    missed: Counter[str] = field(default_factory=Counter)
    found: Counter[tuple[str, str]] = field(default_factory=Counter)


class Tally:
    """The coverage of many pages, summed up as they are read."""

    def __init__(self) -> None:
        self._groups: dict[Group, dict[str, _Sum]] = {}

    def add(self, coverages: Iterable[Coverage]) -> None:
        """Add what one page states."""
        for coverage in coverages:
            group = Group(coverage.site, coverage.kind, coverage.medium)
            sums = self._groups.get(group)
            if sums is None:
                sums = self._groups[group] = {}
            for part in coverage.fields:
                slots = part.slots
                if not slots:
                    continue
                total = sums.get(part.field)
                if total is None:
                    total = sums[part.field] = _Sum(part.landmark)
                # Of every field of every page, and most of them state all.
                total.pages += 1
                total.slots += slots
                filled = part.filled
                total.filled += filled
                if not total.sample:
                    total.sample = part.sample
                if filled != slots:
                    _note_missed(total, part)

    def adopt(self, other: Tally, *, without: Collection[Group] = ()) -> None:
        """Add what another tally has summed up, without some of its groups."""
        for group, theirs in other._groups.items():
            if group in without:
                continue
            sums = self._groups.setdefault(group, {})
            for name, more in theirs.items():
                total = sums.setdefault(name, _Sum(more.landmark))
                total.pages += more.pages
                total.slots += more.slots
                total.filled += more.filled
                total.sample = total.sample or more.sample
                total.missed.update(more.missed)
                total.found.update(more.found)

    def total(self) -> dict[Group, tuple[FieldTotal, ...]]:
        """Return the totals of each group, its fields in the order of the contract."""
        return {
            group: tuple(_finish(name, total) for name, total in sums.items())
            for group, sums in self._groups.items()
        }


def _note_missed(total: _Sum, part: FieldCoverage) -> None:
    total.missed[part.landmark] += 1
    for text in part.found:
        key = (part.landmark, text)
        if key in total.found or len(total.found) < _MOST_TEXTS:
            total.found[key] += 1


def _finish(name: str, total: _Sum) -> FieldTotal:
    """Return a total with the landmark that was missed oftenest, and what oftenest stood there."""
    landmark = total.missed.most_common(1)[0][0] if total.missed else total.landmark
    # A text that is on every page is the new label; of equals, the likeliest came first.
    texts = (text for (missed, text), _ in total.found.most_common() if missed == landmark)
    return FieldTotal(
        field=name,
        pages=total.pages,
        slots=total.slots,
        filled=total.filled,
        landmark=landmark,
        sample=total.sample or None,
        found=next(texts, None),
    )


def save_coverage(
    database: Database,
    run_id: int,
    tally: Tally,
    judgement: Judgement,
    *,
    accepted: Collection[Group] = (),
) -> None:
    """Keep the coverage of a run; the groups in ``accepted`` begin a new baseline."""
    rows = [
        (
            run_id, group.site, group.kind, group.medium, total.field, total.pages, total.slots,
            total.filled, total.landmark, total.sample, total.found,
            "accepted" if group in accepted else judgement,
        )
        for group, totals in tally.total().items()
        for total in totals
    ]  # fmt: skip
    with database.atomic():
        database.conn.executemany(INSERT_COVERAGE, rows)
