"""Bench: sqlite-utils: ``upsert_all`` of tools, comparisons and quotes, a batch at a time.

No history and no sightings: what a page said last is what there is.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sqlite_utils import Database

from bench.load.flat import CARD_FIELDS, Page, list_comparisons


class Loader:
    """Three tables with primary keys."""

    def __init__(self, path: Path) -> None:
        """Open the file."""
        self._database = Database(path)
        self._database.enable_wal()

    def load(self, pages: list[Page]) -> None:
        """Upsert a batch in one transaction."""
        tools: list[dict[str, Any]] = []
        comparisons: list[dict[str, Any]] = []
        quotes: list[dict[str, Any]] = []
        for url, at, record in list_comparisons(pages):
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
        with self._database.atomic():
            self._database.table("tools").upsert_all(tools, pk="slug", batch_size=500)
            self._database.table("comparisons").upsert_all(comparisons, pk="url", batch_size=500)
            self._database.table("quotes").upsert_all(quotes, pk=("slug", "text"), batch_size=500)

    def close(self) -> None:
        """Close the file."""
        self._database.close()
