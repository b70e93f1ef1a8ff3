"""Resolve: typed facts, read from what an entry says of itself.

A name is read word by word, with the list of ``words.txt``. Prose names many things that a tool is
not, so of it only what is marked is read: a number of parameters, ``version 2``, ``by Acme``.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from decimal import Decimal

from msgspec import Struct

from db.resolving.tokens import fold_text, make_singular, split_words, write_number
from db.resolving.words import Line, Words

# What keeps two entries apart, in the order in which it is told.
TYPES = ("vendor", "family", "version", "size", "variant", "edition", "form", "code")
Facts = Mapping[str, tuple[str, ...]]

_SIZE = re.compile(r"(\d+x)?(\d+(?:\.\d+)?)([bmt])")
_UNITS = {"m": 6, "b": 9, "t": 12}
# Longer numbers are no sizes that anybody writes in another unit.
_LONGEST_NUMBER = 12
# Not 10x, which is so many times.
_VERSION = re.compile(r"(?!\d+x$)v?\d{1,2}(?:\.\d+)*[a-z]?|v?\d+(?:\.\d+)+[a-z]*|[a-z]\d{1,2}")
_YEAR = re.compile(r"20[1-4]\d")
_COUNTS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen twenty"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_COUNT = rf"(?:{'|'.join(_TENS)})[\s-](?:{'|'.join(_COUNTS[:9])})|{'|'.join((*_COUNTS, *_TENS))}"
_TOLD_SIZE = re.compile(
    rf"(?<![\w$€£¥.,-])(?<!hundred )(?<!hundred and )(\d+\s?[x×]\s?)?(\d+(?:\.\d+)?|{_COUNT})[\s-]?"
    r"(b|bn|billion|t|trillion|m|million)\b"
    r"(?![\s-](?:active|token|context|request|user|row|document|image|download|call|page|record))"
    r"(?P<marked>[\s-](?:[\w-]+\s)?(?:param|weight|model))?",
    re.IGNORECASE,
)
_TOLD_VERSION = re.compile(r"\b(?:v|version |release )(\d+(?:\.\d+)*)\b", re.IGNORECASE)
# So many characters before a fact are looked at.
_NEAR = 40
_MAKERS = re.compile(r"\b[Bb]y\s+(?:the\s+)?(\w[\w.]*(?:\s\w[\w.]*)?)(?:\s(\w+))?")
# Those of a maker are not the maker.
_PEOPLE = frozenset("alumni employees engineers people researchers staff veterans".split())
# Whoever is named behind one of these did not make it.
_NO_MAKERS = frozenset(
    "acquired adopted backed driven followed funded hosted inspired loved powered praised "
    "recommended replaced sponsored supported trusted used".split()
)
# A size or a version behind these is that of another tool; behind the latter it is this one's,
# where parameters are counted: it comes with 7B parameters, and scales to 70 billion.
_ARTICLE = r"\s+(?:the\s|a\s|an\s|any\s)?$"
_AGAINST = re.compile(
    rf"\b(?:against|beats?|beside|exceeds?|matche?s?|outperforms?|rivals?|than){_ARTICLE}"
)
_WITH = re.compile(rf"\b(?:like|over|to|with){_ARTICLE}")
_BEHIND_NAME = re.compile(rf"[a-z] ([A-Z]\w+){_ARTICLE}")
_CONTEXT = re.compile(
    # From the first digit of a number: from each of them it would take for ever.
    r"(?<!\d)(\d+(?:\.\d+)?)\s?(k|m|million|thousand)(?:[\s-]token)?s?(?:\s\w+)?\s?"
    r"(?:context|window|tokens? of context)",
    re.IGNORECASE,
)
_CODE_PARTS = re.compile(r"[\s,;:/()\[\]{}\"]+")
_CODE = re.compile(r"(?=.*\d)(?=.*[a-z])[a-z0-9]{4,}|\d{5,}")
# What looks like a model number, and many have: 8-port, 100base-tx, cat-5e, 3-in-1, h.264, 50mm.
_COUNTED = re.compile(
    r"\d+(?:\.\d+)?-?[a-z]{3,}(?:-[a-z]{1,2})?|[a-z]{3,}-?\d{1,2}[a-z]?(?:-\d+)?|v\d+|"
    r"\d+-[a-z]+-\d+|[a-z]\.\d+"
)
_MEASURED = re.compile(r"\d+(?:\.\d+)?[a-z]{1,3}|\d+x\d+[a-z]?|\d+(?:st|nd|rd|th)")
_NO_CODES = (_COUNTED, _MEASURED, _SIZE, _VERSION)


class Word(Struct, frozen=True, array_like=True, gc=False):
    """A word of a name, as it is compared, how much it counts, and what kind of fact it states."""

    text: str
    weight: int
    kind: str = ""


def list_words(words: Iterable[Word]) -> list[str]:
    """Return the texts of words."""
    return [word.text for word in words]


class Named(Struct, frozen=True, gc=False):
    """What a name says: its words, those of its maker, and the facts."""

    words: tuple[Word, ...]
    makers: tuple[str, ...]
    facts: Facts


def read_name(text: str, words: Words) -> Named:
    """Read a name, or a part of one."""
    tokens = split_words(text)
    found: list[Word] = []
    makers: list[str] = []
    facts: dict[str, set[str]] = {}
    place = 0
    while place < len(tokens):
        length, lines = _find_lines(tokens, place, words)
        number = _read_number(tokens, place, words) if length == 1 else None
        if number is not None:
            length, kind, value = number
            if kind:
                facts.setdefault(kind, set()).add(value)
            found.append(Word(value, 2 if kind else 1, kind))
        elif lines:
            kind, line = next(iter(lines.items()))
            value = line.value.replace(" ", "")
            if kind in TYPES and kind != "size":
                facts.setdefault(kind, set()).add(line.value)
            if kind == "family" and line.of:
                facts.setdefault("vendor", set()).add(line.of)
            if kind == "vendor":
                makers.append(value)
            elif kind == "size":
                found.append(Word(tokens[place], 3))
            elif kind != "filler":
                found.append(Word(value, _weigh(kind), kind))
        else:
            found.append(Word(make_singular(tokens[place]), 3))
        place += length
    return Named(tuple(found), tuple(makers), _write(facts))


def _find_lines(tokens: Sequence[str], place: int, words: Words) -> tuple[int, dict[str, Line]]:
    """Return how many words are listed, and as what; a unit is none where nothing is counted."""
    length, lines = words.find(tokens, place)
    if "unit" in lines and not _is_number(tokens, place - 1):
        lines = {kind: line for kind, line in lines.items() if kind != "unit"}
    return length if lines else 1, lines


def _is_number(tokens: Sequence[str], place: int) -> bool:
    return place >= 0 and any(char.isdigit() for char in tokens[place])


def _weigh(kind: str) -> int:
    return {"generic": 1, "unit": 1, "family": 3, "short": 3}.get(kind, 2)


def _write(facts: Mapping[str, set[str]]) -> Facts:
    return {kind: tuple(sorted(facts[kind])) for kind in TYPES if kind in facts}


def _read_number(tokens: Sequence[str], place: int, words: Words) -> tuple[int, str, str] | None:
    """Return how many words a number takes, what it says, and how it is written; or None."""
    token = tokens[place]
    if not any(char.isdigit() for char in token):
        return None
    following = words.find(tokens, place + 1)[1] if place + 1 < len(tokens) else {}
    if (size := _SIZE.fullmatch(token)) and "unit" not in following:
        return 1, "size", _write_size(size[1], size[2], size[3])
    if "size" in following and re.fullmatch(r"\d+(?:\.\d+)?", token):
        return 2, "size", _write_size(None, token, following["size"].value)
    if _YEAR.fullmatch(token) or "unit" in following:
        return 1, "", token
    if _VERSION.fullmatch(token):
        return 1, "version", write_number(token)
    return None


def _write_size(experts: str | None, number: str, unit: str) -> str:
    """Return a size in the largest unit of which it is one at least: 0.5B is 500M."""
    times = re.sub(r"\W", "", (experts or "").replace("×", "x"))
    number, unit = write_number(number), unit[0]
    if len(number) <= _LONGEST_NUMBER:
        count = Decimal(number).scaleb(_UNITS[unit])
        fitting = [other for other, power in _UNITS.items() if count >= 10**power]
        unit = fitting[-1] if fitting else "m"
        number = f"{count.scaleb(-_UNITS[unit]).normalize():f}"
    return times + number + unit


def read_codes(text: str, words: Words) -> tuple[str, ...]:
    """Return the model numbers in a name, such as ``tx-9100b``: letters and digits, or five digits.

    What begins with a family's name, such as ``gpt-4o``, is read as family and version.
    """
    codes = set()
    folded = fold_text(text)
    for part in _CODE_PARTS.split(folded):
        compact = re.sub(r"[\W_]", "", part)
        if not _CODE.fullmatch(compact) or any(kind.fullmatch(part) for kind in _NO_CODES):
            continue
        if "family" not in words.find(split_words(part), 0)[1]:
            codes.add(compact)
    return tuple(sorted(codes))


def read_prose(
    text: str, words: Words, families: Collection[str], own: AbstractSet[str]
) -> dict[str, set[str]]:
    """Return what prose says for certain: sizes, versions, makers, and how much it can read.

    A size behind the name of a family that is none of ``families`` is that of another tool, and so
    is what stands behind a name that is no word of its ``own``.
    """
    facts: dict[str, set[str]] = {}
    for found in _TOLD_SIZE.finditer(text):
        is_counted = (found["marked"] or "").lower().endswith(("param", "weight"))
        before = _look_before(text, found.start())
        if _is_of_another(before, words, families, own, is_counted=is_counted):
            continue
        experts, number, unit = found[1], found[2], found[3].lower()
        if unit == "b" or found["marked"] or f"-{unit}" in found[0].lower():
            facts.setdefault("size", set()).add(_write_size(experts, _count(number), unit))
    for found in _TOLD_VERSION.finditer(text):
        if _is_beside(_look_before(text, found.start()), own):
            continue
        facts.setdefault("version", set()).add(write_number(found[1]))
    for vendor in _find_makers(text, words):
        facts.setdefault("vendor", set()).add(vendor)
    for found in _CONTEXT.finditer(text):
        facts.setdefault("context", set()).add(write_number(found[1]) + found[2][0].lower())
    return facts


def _look_before(text: str, place: int) -> str:
    return text[max(0, place - _NEAR) : place]


def _is_of_another(
    before: str,
    words: Words,
    families: Collection[str],
    own: AbstractSet[str],
    *,
    is_counted: bool,
) -> bool:
    """Tell whether what follows is said of another tool: behind its family's name, or beside."""
    tokens = [token for token in split_words(before) if not _VERSION.fullmatch(token)]
    line = words.find(tokens, len(tokens) - 1)[1].get("family") if tokens else None
    if line is not None:
        return line.value not in families
    return _is_beside(before, own, is_counted=is_counted)


