"""Connections are few, trusted, used by one request at a time, and given up in doubt."""

from __future__ import annotations

import datetime
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path

import pytest
import trustme

from scraper.client import Client
from scraper.connections import MOST_REQUESTS
from scraper.errors import (
    BodyTooLargeError,
    BrokenResponseError,
    DeadlineError,
    PrivateAddressError,
    SettingError,
    UnreachableError,
)
from tests.faults import FaultServer, Reply, show
from tests.test_client import listen
from tests.test_faults import BODY, LIMIT, ask


@pytest.fixture(params=["HTTP/1.1", "HTTP/2"])
def server(request: pytest.FixtureRequest, authority: trustme.CA) -> Iterator[FaultServer]:
    """Serve a page in each protocol."""
    certificate = authority.issue_cert("127.0.0.1") if request.param == "HTTP/2" else None
    with FaultServer({"/": show(BODY)}, certificate=certificate) as server:
        yield server


@pytest.fixture
def client(ca_file: Path) -> Iterator[Client]:
    """Return a client that is let in everywhere here."""
    with Client(version="1", allow_hosts=["127.0.0.1"], ca_file=str(ca_file), timeout=2) as client:
        yield client


def test_one_connection_serves_many_pages(server: FaultServer, client: Client) -> None:
    """A connection is kept for the next page, and given up before its server would do so."""
    for _ in range(5):
        ask(client, f"{server.root}/")
    assert server.connections == 1
    for _ in range(MOST_REQUESTS):
        ask(client, f"{server.root}/")
    assert server.connections == 2


@pytest.mark.parametrize("ends", ["close", "reset"])
def test_a_connection_that_was_ended_is_not_used(
    server: FaultServer, client: Client, ends: str
) -> None:
    """A server that ends the connection behind a whole page costs no page."""
    server.answers["/"] = [show(BODY, ends=ends), show(BODY)]
    assert ask(client, f"{server.root}/").body == BODY
    time.sleep(0.3)
    assert ask(client, f"{server.root}/").body == BODY
    assert server.connections == 2


def test_a_request_that_was_refused_is_sent_again(authority: trustme.CA, client: Client) -> None:
    """A request that a leaving server says it did not take goes out once more, on its own."""
    certificate = authority.issue_cert("127.0.0.1")
    with FaultServer({"/": show(BODY)}, certificate=certificate) as server:
        ask(client, f"{server.root}/")
        server.answers["/"] = [show(BODY, frames="goaway_refused"), show(BODY)]
        assert ask(client, f"{server.root}/").body == BODY
        assert server.connections == 2


def test_what_follows_a_body_is_no_response(client: Client) -> None:
    """A second answer behind a stated length never becomes the next page."""
    second = b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nwrong"
    with FaultServer({"/": show(BODY + second, length=len(BODY)), "/next": show(b"x")}) as server:
        assert ask(client, f"{server.root}/").body == BODY
        assert ask(client, f"{server.root}/next").body == b"x"
        assert server.connections == 2


@pytest.mark.parametrize("is_cut", [False, True])
def test_a_refused_body_does_not_go_on(server: FaultServer, client: Client, is_cut: bool) -> None:
    """A body past its limit is hung up on: it neither streams on nor delays the next page."""
    server.answers["/endless"] = show(b"x" * 16_384, is_endless=True)
    if is_cut:
        assert ask(client, f"{server.root}/endless", is_cut=True).body == b"x" * LIMIT
    else:
        with pytest.raises(BodyTooLargeError, match="50,000"):
            ask(client, f"{server.root}/endless")
    ended = time.monotonic()
    assert ask(client, f"{server.root}/").body == BODY
    assert server.connections == 2
    while "/endless" not in server.paths and time.monotonic() < ended + 5:
        time.sleep(0.01)
    asked = next(asked for asked in server.asked if asked.path == "/endless")
    assert asked.ended - ended < 2


def test_four_threads_share_a_client(ca_file: Path, authority: trustme.CA) -> None:
    """Four threads at four hosts: each has its own answers, its own deadline and no cookie."""
    certificate = authority.issue_cert("127.0.0.1")
    with ExitStack() as stack:
        servers = [
            stack.enter_context(FaultServer(certificate=certificate if number % 2 else None))
            for number in range(4)
        ]
        for number, server in enumerate(servers):
            page = f"page of {number}".encode()
            headers = (("Set-Cookie", f"a={number}; Path=/"),)
            server.answers = {"/": show(page * 100, headers=headers, delay=0.002)}
        servers[0].answers["/stall"] = show(BODY, sends=10, ends="stall")
        client = stack.enter_context(
            Client(
                version="1",
                allow_hosts=["127.0.0.1"],
                ca_file=str(ca_file),
                deadline=1,
                timeout=30,
            )
        )

        def crawl(number: int) -> set[bytes]:
            if number == 0:
                with pytest.raises(DeadlineError, match="within 1 seconds"):
                    ask(client, f"{servers[0].root}/stall")
            return {ask(client, f"{servers[number].root}/").body for _ in range(40)}

        with ThreadPoolExecutor(4) as pool:
            bodies = list(pool.map(crawl, range(4)))
    assert bodies == [{f"page of {number}".encode() * 100} for number in range(4)]
    assert [server.connections for server in servers] == [2, 1, 1, 1]
    assert not [
        asked for server in servers for asked in server.asked if asked.find_header("cookie")
    ]


