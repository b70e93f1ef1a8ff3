"""Bench: the pages of an invented site as they were served: address, time, headers, bytes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from msgspec import Struct

from bench.content import SITE

BATCH_PAGES = 100
STATUS = "200 OK"
_START = datetime(2026, 6, 1, tzinfo=UTC)


class Page(Struct, frozen=True):
    """A page, and the answer of status 200 over HTTP/1.1 that brought it."""

    address: str
    observed_at: datetime
    headers: tuple[tuple[str, str], ...]
    body: bytes


def list_files(site: Path) -> list[Path]:
    """Return the files of a site's pages (``bench.fetch.site``) in the order of their names."""
    return sorted((site / "compare").iterdir())


def read_batches(site: Path) -> Iterator[list[Page]]:
    """Yield the pages of a site in their order, so many at a time; one comes every second."""
    files = list_files(site)
    for start in range(0, len(files), BATCH_PAGES):
        batch = enumerate(files[start : start + BATCH_PAGES], start)
        yield [read_page(file, number) for number, file in batch]


def read_page(file: Path, number: int) -> Page:
    """Return a page with headers as nginx sends them."""
    body = file.read_bytes()
    at = _START + timedelta(seconds=number)
    headers = (
        ("Server", "nginx"),
        ("Date", f"{at:%a, %d %b %Y %H:%M:%S} GMT"),
        ("Content-Type", "text/html; charset=utf-8"),
        ("Content-Length", str(len(body))),
        ("Last-Modified", "Fri, 01 May 2026 12:00:00 GMT"),
        ("Connection", "keep-alive"),
        ("ETag", f'"{number:08x}-{len(body):x}"'),
        ("Accept-Ranges", "bytes"),
    )
    return Page(f"{SITE}/compare/{file.name}", at, headers, body)


def write_head(page: Page) -> bytes:
    """Return the head of the answer as it came."""
    lines = [f"HTTP/1.1 {STATUS}", *(f"{name}: {value}" for name, value in page.headers)]
    return "\r\n".join([*lines, "", ""]).encode("latin-1")
