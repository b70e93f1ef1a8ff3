"""A store on the loopback: the files of a folder over HTTP, in parts as object stores do it."""

from __future__ import annotations

import re
import socket
import struct
import threading
from collections import Counter
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import TracebackType
from typing import Self
from urllib.parse import unquote

RANGE = re.compile(r"bytes=(\d+)-(\d*)")
SECONDS_TO_WAIT = 60


class Gate:
    """Keeps those waiting who ask for a file; ``reached`` once somebody does."""

    def __init__(self) -> None:
        self.reached = threading.Event()
        self._is_open = threading.Event()

    def pass_through(self) -> None:
        """Wait until it is open."""
        self.reached.set()
        self._is_open.wait(SECONDS_TO_WAIT)

    def open(self) -> None:
        """Let everybody through, from now on."""
        self._is_open.set()


class Server(ThreadingHTTPServer):
    """A server that says nothing of clients that are gone: some are killed."""

    daemon_threads = True

    def handle_error(self, *_: object) -> None:
        """Say nothing."""


class WebStore:
    """Serves the files of a folder; ``read`` counts by name how often parts of them were given.

    A file with an entry in ``refused`` is answered with that status; of one with an entry in
    ``broken`` so many parts are not given, and the connection ends.
    """

    def __init__(self, folder: Path, *, has_parts: bool = True) -> None:
        """Take the folder; without ``has_parts`` a file is given whole or not at all."""
        self._has_parts = has_parts
        self.read: Counter[str] = Counter()
        self.refused: dict[str, int] = {}
        self.broken: Counter[str] = Counter()
        self._gates: dict[str, Gate] = {}
        store = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_HEAD(self) -> None:
                name = unquote(self.path[1:])
                path = folder / name
                status = store.refused.get(name, 200 if path.is_file() else 404)
                self._begin(status, path.stat().st_size if status == 200 else 0, path)

            def do_GET(self) -> None:
                name = unquote(self.path[1:])
                path = folder / name
                status = store.refused.get(name, 200 if path.is_file() else 404)
                if name in store._gates:
                    store._gates[name].pass_through()
                if store.broken[name]:
                    store.broken[name] -= 1
                    self._hang_up()
                    return
                data = path.read_bytes() if status == 200 else b""
                found = RANGE.fullmatch(self.headers.get("Range", ""))
                if data and found and store._has_parts:
                    first = int(found[1])
                    data, status = data[first : int(found[2] or len(data)) + 1], 206
                store.read[name] += 1
                self._begin(status, len(data), path)
                self.wfile.write(data)

            def _hang_up(self) -> None:
                """End the connection, as a machine does that goes down."""
                at_once = struct.pack("ii", 1, 0)
                self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, at_once)
                self.connection.close()
                self.close_connection = True

            def _begin(self, status: int, length: int, path: Path) -> None:
                self.send_response(status)
                self.send_header("Content-Length", str(length))
                if status < 300:
                    self.send_header("ETag", f'"{path.stat().st_mtime_ns}"')
                self.end_headers()

            def log_message(self, format: str, *args: object) -> None:  # noqa: A002
                """Say nothing; ``read`` tells."""

        self._server = Server(("127.0.0.1", 0), Handler)
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.01,))
        self.root = f"http://127.0.0.1:{self._server.server_port}"

    def hold(self, name: str) -> Gate:
        """Keep those waiting who ask for a file."""
        self._gates[name] = Gate()
        return self._gates[name]

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for gate in self._gates.values():
            gate.open()
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()
