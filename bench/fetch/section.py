"""Bench: the section on a whole ingest: ratios, what they come from, and what was wanted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from statistics import median

from bench.fetch.contestants import SCRAPY, SCRIPT, VERSUSDB, Contestant
from bench.fetch.measuring import SAMPLE_MS, Usage
from bench.fetch.profiling import ASKING, READER
from bench.fetch.running import Results
from bench.fetch.site import PAGE_BYTES, Content
from bench.report import write_table

LEAST_SPEED, GOAL_SPEED = 1.7, 2.0
MOST_COST, GOAL_COST = 0.65, 0.5
MOST_UNCHANGED = 0.1
_MB = 1_000_000
_ABOUT = """\
## Fetching a site

```
make bench-fetch
```

A site of {pages:,} pages of {size:.0f} KB, two cards, five rows and eight quotes each, is served by
nginx on the loopback, with robots.txt and a sitemap. `versusdb ingest` (robots, frontier, archive
and load on, `--delay 0`) and two peers that do the same job take turns: a plain Scrapy project, and
the script that most people write. The project obeys robots.txt, walks the sitemap with its default
concurrency, reads cards, rows and quotes with parsel by class names written for these pages, and
upserts them into SQLite in batches of 500. So does the script, but one page after the other, with
`requests.Session`, BeautifulSoup on lxml, and the `upsert_all` of sqlite-utils: not after each
page, as many would, but for 500 at once, which is the quicker way. Neither keeps a page, a history
or a state that would survive a crash, and both fetch all anew when they are run again. All must
have stored the same number of comparisons, tools and quotes.

