"""A database of extremes: a tool of twelve entries, one of five hundred comparisons, bare ones."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec.structs import replace

from db.resolving.deciding import Author, decide
from db.resolving.resolver import resolve_entries
from db.sites import state_terms
from parsers.records import Comparison, ToolCard
from tests.publishing import TERMS, load_day, write_comparison
from versusdb.files import DATABASE, open_for_writing

ENTRIES = 12
COMPARISONS = 500
LONG = "Supercalifragilistic" * 5
SCORES = (88, 71, 93, 80)


def fill_crowd(path: Path) -> dict[str, str]:
    """Fill a database, and return the ids of its entries by their slugs."""
    database = open_for_writing(path, DATABASE)
    state_terms(database, [TERMS])
    for day, records in ((1, list(write_first())), (9, list(write_later()))):
        load_day(database, records, day)
    resolve_entries(database)
    rows = dict(database.conn.execute("SELECT slug, entry_id FROM entries"))
    author = Author("ida", "2026-05-09T07:00:00Z", "One maker, one product")
    for number in range(1, ENTRIES):
        decide(database, "same", rows["anvil"], rows[f"anvil-{number}"], author)
    ids: dict[str, str] = dict(database.conn.execute("SELECT slug, entry_id FROM v1_entries"))
    database.close()
    return ids


def write_first() -> Iterator[Comparison]:
    """Write the first day's pages."""
    anvils = [
        card("Anvil", f"anvil-{number}" if number else "anvil", tagline=f"Shapes, take {number}")
        for number in range(ENTRIES)
    ]
    for one, other in zip(anvils[::2], anvils[1::2], strict=True):
        yield put(one, other, [SCORES, SCORES])
    hub = card("Hub", "hub", tagline="Knows everybody", panel_ship_pct=50)
    for number in range(COMPARISONS):
        yield put(hub, card(f"Spoke {number}", f"spoke-{number}"), [])
    nameless = put(card("Bare", "bare"), card(LONG, "long", tagline=LONG), [SCORES, SCORES])
    yield replace(nameless, quotes=tuple(replace(q, reviewer=None) for q in nameless.quotes))
    yield put(card("Lathe", "lathe"), card("Mill", "mill"), [SCORES, SCORES[:2]])


def write_later() -> Iterator[Comparison]:
    """Write a later day's page: a critic has other words now, and the first score is lower."""
    page = put(card("Lathe", "lathe", panel_ship_pct=75), card("Mill", "mill"), [SCORES, SCORES])
    first, second, *rest = page.quotes
    yield replace(
        page, quotes=(replace(first, score=41, verdict="skip"), replace(second, text="No."), *rest)
    )


def card(name: str, slug: str, **values: str | int) -> ToolCard:
    """Write a card; what is not named is not stated."""
    return replace(ToolCard(position=1, name=name, slug=slug, category="Forges"), **values)


def put(one: ToolCard, other: ToolCard, scored: Sequence[tuple[int, ...]]) -> Comparison:
    """Write the page of two cards, with quotes where there are scores."""
    return write_comparison([one, replace(other, position=2)], scored or [(), ()])
