"""Resolve: by which keys entries are found that may be one tool (the field calls it blocking).

Two entries are compared where they share a key that few entries have. A key that many have tells
nothing: comparing all of them with each other is what would take for ever.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection, Iterator, Sequence
from itertools import combinations, pairwise

from db.resolving.facts import Word, list_words
from db.resolving.traits import Traits

# A key that more entries have is not looked at; nor is one that many names have a part of anyway.
MOST_SHARING = 50
MOST_SHARING_PART = 20
# What a key is, by its first letter.
KINDS = {
    "n": "name", "c": "model number", "u": "homepage", "p": "two words", "w": "word",
    "b": "beginning", "e": "end",
}  # fmt: skip
_PARTS = ("w", "b", "e")
_MOST_WORDS = 8
_LEAST_HALVED = 6
_LEAST_INITIALS = 3
_PREFIX = 6
_LEFT_OUT = ("version", "size")


def list_keys(traits: Traits) -> set[str]:
    """Return the keys of an entry; each begins with a letter for its kind."""
    keys = {f"n {traits.written}", f"n {traits.compact}"}
    keys.update(f"n {alias}" for alias in traits.aliases)
    keys.update(f"c {code}" for code in _list_codes(traits.named.get("code", ())))
    if traits.homepage:
        keys.add(f"u {traits.homepage}")
    for reading in traits.readings:
        keys.add(f"n {''.join(list_words(_leave_out(reading)))}")
    words = _leave_out(traits.readings[0])
    keys.update(_list_words(words[:_MOST_WORDS]))
    for part in (words, _leave_out(traits.core)):
        keys.update(_list_halves("".join(list_words(part))))
    keys.update(f"w {maker}" for maker in traits.makers)
    return {key for key in keys if len(key) > 2}


def _leave_out(words: Sequence[Word]) -> list[Word]:
    """Return words without those that only one of two cards may state."""
    return [word for word in words if word.kind not in _LEFT_OUT]


def _list_codes(codes: Collection[str]) -> Iterator[str]:
    """Yield codes with and without the letters before and after that one card may leave out."""
    for code in codes:
        yield code
        for pattern in (r"[a-z]{1,3}$", r"^[a-z]{1,3}"):
            yield re.sub(pattern, "", code)


def _list_halves(compact: str) -> Iterator[str]:
    """Yield the halves of a name: a slip of the pen is in one of them only."""
    length = len(compact)
    if length >= _LEAST_HALVED:
        for half in {length // 2, (length - 1) // 2}:
            yield f"b {compact[:half]}"
            yield f"e {compact[-half:]}"


def _list_words(words: Sequence[Word]) -> Iterator[str]:
    ordinary = [word.text for word in words if word.weight > 2] or list_words(words)
    yield f"b {ordinary[0][:_PREFIX]}" if ordinary else ""
    for text in ordinary:
        yield f"w {text}"
    for one, other in combinations(sorted(set(ordinary)), 2):
        yield f"p {one} {other}"
    texts = list_words(words)
    for one, other in pairwise(texts):
        yield f"w {one}{other}"
    # By its first letters a name is known as a whole, or what it begins with is.
    for length in range(_LEAST_INITIALS, len(texts) + 1):
        yield f"w {''.join(text[0] for text in texts[:length])}"


def number_key(key: str) -> int:
    """Return the number by which a key is kept: 63 bits of its digest; odd for a part of a name."""
    digest = hashlib.blake2b(key.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest) >> 2 << 1 | key.startswith(_PARTS)


def find_most(number: int) -> int:
    """Return how many entries may have a key for it to be looked at, by its number."""
    return MOST_SHARING_PART if number & 1 else MOST_SHARING
