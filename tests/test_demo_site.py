"""The bundled site and its server: what `versusdb demo` crawls."""

from __future__ import annotations

import http.client
import re
from collections import defaultdict
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import urljoin, urlsplit
from urllib.request import Request, urlopen

import pytest
from bs4 import BeautifulSoup, Tag

from versusdb.demo_server import serve_demo_site

SITE = Path(str(files("versusdb").joinpath("demo_site")))
COMPARISONS = sorted(path.stem for path in SITE.glob("compare/*.html"))
TOOLS = sorted(path.stem for path in SITE.glob("tool/*.html"))
KINDS = {"compare": COMPARISONS, "tool": TOOLS}
PAGES = ["", "private/drafts", *(f"{k}/{name}" for k, names in KINDS.items() for name in names)]


@pytest.fixture(scope="module")
def origin() -> Iterator[str]:
    """Serve the site for the tests of this module."""
    with serve_demo_site() as origin:
        yield origin


def read(address: str) -> BeautifulSoup:
    """Return the page at an address as a browser builds it."""
    with urlopen(address) as answer:
        return BeautifulSoup(answer.read().decode("utf-8"), "html5lib")


def words(tag: Tag | None) -> str:
    """Return what a person reads of an element, parts apart."""
    assert tag is not None
    return re.sub(r"\s+", " ", tag.get_text(" ")).strip()


def ask(origin: str, path: str, method: str = "GET") -> tuple[int, bytes]:
    """Send a path as it is, which no URL library would."""
    connection = http.client.HTTPConnection(urlsplit(origin).netloc, timeout=10)
    try:
        connection.request(method, path)
        answer = connection.getresponse()
        return answer.status, answer.read()
    finally:
        connection.close()


def read_slug(card: Tag) -> str:
    """Return the slug that a card links to."""
    link = card.select_one('a[href^="/tool/"]')
    assert link is not None
    return str(link["href"]).removeprefix("/tool/")


def list_quotes(page: BeautifulSoup, name: str) -> list[str]:
    """Return the quotes on one tool, in page order, as a person reads them."""
    return [words(f) for f in page.select("figure") if f["data-tool"] == name]


@pytest.mark.parametrize("page", PAGES)
def test_every_page_answers_under_its_own_address(origin: str, page: str) -> None:
    """A page is UTF-8 HTML, says which address is its own, and stands there."""
    with urlopen(f"{origin}/{page}") as answer:
        assert answer.headers["Content-Type"] == "text/html; charset=utf-8"
        soup = BeautifulSoup(answer.read().decode("utf-8"), "html5lib")
    assert [link["href"] for link in soup.select('link[rel="canonical"]')] == [f"/{page}"]


@pytest.mark.parametrize("page", PAGES)
def test_every_link_inside_the_site_resolves(origin: str, page: str) -> None:
    """A link leads to a page that exists, and to a place in it where it names one."""
    address = f"{origin}/{page}"
    for tag in read(address).select("[href], [src]"):
        target = urlsplit(urljoin(address, str(tag.get("href") or tag.get("src"))))
        if f"{target.scheme}://{target.netloc}" != origin:
            assert target.scheme == "data" or target.netloc.endswith(".example"), target
        else:
            there = read(target.geturl())
            assert not target.fragment or there.find(id=target.fragment), target


def test_sitemap_lists_the_comparisons_and_nothing_else(origin: str) -> None:
    """The sitemap holds every comparison once, with the origin it was served from."""
    with urlopen(f"{origin}/sitemap.xml") as answer:
        assert answer.headers["Content-Type"] == "application/xml; charset=utf-8"
        listed = re.findall(r"<loc>(.*?)</loc>", answer.read().decode("utf-8"))
    assert sorted(listed) == [f"{origin}/compare/{name}" for name in COMPARISONS]


def test_robots_allows_all_but_the_private_folder(origin: str) -> None:
    """robots.txt names the sitemap of this very server and keeps one folder to people."""
    with urlopen(f"{origin}/robots.txt") as answer:
        assert answer.headers["Content-Type"] == "text/plain; charset=utf-8"
        lines = answer.read().decode("utf-8").splitlines()
    assert lines == [
        "User-agent: *",
        "Allow: /",
        "Disallow: /private/",
        "",
        f"Sitemap: {origin}/sitemap.xml",
    ]


@pytest.mark.parametrize(
    "path",
    [
        "/nothing",
        "/404",
        "/index.html",
        "/compare",
        "/compare/",
        f"/compare/{COMPARISONS[0]}.html",
        "/../demo_server.py",
        "/compare/../../demo_server.py",
        "/..%2fdemo_server.py",
        "/%2e%2e/demo_server.py",
        "//etc/passwd",
        "/style.css/../../__init__.py",
        "http://other.example/nothing",
    ],
)
def test_nothing_but_the_site_is_served(origin: str, path: str) -> None:
    """Any address that is not the site's own is 404 with a small page, whatever it points at."""
    status, body = ask(origin, path)
    assert status == 404
    assert b"No ship at this berth" in body