def _is_beside(before: str, own: AbstractSet[str], *, is_counted: bool = False) -> bool:
    """Tell whether a text sets another tool beside this one; ``own`` are the words of its name."""
    if _AGAINST.search(before) or (not is_counted and _WITH.search(before)):
        return True
    named = _BEHIND_NAME.search(before)
    return named is not None and own.isdisjoint(split_words(named[1]))


def _count(number: str) -> str:
    """Return a number in digits."""
    words = re.split(r"[\s-]", number.lower())
    if words[0].isalpha():
        values = [
            _COUNTS.index(word) + 1 if word in _COUNTS else 10 * (_TENS.index(word) + 2)
            for word in words
        ]
        return str(sum(values))
    return number


def _find_makers(text: str, words: Words) -> Iterator[str]:
    for found in _MAKERS.finditer(text):
        before = _look_before(text, found.start()).lower().split()[-1:]
        tokens = [] if _NO_MAKERS.issuperset(before) and before else split_words(found[1])
        if tokens and _PEOPLE.isdisjoint((*tokens, found[2])):
            line = words.find(tokens, 0)[1].get("vendor")
            if line is not None:
                yield line.value


def read_variants(text: str, words: Words) -> Iterator[tuple[str, str]]:
    """Yield the variants that a text names which no other family has, and their family."""
    tokens = split_words(text)
    for place in range(len(tokens)):
        line = words.find(tokens, place)[1].get("variant")
        if line is not None and line.of:
            yield line.value, line.of
