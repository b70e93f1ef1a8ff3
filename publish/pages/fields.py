"""Publish: the fields of an entry's card as people read them, each with the way to its evidence."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from publish.arranging import title_column
from publish.linking import write_part

Row = Mapping[str, Any]

FIELDS = (
    "verdict", "panel_ship_pct", "ship_votes", "skip_votes", "community_ship_pct",
    "community_votes", "category", "entry_price", "pricing", "tagline", "description",
    "homepage_url", "reviewed_on",
)  # fmt: skip
# A comparison rarely states these.
OF_TOOL_PAGES = frozenset({"homepage_url", "reviewed_on"})
# A page may say of these that there are none yet: whether it did, no view tells.
OF_COMMUNITY = frozenset({"community_ship_pct", "community_votes"})
TITLES: Mapping[str, str] = {"homepage_url": "Homepage", "text": "Words"}


@dataclass(frozen=True, slots=True)
class Field:
    """A field that an entry states; ``evidence`` is the path to where it was read, or empty."""

    name: str
    title: str
    value: object
    is_derived: bool
    evidence: str


@dataclass(frozen=True, slots=True)
class Card:
    """An entry with the fields that were observed, and the titles of those that were not.

    ``unstated`` are those of which it may have been observed that there are none; ``same`` are
    fields that another card says already, which are not among ``fields``.
    """

    entry: Row
    fields: Sequence[Field]
    absent: Sequence[str]
    unstated: Sequence[str]
    same: Sequence[Field] = ()


def name_entry(entry: Row) -> str:
    """Return what tells an entry from others of its tool: its slug, else its name."""
    return str(entry["slug"] or entry["entry"])


def title_field(name: str) -> str:
    """Return the name of a field as people say it."""
    return TITLES.get(name) or title_column(name)


def title_path(path: str) -> str:
    """Return where a field stands as people say it: ``tools.2.slug`` is Tools 2: slug."""
    part, _, name = path.rpartition(".")
    title = title_field(name)
    if not part:
        return title
    # An abbreviation keeps its capitals.
    ends = title if title[:2].isupper() else title[:1].lower() + title[1:]
    return f"{title_column(part.replace('.', '_'))}: {ends}"


def list_derived(text: object) -> frozenset[str]:
    """Read a JSON list of the fields that a rule computed."""
    try:
        names = json.loads(text) if isinstance(text, str) else ()
    except ValueError:
        names = ()
    return frozenset(name for name in names if isinstance(name, str))


def make_cards(entries: Iterable[Row], sources: Iterable[Row]) -> list[Card]:
    """Make the cards of entries; ``sources`` are the pages that show them, each seen last.

    What a later card says like the first one is set apart.
    """
    latest = find_latest(sources)
    cards = [make_card(entry, latest.get(entry["entry_id"], {})) for entry in entries]
    return cards[:1] + [set_apart(card, cards[0]) for card in cards[1:]]


def set_apart(card: Card, first: Card) -> Card:
    """Set the fields apart that have the first one's value, and leave out what that lacks too."""
    return replace(
        card,
        fields=[field for field in card.fields if field.value != first.entry[field.name]],
        absent=[title for title in card.absent if title not in first.absent],
        unstated=[title for title in card.unstated if title not in first.unstated],
        same=[field for field in card.fields if field.value == first.entry[field.name]],
    )


def make_card(entry: Row, latest: Mapping[str, str]) -> Card:
    """Make an entry's card; ``latest`` has the snapshot of each kind of page that showed it last.

    Its first one is the last of all.
    """
    derived = list_derived(entry["derived"])
    last = next(iter(latest.values()), None)
    missing = [name for name in FIELDS if entry[name] is None]

    def lead(name: str) -> str:
        snapshot = latest.get("tool", last) if name in OF_TOOL_PAGES else last
        return "" if snapshot is None else name_evidence(snapshot, entry["entry_id"], name)

    return Card(
        entry,
        [
            Field(name, title_field(name), entry[name], name in derived, lead(name))
            for name in FIELDS
            if entry[name] is not None
        ],
        [title_field(name) for name in missing if name not in OF_COMMUNITY],
        [title_field(name) for name in missing if name in OF_COMMUNITY],
    )


def find_latest(sources: Iterable[Row]) -> dict[str, dict[str, str]]:
    """Return the last snapshot of each entry and kind of page, of each entry the last one first."""
    found: dict[str, dict[str, str]] = {}
    for row in sorted(sources, key=lambda row: str(row["last_observed_at"]), reverse=True):
        found.setdefault(row["entry_id"], {}).setdefault(row["kind"], row["snapshot_id"])
    return found


def name_evidence(snapshot_id: str, owner: str, field: str) -> str:
    """Return the path to the evidence of a field of an entry or a quote, ``owner``, on a page."""
    return f"/evidence/{write_part(snapshot_id)}#{owner}.{field}"
