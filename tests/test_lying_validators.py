"""What sites say of their pages when the command comes again, true or not, in both protocols."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import trustme
from msgspec.structs import replace

from tests.crawled import Crawl, Crawled, name_page, select, write_page
from tests.faults import HTML_TYPE, FaultServer, Reply, show
from tests.test_faults import HTTP1, HTTP2

TAG, OTHER = (("ETag", '"1"'),), (("ETag", '"2"'),)
STALE = (("Last-Modified", "Fri, 01 Jan 2100 00:00:00 GMT"),)
ODD = (("ETag", 'W/"\xe9 "1'),)
OLD, NEW = "Free", "$9/mo"
WELL = (("page", 200),)
HELD = (("page", 304),)
# A 304 has no body; what follows it spoils the connection.
BODIED = b'HTTP/1.1 304 Not Modified\r\nETag: "1"\r\nContent-Length: 5\r\n\r\nhello'


class Case(NamedTuple):
    """What a page answers first, and then, in turn; what the second run keeps and shows of it."""

    name: str
    first: Reply
    then: tuple[Reply, ...]
    kept: tuple[tuple[str, int], ...]
    price: str = OLD
    code: str = ""
    asked: int = 1
    protocols: tuple[str, ...] = (HTTP1, HTTP2)


def page(price: str, *headers: tuple[str, str], **fields: Any) -> Reply:
    """Answer with the page at a price; which page it is comes later."""
    return show(price, headers=(*HTML_TYPE, *headers), **fields)


def hold(*headers: tuple[str, str]) -> Reply:
    """Answer that nothing has changed."""
    return Reply(status=304, headers=headers)


CASES = [
    Case("the truth", page(OLD, *TAG), (hold(*TAG),), HELD),
    Case("no change for ever", page(OLD, *TAG), (hold(),), HELD),
    Case("no change since another", page(OLD, *TAG), (hold(*OTHER), page(NEW, *OTHER)),
         (*HELD, *WELL), NEW, asked=2),
    Case("no change, asked in full", page(OLD, *TAG), (hold(*OTHER),), HELD, OLD, "http_304", 2),
    Case("no change, unasked", page(OLD), (hold(*TAG),), HELD, OLD, "http_304"),
    Case("no change and a body", page(OLD, *TAG), (Reply(raw=BODIED),), HELD, protocols=(HTTP1,)),
    Case("same bytes, other tag", page(OLD, *TAG), (page(OLD, *OTHER),), WELL),
    Case("other bytes, same tag", page(OLD, *TAG), (page(NEW, *TAG),), WELL, NEW),
    Case("other bytes, same date", page(OLD, *STALE), (page(NEW, *STALE),), WELL, NEW),
    Case("other bytes, odd tag", page(OLD, *ODD), (page(NEW, *ODD),), WELL, NEW),
    Case("gone", page(OLD, *TAG), (show("gone", status=410),), (("page", 410),), OLD, "http_410"),
    Case("empty", page(OLD, *TAG), (show(""),), WELL, OLD, "empty"),
    Case("cut", page(OLD, *TAG), (page(NEW, *TAG, sends=99, ends="close"),), (), OLD,
         "broken_response", 3),
]  # fmt: skip
MET = [(protocol, case) for protocol in (HTTP1, HTTP2) for case in CASES
       if protocol in case.protocols]  # fmt: skip
by_case = pytest.mark.parametrize(
    ("protocol", "case"), [pytest.param(*met, id=f"{met[1].name}-{met[0]}") for met in MET]
)


def name_case(protocol: str, case: Case) -> str:
    """Name the tools of a page."""
    return re.sub(r"\W+", "-", f"page {case.name} {protocol[:6]}")


def fill(reply: Reply, name: str) -> Reply:
    """Write the page at the price that the reply names."""
    price = reply.body.decode()
    return replace(reply, body=write_page(name, price)) if price in (OLD, NEW) else reply


class Nights(NamedTuple):
    """Two runs of one command, and the price of each page's tools after them."""

    roots: dict[str, str]
    second: Crawled
    prices: dict[str, set[str]]


@pytest.fixture(scope="module")
def nights(
    authority: trustme.CA, ca_file: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Nights]:
    """Crawl both sites twice."""
    certificate = authority.issue_cert("127.0.0.1")
    with FaultServer() as plain, FaultServer(certificate=certificate) as tls:
        servers, addresses = {HTTP1: plain, HTTP2: tls}, []
        for protocol, case in MET:
            name, server = name_case(protocol, case), servers[protocol]
            replies = (case.first, *case.then)
            server.answers[name_page(name)] = [fill(reply, name) for reply in replies]
            addresses.append(server.root + name_page(name))
        folder, trusting = tmp_path_factory.mktemp("nights"), ("--ca-file", str(ca_file))
        crawl = Crawl(folder, [plain, tls], *trusting, patience=20)
        assert crawl.run(addresses).status == 0
        # What comes within one second is one observation.
        time.sleep(1)
        second = crawl.run(addresses)
        prices: dict[str, set[str]] = {}
        for slug, price in select(crawl.database, "SELECT slug, entry_price FROM v1_entries"):
            prices.setdefault(slug.rpartition("-")[0], set()).add(price)
        yield Nights({key: server.root for key, server in servers.items()}, second, prices)


@by_case
def test_every_word_on_a_known_page_has_its_outcome(
    nights: Nights, protocol: str, case: Case
) -> None:
    """What shows another version is believed, what says that nothing changed while it can be so."""
    name = name_case(protocol, case)
    address, second = nights.roots[protocol] + name_page(name), nights.second
    assert second.asked[address] == case.asked
    assert second.list_kept(address) == case.kept
    assert second.list_codes(address) == ([case.code] if case.code else [])
    assert nights.prices[name.lower()] == {case.price}


def test_pages_without_change_are_counted_as_such(nights: Nights) -> None:
    """Only what shows what it showed is unchanged, and it is an observation all the same."""
    unchanged = [case for _, case in MET if case.price == OLD and not case.code]
    assert nights.second.status == 3
    assert nights.second.summary["pages_unchanged"] == len(unchanged)
    assert nights.second.pages == sorted(name_page(name_case(*met)) for met in MET)
