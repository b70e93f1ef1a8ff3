"""Frontier: every address that was ever meant, once, and what became of it.

A row belongs to the crawl (``scraper.crawls``) that meant it last, and is leased while it is
worked on; leases end with the run, and expire by themselves should that run have died. What is
noted of an address that is worked on (``scraper.underway``) is written at the end of the
transaction it is part of.
"""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct
from sqlite_utils import Database

from scraper.addresses import read_authority
from scraper.crawls import end_crawl, note_work, open_crawl
from scraper.response import FetchProblem, Outcome, Refusal, Request
from scraper.times import Clock
from scraper.underway import Underway, Work, read_work

LEASE_MS = 15 * 60 * 1000
READ_AHEAD = 50

SELECT_ROW = """
SELECT crawl_id, state, site, finished_at, archive_id, source, outcome, reason FROM frontier
WHERE address = ?
"""
# What another crawl knew of it is no matter.
REPLACE_ROW = """
INSERT OR REPLACE INTO frontier (address, host, crawl_id, position, role, source, site, listed_by,
    lastmod, state, reason)
VALUES (?, ?, ?, ?, 'page', ?, ?, ?, ?, ?, ?)
"""
SELECT_NEXT = """
SELECT address, source, site, listed_by, attempts, outcome, reason FROM frontier
WHERE crawl_id = ? AND host = ? AND state = 'waiting' ORDER BY position LIMIT ?
"""
SELECT_EXPIRED = """
SELECT address, source, site, listed_by, attempts, outcome, reason FROM frontier
WHERE crawl_id = ? AND host = ? AND state = 'leased' AND leased_until < ? LIMIT 1
"""
UPSERT_FINISHED = """
INSERT INTO frontier (address, host, crawl_id, position, role, source, site, state, outcome,
    reason, finished_at, archive_id, attempts, robots_verdict, robots_id)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (address) DO UPDATE SET crawl_id = excluded.crawl_id, role = excluded.role,
    site = excluded.site, state = excluded.state, outcome = excluded.outcome,
    reason = excluded.reason, finished_at = excluded.finished_at,
    archive_id = excluded.archive_id, leased_until = NULL,
    attempts = excluded.attempts,
    robots_verdict = coalesce(excluded.robots_verdict, robots_verdict),
    robots_id = coalesce(excluded.robots_id, robots_id)
"""


class Listed(Struct, frozen=True, kw_only=True):
    """The address of a page, as it was given, and the sitemap that lists it, if one does."""

    address: str
    source: str
    site: str
    listed_by: str | None = None
    lastmod: str | None = None


