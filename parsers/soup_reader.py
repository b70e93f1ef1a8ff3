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

from typing import Any

import html5lib
from bs4 import BeautifulSoup
from bs4.builder._html5lib import Element, HTML5TreeBuilder, TreeBuilderForHtml5lib
from bs4.element import NavigableString, PreformattedString, Tag
from html5lib._inputstream import invalid_unicode_re

from parsers.blocks import UNSEEN, BlockBuilder, Page
from parsers.bounds import TooComplex, list_tags

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
_UNREAD = UNSEEN | {"title"}


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


def read_with_soup(text: str) -> Page:
    """Return the blocks of an HTML page, or raise ``TooComplex`` at the first bound reached."""
    _check_text(text)
    builder = BlockBuilder()
    soup = BeautifulSoup(text.replace("\x00", ""), builder=_BoundedBuilder())
    # An explicit stack, since pages nest deeper than Python may recurse.
    stack: list[tuple[Tag | NavigableString, bool]] = [(soup, False)]
    while stack:
        node, is_left = stack.pop()
        if isinstance(node, NavigableString):
            if not isinstance(node, PreformattedString):
                builder.add(str(node))
        elif node.name in _UNREAD:
            continue
        elif is_left:
            builder.end(node.name)
        else:
            if node is not soup:
                builder.start(node.name, _plain_attributes(node))
                stack.append((node, True))
            children = (n for n in node.children if isinstance(n, Tag | NavigableString))
            stack.extend((child, False) for child in reversed(list(children)))
    return builder.build("soup")


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


def _plain_attributes(tag: Tag) -> dict[str, str]:
    return {
        name: value if isinstance(value, str) else " ".join(value)
        for name, value in tag.attrs.items()
    }
