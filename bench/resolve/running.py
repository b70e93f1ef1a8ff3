"""Bench: all contestants on the same pairs, and versusdb alone on more and more entries."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from statistics import median
from typing import TypeAlias, TypeVar

import msgspec
from msgspec import Struct

from bench.memory import read_peak
from bench.resolve.contestants import (
    OURS,
    Contestant,
    hide_answers,
    link_tables,
    split_linked,
)
from bench.resolve.growing import grow_entries, list_pairs
from bench.resolve.labelled import Judged, Labelled, check_pairs, judge_pairs, list_true
from bench.resolve.links import LabelledEntry, Linked, Score, score_pairs
from bench.resolve.tables import Tables

# Of two entries each, that come after the others.
PAGES = 100
_T = TypeVar("_T")
Grow: TypeAlias = Callable[
    [Sequence[LabelledEntry], Sequence[LabelledEntry]], tuple[Linked, float, list[float]]
]


class Line(Struct, frozen=True):
    """What one set of pairs of a contestant is worth, and the seconds that all of them took."""

    who: str
    what: str
    score: Score
    seconds: float


class Growth(Struct, frozen=True):
    """So many invented entries resolved from nothing: what it cost, and what came of it.

    ``page_ms`` are the milliseconds of a page with two more: the median, and what one in twenty
    exceeds.
    """

    entries: int
    seconds: float
    cpu_seconds: float
    peak_bytes: int
    true: int
    merged: int
    queued: int
    wrong: int
    queue: int
    page_ms: tuple[float, float] = (0, 0)


def run_tables(tables: Tables, contestants: Sequence[Contestant]) -> list[Line]:
    """Let each contestant link two tables, once."""
    lines = []
    for contestant in contestants:
        contestant.load()
        found, seconds = _time(link_tables, contestant, tables.left, tables.right)
        lines += [
            Line(contestant.name, what, score_pairs(pairs, tables.truth), seconds)
            for what, pairs in found.items()
        ]
    return lines


def run_labelled(
    files: Sequence[Labelled], contestants: Sequence[Contestant]
) -> tuple[list[Line], list[Judged]]:
    """Let each contestant resolve each file; return the sums, and what versusdb made of a pair."""
    lines: list[Line] = []
    judged: list[Judged] = []
    for contestant in contestants:
        module, spent = contestant.load(), 0.0
        sums: dict[str, Score] = {}
        for file in files:
            entries = hide_answers(file.entries)
            if contestant == OURS:
                linked, seconds = _time(module.resolve_entries, entries)
                judged += judge_pairs(file, linked)
                found = split_linked(linked)
            else:
                found, seconds = _time(module.link_entries, entries)
            spent += seconds
            for what, pairs in found.items():
                score = score_pairs(pairs, list_true(file))
                sums[what] = sums[what] + score if what in sums else score
        lines += [Line(contestant.name, what, score, spent) for what, score in sums.items()]
    return lines, judged


def grow(entries: int) -> Growth:
    """Resolve so many invented entries, in a process of its own."""
    command = [sys.executable, "-m", "bench.resolve.running", str(entries)]
    done = subprocess.run(command, stdout=subprocess.PIPE, check=True)
    return msgspec.json.decode(done.stdout, type=Growth)


def measure_growth(entries: int, resolve: Grow) -> Growth:
    """Resolve so many invented entries here; the peak is that of the process since it began."""
    grown = grow_entries(entries + 2 * PAGES)
    given = hide_answers(grown)
    true = {pair for pair in list_pairs(grown) if pair[1] < entries}
    before = _spend()
    linked, seconds, pages = resolve(given[:entries], given[entries:])
    spent = _spend() - before - sum(pages)
    check_pairs(linked, entries)
    merged = linked.merged.keys()
    ordered = sorted(pages)
    return Growth(
        entries=entries,
        seconds=seconds,
        cpu_seconds=spent,
        peak_bytes=read_peak(),
        true=len(true),
        merged=len(true & merged),
        queued=len(true & linked.queued),
        wrong=len(merged - true),
        queue=len(linked.queued),
        page_ms=(1000 * median(ordered), 1000 * ordered[len(ordered) * 19 // 20]),
    )


def _time(call: Callable[..., _T], *given: object) -> tuple[_T, float]:
    """Return what a call gives and its seconds by the wall."""
    start = time.perf_counter()
    result = call(*given)
    return result, time.perf_counter() - start


def _spend() -> float:
    """Return the CPU seconds of this process and of its children that have ended."""
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


if __name__ == "__main__":
    growth = measure_growth(int(sys.argv[1]), OURS.load().grow_by_pages)
    sys.stdout.buffer.write(msgspec.json.encode(growth))
