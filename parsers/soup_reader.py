"""Parse: HTML to blocks with BeautifulSoup on an html5lib tree, the second opinion.

html5lib builds the tree that a browser would, mending what libxml2 mends otherwise: content
after an unclosed cell, or before an omitted ``<body>``. It is some thirty times slower, so it
reads only pages that the first reader did not read cleanly, and only within ``parsers.bounds``.
"""

from __future__ import annotations

import warnings

from bs4 import BeautifulSoup, XMLParsedAsHTMLWarning
from bs4.element import NavigableString, PreformattedString, Tag

from parsers.blocks import UNSEEN, BlockBuilder, Page

# A page that looks like XML is read as a browser reads it.
warnings.filterwarnings("ignore", category=XMLParsedAsHTMLWarning)


def read_with_soup(text: str) -> Page:
    """Return the blocks of an HTML page."""
    builder = BlockBuilder()
    soup = BeautifulSoup(text.replace("\x00", ""), "html5lib")
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
