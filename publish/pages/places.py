"""Publish: a record with its evidence, put in order: parts, their fields, the places of each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from publish.pages.fields import Row, title_field

MOST_PLACES = 5


@dataclass(frozen=True, slots=True)
class Place:
    """Where a field was read: the block, what it was found by, and the words there.

    ``block`` is None where a rule derived the field; ``text`` is empty where it is the value.
    """

    block: int | None
    landmarks: Sequence[str]
    text: str


@dataclass(frozen=True, slots=True)
class Item:
    """A field of a part, with its places; ``more`` is how many of them are left out."""

    name: str
    title: str
    value: object
    is_derived: bool
    places: Sequence[Place]
    more: int


@dataclass(frozen=True, slots=True)
class Part:
    """A tool or a quote on a page, or the page itself.

    ``owner`` is the id of the entry or the quote, else the part's path in the record; ``subject``
    is its row, where the database has one.
    """

    heading: str
    owner: str
    subject: Row | None
    items: Sequence[Item]
    absent: Sequence[str]


def list_parts(told: Mapping[str, Any], subjects: Iterable[Row]) -> list[Part]:
    """Return the parts of an explained page; ``subjects`` are what the database has it show."""
    record, evidence = told["record"], told["evidence"]
    shown = list(subjects)
    # As the loader has it: of several places, the last one.
    blocks = {item["field"]: item["block"] for item in evidence}
    paths = dict.fromkeys(_find_part(name) for name in _list_fields(told))
    parts = []
    for path in sorted(paths, key=_order):
        content = _find_content(record, path)
        subject = find_subject(path, content, blocks, shown)
        owner = path or "page" if subject is None else subject["subject_id"]
        items = list_items(path, content, evidence)
        absent = [_name(field) for field in told["absent"] if _find_part(field) == path]
        heading = name_part(path, content, record)
        parts.append(Part(heading, owner, subject, items, [*map(title_field, absent)]))
    return parts


def list_items(
    path: str, content: Iterable[str], evidence: Iterable[Mapping[str, Any]]
) -> list[Item]:
    """Return the fields of a part, in the record's order, each with the places it was read from.

    What tells of the page's build, such as the heads of its table, is no field.
    """
    found: dict[str, list[Mapping[str, Any]]] = {name: [] for name in content}
    for item in evidence:
        name = _name(item["field"])
        if name in found and _find_part(item["field"]) == path:
            found[name].append(item)
    return [make_item(name, items) for name, items in found.items() if items]


def make_item(name: str, evidence: Sequence[Mapping[str, Any]]) -> Item:
    """Make a field of its evidence: each place once, with all that led there."""
    value = evidence[0]["value"]
    places: dict[tuple[int | None, str], dict[str, None]] = {}
    for item in evidence:
        places.setdefault((item["block"], item["text"]), {})[item["landmark"]] = None
    listed = [
        Place(block, list(landmarks), "" if text.strip("“”\"' ") == str(value) else text)
        for (block, text), landmarks in places.items()
    ]
    is_derived = any(item["landmark"].startswith("derived") for item in evidence)
    return Item(
        name,
        title_field(name),
        value,
        is_derived,
        listed[:MOST_PLACES],
        max(len(listed) - MOST_PLACES, 0),
    )


def find_subject(
    path: str, content: Mapping[str, Any], blocks: Mapping[str, object], shown: Sequence[Row]
) -> Row | None:
    """Find the entry or quote that a part is: by its block, else an entry by slug or name."""
    kind = "quote" if path.startswith("quotes") else "entry"
    of_kind = [row for row in shown if row["subject"] == kind]
    block = blocks.get(f"{path}.{'text' if kind == 'quote' else 'name'}")
    by_block = [row for row in of_kind if block is not None and row["block"] == block]
    if by_block or kind == "quote" or not path:
        return by_block[0] if by_block and path else None
    for key, column in (("slug", "slug"), ("name", "entry")):
        wanted = content.get(key)
        alike = [row for row in of_kind if wanted is not None and row[column] == wanted]
        if len(alike) == 1:
            return alike[0]
    return None


def name_part(path: str, content: Mapping[str, Any], record: Mapping[str, Any]) -> str:
    """Return the heading of a part."""
    if not path:
        return "The page"
    if path.startswith("quotes"):
        tools = {tool["position"]: tool["name"] for tool in record.get("tools", ())}
        who = content.get("reviewer") or f"Seat {content.get('seat')}"
        return f"{who} on {tools.get(content.get('position'), 'a tool')}"
    return str(content.get("name", path))


def _list_fields(told: Mapping[str, Any]) -> list[str]:
    return [*(item["field"] for item in told["evidence"]), *told["absent"]]


def _find_part(field: str) -> str:
    return field.rpartition(".")[0]


def _name(field: str) -> str:
    return field.rpartition(".")[2]


def _order(path: str) -> tuple[int, int]:
    """Put the page first, then the tools, then the quotes, each by its number."""
    kind, _, number = path.partition(".")
    return ("", "tool", "tools", "quotes").index(kind), int(number or 0)


def _find_content(record: Mapping[str, Any], path: str) -> Mapping[str, Any]:
    kind, _, number = path.partition(".")
    content: Mapping[str, Any] = (
        record if not kind else record[kind][int(number) - 1] if number else record[kind]
    )
    return content
