"""A name is read for what it calls the tool, and two names are laid side by side word by word."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from db.resolving.alignment import align_names
from db.resolving.facts import Word, list_words, read_name
from db.resolving.judging import find_doubt
from db.resolving.names import drop_alias, find_aliases, read_whole_name
from db.resolving.scoring import compare, compare_names
from db.resolving.traits import Entry, Traits, read_traits
from db.resolving.words import load_words

WORDS = load_words()


def read(name: str) -> Traits:
    return read_traits(Entry(name=name), WORDS)


def list_readings(name: str) -> list[str]:
    return [" ".join(list_words(reading)) for reading in read(name).readings]


def align(one: str, other: str) -> int:
    """Return how alike two names are; in both directions, or the test fails."""
    a, b = read(one), read(other)
    assert compare_names(a, b) == compare_names(b, a)
    return compare_names(a, b)


@pytest.mark.parametrize(
    ("name", "compact", "readings"),
    [
        ("Forge Desk", "forgedesk", ["forge desk"]),
        ("Introducing Forge", "forge", ["forge"]),
        ("Forge is here", "forge", ["forge"]),
        ("Acme launches Forge", "acmeforge", ["acme forge", "acme", "forge"]),
        ("Acme open-sources its Forge", "acmeforge", ["acme forge", "acme", "forge"]),
        ("launches Forge", "forge", ["forge"]),
        ("Forge: Notes on Law", "forge", ["forge note law", "forge", "note law"]),
        ("Forge - Notes", "forge", ["forge note", "forge", "note"]),
        ("Forge — Notes", "forge", ["forge note", "forge", "note"]),
        ("Forge | Notes", "forge", ["forge note", "forge", "note"]),
        ("Forge · Notes", "forge", ["forge note", "forge", "note"]),
        ("Forge:Notes", "forgenote", ["forge note"]),
        ("Forge-Notes", "forgenote", ["forge note"]),
        ("Introducing Forge: A Desk", "forge", ["forge desk", "forge", "desk"]),
        ("Forge (Beta)", "forgebeta", ["forge beta", "forge", "beta"]),
        ("Forge [Beta]", "forgebeta", ["forge beta", "forge", "beta"]),
        ("Forge (22B) Kit", "forge22b", ["forge 22b kit", "forge", "forge kit"]),
        ("Forge (22B)", "forge22b", ["forge 22b", "forge"]),
        ("Forge ()", "forge", ["forge"]),
        ("Forge (", "forge", ["forge"]),
        ("Forge 2026", "forge2026", ["forge 2026"]),
    ],
)
def test_what_may_be_the_whole_name(name: str, compact: str, readings: list[str]) -> None:
    """The first part is the name proper; what a colon or a headline's verb parts may be, too."""
    assert read(name).compact == compact
    assert list_readings(name) == readings


@pytest.mark.parametrize(
    ("name", "compact", "makers"),
    [
        ("Forge by Acme", "forge", ["acme"]),
        ("Forge from Acme Labs", "forge", ["acme", "lab"]),
        ("Meta Forge", "forge", ["meta"]),
        ("Meta AI's Forge", "forge", ["meta"]),
        ("Forge (Google DeepMind)", "forge", ["google"]),
        ("Meta releases Forge by OpenAI", "forge", ["meta", "openai"]),
        ("By Acme", "acme", []),
        ("Forge by", "forge", []),
        # A name that is its maker's, and no other.
        ("Meta", "meta", ["meta"]),
        ("OpenAI", "openai", ["openai"]),
        ("Hugging Face", "huggingface", ["huggingface"]),
    ],
)
def test_makers_are_no_part_of_the_name(name: str, compact: str, makers: list[str]) -> None:
    """Who makes it is taken out of a name, but for a name that is nothing else."""
    traits = read(name)
    assert (traits.compact, [*traits.makers]) == (compact, makers)


def test_facts_are_those_of_the_name_proper() -> None:
    """A subtitle states nothing of the tool, brackets and the halves of a headline do."""
    facts = [
        read_whole_name(name, WORDS).facts.get("version")
        for name in ("Forge: Now with GPT 5", "Forge (v2)", "Acme launches Forge 3", "Forge, 4 you")
    ]
    assert facts == [None, {"2"}, {"3"}, None]
    assert read_whole_name("Forge: a Desk by Meta", WORDS).facts["vendor"] == {"meta"}


