"""Bench: the record with BeautifulSoup, on lxml's tree and on that of ``html.parser``."""

from __future__ import annotations

from bs4 import BeautifulSoup, Tag

from bench.parse.record import CardTexts, SeatTexts, build_record
from parsers.records import Comparison


def read_page(body: bytes, source: str) -> Comparison:
    """Return the record of a bench page, with the tree that lxml builds."""
    return _read(BeautifulSoup(body, "lxml", from_encoding="utf-8"), source)


def read_page_in_python(body: bytes, source: str) -> Comparison:
    """Return the record of a bench page, with nothing but the standard library below."""
    return _read(BeautifulSoup(body, "html.parser", from_encoding="utf-8"), source)


def _read(page: BeautifulSoup, source: str) -> Comparison:
    votes = page.find_all("td", class_="cell-verdict")
    pricing = page.find_all("td", class_="cell-pricing")
    cards = [
        CardTexts(
            link=str(_find(card, "h2", "tool-name").find_all("a")[0]["href"]),
            name=_find(card, "h2", "tool-name").get_text(),
            category=_find(card, "span", "tool-category").get_text(),
            tagline=_find(card, "p", "tool-tagline").get_text(),
            description=_find(card, "p", "tool-description").get_text(),
            badge=_find(card, "span", "tool-badge").get_text(),
            stats=[value.get_text() for value in card.find_all("div", class_="stat-value")],
            votes=votes[number].get_text(),
            pricing=pricing[number].get_text(),
        )
        for number, card in enumerate(page.find_all("article", class_="tool-card"))
    ]
    seats = [
        SeatTexts(
            _find(seat, "h3", "review-critic").get_text(),
            [score.get_text() for score in seat.find_all("p", class_="review-score")],
            [review.get_text() for review in seat.find_all("p", class_="review-text")],
        )
        for seat in page.find_all("div", class_="review-seat")
    ]
    url = str(page.find_all("link", rel="canonical")[0]["href"])
    return build_record(source, url, _find(page, "h1", "page-title").get_text(), cards, seats)


def _find(tag: Tag, name: str, style: str) -> Tag:
    found = tag.find(name, class_=style)
    if not isinstance(found, Tag):
        raise ValueError(f"no <{name}> of class {style}")
    return found
