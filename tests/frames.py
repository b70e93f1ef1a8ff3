"""HTTP/2 answers that h2 would not send: each is written frame by frame.

Each function sends the answer to one stream and returns whether the connection goes on.
"""

from __future__ import annotations

import struct
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeAlias

import h2.errors
import hpack

if TYPE_CHECKING:
    from tests.faults import Reply
    from tests.wires import Http2Wire

Frames: TypeAlias = "Callable[[Http2Wire, int, Reply], bool]"

DATA, HEADERS, RST_STREAM, SETTINGS, PUSH_PROMISE, PING, GOAWAY = 0, 1, 3, 4, 5, 6, 7
CONTINUATION = 9
END_STREAM, ACK, END_HEADERS = 1, 1, 4


def write_frame(kind: int, flags: int, stream: int, payload: bytes) -> bytes:
    """Write one frame (RFC 9113, section 4.1)."""
    return struct.pack(">I", len(payload))[1:] + struct.pack(">BBI", kind, flags, stream) + payload


SETTINGS_ACK = write_frame(SETTINGS, ACK, 0, b"")


def write_headers(link: Http2Wire, stream: int, fields: list[tuple[str, str]]) -> bytes:
    """Write a whole HEADERS frame of any fields."""
    return write_frame(HEADERS, END_HEADERS, stream, link.state.encoder.encode(fields))


def send_half(link: Http2Wire, stream: int, reply: Reply) -> None:
    """Send the headers and half of the body."""
    link.send_head(stream, reply)
    link.send_piece(stream, reply.body[: len(reply.body) // 2])


def reset_before(link: Http2Wire, stream: int, reply: Reply) -> bool:
    """Refuse the stream."""
    link.state.reset_stream(stream, h2.errors.ErrorCodes.REFUSED_STREAM)
    link.flush()
    return True


def reset_body(link: Http2Wire, stream: int, reply: Reply) -> bool:
    """Reset the stream in the middle of the body."""
    send_half(link, stream, reply)
    link.state.reset_stream(stream, h2.errors.ErrorCodes.INTERNAL_ERROR)
    link.flush()
    return True


def goaway_before(link: Http2Wire, stream: int, reply: Reply) -> bool:
    """Leave without an answer."""
    link.send(write_frame(GOAWAY, 0, 0, struct.pack(">II", 0, 0)))
    return False


def goaway_body(link: Http2Wire, stream: int, reply: Reply) -> bool:
    """Leave in the middle of the body."""
    send_half(link, stream, reply)
    link.send(write_frame(GOAWAY, 0, 0, struct.pack(">II", stream, 2)))
    return False


def goaway_after(link: Http2Wire, stream: int, reply: Reply) -> bool:
    """Answer, and leave: the connection is not to be used again."""
    link.send_head(stream, reply)
    link.send_piece(stream, reply.body)
    last = write_frame(DATA, END_STREAM, stream, b"")
    link.send(last + write_frame(GOAWAY, 0, 0, struct.pack(">II", stream, 0)))
    return False


def goaway_patient(link: Http2Wire, stream: int, reply: Reply) -> bool:
    """Announce to leave after this answer, and give it, as nginx does."""
    link.send(write_frame(GOAWAY, 0, 0, struct.pack(">II", stream, 0)))
    link.send_head(stream, reply)
    link.send_piece(stream, reply.body)
    link.send(write_frame(DATA, END_STREAM, stream, b""))
    return False


def goaway_refused(link: Http2Wire, stream: int, reply: Reply) -> bool:
    """Leave, and name the stream before this one as the last that is answered."""
    link.send(write_frame(GOAWAY, 0, 0, struct.pack(">II", max(stream - 2, 0), 0)))
    return False


def header_bomb(link: Http2Wire, stream: int, reply: Reply) -> bool:
    """Send one header of 4,000 bytes, then name it 10,000 times, a byte each."""
    encoder = hpack.Encoder()
    block = encoder.encode([(":status", "200"), ("x-bomb", "x" * 3_900)]) + b"\xbe" * 10_000
    link.send(write_frame(HEADERS, END_HEADERS, stream, block))
    return False


def header_flood(link: Http2Wire, stream: int, reply: Reply) -> bool:
    """Send headers that never end."""
    link.send(write_frame(HEADERS, 0, stream, link.state.encoder.encode([(":status", "200")])))
    while not link.server.stopping.is_set():
        link.send(write_frame(CONTINUATION, 0, stream, b""))
    return False


def interim_flood(link: Http2Wire, stream: int, reply: Reply) -> bool:
    """Announce an answer for ever."""
    while not link.server.stopping.is_set():
        fields = [(":status", "103"), ("link", "</style.css>; rel=preload")]
        link.send(write_headers(link, stream, fields) * 100)
    return False


def ping_flood(link: Http2Wire, stream: int, reply: Reply) -> bool:
    """Ask for a sign of life for ever, and answer nothing."""
    while not link.server.stopping.is_set():
        link.send(write_frame(PING, ACK, 0, b"12345678") * 1_000)
    return False


def empty_flood(link: Http2Wire, stream: int, reply: Reply) -> bool:
    """Send a body of nothing for ever."""
    link.send_head(stream, reply)
    while not link.server.stopping.is_set():
        link.send(write_frame(DATA, 0, stream, b"") * 1_000)
    return False


def bad_status(link: Http2Wire, stream: int, reply: Reply) -> bool:
    """Answer with a status that is no number."""
    link.send(write_headers(link, stream, [(":status", "fine")]))
    return False


def line_break(link: Http2Wire, stream: int, reply: Reply) -> bool:
    """Answer with a header that would be two in HTTP/1.1."""
    link.send(write_headers(link, stream, [(":status", "200"), ("x-a", "b\r\nx-c: d")]))
    return False


def push(link: Http2Wire, stream: int, reply: Reply) -> bool:
    """Promise what was refused in the settings."""
    block = link.state.encoder.encode([(":method", "GET"), (":path", "/pushed")])
    link.send(write_frame(PUSH_PROMISE, END_HEADERS, stream, struct.pack(">I", 2) + block))
    return False


def body_first(link: Http2Wire, stream: int, reply: Reply) -> bool:
    """Send the body before any headers."""
    link.send(write_frame(DATA, END_STREAM, stream, reply.body))
    return False


def giant_frame(link: Http2Wire, stream: int, reply: Reply) -> bool:
    """Announce a frame larger than the settings allow."""
    link.send(write_frame(DATA, 0, stream, b"x" * 20_000))
    return False


def rubbish(link: Http2Wire, stream: int, reply: Reply) -> bool:
    """Send what are no frames."""
    link.send(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok")
    return False


def trailers(link: Http2Wire, stream: int, reply: Reply) -> bool:
    """Answer well, with trailers behind the body."""
    link.send_head(stream, reply)
    link.send_piece(stream, reply.body)
    block = link.state.encoder.encode([("x-checksum", "1")])
    link.send(write_frame(HEADERS, END_HEADERS | END_STREAM, stream, block))
    return True


FRAMES: dict[str, Frames] = {
    function.__name__: function
    for function in (
        reset_before, reset_body, goaway_before, goaway_body, goaway_after, goaway_patient,
        goaway_refused, header_bomb,
        header_flood, interim_flood, ping_flood, empty_flood, bad_status, line_break, push,
        body_first, giant_frame, rubbish, trailers,
    )
}  # fmt: skip
