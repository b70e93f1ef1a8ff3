"""Bench: dlt: the same three tables, by its write disposition ``merge`` into SQLite.

dlt is made for loads of many rows, and takes long to begin and end one: it is given all pages at
once. It has one way to merge into SQLite: rows go into a second file, and from there by statements
of SQL into their tables, where those of the same keys are deleted. Without keys in the tables, as
they are by default, that compares each row with each; with them a row may come once a load. So
here they have keys, and of what many pages show the last is given, once.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeAlias

import dlt
from dlt.destinations import sqlalchemy

from bench.load.flat import CARD_FIELDS, Page, list_comparisons
from bench.load.with_sqlalchemy import NUMBERS

Rows: TypeAlias = dict[Any, dict[str, Any]]
# SQLite has one writer; dlt's threads would wait for each other.
_SETTINGS = {"RUNTIME__DLTHUB_TELEMETRY": "false", "LOAD__WORKERS": "1"}
_MERGE = {"disposition": "merge", "deduplicated": True}


class Loader:
    """Three tables with primary keys; what dlt itself writes is in a folder beside the file."""

    def __init__(self, path: Path) -> None:
        """Take the path, and begin nothing."""
        self._path = path
        self._pages: list[Page] = []

    def load(self, pages: list[Page]) -> None:
        """Keep a batch."""
        self._pages += pages

    def close(self) -> None:
        """Load all batches at once."""
        with _settle(self._path.parent / "dlt") as folder:
            pipeline = dlt.pipeline(
                "bench",
                pipelines_dir=str(folder),
                destination=sqlalchemy(f"sqlite:///{self._path}", create_primary_keys=True),
                # SQLite's name for the file that is opened; any other would be a second file.
                dataset_name="main",
            )
            pipeline.run(list(self._list_resources()))

    def _list_resources(self) -> Iterator[Any]:
        tools: Rows = {}
        comparisons: Rows = {}
        quotes: Rows = {}
        for url, at, record in list_comparisons(self._pages):
            slugs = [tool.slug for tool in record.tools]
            comparisons[url] = {"url": url, "title": record.title, "tools": slugs, "seen_at": at}
            for tool in record.tools:
                row = {name: getattr(tool, name) for name in CARD_FIELDS}
                tools[tool.slug] = row | {"seen_at": at}
            for q in record.quotes:
                row = {"slug": slugs[q.position - 1], "text": q.text, "seat": q.seat}
                said = {"reviewer": q.reviewer, "score": q.score, "verdict": q.verdict}
                quotes[row["slug"], q.text] = row | said | {"seen_at": at}
        yield _describe("tools", tools, "slug")
        yield _describe("comparisons", comparisons, "url")
        yield _describe("quotes", quotes, ("slug", "text"))


def _describe(name: str, rows: Rows, key: str | tuple[str, ...]) -> Any:
    """Return a resource of dlt's: rows in one list, the types of their columns told."""
    kinds = {"tools": "json"} if name == "comparisons" else dict.fromkeys(NUMBERS, "bigint")
    listed = list(rows.values())
    columns = {column: {"data_type": kinds.get(column, "text")} for column in listed[0]}
    return dlt.resource(
        [listed], name=name, primary_key=key, write_disposition=_MERGE, columns=columns
    )


@contextmanager
def _settle(folder: Path) -> Iterator[Path]:
    """Let dlt send nothing, and write nowhere but in a folder."""
    settings = _SETTINGS | {"DLT_DATA_DIR": str(folder)}
    before = {name: os.environ.get(name) for name in settings}
    os.environ.update(settings)
    try:
        yield folder
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value
