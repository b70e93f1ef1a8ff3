"""No card is too odd or too many to be resolved, and none of them costs all others."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from db.resolving import pairing
from db.resolving.conflicts import FactsCompared, compare_facts
from db.resolving.counting import Resolved, count_resolved
from db.resolving.keys import MOST_SHARING, list_keys
from db.resolving.resolver import resolve_entries
from db.resolving.traits import Entry, Traits, read_traits
from db.resolving.verifying import list_wrong_tools
from db.resolving.words import load_words
from tests.listed import (
    Listed,
    add,
    list_outcomes,
    list_tools,
    make,
    open_file,
    open_listed,
    read_resolved,
    spell_slug,
)
from tests.observing import rows
from versusdb.progress import show_progress
from versusdb.resolving import resolve_all

ROOT = Path(__file__).parent.parent
LONG = 10_000
NAMES = {
    "nothing": "",
    "a space": " ",
    "spaces that are none": "\u00a0\u2003\u3000",
    "what is not seen": "\u200b\u200d\ufeff\u00ad",
    "one letter": "x",
    "one digit": "7",
    "a sign": "-",
    "brackets": "()[]{}",
    "an emoji": "🦀",
    "a family": "👩‍👩‍👧‍👦",
    "a flag": "🇦🇹",
    "controls": "\x01\x02\x1b[2J\x7f\x85",
    "an end of text": "Osier\x00Notes",
    "other directions": "\u202erei\u202c\u2066so\u2069",
    "accents without letters": "\u0301\u0308\u0327",
    "a wide name": "Ｏｓｉｅｒ",
    "Chinese": "通义千问",
    "Arabic": "جيس",
    "a version alone": "v2",
    "a size alone": "7B",
    "a maker alone": "OpenAI",
    "by nobody": "by",
    "quotes": "'\"`´’",
    "SQL": "'; DROP TABLE entries; --",
    "markup": "<b>Osier</b>&amp;",
    "a letter often": "x" * LONG,
    "letters often": "a " * (LONG // 2),
    "digits often": "1" * LONG,
    "many words": " ".join(f"word{number}" for number in range(LONG // 8)),
    "spaces often": "a" + " " * LONG + "b",
    "brackets often": "(" * LONG,
    "accents often": "e" + "\u0301" * LONG,
    "emoji often": "🦀" * LONG,
}
odd_texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
odd_names = st.one_of(odd_texts, st.sampled_from([name[:40] for name in NAMES.values()]))
odd = st.builds(
    Listed,
    name=odd_names,
    slug=st.none() | odd_texts,
    tagline=st.none() | odd_texts,
    description=st.none() | odd_texts,
    pricing=st.none() | odd_texts,
    homepage_url=st.none() | odd_texts,
)


@pytest.mark.parametrize("name", NAMES)
def test_an_odd_name_is_resolved_like_any_other(name: str) -> None:
    """Two entries of it are one tool or two, as their texts say, and touch no third."""
    text = NAMES[name]
    third = make("Gravelbed", "gravelbed", None)
    with open_listed(make(text, "one"), make(text, "two"), third) as database:
        resolve_entries(database)
        resolved = count_resolved(database)
        assert resolved.entries == 3
        assert resolved.tools + resolved.queued in (2, 3, 4)
        assert not any("gravelbed" in pair for pair in list_outcomes(database))
        found = read_resolved(database)
        resolve_entries(database, is_whole=True)
        assert read_resolved(database) == found


@pytest.mark.parametrize(("one", "other"), [("🦀", "🐙"), ("-", "—"), ("", ""), ("通义", "千问")])
def test_names_without_a_letter_of_ours_are_told_apart(one: str, other: str) -> None:
    """Other signs are another name, and what has no sign at all is none that two share."""
    with open_listed(make(one, "one"), make(other, "other")) as database:
        resolve_entries(database)
        assert list_tools(database) == set()


@settings(max_examples=150)
@given(st.lists(odd, max_size=8, unique_by=lambda each: each.key))
def test_any_text_is_resolved_in_any_order(entries: list[Listed]) -> None:
    """Whatever the fields hold, one by one and all at once give one result."""
    with open_listed(*entries) as at_once, open_listed() as in_steps:
        resolve_entries(at_once)
        for each in reversed(entries):
            add(in_steps, each)
            resolve_entries(in_steps)
        assert read_resolved(at_once) == read_resolved(in_steps)
        assert list(list_wrong_tools(at_once)) == []


@settings(max_examples=150)
@given(odd)
def test_keys_are_text_that_says_something(each: Listed) -> None:
    """Nothing is found by an empty key, which all entries without a name would share."""
    entry = Entry(name=each.name, slug=each.slug, homepage_url=each.homepage_url)
    assert all(len(key) > 2 for key in list_keys(read_traits(entry, load_words())))


def count_compared(monkeypatch: pytest.MonkeyPatch, *entries: Listed) -> tuple[int, Resolved]:
    """Return how often two entries are compared when these are resolved, and what comes of it."""
    compared = 0

    def count(one: Traits, other: Traits) -> FactsCompared:
        nonlocal compared
        compared += 1
        return compare_facts(one, other)

    monkeypatch.setattr(pairing, "compare_facts", count)
    with open_listed(*entries) as database:
        resolve_entries(database)
        resolved = count_resolved(database)
    return compared, resolved


def test_ten_thousand_of_one_name_are_not_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    """A name that all have tells nothing of any two."""
    crowd = [make("Quern", f"quern-{number}") for number in range(10_000)]
    resolved = Resolved(entries=10_000, tools=10_000, queued=0)
    assert count_compared(monkeypatch, *crowd) == (0, resolved)


@pytest.mark.parametrize("kind", ["{} Quern", "Quern {}", "Quern{}", "Osier {} Quern"])
def test_what_is_compared_grows_with_the_entries(
    kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of names that share a part each has at most so many others as few entries share a key."""
    crowd = [make(kind.format(f"w{number:x}x"), f"e{number}") for number in range(1000)]
    compared, _ = count_compared(monkeypatch, *crowd)
    assert compared <= len(crowd) * MOST_SHARING


