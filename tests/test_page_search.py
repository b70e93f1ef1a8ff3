"""The search page: tools and quotes by their words, whatever is put into its box."""

from __future__ import annotations

import re
from contextlib import closing
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from datasette.app import Datasette
from markupsafe import Markup
from msgspec.structs import replace

from publish.pages.search import mark_words
from publish.suggesting import choose_likest
from tests.publishing import SCRIPT, TALLY, ask, compare, fill_database, load_day, open_app
from versusdb.files import DATABASE, open_for_writing

HOSTILE = (
    "", " ", '"', '""', "'", "*", "-", "AND", "OR", "NOT", "AND OR NOT", "NEAR(a b)", "tally AND",
    '"tally', "tally*", "-tally", "name:tally", "^tally", "{tally}", "tally + orrery", "(",
    "x" * 7_000, "the " * 1_000, "\u202etally", "\u200f", "\ud7ff\uffff", "⟧⟦",
    "'; DROP TABLE entries; --", "1 UNION SELECT 1", "<script>alert(1)</script>",
)  # fmt: skip


def search(app: Datasette, words: str) -> dict[str, list[dict[str, Any]]]:
    """Return the rows of each part of the answer."""
    answer = ask(app, f"/search.json?q={quote(words)}").json()
    assert not any(part["failure"] for part in answer["answers"].values()), answer
    return {name: part["rows"] for name, part in answer["answers"].items()}


def test_tool_stands_once_with_what_fits(app: Datasette) -> None:
    """A tool of several entries is one line, under its leading name, with what fits in marks."""
    (tool,) = search(app, "agents cost")["tools"]
    assert (tool["tool_id"], tool["tool"], tool["verdict"]) == (TALLY, "Tally", "ship")
    assert tool["snippet"] == "What ⟦agents⟧ ⟦cost⟧, counted"
    assert tool["of_all"] == 1
    assert [tool["tool_id"] for tool in search(app, "tally")["tools"]] == [TALLY]


def test_name_outweighs_other_words(app: Datasette) -> None:
    """The tool that is called so comes before one that only speaks of it."""
    tools = search(app, "machine harbour")["tools"]
    assert {tool["tool"] for tool in tools} == {"Harbour"}


def test_all_words_must_fit_and_the_last_may_be_begun(app: Datasette) -> None:
    """Every word narrows; the last one may be the beginning of a word, and no other may."""
    assert [tool["tool"] for tool in search(app, "planner orb")["tools"]] == ["Orrery"]
    assert search(app, "planner orb")["tools"][0]["fit"] == "all words"
    quotes = search(app, "tally skept")["quotes"]
    assert {(row["reviewer"], row["tool"]) for row in quotes} == {("Skeptic", "Tally")}
    assert search(app, "skept tally")["quotes"][0]["fit"] == "any word"


def test_any_word_fits_where_all_do_not(app: Datasette) -> None:
    """Where nothing has all words, what has one of them is shown and said to."""
    tools = search(app, "orrery nonesuch")["tools"]
    assert [(tool["tool"], tool["fit"]) for tool in tools] == [("Orrery", "any word")]
    assert "All together in none; one or more in 1 tool." in ask(app, "/search?q=orrery+nons").text


def test_quote_says_whose_it_is_and_of_what(app: Datasette) -> None:
    """A quote comes with critic, score and verdict, and leads to its tool."""
    first = search(app, "millrace futurist")["quotes"][0]
    assert (first["reviewer"], first["score"], first["verdict"]) == ("Futurist", 60, "ship")
    page = ask(app, "/search?q=millrace+futurist").text
    assert '<a href="/critic/Futurist">Futurist</a>' in page
    assert f'<a href="/tool/{first["tool_id"]}">Millrace</a>' in page
    assert "<mark>Millrace</mark> held for" in page
    assert "search_quotes?words=millrace+futurist" in page


@pytest.mark.parametrize("words", HOSTILE, ids=lambda words: ascii(words[:20]))
def test_whatever_is_asked_is_no_error(app: Datasette, words: str) -> None:
    """No text put into the box is an error, in the page, its JSON or the stored queries."""
    search(app, words)
    page = ask(app, f"/search?q={quote(words)}")
    assert page.status_code == 200
    assert "<script" not in page.text
    assert len(re.findall("<h1", page.text)) == 1
    for name in ("search_tools", "search_quotes"):
        assert ask(app, f"{name}.json?words={quote(words)}&_shape=array").status_code == 200
    assert ask(app, f"/tool/{quote(words, safe='')}").status_code in {200, 302, 404}


def test_bytes_that_are_no_text_are_no_error(app: Datasette) -> None:
    """An address whose bytes are no UTF-8 is answered, and so is a second q."""
    assert ask(app, "/search?q=%ff%fe&q=tally").status_code == 200


def test_long_text_is_cut(app: Datasette) -> None:
    """Of ten thousand letters the box keeps as many as were searched for."""
    assert f'value="{"x" * 200}"' in ask(app, f"/search?q={'x' * 7_000}").text


def test_without_words_the_box_stands_alone(app: Datasette) -> None:
    """Nothing is asked before there are words."""
    page = ask(app, "/search").text
    assert page.count('name="q"') == 1
    assert "<h2" not in page


