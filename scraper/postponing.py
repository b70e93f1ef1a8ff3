"""Fetch: what is left of hosts that are not asked any more, and is put off to another run.

One line speaks for all that is left of a host. What leads to another host that is not to be
asked has a line of its own, with that host's reason: the two share no remedy.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from msgspec.structs import replace

from scraper.addresses import read_authority
from scraper.exchange import BLOCK_STATUSES
from scraper.frontier import Frontier
from scraper.outcomes import Outcomes
from scraper.pacing import Pace
from scraper.response import Refusal, Request
from scraper.visiting import HOST_FAILURES, state_problem

# What failed so is asked for again when its host is.
REOPENED = {
    "host_down": HOST_FAILURES,
    "host_blocked": frozenset({"blocked", *(f"http_{status}" for status in BLOCK_STATUSES)}),
}


class Postponing:
    """The hosts of one crawl that refused, each with the first request that it refused."""

    def __init__(self, frontier: Frontier, pace: Pace, outcomes: Outcomes) -> None:
        """Take the queue, what is known of the hosts, and where outcomes go."""
        self._frontier = frontier
        self._pace = pace
        self._outcomes = outcomes
        self._stopped: dict[str, tuple[Request, Refusal]] = {}
        self._sources: Counter[str] = Counter()

    def note(self, request: Request, refusal: Refusal) -> None:
        """Note that a request of a site's or a sitemap's was refused."""
        self._stop(request, refusal)
        self._sources[read_authority(request.address)] += 1

    def put_off(self, request: Request, refusal: Refusal) -> None:
        """Put off a page that was refused, by its own host or by another that it led to."""
        host = read_authority(request.address)
        if self._pace.find_stop(host) is not None:
            self._stop(request, refusal)
            return
        self._frontier.postpone(request.address, refusal, self._pace.find_due(host))
        self._outcomes.count(host).waiting -= 1
        self._outcomes.tell(host, state_problem(request, refusal.code, refusal.reason))

    def tell(self, ask_for: Callable[[str], Request]) -> None:
        """Postpone what is left of hosts that are not asked any more, and say so once a host."""
        for host in sorted({*self._frontier.list_hosts(), *self._stopped}):
            request, refusal = self._stopped.get(host, (None, None))
            refusal = self._pace.find_stop(host) or refusal
            if refusal is None:
                continue
            due_at = self._pace.find_due(host)
            count = self._frontier.postpone_rest(host, refusal, due_at)
            self._frontier.reopen(host, REOPENED.get(refusal.code, ()))
            if count == 0 and host not in self._stopped:
                continue
            count = max(count + self._sources[host], 1)
            addresses = "address" if count == 2 else "addresses"
            others = (
                f"; so {'is' if count == 2 else 'are'} {count - 1:,} more {addresses} of {host}"
            )
            self._outcomes.count(host).waiting = 0
            # The same one whenever this is told again.
            first = self._frontier.find_postponed(host)
            place = request if first is None else ask_for(first)
            assert place is not None
            message = f"not fetched: {refusal.reason}{others if count > 1 else ''}"
            self._outcomes.add(replace(state_problem(place, refusal.code, message), pages=count))

    def _stop(self, request: Request, refusal: Refusal) -> None:
        self._stopped.setdefault(read_authority(request.address), (request, refusal))
