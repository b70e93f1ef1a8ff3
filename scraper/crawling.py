"""Fetch: a crawl: the addresses of one command, from the first robots.txt to the last outcome."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from scraper.addresses import is_site, read_authority, read_host
from scraper.archive import Archive
from scraper.asking import Asker, Walk
from scraper.client import Client
from scraper.crawls import name_crawl
from scraper.discovery import Discovery, Found
from scraper.driving import Driver, Refill
from scraper.exchange import Exchange
from scraper.frontier import Frontier, Listed
from scraper.outcomes import HostCount, Outcomes
from scraper.pacing import Pace
from scraper.postponing import Postponing
from scraper.response import Fetched, FetchProblem, Outcome, Refusal, Request
from scraper.robots import Robots
from scraper.scope import Scope
from scraper.sources import PageAddress
from scraper.times import Clock
from scraper.tombstones import explain_forgotten
from scraper.visiting import Visitor, state_problem

MAX_PAGE_BYTES = 20_000_000
# What is asked for already when a crawl is planned, because it may list pages.
SITEMAP_PATH = re.compile(r"\.xml(\.gz)?$")


class Crawl:
    """What one command asks for of the network.

    ``skipped`` is the number of addresses out of scope or taken down; ``outcomes`` says how far
    each host is.
    """

    def __init__(
        self,
        archive: Archive,
        client: Client,
        works: Sequence[PageAddress],
        *,
        scope: Scope,
        site: str | None,
        delay: float | None,
        clock: Clock,
        is_stopping: Callable[[], bool],
        watch: Callable[[], None] = lambda: None,
    ) -> None:
        """Take what keeps, what asks, the addresses that are meant, and how to ask."""
        self.skipped = 0
        self.outcomes = Outcomes()
        self.delay = delay
        self.pace = Pace(archive.database, delay, clock)
        key = name_crawl(
            sources=[work.address for work in works],
            site=site,
            hosts=sorted(scope.hosts),
            include=scope.include,
            exclude=scope.exclude,
            max_pages=scope.max_pages,
        )
        self.frontier = Frontier(archive.database, key, clock)
        self._database = archive.database
        self._scope = scope
        self._site = site
        self._works = works
        self._is_stopping = is_stopping
        self._watch = watch
        asker = Asker(self.pace, self.frontier.underway)
        self.robots = Robots(archive, asker, self.pace, clock)
        exchange = Exchange(archive, self.pace)
        self._visitor = Visitor(
            archive,
            self.frontier,
            exchange,
            asker,
            self.pace,
            self.robots,
            scope,
            settle=self._settle,
        )
        self._driver = Driver(
            archive.database,
            client,
            exchange,
            self.pace,
            clock,
            is_stopping=is_stopping,
            note_attempt=self.frontier.underway.note_attempt,
            before_commit=self.frontier.write,
        )
        self.wake = self._driver.wake
        self._asked: set[str] = set()
        self._is_plan = False
        self._ruled: set[str] = set()
        self._left = scope.max_pages
        self._postponing = Postponing(self.frontier, self.pace, self.outcomes)

    def watch_hosts(self) -> dict[str, HostCount]:
        """Return how far the crawl is with each host."""
        for host, count in self.outcomes.hosts.items():
            stop = self.pace.find_stop(host)
            count.stop = None if stop is None else stop.code
            count.seconds = self.pace.find_time(host, count.waiting)
        return self.outcomes.hosts

    def run(self) -> Iterator[Outcome]:
        """Iterate over the outcomes, each once it is committed."""
        yield from self._drive(self._refill)

    def plan(self) -> Iterator[FetchProblem]:
        """Put all there is to fetch into the frontier; iterate over what went wrong."""
        self._is_plan = True
        for outcome in self._drive(self._find_rules):
            if isinstance(outcome, FetchProblem):
                yield outcome

    def _drive(self, refill: Refill) -> Iterator[Outcome]:
        with self._database.atomic():
            for work in self._works:
                self._begin(work)
        yield from self.outcomes.hand_over()
        for _ in self._driver.drive(refill):
            yield from self.outcomes.hand_over()
            self._watch()
        with self._database.atomic():
            self.frontier.write()
            if not self._is_stopping():
                self._postponing.tell(lambda address: self._ask_for(PageAddress(address, address)))
            self.frontier.close()
            self.pace.close()
            self.pace.write()
        yield from self.outcomes.hand_over()

    def _begin(self, work: PageAddress) -> None:
        host = read_authority(work.address)
        self._driver.know(host)
        if is_site(work.address):
            self._driver.add(host, self._walk_site(work))
        elif work.address not in self._asked:
            refusal = self._scope.refuse(work.address)
            refusal = refusal or explain_forgotten(self._database, work.address, None)
            listed = Listed(
                address=work.address, source=work.source, site=self._site or read_host(work.address)
            )
            if self._is_plan and refusal is None and SITEMAP_PATH.search(work.address):
                self._asked.add(work.address)
                self.outcomes.count(host).waiting += 1
                self._driver.add(host, self._walk_page(listed))
            else:
                self._add(listed, refusal)

    def _add(self, listed: Listed, refusal: str | None) -> None:
        """Put an address into the frontier; what this crawl has done with it is told again."""
        self._asked.add(listed.address)
        if refusal is not None:
            self.frontier.skip(listed, refusal)
            self.skipped += 1
            return
        host = read_authority(listed.address)
        self.outcomes.count(host).waiting += 1
        if self.frontier.add(listed):
            self._driver.know(host)
        else:
            self._driver.add(host, self._walk_page(listed))

    def _refill(self, host: str) -> Walk[None] | None:
        if self.pace.find_stop(host) is not None:
            return None
        listed = self.frontier.take(host)
        return None if listed is None else self._walk_page(listed)

    def _find_rules(self, host: str) -> Walk[None] | None:
        """Refill for a plan: each host's robots.txt, and no page."""
        if host in self._ruled:
            return None
        self._ruled.add(host)
        addresses = self.frontier.list_waiting(host)
        return self._read_rules(addresses[0][0]) if addresses else None

    def _read_rules(self, address: str) -> Walk[None]:
        known = yield from self.robots.read(address)
        if known.rules.is_passing and known.rules.refusal is not None:
            self.pace.stop(read_authority(address), known.rules.refusal)

    def _walk_page(self, listed: Listed) -> Walk[None]:
        """Visit one address, and what it lists should it be a sitemap."""
        request = Request(
            role="page",
            source=listed.source,
            address=listed.address,
            site=listed.site,
            max_bytes=MAX_PAGE_BYTES,
        )
        host = read_authority(request.address)
        outcome = yield from self._visitor.visit(request)
        if isinstance(outcome, Refusal):
            self._postponing.put_off(request, outcome)
            return
        self.outcomes.count(host).waiting -= 1
        if isinstance(outcome, Fetched) and outcome.response.role == "sitemap":
            if listed.listed_by is None:
                discovery = self._open_discovery(request)
                yield from self._find_pages(request, discovery, discovery.expand(outcome))
                return
            message = f"got a sitemap, which {listed.listed_by} lists as a page"
            outcome = state_problem(request, "not_a_page", message)
        self.outcomes.tell(host, outcome)

    def _settle(self, request: Request, outcome: Outcome) -> None:
        """Take an address out of the queue whose answer came on another's way."""
        self.outcomes.count(read_authority(request.address)).waiting -= 1
        if request.role == "page":
            self.outcomes.tell(read_authority(request.address), outcome)

    def _walk_site(self, work: PageAddress) -> Walk[None]:
        """Find a site's pages."""
        request = self._ask_for(work)
        discovery = self._open_discovery(request)
        yield from self._find_pages(request, discovery, discovery.discover(work.address))

    def _find_pages(
        self, request: Request, discovery: Discovery, walk: Walk[Refusal | None]
    ) -> Walk[None]:
        """Go on with what a site or sitemap turns out to list; nothing at all is a problem."""
        if self._left == 0:
            message = "not read: others took all of --max-pages"
            self.outcomes.add(state_problem(request, "page_limit", message))
            return
        refusal = yield from walk
        if refusal is not None:
            self._postponing.note(request, refusal)
        elif not discovery.has_found:
            message = "its sitemap lists no page; name the pages themselves"
            self.outcomes.add(state_problem(request, "no_pages", message))

    def _open_discovery(self, request: Request) -> Discovery:
        def take(found: Found) -> bool:
            if isinstance(found, FetchProblem):
                self.outcomes.add(found)
                return True
            if found.address in self._asked:
                return True
            site = self._site or read_host(found.address)
            refusal = self._scope.refuse_listed(found.address, site)
            refusal = refusal or explain_forgotten(self._database, found.address, None)
            if self._left is not None and refusal is None:
                if self._left == 0:
                    return False
                self._left -= 1
            listed = Listed(
                address=found.address,
                source=found.address,
                site=site,
                listed_by=found.sitemap,
                lastmod=found.lastmod,
            )
            self._add(listed, refusal)
            return True

        return Discovery(
            self._visitor,
            self.robots,
            self._scope,
            source=request.source,
            site=self._site,
            take=take,
        )

    def _ask_for(self, work: PageAddress) -> Request:
        return Request(
            role="page",
            source=work.source,
            address=work.address,
            site=self._site or read_host(work.address),
            max_bytes=MAX_PAGE_BYTES,
        )
