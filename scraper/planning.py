"""Fetch: what a crawl would ask of each host, under which rules, and how long that takes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from msgspec import Struct

from scraper.crawling import Crawl
from scraper.times import from_ms


class HostPlan(Struct, frozen=True, kw_only=True):
    """What is to be asked of one host.

    ``addresses`` are to be fetched; ``done`` were fetched when this crawl was cut off;
    ``disallowed`` robots.txt forbids, and ``skipped`` are out of scope or were taken down.
    ``refusal`` says why nothing may be fetched now. ``pause`` and ``seconds`` are the pause
    between two requests and the whole time at it; both are the least there can be where
    ``is_adaptive``.
    """

    host: str
    addresses: tuple[str, ...]
    done: int
    disallowed: int
    skipped: int
    refusal: str | None
    robots_status: int | None
    crawl_delay: float | None
    is_adaptive: bool
    pause: float
    seconds: float
    closed_until: datetime | None


def list_plans(crawl: Crawl) -> Iterator[HostPlan]:
    """Iterate over the hosts of a crawl whose pages were found, in alphabetical order."""
    for host in crawl.frontier.list_hosts():
        counts = crawl.frontier.count_states(host)
        allowed, disallowed = [], 0
        robots_status = None
        for address in crawl.frontier.list_waiting(host):
            known = crawl.robots.peek(address)
            robots_status = known.status if known else None
            if known is not None and known.rules.judge(address) is None:
                allowed.append(address)
            else:
                disallowed += 1
        stop = crawl.pace.find_stop(host)
        left = max(crawl.pace.find_left(host), 0.0)
        pause = crawl.pace.find_pause(host)
        crawl_delay = crawl.pace.find_crawl_delay(host)
        yield HostPlan(
            host=host,
            addresses=tuple(allowed),
            done=counts.get("fetched", 0) + counts.get("failed", 0),
            disallowed=disallowed,
            skipped=counts.get("skipped", 0),
            refusal=None if stop is None else stop.reason,
            robots_status=robots_status,
            crawl_delay=crawl_delay,
            is_adaptive=crawl.delay is None and pause > (crawl_delay or 0),
            pause=pause,
            seconds=left + pause * max(len(allowed) - 1, 0),
            closed_until=from_ms(crawl.pace.find_due(host)) if stop is not None else None,
        )
