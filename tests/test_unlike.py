"""Listings that differ in what the rule may not overlook are no tool by others between them."""

from __future__ import annotations

from typing import Any

import pytest

from db.resolving.resolver import resolve_entries
from tests.listed import Listed, Sayer, add, list_queued, list_tools, make, open_listed

MIDDLE: dict[str, Any] = {"name": "Osier", "slug": "osier", "pricing": "Contact us"}
UNLIKE: dict[str, tuple[dict[str, Any], dict[str, Any], str]] = {
    "digits": ({"slug": "osier-2"}, {"slug": "osier-3"}, "their addresses end in other digits"),
    "years": ({"slug": "osier-2024"}, {"slug": "osier-2026"}, "their addresses name other years"),
    "prices": (
        {"slug": "o-sier", "pricing": "$9"}, {"slug": "os-ier", "pricing": "$99"},
        "their prices are far apart",
    ),
    "licences": (
        {"slug": "o-sier", "pricing": "Open source"}, {"slug": "os-ier", "pricing": "$99"},
        "one is open, the other is paid for",
    ),
    "homepages": (
        {"slug": "o-sier", "homepage_url": "https://osier.example"},
        {"slug": "os-ier", "homepage_url": "https://getosier.example"}, "their homepages differ",
    ),
}  # fmt: skip


def make_three(why: str) -> tuple[Listed, Listed, Listed]:
    """Return two listings that are unlike, and one between them that is like both."""
    one, other, _ = UNLIKE[why]
    return make(**MIDDLE | one), make(**MIDDLE | other), make(**MIDDLE)


@pytest.mark.parametrize("why", UNLIKE)
def test_one_between_them_joins_neither(why: str) -> None:
    """It cannot be told whose it is: all wait, and why is told."""
    one, other, middle = make_three(why)
    with open_listed(one, other, middle) as database:
        resolve_entries(database)
        assert list_tools(database) == set()
        queued = list_queued(database)
        names = sorted(f"Osier ({each.slug})" for each in (one, other))
        for each in (one, other):
            assert queued[frozenset({str(each.slug), "osier"})] == (
                f"it would join {' and '.join(names)}, and {UNLIKE[why][2]}"
            )


@pytest.mark.parametrize("why", UNLIKE)
def test_each_alone_is_one_with_it(why: str) -> None:
    """Whichever comes first; when the other comes, both wait."""
    one, other, middle = make_three(why)
    for first, last in ((one, other), (other, one)):
        with open_listed(first, middle) as database:
            resolve_entries(database)
            assert len(list_tools(database)) == 1
            add(database, last)
            resolve_entries(database)
            assert list_tools(database) == set()


def test_what_a_person_joined_may_be_unlike() -> None:
    """A listing that is like one of them is joined to both."""
    one, other, middle = make_three("prices")
    with open_listed(one, other) as database:
        resolve_entries(database)
        Sayer(database).say("same", one, other)
        add(database, middle)
        resolve_entries(database)
        assert list_tools(database) == {frozenset({"o-sier", "os-ier", "osier"})}
