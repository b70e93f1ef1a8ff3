"""Invented comparison pages, written as text or as HTML from a few values."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

CRITICS = ("Builder", "Skeptic", "Futurist", "Founder", "Editor")


class Card(Struct, frozen=True, kw_only=True):
    """What a page prints of one tool; ``ships`` says of each critic whether it ships."""

    name: str
    slug: str | None = None
    category: str = "Developer Tools"
    tagline: str = "Does one thing and stops"
    description: str = "It does what the tagline says, and the tagline says little."
    price: str = "Free"
    pricing: str = "Free; $9/mo for a team"
    ships: tuple[bool, ...] = (True, True, True, False)

    @property
    def percentage(self) -> int:
        """The panel's share as the site rounds it."""
        return round(100 * sum(self.ships) / len(self.ships))


def review(card: Card, seat: int) -> str:
    """Return the words of one critic on one tool, different for each."""
    return f"{CRITICS[seat]} on {card.name}: it held for {seat + 3} days, then I read the bill."


def write_text(cards: Sequence[Card], title: str | None = None) -> str:
    """Return the condensed rendering."""
    lines = ["AI tool comparison", title or " vs ".join(card.name for card in cards)]
    lines.append("Which one should you ship with? Here is what the panel thinks.")
    for card in cards:
        lines += [card.category, card.name, card.tagline, f"{card.percentage}%", "Panel ship"]
        lines += ["—", "Community", card.price, "Entry", card.description]
    lines.append("Reviewer scorecard")
    seats = max(len(card.ships) for card in cards)
    lines += [
        f"“{review(card, seat)}”"
        for seat in range(seats)
        for card in cards
        if seat < len(card.ships)
    ]
    return "\n".join([*lines, "Weekly AI Tool Verdicts", "Get the next one in your inbox"])


def write_html(
    cards: Sequence[Card], *, canonical: str | None = None, after: str = "", before: str = ""
) -> str:
    """Return the full rendering as plain HTML."""
    seats = max(len(card.ships) for card in cards)
    link = f'<link rel="canonical" href="{canonical}">' if canonical else ""
    quotes = "".join(
        f"<h3>{CRITICS[seat]}</h3>"
        + "".join(
            f"<p>{60 + 10 * card.ships[seat] + seat}/100 · {'ship' if card.ships[seat] else 'skip'}"
            f"</p><p>{review(card, seat)}</p>"
            for card in cards
            if seat < len(card.ships)
        )
        for seat in range(seats)
    )
    return (
        f"<!doctype html><title>x</title>{link}<body>{before}<p>AI tool comparison</p>"
        f"<h1>{' vs '.join(card.name for card in cards)}</h1>"
        "<p>Which one should you ship with? Read on.</p>"
        f"{''.join(map(_write_card, cards))}{_write_table(cards)}"
        f"<h2>Reviewer scorecard</h2>{quotes}<h2>Weekly AI Tool Verdicts</h2>{after}"
        "</body></html>"
    )


def _write_card(card: Card) -> str:
    name = f'<a href="/tool/{card.slug}">{card.name}</a>' if card.slug else card.name
    badge = "Ship" if card.percentage > 50 else "Mixed" if card.percentage == 50 else "Skip"
    return (
        f"<div><p>{card.category}</p><h2>{name}</h2><p>{card.tagline}</p><p>{badge}</p>"
        f"<div>{card.percentage}%</div><div>Panel ship</div><div>—</div><div>Community</div>"
        f"<div>{card.price}</div><div>Entry</div><p>{card.description}</p></div>"
    )


def _write_table(cards: Sequence[Card]) -> str:
    rows = [("Decision", [card.name for card in cards])]
    verdicts = []
    for card in cards:
        ships = sum(card.ships)
        badge = "Ship" if card.percentage > 50 else "Mixed" if card.percentage == 50 else "Skip"
        verdicts.append(f"{badge} · {ships} ship / {len(card.ships) - ships} skip")
    rows.append(("Panel verdict", verdicts))
    rows.append(("Community", ["No community votes yet" for _ in cards]))
    rows.append(("Pricing", [card.pricing for card in cards]))
    rows.append(("Best for", [card.tagline for card in cards]))
    rows.append(("Category", [card.category for card in cards]))
    return (
        "<table>"
        + "".join(
            f"<tr><th>{label}</th>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>"
            for label, cells in rows
        )
        + "</table>"
    )
