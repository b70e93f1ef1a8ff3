"""Fetch: one request after the host's pause, its response archived before it is looked at."""

from __future__ import annotations

from msgspec.structs import replace

from scraper.addresses import read_host
from scraper.archive import Archive
from scraper.client import Client
from scraper.pacing import Pace, read_retry_after
from scraper.response import Fetched, Request, Response, Role
from scraper.sitemaps import is_sitemap
from scraper.tombstones import refuse_forgotten


class Exchange:
    """The way of every request to the network, and of every response to the archive."""

    def __init__(self, archive: Archive, client: Client, pace: Pace) -> None:
        """Take what keeps, what asks, and what waits."""
        self._archive = archive
        self._client = client
        self.pace = pace

    def send(self, request: Request) -> Fetched:
        """Send one request and archive its response; raise a ``FetchError`` without one.

        What was taken down is not asked for.
        """
        refuse_forgotten(self._archive.database, request.address, None)
        host = read_host(request.address)
        self.pace.wait(host)
        try:
            response = self._client.fetch(request)
        finally:
            self.pace.finish(host)
        fetched = self._archive.archive(replace(response, role=choose_role(response)))
        until = read_retry_after(fetched.response)
        if until is not None:
            self.pace.postpone(host, until)
        return fetched


def choose_role(response: Response) -> Role:
    """Name what came, which may be other than what was asked for."""
    if response.is_redirect:
        return "redirect"
    if response.role == "page" and response.status == 200 and is_sitemap(response.body):
        return "sitemap"
    return response.role
