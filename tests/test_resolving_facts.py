"""Facts are read from what a card says of itself, and from nothing that it says of others."""

from __future__ import annotations

from itertools import combinations

import pytest

from db.resolving.conflicts import compare_facts, list_facts
from db.resolving.facts import TYPES, read_codes, read_name, read_prose
from db.resolving.traits import Entry, Traits, read_traits
from db.resolving.words import load_words

WORDS = load_words()
TOOLKIT = "Llama 4 Scout Fine-Tuning Toolkit"
# Several entries of one tool, under names and addresses that a site has.
TOOLKITS = (
    Entry(name=TOOLKIT, slug="meta-llama-4-scout-finetuning-toolkit-rlhf-support"),
    Entry(name=TOOLKIT, slug="meta-releases-llama-4-scout-fine-tuning-toolkit-hugging-face"),
    Entry(name=f"Meta {TOOLKIT}", slug="meta-llama-4-scout-fine-tuning-toolkit-lora-rlhf"),
)


def read(name: str = "Forge", **told: str) -> Traits:
    return read_traits(Entry(name=name, **told), WORDS)


def state(name: str, kind: str) -> tuple[str, ...]:
    return read_name(name, WORDS).facts.get(kind, ())


@pytest.mark.parametrize(
    ("name", "versions"),
    [
        ("Forge v2", ["2"]),
        ("Forge 2.0", ["2"]),
        ("Forge 2.0.0", ["2"]),
        ("Forge 2.10", ["2.10"]),
        ("Forge (v0)", ["0"]),
        ("Forge 12", ["12"]),
        ("Forge 3.5.2b", ["3.5.2b"]),
        ("Llama4", ["4"]),
        ("Llama-4", ["4"]),
        ("GPT-4o", ["4o"]),
        ("gpt-4.1-mini", ["4.1"]),
        ("DeepSeek R1", ["r1"]),
        ("DeepSeek-V3", ["3"]),
        ("o3-mini", ["o3"]),
        ("Orpheon II", ["2"]),
        ("Orpheon VIII Desk", ["8"]),
        ("Forge 2 to 3", ["2", "3"]),
        # Letters, not numerals: a name's own, or one that is often only a letter.
        ("Orpheon V", []),
        ("Orpheon I", []),
        ("Orpheon X", []),
        ("II Forge", []),
        ("Forge iii", []),
        ("Forge 2026", []),
        ("Forge 365", []),
        ("Forge 3-in-1", []),
        ("3 Agents", []),
        ("30 Days of Forge", []),
        ("10x Forge", []),
        ("Forge 2.4 GHz", []),
        ("Forge 22B", []),
        ("git-why", []),
        ("ds2api", []),
    ],
)
def test_versions_in_names(name: str, versions: list[str]) -> None:
    """A short number, with or without a point, is a version; a year, a count or a size is none."""
    assert list(state(name, "version")) == versions


@pytest.mark.parametrize(
    ("name", "sizes"),
    [
        ("Forge 22B", ["22b"]),
        ("Forge (22b)", ["22b"]),
        ("Qwen2.5-22B-Instruct", ["22b"]),
        ("Forge 7.0B", ["7b"]),
        ("Forge 0.5B", ["500m"]),
        ("Forge 22 B", ["22b"]),
        ("Forge 34-billion", ["34b"]),
        ("Forge 350M", ["350m"]),
        ("Forge 1.5T", ["1.5t"]),
        ("Mixtral 8x7B", ["8x7b"]),
        ("Mixtral 8X22B", ["8x22b"]),
        ("Mixtral 8 x 7B", ["8x7b"]),
        ("Mixtral 8×22B", ["8x22b"]),
        ("Forge 7B and 22B", ["22b", "7b"]),
        ("Forge 1M Tokens", []),
        ("Forge 1M context", []),
        ("Forge 22", []),
    ],
)
def test_sizes_in_names(name: str, sizes: list[str]) -> None:
    """A number of parameters is a size, in each way of writing it; a number of tokens is none."""
    assert list(state(name, "size")) == sizes
    assert not sizes or read_codes(name, WORDS) == ()


@pytest.mark.parametrize(
    ("text", "sizes"),
    [
        ("An open model of 22B parameters.", ["22b"]),
        ("A 34-billion model for laptops", ["34b"]),
        ("Four billion parameters, no more", ["4b"]),
        ("It has twenty-two billion weights", ["22b"]),
        ("A thirteen-billion-parameter model", ["13b"]),
        ("Forty billion parameters", ["40b"]),
        ("A mixture of 8x7B", ["8x7b"]),
        ("A mixture of 8 × 22B", ["8x22b"]),
        ("350M parameters", ["350m"]),
        ("1.5T parameters", ["1.5t"]),
        ("Comes as 7B and 22B.", ["22b", "7b"]),
        ("Reads 1M tokens", []),
        ("A corpus of 22B tokens", []),
        ("Served 3 billion requests", []),
        ("350M downloads", []),
        ("17B active parameters", []),
        ("A $2B company", []),
        ("Two hundred billion parameters", []),
        ("1,500B", []),
        ("350M", []),
    ],
)
def test_sizes_in_prose(text: str, sizes: list[str]) -> None:
    """Prose states a size in digits or words; money, tokens, users and parts of it are none."""
    assert sorted(read_prose(text, WORDS, (), set()).get("size", ())) == sizes


