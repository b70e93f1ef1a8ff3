"""Whatever bytes a server sends, a fetch ends in a response or in an error of ours."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import hpack
import pytest
import trustme
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scraper.client import Client
from scraper.errors import FetchError
from tests.faults import FaultServer, Reply
from tests.frames import (
    CONTINUATION,
    DATA,
    END_HEADERS,
    END_STREAM,
    GOAWAY,
    HEADERS,
    PING,
    PUSH_PROMISE,
    RST_STREAM,
    SETTINGS,
    write_frame,
)
from tests.test_faults import ask

HTTP1 = [
    b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello",
    b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5;x=1\r\nhello\r\n0\r\nX: y\r\n\r\n",
    b"HTTP/1.1 103 Early\r\nLink: a\r\n\r\nHTTP/1.0 301 Moved\r\nLocation: http://[\xff\r\n\r\nbody",
    b'HTTP/1.1 304 Not Modified\r\nETag: "x"\r\nContent-Encoding: br\r\n\r\n',
    b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 3\r\n\r\n\x1f\x8b\x08",
]

# Numbers of headers are those of hpack's static table, so that a frame may stand anywhere.
HEAD = hpack.Encoder().encode([(":status", "200"), ("content-length", "5")])
FRAMES = [
    write_frame(HEADERS, END_HEADERS, 1, HEAD),
    write_frame(HEADERS, END_HEADERS, 1, b"\x88"),
    write_frame(DATA, 0, 1, b"hello"),
    write_frame(DATA, END_STREAM, 1, b""),
    write_frame(SETTINGS, 0, 0, b"\0\3\0\0\0\0"),
    write_frame(GOAWAY, 0, 0, b"\0\0\0\1\0\0\0\0"),
    write_frame(RST_STREAM, 0, 1, b"\0\0\0\1"),
    write_frame(PING, 0, 0, b"12345678"),
    write_frame(CONTINUATION, END_HEADERS, 1, b"\x88"),
    write_frame(PUSH_PROMISE, END_HEADERS, 1, b"\0\0\0\2\x88"),
]

edits = st.lists(st.tuples(st.floats(0, 1), st.integers(0, 20), st.binary(max_size=4)), max_size=4)
any_frame = st.builds(
    write_frame, st.integers(0, 12), st.integers(0, 255), st.integers(0, 3), st.binary(max_size=20)
)
nonsense = {
    "HTTP/1.1": st.sampled_from(HTTP1),
    "HTTP/2": st.lists(st.sampled_from(FRAMES) | any_frame, max_size=8).map(b"".join),
}


def edit(data: bytes, edits: list[tuple[float, int, bytes]]) -> bytes:
    """Replace so many bytes at these places."""
    for place, length, new in edits:
        start = int(place * len(data))
        data = data[:start] + new + data[start + length :]
    return data


@pytest.fixture(scope="module")
def servers(authority: trustme.CA) -> Iterator[dict[str, FaultServer]]:
    """Serve each protocol."""
    certificate = authority.issue_cert("127.0.0.1")
    with FaultServer() as plain, FaultServer(certificate=certificate) as tls:
        yield {"HTTP/1.1": plain, "HTTP/2": tls}


@pytest.mark.parametrize("protocol", ["HTTP/1.1", "HTTP/2"])
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(data=st.data(), edits=edits)
def test_no_bytes_are_a_bug(
    servers: dict[str, FaultServer],
    ca_file: Path,
    protocol: str,
    data: st.DataObject,
    edits: list[tuple[float, int, bytes]],
) -> None:
    """Answers that were cut, garbled or shuffled give a response or a ``FetchError``."""
    server = servers[protocol]
    answer = edit(data.draw(nonsense[protocol]), edits)
    server.answers = {"/": Reply(raw=answer)}
    with Client(
        version="1", allow_hosts=["127.0.0.1"], ca_file=str(ca_file), timeout=1, deadline=2
    ) as client:
        try:
            outcome = str(ask(client, f"{server.root}/").status)
        except FetchError as error:
            outcome = str(error)
    assert outcome
