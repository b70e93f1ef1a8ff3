"""Bench: write the section on publishing a data set into docs/benchmarks.md, or print it.

``make bench-publish``, or ``python -m bench.publishing --comparisons 500 --print`` for a look. Two
databases are made from a seed, one ten times the other, and published by the command; the
figures are the system's own of that process.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec
from msgspec import Struct

from bench.alone import COMMAND
from bench.load.small import list_records, write_small
from bench.profiling import IS_INSTALLED, Part, profile_command, sum_shares, write_profiles
from bench.report import describe_run, put_section, write_table
from versusdb.composing import ROWS_AT_ONCE

COMPARISONS = 20_000
TEXT = """\
## Publishing a data set

```
make bench-publish
```

Databases of invented comparisons, two cards and eight quotes each, ingested from small pages, are
published by `versusdb publish`: the check of both files, the copy, every view as CSV and Parquet,
descriptions, checksums, and all of it brought to the disk. Views are read {rows:,} rows at a time,
and SQLite sorts in a file what is much; so memory should not grow with the data.

{table}"""
CHECK = Part("the check of both files", ("versusdb.publishing:refuse_failed",))
COPY = Part("the copy", ("db.exporting:copy_database", "db.exporting:prepare_copy"))
VIEWS = Part("rows of the views, out of SQLite", ("db.exporting:read_rows",))
PARQUET = Part("Parquet", ("pyarrow", "versusdb.tables:convert", "versusdb.tables:open_parquet"))
CSV = Part("CSV", ("versusdb.tables",))
DISK = Part("to the disk, checksums", ("versusdb.composing:settle_file", "versusdb.swapping"))
TEXTS = Part(
    "descriptions, the bundle",
    (
        "versusdb.bundling", "versusdb.croissant", "versusdb.data_package", "versusdb.set_readme",
        "versusdb.data_set", "versusdb.composing", "publish",
    ),
)  # fmt: skip
START = Part("starting: imports", ("<frozen importlib._bootstrap>",))
PARTS = (CHECK, COPY, VIEWS, PARQUET, CSV, DISK, TEXTS, START)


class Summary(Struct, frozen=True):
    """What the command says of the set, as far as it is told here."""

    rows: dict[str, int]
    bytes: int


class Figures(Struct, frozen=True):
    """What publishing one database took."""

    comparisons: int
    rows: int
    database_bytes: int
    set_bytes: int
    wall_seconds: float
    cpu_seconds: float
    peak_bytes: int


def main() -> int:
    """Measure, then write the section or print it."""
    parser = argparse.ArgumentParser(prog="python -m bench.publishing", description=__doc__)
    parser.add_argument("--comparisons", type=int, default=COMPARISONS, help="(%(default)s)")
    parser.add_argument("--no-profile", action="store_true", help="the figures alone; prints")
    parser.add_argument("--print", action="store_true", help="leave docs/benchmarks.md alone")
    options = parser.parse_args()
    if not (IS_INSTALLED or options.no_profile):
        print("not installed: pyinstrument; run 'make bench-publish'", file=sys.stderr)
        return 1
    found, profile = [], ""
    for comparisons in (options.comparisons // 10, options.comparisons):
        with TemporaryDirectory(prefix="bench-publish-") as folder:
            path = Path(folder, "x.db")
            print(f"making a database of {comparisons:,} comparisons", file=sys.stderr)
            fill_database(path, comparisons)
            found.append(measure(path, comparisons))
            if comparisons == options.comparisons and not options.no_profile:
                profile = profile_publishing(path)
    parts = (write_section(found), profile, describe_run("versusdb", "pyarrow"))
    text = "\n\n".join(filter(None, parts))
    if options.print or options.no_profile:
        print(text)
    else:
        put_section("bench-publish", text)
        print("wrote docs/benchmarks.md", file=sys.stderr)
    return 0


def fill_database(path: Path, comparisons: int) -> None:
    """Ingest so many small pages, by the command."""
    pages = path.parent / "pages"
    pages.mkdir()
    for number, record in enumerate(list_records(comparisons)):
        (pages / f"{number}.html").write_bytes(write_small(record))
    command = [*COMMAND, "ingest", "pages", "--db", path.name]
    subprocess.run(command, cwd=path.parent, check=True, stdout=subprocess.DEVNULL)
    shutil.rmtree(pages)


def measure(path: Path, comparisons: int) -> Figures:
    """Publish a database in a process of its own."""
    command = [*COMMAND, "publish", "set", "--db", path.name, "--json"]
    start = time.perf_counter()
    process = subprocess.Popen(command, cwd=path.parent, stdout=subprocess.PIPE)
    assert process.stdout is not None
    answer = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    process.stdout.close()
    if process.returncode:
        sys.exit(f"bench.publishing: publish ended with status {process.returncode}")
    summary = msgspec.json.decode(answer, type=Summary)
    return Figures(
        comparisons=comparisons,
        rows=sum(summary.rows.values()),
        database_bytes=path.stat().st_size,
        set_bytes=summary.bytes,
        wall_seconds=wall,
        cpu_seconds=usage.ru_utime + usage.ru_stime,
        peak_bytes=usage.ru_maxrss * 1024,
    )


def profile_publishing(path: Path) -> str:
    """Publish a database once more; return the table of parts, and what the limit is."""
    arguments = ("publish", "again", "--db", path.name, "--json")
    profile = profile_command(arguments, path.parent, PARTS)
    limit = (
        f"The limit is the check, {sum_shares(profile, CHECK)}: all that follows from what was "
        "observed is computed again before anything is published. The rows themselves, out of "
        f"SQLite and into both formats, take {sum_shares(profile, VIEWS, CSV, PARQUET)}."
    )
    return write_profiles({"share": profile}, limit)


def write_section(found: list[Figures]) -> str:
    """Return the section: one column a database."""
    head = ["", *(f"{each.comparisons:,} comparisons" for each in found)]
    lines = {
        "rows in all views": [f"{each.rows:,}" for each in found],
        "the database, MB": [f"{each.database_bytes / 1e6:,.1f}" for each in found],
        "the set, MB": [f"{each.set_bytes / 1e6:,.1f}" for each in found],
        "wall s": [f"{each.wall_seconds:.1f}" for each in found],
        "CPU s": [f"{each.cpu_seconds:.1f}" for each in found],
        "CPU µs a row": [f"{1e6 * each.cpu_seconds / each.rows:.1f}" for each in found],
        "peak MB": [f"{each.peak_bytes / 1e6:,.0f}" for each in found],
    }
    table = write_table(head, [[name, *figures] for name, figures in lines.items()])
    return TEXT.format(table=table, rows=ROWS_AT_ONCE)


if __name__ == "__main__":
    sys.exit(main())
