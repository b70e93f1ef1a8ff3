"""Fetch: the robots.txt of every host met, each asked for once a day at most.

What was answered stands in the archive file, and holds until it expires, also for later runs.
"""

from __future__ import annotations

from datetime import datetime
from urllib.parse import urlsplit

from msgspec import Struct
from msgspec.structs import replace
from sqlite_utils import Database

from scraper.addresses import normalise_address, read_authority, read_host
from scraper.archive import Archive
from scraper.asking import Walk, ask
from scraper.errors import (
    AddressError,
    ArchiveError,
    FetchError,
    PrivateAddressError,
    StoppedHostError,
    UnreachableError,
)
from scraper.pacing import Pace, read_retry_after
from scraper.response import Refusal, Request
from scraper.rules import MAX_BYTES, Rules, read_rules, refuse_unavailable
from scraper.times import Clock, to_ms

MAX_REDIRECTS = 5
EXPIRES_AFTER_MS = 24 * 3600 * 1000
ASK_AGAIN_AFTER_MS = 600 * 1000

SELECT = """
SELECT archive_id, expires_at, refusal_code, refusal_reason FROM robots
WHERE origin = ? AND checked_at <= ? AND expires_at > ?
"""
UPSERT = """
INSERT INTO robots (origin, checked_at, expires_at, archive_id, refusal_code, refusal_reason)
VALUES (?, ?, ?, ?, ?, ?)
ON CONFLICT (origin) DO UPDATE SET checked_at = excluded.checked_at,
    expires_at = excluded.expires_at, archive_id = excluded.archive_id,
    refusal_code = excluded.refusal_code, refusal_reason = excluded.refusal_reason
"""


class Known(Struct, frozen=True, kw_only=True):
    """What a host's robots.txt says, until when, and the snapshot that says so."""

    rules: Rules
    archive_id: int | None
    expires_at: int


class Robots:
    """Reads the rules of hosts."""

    def __init__(self, archive: Archive, pace: Pace, clock: Clock) -> None:
        """Take what keeps the answers, what is known of the hosts, and the clock of expiry."""
        self._archive = archive
        self._database: Database = archive.database
        self._pace = pace
        self._clock = clock
        self._known: dict[str, Known] = {}

    def read(self, address: str) -> Walk[Known]:
        """Return the rules of the address's host, asked for anew once they have expired."""
        parts = urlsplit(address)
        origin = f"{parts.scheme}://{parts.netloc}"
        now = self._clock.read_ms()
        known = self._known.get(origin)
        if known is not None and known.expires_at > now:
            return known
        known = self._load(origin, now)
        if known is None:
            known = yield from self._fetch(origin)
        self._known[origin] = known
        self._pace.slow_down(read_authority(address), known.rules.crawl_delay)
        return known

    def _load(self, origin: str, now: int) -> Known | None:
        row = self._database.conn.execute(SELECT, (origin, now, now)).fetchone()
        if row is None:
            return None
        archive_id, expires_at, code, reason = row
        if code is not None:
            rules = Rules(refusal=Refusal(code, reason))
            return Known(rules=rules, archive_id=archive_id, expires_at=expires_at)
        kept = self._archive.recall(archive_id)
        try:
            body = self._archive.read(kept.snapshot.sha256)
        except ArchiveError:
            return None
        rules = read_rules(replace(kept.response, body=body))
        return Known(rules=rules, archive_id=archive_id, expires_at=expires_at)

    def _fetch(self, origin: str) -> Walk[Known]:
        rules, archive_id, until = yield from self._fetch_rules(f"{origin}/robots.txt")
        now = self._clock.read_ms()
        refusal = rules.refusal
        expires_at = now + EXPIRES_AFTER_MS
        if refusal is not None and refusal.code != "robots_disallowed":
            expires_at = now + ASK_AGAIN_AFTER_MS
            if until is not None:
                expires_at = min(max(expires_at, to_ms(until)), now + EXPIRES_AFTER_MS)
        code, reason = (None, None) if refusal is None else (refusal.code, refusal.reason)
        # What nobody answered is asked again by the next run: it troubles nobody.
        if archive_id is not None:
            row = (origin, now, expires_at, archive_id, code, reason)
            self._database.conn.execute(UPSERT, row)
        return Known(rules=rules, archive_id=archive_id, expires_at=expires_at)

    def _fetch_rules(self, address: str) -> Walk[tuple[Rules, int | None, datetime | None]]:
        """Ask for a robots.txt, through at most five redirects, to any host (RFC 9309, 2.3.1.2)."""
        archive_id = None
        try:
            for _ in range(MAX_REDIRECTS + 1):
                fetched = yield from ask(self._pace, ask_for_robots(address))
                response, archive_id = fetched.response, fetched.snapshot.archive_id
                if not response.is_redirect:
                    return read_rules(response), archive_id, read_retry_after(response)
                location = response.find_header("location") or ""
                address = normalise_address(location, relative_to=address)
        except StoppedHostError as error:
            return Rules(refusal=error.refusal), None, None
        except (UnreachableError, PrivateAddressError) as error:
            rules = Rules(refusal=Refusal(error.code, f"robots.txt cannot be asked for: {error}"))
            return rules, None, None
        except (FetchError, AddressError) as error:
            return refuse_unavailable(str(error)), None, None
        rules = refuse_unavailable(f"more than {MAX_REDIRECTS} redirects")
        return rules, archive_id, None


def ask_for_robots(address: str) -> Request:
    """Request a robots.txt, of which the first 500 KiB are read."""
    return Request(
        role="robots",
        source=address,
        address=address,
        site=read_host(address),
        max_bytes=MAX_BYTES,
        is_cut=True,
    )
