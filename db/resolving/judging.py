"""Resolve: what is merged without a person's word, and what others lack for it.

There is one rule, and it made no wrong merge on the labelled pairs (docs/benchmarks.md): it joins a
card that is listed again. The names are written alike, the facts and what the addresses say are
the same, nothing in the offers differs, and the texts are the same sign by sign. All else is a
person's to say. Rules that allowed for other words joined the 7B and the 24B of one name, and the
tool for nurses to the one for lawyers: a single word may tell two products apart, and no count of
common words shows which one.
"""

from __future__ import annotations

from db.resolving.conflicts import is_one_address, list_facts
from db.resolving.facts import TYPES, list_words
from db.resolving.scoring import Comparison, weigh_prices
from db.resolving.traits import Traits

RULE = "same name, facts and text"
# So many stems a text has at least.
LEAST_STEMS = 8
# From here on two texts have much in common, in thousandths of the shorter one's stems.
MUCH_TEXT = 500
SAME_NAME = 1000


def find_doubt(a: Traits, b: Traits, comparison: Comparison) -> str:
    """Return what keeps two entries without a conflict from the rule, in words; else nothing."""
    return _doubt_names(a, b, comparison) or _doubt_texts(a, b, comparison) or find_difference(a, b)


def find_difference(a: Traits, b: Traits) -> str:
    """Return in what two listings differ beside names, facts and texts, in words; else nothing.

    What only one of them states is no difference, but in the addresses.
    """
    if not is_one_address(a, b):
        return "their addresses do not say the same"
    if a.copy and b.copy and a.copy != b.copy:
        return "their addresses end in other digits"
    if a.year and b.year and a.year != b.year:
        return "their addresses name other years"
    if a.homepage and b.homepage and a.homepage != b.homepage:
        return "their homepages differ"
    if a.category and b.category and a.category != b.category:
        return "their categories differ"
    if weigh_prices(a.prices, b.prices) < 0:
        return "their prices are far apart"
    return "one is open, the other is paid for" if {a.cost, b.cost} == {"open", "paid"} else ""


def _doubt_names(a: Traits, b: Traits, comparison: Comparison) -> str:
    differing = [kind for kind in TYPES if set(list_facts(a, kind)) != set(list_facts(b, kind))]
    is_named_alike = a.written == b.written or _join(a) == _join(b)
    # Names may differ in nothing but a fact that only one of them states.
    if not is_named_alike and not (differing and comparison.name == SAME_NAME):
        return "their names differ"
    if differing:
        return f"only one states {_name(differing[0])}"
    return "" if a.spelled == b.spelled else "their names are not written alike"


def _doubt_texts(a: Traits, b: Traits, comparison: Comparison) -> str:
    is_enough = comparison.shared_stems >= LEAST_STEMS
    if a.text == b.text:
        return "" if is_enough else "their texts are the same, but too short to go by"
    if comparison.text < MUCH_TEXT or not is_enough:
        return "their texts have little in common"
    return "their texts are not the same"


def _join(traits: Traits) -> str:
    """Return a name as one word, with its subtitle and without its maker's."""
    return "".join(list_words(traits.readings[0]))


def _name(kind: str) -> str:
    article = "an" if kind == "edition" else "a"
    return f"{article} {kind}"
