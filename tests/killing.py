"""Crawls that are killed, again and again, and what must hold of them afterwards.

A site on the loopback shows every fault that passes; a crawl of it is killed with SIGKILL at a
seeded write, or at a random moment, and the same command is given again until it comes to its
end. What it then holds must be what an undisturbed run holds, and the site's own log tells what
was asked how often and how soon.
"""

from __future__ import annotations

import random
import re
import sqlite3
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from contextlib import closing, suppress
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from tests.loopback import Answer, LoopbackSite, redirect, show
from tests.observing import VIEWS
from tests.pages import Card, write_html

PAGES = 24
OLD, GONE = "/compare/old-vs-new", "/compare/gone-vs-lost"
DELAY = 0.03
# What the clocks of two processes and the way to the site may differ by, in seconds.
TOLERANCE = 0.01
# At most so many responses may be in flight or not committed when a run is killed.
MOST_AGAIN = 20
TIMES = re.compile(r"_at$|^valid_|^run_id$|^snapshot_id$|^issue_id$")
LINE = re.compile(r"writes: (\d+)")


class Log(NamedTuple):
    """One request as the site saw it, in seconds of a running clock."""

    path: str
    began_at: float
    ended_at: float
    status: int


class FaultySite:
    """A site of invented comparisons; each fault shows once, and then passes."""

    def __init__(self) -> None:
        self.log: list[Log] = []
        self._met: Counter[str] = Counter()
        self.site = LoopbackSite()
        paths = [f"/compare/tool-{n}-a-vs-tool-{n}-b" for n in range(PAGES)]
        entries = "".join(f"<url><loc>{path}</loc></url>" for path in [*paths, OLD, GONE])
        answers: dict[str, Answer] = {
            "/sitemap.xml": Answer(f"<urlset>{entries}</urlset>".encode()),
            OLD: redirect(paths[1]),
            GONE: show("gone", 410),
        }
        for number, path in enumerate(paths):
            answers[path] = show(write_page(number))
        faults = {
            paths[3]: show("down", 500),
            paths[5]: Answer(b"cut", is_cut=True),
            paths[7]: show("busy", 503, Retry_After="1"),
            "/sitemap.xml": show("down", 502),
        }
        for path, answer in answers.items():
            self.site.answers[path] = self._watch(path, answer, faults.get(path))
        self.site.answers["/robots.txt"] = self._watch("/robots.txt", show("", 404), None)

    def _watch(self, path: str, answer: Answer, fault: Answer | None) -> Callable[[], Answer]:
        def respond() -> Answer:
            began_at = time.monotonic()
            self._met[path] += 1
            chosen = fault if fault is not None and self._met[path] == 1 else answer
            self.log.append(Log(path, began_at, time.monotonic(), chosen.status))
            return chosen

        return respond


def write_page(number: int) -> str:
    """Write a comparison of two invented tools."""
    cards = [
        Card(name=f"Tool {number} {side}", slug=f"tool-{number}-{side}", tagline=side * 9)
        for side in "ab"
    ]
    return write_html(cards)


def command(site: FaultySite, database: Path) -> list[str]:
    """Return the arguments of the crawl; always the same."""
    return [
        "ingest", f"{site.site.root}/", "--db", str(database), "--delay", str(DELAY),
        "--allow-host", "127.0.0.1", "--site", "shiporskip.io", "--json",
    ]  # fmt: skip


def run_whole(site: FaultySite, database: Path) -> int:
    """Run to the end; return the number of writes."""
    done = start(site, database, 0)
    _, said = done.communicate(timeout=120)
    assert done.returncode == 3, said
    found = LINE.search(said)
    assert found is not None
    return int(found[1])


def start(site: FaultySite, database: Path, last_write: int) -> subprocess.Popen[str]:
    """Start the crawl, to be killed right before that write; 0 for none."""
    return subprocess.Popen(
        [sys.executable, "-m", "tests.killed", str(last_write), *command(site, database)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parent.parent,
    )


def kill_at_writes(site: FaultySite, database: Path, writes: int, dice: random.Random) -> bool:
    """Run up to a write of the dice's choice; tell whether that killed it."""
    running = start(site, database, dice.randint(1, writes))
    running.communicate(timeout=120)
    return running.returncode == -9


def kill_at_moment(site: FaultySite, database: Path, seconds: float, dice: random.Random) -> bool:
    """Run for a time of the dice's choice; tell whether that killed it."""
    running = start(site, database, 0)
    with suppress(subprocess.TimeoutExpired):
        running.communicate(timeout=dice.uniform(0.2, seconds))
    running.kill()
    running.communicate(timeout=60)
    return running.returncode == -9


def kill_until_it_ends(
    site: FaultySite, database: Path, writes: int, dice: random.Random, most: int
) -> int:
    """Kill the crawl up to so often, then let it come to its end; return how often it was."""
    for kills in range(most):
        if dice.random() < 0.5:
            is_killed = kill_at_writes(site, database, writes // 2, dice)
        else:
            is_killed = kill_at_moment(site, database, 1.5, dice)
        if not is_killed or has_ended(database):
            # It has come to its end: the same command would begin anew.
            return kills + is_killed
    run_whole(site, database)
    return most


def has_ended(database: Path) -> bool:
    """Tell whether the crawl noted its end before it was killed."""
    with closing(sqlite3.connect(database.with_suffix(".archive.db"))) as connection:
        # It may have been killed before there was any table.
        with suppress(sqlite3.OperationalError):
            return bool(connection.execute("SELECT count(ended_at) FROM crawls").fetchone()[0])
        return False


def read_content(site: FaultySite, database: Path) -> dict[str, list[str]]:
    """Return the views of content, sorted, without times, what is computed from them, and port."""
    content = {}
    with closing(sqlite3.connect(database)) as connection:
        for view in VIEWS:
            names = [row[1] for row in connection.execute(f"PRAGMA table_info(v1_{view})")]
            columns = ", ".join(name for name in names if not TIMES.search(name))
            rows = connection.execute(f"SELECT {columns} FROM v1_{view}").fetchall()
            content[view] = sorted(repr(row).replace(site.site.root, "SITE") for row in rows)
    return content


def count_again(log: list[Log]) -> int:
    """Return how many answers came that had come before, each address's last one."""
    good = Counter(each.path for each in log if each.status in (200, 302, 404, 410))
    return sum(count - 1 for count in good.values())


def find_short_pauses(log: list[Log]) -> list[tuple[Log, Log, float]]:
    """Return the pairs of requests with less than the pause between them, or Retry-After."""
    short = []
    for before, after in pairwise(sorted(log, key=lambda each: each.began_at)):
        pause = 1.0 if before.status == 503 else DELAY
        between = after.began_at - before.ended_at
        if between < pause - TOLERANCE:
            short.append((before, after, between))
    return short
