"""Bench: labelled entries, and what becomes of each labelled pair.

A file of ``fixtures/entries`` has one group a line, ``{"case": …, "entries": […]}``. Entries of a
group with one ``tool`` number are one tool; all others are different, across groups too. Each file
is resolved alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path
from typing import Literal, TypeAlias

import msgspec
from msgspec import Struct

from bench.resolve.links import LabelledEntry, Linked, Pair

FOLDER = Path(__file__).parents[2] / "fixtures" / "entries"
ACROSS = "across groups"
Fate: TypeAlias = Literal["merged", "queued", "apart"]


class LabelError(Exception):
    """A file of labelled entries that cannot be used; the message says where and why."""


class Group(Struct, frozen=True, forbid_unknown_fields=True):
    """Entries that were labelled together, and the case that they stand for."""

    case: str
    entries: tuple[LabelledEntry, ...]


class Labelled(Struct, frozen=True):
    """One file of groups, whose entries are resolved together."""

    name: str
    groups: tuple[Group, ...]

    @property
    def entries(self) -> tuple[LabelledEntry, ...]:
        """All entries, in the order of the file; pairs are of their places, from 0."""
        return tuple(entry for group in self.groups for entry in group.entries)


class Judged(Struct, frozen=True):
    """A pair: where it stands, whether it is one tool, and what was made of it by which rule."""

    file: str
    case: str
    is_true: bool
    fate: Fate
    rule: str | None
    names: tuple[str, str]


def read_folder(folder: Path = FOLDER) -> tuple[Labelled, ...]:
    """Read all files of a folder, by name; raise ``LabelError`` if there is none."""
    paths = sorted(folder.glob("*.jsonl"))
    if not paths:
        raise LabelError(f"{folder}: no labelled entries, expected *.jsonl")
    return tuple(map(read_file, paths))


def read_file(path: Path) -> Labelled:
    """Read one file; raise ``LabelError`` with the number of the line that is wrong."""
    groups: list[Group] = []
    slugs: set[str | None] = set()
    for number, line in enumerate(path.read_bytes().splitlines(), start=1):
        if not line.strip():
            continue
        try:
            group = msgspec.json.decode(line, type=Group)
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            raise LabelError(f"{path}:{number}: {error}") from error
        if not group.case or len(group.entries) < 2:
            raise LabelError(f"{path}:{number}: expected a case and at least two entries")
        for entry in group.entries:
            if not entry.name.strip() or entry.slug in slugs:
                what = f"slug {entry.slug!r} stands twice" if entry.name.strip() else "no name"
                raise LabelError(f"{path}:{number}: {what}")
            slugs |= {entry.slug} - {None}
        groups.append(group)
    if not groups:
        raise LabelError(f"{path}: no groups")
    return Labelled(path.stem, tuple(groups))


def list_labelled(labelled: Labelled) -> Iterator[tuple[Pair, str, bool]]:
    """Yield the labelled pairs, those within a group: the pair, its case, whether it is true."""
    begin = 0
    for group in labelled.groups:
        for (one, first), (two, second) in combinations(enumerate(group.entries, begin), 2):
            yield (one, two), group.case, first.tool == second.tool
        begin += len(group.entries)


def list_true(labelled: Labelled) -> frozenset[Pair]:
    """Return the pairs that are one tool."""
    return frozenset(pair for pair, _, is_true in list_labelled(labelled) if is_true)


def judge_pairs(labelled: Labelled, linked: Linked) -> tuple[Judged, ...]:
    """Return what became of each labelled pair, and of each other that was merged or queued."""
    entries = labelled.entries
    check_pairs(linked, len(entries))
    told = {pair: (case, is_true) for pair, case, is_true in list_labelled(labelled)}
    others = sorted({*linked.merged, *linked.queued} - set(told))
    return tuple(
        Judged(
            file=labelled.name,
            case=case,
            is_true=is_true,
            fate=_tell_fate(pair, linked),
            rule=linked.merged.get(pair),
            names=(entries[pair[0]].name, entries[pair[1]].name),
        )
        for pair, (case, is_true) in (told | dict.fromkeys(others, (ACROSS, False))).items()
    )


def check_pairs(linked: Linked, entries: int) -> None:
    """Raise ``ValueError`` for a pair that is none of the list, or both merged and queued."""
    for one, two in (*linked.merged, *linked.queued):
        if not 0 <= one < two < entries:
            raise ValueError(f"pair {one}, {two}: expected 0 <= first < second < {entries}")
    if both := linked.queued & linked.merged.keys():
        raise ValueError(f"both merged and queued: {sorted(both)[:5]}")


def count_fates(pairs: Sequence[Judged], is_true: bool) -> dict[Fate, int]:
    """Count the true or the false ones among pairs by what became of them."""
    counts: dict[Fate, int] = {"merged": 0, "queued": 0, "apart": 0}
    for each in pairs:
        counts[each.fate] += each.is_true == is_true
    return counts


def _tell_fate(pair: Pair, linked: Linked) -> Fate:
    if pair in linked.merged:
        return "merged"
    return "queued" if pair in linked.queued else "apart"
