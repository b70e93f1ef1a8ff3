"""Bench: the record with parsel, Scrapy's selectors, as its documentation writes them."""

from __future__ import annotations

from parsel import Selector

from bench.parse.record import CardTexts, SeatTexts, build_record
from parsers.records import Comparison


def read_page(body: bytes, source: str) -> Comparison:
    """Return the record of a bench page."""
    return read_selector(Selector(body=body, encoding="utf-8"), source)


def read_selector(page: Selector, source: str) -> Comparison:
    """Return the record of a bench page that is parsed already, as in Scrapy's responses."""
    votes = page.css("td.cell-verdict")
    pricing = page.css("td.cell-pricing::text").getall()
    cards = [
        CardTexts(
            link=card.css("h2.tool-name a::attr(href)").get(),
            name=card.css("h2.tool-name a::text").get(),
            category=card.css("span.tool-category::text").get(),
            tagline=card.css("p.tool-tagline::text").get(),
            description=card.css("p.tool-description::text").get(),
            badge=card.css("span.tool-badge::text").get(),
            stats=[value.xpath("string()").get() for value in card.css("div.stat-value")],
            votes=votes[number].xpath("string()").get(),
            pricing=pricing[number],
        )
        for number, card in enumerate(page.css("article.tool-card"))
    ]
    seats = [
        SeatTexts(
            seat.css("h3.review-critic::text").get(),
            [score.xpath("string()").get() for score in seat.css("p.review-score")],
            seat.css("p.review-text::text").getall(),
        )
        for seat in page.css("div.review-seat")
    ]
    url = page.css("link[rel=canonical]::attr(href)").get()
    return build_record(source, url, page.css("h1").xpath("string()").get(), cards, seats)
