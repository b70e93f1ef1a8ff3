"""Parse: HTML to blocks with BeautifulSoup on an html5lib tree, the second opinion.

html5lib builds the tree that a browser would, mending what libxml2 mends otherwise: content
after an unclosed cell, or before an omitted ``<body>``. It is some thirty times slower, so it
reads only pages that the first reader did not read cleanly, and only below one megabyte.
"""

from __future__ import annotations

from bs4 import BeautifulSoup
from bs4.element import NavigableString, PreformattedString, Tag

from parsers.blocks import UNSEEN, BlockBuilder, Page

MOST_CHARACTERS = 1_000_000


def read_with_soup(text: str) -> Page:
    """Return the blocks of an HTML page of at most ``MOST_CHARACTERS``."""
    builder = BlockBuilder()
    soup = BeautifulSoup(text[:MOST_CHARACTERS].replace("\x00", ""), "html5lib")
    # An explicit stack, since pages nest deeper than Python may recurse.
    stack: list[tuple[Tag | NavigableString, bool]] = [(soup, False)]
    while stack:
        node, is_left = stack.pop()
        if isinstance(node, NavigableString):
            if not isinstance(node, PreformattedString):
                builder.add(str(node))
        elif node.name in UNSEEN or node.name == "title":
            continue
        elif is_left:
            builder.end(node.name, _plain_attributes(node))
        else:
            if node is not soup:
                builder.start(node.name, _plain_attributes(node))
                stack.append((node, True))
            children = (n for n in node.children if isinstance(n, Tag | NavigableString))
            stack.extend((child, False) for child in reversed(list(children)))
    return builder.build("soup")


def _plain_attributes(tag: Tag) -> dict[str, str]:
    return {
        name: value if isinstance(value, str) else " ".join(value)
        for name, value in tag.attrs.items()
    }
