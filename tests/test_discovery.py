"""A site is what its sitemaps list, on its own host, each page once."""

from __future__ import annotations

import gzip
from typing import Any

import pytest

from scraper.archive import Archive
from scraper.response import FetchProblem
from tests.fetchers import Fetchers, tell
from tests.loopback import Answer, LoopbackSite, redirect, show


def list_pages(*addresses: str) -> Answer:
    """Answer with a sitemap."""
    entries = "".join(f"<url><loc>{address}</loc></url>" for address in addresses)
    return Answer(f"<urlset>{entries}</urlset>".encode(), 200, {"Content-Type": "text/xml"})


def list_sitemaps(*addresses: str) -> Answer:
    """Answer with a sitemap index."""
    entries = "".join(f"<sitemap><loc>{address}</loc></sitemap>" for address in addresses)
    return Answer(f"<sitemapindex>{entries}</sitemapindex>".encode())


def name_sitemaps(*addresses: str) -> Answer:
    """Answer with a robots.txt that names sitemaps."""
    return Answer("".join(f"Sitemap: {address}\n" for address in addresses).encode())


def serve(*paths: str) -> dict[str, Any]:
    """Answer with a page at each path."""
    return {path: show(path) for path in paths}


def test_a_site_is_the_pages_of_its_sitemap(fetchers: Fetchers) -> None:
    """Without a word in robots.txt, `/sitemap.xml` is asked for; the front page is not."""
    with LoopbackSite(serve("/a", "/b")) as site:
        site.answers["/sitemap.xml"] = list_pages(f"{site.root}/a", "/b", f"{site.root}/a#top")
        fetcher = fetchers.open()
        outcomes = list(fetcher.fetch([site.root]))
    assert [tell(each) for each in outcomes] == ["a", "b"]
    assert fetcher.total == 2
    assert site.paths == ["/robots.txt", "/sitemap.xml", "/a", "/b"]


def test_robots_txt_names_the_sitemaps(fetchers: Fetchers) -> None:
    """Sitemaps that robots.txt names are read instead, gzipped or not."""
    with LoopbackSite(serve("/a", "/b")) as site:
        packed = gzip.compress(list_pages(f"{site.root}/b").body)
        site.answers["/robots.txt"] = name_sitemaps(f"{site.root}/1.xml", "/2.xml.gz")
        site.answers["/1.xml"] = list_pages(f"{site.root}/a")
        site.answers["/2.xml.gz"] = Answer(packed, 200, {"Content-Type": "application/gzip"})
        outcomes = list(fetchers.open().fetch([f"{site.root}/"]))
    assert [tell(each) for each in outcomes] == ["a", "b"]
    assert "/sitemap.xml" not in site.paths


def test_an_index_is_followed_twice(fetchers: Fetchers) -> None:
    """An index may lead to an index; a third is a problem, and a circle ends."""
    with LoopbackSite(serve("/a", "/b", "/c")) as site:
        site.answers["/sitemap.xml"] = list_sitemaps("/1.xml", "/sitemap.xml", "/pages.xml")
        site.answers["/1.xml"] = list_sitemaps("/2.xml", "/1.xml")
        site.answers["/2.xml"] = list_sitemaps("/3.xml")
        site.answers["/3.xml"] = list_pages("/c")
        site.answers["/pages.xml"] = list_pages("/a")
        outcomes = list(fetchers.open().fetch([site.root]))
    assert [tell(each) for each in outcomes] == ["sitemap_limit", "a"]
    assert "/3.xml" not in site.paths


@pytest.mark.parametrize("content_type", ["text/xml", "text/html", "application/xml"])
def test_an_address_that_answers_with_a_sitemap_is_one(
    fetchers: Fetchers, content_type: str
) -> None:
    """What an address is, its answer tells: a sitemap gives its pages, not itself."""
    with LoopbackSite(serve("/a", "/b")) as site:
        body = list_pages("/a", "/b").body
        site.answers["/map"] = Answer(body, 200, {"Content-Type": content_type})
        outcomes = list(fetchers.open().fetch([f"{site.root}/map"]))
    assert [tell(each) for each in outcomes] == ["a", "b"]


def test_no_sitemap_leads_to_another_host(fetchers: Fetchers) -> None:
    """Addresses on other hosts are left out, which is stated once with their number."""
    with LoopbackSite() as other, LoopbackSite(serve("/a")) as site:
        site.answers["/robots.txt"] = name_sitemaps(f"{other.root}/s.xml", f"{site.root}/s.xml")
        site.answers["/s.xml"] = list_pages(f"{other.root}/x", "ftp://127.0.0.1/y", "/a")
        outcomes = list(fetchers.open().fetch([site.root]))
    assert [tell(each) for each in outcomes] == [
        "sitemap_out_of_scope",
        "address_refused",
        "sitemap_out_of_scope",
        "a",
    ]
    told = [each.message for each in outcomes if isinstance(each, FetchProblem)]
    assert f"{other.root}/s.xml" in told[0]
    assert "1 of 3 listed addresses that cannot be asked for" in told[1]
    assert "the scheme 'ftp'" in told[1]
    assert "1 of 3 listed addresses" in told[2]
    assert other.asked == []


@pytest.mark.parametrize(
    ("answer", "codes"),
    [
        (show("nothing", 404), ["no_sitemap"]),
        (show("down", 500), ["http_500"]),
        (show("<html></html>"), ["sitemap_unreadable"]),
        (redirect("/robots.txt"), ["no_sitemap"]),
        (list_pages(), ["no_pages"]),
        (Answer(b"<urlset><url><loc>/a</loc></url><url>"), ["sitemap_damaged", "a"]),
    ],
)
def test_a_site_without_a_sitemap_is_a_problem(
    fetchers: Fetchers, answer: Answer, codes: list[str]
) -> None:
    """A site always has an outcome: its pages, or why there are none."""
    with LoopbackSite(serve("/a")) as site:
        site.answers["/sitemap.xml"] = answer
        fetcher = fetchers.open()
        outcomes = list(fetcher.fetch([site.root]))
    assert [tell(each) for each in outcomes] == codes
    assert fetcher.total == sum(
        each.pages if isinstance(each, FetchProblem) else 1 for each in outcomes
    )


