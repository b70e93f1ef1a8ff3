"""Bench: where the CPU time of an ingest goes, by its parts; a process of its own.

``python -m bench.fetch.profiling ingest …`` runs the command line of versusdb and prints one JSON
object, seconds by part, as the last line of its error output. A part's time is that of its
functions in the thread that runs them, without that of other parts called from there. Measuring
costs some microseconds a call, so the sum is a little more than an ingest takes by itself.
"""

from __future__ import annotations

import json
import resource
import sys
import threading
import time
from collections.abc import Callable
from functools import wraps
from typing import Any

from scraper.archive import Archive
from scraper.client import Client
from scraper.compressing import Compression
from scraper.driving import Driver
from versusdb import working
from versusdb.frame import main
from versusdb.gathering import Gathering
from versusdb.reading_ahead import ReadAhead

ASKING = "asking: httpx, limits, checks"
PARTS: dict[str, tuple[tuple[Any, str], ...]] = {
    ASKING: ((Client, "fetch"),),
    "archive: SHA-256, rows": ((Archive, "keep"),),
    "archive: zstd": ((Compression, "compress"),),
    "frontier, pauses, robots, commits": (
        (Driver, "_begin_walks"), (Driver, "_send_due"), (Driver, "_take"), (Driver, "_commit"),
    ),
    "to the reader and back, coverage": ((ReadAhead, "_read"), (Gathering, "_collect")),
    "unchanged pages: rows": ((Gathering, "_confirm"), (Gathering, "_count_unchanged")),
    "load": ((working, "judge_run"), (working, "load_lots")),
    "resolve": ((working, "resolve_all"),),
}  # fmt: skip
READER = "the reader's process"
REST = "start, end and the rest"


class Parts(threading.local):
    """The parts that the calling thread is in, each with the seconds of those called from it."""

    def __init__(self) -> None:
        self.inner: list[float] = []


def watch(spent: dict[str, float], parts: Parts, part: str, owner: Any, name: str) -> None:
    """Replace a function, or a generator, by one that adds its own time to a part."""
    function = getattr(owner, name)

    def measure(call: Callable[[], Any]) -> Any:
        parts.inner.append(0.0)
        start = time.thread_time()
        try:
            return call()
        finally:
            taken = time.thread_time() - start
            spent[part] = spent.get(part, 0.0) + taken - parts.inner.pop()
            if parts.inner:
                parts.inner[-1] += taken

    @wraps(function)
    def watched(*arguments: Any, **named: Any) -> Any:
        result = measure(lambda: function(*arguments, **named))
        return iterate(result) if hasattr(result, "__next__") else result

    def iterate(generator: Any) -> Any:
        while (item := measure(lambda: next(generator, iterate))) is not iterate:
            yield item

    setattr(owner, name, watched)


def run() -> int:
    """Run the command, and print what its parts took."""
    spent: dict[str, float] = {}
    parts = Parts()
    for part, functions in PARTS.items():
        for owner, name in functions:
            watch(spent, parts, part, owner, name)
    try:
        main()
    except SystemExit as ended:
        status = ended.code
    own, reader = (
        resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    spent[READER] = reader.ru_utime + reader.ru_stime
    spent[REST] = own.ru_utime + own.ru_stime - sum(spent.get(part, 0.0) for part in PARTS)
    print(json.dumps(spent), file=sys.stderr)
    return status if isinstance(status, int) else 1


if __name__ == "__main__":
    sys.exit(run())
