"""Fetch: the pages of a site, as its sitemaps list them.

robots.txt names the sitemaps; a site that names none is asked for ``/sitemap.xml``. An index
leads to further sitemaps, twice at most. Only addresses on the sitemap's own host are taken:
no sitemap may send us elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeAlias

from msgspec import Struct

from scraper.addresses import is_same_host, normalise_address, read_host
from scraper.errors import AddressError, SitemapError
from scraper.response import Fetched, FetchProblem, Request
from scraper.robots import Robots
from scraper.sitemaps import MAX_ADDRESSES, MAX_BYTES, Entry, Sitemap, read_sitemap
from scraper.visiting import Visitor, state_problem

MAX_DEPTH = 2
MAX_SITEMAPS = 1000


class Listed(Struct, frozen=True):
    """The address of a page, the sitemap that lists it, and when it says that it changed."""

    address: str
    sitemap: str
    lastmod: str | None = None


Found: TypeAlias = Listed | FetchProblem


class Discovery:
    """Walks one site's sitemaps."""

    def __init__(self, visitor: Visitor, robots: Robots, *, source: str, site: str | None) -> None:
        """Take the source as the operator gave it and the site that its pages are read as."""
        self._visitor = visitor
        self._robots = robots
        self._source = source
        self._site = site
        self._met: set[str] = set()

    def discover(self, root: str, max_pages: int | None) -> Iterator[Found]:
        """Iterate over the pages that a site's sitemaps list, and over what went wrong."""
        named = self._robots.read(root).sitemaps
        starts = list(self._choose(root, [Entry(each) for each in named or ("/sitemap.xml",)]))
        yield from (each for each in starts if isinstance(each, FetchProblem))
        addresses = [each.address for each in starts if isinstance(each, Listed)]
        for found in self._limit(root, self._walk(addresses, 0), max_pages):
            is_missing = isinstance(found, FetchProblem) and found.code == "http_404"
            yield self._state_missing(root) if is_missing and not named else found

    def expand(self, fetched: Fetched, max_pages: int | None) -> Iterator[Found]:
        """Iterate likewise over what a sitemap lists that has been fetched already."""
        address = fetched.snapshot.address or ""
        self._met.add(address)
        request = self._ask_for(address)
        yield from self._limit(address, self._read(request, fetched, 0), max_pages)

    def _walk(self, sitemaps: Sequence[str], depth: int) -> Iterator[Found]:
        for address in sitemaps:
            if address in self._met:
                continue
            request = self._ask_for(address)
            if len(self._met) >= MAX_SITEMAPS:
                message = f"not fetched: the site has more than {MAX_SITEMAPS:,} sitemaps"
                yield state_problem(request, "sitemap_limit", message)
                return
            self._met.add(address)
            outcome = self._visitor.visit(request)
            if isinstance(outcome, FetchProblem):
                yield outcome
            else:
                yield from self._read(request, outcome, depth)

    def _read(self, request: Request, fetched: Fetched, depth: int) -> Iterator[Found]:
        """Read one sitemap: its pages, or what its sitemaps list."""
        try:
            sitemap = read_sitemap(fetched.body)
        except SitemapError as error:
            yield state_problem(request, error.code, str(error))
            return
        if sitemap.damage is not None:
            yield state_problem(request, "sitemap_damaged", sitemap.damage)
        yield from self._follow(request, fetched.snapshot.address or "", sitemap, depth)

    def _follow(
        self, request: Request, address: str, sitemap: Sitemap, depth: int
    ) -> Iterator[Found]:
        listed = self._choose(address, sitemap.entries)
        if not sitemap.is_index:
            yield from listed
            return
        found = list(listed)
        yield from (each for each in found if isinstance(each, FetchProblem))
        if depth < MAX_DEPTH:
            sitemaps = [each.address for each in found if isinstance(each, Listed)]
            yield from self._walk(sitemaps, depth + 1)
        else:
            message = f"got an index within {MAX_DEPTH} others, expected a sitemap; it is not read"
            yield state_problem(request, "sitemap_limit", message)

    def _choose(self, listing: str, entries: Sequence[Entry]) -> Iterator[Found]:
        """Keep the addresses on the listing's own host; state once what is left out."""
        left_out: list[str] = []
        for entry in entries:
            try:
                address = normalise_address(entry.address, relative_to=listing)
            except AddressError:
                left_out.append(entry.address)
                continue
            if is_same_host(address, listing):
                yield Listed(address, listing, entry.lastmod)
            else:
                left_out.append(entry.address)
        if left_out:
            message = (
                f"left out {len(left_out):,} listed addresses that are not on "
                f"{read_host(listing)}, the first of them {left_out[0]!r}"
            )
            yield state_problem(self._ask_for(listing), "sitemap_out_of_scope", message)

    def _limit(self, start: str, found: Iterator[Found], max_pages: int | None) -> Iterator[Found]:
        """Take each page once, and no more of them than is meant or can be held."""
        taken: set[str] = set()
        limit = MAX_ADDRESSES if max_pages is None else max_pages
        for each in found:
            if isinstance(each, FetchProblem):
                yield each
            elif each.address not in taken and len(taken) < limit:
                taken.add(each.address)
                yield each
            elif each.address not in taken:
                # An operator's own limit is a wish, ours is a shortfall.
                if max_pages is None:
                    message = f"lists more than {limit:,} pages; raise the limit with --max-pages"
                    yield state_problem(self._ask_for(start), "sitemap_limit", message)
                return

    def _state_missing(self, root: str) -> FetchProblem:
        message = "robots.txt names no sitemap and there is no /sitemap.xml; name the pages"
        return state_problem(self._ask_for(root), "no_sitemap", message)

    def _ask_for(self, address: str) -> Request:
        return Request(
            role="sitemap",
            source=self._source,
            address=address,
            site=self._site or read_host(address),
            max_bytes=MAX_BYTES,
        )
