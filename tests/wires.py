"""How the fault server speaks: HTTP/1.1 written by hand, HTTP/2 by h2, each as wrong as asked."""

from __future__ import annotations

import socket
import time
from collections.abc import Iterator
from http import HTTPStatus

import h2.config
import h2.connection
import h2.events

from tests.faults import FaultServer, Fields, Reply, reset
from tests.frames import FRAMES, SETTINGS_ACK, Frames


class GoneError(OSError):
    """The client has left."""


def serve_http1(server: FaultServer, wire: socket.socket) -> None:
    """Answer the requests of one connection, one after the other."""
    received = bytearray()
    while True:
        while b"\r\n\r\n" not in received:
            chunk = wire.recv(65536)
            if not chunk:
                return
            received += chunk
        head, _, rest = bytes(received).partition(b"\r\n\r\n")
        arrived, received = time.monotonic(), bytearray(rest)
        first, *lines = head.decode("latin-1").split("\r\n")
        _, path, protocol = first.split(" ", 2)
        pairs = (line.partition(":") for line in lines)
        headers = tuple((name, value.strip()) for name, _, value in pairs)
        reply = server.find_reply(path, headers)
        try:
            if not _answer_http1(server, wire, reply):
                return
        finally:
            server.note(path, protocol, arrived, reply, headers)


def _answer_http1(server: FaultServer, wire: socket.socket, reply: Reply) -> bool:
    """Answer; return whether the connection goes on."""
    server.stopping.wait(reply.delay)
    if reply.raw is not None:
        for piece in _cut(server, reply, reply.raw):
            wire.sendall(piece)
        return end(wire, reply, goes_on=False)
    if reply.sends is not None and reply.sends < 0:
        return end(wire, reply, goes_on=False)
    wire.sendall(_write_head(reply))
    if reply.status in (204, 304):
        return end(wire, reply, goes_on=True)
    for piece in _cut(server, reply, reply.body):
        wire.sendall(b"%x\r\n%s\r\n" % (len(piece), piece) if reply.is_chunked else piece)
    if reply.is_chunked and reply.sends is None:
        wire.sendall(b"0\r\n\r\n")
    has_end = reply.is_chunked or reply.length is None or reply.length >= 0
    return end(wire, reply, goes_on=has_end)


def _write_head(reply: Reply) -> bytes:
    known = {status.value: status.phrase for status in HTTPStatus}
    lines = [f"HTTP/1.1 {reply.status} {known.get(reply.status, 'Odd')}"]
    lines += [f"{name}: {value}" for name, value in reply.headers]
    if reply.is_chunked:
        lines.append("Transfer-Encoding: chunked")
    elif reply.length is None and not reply.is_endless and reply.status not in (204, 304):
        lines.append(f"Content-Length: {len(reply.body)}")
    elif reply.length is not None and reply.length >= 0:
        lines.append(f"Content-Length: {reply.length}")
    return "\r\n".join([*lines, "", ""]).encode("latin-1")


def _cut(server: FaultServer, reply: Reply, body: bytes) -> Iterator[bytes]:
    """Iterate over what is sent of a body, piece by piece, with the pauses between them."""
    while True:
        whole = body if reply.sends is None else body[: reply.sends]
        for start in range(0, len(whole), reply.piece):
            if start:
                server.stopping.wait(reply.pause)
            yield whole[start : start + reply.piece]
        if not reply.is_endless or server.stopping.wait(reply.pause):
            return


def end(wire: socket.socket, reply: Reply, *, goes_on: bool) -> bool:
    """End an answer as it ends; return whether the connection goes on."""
    if reply.ends == "well" and goes_on:
        return True
    if reply.ends == "reset":
        if reply.sends is None:
            # A reset takes back what was not read yet.
            time.sleep(0.1)
        reset(wire)
        return False
    if reply.ends != "stall":
        wire.shutdown(socket.SHUT_WR)
    # Unread bytes would turn the FIN into a reset.
    while wire.recv(65536):
        pass
    return False


