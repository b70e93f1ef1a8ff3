"""Parse: the block model, the one shape that every reader gives and every grammar reads.

A page is a sequence of text blocks in reading order. Block elements, cells and ``<br>`` end a
block; inline elements do not, but their borders are kept as ``parts``, because a label and its
value are often two spans with nothing between them. A block also says what its markup says for
certain: heading level, table cell, term or definition, link target, and whether it lies in the
frame around the content.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Literal, TypeAlias, cast

from lxml import etree
from msgspec import Struct

from parsers.text import clean_text, fold_label

if TYPE_CHECKING:
    from lxml.etree import _Element

UNREAD = frozenset(
    "script style template noscript svg math iframe object canvas audio video select datalist "
    "textarea noembed noframes map title progress meter".split()
)
HEADINGS = {f"h{level}": level for level in range(1, 7)}
FRAMES = {"nav": "nav", "aside": "aside", "dialog": "dialog", "footer": "footer"}
FRAME_ROLES = {
    "navigation": "nav",
    "complementary": "aside",
    "dialog": "dialog",
    "alertdialog": "dialog",
    "contentinfo": "footer",
    "search": "nav",
    "tooltip": "dialog",
}
ROLES = {
    "dt": "term",
    "dd": "definition",
    "blockquote": "quotation",
    "caption": "caption",
    "button": "button",
}
CELLS = frozenset(("tr", "td", "th"))
# Block elements that say something of their text, and those that only end a line. Any other
# element, an unknown one too, stands in the line, as browsers lay it out.
SPEAKING = HEADINGS.keys() | FRAMES.keys() | ROLES.keys() | CELLS | {"table", "link", "meta"}
PLAIN = frozenset(
    "html head body address article br center col colgroup details dir div dl "
    "fieldset figcaption figure form header hgroup hr legend li listing main menu ol optgroup "
    "option p plaintext pre search section summary tbody tfoot thead ul xmp".split()
)
# Inside these a footer is the section's own, such as the source of a quotation.
_SECTIONING = frozenset(("article", "section", "blockquote", "main", "li", "figure"))
_LONGEST_HEADING = 400
_MARKS = etree.XPath("//@role | //@hidden | //@style")
_NO_DISPLAY = re.compile(r"\bdisplay\s*:\s*none\b", re.IGNORECASE)
_BORDER = "\ufdd0"  # no character: it stands in no text


End: TypeAlias = Literal["stated", "open", "unsaid"]


class Cell(Struct, frozen=True, gc=False):
    """A place in a table: its number on the page, the row and the column, all from 1."""

    table: int
    row: int
    column: int


class Block(Struct, frozen=True, gc=False):
    """One run of text as a person sees it, and as labels are compared.

    ``heading`` is 1 to 6, or 0 for none. ``link`` is the address that all of the text links to;
    ``links`` has one for each part, where any is a link.
    """

    index: int
    text: str
    folded: str
    parts: tuple[str, ...]
    heading: int = 0
    role: str | None = None
    frame: str | None = None
    link: str | None = None
    cell: Cell | None = None
    links: tuple[str | None, ...] = ()


class Page(Struct, frozen=True):
    """A page as a reader saw it.

    ``canonical`` is the address that it states for itself; ``end`` tells whether its markup
    states its end, or it ends inside an element as where it was cut short, or neither.
    """

    reader: str
    blocks: tuple[Block, ...]
    canonical: str | None = None
    end: End = "stated"


def read_tree(root: _Element, reader: str) -> Page:
    """Return the blocks of a tree of HTML elements, in one pass; its hidden lines are emptied."""
    return _Walk().read(root, reader)


def _drop_hidden(root: _Element) -> bool:
    """Empty the lines that are hidden, and tell whether any element states its role.

    A hidden part of more than one line may be shown by script.
    """
    has_roles = False
    for mark in cast("list[Any]", _MARKS(root)):
        element = mark.getparent()
        if mark.attrname == "role":
            has_roles = True
        elif len(element) == 0 and (mark.attrname == "hidden" or _NO_DISPLAY.search(mark)):
            element.text = None
    return has_roles


class _Walk:
    """The way through a tree: the blocks so far, and what holds for the text at hand."""

    def __init__(self) -> None:
        self._blocks: list[Block] = []
        self._raw: list[str] = []  # of the block at hand; a border stands between its parts
        self._linked: dict[int, str] = {}  # which of these are links
        self._href: str | None = None
        self._has_roles = False
        self._frame: str | None = None
        self._role: str | None = None
        self._heading = 0
        self._cell: Cell | None = None
        self._at = (0, 0, 0)  # the table, its row and its column, 0 for none
        self._tables = 0
        self._canonical: str | None = None
        self._shared_url: str | None = None

    def read(self, root: _Element, reader: str) -> Page:
        self._has_roles = _drop_hidden(root)
        self._descend(root)
        self._flush()
        return Page(reader, tuple(self._blocks), self._canonical or self._shared_url)

    def _descend(self, element: _Element) -> None:
        raw = self._raw
        if text := element.text:
            if self._href:
                self._linked[len(raw)] = self._href
            raw.append(text)
        for child in element:
            tag = child.tag
            if tag in PLAIN:
                if raw:
                    self._end_line(tag)
                if self._has_roles:
                    self._enter_role(child)
                else:
                    self._descend(child)
                if raw:
                    self._end_line(tag)
            else:
                self._visit(child, tag)
            if text := child.tail:
                if self._href:
                    self._linked[len(raw)] = self._href
                raw.append(text)

    def _pass(self, element: _Element, tag: str) -> None:
        """Go through an element that stands in the line; its borders part the text."""
        href = self._href
        if tag == "a":
            self._href = element.get("href")
        self._raw.append(_BORDER)
        self._descend(element)
        self._raw.append(_BORDER)
        self._href = href

    def _visit(self, element: _Element, tag: str) -> None:
        """Go through an element that says something of its text, or stands in the line."""
        if tag not in SPEAKING:
            is_shown = tag == "template" and element.get("shadowrootmode") is not None
            if is_shown or (tag not in UNREAD and isinstance(tag, str)):
                self._pass(element, tag)
            return
        self._flush()
        if tag in CELLS:
            self._enter_cell(tag)
            self._descend(element)
        elif tag in HEADINGS:
            self._heading = HEADINGS[tag]
            self._descend(element)
        elif tag in FRAMES:
            is_own = tag == "footer" and any(
                ancestor.tag in _SECTIONING for ancestor in element.iterancestors()
            )
            self._enter_frame(element, self._frame if is_own else FRAMES[tag])
        elif tag == "table":
            self._enter_table(element)
        elif tag in ROLES:
            outer, self._role = self._role, ROLES[tag]
            self._descend(element)
            self._flush()
            self._role = outer
        else:
            self._note_address(element)
        self._flush()
        if tag in HEADINGS:
            self._heading = 0

    def _enter_table(self, table: _Element) -> None:
        outer = self._at, self._cell
        self._tables += 1
        self._at, self._cell = (self._tables, 0, 0), None
        self._descend(table)
        self._flush()
        self._at, self._cell = outer

    def _enter_role(self, element: _Element) -> None:
        role = element.get("role", "")
        self._enter_frame(element, FRAME_ROLES.get(role, self._frame))

    def _enter_frame(self, element: _Element, frame: str | None) -> None:
        outer, self._frame = self._frame, frame
        self._descend(element)
        if frame != outer:
            self._flush()
        self._frame = outer

    def _enter_cell(self, tag: str) -> None:
        table, row, column = self._at
        if not table:
            return
        if tag == "tr":
            self._at, self._cell = (table, row + 1, 0), None
        else:
            self._at = (table, row or 1, column + 1)
            self._cell = Cell(*self._at)

    def _note_address(self, element: _Element) -> None:
        if element.tag == "link" and "canonical" in element.get("rel", "").casefold().split():
            self._canonical = self._canonical or element.get("href")
        elif element.get("property", "").casefold() == "og:url":
            self._shared_url = self._shared_url or element.get("content")

    def _end_line(self, tag: str) -> None:
        """End the block at hand; in a heading, a line break only parts it."""
        if self._heading and tag in ("div", "br"):
            self._raw.append(f"{_BORDER} ")
            if sum(map(len, self._raw)) < _LONGEST_HEADING:
                return
        self._flush()

    def _flush(self) -> None:
        """End the block at hand; white space alone is none."""
        raw = self._raw
        if not raw:
            return
        links: tuple[str | None, ...] = ()
        if len(raw) == 1 and raw[0] != _BORDER:
            text = clean_text(raw[0])
            parts: tuple[str, ...] = (text,)
            if self._linked:
                links = tuple(self._linked.values())
        else:
            text = clean_text("".join(raw).replace(_BORDER, ""))
            parts, links = self._cut_parts()
        if text:
            block = Block(
                len(self._blocks),
                text,
                fold_label(text),
                parts,
                self._heading,
                self._role,
                self._frame,
                links[0] if links and len(set(links)) == 1 else None,
                self._cell,
                links,
            )
            self._blocks.append(block)
        raw.clear()
        if links:
            self._linked.clear()

    def _cut_parts(self) -> tuple[tuple[str, ...], tuple[str | None, ...]]:
        """Return the parts of the block at hand, and the link of each if any is one."""
        pieces: list[tuple[str, str | None]] = [("", None)]
        for at, text in enumerate(self._raw):
            if text.startswith(_BORDER):
                pieces.append(("", None))
            else:
                pieces[-1] = (pieces[-1][0] + text, self._linked.get(at) or pieces[-1][1])
        cleaned = [(part, link) for text, link in pieces if (part := clean_text(text))]
        links = tuple(link for _, link in cleaned) if self._linked else ()
        return tuple(part for part, _ in cleaned), links
