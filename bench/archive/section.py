"""Bench: the section on archiving: ratios to the limit, sizes, what was wanted, where time goes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from statistics import median

from bench.archive.contestants import LIMIT, OURS
from bench.archive.pages import BATCH_PAGES
from bench.archive.profiling import COMPRESSING, HASHING
from bench.archive.running import READING, WRITING, Results, Task, Turns
from bench.archive.working import PICKS, Spent
from bench.report import judge, write_table
from bench.timing import DISTURBED, is_disturbed
from scraper.compressing import PAGES_TO_TRAIN

MOST_SHARE = 0.06
LEAST_SPEED = 1_000
NEEDED = frozenset((COMPRESSING, HASHING))
_ABOUT = """\
## Archiving

```
make bench-archive
```

{pages:,} pages of one site, {size:.0f} KB each, with the headers that came with them, are written
into a new file, {batch} at a time, read back in their order, and {picks} of them one by one at
random. Each step is a process of its own, which gives every page back byte by byte, compared while
the clock stands; reading the input is not counted. CPU time of the whole process against the limit
before and after; the median of {rounds} turns, beside the least and the greatest. *Pages a second*
is by the wall, which other work on the machine disturbs first. Memory is the process's at its peak,
with two batches of pages in it.

The limit is what has to be done anyway: SHA-256 and zstd, at versusdb's level, with a dictionary
made before the clock starts, one page after the other in a flat file; and back, checked. versusdb
writes as `archive import` does: one transaction for each batch (there it also ends at 8 MB), on
the disk before the next; what an address showed before and what was taken down is looked up, and
what a page says to robots is kept beside its headers. Training its dictionary, and compressing the
first {first} pages once more with it, is in the figure; so are its indexes in the size. A page is
found by its SHA-256, and checked. *Its WARC export* is `archive export` of such an archive, which
it reads and checks, and the reader of `archive import`, which checks the digests again.

The peers write a WARC record for each response as they come: warcio gzip at level 9, with SHA-1
of block and payload; FastWARC gzip at level 9 and zstd at level 3, a member for each record, with
SHA-1 of the block. The zstd dictionary is trained by FastWARC, from as many pages and to the same
size as ours. They know no page by address or digest: one at random is read at its place in the
file, found before the clock starts. They check digests when they are told to. Neither they nor the
limit wait for the disk."""


def write_section(results: Results) -> str:
    """Return the section."""
    rounds = len(results.writing[OURS.name].spent)
    about = _ABOUT.format(
        pages=results.pages,
        size=results.raw_bytes / results.pages / 1000,
        batch=BATCH_PAGES,
        picks=PICKS,
        rounds=rounds,
        first=PAGES_TO_TRAIN,
    )
    return "\n\n".join(
        (
            about,
            _write_writing(results),
            _write_goals(results),
            _write_reading(results),
            _write_parts(results),
            _tell_disturbed(results),
        )
    )


def _write_writing(results: Results) -> str:
    rows = []
    for name, turns in _list_turns(results.writing, WRITING):
        size = results.sizes[name]
        speeds = (f"{_find_speed(turns):,.0f}", f"{_find_median(turns, _pages_per_second):,.0f}")
        sizes = (f"{size / results.pages:,.0f}", f"{size / results.raw_bytes:.2%}")
        rows.append([name, *_show_ratios(turns), *speeds, *sizes, _show_peak(turns)])
    head = [
        "writing, CPU against the limit", "ratio", "turns", "pages a CPU second",
        "pages a second", "bytes a page", "of the raw bytes", "peak MB",
    ]  # fmt: skip
    return write_table(head, rows)


def _write_reading(results: Results) -> str:
    rows = []
    for name, turns in _list_turns(results.reading, READING):
        speeds = (f"{_find_speed(turns):,.0f}", f"{_find_median(turns, _pages_per_second):,.0f}")
        picked = results.picking.get(name)
        one = f"{1e6 / _find_speed(picked):,.0f}" if picked else ""
        rows.append([name, *_show_ratios(turns), *speeds, one, _show_peak(turns)])
    head = [
        "reading, CPU against the limit", "ratio", "turns", "pages a CPU second",
        "pages a second", "one at random, CPU µs", "peak MB",
    ]  # fmt: skip
    return write_table(head, rows)


def _list_turns(table: Mapping[str, Turns], tasks: tuple[Task, ...]) -> list[tuple[str, Turns]]:
    return [(name, table[name]) for name in (LIMIT.name, *(name for name, _, _ in tasks))]


def _show_ratios(turns: Turns) -> tuple[str, str]:
    ratios = turns.ratios
    if not ratios:
        return "1", ""
    return f"{median(ratios):.2f}", f"{min(ratios):.2f}–{max(ratios):.2f}"


def _show_peak(turns: Turns) -> str:
    return f"{_find_median(turns, lambda spent: spent.peak_bytes) / 1e6:.0f}"


def _find_speed(turns: Turns) -> float:
    """Return the pages in a second of CPU time."""
    return _find_median(turns, lambda spent: spent.pages / spent.cpu_seconds)


def _pages_per_second(spent: Spent) -> float:
    return spent.pages / spent.seconds


def _find_median(turns: Turns, take: Callable[[Spent], float]) -> float:
    return median(map(take, turns.spent))


def _write_goals(results: Results) -> str:
    share = results.sizes[OURS.name] / results.raw_bytes
    speed = _find_speed(results.writing[OURS.name])
    return (
        f"Wanted: at most {MOST_SHARE:.0%} of the raw bytes. {judge(share <= MOST_SHARE)} "
        f"Written at no less than {LEAST_SPEED:,} pages a second and core (CPU). "
        f"{judge(speed >= LEAST_SPEED)}"
    )


def _write_parts(results: Results) -> str:
    writing, reading = results.parts
    seconds = [
        1e6 / _find_median(turns[OURS.name], _pages_per_second)
        for turns in (results.writing, results.reading)
    ]
    rows = [
        [part, *(f"{shares.get(part, 0.0):.1%}" for shares in (writing, reading))]
        for part in sorted({**writing, **reading}, key=lambda part: -writing.get(part, 0.0))
    ]
    rows.append(["a page, wall µs", *(f"{each:.0f}" for each in seconds)])
    needed, needed_to_read = (
        sum(shares.get(part, 0.0) for part in NEEDED) for shares in results.parts
    )
    return (
        "Where versusdb's time goes, waiting for the disk included, in runs of their own that "
        "pyinstrument watches (`python -m bench.archive.profiling`). Watching costs something at "
        "each call, so that what is done in many small ones looks larger than it is.\n\n"
        f"{write_table(['', 'writing', 'reading'], rows)}\n\n"
        f"The limit is {HASHING} and {COMPRESSING}, which any such archive has to do: {needed:.0%} "
        f"of writing and {needed_to_read:.0%} of reading."
    )


def _tell_disturbed(results: Results) -> str:
    tables = {"writing": results.writing, "reading": results.reading}
    disturbed = [
        title
        for title, table in tables.items()
        if is_disturbed([spent.cpu_seconds for spent in table[LIMIT.name].spent])
    ]
    if not disturbed:
        return (
            "The middle half of the limit's own turns lies within "
            f"{DISTURBED - 1:.0%}, in writing and in reading."
        )
    return (
        "The run was disturbed: the limit itself varied by more than "
        f"{DISTURBED - 1:.0%} in {' and '.join(disturbed)}."
    )
