"""Fetch: what is to be asked for next, said without asking: the plan of a walk through a site.

A walk is a generator. It yields each request that it wants sent, and is resumed with what came,
or with the error that came instead; ``scraper.driving`` sends them. So a walk never waits, many
of them go on at once, and nothing but the driver knows of networks, clocks and transactions.
"""

from __future__ import annotations

from collections.abc import Generator
from typing import TypeAlias, TypeVar

from scraper.addresses import read_authority
from scraper.errors import (
    BrokenResponseError,
    DeadlineError,
    StoppedHostError,
    UnreachableError,
)
from scraper.frontier import Frontier
from scraper.pacing import Pace
from scraper.response import Fetched, Request

T = TypeVar("T")
Walk: TypeAlias = Generator[Request, Fetched, T]

MOST_ATTEMPTS = 3
# What may be otherwise a moment later.
PASSING_STATUSES = frozenset({408, 425, 429, 500, 502, 503, 504})
PASSING_ERRORS = (UnreachableError, DeadlineError, BrokenResponseError)


class Asker:
    """Asks as often as it takes, and no oftener than it may."""

    def __init__(self, pace: Pace, frontier: Frontier) -> None:
        """Take what is known of the hosts, and where attempts are counted."""
        self._pace = pace
        self._frontier = frontier

    def ask(self, request: Request) -> Walk[Fetched]:
        """Ask until an answer counts, three times at most, with a longer wait each time.

        Raises the last ``FetchError``, or ``StoppedHostError`` when the host is not to be asked.
        """
        host = read_authority(request.address)
        for attempt in range(1, MOST_ATTEMPTS + 1):
            stop = self._pace.find_stop(host)
            if stop is not None:
                raise StoppedHostError(stop)
            self._frontier.note_attempt(request.address)
            is_reached = True
            try:
                fetched = yield request
            except PASSING_ERRORS as error:
                if attempt == MOST_ATTEMPTS:
                    raise
                is_reached = not isinstance(error, UnreachableError)
            else:
                is_passing = fetched.response.status in PASSING_STATUSES
                if attempt == MOST_ATTEMPTS or not is_passing:
                    return fetched
            self._pace.back_off(host, attempt, is_reached=is_reached)
        raise AssertionError("the last attempt returns or raises")
