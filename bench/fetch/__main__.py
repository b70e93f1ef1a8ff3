"""Bench: write the section on a whole ingest into docs/benchmarks.md, or print it.

``make bench-fetch``, or ``python -m bench.fetch --pages 500 --repeat 1 --print`` for a quick look.
"""

from __future__ import annotations

import argparse
import sys
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.fetch.contestants import SCRAPY, SCRIPT, VERSUSDB
from bench.fetch.nginx import NginxError, find_port, serve_folder
from bench.fetch.running import run_turns
from bench.fetch.section import write_section
from bench.fetch.site import write_site
from bench.report import describe_run, put_section

PAGES = 5_000
REPEAT = 5


def main() -> int:
    """Measure, then write the section or print it; return 1 if something it needs is lacking."""
    parser = argparse.ArgumentParser(prog="python -m bench.fetch", description=__doc__)
    parser.add_argument("--pages", type=int, default=PAGES, help="of the site (%(default)s)")
    parser.add_argument("--repeat", type=int, default=REPEAT, help="turns of each (%(default)s)")
    parser.add_argument("--print", action="store_true", help="leave docs/benchmarks.md alone")
    options = parser.parse_args()
    lacking = [name for name in ("scrapy", "requests") if find_spec(name) is None]
    if lacking:
        print(f"not installed: {', '.join(lacking)}; run 'make bench-fetch'", file=sys.stderr)
        return 1
    with TemporaryDirectory(prefix="bench-site-") as folder:
        # nginx, where root starts it, reads the site as another user.
        Path(folder).chmod(0o755)
        site, port = Path(folder, "site"), find_port()
        root = f"http://127.0.0.1:{port}"
        try:
            with serve_folder(site, Path(folder, "nginx"), port):
                print(f"writing {options.pages} pages", file=sys.stderr)
                expected = write_site(site, root, options.pages)
                results = run_turns(
                    (VERSUSDB, SCRAPY, SCRIPT), root, expected, site, options.repeat
                )
        except NginxError as error:
            print(f"bench.fetch: {error}", file=sys.stderr)
            return 1
    versions = describe_run(
        "versusdb", "scrapy", "parsel", "requests", "beautifulsoup4", "sqlite-utils", "httpx",
        "zstandard",
    )  # fmt: skip
    text = f"{write_section(results, expected)}\n\n{versions}"
    if options.print:
        print(text)
    else:
        put_section("bench-fetch", text)
        print("wrote docs/benchmarks.md", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
