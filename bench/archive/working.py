"""Bench: one step of one contestant, in a process of its own.

``python -m bench.archive.working STEP MODULE SITE FILE`` writes the pages of a site into a file,
or reads them back, and prints what it took as JSON. The clock stands while pages are read from
the site and compared: only the contestant's own work counts.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Sequence
from importlib import import_module
from itertools import islice
from pathlib import Path
from random import Random
from typing import Any

import msgspec
from msgspec import Struct

from bench.alone import leave_out_peers
from bench.archive.pages import list_files, read_batches
from bench.memory import read_peak

PICKS = 500
SEED = 1


class Spent(Struct, frozen=True):
    """CPU and wall time of so many pages, in seconds, and the most bytes that were resident."""

    pages: int
    cpu_seconds: float
    seconds: float
    peak_bytes: int


class OtherPageError(Exception):
    """A contestant that does not give back what it was given."""


class Clock:
    """The CPU and wall time, in seconds, of the blocks that it was around."""

    def __init__(self) -> None:
        """Begin at nothing."""
        self.cpu_seconds = self.seconds = 0.0

    def __enter__(self) -> None:
        """Start."""
        self._begun = time.process_time(), time.perf_counter()

    def __exit__(self, *_: object) -> None:
        """Stop."""
        cpu, wall = self._begun
        self.cpu_seconds += time.process_time() - cpu
        self.seconds += time.perf_counter() - wall


def write(contestant: Any, site: Path, path: Path, clock: Clock) -> int:
    """Write all pages into a new file; return how many there are."""
    with clock:
        writer = contestant.Writer(path)
    count = 0
    for pages in read_batches(site):
        with clock:
            writer.write(pages)
        count += len(pages)
    with clock:
        writer.close()
    return count


def read(contestant: Any, site: Path, path: Path, clock: Clock) -> int:
    """Read all pages in their order; raise ``OtherPageError`` for any that is not as it was."""
    return _read(contestant.read, site, path, clock)


def check(contestant: Any, site: Path, path: Path, clock: Clock) -> int:
    """Read as ``read``, with digests checked."""
    return _read(contestant.read_checked, site, path, clock)


def pick(contestant: Any, site: Path, path: Path, clock: Clock) -> int:
    """Read some pages at random; raise as ``read``."""
    files = list_files(site)
    with contestant.open_picker(path) as find:
        for number in Random(SEED).choices(range(len(files)), k=PICKS):
            with clock:
                found = find(number)
            _compare([found], [files[number].read_bytes()], number)
    return PICKS


def prepare(contestant: Any, site: Path, path: Path, clock: Clock) -> int:
    """Make what a contestant's writer needs beside the pages."""
    if hasattr(contestant, "prepare"):
        with clock:
            contestant.prepare(path, site)
    return 0


def _read(function: Callable[[Path], Any], site: Path, path: Path, clock: Clock) -> int:
    with clock:
        bodies = function(path)
    count = 0
    for pages in read_batches(site):
        with clock:
            found = list(islice(bodies, len(pages)))
        _compare(found, [page.body for page in pages], count)
        count += len(pages)
    with clock:
        more = list(bodies)
    _compare(more, [], count)
    return count


def _compare(found: Sequence[bytes], expected: Sequence[bytes], first: int) -> None:
    if list(found) != list(expected):
        raise OtherPageError(
            f"of the {len(expected)} pages from number {first} on, {len(found)} came back, "
            "or others than were put in"
        )


STEPS = {each.__name__: each for each in (prepare, write, read, check, pick)}


def run(step: str, module: str, site: Path, path: Path) -> Spent:
    """Run a step of a contestant here."""
    clock = Clock()
    pages = STEPS[step](import_module(module), site, path, clock)
    return Spent(pages, clock.cpu_seconds, clock.seconds, read_peak())


def main(step: str, module: str, site: str, path: str) -> None:
    """Run a step as the process's only work, and print what it took."""
    leave_out_peers()
    sys.stdout.buffer.write(msgspec.json.encode(run(step, module, Path(site), Path(path))))


if __name__ == "__main__":
    main(*sys.argv[1:])
