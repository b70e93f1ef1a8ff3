"""Bench: the record of a page, from the texts that a peer's selectors found on it.

All peers share this step, so that they differ in what their library does only.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct, convert

from bench.content import SITE
from parsers.records import Comparison, Quote, ToolCard

_VOTES = re.compile(r"(\d+) ship / (\d+) skip")
_SCORE = re.compile(r"(\d+)/100 · (ship|skip)")


class CardTexts(Struct, frozen=True, kw_only=True):
    """What stands on a card, and in its column of the table; ``stats`` are its three values."""

    link: str
    name: str
    category: str
    tagline: str
    description: str
    badge: str
    stats: Sequence[str]
    votes: str
    pricing: str


class SeatTexts(Struct, frozen=True):
    """What stands in a row of the scorecard: the critic, and by tool the score and the review."""

    critic: str
    scores: Sequence[str]
    reviews: Sequence[str]


def build_record(
    source: str, url: str, title: str, cards: Sequence[CardTexts], seats: Sequence[SeatTexts]
) -> Comparison:
    """Return the record; a text that does not fit raises ``ValueError``."""
    return Comparison(
        source=source,
        url=url,
        site=SITE.removeprefix("https://"),
        title=title,
        tools=tuple(_build_card(position, texts) for position, texts in enumerate(cards, start=1)),
        quotes=tuple(
            _build_quote(position, seat, texts)
            for seat, texts in enumerate(seats, start=1)
            for position in range(1, len(texts.scores) + 1)
        ),
    )


def _build_card(position: int, texts: CardTexts) -> ToolCard:
    panel, community, entry = texts.stats
    votes = _VOTES.search(texts.votes)
    if votes is None or community != "—":
        raise ValueError(f"no votes in {texts.votes!r}, or some in {community!r}")
    fields = {
        "position": position,
        "slug": texts.link.removeprefix("/tool/"),
        "name": texts.name,
        "category": texts.category,
        "tagline": texts.tagline,
        "description": texts.description,
        "verdict": texts.badge.lower(),
        "panel_ship_pct": int(panel.rstrip("%")),
        "ship_votes": int(votes[1]),
        "skip_votes": int(votes[2]),
        "entry_price": entry,
        "pricing": texts.pricing,
        "denied": ("community_ship_pct", "community_votes"),  # its table says so on every page
    }
    return convert(fields, ToolCard)


def _build_quote(position: int, seat: int, texts: SeatTexts) -> Quote:
    score = _SCORE.fullmatch(texts.scores[position - 1])
    if score is None:
        raise ValueError(f"no score in {texts.scores[position - 1]!r}")
    fields = {
        "position": position,
        "seat": seat,
        "reviewer": texts.critic,
        "score": int(score[1]),
        "verdict": score[2],
        "text": texts.reviews[position - 1],
    }
    return convert(fields, Quote)
