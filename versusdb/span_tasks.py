"""Command: what another machine does: it reads a part of a WARC file, and the pages in it.

A part comes and goes as bytes, so that nothing in between need know what it holds, and neither
side holds all of it otherwise. A page that ends its reader, or on which it has a bug, comes back
unread: whoever asked reads it himself, and says of it what he says of his own.
"""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from io import BufferedReader
from socket import gethostname

import msgspec
import zstandard
from msgspec import Struct
from msgspec.structs import replace

from scraper.sources import StoredWarc
from scraper.warc.importing import is_read_alone
from scraper.warc.spans import Found, Place, Span, SpanReading
from versusdb import __version__
from versusdb.giving_up import ReaderError
from versusdb.stores import NeverStoredError, StoreError, open_stored
from versusdb.versions import digest_reader
from versusdb.worker import Worker

# A part that holds more ends early; what is left of it is asked for again.
MOST_BYTES = 32_000_000
MOST_PACKED_BYTES = 8_000_000
MOST_RECORDS = 2_000
# For the wire: bodies of one site are alike.
LEVEL = 1
_SENT = 2
_LENGTH = 8
_NO_PART = bytes(_LENGTH)


class Task(Struct, frozen=True):
    """A part to be read; ``site`` and ``max_bytes`` are as ``WarcReader`` takes them."""

    file: StoredWarc
    place: Place
    site: str | None
    max_bytes: int


class Call:
    """A part to be read, as it is sent: to unpickle it is to read it, and gives what was read.

    So whoever passes it on needs no versusdb, and a worker that has none fails at this call. If
    the function itself were sent, such a worker would end.
    """

    def __init__(self, task: bytes) -> None:
        """Take what ``write_task`` returns."""
        self._task = task

    def __reduce__(self) -> tuple[Callable[[bytes], bytes], tuple[bytes]]:
        """Return what unpickling does."""
        return read_part, (self._task,)


class Part(Struct, frozen=True):
    """A part that was read, on which machine, and by which versions of versusdb and its reader."""

    host: str
    version: str
    reader_version: str
    span: Span


class _Readers(threading.local):
    """A reader for each thread of this process; it goes with the process."""

    def __init__(self) -> None:
        self.worker = Worker()


_READERS = _Readers()
_TASKS = msgspec.msgpack.Decoder(Task)
_PARTS = msgspec.msgpack.Decoder(Part)
_FOUND = msgspec.msgpack.Decoder(Found)


def write_task(task: Task) -> bytes:
    """Return a task as it is sent."""
    return msgspec.msgpack.encode(task)


def read_part(task: bytes) -> bytes:
    """Read a part, and return what ``load_part`` takes; raise ``StoreError`` to be asked again."""
    try:
        return _read(_TASKS.decode(task))
    except StoreError as error:
        failure = type(error)(error.code, f"{error.reason} (on {gethostname()})")
    if isinstance(failure, NeverStoredError):
        return _NO_PART + msgspec.msgpack.encode(failure.args)
    # By itself: what it came of goes with it otherwise, and there are errors that cannot be sent.
    raise failure


def _read(asked: Task) -> bytes:
    place, file = asked.place, asked.file
    with open_stored(file.address) as opened:
        reading = SpanReading(
            opened,
            place,
            file.source,
            # A file whose name is wrong about this takes longer, and gives the same.
            is_gzip=file.address.lower().endswith(".gz"),
            site=asked.site,
            max_bytes=asked.max_bytes,
        )
        bodies = _pack(reading)
    part = msgspec.msgpack.encode(
        Part(gethostname(), __version__, digest_reader(), reading.sum_up())
    )
    return len(part).to_bytes(_LENGTH) + part + bodies


def load_part(data: bytes) -> tuple[Part, Iterator[Found]]:
    """Return a part, and what was found in it, one by one; raise ``StoreError``."""
    if data.startswith(_NO_PART):
        raise StoreError(*msgspec.msgpack.decode(data[_LENGTH:]))
    end = _LENGTH + int.from_bytes(data[:_LENGTH])
    return _PARTS.decode(data[_LENGTH:end]), _unpack(memoryview(data)[end:])


def _pack(reading: SpanReading) -> bytes:
    """Read a part, and the pages in it, as far as it may go."""
    compressor = zstandard.ZstdCompressor(level=LEVEL).compressobj()
    packed: list[bytes] = []
    size = packed_size = 0
    for number, found in enumerate(_read_pages(reading.read()), start=1):
        frame = msgspec.msgpack.encode(found)
        packed.append(compressor.compress(len(frame).to_bytes(_LENGTH) + frame))
        size += len(frame)
        packed_size += len(packed[-1])
        is_large = size >= MOST_BYTES or packed_size >= MOST_PACKED_BYTES
        reading.is_full = is_large or number >= MOST_RECORDS
    return b"".join([*packed, compressor.flush()])


def _unpack(data: memoryview) -> Iterator[Found]:
    with BufferedReader(zstandard.ZstdDecompressor().stream_reader(data)) as frames:
        while length := frames.read(_LENGTH):
            yield _FOUND.decode(frames.read(int.from_bytes(length)))


def _read_pages(records: Iterable[Found]) -> Iterator[Found]:
    """Read the pages among records, each while the next ones are taken out of the file."""
    waiting: deque[Found] = deque()
    for found in records:
        waiting.append(found)
        if found.stored is not None and is_read_alone(found.stored):
            response = found.stored.response
            _READERS.worker.expect(response.body, **response.known)
        if len(waiting) > _SENT:
            yield _read_page(waiting.popleft())
    yield from map(_read_page, waiting)


def _read_page(found: Found) -> Found:
    stored = found.stored
    if stored is None or not is_read_alone(stored):
        return found
    try:
        read = _READERS.worker.read(stored.response.body, **stored.response.known)
    except ReaderError:
        return found
    return replace(found, stored=replace(stored, read=read))
