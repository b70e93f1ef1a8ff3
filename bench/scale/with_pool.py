"""Bench: the limit of reading an archive again: parse its pages, and keep nothing of them.

``python -m bench.scale.with_pool ARCHIVE WORKERS`` has a bare pool of processes do it, or none with
0, and prints a JSON object: the pages, and the CPU seconds of reading the archive's bytes and of
parsing them, in all processes.
"""

from __future__ import annotations

import json
import sqlite3
import sys
import time
from collections.abc import Sequence
from contextlib import closing
from multiprocessing import get_context

from sqlite_utils import Database

from parsers.reading import parse_page
from parsers.records import Snapshot
from scraper.archive import Archive

CHUNK = 100


def parse_some(path: str, snapshots: Sequence[Snapshot]) -> tuple[int, float, float]:
    """Parse pages; return how many, and the CPU seconds of getting and of parsing them."""
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as connection:
        archive = Archive(Database(connection))
        start = time.process_time()
        bodies = [archive.read(snapshot.sha256) for snapshot in snapshots]
        between = time.process_time()
        for snapshot, body in zip(snapshots, bodies, strict=True):
            parse_page(body, **snapshot.known)
        return len(bodies), between - start, time.process_time() - between


def main() -> None:
    """Parse all pages, and print what that took."""
    path, workers = sys.argv[1], int(sys.argv[2])
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as connection:
        snapshots = list(Archive(Database(connection)).snapshots())
    tasks = [(path, snapshots[at : at + CHUNK]) for at in range(0, len(snapshots), CHUNK)]
    if workers:
        with get_context("spawn").Pool(workers) as pool:
            done = pool.starmap(parse_some, tasks, chunksize=1)
    else:
        done = [parse_some(*task) for task in tasks]
    pages, getting, parsing = (sum(part) for part in zip(*done, strict=True))
    print(json.dumps({"pages": pages, "getting": getting, "parsing": parsing}), file=sys.stderr)


if __name__ == "__main__":
    main()
