"""Fetch: crawls that are unfinished and hosts that are closed, for whoever only looks.

A crawl that rested too long to be gone on with is none any more, and a host that was given up
then may be up. One that blocks us stays closed until a run is answered.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from msgspec import Struct
from sqlite_utils import Database

from scraper.crawls import GONE_ON_WITH_FOR_MS
from scraper.pacing import (
    MOST_BLOCKS,
    MOST_FAILURES,
    refuse_blocked,
    refuse_closed,
    refuse_down,
)
from scraper.response import Refusal
from scraper.times import format_time, from_ms

SELECT_CRAWLS = """
SELECT crawl_id, started_at, active_at FROM crawls
WHERE ended_at IS NULL AND active_at BETWEEN ? AND ? ORDER BY crawl_id
"""
COUNT_STATES = """
SELECT host, state, count(*) FROM frontier WHERE crawl_id = ? GROUP BY host, state ORDER BY host
"""
SELECT_HOSTS = """
SELECT host, closed_until, blocks, iif(due_at > ?2, failures, 0) FROM hosts
WHERE max(closed_until - ?1, blocks, failures) > 0 ORDER BY host
"""
SELECT_ROBOTS = """
SELECT origin, expires_at, refusal_code, refusal_reason FROM robots
WHERE refusal_code IS NOT NULL AND ? BETWEEN checked_at AND expires_at ORDER BY origin
"""


class UnfinishedCrawl(Struct, frozen=True, kw_only=True):
    """A crawl that the same command goes on with: its hosts, and how many addresses are where.

    ``waiting`` are those under way, too; ``postponed`` wait for their host.
    """

    started_at: str
    active_at: str
    hosts: tuple[str, ...]
    waiting: int
    postponed: int
    fetched: int
    failed: int
    skipped: int


class ClosedHost(Struct, frozen=True, kw_only=True):
    """A host, or the origin of a robots.txt, and why it is closed; ``until`` is None if unknown."""

    host: str
    code: str
    reason: str
    until: str | None


def list_unfinished(database: Database, now: int) -> Iterator[UnfinishedCrawl]:
    """Iterate over the crawls that can be gone on with at a time in milliseconds."""
    crawls = database.conn.execute(SELECT_CRAWLS, (now - GONE_ON_WITH_FOR_MS, now)).fetchall()
    for crawl_id, started_at, active_at in crawls:
        rows = database.conn.execute(COUNT_STATES, (crawl_id,)).fetchall()
        counts: Counter[str] = Counter()
        for _, state, count in rows:
            counts[state] += count
        yield UnfinishedCrawl(
            started_at=format_time(from_ms(started_at)),
            active_at=format_time(from_ms(active_at)),
            hosts=tuple(dict.fromkeys(host for host, _, _ in rows)),
            waiting=counts["waiting"] + counts["leased"],
            postponed=counts["postponed"],
            fetched=counts["fetched"],
            failed=counts["failed"],
            skipped=counts["skipped"],
        )


def list_closed(database: Database, now: int) -> Iterator[ClosedHost]:
    """Iterate over what is known of each host that is closed at a time in milliseconds."""
    rows = database.conn.execute(SELECT_HOSTS, (now, now - GONE_ON_WITH_FOR_MS)).fetchall()
    for host, closed_until, blocks, failures in rows:
        if closed_until > now:
            yield _close(host, refuse_closed(host, closed_until, now), closed_until)
        if blocks >= MOST_BLOCKS:
            yield _close(host, refuse_blocked(host, blocks), None)
        if failures >= MOST_FAILURES:
            yield _close(host, refuse_down(host, failures), None)
    for origin, expires_at, code, reason in database.conn.execute(SELECT_ROBOTS, (now,)):
        again = f"; it is asked for again after {format_time(from_ms(expires_at))}"
        yield _close(origin, Refusal(code, f"{origin}/{reason}{again}"), expires_at)


def _close(host: str, refusal: Refusal, until: int | None) -> ClosedHost:
    return ClosedHost(
        host=host,
        code=refusal.code,
        reason=refusal.reason,
        until=None if until is None else format_time(from_ms(until)),
    )
