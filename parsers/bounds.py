"""Parse: bounds on a page, counted before a tree is built of it.

Both tree builders take time with the square of some counts: of the attributes of one tag, of
the characters of a name. So tags are cut out of the text first, as the HTML tokenizer cuts
them, in one pass that never goes back. A page beyond a bound is refused whole: never read in
part without a word.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from parsers.blocks import End

MOST_ATTRIBUTES = 256
MOST_ELEMENTS = 100_000
LONGEST_NAME = 256
_MARK = re.compile(r"<!--/?\$[?!]?-->")  # parsers.streaming
_SHORT = 500  # a tag of so few characters costs nothing, whatever it holds

_NAME = r"[^ \t\n\f\r/>][^ \t\n\f\r/>=]*+"
_VALUE = r"[ \t\n\f\r]*+=[ \t\n\f\r]*+(\"[^\"]*+\"?+|'[^']*+'?+|[^ \t\n\f\r>]*+)"
_ATTRIBUTE = re.compile(rf"({_NAME})(?:{_VALUE})?+")
_REST = rf"(?:[ \t\n\f\r/]*+{_NAME}(?:{_VALUE.replace('(', '(?:')})?+)*+[ \t\n\f\r/]*+"
_MARKUP = re.compile(
    r"(?P<comment><!--(?:-?>|(?:[^-]++|-(?!-!?>))*+(?:--!?>)?+))"
    r"|(?P<declaration><[!?][^>]*+>?+)"
    # What these hold is no markup, and nobody sees it.
    r"|(?P<unseen><(?P<kind>script|style|title|textarea|iframe|noembed|noframes|xmp)"
    rf"(?=[ \t\n\f\r/>]){_REST}>)(?:[^<]++|<(?!/(?P=kind)[ \t\n\f\r/>]))*+"
    rf"|<(?P<end>/?)(?P<name>[a-z][^ \t\n\f\r/>]*+)(?P<rest>{_REST})>?+",
    re.IGNORECASE,
)
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


def trim_markup(text: str) -> str:
    """Return an HTML text without what its comments, scripts and their like hold.

    A tag of more than ``MOST_ATTRIBUTES``, or with a name longer than ``LONGEST_NAME``, raises
    TooComplex. What is not counted here is not in the text that is returned.
    """
    return _MARKUP.sub(_trim, text)


def list_tags(text: str) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """Yield each tag of an HTML text: its name, its attributes' names and values as written.

    Names are as written too, an end tag's with its slash; a value keeps its quotes.
    """
    for tag in _MARKUP.finditer(text):
        if tag["name"]:
            yield tag["end"] + tag["name"], _ATTRIBUTE.findall(tag["rest"])


def find_end(text: str) -> End:
    """Tell how a page ends: ``stated`` by its markup, ``open`` inside an element, or ``unsaid``."""
    if _END.search(text) is not None:
        return "stated"
    left: Counter[str] = Counter()
    for tag in _MARKUP.finditer(text):
        name = (tag["kind"] or tag["name"] or "").lower()
        if name and name not in _SELF_CLOSING and not tag[0].rstrip(">").endswith("/"):
            left[name] += -1 if tag["end"] else 1
    is_open = any(count > 0 for count in left.values()) or not text.rstrip().endswith(">")
    return "open" if is_open else "unsaid"


def _trim(match: re.Match[str]) -> str:
    if match["comment"] and _MARK.fullmatch(match[0]):
        return match[0]
    if match["comment"] or (match["declaration"] and len(match[0]) > _SHORT):
        return "<!---->"  # an empty one, so that no new tag comes of what stood around it
    tag = match["unseen"] or match[0]
    if len(tag) > _SHORT:
        _check_tag(tag, match["kind"] or match["name"] or "")
    return tag


def _check_tag(tag: str, name: str) -> None:
    count, longest = 0, len(name)
    for attribute in _ATTRIBUTE.finditer(tag, len(name) + 2):
        count += 1
        longest = max(longest, len(attribute[1]))
    if count > MOST_ATTRIBUTES:
        found = f"{count} in <{name[:40]}>"
        raise TooComplex(f"at most {MOST_ATTRIBUTES} attributes in a tag", found)
    if longest > LONGEST_NAME:
        found = f"one of {longest} in <{name[:40]}>"
        raise TooComplex(f"names of at most {LONGEST_NAME} characters in a tag", found)