Each figure is of the command with all its processes; nginx and the bench are not counted. Memory
is the sum of their proportional set sizes, read every {sample} ms; its peak. Ratios are taken turn
by turn; what stands here is the median of {repeat}, beside the least and the greatest."""


def _take_speed(used: Usage) -> float:
    return 1 / used.seconds


def _take_cpu(used: Usage) -> float:
    return used.cpu_seconds


def _take_memory(used: Usage) -> float:
    return used.peak_bytes


def write_section(results: Results, content: Content) -> str:
    """Return the section."""
    pages = content.comparisons
    about = _ABOUT.format(
        pages=pages, size=PAGE_BYTES / 1000, sample=SAMPLE_MS, repeat=len(results.exchanges)
    )
    return "\n\n".join(
        (
            about,
            _write_ratios(results),
            _write_script_ratios(results),
            _write_costs(results, pages),
            _write_parts(results, pages),
            _write_unchanged(results, pages),
            _write_archive(results),
        )
    )


def _write_ratios(results: Results) -> str:
    speeds = _compare(results, SCRAPY, _take_speed)
    is_fast = median(speeds) >= LEAST_SPEED
    wanted = (f"at least {LEAST_SPEED}", str(GOAL_SPEED), _judge(is_met=is_fast))
    rows = [["pages per second", *_show(speeds), *wanted]]
    for title, costs in (
        ("CPU seconds", _compare(results, SCRAPY, _take_cpu)),
        ("peak memory", _compare(results, SCRAPY, _take_memory)),
    ):
        verdict = _judge(is_met=median(costs) <= MOST_COST)
        rows.append([title, *_show(costs), f"at most {MOST_COST}", str(GOAL_COST), verdict])
    return write_table(["versusdb against Scrapy", "ratio", "turns", "wanted", "goal", ""], rows)


def _write_script_ratios(results: Results) -> str:
    compared = (
        ("pages per second", _take_speed),
        ("CPU seconds", _take_cpu),
        ("peak memory", _take_memory),
    )
    rows = [[title, *_show(_compare(results, SCRIPT, take))] for title, take in compared]
    return write_table([f"versusdb against {SCRIPT.name}", "ratio", "turns"], rows)


def _judge(*, is_met: bool) -> str:
    return "met" if is_met else "missed"


def _compare(results: Results, peer: Contestant, take: Callable[[Usage], float]) -> list[float]:
    turns = zip(results.turns[VERSUSDB.name], results.turns[peer.name], strict=True)
    return [take(ours.first) / take(theirs.first) for ours, theirs in turns]


def _show(ratios: Sequence[float]) -> tuple[str, str]:
    return f"{median(ratios):.2f}", f"{min(ratios):.2f}–{max(ratios):.2f}"


def _write_costs(results: Results, pages: int) -> str:
    rows = []
    for title, is_first in (("", True), (", nothing changed", False)):
        for name in results.turns:
            used = [turn.first if is_first else turn.second for turn in results.turns[name]]
            rows.append(
                [
                    f"{name}{title}",
                    f"{median(pages / each.seconds for each in used):.0f}",
                    f"{median(each.seconds for each in used):.1f}",
                    f"{median(each.cpu_seconds for each in used):.1f}",
                    f"{median(each.cpu_seconds for each in used) * 1000 / pages:.2f}",
                    f"{median(each.peak_bytes for each in used) / _MB:.0f}",
                ]
            )
    return write_table(
        ["", "pages/s", "wall s", "CPU s", "CPU ms a page", "peak MB"],
        rows,
    )


def _write_parts(results: Results, pages: int) -> str:
    first, second = results.parts
    rows = [
        [part, *(f"{spent.get(part, 0.0) * 1000 / pages:.2f}" for spent in (first, second))]
        for part in sorted(first, key=lambda part: first[part], reverse=True)
    ]
    table = write_table(["CPU ms a page, by part", "first run", "nothing changed"], rows)
    theirs = median(turn.first.cpu_seconds for turn in results.turns[SCRAPY.name])
    needed = (first[READER] + first[ASKING]) * 1000 / pages
    return (
        "Where it goes, in one more run of ours whose parts are watched "
        "(`python -m bench.fetch.profiling ingest …`), which costs a little itself:\n\n"
        f"{table}\n\n"
        f"{MOST_COST} of Scrapy's CPU seconds are {theirs * MOST_COST * 1000 / pages:.2f} ms a "
        f"page. The reader, which knows no class name of these pages, and httpx take {needed:.2f} "
        "of them."
    )


def _write_unchanged(results: Results, pages: int) -> str:
    answered = results.archived.answered_304
    rows = [
        _measure_unchanged(results, pages, "CPU ms a page", lambda used: used.cpu_seconds),
        _measure_unchanged(results, pages, "wall ms a page", lambda used: used.seconds),
    ]
    table = write_table(
        ["versusdb", "first", "httpx alone", "second", "httpx alone, 304", "share", ""], rows
    )
    start = results.single
    return (
        "What an unchanged page costs on a second run beyond the HTTP exchange, as a share of what "
        "it cost beyond it on the first; the exchange is httpx alone asking for the same pages on "
        "one connection, in the same run. What a run of a single page takes is no page's cost and "
        f"left out: {start.first.cpu_seconds:.2f} s of CPU the first time, "
        f"{start.second.cpu_seconds:.2f} s the second, {start.first.seconds:.2f} s and "
        f"{start.second.seconds:.2f} s by the wall. Wanted: at most {MOST_UNCHANGED}. On the "
        f"second run {answered:,} of {pages:,} pages were answered with 304.\n\n{table}"
    )


def _measure_unchanged(
    results: Results, pages: int, title: str, take: Callable[[Usage], float]
) -> list[str]:
    ours = results.turns[VERSUSDB.name]
    first = median(take(turn.first) for turn in ours) - take(results.single.first)
    second = median(take(turn.second) for turn in ours) - take(results.single.second)
    full = median(take(each.full) for each in results.exchanges)
    conditional = median(take(each.conditional) for each in results.exchanges)
    share = (second - conditional) / (first - full)
    times = [f"{seconds * 1000 / pages:.2f}" for seconds in (first, full, second, conditional)]
    return [title, *times, f"{share:.2f}", _judge(is_met=share <= MOST_UNCHANGED)]


def _write_archive(results: Results) -> str:
    kept = results.archived
    rows = [
        ["as served", f"{kept.page_bytes:,.0f}", "1.00"],
        ["zstd", f"{kept.plain_bytes:,.0f}", f"{kept.plain_bytes / kept.page_bytes:.3f}"],
        [
            "zstd with the site's dictionary",
            f"{kept.kept_bytes:,.0f}",
            f"{kept.kept_bytes / kept.page_bytes:.3f}",
        ],
    ]
    table = write_table(["the archive", "bytes a page", "share"], rows)
    trained = "Too few pages for a dictionary."
    if kept.training_seconds is not None:
        trained = f"Training the dictionary took {kept.training_seconds:.2f} s, once."
    return f"{table}\n\n{trained}"
