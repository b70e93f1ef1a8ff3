"""Resolve: what is merged without a person's word, and what others lack for it.

There is one rule, and it made no wrong merge on the labelled pairs (docs/benchmarks.md): the same
name, the same facts, and prose that was written after one source: most of its words recur, and so
do the proper names and numbers in it. All else is a person's to say. Two texts on one trade may
share more than half of their words, whosever product it is; they rarely share who made it, what
it runs on and how much of everything there is.
"""

from __future__ import annotations

from db.resolving.conflicts import list_facts
from db.resolving.facts import TYPES, list_words
from db.resolving.scoring import Comparison
from db.resolving.traits import Traits

RULE = "same name, facts and words"
# How many stems both texts have, and how much of the shorter text that is, in thousandths.
LEAST_STEMS = 8
LEAST_TEXT = 650
# The same of proper names and numbers.
LEAST_MARKS = 2
LEAST_MARKED = 500
SAME_NAME = 1000


def find_doubt(a: Traits, b: Traits, comparison: Comparison) -> str:
    """Return what keeps two entries without a conflict from the rule, in words; else nothing."""
    differing = [kind for kind in TYPES if set(list_facts(a, kind)) != set(list_facts(b, kind))]
    is_named_alike = a.written == b.written or _join(a) == _join(b)
    # Names may differ in nothing but a fact that only one of them states.
    if not is_named_alike and not (differing and comparison.name == SAME_NAME):
        return "their names differ"
    if differing:
        return f"only one states {_name(differing[0])}"
    if a.homepage and b.homepage and a.homepage != b.homepage:
        return "their homepages differ"
    if a.context and b.context and a.context != b.context:
        return "one reads more than the other"
    if a.editions and b.editions and set(a.editions).isdisjoint(b.editions):
        return "their taglines name other editions"
    if comparison.parts.get("price", 0) < 0:
        return "their prices are far apart"
    if {a.cost, b.cost} == {"open", "paid"}:
        return "one is open, the other is paid for"
    if comparison.shared_stems < LEAST_STEMS or comparison.text < LEAST_TEXT:
        return "their texts have little in common"
    if comparison.shared_marks < LEAST_MARKS or comparison.marks < LEAST_MARKED:
        return "their texts name other things and numbers"
    return ""


def _join(traits: Traits) -> str:
    """Return a name as one word, with its subtitle and without its maker's."""
    return "".join(list_words(traits.readings[0]))


def _name(kind: str) -> str:
    article = "an" if kind == "edition" else "a"
    return f"{article} {kind}"
