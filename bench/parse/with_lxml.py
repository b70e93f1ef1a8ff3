"""Bench: lxml's own parse, which is the measure of all, and the record with its compiled XPath.

The parse takes the bytes with their encoding told, so that nothing is guessed, and one parser for
all pages: the least that lxml can do to give a whole tree. To let the tree go is part of it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from lxml import etree

from bench.parse.record import CardTexts, SeatTexts, build_record
from parsers.records import Comparison

_PARSER = etree.HTMLParser(encoding="utf-8")


def _compile(path: str) -> Callable[[Any], Any]:
    return etree.XPath(path, smart_strings=False)


def _select(tag: str, style: str, rest: str = "") -> Callable[[Any], Any]:
    name = f"contains(concat(' ', @class, ' '), ' {style} ')"
    return _compile(f"descendant::{tag}[{name}]{rest}")


_CARDS = _select("article", "tool-card")
_LINK = _select("h2", "tool-name", "/a")
_CATEGORY = _select("span", "tool-category", "/text()")
_TAGLINE = _select("p", "tool-tagline", "/text()")
_DESCRIPTION = _select("p", "tool-description", "/text()")
_BADGE = _select("span", "tool-badge", "/text()")
_STATS = _select("div", "stat-value")
_VOTES = _select("td", "cell-verdict")
_PRICING = _select("td", "cell-pricing", "/text()")
_SEATS = _select("div", "review-seat")
_CRITIC = _select("h3", "review-critic", "/text()")
_SCORES = _select("p", "review-score")
_REVIEWS = _select("p", "review-text", "/text()")
_TITLE = _compile("string(descendant::h1)")
_TEXT = _compile("string()")
_CANONICAL = _compile("string(head/link[@rel='canonical']/@href)")


def parse_tree(body: bytes, _source: str = "") -> None:
    """Build lxml's tree of a page, and let it go."""
    etree.fromstring(body, _PARSER)


def read_page(body: bytes, source: str) -> Comparison:
    """Return the record of a bench page."""
    page = etree.fromstring(body, _PARSER)
    votes, pricing = _VOTES(page), _PRICING(page)
    cards = [
        CardTexts(
            link=_LINK(card)[0].get("href"),
            name=_LINK(card)[0].text,
            category=_CATEGORY(card)[0],
            tagline=_TAGLINE(card)[0],
            description=_DESCRIPTION(card)[0],
            badge=_BADGE(card)[0],
            stats=[_TEXT(value) for value in _STATS(card)],
            votes=_TEXT(votes[number]),
            pricing=pricing[number],
        )
        for number, card in enumerate(_CARDS(page))
    ]
    seats = [
        SeatTexts(_CRITIC(seat)[0], [_TEXT(score) for score in _SCORES(seat)], _REVIEWS(seat))
        for seat in _SEATS(page)
    ]
    return build_record(source, _CANONICAL(page), _TITLE(page), cards, seats)
