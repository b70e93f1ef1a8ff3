"""Fetch: what one robots.txt says to us (RFC 9309), closed wherever that cannot be known.

The status decides first: 2xx is parsed; 4xx means that there is no robots.txt, except 401 and
403, by which a host turns robots away, and 429, by which it asks for time; 5xx and anything
unforeseen mean that nothing may be fetched until it answers. 401, 403 and 429 are stricter than
the RFC, on purpose.

Lines and groups are read here, and Protego, which reads groups by rules of its own, is given the
one group that speaks to us: it matches paths. What differs from the public conformance suites,
and why, stands in docs/conformance.md.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from urllib.parse import quote

from msgspec import Struct
from protego import Protego

from scraper.pacing import read_retry_after
from scraper.response import Refusal, Response
from scraper.times import format_time

PRODUCT_TOKEN = "versusdb"
MAX_BYTES = 500 * 1024
# Rules expire after a day, so no pause between two requests can be meant to be longer.
MAX_DELAY = 24 * 3600.0
EVERYONE = "*"
END_OF_LINE = re.compile(r"\r\n|\r|\n")
# The misspellings are those that large crawlers forgive. The colon may be forgotten before a
# single word; more of them are prose.
FIELD = re.compile(
    r"\s*(?:(?P<agent>use[rg][ -]?agent)|(?P<disallow>d[ei]s+al+ow|diasllow|disallaw)"
    r"|(?P<allow>allow)|(?P<delay>crawl[ -]?delay)|(?P<sitemap>site-?maps?))"
    r"(?:\s*:|\s+(?=\S+\s*(?:#|$)))",
    re.IGNORECASE,
)
TOKEN = re.compile(r"[A-Za-z_-]*")
DELAY = re.compile(r"(\d{1,15}(?:[.,]\d*)?|[.,]\d+)\s*([a-z]*)", re.IGNORECASE)
UNITS = (
    dict.fromkeys(("", "s", "sec", "secs", "second", "seconds"), 1.0)
    | dict.fromkeys(("m", "min", "mins", "minute", "minutes"), 60.0)
    | dict.fromkeys(("h", "hour", "hours"), 3600.0)
)
# A byte-order mark, or what is left of one.
UTF8_MARK = re.compile(rb"\xef(?:\xbb\xbf?)?")
UTF16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
NOT_ASCII = re.compile(r"[^!-~]+")


class Group(Struct):
    """The rules of all groups that name one product token, and the pause that they ask for."""

    rules: list[str]
    crawl_delay: float | None = None


class Rules:
    """What one robots.txt says, or, with ``refusal``, that nothing may be fetched.

    ``crawl_delay`` is the pause in seconds that is asked of us, a day at most; ``sitemaps`` are
    the sitemaps listed, each once and as they stand.
    """

    def __init__(
        self,
        text: str = "",
        refusal: Refusal | None = None,
        *,
        product_token: str = PRODUCT_TOKEN,
    ) -> None:
        """Parse a robots.txt as the robot of this name."""
        token = product_token.lower()
        groups, self.sitemaps = read_groups(text, token)
        group = groups.get(token) or groups.get(EVERYONE) or Group([])
        self._parser = Protego.parse("\n".join([f"User-agent: {EVERYONE}", *group.rules]))
        self.crawl_delay = group.crawl_delay
        self.refusal = refusal

    def judge(self, address: str) -> Refusal | None:
        """Return why an address may not be fetched, or ``None`` when it may."""
        if self.refusal is None and not self._parser.can_fetch(address, EVERYONE):
            return Refusal("robots_disallowed", "robots.txt disallows it")
        return self.refusal

    @property
    def is_passing(self) -> bool:
        """Whether what is refused now may be allowed a while later."""
        return self.refusal is not None and self.refusal.code != "robots_disallowed"


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
    """Decode a robots.txt; a line that the limit cut in two would say something else.

    It is UTF-8 by the RFC. UTF-16 is read too, marked or not: what bars us in a wrong encoding
    is meant to bar us.
    """
    if body.startswith(UTF16_MARKS):
        text = body.decode("utf-16", errors="replace")
    else:
        mark = UTF8_MARK.match(body)
        text = body[mark.end() if mark else 0 :].decode("utf-8", errors="replace")
    if len(body) >= MAX_BYTES:
        text = text[: max(text.rfind("\n"), text.rfind("\r")) + 1]
    return text.replace("\0", "")


def read_groups(text: str, token: str) -> tuple[dict[str, Group], tuple[str, ...]]:
    """Collect the groups of a product token and of ``*``, and the sitemaps.

    Whole tokens are compared, without case, and groups of one name are one (RFC 9309, section
    2.2.1). Only a rule ends the names of a group: no empty line, no other record (2.2.4).
    """
    groups: dict[str, Group] = {}
    sitemaps: dict[str, None] = {}
    names: set[str] = set()
    is_named = False
    for field, value in read_lines(text):
        if field == "sitemap":
            sitemaps[value] = None
        elif field == "agent":
            names = (names if is_named else set()) | ({name_agent(value)} & {token, EVERYONE})
            groups |= {name: Group([]) for name in names - groups.keys()}
            is_named = True
        else:
            is_named = is_named and field == "delay"
            for name in names:
                add_line(groups[name], field, value)
    return groups, tuple(filter(None, sitemaps))


def read_lines(text: str) -> Iterator[tuple[str, str]]:
    """Iterate over the lines that say something, as field and value."""
    for line in END_OF_LINE.split(text):
        match = FIELD.match(line)
        if match is not None and match.lastgroup is not None:
            yield match.lastgroup, line[match.end() :].partition("#")[0].strip()


def name_agent(value: str) -> str:
    """Return the product token of a user-agent line in lower case, or ``*``."""
    if value.split()[:1] == [EVERYONE]:
        return EVERYONE
    token = TOKEN.match(value)
    return token[0].lower() if token else ""


def add_line(group: Group, field: str, value: str) -> None:
    """Add a rule, or the longer of two pauses; an empty rule says nothing."""
    if field == "delay":
        delay = read_delay(value)
        if delay is not None:
            group.crawl_delay = max(delay, group.crawl_delay or 0.0)
    elif value:
        # Percent-encoded, so that Protego sees no line end where RFC 9309 knows none.
        path = NOT_ASCII.sub(lambda match: quote(match[0], errors="replace"), value)
        group.rules.append(f"{field}: {path}")


def read_delay(value: str) -> float | None:
    """Read a ``Crawl-delay``: seconds, or minutes or hours where the value says so.

    A decimal comma counts as a point, and what is longer than a day as a day. Anything else, a
    negative number or NaN say, is no wish that could be kept: ``None``.
    """
    if value.isdecimal() and len(value) > 15:
        return MAX_DELAY
    match = DELAY.fullmatch(value)
    seconds = UNITS.get(match[2].lower()) if match else None
    if match is None or seconds is None:
        return None
    return min(float(match[1].replace(",", ".")) * seconds, MAX_DELAY)
