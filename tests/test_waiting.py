"""Who asks for a file and leaves, or takes it slowly, keeps nobody else from theirs."""

from __future__ import annotations

import asyncio
import gc
import signal
import socket
import time
import warnings
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from http.client import HTTPResponse
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any
from urllib.parse import quote, urlsplit
from urllib.request import urlopen

import pytest
from datasette.app import Datasette
from datasette.utils.asgi import Request

from publish.errors import BusyError
from publish.exporting import CsvFile, make_csv
from publish.waiting import MOST_WAITING, Line, work_while_there
from tests.publishing import serve_database

# One row comes at once, and the others never.
ENDLESS = (
    "snapshot_id = (select snapshot_id from v1_sightings limit 1) or (with recursive n(i) as "
    "(select 1 union all select i + 1 from n) select count(*) from n) > 0"
)
LONG_CSV = f"versus/v1_sightings.csv?_where={quote(ENDLESS)}"


@contextmanager
def connect(address: str, path: str) -> Iterator[socket.socket]:
    """Ask a server for something, and leave with the block."""
    place = urlsplit(address)
    with socket.create_connection((place.hostname, place.port or 0), timeout=30) as client:
        client.sendall(f"GET /{path} HTTP/1.1\r\nHost: {place.netloc}\r\n\r\n".encode())
        yield client


def wait_for_busy(address: str) -> HTTPResponse:
    """Ask for what takes long until that is refused, and return the refusal."""
    with ExitStack() as clients:
        asked = [clients.enter_context(connect(address, LONG_CSV)) for _ in range(MOST_WAITING + 2)]
        for client in asked:
            client.settimeout(0.5)
        for _ in range(40):
            for client in asked:
                answer = HTTPResponse(client)
                try:
                    answer.begin()
                except TimeoutError:
                    continue
                answer.read()
                return answer
    raise TimeoutError


def test_who_leaves_is_waited_for_no_more(path: Path) -> None:
    """Past some who wait, a CSV is refused in a sentence; once they have gone, the next comes."""
    with serve_database(path) as (server, address):
        refused = wait_for_busy(address)
        assert (refused.status, refused.headers["retry-after"]) == (503, "30")
        assert refused.headers["cache-control"] == "no-store"
        began = time.monotonic()
        with urlopen(f"{address}versus/v1_quotes.csv", timeout=50) as answer:
            assert answer.status == 200
        assert time.monotonic() - began < 20
        server.send_signal(signal.SIGTERM)
        assert server.communicate(timeout=30)[1] == ""


def test_who_leaves_midway_is_sent_no_more(path: Path) -> None:
    """A client that goes while a file is sent leaves no line in the log for each piece of it."""
    rows = "with recursive n(i) as (select 1 union all select i + 1 from n where i < 9999) "
    many = f"versus.csv?sql={quote(rows + 'select hex(zeroblob(1000)) from n')}"
    with serve_database(path) as (server, address):
        for _ in range(3):
            with connect(address, many) as client:
                assert client.recv(1000).startswith(b"HTTP/1.1 200")
        with urlopen(f"{address}versus/v1_quotes.csv", timeout=50) as answer:
            assert answer.status == 200
        server.send_signal(signal.SIGTERM)
        assert server.communicate(timeout=30)[1] == ""


def test_server_ends_without_those_who_wait(path: Path) -> None:
    """A file that takes long keeps no server from ending soon, and leaves nothing in its log."""
    with serve_database(path) as (server, address), connect(address, LONG_CSV):
        with urlopen(f"{address}versus/v1_sites.json", timeout=30) as answer:
            assert answer.status == 200
        began = time.monotonic()
        server.send_signal(signal.SIGTERM)
        output, errors = server.communicate(timeout=50)
        assert time.monotonic() - began < 20
    assert output.split() == ["SIGTERM"]
    assert errors == ""


def test_one_who_waits_too_long_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """A turn comes within a time, or there is none; so ends a turn that never would."""
    line = Line()

    async def take(seconds: float) -> None:
        async with line.take_turn():
            await asyncio.sleep(seconds)

    async def take_both() -> Any:
        return await asyncio.gather(take(0.2), take(0), return_exceptions=True)

    monkeypatch.setattr("publish.waiting.SECONDS_TO_WAIT", 0.01)
    first, second = asyncio.run(take_both())
    assert first is None
    assert isinstance(second, BusyError)
    monkeypatch.setattr("publish.waiting.SECONDS_OF_A_TURN", 0.01)
    with pytest.raises(BusyError):
        asyncio.run(take(10))
    asyncio.run(take(0))


def test_work_ends_with_the_client() -> None:
    """Work for one who goes is cancelled; for one who stays, done, and what fails is told."""
    told: list[str] = []

    async def leave() -> dict[str, Any]:
        await asyncio.sleep(0)
        return {"type": "http.disconnect" if told else "http.request"}

    async def stay() -> dict[str, Any]:
        await asyncio.sleep(50)
        return {"type": "http.disconnect"}

    async def work(seconds: float) -> str:
        told.append("begun")
        await asyncio.sleep(seconds)
        return "done"

    async def fail() -> str:
        raise BusyError("No room")

    assert asyncio.run(work_while_there(leave, work(50))) is None
    assert told == ["begun"]
    assert asyncio.run(work_while_there(stay, work(0))) == "done"
    with pytest.raises(BusyError):
        asyncio.run(work_while_there(stay, fail()))


def test_work_given_up_leaves_nothing_unawaited(app: Datasette) -> None:
    """A client that goes before its CSV is begun leaves no warning in the log."""

    async def give_up(steps: int) -> None:
        scope = {"type": "http", "path": "/versus/v1_quotes.csv", "headers": []}
        url = {"url_route": {"kwargs": {"database": "versus", "table": "v1_quotes"}}}
        request = Request(scope | url | {"query_string": b"", "method": "GET"}, None)
        working = asyncio.ensure_future(make_csv(app, request))
        for _ in range(steps):
            await asyncio.sleep(0.0005)
        working.cancel()
        await asyncio.wait({working})
        if not working.cancelled():  # It was finished before, and is sent.
            await working.result().asgi_send(take)

    async def take(message: dict[str, Any]) -> None:
        await asyncio.sleep(0)

    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always")
        for steps in range(12):
            asyncio.run(give_up(steps))
        gc.collect()
    assert [str(each.message) for each in told] == []


def test_silent_client_holds_no_file(monkeypatch: pytest.MonkeyPatch) -> None:
    """A client that takes nothing for long is sent no more, and the file is let go of."""
    monkeypatch.setattr("publish.exporting.SECONDS_SILENT", 0.01)
    sent: list[str] = []

    async def send(message: dict[str, Any]) -> None:
        sent.append(message["type"])
        if "body" in message:
            await asyncio.sleep(50)

    with TemporaryFile("w+", encoding="utf-8") as file:
        file.write("a,b\n")
        asyncio.run(CsvFile(file, "x").asgi_send(send))
        assert file.closed
    assert sent == ["http.response.start", "http.response.body"]
