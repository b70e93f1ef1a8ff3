"""Bench: the turns of a run, each contestant on a fresh file, the limit before and after each."""

from __future__ import annotations

import gc
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from datetime import datetime, timedelta
from importlib import import_module
from importlib.util import find_spec
from itertools import islice
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from bench.alone import COMMAND
from bench.fetch.measuring import measure_command
from bench.load.flat import Page
from bench.load.small import list_records, read_pages, write_small
from bench.load.with_versusdb import open_ours
from bench.memory import read_peak
from db.confirming import confirm_pages
from parsers.records import Read
from scraper.times import format_time
from versusdb.judging import BATCH_PAGES
from versusdb.spool import Lot

_AGAIN_AFTER = timedelta(days=40)
_COUNT = "SELECT count(*) FROM {}"


class Contestant(Struct, frozen=True):
    """Who loads, under the name in the table, what it has stored is counted in, and its library."""

    name: str
    module: str
    tables: tuple[str, str, str]
    library: str = "sqlite3"

    @property
    def is_installed(self) -> bool:
        """Whether the library is there."""
        return find_spec(self.library) is not None


LIMIT = Contestant("bare tables", "bench.load.with_sqlite", ("", "", ""))
OURS = Contestant(
    "**versusdb**", "bench.load.with_versusdb", ("v1_entries", "v1_comparisons", "v1_quotes")
)
PEERS = (
    Contestant(
        "sqlite-utils `upsert_all`",
        "bench.load.with_sqlite_utils",
        ("tools", "comparisons", "quotes"),
    ),
    Contestant(
        "SQLAlchemy Core, `ON CONFLICT`",
        "bench.load.with_sqlalchemy",
        ("tools", "comparisons", "quotes"),
        "sqlalchemy",
    ),
    Contestant(
        "dlt `merge`, keys made", "bench.load.with_dlt", ("tools", "comparisons", "quotes"), "dlt"
    ),
    Contestant(
        "dlt `merge`, as it is",
        "bench.load.with_dlt_plain",
        ("tools", "comparisons", "quotes"),
        "dlt",
    ),
)


class Turns(Struct, frozen=True):
    """CPU seconds a page of one contestant, and ratios to the limit: first, and loaded again."""

    ratios: list[float]
    seconds: list[float]
    again: list[float]
    megabytes: float


class Growth(Struct, frozen=True):
    """So many pages loaded into one file: CPU seconds a page, its last tenth, peak in bytes."""

    pages: int
    seconds: float
    last_seconds: float
    peak_bytes: int


class OtherContentError(Exception):
    """A contestant that has not stored what the others have."""


def spend(call: Callable[[], object]) -> float:
    """Return the CPU seconds of a call, without those of the collector of garbage."""
    gc.collect()
    gc.disable()
    try:
        start = time.process_time()
        call()
        return time.process_time() - start
    finally:
        gc.enable()


def spend_on(contestant: Contestant, lot: Lot, path: Path) -> float:
    """Return the CPU seconds that a contestant takes for all pages of a lot."""
    loader: Any = import_module(contestant.module).Loader
    seconds, opened = 0.0, []
    seconds += spend(lambda: opened.append(loader(path)))
    for batch in lot.list_batches(BATCH_PAGES):
        pages = list(batch)
        seconds += spend(lambda pages=pages: opened[0].load(pages))  # type: ignore[misc]
    return seconds + spend(opened[0].close)


def run_turns(pages: int, rounds: int, peers: Sequence[Contestant] = PEERS) -> dict[str, Turns]:
    """Let all load the same pages in turns, and once again into what they have then."""
    turns = {each.name: Turns([], [], [], 0.0) for each in (LIMIT, OURS, *peers)}
    with TemporaryDirectory(prefix="bench-load-") as name, Lot(Path(name)) as lot:
        folder = Path(name)
        for snapshot, reading in read_pages(pages):
            lot.add(snapshot, Read.pack(reading, ()))
        order = [OURS, *peers]
        for _ in range(rounds):
            expected = None
            before = _run_limit(lot, folder)
            for contestant in order:
                with TemporaryDirectory(dir=folder) as own:
                    path = Path(own, "x.db")
                    seconds = spend_on(contestant, lot, path)
                    expected = expected or count(contestant, path)
                    check(contestant, path, expected)
                    again = spend_again(contestant, lot, path)
                    check(contestant, path, expected)
                    size = path.stat().st_size / 1e6
                after = _run_limit(lot, folder)
                mine = turns[contestant.name]
                mine.seconds.append(seconds / pages)
                mine.ratios.append(2 * seconds / (before + after))
                mine.again.append(again / seconds)
                turns[contestant.name] = replace(mine, megabytes=size)
                turns[LIMIT.name].seconds.append(after / pages)
                before = after
            order.append(order.pop(0))
    return turns


