"""The public conformance suites, case by case; what differs is listed, with its reason."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from scraper.addresses import normalise_address
from scraper.errors import AddressError
from scraper.rules import Rules, decode_robots
from scraper.sitemaps import is_sitemap, read_sitemap
from tests.differences import DIFFERENCES, list_differences
from tests.suites import (
    CRAWLER_COMMONS,
    ROBOTS_GOOGLE,
    SHARED,
    list_robots_files,
    need,
    read_robots_cases,
    read_rows,
    read_web_platform_cases,
)

CONFORMANCE = Path(__file__).parents[1] / "docs" / "conformance.md"
ROBOTS_FILES = list_robots_files() or ["the suite is not here"]

# File, robot, and what the suite says of a path, a pause or a number of sitemaps. A product token
# has no digits (RFC 9309, section 2.2.1), so the suite's "bot1" is "botA" here.
ROBOTS: list[tuple[str, str, dict[str, bool]]] = [
    ("robots-with-utf8-bom.txt", "foobot", {"/profile": False, "/x": True}),
    ("robots-with-utf16le-bom.txt", "foobot", {"/profile": False, "/x": True}),
    ("robots-with-utf16be-bom.txt", "foobot", {"/profile": False, "/x": True}),
    ("www.flot.com-robots.txt", "foobot", {"/img/": False, "/": True}),
    ("directive-typos-robots.txt", "botA", {"/desallow/": False, "/dissalow/": False}),
    ("directive-typos-robots.txt", "botB", {"/useragent/": False}),
    ("directive-typos-robots.txt", "botC", {"/useg-agent/": False}),
    ("directive-typos-robots.txt", "botD", {"/useragent-no-colon/": False}),
    ("format-errors-robots.txt", "botA", {"/whitespace-before-colon/": False, "/no-colon/": False}),
    ("format-errors-robots.txt", "botB", {"/no-colon-useragent/": False}),
    ("format-errors-robots.txt", "botC", {"/whitespace-before-colon/": True, "/": False}),
    ("many-user-agents.txt", "wget", {"/": False}),
    ("many-user-agents.txt", "other", {"/": True, "/bot-trap/": False}),
    (
        "malformed-path.txt",
        "botA",
        {"/wiki/Wikipedia_talk:Mediation_Committee/": False, "/wiki/": True},
    ),
    ("dos-line-endings.txt", "botA", {"/": True}),
    (
        "wildcards.txt",
        "other",
        {"/wishlist/bogus": False, "/wishlist/universal/page": True, "/x/gcrnsts": False},
    ),
    ("merge-rules.txt", "wget", {"/foo/bar": True, "/ckh/bar": True}),
    ("merge-rules.txt", "other", {"/foo/bar": False, "/ckh/bar": True}),
    ("precedence-of-rules.txt", "testy", {"/foo/x": False, "/foo/bar": True, "/foo/bat": False}),
    ("precedence-of-rules.txt", "wget", {"/foo": True, "/index.html": True, "/x": False}),
    (
        "rfc9309-example-longest-match-robots.txt",
        "foobot",
        {"/example/page/": True, "/example/page/disallowed.gif": False},
    ),
    ("rfc9309-example-rule-group-merging.txt", "ExampleBot", {"/foo": False, "/baz": False}),
    ("rfc9309-example-rule-group-merging.txt", "BazBot", {"/foo": True, "/baz": False}),
    ("rfc9309-example-rule-group-merging.txt", "other", {"/foo": False, "/baz": True}),
    (
        "rfc9309-example-simple-robots.txt",
        "foobot",
        {"/": False, "/example/page.html": True, "/example/allowed.gif": True},
    ),
    ("rfc9309-example-simple-robots.txt", "bazbot", {"/": True, "/example/page.html": False}),
    ("rfc9309-example-simple-robots.txt", "quxbot", {"/": True, "/example/x.gif": True}),
    ("rfc9309-example-simple-robots.txt", "other", {"/x.gif": False, "/publications/": True}),
    ("crawl-delay-group-merging.txt", "mybot", {"/private/": False}),
    ("crawl-delay-group-merging.txt", "yourbot", {"/private/": False, "/login/": False}),
    ("extensions-group-merging.txt", "mybot", {"/private/": False, "/login/": False}),
    ("extensions-group-merging.txt", "yourbot", {"/private/": False, "/login/": False}),
    ("extensions-group-merging.txt", "other", {"/llms.txt": True, "/": False}),
    ("extension-robots.txt", "mybot", {"/private/": False, "/admin/": True}),
    ("extension-robots.txt", "otherbot", {"/private/": True, "/admin/": False}),
    ("extended-standard-robots.txt", "botA", {"/": True}),
    ("twitter.com-robots.txt", "Slurp", {"/a?b": False, "/a": True}),
    ("relative-sitemap-robots.txt", "botA", {"/docs/": False, "/": True}),
]
DELAYS = [
    ("crawl-delay-group-merging.txt", "mybot", 10),
    ("crawl-delay-group-merging.txt", "yourbot", None),
    ("crawl-delay-group-merging.txt", "other", 30),
    ("dos-line-endings.txt", "botA", 1),
    ("astore.amazon.com-robots.txt", "botA", 5),
    ("twitter.com-robots.txt", "Googlebot", None),
    ("twitter.com-robots.txt", "msnbot", 10),
]
SITEMAPS_NAMED = [
    ("sitemap-robots.txt", 3),
    ("sitemap-robots-dedup.txt", 1),
    ("relative-sitemap-robots.txt", 1),
    ("extension-robots.txt", 1),
    ("www.flot.com-robots.txt", 1),
]
# File, entries, and whether its bytes alone show that it is a sitemap.
SITEMAPS = [
    ("sitemaps/sitemap.ns.xml", 2, True),
    ("sitemaps/sitemap.badns.xml", 2, True),
    ("sitemaps/sitemap.index.xml", 15, True),
    ("sitemaps/xmlSitemap.gz", 5, True),
    ("sitemaps/sitemap.txt", 2, False),
    ("sitemaps/sitemap-with-bom.txt", 2, False),
    ("sitemaps/sitemap.txt.gz", 5, False),
    ("sitemaps/do-not-visit.txt", 1, False),
    ("sitemaps/atom.xml", 1, False),
    ("rss/feed.rss", 4, False),
    ("rss/xmlRss_pubDate.xml", 7, False),
    ("sitemaps/extension/hebdenbridgetimes-articles-sitemap.xml", 74, True),
    ("sitemaps/extension/pagemaps-sitemap.xml", 2, True),
    ("sitemaps/extension/shinpaideshou-news-sitemap.xml", 3, True),
    ("sitemaps/extension/sitemap-images.xml", 1, True),
    ("sitemaps/extension/sitemap-links.xml", 3, True),
    ("sitemaps/extension/sitemap-mobile.xml", 3, True),
    ("sitemaps/extension/sitemap-news.xml", 2, True),
    ("sitemaps/extension/sitemap-videos.xml", 3, True),
    ("sitemaps/extension/sitemap-videos-tvshow.xml", 1, True),
]


def read_rules(file: str, agent: str) -> Rules:
    """Read a robots.txt of crawler-commons as one robot."""
    body = (CRAWLER_COMMONS / "robots" / file).read_bytes()
    body = re.sub(rb"bot([1-4])", lambda match: b"bot" + bytes([match[1][0] + 16]), body)
    return Rules(decode_robots(body), product_token=agent)


def normalise(text: str, relative_to: str | None = None) -> str | None:
    """Return an address in its one form, or ``None`` where it is refused."""
    try:
        return normalise_address(text, relative_to=relative_to)
    except AddressError:
        return None


def test_every_difference_has_its_reason() -> None:
    """The list of differing cases and the page that gives the reasons have the same headings."""
    headings = re.findall(r"^### (.+)$", CONFORMANCE.read_text(encoding="utf-8"), re.MULTILINE)
    assert headings == list(DIFFERENCES)


@need(ROBOTS_GOOGLE)
@pytest.mark.parametrize("file", ROBOTS_FILES)
def test_robots_cases(file: str) -> None:
    """Every case of Google's robots.txt suite, correctness and stress, is judged as it says."""
    cases = list(read_robots_cases(file))
    differing = {
        case.name
        for case in cases
        if case.is_allowed
        != (Rules(decode_robots(case.body), product_token=case.agent).judge(case.address) is None)
    }
    assert cases
    assert differing == list_differences(f"{file} ")