def test_hostile_text_is_found_as_text(app: Datasette) -> None:
    """What a stranger wrote is shown as text, marks and all."""
    page = ask(app, "/search?q=script+title").text
    assert "&lt;<mark>script</mark>&gt;" in page
    assert SCRIPT not in page
    assert "<img" not in page


def test_only_whole_marks_are_marks() -> None:
    """A mark that a stranger wrote and did not close stays text; nothing is unbalanced."""
    assert mark_words("a ⟦b⟧ ⟦<i>⟧ ⟧ ⟦c") == Markup("a <mark>b</mark> <mark>&lt;i&gt;</mark> ⟧ ⟦c")


@pytest.mark.parametrize(
    ("snippet", "shown"),
    [
        ("a" * 300, "a" * 300),
        ("a" * 9_000, "a" * 300 + "…"),
        (f"{'a' * 9_000}⟦b⟧", f"…{'a' * 100}<mark>b</mark>"),
        (f"a ⟦{'b' * 9_000}⟧ c", f"a <mark>{'b' * 297}</mark>…"),
        (f"⟦a⟧{'b' * 9_000}", f"<mark>a</mark>{'b' * 297}…"),
    ],
    ids=lambda text: text[:3] + text[-2:],
)
def test_snippet_of_a_long_word_is_cut_around_the_mark(snippet: str, shown: str) -> None:
    """A word may have ten thousand letters: a snippet has 300, the first mark among them."""
    assert str(mark_words(snippet)) == shown


@pytest.mark.parametrize("wanted", ["halbour", "HARBUOR", "harbor"])
def test_name_spelt_nearly_so_is_suggested(app: Datasette, wanted: str) -> None:
    """Where no word fits, names spelt nearly so are, by the search and by a tool's address."""
    assert "Harbour" in {row["tool"] for row in search(app, wanted)["suggestions"]}
    answer = ask(app, f"/tool/{wanted}")
    assert answer.status_code == 404
    assert ">Harbour</a>" in answer.text


def test_likeness_is_of_as_many_words_as_were_asked() -> None:
    """As many words of a name are compared as were asked; a tool comes once, the likest first."""
    rows = [
        {"tool_id": number, "tool": name}
        for number, name in enumerate(("Hardly", "Harbour Cloud", "Halbur", "Zebra"), start=1)
    ]
    assert [row["tool"] for row in choose_likest("halbour", [*rows, *rows])] == [
        "Halbur", "Harbour Cloud"
    ]  # fmt: skip
    assert choose_likest("halbour cloud", rows) == [rows[1]]


def test_letter_is_near_names_that_begin_with_it(app: Datasette) -> None:
    """Of a letter or two, only beginnings of names are suggested: it stands in nearly any text."""
    rows = [{"tool_id": number, "tool": name} for number, name in enumerate(("Érable", "Reed"))]
    assert choose_likest("e", rows) == rows[:1]
    assert choose_likest("-", rows) == []
    for letter in ("w", "ta"):
        answers = ask(app, f"/tool/{letter}.json").json()["answers"]
        names = [row["tool"] for row in answers["suggestions"]["rows"]]
        assert all(name.lower().startswith(letter) for name in names)
        assert bool(names) == (letter == "ta")


@pytest.mark.parametrize("wanted", ["qqqqq", "w", "halbour", "Harbour"])
def test_unknown_tool_offers_a_way_on(app: Datasette, wanted: str) -> None:
    """Whether or not there are near names, the words can be searched, and all tools are listed."""
    answer = ask(app, f"/tool/{wanted}")
    main = answer.text.partition("<main")[2]
    assert answer.status_code == 404
    assert f'href="/search?q={wanted}"' in main
    assert 'href="/tools">All tools</a>' in main


def test_frequent_words_are_bounded(tmp_path: Path) -> None:
    """A word that thousands have is taken as it is, counted to a bound, and the best are shown."""
    path = tmp_path / "many.db"
    fill_database(path)
    page = compare(0, 1)
    texts = [*(f"common words, said for the {number}th time" for number in range(2_100)), "commons"]
    quotes = tuple(
        replace(page.quotes[0], seat=seat, text=text)
        for seat, text in enumerate([*texts, "commonplace"], start=1)
    )
    with closing(open_for_writing(path, DATABASE)) as database:
        load_day(database, [replace(page, quotes=quotes)], 3)
    with open_app(path) as app:
        found = {
            words: [row["snippet"] for row in search(app, words)["quotes"]]
            for words in ("common", "comm", "commonp")
        }
        assert "⟦commons⟧" in found["common"]
        assert "⟦commonplace⟧" not in found["common"]
        assert "⟦commonplace⟧" in found["comm"]
        assert found["commonp"] == ["⟦commonplace⟧"]
        assert len(found["common"]) == 30
        assert "Found in over 1,000 quotes. These 30 fit best." in ask(app, "/search?q=comm").text


def test_box_is_on_every_page(app: Datasette) -> None:
    """Search is one step away from every page, with its label."""
    for address in ("/", f"/tool/{TALLY}", "v1_entries", "critics_lean", "/nowhere", "/versus"):
        page = unescape(ask(app, address).text)
        assert page.count('action="/search"') == 1, address
        assert "Search tools and quotes</label>" in page
