"""Command: how a pair of entries looks to a person who is to decide on it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from db.resolving.queue import Card
from db.resolving.tokens import find_stem, split_words
from db.resolving.traits import STOP
from scraper.showing import show_text
from versusdb.entries import describe_entry
from versusdb.reports import plural

if TYPE_CHECKING:
    from rich.table import Table
    from rich.text import Text

# Of these the words that only one side has are marked, of the others those that both have.
NAMED = ("name", "slug", "category", "pricing", "homepage")
FIELDS = (*NAMED[:2], "site", "category", "tagline", "description", "verdict", *NAMED[3:])
LEGEND = "underlined: only this one has it; bold: both say it"


class View(Struct, frozen=True):
    """A pair as it is shown; ``together`` are the entries of the tool that it would be."""

    a: Card
    b: Card
    head: str
    reason: str
    speaks_for: Sequence[str]
    speaks_against: Sequence[str]
    together: Sequence[Card]


def draw_cards(view: View) -> Table:
    """Draw both cards side by side."""
    from rich.table import Table

    table = Table(box=None, padding=(0, 1, 0, 0), pad_edge=False, show_header=False, expand=True)
    table.add_column(style="dim", no_wrap=True)
    table.add_column(ratio=1, overflow="fold")
    table.add_column(no_wrap=True, justify="center")
    table.add_column(ratio=1, overflow="fold")
    for field in FIELDS:
        ours, theirs = _read(view.a, field), _read(view.b, field)
        if (field == "site" and ours == theirs) or (not ours and not theirs):
            continue
        sign = "=" if ours == theirs else "≠" if ours and theirs else " "
        table.add_row(field, _mark(field, ours, theirs), sign, _mark(field, theirs, ours))
    return table


def _read(card: Card, field: str) -> str:
    if field == "verdict":
        share = "" if card.panel_ship_pct is None else f" {card.panel_ship_pct} %"
        return f"{card.verdict or ''}{share}".strip()
    value = card.homepage_url if field == "homepage" else getattr(card, field)
    return show_text(" ".join((value or "").split()))


def _mark(field: str, text: str, other: str) -> Text:
    """Return a text with its words marked that the other side has, or has not."""
    from rich.text import Text

    marked, theirs = Text(), {find_stem(word) for word in split_words(other)}
    for number, word in enumerate(text.split(" ") if text else ["–"]):
        if number:
            marked.append(" ")
        marked.append(word, style=_choose_style(field, word, theirs))
    return marked


def _choose_style(field: str, word: str, theirs: Collection[str]) -> str:
    stems = [find_stem(part) for part in split_words(word)]
    if not theirs or not stems:
        return ""
    is_shared = all(stem in theirs for stem in stems)
    if field in NAMED:
        return "" if is_shared else "underline"
    return "bold" if is_shared and not set(stems) <= STOP and field != "verdict" else ""


def describe_evidence(view: View) -> Iterator[str]:
    """Yield why it is asked, and what speaks for and against one tool."""
    if view.reason:
        yield f"Asked, for {view.reason}"
    for line in view.speaks_for:
        yield f"+ {line}"
    for line in view.speaks_against:
        yield f"- {line}"


def describe_names(view: View) -> str:
    """Return the two of a pair in one line."""
    return f"A {describe_entry(view.a)} – B {describe_entry(view.b)}"


def describe_together(view: View) -> Iterator[str]:
    """Yield the tool that would result, an entry a line; the two of the pair are A and B."""
    others = list_others(view)
    if not others:
        return
    yield f"As one tool, {plural(len(view.together), 'entry')}:"
    numbers = {card.row_id: str(number) for number, card in enumerate(others, start=1)}
    for card in view.together:
        sign = {view.a.row_id: "A", view.b.row_id: "B"}.get(card.row_id)
        where = card.slug or card.tagline or card.entry_id
        yield f"  {sign or numbers[card.row_id]} {card.name} ({where}) {_read(card, 'verdict')}"


def list_others(view: View) -> list[Card]:
    """Return the entries of the resulting tool but for the two of the pair."""
    pair = (view.a.row_id, view.b.row_id)
    return [card for card in view.together if card.row_id not in pair]
