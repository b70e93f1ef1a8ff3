"""The stored queries: each is asked of a filled database, whatever its file is called."""

from __future__ import annotations

import re
from html import unescape
from itertools import groupby
from pathlib import Path
from urllib.parse import urlencode

import pytest
from datasette.app import Datasette

from db.contract import VIEWS
from publish.asking import read_question, read_questions
from publish.choosing import CHOICES, name_missing
from tests.panels import fill_panels
from tests.publishing import TALLY, ask, list_rows, write_address
from tests.troubled import trouble

QUESTIONS = {question.name: question for question in read_questions()}
ALLOWED = ("v1_", "search_", "json_each")
HEADINGS = "-- topic: A\n-- rank: 1\n-- title: B\n"


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Fill a database whose name and folder hold what addresses give a meaning of their own."""
    path = tmp_path_factory.mktemp("a?b#c%20d") / "my data.v2.db"
    fill_panels(path)
    trouble(path)
    return path


@pytest.mark.parametrize("name", QUESTIONS)
def test_question_is_answered(app: Datasette, name: str) -> None:
    """Every stored query has an answer in a filled database, whatever the file is called."""
    assert list_rows(app, write_address(name))


@pytest.mark.parametrize("name", QUESTIONS)
def test_question_may_be_changed(app: Datasette, name: str) -> None:
    """The SQL of a stored query has the same rows as a stranger's own, whose bounds are closer."""
    page = ask(app, write_address(name)).text
    (address,) = re.findall(r'<a href="([^"]+)">Change it</a>', page)
    assert ask(app, unescape(address)).status_code == 200
    told = ask(app, unescape(address).replace("?", ".json?_shape=array&", 1))
    assert told.status_code == 200
    assert told.json() == list_rows(app, write_address(name))


@pytest.mark.parametrize("name", QUESTIONS)
def test_question_without_parameters_is_no_error(app: Datasette, name: str) -> None:
    """A stored query opens before anything is put into its fields, each with a hint."""
    page = ask(app, name)
    assert page.status_code == 200
    for parameter, hint in QUESTIONS[name].parameters.items():
        assert f'name="{parameter}"' in page.text
        assert hint in unescape(page.text)


@pytest.mark.parametrize("name", [name for name in QUESTIONS if not QUESTIONS[name].is_behind])
def test_question_says_what_it_needs(app: Datasette, name: str) -> None:
    """Before anything is put in, a question has rows or names the fields that it needs."""
    question = QUESTIONS[name]
    page = ask(app, name).text
    assert ("Put something into: " in page) == bool(question.needs)
    assert ('data-label="' in page) != bool(question.needs)
    assert set(re.split(" and | or ", question.needs)) <= {"", *question.parameters}
    assert "Put something into" not in ask(app, write_address(name)).text


@pytest.mark.parametrize(
    ("needs", "values", "missing"),
    [
        ("", {}, ""),
        ("word", {"word": " "}, "word"),
        ("tool_a and tool_b", {"tool_a": "x"}, "tool b"),
        ("word or critic", {"critic": "x"}, ""),
        ("word or critic", {}, "word or critic"),
    ],
)
def test_fields_to_fill_in_are_named(needs: str, values: dict[str, str], missing: str) -> None:
    """Of several fields those are named that lack a value, unless one of them is enough."""
    assert name_missing(needs, values) == missing


@pytest.mark.parametrize(
    ("name", "value"), [("critics_lean", "Skeptic"), ("pairs_never_compared", "Infrastructure")]
)
def test_values_are_offered(app: Datasette, name: str, value: str) -> None:
    """What the data has for a field can be chosen, and a stranger's value is text there."""
    page = ask(app, name).text
    assert f'<option value="{value}"></option>' in page
    assert "<script" not in page
    for listed in CHOICES.values():
        assert "LIMIT 200" in QUESTIONS[listed].sql


@pytest.mark.parametrize("address", ["", "?sql=select+1", "?sql=select+nothing"])
def test_box_for_sql_has_the_columns_below_it(app: Datasette, address: str) -> None:
    """Who writes SQL finds every view below the box, with each column and what it holds."""
    page = unescape(ask(app, app.urls.database(app.get_database().name) + address).text)
    listed = page[page.index('<details class="views">') :]
    assert page.index("<textarea") < page.index('<details class="views">')
    for name, columns in VIEWS.items():
        part = listed[listed.index(f"<code>{name}</code>") :].partition("</details>")[0]
        held = re.findall(r"<dt><code>(\w+)</code></dt><dd>\w", part)
        assert held == [column.name for column in columns]


