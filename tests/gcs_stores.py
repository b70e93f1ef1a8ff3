"""As much of Google Cloud Storage as gcsfs asks for, on the loopback; it stands for no promise."""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from tests.web_stores import RANGE, Server

OBJECT = re.compile(r"(/download)?/storage/v1/b/crawls/o/(.+)")
LIST = "/storage/v1/b/crawls/o"


@contextmanager
def serve_bucket(folder: Path) -> Iterator[dict[str, str]]:
    """Serve the files of a folder as the bucket ``crawls``; yield what those need who ask."""

    def describe(name: str) -> dict[str, Any]:
        size = (folder / name).stat().st_size
        return {"name": name, "bucket": "crawls", "size": str(size), "etag": f"{size}"}

    def list_objects(prefix: str) -> list[dict[str, Any]]:
        files = [path for path in folder.rglob("*") if path.is_file()]
        names = sorted(str(path.relative_to(folder)) for path in files)
        return [describe(name) for name in names if name.startswith(prefix)]

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            asked = urlsplit(self.path)
            prefix = parse_qs(asked.query).get("prefix", [""])[0]
            found = OBJECT.fullmatch(unquote(asked.path))
            if asked.path == LIST:
                self._answer(200, json.dumps({"items": list_objects(prefix)}).encode())
            elif found is None or not (folder / found[2]).is_file():
                self._answer(404, b"{}")
            elif found[1]:
                part = RANGE.fullmatch(self.headers["Range"])
                assert part is not None
                data = (folder / found[2]).read_bytes()
                self._answer(206, data[int(part[1]) : int(part[2]) + 1])
            else:
                self._answer(200, json.dumps(describe(found[2])).encode())

        def _answer(self, status: int, data: bytes) -> None:
            self.send_response(status)
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            """Say nothing."""

    with Server(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        yield {"STORAGE_EMULATOR_HOST": f"http://127.0.0.1:{server.server_port}"}
        server.shutdown()
        thread.join()
