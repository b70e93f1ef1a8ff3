"""Fetch: the pages of a site, as its sitemaps list them.

robots.txt names the sitemaps; a site that names none is asked for ``/sitemap.xml``. An index
leads to further sitemaps, twice at most. Only addresses on the sitemap's own host are taken, and
on those that the operator means as well: no sitemap may send us elsewhere.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from scraper.addresses import normalise_address, read_host
from scraper.asking import Walk
from scraper.errors import AddressError, SitemapError
from scraper.response import Fetched, FetchProblem, Refusal, Request
from scraper.robots import Robots
from scraper.scope import Scope
from scraper.sitemaps import MAX_ADDRESSES, MAX_BYTES, Entry, Sitemap, read_sitemap
from scraper.visiting import Visitor, state_problem

MAX_DEPTH = 2
MAX_SITEMAPS = 1000


class Listed(Struct, frozen=True):
    """The address of a page, the sitemap that lists it, and its hint at the last change."""

    address: str
    sitemap: str
    lastmod: str | None = None


Found: TypeAlias = Listed | FetchProblem


class Discovery:
    """Walks one site's sitemaps; hands over each page once, and what went wrong.

    ``has_found`` tells whether there was anything to hand over.
    """

    def __init__(
        self,
        visitor: Visitor,
        robots: Robots,
        scope: Scope,
        *,
        source: str,
        site: str | None,
        take: Callable[[Found], bool],
    ) -> None:
        """Take the source as the operator gave it and the site that its pages are read as.

        ``take`` takes what is found, and tells whether more is wanted.
        """
        self._visitor = visitor
        self._robots = robots
        self._scope = scope
        self._source = source
        self._site = site
        self.has_found = False
        self._hand_over = take
        self._met: set[str] = set()
        self._taken: set[str] = set()
        self._is_full = False

    def _take(self, found: Found) -> bool:
        self.has_found = True
        return self._hand_over(found)

    def discover(self, root: str) -> Walk[Refusal | None]:
        """Find the pages that a site's sitemaps list."""
        known = yield from self._robots.read(root)
        named = known.rules.sitemaps
        starts = self._choose(root, [Entry(address) for address in named or ("/sitemap.xml",)])
        if not named:
            return (yield from self._walk(starts, 0, root=root))
        return (yield from self._walk(starts, 0))

    def expand(self, fetched: Fetched) -> Walk[Refusal | None]:
        """Find likewise what a sitemap lists that has been fetched already."""
        address = fetched.snapshot.address or ""
        self._met.add(address)
        return (yield from self._read(self._ask_for(address), fetched, 0))

    def _walk(
        self, sitemaps: Sequence[Listed], depth: int, *, root: str | None = None
    ) -> Walk[Refusal | None]:
        for place, sitemap in enumerate(sitemaps):
            address = sitemap.address
            if address in self._met or self._is_full:
                continue
            if len(self._met) >= MAX_SITEMAPS:
                left = len({each.address for each in sitemaps[place:]} - self._met)
                others = f", nor are {left - 1:,} listed after it" if left > 1 else ""
                message = (
                    f"{address} is not fetched{others}: more than {MAX_SITEMAPS:,} sitemaps are "
                    "listed"
                )
                listing = self._ask_for(sitemap.sitemap)
                self._take(state_problem(listing, "sitemap_limit", message))
                return None
            self._met.add(address)
            request = self._ask_for(address)
            outcome = yield from self._visitor.visit(request)
            if isinstance(outcome, Refusal):
                return outcome
            if isinstance(outcome, FetchProblem):
                is_missing = outcome.code == "http_404" and root is not None
                self._take(self._state_missing(root or "") if is_missing else outcome)
                continue
            refusal = yield from self._read(request, outcome, depth)
            if refusal is not None:
                return refusal
        return None

    def _read(self, request: Request, fetched: Fetched, depth: int) -> Walk[Refusal | None]:
        """Read one sitemap: its pages, or what its sitemaps list."""
        try:
            sitemap = read_sitemap(self._visitor.read_body(fetched))
        except SitemapError as error:
            self._take(state_problem(request, error.code, str(error)))
            return None
        if sitemap.damage is not None:
            self._tell(request.address, "sitemap_damaged", sitemap.damage)
        if sitemap.limit is not None:
            self._tell(request.address, "sitemap_limit", sitemap.limit)
        address = fetched.snapshot.address or ""
        if not sitemap.is_index:
            self._list(address, sitemap)
            return None
        if depth < MAX_DEPTH:
            return (yield from self._walk(self._choose(address, sitemap.entries), depth + 1))
        message = f"got an index within {MAX_DEPTH} others, expected a sitemap; it is not read"
        self._take(state_problem(request, "sitemap_limit", message))
        return None

    def _list(self, listing: str, sitemap: Sitemap) -> None:
        """Hand over each page once, and no more of them than is meant or can be held."""
        most = max(MAX_ADDRESSES, self._scope.max_pages or 0)
        for listed in self._choose(listing, sitemap.entries):
            if listed.address in self._taken:
                continue
            if len(self._taken) >= most:
                message = f"lists more than {most:,} pages; raise the limit with --max-pages"
                self._tell(listing, "sitemap_limit", message)
                self._is_full = True
            self._is_full = self._is_full or not self._take(listed)
            if self._is_full:
                return
            self._taken.add(listed.address)

    def _choose(self, listing: str, entries: Sequence[Entry]) -> list[Listed]:
        """Keep the addresses on the listing's own host; state once what is left out."""
        chosen: list[Listed] = []
        left_out: list[str] = []
        refused: list[str] = []
        for entry in entries:
            try:
                address = normalise_address(entry.address, relative_to=listing)
            except AddressError as error:
                refused.append(str(error))
                continue
            if self._scope.has_host(address, beside=listing):
                chosen.append(Listed(address, listing, entry.lastmod))
            else:
                left_out.append(address)
        if refused:
            message = (
                f"left out {len(refused):,} of {len(entries):,} listed addresses that cannot be "
                f"asked for, the first of them: {refused[0]}"
            )
            self._tell(listing, AddressError.code, message)
        if left_out:
            message = (
                f"left out {len(left_out):,} of {len(entries):,} listed addresses as not on "
                f"{read_host(listing)}, the first of them {left_out[0]!r}"
            )
            self._tell(listing, "sitemap_out_of_scope", message)
        return chosen

    def _tell(self, listing: str, code: str, message: str) -> None:
        """State what is wrong with a sitemap that was read: no page of it has failed."""
        self._take(replace(state_problem(self._ask_for(listing), code, message), pages=0))

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
