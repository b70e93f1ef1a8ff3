"""What the home page tells search engines: the facts of the Croissant, as schema.org has them."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from datasette.app import Datasette

from publish.arranging import ARRANGEMENTS
from publish.dataset import write_markup
from publish.serving import build_app, close_app
from tests.published import make_database, publish
from tests.publishing import SITE, ask, fill_database, open_app
from versusdb.serving import describe_live

# https://developers.google.com/search/docs/appearance/structured-data/dataset
REQUIRED = ("@context", "@type", "name", "description")
RECOMMENDED = (
    "alternateName", "creator", "citation", "isAccessibleForFree", "license", "temporalCoverage",
    "url", "variableMeasured", "version",
)  # fmt: skip
BLOCK = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
LATER = "2026-06-01T00:00:00Z"


@pytest.fixture(scope="module")
def app(path: Path) -> Iterator[Datasette]:
    """Build the app as the command does."""
    app = build_app(path, described=describe_live(path))
    yield app
    close_app(app)


def read_markup(app: Datasette, address: str = "/") -> Any:
    """Return what a page tells search engines."""
    (text,) = BLOCK.findall(ask(app, address).text)
    return json.loads(text)


def test_home_has_what_search_engines_ask_for(app: Datasette) -> None:
    """Each property that Google requires or recommends is there, with a value of its kind."""
    markup = read_markup(app)
    assert all(markup[name] for name in (*REQUIRED, *RECOMMENDED))
    assert (markup["@context"], markup["@type"]) == ("https://schema.org/", "Dataset")
    assert 50 <= len(markup["description"]) <= 5000
    assert {party["@type"] for party in markup["creator"]} == {"Organization"}
    assert all(party["name"] and party["url"] for party in markup["creator"])
    assert [terms["url"] for terms in markup["license"]] == [f"https://{SITE}/terms"]
    assert markup["isAccessibleForFree"] is True
    assert re.fullmatch(r"\d{4}-\d\d-\S+Z/\d{4}-\d\d-\S+Z", markup["temporalCoverage"])
    for variable in markup["variableMeasured"]:
        assert variable["@type"] == "PropertyValue"
        assert all(variable[name] for name in ("name", "description", "unitText"))


def test_only_home_describes_the_data(app: Datasette) -> None:
    """Nothing of it is on other pages, and nothing at all where nothing was handed over."""
    for address in ("/versus", "/versus/v1_entries", "/nowhere"):
        assert not BLOCK.findall(ask(app, address).text)
    path = Path(app.get_database().path)
    with open_app(path) as bare:
        assert not BLOCK.findall(ask(bare, "/").text)


def test_all_of_the_data_can_be_taken(app: Datasette) -> None:
    """Each view is offered as CSV and as JSON, at an address that answers with just that."""
    downloads = read_markup(app)["distribution"]
    assert {download["@type"] for download in downloads} == {"DataDownload"}
    addresses = {download["contentUrl"] for download in downloads}
    assert len(downloads) == len(addresses) == 2 * len(ARRANGEMENTS)
    for download in downloads:
        found = urlsplit(download["contentUrl"])
        assert (found.scheme, found.netloc) == ("http", "localhost")
        answer = ask(app, f"{found.path}?{found.query}")
        assert answer.status_code == 200
        assert answer.headers["content-type"].startswith(download["encodingFormat"])
        if download["encodingFormat"] == "text/csv":
            view = Path(found.path).stem
            with closing(sqlite3.connect(app.get_database().path)) as connection:
                (rows,) = connection.execute(f"SELECT count(*) FROM {view}").fetchone()
            assert len(re.findall(r"\r\n", answer.text)) - 1 >= rows


def test_moment_is_that_of_the_page(tmp_path: Path) -> None:
    """What is observed while the server stands is in the times, the version and the citation."""
    path = tmp_path / "live.db"
    fill_database(path)
    app = build_app(path, described=describe_live(path))
    try:
        before = read_markup(app)
        with closing(sqlite3.connect(path)) as writer:
            writer.execute("UPDATE snapshots SET observed_at = ? WHERE archive_id = 201", (LATER,))
            writer.execute("UPDATE runs SET run_id = 7 WHERE run_id = 2")
            writer.commit()
        after = read_markup(app)
    finally:
        close_app(app)
    assert before["temporalCoverage"] == "2026-05-01T06:00:00Z/2026-05-02T06:01:00Z"
    assert after["temporalCoverage"] == f"2026-05-01T06:00:00Z/{LATER}"
    assert before["dateModified"] == before["datePublished"] == "2026-05-02T06:01:00Z"
    assert after["dateModified"] == after["datePublished"] == LATER
    assert (before["version"][-2:], after["version"][-2:]) == (".2", ".7")
    assert LATER in after["citation"]
    assert after["version"] in after["citation"]


def test_nothing_is_told_before_something_was_observed(tmp_path: Path) -> None:
    """A database without a page has no times, and no markup that would lack them."""
    path = tmp_path / "empty.db"
    fill_database(path)
    with closing(sqlite3.connect(path)) as writer:
        writer.execute("PRAGMA foreign_keys = OFF")
        writer.execute("DELETE FROM snapshots")
        writer.commit()
    app = build_app(path, described=describe_live(path))
    try:
        assert not BLOCK.findall(ask(app, "/").text)
    finally:
        close_app(app)


def test_facts_are_those_of_the_croissant(tmp_path: Path) -> None:
    """A finished set and the page that shows it say the same, word for word."""
    published = publish(make_database(tmp_path), tmp_path / "out", has_parquet=False)
    croissant = json.loads((published / "croissant.json").read_text())
    metadata = json.loads((published / "datasette" / "metadata.json").read_text())
    described = metadata["plugins"]["versusdb"]["dataset"]
    live = json.loads(
        write_markup(
            describe_live(tmp_path / "reviews.db"),
            {
                "first_at": "2026-05-01T12:00:00Z",
                "last_at": "2026-05-02T12:00:00Z",
                "run_id": 2,
            },
        )
    )
    assert described == live
    same = (
        "name", "alternateName", "description", "license", "creator", "datePublished",
        "temporalCoverage", "version", "inLanguage",
    )  # fmt: skip
    assert {name: described[name] for name in same} == {name: croissant[name] for name in same}
    assert described["citation"] == croissant["citeAs"]
    fields = {
        field["@id"]: (field["name"], field["description"])
        for records in croissant["recordSet"]
        for field in records["field"]
    }
    for variable in described["variableMeasured"]:
        assert fields[variable["propertyID"]] == (variable["name"], variable["description"])


def test_no_text_ends_the_element_that_it_stands_in() -> None:
    """What a stranger wrote stays data: it ends no element and begins no other."""
    hostile = "</script><script>alert(1)</script><!-- & \u2028"
    text = write_markup({"name": hostile}, {})
    assert not set("<>&\u2028") & set(text)
    assert json.loads(text) == {"name": hostile}
