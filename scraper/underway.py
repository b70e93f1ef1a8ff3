"""Frontier: addresses that are worked on: what is noted of each, until it is written.

The count of attempts goes on where an earlier run of the same crawl was cut off. One that was
under way when that run died counts too, but says nothing: an address is given up only for an
answer that is known.
"""

from __future__ import annotations

from msgspec import Struct
from sqlite_utils import Database

from scraper.response import Refusal

SELECT_ATTEMPTS = """
SELECT attempts, outcome, reason FROM frontier
WHERE address = ? AND crawl_id = ? AND state IN ('waiting', 'leased')
"""
UPDATE = """
UPDATE frontier SET state = iif(?, 'leased', state), leased_until = ?, attempts = ?,
    outcome = ?, reason = ?, robots_verdict = coalesce(?, robots_verdict),
    robots_id = coalesce(?, robots_id)
WHERE address = ? AND state IN ('waiting', 'leased')
"""


class Work(Struct, kw_only=True):
    """What is known of one address, and what robots.txt says of it.

    ``attempts`` counts how often it was asked for in this crawl; ``failure`` is how the last of
    them failed, None while that is not known.
    """

    is_leased: bool = False
    is_changed: bool = True
    attempts: int = 0
    failure: Refusal | None = None
    verdict: str | None = None
    robots_id: int | None = None


class Underway:
    """The addresses that one crawl works on."""

    def __init__(self, database: Database, crawl_id: int) -> None:
        """Take the archive file, and whose addresses they are."""
        self._connection = database.conn
        self._crawl_id = crawl_id
        self._works: dict[str, Work] = {}
        self._led: dict[str, str] = {}

    def __contains__(self, address: str) -> bool:
        """Tell whether an address is worked on."""
        return address in self._works

    def is_leased(self, address: str) -> bool:
        """Tell whether an address was taken from the queue."""
        return address in self._works and self._works[address].is_leased

    def begin(self, address: str, work: Work) -> None:
        """Begin to work on an address of the queue."""
        self._works[address] = work

    def end(self, address: str) -> Work:
        """Return what was noted of an address, which is done."""
        self._led.pop(address, None)
        return self._works.pop(address, None) or Work()

    def lead(self, first: str, address: str, target: str) -> None:
        """Go on from an address to where it leads; keep the first one, which was meant."""
        self._led[target] = first
        if address in self._works and not self.is_leased(address):
            del self._works[address]

    def note_verdict(self, address: str, verdict: str, archive_id: int | None) -> None:
        """Note what robots.txt says of an address, and the snapshot that says so."""
        work = self._works.get(address)
        if work is None:
            key = (address, self._crawl_id)
            row = self._connection.execute(SELECT_ATTEMPTS, key).fetchone()
            work = self._works[address] = read_work(*row) if row is not None else Work()
        work.verdict, work.robots_id, work.is_changed = verdict, archive_id, True

    def note_attempt(self, address: str) -> bool:
        """Count that an address is asked for; True if that has to be committed first.

        The first attempt need not be: what is in flight may be fetched twice.
        """
        work = self._works.get(address)
        if work is None:
            # A robots.txt.
            return False
        work.attempts += 1
        work.failure, work.is_changed = None, True
        return work.attempts > 1

    def note_failure(self, address: str, failure: Refusal) -> None:
        """Note how an attempt failed, also of the address that led there."""
        self._fail(address, failure)
        if address in self._led:
            reason = f"redirected to {address}: {failure.reason}"
            self._fail(self._led[address], Refusal(failure.code, reason))

    def count_attempts(self, address: str) -> int:
        """Return how often an address was asked for in this crawl."""
        return self._works[address].attempts if address in self._works else 0

    def find_failure(self, address: str) -> Refusal | None:
        """Return how the last attempt failed, if there was one and its end is known."""
        return self._works[address].failure if address in self._works else None

    def write(self, leased_until: int) -> None:
        """Write what was noted, before that is committed."""
        for address, work in self._works.items():
            if work.is_changed:
                failure = work.failure
                row = (
                    work.is_leased, leased_until if work.is_leased else None, work.attempts,
                    failure and failure.code, failure and failure.reason, work.verdict,
                    work.robots_id, address,
                )  # fmt: skip
                self._connection.execute(UPDATE, row)
                work.is_changed = False

    def clear(self) -> None:
        """Let go of all."""
        self._works.clear()

    def _fail(self, address: str, failure: Refusal) -> None:
        if address in self._works:
            work = self._works[address]
            work.failure, work.is_changed = failure, True


def read_work(attempts: int, code: str | None, reason: str | None) -> Work:
    """Return what an earlier run of the crawl left of an address that waits."""
    return Work(attempts=attempts, failure=Refusal(code, reason or "") if code else None)
