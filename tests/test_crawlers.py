"""What crawlers may read of the pages, and what has no end."""

from __future__ import annotations

from pathlib import Path

import pytest
from datasette.app import Datasette
from protego import Protego

from publish.pages.static import name_static
from tests.publishing import TALLY, ask, fill_database


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Fill a database whose name is written otherwise in an address."""
    path = tmp_path_factory.mktemp("published") / "my data.db"
    fill_database(path)
    return path


@pytest.fixture(scope="module")
def rules(app: Datasette) -> Protego:
    """Read robots.txt as our own crawler would."""
    answer = ask(app, "/robots.txt")
    assert answer.headers["content-type"] == "text/plain; charset=utf-8"
    return Protego.parse(answer.text)


def may_read(rules: Protego, address: str) -> bool:
    """Tell whether any crawler may read an address of the server."""
    return bool(rules.can_fetch(f"https://reviews.example{address}", "anybody"))


@pytest.mark.parametrize(
    "address", ["/", f"/tool/{TALLY}", "/critics", "/critic/Skeptic", "/changes", "/changes/2"]
)
def test_pages_may_be_read(rules: Protego, address: str) -> None:
    """Home, tools, critics and changes are for everybody, and so is how they look."""
    assert may_read(rules, address)


def test_style_may_be_read(app: Datasette, rules: Protego) -> None:
    """Who draws the pages to judge them needs the style sheet."""
    assert may_read(rules, name_static(app, "publish.css"))


@pytest.mark.parametrize(
    "address",
    [
        "/search",
        "/search?words=tally",
        "/compare/a/b",
        f"/tool/{TALLY}.json",
        "/my+data/v1_entries",
        "/my+data/v1_entries?_sort=name",
        "/my+data/v1_entries.csv",
        "/my+data/critics_lean",
        "/my+data?sql=select+1",
        "/?anything",
    ],
)
def test_what_has_no_end_is_left_alone(rules: Protego, address: str) -> None:
    """Tables by filter and sort, questions, comparisons, and the same again for programs."""
    assert not may_read(rules, address)


def test_people_are_told_why(app: Datasette) -> None:
    """A person who opens it reads what is meant, and where all of the data is."""
    assert "takes each view once as CSV" in ask(app, "/robots.txt").text
