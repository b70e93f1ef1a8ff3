"""The cards of a tool's entries: what they say and lead to, and nothing that is not there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from datasette.app import Datasette

from tests.publishing import TALLY, ask, fill_database, open_app


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make the invented database."""
    path = tmp_path_factory.mktemp("invented") / "versus.db"
    fill_database(path)
    return path


@pytest.fixture(scope="module")
def app(path: Path) -> Iterator[Datasette]:
    """Build the app on the database alone, as of a published set."""
    with open_app(path) as app:
        yield app


def show(app: Datasette, name: str) -> str:
    """Return the markup of a tool's page."""
    answer = ask(app, f"/tool/{name}")
    found: str = ask(app, answer.headers.get("location") or f"/tool/{name}").text
    return found


def strip(markup: str) -> str:
    """Return what a person reads of markup."""
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", markup)).split())


def test_field_leads_to_its_evidence(path: Path) -> None:
    """The name of a field leads to the last page that showed the entry, at that field."""
    with open_app(path, lambda *_: {}) as app:
        markup = show(app, TALLY)
    assert f'href="/evidence/s84779cfad4be7222#{TALLY}.entry_price"' in markup
    assert "The name of a field leads to the place" in markup


def test_field_leads_nowhere_without_an_archive(app: Datasette) -> None:
    """Where no page can be read again, no link promises a place on it; the page itself is named."""
    markup = show(app, TALLY)
    assert "The name of a field leads" not in markup
    assert not re.search(r'href="/evidence/[^"]*#', markup)
    assert 'href="/evidence/s84779cfad4be7222"' in markup
