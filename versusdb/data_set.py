"""Command: what a data set holds, as its descriptions tell it.

Everything is read from the copy that is published: the words from its schema, the moment from its
last observation. So the same content gives the same descriptions, to the byte.
"""

from __future__ import annotations

import hashlib
import re
import sqlite3
from pathlib import Path

from msgspec import Struct

from db.contract import REFERENCES
from db.exporting import Column, Type, View, list_views
from publish.describing import Site, read_contents
from versusdb.errors import NothingToPublishError

DATABASE_NAME = "versus.db"
BUNDLE = "datasette"
COMMAND = f"datasette serve {BUNDLE}/ -i {DATABASE_NAME}"
FORMATS = {
    "csv": "text/csv",
    "parquet": "application/vnd.apache.parquet",
    "db": "application/vnd.sqlite3",
}
SELECT_OBSERVED = "SELECT min(observed_at), max(observed_at) FROM v1_snapshots"
SELECT_RUN = """
SELECT run_id, command, status, started_at, finished_at, code_version, reader_version
FROM v1_runs ORDER BY run_id DESC LIMIT 1
"""
_UNITS = {
    r"\bin percent\b": "percent",
    r"\bin thousandths\b": "thousandths",
    r"\bout of 100\b": "points out of 100",
}


class File(Struct, frozen=True):
    """A file of the set."""

    name: str
    format: str
    bytes: int
    sha256: str


class Reference(Struct, frozen=True):
    """The key of another table, which a column holds."""

    table: str
    field: str


class Field(Struct, frozen=True):
    """A column as it is described."""

    name: str
    type: Type
    description: str
    unit: str | None
    reference: Reference | None


class Table(Struct, frozen=True):
    """A view as it is described, with the number of its rows and its files."""

    name: str
    description: str
    fields: tuple[Field, ...]
    key: tuple[str, ...]
    rows: int = 0
    files: tuple[File, ...] = ()


class LastRun(Struct, frozen=True):
    """The last run that the copy knows; at work or cut off, it has no ``finished_at``."""

    run_id: int
    command: str
    status: str
    started_at: str
    finished_at: str | None
    code_version: str
    reader_version: str


class Observed(Struct, frozen=True):
    """When something was observed first and last (UTC)."""

    first_at: str
    last_at: str


class Facts(Struct, frozen=True):
    """What every description says of the data, be it in a set or in a live file."""

    sites: tuple[Site, ...]
    observed: Observed
    version: str

    @property
    def title(self) -> str:
        """The data's name for people."""
        names = ", ".join(site.name for site in self.sites)
        return f"Comparisons of tools, read from {names}" if names else "Comparisons of tools"


class DataSet(Struct, frozen=True, kw_only=True):
    """All that the descriptions say."""

    tables: tuple[Table, ...]
    sites: tuple[Site, ...]
    run: LastRun
    observed: Observed
    schema_version: int
    database: File

    @property
    def version(self) -> str:
        """The version of the content: of the contract, the schema, and the last run.

        What is published while that run is at work comes before what is published after it.
        """
        version = write_version(self.schema_version, self.run.run_id)
        if self.run.status != "running":
            return version
        (snapshots,) = (table.rows for table in self.tables if table.name == "v1_snapshots")
        return f"{version}-running.{snapshots}"

    @property
    def facts(self) -> Facts:
        """What is said of it wherever it is described."""
        return Facts(self.sites, self.observed, self.version)


def write_version(schema_version: int, run_id: int | str) -> str:
    """Return the version of the content after a run."""
    return f"1.{schema_version}.{run_id}"


def describe_tables(connection: sqlite3.Connection) -> tuple[tuple[View, Table], ...]:
    """Return the views of the copy, each with its description, without rows and files yet."""
    words = {view.name: view for view in read_contents(connection).views}
    views = list_views(connection)
    references = {
        (view, column): Reference(other, field)
        for view, column, other, field, condition in REFERENCES
        if not condition
    }
    described = []
    for view in views:
        said = {column.name: column.description for column in words[view.name].columns}
        fields = tuple(
            _describe_field(
                column, said.get(column.name, ""), references.get((view.name, column.name))
            )
            for column in view.columns
        )
        described.append((view, Table(view.name, words[view.name].description, fields, view.key)))
    return tuple(described)


def _describe_field(column: Column, said: str, reference: Reference | None) -> Field:
    unit = next((unit for words, unit in _UNITS.items() if re.search(words, said)), None)
    return Field(column.name, column.type, said, unit, reference)


def read_observed(connection: sqlite3.Connection) -> Observed:
    """Return when something was observed; raise NothingToPublishError where nothing was."""
    first, last = connection.execute(SELECT_OBSERVED).fetchone()
    if last is None:
        raise NothingToPublishError(
            "no page has been read into this database; 'versusdb ingest SOURCE' fills it"
        )
    return Observed(first, last)


def read_run(connection: sqlite3.Connection) -> LastRun:
    """Return the last run; whatever was observed, a run observed it."""
    return LastRun(*connection.execute(SELECT_RUN).fetchone())


def read_schema_version(connection: sqlite3.Connection) -> int:
    """Return the number of the schema."""
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    return int(version)


def weigh_file(path: Path) -> File:
    """Return a file as it is described."""
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256")
    return File(path.name, path.suffix.removeprefix("."), path.stat().st_size, digest.hexdigest())
