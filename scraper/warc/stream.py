"""Archive: the bytes of a WARC file, gzipped or not, and where in the file they stand.

A file may be damaged anywhere and may be a bomb. It is therefore inflated a piece at a time, a
line has a limit, and what zlib refuses is an error that names the place instead of a short read.
Of gzip it may be one member for each record, as the standard asks, or one for the whole file.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from typing import BinaryIO

from scraper.decoding import GZIP_MAGIC, GZIP_WINDOW
from scraper.errors import WarcDamagedError

BYTES_AT_ONCE = 65_536
PIECE_BYTES = 262_144
LINE_BYTES = 65_536


class WarcStream:
    """Reads a file on from where it is; ``offset`` is the byte of the file that what is next has.

    In a gzipped file this is the start of the member that holds it.
    """

    def __init__(self, file: BinaryIO, start: int = 0) -> None:
        """Take an open file that is at ``start``: in a gzipped file, where a member begins."""
        self._file = file
        self._piece = b""
        self._at = 0
        self._before = start
        self._waiting = b""
        self._taken = start
        self._member_at = start
        self._is_gzip = False
        self._waiting = self._take_input()
        self._is_gzip = self._waiting.startswith(GZIP_MAGIC)
        self._inflater = zlib.decompressobj(GZIP_WINDOW)

    @property
    def offset(self) -> int:
        """Where in the file the next byte stands."""
        return self._member_at if self._is_gzip else self._before + self._at

    @property
    def taken(self) -> int:
        """How many bytes of the file are read, to a piece."""
        return self._taken - len(self._waiting)

    def has_more(self) -> bool:
        """Tell whether there is another byte; raise ``WarcDamagedError`` if that cannot be told."""
        while self._at == len(self._piece):
            self._before += len(self._piece)
            self._piece, self._at = self._take_piece(), 0
            if not self._piece:
                return False
        return True

    def read_line(self) -> bytes:
        """Return the next line with its end; empty at the end of the file."""
        line = b""
        while self.has_more():
            end = self._piece.find(b"\n", self._at, self._at + LINE_BYTES) + 1
            line += self._take(end - self._at if end else LINE_BYTES)
            if end:
                break
            if len(line) >= LINE_BYTES:
                raise self.state(f"a line of more than {LINE_BYTES:,} bytes where headers stand")
        return line

    def read(self, count: int) -> bytes:
        """Return so many bytes; raise ``WarcDamagedError`` if there are fewer."""
        return b"".join(self._take_pieces(count))

    def skip(self, count: int) -> None:
        """Pass over so many bytes, or raise as ``read``."""
        for _ in self._take_pieces(count):
            pass

    def skip_blank(self) -> bool:
        """Pass over the ends of lines that stand between two records; tell if there is more."""
        while self.has_more():
            if self._piece[self._at] not in b"\r\n":
                return True
            self._at += 1
        return False

    def state(self, message: str) -> WarcDamagedError:
        """Return the error that says what is wrong, and where."""
        return WarcDamagedError(message, self.offset)

    def _take_pieces(self, count: int) -> Iterator[bytes]:
        while count:
            if not self.has_more():
                raise self.state(f"the file ends {count:,} bytes early")
            piece = self._take(count)
            count -= len(piece)
            yield piece

    def _take(self, count: int) -> bytes:
        part = self._piece[self._at : self._at + count]
        self._at += len(part)
        return part

    def _take_piece(self) -> bytes:
        """Return the next piece of content; empty at the end of the file."""
        if not self._is_gzip:
            return self._take_input()
        try:
            return self._inflate()
        except zlib.error as error:
            raise self.state(f"the gzip data is broken ({error})") from error

    def _inflate(self) -> bytes:
        while True:
            if self._inflater.eof and not self._open_member():
                return b""
            data = self._take_input()
            # Without input there may still be output that the limit held back.
            piece = self._inflater.decompress(data, PIECE_BYTES)
            self._waiting = self._inflater.unused_data or self._inflater.unconsumed_tail
            if piece:
                return piece
            if not data and not self._inflater.eof:
                raise self.state("the file ends within this gzip member")

    def _open_member(self) -> bool:
        """Go on to the next member; False where only padding or nothing is left."""
        while not (rest := self._waiting.lstrip(b"\0")):
            self._waiting = b""
            self._waiting = self._take_input()
            if not self._waiting:
                return False
        self._waiting = rest
        self._member_at = self._taken - len(rest)
        self._inflater = zlib.decompressobj(GZIP_WINDOW)
        return True

    def _take_input(self) -> bytes:
        data, self._waiting = self._waiting, b""
        if not data:
            try:
                data = self._file.read(BYTES_AT_ONCE)
            except OSError as error:
                raise self.state(f"the file cannot be read on ({error.strerror})") from error
            self._taken += len(data)
        return data
