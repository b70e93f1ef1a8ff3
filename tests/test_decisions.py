"""An operator's word holds, whatever a run finds, until it is taken back."""

from __future__ import annotations

import json
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from db.resolving.deciding import NotHolding
from db.resolving.resolver import resolve_entries
from db.resolving.standing import Contradiction
from tests.listed import (
    OTHER_TEXT,
    RETOLD,
    TEXT,
    Listed,
    Sayer,
    add,
    change,
    list_outcomes,
    list_queued,
    list_tools,
    make,
    open_listed,
    read_resolved,
    remove,
)
from tests.listed_steps import Listing
from tests.observing import rows

# Two tools of two entries each, of one name: that they may be one is for a person to say.
A1, A2 = make("Osier", "osier", TEXT), make("Osier", "o-sier", RETOLD)
B1, B2 = make("Osier", "os-ier", OTHER_TEXT), make("Osier", "osi-er", OTHER_TEXT.upper())
FOUR = (A1, A2, B1, B2)
SMALL, LARGE = make("Osier 7B", "small"), make("Osier 22B", "large")
# Entries that nothing but words can join.
APART = tuple(
    make(name, name.lower(), None) for name in ("Quern", "Tintype", "Gravel", "Pumice", "Skiff")
)
Q, T, G, P, S = APART
HOLDING = "SELECT decision_id, word FROM v1_decisions WHERE holds ORDER BY decision_id"


def group(*entries: Listed) -> frozenset[str]:
    return frozenset(str(each.slug) for each in entries)


def test_without_a_word_the_two_wait() -> None:
    """What the tests of this file begin with: two tools, and four pairs that are asked."""
    with open_listed(*FOUR) as database:
        resolve_entries(database)
        assert list_tools(database) == {group(A1, A2), group(B1, B2)}
        assert len(list_queued(database)) == 4


@pytest.mark.parametrize("is_whole", [False, True])
def test_same_joins_what_facts_keep_apart(is_whole: bool) -> None:
    """A person's word comes before the facts, and a later run leaves it so."""
    with open_listed(SMALL, LARGE) as database:
        resolve_entries(database)
        assert list_tools(database) == set()
        Sayer(database).say("same", SMALL, LARGE)
        assert list_tools(database) == {group(SMALL, LARGE)}
        resolve_entries(database, is_whole=is_whole)
        assert list_tools(database) == {group(SMALL, LARGE)}
        ((decided_by, rule),) = rows(database, "SELECT decided_by, rule FROM v1_merges")
        assert (decided_by, rule) == ("operator", None)


def test_different_parts_what_the_rule_joins() -> None:
    """What the rule made one is two from then on, and not asked."""
    with open_listed(A1, A2) as database:
        resolve_entries(database)
        assert list_tools(database) == {group(A1, A2)}
        Sayer(database).say("different", A1, A2)
        resolve_entries(database, is_whole=True)
        assert list_tools(database) == set()
        assert list_outcomes(database) == {group(A1, A2): "apart"}


def test_different_holds_for_whole_tools() -> None:
    """One word on one pair settles all pairs between the two tools."""
    with open_listed(*FOUR) as database:
        resolve_entries(database)
        Sayer(database).say("different", A1, B1)
        assert list_queued(database) == {}
        assert list_tools(database) == {group(A1, A2), group(B1, B2)}


def test_different_holds_for_entries_that_come_later() -> None:
    """An entry that joins one of the two tools is not asked about the other."""
    later = make("Osier", "osie-r", TEXT)
    with open_listed(*FOUR) as database:
        resolve_entries(database)
        Sayer(database).say("different", A1, B1)
        add(database, later)
        resolve_entries(database)
        assert list_tools(database) == {group(A1, A2, later), group(B1, B2)}
        assert list_queued(database) == {}
        assert list_outcomes(database)[group(later, B2)] == "apart"


