"""A site on the loopback, for tests that fetch: real sockets, real HTTP, known answers."""

from __future__ import annotations

import threading
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import NamedTuple, Self, TypeAlias

HTML = {"Content-Type": "text/html; charset=utf-8"}


class Answer(NamedTuple):
    """What the site answers at one path; with ``is_cut`` it hangs up before the end."""

    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = {}  # noqa: RUF012 - never changed
    is_cut: bool = False


class Asked(NamedTuple):
    """A request as the site saw it."""

    path: str
    headers: dict[str, str]


Answering: TypeAlias = Answer | Callable[[], Answer]


def show(body: str, status: int = 200, **headers: str) -> Answer:
    """Answer with HTML."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Answer(body.encode(), status, HTML | named)


def redirect(target: str, status: int = 302) -> Answer:
    """Answer with a redirect."""
    return Answer(b"", status, {"Location": target})


class LoopbackSite:
    """Serves ``answers`` by path, 404 for others, and notes in ``asked`` what was asked."""

    def __init__(self, answers: dict[str, Answering] | None = None) -> None:
        self.answers: dict[str, Answering] = {**(answers or {})}
        self.asked: list[Asked] = []
        site = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                site.asked.append(Asked(self.path, dict(self.headers.items())))
                answering = site.answers.get(self.path, show("nothing here", 404))
                answer = answering() if callable(answering) else answering
                self.send_response(answer.status)
                for name, value in answer.headers.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(answer.body) + 9 * answer.is_cut))
                self.end_headers()
                self.wfile.write(answer.body)
                self.close_connection = answer.is_cut

            def log_message(self, format: str, *args: object) -> None:  # noqa: A002
                """Say nothing; ``asked`` tells."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.01,))
        self.port = self._server.server_port
        self.root = f"http://127.0.0.1:{self.port}"

    @property
    def paths(self) -> list[str]:
        """The paths asked for, in order."""
        return [asked.path for asked in self.asked]

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()
