"""A database of two pages with its archive, made by the real command, and what is told of them."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from html import unescape
from pathlib import Path
from typing import Any

from datasette.app import Datasette

from tests.pages import Card, write_html
from tests.publishing import ask
from tests.running import run

ADDRESS = "https://shiporskip.io/compare/osier-vs-tintype"
ELSEWHERE = "Nobody claims this line of the page"
OSIER = Card(name="Osier", slug="osier", description=f"It weaves. {'And weaves. ' * 60}")
TINTYPE = Card(name="Tintype", slug="tintype", price="Paid", ships=(True, False, False, False))
PAGE = write_html([OSIER, TINTYPE], canonical=ADDRESS, before=f"<p>{ELSEWHERE}</p>")


def make_archived(folder: Path) -> Path:
    """Ingest a page, and one that a reader may hang on, as an operator does."""
    pages = folder / "pages"
    pages.mkdir()
    (pages / "a.html").write_text(PAGE)
    (pages / "b.txt").write_text("sleep 60")
    assert run(folder, "ingest", "pages", "--db", "x.db").returncode == 3
    return folder / "x.db"


def find_snapshot(path: Path, kind: str = "comparison") -> tuple[str, str]:
    """Return the id of the one snapshot of a kind, and its SHA-256."""
    with closing(sqlite3.connect(path)) as database:
        sql = "SELECT snapshot_id, sha256 FROM v1_snapshots WHERE kind = ?"
        ((snapshot_id, sha256),) = database.execute(sql, (kind,)).fetchall()
    return str(snapshot_id), str(sha256)


def open_evidence(app: Datasette, path: Path, kind: str = "comparison") -> dict[str, Any]:
    """Return what the evidence page of a snapshot tells programs."""
    snapshot_id, _ = find_snapshot(path, kind)
    answer = ask(app, f"/evidence/{snapshot_id}.json")
    assert answer.status_code == 200
    found: dict[str, Any] = answer.json()
    return found


def strip(markup: str) -> str:
    """Return what a person reads of markup."""
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", markup)).split())
