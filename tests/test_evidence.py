"""The evidence of a page: what ``parse --explain`` tells, shown to a person, in excerpts."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from datasette.app import Datasette

from tests.explained import (
    ADDRESS,
    ELSEWHERE,
    OSIER,
    PAGE,
    find_snapshot,
    make_archived,
    open_evidence,
    strip,
)
from tests.forgotten import forget
from tests.publishing import ask, open_app
from tests.running import run
from versusdb.evidence import EvidenceReader, has_archive


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Ingest the pages once."""
    return make_archived(tmp_path_factory.mktemp("archived"))


@pytest.fixture
def path(made: Path, tmp_path: Path) -> Path:
    """Copy the database and its archive into a folder of the test's own."""
    for name in ("x.db", "x.archive.db"):
        shutil.copy(made.parent / name, tmp_path / name)
    return tmp_path / "x.db"


@pytest.fixture
def app(path: Path) -> Iterator[Datasette]:
    """Build the app with the archive beside its database."""
    with EvidenceReader(path) as reader, open_app(path, reader.explain) as app:
        yield app


def test_evidence_is_what_parse_explains(app: Datasette, path: Path) -> None:
    """Each field has the value, the block, the landmark and the text that ``parse`` gives it."""
    told = open_evidence(app, path)["evidence"]
    (path.parent / "page.html").write_text(PAGE)
    done = run(path.parent, "parse", "--explain", "--json", "page.html")
    explained = json.loads(done.stdout)
    short = [item for item in explained["evidence"] if "description" not in item["field"]]
    assert [item for item in told["evidence"] if "description" not in item["field"]] == short
    assert told["absent"] == explained["absent"]
    assert told["reader"] == explained["reader"]


def test_page_shows_block_landmark_and_text(app: Datasette, path: Path) -> None:
    """A person reads of each field where it was, and comes to it by the entry's id."""
    snapshot_id, sha256 = find_snapshot(path)
    markup = ask(app, f"/evidence/{snapshot_id}").text
    said = strip(markup)
    assert re.search(r"Panel ship, % 75 % block \d+ Panel ship: 75%", said)
    assert re.search(r"Entry price Paid block \d+ Entry", said)
    assert sha256 in said
    entries = ask(app, "/x/v1_entries.json?_shape=array").json()
    for entry in entries:
        assert f'id="{entry["entry_id"]}.tagline"' in markup
    assert "Other pages may state it" in said


def test_every_quote_is_found_on_its_page(app: Datasette, path: Path) -> None:
    """A quote's id leads to the last page that showed it, and to its place there."""
    snapshot_id, _ = find_snapshot(path)
    markup = ask(app, f"/evidence/{snapshot_id}").text
    quotes = ask(app, "/x/v1_quotes.json?_shape=array").json()
    assert len(quotes) == 8
    for quote in quotes:
        leads = ask(app, f"/evidence/{quote['quote_id']}").headers["location"]
        assert leads == f"/evidence/{snapshot_id}#{quote['quote_id']}"
        assert f'<h2 id="{quote["quote_id"]}">{quote["reviewer"]} on ' in markup


def test_entry_leads_from_tool_page_to_field(app: Datasette, path: Path) -> None:
    """The links of a tool's fields, and of its sources, lead to places that are on the page."""
    tool = ask(app, "/tool/osier")
    markup = ask(app, tool.headers["location"]).text
    links = set(re.findall(r'href="(/evidence/s\w+)#([\w.]+)"', markup))
    assert len(links) > 8
    for address, anchor in links:
        assert f'id="{anchor}"' in ask(app, address).text


def test_nothing_but_excerpts_leaves_the_archive(app: Datasette, path: Path) -> None:
    """No line that no field took, no long text as a whole, and no path of the machine is told."""
    told = open_evidence(app, path)
    shown = json.dumps(told["evidence"]) + ask(app, f"/evidence/{told['snapshot_id']}").text
    assert ELSEWHERE not in shown
    assert str(path.parent) not in shown
    assert "pages/a.html" not in shown
    descriptions = [
        item for item in told["evidence"]["evidence"] if "tools.1.desc" in item["field"]
    ]
    assert descriptions
    assert all(len(item["text"]) <= 301 for item in descriptions)
    assert OSIER.description.strip() not in shown


def test_page_that_is_none_tells_why(app: Datasette, path: Path) -> None:
    """Of a page that could not be read, the issue stands where fields would."""
    snapshot_id, _ = find_snapshot(path, "unknown")
    said = strip(ask(app, f"/evidence/{snapshot_id}").text)
    assert "What could not be read" in said
    assert "No entry and no quote was taken from it." in said


def test_without_an_archive_it_is_said_what_lies_where(path: Path) -> None:
    """A published set has no archive: address, time and digest are there, and what to do."""
    path.with_name("x.archive.db").unlink()
    assert not has_archive(path)
    snapshot_id, sha256 = find_snapshot(path)
    with open_app(path) as app:
        markup = ask(app, f"/evidence/{snapshot_id}").text
        told = open_evidence(app, path)
    said = strip(markup)
    assert "“versusdb parse --explain FILE” shows it of a saved copy" in said
    assert ADDRESS in said
    assert sha256 in said
    assert told["evidence"] is None
    for row in told["answers"]["subjects"]["rows"]:
        assert row["block"] is not None
        assert f'<tr id="{row["subject_id"]}">' in markup


def test_unknown_and_forgotten_pages_are_not_here(app: Datasette, path: Path) -> None:
    """An id that leads to nothing, and that of what was taken down, get a sentence and 404."""
    snapshot_id, _ = find_snapshot(path)
    assert forget(path, ADDRESS) == 0
    for wanted in (snapshot_id, "s0000000000000000", "<script>"):
        answer = ask(app, f"/evidence/{wanted.replace('<', '%3C')}")
        assert answer.status_code == 404
        assert "it never had one here, or what it showed was taken down" in strip(answer.text)
        assert "<script>" not in answer.text
