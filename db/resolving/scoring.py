"""Resolve: two entries compared: what keeps them apart, and how much speaks for one tool.

The score is a sum of parts in whole thousandths, and follows from the two entries alone: what else
is in the database does not change it.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from msgspec import Struct
from rapidfuzz.distance import Indel
from rapidfuzz.fuzz import ratio

from db.resolving.facts import TYPES, Word, list_words
from db.resolving.tokens import find_stem
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
CATEGORY_PART = 20
PRICE_PART = 20
# Words that differ in so little are one word in two spellings, in hundredths.
SPELLED_ALIKE = 84
_LEFT_TO_FACTS = ("version", "size")


class Comparison(Struct, frozen=True):
    """Two entries compared.

    ``conflicts`` are the types of facts in which they differ, and they are two tools whatever the
    ``score`` is; ``one_sided`` those that only one of them states. ``name`` and ``text`` tell in
    thousandths how much they have in common; ``parts`` sum up to the score.
    """

    score: int
    parts: Mapping[str, int]
    conflicts: tuple[str, ...]
    agreed: tuple[str, ...]
    one_sided: tuple[str, ...]
    name: int
    text: int
    shared_stems: int


def find_conflicts(a: Traits, b: Traits) -> tuple[str, ...]:
    """Return the types of facts that keep two entries apart."""
    return tuple(kind for kind in TYPES if _conflict(kind, a, b))


def list_facts(traits: Traits, kind: str) -> tuple[str, ...]:
    """Return what an entry states of one type: in its name, else elsewhere."""
    return traits.named.get(kind) or traits.told.get(kind) or ()


def _conflict(kind: str, a: Traits, b: Traits) -> bool:
    ours, theirs = list_facts(a, kind), list_facts(b, kind)
    if not ours or not theirs or ours == theirs:
        return False
    if kind == "code":
        return not _agree(kind, a, b) and _have_letters(ours) == _have_letters(theirs)
    shared = set(ours) & set(theirs)
    if kind in a.named and kind in b.named:
        # Each says something that the other does not.
        return shared != set(ours) and shared != set(theirs)
    if kind == "version":
        return not any(_is_within(one, other) for one in ours for other in theirs)
    return not shared


def _have_letters(codes: Sequence[str]) -> bool:
    return any(not code.isdigit() for code in codes)


def _is_within(one: str, other: str) -> bool:
    """Tell whether one version is the other told more exactly, as 2.1 is of 2."""
    return one == other or one.startswith(f"{other}.") or other.startswith(f"{one}.")


def _is_one_code(one: str, other: str) -> bool:
    """Tell whether two model numbers are one, but for letters before or after one of them."""
    if len(one) > len(other):
        one, other = other, one
    rest = other.removeprefix(one) if other.startswith(one) else other.removesuffix(one)
    return one == other or (len(rest) <= 3 and rest.isalpha())


def compare(a: Traits, b: Traits) -> Comparison:
    """Compare two entries; which of them is the first does not matter."""
    if (b.written, b.compact) < (a.written, a.compact):
        a, b = b, a
    conflicts = find_conflicts(a, b)
    agreed = [kind for kind in TYPES if _agree(kind, a, b)]
    one_sided = [
        kind
        for kind in TYPES
        if kind not in ("vendor", "family") and set(list_facts(a, kind)) != set(list_facts(b, kind))
    ]
    name, text = compare_names(a, b), 0
    shared = len(set(a.stems) & set(b.stems))
    if a.stems and b.stems:
        text = 1000 * shared // min(len(a.stems), len(b.stems))
    parts = {
        "name": NAME_PART * name // 1000,
        "text": TEXT_PART * min(text, 500) // 500,
        "slug": SLUG_PART * _overlap(a.slug, b.slug) // 1000,
        "facts": min(90, AGREED_PART * sum(kind != "code" for kind in agreed)),
        "code": CODE_PART * ("code" in agreed),
        "one_sided": ONE_SIDED_PART * len(one_sided),
        "homepage": HOMEPAGE_PART * (a.homepage == b.homepage != ""),
        "alias": ALIAS_PART * _has_alias(a, b),
        "category": CATEGORY_PART * (bool(a.category) and a.category == b.category),
        "price": PRICE_PART * bool(set(a.prices) & set(b.prices)),
    }
    parts = {part: points for part, points in parts.items() if points}
    return Comparison(
        score=max(0, min(1000, sum(parts.values()))),
        parts=parts,
        conflicts=conflicts,
        agreed=tuple(agreed),
        one_sided=tuple(one_sided),
        name=name,
        text=text,
        shared_stems=shared,
    )


def _agree(kind: str, a: Traits, b: Traits) -> bool:
    ours, theirs = list_facts(a, kind), list_facts(b, kind)
    if kind == "code":
        return any(_is_one_code(one, other) for one in ours for other in theirs)
    return not set(ours).isdisjoint(theirs)


def _has_alias(a: Traits, b: Traits) -> bool:
    return (
        b.compact in a.aliases or a.compact in b.aliases or not set(a.aliases).isdisjoint(b.aliases)
    )


def _overlap(a: Sequence[str], b: Sequence[str]) -> int:
    """Return how much of two sets is shared, in thousandths of both (Dice)."""
    both = len(a) + len(b)
    return 2000 * len(set(a) & set(b)) // both if both else 0


def compare_names(a: Traits, b: Traits) -> int:
    """Return how alike two names are, in thousandths; parts that may be the name count less."""
    if a.written == b.written:
        return 1000
    best = 0
    makers = {*a.makers, *b.makers}
    for i, one in enumerate(a.readings):
        for j, other in enumerate(b.readings):
            share = (100, 92, 85)[(i > 0) + (j > 0)]
            if share * 10 > best:
                best = max(best, _align(one, other, makers) * share // 100)
    return best


def _align(a: Sequence[Word], b: Sequence[Word], makers: Collection[str]) -> int:
    """Return how much two rows of words have in common, in thousandths.

    Words that state a version or a size are left to the facts; those that name a maker need not be
    on both sides.
    """
    ours = [word for word in a if word.kind not in _LEFT_TO_FACTS] or list(a)
    theirs = [word for word in b if word.kind not in _LEFT_TO_FACTS] or list(b)
    one, other = "".join(list_words(ours)), "".join(list_words(theirs))
    if one == other:
        return 1000
    left, right = list(ours), list(theirs)
    leave_shared(left, right)
    misspelled = pair_misspelled(left, right)
    left = [word for word in left if word.text not in makers]
    right = [word for word in right if word.text not in makers]
    missing_a, missing_b = (sum(word.weight for word in words) for words in (left, right))
    weight_a, weight_b = (sum(word.weight for word in words) for words in (ours, theirs))
    shared = max(0, min(weight_a - missing_a, weight_b - missing_b))
    if not shared:
        return _spell(one, other)
    dice = 1000 * 2 * shared // (2 * shared + missing_a + missing_b)
    within = 0
    if not missing_a or not missing_b:
        # A name within a longer one says less the shorter it is.
        within = 600 + 50 * min(shared, 6)
    return max(max(dice, within) - 50 * misspelled, _spell(one, other))


def leave_shared(left: list[Word], right: list[Word]) -> None:
    """Take out of both the words that the other has, too, also as one or by their first letters."""
    for word in list(left):
        match = next((other for other in right if other.text == word.text), None)
        if match is not None:
            left.remove(word)
            right.remove(match)
    for one, other in ((left, right), (right, left)):
        for length in (2, 3, 4):
            for place in range(len(one) - length, -1, -1):
                run = one[place : place + length]
                match = next((each for each in other if _stands_for(each.text, run)), None)
                if match is not None:
                    other.remove(match)
                    del one[place : place + length]


def pair_misspelled(left: list[Word], right: list[Word]) -> int:
    """Take out of both the words that the other has in another spelling; return how many."""
    count = 0
    for word in list(left):
        match = next((other for other in right if _is_spelled_alike(word.text, other.text)), None)
        if match is not None:
            left.remove(word)
            right.remove(match)
            count += 1
    return count


def _stands_for(text: str, run: Sequence[Word]) -> bool:
    """Tell whether a word is a run of words written as one, or their first letters."""
    if len(text) == len(run):
        return len(text) > 1 and all(w.text[0] == c for w, c in zip(run, text, strict=True))
    return text == "".join(list_words(run))


def _is_spelled_alike(one: str, other: str) -> bool:
    if min(len(one), len(other)) < 4 or any(char.isdigit() for char in one + other):
        return False
    if one[0] != other[0]:
        return False
    alike = ratio(one, other, score_cutoff=SPELLED_ALIKE) > 0
    return alike or find_stem(one) == find_stem(other)


def _spell(ours: str, theirs: str) -> int:
    """Return how alike two names are as one word each; nothing, where they are not very much."""
    if min(len(ours), len(theirs)) < 6 or any(char.isdigit() for char in ours + theirs):
        return 0
    return int(Indel.normalized_similarity(ours, theirs, score_cutoff=0.85) * 900)
