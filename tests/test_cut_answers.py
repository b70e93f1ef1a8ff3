"""What is not all there is says so: in its description, in its rows and as ``is_cut``."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from datasette.app import Datasette

from publish.asking import Question, has_more, read_questions
from tests.crowded import fill_crowd
from tests.publishing import ask, open_app

IN_WORDS = {"1": "last", "2": "two", "10": "ten", "100": "hundred"}
LIMITS = re.compile(r"(?:^LIMIT|place <=) (\d+)", re.MULTILINE)


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([], False),
        ([{"name": "a"}], False),
        ([{"of_all": 2}, {"of_all": 2}], False),
        ([{"of_all": 3}, {"of_all": 3}], True),
        ([{"how": "new", "of_all": 1}, {"how": "known", "of_all": 1}], False),
        ([{"how": "new", "of_all": 1}, {"how": "known", "of_all": 2}], True),
        ([{"subject": "entry", "of_all": 1}, {"subject": "quote", "of_all": 1}], False),
    ],
)
def test_rows_tell_whether_there_are_more(rows: list[dict[str, object]], expected: bool) -> None:
    """There are more where the rows count more of a kind than stand there."""
    assert has_more(rows) is expected


@pytest.mark.parametrize("question", read_questions(), ids=lambda question: question.name)
def test_question_with_a_limit_says_so(question: Question) -> None:
    """Whoever reads a question's description knows whether its answer may be a part."""
    for number in LIMITS.findall(question.sql):
        written = {f"{int(number):,}", IN_WORDS.get(number)}
        assert written & set(re.findall(r"[\w,]*\w", question.description)), number


def test_answers_that_are_whole_say_so(app: Datasette) -> None:
    """A list that has all there is counts no more than its rows, and is not cut."""
    for page in ("/search.json?q=tally", "/tools.json", "/quality.json", "/changes/2.json"):
        for name, answer in ask(app, page).json()["answers"].items():
            assert answer["is_cut"] is False, (page, name)


def test_answers_that_are_cut_say_so(tmp_path: Path) -> None:
    """A list that has the first of many says so, to people and programs, and of how many."""
    path = tmp_path / "x.db"
    fill_crowd(path)
    with open_app(path) as app:
        answers = {
            "tools": ask(app, "/search.json?q=spoke").json()["answers"]["tools"],
            "entries_new": ask(app, "/changes/1.json").json()["answers"]["entries_new"],
            "list": ask(app, "/tools.json?start=500").json()["answers"]["tools"],
        }
        page = ask(app, "/search?q=spoke").text
    told = {
        name: (len(answer["rows"]), answer["rows"][0]["of_all"], answer["is_cut"])
        for name, answer in answers.items()
    }
    assert told == {
        "tools": (20, 500, True),
        "entries_new": (500, 517, True),
        "list": (6, 506, True),
    }
    assert "Found in 500 tools. These 20 fit best." in page
    assert "These are the first" not in page


@pytest.mark.parametrize("run", [1, 2])
def test_rows_of_a_run_are_counted_by_how_they_changed(app: Datasette, run: int) -> None:
    """Of a run whose lists are whole, each row counts those that changed as it did."""
    for answer in ask(app, f"/changes/{run}.json").json()["answers"].values():
        kinds = Counter(row.get("how") for row in answer["rows"])
        for row in answer["rows"]:
            assert row.get("of_all", kinds[row.get("how")]) == kinds[row.get("how")]