def test_an_entry_that_would_join_what_is_held_different_is_asked() -> None:
    """A new entry that the rule would join to both sides joins neither, and the reason is told."""
    one, other, bridge = (make("Osier", slug) for slug in ("osier-2", "osier-3", "osier"))
    with open_listed(one, other) as database:
        resolve_entries(database)
        Sayer(database).say("different", one, other)
        add(database, bridge)
        resolve_entries(database)
        assert list_tools(database) == set()
        reason = "it would join Osier (osier-2) and Osier (osier-3), which are held different"
        queued = {group(one, bridge): reason, group(other, bridge): reason}
        assert list_queued(database) == queued


def test_unsure_is_asked_again_when_a_card_changes() -> None:
    """A pair that could not be told is left alone until one of the cards says something else."""
    with open_listed(A1, B1) as database:
        resolve_entries(database)
        Sayer(database).say("unsure", A1, B1)
        resolve_entries(database, is_whole=True)
        assert list_outcomes(database) == {group(A1, B1): "unsure"}
        change(database, replace(A1, description=RETOLD))
        resolve_entries(database)
        assert list_queued(database) == {
            group(A1, B1): "a card has changed since a person was unsure of it"
        }
        change(database, A1)
        resolve_entries(database)
        assert list_outcomes(database) == {group(A1, B1): "unsure"}


def test_unsure_keeps_the_rule_from_joining() -> None:
    """What a person could not tell, the rule does not say either."""
    with open_listed(A1, A2) as database:
        resolve_entries(database)
        Sayer(database).say("unsure", A1, A2)
        assert list_tools(database) == set()
        assert list_queued(database) == {}


def test_undo_takes_back_one_word_only() -> None:
    """Of two words the other holds on, and all that follows from the one is gone."""
    with open_listed(*FOUR, *APART) as database:
        resolve_entries(database)
        before = read_resolved(database)
        sayer = Sayer(database)
        kept = sayer.say("same", Q, T)
        with_kept = read_resolved(database)
        number = sayer.say("same", A1, B1)
        assert list_tools(database) == {group(Q, T), group(*FOUR)}
        sayer.undo(number)
        assert read_resolved(database) == with_kept
        sayer.undo(kept)
        assert read_resolved(database) == before


def test_undo_restores_the_word_before() -> None:
    """Words on one pair are a stack: unsure, then same; same is taken back, and unsure holds."""
    with open_listed(A1, B1) as database:
        resolve_entries(database)
        sayer = Sayer(database)
        unsure = sayer.say("unsure", A1, B1)
        same = sayer.say("same", B1, A1)
        assert rows(database, HOLDING) == [(same, "same")]
        sayer.undo(same)
        assert rows(database, HOLDING) == [(unsure, "unsure")]
        assert list_outcomes(database) == {group(A1, B1): "unsure"}
        sayer.undo(unsure)
        assert rows(database, HOLDING) == []
        assert rows(database, "SELECT count(*) FROM v1_decisions") == [(4,)]


def test_what_does_not_hold_cannot_be_taken_back() -> None:
    """Neither one that was taken back, nor one that another has followed, nor what never was."""
    with open_listed(A1, B1) as database:
        resolve_entries(database)
        sayer = Sayer(database)
        first, second = sayer.say("same", A1, B1), sayer.say("same", A1, B1)
        with pytest.raises(NotHolding) as followed:
            sayer.undo(first)
        assert followed.value.holding == second
        retraction = sayer.undo(second)
        for number in (second, retraction):
            with pytest.raises(NotHolding) as gone:
                sayer.undo(number)
            assert gone.value.holding == first
        with pytest.raises(KeyError):
            sayer.undo(99)


