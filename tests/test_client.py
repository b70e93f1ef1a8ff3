"""The client takes one response as it comes, within bounds, and connects nowhere private."""

from __future__ import annotations

import gzip
import socket
import ssl
import threading
import time
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scraper.client import Client
from scraper.decoding import BodyDecoder
from scraper.errors import (
    BodyTooLargeError,
    BrokenResponseError,
    DeadlineError,
    FetchError,
    PrivateAddressError,
    UnreachableError,
)
from scraper.network import Deadline, refuse_private
from scraper.response import Request, Response
from tests.loopback import HTML, Answer, LoopbackSite, redirect, show

LIMIT = 10_000


def fetch(address: str, *, is_cut: bool = False, **settings: Any) -> Response:
    """Fetch one address; the loopback is allowed unless the test says otherwise."""
    options: dict[str, Any] = {"version": "1.2", "allow_hosts": ["127.0.0.1"], "timeout": 5}
    request = Request(
        role="page", source=address, address=address, site=None, max_bytes=LIMIT, is_cut=is_cut
    )
    with Client(**options | settings) as client:
        return client.fetch(request)


@contextmanager
def listen(answer: bytes = b"", *, chunks: int = 1, pause: float = 0) -> Iterator[Any]:
    """Answer one connection with raw bytes; yield its address and what it received."""
    received = bytearray()

    def serve() -> None:
        connection, _ = server.accept()
        with connection:
            received.extend(connection.recv(65536))
            for _ in range(chunks):
                try:
                    connection.sendall(answer)
                except OSError:
                    return
                time.sleep(pause)

    with socket.create_server(("127.0.0.1", 0)) as server:
        thread = threading.Thread(target=serve)
        thread.start()
        yield server.getsockname()[1], received
        thread.join()


def test_a_response_comes_as_it_is() -> None:
    """Status, headers, body and the request itself are kept; redirects are not followed."""
    with LoopbackSite({"/a": show("<p>\u00fc</p>"), "/b": redirect("/a")}) as site:
        page, moved = fetch(f"{site.root}/a"), fetch(f"{site.root}/b")
    assert (page.status, page.body) == (200, "<p>\u00fc</p>".encode())
    assert (page.http_version, page.ip) == ("HTTP/1.1", "127.0.0.1")
    assert page.find_header("content-type") == "text/html; charset=utf-8"
    assert ("Accept-Encoding", "gzip, deflate") in page.request_headers
    assert (moved.status, moved.find_header("location")) == (302, "/a")
    assert site.paths == ["/a", "/b"]


@pytest.mark.parametrize(
    ("contact", "agent"),
    [("https://x.example/bot", "versusdb/1.2 (+https://x.example/bot)"), (None, "versusdb/1.2")],
)
def test_the_client_says_who_it_is(contact: str | None, agent: str) -> None:
    """The User-Agent is our own, with the operator's contact."""
    with LoopbackSite() as site:
        fetch(f"{site.root}/", contact=contact)
    assert site.asked[0].headers["User-Agent"] == agent


def test_nothing_is_taken_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """A proxy in the environment would see every request; it is not used."""
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    with LoopbackSite({"/": show("x")}) as site:
        assert fetch(f"{site.root}/").status == 200


def test_no_cookie_is_sent_back() -> None:
    """What one page set changes nothing of the next."""
    with LoopbackSite({"/": show("x", Set_Cookie="a=b")}) as site:
        request = Request(role="page", source="", address=site.root, site=None, max_bytes=LIMIT)
        with Client(version="1", allow_hosts=["127.0.0.1"]) as client:
            client.fetch(request)
            client.fetch(request)
    assert [asked.headers.get("Cookie") for asked in site.asked] == [None, None]


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "[::1]"])
def test_private_hosts_are_refused(host: str) -> None:
    """By number or by name, no connection to this machine is made."""
    refused = pytest.raises(PrivateAddressError, match="--allow-host")
    with LoopbackSite({"/": show("secret")}) as site, refused:
        fetch(f"http://{host}:{site.port}/", allow_hosts=[])
    assert site.asked == []


