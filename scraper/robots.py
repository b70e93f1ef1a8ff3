"""Fetch: the robots.txt of every host met; without an answer nothing of it may be fetched."""

from __future__ import annotations

import time
from collections.abc import Callable
from urllib.parse import urlsplit

from scraper.addresses import normalise_address, read_host
from scraper.errors import AddressError, FetchError, PrivateAddressError, UnreachableError
from scraper.exchange import Exchange
from scraper.pacing import Pace
from scraper.response import Request
from scraper.rules import MAX_BYTES, Refusal, Rules, read_rules, refuse_unavailable
from scraper.times import format_time

MAX_REDIRECTS = 5
EXPIRES_AFTER = 24 * 3600.0
ASK_AGAIN_AFTER = 600.0


class Robots:
    """The robots.txt of every host met, each asked for once a day at most."""

    def __init__(
        self, exchange: Exchange, *, monotonic: Callable[[], float] = time.monotonic
    ) -> None:
        """Take the way to the network and a clock for the expiry."""
        self._exchange = exchange
        self._monotonic = monotonic
        self._known: dict[str, tuple[Rules, float]] = {}

    def read(self, address: str) -> Rules:
        """Return the rules of the address's host, asked for anew once they have expired."""
        parts = urlsplit(address)
        origin = f"{parts.scheme}://{parts.netloc}"
        rules, expires_at = self._known.get(origin, (None, 0.0))
        if rules is None or expires_at <= self._monotonic():
            rules = self._fetch_rules(f"{origin}/robots.txt")
            is_final = rules.refusal is None or rules.refusal.code == "robots_disallowed"
            keep = EXPIRES_AFTER if is_final else ASK_AGAIN_AFTER
            self._known[origin] = (rules, self._monotonic() + keep)
            if rules.crawl_delay is not None:
                self._exchange.pace.slow_down(read_host(address), rules.crawl_delay)
        return rules

    def _fetch_rules(self, address: str) -> Rules:
        """Ask for a robots.txt, through at most five redirects, to any host (RFC 9309, 2.3.1.2)."""
        try:
            for _ in range(MAX_REDIRECTS + 1):
                closing = refuse_closed(self._exchange.pace, address)
                if closing is not None:
                    return Rules(refusal=closing)
                response = self._exchange.send(ask_for_robots(address)).response
                if not response.is_redirect:
                    return read_rules(response)
                location = response.find_header("location") or ""
                address = normalise_address(location, relative_to=address)
        except (UnreachableError, PrivateAddressError) as error:
            return Rules(refusal=Refusal(error.code, f"robots.txt cannot be asked for: {error}"))
        except (FetchError, AddressError) as error:
            return refuse_unavailable(str(error))
        return refuse_unavailable(f"more than {MAX_REDIRECTS} redirects")


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


def refuse_closed(pace: Pace, address: str) -> Refusal | None:
    """Refuse an address whose host has named a later time to ask again."""
    host = read_host(address)
    until = pace.find_closing(host)
    if until is None:
        return None
    return Refusal("postponed", f"{host} asked not to be visited before {format_time(until)}")
