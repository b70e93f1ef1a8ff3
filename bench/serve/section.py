"""Bench: the section on serving: for each kind of page how long it took, and what went wrong."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct

from bench.report import write_table
from bench.serve.asking import Asked

LIMIT_MS = 300
TEXT = """\
## Serving

```
make bench-serve
```

A database of {tools:,} tools, {comparisons:,} comparisons and {quotes:,} quotes, made from a seed,
is served by `versusdb serve` and asked {rate:g} times a second, each time for another tool or other
words, whether or not the request before has been answered; a time is counted from when the request
was due. Then all other kinds of pages are asked for by turns, 2 a second. First
nobody writes, then a run commits every 10 ms; every tenth transaction loads a page, the others
write the ledger. The limit for a tool's page and a search is a p99 of {limit} ms; no answer may be
an error of the server or speak of a lock. The first request of a kind finds nothing in SQLite's
cache, and is the longest.

{table}

{told}"""


class Load(Struct, frozen=True):
    """Requests at a steady rate, and what was written meanwhile; nothing where nobody wrote."""

    title: str
    asked: Sequence[Asked]
    written: Mapping[str, float]


def write_section(rows: Mapping[str, int], loads: Sequence[Load], rate: float) -> str:
    """Return the section: a line for each kind of page and load."""
    table = write_table(
        ["", "writer", "requests", "p50 ms", "p99 ms", "longest ms", "5xx", "locked"],
        [line for load in loads for line in _write_lines(load)],
    )
    told = " ".join(_tell_written(load) for load in loads if load.written)
    return TEXT.format(**rows, rate=rate, limit=LIMIT_MS, table=table, told=told)


def _write_lines(load: Load) -> list[list[str]]:
    lines = []
    for kind in dict.fromkeys(each.kind for each in load.asked):
        asked = [each for each in load.asked if each.kind == kind]
        times = sorted(each.milliseconds for each in asked)
        errors = sum(each.status == 0 or each.status >= 500 for each in asked)
        lines.append(
            [
                kind,
                "every 10 ms" if load.written else "none",
                f"{len(asked)}",
                f"{find_quantile(times, 0.5):.0f}",
                f"{find_quantile(times, 0.99):.0f}",
                f"{times[-1]:.0f}",
                f"{errors}",
                f"{sum(each.says_locked for each in asked)}",
            ]
        )
    return lines


def find_quantile(ordered: Sequence[float], share: float) -> float:
    """Return the least value that a share of all does not exceed."""
    return ordered[max(0, -int(-share * len(ordered) // 1) - 1)]


def _tell_written(load: Load) -> str:
    written = load.written
    return (
        f"Beside {load.title}: {written['commits']:,.0f} transactions, "
        f"{written['commits_per_second']:.0f} a second, {written['loaded']:,.0f} of them pages; "
        f"{written['refused']:.0f} were refused, the longest took {written['longest_ms']:.0f} ms."
    )
