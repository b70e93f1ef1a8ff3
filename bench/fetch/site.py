"""Bench: an invented site in a folder: comparison pages, their sitemap, robots.txt."""

from __future__ import annotations

import os
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from itertools import count
from multiprocessing import get_context
from pathlib import Path
from urllib.parse import urlsplit

from msgspec import Struct

from bench.content import write_comparison
from bench.pages import write_page

PAGE_BYTES = 100_000
_ROBOTS = "User-agent: *\nDisallow: /account/\n\nSitemap: {root}/sitemap.xml\n"
_SITEMAP = """\
<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
{urls}
</urlset>
"""


class Content(Struct, frozen=True):
    """How much a site's pages say; or how much of that a contestant has stored."""

    comparisons: int
    tools: int
    quotes: int


def write_site(folder: Path, root: str, pages: int, size: int = PAGE_BYTES) -> Content:
    """Write a site of so many pages, each about ``size`` bytes; ``root`` is its address."""
    seeds: list[int] = []
    paths: set[str] = set()
    tools: set[str] = set()
    quotes: set[tuple[str, str]] = set()
    for seed in count(1):
        record = write_comparison(seed, "")
        path = urlsplit(record.url or "").path
        if path in paths:
            continue
        paths.add(path)
        seeds.append(seed)
        slugs = [tool.slug or "" for tool in record.tools]
        tools.update(slugs)
        quotes.update((slugs[quote.position - 1], quote.text) for quote in record.quotes)
        if len(seeds) == pages:
            break
    (folder / "compare").mkdir(parents=True)
    with ProcessPoolExecutor(os.cpu_count(), get_context("spawn")) as pool:
        for _ in pool.map(partial(_write_page, folder, size), seeds, chunksize=20):
            pass
    urls = "\n".join(f"<url><loc>{root}{path}</loc></url>" for path in sorted(paths))
    (folder / "sitemap.xml").write_text(_SITEMAP.format(urls=urls), encoding="utf-8")
    (folder / "robots.txt").write_text(_ROBOTS.format(root=root), encoding="utf-8")
    return Content(len(paths), len(tools), len(quotes))


def _write_page(folder: Path, size: int, seed: int) -> None:
    page = write_page(size, seed=seed)
    (folder / urlsplit(page.record.url or "").path.lstrip("/")).write_bytes(page.body)
