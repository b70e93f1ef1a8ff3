"""Resolve: what speaks for and against one tool, in words."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from msgspec import Struct

from db.resolving.conflicts import is_one_address, list_facts
from db.resolving.facts import TYPES
from db.resolving.judging import SAME_NAME
from db.resolving.scoring import Comparison
from db.resolving.tokens import find_stem, split_words
from db.resolving.traits import STOP, Entry, Traits

_MOST_SHARED = 5


class Side(Struct, frozen=True, gc=False):
    """One of two entries: what it is compared by, and the words of its prose by their stems."""

    traits: Traits
    prose: Mapping[str, str]


def write_evidence(a: Side, b: Side, comparison: Comparison) -> dict[str, object]:
    """Return what speaks for and against one tool, and the parts of the score."""
    return {
        "for": list(tell_for(a, b, comparison)),
        "against": list(tell_against(a.traits, b.traits, comparison)),
        "parts": dict(comparison.parts),
    }


def tell_for(a: Side, b: Side, comparison: Comparison) -> Iterator[str]:
    """Yield what two entries have in common."""
    ours, theirs = a.traits, b.traits
    if ours.compact == theirs.compact or ours.written == theirs.written:
        yield "same name"
    elif comparison.name >= 850:
        yield "names nearly the same"
    elif comparison.name:
        yield "names alike"
    if "alias" in comparison.parts:
        is_the_other = ours.compact in theirs.aliases or theirs.compact in ours.aliases
        yield (
            "one is told to be the other's name before or after"
            if is_the_other
            else "both tell of the same other name"
        )
    if ours.homepage == theirs.homepage != "":
        yield f"same homepage {ours.homepage}"
    for kind in comparison.agreed:
        values = set(list_facts(ours, kind)) & set(list_facts(theirs, kind))
        yield f"same {kind} {_join(values or list_facts(ours, kind))}"
    named = {find_stem(word.text) for traits in (ours, theirs) for word in traits.readings[0]}
    shared = [word for stem, word in a.prose.items() if stem in b.prose and stem not in named]
    if shared:
        more = f" and {len(shared) - _MOST_SHARED} more" if len(shared) > _MOST_SHARED else ""
        yield f"both texts say {', '.join(f'*{word}*' for word in shared[:_MOST_SHARED])}{more}"
    if comparison.parts.get("price", 0) > 0:
        yield "same price, or nearly so"


def tell_against(a: Traits, b: Traits, comparison: Comparison) -> Iterator[str]:
    """Yield in what two entries differ, and what only one of them says."""
    yield from _tell_facts(a, b, comparison)
    if a.homepage and b.homepage and a.homepage != b.homepage:
        yield f"homepage {a.homepage} is not {b.homepage}"
    if a.spelled != b.spelled and comparison.name == SAME_NAME:
        yield "the names are not written alike"
    if a.category and b.category and a.category != b.category:
        yield "the categories differ"
    yield from _tell_addresses(a, b)
    yield from _tell_prices(a, b, comparison)
    yield from _tell_texts(a, b, comparison)


def _tell_facts(a: Traits, b: Traits, comparison: Comparison) -> Iterator[str]:
    for kind in TYPES:
        ours, theirs = list_facts(a, kind), list_facts(b, kind)
        if kind in comparison.conflicts:
            yield f"{kind} {_join(ours)} is not {_join(theirs)}"
        elif kind not in comparison.agreed and ours != theirs:
            yield f"one says {kind} {_join(ours or theirs)}"
        elif rest := set(ours) ^ set(theirs):
            yield f"one says {kind} {_join(rest)}, too"
    if a.context and b.context and a.context != b.context:
        yield f"{_join(a.context)} of context is not {_join(b.context)}"
    elif a.context != b.context:
        yield f"one says {_join(a.context or b.context)} context"


def _tell_texts(a: Traits, b: Traits, comparison: Comparison) -> Iterator[str]:
    ours, theirs = set(a.marks), set(b.marks)
    if ours - theirs and theirs - ours:
        yield f"one text names {_list_few(ours - theirs)}, the other {_list_few(theirs - ours)}"
    if a.stems and b.stems and not comparison.shared_stems:
        yield "the texts have no word in common"


def _tell_addresses(a: Traits, b: Traits) -> Iterator[str]:
    if is_one_address(a, b):
        return
    one, other = set(a.address.split("-")), set(b.address.split("-"))
    ours, theirs = one - other, other - one
    if ours or theirs:
        told = f", the other {_list_few(theirs)}" if ours and theirs else ""
        yield f"one address says {_list_few(ours or theirs)}{told}"


def _list_few(values: Collection[str]) -> str:
    more = f" and {len(values) - _MOST_SHARED} more" if len(values) > _MOST_SHARED else ""
    return ", ".join(f"*{value}*" for value in sorted(values)[:_MOST_SHARED]) + more


def _tell_prices(a: Traits, b: Traits, comparison: Comparison) -> Iterator[str]:
    if comparison.parts.get("price", 0) < 0:
        yield "prices far apart"
    if {a.cost, b.cost} == {"open", "paid"}:
        yield "one is open, the other is paid for"


def list_prose(entry: Entry) -> dict[str, str]:
    """Return the words of a tagline and a description by their stems, in their order."""
    words: dict[str, str] = {}
    for word in split_words(f"{entry.tagline or ''} {entry.description or ''}"):
        stem = find_stem(word)
        if len(stem) > 1 and stem not in STOP:
            words.setdefault(stem, word)
    return words


def _join(values: Iterable[str]) -> str:
    return ", ".join(sorted(values))
