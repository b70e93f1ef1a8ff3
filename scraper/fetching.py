"""Fetch: sources in, archived pages out, one by one, whatever happens to the others.

Everything received is in the archive before it is looked at. Pages come out while later ones
are still to be fetched, so that whoever reads them need not wait, and a stop loses nothing.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime

from msgspec import Struct

from scraper.addresses import is_site, read_host
from scraper.archive import Archive
from scraper.client import Client
from scraper.discovery import Discovery, Found, Listed
from scraper.errors import ForgottenError
from scraper.exchange import Exchange
from scraper.pacing import Pace
from scraper.response import Fetched, FetchProblem, Outcome, Request, is_page
from scraper.robots import Robots
from scraper.sources import (
    PageAddress,
    PageFile,
    Work,
    list_sources,
    read_page_file,
    state_file_problem,
)
from scraper.times import read_clock
from scraper.visiting import Visitor, state_problem


class Settings(Struct, frozen=True, kw_only=True):
    """How to fetch.

    ``delay`` is the pause per host in seconds; ``site`` reads everything as that site;
    ``observed_at`` is the time of local files; ``max_pages`` bounds what sitemaps add.
    """

    delay: float = 1.0
    site: str | None = None
    observed_at: str | None = None
    max_pages: int | None = None
    max_page_bytes: int = 20_000_000


class Fetcher:
    """Fetches the sources of one run.

    ``total`` is the number of outcomes known to come, which grows as sites are discovered;
    ``ignored`` is the number of files in folders that are of other kinds than pages.
    """

    def __init__(
        self,
        archive: Archive,
        client: Client,
        settings: Settings,
        *,
        sleep: Callable[[float], None] = time.sleep,
        monotonic: Callable[[], float] = time.monotonic,
        now: Callable[[], datetime] = read_clock,
    ) -> None:
        """Take what keeps, what asks, how to, and the clocks that pauses are counted by."""
        self.total = 0
        self.ignored = 0
        self._archive = archive
        self._settings = settings
        pace = Pace(settings.delay, sleep=sleep, monotonic=monotonic, now=now)
        exchange = Exchange(archive, client, pace)
        self._robots = Robots(exchange, monotonic=monotonic)
        self._visitor = Visitor(exchange, self._robots)
        self._asked: set[str] = set()
        self._left = settings.max_pages

    def fetch(self, sources: Iterable[str]) -> Iterator[Outcome]:
        """Iterate over the outcomes of all sources, in their order."""
        listing = list_sources(sources)
        self.ignored += listing.ignored
        self.total += len(listing.works)
        self._asked.update(work.address for work in listing.works if isinstance(work, PageAddress))
        for work in listing.works:
            yield from self._fetch_work(work)

    def fetch_page(self, address: str, *, source: str | None = None) -> Outcome:
        """Fetch one address in its one form; a ``Fetched`` is a page, or a sitemap."""
        request = Request(
            role="page",
            source=source or address,
            address=address,
            site=self._settings.site or read_host(address),
            max_bytes=self._settings.max_page_bytes,
        )
        outcome = self._visitor.visit(request)
        if isinstance(outcome, FetchProblem) or outcome.response.role == "sitemap":
            return outcome
        content_type = outcome.snapshot.content_type
        if is_page(outcome.snapshot.status, content_type):
            return outcome
        message = f"got content of type {content_type!r}, expected HTML or plain text"
        return state_problem(request, "not_a_page", message)

    def discover(self, root: str, *, source: str | None = None) -> Iterator[Found]:
        """Iterate over the pages that a site's sitemaps list; ``root`` is the site's address."""
        discovery = self._open_discovery(source or root)
        yield from discovery.discover(root, self._left)

    def _fetch_work(self, work: Work) -> Iterator[Outcome]:
        if isinstance(work, FetchProblem):
            yield work
        elif isinstance(work, PageFile):
            yield self._read_file(work)
        elif is_site(work.address):
            found = self.discover(work.address, source=work.source)
            yield from self._fetch_found(work, found)
        else:
            yield from self._fetch_address(work)

    def _read_file(self, page: PageFile) -> Outcome:
        response = read_page_file(
            page,
            site=self._settings.site,
            observed_at=self._settings.observed_at,
            max_bytes=self._settings.max_page_bytes,
        )
        if isinstance(response, FetchProblem):
            return response
        try:
            return self._archive.archive(response)
        except ForgottenError as error:
            return state_file_problem(page, error.code, str(error))

    def _fetch_address(self, work: PageAddress) -> Iterator[Outcome]:
        outcome = self.fetch_page(work.address, source=work.source)
        if isinstance(outcome, Fetched) and outcome.response.role == "sitemap":
            found = self._open_discovery(work.source).expand(outcome, self._left)
            yield from self._fetch_found(work, found)
        else:
            yield outcome

    def _fetch_found(self, work: PageAddress, found: Iterable[Found]) -> Iterator[Outcome]:
        """Fetch what a site or sitemap turns out to list; listing nothing is a problem."""
        if self._left == 0:
            yield state_source(work, "page_limit", "not read: others took all of --max-pages")
            return
        everything: list[Found] = list(found)
        if not everything:
            advice = "its sitemap lists no page; name the pages themselves"
            everything.append(state_source(work, "no_pages", advice))
        fresh = [each for each in everything if self._is_fresh(each)]
        self.total += len(fresh) - 1
        for each in fresh:
            yield self._fetch_listed(each) if isinstance(each, Listed) else each

    def _fetch_listed(self, listed: Listed) -> Outcome:
        outcome = self.fetch_page(listed.address)
        if isinstance(outcome, Fetched) and outcome.response.role == "sitemap":
            message = f"got a sitemap, which {listed.sitemap} lists as a page"
            return state_source(PageAddress(listed.address, listed.address), "not_a_page", message)
        return outcome

    def _is_fresh(self, found: Found) -> bool:
        """Note a listed page; tell whether it is one that nothing else has asked for."""
        if isinstance(found, FetchProblem):
            return True
        if found.address in self._asked:
            return False
        self._asked.add(found.address)
        if self._left is not None:
            self._left -= 1
        return True

    def _open_discovery(self, source: str) -> Discovery:
        return Discovery(self._visitor, self._robots, source=source, site=self._settings.site)


def state_source(work: PageAddress, code: str, message: str) -> FetchProblem:
    """State a problem with an address as the operator gave it."""
    text = f"{work.address}: {message}"
    return FetchProblem(code=code, source=work.source, address=work.address, message=text)