def test_unchanged_page_is_not_sent_again(origin: str) -> None:
    """A page has an ETag of its content, the same at every server, and 304 answers it."""
    address = f"/compare/{COMPARISONS[0]}"
    with urlopen(origin + address) as answer:
        etag = answer.headers["ETag"]
    with serve_demo_site() as other, urlopen(other + address) as answer:
        assert answer.headers["ETag"] == etag
    with pytest.raises(HTTPError, match="304") as caught:
        urlopen(Request(origin + address, headers={"If-None-Match": etag}))
    with caught.value as unchanged:
        assert (unchanged.headers["ETag"], unchanged.read()) == (etag, b"")


def test_head_is_a_get_without_the_body(origin: str) -> None:
    """HEAD answers with status alone."""
    assert ask(origin, "/", "HEAD") == (200, b"")
    assert ask(origin, "/nothing", "HEAD") == (404, b"")


def test_server_is_silent_and_gone_when_the_context_ends(
    capfd: pytest.CaptureFixture[str],
) -> None:
    """The server leaves no log line and no open port behind."""
    with serve_demo_site() as origin:
        assert ask(origin, "/")[0] == 200
        assert ask(origin, "/nothing")[0] == 404
    with pytest.raises(ConnectionRefusedError):
        ask(origin, "/")
    assert capfd.readouterr() == ("", "")


def test_a_taken_port_is_said_so(origin: str) -> None:
    """Two servers never share a port in silence."""
    port = urlsplit(origin).port
    assert port
    with pytest.raises(OSError, match="in use"), serve_demo_site(port):
        pass


def test_slugs_and_titles_stand_in_string_order(origin: str) -> None:
    """An address holds its cards' slugs in plain string order, and the title follows it."""
    assert len(COMPARISONS) >= 12
    for name in COMPARISONS:
        page = read(f"{origin}/compare/{name}")
        cards = page.select("article.card")
        found = [read_slug(card) for card in cards]
        assert (found, name) == (sorted(found), "-vs-".join(found))
        assert words(page.h1) == " vs ".join(words(card.h2) for card in cards)


def test_every_entry_recurs_word_for_word(origin: str) -> None:
    """An entry stands on two pages at least, with the same card, table column and quotes."""
    seen: dict[str, list[object]] = defaultdict(list)
    for address in COMPARISONS:
        page = read(f"{origin}/compare/{address}")
        rows = [[words(cell) for cell in row.select("th, td")] for row in page.select("tr")]
        for column, card in enumerate(page.select("article.card"), start=1):
            quotes = list_quotes(page, words(card.h2))
            seen[read_slug(card)].append((str(card), [row[column] for row in rows], quotes))
    assert sorted(seen) == TOOLS
    for slug, renderings in seen.items():
        assert len(renderings) >= 2, slug
        assert all(rendering == renderings[0] for rendering in renderings), slug


@pytest.mark.parametrize("address", COMPARISONS)
def test_the_numbers_agree(origin: str, address: str) -> None:
    """Badge, percentage, votes and the critics' verdicts say one thing."""
    page = read(f"{origin}/compare/{address}")
    tallies = [words(cell) for cell in page.select("tbody tr:first-child td")]
    for card, tally in zip(page.select("article.card"), tallies, strict=True):
        said = [quote.split()[3] for quote in list_quotes(page, words(card.h2))]
        ships, panel = said.count("ship"), len(said)
        assert panel in {3, 4}
        share = round(100 * ships / panel)
        assert words(card.select_one(".stats > div:first-child")) == f"{share}% Panel ship"
        badge = "Mixed" if share == 50 else "Ship" if share > 50 else "Skip"
        assert words(card.select_one(".badge")) == badge
        assert tally == f"{badge} · {ships} ship / {panel - ships} skip"
        tool = words(read(f"{origin}/tool/{read_slug(card)}").main)
        assert f"Verdict — {badge}" in tool
        assert f"{ships} Ships {panel - ships} Skips" in tool
        assert f"{badge} · {share / 10:.1f}/10" in tool


def test_site_holds_what_makes_deduplication_hard(origin: str) -> None:
    """One tool under two slugs, sizes of one family, and a renamed tool are all there."""
    names = {slug: words(read(f"{origin}/tool/{slug}").h1) for slug in TOOLS}
    assert names["murmurline"] == names["murmurline-speech-to-text-2026"]
    assert {"Corncrake 2", "Corncrake 2 (7B)", "Corncrake 2 (22B)"} <= set(names.values())
    assert names["gristmill-formerly-chaff"].endswith(f"(formerly {names['chaff-csv-cleaner']})")
