"""The pairs of one tool, and what says that they are."""

from __future__ import annotations

from db.resolving.resolver import resolve_entries
from tests.listed import OTHER_TEXT, TEXT, Listed, Sayer, list_queued, make, open_listed
from tests.observing import rows

# Of one name: two cards that say the same, and two that say other things.
FIRST = make("Osier", "osier", tagline="Rolls out")
AGAIN = make("Osier", "osier-2", tagline="Rolls out")
CUTTER = make("Osier", "osier-cutter", OTHER_TEXT, tagline="Cuts up")
KEEPER = make("Osier", "osier-keeper", f"{OTHER_TEXT} {TEXT}", tagline="Keeps watch")
SELECT_MERGES = """
SELECT a.slug, b.slug, decided_by, rule NOTNULL FROM v1_merges
JOIN v1_entries AS a ON a.entry_id = entry_a_id
JOIN v1_entries AS b ON b.entry_id = entry_b_id
"""


def pair(one: Listed, other: Listed) -> frozenset[str]:
    return frozenset({str(one.slug), str(other.slug)})


def test_what_joins_a_pair_is_told() -> None:
    """The rule, an operator, or other pairs alone, whoever joined those."""
    with open_listed(FIRST, AGAIN, CUTTER, KEEPER) as database:
        resolve_entries(database)
        assert len(list_queued(database)) == 5
        sayer = Sayer(database)
        sayer.say("same", FIRST, CUTTER)
        sayer.say("same", CUTTER, KEEPER)
        merges = {frozenset((a, b)): (by, rule) for a, b, by, rule in rows(database, SELECT_MERGES)}
        assert merges == {
            pair(FIRST, AGAIN): ("rule", 1),
            pair(FIRST, CUTTER): ("operator", 0),
            pair(CUTTER, KEEPER): ("operator", 0),
            pair(AGAIN, CUTTER): ("chain", 0),
            pair(FIRST, KEEPER): ("chain", 0),
            pair(AGAIN, KEEPER): ("chain", 0),
        }


def test_a_word_on_a_pair_that_a_chain_joins_is_told_as_the_operators() -> None:
    """Once said, it is no chain's any more."""
    with open_listed(FIRST, AGAIN, CUTTER) as database:
        resolve_entries(database)
        sayer = Sayer(database)
        sayer.say("same", FIRST, CUTTER)
        sayer.say("same", AGAIN, CUTTER)
        merges = {frozenset((a, b)): by for a, b, by, _ in rows(database, SELECT_MERGES)}
        assert merges[pair(AGAIN, CUTTER)] == "operator"
        assert "chain" not in merges.values()
