"""Bench: write the section on loading into docs/benchmarks.md, or print it.

``make bench-load``, or ``python -m bench.load --pages 500 --rounds 1 --growth 2000 --print``.
"""

from __future__ import annotations

import argparse
import sys

from bench.load.profiling import profile_loading
from bench.load.running import PEERS, grow, run_command, run_turns
from bench.load.section import write_section
from bench.profiling import IS_INSTALLED
from bench.report import describe_run, put_section

PAGES = 10_000
ROUNDS = 5
FEW, SOME, MANY = 1_000, 5_000, 100_000


def main() -> int:
    """Measure, then write the section or print it; return 1 if something it needs is lacking."""
    parser = argparse.ArgumentParser(prog="python -m bench.load", description=__doc__)
    parser.add_argument("--pages", type=int, default=PAGES, help="of a turn (%(default)s)")
    parser.add_argument("--rounds", type=int, default=ROUNDS, help="turns of each (%(default)s)")
    parser.add_argument("--growth", type=int, default=MANY, help="at the most (%(default)s)")
    parser.add_argument("--print", action="store_true", help="leave docs/benchmarks.md alone")
    options = parser.parse_args()
    lacking = [each.library for each in PEERS if not each.is_installed]
    lacking += [] if IS_INSTALLED else ["pyinstrument"]
    if lacking:
        print(f"not installed: {', '.join(lacking)}; run 'make bench-load'", file=sys.stderr)
        return 1
    print(f"loading {options.pages} pages in turns", file=sys.stderr)
    turns = run_turns(options.pages, options.rounds)
    print("ingesting a folder twice", file=sys.stderr)
    twice = run_command(min(SOME, options.pages), options.rounds)
    print(f"loading {FEW} and {options.growth} pages", file=sys.stderr)
    few = [grow(FEW) for _ in range(options.rounds)]
    many = grow(options.growth)
    profile = profile_loading(options.pages)
    versions = describe_run("versusdb", "sqlite-utils", "sqlalchemy", "dlt")
    section = write_section(options.pages, turns, twice, few, many)
    text = f"{section}\n\nOf loading {options.pages:,} pages:\n\n{profile}\n\n{versions}"
    if options.print:
        print(text)
    else:
        put_section("bench-load", text)
        print("wrote docs/benchmarks.md", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
