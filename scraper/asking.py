"""Fetch: what is to be asked for next, said without asking: the plan of a walk through a site.

A walk is a generator. It yields each request that it wants sent, and is resumed with what came,
or with the error that came instead; ``scraper.driving`` sends them. So a walk never waits, many
of them go on at once, and nothing but the driver knows of networks, clocks and transactions.
"""

from __future__ import annotations

from collections.abc import Generator
from itertools import count
from typing import TypeAlias, TypeVar

from scraper.addresses import read_authority
from scraper.errors import (
    BrokenResponseError,
    DeadlineError,
    StoppedHostError,
    UnreachableError,
)
from scraper.pacing import Pace
from scraper.response import Fetched, Refusal, Request
from scraper.underway import Underway

T = TypeVar("T")
Walk: TypeAlias = Generator[Request, Fetched, T]

MOST_ATTEMPTS = 3
# What may be otherwise a moment later.
PASSING_STATUSES = frozenset({408, 425, 429, 500, 502, 503, 504})
PASSING_ERRORS = (UnreachableError, DeadlineError, BrokenResponseError)


class Asker:
    """Asks as often as it takes, and no oftener than it may."""

    def __init__(self, pace: Pace, underway: Underway) -> None:
        """Take what is known of the hosts, and of the addresses that are worked on."""
        self._pace = pace
        self._underway = underway

    def ask(self, request: Request) -> Walk[Fetched]:
        """Ask until an answer counts, three times at most, with a longer wait each time.

        Attempts of an earlier run count, if it was cut off in the same crawl.

        Raises the last ``FetchError``, or ``StoppedHostError`` when the host is not to be asked.
        """
        host = read_authority(request.address)
        for attempt in count(self._underway.count_attempts(request.address) + 1):
            stop = self._pace.find_stop(host)
            if stop is not None:
                raise StoppedHostError(stop)
            is_reached = True
            try:
                fetched = yield request
            except PASSING_ERRORS as error:
                if attempt >= MOST_ATTEMPTS:
                    raise
                is_reached = not isinstance(error, UnreachableError)
                failure = Refusal(error.code, str(error))
            else:
                status = fetched.response.status
                if attempt >= MOST_ATTEMPTS or status not in PASSING_STATUSES:
                    return fetched
                failure = refuse_status(status)
            self._underway.note_failure(request.address, failure)
            self._pace.back_off(host, attempt, is_reached=is_reached)
        raise AssertionError("the last attempt returns or raises")

    def find_failure(self, address: str) -> Refusal | None:
        """Return how an address failed that this crawl has asked for as often as it may."""
        is_spent = self._underway.count_attempts(address) >= MOST_ATTEMPTS
        return self._underway.find_failure(address) if is_spent else None


def refuse_status(status: int | None) -> Refusal:
    """Say that an answer is no page."""
    return Refusal(f"http_{status}", f"answered {status}, expected 200")
