"""The pages that Datasette shows of a database, asked through its own client."""

from __future__ import annotations

import json
import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from datasette.app import Datasette

from publish.arranging import ARRANGEMENTS
from publish.asking import read_questions
from publish.linking import Link, find_path, is_web_address, name_column
from publish.restricting import hide_options
from tests.publishing import SCRIPT, SITE, ask, fill_database, list_rows, open_app

QUESTIONS = tuple(each.name for each in read_questions() if not each.is_behind)
VIEWS = tuple(ARRANGEMENTS)


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Fill a database whose name and folder hold what addresses give a meaning of their own."""
    path = tmp_path_factory.mktemp("a?b#c%20d") / "my data.v2.db"
    fill_database(path)
    return path


def test_data_page_offers_every_view_and_question(app: Datasette) -> None:
    """The page of all data leads to each view and each question, with what it tells."""
    page = ask(app, app.urls.database(app.get_database().name)).text
    for name in (*VIEWS, *QUESTIONS):
        assert f"/{name}" in page


def test_page_is_of_the_live_file(tmp_path: Path) -> None:
    """What a writer commits while the app stands is on the next page, checkpointed or not."""
    path = tmp_path / "live.db"
    fill_database(path)
    with open_app(path) as app, closing(sqlite3.connect(path)) as writer:
        before = ask(app, "/live/v1_sites.json?_shape=array").json()
        writer.execute("UPDATE sites SET attribution = 'Written just now'")
        writer.commit()
        assert before[0]["attribution"] == "Example panel review"
        assert "Written just now" in ask(app, "/").text


@pytest.mark.parametrize("name", [*VIEWS, *QUESTIONS, ""])
def test_page_is_whole_and_calls_nowhere_else(app: Datasette, name: str) -> None:
    """A page has one h1, no script, and loads nothing from another host."""
    page = ask(app, name) if name else ask(app, "/")
    assert page.status_code == 200
    assert len(re.findall(r"<h1[ >]", page.text)) == 1
    assert "<script" not in page.text
    loaded = re.findall(r'<(?:link|img|iframe|source)[^>]+(?:href|src)="([^"]+)"', page.text)
    assert [
        address for address in loaded if re.match(r"(?!http://localhost)\w+:|//", address)
    ] == []
    assert "default-src 'none'" in page.headers["content-security-policy"]


@pytest.mark.parametrize("name", ["v1_tools", "v1_entries", "v1_quotes", "v1_comparisons"])
def test_hostile_text_is_shown_as_text(app: Datasette, name: str) -> None:
    """What a stranger wrote is escaped in cells and facets, and `javascript:` links nowhere."""
    page = ask(app, name).text
    assert "&lt;script&gt;" in page
    assert SCRIPT not in page
    assert "<img" not in page
    assert not re.search(r'(?:href|src)="\s*javascript:', page)


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("v1_entries?name=%22%3E%3Cscript%3E", 200),
        ("v1_entries?%22%3E%3Cscript%3E=1", 400),
        ("v1_entries?_sort=%3Cscript%3E", 400),
        ("quotes_with_word?word=%22%3E%3Cscript%3E", 200),
        ("?sql=select+'%3C/textarea%3E%3Cscript%3E'", 200),
        ("~3Cscript~3E", 404),
    ],
)
def test_hostile_address_is_shown_as_text(app: Datasette, address: str, status: int) -> None:
    """What an address carries is escaped like what a page carried."""
    page = ask(app, address)
    assert page.status_code == status
    assert "<script" not in page.text


def test_cells_link_ids_and_web_addresses(app: Datasette) -> None:
    """An id leads to its tool, also from a question, and a source_url to the source."""
    (entry,) = list_rows(app, "v1_entries?slug=tally")
    for address in ("v1_entries?slug=tally", "quotes_with_word?critic=Skeptic"):
        page = ask(app, address).text
        assert f'href="/tool/{entry["entry_id"]}"' in page
        assert f'<a href="https://{SITE}/tool/tally" rel="nofollow noreferrer">' in page


def test_subject_of_a_sighting_leads_to_its_kind(app: Datasette) -> None:
    """A sighting's subject_id leads to the entry or to the quote, by its subject."""
    page = ask(app, "v1_sightings?subject=quote").text
    assert "v1_quotes?quote_id=q" in page
    assert "v1_entries?entry_id=" not in page
    assert name_column("subject_id", "entry") == "entry_id"
    assert find_path(name_column("subject_id", "other"), "x", "/data") is None


@pytest.mark.parametrize(
    "value",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "https://",
        "https:///x",
        "https://a.example/ and more",
        "https://a.example/\nx",
        'https://a.example/"x',
        "//a.example/",
        "",
        None,
        7,
    ],
)
def test_only_a_whole_web_address_is_one(value: object) -> None:
    """Another scheme, a text that begins with an address, or no host is no address."""
    assert not is_web_address(value)


def test_link_escapes_both_its_parts() -> None:
    """A link is safe whatever address and text it is made of."""
    html = Link("https://a.example/?a=1&b='\"", "<b>").__html__()
    assert 'href="https://a.example/?a=1&amp;b=&#x27;&quot;"' in html
    assert ">&lt;b&gt;</a>" in html


def test_address_in_a_text_is_no_link(app: Datasette) -> None:
    """A tagline that is or begins with an address is a stranger's text."""
    page = ask(app, "?sql=select+'https://evil.example/'+as+tagline").text
    assert "https://evil.example/" in page
    assert 'href="https://evil.example/' not in page


@pytest.mark.parametrize("way", ["_sort", "_sort_desc"])
@pytest.mark.parametrize("name", VIEWS)
def test_every_row_is_on_one_page(app: Datasette, path: Path, name: str, way: str) -> None:
    """Paging through a view by any column that it offers, up or down, shows each row once."""
    with closing(sqlite3.connect(path)) as connection:
        connection.set_authorizer(hide_options)
        wanted = sorted(json.dumps(row) for row in connection.execute(f"SELECT * FROM {name}"))
        columns = [row[1] for row in connection.execute(f"PRAGMA table_info({name})")]
    orders = [f"&{way}={column}" for column in columns] if ARRANGEMENTS[name].is_sortable else [""]
    for order in orders:
        found: list[str] = []
        following: str | None = "0"
        while following is not None:
            answer = ask(app, f"{name}.json?_size=20&_next={following}{order}").json()
            found += [json.dumps(row) for row in answer["rows"]]
            following = answer["next"]
        assert sorted(found) == wanted
