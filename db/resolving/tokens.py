"""Resolve: texts taken apart into words that two hands would write alike.

Case, accents, hyphens and plurals do not tell two tools apart. Numbers do, so they are kept whole:
``3.5`` is one word, and ``Llama4`` is two.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

# Of kana these make another letter.
_VOICED = "\u3099\u309a"
_ROMAN = {"II": "2", "III": "3", "IV": "4", "VI": "6", "VII": "7", "VIII": "8", "IX": "9"}
_FIND_ROMAN = re.compile(r"(?<=[^\W\d_] )(?:II|III|IV|VI|VII|VIII|IX)\b")
_POSSESSIVE = re.compile(r"['’](?:s\b)?")
# 8x7B, also with other signs or white space: so many experts of one size.
_EXPERTS = re.compile(r"(?<=\d)\s?[x×]\s?(?=\d+(?:\.\d+)?\s?b)")
# 3-in-1: neither number is one of its versions.
_IN_ONE = re.compile(r"\b(\d+|all)[- ]in[- ](?:1|one)\b")
_PLUS = re.compile(r"(?<=[^\W_])\+(?![\w+])(?<!\+\+)")
_TOKEN = re.compile(r"[a-z]*\d+(?:\.\d+)+[a-z]*|[^\W_]+(?:\+\+|#)?")
# A word and a number written as one: up to two digits, or with a point.
_GLUED = re.compile(r"([a-z]{3,})(\d\d?[a-z]?|\d+(?:\.\d+)+[a-z]*)")
_SUFFIXES = ("ations", "ation", "ings", "ments", "ing", "ment", "ions", "ion", "ers", "ies",
             "ed", "er", "es", "ly", "s", "e", "y")  # fmt: skip


def fold_text(text: str) -> str:
    """Return a text in the letters that are compared: small, without accents, in one width."""
    if not text.isascii():
        # Their wide form is TM, and one word with the name before it.
        text = unicodedata.normalize("NFKC", text.replace("™", " "))
        parts = unicodedata.normalize("NFKD", text)
        kept = (char for char in parts if char in _VOICED or not unicodedata.combining(char))
        text = unicodedata.normalize("NFC", "".join(kept))
    text = _POSSESSIVE.sub("", text.casefold()).replace("&", " and ")
    if "in-" in text or " in 1" in text or " in one" in text:
        text = _IN_ONE.sub(r"\1inone", text)
    text = _PLUS.sub(" plus", text) if "+" in text else text
    return _EXPERTS.sub("x", text) if "×" in text or " x " in text else text


def split_words(text: str) -> list[str]:
    """Return the words of a text; of one that has none, such as an emoji, its signs."""
    folded = fold_text(_FIND_ROMAN.sub(lambda found: _ROMAN[found[0]], text))
    words = [part for token in _TOKEN.findall(folded) for part in _split_glued(token)]
    return words or folded.split()


def _split_glued(token: str) -> Iterable[str]:
    if token.isascii() and not token.isalpha() and (glued := _GLUED.fullmatch(token)):
        return glued.groups()
    return (token,)


def write_number(text: str) -> str:
    """Return a number as it is compared: ``2.0`` is ``2``, and ``v2`` as well."""
    text = text.removeprefix("v")
    return re.sub(r"(?:\.0+)+(?=[a-z]*$)", "", text) if "." in text else text


def make_singular(word: str) -> str:
    """Return a word without the ``s`` of a plural."""
    is_plural = not word.endswith(("ss", "us", "is")) or (word.endswith("pus") and len(word) == 4)
    if len(word) > 2 and word.endswith("s") and is_plural:
        return word[:-3] + "y" if word.endswith("ies") and len(word) > 4 else word[:-1]
    return word


@lru_cache(maxsize=1 << 16)
def find_stem(word: str) -> str:
    """Return what stays of a word of prose when its ending is taken away."""
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= 3:
            return word[: -len(suffix)]
    return word