def test_as_many_as_share_a_key_are_compared_once_each(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each pair of those once, from whichever side."""
    crowd = [make("Gravelbed", spell_slug("Gravelbed", n)) for n in range(MOST_SHARING)]
    compared, resolved = count_compared(monkeypatch, *crowd)
    assert compared == MOST_SHARING * (MOST_SHARING - 1) // 2
    assert resolved.tools == 1


@pytest.mark.parametrize("more", [0, 1])
def test_a_name_that_too_many_have_is_told(
    more: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The next one takes all of them apart; that is said once, when something has changed."""
    path = tmp_path / "x.db"
    told = f"{MOST_SHARING + 1} entries are named 'Quern': by a name that more than {MOST_SHARING}"
    with open_file(path) as database:
        add(database, *(make("Quern", f"quern-{n}") for n in range(MOST_SHARING + more)))
        with show_progress("Resolving") as progress:
            resolve_all(database, progress)
            assert (told in capsys.readouterr().err) == bool(more)
            resolve_all(database, progress)
            assert capsys.readouterr().err == ""


def test_the_same_card_under_other_slugs_is_one_tool() -> None:
    """Identical in all but the slug: the rule joins them, and each stays an entry."""
    slugs = ("quern", "quern-2", "quern-2026")
    copies = [make("Quern", slug, tagline="Grinds", pricing="$9/mo") for slug in slugs]
    with open_listed(*copies) as database:
        resolve_entries(database)
        assert list_tools(database) == {frozenset(slugs)}
        assert rows(database, "SELECT count(*) FROM v1_entries") == [(3,)]


LENGTHY = {
    "digits": ("1", 300_000),
    "thousands": ("1,000-", 50_000),
    "points": ("1.", 100_000),
    "spaces": (" ", 300_000),
    "signs": (".", 300_000),
    "words": ("word ", 60_000),
    "names": ("Osier ", 50_000),
    "makers": ("by Osier from ", 20_000),
    "former names": ("formerly Osier, now ", 15_000),
    "sizes": ("7 billion x ", 25_000),
    "possessives": ("it's ", 60_000),
}
READ = """
import sys
from db.resolving.traits import Entry, read_traits
from db.resolving.words import load_words
from tests.test_resolving_nonsense import LENGTHY

for text, times in LENGTHY.values():
    for field in ("name", "description"):
        read_traits(Entry(**{"name": "Osier", field: f"a{text * times}b"}), load_words())
print("through")
"""


def test_a_lengthy_text_is_read_in_its_length() -> None:
    """No pattern goes over a text again and again: that takes hours, and this seconds."""
    done = subprocess.run(
        [sys.executable, "-c", READ], cwd=ROOT, capture_output=True, text=True, timeout=100,
        check=False,
    )  # fmt: skip
    assert (done.stdout, done.stderr) == ("through\n", "")
