"""Archive: HTTP messages as WARC records hold them: a start line, headers, a body.

Header bytes are read and written as Latin-1, as the client keeps them. A body is kept after
transfer and content decoding; the headers that speak of its coded form go out under other names
(``X-Archive-Orig-Content-Encoding`` and so on) and get theirs back when they come in.
"""

from __future__ import annotations

import re

from msgspec import Struct

from scraper.decoding import GZIP_MAGIC, BodyDecoder
from scraper.errors import BodyTooLargeError, BrokenResponseError
from scraper.response import Headers

HEAD_BYTES = 1_048_576
ORIGINAL = "X-Archive-Orig-"
CODING = "(?:Content-Encoding|Transfer-Encoding|Content-Length)"
OF_CODING = re.compile(f"(?:{ORIGINAL})*{CODING}", re.IGNORECASE)
OF_CODING_BEFORE = re.compile(f"(?:{ORIGINAL})+{CODING}", re.IGNORECASE)
STATUS_LINE = re.compile(rb"(HTTP/\d(?:\.\d)?) +([1-9]\d\d)(?: |$)")
CHUNK_SIZE = re.compile(rb"([0-9A-Fa-f]{1,15})[ \t]*(?:;[^\r\n]*)?\r?\n")
END_OF_LINE = re.compile(r"[\r\n]+[ \t]*")


class Message(Struct, frozen=True):
    """One HTTP message as it stands in a record."""

    start_line: bytes
    headers: Headers
    body: bytes

    def find_header(self, name: str) -> str | None:
        """Return the first header of this lower-case name."""
        return next((value for key, value in self.headers if key.lower() == name), None)

    def read_status(self) -> tuple[str, int]:
        """Return the HTTP version and the status of a response."""
        found = STATUS_LINE.match(self.start_line)
        if found is None:
            raise BrokenResponseError(
                f"got {self.start_line[:40]!r}, expected HTTP/1.1 and a status"
            )
        return found[1].decode(), int(found[2])


def read_message(block: bytes) -> Message:
    """Read a message; raise ``BrokenResponseError`` if its head has no end."""
    lines: list[bytes] = []
    start = 0
    while True:
        end = block.find(b"\n", start, HEAD_BYTES) + 1
        line = block[start:end].rstrip(b"\r\n")
        if not end:
            raise BrokenResponseError("the head of the HTTP message has no end")
        start = end
        if not line:
            break
        if line[0] in b" \t" and len(lines) > 1:
            lines[-1] += b" " + line.strip(b" \t")
        else:
            lines.append(line)
    return Message(lines[0] if lines else b"", read_headers(lines[1:]), block[start:])


def read_headers(lines: list[bytes]) -> Headers:
    """Read header lines; one without a colon is none."""
    parts = (line.partition(b":") for line in lines)
    return tuple(
        (name.strip(b" \t").decode("latin-1"), value.strip(b" \t").decode("latin-1"))
        for name, colon, value in parts
        if colon
    )


def write_message(start_line: str, headers: Headers, body: bytes = b"") -> bytes:
    """Write a message; what a header cannot hold becomes a space or a question mark."""
    lines = [start_line, *(f"{name}: {END_OF_LINE.sub(' ', value)}" for name, value in headers)]
    return "\r\n".join([*lines, "", ""]).encode("latin-1", "replace") + body


def rename_coding(headers: Headers, length: int) -> Headers:
    """Put headers that speak of the coded form aside, and state the length of the decoded one."""
    renamed = [
        (ORIGINAL + name if OF_CODING.fullmatch(name) else name, value) for name, value in headers
    ]
    return (*renamed, ("Content-Length", str(length)))


def restore_coding(headers: Headers, *, is_ours: bool) -> Headers:
    """Give the headers of the coded form their names back.

    What was put in their place goes: in our own records all of it, in those of others what has
    an original.
    """
    originals = {name.lower() for name, _ in headers if OF_CODING_BEFORE.fullmatch(name)}
    restored = []
    for name, value in headers:
        if name.lower() in originals:
            restored.append((name[len(ORIGINAL) :], value))
        elif not OF_CODING.fullmatch(name) or not (
            is_ours or f"{ORIGINAL}{name}".lower() in originals
        ):
            restored.append((name, value))
    return tuple(restored)


def decode_body(message: Message, max_bytes: int) -> bytes:
    """Undo transfer and content coding.

    Some crawlers decode the body and leave the headers as they came; such a body is seen not to
    be what they say, and taken as it is. Raises ``BrokenResponseError`` and
    ``BodyTooLargeError``.
    """
    body = message.body
    transfer = (message.find_header("transfer-encoding") or "").lower()
    if "chunked" in transfer:
        body = join_chunks(body)
    encoding = message.find_header("content-encoding") or ""
    check_length(message, encoding, transfer)
    if "gzip" in encoding.lower() and not body.startswith(GZIP_MAGIC):
        encoding = ""
    decoder = BodyDecoder(encoding, max_bytes)
    decoder.feed(body)
    if decoder.is_over:
        raise BodyTooLargeError(f"the body is larger than {max_bytes:,} bytes")
    decoder.finish()
    return decoder.body


def check_length(message: Message, encoding: str, transfer: str) -> None:
    """Raise ``BrokenResponseError`` for a body that is shorter than its header says."""
    stated = message.find_header("content-length") or ""
    is_plain = not transfer and encoding.strip().lower() in ("", "identity")
    if is_plain and stated.isdecimal() and len(message.body) < int(stated):
        raise BrokenResponseError(
            f"the body has {len(message.body):,} bytes, expected {int(stated):,}"
        )


def join_chunks(body: bytes) -> bytes:
    """Join the chunks of a body, if it has any; raise ``BrokenResponseError`` if it breaks off."""
    parts: list[bytes] = []
    start = 0
    while found := CHUNK_SIZE.match(body, start):
        size = int(found[1], 16)
        if size == 0:
            return b"".join(parts)
        start = found.end() + size
        parts.append(body[found.end() : start])
        line_end = body[start : start + 2]
        if len(line_end) < 2 and start >= len(body):
            raise BrokenResponseError("the body ends within a chunk")
        start += 2 if line_end == b"\r\n" else line_end[:1] == b"\n"
    if parts:
        raise BrokenResponseError("the chunks of the body are broken")
    return body
