"""``make soak``: kill crawls 320 times at other moments each time, and judge what they end with.

``python -m tests.kill_soak [SEED]`` draws a seed if none is given, and prints it.
"""

from __future__ import annotations

import random
import secrets
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from tests.killing import (
    MOST_AGAIN,
    FaultySite,
    count_again,
    find_short_pauses,
    kill_until_it_ends,
    read_content,
    run_whole,
)

CRAWLS = 64
KILLS = 5


def main() -> int:
    """Kill, and say what became of it; return 1 if a crawl did not end as if nothing had been."""
    seed = int(sys.argv[1]) if len(sys.argv) > 1 else secrets.randbelow(1_000_000)
    click.echo(f"up to {CRAWLS * KILLS} kills; make soak SEED={seed} draws the same ones")
    dice = random.Random(seed)  # noqa: S311
    killed = again = failures = 0
    with TemporaryDirectory(prefix="versusdb-kills-") as folder:
        site, database = FaultySite(), Path(folder, "undisturbed.db")
        with site.site:
            writes = run_whole(site, database)
        content = read_content(site, database)
        for number in range(CRAWLS):
            site, database = FaultySite(), Path(folder, f"{number}.db")
            with site.site:
                kills = kill_until_it_ends(site, database, writes, dice, KILLS)
            twice = count_again(site.log)
            faults = [
                "other content" if read_content(site, database) != content else "",
                "asked too often" if twice > kills * MOST_AGAIN else "",
                "a pause was shortened" if find_short_pauses(site.log) else "",
            ]
            killed, again = killed + kills, again + twice
            for fault in filter(None, faults):
                failures += 1
                click.echo(f"crawl {number}: {fault}")
    click.echo(
        f"{CRAWLS} crawls of {len(content['comparisons'])} pages, killed {killed} times: "
        f"{again} answers were asked for twice, {failures} faults"
    )
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
