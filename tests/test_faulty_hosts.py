"""Hosts that fail as a whole, beside one that is well, all met by one command."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import trustme

from tests.crawled import Crawl, Nights, crawl_nights, name_page, write_page
from tests.faults import HTML_TYPE, FaultServer, Reply, redirect, show
from tests.test_faults import HTTP1, HTTP2
from tests.test_faulty_pages import CHALLENGE

PAGES = 7
# Answers with the page of this number, well or not.
Answer = Callable[[int, bytes], Any]


class Case(NamedTuple):
    """How a host answers, and its issues.

    ``asked`` is how often its pages are asked for: by a first command, and when it is mended by
    the same at once and in time; ``loaded`` how many of them the first one brings.
    """

    name: str
    answer: Answer
    codes: tuple[str, ...] = ()
    asked: tuple[int, int, int] = (PAGES, 0, 0)
    loaded: int = PAGES


def always(**fields: Any) -> Answer:
    """Answer alike everywhere."""
    return lambda number, body: show(body, **fields)


def once(number: int, reply: Reply) -> Answer:
    """Answer well, but for one page."""
    return lambda each, body: reply if each == number else show(body)


def ask_for_time(status: int, value: str) -> Reply:
    """Ask not to be visited for so long."""
    return Reply(status=status, headers=(*HTML_TYPE, ("Retry-After", value)))


HOUR, FAR = "3600", "Fri, 01 Jan 2100 00:00:00 GMT"
CASES = [
    Case("well", always()),
    Case("503 for an hour", once(2, ask_for_time(503, HOUR)), ("postponed",), (3, 0, 5), 2),
    Case("429 to a date", once(2, ask_for_time(429, FAR)), ("postponed",), (3, 0, 5), 2),
    Case("blocks", always(status=403), (*["http_403"] * 5, "host_blocked"), (5, PAGES, 0), 0),
    Case("challenges", lambda number, body: show(CHALLENGE), (*["blocked"] * 5, "host_blocked"),
         (5, PAGES, 0), 0),
    Case("down", always(status=502), (*["http_502"] * 5, "host_down"), (15, PAGES, 0), 0),
    Case("hangs up", always(sends=-1, ends="close"), (*["broken_response"] * 5, "host_down"),
         (15, PAGES, 0), 0),
    Case("four are down", lambda number, body: show(body, status=502 if number < 4 else 200),
         ("http_502",) * 4, (15, 0, 0), 3),
    Case("one leads to this machine", once(2, redirect("http://localhost:9/compare/x")),
         ("private_address",), (PAGES, 1, 0), PAGES - 1),
    Case("one leads elsewhere", once(2, redirect("http://169.254.169.254/latest")),
         ("redirect_out_of_scope",), (PAGES, 0, 0), PAGES - 1),
]  # fmt: skip
MET = [(protocol, case) for protocol in (HTTP1, HTTP2) for case in CASES]
by_case = pytest.mark.parametrize(
    ("protocol", "case"), [pytest.param(*met, id=f"{met[1].name}-{met[0]}") for met in MET]
)


def name_pages(protocol: str, case: Case) -> list[str]:
    """Name the tools of the pages of a host."""
    name = re.sub(r"\W+", "-", f"host {case.name} {protocol[:6]}")
    return [f"{name}-page-{number}" for number in range(PAGES)]


@pytest.fixture(scope="module")
def nights(
    authority: trustme.CA, ca_file: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Nights]:
    """Crawl the hosts, mend them, and give the same command again and again."""
    certificates = {HTTP1: None, HTTP2: authority.issue_cert("127.0.0.1")}
    with ExitStack() as stack:
        servers, addresses = {}, []
        for protocol, case in MET:
            server = stack.enter_context(FaultServer(certificate=certificates[protocol]))
            servers[protocol, case.name] = server
            for number, name in enumerate(name_pages(protocol, case)):
                server.answers[name_page(name)] = case.answer(number, write_page(name))
                addresses.append(server.root + name_page(name))
        folder = tmp_path_factory.mktemp("nights")
        options = ("--ca-file", str(ca_file), "--also-host", "localhost")
        crawl = Crawl(folder, list(servers.values()), *options, patience=20)

        def mend() -> None:
            for protocol, case in MET:
                for name in name_pages(protocol, case):
                    servers[protocol, case.name].answers[name_page(name)] = show(write_page(name))

        yield crawl_nights(crawl, servers, addresses, mend)


@by_case
def test_every_host_has_its_outcome(nights: Nights, protocol: str, case: Case) -> None:
    """A host is given up, left alone or let be in time, gone on with, and costs no other host."""
    root, first = nights.roots[protocol, case.name], nights.first
    pages = list(map(name_page, name_pages(protocol, case)))
    codes = [code for url, code in first.issues if url.startswith(f"{root}/")]
    assert sorted(codes) == sorted(case.codes)
    assert len({*pages} & {*first.pages}) == case.loaded
    for crawled, asked in zip(nights[1:4], case.asked, strict=True):
        assert sum(crawled.asked[root + page] for page in pages) == asked


def test_mended_hosts_are_brought_whole(nights: Nights) -> None:
    """In the end each page is loaded once, and no issue is open."""
    last = nights.anew
    assert (nights.first.status, nights.at_once.status, nights.in_time.status) == (7, 3, 3)
    assert (last.status, last.issues) == (0, [])
    names = [name for met in MET for name in name_pages(*met)]
    assert last.pages == sorted(map(name_page, names))
    assert set(last.asked.values()) == {1}
