"""Load: what a snapshot shows, taken apart into what is kept of it.

A card is one side of a page: how it presents a tool, and the critics' words on it. It is known by
a digest of all that it says, so that the same card on hundreds of pages is kept once.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from functools import lru_cache
from operator import attrgetter
from typing import TypeAlias

import msgspec
from msgspec import UNSET, Struct

from db.keys import comparison_key, entry_key, name_key
from parsers.records import Comparison, Issue, Reading, Record, Snapshot, ToolCard, ToolPage

Value: TypeAlias = str | int | None
Names: TypeAlias = tuple[str, str, str, str]

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
_write_json = msgspec.json.Encoder().encode


class Side(Struct, frozen=True, gc=False):
    """A card as a page shows it: ``place`` is the block of its name, ``places`` those of its texts.

    ``values`` are those of FIELDS, ``quotes`` hold the text and those of QUOTE_FIELDS. ``derived``
    is a JSON list; ``told`` is it as well, or an object if the card denies fields, too.
    """

    position: int
    own_key: str
    name_key: str
    slug: str | None
    digest: str
    derived: str
    told: str
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
    clean, site = choose_clean(record), record.site
    places = {evidence.field: evidence.block for evidence in reading.evidence}
    if isinstance(record, ToolPage):
        names = _name_card(site, record.tool)
        sides = [
            _write_side(card, names, (), False, places.get("tool.name"), ()) for card in clean.cards
        ]
        return Sheet(key, snapshot, reading, subject, names[:1], False, tuple(sides))
    named = {card.position: _name_card(site, card) for card in record.tools}
    said: dict[int, list[tuple[Value, ...]]] = {position: [] for position in named}
    spots: dict[int, list[int | None]] = {position: [] for position in named}
    if clean.has_quotes:
        for number, quote in enumerate(record.quotes, start=1):
            said[quote.position].append(_read_said(quote))
            spots[quote.position].append(places.get(f"quotes.{number}.text"))
    sides = [
        _write_side(
            card,
            named[card.position],
            said[card.position],
            clean.has_quotes,
            places.get(f"tools.{card.position}.name"),
            spots[card.position],
        )
        for card in clean.cards
    ]
    own_keys = tuple([own_key for own_key, *_ in named.values()])
    return Sheet(key, snapshot, reading, subject, own_keys, clean.is_whole, tuple(sides))


def _write_side(
    card: ToolCard,
    names: Names,
    said: Sequence[tuple[Value, ...]],
    reads_quotes: bool,
    place: int | None,
    places: Sequence[int | None],
) -> Side:
    own_key, bare_key, derived, told = names
    values, quotes = _read_fields(card), tuple(said)
    return Side(
        position=card.position,
        own_key=own_key,
        name_key=bare_key,
        slug=card.slug,
        digest=digest_card(own_key, bare_key, told, values, reads_quotes, quotes),
        derived=derived,
        told=told,
        values=values,
        reads_quotes=reads_quotes,
        quotes=quotes,
        place=place,
        places=_write_json(places).decode(),
    )


def digest_card(*said: object) -> str:
    """Return what a card is known by: the digest of the keys and of all else that a side has."""
    return hashlib.sha256(_encode(said)).hexdigest()[:_DIGEST_DIGITS]


# A tool's card recurs word for word on every page that it stands on.
@lru_cache(maxsize=4096)
def _name_card(site: str, card: ToolCard) -> Names:
    """Return the entry that a card names, the one without a slug, what is derived, and ``told``."""
    derived = [f for f in FIELDS if f in card.derived and getattr(card, f) is not None]
    bare_key = name_key(site, card.name, card.tagline)
    told = _write_told(derived, () if card.denied is UNSET else card.denied)
    return entry_key(site, card), bare_key, json.dumps(derived), told


def _write_told(derived: Sequence[str], denied: Sequence[str]) -> str:
    return json.dumps({"derived": derived, "denied": denied} if denied else derived)


def read_told(told: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return which fields a card derives, and which it denies, as ``Side.told`` has them."""
    stated = json.loads(told)
    if isinstance(stated, dict):
        return tuple(stated["derived"]), tuple(stated["denied"])
    return tuple(stated), ()
