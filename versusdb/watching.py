"""Command: watches a crawl, and says how far it is with each host."""

from __future__ import annotations

import time

from scraper.fetching import Fetcher
from versusdb.host_lines import HostLine
from versusdb.progress import Progress

SECONDS_BETWEEN = 0.5


class HostWatch:
    """Looks at a crawl now and then; rates count from when the first page of a host came."""

    def __init__(self, fetcher: Fetcher, progress: Progress) -> None:
        self._fetcher = fetcher
        self._progress = progress
        self._last = 0.0
        self._since: dict[str, tuple[float, int]] = {}

    def look(self) -> None:
        """Show how far the crawl is, unless that was shown a moment ago."""
        now = time.monotonic()
        crawl = self._fetcher.crawl
        if crawl is None or now - self._last < SECONDS_BETWEEN:
            return
        self._last = now
        lines = []
        for host, count in crawl.watch_hosts().items():
            done = count.fetched + count.failed
            since, before = self._since.setdefault(host, (now, done))
            lines.append(
                HostLine(
                    host=host,
                    waiting=count.waiting,
                    fetched=count.fetched,
                    unchanged=count.unchanged,
                    failed=count.failed,
                    per_minute=60 * (done - before) / max(now - since, 1.0),
                    seconds=count.seconds,
                    stop=count.stop,
                )
            )
        self._progress.show_hosts(sorted(lines, key=lambda line: -line.waiting))
