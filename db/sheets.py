"""Load: what a snapshot shows, taken apart into what is kept of it.

A card is one side of a page: how it presents a tool, and the critics' words on it. It is known by
a digest of all that it says, so that the same card on hundreds of pages is kept once.
"""

from __future__ import annotations

import hashlib
import json
from functools import lru_cache
from operator import attrgetter
from typing import TypeAlias

import msgspec
from msgspec import Struct

from db.keys import comparison_key, entry_key, name_key
from parsers.records import Comparison, Issue, Quote, Reading, Record, Snapshot, ToolCard, ToolPage

Value: TypeAlias = str | int | None

FIELDS = (
    "name", "category", "tagline", "description", "verdict", "panel_ship_pct", "ship_votes",
    "skip_votes", "community_ship_pct", "community_votes", "entry_price", "pricing",
    "homepage_url", "reviewed_on",
)  # fmt: skip
QUOTE_FIELDS = ("reviewer", "seat", "score", "verdict")
_DIGEST_DIGITS = 32

_read_fields = attrgetter(*FIELDS)
_read_said = attrgetter("text", *QUOTE_FIELDS)
_encode = msgspec.msgpack.Encoder().encode


class Side(Struct, frozen=True, gc=False):
    """A card as a page shows it: ``place`` is the block of its name, ``places`` those of its texts.

    ``values`` are those of FIELDS, ``quotes`` hold the text and those of QUOTE_FIELDS.
    """

    position: int
    own_key: str
    name_key: str
    slug: str | None
    digest: str
    derived: str
    values: tuple[Value, ...]
    reads_quotes: bool
    quotes: tuple[tuple[Value, ...], ...]
    place: int | None
    places: str


class Sheet(Struct, frozen=True):
    """What one snapshot shows: its cards as far as they are clean, and what page it is of.

    ``own_keys`` are the entries that the cards of a comparison name by themselves, clean or not.
    """

    key: str
    snapshot: Snapshot
    reading: Reading
    subject: str
    own_keys: tuple[str, ...]
    is_whole: bool
    sides: tuple[Side, ...]

    @property
    def kind(self) -> str:
        """The kind of page: ``comparison``, ``tool`` or ``unknown``."""
        return str(self.reading.record.__struct_config__.tag)

    @property
    def title(self) -> str | None:
        """The title of a comparison."""
        record = self.reading.record
        return record.title if isinstance(record, Comparison) else None

    def name_page(self, entry_keys: tuple[str, ...]) -> str:
        """Return the key of the page, its cards being of these entries."""
        record = self.reading.record
        if isinstance(record, Comparison):
            return comparison_key(record.site, entry_keys)
        return entry_keys[0] if isinstance(record, ToolPage) else self.subject


class Clean(Struct, frozen=True):
    """The parts of a record that no issue speaks of, and so may be loaded."""

    cards: tuple[ToolCard, ...]
    is_whole: bool
    has_quotes: bool


def choose_clean(record: Record) -> Clean:
    """Return what of a record may be loaded: an issue on a part keeps that part out."""
    if not isinstance(record, Comparison | ToolPage):
        return Clean((), False, False)
    cards = record.tools if isinstance(record, Comparison) else (record.tool,)
    has_quotes = isinstance(record, Comparison) and bool(record.quotes)
    if not record.issues:
        return Clean(cards, True, has_quotes)
    spoiled = {_part_of(issue) for issue in record.issues}
    if "" in spoiled:
        return Clean((), False, False)
    clean = tuple(card for card in cards if f"tools.{card.position}" not in spoiled)
    return Clean(clean, len(clean) == len(cards), has_quotes and "quotes" not in spoiled)


def _part_of(issue: Issue) -> str:
    """Return the part of the record an issue keeps out: a card, the quotes, or all of it.

    An issue of the page around them (``page.…``) keeps nothing out: what it speaks of was not
    read at all.
    """
    parts = issue.field.split(".")
    if parts[0] == "tools" and len(parts) > 1:
        return f"tools.{parts[1]}"
    return parts[0] if parts[0] in ("quotes", "page") else ""


def read_sheet(key: str, snapshot: Snapshot, reading: Reading) -> Sheet:
    """Take apart what a snapshot shows; ``key`` is the snapshot's."""
    record = reading.record
    subject = record.url or snapshot.address or snapshot.sha256
    if not isinstance(record, Comparison | ToolPage):
        return Sheet(key, snapshot, reading, subject, (), False, ())
    clean = choose_clean(record)
    places = {evidence.field: evidence.block for evidence in reading.evidence}
    if isinstance(record, ToolPage):
        own_keys: tuple[str, ...] = (_name_card(record.site, record.tool)[0],)
        sides = [_read_side(record.site, card, (), clean, places, "tool") for card in clean.cards]
        return Sheet(key, snapshot, reading, subject, own_keys, False, tuple(sides))
    own_keys = tuple(_name_card(record.site, card)[0] for card in record.tools)
    said: dict[int, list[tuple[int, Quote]]] = {card.position: [] for card in record.tools}
    if clean.has_quotes:
        for number, quote in enumerate(record.quotes, start=1):
            said[quote.position].append((number, quote))
    sides = [
        _read_side(record.site, card, said[card.position], clean, places, f"tools.{card.position}")
        for card in clean.cards
    ]
    return Sheet(key, snapshot, reading, subject, own_keys, clean.is_whole, tuple(sides))


def _read_side(
    site: str,
    card: ToolCard,
    said: list[tuple[int, Quote]] | tuple[()],
    clean: Clean,
    places: dict[str, int | None],
    field: str,
) -> Side:
    own_key, bare_key, derived = _name_card(site, card)
    values = _read_fields(card)
    quotes = tuple([_read_said(quote) for _, quote in said])
    digest = hashlib.sha256(_encode((own_key, bare_key, derived, values, clean.has_quotes, quotes)))
    return Side(
        position=card.position,
        own_key=own_key,
        name_key=bare_key,
        slug=card.slug,
        digest=digest.hexdigest()[:_DIGEST_DIGITS],
        derived=derived,
        values=values,
        reads_quotes=clean.has_quotes,
        quotes=quotes,
        place=places.get(f"{field}.name"),
        places=str([places.get(f"quotes.{number}.text") for number, _ in said]).replace(
            "None", "null"
        ),
    )


# A tool's card recurs word for word on every page that it stands on.
@lru_cache(maxsize=4096)
def _name_card(site: str, card: ToolCard) -> tuple[str, str, str]:
    """Return the entry that a card names, the one without a slug, and what is derived, as JSON."""
    derived = [
        field for field in FIELDS if field in card.derived and getattr(card, field) is not None
    ]
    bare_key = name_key(site, card.name, card.tagline)
    return entry_key(site, card), bare_key, json.dumps(derived)
