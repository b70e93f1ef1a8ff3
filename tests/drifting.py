"""Pages whose words change, and databases that they are read into."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

from parsers.reading import parse_page
from parsers.records import Reading
from tests.observing import VIEWS
from tests.pages import Card, write_html
from versusdb.bugs import Parse
from versusdb.ingesting import Settings, ingest
from versusdb.progress import show_progress
from versusdb.reports import Outcome
from versusdb.working import Tools

ENTRY = ("<div>Entry", "<div>Starts at")
PANEL = ("Panel ship", "Panel approval")


def write_pages(folder: Path, count: int, *swaps: tuple[str, str], first: int = 0) -> Path:
    """Write pages of one site, each about two tools of its own, with some words swapped."""
    folder.mkdir(exist_ok=True)
    for number in range(first, first + count):
        cards = [
            Card(name=f"Tool {number} {side}", slug=f"tool-{number}-{side}", tagline=side * 9)
            for side in "ab"
        ]
        address = f"https://shiporskip.io/compare/tool-{number}-a-vs-tool-{number}-b"
        page = write_html(cards, canonical=address)
        for old, new in swaps:
            assert old in page
            page = page.replace(old, new)
        (folder / f"{number:03}.html").write_text(page)
    return folder


def read(
    path: Path, folder: Path, *, parse: Parse = parse_page, accept_drift: bool = False
) -> Outcome:
    settings = Settings(sources=(str(folder),), accept_drift=accept_drift)
    with show_progress("Reading") as progress:
        return ingest(path, settings, Tools(progress=progress, parse=parse))


def select(path: Path, sql: str) -> list[tuple[Any, ...]]:
    connection = sqlite3.connect(path)
    rows = connection.execute(sql).fetchall()
    connection.commit()
    connection.close()
    return rows


def read_content(path: Path) -> dict[str, list[tuple[Any, ...]]]:
    """Return the views of content without the ids of runs."""
    content = {}
    for view in VIEWS:
        names = [row[1] for row in select(path, f"PRAGMA table_info(v1_{view})")]
        columns = ", ".join(name for name in names if name != "run_id")
        content[view] = sorted(select(path, f"SELECT {columns} FROM v1_{view}"), key=repr)
    return content


def mend(*swaps: tuple[str, str]) -> Parse:
    """Return a reader that knows the new words."""

    def parse(body: bytes, **known: Any) -> Reading:
        text = body.decode()
        for old, new in swaps:
            text = text.replace(new, old)
        return parse_page(text.encode(), **known)

    return parse
