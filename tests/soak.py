"""``make soak``: read 20,000 mutated pages, and keep every page that the reader fails on.

``python -m tests.soak [SEED]`` draws a seed if none is given, and prints it: with the same code
the same seed makes the same pages.
"""

from __future__ import annotations

import re
import secrets
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import click

from parsers.records import Unknown
from tests.contradictions import contradictions
from tests.mutations import mutate_page
from versusdb.giving_up import ReaderError
from versusdb.worker import Worker

PAGES = 20_000
MOST_SECONDS = 30
KEPT = Path(".cache/soak")


def judge_page(worker: Worker, body: bytes) -> tuple[str, list[str]]:
    """Return what became of a page, and how the reader failed on it, if it did."""
    try:
        record = worker.parse(body, source="page").record
    except ReaderError as error:
        return "failed", [f"{error.issue.code}: {error.issue.message}"]
    if isinstance(record, Unknown):
        return "unknown", contradictions(record)
    if record.issues:
        return "read with issues", []
    return "read clean", contradictions(record)


def soak(seed: int, pages: int) -> Iterator[tuple[int, str, list[str]]]:
    """Yield each page's number, what became of it, and how the reader failed on it."""
    with Worker(seconds=MOST_SECONDS) as worker:
        for number in range(pages):
            yield number, *judge_page(worker, mutate_page(seed, number))


def main() -> int:
    """Read the pages and say what became of them; return 1 if the reader failed on one."""
    seed = int(sys.argv[1]) if len(sys.argv) > 1 else secrets.randbelow(1_000_000)
    click.echo(f"{PAGES} mutated pages; make soak SEED={seed} makes them again")
    counts: Counter[str] = Counter()
    failures: Counter[str] = Counter()
    for number, outcome, reasons in soak(seed, PAGES):
        counts[outcome] += 1
        for reason in reasons:
            kind = re.sub(r"\d+|'[^']*'", "#", reason)
            failures[kind] += 1
            if failures[kind] == 1:
                KEPT.mkdir(parents=True, exist_ok=True)
                path = KEPT / f"{seed}-{number}.page"
                path.write_bytes(mutate_page(seed, number))
                click.echo(f"{path}: {reason}")
    click.echo(", ".join(f"{count} {outcome}" for outcome, count in sorted(counts.items())))
    for kind, count in failures.most_common():
        click.echo(f"{count} x {kind}")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
