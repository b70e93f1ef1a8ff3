"""Bench: so many invented entries from a seed, to see what growth costs.

Tools come in families of one maker, which differ by a version, a size, a variant or a form; about
a tenth of the entries are the second of a tool, by another hand: another form of the name, other
words. Words are drawn by Zipf's law, those of names from more than fifty thousand coined ones.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from math import prod
from random import Random
from typing import TypeVar

from msgspec import Struct

from bench.resolve import phrases
from bench.resolve.links import LabelledEntry, Pair

SEED = 1
SECOND_SHARE = 0.1
_COINED, _MAKERS = 60_000, 8_000
# Zipf's law as Mandelbrot has it: the first so many ranks are about as frequent as each other.
_LEVEL = 50
# Coined words: consonants, vowel, consonants, vowel, consonants; each once, as the stride is prime.
_PARTS = (phrases.ONSETS, phrases.VOWELS, phrases.ONSETS, phrases.VOWELS, phrases.CODAS)
_WORDS = prod(map(len, _PARTS))
_STRIDE = 611_953
_SIBLINGS = (1, 1, 1, 1, 1, 2, 2, 3, 4, 6)
_T = TypeVar("_T")


class _Tool(Struct, frozen=True):
    """What both hands know of a tool; things are pairs of wordings."""

    number: int
    vendor: str
    name: str
    category: str
    things: tuple[tuple[str, ...], ...]
    homepage: str


def grow_entries(entries: int, seed: int = SEED) -> tuple[LabelledEntry, ...]:
    """Return so many entries in a random order; the same for a number and a seed, anywhere."""
    random = Random(f"grow {seed}")
    slugs: Counter[str] = Counter()
    grown: list[LabelledEntry] = []
    for tool in _list_tools(random):
        hands = 2 if random.random() < SECOND_SHARE / (1 - SECOND_SHARE) else 1
        grown += [_write_entry(random, tool, hand, slugs) for hand in range(hands)]
        if len(grown) >= entries:
            break
    del grown[entries:]
    random.shuffle(grown)
    return tuple(grown)


def list_pairs(entries: Sequence[LabelledEntry]) -> frozenset[Pair]:
    """Return the pairs of entries of one tool; no tool has more than two."""
    first: dict[int, int] = {}
    pairs = set()
    for place, entry in enumerate(entries):
        before = first.setdefault(entry.tool, place)
        if before != place:
            pairs.add((before, place))
    return frozenset(pairs)


def _list_tools(random: Random) -> Iterator[_Tool]:
    """Yield tools without end, a family after the other; no two families have one name."""
    taken: set[str] = set()
    number = 0
    while True:
        words = [coin_word(_draw_rank(random, _COINED))]
        words += [coin_word(_draw_rank(random, _COINED))] * (random.random() < 0.2)
        words += [_draw(random, phrases.NOUNS) for _ in range(random.choice((0, 1, 1, 2)))]
        family = " ".join(dict.fromkeys(words))
        if family.casefold() in taken or len(words) == 1:
            continue
        taken.add(family.casefold())
        vendor = coin_word(_COINED + _draw_rank(random, _MAKERS))
        category = random.choice(list(phrases.TOPICS))
        marks = list(dict.fromkeys(_draw_mark(random) for _ in range(random.choice(_SIBLINGS))))
        for mark in marks if len(marks) > 1 or random.random() < 0.3 else [""]:
            yield _Tool(
                number=number,
                vendor=vendor,
                name=f"{family} {mark}".strip(),
                category=category,
                things=tuple(random.sample(phrases.TOPICS[category], 2)),
                homepage=f"https://{vendor.lower()}.example/{_write_slug(family)}",
            )
            number += 1


def _write_entry(random: Random, tool: _Tool, hand: int, slugs: Counter[str]) -> LabelledEntry:
    """Return what one hand writes of a tool: the second has other words for the same things."""
    things = [wordings[hand] for wordings in tool.things]
    name = _write_name(random, tool, things[0]) if hand or random.random() < 0.3 else tool.name
    tagline = f"{_draw(random, phrases.VERBS)} {things[0]} {_draw(random, phrases.MANNERS)}"
    slug = _write_slug(name) + "-2026" * (random.random() < 0.3)
    slugs[slug] += 1
    other = hand and random.random() < 0.5
    return LabelledEntry(
        tool=tool.number,
        slug=slug if slugs[slug] == 1 else f"{slug}-n{slugs[slug]}",
        name=name,
        tagline=None if random.random() < 0.07 else tagline.capitalize(),
        description=None if random.random() < 0.05 else _write_prose(random, tool, things),
        category=random.choice(list(phrases.TOPICS)) if other else tool.category,
        pricing=_draw(random, phrases.PRICES),
        homepage_url=tool.homepage if random.random() < 0.15 else None,
    )


def _write_name(random: Random, tool: _Tool, thing: str) -> str:
    """Return the name in another form: as a headline, with its maker, respelled."""
    form = _draw(random, phrases.HEADLINES)
    name = form.format(name=tool.name, vendor=tool.vendor, what=thing.capitalize())
    if name != tool.name:
        return name
    first, _, rest = name.partition(" ")
    return random.choice((f"{first}-{rest}", f"{first}{rest}", name.lower(), name))


def _write_prose(random: Random, tool: _Tool, things: Sequence[str]) -> str:
    sentences = [
        _draw(random, phrases.OPENINGS).format(
            name=tool.name,
            vendor=tool.vendor,
            verb=_draw(random, phrases.VERBS),
            thing=thing,
            manner=_draw(random, phrases.MANNERS),
            who=_draw(random, phrases.AUDIENCES),
        )
        for thing in things[: random.randint(1, 2)]
    ]
    return " ".join((*sentences, _draw(random, phrases.CLOSINGS)))


def _draw_mark(random: Random) -> str:
    """Return what tells a tool from its siblings: a version, a size, a variant, a form."""
    kind = random.choice((phrases.VERSIONS, phrases.SIZES, phrases.VARIANTS, phrases.FORMS))
    mark = _draw(random, kind)
    return f"({mark})" if kind is phrases.SIZES and random.random() < 0.5 else mark


def _draw(random: Random, choices: Sequence[_T]) -> _T:
    """Return one of a list by Zipf's law: the second half as often as the first."""
    return choices[int((len(choices) + 1) ** random.random()) - 1]


def _draw_rank(random: Random, ranks: int) -> int:
    """Return a rank below a number, the frequent ones levelled."""
    return int(_LEVEL * ((ranks / _LEVEL + 1) ** random.random() - 1))


def coin_word(rank: int) -> str:
    """Return the coined word of a rank; no two ranks have one word, and neighbours look unlike."""
    rest, word = rank * _STRIDE % _WORDS, ""
    for part in _PARTS:
        rest, place = divmod(rest, len(part))
        word += part[place]
    return word.capitalize()


def _write_slug(name: str) -> str:
    return re.sub("[^a-z0-9]+", "-", name.lower()).strip("-")
