"""Resolve: what is merged without a person's word, and what others lack for it.

There is one rule, and it made no wrong merge on the labelled pairs (docs/benchmarks.md): the same
name as it is written, the same facts, addresses that state nothing else, and prose that was written
after one source: most of its words recur, and all proper names, numbers, variants, editions and
forms that one of the two texts names. All else is a person's to say. Two texts on one trade may
share more than half of their words, whosever product it is; they rarely share who made it, what
it runs on and how much of everything there is. And what is new is often sold with the old text: two
products may have one text but for a number, or for a word.
"""

from __future__ import annotations

from db.resolving.conflicts import compare_addresses, list_facts
from db.resolving.facts import TYPES, list_words
from db.resolving.scoring import Comparison
from db.resolving.traits import Traits

RULE = "same name, facts and words"
# How many stems both texts have, and how much of the shorter text that is, in thousandths.
LEAST_STEMS = 8
LEAST_TEXT = 650
# How many proper names and numbers they have.
LEAST_MARKS = 2
# Texts that share so much, or in which so few words are another's, were not written anew: one is
# the other but for the words that tell the two tools apart, or for nothing, as may be.
MOST_TEXT = 850
FEWEST_OWN = 4
SAME_NAME = 1000


def find_doubt(a: Traits, b: Traits, comparison: Comparison) -> str:
    """Return what keeps two entries without a conflict from the rule, in words; else nothing."""
    return (
        _doubt_names(a, b, comparison)
        or _doubt_addresses(a, b)
        or _doubt_offers(a, b, comparison)
        or _doubt_texts(a, b, comparison)
    )


def _doubt_names(a: Traits, b: Traits, comparison: Comparison) -> str:
    differing = [kind for kind in TYPES if set(list_facts(a, kind)) != set(list_facts(b, kind))]
    is_named_alike = a.written == b.written or _join(a) == _join(b)
    # Names may differ in nothing but a fact that only one of them states.
    if not is_named_alike and not (differing and comparison.name == SAME_NAME):
        return "their names differ"
    if differing:
        return f"only one states {_name(differing[0])}"
    return "" if a.spelled == b.spelled else "their names are not written alike"


def _doubt_addresses(a: Traits, b: Traits) -> str:
    if kinds := compare_addresses(a, b):
        return f"their addresses do not state the same {kinds[0]}"
    return "their addresses end in other digits" if a.copy and b.copy and a.copy != b.copy else ""


def _doubt_offers(a: Traits, b: Traits, comparison: Comparison) -> str:
    if a.homepage and b.homepage and a.homepage != b.homepage:
        return "their homepages differ"
    if a.context and b.context and a.context != b.context:
        return "one reads more than the other"
    if a.editions and b.editions and set(a.editions).isdisjoint(b.editions):
        return "their taglines name other editions"
    if comparison.parts.get("price", 0) < 0:
        return "their prices are far apart"
    return "one is open, the other is paid for" if {a.cost, b.cost} == {"open", "paid"} else ""


def _doubt_texts(a: Traits, b: Traits, comparison: Comparison) -> str:
    if comparison.shared_stems < LEAST_STEMS or comparison.text < LEAST_TEXT:
        return "their texts have little in common"
    for ours, theirs in ((a.marks, b.marks), (a.kinds, b.kinds)):
        if set(ours) - set(theirs) and set(theirs) - set(ours):
            return "each text names what the other does not"
    own = min(len(set(a.stems) - set(b.stems)), len(set(b.stems) - set(a.stems)))
    if own and (own < FEWEST_OWN or comparison.text >= MOST_TEXT):
        return "their texts are one but for a few words"
    if comparison.shared_marks < LEAST_MARKS:
        return "their texts name few things and numbers"
    return ""


def _join(traits: Traits) -> str:
    """Return a name as one word, with its subtitle and without its maker's."""
    return "".join(list_words(traits.readings[0]))


def _name(kind: str) -> str:
    article = "an" if kind == "edition" else "a"
    return f"{article} {kind}"
