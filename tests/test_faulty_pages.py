"""Every fault that a page can show, met by the command among good pages, in both protocols."""

from __future__ import annotations

import gzip
import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import trustme

from tests.crawled import Crawl, Crawled, name_page, write_page
from tests.faults import HTML_TYPE, Asked, FaultServer, Fields, Reply, redirect, show
from tests.test_faults import HTTP1, HTTP2

BOTH = (HTTP1, HTTP2)
GZIP = (*HTML_TYPE, ("Content-Encoding", "gzip"))
CHALLENGE = (
    "<title>Just a moment...</title><script>window._cf_chl_opt={cvId: '3'};</script>"
    '<script src="/cdn-cgi/challenge-platform/h/b/orchestrate/chl_page/v1"></script>'
)
BUSY = Reply(status=503, headers=(*HTML_TYPE, ("Retry-After", "1")))
WELL = (("page", 200),)
MOVED = (("redirect", 302),)
HOPS = {f"/hop/{number}": redirect(f"/hop/{number + 1}") for number in range(20)}

# Answers with the bytes of a page; a fault is made of it, or stands in for it.
Fault = Callable[[bytes], Any]


class Case(NamedTuple):
    """A fault of a page, and what the run is to make of it.

    ``code`` is that of its issue, or empty where it is loaded; ``kept`` is what the archive then
    holds of it, by role and status.
    """

    name: str
    fault: Fault
    code: str = ""
    asked: int = 1
    kept: tuple[tuple[str, int], ...] = ()
    protocols: tuple[str, ...] = BOTH


def bend(**fields: Any) -> Fault:
    """Answer with the page, and this fault."""
    return lambda body: show(body, **fields)


def put(reply: Any) -> Fault:
    """Answer with something else."""
    return lambda body: reply


def refuse(status: int, asked: int = 1) -> Case:
    """Expect a status to be an issue of its own."""
    kept = (("page", status),)
    return Case(f"status {status}", bend(status=status), f"http_{status}", asked, kept)


def well(name: str, fault: Fault, protocols: tuple[str, ...] = BOTH) -> Case:
    """Expect a page that is loaded in spite of all."""
    return Case(name, fault, "", 1, WELL, protocols)


def lost(name: str, fault: Fault, code: str, protocols: tuple[str, ...] = BOTH) -> Case:
    """Expect a page of which nothing comes, however often it is asked for."""
    return Case(name, fault, code, 3, (), protocols)


def chunks(data: bytes) -> Fault:
    """Answer with chunks that are none."""
    return put(Reply(raw=b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + data))


def ask_by_date(status: int, body: bytes) -> Callable[[Fields], Reply]:
    """Ask for two seconds, once, by the date at which they are over."""
    replies = iter([True])

    def answer(headers: Fields) -> Reply:
        if not next(replies, False):
            return show(body)
        until = format_datetime(datetime.now(UTC) + timedelta(seconds=2), usegmt=True)
        return Reply(status=status, headers=(*HTML_TYPE, ("Retry-After", until)))

    return answer


CASES = [
    well("slow to begin", bend(delay=0.2)),
    lost("silent", bend(delay=2), "timeout"),
    lost("drip", bend(piece=20, pause=0.1), "timeout"),
    lost("stalls before headers", bend(sends=-1, ends="stall"), "timeout"),
    lost("stalls in the body", bend(sends=500, ends="stall"), "timeout"),
    lost("hangs up before headers", bend(sends=-1, ends="close"), "broken_response"),
    lost("hangs up in the body", bend(sends=500, ends="close"), "broken_response"),
    lost("resets before headers", bend(sends=-1, ends="reset"), "broken_response"),
    lost("resets in the body", bend(sends=500, ends="reset"), "broken_response"),
    lost("length too long", bend(length=90_000, ends="close"), "broken_response"),
    lost("length too short", bend(length=100), "broken_response", (HTTP2,)),
    # By HTTP/1.1 this is a whole page of 100 bytes; that it is none, the reader sees.
    Case("length too short", bend(length=100), "not_a_comparison", 1, WELL, (HTTP1,)),
    lost("chunks end early", bend(is_chunked=True, sends=500, ends="close"), "broken_response",
         (HTTP1,)),
    lost("chunk size of words", chunks(b"zz\r\nx\r\n"), "broken_response", (HTTP1,)),
    lost("chunk without end", chunks(b"1\r\nxxxx\r\n"), "broken_response", (HTTP1,)),
    lost("no HTTP", put(Reply(raw=b"SSH-2.0-OpenSSH_9.2\r\n\r\n")), "broken_response", (HTTP1,)),
    Case("endless", bend(is_endless=True), "too_large"),
    Case("gzip bomb", put(show(gzip.compress(b"x" * 30_000_000), headers=GZIP)), "too_large"),
    lost("half a gzip", lambda body: show(gzip.compress(body)[:90], headers=GZIP),
         "broken_response"),
    lost("no gzip", bend(headers=GZIP), "broken_response"),
    lost("brotli unasked", bend(headers=(*HTML_TYPE, ("Content-Encoding", "br"))),
         "broken_response"),
    well("gzip", lambda body: show(gzip.compress(body), headers=GZIP)),
    well("unknown charset", bend(headers=(("Content-Type", "text/html; charset=klingon"),))),
    Case("wrong charset", bend(headers=(("Content-Type", "text/html; charset=utf-16"),)),
         "not_a_comparison", 1, WELL),
    well("no type", bend(headers=())),
    Case("type of a picture", bend(headers=(("Content-Type", "image/png"),)), "not_a_page", 1,
         WELL),
    Case("empty", put(show(b"")), "empty", 1, WELL),
    Case("redirect to itself", put(redirect("?")), "redirect_loop", 1, MOVED),
    Case("redirect without end", put(redirect("/hop/0")), "redirect_loop", 1, MOVED),
    Case("redirect to what is gone", put(redirect("/gone")), "http_404", 1, MOVED),
    Case("redirect to nonsense", put(redirect("http://[/")), "address_refused", 1, MOVED),
    Case("redirect elsewhere", put(redirect("http://169.254.169.254/")), "redirect_out_of_scope",
         1, MOVED),
    Case("304 unasked", put(Reply(status=304)), "http_304", 1, (("page", 304),)),
    Case("204", put(Reply(status=204)), "http_204", 1, (("page", 204),)),
    *map(refuse, (401, 403, 404, 410, 451, 599)),
    *(refuse(status, 3) for status in (429, 500, 502, 504)),
    Case("challenge", put(show(CHALLENGE)), "blocked", 1, (("blocked", 200),)),
    Case("flaps", lambda body: (show(b"", status=500), show(body, sends=500, ends="close"),
                                show(body)), "", 3, (("page", 500), *WELL)),
    Case("503 for a second", lambda body: (BUSY, show(body)), "", 2, (("page", 503), *WELL)),
    Case("429 up to a date", lambda body: ask_by_date(429, body), "", 2, (("page", 429), *WELL)),
    *(lost(f"h2 {frames}", bend(frames=frames), "broken_response", (HTTP2,))
      for frames in ("reset_before", "reset_body", "goaway_before", "goaway_body", "rubbish",
                     "header_bomb", "header_flood", "bad_status")),
    lost("h2 ping_flood", bend(frames="ping_flood"), "timeout", (HTTP2,)),
    *(well(f"h2 {frames}", bend(frames=frames), (HTTP2,))
      for frames in ("goaway_after", "goaway_patient", "trailers")),
]  # fmt: skip
MET = [(protocol, case) for protocol in BOTH for case in CASES if protocol in case.protocols]
by_case = pytest.mark.parametrize(
    ("protocol", "case"), [pytest.param(*met, id=f"{met[1].name}-{met[0]}") for met in MET]
)


