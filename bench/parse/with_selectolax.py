"""Bench: the record with selectolax, on the tree that lexbor builds in C."""

from __future__ import annotations

from selectolax.lexbor import LexborHTMLParser

from bench.parse.record import CardTexts, SeatTexts, build_record
from parsers.records import Comparison


def read_page(body: bytes, source: str) -> Comparison:
    """Return the record of a bench page."""
    page = LexborHTMLParser(body)
    votes = page.css("td.cell-verdict")
    pricing = page.css("td.cell-pricing")
    cards = [
        CardTexts(
            link=card.css_first("h2.tool-name a").attributes["href"],
            name=card.css_first("h2.tool-name").text(),
            category=card.css_first("span.tool-category").text(),
            tagline=card.css_first("p.tool-tagline").text(),
            description=card.css_first("p.tool-description").text(),
            badge=card.css_first("span.tool-badge").text(),
            stats=[value.text() for value in card.css("div.stat-value")],
            votes=votes[number].text(),
            pricing=pricing[number].text(),
        )
        for number, card in enumerate(page.css("article.tool-card"))
    ]
    seats = [
        SeatTexts(
            seat.css_first("h3.review-critic").text(),
            [score.text() for score in seat.css("p.review-score")],
            [review.text() for review in seat.css("p.review-text")],
        )
        for seat in page.css("div.review-seat")
    ]
    url = page.css_first("link[rel=canonical]").attributes["href"]
    return build_record(source, url, page.css_first("h1").text(), cards, seats)
