"""Parse: HTML to blocks with lxml, the fast reader.

One pass over the tree. The text is handed to libxml2 as UTF-8, whatever the page was written
in, so that only ``parsers.encoding`` decides about encodings. libxml2 itself stops at 256
levels and at a text of ten million characters, and says so in its log only; the number of
elements is bounded here.
"""

from __future__ import annotations

from lxml import etree

from parsers.blocks import UNSEEN, BlockBuilder, Page
from parsers.bounds import MOST_ELEMENTS, TooComplex

_UNREAD = UNSEEN | {"title"}


def read_with_lxml(text: str) -> Page:
    """Return the blocks of an HTML page; one that libxml2 cuts short raises ``TooComplex``."""
    builder = BlockBuilder()
    start, add, end = builder.start, builder.add, builder.end
    root = _build_tree(text)
    if root is None:
        return builder.build("lxml")
    count = 0
    walker = etree.iterwalk(root, events=("start", "end"))
    for event, element in walker:
        tag = element.tag
        if event == "start":
            count += 1
            if count > MOST_ELEMENTS:
                raise TooComplex(f"at most {MOST_ELEMENTS} elements", "more")
            if tag in _UNREAD:
                walker.skip_subtree()
                continue
            start(tag, element)
            if text := element.text:
                add(text)
        else:
            if tag not in _UNREAD:
                end(tag)
            if text := element.tail:
                add(text)
    return builder.build("lxml")


def _build_tree(text: str) -> etree._Element | None:
    parser = etree.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True
    )
    root = etree.fromstring(text.replace("\x00", "").encode("utf-8", "replace"), parser)
    # libxml2 mends every error of a page but this kind: there it drops the rest.
    if fatal := parser.error_log.filter_from_fatals():
        raise TooComplex("a page within libxml2's limits", fatal[0].message.strip())
    return root
