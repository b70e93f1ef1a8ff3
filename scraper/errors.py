"""Fetch: the errors of this stage, read from top to bottom as a tree.

Foreign exceptions are translated into these once, where they enter. ``code`` is the code of
the problem that the operator sees.
"""

from __future__ import annotations

from typing import ClassVar

from scraper.response import Refusal


class ScraperError(Exception):
    """Anything that fetching or archiving cannot do."""

    code: ClassVar[str] = "scraper_error"


class AddressError(ScraperError):
    """An address that is never asked for."""

    code = "address_refused"


class SettingError(ScraperError):
    """A setting of the operator's that cannot be used; no run begins with it."""


class SitemapError(ScraperError):
    """A sitemap from which no address can be read."""

    code = "sitemap_unreadable"


class FetchError(ScraperError):
    """A request that brought no response to keep."""

    code = "unreachable"


class UnreachableError(FetchError):
    """No connection: the name does not resolve, nothing answers, or TLS is not trusted."""


class DeadlineError(FetchError):
    """The host took too long."""

    code = "timeout"


class PrivateAddressError(FetchError):
    """The host resolves to an address that is not of the public internet."""

    code = "private_address"


class BodyTooLargeError(FetchError):
    """The body passes the limit, on the wire or after decompression."""

    code = "too_large"


class BrokenResponseError(FetchError):
    """The response ends early, breaks HTTP, or has an encoding that was not asked for."""

    code = "broken_response"


class ForgottenError(FetchError):
    """What was taken down: it is not asked for, and not kept if it comes."""

    code = "forgotten"


class StoppedHostError(FetchError):
    """The host is not asked now: it wants time, blocks us, or is given up."""

    code = "host_down"

    def __init__(self, refusal: Refusal) -> None:
        """Take why."""
        super().__init__(refusal.reason)
        self.refusal = refusal


class WarcError(ScraperError):
    """A file that is no WARC file."""

    code = "not_a_warc"


class WarcDamagedError(WarcError):
    """A WARC file that cannot be read on; ``offset`` is the byte at which that begins."""

    code = "warc_damaged"

    def __init__(self, message: str, offset: int) -> None:
        """Take what is wrong, and where in the file."""
        super().__init__(message)
        self.offset = offset


class BadDateError(WarcError):
    """A WARC record without the time at which it was made."""

    code = "bad_time"


class RevisitError(ScraperError):
    """A WARC record that refers to another one, which is nowhere."""

    code = "revisit_unresolved"


class ArchiveError(ScraperError):
    """The archive does not hold what it should."""

    code = "archive_corrupt"


class SnapshotBrokenError(ArchiveError):
    """The headers kept with a snapshot cannot be read."""

    code = "snapshot_broken"


class BodyMissingError(ArchiveError):
    """No body is kept under this SHA-256."""

    code = "body_missing"


class BodyCorruptError(ArchiveError):
    """The body kept under this SHA-256 is not the one that was archived."""

    code = "body_corrupt"


class CutShortError(Exception):
    """A file of which the rest cannot be had now; it is no problem of the file's."""
