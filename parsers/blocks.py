"""Parse: the block model, the one shape that every reader gives and every grammar reads.

A page is a sequence of text blocks in reading order. Block elements, cells and ``<br>`` end a
block; inline elements do not, but their borders are kept as ``parts``, because a label and its
value are often two spans with nothing between them. A block also says what its markup says for
certain: heading level, table cell, term or definition, link target, and whether it lies in the
frame around the content.
"""

from __future__ import annotations

from typing import Protocol

from msgspec import Struct

from parsers.text import clean_text

INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark meter nobr "
    "output q rp rt ruby s samp slot small span strike strong sub sup time tt u var wbr".split()
)
UNSEEN = frozenset(
    "script style template noscript svg math iframe object canvas audio video select datalist "
    "textarea noembed noframes map".split()
)
_TABLE_PARTS = frozenset(("table", "tr", "td", "th"))
HEADINGS = {f"h{level}": level for level in range(1, 7)}
_FRAMES = {"nav": "nav", "aside": "aside", "dialog": "dialog", "footer": "footer"}
_FRAME_ROLES = {
    "navigation": "nav",
    "complementary": "aside",
    "dialog": "dialog",
    "alertdialog": "dialog",
    "contentinfo": "footer",
    "search": "nav",
}
_ROLES = {"dt": "term", "dd": "definition", "blockquote": "quotation"}
# Inside these a footer is the section's own, such as the source of a quotation.
_SECTIONING = frozenset(("article", "section", "blockquote", "main", "li", "figure"))
_LONGEST_HEADING = 400


class Cell(Struct, frozen=True):
    """A place in a table: its number on the page, the row and the column, all from 1."""

    table: int
    row: int
    column: int


class Block(Struct, frozen=True):
    """One run of text as a person sees it. ``heading`` is 1 to 6, or 0 for none."""

    index: int
    text: str
    parts: tuple[str, ...]
    heading: int = 0
    role: str | None = None
    frame: str | None = None
    link: str | None = None
    cell: Cell | None = None


class Page(Struct, frozen=True):
    """A page as a reader saw it.

    ``canonical`` is the address that it states for itself; ``is_open`` tells that it ends inside
    an element, as it does where it was cut short.
    """

    reader: str
    blocks: tuple[Block, ...]
    canonical: str | None = None
    is_open: bool = False


class Attributes(Protocol):
    """What is asked of an element: a mapping and an lxml element both know it."""

    def get(self, name: str, default: str, /) -> str:
        """Return the value of an attribute, or the default."""


class BlockBuilder:
    """Turns the walk over a tree of elements into blocks; every HTML reader drives one."""

    def __init__(self) -> None:
        self._blocks: list[Block] = []
        self._parts: list[str] = []
        self._pieces: list[str] = []
        self._link: str | None = None
        self._links: list[str] = []
        self._frames: list[tuple[int, str]] = []
        self._roles: list[tuple[int, str]] = []
        self._level = 0
        self._sections = 0
        self._heading = 0
        self._tables: list[Cell] = []
        self._table_count = 0
        self._canonical: str | None = None
        self._shared_url: str | None = None

    def start(self, tag: str, attributes: Attributes) -> None:
        """Enter an element."""
        if tag in INLINE:
            if self._pieces:
                self._split_part()
            if tag == "a":
                self._links.append(attributes.get("href", ""))
            return
        self._level += 1
        if self._heading and self._is_inside_heading(tag):
            self._split_part(" ")
            return
        self._flush()
        if tag in HEADINGS:
            self._heading = HEADINGS[tag]
        elif tag in _TABLE_PARTS:
            self._enter_table_part(tag)
        elif tag == "link" or tag == "meta":
            self._note_address(tag, attributes)
        elif tag in _ROLES:
            self._roles.append((self._level, _ROLES[tag]))
        self._enter_frame(tag, attributes)
        if tag in _SECTIONING:
            self._sections += 1

    def add(self, text: str) -> None:
        """Add character data."""
        self._pieces.append(text)
        if self._links and self._link is None and not text.isspace():
            self._link = self._links[-1]

    def end(self, tag: str) -> None:
        """Leave an element."""
        if tag in INLINE:
            if self._pieces:
                self._split_part()
            if tag == "a" and self._links:
                self._links.pop()
            return
        level = self._level
        self._level -= 1
        if self._heading and self._is_inside_heading(tag):
            self._split_part(" ")
            return
        self._flush()
        if tag in HEADINGS:
            self._heading = 0
        elif tag == "table" and self._tables:
            self._tables.pop()
        if tag in _SECTIONING:
            self._sections -= 1
        if self._roles and self._roles[-1][0] == level:
            self._roles.pop()
        if self._frames and self._frames[-1][0] == level:
            self._frames.pop()

    def build(self, reader: str) -> Page:
        """Return the page."""
        self._flush()
        return Page(reader, tuple(self._blocks), self._canonical or self._shared_url)

    def _is_inside_heading(self, tag: str) -> bool:
        if tag != "div" and tag != "br":
            return False
        self._split_part()
        return sum(map(len, self._parts)) < _LONGEST_HEADING

    def _enter_frame(self, tag: str, attributes: Attributes) -> None:
        frame = _FRAMES.get(tag) or _FRAME_ROLES.get(attributes.get("role", ""))
        if frame is not None and not (tag == "footer" and self._sections):
            self._frames.append((self._level, frame))

    def _enter_table_part(self, tag: str) -> None:
        if tag == "table":
            self._table_count += 1
            self._tables.append(Cell(self._table_count, 0, 0))
        elif self._tables:
            place = self._tables[-1]
            if tag == "tr":
                self._tables[-1] = Cell(place.table, place.row + 1, 0)
            else:
                self._tables[-1] = Cell(place.table, max(place.row, 1), place.column + 1)

    def _note_address(self, tag: str, attributes: Attributes) -> None:
        if tag == "link" and "canonical" in attributes.get("rel", "").casefold().split():
            self._canonical = self._canonical or attributes.get("href", "")
        elif tag == "meta" and attributes.get("property", "").casefold() == "og:url":
            self._shared_url = self._shared_url or attributes.get("content", "")

    def _split_part(self, space: str = "") -> None:
        if self._pieces:
            self._parts.append("".join(self._pieces))
            self._pieces = []
        if self._parts and space:
            self._parts[-1] += space

    def _flush(self) -> None:
        if self._pieces:
            self._split_part()
        elif not self._parts:
            return
        raw = self._parts
        text = clean_text(raw[0] if len(raw) == 1 else "".join(raw))
        if text:
            self._blocks.append(
                Block(
                    index=len(self._blocks),
                    text=text,
                    parts=(text,) if len(raw) == 1 else _clean_parts(raw),
                    heading=self._heading,
                    role=self._roles[-1][1] if self._roles else None,
                    frame=self._frames[-1][1] if self._frames else None,
                    link=self._link or None,
                    cell=self._tables[-1] if self._tables and self._tables[-1].column else None,
                )
            )
        self._parts = []
        self._link = None


def _clean_parts(raw: list[str]) -> tuple[str, ...]:
    return tuple(part for piece in raw if (part := clean_text(piece)))
