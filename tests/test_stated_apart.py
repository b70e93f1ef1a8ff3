"""What tells two tools apart is seen wherever it is stated, though all else is alike."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from db.resolving.judging import find_doubt
from db.resolving.scoring import compare
from db.resolving.traits import Entry, read_traits
from db.resolving.wording import tell_against
from db.resolving.words import load_words

PROSE = (
    "It sorts the calls of the dawn chorus near Lake Torrin by species, keeps 400 recordings "
    "offline, exports them to Markdown and CSV, and syncs with Bodleian shelves every 12 minutes."
)
ONE = Entry(name="Siltline", slug="siltline", tagline="Sorts calls", description=PROSE)
OTHER = replace(ONE, slug="siltline-2026")
WORDS = load_words()


def read_apart(one: dict[str, Any], other: dict[str, Any]) -> tuple[tuple[str, ...], str]:
    """Return in which facts two entries differ, and what keeps them from being merged."""
    a, b = (read_traits(replace(e, **c), WORDS) for e, c in ((ONE, one), (OTHER, other)))
    comparison = compare(a, b)
    return comparison.conflicts, find_doubt(a, b, comparison)


def add(text: str) -> dict[str, Any]:
    return {"description": f"{PROSE} {text}"}


def test_with_nothing_between_them_they_are_one() -> None:
    """Else no case below would tell anything."""
    assert read_apart({}, {}) == ((), "")


@pytest.mark.parametrize(
    ("field", "one", "other"),
    [
        ("tagline", "A model with 7B parameters", "A model with 24B parameters"),
        ("tagline", "Coder with 200B parameters", "Coder with 70 billion parameters"),
        ("description", "The model scales to 7 billion parameters.",
         "The model scales to 70 billion parameters."),
        ("tagline", "Run Siltline 7B on a laptop", "Run Siltline 70B on a laptop"),
        ("description", "See Siltline version 2 at work.", "See Siltline version 3 at work."),
    ],
)  # fmt: skip
def test_sizes_and_versions_keep_them_apart(field: str, one: str, other: str) -> None:
    """Also behind a small word, where parameters are counted, and behind the tool's own name."""
    if field == "description":
        one, other = f"{PROSE} {one}", f"{PROSE} {other}"
    conflicts, _ = read_apart({field: one}, {field: other})
    assert conflicts in {("size",), ("version",)}


def test_a_maker_is_read_though_the_address_names_another() -> None:
    """An address ends in where a model is found; who made it is told by the prose."""
    conflicts, _ = read_apart({"tagline": "A model by Google"}, {"tagline": "A model by Anthropic"})
    assert conflicts == ("vendor",)