@need(ROBOTS_GOOGLE)
def test_no_robots_case_is_passed_over() -> None:
    """The reader of the suite finds as many cases as the files have expectations."""
    for file in ROBOTS_FILES:
        text = (ROBOTS_GOOGLE / f"{file}.textproto").read_text(encoding="utf-8")
        assert len(list(read_robots_cases(file))) == text.count("expected_outcome:")


@need(CRAWLER_COMMONS)
@pytest.mark.parametrize(("file", "agent", "paths"), ROBOTS)
def test_robots_files(file: str, agent: str, paths: dict[str, bool]) -> None:
    """The robots.txt files of crawler-commons say to each robot what that suite says."""
    rules = read_rules(file, agent)
    assert {path: rules.judge(f"http://x.example{path}") is None for path in paths} == paths


@need(CRAWLER_COMMONS)
@pytest.mark.parametrize(("file", "agent", "delay"), DELAYS)
def test_robots_delays(file: str, agent: str, delay: float | None) -> None:
    """A pause is that of one's own group."""
    assert read_rules(file, agent).crawl_delay == delay


@need(CRAWLER_COMMONS)
@pytest.mark.parametrize(("file", "count"), SITEMAPS_NAMED)
def test_robots_sitemaps(file: str, count: int) -> None:
    """The sitemaps of a robots.txt are those of the suite, wherever they stand, each once."""
    is_differing = f"robots/{file}" in list_differences("robots/")
    assert (len(read_rules(file, "botA").sitemaps) != count) == is_differing


