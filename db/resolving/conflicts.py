"""Resolve: the facts of two entries side by side: which agree, and which keep them apart."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from msgspec import Struct

from db.resolving.facts import TYPES
from db.resolving.traits import Traits, spell

_NEVER_ONE_SIDED = ("vendor", "family")
Values: TypeAlias = tuple[str, ...]


def list_facts(traits: Traits, kind: str) -> tuple[str, ...]:
    """Return what an entry states of one type: in its name, else elsewhere."""
    return traits.named.get(kind) or traits.told.get(kind) or ()


class FactsCompared(Struct, frozen=True, gc=False):
    """Types of facts: in which two entries conflict, agree, and that only one of them states.

    Of makers and families it does not count when only one states them.
    """

    conflicts: tuple[str, ...]
    agreed: tuple[str, ...]
    one_sided: tuple[str, ...]


def compare_facts(a: Traits, b: Traits) -> FactsCompared:
    """Compare the facts of two entries, type by type."""
    conflicts, agreed, one_sided = [], [], []
    for kind in TYPES:
        ours, theirs = list_facts(a, kind), list_facts(b, kind)
        if ours and theirs:
            if ours == theirs or _agree(kind, ours, theirs):
                agreed.append(kind)
            if ours != theirs and _conflict(kind, a, b, ours, theirs):
                conflicts.append(kind)
        if ours != theirs and kind not in _NEVER_ONE_SIDED:
            one_sided.append(kind)
    return FactsCompared(tuple(conflicts), tuple(agreed), tuple(one_sided))


def is_one_address(a: Traits, b: Traits) -> bool:
    """Tell whether two addresses of one name say the same: nothing else, or less of the name."""
    ours, theirs = spell(a.address), spell(b.address)
    return ours == theirs or (a.written.startswith(ours) and b.written.startswith(theirs))


def _agree(kind: str, ours: Values, theirs: Values) -> bool:
    if kind == "code":
        return any(_is_one_code(one, other) for one in ours for other in theirs)
    return not set(ours).isdisjoint(theirs)


def _conflict(kind: str, a: Traits, b: Traits, ours: Values, theirs: Values) -> bool:
    if kind == "code":
        is_like = _have_letters(ours) == _have_letters(theirs)
        return is_like and not _agree(kind, ours, theirs)
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
