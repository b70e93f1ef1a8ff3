"""A proxy that the operator names is used, tells nobody its password, and opens no back door."""

from __future__ import annotations

import base64
import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import trustme

from scraper.client import Client
from scraper.errors import FetchError, PrivateAddressError, UnreachableError
from scraper.identity import read_proxy
from tests.faults import FaultServer, show
from tests.test_faults import BODY, ask

BASIC = b"Proxy-Authorization: Basic " + base64.b64encode(b"ada:se cret")


class TunnelProxy:
    """A proxy for CONNECT, with or without TLS; ``heads`` is what it was asked."""

    def __init__(self, answer: bytes = b"HTTP/1.1 200 OK\r\n\r\n") -> None:
        self.heads: list[bytes] = []
        self.answer = answer

    @contextmanager
    def serve(self, context: ssl.SSLContext | None = None) -> Iterator[int]:
        """Serve one connection; yield the port."""
        with socket.create_server(("127.0.0.1", 0)) as server:
            thread = threading.Thread(target=self._relay, args=(server, context), daemon=True)
            thread.start()
            yield server.getsockname()[1]
        thread.join(5)

    def _relay(self, server: socket.socket, context: ssl.SSLContext | None) -> None:
        try:
            plain, _ = server.accept()
            client = context.wrap_socket(plain, server_side=True) if context else plain
            with client:
                head = client.recv(65536)
                self.heads.append(head)
                client.sendall(self.answer)
                if b" 200 " not in self.answer:
                    return
                host, _, port = head.split()[1].decode().rpartition(":")
                with socket.create_connection((host, int(port))) as target:
                    back = threading.Thread(target=pump, args=(target, client), daemon=True)
                    back.start()
                    pump(client, target)
                    back.join(5)
        except OSError:
            return


def pump(source: socket.socket, target: socket.socket) -> None:
    """Pass on bytes until either side ends."""
    try:
        while chunk := source.recv(65536):
            target.sendall(chunk)
        target.shutdown(socket.SHUT_RDWR)
    except OSError:
        return


def test_a_page_comes_through_a_proxy() -> None:
    """Plain HTTP asks the proxy for the whole address, with its credentials, which stay there."""
    with FaultServer() as proxy:
        proxy.answers["http://127.0.0.1:9/a"] = show(BODY)
        with Client(
            version="1",
            proxy=f"http://ada:se%20cret@127.0.0.1:{proxy.port}",
            allow_hosts=["127.0.0.1"],
        ) as client:
            answer = ask(client, "http://127.0.0.1:9/a")
    assert (answer.body, answer.ip) == (BODY, None)
    assert f"Proxy-Authorization: {proxy.asked[0].find_header('proxy-authorization')}" == (
        BASIC.decode()
    )
    assert "authorization" not in str(answer).lower()


@pytest.mark.parametrize("scheme", ["http", "https"])
def test_tls_goes_through_a_tunnel(authority: trustme.CA, ca_file: Path, scheme: str) -> None:
    """Through a proxy too, TLS and HTTP/2 are spoken with the page's own host."""
    certificate = authority.issue_cert("127.0.0.1")
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    certificate.configure_cert(context)
    proxy = TunnelProxy()
    with (
        FaultServer({"/": show(BODY)}, certificate=certificate) as server,
        proxy.serve(context if scheme == "https" else None) as port,
        Client(
            version="1",
            proxy=f"{scheme}://ada:se%20cret@127.0.0.1:{port}",
            allow_hosts=["127.0.0.1"],
            ca_file=str(ca_file),
            timeout=5,
        ) as client,
    ):
        answers = [ask(client, f"{server.root}/") for _ in range(2)]
    assert [answer.body for answer in answers] == [BODY, BODY]
    assert [answer.http_version for answer in answers] == ["HTTP/2", "HTTP/2"]
    assert len(proxy.heads) == 1
    assert BASIC in proxy.heads[0]
    assert not server.asked[0].find_header("proxy-authorization")


@pytest.mark.parametrize("target", ["http://127.0.0.1:9/", "https://localhost:9/"])
def test_a_proxy_is_no_way_to_a_private_address(target: str) -> None:
    """The proxy itself may be private, for it was named; what is fetched through it may not."""
    with (
        FaultServer() as proxy,
        Client(version="1", proxy=proxy.root) as client,
        pytest.raises(PrivateAddressError, match="--allow-host"),
    ):
        ask(client, target)
    with (
        FaultServer() as proxy,
        Client(version="1", proxy=proxy.root) as client,
        pytest.raises(PrivateAddressError),
    ):
        ask(client, f"{proxy.root}/")
    assert proxy.connections == 0


@pytest.mark.parametrize("status", [b"407 Proxy Authentication Required", b"502 Bad Gateway"])
def test_a_refusing_proxy_is_unreachable(status: bytes) -> None:
    """What the proxy says is told, and nothing of how we spoke to it."""
    proxy = TunnelProxy(b"HTTP/1.1 " + status + b"\r\nContent-Length: 0\r\n\r\n")
    with (
        proxy.serve() as port,
        Client(
            version="1", proxy=f"http://ada:secret@127.0.0.1:{port}", allow_hosts=["127.0.0.1"]
        ) as client,
        pytest.raises(UnreachableError, match=status.decode()) as raised,
    ):
        ask(client, "https://127.0.0.1:9/")
    assert "secret" not in str(raised.value)


def test_a_proxy_that_is_not_there_is_unreachable() -> None:
    """The message names the proxy, and not its password."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    with (
        Client(
            version="1", proxy=f"http://ada:secret@127.0.0.1:{port}", allow_hosts=["127.0.0.1"]
        ) as client,
        pytest.raises(FetchError, match=f"the proxy 127.0.0.1 port {port}") as raised,
    ):
        ask(client, "http://127.0.0.1:9/")
    assert "secret" not in str(raised.value)


def test_a_proxy_shows_no_password() -> None:
    """A proxy that is printed names its place alone."""
    assert repr(read_proxy("http://ada:secret@h.example")) == "http://h.example:80"
