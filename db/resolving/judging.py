"""Resolve: what is merged without a person's word, and what others lack for it.

There is one rule, and it made no wrong merge on the labelled pairs (docs/benchmarks.md): the same
name, the same facts, and prose written after one source. All else is a person's to say. Two texts
on one trade share up to half of their words, whosever product it is.
"""

from __future__ import annotations

from db.resolving.facts import TYPES
from db.resolving.scoring import Comparison, list_facts
from db.resolving.traits import Traits

RULE = "same name, facts and words"
# How many stems both texts have, and how much of the shorter text that is, in thousandths.
LEAST_STEMS = 8
LEAST_TEXT = 600


def find_rule(a: Traits, b: Traits, comparison: Comparison) -> str | None:
    """Return the rule by which two entries without a conflict are one tool, if there is one."""
    return None if find_doubt(a, b, comparison) else RULE


def find_doubt(a: Traits, b: Traits, comparison: Comparison) -> str:
    """Return what keeps two entries from being merged by rule, in words; nothing, if they are."""
    if a.compact != b.compact and a.written != b.written:
        return "their names differ"
    differing = [kind for kind in TYPES if set(list_facts(a, kind)) != set(list_facts(b, kind))]
    if differing:
        return f"only one states {_name(differing[0])}"
    if {a.cost, b.cost} == {"open", "paid"}:
        return "one is open, the other is paid for"
    if comparison.shared_stems < LEAST_STEMS or comparison.text < LEAST_TEXT:
        return "their texts have little in common"
    return ""


def _name(kind: str) -> str:
    article = "an" if kind == "edition" else "a"
    return f"{article} {kind}"
