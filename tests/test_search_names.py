"""The search for names: of tools as they are or nearly, of critics and of categories."""

from __future__ import annotations

import re
from contextlib import closing
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from datasette.app import Datasette
from msgspec.structs import replace

from tests.publishing import (
    ORRERY,
    TALLY,
    ask,
    compare,
    fill_database,
    list_rows,
    load_day,
)
from versusdb.files import DATABASE, open_for_writing

NAMES = ("GPT-4.1 mini", "GPT-4.1", "GPT-4.1 mini nano", "Müller", "Vutor Pipeline", "Data Pipe")


def add_tools(path: Path, names: tuple[str, ...]) -> None:
    """Add tools of these names, each on a page of its own beside one of the invented."""
    page = compare(0, 1)
    first, second = page.tools
    pages = [
        replace(
            page,
            source=f"x{number}",
            url=None,
            quotes=(),
            tools=(first, replace(second, slug=f"added-{number}", name=name, tagline=told)),
        )
        for number, name in enumerate(names)
        for told in (f"It is what {name} is",)
    ]
    with closing(open_for_writing(path, DATABASE)) as database:
        load_day(database, pages, 3)


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Fill a database with tools whose names are alike."""
    path = tmp_path_factory.mktemp("names") / "versus.db"
    fill_database(path)
    add_tools(path, NAMES)
    return path


def search(app: Datasette, words: str) -> dict[str, Any]:
    """Return the rows of each part of the answer."""
    answer = ask(app, f"/search.json?q={quote(words)}").json()
    return {name: part["rows"] for name, part in answer["answers"].items()}


@pytest.mark.parametrize("words", ["gpt 4.1", "GPT-4.1", "gpt-4-1", "gpt", "GPT 4"])
def test_name_that_is_the_words_comes_first(app: Datasette, words: str) -> None:
    """The name that the words are comes first, then what begins with them, the shorter first."""
    found = [tool["tool"] for tool in search(app, words)["tools"]]
    assert found == ["GPT-4.1", "GPT-4.1 mini", "GPT-4.1 mini nano"]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("vutr pipeline", "Vutor Pipeline"),
        ("xutor pipeline", "Vutor Pipeline"),
        ("GTP-4.1", "GPT-4.1"),
        ("gtp 4.1", "GPT-4.1"),
        ("PGT-4.1", "GPT-4.1"),
        ("gpt4.1", "GPT-4.1"),
        ("mueller", "Müller"),
        ("mulelr", "Müller"),
    ],
)
def test_misspelt_name_is_suggested(app: Datasette, words: str, name: str) -> None:
    """Names spelt nearly so come also where some word fits, or the first letters are swapped."""
    assert search(app, words)["suggestions"][0]["tool"] == name


def test_accent_makes_no_difference(app: Datasette) -> None:
    """A name with an umlaut is found without it."""
    assert [tool["tool"] for tool in search(app, "muller")["tools"]] == ["Müller"]


def test_suggestions_stand_where_they_help(app: Datasette) -> None:
    """They come before tools that have only some words, after those that have all; or not at all.

    A name that has all the words needs none.
    """
    page = ask(app, "/search?q=vutr+pipeline").text
    assert page.index("Spelt nearly so") < page.index('<ol class="found">')
    assert "suggestions" not in search(app, "pipe")
    assert "suggestions" not in search(app, "pipeline vut")
    page = ask(app, "/search?q=planner+orbits").text
    assert "nearly so" not in page
    assert "No name is spelt nearly so" in ask(app, "/search?q=xyzzy").text


def suggest(app: Datasette, words: str) -> list[str]:
    """Return the names that the page for an unknown tool suggests."""
    rows = ask(app, f"/tool/{quote(words)}.json").json()["answers"]["suggestions"]["rows"]
    return [row["tool"] for row in rows]


def test_unknown_tool_suggests_what_most_words_fit(app: Datasette) -> None:
    """On the page for an unknown tool, what has more of the words comes before the alphabet."""
    assert suggest(app, "nonesuch-gpt-mini-nano")[:2] == ["GPT-4.1 mini nano", "GPT-4.1 mini"]
    assert suggest(app, "planner its orbits quill")[0] == "Orrery"


def test_unknown_tool_suggests_near_spellings_first(app: Datasette) -> None:
    """What is spelt nearly so comes before what only has some of the words, each tool once."""
    found = suggest(app, "dataa pipe vutor")
    assert len(found) == len(set(found))
    assert suggest(app, "vutr-pipeline")[0] == "Vutor Pipeline"
    assert suggest(app, "dta pipe")[0] == "Data Pipe"


@pytest.mark.parametrize("words", ["skeptic", "SKEP"])
def test_critic_is_found_by_name(app: Datasette, words: str) -> None:
    """A critic whose name the words are or begin is linked above the tools."""
    page = ask(app, f"/search?q={words}").text
    assert (
        '<p>Critics: <bdi><a href="/critic/reviews.example/Skeptic">Skeptic</a></bdi></p>' in page
    )
    assert "Critics: " not in ask(app, "/search?q=keptic").text


@pytest.mark.parametrize("words", ["infra", "developer tools", "tools"])
def test_category_is_found_by_name(app: Datasette, words: str) -> None:
    """A category that the words are, or a word of which they begin, leads to its entries."""
    page = ask(app, f"/search?q={quote(words)}").text
    (address,) = re.findall(r'<p>Categories: <bdi><a href="([^"]+)"', page)
    assert "v1_entries?category=" in address
    conditions = address.partition("?")[2]
    assert list_rows(app, f"v1_entries?{conditions}")


def test_two_names_offer_the_head_to_head(app: Datasette) -> None:
    """Words of the form A vs B lead to the two, where both are names of tools."""
    for words in ("tally vs orrery", "Tally VS. Orrery", "Tally versus Orrery"):
        page = ask(app, f"/search?q={quote(words)}").text
        assert f'<a href="/compare/{TALLY}/{ORRERY}">Tally against Orrery</a>' in page
    for words in ("tally vs nonesuch", "tally vs tally", "tally vs", "vs"):
        assert "Head to head: " not in ask(app, f"/search?q={quote(words)}").text
