"""What keeps two entries apart, what speaks for one tool, and when the rule may say it alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from db.resolving.conflicts import compare_facts
from db.resolving.facts import TYPES
from db.resolving.judging import LEAST_STEMS, find_doubt
from db.resolving.scoring import (
    ALIAS_PART,
    CATEGORY_PART,
    CODE_PART,
    HOMEPAGE_PART,
    NAME_PART,
    ONE_SIDED_CODE_PART,
    ONE_SIDED_PART,
    PRICE_PART,
    PRICES_APART_PART,
    SLUG_PART,
    TEXT_PART,
    Comparison,
    compare,
)
from db.resolving.traits import Entry, Traits, read_traits
from db.resolving.words import load_words

WORDS = load_words()
PROSE = (
    "Osprey sorts tickets for Lisbon help centres with the Heron engine: 42 queues, nine dialects, "
    "replies drafted overnight, audit trails, escalation charts."
)
TWIN = Entry(name="Osprey", description=PROSE, pricing="$20/mo")


def read(name: str = "Osprey", **told: str | None) -> Traits:
    return read_traits(Entry(name=name, **told), WORDS)


def weigh(one: Entry, other: Entry) -> Comparison:
    return compare(read_traits(one, WORDS), read_traits(other, WORDS))


def doubt(one: Entry, other: Entry) -> str:
    a, b = read_traits(one, WORDS), read_traits(other, WORDS)
    comparison = compare(a, b)
    return find_doubt(a, b, comparison)


@pytest.mark.parametrize(
    ("kind", "one", "other"),
    [
        ("vendor", "Meta Osprey", "OpenAI Osprey"),
        ("family", "Falcon Osprey", "Flux Osprey"),
        ("version", "Osprey 2", "Osprey 3"),
        ("version", "Osprey 2", "Osprey 2.1"),
        ("size", "Osprey 7B", "Osprey 22B"),
        ("size", "Osprey 7B", "Osprey 8x7B"),
        ("variant", "Osprey Mini", "Osprey Pro"),
        ("variant", "Osprey Mini Chat", "Osprey Mini Coder"),
        ("edition", "Osprey for iOS", "Osprey for Android"),
        ("form", "Osprey API", "Osprey CLI"),
        ("code", "Osprey TX-9100K", "Osprey TX-9200K"),
    ],
)
def test_each_type_of_fact_keeps_apart(kind: str, one: str, other: str) -> None:
    """Two names that state other values of one type are two tools, whatever else they share."""
    comparison = weigh(Entry(name=one, tagline=PROSE), Entry(name=other, tagline=PROSE))
    assert [*comparison.conflicts] == [kind]
    assert kind in TYPES


@pytest.mark.parametrize(
    ("one", "other", "one_sided"),
    [
        ("Osprey", "Osprey 2", ("version",)),
        ("Osprey", "Osprey 7B Mini", ("size", "variant")),
        ("Osprey Pro", "Osprey Pro Mini", ("variant",)),
        ("Osprey", "Meta Llama Osprey", ()),
        ("Osprey TX9100", "Osprey TX9100K", ("code",)),
        ("Osprey 10043", "Osprey TX9100", ("code",)),
        ("Osprey 2.0", "Osprey v2", ()),
    ],
)
def test_what_only_one_states_keeps_nothing_apart(
    one: str, other: str, one_sided: tuple[str, ...]
) -> None:
    """A fact on one side is unknown on the other; of makers and families it does not even count."""
    comparison = weigh(Entry(name=one), Entry(name=other))
    assert (comparison.conflicts, comparison.one_sided) == ((), one_sided)
    points = (ONE_SIDED_CODE_PART if kind == "code" else ONE_SIDED_PART for kind in one_sided)
    assert comparison.parts.get("one_sided", 0) == sum(points)


@pytest.mark.parametrize(
    ("one", "other", "conflicts"),
    [
        # A version that is told may be the named one, told more exactly or less.
        (Entry(name="Osprey 2"), Entry(name="Osprey", tagline="Version 2.1"), ()),
        (Entry(name="Osprey 2.1"), Entry(name="Osprey", tagline="Version 2"), ()),
        (Entry(name="Osprey 2"), Entry(name="Osprey", tagline="Version 20"), ("version",)),
        (Entry(name="Osprey 7B"), Entry(name="Osprey", tagline="A 22B model"), ("size",)),
        (Entry(name="Osprey 7B"), Entry(name="Osprey", tagline="In 7B and 22B"), ()),
        (Entry(name="Meta Osprey"), Entry(name="Osprey", tagline="By OpenAI"), ("vendor",)),
        (Entry(name="GPT Osprey by Meta"), Entry(name="Meta Osprey"), ()),
        (Entry(name="Llama Osprey"), Entry(name="Osprey", slug="claude-osprey"),
         ("vendor", "family")),
    ],
)  # fmt: skip
def test_what_is_told_keeps_apart_what_is_named(
    one: Entry, other: Entry, conflicts: tuple[str, ...]
) -> None:
    """A fact of the prose or the address counts as one of the name where the name is silent."""
    assert weigh(one, other).conflicts == weigh(other, one).conflicts == conflicts


COINED = st.lists(st.text("bdfgjkqz", min_size=4, max_size=9), min_size=1, max_size=4).map(" ".join)


@given(COINED, COINED, st.none() | COINED, st.none() | COINED)
def test_unknown_words_never_keep_apart(
    one: str, other: str, our_tagline: str | None, their_tagline: str | None
) -> None:
    """What stands in no list is no fact: it may speak for one tool less, and never against it."""
    a, b = read(one.title(), tagline=our_tagline), read(other.title(), description=their_tagline)
    compared = compare_facts(a, b)
    assert compared.conflicts == compared.agreed == compared.one_sided == ()


def test_the_score_is_the_sum_of_its_parts() -> None:
    """Each part has its weight, and no sum of them leaves 0 to 1000."""
    one = Entry(name="Meta Osprey 2", slug="osprey-2", tagline=PROSE, category="Audio & Voice")
    other = replace(one, category="Voice & Audio")
    comparison = weigh(one, other)
    assert comparison.parts == {
        "name": NAME_PART, "text": TEXT_PART, "slug": SLUG_PART, "facts": 60,
        "category": CATEGORY_PART,
    }  # fmt: skip
    assert comparison.score == sum(comparison.parts.values())
    assert (comparison.name, comparison.text) == (1000, 1000)
    assert "category" not in weigh(one, replace(other, category="Audio & Speech")).parts
    whole = replace(one, homepage_url="https://osprey.example", description="Once Kite")
    assert weigh(whole, whole).score == 1000
    assert weigh(Entry(name="Osprey 2 Pro CLI"), Entry(name="Kite")).score == 0


def test_half_of_the_shorter_text_counts_in_full() -> None:
    """Words of the prose count by their stems, against the shorter text, up to a half of it."""
    long = "Sorting tickets, drafting replies, charting queues, auditing calls"
    for short, shared, text in (
        ("Sorts tickets", 2, 1000),
        ("Sorts herring, mussels, oysters", 1, 250),
        ("Herring", 0, 0),
    ):
        comparison = weigh(Entry(name="Kite", tagline=long), Entry(name="Kite", tagline=short))
        assert (comparison.shared_stems, comparison.text) == (shared, text)
        assert comparison.parts.get("text", 0) == TEXT_PART * min(text, 500) // 500
    # Everybody says these.
    assert read(tagline="A tool that you can use with your own").stems == ()


@pytest.mark.parametrize(
    ("one", "other", "points"),
    [
        ("$20/mo", "€23", PRICE_PART),
        ("$20/mo", "$23.01", 0),
        ("$20/mo", "$30.01", PRICES_APART_PART),
        ("$1,000 a year", "$1000", PRICE_PART),
        ("$9 or $90 a year", "$500, or $90 for a seat", PRICE_PART),
        ("$20/mo", "Free", 0),
        ("$0, then $20", "$0", 0),
        ("20 credits", "99 credits", 0),
        (None, "$20", 0),
    ],
)
def test_prices(one: str | None, other: str, points: int) -> None:
    """Of what each side charges the nearest two count; nothing and no price say nothing."""
    a, b = read(pricing=one), read(pricing=other)
    assert compare(a, b).parts.get("price", 0) == compare(b, a).parts.get("price", 0) == points


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [
        ("https://osprey.example", "http://www.osprey.example/", True),
        ("https://osprey.example/App", "https://osprey.example/app/?from=x", True),
        ("https://osprey.example/app", "https://osprey.example", False),
        ("https://github.com/kite/osprey", "https://github.com/Kite/Osprey", True),
        ("https://github.com/kite/osprey", "https://github.com/kite/egret", False),
        # The front page of a host or of a maker there is that of many tools.
        ("https://github.com", "https://github.com", False),
        ("https://github.com/kite", "https://github.com/kite/", False),
        ("https://huggingface.co/kite", "https://huggingface.co/kite", False),
        ("https://pineapple.com", "https://pineapple.com", True),
        ("https://osprey.example/?b=2&a=1", "https://osprey.example?a=1&b=2&utm_source=x", True),
        ("https://shop.example/items?name=osprey", "https://shop.example/items?name=egret", False),
        ("https://osprey.example", None, False),
        (None, None, False),
    ],
)
def test_homepages(one: str | None, other: str | None, is_same: bool) -> None:
    """One address, however written, is one homepage, but for what many tools have."""
    parts = compare(read(homepage_url=one), read(homepage_url=other)).parts
    assert parts.get("homepage", 0) == HOMEPAGE_PART * is_same


def test_codes_and_aliases_weigh_much() -> None:
    """A model number in common, or one's name as the other's former one, is half the way."""
    codes = weigh(Entry(name="Kite TX-9100K"), Entry(name="Egret TX9100"))
    assert (codes.parts["code"], codes.conflicts) == (CODE_PART, ())
    kite, osprey = Entry(name="Kite"), Entry(name="Osprey", tagline="Formerly Kite")
    for one, other in ((kite, osprey), (osprey, kite), (osprey, Entry(name="Egret (ex Kite)"))):
        is_told = other.name != "Egret (ex Kite)"
        assert weigh(one, other).parts.get("alias", 0) == ALIAS_PART * is_told
    both = weigh(osprey, Entry(name="Egret", tagline="Previously called Kite."))
    assert both.parts["alias"] == ALIAS_PART


def test_one_text_under_two_addresses_is_merged() -> None:
    """The same name, facts and words are one tool without a person's word; told anew they wait."""
    assert doubt(TWIN, TWIN) == ""
    assert doubt(TWIN, replace(TWIN, name="OSPREY", slug="osprey-2", category="Birds")) == ""
    reworded = "In Lisbon, 42 queues of tickets sorted by Heron: replies drafted, audit trails, "
    anew = replace(TWIN, description=f"{reworded}charts, dialects, centres.")
    assert doubt(TWIN, anew) == "their texts are not the same"


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"name": "Kite"}, "their names differ"),
        ({"name": "Osprey: Streaming Replies"}, "their names differ"),
        ({"name": "Osprey (v0)"}, "only one states a version"),
        ({"name": "Meta Osprey"}, "only one states a vendor"),
        ({"slug": "osprey-7b"}, "only one states a size"),
        ({"slug": "osprey-handball"}, "their addresses do not say the same"),
        ({"slug": "flux-osprey"}, "only one states a family"),
        ({"tagline": "Version 2"}, "only one states a version"),
        ({"pricing": "$50"}, "their prices are far apart"),
        ({"pricing": "MIT"}, "one is open, the other is paid for"),
        ({"description": "It sorts tickets."}, "their texts have little in common"),
        ({"description": None}, "their texts have little in common"),
        ({"description": PROSE.replace("Lisbon", "Porto").replace("42", "61")
          .replace("Heron", "Egret")}, "their texts are not the same"),
    ],
)  # fmt: skip
def test_each_doubt_keeps_from_the_rule(changed: dict[str, str], reason: str) -> None:
    """One thing that differs is enough, and the first of them is told."""
    assert doubt(TWIN, replace(TWIN, **changed)) == reason
    assert doubt(replace(TWIN, **changed), TWIN) == reason


