"""Bench: SQLAlchemy: the same three tables, by its Core's ``INSERT … ON CONFLICT DO UPDATE``."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sqlalchemy import JSON, Column, Integer, MetaData, String, Table, create_engine
from sqlalchemy.dialects.sqlite import insert

from bench.load.flat import CARD_FIELDS, Page, list_comparisons

NUMBERS = (
    "panel_ship_pct", "ship_votes", "skip_votes", "community_ship_pct", "community_votes", "seat",
    "score",
)  # fmt: skip
METADATA = MetaData()
TOOLS = Table(
    "tools",
    METADATA,
    *(
        Column(name, Integer if name in NUMBERS else String, primary_key=name == "slug")
        for name in CARD_FIELDS
    ),
    Column("seen_at", String),
)
COMPARISONS = Table(
    "comparisons", METADATA, Column("url", String, primary_key=True), Column("title", String),
    Column("tools", JSON), Column("seen_at", String),
)  # fmt: skip
QUOTES = Table(
    "quotes", METADATA, Column("slug", String, primary_key=True),
    Column("text", String, primary_key=True), Column("seat", Integer), Column("reviewer", String),
    Column("score", Integer), Column("verdict", String), Column("seen_at", String),
)  # fmt: skip


class Loader:
    """Three tables with primary keys."""

    def __init__(self, path: Path) -> None:
        """Open the file and make the tables."""
        self._engine = create_engine(f"sqlite:///{path}")
        METADATA.create_all(self._engine)
        self._upserts = {table: _write_upsert(table) for table in (TOOLS, COMPARISONS, QUOTES)}

    def load(self, pages: list[Page]) -> None:
        """Upsert a batch in one transaction."""
        rows: dict[Table, list[dict[str, Any]]] = {TOOLS: [], COMPARISONS: [], QUOTES: []}
        for url, at, record in list_comparisons(pages):
            slugs = [tool.slug for tool in record.tools]
            comparison = {"url": url, "title": record.title, "tools": slugs, "seen_at": at}
            rows[COMPARISONS].append(comparison)
            for tool in record.tools:
                row = {name: getattr(tool, name) for name in CARD_FIELDS}
                rows[TOOLS].append(row | {"seen_at": at})
            for q in record.quotes:
                row = {"slug": slugs[q.position - 1], "text": q.text, "seat": q.seat}
                said = {"reviewer": q.reviewer, "score": q.score, "verdict": q.verdict}
                rows[QUOTES].append(row | said | {"seen_at": at})
        with self._engine.begin() as connection:
            for table, upsert in self._upserts.items():
                connection.execute(upsert, rows[table])

    def close(self) -> None:
        """Close the file."""
        self._engine.dispose()


def _write_upsert(table: Table) -> Any:
    upsert = insert(table)
    keys = [column.name for column in table.primary_key]
    changed = {
        column.name: upsert.excluded[column.name]
        for column in table.columns
        if not column.primary_key
    }
    return upsert.on_conflict_do_update(index_elements=keys, set_=changed)
