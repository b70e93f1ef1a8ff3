"""Bench: small comparison pages of an invented site, and what is read of them.

A page is its content in plain markup, about 5 KB. A tool says the same on every page.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from html import escape
from itertools import count

from bench.content import SITE, write_comparison
from parsers.reading import parse_page
from parsers.records import Comparison, Reading, Snapshot, ToolCard
from scraper.times import format_time

_START = datetime(2026, 5, 1, tzinfo=UTC)
_HOST = SITE.removeprefix("https://")
_TYPE = "text/html; charset=utf-8"


def list_records(pages: int) -> Iterator[Comparison]:
    """Yield the records of so many pages, no address twice."""
    urls: set[str | None] = set()
    for seed in count(1):
        record = write_comparison(seed, "")
        if record.url not in urls:
            urls.add(record.url)
            yield record
        if len(urls) == pages:
            return


def write_small(record: Comparison) -> bytes:
    """Return the page of a record."""
    names = [escape(tool.name) for tool in record.tools]
    rows = (
        ("Decision", names),
        ("Panel verdict", [_write_votes(tool) for tool in record.tools]),
        ("Community", ["No community votes yet" for _ in record.tools]),
        ("Pricing", [escape(tool.pricing or "") for tool in record.tools]),
        ("Best for", [escape(tool.tagline or "") for tool in record.tools]),
        ("Category", [escape(tool.category or "") for tool in record.tools]),
    )
    table = "".join(
        f"<tr><th>{label}</th>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>"
        for label, cells in rows
    )
    quotes = "".join(
        f"<h3>{quote.reviewer}</h3><p>{quote.score}/100 · {quote.verdict}</p>"
        f"<blockquote>{escape(quote.text)}</blockquote>"
        for quote in record.quotes
    )
    text = (
        f'<!doctype html><title>{" vs ".join(names)}</title><link rel="canonical" '
        f'href="{record.url}"><main><p>AI tool comparison</p><h1>{" vs ".join(names)}</h1>'
        "<p>Which one should you ship with? Here is what the panel says.</p>"
        f"{''.join(map(_write_card, record.tools))}<table>{table}</table>"
        f"<h2>Reviewer scorecard</h2>{quotes}</main>"
    )
    return text.encode()


def _write_votes(tool: ToolCard) -> str:
    return f"{str(tool.verdict).title()} · {tool.ship_votes} ship / {tool.skip_votes} skip"


def _write_card(tool: ToolCard) -> str:
    return (
        f'<section><p>{escape(tool.category or "")}</p><h2><a href="/tool/{tool.slug}">'
        f"{escape(tool.name)}</a></h2><p>{escape(tool.tagline or '')}</p>"
        f"<p>{str(tool.verdict).title()}</p><p>{tool.panel_ship_pct}%</p><p>Panel ship</p>"
        f"<p>{tool.entry_price}</p><p>Entry</p><p>{escape(tool.description or '')}</p></section>"
    )


def read_pages(pages: int) -> Iterator[tuple[Snapshot, Reading]]:
    """Yield what versusdb reads of so many pages, fetched one a second."""
    for number, record in enumerate(list_records(pages), start=1):
        body, address = write_small(record), record.url or ""
        reading = parse_page(body, source=address, address=address, content_type=_TYPE)
        if reading.record.issues:
            raise AssertionError(f"{address}: {reading.record.issues}")
        snapshot = Snapshot(
            archive_id=number,
            sha256=hashlib.sha256(body).hexdigest(),
            source=address,
            address=address,
            site=_HOST,
            observed_at=format_time(_START + timedelta(seconds=number)),
            status=200,
            content_type=_TYPE,
        )
        yield snapshot, reading
