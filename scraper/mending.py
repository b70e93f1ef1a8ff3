"""Fetch: which problems that earlier runs met are over, because this one went through there.

A problem is named by an address in its one form, by a path, or by a line of a list. What a run
did not come to, because it is out of scope or its host was not to be asked, stays as it is.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from fnmatch import fnmatchcase
from pathlib import Path

from scraper.addresses import is_site, read_authority
from scraper.crawling import Crawl
from scraper.lists import name_list
from scraper.response import FetchProblem
from scraper.sources import Listing, PageAddress

# Told of one address, and the host's.
HOST_WIDE = frozenset(
    {
        "host_blocked", "host_down", "postponed", "private_address", "robots_unavailable",
        "unreachable",
    }
)  # fmt: skip
# Of what a sitemap says; one of them may hide another.
OF_SITEMAPS = frozenset(
    {
        "no_pages", "no_sitemap", "page_limit", "sitemap_damaged", "sitemap_limit",
        "sitemap_out_of_scope", "sitemap_unreadable",
    }
)  # fmt: skip
# Of a file that is there.
OF_FILES = frozenset(
    {
        "bad_time", "engine_lost", "not_a_warc", "too_large", "unreadable", "warc_damaged",
        "worker_killed",
    }
)  # fmt: skip


class Mending:
    """What one run went through: its sources, and the crawl of those that are addresses."""

    def __init__(
        self, listing: Listing, lists: Sequence[str] = (), crawl: Crawl | None = None
    ) -> None:
        """Take the sources, the lists of addresses among them, and the crawl of these."""
        self._crawl = crawl
        self._folders = listing.folders
        self._addresses: dict[str, str] = {}
        self._paths = set(listing.folders | listing.stores)
        for work in listing.works:
            if isinstance(work, PageAddress):
                self._addresses[work.source] = work.address
            else:
                self._paths.add(work.source)
        unread = {work.source for work in listing.works if isinstance(work, FetchProblem)}
        self._stores = listing.stores - unread
        read = {*map(name_list, lists)} - unread
        self._paths |= read
        self._lines = tuple(f"{name} line " for name in read)
        self._sites = set(filter(is_site, self._addresses.values()))

    def is_over(self, code: str, subject: str, has_others: bool) -> bool:
        """Tell whether a problem is over that this run did not meet.

        ``has_others`` says that it met others there: an address that is postponed now may still
        answer 404, but one that answers 404 is not postponed, and what came did not time out.
        """
        address = self._addresses.get(subject, subject)
        if code in HOST_WIDE and self._is_open(address):
            return True
        if self._is_fetched(address):
            return not has_others or code not in OF_SITEMAPS
        return not has_others and self._is_read(code, subject)

    def _is_open(self, address: str) -> bool:
        """Tell whether the host of an address gave us pages, and was not given up."""
        if self._crawl is None:
            return False
        host = read_authority(address)
        is_stopped = self._crawl.pace.find_stop(host) is not None
        return not is_stopped and "fetched" in self._crawl.frontier.count_states(host)

    def _is_fetched(self, address: str) -> bool:
        if address in self._sites:
            return self._is_open(address)
        return self._crawl is not None and self._crawl.frontier.has_fetched(address)

    def _is_read(self, code: str, subject: str) -> bool:
        """Tell whether a path or a line of a list was read, or has gone from a folder that was."""
        if subject in self._paths or subject.startswith(self._lines):
            return True
        if code not in OF_FILES:
            return False
        is_inside = str(Path(subject).parent) in self._folders
        is_gone = is_inside and not os.path.lexists(subject)
        return is_gone or any(stands_for(store, subject) for store in self._stores)


def stands_for(source: str, file: str) -> bool:
    """Tell whether a file would be listed at a source, a folder of a store or a pattern there."""
    if "**" in source:
        return False
    is_alike = source.count("/") == file.count("/") and fnmatchcase(file, source)
    return is_alike or file.startswith(f"{source.rstrip('/')}/")