@pytest.mark.parametrize(
    ("name", "written", "compact"),
    [
        ("🔥", "🔥", "🔥"),
        ("🔥 Forge 🔥", "forge", "forge"),
        ("Q", "q", "q"),
        ("I", "i", "i"),
        ("知乎助手", "知乎助手", "知乎助手"),
        ("通义 2", "通义2", "通义2"),
        ("ＦＯＲＧＥ", "forge", "forge"),
        ("Ünïcode Dësk", "unicodedesk", "unicodedesk"),
        ("Forge™", "forge", "forge"),
        ("Forge’s Desk", "forgedesk", "forgedesk"),
        ("C++ Desk", "c++desk", "c++desk"),
        ("F# Desk", "f#desk", "f#desk"),
        ("Модель", "модель", "модель"),
        # Nothing but words that say nothing: they are all there is.
        ("AI", "ai", "ai"),
        ("The App", "theapp", "theapp"),
        ("—", "—", "—"),
        ("()", "()", "()"),
        ("(22B)", "22b", "22b"),
        ("", "", ""),
        (" \t\n", "", ""),
    ],
)
def test_every_name_is_read_as_something(name: str, written: str, compact: str) -> None:
    """Signs, one letter and other scripts are a name as they stand; only a blank one is none."""
    traits = read(name)
    assert (traits.written, traits.compact) == (written, compact)
    assert list_readings(name)[0].replace(" ", "") == compact


@pytest.mark.parametrize(
    ("text", "alias"),
    [
        ("Formerly Anvil.", "anvil"),
        ("Previously known as Anvil Desk, it grew", "anvildesk"),
        ("It was originally released under the name “Anvil”", "anvil"),
        ("It used to be Anvil", "anvil"),
        ("Renamed to Anvil", "anvil"),
        ("Rebranded as Anvil 2", "anvil2"),
        ("It is now called Anvil", "anvil"),
        ("Also known as anvil-kit", "anvilkit"),
        ("Forge (a.k.a. Anvil)", "anvil"),
        ("Formerly Anvil Studio Pro Max Ultra Plus", "anvilstudiopromaxultra"),
    ],
)
def test_other_names_are_read_from_texts(text: str, alias: str) -> None:
    """A name before or after, or a second one, is an alias, as one word."""
    assert find_aliases([text], WORDS) == {alias}


def test_texts_that_tell_of_no_other_name() -> None:
    """No text without one of the phrases has an alias, nor one with too short a name or none."""
    for text in ("Anvil is a desk", "Formerly", "Formerly AB.", "Now on iOS", "Not formerly.", ""):
        assert find_aliases([text], WORDS) == set(), text
    traits = read_traits(Entry(name="Forge", tagline="Once Anvil", description="Now Forge"), WORDS)
    assert traits.aliases == ("anvil",)


def test_a_former_name_in_brackets_is_no_part_of_the_name() -> None:
    """Brackets that tell of another name are taken out; a name that is nothing else stays."""
    assert drop_alias("Forge (formerly Anvil)") == "Forge"
    assert drop_alias("Forge (now Anvil) (22B)") == "Forge  (22B)"
    assert drop_alias("Forge (22B)") == "Forge (22B)"
    assert drop_alias("(formerly Anvil)") == "(formerly Anvil)"
    traits = read("Forge (formerly Anvil)")
    assert (traits.compact, traits.aliases) == ("forge", ("anvil",))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Vox-Smith Studio", "Voxsmith Studios"),
        ("Vox Smith", "VoxSmith"),
        ("Speech & Slate", "Speech and Slate"),
        ("RAG Desk", "Retrieval-Augmented Generation Desk"),
        ("LSD Kit", "Loom Shuttle Dye Kit"),
        ("Loom Shuttle Dye", "LSD"),
        ("Code Forge", "Forge Code"),
        ("Forge by Acme", "Acme Forge"),
        ("Forge by Acme", "Forge"),
        ("Meta Forge", "Forge"),
        ("The Forge App", "Forge"),
        ("Orpheon III", "Orpheon 3"),
        ("知乎助手", "知乎助手"),
        ("🔥", "🔥"),
        ("", ""),
        # What they differ in is a fact, and is weighed as one.
        ("Forge 22B", "Forge (7B)"),
        ("Forge 3.5", "Forge"),
    ],
)
def test_names_that_are_one(one: str, other: str) -> None:
    """Hyphens, joined words, initials, plurals, order and makers make no other name."""
    assert align(one, other) == 1000


