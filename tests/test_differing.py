"""What differs between two states is told apart by whether the site, or what is known, did."""

from __future__ import annotations

from db.differing import Difference, list_differences
from db.history import Value, Version


def hold(
    valid_from: str, valid_to: str | None = None, derived: tuple[str, ...] = (), **values: Value
) -> Version:
    """Return what held from when to when."""
    return Version(valid_from, valid_to, 1, values, derived)


def test_a_value_that_nothing_had_stated_is_known_now() -> None:
    """It is no difference of the site, and no other state of the past where that is known."""
    before = [hold("1", "3", panel=75, pricing=None), hold("3", panel=50, pricing=None)]
    after = [hold("1", "3", panel=75, pricing="Free"), hold("3", panel=50, pricing="Free")]
    assert list(list_differences(before, after)) == [
        Difference("known", "1", {"pricing": (None, "Free")})
    ]


def test_a_guess_that_a_page_corrects_is_no_change() -> None:
    """What a rule had computed and a page states otherwise is known now."""
    before = [hold("1", derived=("verdict",), verdict="ship")]
    after = [hold("1", "2", derived=("verdict",), verdict="ship"), hold("2", verdict="mixed")]
    assert list(list_differences(before, after)) == [
        Difference("known", "2", {"verdict": ("ship", "mixed"), "derived": ('["verdict"]', "[]")})
    ]


def test_a_change_is_dated_when_it_came() -> None:
    """The day is the first since when the different values hold, whatever else came later."""
    before = [hold("1", panel=75, price="Free")]
    after = [
        hold("1", "2", panel=75, price="Free"), hold("2", "3", panel=50, price="Free"),
        hold("3", panel=50, price="Paid"),
    ]  # fmt: skip
    (change, past) = list_differences(before, after)
    assert (change.how, change.at) == ("changed", "3")
    assert (past.how, past.at, past.fields) == ("earlier", "2", {"price": ("Free", "Paid")})


def test_what_an_old_page_does_not_say_is_no_state_of_its_own() -> None:
    """An earlier observation that states less tells that the thing stood, and of no other value."""
    before = [hold("5", panel=75, pricing="Free")]
    after = [hold("1", "5", panel=75, pricing=None), hold("5", panel=75, pricing="Free")]
    assert list(list_differences(before, after)) == [Difference("earlier", "1", {})]