@pytest.mark.parametrize("name", QUESTIONS)
def test_question_reads_views_only(name: str) -> None:
    """A stored query stands on the contract: it names no table."""
    sql = QUESTIONS[name].sql
    read = set(re.findall(r"\b(?:FROM|JOIN)\s+(\w+)\b(?!\()", sql))
    steps = set(re.findall(r"\b(\w+) AS (?:MATERIALIZED )?\(", sql))
    assert {name for name in read - steps if not name.startswith(ALLOWED)} == set()


@pytest.mark.parametrize(
    "text",
    [
        f"{HEADINGS}SELECT 1",
        f"{HEADINGS}-- description: C\n",
        f"{HEADINGS}-- description: C\n-- about: D\nSELECT 1",
        "-- title: A\n-- description: B\nSELECT 1",
    ],
)
def test_question_without_its_headings_is_refused(text: str) -> None:
    """A stored query that a person could not read is a fault, and its file is named."""
    with pytest.raises(ValueError, match=r"queries/questions/odd\.sql"):
        read_question("odd", text)


def test_questions_are_grouped_by_topic(app: Datasette) -> None:
    """Questions stand by rank, each rank once, and those of one topic together under it."""
    ranks = [question.rank for question in QUESTIONS.values() if not question.is_behind]
    assert ranks == sorted(set(ranks))
    topics = [question.topic for question in QUESTIONS.values() if not question.is_behind]
    assert [topic for topic, _ in groupby(topics)] == list(dict.fromkeys(topics))
    page = ask(app, app.urls.database(app.get_database().name)).text
    assert re.findall("<h3>(.+?)</h3>", page) == list(dict.fromkeys(topics))
    assert page.count("<dl ") == page.count("</dl>")


def test_text_leads_to_what_the_id_beside_it_names(app: Datasette) -> None:
    """A question's page shows a name as a link and leaves out its id, which the data holds."""
    page = ask(app, "entries_changed").text
    assert re.search(rf'<td data-label="Entry"[^>]*><a href="/tool/{TALLY}">Tally</a>', page)
    assert 'class="col-entry_id' not in page
    assert "entry_id" in ask(app, "entries_changed.csv").text.splitlines()[0]
    own = ask(app, f"?sql=select+'{TALLY}'+as+entry_id,+'Tally'+as+entry").text
    assert 'class="col-entry_id' in own


def test_cut_answer_says_so(app: Datasette, monkeypatch: pytest.MonkeyPatch) -> None:
    """An answer that has more rows than the server gives says so, in words and as data."""
    assert "The first" not in ask(app, "panel_against_community").text
    monkeypatch.setattr(app, "max_returned_rows", 20)
    page = ask(app, "panel_against_community").text
    assert "The first 20 rows" in page
    assert "There are more" in page
    assert ask(app, "panel_against_community.json").json()["truncated"]


def test_query_leads_to_its_page(app: Datasette) -> None:
    """A stored query that a page shows leads there, once its parameters are filled in."""
    asked = ask(app, "compare_two_tools?tool_a=C%2B%2B+%26c&tool_b=a%2Fb")
    assert '"/compare?a=C%2B%2B%20%26c&amp;b=a/b"' in asked.text
    assert "On its page" not in ask(app, "compare_two_tools?tool_a=x").text


def test_long_answer_is_shown_in_part(app: Datasette) -> None:
    """A page shows 50 rows at first, says how many there are, and leads to all."""
    many = "with recursive n(i) as (select 1 union all select i+1 from n limit 300) select i from n"
    page = ask(app, f"?{urlencode({'sql': many})}").text
    assert "<strong>300 rows</strong>, 50 of them on this page" in page
    assert page.count('<td data-label="i"') == 50
    (address,) = re.findall(r'href="([^"]+)">show all', page)
    assert ask(app, unescape(address)).text.count('<td data-label="i"') == 300
