"""The sitemap: every tool and critic by an address that answers, as sitemaps.org has it."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit
from xml.etree.ElementTree import fromstring

import pytest
from datasette.app import Datasette

from tests.panels import SECOND, fill_panels
from tests.publishing import ORRERY, SITE, TALLY, ask

NAMESPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Fill a database of two sites, with critics of odd names."""
    path = tmp_path_factory.mktemp("sitemap") / "versus.db"
    fill_panels(path)
    return path


def test_sitemap_holds_to_the_protocol(app: Datasette) -> None:
    """One urlset of absolute addresses of this host, each once and shorter than 2,048 letters."""
    answer = ask(app, "/sitemap.xml")
    assert answer.headers["content-type"] == "application/xml; charset=utf-8"
    root = fromstring(answer.content)  # noqa: S314  # Our own.
    assert root.tag == f"{NAMESPACE}urlset"
    assert {child.tag for child in root} == {f"{NAMESPACE}url"}
    assert all([part.tag for part in url] == [f"{NAMESPACE}loc"] for url in root)
    addresses = [str(url[0].text) for url in root]
    assert len(addresses) == len(set(addresses))
    for address in addresses:
        assert len(address) < 2_048
        assert address.startswith("http://localhost/")
        assert address.isascii()


def test_sitemap_lists_tools_and_critics_that_answer(app: Datasette) -> None:
    """Each address is a page, and robots.txt says where they are listed."""
    root = fromstring(ask(app, "/sitemap.xml").content)  # noqa: S314
    paths = [urlsplit(str(url[0].text)).path for url in root]
    wanted = {f"/tool/{TALLY}", f"/tool/{ORRERY}", f"/critic/{SITE}/Skeptic"}
    assert wanted < set(paths)
    for path in [*wanted, *(path for path in paths if path.startswith(f"/critic/{SECOND}"))][:30]:
        assert ask(app, path).status_code == 200, path
    assert "\nSitemap: http://localhost/sitemap.xml\n" in ask(app, "/robots.txt").text
