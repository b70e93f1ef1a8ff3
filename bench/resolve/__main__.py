"""Bench: write the section on resolving into docs/benchmarks.md, or print it.

``make bench-resolve``, or ``python -m bench.resolve --labelled`` for the labelled entries alone.
With ``--left a.csv --right b.csv --truth pairs.csv`` it links one set of two tables, and prints.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from bench.profiling import IS_INSTALLED
from bench.report import describe_run, put_section
from bench.resolve.contestants import OURS, PEERS, Contestant
from bench.resolve.labelled import LabelError, list_labelled, list_true, read_folder
from bench.resolve.profiling import profile_resolving
from bench.resolve.running import grow, run_labelled, run_tables
from bench.resolve.section import (
    write_growth,
    write_labelled,
    write_lines,
    write_public,
    write_section,
)
from bench.resolve.tables import FIELDS, Reading, TableError, read_tables

SIZES = (1_000, 10_000, 100_000)
ABT_BUY = Path(__file__).parents[3] / "shared" / "er" / "abt-buy"


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, then write the section or print it; return 1 if something it needs is lacking."""
    options = _read_options(arguments)
    contestants = PEERS if options.peers else (OURS, *PEERS)
    lacking = [name for each in contestants for name in each.lacking]
    lacking += [] if IS_INSTALLED else ["pyinstrument"]
    if lacking:
        print(f"not installed: {', '.join(lacking)}; run 'make bench-resolve'", file=sys.stderr)
        return 1
    try:
        if options.left:
            print(_link_set(options, contestants))
            return 0
        content = _measure(options, contestants)
    except (LabelError, TableError) as error:
        print(f"bench.resolve: {error}", file=sys.stderr)
        return 1
    text = f"{content}\n\n{describe_run('versusdb', 'rapidfuzz', 'splink', 'duckdb')}"
    if options.print or options.peers or options.labelled:
        print(text)
    else:
        put_section("bench-resolve", text)
        print("wrote docs/benchmarks.md", file=sys.stderr)
    return 0


def _read_options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench.resolve", description=__doc__)
    parser.add_argument("--print", action="store_true", help="leave docs/benchmarks.md alone")
    parser.add_argument("--peers", action="store_true", help="the peers alone; prints")
    parser.add_argument("--labelled", action="store_true", help="labelled entries alone; prints")
    parser.add_argument("--growth", type=int, default=SIZES[-1], help="at the most (%(default)s)")
    tables = parser.add_argument_group("one set of two tables")
    for name in ("left", "right", "truth"):
        tables.add_argument(f"--{name}", type=Path, help="a file with a separator")
    tables.add_argument("--separator", help="else the one that the first line has most of")
    tables.add_argument("--encoding", default="utf-8-sig", help="of the files (%(default)s)")
    for name in FIELDS:
        text = "a column's name; more than one may be told, and '' is none"
        tables.add_argument(f"--{name}", action="append", help=text)
    options = parser.parse_args(arguments)
    if len({options.left is None, options.right is None, options.truth is None}) > 1:
        parser.error("--left, --right and --truth go together: two tables and their true pairs")
    return options


def _link_set(options: argparse.Namespace, contestants: Sequence[Contestant]) -> str:
    columns = {name: getattr(options, name) or (name,) for name in FIELDS}
    reading = Reading(options.separator, options.encoding, columns)
    tables = read_tables(options.left, options.right, options.truth, reading)
    return write_lines(run_tables(tables, contestants))


def _measure(options: argparse.Namespace, contestants: Sequence[Contestant]) -> str:
    """Return the section: labelled entries, Abt-Buy where it is, growth of versusdb alone."""
    files = read_folder()
    print("resolving the labelled entries", file=sys.stderr)
    lines, judged = run_labelled(files, contestants)
    pairs = sum(len(list(list_labelled(file))) for file in files)
    true = sum(len(list_true(file)) for file in files)
    labelled = write_labelled(len(files), lines, judged, (pairs, true))
    if options.labelled:
        return write_section(labelled, None, None)
    public = growth = None
    if ABT_BUY.is_dir():
        print("linking Abt-Buy", file=sys.stderr)
        left, right, truth = (ABT_BUY / f"{name}.csv" for name in ("abt", "buy", "gt"))
        tables = read_tables(left, right, truth, Reading())
        sizes = len(tables.left), len(tables.right), len(tables.truth)
        public = write_public(run_tables(tables, contestants), sizes)
    numbers = [size for size in SIZES if size <= options.growth]
    if numbers and not options.peers:
        print(f"resolving up to {numbers[-1]} entries", file=sys.stderr)
        growth = write_growth([grow(size) for size in numbers])
        growth += f"\n\n{profile_resolving()}"
    return write_section(labelled, public, growth)


if __name__ == "__main__":
    sys.exit(main())
