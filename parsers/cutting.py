"""Parse: cut away what cannot be content, before a tree is built of the rest.

Most of a page's bytes are scripts, menus and links, and a tree of them takes longer to build
than the content takes to read. So the part from ``<main>`` or the first heading to the label
that ends the content is read alone first, where nothing around it could be content as well:

- it begins within no comment, frame, template or the like;
- what is around it, scripts aside, says no label that content is found by;
- the page says that it ends.

What is read so counts only without an issue; else the whole page is read.
"""

from __future__ import annotations

import re

from parsers.sites import Landmarks

# libxml2's work grows with the square of a tag's attributes; so few bytes hold too few.
MOST_BYTES = 60_000
_HEAD = re.compile(rb"\s*<(?:!doctype|html)\b", re.IGNORECASE)
_TAIL = 200
_ENDS = (b"</html>", b"</body>")
_ENCLOSING = re.compile(
    rb"<(/?(?:template|noscript|dialog|textarea|iframe|select|nav|aside|footer|table)\b|!--)"
)
_STATES_ADDRESS = (b"canonical", b"og:url")
_COMES_LATE = b'id="s:'  # parsers.streaming


def cut_content(body: bytes, marks: Landmarks) -> bytes | None:
    """Return the markup that alone can be content, the page's own address before it, or None.

    ``body`` is a page in an encoding that holds ASCII as it is. None means that it is unsure.
    """
    start = body.find(b"<main")
    is_main = start >= 0
    if not is_main:
        start = body.find(b"<h1")
    tail = body[-_TAIL:].lower()
    is_whole = _HEAD.match(body) is not None and any(tag in tail for tag in _ENDS)
    if start < 0 or not is_whole:
        return None
    before, rest = _drop_scripts(body[:start]), _drop_scripts(body[start:])
    if before is None or rest is None or _is_open(before):
        return None
    lowered = rest.lower()
    end = _find_end(lowered, marks, is_main=is_main)
    labels = [mark.encode() for mark in (marks.panel, marks.panel_verdict, marks.scorecard)]
    above = before.lower()
    if not 0 < end <= MOST_BYTES or any(label in above for label in labels):
        return None
    if lowered.find(_COMES_LATE, end) >= 0:
        return None
    return b"".join((*_list_addresses(before), rest[:end]))


def _drop_scripts(body: bytes) -> bytes | None:
    """Return markup without its scripts, or None if one may not be what it seems."""
    first, *others = body.split(b"<script")
    pieces = [first]
    for piece in others:
        _, end, rest = piece.partition(b"</script>")
        if not end or pieces[-1].endswith((b"'", b'"')):
            return None
        pieces.append(rest)
    return b"".join(pieces)


def _find_end(lowered: bytes, marks: Landmarks, *, is_main: bool) -> int:
    """Return where the content ends, after the last of its labels, or -1 if that is not said."""
    labels = (marks.panel, marks.panel_verdict, marks.scorecard)
    last = max(lowered.rfind(label.encode()) for label in labels)
    if last < 0:
        return -1
    endings = [b">%s<" % ending.encode() for ending in marks.endings]
    ends = [at + len(end) - 1 for end in endings if (at := lowered.find(end, last)) >= 0]
    if is_main and (end_of_main := lowered.find(b"</main>", last)) >= 0:
        ends.append(end_of_main)
    return min(ends, default=-1)


def _is_open(before: bytes) -> bool:
    """Tell whether something is left open whose text is no content."""
    tags: list[bytes] = _ENCLOSING.findall(before)
    comments = before.count(b"-->")
    closed = sum(tag.startswith(b"/") for tag in tags) + comments
    return 2 * closed != len(tags) + comments


def _list_addresses(before: bytes) -> list[bytes]:
    """Return the tags that may state the page's address."""
    tags: list[bytes] = []
    for word in _STATES_ADDRESS:
        place = before.find(word)
        if place >= 0:
            start, end = before.rfind(b"<", 0, place), before.find(b">", place)
            tags.append(before[max(start, 0) : end + 1])
    return tags
