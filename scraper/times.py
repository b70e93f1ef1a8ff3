"""Fetch: times, UTC in whole seconds, in the one form that all stages share, and the clocks.

Moments that pauses are reckoned by are whole milliseconds since 1970, UTC.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from msgspec import Struct

# Clocks of other machines may be wrong by so much, or lie in another zone.
WRONG_AT_MOST = timedelta(days=1)


def read_clock() -> datetime:
    """Return the time of day in UTC."""
    return datetime.now(UTC)


def is_future(moment: datetime) -> bool:
    """Tell whether nothing can have been observed at a time, since it is still to come."""
    return moment > read_clock() + WRONG_AT_MOST


class Clock(Struct, frozen=True, kw_only=True):
    """The clocks that fetching goes by: the time of day, and one that only runs on.

    ``sleep`` replaces waiting, for whoever makes time pass himself.
    """

    now: Callable[[], datetime] = read_clock
    monotonic: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] | None = None

    def read_ms(self) -> int:
        """Return the time of day in milliseconds."""
        return to_ms(self.now())


def to_ms(moment: datetime) -> int:
    """Return a time in whole milliseconds since 1970."""
    return int(moment.timestamp() * 1000)


def from_ms(milliseconds: int) -> datetime:
    """Return the time that so many milliseconds since 1970 are."""
    return datetime.fromtimestamp(milliseconds / 1000, UTC)


def format_time(moment: datetime) -> str:
    """Write a time as ``YYYY-MM-DDTHH:MM:SSZ``, dropping fractions of a second."""
    return moment.astimezone(UTC).replace(microsecond=0, tzinfo=None).isoformat() + "Z"
