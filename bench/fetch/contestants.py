"""Bench: who does the job, by which command, and how what it stored is counted."""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from urllib.parse import urlsplit

from msgspec import Struct

from bench.alone import COMMAND
from bench.content import SITE
from bench.fetch.site import Content


class Contestant(Struct, frozen=True):
    """A command, from a site's address and a database; and what its content is counted by."""

    name: str
    write_command: Callable[[str, Path], list[str]]
    tables: tuple[str, str, str]

    def count_content(self, path: Path) -> Content:
        """Return how much a database holds."""
        with closing(sqlite3.connect(path)) as connection:
            found = [connection.execute(f"SELECT count(*) FROM {table}") for table in self.tables]  # noqa: S608
            return Content(*(cursor.fetchone()[0] for cursor in found))


def list_arguments(source: str, path: Path) -> list[str]:
    """Return what versusdb is told to ingest a source into a database."""
    return [
        "ingest", source, "--db", str(path), "--site", str(urlsplit(SITE).hostname),
        "--allow-host", "127.0.0.1", "--delay", "0",
    ]  # fmt: skip


def write_ingest(source: str, path: Path) -> list[str]:
    """Return the command with which versusdb ingests a source."""
    return [*COMMAND, *list_arguments(source, path)]


def _write_ours(root: str, path: Path) -> list[str]:
    return write_ingest(f"{root}/", path)


def _write_scrapy(root: str, path: Path) -> list[str]:
    return [
        sys.executable, "-m", "scrapy", "runspider",
        str(Path(__file__).with_name("with_scrapy.py")),
        "-a", f"root={root}", "-s", f"DATABASE={path}",
    ]  # fmt: skip


def _write_script(root: str, path: Path) -> list[str]:
    return [*COMMAND, "-m", "bench.fetch.with_requests", root, str(path)]


VERSUSDB = Contestant("versusdb", _write_ours, ("v1_comparisons", "v1_entries", "v1_quotes"))
SCRAPY = Contestant("Scrapy", _write_scrapy, ("comparisons", "tools", "quotes"))
SCRIPT = Contestant("requests, BeautifulSoup", _write_script, ("comparisons", "tools", "quotes"))
