"""Parse: HTML to blocks with lxml, the fast reader.

One pass over the tree. The text is handed to libxml2 as UTF-8, whatever the page was written
in, so that only ``parsers.encoding`` decides about encodings. libxml2 itself bounds depth and
the length of names; the number of elements is bounded here.
"""

from __future__ import annotations

from lxml import etree

from parsers.blocks import UNSEEN, BlockBuilder, Page

MOST_ELEMENTS = 500_000


def read_with_lxml(text: str) -> Page:
    """Return the blocks of an HTML page; elements past ``MOST_ELEMENTS`` are not read."""
    builder = BlockBuilder()
    parser = etree.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True
    )
    root = etree.fromstring(text.replace("\x00", "").encode("utf-8", "replace"), parser)
    if root is None:
        return builder.build("lxml")
    count = 0
    walker = etree.iterwalk(root, events=("start", "end"))
    for event, element in walker:
        tag = element.tag
        if event == "start":
            count += 1
            if count > MOST_ELEMENTS:
                break
            if tag in UNSEEN or tag == "title":
                walker.skip_subtree()
                continue
            builder.start(tag, element.attrib)
            if element.text:
                builder.add(element.text)
        else:
            if tag not in UNSEEN and tag != "title":
                builder.end(tag, element.attrib)
            if element.tail:
                builder.add(element.tail)
    return builder.build("lxml")
