"""Fetch: what a crawl would ask of each host, under which rules, and how long that takes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from msgspec import Struct

from scraper.crawling import Crawl
from scraper.times import from_ms

# Refusals of a host itself, whatever its robots.txt says.
OF_HOSTS = frozenset({"host_blocked", "host_down", "postponed"})


class HostPlan(Struct, frozen=True, kw_only=True):
    """What is to be asked of one host.

    ``addresses`` are to be fetched; ``done`` were fetched when this crawl was cut off;
    ``disallowed`` is how many robots.txt forbids, ``named_disallowed`` those of them that no
    sitemap lists, and ``skipped`` how many are out of scope or were taken down. ``refusal`` says
    why nothing may be fetched now, ``robots_refusal`` why nothing may by the answer to robots.txt
    itself. ``pause`` and ``seconds`` are the pause
    between two requests and the whole time at it; both are the least there can be where
    ``is_adaptive``.
    """

    host: str
    addresses: tuple[str, ...]
    done: int
    disallowed: int
    named_disallowed: tuple[str, ...]
    skipped: int
    refusal: str | None
    robots_refusal: str | None
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
        allowed, named, disallowed = [], [], 0
        for address, is_named in crawl.frontier.list_waiting(host):
            known = crawl.robots.peek(address)
            if known is not None and known.rules.judge(address) is None:
                allowed.append(address)
                continue
            disallowed += 1
            if is_named and known is not None and not known.rules.is_passing:
                named.append(address)
        known = crawl.robots.find(host)
        refusal = None if known is None else known.rules.refusal
        if refusal is not None and refusal.code in OF_HOSTS:
            # The host was not even asked for its robots.txt.
            refusal = None
        stop = crawl.pace.find_stop(host)
        left = max(crawl.pace.find_left(host), 0.0)
        pause = crawl.pace.find_pause(host)
        crawl_delay = crawl.pace.find_crawl_delay(host)
        yield HostPlan(
            host=host,
            addresses=tuple(allowed),
            done=counts.get("fetched", 0) + counts.get("failed", 0),
            disallowed=disallowed,
            named_disallowed=tuple(named),
            skipped=counts.get("skipped", 0),
            refusal=None if stop is None else stop.reason,
            robots_refusal=None if refusal is None else refusal.reason,
            robots_status=None if known is None else known.status,
            crawl_delay=crawl_delay,
            is_adaptive=crawl.delay is None and pause > (crawl_delay or 0),
            pause=pause,
            seconds=left + pause * max(len(allowed) - 1, 0),
            closed_until=from_ms(crawl.pace.find_due(host)) if stop is not None else None,
        )
