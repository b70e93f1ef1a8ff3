"""Frontier: every address that was ever meant, once, and what became of it.

A crawl is what one command asks for. While it is unfinished, the same command goes on with it:
what was answered since it began is not asked for again. A row is leased while it is worked on;
leases end with the run, and expire by themselves should that run have died.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable

from msgspec import Struct
from sqlite_utils import Database

from scraper.addresses import read_authority
from scraper.response import FetchProblem, Outcome, Refusal, Request
from scraper.times import Clock

# A crawl that rested longer than this begins anew: most of what it saw is a day old.
GONE_ON_WITH_FOR_MS = 20 * 3600 * 1000
LEASE_MS = 15 * 60 * 1000

SELECT_CRAWL = """
SELECT crawl_id, started_at FROM crawls
WHERE key = ? AND ended_at IS NULL AND active_at BETWEEN ? AND ?
ORDER BY crawl_id DESC LIMIT 1
"""
SELECT_ROW = """
SELECT crawl_id, state, site, finished_at, archive_id, source, outcome, reason FROM frontier
WHERE address = ?
"""
UPSERT_WAITING = """
INSERT INTO frontier (address, host, crawl_id, position, role, source, site, listed_by, lastmod,
    state, reason)
VALUES (?, ?, ?, ?, 'page', ?, ?, ?, ?, ?, ?)
ON CONFLICT (address) DO UPDATE SET crawl_id = excluded.crawl_id, position = excluded.position,
    role = excluded.role, source = excluded.source, site = excluded.site,
    listed_by = excluded.listed_by, lastmod = excluded.lastmod, state = excluded.state,
    due_at = 0, leased_until = NULL, attempts = 0, outcome = NULL, reason = excluded.reason,
    finished_at = NULL, archive_id = NULL, robots_verdict = NULL, robots_id = NULL
"""
SELECT_NEXT = """
SELECT address, source, site, listed_by FROM frontier
WHERE crawl_id = ? AND host = ? AND state = 'waiting' ORDER BY position LIMIT 1
"""
SELECT_EXPIRED = """
SELECT address, source, site, listed_by FROM frontier
WHERE crawl_id = ? AND host = ? AND state = 'leased' AND leased_until < ? LIMIT 1
"""
UPSERT_FINISHED = """
INSERT INTO frontier (address, host, crawl_id, position, role, source, site, state, outcome,
    reason, finished_at, archive_id)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (address) DO UPDATE SET crawl_id = excluded.crawl_id, role = excluded.role,
    site = excluded.site, state = excluded.state, outcome = excluded.outcome,
    reason = excluded.reason, finished_at = excluded.finished_at,
    archive_id = excluded.archive_id, leased_until = NULL