class Http2Wire:
    """One HTTP/2 connection, as its server."""

    def __init__(self, server: FaultServer, wire: socket.socket) -> None:
        config = h2.config.H2Configuration(
            client_side=False,
            header_encoding="latin-1",
            validate_outbound_headers=False,
            normalize_outbound_headers=False,
        )
        self.server = server
        self.wire = wire
        self.state = h2.connection.H2Connection(config)
        self.waiting: list[tuple[int, Fields]] = []
        self._reset: set[int] = set()
        self.state.initiate_connection()
        self.flush()

    def flush(self) -> None:
        """Send what h2 has to say; without a word that settings were understood, if so asked."""
        data = self.state.data_to_send()
        self.wire.sendall(data if self.server.acks_settings else data.replace(SETTINGS_ACK, b""))

    def send(self, data: bytes) -> None:
        """Send raw bytes."""
        self.wire.sendall(data)

    def read(self) -> None:
        """Read from the client; raise ``GoneError`` at the end."""
        data = self.wire.recv(65536)
        if not data:
            raise GoneError
        for event in self.state.receive_data(data):
            if isinstance(event, h2.events.RequestReceived):
                fields = tuple((str(name), str(value)) for name, value in event.headers)
                self.waiting.append((event.stream_id, fields))
            elif isinstance(event, h2.events.StreamReset):
                self._reset.add(event.stream_id)
        self.flush()

    def send_head(self, stream: int, reply: Reply) -> None:
        """Send the headers of an answer."""
        headers = [(":status", str(reply.status))]
        headers += [(name.lower(), value) for name, value in reply.headers]
        if reply.length is None and not reply.is_endless and reply.status not in (204, 304):
            headers.append(("content-length", str(len(reply.body))))
        elif reply.length is not None and reply.length >= 0:
            headers.append(("content-length", str(reply.length)))
        has_body = reply.status not in (204, 304)
        encoded = [(name.encode("latin-1"), value.encode("latin-1")) for name, value in headers]
        self.state.send_headers(stream, encoded, end_stream=not has_body and reply.ends == "well")
        self.flush()

    def send_piece(self, stream: int, piece: bytes) -> None:
        """Send a part of a body as the client's windows let it."""
        while piece:
            room = self.state.local_flow_control_window(stream)
            room = min(room, self.state.max_outbound_frame_size)
            if stream in self._reset:
                raise GoneError
            if room <= 0:
                self.read()
                continue
            self.state.send_data(stream, piece[:room])
            self.flush()
            piece = piece[room:]

    def answer(self, stream: int, reply: Reply) -> bool:
        """Answer; return whether the connection goes on."""
        self.server.stopping.wait(reply.delay)
        if reply.raw is not None:
            self.send(reply.raw)
            return end(self.wire, reply, goes_on=False)
        if reply.frames is not None:
            frames: Frames = FRAMES[reply.frames]
            if frames(self, stream, reply):
                return True
            return end(self.wire, reply, goes_on=False)
        if reply.sends is not None and reply.sends < 0:
            return end(self.wire, reply, goes_on=False)
        self.send_head(stream, reply)
        if reply.status not in (204, 304):
            for piece in _cut(self.server, reply, reply.body):
                self.send_piece(stream, piece)
            if reply.sends is None:
                self.state.end_stream(stream)
                self.flush()
        return end(self.wire, reply, goes_on=True)


def serve_http2(server: FaultServer, wire: socket.socket) -> None:
    """Answer the requests of one connection, one after the other."""
    link = Http2Wire(server, wire)
    while True:
        while not link.waiting:
            link.read()
        stream, fields = link.waiting.pop(0)
        arrived = time.monotonic()
        path = next(value for name, value in fields if name == ":path")
        headers = tuple((name, value) for name, value in fields if not name.startswith(":"))
        reply = server.find_reply(path, headers)
        try:
            if not link.answer(stream, reply):
                return
        finally:
            server.note(path, "HTTP/2", arrived, reply, headers)