def test_threads_at_one_host_do_not_share_a_request(server: FaultServer, client: Client) -> None:
    """Two threads at one host have a connection each; a fault of one is not the other's."""
    server.answers["/slow"] = show(BODY, delay=0.2)
    server.answers["/broken"] = show(BODY, sends=10, ends="reset")
    barrier = threading.Barrier(2)

    def crawl(path: str) -> object:
        barrier.wait()
        try:
            return ask(client, f"{server.root}{path}").body
        except BrokenResponseError as error:
            return type(error)

    with ThreadPoolExecutor(2) as pool:
        assert list(pool.map(crawl, ["/slow", "/broken"])) == [BODY, BrokenResponseError]


def issue(authority: trustme.CA, kind: str) -> trustme.LeafCert:
    """Issue a certificate with a fault."""
    if kind == "expired":
        past = datetime.datetime(2001, 1, 1, tzinfo=datetime.UTC)
        return authority.issue_cert("127.0.0.1", not_before=past, not_after=past.replace(year=2002))
    if kind == "mismatch":
        return authority.issue_cert("other.example")
    return trustme.CA().issue_cert("127.0.0.1")


@pytest.mark.parametrize(
    ("kind", "says"),
    [("expired", "has expired"), ("mismatch", "not valid for '127.0.0.1'"), ("unknown", "issuer")],
)
def test_an_untrusted_certificate_is_refused(
    authority: trustme.CA, client: Client, kind: str, says: str
) -> None:
    """A host that cannot prove its name is unreachable, and the message says why."""
    with (
        FaultServer({"/": show(BODY)}, certificate=issue(authority, kind)) as server,
        pytest.raises(UnreachableError, match=f"not trusted: .*{says}.*--ca-file"),
    ):
        ask(client, f"{server.root}/")
    assert server.asked == []


def test_tls_that_is_none_is_unreachable(authority: trustme.CA, client: Client) -> None:
    """A host that speaks HTTP where TLS is expected, or the other way round, is an error."""
    refusal = b"HTTP/1.1 400 Bad Request\r\n\r\n"
    with listen(refusal) as (port, _), pytest.raises(UnreachableError, match="no TLS: "):
        ask(client, f"https://127.0.0.1:{port}/")
    certificate = authority.issue_cert("127.0.0.1")
    with (
        FaultServer({"/": show(BODY)}, certificate=certificate) as server,
        pytest.raises(BrokenResponseError),
    ):
        ask(client, f"http://127.0.0.1:{server.port}/")


def test_without_http2_the_client_speaks_the_old_one(authority: trustme.CA, client: Client) -> None:
    """HTTP/2 is spoken only where the server offers it."""
    certificate = authority.issue_cert("127.0.0.1")
    with FaultServer({"/": show(BODY)}, certificate=certificate, protocols=["http/1.1"]) as server:
        assert ask(client, f"{server.root}/").http_version == "HTTP/1.1"


def test_settings_need_not_be_understood(authority: trustme.CA, client: Client) -> None:
    """A server that never acknowledges our settings is still read."""
    certificate = authority.issue_cert("127.0.0.1")
    with FaultServer({"/": show(BODY)}, certificate=certificate, acks_settings=False) as server:
        assert [ask(client, f"{server.root}/").body for _ in range(3)] == [BODY] * 3


def test_private_hosts_are_refused_over_tls(authority: trustme.CA, ca_file: Path) -> None:
    """The guard stands before TLS too."""
    certificate = authority.issue_cert("127.0.0.1")
    with (
        FaultServer({"/": show(BODY)}, certificate=certificate) as server,
        Client(version="1", ca_file=str(ca_file)) as client,
        pytest.raises(PrivateAddressError, match="--allow-host"),
    ):
        ask(client, f"{server.root}/")
    assert server.connections == 0


def test_certificates_that_are_none_are_refused(tmp_path: Path) -> None:
    """A file without certificates, or none at all, is an error that names it."""
    (tmp_path / "page.pem").write_text("<p>Hello")
    for name, says in (("page.pem", "expected a file in PEM"), ("none.pem", "no such file")):
        with pytest.raises(SettingError, match=f"{name}.*{says}"):
            Client(version="1", ca_file=str(tmp_path / name))


def test_an_exchange_is_timed(server: FaultServer, client: Client) -> None:
    """``fetch_ms`` counts from the request to the end of the body."""
    server.answers["/"] = show(b"x" * 30, delay=0.1, piece=10, pause=0.05)
    assert 200 <= ask(client, f"{server.root}/").fetch_ms < 2000


def test_validators_are_sent_and_answered(server: FaultServer, client: Client) -> None:
    """A 304 comes back empty; what was sent is kept; what cannot be sent is left out."""
    server.answers["/"] = Reply(body=BODY, etag='"\xe9"')
    page = ask(client, f"{server.root}/")
    tag = page.find_header("etag") or ""
    again = ask(client, f"{server.root}/", headers=(("If-None-Match", tag),))
    assert (again.status, again.body, again.find_header("etag")) == (304, b"", tag)
    assert ("if-none-match", tag) in [(key.lower(), value) for key, value in again.request_headers]
    split = (("If-None-Match", '"a"\r\nX-B: c'), ("If-Modified-Since", " "))
    whole = ask(client, f"{server.root}/", headers=split)
    assert (whole.status, len(whole.request_headers)) == (200, len(page.request_headers))
