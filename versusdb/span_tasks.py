"""Command: what another machine does: it reads a part of a WARC file, and the pages in it.

A part comes and goes as bytes, so that nothing in between need know what it holds. A page that
ends its reader, or on which it has a bug, comes back unread: whoever asked reads it himself, and
says of it what he says of his own.
"""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator

import msgspec
import zstandard
from msgspec import Struct
from msgspec.structs import replace

from scraper.sources import StoredWarc
from scraper.warc.importing import is_read_alone
from scraper.warc.spans import Found, Place, Span, SpanReading
from versusdb import __version__
from versusdb.giving_up import ReaderError
from versusdb.stores import open_stored
from versusdb.versions import digest_reader
from versusdb.worker import Worker

# A part that holds more ends early; what is left of it is asked for again.
MOST_BYTES = 32_000_000
MOST_RECORDS = 2_000
# For the wire: bodies of one site are alike.
LEVEL = 1
_SENT = 2


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
    """A part that was read, and the versions of versusdb and of its reader that read it."""

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


def write_task(task: Task) -> bytes:
    """Return a task as it is sent."""
    return msgspec.msgpack.encode(task)


def read_part(task: bytes) -> bytes:
    """Read a part, and return what ``load_part`` takes; raise ``StoreError``."""
    asked = _TASKS.decode(task)
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
        found = list(_read_pages(_bound(reading)))
    part = Part(__version__, digest_reader(), reading.sum_up(found))
    return zstandard.ZstdCompressor(level=LEVEL).compress(msgspec.msgpack.encode(part))


def load_part(data: bytes) -> Part:
    """Return a part as it was read."""
    return _PARTS.decode(zstandard.ZstdDecompressor().decompress(data))


def _bound(reading: SpanReading) -> Iterator[Found]:
    size = 0
    for number, found in enumerate(reading.read(), start=1):
        size += len(found.stored.response.body) if found.stored else 0
        reading.is_full = size >= MOST_BYTES or number >= MOST_RECORDS
        yield found


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
