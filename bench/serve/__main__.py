"""Bench: write the section on serving into docs/benchmarks.md, or print it.

``make bench-serve``, or ``python -m bench.serve --seconds 10 --print`` for a look. A database of
the size that the project was asked to serve is made from a seed, served by the command, and asked
at a steady rate, without a writer and with one that commits every 10 ms.
"""

from __future__ import annotations

import argparse
import json
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from bench.alone import COMMAND
from bench.profiling import IS_INSTALLED
from bench.report import describe_run, put_section
from bench.serve.asking import ask_all
from bench.serve.content import Size
from bench.serve.filling import SEED, fill_database
from bench.serve.profiling import profile_answers
from bench.serve.prose import WORDS
from bench.serve.section import Load, write_section

RATE = 5.0
# Dearer pages, asked less often.
OTHERS_RATE = 2.0
SECONDS = 60.0
PROFILED = 300
COUNTS = {
    "tools": "SELECT count(DISTINCT tool_id) FROM v1_entries",
    "comparisons": "SELECT count(*) FROM v1_comparisons",
    "quotes": "SELECT count(*) FROM v1_quotes",
}
# Kinds of pages, and of those that depend on a tool or a word which.
OTHERS = (
    ("home", "/"),
    ("head to head", "/compare/{tool}/{other}"),
    ("critic", "/critic/{site}/{critic}"),
    ("changes", "/changes"),
    ("quality", "/quality"),
    ("question", "/x/critics_disagree"),
    ("table", "/x/v1_entries?_sort_desc=last_seen_at"),
    ("facets", "/x/v1_quotes?verdict=skip"),
    ("JSON", "/x/v1_comparisons.json?_size=100"),
    ("feed", "/changes.atom"),
)


def main() -> int:
    """Measure, then write the section or print it."""
    parser = argparse.ArgumentParser(prog="python -m bench.serve", description=__doc__)
    parser.add_argument("--seconds", type=float, default=SECONDS, help="(%(default)s)")
    parser.add_argument("--rate", type=float, default=RATE, help="a second (%(default)s)")
    parser.add_argument("--db", type=Path, help="one that was made before; it is written to")
    parser.add_argument("--print", action="store_true", help="leave docs/benchmarks.md alone")
    options = parser.parse_args()
    if not IS_INSTALLED:
        print("not installed: pyinstrument; run 'make bench-serve'", file=sys.stderr)
        return 1
    with TemporaryDirectory(prefix="bench-serve-") as folder:
        path = options.db or Path(folder, "x.db")
        if options.db is None:
            print("making the database", file=sys.stderr)
            fill_database(path, Size(), SEED)
        loads = measure(path, options.rate, options.seconds)
        print("asking in one process", file=sys.stderr)
        profile = profile_answers(path, list_main(path, PROFILED))
        text = write_section(count_rows(path), loads, options.rate)
    text += f"\n\nOf {PROFILED} answers without a writer, in one thread:\n\n{profile}"
    text += f"\n\n{describe_run('versusdb', 'datasette', 'uvicorn')}"
    if options.print:
        print(text)
    else:
        put_section("bench-serve", text)
        print("wrote docs/benchmarks.md", file=sys.stderr)
    return 0


def measure(path: Path, rate: float, seconds: float) -> list[Load]:
    """Ask for tools and words, then for all kinds of pages; without a writer, then with one."""
    loads = []
    for has_writer in (False, True):
        with serve(path) as address:
            main_pages = list_main(path, round(rate * seconds))
            others = list_others(path, round(OTHERS_RATE * seconds))
            for title, requests, each in (
                ("tools and search", main_pages, rate),
                ("all kinds", others, OTHERS_RATE),
            ):
                print(f"{title}, {'with' if has_writer else 'without'} a writer", file=sys.stderr)
                if has_writer:
                    with writing(path, seconds + 5) as written:
                        asked = ask_all(address, requests, each)
                    loads.append(Load(title, asked, written))
                else:
                    loads.append(Load(title, ask_all(address, requests, each), {}))
    return loads


@contextmanager
def serve(path: Path) -> Iterator[str]:
    """Serve a database by the command; give the address."""
    command = [*COMMAND, "serve", "--db", str(path), "--port", "0"]
    server = subprocess.Popen([*command, "--json"], stdout=subprocess.PIPE, text=True)
    with server:
        assert server.stdout is not None
        try:
            yield str(json.loads(server.stdout.readline())["address"])
        finally:
            server.send_signal(signal.SIGTERM)


@contextmanager
def writing(path: Path, seconds: float) -> Iterator[dict[str, float]]:
    """Have a process write for so long; what it tells at its end is in the mapping given."""
    command = [sys.executable, "-m", "bench.serve.writing", str(path), "--seconds", str(seconds)]
    told: dict[str, float] = {}
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as writer:
        assert writer.stdout is not None
        assert writer.stderr is not None
        writer.stderr.readline()  # It has begun.
        yield told
        told.update(json.loads(writer.stdout.read()))


def list_main(path: Path, number: int) -> list[tuple[str, str]]:
    """List requests for tools, each another one, and for words, frequent and rare, by turns."""
    random = Random(SEED)
    tools = select(path, "SELECT DISTINCT tool_id FROM v1_entries ORDER BY tool_id")
    random.shuffle(tools)
    weights = [1 / rank for rank in range(1, len(WORDS) + 1)]
    requests = []
    for turn in range(number):
        if turn % 2:
            words = random.choices(WORDS, weights, k=random.choice((1, 1, 2, 3)))
            requests.append(("search", f"/search?q={'+'.join(words)}"))
        else:
            requests.append(("tool", f"/tool/{tools[turn // 2 % len(tools)]}"))
    return requests


def list_others(path: Path, number: int) -> list[tuple[str, str]]:
    """List requests for the other kinds of pages, by turns."""
    random = Random(SEED)
    tools = select(path, "SELECT DISTINCT tool_id FROM v1_entries ORDER BY tool_id")
    critics = select(path, "SELECT DISTINCT reviewer FROM v1_quotes ORDER BY reviewer")
    sites = select(path, "SELECT site FROM v1_sites ORDER BY site")
    requests = []
    for turn in range(number):
        kind, pattern = OTHERS[turn % len(OTHERS)]
        address = pattern.replace("/x/", f"/{path.stem}/").format(
            tool=random.choice(tools),
            other=random.choice(tools),
            critic=random.choice(critics).replace(" ", "%20"),
            site=sites[0],
        )
        requests.append((kind, address))
    return requests


def select(path: Path, sql: str) -> list[str]:
    """Return the first column of what a query finds."""
    with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as connection:
        return [str(value) for (value,) in connection.execute(sql)]


def count_rows(path: Path) -> dict[str, int]:
    """Count what there is to show."""
    return {name: int(select(path, sql)[0]) for name, sql in COUNTS.items()}


if __name__ == "__main__":
    sys.exit(main())
