"""Bench: the script that most people write: requests, BeautifulSoup, sqlite-utils, page by page.

``python -m bench.fetch.with_requests ROOT DATABASE`` reads the site's robots.txt and the sitemap
that it names, asks for one page after the other in one session, reads it by class names, and
upserts what it found, many pages at once.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any
from urllib.robotparser import RobotFileParser

import requests
from bs4 import BeautifulSoup
from sqlite_utils import Database

from bench.parse.with_soup import read_page
from parsers.records import Comparison

AGENT = "reviews-script/1.0"
PAGES_AT_ONCE = 500
TOOL_FIELDS = (
    "slug", "name", "category", "tagline", "description", "verdict", "panel_ship_pct",
    "ship_votes", "skip_votes", "entry_price", "pricing",
)  # fmt: skip


def main(root: str, path: str) -> None:
    """Read a site into a database."""
    database = Database(path)
    database.enable_wal()
    with requests.Session() as session:
        session.headers["User-Agent"] = AGENT
        # No proxy and no password of the machine's.
        session.trust_env = False
        records = read_site(session, root)
        while batch := list(islice(records, PAGES_AT_ONCE)):
            upsert(database, batch)
    database.close()


def read_site(session: requests.Session, root: str) -> Iterator[Comparison]:
    """Yield the record of each page that the sitemap lists and robots.txt allows."""
    robots = RobotFileParser()
    robots.parse(fetch(session, f"{root}/robots.txt").decode().splitlines())
    for sitemap in robots.site_maps() or ():
        listed = BeautifulSoup(fetch(session, sitemap), "xml")
        for place in listed.find_all("loc"):
            address = place.get_text()
            if robots.can_fetch(AGENT, address):
                yield read_page(fetch(session, address), address)


def fetch(session: requests.Session, address: str) -> bytes:
    """Return the body of an answer; raise ``requests.HTTPError`` for any but a good one."""
    answer = session.get(address, timeout=30)
    answer.raise_for_status()
    body: bytes = answer.content
    return body


def upsert(database: Database, records: Sequence[Comparison]) -> None:
    """Write what some pages say, by the keys of what they say it of."""
    tools: list[dict[str, Any]] = []
    comparisons: list[dict[str, Any]] = []
    quotes: list[dict[str, Any]] = []
    for record in records:
        slugs = [tool.slug for tool in record.tools]
        row = {"url": record.url, "title": record.title, "slug_a": slugs[0], "slug_b": slugs[1]}
        comparisons.append(row)
        tools += [{name: getattr(tool, name) for name in TOOL_FIELDS} for tool in record.tools]
        for quote in record.quotes:
            row = {"slug": slugs[quote.position - 1], "text": quote.text}
            said = {"reviewer": quote.reviewer, "score": quote.score, "verdict": quote.verdict}
            quotes.append(row | said)
    database.table("tools").upsert_all(tools, pk="slug")
    database.table("comparisons").upsert_all(comparisons, pk="url")
    database.table("quotes").upsert_all(quotes, pk=("slug", "text"))


if __name__ == "__main__":
    main(*sys.argv[1:])
