"""Bench: where the time of versusdb's writing and reading goes, by parts; a process of its own.

``python -m bench.archive.profiling SITE FILE`` archives a site into a file and reads it back, some
times, with pyinstrument looking on, and prints for both the share of each part as JSON. A part is
told by the function that is at work, or by one that has called it; the time is the wall's, so that
waiting for the disk is seen.
"""

from __future__ import annotations

import sys
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TypeAlias

import msgspec

from bench.archive.pages import read_batches

# At one interval alone, the work on each page falls into step with the samples: the same function
# is met again and again.
INTERVALS = (0.00037, 0.00043, 0.00053, 0.00061, 0.00071)
HASHING = "SHA-256"
COMPRESSING = "zstd"
COMMITS = "commits, which wait for the disk"
ROWS = "rows and look-ups in SQLite"
TRAINING = "training the dictionary, and the first pages once more"
DIRECTIVES = "what a page says to robots"
REST = "headers, records, calls"
# The first that fits: a part, the function at work or the class of which it is a method, and one
# that stands anywhere above it.
PARTS: tuple[tuple[str, str, str], ...] = (
    (TRAINING, "", "train"),
    (HASHING, "openssl_sha256", ""),
    (HASHING, "HASH", ""),
    (COMPRESSING, "ZstdCompressor", ""),
    (COMPRESSING, "ZstdDecompressor", ""),
    (COMMITS, "Connection", "atomic"),
    (COMMITS, "Connection", "close"),
    (ROWS, "Connection", ""),
    (ROWS, "Cursor", ""),
    (DIRECTIVES, "", "write_directives"),
)

Shares: TypeAlias = dict[str, float]


def share_out(records: Iterable[tuple[Sequence[str], float]]) -> Shares:
    """Return the share of each part; a record is the functions that were at work, and how long."""
    spent: dict[str, float] = {}
    for frames, seconds in records:
        part = name_part([frame.partition("\0")[0] for frame in frames])
        spent[part] = spent.get(part, 0.0) + seconds
    total = sum(spent.values())
    return {part: seconds / total for part, seconds in spent.items()}


def name_part(functions: Sequence[str]) -> str:
    """Return the part of a moment by its functions, the one at work last."""
    last = functions[-1]
    for part, work, caller in PARTS:
        if work in ("", last, last.partition(".")[0]) and (not caller or caller in functions):
            return part
    return REST


def watch(call: Callable[[], object]) -> Shares:
    """Return the shares of a call, which is made once for each interval."""
    from pyinstrument import Profiler

    records: list[tuple[Sequence[str], float]] = []
    for interval in INTERVALS:
        profiler = Profiler(interval=interval)
        with profiler:
            call()
        records += profiler.last_session.frame_records
    return share_out(records)


def main(site: str, path: str) -> None:
    """Write and read, and print the shares of both."""
    from bench.archive.with_versusdb import Writer, read

    batches, file = list(read_batches(Path(site))), Path(path)

    def write() -> None:
        file.unlink(missing_ok=True)
        writer = Writer(file)
        for pages in batches:
            writer.write(pages)
        writer.close()

    shares = [watch(write), watch(lambda: deque(read(file), maxlen=0))]
    sys.stdout.buffer.write(msgspec.json.encode(shares))


if __name__ == "__main__":
    main(*sys.argv[1:])
