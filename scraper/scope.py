"""Fetch: which addresses a crawl means, beside those that the operator named one by one."""

from __future__ import annotations

from fnmatch import fnmatchcase
from urllib.parse import urlsplit

from msgspec import Struct

from scraper.addresses import DEFAULT_PORTS, is_named, is_same_host, read_host


class Scope(Struct, frozen=True, kw_only=True):
    """Hosts, paths and a number of pages.

    ``hosts`` are those that sitemaps and redirects may lead to beside their own, with a port or
    for all of them; ``include`` and ``exclude`` are patterns of the path and query, where ``*``
    stands for any characters; ``prefixes`` are the beginnings of the paths worth having, by site;
    ``max_pages`` bounds what sitemaps add.
    """

    hosts: frozenset[str] = frozenset()
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    prefixes: dict[str, tuple[str, ...]] = {}
    max_pages: int | None = None

    def has_host(self, address: str, *, beside: str) -> bool:
        """Tell whether an address is on the other's host, or on one that is meant as well."""
        parts = urlsplit(address)
        port = parts.port or DEFAULT_PORTS[parts.scheme]
        return is_same_host(address, beside) or is_named(read_host(address), port, self.hosts)

    def refuse(self, address: str) -> str | None:
        """Return which rule of the operator's leaves an address out, if one does."""
        parts = urlsplit(address)
        path = f"{parts.path}?{parts.query}" if parts.query else parts.path
        found = next((each for each in self.exclude if fnmatchcase(path, each)), None)
        if found is not None:
            return f"left out by --exclude {found}"
        if self.include and not any(fnmatchcase(path, each) for each in self.include):
            return "not among --include"
        return None

    def refuse_listed(self, address: str, site: str) -> str | None:
        """Return why an address that a sitemap lists is not worth having, if it is not."""
        prefixes = self.prefixes.get(site)
        if prefixes and not urlsplit(address).path.startswith(prefixes):
            return f"no page of {site} that is read: those begin with {', '.join(prefixes)}"
        return self.refuse(address)