@pytest.mark.parametrize(
    "address",
    """
    10.0.0.1 172.16.0.1 192.168.1.1 169.254.169.254 100.64.0.1 0.0.0.0 224.0.0.1 255.255.255.255
    198.18.0.1 ::1 :: fe80::1 fe80::1%2 fc00::1 ff02::1 ::ffff:127.0.0.1 ::ffff:10.0.0.1
    64:ff9b::7f00:1 2002:7f00:1:: 2001:0:a00:1::
    """.split(),
)
def test_every_kind_of_private_address_is_refused(address: str) -> None:
    """Private, local, shared, multicast, and IPv4 hidden in IPv6: none is connected to."""
    with pytest.raises(PrivateAddressError, match="not public"):
        refuse_private("x.example", address)


@pytest.mark.parametrize("address", ["93.184.215.14", "2606:4700::1111", "::ffff:93.184.215.14"])
def test_public_addresses_are_not_refused(address: str) -> None:
    """The guard lets the public internet through."""
    refuse_private("x.example", address)


def test_a_name_with_one_private_address_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """A name that resolves to a public and a private address is not to be trusted."""
    kind = (socket.AF_INET, socket.SOCK_STREAM, 6, "")
    both = [(*kind, ("93.184.215.14", 80)), (*kind, ("127.0.0.1", 80))]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: both)
    with pytest.raises(PrivateAddressError, match=r"x\.example, which resolves to 127\.0\.0\.1"):
        fetch("http://x.example/")


@pytest.mark.parametrize("named", ["localhost", "LOCALHOST.", "ｌocalhost", "localhost:{port}"])
def test_an_allowed_host_is_reached(named: str) -> None:
    """A private host that the operator names is fetched, by name or by name and port."""
    with LoopbackSite({"/": show("x")}) as site:
        allowed = [named.format(port=site.port)]
        assert fetch(f"http://localhost:{site.port}/", allow_hosts=allowed).status == 200
    assert site.asked[0].headers["Host"] == f"localhost:{site.port}"


def test_tls_asks_for_the_name() -> None:
    """The connection goes to the checked address, and TLS still names the host."""
    with listen() as (port, received), pytest.raises(FetchError):
        fetch(f"https://localhost:{port}/", allow_hosts=["localhost"])
    assert b"localhost" in received


def test_certificates_are_verified() -> None:
    """A host must prove its name: the pool's TLS settings verify certificate and name."""
    with Client(version="1") as client:
        context = client._transport._pool._ssl_context
    assert context
    assert (context.verify_mode, context.check_hostname) == (ssl.CERT_REQUIRED, True)


def test_an_unknown_name_is_unreachable() -> None:
    """A name that does not resolve is an error of ours that says so."""
    with pytest.raises(UnreachableError, match=r"cannot resolve x\.invalid"):
        fetch("http://x.invalid/")


@pytest.mark.parametrize("encoding", ["gzip", "x-gzip", "deflate", "raw", "identity", "GZIP"])
def test_encodings_are_undone(encoding: str) -> None:
    """What was asked for is decoded; servers send both forms of deflate."""
    compress: dict[str, Any] = {
        "deflate": zlib.compress,
        "raw": lambda body: zlib.compress(body)[2:-4],
    }
    body = b"<p>x</p>" * 50
    packed = body if encoding == "identity" else compress.get(encoding, gzip.compress)(body)
    named = encoding.replace("raw", "deflate")
    with LoopbackSite({"/": Answer(packed, headers=HTML | {"Content-Encoding": named})}) as site:
        assert fetch(f"{site.root}/").body == body


@given(data=st.data(), body=st.binary(min_size=1), encoding=st.sampled_from(["gzip", "deflate"]))
def test_chunks_may_fall_anywhere(data: st.DataObject, body: bytes, encoding: str) -> None:
    """However the network cuts a compressed body, also one of two members, it is the same."""
    packed = gzip.compress(body) * 2 if encoding == "gzip" else zlib.compress(body)
    decoder = BodyDecoder(encoding, LIMIT)
    while packed:
        size = data.draw(st.integers(1, len(packed)))
        decoder.feed(packed[:size])
        packed = packed[size:]
    decoder.finish()
    assert decoder.body == (body * 2 if encoding == "gzip" else body)


