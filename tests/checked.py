"""A sound database, what a check finds in it, and views that tell something else."""

from __future__ import annotations

import os
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

from db.contract import VIEWS
from tests.drifting import read, write_pages
from tests.pages import Card, write_html
from versusdb.checking import list_findings
from versusdb.findings import Finding
from versusdb.progress import show_progress

DAY = 1_780_000_000
ADDRESS = "https://shiporskip.io/compare/tool-0-a-vs-tool-0-b"
FIRST = "WHERE rowid = 1"


def make_sound(folder: Path) -> Path:
    """Make a sound database of four pages, one of which changes; ``older.db`` is from before."""
    for file in write_pages(folder / "pages", 4).iterdir():
        os.utime(file, (DAY, DAY))
    read(folder / "x.db", folder / "pages")
    shutil.copy(folder / "x.db", folder / "older.db")
    changed = [
        Card(name=f"Tool 0 {side}", slug=f"tool-0-{side}", tagline="Now with a motor")
        for side in "ab"
    ]
    page = write_html(changed, canonical=ADDRESS).replace("Builder on", "Builder once more on")
    (folder / "later").mkdir()
    (folder / "later" / "0.html").write_text(page)
    os.utime(folder / "later" / "0.html", (DAY + 86_400, DAY + 86_400))
    read(folder / "x.db", folder / "later")
    return folder


def find(path: Path) -> list[Finding]:
    with show_progress("Checking") as progress:
        return list_findings(path, progress)


def falsify(path: Path, view: str, *statements: str) -> None:
    """Put a table in the place of a view, with all its rows, and change that."""
    with closing(sqlite3.connect(path)) as connection:
        columns = ", ".join(column.name for column in VIEWS[f"v1_{view}"])
        connection.execute(f"CREATE TABLE fake AS SELECT * FROM v1_{view}")
        for statement in statements:
            connection.execute(statement)
        connection.execute(f"DROP VIEW v1_{view}")
        connection.execute(f"CREATE VIEW v1_{view} ({columns}) AS SELECT * FROM fake")
        connection.commit()
