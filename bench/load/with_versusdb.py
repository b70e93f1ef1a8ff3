"""Bench: versusdb: entries, quotes and comparisons once each, with history and the way back."""

from __future__ import annotations

from pathlib import Path

from sqlite_utils import Database

from bench.load.flat import Page
from db.ledger import Run, close_run, open_run
from db.loading import load_readings
from db.searching import put_off_search, renew_search
from versusdb.files import DATABASE, open_for_writing


def open_ours(path: Path) -> tuple[Database, Run]:
    """Open a database, new or not, as the command does, and begin a run."""
    database = open_for_writing(path, DATABASE)
    run = open_run(
        database,
        command="bench",
        started_at="2026-06-01T00:00:00Z",
        settings={},
        code_version="",
        reader_version="",
    )
    return database, run


class Loader:
    """A database as ``versusdb ingest`` opens and loads it."""

    def __init__(self, path: Path) -> None:
        """Open it, new or not, and begin a run."""
        self._database, self._run = open_ours(path)
        put_off_search(self._database)

    def load(self, pages: list[Page]) -> None:
        """Load a batch."""
        load_readings(self._database, self._run, pages)

    def close(self) -> None:
        """Make the search indexes, and end the run."""
        renew_search(self._database)
        close_run(self._database, self._run, status="clean", finished_at="2026-06-01T00:00:00Z")
        self._database.close()
