"""Bench: write the section on archiving into docs/benchmarks.md, or print it.

``make bench-archive``, or ``python -m bench.archive --pages 500 --rounds 1 --print`` for a look.
"""

from __future__ import annotations

import argparse
import sys
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.archive.contestants import CONTESTANTS
from bench.archive.running import run_turns
from bench.archive.section import write_section
from bench.content import SITE
from bench.fetch.site import write_site
from bench.report import describe_run, put_section

PAGES = 5_000
ROUNDS = 5


def main() -> int:
    """Measure, then write the section or print it; return 1 if something it needs is lacking."""
    parser = argparse.ArgumentParser(prog="python -m bench.archive", description=__doc__)
    parser.add_argument("--pages", type=int, default=PAGES, help="of the site (%(default)s)")
    parser.add_argument("--rounds", type=int, default=ROUNDS, help="turns of each (%(default)s)")
    parser.add_argument("--print", action="store_true", help="leave docs/benchmarks.md alone")
    options = parser.parse_args()
    needed = {each.library for each in CONTESTANTS} | {"pyinstrument"}
    lacking = sorted(library for library in needed if find_spec(library) is None)
    if lacking:
        print(f"not installed: {', '.join(lacking)}; run 'make bench-archive'", file=sys.stderr)
        return 1
    tell = partial(print, file=sys.stderr)
    with TemporaryDirectory(prefix="bench-site-") as folder:
        tell(f"writing {options.pages} pages")
        write_site(Path(folder, "site"), SITE, options.pages)
        results = run_turns(Path(folder, "site"), options.rounds, tell)
    versions = describe_run("versusdb", "zstandard", "warcio", "fastwarc", "pyinstrument")
    text = f"{write_section(results)}\n\n{versions}"
    if options.print:
        print(text)
    else:
        put_section("bench-archive", text)
        tell("wrote docs/benchmarks.md")
    return 0


if __name__ == "__main__":
    sys.exit(main())
