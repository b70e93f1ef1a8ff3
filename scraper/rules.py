"""Fetch: what a robots.txt says (RFC 9309), closed wherever that cannot be known.

The status decides first: 2xx is parsed; 4xx means that there is no robots.txt, except 401 and
403, by which a host turns robots away, and 429, by which it asks for time; 5xx, a failed
connection and anything unforeseen mean that nothing may be fetched until it answers. 401, 403
and 429 are stricter than the RFC, on purpose.
"""

from __future__ import annotations

import re

from protego import Protego

from scraper.pacing import read_retry_after
from scraper.response import Refusal, Response
from scraper.times import format_time

PRODUCT_TOKEN = "versusdb"
MAX_BYTES = 500 * 1024
AGENT_LINE = re.compile(r"\s*user[ -]?agent\s*[:\s]\s*([^#]*)", re.IGNORECASE)
TOKEN = re.compile(r"[A-Za-z_-]*")


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
    def is_passing(self) -> bool:
        """Whether what is refused may be allowed a while later."""
        return self.refusal is not None and self.refusal.code != "robots_disallowed"

    @property
    def crawl_delay(self) -> float | None:
        """The pause in seconds that is asked of us."""
        return self._parser.crawl_delay(PRODUCT_TOKEN)

    @property
    def sitemaps(self) -> tuple[str, ...]:
        """The sitemaps that are listed, as they stand."""
        return tuple(self._parser.sitemaps)


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