def test_a_site_whose_robots_txt_is_down_is_not_asked(fetchers: Fetchers) -> None:
    """Where it cannot be known what is allowed, no sitemap is fetched either."""
    with LoopbackSite({"/robots.txt": show("down", 503)}) as site:
        (problem,) = fetchers.open().fetch([site.root])
    assert tell(problem) == "robots_unavailable"
    assert site.paths == ["/robots.txt"] * 3


def test_a_page_found_twice_is_fetched_once(fetchers: Fetchers) -> None:
    """A page that is named and listed, or listed by two sitemaps, is fetched once."""
    with LoopbackSite(serve("/a", "/b")) as site:
        site.answers["/sitemap.xml"] = list_sitemaps("/1.xml", "/2.xml")
        site.answers["/1.xml"] = site.answers["/2.xml"] = list_pages("/a", "/b")
        fetcher = fetchers.open()
        outcomes = list(fetcher.fetch([site.root, f"{site.root}/b"]))
    assert [tell(each) for each in outcomes] == ["b", "a"]
    assert fetcher.total == 2


def test_a_sitemap_listed_as_a_page_is_none(fetchers: Fetchers) -> None:
    """Only an address that was named may turn out to be a sitemap."""
    with LoopbackSite(serve("/a")) as site:
        site.answers["/sitemap.xml"] = list_pages("/more.xml", "/a")
        site.answers["/more.xml"] = list_pages("/b")
        outcomes = list(fetchers.open().fetch([site.root]))
    assert [tell(each) for each in outcomes] == ["not_a_page", "a"]


def test_max_pages_bounds_what_sitemaps_add(fetchers: Fetchers) -> None:
    """The limit holds over all that is listed, and what is named by itself is always fetched."""
    with LoopbackSite(serve("/a", "/b", "/c", "/d")) as site:
        site.answers["/sitemap.xml"] = list_pages("/a", "/b", "/c")
        fetcher = fetchers.open(max_pages=2)
        site.answers["/more.xml"] = list_pages("/c")
        sources = [site.root, f"{site.root}/more.xml", f"{site.root}/d"]
        outcomes = list(fetcher.fetch(sources))
    assert [tell(each) for each in outcomes] == ["page_limit", "d", "a", "b"]
    assert fetcher.total == 4


def test_a_shortfall_of_our_own_is_stated(
    fetchers: Fetchers, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where nobody set a limit and ours cuts the list, a problem says so."""
    monkeypatch.setattr("scraper.discovery.MAX_ADDRESSES", 1)
    with LoopbackSite(serve("/a", "/b")) as site:
        site.answers["/sitemap.xml"] = list_pages("/a", "/b")
        outcomes = list(fetchers.open().fetch([site.root]))
    assert sorted(tell(each) for each in outcomes) == ["a", "sitemap_limit"]


def test_sitemaps_past_the_limit_are_counted(
    fetchers: Fetchers, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One problem speaks for all sitemaps that are left."""
    monkeypatch.setattr("scraper.discovery.MAX_SITEMAPS", 2)
    with LoopbackSite(serve("/a")) as site:
        site.answers["/sitemap.xml"] = list_sitemaps("/1.xml", *(f"/{n}.xml" for n in range(5)))
        site.answers["/1.xml"] = list_pages("/a")
        outcomes = list(fetchers.open().fetch([site.root]))
    (told,) = [each.message for each in outcomes if isinstance(each, FetchProblem)]
    assert "/0.xml is not fetched, nor are 3 listed after it: more than 2 sitemaps" in told


def test_a_sitemap_past_the_limit_is_no_damage(
    fetchers: Fetchers, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is whole and too long has a code of its own; its first addresses are taken."""
    monkeypatch.setattr("scraper.sitemaps.MAX_ADDRESSES", 1)
    with LoopbackSite(serve("/a", "/b")) as site:
        site.answers["/sitemap.xml"] = list_pages("/a", "/b")
        outcomes = list(fetchers.open().fetch([site.root]))
    assert [tell(each) for each in outcomes] == ["sitemap_limit", "a"]


def test_a_password_in_a_sitemap_is_not_repeated(fetchers: Fetchers) -> None:
    """An address that is left out because it would be kept is not kept in the message."""
    with LoopbackSite(serve("/a")) as site:
        site.answers["/sitemap.xml"] = list_pages("http://u:secret@127.0.0.1/", "/a")
        problem, _ = fetchers.open().fetch([site.root])
    assert tell(problem) == "address_refused"
    assert "'http://127.0.0.1/' carries credentials" in repr(problem)
    assert "secret" not in repr(problem)


def test_sitemaps_are_archived_as_such(fetchers: Fetchers) -> None:
    """A sitemap is kept under its role, and is no page when the archive is read again."""
    with LoopbackSite(serve("/a")) as site:
        site.answers["/map.xml"] = list_pages("/a")
        list(fetchers.open().fetch([f"{site.root}/map.xml"]))
    rows = fetchers.database.conn.execute("SELECT role FROM snapshots ORDER BY 1 DESC")
    roles = [role for (role,) in rows]
    pages = [snapshot.address for snapshot in Archive(fetchers.database).snapshots()]
    assert roles == ["sitemap", "robots", "page"]
    assert pages == [f"{site.root}/a"]