NAMES = "their names are not written alike"
TEXTS = "their texts are not the same"
ADDRESS = "their addresses do not say the same"
STATED: list[tuple[dict[str, Any], dict[str, Any], str]] = [
    ({"name": "Siltline In"}, {"name": "Siltline On"}, NAMES),
    ({"name": "Siltline AI"}, {}, NAMES),
    ({"name": "New Siltline"}, {}, NAMES),
    ({"name": "Siltline App"}, {}, NAMES),
    ({"name": "Siltline 🚀"}, {"name": "Siltline 🔥"}, NAMES),
    ({"name": "Siltline +"}, {"name": "Siltline -"}, NAMES),
    ({"name": "カラス"}, {"name": "ガラス"}, "their names differ"),
    ({"name": "कल"}, {"name": "काल"}, NAMES),
    ({"name": "Siltline by Northfold"}, {"name": "Siltline by Southmark"}, NAMES),
    ({"name": "Siltline (formerly Alphaix)"}, {"name": "Siltline (formerly Betarix)"}, NAMES),
    ({"slug": "siltline-2-1"}, {"slug": "siltline-3-1"}, ADDRESS),
    ({"slug": "siltline-v1"}, {"slug": "siltline-v2"}, ADDRESS),
    ({"slug": "siltline-mini"}, {"slug": "siltline"}, ADDRESS),
    ({"slug": "siltline-ios"}, {"slug": "siltline-android"}, ADDRESS),
    ({"slug": "siltline-for-ios"}, {"slug": "siltline-for-android"}, ADDRESS),
    ({"slug": "siltline-handball"}, {"slug": "siltline-hockey"}, ADDRESS),
    ({"slug": "siltline-for-python"}, {"slug": "siltline-for-rust"}, ADDRESS),
    ({"slug": "siltline-openai"}, {"slug": "siltline-anthropic"}, ADDRESS),
    ({"slug": "siltline-gpu"}, {}, ADDRESS),
    ({"name": "Siltline Cpu Gpu", "slug": "siltline-cpu"},
     {"name": "Siltline Cpu Gpu", "slug": "siltline-gpu"}, ADDRESS),
    ({"slug": "siltline-0125"}, {"slug": "siltline-0613"}, ADDRESS),
    ({"slug": "siltline-2"}, {"slug": "siltline-3"}, "their addresses end in other digits"),
    ({"slug": "siltline-2024"}, {"slug": "siltline-2026"}, "their addresses name other years"),
    (add("From PDF → Word."), add("From PDF ← Word."), TEXTS),
    (add("Speaks 🇫🇷."), add("Speaks 🇩🇪."), TEXTS),
    (add("Answers in <5 ms."), add("Answers in >5 ms."), TEXTS),
    (add("At -5 degrees."), add("At 5 degrees."), TEXTS),
    (add("Is $9."), add("Is €9."), TEXTS),
    (add("Has 1 0 pages."), add("Has 10 pages."), TEXTS),
    ({"name": "Siltline 1 11", "slug": None}, {"name": "Siltline 11 1", "slug": None}, NAMES),
    ({"name": "Siltline 1 11", "slug": "siltline-1-11"},
     {"name": "Siltline 1 11", "slug": "siltline-11-1"}, ADDRESS),
    ({"category": "Birds"}, {"category": "Databases"}, "their categories differ"),
    (add("For .NET."), add("For NET."), TEXTS),
    (add("ハス"), add("バス"), TEXTS),
    ({"tagline": "Siltline Mini sorts"}, {"tagline": "Siltline Ultra sorts"}, TEXTS),
    ({"tagline": "Fine-tunes Llama 4 Scout"}, {"tagline": "Fine-tunes Llama 4 Maverick"}, TEXTS),
    ({"tagline": "Fine-tunes Llama 3"}, {"tagline": "Fine-tunes Llama 4"}, TEXTS),
    ({"tagline": "Google's model"}, {"tagline": "Anthropic's model"}, TEXTS),
    ({"tagline": "A model from Northfold"}, {"tagline": "A model from Southmark"}, TEXTS),
    ({"tagline": "A plugin that sorts"}, {"tagline": "An sdk that sorts"}, TEXTS),
    (add("The 2.1 release."), add("The 3.4 release."), TEXTS),
    (add("It is an Android app."), add("It is an iPhone app."), TEXTS),
    ({"tagline": "Sorts calls for nurses"}, {"tagline": "Sorts calls for lawyers"}, TEXTS),
    (add("This is the plugin."), {}, TEXTS),
    (add("From English into Tagalog."), add("From Tagalog into English."), TEXTS),
    (add("Reads 256k tokens of context."), add("Reads 32k tokens of context."), TEXTS),
]  # fmt: skip


@pytest.mark.parametrize("one, other, reason".split(", "), STATED)
def test_what_one_of_them_states_is_a_persons_to_judge(
    one: dict[str, Any], other: dict[str, Any], reason: str
) -> None:
    """It waits with what was seen, from both sides."""
    assert read_apart(one, other) == ((), reason)
    assert read_apart(other, one) == ((), reason)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"name": "Silt-Line"}, {"name": "SILTLINE"}),
        ({"slug": "siltline"}, {"slug": "siltline-2"}),
        ({"slug": "siltline"}, {"slug": "siltline-2026"}),
        ({"slug": "silt-line"}, {}),
        ({"name": "Siltline: Calls", "slug": "siltline-calls"}, {"name": "Siltline: Calls"}),
        ({"slug": None}, {}),
        ({"tagline": "“SORTS – calls’"}, {"tagline": "\"Sorts  - calls'"}),
        ({"pricing": "$9/mo", "category": "Birds"}, {"pricing": "9 dollars"}),
        ({"tagline": "Sorts calls ."}, {"tagline": "Sorts calls."}),
        ({"name": "Siltline 7B", "slug": "siltline-7b"}, {"name": "Siltline 7B"}),
    ],
)
def test_what_only_one_says_more_keeps_nothing_apart(
    one: dict[str, Any], other: dict[str, Any]
) -> None:
    """Case, typesetting, a second listing's digit or year, what only one states: say nothing."""
    assert read_apart(one, other) == ((), "")


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        ({"tagline": "Fine-tunes Llama 3"}, {"tagline": "Fine-tunes Llama 4"},
         "one text names *3*, the other *4*"),
        ({"tagline": "An Android app"}, {"tagline": "An iPhone app"},
         "one text names *android*, the other *iphone*"),
        ({"slug": "siltline-v1"}, {"slug": "siltline-v2"},
         "one address says *v1*, the other *v2*"),
        ({"slug": "siltline-mini"}, {}, "one address says *mini*"),
        ({"name": "Siltline 🚀"}, {"name": "Siltline 🔥"}, "the names are not written alike"),
    ],
)  # fmt: skip
def test_a_person_is_told_in_what_they_differ(
    one: dict[str, Any], other: dict[str, Any], told: str
) -> None:
    """What speaks against one tool is named, not only what the two have in common."""
    a, b = (read_traits(replace(e, **c), WORDS) for e, c in ((ONE, one), (OTHER, other)))
    assert told in tell_against(a, b, compare(a, b))
