"""Fetch: content decoding that never makes more bytes than it was allowed.

A few kilobytes of gzip can stand for gigabytes. The limit is therefore given to zlib itself,
and what would pass it is not decompressed.
"""

from __future__ import annotations

import zlib

from scraper.errors import BrokenResponseError

GZIP_WINDOW = 16 + zlib.MAX_WBITS
GZIP_MAGIC = b"\x1f\x8b"
ENCODINGS = {"": "identity", "identity": "identity", "gzip": "gzip", "x-gzip": "gzip"} | {
    "deflate": "deflate"
}


class BodyDecoder:
    """Collects one body; ``is_over`` once it is longer than ``max_bytes``."""

    def __init__(self, encoding: str, max_bytes: int) -> None:
        """Take a Content-Encoding; raise ``BrokenResponseError`` for one we do not ask for."""
        if encoding.strip().lower() not in ENCODINGS:
            raise BrokenResponseError(
                f"got Content-Encoding {encoding!r}, expected identity, gzip or deflate"
            )
        self._encoding = ENCODINGS[encoding.strip().lower()]
        self._max_bytes = max_bytes
        self._stream = zlib.decompressobj(GZIP_WINDOW) if self._encoding == "gzip" else None
        self._waiting = b""
        self._is_fed = False
        self._body = bytearray()

    @property
    def body(self) -> bytes:
        """What was decoded, at most ``max_bytes``."""
        return bytes(self._body[: self._max_bytes])

    @property
    def is_over(self) -> bool:
        """Whether there was more than ``max_bytes``."""
        return len(self._body) > self._max_bytes

    def feed(self, chunk: bytes) -> None:
        """Decode the next bytes from the wire."""
        self._is_fed = self._is_fed or bool(chunk)
        if self._encoding == "identity":
            self._body += chunk[: self._find_room()]
            return
        try:
            self._inflate(self._waiting + chunk)
        except zlib.error as error:
            raise BrokenResponseError(
                f"the body is not the {self._encoding} that its header says: {error}"
            ) from error

    def finish(self) -> None:
        """Raise ``BrokenResponseError`` when the compressed body ended early."""
        if self._encoding == "identity" or not self._is_fed:
            return
        if self._stream is None or not self._stream.eof:
            raise BrokenResponseError(f"the {self._encoding} body ends before its end")

    def _find_room(self) -> int:
        """Return how many bytes may still come, one of them past the limit."""
        return self._max_bytes + 1 - len(self._body)

    def _inflate(self, data: bytes) -> None:
        self._waiting = b""
        while data and not self.is_over:
            if self._stream is None or self._stream.eof:
                if len(data) < len(GZIP_MAGIC):
                    self._waiting = data
                    return
                if self._stream is None:
                    self._stream = open_deflate(data)
                elif self._encoding == "gzip" and data.startswith(GZIP_MAGIC):
                    # A gzip file may be several, one after the other.
                    self._stream = zlib.decompressobj(GZIP_WINDOW)
                else:
                    # Anything else behind the end is padding.
                    return
            self._body += self._stream.decompress(data, self._find_room())
            data = self._stream.unused_data


def open_deflate(data: bytes) -> zlib._Decompress:
    """Choose between zlib and bare deflate, which servers both send as ``deflate``."""
    has_zlib_header = data[0] & 0x0F == 8 and int.from_bytes(data[:2], "big") % 31 == 0
    return zlib.decompressobj(zlib.MAX_WBITS if has_zlib_header else -zlib.MAX_WBITS)


def decompress_gzip(data: bytes, max_bytes: int) -> tuple[bytes, bool]:
    """Decompress a gzip file; return its bytes and whether they were cut at ``max_bytes``."""
    decoder = BodyDecoder("gzip", max_bytes)
    decoder.feed(data)
    if not decoder.is_over:
        decoder.finish()
    return decoder.body, decoder.is_over
