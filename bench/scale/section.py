"""Bench: the section on scale of docs/benchmarks.md."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from statistics import median

from bench.report import judge, write_table
from bench.scale.running import Bare, Growth, Results, Turn
from bench.timing import is_disturbed

WANTED_WORKERS = 1.4
WANTED_AGAIN = 1.3
WANTED_DASK = 1.7
WANTED_GROWTH = 1.3
WANTED_MEGABYTES = 300


def write_section(results: Results, few: Sequence[Growth], many: Growth) -> str:
    """Return the section, without the line on the machine."""
    return "\n\n".join(
        part
        for part in (
            _write_head(results),
            _write_ratios(results),
            _write_turns(results),
            _write_growth(few, many),
            _tell_disturbed(results),
        )
        if part
    )


def _write_head(results: Results) -> str:
    return f"""\
## Scale

```
make bench-scale
```

A crawl of {results.pages:,} pages of 100 KB, one WARC file of a gzip member for each page, is
ingested with one process that reads, with two, and by a Dask cluster of two worker processes on the
loopback, in turns and into fresh files; all have to store the same content. Then the archive is
read again by `versusdb reparse --all`, with one process and with two. *Reading* is the time from
the start of the command until all pages are read, archived and judged; loading them and resolving
their entries follow it, and are one process's work whoever reads. The limit is a bare pool of
processes that take pages out of the archive, parse them and keep nothing. CPU seconds are those of
all processes but the readers that the cluster's workers start, for which nobody waits; where two
cores share what they have, each second does less. What stands here is the median of
{_count(results)} turns, beside the least and the greatest."""


def _write_ratios(results: Results) -> str:
    one, two = results.ingests["1 worker"], results.ingests["2 workers"]
    dask = results.ingests["Dask, 2 workers"]
    again_one, again_two = results.reparses.values()
    alone, pool = results.bare.values()
    rows = [
        _compare("reading an archive: 1 worker against 2", one, two, _read, WANTED_WORKERS),
        _compare("reading again: 1 worker against 2", again_one, again_two, _read, WANTED_WORKERS),
        _compare("the limit: parse alone against a bare pool of 2", alone, pool, _whole, None),
        _compare("the whole ingest: 1 worker against 2", one, two, _whole, None),
        _compare("the whole reparse: 1 worker against 2", again_one, again_two, _whole, None),
        _compare("reading again against parse alone, CPU", again_one, alone, _spent, -WANTED_AGAIN),
        _compare("reading again, 1 worker, against parse alone, wall", again_one, alone, _take,
                 -WANTED_AGAIN),
        _compare("the whole ingest: Dask, its start included, against 2 workers", dask, two,
                 _whole, -WANTED_DASK),
        _compare("reading: Dask, once it runs, against 2 workers", dask, two, _read, None),
    ]  # fmt: skip
    return write_table(("ratio", "median", "turns", "wanted", ""), rows)


def _compare(
    name: str,
    ones: Sequence[Turn | Bare],
    others: Sequence[Turn | Bare],
    measure: Callable[[Turn | Bare], float],
    wanted: float | None,
) -> list[str]:
    """Return a row; what is wanted is at least that much, or at most, where it is negative."""
    ratios = [measure(one) / measure(other) for one, other in zip(ones, others, strict=True)]
    found = median(ratios)
    row = [name, f"{found:.2f}", f"{min(ratios):.2f}–{max(ratios):.2f}"]
    if wanted is None:
        return [*row, "", ""]
    is_met = found >= wanted if wanted > 0 else found <= -wanted
    bound = "at least" if wanted > 0 else "at most"
    return [*row, f"{bound} {abs(wanted)}", "met" if is_met else "missed"]


def _whole(turn: Turn | Bare) -> float:
    return turn.usage.seconds


def _read(turn: Turn | Bare) -> float:
    return turn.read_seconds if isinstance(turn, Turn) else turn.usage.seconds


def _spent(turn: Turn | Bare) -> float:
    return turn.read_cpu if isinstance(turn, Turn) else turn.parsing


def _take(turn: Turn | Bare) -> float:
    return turn.read_seconds if isinstance(turn, Turn) else turn.parsing


def _write_turns(results: Results) -> str:
    named = {f"ingest, {name}": turns for name, turns in results.ingests.items()}
    named |= {f"reparse, {name}": turns for name, turns in results.reparses.items()}
    rows = [
        [
            name,
            f"{results.pages / median(turn.read_seconds for turn in turns):,.0f}",
            f"{median(turn.read_seconds for turn in turns):.1f}",
            *_write_usage(turns),
        ]
        for name, turns in named.items()
    ]
    rows += [
        [
            f"bare pool, {number}" if number else "parse alone, no pool",
            f"{results.pages / median(turn.usage.seconds for turn in turns):,.0f}",
            "",
            *_write_usage(turns),
        ]
        for number, turns in results.bare.items()
    ]
    head = ("", "pages/s read", "reading s", "wall s", "CPU s", "CPU ms a page", "peak MB")
    rows = [[*row[:5], f"{1000 * float(row[4]) / results.pages:.2f}", row[5]] for row in rows]
    return write_table(head, rows)


def _write_usage(turns: Sequence[Turn | Bare]) -> list[str]:
    usages = [turn.usage for turn in turns]
    return [
        f"{median(usage.seconds for usage in usages):.1f}",
        f"{median(usage.cpu_seconds for usage in usages):.1f}",
        f"{median(usage.peak_bytes for usage in usages) / 1e6:.0f}",
    ]


def _write_growth(few: Sequence[Growth], many: Growth) -> str:
    costs = [each.usage.cpu_seconds / each.pages for each in (*few, many)]
    peak = max(each.usage.peak_bytes for each in (*few, many)) / 1e6
    ratio = costs[-1] / median(costs[:-1])
    rows = [
        [
            f"{pages:,}",
            f"{1000 * cost:.2f}",
            f"{seconds:.1f}",
            f"{memory / 1e6:.0f}",
        ]
        for pages, cost, seconds, memory in (
            (
                few[0].pages,
                median(costs[:-1]),
                median(each.usage.seconds for each in few),
                median(each.usage.peak_bytes for each in few),
            ),
            (many.pages, costs[-1], many.usage.seconds, many.usage.peak_bytes),
        )
    ]
    table = write_table(("small pages in one ingest", "CPU ms a page", "wall s", "peak MB"), rows)
    word = judge(ratio <= WANTED_GROWTH)
    memory = judge(peak <= WANTED_MEGABYTES)
    return f"""\
Pages of about 5 KB, from one WARC file, by the whole command: the median of {len(few)} runs of few
pages, and one of many. Memory is the sum of the proportional set sizes of all processes.

{table}

A page among many costs {ratio:.2f} times one among few, whose ingest has to start as well. Wanted:
at most {WANTED_GROWTH}. {word} Wanted: at most {WANTED_MEGABYTES} MB. {memory}"""


def _count(results: Results) -> int:
    return len(results.ingests["1 worker"])


def _tell_disturbed(results: Results) -> str:
    """Say so where the limit itself, which does the same each time, varied."""
    seconds = [turn.parsing for turn in results.bare[0]]
    if not is_disturbed(seconds):
        return ""
    share = max(seconds) / min(seconds) - 1
    return f"The run was disturbed: parse alone, in CPU seconds, varied by {share:.0%}."
