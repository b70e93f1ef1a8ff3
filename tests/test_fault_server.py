"""The fault server does what its replies say, also as a process of its own."""

from __future__ import annotations

import json
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import msgspec

from scraper.client import Client
from tests.faults import Asked, FaultServer, Reply, redirect, show, write_script
from tests.test_faults import BODY, ask


def open_client() -> Client:
    """Return a client for plain HTTP."""
    return Client(version="1", allow_hosts=["127.0.0.1"])


def test_a_script_is_used_in_turn() -> None:
    """A host that fails twice and then answers, for ever; times and headers are in the log."""
    waits = Reply(status=503, headers=(("Retry-After", "1"),))
    with FaultServer({"/": [waits, waits, show(BODY)]}) as server, open_client() as client:
        answers = [ask(client, f"{server.root}/") for _ in range(4)]
    assert [answer.status for answer in answers] == [503, 503, 200, 200]
    assert answers[0].find_header("retry-after") == "1"
    assert [asked.status for asked in server.asked] == [503, 503, 200, 200]
    assert all(one.ended <= two.arrived for one, two in pairwise(server.asked))
    assert server.asked[0].find_header("user-agent") == "versusdb/1"


def test_validators_may_lie() -> None:
    """A 304 for what has changed, and one with another tag than was asked about."""
    changed = [show(BODY, etag="a"), Reply(status=304, headers=(("ETag", "b"),)), show(b"new")]
    with FaultServer({"/": changed}) as server, open_client() as client:
        tags = (("If-None-Match", "a"),)
        answers = [ask(client, f"{server.root}/", headers=tags) for _ in range(3)]
    assert [answer.status for answer in answers] == [304, 304, 200]
    assert [answer.find_header("etag") for answer in answers] == ["a", "b", None]


def test_the_address_is_filled_in() -> None:
    """A redirect and a sitemap name the server that they come from."""
    answers = {"/": redirect("{root}/a"), "/sitemap.xml": show("<loc>{root}/a</loc>")}
    with FaultServer(answers) as server, open_client() as client:
        moved, listed = (
            ask(client, f"{server.root}/"),
            ask(client, f"{server.root}/sitemap.xml"),
        )
    assert moved.find_header("location") == f"{server.root}/a"
    assert listed.body == f"<loc>{server.root}/a</loc>".encode()


def test_the_server_runs_as_a_process(tmp_path: Path) -> None:
    """It prints where it is, serves a script over TLS, and its log outlives it."""
    script, log, ca_file = (tmp_path / name for name in ("replies.json", "log.jsonl", "ca.pem"))
    script.write_bytes(write_script({"/": [Reply(status=500), show(BODY, etag="x")]}))
    command = [sys.executable, "-m", "tests.faults", "--tls", "--script", str(script)]
    command += ["--log", str(log), "--ca-file", str(ca_file)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=Path(__file__).parent.parent) as run:
        assert run.stdout
        root = json.loads(run.stdout.readline())["root"]
        with Client(version="1", allow_hosts=["127.0.0.1"], ca_file=str(ca_file)) as client:
            assert [ask(client, f"{root}/").status for _ in range(2)] == [500, 200]
        run.terminate()
    asked = [msgspec.json.decode(line, type=Asked) for line in log.read_bytes().splitlines()]
    assert [(each.path, each.protocol, each.status) for each in asked] == [
        ("/", "HTTP/2", 500),
        ("/", "HTTP/2", 200),
    ]
