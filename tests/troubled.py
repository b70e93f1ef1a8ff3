"""Troubles for the invented database: runs that came to no good end, and fields read less often."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from db.coverage import INSERT_COVERAGE
from tests.publishing import SCRIPT, SITE, fill_database

INSERT_RUN = """
INSERT INTO runs (command, status, started_at, settings, code_version, reader_version)
VALUES ('ingest', ?, ?, '{}', '0.1.0', 'invented')
"""
# Of each day its run's end, where none is there yet, its judgement, and how often of ten times it
# read the price.
TROUBLES = (("", "loaded", 10), ("", "loaded", 9), ("failed", "refused", 4),
            ("killed", "unfinished", 0))  # fmt: skip


def fill_troubled(path: Path) -> None:
    """Make the invented database, with troubles."""
    fill_database(path)
    trouble(path)


def trouble(path: Path) -> None:
    """Bring troubles into a database of four runs at most."""
    with closing(sqlite3.connect(path)) as connection:
        for day, (status, judgement, filled) in enumerate(TROUBLES, start=1):
            if status:
                connection.execute(INSERT_RUN, (status, f"2026-05-0{day}T18:00:00Z"))
            for field, number in (("tools.name", 10), ("tools.entry_price", filled)):
                row = (day, SITE, "comparison", "html", field, 5, 10, number, f"label '{SCRIPT}'",
                       None, SCRIPT, judgement)  # fmt: skip
                connection.execute(INSERT_COVERAGE, row)
        connection.commit()
