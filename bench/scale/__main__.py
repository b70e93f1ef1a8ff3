"""Bench: write the section on scale into docs/benchmarks.md, or print it.

``make bench-scale``, or ``python -m bench.scale --pages 300 --rounds 1 --growth 2000 --print``.
"""

from __future__ import annotations

import argparse
import sys
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.profiling import IS_INSTALLED
from bench.report import describe_run, put_section
from bench.scale.profiling import profile_writer
from bench.scale.running import WARC, grow, run_turns
from bench.scale.section import write_section

PAGES = 20_000
ROUNDS = 5
FEW, MANY = 1_000, 100_000


def main() -> int:
    """Measure, then write the section or print it; return 1 if something it needs is lacking."""
    parser = argparse.ArgumentParser(prog="python -m bench.scale", description=__doc__)
    parser.add_argument("--pages", type=int, default=PAGES, help="of the archive (%(default)s)")
    parser.add_argument("--rounds", type=int, default=ROUNDS, help="turns of each (%(default)s)")
    parser.add_argument("--growth", type=int, default=MANY, help="at the most (%(default)s)")
    parser.add_argument("--print", action="store_true", help="leave docs/benchmarks.md alone")
    options = parser.parse_args()
    if find_spec("distributed") is None or not IS_INSTALLED:
        print("not installed: distributed, pyinstrument; run 'make bench-scale'", file=sys.stderr)
        return 1
    tell = partial(print, file=sys.stderr)
    with TemporaryDirectory(prefix="bench-scale-") as name:
        folder = Path(name)
        tell(f"reading {options.pages:,} pages in turns")
        results = run_turns(folder, options.pages, options.rounds, tell)
        tell("watching the writer")
        profile = profile_writer(folder / WARC)
        tell(f"ingesting {FEW:,} and {options.growth:,} small pages")
        few = [grow(folder, FEW) for _ in range(options.rounds)]
        many = grow(folder, options.growth)
    versions = describe_run("versusdb", "distributed", "pyinstrument")
    text = "\n\n".join((write_section(results, few, many), profile, versions))
    if options.print:
        print(text)
    else:
        put_section("bench-scale", text)
        tell("wrote docs/benchmarks.md")
    return 0


if __name__ == "__main__":
    sys.exit(main())
