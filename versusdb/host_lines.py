"""Command: what is shown of a crawl for one host."""

from __future__ import annotations

from msgspec import Struct

from versusdb.parts import describe_seconds


class HostLine(Struct, frozen=True, kw_only=True):
    """How far the work is with one host: pages that wait, came, and did not; and the time left.

    ``stop`` names why the host is not asked any more in this run, if it is not.
    """

    host: str
    waiting: int
    fetched: int
    unchanged: int
    failed: int
    per_minute: float
    seconds: float
    stop: str | None = None

    @property
    def left(self) -> str:
        """What is to be said of the time left."""
        stopped = self.stop and self.stop.removeprefix("host_")
        return stopped or describe_seconds(self.seconds)