@pytest.mark.parametrize(
    ("name", "sizes"),
    [("Forge", ("13b",)), ("Mistral Desk", ("13b", "7b")), ("Llama Desk", ("13b", "70b"))],
)
def test_a_size_behind_another_family_is_that_ones(name: str, sizes: tuple[str, ...]) -> None:
    """What stands behind a family's name is its size, and the tool's own if it is of the family."""
    text = "It beats Mistral 7B and Llama 3.1 70B at 13B of its own."
    assert list_facts(read(name, description=text), "size") == sizes


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("Version 2.1 is out", {"version": {"2.1"}}),
        ("Rewritten as v1.5", {"version": {"1.5"}}),
        ("Has 3 modes and 12 voices", {}),
        ("Straight from Google DeepMind's lab", {}),
        ("Trusted by Microsoft, by Google alumni, on Python version 3.11, beats 70B models", {}),
        ("Built by the OpenAI team", {"vendor": {"openai"}}),
        ("A tool by Mistral AI", {"vendor": {"mistral ai"}}),
        ("Works with Meta and OpenAI", {}),
        ("By Acme", {}),
        ("128k context", {"context": {"128k"}}),
        ("A 200K token context window", {"context": {"200k"}}),
        ("1.0M tokens of context", {"context": {"1m"}}),
        ("An enterprise API for Scout, in its mini edition", {}),
        ("", {}),
    ],
)
def test_prose_says_only_what_is_marked(text: str, facts: dict[str, set[str]]) -> None:
    """Of prose versions, makers and context are read where it names them so, and no other word."""
    assert read_prose(text, WORDS, (), set()) == facts


@pytest.mark.parametrize(
    ("name", "kind", "values"),
    [
        ("Llama 4 Scout", "variant", ("scout",)),
        ("Gemini Flash Lite", "variant", ("flash", "lite")),
        ("Whisper Distill", "variant", ("distilled",)),
        ("Forge Enterprise", "edition", ("enterprise",)),
        ("Tabby for Visual Studio Code", "edition", ("vs code",)),
        ("Forge CLI", "form", ("cli",)),
        ("Vercel AI Gateway (v0)", "form", ("gateway",)),
        ("Code Llama 4", "family", ("code llama",)),
        ("Claude 4 API: Tool Use Streaming & Prompt Caching", "form", ("api",)),
        ("Scouting Report", "variant", ()),
    ],
)
def test_words_of_a_name_are_facts(name: str, kind: str, values: tuple[str, ...]) -> None:
    """Variants, editions and forms are whole words of the name, each by its one spelling."""
    assert list_facts(read(name), kind) == values


@pytest.mark.parametrize(
    ("entry", "vendors"),
    [
        (Entry(name="GPT Desk"), ("openai",)),
        (Entry(name="OpenAI GPT Desk"), ("openai",)),
        (Entry(name="Forge by Meta"), ("meta",)),
        (Entry(name="GPT Desk by Meta"), ("meta", "openai")),
        (Entry(name="Copilot Desk"), ()),
        (Entry(name="Desk", slug="claude-desk"), ("anthropic",)),
        (Entry(name="Desk", tagline="Notes by Anthropic"), ("anthropic",)),
        (Entry(name="GPT Desk", description="Made by Meta"), ("openai",)),
        (Entry(name="Desk", slug="meta-desk", tagline="By OpenAI"), ("meta",)),
        (Entry(name="Desk", tagline="By OpenAI", description="By Meta"), ("openai",)),
    ],
)
def test_makers_are_told_or_implied(entry: Entry, vendors: tuple[str, ...]) -> None:
    """The name comes first, then the address, the tagline, the description; families imply one."""
    assert list_facts(read_traits(entry, WORDS), "vendor") == vendors


