"""Bench: dlt: the same three tables, by its write disposition ``merge`` into SQLite.

dlt is made for loads of many rows, and takes long to begin and end one: it is given all pages at
once. It has one way to merge into SQLite: rows go into a second file, and from there by statements
of SQL into their tables, where those of the same keys are deleted. By default no table has a key,
and that compares each row with each (``with_dlt_plain``). Where the tables have them, so has the
second file: a row may come once a load, and of what many pages show the last is given here.
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

Row: TypeAlias = dict[str, Any]
# SQLite has one writer; dlt's threads would wait for each other.
_SETTINGS = {"RUNTIME__DLTHUB_TELEMETRY": "false", "LOAD__WORKERS": "1"}


class Loader:
    """Three tables with primary keys; what dlt itself writes is in a folder beside the file."""

    has_keys = True

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
            place = sqlalchemy(f"sqlite:///{self._path}", create_primary_keys=self.has_keys)
            pipeline = dlt.pipeline(
                "bench",
                pipelines_dir=str(folder),
                destination=place,
                # SQLite's name for the file that is opened; any other would be a second file.
                dataset_name="main",
            )
            pipeline.run(self._list_resources())

    def _list_resources(self) -> list[Any]:
        tools: list[Row] = []
        comparisons: list[Row] = []
        quotes: list[Row] = []
        for url, at, record in list_comparisons(self._pages):
            slugs = [tool.slug for tool in record.tools]
            comparisons.append({"url": url, "title": record.title, "tools": slugs, "seen_at": at})
            tools += [
                {name: getattr(tool, name) for name in CARD_FIELDS} | {"seen_at": at}
                for tool in record.tools
            ]
            for q in record.quotes:
                row = {"slug": slugs[q.position - 1], "text": q.text, "seat": q.seat}
                said = {"reviewer": q.reviewer, "score": q.score, "verdict": q.verdict}
                quotes.append(row | said | {"seen_at": at})
        return [
            self._describe("tools", tools, ("slug",)),
            self._describe("comparisons", comparisons, ("url",)),
            self._describe("quotes", quotes, ("slug", "text")),
        ]

    def _describe(self, name: str, rows: list[Row], key: tuple[str, ...]) -> Any:
        """Return a resource of dlt's: rows in one list, the types of their columns told."""
        kinds = {"tools": "json"} if name == "comparisons" else dict.fromkeys(NUMBERS, "bigint")
        columns = {column: {"data_type": kinds.get(column, "text")} for column in rows[0]}
        if self.has_keys:
            rows = list({tuple(row[column] for column in key): row for row in rows}.values())
        else:
            columns["seen_at"]["dedup_sort"] = "desc"
        merge = {"disposition": "merge", "deduplicated": self.has_keys}
        return dlt.resource(
            [rows], name=name, primary_key=key, write_disposition=merge, columns=columns
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
