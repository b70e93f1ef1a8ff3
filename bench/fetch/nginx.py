"""Bench: nginx on a free port of the loopback, for as long as a block lasts."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_SECONDS_TO_START = 10
# Debian has it where only root looks.
_PATH = f"{os.environ.get('PATH', os.defpath)}:/usr/sbin:/usr/local/sbin"
_CONFIG = """\
daemon off;
worker_processes 1;
pid {work}/nginx.pid;
error_log {work}/error.log;
events {{ worker_connections 256; }}
http {{
    access_log off;
    sendfile on;
    tcp_nopush on;
    types {{ application/xml xml; text/plain txt; }}
    default_type "text/html; charset=utf-8";
    client_body_temp_path {work}/body;
    proxy_temp_path {work}/proxy;
    fastcgi_temp_path {work}/fastcgi;
    uwsgi_temp_path {work}/uwsgi;
    scgi_temp_path {work}/scgi;
    server {{
        listen 127.0.0.1:{port};
        root {site};
    }}
}}
"""


class NginxError(Exception):
    """There is no nginx, or it does not start."""


def find_port() -> int:
    """Return a port of the loopback that is free now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def serve_folder(site: Path, work: Path, port: int) -> Iterator[None]:
    """Serve a folder with one worker of nginx; what nginx writes goes into ``work``.

    Raises ``NginxError``.
    """
    program = shutil.which("nginx", path=_PATH)
    if program is None:
        raise NginxError("there is no nginx on the PATH: install it (Debian: nginx-light)")
    work.mkdir()
    config = work / "nginx.conf"
    config.write_text(_CONFIG.format(work=work, site=site, port=port), encoding="utf-8")
    log = work / "error.log"
    server = subprocess.Popen([program, "-e", log, "-p", work, "-c", config])
    try:
        _wait_for(server, port, log)
        yield
    finally:
        server.terminate()
        server.wait()


def _wait_for(server: subprocess.Popen[bytes], port: int, log: Path) -> None:
    end = time.monotonic() + _SECONDS_TO_START
    while True:
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
            return
        except OSError as error:
            if server.poll() is not None or time.monotonic() > end:
                said = log.read_text(encoding="utf-8").strip() if log.exists() else ""
                raise NginxError(f"nginx does not answer on port {port}: {error}; {said}") from None
        time.sleep(0.02)
