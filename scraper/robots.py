"""Fetch: the robots.txt of every host met, each asked for once a day at most.

What was answered stands in the archive file, and holds until it expires, also for later runs.
"""

from __future__ import annotations

from urllib.parse import urlsplit

from msgspec import Struct
from msgspec.structs import replace
from sqlite_utils import Database

from scraper.addresses import normalise_address, read_authority, read_host
from scraper.archive import Archive
from scraper.asking import Asker, Walk
from scraper.errors import (
    AddressError,
    ArchiveError,
    FetchError,
    PrivateAddressError,
    StoppedHostError,
    UnreachableError,
)
from scraper.pacing import Pace, read_retry_after
from scraper.response import Fetched, Refusal, Request
from scraper.rules import MAX_BYTES, Rules, read_rules, refuse_unavailable
from scraper.times import Clock, to_ms
from scraper.tombstones import refuse_forgotten

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
    status: int | None
    expires_at: int


class Robots:
    """Reads the rules of hosts."""

    def __init__(self, archive: Archive, asker: Asker, pace: Pace, clock: Clock) -> None:
        """Take what keeps the answers, what asks, what hosts wish, and the clock of expiry."""
        self._asker = asker
        self._archive = archive
        self._database: Database = archive.database
        self._pace = pace
        self._clock = clock
        self._known: dict[str, Known] = {}

    def read(self, address: str) -> Walk[Known]:
        """Return the rules of the address's host, asked for anew once they have expired."""
        origin = read_origin(address)
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

    def peek(self, address: str) -> Known | None:
        """Return the rules that were read for an address's host in this run."""
        return self._known.get(read_origin(address))

    def find(self, host: str) -> Known | None:
        """Return the rules that were read for a host, by name and port, in this run."""
        origins = (f"{scheme}://{host}" for scheme in ("https", "http"))
        return next(filter(None, map(self._known.get, origins)), None)

    def _load(self, origin: str, now: int) -> Known | None:
        row = self._database.conn.execute(SELECT, (origin, now, now)).fetchone()
        if row is None:
            return None
        archive_id, expires_at, code, reason = row
        try:
            kept = self._archive.recall(archive_id)
            if code is not None:
                rules = Rules(refusal=Refusal(code, reason))
            else:
                body = self._archive.read(kept.snapshot.sha256)
                rules = read_rules(replace(kept.response, body=body))
        except ArchiveError:
            # What cannot be read is asked for again.
            return None
        return Known(
            rules=rules, archive_id=archive_id, status=kept.response.status, expires_at=expires_at
        )

    def _fetch(self, origin: str) -> Walk[Known]:
        rules, last = yield from self._fetch_rules(f"{origin}/robots.txt")
        now = self._clock.read_ms()
        expires_at = now + (ASK_AGAIN_AFTER_MS if rules.is_passing else EXPIRES_AFTER_MS)
        if last is None:
            # What nobody answered is asked again by the next run: it troubles nobody.
            return Known(rules=rules, archive_id=None, status=None, expires_at=expires_at)
        until = read_retry_after(last.response)
        if until is not None:
            expires_at = min(max(expires_at, to_ms(until)), now + EXPIRES_AFTER_MS)
        archive_id, refusal = last.snapshot.archive_id, rules.refusal
        code, reason = (None, None) if refusal is None else (refusal.code, refusal.reason)
        row = (origin, now, expires_at, archive_id, code, reason)
        self._database.conn.execute(UPSERT, row)
        status = last.response.status
        return Known(rules=rules, archive_id=archive_id, status=status, expires_at=expires_at)

    def _fetch_rules(self, address: str) -> Walk[tuple[Rules, Fetched | None]]:
        """Ask for a robots.txt, through at most five redirects, to any host (RFC 9309, 2.3.1.2).

        Returns the rules and the last answer, if there is one.
        """
        last: Fetched | None = None
        try:
            for _ in range(MAX_REDIRECTS + 1):
                refuse_forgotten(self._database, address, None)
                last = yield from self._asker.ask(ask_for_robots(address))
                if not last.response.is_redirect:
                    return read_rules(last.response), last
                location = last.response.find_header("location") or ""
                address = normalise_address(location, relative_to=address)
        except StoppedHostError as error:
            return Rules(refusal=error.refusal), None
        except (UnreachableError, PrivateAddressError) as error:
            refusal = Refusal(error.code, f"robots.txt cannot be asked for: {error}")
            return Rules(refusal=refusal), None
        except (FetchError, AddressError) as error:
            return refuse_unavailable(str(error)), last
        return refuse_unavailable(f"more than {MAX_REDIRECTS} redirects"), last


def read_origin(address: str) -> str:
    """Return scheme, host and port of an address."""
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}"


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
