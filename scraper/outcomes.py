"""Fetch: what a crawl has come to so far: outcomes to hand over, and counts by host."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from scraper.response import FetchProblem, Outcome


class HostCount(Struct, kw_only=True):
    """How far a crawl is with one host: its pages that wait, that came, and that did not.

    ``unchanged`` of those that came show what they showed before; ``seconds`` is the time that
    those who wait take at least, unless ``stop`` names why the host is not asked any more.
    """

    waiting: int = 0
    fetched: int = 0
    unchanged: int = 0
    failed: int = 0
    seconds: float = 0.0
    stop: str | None = None


class Outcomes:
    """The outcomes of one crawl, in the order in which they came; ``hosts`` counts them."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.hosts: dict[str, HostCount] = {}
        self._ready: list[Outcome] = []
        self._told = 0

    @property
    def total(self) -> int:
        """The number of outcomes that are known to come, those that came included."""
        return self._told + sum(each.waiting for each in self.hosts.values())

    def count(self, host: str) -> HostCount:
        """Return the counts of a host."""
        return self.hosts.setdefault(host, HostCount())

    def tell(self, host: str, outcome: Outcome) -> None:
        """Take the outcome of a page."""
        count = self.count(host)
        if isinstance(outcome, FetchProblem):
            count.failed += 1
        else:
            count.fetched += 1
            count.unchanged += outcome.same_as is not None
        self.add(outcome)

    def add(self, outcome: Outcome) -> None:
        """Take an outcome that is no page's: what is wrong with a site, a sitemap, a host."""
        self._ready.append(outcome)
        self._told += outcome.pages if isinstance(outcome, FetchProblem) else 1

    def hand_over(self) -> Iterator[Outcome]:
        """Iterate over what was not handed over before."""
        ready, self._ready = self._ready, []
        yield from ready
