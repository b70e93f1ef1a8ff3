"""A site on the loopback with every fault that a site can show; also a process of its own.

``Reply`` says what comes back, and how it goes wrong; a path has one, or a script of them that is
used in turn, the last one for ever. The server speaks HTTP/1.1, or over TLS HTTP/1.1 and HTTP/2,
and logs what was asked, when, and when its answer ended. For tests that kill the client:

    python -m tests.faults --script replies.json --log asked.jsonl [--tls [--ca-file ca.pem]]

prints ``{"root": …}`` and serves until it is ended. The script is ``write_script(…)``; the log
has one ``Asked`` a line and is written through at the end of every answer.
"""

from __future__ import annotations

import argparse
import json
import signal
import socket
import ssl
import struct
import sys
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import TracebackType
from typing import IO, Literal, Self, TypeAlias

import msgspec
import trustme
from msgspec import Struct

Ending: TypeAlias = Literal["well", "close", "reset", "stall"]
Fields: TypeAlias = tuple[tuple[str, str], ...]
HTML_TYPE: Fields = (("Content-Type", "text/html; charset=utf-8"),)


class Reply(Struct, frozen=True, kw_only=True):
    """What a path answers.

    ``delay`` seconds pass before anything is sent. The body goes out in pieces of ``piece`` bytes
    with ``pause`` seconds between them, after ``sends`` bytes of it (0: after the headers, None:
    after all) the answer ``ends``; a negative ``sends`` ends it before its headers. ``is_endless``
    repeats the body for ever. ``length`` is the Content-Length that is stated: None the true one,
    negative none at all. With ``etag`` or ``last_modified`` a request that names it gets a 304.
    ``{root}`` in the body and in headers becomes the server's own address.

    ``raw`` is sent in place of everything; ``frames`` names one of ``tests.frames.FRAMES``, which
    stands in for the answer on HTTP/2.
    """

    status: int = 200
    headers: Fields = HTML_TYPE
    body: bytes = b""
    delay: float = 0
    piece: int = 16_384
    pause: float = 0
    sends: int | None = None
    ends: Ending = "well"
    length: int | None = None
    is_chunked: bool = False
    is_endless: bool = False
    etag: str | None = None
    last_modified: str | None = None
    raw: bytes | None = None
    frames: str | None = None


class Asked(Struct, frozen=True, kw_only=True):
    """One request: arrival and end of its answer, on the monotonic clock and by the wall's."""

    path: str
    protocol: str
    arrived: float
    ended: float
    arrived_at: str
    ended_at: str
    status: int
    headers: Fields

    def find_header(self, name: str) -> str | None:
        """Return the first header of this lower-case name."""
        return next((value for key, value in self.headers if key.lower() == name), None)


Answering: TypeAlias = Reply | Sequence[Reply] | Callable[[Fields], Reply]
NOT_FOUND = Reply(status=404, body=b"<title>Nothing</title><p>Nothing is here.</p>")


def show(body: str | bytes, **fields: object) -> Reply:
    """Answer with a page."""
    whole = body.encode() if isinstance(body, str) else body
    return msgspec.structs.replace(Reply(body=whole), **fields)


def redirect(target: str, status: int = 302) -> Reply:
    """Answer with a redirect."""
    return Reply(status=status, headers=(("Location", target),))


def write_script(answers: Mapping[str, Reply | Sequence[Reply]]) -> bytes:
    """Write answers as the script that ``python -m tests.faults`` reads."""
    listed = {
        path: [answer] if isinstance(answer, Reply) else list(answer)
        for path, answer in answers.items()
    }
    return msgspec.json.encode(listed)


