"""Bench: a plain Scrapy project for the same job, in one file for ``scrapy runspider``.

It finds the pages through robots.txt and the sitemap, obeys robots.txt, reads both cards, the
table and the quotes with Scrapy's selectors, and upserts them into SQLite in batches. The
concurrency is Scrapy's default.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from typing import Any, ClassVar

from scrapy.crawler import Crawler
from scrapy.http import Response
from scrapy.spiders import SitemapSpider

from bench.parse.with_parsel import read_selector
from parsers.records import Comparison

ITEMS_AT_ONCE = 500
SCHEMA = """
CREATE TABLE IF NOT EXISTS tools (
    slug TEXT PRIMARY KEY, name TEXT, category TEXT, tagline TEXT, description TEXT, verdict TEXT,
    panel_ship_pct INTEGER, ship_votes INTEGER, skip_votes INTEGER, entry_price TEXT, pricing TEXT
);
CREATE TABLE IF NOT EXISTS comparisons (
    url TEXT PRIMARY KEY, title TEXT, slug_a TEXT, slug_b TEXT
);
CREATE TABLE IF NOT EXISTS quotes (
    slug TEXT, reviewer TEXT, score INTEGER, verdict TEXT, text TEXT, PRIMARY KEY (slug, text)
);
"""
UPSERT_TOOL = """
INSERT INTO tools VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (slug) DO UPDATE SET name = excluded.name, category = excluded.category,
    tagline = excluded.tagline, description = excluded.description, verdict = excluded.verdict,
    panel_ship_pct = excluded.panel_ship_pct, ship_votes = excluded.ship_votes,
    skip_votes = excluded.skip_votes, entry_price = excluded.entry_price,
    pricing = excluded.pricing
"""
UPSERT_COMPARISON = """
INSERT INTO comparisons VALUES (?, ?, ?, ?)
ON CONFLICT (url) DO UPDATE SET title = excluded.title, slug_a = excluded.slug_a,
    slug_b = excluded.slug_b
"""
UPSERT_QUOTE = """
INSERT INTO quotes VALUES (?, ?, ?, ?, ?)
ON CONFLICT (slug, text) DO UPDATE SET reviewer = excluded.reviewer, score = excluded.score,
    verdict = excluded.verdict
"""


class SqlitePipeline:
    """Upserts what a page says."""

    def __init__(self, path: str) -> None:
        """Take the path of the database."""
        self._path = path
        self._waiting: list[Comparison] = []

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> SqlitePipeline:
        """Make the pipeline of a crawl."""
        return cls(crawler.settings["DATABASE"])

    def open_spider(self) -> None:
        """Open the database."""
        self._connection = sqlite3.connect(self._path)
        self._connection.execute("PRAGMA journal_mode = WAL")
        self._connection.execute("PRAGMA synchronous = NORMAL")
        self._connection.executescript(SCHEMA)

    def close_spider(self) -> None:
        """Write what is left."""
        self._write()
        self._connection.close()

    def process_item(self, item: Comparison) -> Comparison:
        """Take the record of a page."""
        self._waiting.append(item)
        if len(self._waiting) >= ITEMS_AT_ONCE:
            self._write()
        return item

    def _write(self) -> None:
        tools = [
            (
                tool.slug, tool.name, tool.category, tool.tagline, tool.description, tool.verdict,
                tool.panel_ship_pct, tool.ship_votes, tool.skip_votes, tool.entry_price,
                tool.pricing,
            )
            for record in self._waiting
            for tool in record.tools
        ]  # fmt: skip
        comparisons = [
            (record.url, record.title, *(tool.slug for tool in record.tools))
            for record in self._waiting
        ]
        quotes = [
            (
                record.tools[quote.position - 1].slug, quote.reviewer, quote.score, quote.verdict,
                quote.text,
            )
            for record in self._waiting
            for quote in record.quotes
        ]  # fmt: skip
        with self._connection:
            self._connection.executemany(UPSERT_TOOL, tools)
            self._connection.executemany(UPSERT_COMPARISON, comparisons)
            self._connection.executemany(UPSERT_QUOTE, quotes)
        self._waiting.clear()


class ComparisonSpider(SitemapSpider):  # type: ignore[misc]  # Scrapy's classes are Any here
    """Reads every page that the sitemap lists; ``-a root=ADDRESS`` names the site."""

    name = "comparisons"
    custom_settings: ClassVar[dict[str, Any]] = {
        "ROBOTSTXT_OBEY": True,
        "DOWNLOAD_DELAY": 0,
        "LOG_LEVEL": "INFO",
        "ITEM_PIPELINES": {SqlitePipeline: 300},
    }

    def __init__(self, root: str, *args: Any, **kwargs: Any) -> None:
        """Take the site's address."""
        super().__init__(*args, **kwargs)
        self.sitemap_urls = [f"{root}/robots.txt"]

    def parse(self, response: Response) -> Iterator[Comparison]:
        """Yield the record of a page."""
        yield read_selector(response.selector, response.url)
