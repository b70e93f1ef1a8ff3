"""What a record says against itself, told from the contract alone.

Written from the meaning of the fields and from nothing of the readers' code, so that it can
judge them: a record without an issue must give nothing here.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from urllib.parse import unquote, urlsplit

from msgspec import UNSET

from parsers.records import Comparison, Quote, Record, ToolCard, ToolPage, Unknown

VERSUS = (" vs ", " vs. ")
# A rendering carries these for every tool, or for none.
SHARED = ("category", "tagline", "description", "panel_ship_pct", "entry_price", "pricing")
TEXTS = ("name", "slug", *SHARED[:3], *SHARED[4:], "homepage_url", "reviewed_on")
RULED = {"verdict", "panel_ship_pct", "ship_votes", "skip_votes"}
MARKS = ("“”", '""', "«»")


def contradictions(record: Record) -> list[str]:
    """Return in what a record contradicts itself, whatever issues it bears."""
    if isinstance(record, Unknown):
        return [] if record.issues else ["an unknown page without an issue"]
    if isinstance(record, ToolPage):
        return [*_judge_own_page(record), *_judge_tool(record.tool, ())]
    found = [*_judge_page(record), *_judge_seats(record.quotes), *_judge_holes(record)]
    for tool in record.tools:
        own = [quote for quote in record.quotes if quote.position == tool.position]
        found += [f"tools.{tool.position}: {text}" for text in _judge_tool(tool, own)]
    for number, quote in enumerate(record.quotes, start=1):
        found += [f"quotes.{number}: {text}" for text in _judge_quote(quote)]
    return found


def _judge_page(record: Comparison) -> Iterator[str]:
    names = [tool.name for tool in record.tools]
    if len(names) < 2:
        yield "fewer than two tools"
    if [tool.position for tool in record.tools] != list(range(1, len(names) + 1)):
        yield "the tools' positions do not count from 1"
    stated = {_fold(versus.join(names)) for versus in VERSUS}
    if _fold(record.title) not in stated:
        yield f"the title {record.title!r} does not name {names}"
    keys = [tool.slug or (tool.name, tool.tagline) for tool in record.tools]
    if len(set(keys)) < len(keys):
        yield "one entry stands beside itself"
    if record.derived not in ((), ("site",)):
        yield f"the page derives {record.derived}"
    if record.url is not None and "site" not in record.derived:
        parts = urlsplit(record.url)
        if parts.hostname not in (record.site, f"www.{record.site}"):
            yield f"the address {record.url} is not of {record.site}"
        slugs = [tool.slug for tool in record.tools if tool.slug is not None]
        if parts.path.startswith("/compare/") and len(slugs) == len(names):
            told = unquote(parts.path.removeprefix("/compare/")).strip("/")
            if told != "-vs-".join(slugs):
                yield f"the address {record.url} does not hold the slugs {slugs}"


def _fold(title: str) -> str:
    """Return a title as names are compared: case and a colon after a name make no other name."""
    return re.sub(r":(?= vs|$)", "", title.casefold())


def _judge_own_page(record: ToolPage) -> Iterator[str]:
    if record.derived not in ((), ("site",)):
        yield f"the page derives {record.derived}"
    if record.url is not None and record.tool.slug is not None:
        path = unquote(urlsplit(record.url).path)
        if path.startswith("/tool/") and path.removeprefix("/tool/").strip("/") != record.tool.slug:
            yield f"the address {record.url} does not hold the slug {record.tool.slug}"


def _judge_tool(tool: ToolCard, own: Sequence[Quote]) -> Iterator[str]:
    yield from _judge_card(tool)
    yield from _judge_community(tool)
    yield from _judge_votes(tool, own)
    yield from _judge_derived(tool)


def _judge_seats(quotes: Sequence[Quote]) -> Iterator[str]:
    places = [(quote.seat, quote.position) for quote in quotes]
    if places != sorted(places):
        yield "the quotes do not stand seat by seat"
    if len(set(places)) < len(places):
        yield "two quotes on one tool share a seat"
    seats = {quote.seat for quote in quotes}
    if seats != set(range(1, len(seats) + 1)):
        yield f"the seats {sorted(seats)} do not count from 1"
    for seat in sorted(seats):
        names = {quote.reviewer for quote in quotes if quote.seat == seat} - {None}
        if len(names) > 1:
            yield f"seat {seat} holds {sorted(map(str, names))}"
    named = {(quote.reviewer, quote.seat) for quote in quotes if quote.reviewer}
    for name, count in Counter(name for name, _ in named).items():
        if count > 1:
            yield f"{name!r} has {count} seats"
    said = Counter((quote.position, quote.text, quote.reviewer) for quote in quotes)
    for (position, text, critic), count in said.items():
        if count > 1:
            yield f"{count} quotes of {critic} on tool {position} say {text[:40]!r}"


def _judge_holes(record: Comparison) -> Iterator[str]:
    for field in SHARED:
        held = [getattr(tool, field) is not None for tool in record.tools]
        if any(held) and not all(held):
            yield f"{field} stands on one card and is missing on another"
    for field in ("reviewer", "score", "verdict"):
        held = [getattr(quote, field) is not None for quote in record.quotes]
        if any(held) and not all(held):
            yield f"some quotes have a {field} and some have none"
    spoken = {quote.position for quote in record.quotes}
    if not spoken <= {tool.position for tool in record.tools}:
        yield "a quote speaks of no tool of the page"
    elif spoken and len(spoken) < len(record.tools):
        yield "the critics speak of one tool and not of another"


def _judge_card(tool: ToolCard) -> Iterator[str]:
    for field in TEXTS:
        value = getattr(tool, field)
        if value is not None and (reason := _judge_text(value)):
            yield f"{field} {reason}: {value[:60]!r}"
    share = tool.panel_ship_pct
    if share is not None:
        if not 0 <= share <= 100:
            yield f"the panel's share is {share}"
        badge = "ship" if share > 50 else "mixed" if share == 50 else "skip"
        if tool.verdict != badge:
            yield f"the badge is {tool.verdict} at {share}%"


def _judge_community(tool: ToolCard) -> Iterator[str]:
    denied = () if tool.denied is UNSET else tool.denied
    if tool.denied is not UNSET and not denied:
        yield "nothing is denied, and that is told"
    if not set(denied) <= {"community_ship_pct", "community_votes"}:
        yield f"denied is {denied}"
    for field in denied:
        if getattr(tool, field) is not None:
            yield f"{field} is denied and has a value"
    share, votes = tool.community_ship_pct, tool.community_votes
    if votes is not None and votes < 1:
        yield f"the community's votes are {votes}"
    if share is not None and not 0 <= share <= 100:
        yield f"the community's share is {share}"
    if share is not None and votes and not _can_be(share, votes):
        yield f"no number of {votes} votes is {share}%"


def _judge_votes(tool: ToolCard, own: Sequence[Quote]) -> Iterator[str]:
    ships, skips, share = tool.ship_votes, tool.skip_votes, tool.panel_ship_pct
    said = [quote.verdict for quote in own]
    told = all(said) and bool(said)
    if ships is None or skips is None:
        if ships is not skips:
            yield "one of the two votes is missing"
        elif told:
            yield "every critic has a verdict, and the votes are missing"
        elif own and share is not None and not _can_be(share, len(own)):
            yield f"no number of {len(own)} critics is {share}%"
        return
    panel = ships + skips
    if min(ships, skips) < 0 or panel == 0:
        yield f"the votes are {ships} and {skips}"
    elif share is not None and not _rounds_to(ships, panel, share):
        yield f"{ships} of {panel} is not {share}%"
    if own and len(own) != panel:
        yield f"{panel} votes, and {len(own)} quotes"
    if said.count("ship") > ships or said.count("skip") > skips:
        yield f"{ships} ship and {skips} skip, and the critics say {said}"


def _judge_derived(tool: ToolCard) -> Iterator[str]:
    if len(set(tool.derived)) < len(tool.derived) or not set(tool.derived) <= RULED:
        yield f"derived is {tool.derived}"
    for field in tool.derived:
        if getattr(tool, field, None) is None:
            yield f"{field} is derived and missing"
    if ("ship_votes" in tool.derived) != ("skip_votes" in tool.derived):
        yield "one of the two votes is derived"
    if "verdict" in tool.derived and tool.panel_ship_pct is None:
        yield "the badge is derived from nothing"
    if {"panel_ship_pct", "ship_votes"} <= set(tool.derived):
        yield "the share and the votes are derived from each other"


def _judge_quote(quote: Quote) -> Iterator[str]:
    if reason := _judge_text(quote.text):
        yield f"its text {reason}: {quote.text[:60]!r}"
    if quote.reviewer is not None and (reason := _judge_text(quote.reviewer)):
        yield f"its critic's name {reason}: {quote.reviewer[:60]!r}"
    if quote.score is not None and not 0 <= quote.score <= 100:
        yield f"its score is {quote.score}"
    if quote.verdict == "mixed":
        yield "a critic says ship or skip"
    if any(_is_around(pair, quote.text) for pair in MARKS):
        yield "its text stands in quotation marks"


def _is_around(pair: str, text: str) -> bool:
    """Tell whether a text is one quotation; it may begin with one and end with another."""
    is_marked = len(text) > 1 and text.startswith(pair[0]) and text.endswith(pair[1])
    return is_marked and not set(pair) & set(text[1:-1])


def _judge_text(text: str) -> str:
    """Return why a text is not what a person reads, or nothing."""
    if not text.strip():
        return "is empty"
    if text != " ".join(text.split()):
        return "holds white space that nobody sees"
    if "\ufffd" in text:
        return "was not decoded"
    return "holds controls" if any(unicodedata.category(char) == "Cc" for char in text) else ""


def _rounds_to(part: int, whole: int, share: int) -> bool:
    return abs(100 * part - share * whole) * 2 <= whole


def _can_be(share: int, whole: int) -> bool:
    return any(
        _rounds_to(part, whole, share) for part in (share * whole // 100, share * whole // 100 + 1)
    )
