"""Every fault that robots.txt can show, each on a site of its own, all met by one command."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import trustme
from msgspec.structs import replace

from tests.crawled import Crawl, Nights, crawl_nights, name_page, write_page
from tests.faults import NOT_FOUND, FaultServer, Fields, Reply, redirect, show
from tests.test_faults import HTTP1, HTTP2

PLAIN: Fields = (("Content-Type", "text/plain"),)
OPEN, CLOSED = b"User-agent: *\nAllow: /\n", b"User-agent: *\nDisallow: /\n"
GZIP = (*PLAIN, ("Content-Encoding", "gzip"))
LATER = (("Retry-After", "3600"),)
LONG = CLOSED + b"# and so on\n" * 999
HTML = b"<!doctype html><title>Welcome</title><p>Disallow: nothing, we are glad of you.</p>\n"


class Case(NamedTuple):
    """A robots.txt; the code of what is not fetched then, or none; how often it is asked for.

    ``kept`` is what the archive then holds of it, by role and status.
    """

    name: str
    robots: Reply
    code: str = ""
    asked: int = 1
    kept: tuple[tuple[str, int], ...] = (("robots", 200),)


def write(body: bytes, **fields: Any) -> Reply:
    """Answer with a robots.txt."""
    return show(body, **{"headers": PLAIN, **fields})


def lost(name: str, robots: Reply) -> Case:
    """Expect that nothing comes of it, and that nothing is fetched therefore."""
    return Case(name, robots, "robots_unavailable", 3, ())


def answer(status: int, code: str = "", asked: int = 1) -> Case:
    """Expect that a status decides, whatever the body says."""
    body = OPEN if code else CLOSED
    return Case(f"status {status}", write(body, status=status), code, asked, (("robots", status),))


MOVED = (("redirect", 302),)
UNKNOWN, REFUSED = "robots_unavailable", "robots_disallowed"
CASES = [
    Case("open", write(OPEN)),
    Case("closed", write(CLOSED), REFUSED),
    Case("empty", write(b"")),
    Case("a page", show(HTML)),
    answer(204),
    Case("within the host", redirect("/rules"), REFUSED, 1, MOVED),
    Case("on another host", redirect("{other}/rules", 301), REFUSED, 1, (("redirect", 301),)),
    Case("in a loop", redirect("/robots.txt"), UNKNOWN, 6, MOVED),
    Case("to nowhere", redirect("http://[/"), UNKNOWN, 1, MOVED),
    Case("to the metadata", redirect("http://169.254.169.254/"), "private_address", 1, MOVED),
    Case("to this machine", redirect("http://localhost:9/"), "private_address", 1, MOVED),
    Case("304 unasked", Reply(status=304), UNKNOWN, 1, (("robots", 304),)),
    answer(401, REFUSED),
    answer(403, REFUSED),
    *(answer(status) for status in (400, 404, 410, 451)),
    *(answer(status, UNKNOWN, 3) for status in (429, 500, 502, 503)),
    answer(599, UNKNOWN),
    Case("429 for an hour", write(b"", status=429, headers=LATER), "postponed", 1,
         (("robots", 429),)),
    Case("503 for an hour", write(b"", status=503, headers=LATER), "postponed", 1,
         (("robots", 503),)),
    lost("silent", write(OPEN, sends=-1, ends="stall")),
    lost("drip", write(OPEN, piece=1, pause=0.1)),
    lost("stalls", write(OPEN, sends=9, ends="stall")),
    lost("hangs up before headers", write(OPEN, sends=-1, ends="close")),
    lost("hangs up in the body", write(OPEN, sends=9, ends="close")),
    lost("resets in the body", write(OPEN, sends=9, ends="reset")),
    lost("length too long", write(OPEN, length=99, ends="close")),
    lost("half a gzip", write(gzip.compress(OPEN * 99)[:40], headers=GZIP)),
    lost("no gzip", write(OPEN, headers=GZIP)),
    Case("gzip bomb", write(gzip.compress(CLOSED + b"#" * 30_000_000), headers=GZIP), REFUSED),
    Case("endless and closed", write(LONG, is_endless=True), REFUSED),
    Case("endless page", show(HTML * 99, is_endless=True)),
    Case("NUL", write(b"\0" * 9 + CLOSED), REFUSED),
]  # fmt: skip
MET = [(protocol, case) for protocol in (HTTP1, HTTP2) for case in CASES]
by_case = pytest.mark.parametrize(
    ("protocol", "case"), [pytest.param(*met, id=f"{met[1].name}-{met[0]}") for met in MET]
)


def name_case(protocol: str, case: Case) -> str:
    """Name the tools of the page of a site."""
    return re.sub(r"\W+", "-", f"site {case.name} {protocol[:6]}")


@pytest.fixture(scope="module")
def nights(
    authority: trustme.CA, ca_file: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Nights]:
    """Crawl the sites, mend them, and give the same command when what they wished is over."""
    certificates = {HTTP1: None, HTTP2: authority.issue_cert("127.0.0.1")}
    with ExitStack() as stack:
        other = stack.enter_context(FaultServer({"/rules": write(CLOSED)}))
        servers = {}
        for protocol, case in MET:
            name, robots = name_case(protocol, case), case.robots
            headers = tuple((n, v.replace("{other}", other.root)) for n, v in robots.headers)
            answers = {
                "/robots.txt": replace(robots, headers=headers),
                "/rules": write(CLOSED),
                name_page(name): show(write_page(name)),
            }
            server = FaultServer(answers, certificate=certificates[protocol])
            servers[protocol, case.name] = stack.enter_context(server)
        addresses = [servers[p, case.name].root + name_page(name_case(p, case)) for p, case in MET]
        folder = tmp_path_factory.mktemp("night")
        crawl = Crawl(folder, list(servers.values()), "--ca-file", str(ca_file))

        def mend() -> None:
            for server in servers.values():
                server.answers["/robots.txt"] = NOT_FOUND

        yield crawl_nights(crawl, servers, addresses, mend)


def list_paths(*codes: str, is_kept: bool | None = None) -> list[str]:
    """List the pages of the cases with these codes, by whether there was an answer to keep."""
    return sorted(
        name_page(name_case(protocol, case))
        for protocol, case in MET
        if case.code in codes and is_kept in (None, bool(case.kept))
    )


@by_case
def test_every_robots_txt_has_its_outcome(nights: Nights, protocol: str, case: Case) -> None:
    """What robots.txt comes to decides whether the page is fetched, and its issue says why not."""
    root, path = nights.roots[protocol, case.name], name_page(name_case(protocol, case))
    first, robots = nights.first, f"{root}/robots.txt"
    assert first.list_codes(root + path) == ([case.code] if case.code else [])
    assert first.asked[robots] == case.asked
    assert first.list_kept(robots) == case.kept
    assert first.asked[root + path] == first.pages.count(path) == (not case.code)


def test_what_nobody_may_see_is_asked_for_again_in_time(nights: Nights) -> None:
    """Who gave no answer is asked at once by the next run; who did, when that has expired."""
    loaded = [*list_paths(""), *list_paths(UNKNOWN, is_kept=False), *list_paths("private_address")]
    assert (nights.first.status, nights.at_once.status) == (3, 3)
    assert nights.first.pages == list_paths("")
    assert nights.at_once.pages == sorted(loaded)
    assert len(nights.at_once.asked) == 2 * (len(loaded) - len(nights.first.pages))
    assert nights.in_time.pages == list_paths("", UNKNOWN, "private_address", "postponed")
    assert {code for _, code in nights.in_time.issues} == {REFUSED}


def test_mended_sites_are_brought_whole(nights: Nights) -> None:
    """In the end each page is loaded once, and no issue is open."""
    last = nights.anew
    assert (last.status, last.issues) == (0, [])
    names = [name_page(name_case(*met)) for met in MET]
    assert last.pages == sorted(names)
    assert set(last.asked.values()) == {1}
