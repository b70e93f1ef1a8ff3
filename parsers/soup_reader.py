"""Parse: HTML to blocks with BeautifulSoup on an html5lib tree, the second opinion.

html5lib builds the tree that a browser would, mending what libxml2 mends otherwise: content
after an unclosed cell, or before an omitted ``<body>``. It is some thirty times slower, and a
few kilobytes can make it repair for minutes: what is left open is opened again in each new
block, and each piece of a text is copied with all before it. So the work is counted, before it
begins or while it is done. Pages of 5,000 elements with 20 attributes each, 100 levels deep,
lie within the bounds; the worst page found within them takes as long as such a page, which is
about a second.

The counting reaches into modules that neither library calls public, so pyproject.toml bounds
their versions; html5lib itself has not changed in years.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import html5lib
from bs4 import BeautifulSoup
from bs4.builder._html5lib import Element, HTML5TreeBuilder, TreeBuilderForHtml5lib
from bs4.element import Comment, NavigableString, PreformattedString, Tag
from html5lib._inputstream import invalid_unicode_re
from lxml import etree

from parsers.blocks import PLAIN, SPEAKING, UNREAD, Page, read_tree
from parsers.bounds import TooComplex, list_tags
from parsers.streaming import Move, settle_streamed
from parsers.text import drop_controls

# Counted in the text before it is parsed.
MOST_CHARACTERS = 2_000_000
MOST_TAGS = 40_000
MOST_REFERENCES = 10_000
MOST_ATTRIBUTES = 150_000
MOST_CONTROLS = 1_000
LONGEST_BARE_VALUE = 10_000
# Counted while html5lib works.
MOST_SEARCHED = 250_000
MOST_ELEMENTS = 10_000
MOST_LEVELS = 256
MOST_COPIED = 5_000_000_000
# Any other element stands in the line, whatever its name.
_KNOWN = PLAIN | SPEAKING | UNREAD | {"a", "span"}
_ASKED = frozenset(("href", "rel", "role", "hidden", "property", "content", "id"))


class _BoundedParser(html5lib.HTMLParser):
    """Counts the open elements that each error has it search, not the places of the errors."""

    searched = 0

    def parseError(self, *_: object, **__: object) -> None:  # noqa: N802  # html5lib's name
        self.searched += 1 + len(self.tree.openElements)
        _bound(self.searched, MOST_SEARCHED, "elements searched for errors")


class _BoundedTree(TreeBuilderForHtml5lib):
    """Counts the elements made, those that repair an unclosed one included, and the copying."""

    made = 0
    written = 0
    copied = 0

    def elementClass(self, name: str, namespace: str) -> Element:  # noqa: N802  # html5lib's name
        self.made += 1
        _bound(self.made, MOST_ELEMENTS, "elements")
        _bound(len(self.openElements), MOST_LEVELS, "levels")
        return super().elementClass(name, namespace)

    def insertText(self, data: str, parent: Any = None) -> None:  # noqa: N802  # html5lib's name
        self.written += len(data)
        self.copied += self.written
        _bound(self.copied, MOST_COPIED, "characters copied")
        super().insertText(data, parent)


class _BoundedBuilder(HTML5TreeBuilder):
    """Has html5lib build the bounded tree, without a word on pages that look like XML."""

    def prepare_markup(self, markup: Any, *_: object, **__: object) -> Any:
        yield markup, None, None, False

    def feed(self, markup: Any) -> None:
        tree: Any = self.create_treebuilder
        _BoundedParser(tree=tree).parse(markup)

    def create_treebuilder(self, namespaceHTMLElements: bool) -> _BoundedTree:  # noqa: N803  # theirs
        return _BoundedTree(namespaceHTMLElements, self.soup, store_line_numbers=False)


def read_with_soup(text: str, moves: Sequence[Move] = ()) -> Page:
    """Return the blocks of an HTML page, or raise ``TooComplex`` at the first bound reached.

    ``moves`` are those of its scripts (``parsers.streaming``).
    """
    _check_text(text)
    soup = BeautifulSoup(text.replace("\x00", ""), builder=_BoundedBuilder())
    root = _copy_tree(soup)
    settle_streamed(root, moves)
    return read_tree(root, "soup")


def _copy_tree(soup: BeautifulSoup) -> etree._Element:
    """Return the tree as lxml's elements, with the attributes that a reader asks for."""
    root = etree.Element("html")
    # An explicit stack, since pages nest deeper than Python may recurse.
    stack: list[tuple[Tag, etree._Element]] = [(soup, root)]
    while stack:
        node, copy = stack.pop()
        last: etree._Element | None = None
        for child in node.children:
            if isinstance(child, Tag):
                last = etree.SubElement(copy, child.name if child.name in _KNOWN else "span")
                for name, value in _list_attributes(child):
                    last.set(name, value)
                stack.append((child, last))
            elif isinstance(child, Comment):
                last = etree.Comment(drop_controls(child).replace("--", "").rstrip("-"))
                copy.append(last)
            elif isinstance(child, NavigableString) and not isinstance(child, PreformattedString):
                visible = drop_controls(child)
                if last is None:
                    copy.text = f"{copy.text or ''}{visible}"
                else:
                    last.tail = f"{last.tail or ''}{visible}"
    return root


def _list_attributes(tag: Tag) -> Iterator[tuple[str, str]]:
    for name in _ASKED & tag.attrs.keys():
        value = tag.attrs[name]
        yield name, drop_controls(value if isinstance(value, str) else " ".join(value))


def _bound(count: int, most: int, what: str) -> None:
    if count > most:
        raise TooComplex(f"at most {most} {what} for html5lib", f"{count} {what} or more")


def _check_text(text: str) -> None:
    _bound(len(text), MOST_CHARACTERS, "characters")
    _bound(text.count("<"), MOST_TAGS, "tags")
    _bound(text.count("&"), MOST_REFERENCES, "character references")
    _bound(len(invalid_unicode_re.findall(text)), MOST_CONTROLS, "control characters")
    values = [value for _, attributes in list_tags(text) for _, value in attributes]
    _bound(len(values), MOST_ATTRIBUTES, "attributes")
    bare = (len(value) for value in values if not value.startswith(('"', "'")))
    _bound(max(bare, default=0), LONGEST_BARE_VALUE, "characters in a value without quotes")