class Frontier:
    """The rows of one crawl, begun or gone on with."""

    def __init__(self, database: Database, key: str, clock: Clock) -> None:
        """Take the archive file, and what makes two commands the same."""
        self._database = database
        self._clock = clock
        self._ahead: dict[str, dict[str, tuple[Listed, Work]]] = {}
        self._has_fetched = False
        connection = database.conn
        # One run at a time holds the files: whatever is leased, its owner is gone.
        connection.execute(
            "UPDATE frontier SET state = 'waiting', leased_until = NULL WHERE state = 'leased'"
        )
        crawl = open_crawl(database, key, clock.read_ms())
        self.crawl_id, self._started_at = crawl.number, crawl.started_at
        self.underway = Underway(database, self.crawl_id)
        (self._position,) = connection.execute(
            "SELECT coalesce(max(position), 0) FROM frontier WHERE crawl_id = ?", (self.crawl_id,)
        ).fetchone()
        connection.execute(
            "UPDATE frontier SET state = 'waiting', due_at = 0, attempts = 0, outcome = NULL, "
            "reason = NULL WHERE crawl_id = ? AND state = 'postponed'",
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
        self._replace(listed, "waiting", None)
        return True

    def skip(self, listed: Listed, reason: str) -> None:
        """Note an address that is out of scope or was taken down."""
        self._replace(listed, "skipped", reason)

    def take(self, host: str) -> Listed | None:
        """Lease the next address of a host, if there is one."""
        ahead = self._ahead.get(host)
        if not ahead:
            ahead = self._ahead[host] = self._read_ahead(host)
        if not ahead:
            return None
        listed, work = ahead.pop(next(iter(ahead)))
        work.is_leased = True
        self.underway.begin(listed.address, work)
        return listed

    def write(self) -> None:
        """Write what was noted, before that is committed.

        A crawl is at work while it fetches anything: a host that is down for days does not keep
        one from beginning anew for all others.
        """
        now = self._clock.read_ms()
        self.underway.write(leased_until=now + LEASE_MS)
        if self._has_fetched:
            note_work(self._database, self.crawl_id, now)
            self._has_fetched = False

    def find_finished(self, address: str, site: str | None) -> int | FetchProblem | None:
        """Return what became of an address in this crawl: the snapshot's id, or the problem."""
        if self.underway.is_leased(address):
            return None
        row = self._database.conn.execute(SELECT_ROW, (address,)).fetchone()
        if row is None or not self._is_done(row, site):
            return None
        archive_id, source, outcome, reason = row[4:]
        if archive_id is not None:
            return int(archive_id)
        return FetchProblem(code=outcome, source=source, address=address, message=reason)

    def has_fetched(self, address: str) -> bool:
        """Tell whether an address was fetched since this crawl began."""
        row = self._database.conn.execute(SELECT_ROW, (address,)).fetchone()
        return row is not None and row[1] == "fetched" and self._is_done(row, row[2])

    def finish(self, request: Request, outcome: Outcome) -> bool:
        """Note what became of an address; True if it waited in the queue, and does no more."""
        known = None
        if not self.underway.is_leased(request.address):
            known = self._database.conn.execute(SELECT_ROW, (request.address,)).fetchone()
            if known is not None and self._is_done(known, request.site):
                return False
        host = read_authority(request.address)
        self._ahead.get(host, {}).pop(request.address, None)
        work = self.underway.end(request.address)
        archive_id, role = None, request.role
        if isinstance(outcome, FetchProblem):
            result: tuple[str, str, str | None] = ("failed", outcome.code, outcome.message)
        else:
            is_new = outcome.is_new and outcome.same_as is None
            name = "new" if is_new else "unchanged"
            result = ("fetched", name, None)
            self._has_fetched = True
            archive_id = outcome.snapshot.archive_id
            # A page may turn out to be a sitemap.
            role = "sitemap" if outcome.response.role == "sitemap" else role
        self._position += 1
        row = (
            request.address, host, self.crawl_id, self._position, role, request.source,
            request.site, *result, self._clock.read_ms(), archive_id, work.attempts, work.verdict,
            work.robots_id,
        )  # fmt: skip
        self._database.conn.execute(UPSERT_FINISHED, row)
        return known is not None and known[:2] == (self.crawl_id, "waiting")

    def postpone(self, address: str, refusal: Refusal, due_at: int) -> None:
        """Postpone one address that was worked on."""
        self.underway.end(address)
        self._database.conn.execute(
            "UPDATE frontier SET state = 'postponed', outcome = ?, reason = ?, due_at = ? "
            "WHERE address = ?",
            (refusal.code, refusal.reason, due_at, address),
        )

    def postpone_rest(self, host: str, refusal: Refusal, due_at: int) -> int:
        """Postpone what is left of a host; return how many addresses that are."""
        return self._database.conn.execute(
            "UPDATE frontier SET state = 'postponed', outcome = ?, reason = ?, due_at = ? "
            "WHERE crawl_id = ? AND host = ? AND state IN ('waiting', 'leased')",
            (refusal.code, refusal.reason, due_at, self.crawl_id, host),
        ).rowcount

    def find_postponed(self, host: str) -> str | None:
        """Return the first address of a host that is postponed, as they are sorted."""
        (first,) = self._database.conn.execute(
            "SELECT min(address) FROM frontier "
            "WHERE crawl_id = ? AND host = ? AND state = 'postponed'",
            (self.crawl_id, host),
        ).fetchone()
        return None if first is None else str(first)

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

    def list_waiting(self, host: str) -> list[tuple[str, bool]]:
        """Return what is to be fetched of a host, now or later, and whether no sitemap lists it."""
        rows = self._database.conn.execute(
            "SELECT address, listed_by IS NULL FROM frontier WHERE crawl_id = ? AND host = ? "
            "AND state IN ('waiting', 'postponed') ORDER BY position",
            (self.crawl_id, host),
        )
        return [(address, bool(is_named)) for address, is_named in rows]

    def count_states(self, host: str) -> dict[str, int]:
        """Return how many pages of a host are in each state."""
        rows = self._database.conn.execute(
            "SELECT state, count(*) FROM frontier WHERE crawl_id = ? AND host = ? "
            "AND role = 'page' GROUP BY state",
            (self.crawl_id, host),
        )
        return dict(rows)

    def close(self) -> None:
        """Give back what is leased."""
        self.underway.clear()
        self._ahead.clear()
        self._database.conn.execute(
            "UPDATE frontier SET state = 'waiting', leased_until = NULL "
            "WHERE crawl_id = ? AND state = 'leased'",
            (self.crawl_id,),
        )

    def end(self) -> None:
        """End the crawl, all of whose pages are loaded, unless some of its addresses are left."""
        end_crawl(self._database, self.crawl_id, self._clock.read_ms())

    def _read_ahead(self, host: str) -> dict[str, tuple[Listed, Work]]:
        """Return the next addresses of a host, or one whose lease has expired."""
        # What is leased already must not be taken for waiting.
        self.write()
        key, connection = (self.crawl_id, host), self._database.conn
        rows = connection.execute(SELECT_NEXT, (*key, READ_AHEAD)).fetchall()
        rows = rows or connection.execute(SELECT_EXPIRED, (*key, self._clock.read_ms())).fetchall()
        return {
            row[0]: (
                Listed(address=row[0], source=row[1], site=row[2], listed_by=row[3]),
                read_work(*row[4:]),
            )
            for row in rows
            if row[0] not in self.underway
        }

    def _is_done(self, row: tuple[object, ...], site: str | None) -> bool:
        """Tell whether a row of ``SELECT_ROW`` was finished since the crawl began."""
        finished_at = row[3]
        return isinstance(finished_at, int) and finished_at >= self._started_at and row[2] == site

    def _replace(self, listed: Listed, state: str, reason: str | None) -> None:
        self._position += 1
        row = (
            listed.address, read_authority(listed.address), self.crawl_id, self._position,
            listed.source, listed.site, listed.listed_by, listed.lastmod, state, reason,
        )  # fmt: skip
        self._database.conn.execute(REPLACE_ROW, row)
