"""One crawl of fault servers by the real command, and all that there is to know of it after."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from tests.faults import FaultServer
from tests.pages import Card, write_html

HOUSE = Path(__file__).parent.parent
COMPARED = "https://shiporskip.io"


class Crawled(NamedTuple):
    """What one run did, and what the two files then hold.

    ``asked`` counts its requests by address; ``kept`` are its snapshots by address, each as role
    and status; ``issues`` are those that are open, as address and code; ``pages`` are the paths
    of all comparisons.
    """

    status: int
    summary: dict[str, Any]
    asked: Counter[str]
    kept: dict[str, list[tuple[str, int]]]
    issues: list[tuple[str, str]]
    pages: list[str]

    def list_codes(self, address: str) -> list[str]:
        """Return the codes of the open issues of an address, or of the page that it shows."""
        shown = COMPARED + urlsplit(address).path
        return [code for each, code in self.issues if each in (address, shown)]

    def list_kept(self, address: str) -> tuple[tuple[str, int], ...]:
        """Return what of an address was kept; the same within one second is one observation."""
        return tuple(dict.fromkeys(self.kept.get(address, ())))


class Crawl:
    """The same command, again and again, on one database in a folder."""

    def __init__(
        self, folder: Path, servers: Sequence[FaultServer], *options: str, patience: float = 0.5
    ) -> None:
        """Take the servers, whose requests are counted, and options of the command.

        An answer is waited for ``patience`` seconds: many where no site stalls, so that a slow
        machine changes nothing.
        """
        self._servers = servers
        self.database = folder / "x.db"
        self.archive = folder / "x.archive.db"
        self._list = folder / "list"
        self._command = [
            sys.executable, "-m", "tests.impatient", str(patience),
            "ingest", "--urls", str(self._list), "--db", str(self.database), "--site",
            "shiporskip.io", "--delay", "0", "--json", "--allow-host", "127.0.0.1", *options,
        ]  # fmt: skip

    def run(self, addresses: Iterable[str]) -> Crawled:
        """Crawl these addresses to the end."""
        self._list.write_text("".join(f"{address}\n" for address in addresses))
        for server in self._servers:
            server.asked.clear()
        last = max((row[0] for row in self._select_kept()), default=0)
        done = subprocess.run(
            self._command, cwd=HOUSE, capture_output=True, text=True, timeout=60, check=False
        )
        assert done.stdout, done.stderr
        for server in self._servers:
            server.wait()
        kept: dict[str, list[tuple[str, int]]] = {}
        for number, address, role, status in self._select_kept():
            if number > last:
                kept.setdefault(address, []).append((role, status))
        return Crawled(
            done.returncode,
            json.loads(done.stdout),
            Counter(f"{each.root}{path}" for each in self._servers for path in each.paths),
            kept,
            select(self.database, "SELECT url, code FROM v1_issues WHERE resolved_at IS NULL"),
            sorted(
                str(url).removeprefix(COMPARED)
                for (url,) in select(self.database, "SELECT url FROM v1_comparisons")
            ),
        )

    def change_archive(self, sql: str) -> None:
        """Change what the archive remembers, as time would."""
        with closing(sqlite3.connect(self.archive)) as connection, connection:
            connection.execute(sql)

    def _select_kept(self) -> list[tuple[Any, ...]]:
        if not self.archive.exists():
            return []
        return select(self.archive, "SELECT archive_id, address, role, status FROM snapshots")


class Nights(NamedTuple):
    """A crawl of many sites, and three when they are mended.

    The first of these follows at once; before the second, all that they asked for is over; the
    third begins anew. ``roots`` are the addresses of the sites by protocol and case.
    """

    roots: dict[tuple[str, str], str]
    first: Crawled
    at_once: Crawled
    in_time: Crawled
    anew: Crawled


def crawl_nights(
    crawl: Crawl,
    servers: Mapping[tuple[str, str], FaultServer],
    addresses: Sequence[str],
    mend: Callable[[], None],
) -> Nights:
    """Crawl, mend, and give the same command three times."""
    first = crawl.run(addresses)
    mend()
    at_once = crawl.run(addresses)
    crawl.change_archive("UPDATE robots SET expires_at = 0")
    crawl.change_archive("UPDATE hosts SET due_at = 0, closed_until = 0")
    in_time = crawl.run(addresses)
    roots = {met: server.root for met, server in servers.items()}
    return Nights(roots, first, at_once, in_time, crawl.run(addresses))


def select(path: Path, sql: str) -> list[tuple[Any, ...]]:
    """Read rows of a file."""
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(sql).fetchall()


def write_page(name: str, price: str = "Free") -> bytes:
    """Write a comparison of two invented tools of this name."""
    cards = [
        Card(name=f"{name} {side}", slug=f"{name}-{side}".lower(), tagline=side, price=price)
        for side in ("north", "south")
    ]
    return write_html(cards).encode()


def name_page(name: str) -> str:
    """Return the path of that comparison."""
    return f"/compare/{name}-north-vs-{name}-south".lower()
