"""Parse: bounds on a page, counted before a tree is built of it.

Both tree builders take time with the square of some counts: of the attributes of one tag, and
html5lib of the elements that a page leaves open. So these are counted first, in passes that
never go back. A page beyond a bound is refused whole: never read in part without a word.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

MOST_ATTRIBUTES = 2_000
MOST_ELEMENTS = 500_000
# For html5lib, which is some thirty times slower than libxml2.
MOST_CHARACTERS = 1_000_000
MOST_TAGS = 20_000
MOST_OPEN = 256

# What these hold is no markup; one that is not closed goes on to the end.
_UNSEEN = re.compile(
    r"<!--.*?(?:-->|\Z)|<(script|style|textarea|title)\b.*?(?:</\1|\Z)", re.DOTALL | re.IGNORECASE
)
_QUOTED = re.compile(r"\"[^\"]*+\"?+|'[^']*+'?+")
_TAG = re.compile(rf"<(/?)([a-zA-Z][a-zA-Z0-9]*+)((?:[^>\"']++|{_QUOTED.pattern})*+)")
_END = re.compile(r"</(?:body|html)\b", re.IGNORECASE)
# Elements that need no end tag: the next one closes them.
_SELF_CLOSING = frozenset(
    "area base br col embed hr img input link meta param source track wbr p li dt dd tr td th "
    "thead tbody tfoot colgroup option optgroup rt rp html head body".split()
)


class TooComplex(Exception):
    """A page beyond a bound of its reader; says which bound, and by what it is passed."""

    def __init__(self, expected: str, found: str) -> None:
        super().__init__(f"expected {expected}, found {found}")
        self.expected = expected
        self.found = found


def check_tags(text: str) -> None:
    """Raise TooComplex for a tag with more than ``MOST_ATTRIBUTES``."""
    for tag in _TAG.finditer(_UNSEEN.sub("", text)):
        if len(tag[3]) > MOST_ATTRIBUTES:
            count = len(_QUOTED.sub("", tag[3]).split())
            if count > MOST_ATTRIBUTES:
                found = f"{count} in <{tag[2][:40]}>"
                raise TooComplex(f"at most {MOST_ATTRIBUTES} attributes in a tag", found)


def fits_html5lib(text: str) -> bool:
    """Tell whether html5lib can be asked: a page of bounded size that closes what it opens."""
    if len(text) > MOST_CHARACTERS or text.count("<") > MOST_TAGS:
        return False
    return all(sum(map(abs, left.values())) <= MOST_OPEN for left in _follow_open(text))


def is_left_open(text: str) -> bool:
    """Tell whether a page ends inside an element, and never says that it ends."""
    if _END.search(text) is not None:
        return False
    left: Counter[str] = Counter()
    for left in _follow_open(text):  # noqa: B007  # the last one counts
        pass
    return any(count > 0 for count in left.values())


def _follow_open(text: str) -> Iterator[Counter[str]]:
    """Yield, after each tag, how many elements of each name are open: always the same counter."""
    left: Counter[str] = Counter()
    for tag in _TAG.finditer(_UNSEEN.sub("", text)):
        name = tag[2].lower()
        if name not in _SELF_CLOSING and not tag[3].endswith("/"):
            left[name] += -1 if tag[1] else 1
            yield left
