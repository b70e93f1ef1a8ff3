"""Fetch: the pause that every host is given between two requests, kept in the archive file.

A pause counts from the end of the last response and grows with the time that it took, so that a
host that is slow to answer is asked less often. A host that names a time before which it is not
to be asked is not asked. All of it holds across restarts: within a run the running clock counts,
between two runs the time of day, and a run that died in the middle of a request is taken to have
ended it when the next one begins. What changes is written with the transaction that it is part
of, at its end.
"""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

from msgspec import Struct
from sqlite_utils import Database

from scraper.response import Refusal, Response
from scraper.times import Clock, format_time, from_ms, to_ms

BUSY_STATUSES = frozenset({429, 503})
# Five times what the last response took, within bounds: what Heritrix does.
DELAY_FACTOR = 5
LEAST_DELAY = 3.0
MOST_DELAY = 30.0
LEAST_BACKOFF = 1.0
MOST_BACKOFF = 300.0
# How long a run waits for a host that asks for time; what takes longer is postponed.
PATIENCE = 300.0
# A host that asks for more days than this may be wrong, which only a person can tell.
ODD_DAYS = 30
DAY_MS = 24 * 3600 * 1000
NEVER = float("-inf")
MOST_BLOCKS = 5
MOST_FAILURES = 5

SELECT = """
SELECT due_at, closed_until, crawl_delay_ms, fetch_ms, blocks, is_busy FROM hosts WHERE host = ?
"""
UPSERT = """
INSERT INTO hosts (host, due_at, closed_until, crawl_delay_ms, fetch_ms, failures, blocks, is_busy)
VALUES (?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (host) DO UPDATE SET due_at = excluded.due_at, closed_until = excluded.closed_until,
    crawl_delay_ms = excluded.crawl_delay_ms, fetch_ms = excluded.fetch_ms,
    failures = excluded.failures, blocks = excluded.blocks, is_busy = excluded.is_busy
"""


class HostState(Struct, kw_only=True):
    """What is known of a host, as in ``hosts``.

    By the running clock: when its last response ended, and until when we wait after a failure.
    """

    host: str
    ended_at: float = NEVER
    held_until: float = NEVER
    closed_until: int = 0
    crawl_delay_ms: int | None = None
    fetch_ms: int | None = None
    failures: int = 0
    blocks: int = 0
    is_busy: bool = False
    stop: Refusal | None = None


