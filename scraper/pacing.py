"""Fetch: the pause that every host is given between two requests.

A pause counts from the end of the last response, so that a host that is slow to answer is
asked less often. A host that names a time before which it is not to be asked is not asked.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

from scraper.response import Response
from scraper.times import read_clock

BUSY_STATUSES = frozenset({429, 503})


class Pace:
    """What is known of each host's wish to be asked, within one process."""

    def __init__(
        self,
        delay: float,
        *,
        sleep: Callable[[float], None] = time.sleep,
        monotonic: Callable[[], float] = time.monotonic,
        now: Callable[[], datetime] = read_clock,
    ) -> None:
        """Take the pause in seconds that every host is given at least."""
        self._delay = delay
        self._sleep = sleep
        self._monotonic = monotonic
        self._now = now
        self._crawl_delays: dict[str, float] = {}
        self._ended_at: dict[str, float] = {}
        self._closed_until: dict[str, datetime] = {}

    def slow_down(self, host: str, crawl_delay: float) -> None:
        """Note the pause that a host's robots.txt asks for."""
        self._crawl_delays[host] = crawl_delay

    def postpone(self, host: str, until: datetime) -> None:
        """Note the time before which a host is not to be asked; it only moves later."""
        self._closed_until[host] = max(until, self._closed_until.get(host, until))

    def find_closing(self, host: str) -> datetime | None:
        """Return the time until which the host is closed to us, if it is."""
        until = self._closed_until.get(host)
        return until if until is not None and until > self._now() else None

    def wait(self, host: str) -> None:
        """Sleep until the host may be asked again."""
        if host in self._ended_at:
            pause = max(self._delay, self._crawl_delays.get(host, 0.0))
            left = self._ended_at[host] + pause - self._monotonic()
            if left > 0:
                self._sleep(left)

    def finish(self, host: str) -> None:
        """Note that a request to the host has ended, well or not."""
        self._ended_at[host] = self._monotonic()


def read_retry_after(response: Response) -> datetime | None:
    """Return the time that a 429 or 503 names, in seconds or as a date (RFC 9110, 10.2.3)."""
    value = (response.find_header("retry-after") or "").strip()
    if response.status not in BUSY_STATUSES or not value:
        return None
    try:
        if value.isascii() and value.isdigit():
            return datetime.fromisoformat(response.observed_at) + timedelta(seconds=int(value))
        moment = parsedate_to_datetime(value)
    except OverflowError:
        return datetime.max.replace(tzinfo=UTC)
    except ValueError:
        return None
    return moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)
