"""Bench: the section on loading: ratios to the limit, what it comes from, what was wanted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from statistics import median

from bench.load.running import LIMIT, OURS, PEERS, Growth, Turns
from bench.report import judge, write_table

MOST_COST = 1.5
LEAST_UNCHANGED = 10
MOST_GROWTH = 1.3
_ABOUT = """\
## Loading

```
make bench-load
```

{pages:,} comparison pages of about 5 KB, two cards and eight quotes each, were read before the
clock starts. The limit is one `executemany` of the cards and of the quotes into two bare tables: no
keys, no indexes, nothing once, one transaction. versusdb loads in its own batches: each card and
quote once, with its history, the way back from each to the pages that show it, and the indexes of
the search. The peers upsert tools, comparisons and quotes by their keys in batches of the same
size; they keep no history, and nothing of which page showed what. All have the same number of each
in the end. CPU time against the limit before and after; the median of {rounds} turns, beside the
least and the greatest.

dlt takes long to begin a load and to end it, so it has all pages in one; it sends nothing, and what
it imports when it begins is not counted. By default none of its tables has a key: its merge finds
what came twice, and compares each row with each when the same is loaded again. With keys a load may
hold a row once: of what many pages show it is given the last, which is most of what the others do,
and is done for it in a few lines of Python.

*Again* is what the same pages cost when they are seen again some days later and have not changed,
against the first time: versusdb notes an observation and dates what it shows; the peers upsert."""


def write_section(
    pages: int,
    turns: Mapping[str, Turns],
    twice: tuple[float, float],
    few: Sequence[Growth],
    many: Growth,
) -> str:
    """Return the section."""
    limit = turns[LIMIT.name]
    rows = [[LIMIT.name, "1", "", f"{1e6 * median(limit.seconds):.0f}", "", ""]]
    for each in (OURS, *PEERS):
        mine = turns[each.name]
        ratio = f"{median(mine.ratios):.2f}"
        between = f"{min(mine.ratios):.2f}–{max(mine.ratios):.2f}"
        cost, again = f"{1e6 * median(mine.seconds):.0f}", f"{median(mine.again):.2f}"
        rows.append([each.name, ratio, between, cost, again, f"{mine.megabytes:.1f}"])
    head = ["against bare tables", "ratio", "turns", "CPU µs a page", "again", "MB"]
    ours = median(turns[OURS.name].ratios)
    return "\n\n".join(
        (
            _ABOUT.format(pages=pages, rounds=len(turns[OURS.name].ratios)),
            write_table(head, rows),
            f"Wanted: at most {MOST_COST} times the bare tables. {judge(ours <= MOST_COST)}",
            _write_twice(*twice),
            _write_growth(few, many),
        )
    )


def _write_twice(first: float, second: float) -> str:
    ratio = first / second
    return (
        f"`versusdb ingest` of a folder of such pages, and the same command once more: "
        f"{1e6 * first:.0f} and {1e6 * second:.0f} µs of CPU a page, without what the command "
        f"takes to start. The second time is {ratio:.0f} times cheaper: pages whose bytes were "
        f"read by this reader are not read again. Wanted: at least {LEAST_UNCHANGED} times. "
        f"{judge(ratio >= LEAST_UNCHANGED)}"
    )


def _write_growth(few: Sequence[Growth], many: Growth) -> str:
    at_few = median(each.seconds for each in few)
    memory = median(each.peak_bytes for each in few)
    ratio = many.seconds / at_few
    rows = [
        [f"{pages:,}", f"{1e6 * seconds:.0f}", f"{1e6 * last:.0f}", f"{peak / 1e6:.0f}"]
        for pages, seconds, last, peak in (
            (few[0].pages, at_few, median(each.last_seconds for each in few), memory),
            (many.pages, many.seconds, many.last_seconds, many.peak_bytes),
        )
    ]
    table = write_table(
        ["pages in one file", "CPU µs a page", "of the last tenth", "peak MB"], rows
    )
    return (
        f"{table}\n\nThe cost of a page among {many.pages:,} is {ratio:.2f} times that among "
        f"{few[0].pages:,}, where more of the tools are new. Wanted: at most {MOST_GROWTH}. "
        f"{judge(ratio <= MOST_GROWTH)} The memory is that of the whole process, which also makes "
        "and reads the pages."
    )