class Pace:
    """Each host's wish to be asked."""

    def __init__(self, database: Database, delay: float | None, clock: Clock) -> None:
        """Take the archive file, and the pause in seconds; None adapts it to each host."""
        self._database = database
        self._delay = delay
        self._clock = clock
        self._hosts: dict[str, HostState] = {}
        self._changed: dict[str, HostState] = {}

    def find_left(self, host: str) -> float:
        """Return the seconds until a host may be asked; 0 or less if it may be now."""
        state = self._find(host)
        closed = (state.closed_until - self._clock.read_ms()) / 1000
        return max(self._find_rest(state), closed)

    def find_pause(self, host: str) -> float:
        """Return the pause in seconds after a response of this host."""
        state = self._find(host)
        pause = self._delay
        if pause is None:
            pause = DELAY_FACTOR * (state.fetch_ms or 0) / 1000
            pause = min(max(pause, LEAST_DELAY), MOST_DELAY)
        return max(pause, (state.crawl_delay_ms or 0) / 1000)

    def find_time(self, host: str, requests: int) -> float:
        """Return the least time in seconds that so many requests take, their answers included."""
        turn = self.find_pause(host) + (self._find(host).fetch_ms or 0) / 1000
        left = max(self.find_left(host), 0.0)
        return left + turn * (requests - 1) if requests else 0.0

    def find_crawl_delay(self, host: str) -> float | None:
        """Return the pause in seconds that a host's robots.txt asks for."""
        milliseconds = self._find(host).crawl_delay_ms
        return None if milliseconds is None else milliseconds / 1000

    def find_stop(self, host: str) -> Refusal | None:
        """Return why a host is not asked any more in this run, or not now, if it is not."""
        state = self._find(host)
        if state.stop is not None:
            return state.stop
        if state.closed_until - self._clock.read_ms() <= PATIENCE * 1000:
            return None
        return refuse_closed(host, state.closed_until, self._clock.read_ms())

    def find_due(self, host: str) -> int:
        """Return the time, in milliseconds, before which a host is not to be asked."""
        return self._clock.read_ms() + int(max(self.find_left(host), 0.0) * 1000)

    def begin(self, host: str) -> bool:
        """Note that a request may be under way; True if that has to be committed first."""
        state = self._find(host)
        if state.is_busy:
            return False
        state.is_busy = True
        self._change(state)
        return True

    def finish(self, host: str, fetch_ms: int | None = None) -> None:
        """Note that a request has ended, after so many milliseconds if it was answered."""
        state = self._find(host)
        if fetch_ms is not None:
            state.fetch_ms = fetch_ms
        state.ended_at = self._clock.monotonic()
        self._change(state)

    def slow_down(self, host: str, crawl_delay: float | None) -> None:
        """Note the pause in seconds that a host's robots.txt asks for, None for none."""
        state = self._find(host)
        state.crawl_delay_ms = None if crawl_delay is None else int(crawl_delay * 1000)
        self._change(state)

    def postpone(self, host: str, until: datetime) -> None:
        """Note the time before which a host is not to be asked; it only moves later."""
        state = self._find(host)
        state.closed_until = max(state.closed_until, to_ms(until))
        self._change(state)

    def back_off(self, host: str, attempt: int, *, is_reached: bool) -> None:
        """Wait longer after the first, second, third… attempt that failed.

        A host that was not even reached needs no rest from us.
        """
        pause = self.find_pause(host) if is_reached else 0.0
        wait = max(pause, LEAST_BACKOFF) * 2 ** (attempt - 1)
        # Not by the same clock as all others that failed with us.
        wait = min(wait * random.uniform(1.0, 1.5), MOST_BACKOFF)  # noqa: S311
        state = self._find(host)
        state.held_until = max(state.held_until, self._clock.monotonic() + wait)
        self._change(state)

    def note_block(self, host: str) -> None:
        """Count a sign that the host blocks us; the fifth in a row stops it.

        The count is kept: the next run stops at its first sign, and at none if there is none.
        """
        state = self._find(host)
        state.blocks += 1
        if state.blocks >= MOST_BLOCKS:
            state.stop = refuse_blocked(host, state.blocks)
        self._change(state)

    def note_answer(self, host: str) -> None:
        """Note an answer as a site gives it: neither does the host fail, nor does it block us."""
        state = self._find(host)
        if state.blocks or state.failures:
            state.blocks = state.failures = 0
            self._change(state)

    def note_failure(self, host: str) -> None:
        """Count an address that failed for the host's sake; the fifth in a row gives it up."""
        state = self._find(host)
        state.failures += 1
        if state.failures >= MOST_FAILURES:
            state.stop = state.stop or refuse_down(host, state.failures)
        self._change(state)

    def stop(self, host: str, refusal: Refusal) -> None:
        """Ask a host no more in this run."""
        self._find(host).stop = refusal

    def list_blocked(self) -> list[str]:
        """Return the hosts that were stopped because they block us."""
        stops = ((state.host, state.stop) for state in self._hosts.values())
        return sorted(host for host, stop in stops if stop and stop.code == "host_blocked")

    def close(self) -> None:
        """Note that no request is under way."""
        for state in self._hosts.values():
            if state.is_busy:
                state.is_busy = False
                self._change(state)

    def write(self) -> None:
        """Write what has changed into the archive file."""
        for state in self._changed.values():
            self._save(state)
        self._changed.clear()

    def _find_rest(self, state: HostState) -> float:
        """Return the seconds of our own that are left."""
        ready_at = max(state.ended_at + self.find_pause(state.host), state.held_until)
        return ready_at - self._clock.monotonic()

    def _find(self, host: str) -> HostState:
        state = self._hosts.get(host)
        if state is None:
            state = self._hosts[host] = self._load(host)
        return state

    def _load(self, host: str) -> HostState:
        row = self._database.conn.execute(SELECT, (host,)).fetchone()
        state = HostState(host=host)
        self._hosts[host] = state
        if row is not None:
            due_at, state.closed_until, state.crawl_delay_ms, state.fetch_ms = row[:4]
            state.blocks, was_busy = row[4:]
            pause = self.find_pause(host)
            # A clock that was set back must not close a host for years.
            left = min((due_at - self._clock.read_ms()) / 1000, max(pause, MOST_BACKOFF))
            state.held_until = self._clock.monotonic() + (max(left, pause) if was_busy else left)
        return state

    def _change(self, state: HostState) -> None:
        self._changed[state.host] = state

    def _save(self, state: HostState) -> None:
        rest = max(self._find_rest(state), 0.0)
        row = (
            state.host,
            self._clock.read_ms() + int(rest * 1000),
            state.closed_until,
            state.crawl_delay_ms,
            state.fetch_ms,
            state.failures,
            state.blocks,
            state.is_busy,
        )
        self._database.conn.execute(UPSERT, row)


def refuse_closed(host: str, closed_until: int, now: int) -> Refusal:
    """Say that a host itself named the time before which it is not to be asked."""
    reason = f"{host} asked not to be visited before {format_time(from_ms(closed_until))}"
    days = (closed_until - now) // DAY_MS
    if days > ODD_DAYS:
        reason += (
            f", which is {days:,} days; if that cannot be meant, the section 'To open a host "
            "again' in docs/operators.md says what to do"
        )
    return Refusal("postponed", reason)


def refuse_blocked(host: str, blocks: int) -> Refusal:
    """Say that a host blocks us."""
    return Refusal("host_blocked", f"{host} blocks us: {blocks} answers in a row say so")


def refuse_down(host: str, failures: int) -> Refusal:
    """Say that a host gives no answers."""
    reason = f"{host} is given up for now: {failures} addresses in a row failed"
    return Refusal("host_down", reason)


def read_retry_after(response: Response) -> datetime | None:
    """Return the time that a 429 or 503 names, in seconds or as a date (RFC 9110, 10.2.3).

    Seconds count from the end of the second in which the answer came: ``observed_at`` is whole.
    """
    value = (response.find_header("retry-after") or "").strip()
    if response.status not in BUSY_STATUSES or not value:
        return None
    try:
        if value.isascii() and value.isdigit():
            seconds = timedelta(seconds=int(value) + 1)
            return datetime.fromisoformat(response.observed_at) + seconds
        moment = parsedate_to_datetime(value)
    except OverflowError:
        return datetime.max.replace(microsecond=0, tzinfo=UTC)
    except ValueError:
        return None
    return moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)