@pytest.mark.parametrize(
    ("one", "other", "least", "most"),
    [
        ("Quillmark Desk", "Quilmark Desk", 900, 950),
        ("Organiser", "Organizer", 900, 950),
        ("Pathfinder Desk", "Pathfidner Desk", 900, 950),
        ("Forge: Notes for Lawyers", "Forge", 920, 920),
        ("Acme launches Forge", "Forge", 920, 920),
        ("Forge: Notes", "Forge: Letters", 850, 850),
        ("Forge Agent", "Forge", 750, 900),
        ("Forge Basalt", "Forge", 600, 750),
        ("Forge Studio", "Anvil Studio", 200, 300),
        ("Forge", "Anvil", 0, 0),
        ("知乎助手", "通义千问", 0, 0),
        ("🔥", "🚀", 0, 0),
        ("X", "Y", 0, 0),
        ("", "Forge", 0, 0),
        # Short words, and such with digits, are not misspelled: they are others.
        ("Fire", "Fore", 0, 0),
        ("Graph2Vec", "Graph3Vec", 0, 0),
    ],
)
def test_names_that_are_alike(one: str, other: str, least: int, most: int) -> None:
    """A misspelling, a subtitle and a word more cost something, another name costs all."""
    assert least <= align(one, other) <= most


def test_a_word_that_many_names_have_counts_less() -> None:
    """To share a generic word, or to lack one, says less than to share or lack a rare one."""
    assert align("Forge Agent", "Forge") > align("Forge Basalt", "Forge")
    assert align("Forge Agent", "Anvil Agent") < align("Forge Basalt", "Anvil Basalt")
    assert [word.weight for word in read_name("Llama Forge Pro Agent 4 2026", WORDS).words] == [
        3, 3, 2, 1, 2, 1
    ]  # fmt: skip


def test_makers_need_not_be_on_both_sides() -> None:
    """A word that names the maker of one of them costs nothing; any other does."""
    long, short = (Word("acme", 3), Word("forge", 3)), (Word("forge", 3),)
    assert align_names([long], [short], {"acme"}) == 1000
    assert align_names([long], [short], set()) == 750


VOCABULARY = (
    "Forge", "forge", "Anvil", "Anvill", "Desk", "Code", "Llama", "Llama4", "Meta", "OpenAI", "by",
    "launches", "formerly", "now", "called", "(", ")", ":", "-", "2", "v2", "2.1", "7B", "22B",
    "III", "Pro", "Mini", "CLI", "for", "iOS", "Agent", "TX-9100", "é", "知乎", "🔥", "&", "",
)  # fmt: skip
TEXT = st.lists(st.sampled_from(VOCABULARY), max_size=7).map(" ".join) | st.text(max_size=12)
SOME = st.none() | TEXT
ENTRY = st.builds(
    Entry,
    name=TEXT,
    slug=st.none() | TEXT.map(lambda text: text.lower().replace(" ", "-")),
    tagline=SOME,
    description=SOME,
    category=SOME,
    pricing=st.sampled_from([None, "Free", "$20/mo", "$25", "$0", "MIT", "€1,000.50 per seat"]),
    homepage_url=st.sampled_from([None, "https://forge.example/", "https://github.com/a/b"]),
)


@given(ENTRY, ENTRY)
# Of words that stand for several others, those of one side are taken out first.
@example(Entry(name="Anvil FQ Anvill"), Entry(name="FA Quillmark"))
@example(Entry(name="FA Quillmark"), Entry(name="Anvil FQ Anvill"))
def test_comparing_is_symmetric(one: Entry, other: Entry) -> None:
    """Nothing follows from which entry is the first, and an entry is like itself."""
    a, b = read_traits(one, WORDS), read_traits(other, WORDS)
    comparison = compare(a, b)
    assert comparison == compare(b, a)
    assert find_doubt(a, b, comparison) == find_doubt(b, a, comparison)
    assert 0 <= comparison.score <= 1000
    assert 0 <= comparison.name <= 1000
    assert compare(a, a).conflicts == compare(a, a).one_sided == ()
    assert compare_names(a, a) == 1000
