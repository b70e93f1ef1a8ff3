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
    FetchError,
    StoppedHostError,
    UnreachableError,
)
from scraper.pacing import Pace
from scraper.response import Fetched, Request

T = TypeVar("T")
Walk: TypeAlias = Generator[Request, Fetched, T]

MOST_ATTEMPTS = 3
# What may be otherwise a moment later.
PASSING_STATUSES = frozenset({408, 425, 429, 500, 502, 503, 504})
PASSING_ERRORS = (UnreachableError, DeadlineError, BrokenResponseError)


def ask(pace: Pace, request: Request) -> Walk[Fetched]:
    """Ask until an answer counts, three times at most, with a longer wait each time.

    Raises the last ``FetchError``, or ``StoppedHostError`` when the host is not to be asked.
    """
    host = read_authority(request.address)
    attempt = 0
    while True:
        stop = pace.find_stop(host)
        if stop is not None:
            raise StoppedHostError(stop)
        attempt += 1
        result: Fetched | FetchError
        try:
            result = yield request
            if result.response.status not in PASSING_STATUSES:
                return result
        except PASSING_ERRORS as error:
            result = error
        if attempt < MOST_ATTEMPTS:
            pace.back_off(host, attempt)
        elif isinstance(result, FetchError):
            raise result
        else:
            return result
