"""Parse: HTML to blocks with lxml, the fast reader.

The text is handed to libxml2 as UTF-8, whatever the page was written in, so that only
``parsers.encoding`` decides about encodings. libxml2 itself stops at 256 levels and at a text
of ten million characters, and says so in its log only; the number of elements is bounded here.
"""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from parsers.blocks import Page, read_tree
from parsers.bounds import MOST_ELEMENTS, TooComplex
from parsers.streaming import Move, settle_streamed


def read_with_lxml(text: str, moves: Sequence[Move] = ()) -> Page:
    """Return the blocks of an HTML page; one that libxml2 cuts short raises ``TooComplex``.

    ``moves`` are those of its scripts (``parsers.streaming``).
    """
    body = text.encode("utf-8", "replace").replace(b"\x00", b"")
    if body.count(b"<") > 2 * MOST_ELEMENTS:
        raise TooComplex(f"at most {MOST_ELEMENTS} elements", "more")
    parser = etree.HTMLParser(
        encoding="utf-8", remove_comments=not moves, remove_pis=True, no_network=True
    )
    root = etree.fromstring(body, parser)
    # libxml2 mends every error of a page but this kind: there it drops the rest.
    if fatal := parser.error_log.filter_from_fatals():
        raise TooComplex("a page within libxml2's limits", fatal[0].message.strip())
    if root is None:
        return Page("lxml", ())
    settle_streamed(root, moves)
    return read_tree(root, "lxml")