def name_case(protocol: str, case: Case, kind: str = "faulty") -> str:
    """Name the tools of a page."""
    return re.sub(r"\W+", "-", f"{kind} {case.name} {protocol[:6]}")


class Night(NamedTuple):
    """A crawl of all faults among good pages, one of the mended site, and who was asked."""

    first: Crawled
    second: Crawled
    servers: dict[str, FaultServer]
    logs: list[list[Asked]]


@pytest.fixture(scope="module")
def night(
    authority: trustme.CA, ca_file: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Night]:
    """Crawl both sites in one run, and once more after they are mended."""
    certificate = authority.issue_cert("127.0.0.1")
    with FaultServer(HOPS) as plain, FaultServer(HOPS, certificate=certificate) as tls:
        servers = {HTTP1: plain, HTTP2: tls}
        addresses = []
        for protocol, case in MET:
            server = servers[protocol]
            for kind in ("faulty", "good"):
                name = name_case(protocol, case, kind)
                body = write_page(name)
                fault = case.fault if kind == "faulty" else show
                server.answers[name_page(name)] = fault(body)
                addresses.append(server.root + name_page(name))
        crawl = Crawl(tmp_path_factory.mktemp("night"), [plain, tls], "--ca-file", str(ca_file))
        first = crawl.run(addresses)
        logs = [sorted(server.asked, key=lambda asked: asked.arrived) for server in (plain, tls)]
        for protocol, case in MET:
            name = name_case(protocol, case)
            servers[protocol].answers[name_page(name)] = show(write_page(name))
        yield Night(first, crawl.run(addresses), servers, logs)


@by_case
def test_every_fault_has_its_outcome(night: Night, protocol: str, case: Case) -> None:
    """A fault is asked for as often as it may pass, kept as it came, and an issue, or loaded."""
    path = name_page(name_case(protocol, case))
    address, first = night.servers[protocol].root + path, night.first
    assert first.list_codes(address) == ([case.code] if case.code else [])
    assert first.asked[address] == case.asked
    assert first.list_kept(address) == case.kept
    assert first.pages.count(path) == (not case.code)


def test_good_pages_among_faulty_ones_are_loaded(night: Night) -> None:
    """No fault costs another page: each good one is asked for, kept and loaded once."""
    first = night.first
    assert first.status == 3
    for protocol, case in MET:
        path = name_page(name_case(protocol, case, "good"))
        address = night.servers[protocol].root + path
        assert (first.asked[address], first.kept[address]) == (1, [("page", 200)])
        assert first.pages.count(path) == 1
    codes = [case.code for _, case in MET if case.code]
    assert sorted(code for _, code in first.issues) == sorted(codes)
    assert len(first.pages) == 2 * len(MET) - len(codes)


def test_a_mended_site_is_brought_whole(night: Night) -> None:
    """Each page is asked for once more, nothing is doubled, and no issue stays open."""
    second = night.second
    assert (second.status, second.issues) == (0, [])
    names = [name_case(*met, kind) for met in MET for kind in ("faulty", "good")]
    assert second.pages == sorted(map(name_page, names))
    assert set(second.asked.values()) == {1}
    assert len(second.asked) == len(names)
    counts = second.summary["content"]
    assert (counts["entries"], counts["quotes"]) == (2 * len(names), 8 * len(names))


def test_no_retry_after_is_shortened(night: Night) -> None:
    """After a Retry-After, in seconds or as a date, nothing is asked of the host before it."""
    waits = []
    for log in night.logs:
        for before, after in pairwise(log):
            if re.search("for-a-second|up-to-a-date", before.path) and before.status != 200:
                waits.append(after.arrived - before.arrived)
    assert len(waits) == 4
    assert min(waits) >= 1
