"""Load: which of an entry's quotes a printed text is.

A quote is known by its words. Only where two different critics are named for the same words are
there two quotes; a text without a name is then the first one's by name, and that is an issue. A
card that prints the words as often as there are critics, without names, shows them all.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from msgspec import Struct

from db.history import Value
from db.keys import normalise_text, quote_key

normalise = lru_cache(maxsize=16_384)(normalise_text)


class Said(Struct, frozen=True, gc=False):
    """A text as printed on a card, with what is said of it; ``number`` is its place there."""

    card_id: int
    number: int
    text: str
    reviewer: str | None
    seat: int
    score: int | None
    verdict: str | None

    @property
    def values(self) -> dict[str, Value]:
        """What is said of it."""
        return {
            "reviewer": self.reviewer, "seat": self.seat, "score": self.score,
            "verdict": self.verdict,
        }  # fmt: skip


class Quotes(Struct, frozen=True):
    """An entry's quotes by their keys, each as the cards print it.

    ``contested`` are the cards with words that several critics have said; ``ambiguous`` holds, for
    those that print such words without a name, the critics who could be meant.
    """

    printed: tuple[Said, ...]
    said: dict[str, dict[int, Said]]
    keys: dict[tuple[int, int], str]
    contested: set[int]
    ambiguous: dict[int, tuple[str, ...]]


def find_quotes(entry_key: str, printed: Iterable[Said], first_seen: Mapping[int, int]) -> Quotes:
    """Find out which quotes an entry has, from all that its cards print.

    ``first_seen`` tells the place of each card in the order of observation. The critic who was
    seen first has the key of the words alone, so that who comes later takes nobody's.
    """
    printed = tuple(printed)
    words: dict[str, list[Said]] = {}
    for said in printed:
        words.setdefault(normalise(said.text), []).append(said)
    quotes = Quotes(printed, {}, {}, set(), {})
    for text, group in words.items():
        named = sorted(
            (first_seen[said.card_id], normalise(said.reviewer)) for said in group if said.reviewer
        )
        names = sorted({name for _, name in named})
        shown: dict[tuple[int, int], str] = {}
        if len(names) > 1:
            quotes.contested.update(said.card_id for said in group)
            shown = _name_shown(group, names)
        for said in group:
            name = normalise(said.reviewer) if said.reviewer else None
            if name is None and names:
                own = shown.get((said.card_id, said.number))
                name = own or names[0]
                if own is None and len(names) > 1:
                    quotes.ambiguous[said.card_id] = tuple(names)
            is_first = name is None or name == named[0][1]
            key = quote_key(entry_key, text, None if is_first else name)
            quotes.keys[said.card_id, said.number] = key
            # Printed twice on one card, the first place counts, and one with a name before all.
            by_card = quotes.said.setdefault(key, {})
            first = by_card.setdefault(said.card_id, said)
            if first.reviewer is None and said.reviewer is not None:
                by_card[said.card_id] = said
    return quotes


def _name_shown(group: Sequence[Said], names: Sequence[str]) -> dict[tuple[int, int], str]:
    """Return whose each printing without a name is, on cards that print one for every critic.

    There, they stand in the order of the seats that the critics have where they are named.
    """
    seats: dict[str, int] = {}
    nameless: dict[int, list[Said]] = {}
    for said in group:
        if said.reviewer:
            name = normalise(said.reviewer)
            seats[name] = min(seats.get(name, said.seat), said.seat)
        else:
            nameless.setdefault(said.card_id, []).append(said)
    ordered = sorted(names, key=lambda name: (seats[name], name))
    return {
        (said.card_id, said.number): name
        for printed in nameless.values()
        if len(printed) == len(names)
        for said, name in zip(sorted(printed, key=lambda s: s.number), ordered, strict=True)
    }
