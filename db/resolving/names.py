"""Resolve: names, which may be a headline, and hold a subtitle, a maker, or a former name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct, field

from db.resolving.facts import Named, Word, list_words, read_codes, read_name
from db.resolving.tokens import split_words
from db.resolving.words import Words

_SEPARATOR = re.compile(r"\s*(?:[:,;!|·—–]|\s-)\s+|\s*[()\[\]]\s*")
_HEADLINE = re.compile(
    r"\s(?:announces|brings|debuts|drops|introduces|launches|open[- ]sources|releases|ships|"
    r"unveils|is (?:here|live|now|out))(?:\s(?:its|a|an|the|new)\b)?(?=\s|$)",
    re.IGNORECASE,
)
_BY = re.compile(r"\s(?:by|from)\s(?=[^\s])", re.IGNORECASE)
_CALLED = (
    r"(?:\s(?:called|known|named|released|launched|listed|sold|shipped|offered))*"
    r"(?:\s(?:as|under|to))?(?:\sthe\sname)?\s[\"“'‘`]?"
)
_NAME = r"((?:[A-Z0-9][\w.+-]*|[a-z]+[\d-][\w.-]*)(?:\s(?:[A-Z0-9][\w.+-]*)){0,4})"
_FORMERLY = re.compile(
    r"\b(?:[Ff]ormerly|[Pp]reviously|[Oo]riginally|[Oo]nce|[Uu]sed to be|[Bb]orn as|[Ee]x-)"
    + _CALLED + _NAME
)  # fmt: skip
_RENAMED = re.compile(
    r"\b(?:[Nn]ow|[Rr]enamed|[Rr]ebranded|[Rr]etitled|[Aa]lso|[Bb]ecame|[Aa]ka|a\.k\.a\.|"
    r"call(?:s|ed)?(?:\sit)?)"
    + _CALLED + _NAME
)  # fmt: skip
# One of these is in every text that tells of another name.
_SIGNS = (
    "former",
    "previous",
    "original",
    "once",
    "used to",
    "born",
    "ex-",
    "now",
    "renamed",
    "rebranded",
    "retitled",
    "also",
    "became",
    "aka",
    "a.k.a",
    "call",
)
_QUALIFIER = re.compile(r"\(([^()]*)\)")


class WholeName(Struct):
    """A name as it was read.

    ``head`` of the ``words`` are the name proper; ``parts`` are what else may be the whole name;
    ``makers`` are words that name who makes it, and are not among the words.
    """

    words: list[Word] = field(default_factory=list)
    head: int = 0
    parts: list[tuple[Word, ...]] = field(default_factory=list)
    makers: list[str] = field(default_factory=list)
    facts: dict[str, set[str]] = field(default_factory=dict)


def read_whole_name(text: str, words: Words) -> WholeName:
    """Read a name: what stands first is the name proper, and what is in brackets belongs to it.

    The facts are those of the name proper; where a headline is the name, those of the headline.
    """
    name = WholeName()
    outer: list[Word] = []
    for part, is_within in _cut(text):
        is_proper = is_within or not name.words
        for piece, is_maker in [(part, False)] if is_within else _cut_headline(part):
            named = read_name(piece, words)
            _add(name, named, is_maker=is_maker and bool(name.words), is_proper=is_proper)
            if not is_within and not is_maker:
                outer += named.words
        if is_proper:
            name.head = len(name.words)
    if not name.words:
        # A name that is nothing but its maker's, or nothing but words that say nothing.
        name.words = [Word(each, 3) for each in name.makers or split_words(text)]
        name.head = len(name.words)
    elif outer and len(outer) < len(name.words):
        name.parts.append(tuple(outer))
    if codes := read_codes(text, words):
        name.facts["code"] = set(codes)
    return name


def _add(name: WholeName, named: Named, *, is_maker: bool, is_proper: bool) -> None:
    """Add a part of a name to it; of a maker only that it is one."""
    name.makers += named.makers
    facts = {"vendor": named.facts.get("vendor", ())} if is_maker else named.facts
    for kind, values in facts.items():
        if values and (is_proper or is_maker):
            name.facts.setdefault(kind, set()).update(values)
    if is_maker:
        name.makers += list_words(named.words)
        return
    name.words += named.words
    if any(word.weight > 2 for word in named.words):
        name.parts.append(named.words)
    elif named.makers and not named.words:
        name.parts.append(tuple(Word(text, 3) for text in named.makers))


def _cut(text: str) -> Iterator[tuple[str, bool]]:
    """Cut a name at colons, dashes and brackets; tell of each part whether it is in brackets."""
    place, is_within = 0, False
    for found in _SEPARATOR.finditer(text):
        yield text[place : found.start()], is_within
        sign = found[0].strip()[:1]
        is_within = sign in "([" if sign in "()[]" else is_within
        place = found.end()
    yield text[place:], is_within


def _cut_headline(text: str) -> list[tuple[str, bool]]:
    """Cut a headline at its verb, and a name at ``by``; tell of each part whether a maker is told.

    Before the verb may stand the maker or the tool.
    """
    if found := _HEADLINE.search(text):
        return [(text[: found.start()], False), (text[found.end() :], False)]
    if found := _BY.search(text):
        return [(text[: found.start()], False), (text[found.end() :], True)]
    return [(text, False)]


def drop_alias(name: str) -> str:
    """Take a former name in brackets out of a name."""

    def keep(found: re.Match[str]) -> str:
        inner = found[1]
        is_alias = _FORMERLY.search(inner) or _RENAMED.search(inner)
        return "" if is_alias else found[0]

    return _QUALIFIER.sub(keep, name).strip() or name


def find_aliases(texts: Iterable[str], words: Words) -> set[str]:
    """Return the other names that texts tell of, each as one word."""
    aliases = set()
    for text in texts:
        folded = text.lower()
        if not any(sign in folded for sign in _SIGNS):
            continue
        for pattern in (_FORMERLY, _RENAMED):
            for found in pattern.finditer(text):
                name = re.sub(r"[.,;:]+$", "", found[1])
                compact = "".join(list_words(read_name(name, words).words))
                if len(compact) > 2:
                    aliases.add(compact)
    return aliases
