"""Fetching over the loopback, with time that passes only while the fetcher waits."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from sqlite_utils import Database

from scraper.archive import Archive
from scraper.client import Client
from scraper.fetching import Fetcher, Settings
from scraper.response import FetchProblem, Outcome
from scraper.scope import Scope
from scraper.times import Clock as Times

NOON = datetime(2026, 4, 24, 12, tzinfo=UTC)
OF_SCOPE = frozenset(Scope.__struct_fields__)


class Clock:
    """Time that passes only while the fetcher sleeps."""

    def __init__(self) -> None:
        self.seconds = 0.0
        self.slept: list[float] = []

    def sleep(self, seconds: float) -> None:
        """Note a pause, and let it pass."""
        self.slept.append(round(seconds, 3))
        self.seconds += seconds

    def now(self) -> datetime:
        """Return the time of day."""
        return NOON + timedelta(seconds=self.seconds)


class Fetchers:
    """Opens one fetcher after the other on one archive file, as one run after the other does."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self.database = database
        self.clock = clock
        self.client = Client(version="1", allow_hosts=["127.0.0.1"], timeout=5, now=clock.now)

    def open(self, **settings: Any) -> Fetcher:
        """Return a fetcher that may reach the loopback; what is of the scope goes there."""
        scope = Scope(**{name: settings.pop(name) for name in OF_SCOPE & settings.keys()})
        times = Times(
            now=self.clock.now, monotonic=lambda: self.clock.seconds, sleep=self.clock.sleep
        )
        how = Settings(scope=scope, **settings)
        return Fetcher(Archive(self.database), self.client, how, clock=times)

    def run(self, *sources: str, **settings: Any) -> list[Outcome]:
        """Fetch all, as a run does that comes to its end."""
        fetcher = self.open(**settings)
        outcomes = list(fetcher.fetch(sources))
        fetcher.end()
        return outcomes


def tell(outcome: Outcome) -> str:
    """Shorten an outcome to the path that came, or the code of the problem."""
    if isinstance(outcome, FetchProblem):
        return outcome.code
    return (outcome.snapshot.address or outcome.snapshot.source).rpartition("/")[2]


def list_roles(database: Database) -> list[tuple[str, int | None]]:
    """List what the archive holds, in order, by role and status."""
    sql = "SELECT role, status FROM snapshots ORDER BY archive_id"
    return [(role, status) for role, status in database.conn.execute(sql)]