@pytest.mark.parametrize(
    ("slug", "sizes"),
    [
        ("forge-8b-open-weights", ("8b",)),
        ("forge-8x7b", ("8x7b",)),
        # It may be 3.8B, or version 3 with 8B; how much it reads; or what was paid for it.
        *(
            (slug, ())
            for slug in "forge-3-8b forge-3-8b-2026 forge-for-llama-70b forge-2026 forge-10m "
            "forge-raises-2b forge-series-a-30m".split()
        ),
    ],
)
def test_addresses_state_sizes_and_no_versions(slug: str, sizes: tuple[str, ...]) -> None:
    """Of an address a size counts that can be read in one way; a number or a year says nothing."""
    traits = read(slug=slug)
    assert list_facts(traits, "size") == sizes
    assert list_facts(traits, "version") == ()


def test_variants_of_the_own_family_are_read_in_taglines() -> None:
    """A variant that one family has is told by the tagline of a tool for it, and of no other."""
    assert list_facts(read("Llama Kit", tagline="Made for Maverick"), "variant") == ("maverick",)
    assert list_facts(read(slug="llama-scout-kit"), "variant") == ("scout",)
    assert list_facts(read("Claude Kit", tagline="Made for Maverick"), "variant") == ()
    assert list_facts(read("Llama Kit", tagline="Mini, flash, pro"), "variant") == ()


def test_a_name_comes_before_what_is_told() -> None:
    """Prose does not overrule the name, nor the tagline the address."""
    named = read("Forge 22B", slug="forge-7b", tagline="A 7B model", description="7B")
    assert (named.named["size"], "size" in named.told) == (("22b",), False)
    assert read(tagline="A 7B model", description="A 22B model").told["size"] == ("7b",)
    assert read(slug="forge-9b", tagline="A 7B model").told["size"] == ("9b",)
    assert read(description="It reads 128k tokens of context").context == ("128k",)


@pytest.mark.parametrize(
    ("name", "codes"),
    [
        ("TX-9100B Camera", ["tx9100b"]),
        ("Recorder TX9100", ["tx9100"]),
        ("Cable 10043", ["10043"]),
        ("Set A4000 (W7X22)", ["a4000", "w7x22"]),
        ("ds2api", ["ds2api"]),
        ("GPT-4o", []),
        ("Qwen2.5-72B-Instruct", []),
        ("8-port 100base-tx Cat-5e", []),
        ("50mm h.264 3-in-1 1080p v12", []),
    ],
)
def test_model_numbers(name: str, codes: list[str]) -> None:
    """Letters with digits, or five digits, are a model number; measures and versions are none."""
    assert list(read_codes(name, WORDS)) == codes


@pytest.mark.parametrize(("a", "b"), [*combinations(TOOLKITS, 2)])
def test_entries_of_one_toolkit_agree(a: Entry, b: Entry) -> None:
    """Entries of one tool under other addresses, with its maker and without, state the same."""
    compared = compare_facts(read_traits(a, WORDS), read_traits(b, WORDS))
    assert compared.conflicts == compared.one_sided == ()
    assert compared.agreed == ("vendor", "family", "version", "variant", "form")


SMALL_7B = Entry(name="Mistral 3 Small", description="An open model of 7 billion parameters.")
SMALL_7B_SLUG = Entry(name="Mistral 3 Small", slug="mistral-3-small-7b-open-weights")
SMALL_22B = Entry(name="Mistral 3 Small (22B)")
CODE_200B = Entry(name="Code Llama 4", tagline="A family of 200B with open weights")
CODE_70B = Entry(name="Code Llama 4", tagline="An agent that writes code, at 70B")
GATEWAY, GATEWAY_V0 = Entry(name="Vercel AI Gateway"), Entry(name="Vercel AI Gateway (v0)")


@pytest.mark.parametrize(
    ("a", "b", "conflicts", "one_sided"),
    [
        (SMALL_7B, SMALL_22B, ["size"], ["size"]),
        (SMALL_7B_SLUG, SMALL_22B, ["size"], ["size"]),
        (SMALL_7B, SMALL_7B_SLUG, [], []),
        (SMALL_22B, Entry(name="Mistral 3 Small (24B)"), ["size"], ["size"]),
        (Entry(name="Mistral 3 Small"), SMALL_22B, [], ["size"]),
        (CODE_200B, CODE_70B, ["size"], ["size"]),
        (TOOLKITS[0], Entry(name=TOOLKIT.replace("Scout", "Maverick")), ["variant"], ["variant"]),
        (GATEWAY, GATEWAY_V0, [], ["version"]),
    ],
)
def test_different_tools_of_nearly_one_name(
    a: Entry, b: Entry, conflicts: list[str], one_sided: list[str]
) -> None:
    """Near namesakes conflict in a fact, or only one of them states it."""
    for one, other in ((a, b), (b, a)):
        compared = compare_facts(read_traits(one, WORDS), read_traits(other, WORDS))
        assert [*compared.conflicts] == conflicts
        assert [*compared.one_sided] == one_sided
    assert set(conflicts) | set(one_sided) <= set(TYPES)
