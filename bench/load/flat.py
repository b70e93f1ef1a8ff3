"""Bench: records as flat rows, as the limit and the peers load them: a card, a quote a row."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias

from parsers.records import Comparison, Reading, Snapshot

Page: TypeAlias = tuple[Snapshot, Reading]
Row: TypeAlias = tuple[str | int | None, ...]

CARD_FIELDS = (
    "slug", "name", "category", "tagline", "description", "verdict", "panel_ship_pct",
    "ship_votes", "skip_votes", "community_ship_pct", "community_votes", "entry_price", "pricing",
)  # fmt: skip
CARDS = ("url", "observed_at", "position", *CARD_FIELDS)
QUOTES = ("url", "observed_at", "slug", "seat", "reviewer", "score", "verdict", "text")


def list_comparisons(pages: Iterable[Page]) -> Iterator[tuple[str, str, Comparison]]:
    """Yield address, time and record of each page."""
    for snapshot, reading in pages:
        if isinstance(reading.record, Comparison):
            yield reading.record.url or "", snapshot.observed_at, reading.record


def list_cards(pages: Sequence[Page]) -> Iterator[Row]:
    """Yield a row in the order of CARDS for each card."""
    for url, at, record in list_comparisons(pages):
        for t in record.tools:
            yield (
                url, at, t.position, t.slug, t.name, t.category, t.tagline, t.description,
                t.verdict, t.panel_ship_pct, t.ship_votes, t.skip_votes, t.community_ship_pct,
                t.community_votes, t.entry_price, t.pricing,
            )  # fmt: skip


def list_quotes(pages: Sequence[Page]) -> Iterator[Row]:
    """Yield a row in the order of QUOTES for each quote."""
    for url, at, record in list_comparisons(pages):
        for q in record.quotes:
            slug = record.tools[q.position - 1].slug
            yield url, at, slug, q.seat, q.reviewer, q.score, q.verdict, q.text
