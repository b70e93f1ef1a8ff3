"""Archive: a WARC file read in spans, each by itself, that together give what the whole gives.

Where a record begins in the middle of a file cannot be known, only supposed: a page may hold what
looks like one. So a span also says where it began and where the next one has to begin, and who
puts them together (``Chain``) believes only what goes on from where the file's start has led;
what does not is read once more, from there.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import BinaryIO, NamedTuple

from msgspec import Struct

from scraper.decoding import GZIP_WINDOW
from scraper.response import FetchProblem
from scraper.warc.reading import HEAD_BYTES, Item, Revisit, Stored, WarcReader
from scraper.warc.records import Exchange, Record, pair_requests, read_records
from scraper.warc.stream import WarcStream

PIECE_BYTES = 262_144
# So much of a member is inflated to see whether a record begins in it.
LOOK_BYTES = 4_096
MEMBER = re.compile(rb"\x1f\x8b\x08[\x00-\x1f]")
RECORD = re.compile(rb"\nWARC/1\.\d\r?\n")
# A request that belongs to the record before a span, and the record after it.
MOST_STARTS = 3


class Position(NamedTuple):
    """Where a record begins: in the gzip member at ``offset`` as the one after so many others."""

    offset: int
    within: int = 0


class Place(Struct, frozen=True):
    """A part of a file: from the record at ``start`` on, to the first one at or after ``end``.

    Without a start it begins with the first record that seems to begin at or after ``begin``.
    """

    begin: int
    end: int
    start: Position | None = None


class Found(Struct, frozen=True):
    """What a record holds, one of the three, and where it begins."""

    position: Position
    stored: Stored | None = None
    revisit: Revisit | None = None
    problem: FetchProblem | None = None

    @property
    def item(self) -> Item:
        """What the record holds."""
        item = self.stored or self.revisit or self.problem
        assert item is not None
        return item


class Span(Struct, frozen=True):
    """Where a part of a file goes from and to, once it is read.

    ``starts`` are where its first records begin, ``next`` is where what follows begins, None if
    nothing does; ``skipped`` is where the records are that are no responses for us.
    """

    starts: tuple[Position, ...]
    next: Position | None
    skipped: tuple[Position, ...]


class SpanReading:
    """One part of a file, read record by record; it ends early where it ``is_full``."""

    def __init__(
        self,
        file: BinaryIO,
        place: Place,
        source: str,
        *,
        is_gzip: bool,
        site: str | None,
        max_bytes: int,
    ) -> None:
        """Take an open file, its part, how it is shown, and what ``WarcReader`` takes."""
        self.is_full = False
        self._starts: list[Position] = []
        self._next: Position | None = None
        self._skipped: list[Position] = []
        self._file = file
        self._place = place
        self._source = source
        self._is_gzip = is_gzip
        self._max_bytes = max_bytes
        self._reader = WarcReader(site=site, max_bytes=max_bytes)
        self._at = Position(0)

    def read(self) -> Iterator[Found]:
        """Iterate over what the part holds."""
        start = self._place.start or find_start(self._file, self._place, is_gzip=self._is_gzip)
        if start is None:
            return
        self._at = start
        for item in self._reader.read_all(self._cut(self._read_records(start)), self._source):
            yield _keep(self._at, item)
        self._note_skipped()

    def sum_up(self) -> Span:
        """Return what the part is, once it is read."""
        return Span(tuple(self._starts), self._next, tuple(self._skipped))

    def _read_records(self, start: Position) -> Iterator[Record]:
        self._file.seek(start.offset)
        stream = WarcStream(self._file, start.offset)
        is_whole = start.offset == 0
        records = read_records(stream, self._max_bytes + HEAD_BYTES, is_whole=is_whole)
        for record in islice(records, start.within, None):
            if len(self._starts) < MOST_STARTS:
                self._starts.append(_place(record))
            yield record

    def _cut(self, records: Iterator[Record]) -> Iterator[Exchange]:
        """Iterate over the exchanges that begin within the part."""
        for record, request in pair_requests(records):
            self._note_skipped()
            first = _place(record) if request is None else min(_place(record), _place(request))
            if self.is_full or first.offset >= self._place.end:
                self._next = first
                return
            self._at = _place(record)
            yield record, request

    def _note_skipped(self) -> None:
        self._skipped += [self._at] * (self._reader.skipped - len(self._skipped))


class Chain:
    """Puts the parts of one file together; ``next`` is where the next one has to begin."""

    def __init__(self) -> None:
        self.next: Position | None = Position(0)

    def covers(self, place: Place) -> bool:
        """Tell whether nothing of a part is left to be read."""
        return self.next is None or self.next.offset >= place.end

    def continues(self, place: Place, span: Span) -> bool:
        """Tell whether what was read of a part goes on from what was read before it."""
        return self.next in (place.start, *span.starts)

    def take(self, span: Span, found: Iterable[Found]) -> tuple[Iterator[Found], int]:
        """Return what a part adds, and how many of its records are no responses for us."""
        begin, self.next = self.next, span.next
        assert begin is not None
        added = (each for each in found if each.position >= begin)
        return added, sum(position >= begin for position in span.skipped)


def find_start(file: BinaryIO, place: Place, *, is_gzip: bool) -> Position | None:
    """Return where the first record seems to begin in a part of a file; None if nowhere."""
    if place.begin == 0:
        return Position(0)
    pattern = MEMBER if is_gzip else RECORD
    # Of a plain file the end of the line before a record is looked for as well.
    lead = 0 if is_gzip else 1
    at, window, has_more = place.begin - lead, b"", True
    while has_more and at < place.end:
        file.seek(at + len(window))
        piece = file.read(PIECE_BYTES)
        window, has_more = window + piece, bool(piece)
        # What begins later is looked at with what follows it.
        known = len(window) - LOOK_BYTES if has_more else len(window)
        for match in pattern.finditer(window):
            if match.start() < known and (not is_gzip or _holds_record(window[match.start() :])):
                offset = at + lead + match.start()
                return Position(offset) if offset < place.end else None
        at, window = at + max(known, 0), window[max(known, 0) :]
    return None


def _holds_record(data: bytes) -> bool:
    try:
        inflated = zlib.decompressobj(GZIP_WINDOW).decompress(data[:LOOK_BYTES], 64)
    except zlib.error:
        return False
    return inflated.startswith(b"WARC/")


def _place(record: Record) -> Position:
    return Position(record.offset, record.within)


def _keep(position: Position, item: Item) -> Found:
    if isinstance(item, Stored):
        return Found(position, stored=item)
    if isinstance(item, Revisit):
        return Found(position, revisit=item)
    return Found(position, problem=item)
