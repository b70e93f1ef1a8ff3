"""Bench: write the table of reading a page into docs/benchmarks.md, or print it.

``make bench-parse``, or ``python -m bench.parse --rounds 9 --page 100 --print`` for a quick look.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping
from functools import partial
from statistics import median

from msgspec import Struct

from bench.pages import BenchPage, Frame, write_page
from bench.parse.contestants import CONTESTANTS, check_record
from bench.parse.profiling import profile_reading
from bench.parse.with_lxml import parse_tree
from bench.profiling import IS_INSTALLED
from bench.report import describe_run, put_section, write_table
from bench.timing import DISTURBED, Timing, is_disturbed, time_turns

SEED = 4
ROUNDS = 25
MOST = 1.3
JUDGED = "100 KB"
_ABOUT = """\
## Reading a page

```
make bench-parse
```

CPU time to read the whole record, two cards and eight quotes, against lxml's own parse of the
same bytes: `etree.fromstring` with the encoding told, nothing read from the tree. The first
number is the median ratio of {rounds} turns, each between two turns of the limit; the middle half
of the turns lies between the two in brackets.

The pages are what Next.js writes today: utility classes, inline icons, menus, a footer, related
comparisons, and flight data that repeats the content as JSON; the content is the same at every
size. *All markup* has no flight data, and more of the rest. *Related inside* has the related
comparisons within `<main>`, where the others have them after it; *no main* is made of plain
`<div>`s, without `<main>`, `<nav>` or `<footer>`.

Every contestant gives the same record, checked before the clock starts. The peers may select by
class names written for this very page, and believe what they find. versusdb uses no class name,
and its figure includes the evidence for each field and the checks across the record."""


class Column(Struct, frozen=True):
    """A page of the table: what its column is called, about how many bytes, in which frame."""

    title: str
    size: int
    frame: Frame = "outside"
    has_flight: bool = True


COLUMNS = (
    Column("30 KB", 30_000),
    Column(JUDGED, 100_000),
    Column("250 KB", 250_000),
    Column("100 KB, all markup", 100_000, has_flight=False),
    Column("100 KB, related inside", 100_000, "inside"),
    Column("100 KB, no main", 100_000, "plain"),
)

Results = Mapping[str, Mapping[str, Timing]]


def main() -> int:
    """Measure, then write the section or print it; return 1 if a contestant cannot take part."""
    parser = argparse.ArgumentParser(prog="python -m bench.parse", description=__doc__)
    parser.add_argument("--rounds", type=int, default=ROUNDS, help="turns of each (%(default)s)")
    parser.add_argument("--page", default="", help="only the pages whose title begins so")
    parser.add_argument("--print", action="store_true", help="leave docs/benchmarks.md alone")
    options = parser.parse_args()
    lacking = [each.library for each in CONTESTANTS if not each.is_installed]
    lacking += [] if IS_INSTALLED else ["pyinstrument"]
    if lacking:
        print(f"not installed: {', '.join(lacking)}; run 'make bench-parse'", file=sys.stderr)
        return 1
    columns = [column for column in COLUMNS if column.title.startswith(options.page)]
    pages = {
        each.title: write_page(each.size, seed=SEED, frame=each.frame, has_flight=each.has_flight)
        for each in columns
    }
    results = {}
    for title, page in pages.items():
        print(f"reading {title}, {len(page.body)} bytes", file=sys.stderr)
        results[title] = measure(page, options.rounds)
    profile = profile_reading(pages[JUDGED]) if JUDGED in pages else ""
    text = write_section(pages, results, options.rounds, profile)
    if options.print or options.page:
        print(text)
    else:
        put_section("bench-parse", text)
        print("wrote docs/benchmarks.md", file=sys.stderr)
    return 0


def measure(page: BenchPage, rounds: int) -> dict[str, Timing]:
    """Return the timing of each contestant on a page, after checking what it reads there."""
    calls = {}
    for contestant in CONTESTANTS:
        check_record(contestant, page)
        calls[contestant.name] = partial(contestant.load(), page.body, page.record.source)
    return time_turns(partial(parse_tree, page.body), calls, rounds)


def write_section(
    pages: Mapping[str, BenchPage], results: Results, rounds: int, profile: str
) -> str:
    """Return the section: what was measured, ratios, times, the limit, the profile, the machine."""
    names = [contestant.name for contestant in CONTESTANTS]
    ratios = [[name, *(_show_ratio(results[title][name]) for title in results)] for name in names]
    times = [
        [name or "lxml, parse alone", *(_show_time(results[title][name]) for title in results)]
        for name in ("", *names)
    ]
    sizes = [f"{len(page.body) / 1000:.1f} KB" for page in pages.values()]
    parts = [
        _ABOUT.format(rounds=rounds),
        write_table(["against lxml's parse", *results], ratios),
        write_table(["CPU ms", *results], [*times, ["size of the page", *sizes]]),
        *_judge(results),
        *([f"Of reading the page of {JUDGED} again and again:\n\n{profile}"] if profile else []),
        describe_run("versusdb", "lxml", "parsel", "selectolax", "beautifulsoup4"),
    ]
    return "\n\n".join(parts)


def _show_ratio(timing: Timing) -> str:
    low, high = timing.middle
    return f"{timing.ratio:.2f} ({low:.2f}–{high:.2f})"


def _show_time(timing: Timing) -> str:
    return f"{median(timing.milliseconds):.2f}"


def _judge(results: Results) -> list[str]:
    """Return what the figures say of the limit that we set, and of the run itself."""
    lines = []
    if JUDGED in results:
        ratio = results[JUDGED][CONTESTANTS[0].name].ratio
        word = "held" if ratio <= MOST else "missed"
        lines.append(f"Wanted: at most {MOST} times lxml's parse at {JUDGED}. {word.title()}.")
    disturbed = [title for title, each in results.items() if is_disturbed(each[""].ratios)]
    if disturbed:
        lines.append(
            "The run was disturbed: lxml's own parse varied by more than "
            f"{DISTURBED - 1:.0%} on {'; '.join(disturbed)}."
        )
    return lines


if __name__ == "__main__":
    sys.exit(main())
