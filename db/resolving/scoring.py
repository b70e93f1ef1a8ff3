"""Resolve: two entries compared: what keeps them apart, and how much speaks for one tool.

The score is a sum of parts in whole thousandths, and follows from the two entries alone: what else
is in the database does not change it.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from msgspec import Struct

from db.resolving.alignment import align_names
from db.resolving.conflicts import FactsCompared, compare_facts
from db.resolving.traits import Traits

# From here on a pair waits for a person.
QUEUE_AT = 450
NAME_PART = 600
TEXT_PART = 200
SLUG_PART = 60
AGREED_PART = 30
ONE_SIDED_PART = -40
CODE_PART = 400
HOMEPAGE_PART = 500
ALIAS_PART = 550
ONE_SIDED_CODE_PART = -100
CATEGORY_PART = 20
PRICE_PART = 40
PRICES_APART_PART = -60
# Prices within so much of each other are one price, told otherwise; beyond, they are another.
NEAR_PRICE, FAR_PRICE = 1.15, 1.5


class Comparison(Struct, frozen=True, gc=False):
    """Two entries compared.

    ``conflicts`` are the types of facts in which they differ, and they are two tools whatever the
    ``score`` is; ``one_sided`` those that only one of them states. ``name`` and ``text`` tell in
    thousandths how much they have in common, of prose by the shorter text; ``parts`` sum up to the
    score.
    """

    score: int
    parts: Mapping[str, int]
    conflicts: tuple[str, ...]
    agreed: tuple[str, ...]
    one_sided: tuple[str, ...]
    name: int
    text: int
    shared_stems: int


def compare(a: Traits, b: Traits, facts: FactsCompared | None = None) -> Comparison:
    """Compare two entries; which of them is the first does not matter.

    ``facts`` are theirs, where they were compared before.
    """
    facts = facts or compare_facts(a, b)
    if (b.written, b.compact) < (a.written, a.compact):
        a, b = b, a
    name = compare_names(a, b)
    shared_stems, text = _share(a.stems, b.stems)
    parts = {
        "name": NAME_PART * name // 1000,
        "text": TEXT_PART * min(text, 500) // 500,
        "slug": SLUG_PART * _overlap(a.slug, b.slug) // 1000,
        "facts": min(90, AGREED_PART * sum(kind != "code" for kind in facts.agreed)),
        "code": CODE_PART * ("code" in facts.agreed),
        "one_sided": sum(
            ONE_SIDED_CODE_PART if kind == "code" else ONE_SIDED_PART for kind in facts.one_sided
        ),
        "homepage": HOMEPAGE_PART * (a.homepage == b.homepage != ""),
        "alias": ALIAS_PART * _has_alias(a, b),
        "category": CATEGORY_PART * (bool(a.category) and a.category == b.category),
        "price": weigh_prices(a.prices, b.prices),
    }
    parts = {part: points for part, points in parts.items() if points}
    return Comparison(
        score=max(0, min(1000, sum(parts.values()))),
        parts=parts,
        conflicts=facts.conflicts,
        agreed=facts.agreed,
        one_sided=facts.one_sided,
        name=name,
        text=text,
        shared_stems=shared_stems,
    )


def _share(a: Collection[str], b: Collection[str]) -> tuple[int, int]:
    """Return how many two sets share, and how much of the smaller that is, in thousandths."""
    shared = len(set(a) & set(b))
    return shared, 1000 * shared // min(len(a), len(b)) if shared else 0


def weigh_prices(a: Sequence[float], b: Sequence[float]) -> int:
    """Return what prices say: of what each side states, the two that are nearest."""
    if not a or not b:
        return 0
    ratio_of_nearest = min(max(one, other) / min(one, other) for one in a for other in b)
    if ratio_of_nearest <= NEAR_PRICE:
        return PRICE_PART
    return PRICES_APART_PART if ratio_of_nearest > FAR_PRICE else 0


def _has_alias(a: Traits, b: Traits) -> bool:
    return (
        b.compact in a.aliases or a.compact in b.aliases or not set(a.aliases).isdisjoint(b.aliases)
    )


def _overlap(a: Sequence[str], b: Sequence[str]) -> int:
    """Return how much of two sets is shared, in thousandths of both (Dice)."""
    both = len(a) + len(b)
    return 2000 * len(set(a) & set(b)) // both if both else 0


def compare_names(a: Traits, b: Traits) -> int:
    """Return how alike two names are, in thousandths: as they are written, else by their words."""
    if a.written == b.written:
        return 1000
    return align_names(a.readings, b.readings, frozenset((*a.makers, *b.makers)))
