"""A site is one file: the laws of such a file, and the proof with one that is not ours.

``tests/added_site`` holds the file of an invented site, ``fixtures/added_site`` its pages. Neither
is part of the product: what the product describes, it credits in every database it publishes.
"""

from __future__ import annotations

import json
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest

import parsers.sites
from parsers.kinds import list_kinds
from parsers.reading import parse_page
from parsers.sites import Site, find_site, list_sites
from parsers.text import fold_label
from tests.test_fixtures import list_fields

HOUSE = Path(__file__).parent.parent
ADDED = HOUSE / "tests" / "added_site"
PAGES = sorted(
    path for path in (HOUSE / "fixtures" / "added_site").iterdir() if path.suffix != ".json"
)
HOST = "hobnail.example"
PACKAGES = ("scraper", "parsers", "db", "publish", "versusdb")
SHIPPED = list_sites()
LABELS = ("panel", "community", "entry", "panel_verdict", "pricing", "best_for", "category")


@pytest.fixture(scope="module", autouse=True)
def added() -> Iterator[Site]:
    """Let the sites' package hold one more file, as if it had been put there."""
    parsers.sites.__path__.append(str(ADDED))
    list_sites.cache_clear()
    site = find_site(HOST)
    assert site is not None
    yield site
    parsers.sites.__path__.remove(str(ADDED))
    list_sites.cache_clear()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_added_site_is_read(page: Path) -> None:
    """Three tools, points and stars, other words: every markup gives the record beside it."""
    expected = json.loads((page.parent / f"{page.name.partition('.')[0]}.json").read_text("utf-8"))
    record = json.loads(msgspec.json.encode(parse_page(page.read_bytes(), source="x").record))
    del record["source"]
    assert dict(list_fields(record)) == dict(list_fields(expected))


def test_markups_of_the_added_site_are_many() -> None:
    """The added site's page is there in three markups and as a text, which lacks its links only."""
    records = [parse_page(page.read_bytes(), source="x").record for page in PAGES]
    assert len(PAGES) >= 4
    bare = [json.loads(msgspec.json.encode(record)) for record in records]
    for record in bare:
        record |= {"url": None, "derived": []}
        for tool in record["tools"]:
            tool["slug"] = None
    assert all(record == bare[0] for record in bare)


def test_added_site_changes_nothing_for_the_others() -> None:
    """A page is read as its own site's, whether another site is described or not."""
    for page in (HOUSE / "fixtures" / "html" / "full.txt", *PAGES):
        for host in ("shiporskip.io", HOST):
            reading = parse_page(page.read_bytes(), source="x", host=host)
            is_own = (host == HOST) == (page in PAGES)
            assert (reading.record.issues == ()) == is_own


def test_one_file_is_enough(tmp_path: Path) -> None:
    """A file dropped into an installed copy is found: pages are loaded and its terms are kept."""
    for package in PACKAGES:
        shutil.copytree(HOUSE / package, tmp_path / package)
    shutil.copy(ADDED / "hobnail_example.py", tmp_path / "parsers" / "sites")
    command = [sys.executable, "-m", "versusdb", "ingest", str(PAGES[1]), "--db", "x.db"]
    done = subprocess.run(
        command, cwd=tmp_path, capture_output=True, text=True, timeout=60, check=False
    )
    assert (done.returncode, done.stderr) == (0, done.stderr)
    connection = sqlite3.connect(tmp_path / "x.db")
    rows: list[tuple[Any, ...]] = connection.execute(
        "SELECT site, slug, source_url FROM v1_entries ORDER BY slug"
    ).fetchall()
    terms = connection.execute(
        "SELECT attribution FROM v1_sites WHERE site = ?", (HOST,)
    ).fetchall()
    connection.close()
    assert rows == [
        (HOST, slug, f"https://{HOST}/kit/{slug}")
        for slug in ("anvilgrass", "birdseed-2", "cobble-cli")
    ]
    assert terms == [("Hobnail, tried on the bench",)]


def test_no_invented_site_is_shipped() -> None:
    """What the product credits exists: a site under .example would stand in every publication."""
    assert SHIPPED
    assert not [site.host for site in SHIPPED if site.host.endswith(".example")]
    assert HOST not in [site.host for site in SHIPPED]


def list_described() -> list[Site]:
    """Return the shipped sites; the added one keeps the same laws, and is checked with them."""
    return [*SHIPPED, *(site for site in list_sites() if site.host == HOST)]


def test_file_is_called_like_its_host() -> None:
    """A site's file is found by its host: dots and dashes are underscores."""
    names = {path.stem for path in (HOUSE / "parsers" / "sites").glob("[a-z]*.py")}
    assert names == {site.host.replace(".", "_").replace("-", "_") for site in SHIPPED}


def test_site_file_is_complete() -> None:
    """Patterns have the groups that are asked of them, and no two labels of a card are one."""
    for site in list_described():
        assert site.host == site.host.lower().removeprefix("www.")
        assert {
            "verdict"
        } <= site.score_line.groupindex.keys() or "stars" in site.score_line.pattern
        assert site.score_line.groupindex.keys() & {"score", "stars"}
        assert {"ship", "skip"} <= site.tally.groupindex.keys()
        assert set(site.verdicts) == {word.casefold() for word in site.verdicts}
        assert set(site.verdicts.values()) == {"ship", "mixed", "skip"}
        labels = [fold_label(getattr(site.labels, name)) for name in LABELS]
        assert len(set(labels)) == len(labels)
        assert site.labels.endings
        for path in (site.tool_path, site.comparison_path):
            assert path.startswith("/")
            assert path.endswith("/")
        assert "{slug}" in site.citation
        assert all((site.name, site.attribution, site.terms, site.terms_url))


def test_every_site_says_what_was_seen_of_it() -> None:
    """A site's dossier is the docstring of its module: addresses, words, what was never seen."""
    for folder in (HOUSE / "parsers" / "sites", ADDED):
        for path in folder.glob("[a-z]*.py"):
            module = path.read_text("utf-8").partition('"""')[2].partition('"""')[0]
            assert module.startswith("Parse: ")
            assert len(module.split()) > 60, path.name


@pytest.mark.parametrize("site", SHIPPED, ids=lambda site: site.host)
def test_every_kind_of_page_has_a_fixture(site: Site) -> None:
    """No kind of page without a page written for the tests, and the record expected of it."""
    records = [json.loads(path.read_text("utf-8")) for path in HOUSE.glob("fixtures/html/*.json")]
    kinds = {record["kind"] for record in records if record["site"] == site.host}
    assert len(kinds) == len(list_kinds(site))