def _run_limit(lot: Lot, folder: Path) -> float:
    with TemporaryDirectory(dir=folder) as own:
        return spend_on(LIMIT, lot, Path(own, "limit.db"))


def check(contestant: Contestant, path: Path, expected: tuple[int, ...]) -> None:
    """Raise ``OtherContentError`` unless a contestant has stored as much as the first one."""
    found = count(contestant, path)
    if found != expected:
        raise OtherContentError(f"{contestant.name}: {found}, expected {expected}")


def count(contestant: Contestant, path: Path) -> tuple[int, ...]:
    """Return how many tools, comparisons and quotes a contestant has stored."""
    with closing(sqlite3.connect(path)) as connection:
        return tuple(
            connection.execute(_COUNT.format(table)).fetchone()[0] for table in contestant.tables
        )


def spend_again(contestant: Contestant, lot: Lot, path: Path) -> float:
    """Return the CPU seconds for the same pages, unchanged, seen anew some days later."""
    if contestant is not OURS:
        return spend_on(contestant, lot, path)
    seconds, (database, run) = 0.0, open_ours(path)
    for batch in lot.list_batches(BATCH_PAGES):
        seen = [(_see_again(snapshot), snapshot.archive_id) for snapshot, _ in batch]
        seconds += spend(lambda seen=seen: confirm_pages(database, run, seen))  # type: ignore[misc]
    database.close()
    return seconds


def _see_again(snapshot: Any) -> Any:
    at = format_time(datetime.fromisoformat(snapshot.observed_at) + _AGAIN_AFTER)
    return replace(snapshot, archive_id=snapshot.archive_id + 10_000_000, observed_at=at)


def run_command(pages: int, rounds: int) -> tuple[float, float]:
    """Ingest a folder of pages, twice; return the CPU seconds a page of both, without the start.

    The start is what it takes to ingest a single page twice; medians of the turns.
    """
    spent: dict[str, list[tuple[float, float]]] = {"one": [], "all": []}
    with TemporaryDirectory(prefix="bench-load-") as name:
        folder = Path(name)
        for size, name in ((pages, "all"), (1, "one")):
            (folder / name).mkdir()
            for number, record in enumerate(list_records(size)):
                (folder / name / f"{number}.html").write_bytes(write_small(record))
        for turn in range(rounds):
            for where, turns in spent.items():
                command = [*COMMAND, "ingest"]
                command += [str(folder / where), "--db", str(folder / f"{turn}-{where}.db")]
                first, second = (
                    measure_command(command, folder / "log").cpu_seconds for _ in range(2)
                )
                turns.append((first, second))
    starts, wholes = (
        [median(each) for each in zip(*spent[where], strict=True)] for where in ("one", "all")
    )
    first, second = ((whole - start) / pages for whole, start in zip(wholes, starts, strict=True))
    return first, second


def grow(pages: int) -> Growth:
    """Load so many pages into one file, in a process of its own."""
    command = [sys.executable, "-m", "bench.load.running", str(pages)]
    done = subprocess.run(command, capture_output=True, check=True)
    return msgspec.json.decode(done.stdout, type=Growth)


def _grow_here(pages: int) -> Growth:
    """Load in batches as they are read, which is not counted."""
    loader: Any = import_module(OURS.module).Loader
    with TemporaryDirectory(prefix="bench-load-") as name:
        opened = loader(Path(name) / "x.db")
        spent = [
            spend(lambda batch=batch: opened.load(batch))  # type: ignore[misc]
            for batch in _batch(read_pages(pages))
        ]
        last = spent[-max(1, len(spent) // 10) :]
        total = sum(spent) + spend(opened.close)
    return Growth(pages, total / pages, sum(last) / (len(last) * BATCH_PAGES), read_peak())


def _batch(pages: Iterable[Page]) -> Iterator[list[Page]]:
    iterator = iter(pages)
    while batch := list(islice(iterator, BATCH_PAGES)):
        yield batch


if __name__ == "__main__":
    sys.stdout.buffer.write(msgspec.json.encode(_grow_here(int(sys.argv[1]))))
