"""Resolve: the facts of two entries side by side: which agree, and which keep them apart."""

from __future__ import annotations

from collections.abc import Sequence

from db.resolving.facts import TYPES
from db.resolving.traits import Traits


def list_facts(traits: Traits, kind: str) -> tuple[str, ...]:
    """Return what an entry states of one type: in its name, else elsewhere."""
    return traits.named.get(kind) or traits.told.get(kind) or ()


def find_conflicts(a: Traits, b: Traits) -> tuple[str, ...]:
    """Return the types of facts that keep two entries apart."""
    return tuple(kind for kind in TYPES if _conflict(kind, a, b))


def _conflict(kind: str, a: Traits, b: Traits) -> bool:
    ours, theirs = list_facts(a, kind), list_facts(b, kind)
    if not ours or not theirs or ours == theirs:
        return False
    if kind == "code":
        return not do_agree(kind, a, b) and _have_letters(ours) == _have_letters(theirs)
    shared = set(ours) & set(theirs)
    if kind in a.named and kind in b.named:
        # Each says something that the other does not.
        return shared != set(ours) and shared != set(theirs)
    if kind == "version":
        return not any(_is_within(one, other) for one in ours for other in theirs)
    return not shared


def do_agree(kind: str, a: Traits, b: Traits) -> bool:
    """Tell whether two entries state one fact of a type."""
    ours, theirs = list_facts(a, kind), list_facts(b, kind)
    if kind == "code":
        return any(_is_one_code(one, other) for one in ours for other in theirs)
    return not set(ours).isdisjoint(theirs)


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
