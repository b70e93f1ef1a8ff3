"""Fetch: sources in, archived pages out, one by one, whatever happens to the others.

Everything received is in the archive before it is looked at. Pages come out while later ones
are still to be fetched, so that whoever reads them need not wait, and a stop loses nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import closing
from itertools import chain
from typing import Protocol

from msgspec import Struct

from scraper.archive import Archive
from scraper.client import Client
from scraper.crawling import MAX_PAGE_BYTES, Crawl
from scraper.errors import ForgottenError
from scraper.lists import list_addresses
from scraper.mending import Mending
from scraper.planning import HostPlan, list_plans
from scraper.response import FetchProblem, Outcome
from scraper.scope import Scope
from scraper.sources import (
    Listing,
    PageAddress,
    PageFile,
    WarcWork,
    Work,
    list_sources,
    read_page_file,
    state_file_problem,
)
from scraper.times import Clock
from scraper.warc.here import WarcSource
from scraper.warc.importing import WarcImport


class Settings(Struct, frozen=True, kw_only=True):
    """How to fetch.

    ``delay`` is the pause per host in seconds, None adapts it to each; ``site`` reads everything
    as that site; ``observed_at`` is the time of local files.
    """

    delay: float | None = None
    site: str | None = None
    observed_at: str | None = None
    scope: Scope = Scope()


class Engine(WarcSource, Protocol):
    """Reads WARC files on other machines, and finds them where those do."""

    def list_store(self, source: str) -> Iterable[Work] | None:
        """List the WARC files that a source stands for; None if it is in no store."""


class Fetcher:
    """Fetches the sources of one run.

    ``ignored`` is the number of files in folders that are of other kinds than pages; ``files``
    that of the pages among them; ``crawl`` is what is asked of the network, None while nothing is;
    ``watch`` is called now and then, so that it can be shown; ``mending`` says, once all is
    fetched, which problems of earlier runs are over.
    """

    def __init__(
        self,
        archive: Archive,
        client: Client,
        settings: Settings,
        *,
        clock: Clock = Clock(),  # noqa: B008 - frozen
        is_stopping: Callable[[], bool] = lambda: False,
        engine: Engine | None = None,
    ) -> None:
        """Take what keeps, what asks, how to, the clocks, and whether to come to an end.

        ``engine`` reads WARC files on other machines, and finds them in stores.
        """
        self.ignored = 0
        self.crawl: Crawl | None = None
        self.files = 0
        self.mending = Mending(Listing())
        self.watch: Callable[[], None] = lambda: None
        self._archive = archive
        self._client = client
        self._settings = settings
        self._clock = clock
        self._is_stopping = is_stopping
        self._engine = engine
        self._is_listing = False
        self._warcs: WarcImport | None = None
        self._has_addresses = False

    @property
    def total(self) -> int:
        """The number of outcomes known to come, which grows as WARC files and sites are read."""
        of_files = self.files + (0 if self._warcs is None else self._warcs.found)
        return of_files + (0 if self.crawl is None else self.crawl.outcomes.total)

    @property
    def expected(self) -> int | None:
        """The number of outcomes in all, that of WARC files estimated; None if nobody knows yet."""
        if self._has_addresses and self.crawl is None:
            return None
        if self._warcs is None:
            return self.total
        of_warcs = self._warcs.expected
        return None if of_warcs is None else self.total - self._warcs.found + of_warcs

    @property
    def records_kept(self) -> int:
        """The number of records in WARC files that were archived and are no pages."""
        return 0 if self._warcs is None else self._warcs.kept

    @property
    def records_skipped(self) -> int:
        """The number of records in WARC files that are no responses."""
        return 0 if self._warcs is None else self._warcs.skipped

    @property
    def files_finished(self) -> int:
        """The number of WARC files that were in the archive before, and not read."""
        return 0 if self._warcs is None else self._warcs.finished

    def fetch(
        self, sources: Iterable[str], lists: Sequence[str] = ()
    ) -> Generator[Outcome, None, None]:
        """Iterate over the outcomes of all sources: files, then addresses as they come.

        ``lists`` are files of addresses, one a line.
        """
        listing = self._list(sources, lists)
        works = listing.works
        addresses = [work for work in works if isinstance(work, PageAddress)]
        self._has_addresses = bool(addresses)
        warc_files = [work for work in works if isinstance(work, WarcWork)]
        self.files = len(works) - len(addresses) - len(warc_files)
        self._warcs = WarcImport(
            self._archive,
            warc_files,
            site=self._settings.site,
            max_bytes=MAX_PAGE_BYTES,
            warcs=self._engine,
        )
        with closing(self._warcs) as warcs:
            yield from self._read_files(works, warcs)
        if addresses and not self._is_stopping():
            yield from self._open_crawl(addresses).run()
        self.mending = Mending(listing, lists, self.crawl)

    def plan(
        self, sources: Iterable[str], lists: Iterable[str] = ()
    ) -> Generator[FetchProblem | HostPlan, None, None]:
        """Find out what there is to fetch; asks for robots.txt and sitemaps only."""
        works = self._list(sources, lists).works
        yield from (work for work in works if isinstance(work, FetchProblem))
        self.files = sum(isinstance(work, PageFile | WarcWork) for work in works)
        addresses = [work for work in works if isinstance(work, PageAddress)]
        if addresses:
            crawl = self._open_crawl(addresses)
            yield from crawl.plan()
            yield from list_plans(crawl)

    def _list(self, sources: Iterable[str], lists: Iterable[str]) -> Listing:
        self._is_listing = True
        further = chain.from_iterable(map(list_addresses, lists))
        list_store = self._engine.list_store if self._engine else lambda _: None
        listing = list_sources(sources, further, list_store)
        self._is_listing = False
        self.ignored += listing.ignored
        return listing

    def _open_crawl(self, addresses: Sequence[PageAddress]) -> Crawl:
        self.crawl = Crawl(
            self._archive,
            self._client,
            addresses,
            scope=self._settings.scope,
            site=self._settings.site,
            delay=self._settings.delay,
            clock=self._clock,
            is_stopping=self._is_stopping,
            watch=self.watch,
        )
        return self.crawl

    @property
    def skipped(self) -> int:
        """The number of addresses that are out of scope or were taken down."""
        return 0 if self.crawl is None else self.crawl.skipped

    @property
    def blocked_hosts(self) -> list[str]:
        """The hosts that were stopped because they block us."""
        return [] if self.crawl is None else self.crawl.pace.list_blocked()

    @property
    def hosts(self) -> list[str]:
        """The hosts of which pages are meant."""
        return [] if self.crawl is None else self.crawl.frontier.list_hosts()

    def wake(self) -> None:
        """End a wait, so that a stop is seen at once; from anywhere, a signal's handler too.

        Raises ``KeyboardInterrupt`` while the sources are listed: nothing has begun yet, and
        standard input may never end.
        """
        if self._is_listing:
            raise KeyboardInterrupt
        if self.crawl is not None:
            self.crawl.wake()

    def end(self) -> None:
        """Note that all that was fetched is loaded."""
        if self.crawl is not None:
            self.crawl.frontier.end()

    def _read_files(self, works: Sequence[Work], warcs: WarcImport) -> Iterator[Outcome]:
        """Archive the pages of files, WARC files included, up to a stop."""
        for work in works:
            if self._is_stopping():
                return
            if isinstance(work, PageFile):
                yield self._read_file(work)
            elif isinstance(work, WarcWork):
                yield from self._until_stop(warcs.read(work))
            elif isinstance(work, FetchProblem):
                yield work
        if not self._is_stopping():
            yield from self._until_stop(warcs.finish())

    def _until_stop(self, outcomes: Iterator[Outcome]) -> Iterator[Outcome]:
        for outcome in outcomes:
            yield outcome
            if self._is_stopping():
                return

    def _read_file(self, page: PageFile) -> Outcome:
        response = read_page_file(
            page,
            site=self._settings.site,
            observed_at=self._settings.observed_at,
            max_bytes=MAX_PAGE_BYTES,
        )
        if isinstance(response, FetchProblem):
            return response
        try:
            return self._archive.archive(response)
        except ForgottenError as error:
            return state_file_problem(page, error.code, str(error))