@need(CRAWLER_COMMONS)
def test_no_robots_file_is_passed_over() -> None:
    """Each robots.txt of crawler-commons is asked something."""
    asked = {file for file, *_ in [*ROBOTS, *DELAYS, *SITEMAPS_NAMED]}
    assert asked == {path.name for path in (CRAWLER_COMMONS / "robots").iterdir()}


@need(CRAWLER_COMMONS)
@pytest.mark.parametrize(("file", "count", "is_known"), SITEMAPS)
def test_sitemap_files(file: str, count: int, is_known: bool) -> None:
    """The sitemaps and feeds of crawler-commons list as many pages as that suite says."""
    body = (CRAWLER_COMMONS / file).read_bytes()
    is_differing = file in list_differences("sitemaps/", "rss/")
    assert (len(read_sitemap(body).entries) != count) == is_differing
    assert is_sitemap(body) == is_known


@need(CRAWLER_COMMONS)
def test_no_sitemap_file_is_passed_over() -> None:
    """Each sitemap and feed of crawler-commons is read."""
    found = [
        path for folder in ("sitemaps", "rss") for path in (CRAWLER_COMMONS / folder).rglob("*.*")
    ]
    names = {path.relative_to(CRAWLER_COMMONS).as_posix() for path in found}
    assert names == {file for file, *_ in SITEMAPS}


@need(CRAWLER_COMMONS)
def test_normaliser_cases() -> None:
    """Addresses come to the form of crawler-commons, but nothing is dropped from them."""
    rows = read_rows("normalizer/weirdToNormalizedUrls.csv")
    differing = {f"normalizer {text}" for text, form in rows if normalise(text) != form}
    assert len(rows) > 100
    assert differing == list_differences("normalizer ")


@need(CRAWLER_COMMONS)
def test_invalid_addresses() -> None:
    """What crawler-commons takes for no address is refused, and never a crash."""
    assert [normalise(text) for (text,) in read_rows("normalizer/invalidUrls.csv")] == [None, None]


@need(CRAWLER_COMMONS)
def test_relative_addresses() -> None:
    """A relative address leads where crawler-commons says, from every http page."""
    rows = [row for row in read_rows("url-utils/url-resolve.csv") if row[1][:4] in ("", "http")]
    assert len(rows) > 20
    for text, page, form in rows:
        assert normalise(text, page or None) == normalise(form), text


@need(CRAWLER_COMMONS)
def test_web_platform_cases() -> None:
    """Whatever form an address has, it is the one that browsers take it for, or refused."""
    differing, count = set(), 0
    for case in read_web_platform_cases():
        base = normalise(case["base"]) if case["base"] else None
        if case["base"] is None or base is not None:
            count += 1
            if normalise(case["input"], base) != expect(case):
                differing.add(f"web {case['input']}")
    assert count > 700
    assert differing == list_differences("web ")


def expect(case: dict[str, Any]) -> str | None:
    """Return the address that browsers ask for, where it is one that we ask for, too."""
    if case.get("failure") or case["protocol"] not in ("http:", "https:"):
        return None
    if case["username"] or case["password"]:
        return None
    href: str = case["href"]
    return normalise(href) or href


@need(SHARED / "site-urls.txt")
def test_real_addresses_are_in_their_form() -> None:
    """The addresses of a real site are what they are normalised to."""
    addresses = (SHARED / "site-urls.txt").read_text(encoding="utf-8").split()
    assert addresses
    assert [normalise(address) for address in addresses] == addresses
