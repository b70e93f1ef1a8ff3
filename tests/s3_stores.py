"""An S3 on the loopback: moto's server, a process of its own, and what finds it there."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from tests.clusters import end, wait_until

SECONDS_TO_ANSWER = 20
RUNNING = re.compile(rb"Running on (http://127\.0\.0\.1:\d+)")


class S3:
    """A server; ``environment`` is what those need who ask it."""

    def __init__(self, root: str) -> None:
        self._root = root
        self.environment = {
            "AWS_ENDPOINT_URL": root,
            "AWS_ACCESS_KEY_ID": "somebody",
            "AWS_SECRET_ACCESS_KEY": "a secret",
            "AWS_DEFAULT_REGION": "us-east-1",
            # Nobody's own settings, and no machine in the cloud.
            "AWS_CONFIG_FILE": os.devnull,
            "AWS_SHARED_CREDENTIALS_FILE": os.devnull,
            "AWS_EC2_METADATA_DISABLED": "true",
        }

    def put(self, bucket: str, name: str = "", data: bytes = b"") -> None:
        """Make a bucket, or put a file into it."""
        self._ask("PUT", f"{bucket}/{quote(name)}".rstrip("/"), data)

    def delete(self, bucket: str, name: str) -> None:
        """Remove a file from a bucket."""
        self._ask("DELETE", f"{bucket}/{quote(name)}", b"")

    def _ask(self, method: str, path: str, data: bytes) -> None:
        # As a form, which is what it would be otherwise, it is searched through for fields.
        headers = {"Content-Type": "application/octet-stream", "Authorization": "AWS somebody:x"}
        asked = urllib.request.Request(f"{self._root}/{path}", data, headers, method=method)
        urllib.request.urlopen(asked, timeout=SECONDS_TO_ANSWER).close()


@contextmanager
def start_s3(folder: Path, **environment: str) -> Iterator[S3]:
    """Run a server, which writes its log into a folder."""
    log = folder / "s3.log"
    with log.open("wb") as file:
        process = subprocess.Popen(
            [sys.executable, "-m", "moto.server", "-H", "127.0.0.1", "-p", "0"],
            env={**os.environ, **environment},
            stdin=subprocess.DEVNULL,
            stdout=file,
            stderr=file,
        )
    try:
        wait_until(
            lambda: RUNNING.search(log.read_bytes()) is not None,
            lambda: process.poll() is not None,
        )
        found = RUNNING.search(log.read_bytes())
        assert found is not None
        yield S3(found[1].decode())
    finally:
        end(process)
