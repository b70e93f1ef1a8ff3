"""Demo: serves the bundled site on the loopback.

The site is a set of files in the package; every address it has is known before the first
request, so a request can name no other file. Bodies, types and ETags never change while the
server runs. It listens on 127.0.0.1 only, and logs nothing.
"""

from __future__ import annotations

import hashlib
import socketserver
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import files
from importlib.resources.abc import Traversable
from threading import Thread
from typing import cast
from urllib.parse import unquote, urlsplit

from msgspec import Struct

_HOST = "127.0.0.1"
_TYPES = {
    "html": "text/html; charset=utf-8",
    "css": "text/css; charset=utf-8",
    "txt": "text/plain; charset=utf-8",
    "xml": "application/xml; charset=utf-8",
}
# These name addresses in full, and the port is known only once the server listens.
_WITH_ORIGIN = frozenset(("txt", "xml"))
_NOT_FOUND = "/404"


class _Page(Struct, frozen=True):
    content_type: str
    body: bytes
    etag: str


@contextmanager
def serve_demo_site(port: int = 0) -> Iterator[str]:
    """Serve the bundled site while the context lasts; yield its origin, ``http://127.0.0.1:PORT``.

    Port 0 takes any free one. Raises OSError where the port is taken.
    """
    with _Server((_HOST, port), _Handler) as server:
        origin = f"http://{_HOST}:{server.server_port}"
        server.pages = dict(_read_pages(files("versusdb").joinpath("demo_site"), "/", origin))
        thread = Thread(target=server.serve_forever, args=(0.05,), name="demo site", daemon=True)
        thread.start()
        try:
            yield origin
        finally:
            server.shutdown()
            thread.join()


def _read_pages(folder: Traversable, path: str, origin: str) -> Iterator[tuple[str, _Page]]:
    """Yield each address of the site with its page; pages stand without their ``.html``."""
    for file in folder.iterdir():
        if file.is_dir():
            yield from _read_pages(file, f"{path}{file.name}/", origin)
            continue
        stem, _, kind = file.name.rpartition(".")
        if kind not in _TYPES:
            continue
        body = file.read_bytes()
        if kind in _WITH_ORIGIN:
            body = body.replace(b"{origin}", origin.encode("ascii"))
        name = "" if file.name == "index.html" else stem if kind == "html" else file.name
        etag = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
        yield path + name, _Page(_TYPES[kind], body, etag)


class _Server(ThreadingHTTPServer):
    """A server whose threads die with it, and which asks no resolver for its own name."""

    daemon_threads = True
    pages: Mapping[str, _Page] = {}

    def server_bind(self) -> None:
        socketserver.TCPServer.server_bind(self)
        self.server_name, self.server_port = _HOST, self.socket.getsockname()[1]


class _Handler(BaseHTTPRequestHandler):
    server_version = "versusdb-demo"
    sys_version = ""
    timeout = 10.0

    def do_GET(self) -> None:
        """Answer with the page's head and body."""
        self.wfile.write(self._send_head())

    def do_HEAD(self) -> None:
        """Answer with the page's head alone."""
        self._send_head()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 -- inherited
        """Say nothing: standard error belongs to the command."""

    def _send_head(self) -> bytes:
        """Send status and headers; return the body that belongs to them."""
        pages = cast(_Server, self.server).pages
        path = unquote(urlsplit(self.path).path)
        page = pages.get(path) if path != _NOT_FOUND else None
        status = HTTPStatus.OK
        if page is None:
            status, page = HTTPStatus.NOT_FOUND, pages[_NOT_FOUND]
        elif page.etag in self.headers.get("If-None-Match", ""):
            status = HTTPStatus.NOT_MODIFIED
        self.send_response(status)
        if status != HTTPStatus.NOT_FOUND:
            self.send_header("ETag", page.etag)
        if status == HTTPStatus.NOT_MODIFIED:
            self.end_headers()
            return b""
        self.send_header("Content-Type", page.content_type)
        self.send_header("Content-Length", str(len(page.body)))
        self.end_headers()
        return page.body
