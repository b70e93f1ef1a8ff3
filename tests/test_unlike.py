"""Listings that differ in what the rule may not overlook are no tool by others between them."""

from __future__ import annotations

from typing import Any

import pytest

from db.resolving.joining import suppose_same
from db.resolving.resolver import resolve_entries
from tests.listed import (
    OTHER_TEXT,
    Listed,
    Sayer,
    add,
    find_row,
    list_queued,
    list_tools,
    make,
    open_listed,
)
from versusdb.effects import describe_effect, look_around

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
    """A listing that is like both of them is joined to both."""
    one, other, middle = make_three("prices")
    with open_listed(one, other) as database:
        resolve_entries(database)
        Sayer(database).say("same", one, other)
        add(database, middle)
        resolve_entries(database)
        assert list_tools(database) == {frozenset({"o-sier", "os-ier", "osier"})}


@pytest.mark.parametrize("why", UNLIKE)
def test_a_word_on_two_says_nothing_of_a_third(why: str) -> None:
    """What a person joins to one of the unlike, or to another tool, is not joined to the other."""
    one, other, middle = make_three(why)
    beside = make("Wherry", "wherry", None)
    for joined in (middle, beside):
        with open_listed(one, other, middle, beside) as database:
            resolve_entries(database)
            Sayer(database).say("same", one, joined)
            assert list_tools(database) == {frozenset({str(one.slug), str(joined.slug)})}
            waiting = {slug for pair in list_queued(database) for slug in pair}
            assert waiting == {str(each.slug) for each in (one, other, middle)}


def test_another_word_leaves_copies_together() -> None:
    """An entry that a person joined to another tool takes its copies with it."""
    one, copy = make("Osier", "osier"), make("Osier", "osier-2")
    other = make("Wherry", "wherry-9", OTHER_TEXT, pricing="$99")
    with open_listed(one, copy, other) as database:
        resolve_entries(database)
        Sayer(database).say("same", one, other)
        assert list_tools(database) == {frozenset({"osier", "osier-2", "wherry-9"})}


@pytest.mark.parametrize("is_there", [False, True])
def test_one_between_two_that_a_person_is_unsure_of_joins_neither(is_there: bool) -> None:
    """Whether it comes before the word or after it; it waits, and why is told."""
    one, other, copy = (make("Osier", slug) for slug in ("osier", "o-sier", "osier-2"))
    with open_listed(one, other, *[copy] * is_there) as database:
        resolve_entries(database)
        Sayer(database).say("unsure", one, other)
        if not is_there:
            add(database, copy)
            resolve_entries(database)
        assert list_tools(database) == set()
        reason = "it would join Osier (o-sier) and Osier (osier), of which a person was unsure"
        assert list_queued(database) == {
            frozenset({"osier-2", slug}): reason for slug in ("osier", "o-sier")
        }


def test_the_whole_tool_that_would_result_is_told_before_and_after() -> None:
    """A word on two unlike listings joins the one between them, too."""
    one, other, middle = make_three("prices")
    with open_listed(one, other, middle) as database:
        resolve_entries(database)
        rows = [find_row(database, each) for each in (one, other, middle)]
        assert sorted(suppose_same(database, *rows[:2])) == sorted(rows)
        assert sorted(suppose_same(database, rows[0], rows[2])) == sorted((rows[0], rows[2]))
        assert list_tools(database) == set()
        before = look_around(database, rows[:2])
        Sayer(database).say("same", one, other)
        assert list(describe_effect(database, before)) == ["3 entries are one tool now"]