class FaultServer:
    """Serves ``answers`` by path, 404 for others, and notes in ``asked`` what was asked.

    ``certificate`` picks the one that TLS shows; ``ca`` is what a client is to trust.
    """

    def __init__(
        self,
        answers: Mapping[str, Answering] | None = None,
        *,
        certificate: trustme.LeafCert | None = None,
        protocols: Sequence[str] = ("h2", "http/1.1"),
        port: int = 0,
        log: Path | None = None,
        acks_settings: bool = True,
    ) -> None:
        self.answers: dict[str, Answering] = {**(answers or {})}
        self.asked: list[Asked] = []
        self.connections = 0
        self.acks_settings = acks_settings
        self.stopping = threading.Event()
        self._turns: dict[str, int] = {}
        self._lock = threading.Lock()
        self._log = log
        self._log_file: IO[bytes] | None = None
        self._context = None if certificate is None else _speak_tls(certificate, protocols)
        self._open: set[socket.socket] = set()
        self._threads: list[threading.Thread] = []
        self._server = socket.create_server(("127.0.0.1", port), backlog=64)
        self.port: int = self._server.getsockname()[1]
        self.root = f"http{'s' if certificate else ''}://127.0.0.1:{self.port}"

    @property
    def paths(self) -> list[str]:
        """The paths asked for, in order of arrival."""
        return [asked.path for asked in sorted(self.asked, key=lambda asked: asked.arrived)]

    def wait(self) -> None:
        """Wait until all connections have ended: then ``asked`` is whole."""
        while self._open:
            time.sleep(0.01)

    def find_reply(self, path: str, headers: Fields) -> Reply:
        """Take the path's next reply; of one that has validators, a 304 for who names them."""
        answering = self.answers.get(path, NOT_FOUND)
        if isinstance(answering, Reply):
            reply = answering
        elif callable(answering):
            reply = answering(headers)
        else:
            with self._lock:
                turn = self._turns.get(path, 0)
                self._turns[path] = turn + 1
            reply = answering[min(turn, len(answering) - 1)]
        return self._fill(_judge_validators(reply, headers))

    def _fill(self, reply: Reply) -> Reply:
        filled = tuple((name, value.replace("{root}", self.root)) for name, value in reply.headers)
        body = reply.body.replace(b"{root}", self.root.encode())
        return msgspec.structs.replace(reply, headers=filled, body=body)

    def note(self, path: str, protocol: str, arrived: float, reply: Reply, headers: Fields) -> None:
        """Log one exchange that has just ended."""
        ended, now = time.monotonic(), datetime.now(UTC)
        asked = Asked(
            path=path,
            protocol=protocol,
            arrived=arrived,
            ended=ended,
            arrived_at=(now - timedelta(seconds=ended - arrived)).isoformat(),
            ended_at=now.isoformat(),
            status=reply.status,
            headers=headers,
        )
        with self._lock:
            self.asked.append(asked)
            if self._log_file is not None:
                self._log_file.write(msgspec.json.encode(asked) + b"\n")

    def _accept(self) -> None:
        while True:
            try:
                connection, _ = self._server.accept()
            except OSError:
                return
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            self.connections += 1
            thread = threading.Thread(target=self._serve, args=(connection,), daemon=True)
            with self._lock:
                self._open.add(connection)
                self._threads.append(thread)
            thread.start()

    def _serve(self, connection: socket.socket) -> None:
        from tests.wires import serve_http1, serve_http2

        wire: socket.socket = connection
        try:
            if self._context is not None:
                wire = self._context.wrap_socket(connection, server_side=True)
                with self._lock:
                    self._open.add(wire)
            is_http2 = isinstance(wire, ssl.SSLSocket) and wire.selected_alpn_protocol() == "h2"
            (serve_http2 if is_http2 else serve_http1)(self, wire)
        except (OSError, ssl.SSLError):
            # The client has gone, or does not trust the certificate.
            return
        finally:
            with self._lock:
                self._open -= {connection, wire}
            wire.close()

    def __enter__(self) -> Self:
        if self._log is not None:
            self._log_file = self._log.open("ab", buffering=0)
        self._threads.append(threading.Thread(target=self._accept, daemon=True))
        self._threads[0].start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stopping.set()
        # A listening socket is woken from accept() by shutdown, not by close.
        self._server.shutdown(socket.SHUT_RDWR)
        self._server.close()
        with self._lock:
            waiting, threads = list(self._open), list(self._threads)
        for connection in waiting:
            with suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)
        for thread in threads:
            thread.join(5)
        if self._log_file is not None:
            self._log_file.close()


def reset(wire: socket.socket) -> None:
    """End a connection with RST in place of FIN."""
    wire.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    wire.close()


def _judge_validators(reply: Reply, headers: Fields) -> Reply:
    named = {name.lower(): value for name, value in headers}
    own = {"ETag": reply.etag, "Last-Modified": reply.last_modified}
    stated = tuple((name, value) for name, value in own.items() if value is not None)
    asks = {"ETag": named.get("if-none-match"), "Last-Modified": named.get("if-modified-since")}
    if any(value == asks[name] for name, value in stated):
        return Reply(status=304, headers=stated, delay=reply.delay)
    return msgspec.structs.replace(reply, headers=(*reply.headers, *stated))


def _speak_tls(certificate: trustme.LeafCert, protocols: Sequence[str]) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    certificate.configure_cert(context)
    context.set_alpn_protocols(list(protocols))
    return context


def _main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.faults")
    parser.add_argument("--script", type=Path, help="answers, as write_script() writes them")
    parser.add_argument("--log", type=Path, help="one line of JSON for every request")
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--tls", action="store_true", help="TLS with HTTP/2")
    parser.add_argument("--ca-file", type=Path, help="where to write the authority to trust")
    named = parser.parse_args()
    # Before any thread is there: a signal that one of them took would end the process.
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGTERM, signal.SIGINT})
    script = named.script.read_bytes() if named.script else b"{}"
    answers: dict[str, list[Reply]] = msgspec.json.decode(script, type=dict[str, list[Reply]])
    authority = trustme.CA()
    if named.ca_file:
        authority.cert_pem.write_to_path(str(named.ca_file))
    certificate = authority.issue_cert("127.0.0.1", "localhost") if named.tls else None
    with FaultServer(answers, certificate=certificate, port=named.port, log=named.log) as server:
        sys.stdout.write(json.dumps({"root": server.root, "port": server.port}) + "\n")
        sys.stdout.flush()
        signal.sigwait({signal.SIGTERM, signal.SIGINT})


if __name__ == "__main__":
    _main()