@pytest.mark.parametrize("chain", [(Q, T), (Q, T, G), (Q, T, G, P), (Q, T, G, P, S)])
def test_different_within_what_is_said_same_is_refused_with_the_path(
    chain: tuple[Listed, ...],
) -> None:
    """Directly, and through two and more words of same; what is refused leaves no trace."""
    with open_listed(*APART) as database:
        resolve_entries(database)
        sayer = Sayer(database)
        numbers = [sayer.say("same", one, other) for one, other in pairwise(chain)]
        before = read_resolved(database)
        with pytest.raises(Contradiction) as refused:
            sayer.say("different", chain[0], chain[-1])
        path = refused.value.path
        assert [(step.word, step.decision_id) for step in path] == [("same", n) for n in numbers]
        assert [path[0].one, *(step.other for step in path)] == [each.key for each in chain]
        assert read_resolved(database) == before
        assert rows(database, "SELECT count(*) FROM decisions") == [(len(numbers),)]
        sayer.undo(numbers[0])
        sayer.say("different", chain[0], chain[-1])


def test_same_between_tools_that_are_held_different_is_refused_with_the_path() -> None:
    """The word may be on other entries of the two tools: the path leads there and back."""
    with open_listed(*APART) as database:
        resolve_entries(database)
        sayer = Sayer(database)
        near, far = sayer.say("same", Q, T), sayer.say("same", P, G)
        held = sayer.say("different", Q, G)
        with pytest.raises(Contradiction) as refused:
            sayer.say("same", T, P)
        steps = {
            (frozenset((step.one, step.other)), step.word, step.decision_id)
            for step in refused.value.path
        }
        assert steps == {
            (frozenset((Q.key, T.key)), "same", near),
            (frozenset((T.key, P.key)), "same", 0),
            (frozenset((P.key, G.key)), "same", far),
            (frozenset((Q.key, G.key)), "different", held),
        }


@pytest.mark.parametrize(
    ("said", "then"),
    [("same", "unsure"), ("different", "unsure"), ("different", "same"), ("same", "different")],
)
def test_another_word_on_a_pair_needs_the_first_taken_back(said: str, then: str) -> None:
    """What a person has told is not told otherwise by the way."""
    with open_listed(A1, B1) as database:
        resolve_entries(database)
        sayer = Sayer(database)
        number = sayer.say(said, A1, B1)
        with pytest.raises(Contradiction) as refused:
            sayer.say(then, B1, A1)
        assert [step.decision_id for step in refused.value.path] == [number]


words = st.tuples(
    st.sampled_from(["same", "different", "unsure", "undo", "remove", "put"]),
    st.sampled_from([*FOUR[:3], *APART[:3]]),
    st.sampled_from([*FOUR[:3], *APART[:3]]),
)


@settings(max_examples=100)
@given(st.lists(words, max_size=25))
def test_every_word_that_is_taken_holds(taken: list[tuple[str, Listed, Listed]]) -> None:
    """Pairs said same are one tool and pairs said different are two, whatever else was said."""
    with open_listed() as database:
        listing = Listing(database)
        for each in (*FOUR[:3], *APART[:3]):
            listing.take("put", each, each)
        for step in taken:
            listing.take(*step)
        resolve_entries(database)
        tool_of = dict(read_resolved(database)["entries"])
        sql = "SELECT word, entry_a_id, entry_b_id FROM v1_decisions WHERE word <> 'unsure'"
        for word, a, b in rows(database, sql):
            if a is not None and b is not None:
                assert (tool_of[a] == tool_of[b]) == (word == "same")


def test_an_entry_that_goes_and_returns_is_what_was_said_of_it() -> None:
    """The word waits for it; whether it was resolved in between does not matter."""
    with open_listed(Q, T) as database:
        resolve_entries(database)
        Sayer(database).say("same", Q, T)
        found = read_resolved(database)
        remove(database, Q)
        resolve_entries(database)
        sql = "SELECT holds, entry_a_id, entry_b_id, changed FROM v1_decisions"
        ((holds, *ids, changed),) = rows(database, sql)
        assert (holds, set(ids), json.loads(changed)) == (1, {None, T.key}, [])
        add(database, Q)
        resolve_entries(database)
        assert read_resolved(database) == found
