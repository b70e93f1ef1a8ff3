"""A value in a line of the command is short, and two that differ can be told apart there."""

from __future__ import annotations

from ast import literal_eval

from hypothesis import given
from hypothesis import strategies as st

from versusdb.shortening import shorten, shorten_change

LONG = "Amberjack sits in the corner of the screen and waits until somebody asks for it"
TEXTS = st.text(st.characters(categories=["Lu", "Ll", "Zs"]), max_size=80)


def test_what_differs_at_the_end_is_shown() -> None:
    """Of a long text that changed late, both sides show where, from a word on."""
    shown = shorten_change(f"{LONG} twice.", f"{LONG} again.", 30)
    assert shown == "'…asks for it twice.' → '…asks for it again.'"
    assert shorten_change(LONG, f"{LONG}, or not.", 30).endswith("asks for it, or not.'")


def test_what_differs_at_the_beginning_is_cut_at_the_end() -> None:
    """Both sides begin where the texts do."""
    assert shorten_change(f"A {LONG}", f"The {LONG}", 12) == "'A Amberjack…' → 'The Amberja…'"
    assert shorten_change("short", "other", 30) == "'short' → 'other'"
    assert shorten_change("one  space", "one space", 30) == "'one  space' → 'one space'"


def test_what_is_no_text_stands_as_it_is() -> None:
    """A number is itself, and nothing is a dash."""
    assert shorten_change(None, 7) == "– → 7"
    assert shorten_change("x" * 70, None) == f"'{'x' * 59}…' → –"
    assert shorten("two\nlines") == "'two lines'"


@given(TEXTS, TEXTS, TEXTS, TEXTS)
def test_both_sides_differ_where_the_texts_do(head: str, one: str, other: str, tail: str) -> None:
    """Whatever two texts share, what is shown of them differs if they do, and is short."""
    before, after = f"{head}{one}{tail}", f"{head}{other}{tail}"
    left, right = shorten_change(before, after, 30).split(" → ")
    assert (left == right) == (before == after)
    assert all(len(literal_eval(side)) <= 30 for side in (left, right))
    assert max(map(len, (left.encode(), right.encode()))) <= 400
