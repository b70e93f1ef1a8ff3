"""The stored queries: each is asked of a filled database, whatever its file is called."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from datasette.app import Datasette

from publish.asking import read_question, read_questions
from tests.publishing import TALLY, ask, list_rows, open_app, write_address
from tests.troubled import fill_troubled

QUESTIONS = {question.name: question for question in read_questions()}


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Fill a database whose name and folder hold what addresses give a meaning of their own."""
    path = tmp_path_factory.mktemp("a?b#c%20d") / "my data.v2.db"
    fill_troubled(path)
    return path


@pytest.fixture(scope="module")
def app(path: Path) -> Iterator[Datasette]:
    """Build the app that most tests here ask."""
    with open_app(path) as app:
        yield app


@pytest.mark.parametrize("name", QUESTIONS)
def test_question_is_answered(app: Datasette, name: str) -> None:
    """Every stored query has an answer in a filled database, whatever the file is called."""
    assert list_rows(app, write_address(name))


@pytest.mark.parametrize("name", QUESTIONS)
def test_question_without_parameters_is_no_error(app: Datasette, name: str) -> None:
    """A stored query opens before anything is put into its fields, each with a hint."""
    page = ask(app, name)
    assert page.status_code == 200
    for parameter, hint in QUESTIONS[name].parameters.items():
        assert f'name="{parameter}"' in page.text
        assert hint in unescape(page.text)


@pytest.mark.parametrize("name", QUESTIONS)
def test_question_reads_views_only(name: str) -> None:
    """A stored query stands on the contract: it names no table."""
    sql = QUESTIONS[name].sql
    read = set(re.findall(r"\b(?:FROM|JOIN)\s+(\w+)\b(?!\()", sql))
    steps = set(re.findall(r"\b(\w+) AS (?:MATERIALIZED )?\(", sql))
    assert {name for name in read - steps if not name.startswith(("v1_", "search_"))} == set()


@pytest.mark.parametrize(
    "text",
    [
        "-- title: Only a title\nSELECT 1",
        "-- title: A\n-- description: B\n",
        "-- title: A\n-- description: B\n-- about: C\nSELECT 1",
    ],
)
def test_question_without_its_headings_is_refused(text: str) -> None:
    """A stored query that a person could not read is a fault, and its file is named."""
    with pytest.raises(ValueError, match=r"queries/questions/odd\.sql"):
        read_question("odd", text)


def test_disagreement_is_the_distance_between_critics(app: Datasette) -> None:
    """The widest spread comes first, with both critics."""
    first = list_rows(app, "critics_disagree")[0]
    assert (first["name"], first["score_spread"]) == ("Orrery", 83)
    assert (first["lowest_critic"], first["highest_critic"]) == ("Skeptic", "Futurist")


def test_lean_counts_each_quote_once(app: Datasette) -> None:
    """A critic's mean is over quotes, not over the pages that show them."""
    skeptic = {row["reviewer"]: row for row in list_rows(app, "critics_lean")}["Skeptic"]
    scores = (31, 12, 48, 20, 69, 44, 70)
    assert (skeptic["quotes"], skeptic["mean_score"]) == (7, sum(scores) / 7)
    assert (skeptic["ship_pct"], skeptic["lowest_score"]) == (29, 12)


def test_change_says_from_what_to_what(app: Datasette) -> None:
    """A change has its time, its old value and its new one; the first version is no change."""
    (change,) = list_rows(app, "entries_changed")
    assert (change["name"], change["changed_at"]) == ("Tally", "2026-05-02T06:01:00Z")
    assert change["panel_ship_pct_change"] == "100 → 75"
    assert change["entry_price_change"] == change["other_fields"] == ""


def test_share_is_of_all_votes_and_may_be_narrowed(app: Datasette) -> None:
    """Tools come by share of ship; a part of a category's name is enough to narrow them."""
    shares = [row["ship_pct"] for row in list_rows(app, "tools_by_panel_share")]
    assert shares == sorted(shares, reverse=True)
    assert [row["name"] for row in list_rows(app, "tools_by_panel_share?category=AGENT")] == [
        "Orrery"
    ]


def test_word_is_taken_as_it_is(app: Datasette) -> None:
    """A percent sign in a word is that sign, and no word finds nothing."""
    assert list_rows(app, "quotes_with_word?word=%25") == []
    assert list_rows(app, "quotes_with_word?word=%20") == []


def test_unknown_tool_is_said_to_be_unknown(app: Datasette) -> None:
    """A comparison with a tool that is not there says so, and shows the other."""
    first = list_rows(app, "compare_two_tools?tool_a=Tally&tool_b=Nothing")[0]
    assert (first["tool_a"], first["tool_b"]) == ("Tally", "no tool by this name")


def test_differences_come_first(app: Datasette) -> None:
    """Of two tools, what differs comes before what is the same; a slug means what a name does."""
    rows = list_rows(app, "compare_two_tools?tool_a=tally&tool_b=Millrace")
    assert rows == list_rows(app, f"compare_two_tools?tool_a={TALLY}&tool_b=millrace")
    compared = [row["compared"] for row in rows[1:]]
    assert compared == sorted(compared, key=["differs", "one only", "same"].index)
    stated = {row["field"]: (row["tool_a"], row["tool_b"]) for row in rows}
    assert stated["category"] == ("Developer Tools", "Data")


def test_query_leads_to_its_page(app: Datasette) -> None:
    """A stored query that a page shows leads there, once its parameters are filled in."""
    asked = ask(app, "compare_two_tools?tool_a=C%2B%2B+%26c&tool_b=a%2Fb")
    assert '"/compare?a=C%2B%2B%20%26c&amp;b=a/b"' in asked.text
    assert "On its page" not in ask(app, "compare_two_tools?tool_a=x").text
