"""Every fault that a sitemap can show, each on a site of its own, all met by one command."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import trustme

from tests.crawled import Crawl, Crawled, name_page, write_page
from tests.faults import FaultServer, Reply, redirect, show
from tests.test_faults import HTTP1, HTTP2
from tests.test_faulty_pages import BUSY, CHALLENGE

XML = (("Content-Type", "application/xml"),)
PACKED = (*XML, ("Content-Encoding", "gzip"))
# What every site lists, and answers with a redirect to its own page.
LISTED = "/compare/this-vs-that"
PAGE = b"<url><loc>%s</loc></url>" % LISTED.encode()
PAGES = b"<urlset>%s</urlset>" % PAGE
ENTITIES = b'<!DOCTYPE x [<!ENTITY a "%s">]><urlset><url><loc>&a;</loc></url></urlset>' % (
    b"x" * 99
)
SPACE = b" " * 30_000_000


class Case(NamedTuple):
    """What the sitemaps of a site answer, ``/sitemap.xml`` first; the codes of its issues.

    ``asked`` says how often each sitemap is asked for; ``is_loaded`` whether its page is.
    """

    name: str
    replies: tuple[Reply | tuple[Reply, ...], ...]
    codes: tuple[str, ...] = ()
    asked: tuple[int, ...] = (1,)
    is_loaded: bool = True


def listing(body: bytes = PAGES, **fields: Any) -> Reply:
    """Answer with a sitemap."""
    return show(body, **{"headers": XML, **fields})


def index(*numbers: int) -> Reply:
    """Answer with an index of others by their numbers; 0 is ``/sitemap.xml``."""
    entries = (f"<sitemap><loc>{name_sitemap(number)}</loc></sitemap>" for number in numbers)
    return listing(f"<sitemapindex>{''.join(entries)}</sitemapindex>".encode())


def name_sitemap(number: int) -> str:
    """Return the path of a sitemap of a site."""
    return f"/{number}.xml" if number else "/sitemap.xml"


def lost(name: str, reply: Reply, code: str, asked: int = 1) -> Case:
    """Expect that no page is found."""
    return Case(name, (reply,), (code,), (asked,), is_loaded=False)


CASES = [
    Case("well", (listing(),)),
    Case("twice", (listing(b"<urlset>%s%s</urlset>" % (PAGE, PAGE)),)),
    Case("gzip", (listing(gzip.compress(PAGES)),)),
    Case("gzip on the wire", (listing(gzip.compress(PAGES), headers=PACKED),)),
    Case("gzip bomb", (listing(gzip.compress(PAGES[:-9] + SPACE)),), ("sitemap_limit",)),
    lost("gzip bomb on the wire", listing(gzip.compress(PAGES + SPACE), headers=PACKED),
         "too_large"),
    lost("entities", listing(ENTITIES), "sitemap_unreadable"),
    lost("endless", listing(PAGES * 99, is_endless=True), "too_large"),
    lost("half a gzip", listing(gzip.compress(PAGES * 9)[:40]), "sitemap_unreadable"),
    lost("half a gzip on the wire", listing(gzip.compress(PAGES * 9)[:40], headers=PACKED),
         "broken_response", 3),
    Case("cut", (listing(PAGES[:-9] + b"<url><lo"),), ("sitemap_damaged",)),
    lost("hangs up", listing(sends=9, ends="close"), "broken_response", 3),
    lost("stalls", listing(sends=9, ends="stall"), "timeout", 3),
    lost("a page", show(b"<!doctype html><title>Welcome</title><p>Welcome"),
         "sitemap_unreadable"),
    lost("empty", listing(b""), "sitemap_unreadable"),
    lost("lists nothing", listing(b"<urlset></urlset>"), "no_pages"),
    lost("lists another host", listing(b"<urlset><url><loc>http://169.254.169.254/</loc></url>"
         b"</urlset>"), "sitemap_out_of_scope"),
    lost("challenge", show(CHALLENGE), "blocked"),
    lost("403", listing(status=403), "http_403"),
    lost("404", listing(status=404), "no_sitemap"),
    lost("410", listing(status=410), "http_410"),
    lost("500", listing(status=500), "http_500", 3),
    Case("503 for a second", ((BUSY, listing()),), (), (2,)),
    lost("to itself", redirect("?"), "redirect_loop"),
    lost("to the metadata", redirect("http://169.254.169.254/"), "redirect_out_of_scope"),
    Case("moved", (redirect("/1.xml"), listing()), (), (1, 1)),
    Case("in a circle", (index(0, 1), index(0, 1, 2), listing()), (), (1, 1, 1)),
    Case("an index in two", (index(1), index(2), listing()), (), (1, 1, 1)),
    Case("an index in three", (index(1), index(2), index(3), listing()), ("sitemap_limit",),
         (1, 1, 1, 0), is_loaded=False),
    Case("six sitemaps", (index(1, 2, 3, 4, 5), *[listing()] * 5), ("sitemap_limit",),
         (1, 1, 1, 1, 1, 0)),
    Case("one of two is down", (index(1, 2), listing(status=500), listing()), ("http_500",),
         (1, 3, 1)),
]  # fmt: skip
# How many sitemaps there are when all is well, beside the first.
MENDED = {"an index in three": 3, "six sitemaps": 4, "one of two is down": 2}
MET = [(protocol, case) for protocol in (HTTP1, HTTP2) for case in CASES]
by_case = pytest.mark.parametrize(
    ("protocol", "case"), [pytest.param(*met, id=f"{met[1].name}-{met[0]}") for met in MET]
)


def name_case(protocol: str, case: Case) -> str:
    """Name the tools of the page of a site."""
    return re.sub(r"\W+", "-", f"site {case.name} {protocol[:6]}")


def serve(protocol: str, case: Case) -> dict[str, Any]:
    """Answer as a site whose sitemaps are faulty."""
    name = name_case(protocol, case)
    answers = {LISTED: redirect(name_page(name)), name_page(name): show(write_page(name))}
    return answers | {name_sitemap(number): reply for number, reply in enumerate(case.replies)}


def mend(server: FaultServer, others: int) -> None:
    """Let a site have so many sitemaps beside the first, all well."""
    numbers = range(1, others + 1)
    server.answers |= {name_sitemap(number): listing() for number in numbers}
    server.answers[name_sitemap(0)] = index(*numbers) if others else listing()


class Nights(NamedTuple):
    """A crawl of all sites, and one of the same when they are mended."""

    roots: dict[tuple[str, str], str]
    first: Crawled
    second: Crawled


@pytest.fixture(scope="module")
def nights(
    authority: trustme.CA, ca_file: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Nights]:
    """Crawl the sites, mend them, and give the same command again."""
    certificates = {HTTP1: None, HTTP2: authority.issue_cert("127.0.0.1")}
    with ExitStack() as stack:
        servers = {
            (protocol, case.name): stack.enter_context(
                FaultServer(serve(protocol, case), certificate=certificates[protocol])
            )
            for protocol, case in MET
        }
        folder = tmp_path_factory.mktemp("nights")
        crawl = Crawl(folder, list(servers.values()), "--ca-file", str(ca_file))
        roots = {met: server.root for met, server in servers.items()}
        first = crawl.run(f"{root}/" for root in roots.values())
        for (_, name), server in servers.items():
            mend(server, MENDED.get(name, 0))
        second = crawl.run(f"{root}/" for root in roots.values())
        yield Nights(roots, first, second)


@by_case
def test_every_sitemap_has_its_outcome(nights: Nights, protocol: str, case: Case) -> None:
    """What can be read of a sitemap is fetched, and what cannot be is an issue of the site."""
    root, path = nights.roots[protocol, case.name], name_page(name_case(protocol, case))
    first = nights.first
    assert [code for url, code in first.issues if url.startswith(f"{root}/")] == list(case.codes)
    asked = [first.asked[root + name_sitemap(number)] for number in range(len(case.asked))]
    assert tuple(asked) == case.asked
    assert first.asked[root + path] == first.pages.count(path) == case.is_loaded


def test_mended_sites_are_brought_whole(nights: Nights) -> None:
    """The same command brings the page of every site once, and no issue stays open."""
    assert nights.first.status == 3
    assert (nights.second.status, nights.second.issues) == (0, [])
    assert nights.second.pages == sorted(name_page(name_case(*met)) for met in MET)
    assert set(nights.second.asked.values()) == {1}
