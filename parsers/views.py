"""Parse: the views of a page: its bytes as each reader's blocks, the quickest first.

What can be content is read alone where that is sure (``parsers.cutting``), then the whole page,
then html5lib's tree of it. Whoever asks takes the first that reads without an issue; what comes
after it costs nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from msgspec.structs import replace

from parsers.blocks import Page
from parsers.bounds import TooComplex, find_end, trim_markup
from parsers.cutting import cut_content
from parsers.encoding import decode_page, decode_part, find_encoding, keeps_ascii
from parsers.lxml_reader import read_with_lxml
from parsers.sites import Landmarks
from parsers.streaming import list_moves
from parsers.text_reader import read_plain_text

CONTENT = "lxml-content"
"""The reader that sees only the part of a page that can be content."""

_SAMPLE = 4096
_HTML_START = re.compile(r"\s*<(?:!doctype|!--|\?xml|[a-z][a-z0-9]*[\s/>])", re.IGNORECASE)
_BLOCK_ENDS = re.compile(
    r"</(?:div|p|h[1-6]|table|tr|td|ul|li|section|main|a|span)\s*>", re.IGNORECASE
)
_LINE_START = re.compile(r"^\s*<[a-z/!]", re.IGNORECASE | re.MULTILINE)
_FEW_ENDS = 6
_MOST_CONTROLS = 0.02
_PLAIN_CONTROLS = frozenset("\t\n\x0b\x0c\r\x1b")


class NotText(Exception):
    """Bytes that are neither HTML nor plain text."""


def list_views(
    body: bytes, content_type: str | None, marks: Landmarks, labels: AbstractSet[str]
) -> Iterator[Page]:
    """Yield the views of a page; a block's index counts within its own view.

    ``labels`` are folded: a page without any of them is none, however its tree is built, and
    has no second opinion. Raises ``NotText``, or ``TooComplex`` for a page beyond the bounds.
    """
    if (content := _cut(body, content_type, marks)) is not None:
        yield replace(read_with_lxml(content), reader=CONTENT)
    text = decode_page(body, content_type)
    if _is_binary(text):
        raise NotText
    if is_plain_text(text, content_type):
        yield read_plain_text(text, marks.rows)
        return
    moves = list_moves(text)
    text = trim_markup(text)
    end = find_end(text)
    yield replace(read_with_lxml(text, moves), end=end)
    folded = text.casefold()
    if not any(label in folded for label in labels):
        return
    # Importing it takes longer than reading a hundred pages without it.
    from parsers.soup_reader import read_with_soup

    try:
        yield replace(read_with_soup(text, moves), end=end)
    except TooComplex:
        return  # the first opinion stands


def is_plain_text(text: str, content_type: str | None = None) -> bool:
    """Tell by the text alone whether it is an extract, where no header says that it is.

    A review in an extract may hold a tag; only HTML begins with one, or closes several.
    """
    if content_type:
        return content_type.casefold().startswith("text/plain")
    if _HTML_START.match(text) is not None:
        return False
    return len(_BLOCK_ENDS.findall(text)) < _FEW_ENDS or _LINE_START.search(text) is None


def _cut(body: bytes, content_type: str | None, marks: Landmarks) -> str | None:
    encoding = find_encoding(body, content_type)
    if not keeps_ascii(encoding) or is_plain_text(body[:_SAMPLE].decode("latin-1"), content_type):
        return None
    content = cut_content(body, marks)
    return None if content is None else decode_part(content, encoding)


def _is_binary(text: str) -> bool:
    sample = text[:_SAMPLE]
    strange = sum(
        (char < " " and char not in _PLAIN_CONTROLS) or char == "\ufffd" for char in sample
    )
    return strange > _MOST_CONTROLS * len(sample) + 1