"""


class Listed(Struct, frozen=True, kw_only=True):
    """The address of a page, as it was given, and the sitemap that lists it, if one does."""

    address: str
    source: str
    site: str
    listed_by: str | None = None
    lastmod: str | None = None


class Frontier:
    """The rows of one crawl, opened or gone on with; ``is_resumed`` tells which."""

    def __init__(self, database: Database, key: str, clock: Clock) -> None:
        """Take the archive file, and what makes two commands the same."""
        self._database = database
        self._clock = clock
        connection = database.conn
        now = clock.read_ms()
        # One run at a time holds the files: whatever is leased, its owner is gone.
        connection.execute(
            "UPDATE frontier SET state = 'waiting', leased_until = NULL WHERE state = 'leased'"
        )
        found = connection.execute(SELECT_CRAWL, (key, now - GONE_ON_WITH_FOR_MS, now)).fetchone()
        self.is_resumed = found is not None
        if found is None:
            found = connection.execute(
                "INSERT INTO crawls (key, started_at, active_at) VALUES (?, ?, ?) "
                "RETURNING crawl_id, started_at",
                (key, now, now),
            ).fetchall()[0]
        self.crawl_id, self._started_at = map(int, found)
        (self._position,) = connection.execute(
            "SELECT coalesce(max(position), 0) FROM frontier WHERE crawl_id = ?", (self.crawl_id,)
        ).fetchone()
        connection.execute(
            "UPDATE frontier SET state = 'waiting', due_at = 0, reason = NULL "
            "WHERE crawl_id = ? AND state = 'postponed'",
            (self.crawl_id,),
        )

    def add(self, listed: Listed) -> bool:
        """Put an address into the queue; False if this crawl is done with it already."""
        row = self._database.conn.execute(SELECT_ROW, (listed.address,)).fetchone()
        if row is not None:
            if self._is_done(row, listed.site):
                return False
            if row[:3] == (self.crawl_id, "waiting", listed.site):
                return True
        self._upsert(listed, "waiting", None)
        return True

    def skip(self, listed: Listed, reason: str) -> None:
        """Note an address that is out of scope or was taken down."""
        self._upsert(listed, "skipped", reason)

    def take(self, host: str) -> Listed | None:
        """Lease the next address of a host, if there is one."""
        connection = self._database.conn
        key, now = (self.crawl_id, host), self._clock.read_ms()
        row = connection.execute(SELECT_NEXT, key).fetchone()
        row = row or connection.execute(SELECT_EXPIRED, (*key, now)).fetchone()
        if row is None:
            return None
        address, source, site, listed_by = row
        connection.execute(
            "UPDATE frontier SET state = 'leased', leased_until = ? WHERE address = ?",
            (now + LEASE_MS, address),
        )
        return Listed(address=address, source=source, site=site, listed_by=listed_by)

    def note_verdict(self, address: str, verdict: str, archive_id: int | None) -> None:
        """Note what robots.txt says of an address, and the snapshot that says so."""
        self._database.conn.execute(
            "UPDATE frontier SET robots_verdict = ?, robots_id = ? WHERE address = ?",
            (verdict, archive_id, address),
        )

    def note_attempt(self, address: str) -> None:
        """Count that an address was asked for."""
        self._database.conn.execute(
            "UPDATE frontier SET attempts = attempts + 1 WHERE address = ?", (address,)
        )

    def find_finished(self, address: str, site: str | None) -> int | FetchProblem | None:
        """Return what became of an address in this crawl: the snapshot's id, or the problem."""
        row = self._database.conn.execute(SELECT_ROW, (address,)).fetchone()
        if row is None or not self._is_done(row, site):
            return None
        archive_id, source, outcome, reason = row[4:]
        if archive_id is not None:
            return int(archive_id)
        return FetchProblem(code=outcome, source=source, address=address, message=reason)

    def finish(self, request: Request, outcome: Outcome) -> bool:
        """Note what became of an address; True if it waited in the queue, and does no more."""
        known = self._database.conn.execute(SELECT_ROW, (request.address,)).fetchone()
        if known is not None and self._is_done(known, request.site):
            return False
        archive_id, role = None, request.role
        if isinstance(outcome, FetchProblem):
            result: tuple[str, str, str | None] = ("failed", outcome.code, outcome.message)
        else:
            is_new = outcome.is_new and outcome.same_as is None
            name = "new" if is_new else "unchanged"
            result = ("fetched", name, None)
            archive_id = outcome.snapshot.archive_id
            # A page may turn out to be a sitemap.
            role = "sitemap" if outcome.response.role == "sitemap" else role
        self._position += 1
        row = (
            request.address,
            read_authority(request.address),
            self.crawl_id,
            self._position,
            role,
            request.source,
            request.site,
            *result,
            self._clock.read_ms(),
            archive_id,
        )
        self._database.conn.execute(UPSERT_FINISHED, row)
        return known is not None and known[:2] == (self.crawl_id, "waiting")

    def postpone_rest(self, host: str, refusal: Refusal, due_at: int) -> tuple[int, str]:
        """Postpone what is left of a host; return how many addresses that are, and the first."""
        connection = self._database.conn
        connection.execute(
            "UPDATE frontier SET state = 'postponed', outcome = ?, reason = ?, due_at = ? "
            "WHERE crawl_id = ? AND host = ? AND state IN ('waiting', 'leased')",
            (refusal.code, refusal.reason, due_at, self.crawl_id, host),
        )
        count, first = connection.execute(
            "SELECT count(*), min(address) FROM frontier "
            "WHERE crawl_id = ? AND host = ? AND state = 'postponed'",
            (self.crawl_id, host),
        ).fetchone()
        return int(count), str(first)

    def reopen(self, host: str, codes: Iterable[str]) -> None:
        """Let addresses wait for the same command again that failed with one of these codes."""
        self._database.conn.executemany(
            "UPDATE frontier SET state = 'postponed', finished_at = NULL "
            "WHERE crawl_id = ? AND host = ? AND state = 'failed' AND outcome = ?",
            [(self.crawl_id, host, code) for code in codes],
        )

    def list_hosts(self) -> list[str]:
        """Return the hosts of this crawl."""
        rows = self._database.conn.execute(
            "SELECT DISTINCT host FROM frontier WHERE crawl_id = ? ORDER BY host", (self.crawl_id,)
        )
        return [host for (host,) in rows]

    def list_waiting(self, host: str) -> list[str]:
        """Return the addresses of a host that are to be fetched, now or later."""
        rows = self._database.conn.execute(
            "SELECT address FROM frontier WHERE crawl_id = ? AND host = ? "
            "AND state IN ('waiting', 'postponed') ORDER BY position",
            (self.crawl_id, host),
        )
        return [address for (address,) in rows]

    def count_states(self, host: str) -> dict[str, int]:
        """Return how many pages of a host are in each state."""
        rows = self._database.conn.execute(
            "SELECT state, count(*) FROM frontier WHERE crawl_id = ? AND host = ? "
            "AND role = 'page' GROUP BY state",
            (self.crawl_id, host),
        )
        return dict(rows)

    def touch(self) -> None:
        """Note that the crawl is at work."""
        self._database.conn.execute(
            "UPDATE crawls SET active_at = ? WHERE crawl_id = ?",
            (self._clock.read_ms(), self.crawl_id),
        )

    def close(self) -> None:
        """Give back what is leased."""
        self._database.conn.execute(
            "UPDATE frontier SET state = 'waiting', leased_until = NULL "
            "WHERE crawl_id = ? AND state = 'leased'",
            (self.crawl_id,),
        )

    def end(self) -> None:
        """End the crawl, all of whose pages are loaded, unless some of its addresses are left."""
        with self._database.atomic():
            self._database.conn.execute(
                "UPDATE crawls SET ended_at = ? WHERE crawl_id = ? AND NOT EXISTS (SELECT 1 "
                "FROM frontier AS f WHERE f.crawl_id = crawls.crawl_id "
                "AND f.state IN ('waiting', 'leased', 'postponed'))",
                (self._clock.read_ms(), self.crawl_id),
            )

    def _is_done(self, row: tuple[object, ...], site: str | None) -> bool:
        """Tell whether a row of ``SELECT_ROW`` was finished since the crawl began."""
        finished_at = row[3]
        return isinstance(finished_at, int) and finished_at >= self._started_at and row[2] == site

    def _upsert(self, listed: Listed, state: str, reason: str | None) -> None:
        self._position += 1
        row = (
            listed.address,
            read_authority(listed.address),
            self.crawl_id,
            self._position,
            listed.source,
            listed.site,
            listed.listed_by,
            listed.lastmod,
            state,
            reason,
        )
        self._database.conn.execute(UPSERT_WAITING, row)


def name_crawl(**what: object) -> str:
    """Return the key of a crawl: a digest of all that makes two commands the same."""
    return hashlib.sha256(json.dumps(what, sort_keys=True).encode()).hexdigest()