@pytest.mark.parametrize(
    ("body", "encoding"),
    [
        (b"x", "br"),
        (b"x", "gzip, gzip"),
        (b"not gzip", "gzip"),
        (gzip.compress(b"whole", mtime=0)[:-9], "gzip"),
        (b"\x1f", "gzip"),
        (b"x", "deflate"),
    ],
)
def test_what_cannot_be_decoded_is_an_error(body: bytes, encoding: str) -> None:
    """An encoding that was not asked for, or a broken one, gives no half page."""
    answer = Answer(body, headers={"Content-Encoding": encoding})
    with LoopbackSite({"/": answer}) as site, pytest.raises(BrokenResponseError):
        fetch(f"{site.root}/")


@pytest.mark.parametrize("encoding", ["identity", "gzip", "deflate"])
def test_a_body_past_the_limit_is_refused_or_cut(encoding: str) -> None:
    """A bomb is stopped at the limit, not after it; a robots.txt is cut there instead."""
    compress: dict[str, Any] = {"gzip": gzip.compress, "deflate": zlib.compress}
    body = b"x" * 50_000_000 if encoding != "identity" else b"x" * (LIMIT + 1)
    packed = compress.get(encoding, bytes)(body)
    answer = Answer(packed, headers={"Content-Encoding": encoding})
    with LoopbackSite({"/": answer}) as site:
        with pytest.raises(BodyTooLargeError, match="10,000"):
            fetch(f"{site.root}/")
        assert fetch(f"{site.root}/", is_cut=True).body == b"x" * LIMIT


def test_a_bomb_is_never_unpacked() -> None:
    """The limit is zlib's own: what would pass it never stands in memory."""
    decoder = BodyDecoder("gzip", LIMIT)
    decoder.feed(gzip.compress(b"x" * 50_000_000))
    assert decoder.is_over
    assert len(decoder._body) == LIMIT + 1


def test_a_deadline_is_over_for_every_operation() -> None:
    """An operation gets what is left of the deadline, and none begins after it."""
    seconds = iter([100.0, 104.0, 108.0, 110.0])
    deadline = Deadline(lambda: next(seconds))
    deadline.start(10)
    assert (deadline.shorten(5), deadline.shorten(None)) == (5, 2)
    with pytest.raises(DeadlineError, match="10 seconds"):
        deadline.shorten(5)


def test_the_limit_itself_is_allowed() -> None:
    """A body of exactly the limit is whole."""
    with LoopbackSite({"/": Answer(b"x" * LIMIT)}) as site:
        assert len(fetch(f"{site.root}/").body) == LIMIT


@pytest.mark.parametrize(
    "answer", [b"", b"rubbish\r\n\r\n", b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf"]
)
def test_a_broken_answer_is_no_answer(answer: bytes) -> None:
    """A host that hangs up, or does not speak HTTP, gives an error of ours, no half page."""
    with listen(answer) as (port, _), pytest.raises(BrokenResponseError):
        fetch(f"http://127.0.0.1:{port}/")


@pytest.mark.parametrize("head", [b"", b"HTTP/1.1 200 OK\r\nContent-Length: 9999\r\n\r\n"])
def test_a_silent_host_times_out(head: bytes) -> None:
    """A host that stops answering is given up after the timeout."""
    with listen(head, pause=1.0) as (port, _), pytest.raises(DeadlineError):
        fetch(f"http://127.0.0.1:{port}/", timeout=0.2)


def test_a_trickle_meets_the_deadline() -> None:
    """A host that sends a byte now and then meets no timeout, but the deadline."""
    line = b"X-Slow: yes\r\n"
    with listen(b"HTTP/1.1 200 OK\r\n" + line, chunks=40, pause=0.05) as (port, _):
        started = time.monotonic()
        with pytest.raises((DeadlineError, BrokenResponseError)) as raised:
            fetch(f"http://127.0.0.1:{port}/", timeout=5, deadline=0.3)
        assert time.monotonic() - started < 1.5
    assert isinstance(raised.value, DeadlineError)