def test_too_little_text_is_never_enough() -> None:
    """Short texts that are equal word for word are no reason."""
    few = " ".join(f"word{'abcdefg'[place] * 3}" for place in range(LEAST_STEMS - 1))
    one = Entry(name="Osprey", description=f"{few}")
    assert doubt(one, one) == "their texts are the same, but too short to go by"
    more = replace(one, description=f"{few} sortings")
    assert doubt(more, more) == ""


@pytest.mark.parametrize(
    ("other", "reason"),
    [
        (PROSE.upper().replace(" ", "  "), ""),
        (PROSE.replace(",", " –"), "their texts are not the same"),
        (f"{PROSE} More.", "their texts are not the same"),
        (" ".join(reversed(PROSE.split())), "their texts are not the same"),
        (PROSE.replace("Lisbon", "Porto"), "their texts are not the same"),
    ],
)
def test_the_rule_wants_every_sign_in_its_place(other: str, reason: str) -> None:
    """Case and spaces do not matter; a word more, another, or a sign in another place does."""
    assert doubt(TWIN, replace(TWIN, description=other)) == reason


def test_an_edition_is_told_as_one() -> None:
    """The article of a doubt is that of its word."""
    one = replace(TWIN, name="Osprey iOS")
    traits = replace(read_traits(one, WORDS), named={})
    comparison = compare(read_traits(one, WORDS), traits)
    assert find_doubt(read_traits(one, WORDS), traits, comparison) == "only one states an edition"
