"""Fetch: what robots.txt allows (RFC 9309), closed wherever that cannot be known.

The status decides first: 2xx is parsed; 4xx means that there is no robots.txt, except 401 and
403, by which a host turns robots away, and 429, by which it asks for time; 5xx, a failed
connection and anything unforeseen mean that nothing may be fetched until it answers. 401, 403
and 429 are stricter than the RFC, on purpose.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from urllib.parse import urlsplit

from msgspec import Struct
from protego import Protego

from scraper.addresses import normalise_address, read_host
from scraper.errors import AddressError, FetchError, PrivateAddressError, UnreachableError
from scraper.exchange import Exchange
from scraper.pacing import Pace, read_retry_after
from scraper.response import Request, Response
from scraper.times import format_time

PRODUCT_TOKEN = "versusdb"
MAX_BYTES = 500 * 1024
MAX_REDIRECTS = 5
EXPIRES_AFTER = 24 * 3600.0
ASK_AGAIN_AFTER = 600.0
AGENT_LINE = re.compile(r"\s*user[ -]?agent\s*[:\s]\s*([^#]*)", re.IGNORECASE)
TOKEN = re.compile(r"[A-Za-z_-]*")


class Refusal(Struct, frozen=True):
    """Why an address may not be fetched."""

    code: str
    reason: str


class Rules:
    """What one robots.txt says, or, with ``refusal``, that nothing may be fetched."""

    def __init__(self, text: str = "", refusal: Refusal | None = None) -> None:
        """Parse a robots.txt."""
        self._parser = Protego.parse(name_own_groups(text))
        self.refusal = refusal

    def judge(self, address: str) -> Refusal | None:
        """Return why an address may not be fetched, or ``None`` when it may."""
        if self.refusal is None and not self._parser.can_fetch(address, PRODUCT_TOKEN):
            return Refusal("robots_disallowed", "robots.txt disallows it")
        return self.refusal

    @property
    def crawl_delay(self) -> float | None:
        """The pause in seconds that is asked of us."""
        return self._parser.crawl_delay(PRODUCT_TOKEN)

    @property
    def sitemaps(self) -> tuple[str, ...]:
        """The sitemaps that are listed, as they stand."""
        return tuple(self._parser.sitemaps)


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


def read_rules(response: Response) -> Rules:
    """Turn a response into rules, by its status."""
    status = response.status or 0
    if 200 <= status < 300:
        return Rules(decode_robots(response.body))
    if status in (401, 403):
        return Rules(refusal=Refusal("robots_disallowed", f"robots.txt answers {status}"))
    if status == 429 or not 400 <= status < 500:
        until = read_retry_after(response)
        advice = f"; not before {format_time(until)}" if until is not None else ""
        return refuse_unavailable(f"it answers {status}, expected 200 or 404{advice}")
    return Rules()


def refuse_unavailable(reason: str) -> Rules:
    """Refuse everything, because what is allowed cannot be known now."""
    return Rules(refusal=Refusal("robots_unavailable", f"robots.txt cannot be read: {reason}"))


def refuse_closed(pace: Pace, address: str) -> Refusal | None:
    """Refuse an address whose host has named a later time to ask again."""
    host = read_host(address)
    until = pace.find_closing(host)
    if until is None:
        return None
    return Refusal("postponed", f"{host} asked not to be visited before {format_time(until)}")


def decode_robots(body: bytes) -> str:
    """Decode a robots.txt; a line that the limit cut in two would say something else."""
    if len(body) >= MAX_BYTES:
        body = body[: body.rfind(b"\n") + 1]
    return body.decode("utf-8-sig", errors="replace")


def name_own_groups(text: str) -> str:
    """Rewrite the user-agent lines so that only whole product tokens match ours.

    Protego takes ``User-agent: versus`` for a prefix of ours, and ``versusdb/1.0`` for another
    robot; RFC 9309, section 2.2.1, compares whole tokens, without case.
    """

    def rewrite(line: str) -> str:
        match = AGENT_LINE.match(line)
        if match is None:
            return line
        value = match[1].strip()
        if value.split()[:1] == ["*"]:
            return "User-agent: *"
        token = TOKEN.match(value)
        is_ours = token is not None and token[0].lower() == PRODUCT_TOKEN
        return f"User-agent: {PRODUCT_TOKEN if is_ours else 'another-robot'}"

    return "\n".join(rewrite(line) for line in text.splitlines())
