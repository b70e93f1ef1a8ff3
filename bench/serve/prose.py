"""Bench: critics' words: sentences of words as frequent as in any language.

By Zipf's law the word of rank n is about 1/n as frequent as the first: some stand in most texts,
most in a few. So a search meets what it will meet: words that match a third of all quotes.
"""

from __future__ import annotations

import re
from collections import Counter
from random import Random
from typing import Final

from bench.resolve import phrases
from bench.resolve.growing import coin_word

_COINED = 6_000
_LEVEL = 3
_FREQUENT = """the a and it of to is in that for I on but with not as what you this when at by from
be are agent they model or have one my all we more so team price their if out up can latency no
than who over code context first which about after before never only page only bill same still
every work prompt was has will would docs plan need two week because without trust
workflow""".split()
_PARTS: Final = (
    phrases.MANNERS,
    phrases.AUDIENCES,
    phrases.CLOSINGS,
    phrases.VERBS,
    *(wordings for things in phrases.TOPICS.values() for wordings in things),
)


def _list_words() -> tuple[str, ...]:
    """Return all words, the frequent ones first: written, then those of phrases, then coined."""
    text = " ".join(phrase for part in _PARTS for phrase in part).lower()
    counted = Counter(re.findall(r"[a-z]+(?:-[a-z]+)*", text)).most_common()
    coined = (coin_word(rank).lower() for rank in range(_COINED))
    return tuple(dict.fromkeys((*_FREQUENT, *(word for word, _ in counted), *coined)))


WORDS: Final = _list_words()
_SPAN = len(WORDS) / _LEVEL + 1


def draw_word(random: Random) -> str:
    """Return a word, as often as its rank says."""
    return WORDS[int(_LEVEL * (_SPAN ** random.random() - 1))]


def write_sentence(random: Random, opening: str = "") -> str:
    """Return a sentence of six to eighteen words; ``opening`` stands before them."""
    words = [opening] if opening else []
    words += [draw_word(random) for _ in range(random.randint(6, 18))]
    if len(words) > 12:
        words[6] += ","
    words[0] = words[0][0].upper() + words[0][1:]
    return f"{' '.join(words)}{random.choice('...!?')}"


def write_review(random: Random, name: str) -> str:
    """Return what a critic says of a tool: two to five sentences, the first by its name."""
    rest = [write_sentence(random) for _ in range(random.randint(1, 4))]
    return " ".join((write_sentence(random, name), *rest))
