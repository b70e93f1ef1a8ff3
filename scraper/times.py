"""Fetch: times, UTC in whole seconds, in the one form that all stages share."""

from __future__ import annotations

from datetime import UTC, datetime


def read_clock() -> datetime:
    """Return the time of day in UTC."""
    return datetime.now(UTC)


def format_time(moment: datetime) -> str:
    """Write a time as ``YYYY-MM-DDTHH:MM:SSZ``, dropping fractions of a second."""
    return moment.astimezone(UTC).replace(microsecond=0, tzinfo=None).isoformat() + "Z"
