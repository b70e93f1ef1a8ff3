"""Archive: WARC records, one after the other, and each with the request that stands beside it.

The heads of records are read and written by warcio. Their framing is read here: warcio bounds
neither a line nor a head, and reads on in silence where gzip data is broken.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import re
import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import BinaryIO, TypeAlias

from msgspec import Struct
from msgspec.structs import replace
from warcio.recordloader import ArcWarcRecordLoader
from warcio.statusandheaders import (
    StatusAndHeaders,
    StatusAndHeadersParser,
    StatusAndHeadersParserException,
)

from scraper.decoding import GZIP_WINDOW
from scraper.errors import BodyTooLargeError, WarcDamagedError, WarcError
from scraper.warc.stream import WarcStream

HEAD_BYTES = 1_048_576
LEVEL = 6
LENGTH = re.compile(r"\d{1,15}")
PARSER = StatusAndHeadersParser(ArcWarcRecordLoader.WARC_TYPES)
DIGEST_BYTES = {"md5": 16, "sha1": 20, "sha256": 32, "sha512": 64}

Fields = dict[str, str]


class Record(Struct, frozen=True):
    """One record: its named fields by lower-case name, its block, and its place in the file.

    ``fault`` says why there is no block to be had. ``within`` is the number of records before it
    in its gzip member, which most often has one.
    """

    offset: int
    fields: Fields
    block: bytes
    fault: BodyTooLargeError | WarcDamagedError | None = None
    within: int = 0

    @property
    def kind(self) -> str:
        """What the record says it is: response, request, revisit and so on."""
        return self.fields.get("warc-type", "").lower()


# A record that is no request, and the request beside it.
Exchange: TypeAlias = tuple[Record, Record | None]


def read_records(stream: WarcStream, max_bytes: int, *, is_whole: bool = True) -> Iterator[Record]:
    """Iterate over the records of a file whose blocks may have ``max_bytes``.

    Unless it ``is_whole``, the file has begun before.

    A record comes out once its bytes are known to be sound, as far as gzip tells. Raises
    ``WarcDamagedError`` where that is not so, and ``WarcError`` for a file that does not begin as
    a WARC file.
    """
    is_first, has_more = is_whole, True
    at, within = -1, 0
    while has_more:
        record = read_record(stream, max_bytes, is_first=is_first)
        is_first = False
        at, within = record.offset, within + 1 if record.offset == at else 0
        record = replace(record, within=within) if within else record
        try:
            has_more = stream.skip_blank()
        except WarcDamagedError as error:
            # Where the next member begins, this record is behind the fault.
            if error.offset > record.offset:
                yield record
            raise
        yield record


def read_record(stream: WarcStream, max_bytes: int, *, is_first: bool) -> Record:
    """Read the record that begins here."""
    offset = stream.offset
    try:
        stream.skip_blank()
        fields = read_head(stream)
    except (StatusAndHeadersParserException, EOFError, WarcDamagedError) as error:
        if is_first:
            is_empty = isinstance(error, EOFError)
            reason = "it is empty" if is_empty else "it does not begin with WARC/1.0 or 1.1"
            raise WarcError(f"not a WARC file: {reason}") from None
        if isinstance(error, WarcDamagedError):
            raise
        raise WarcDamagedError("no WARC record begins where one should", offset) from None
    number = fields.get("content-length", "")
    if not LENGTH.fullmatch(number):
        raise WarcDamagedError(f"a record of length {number[:40]!r}, expected a number", offset)
    length = int(number)
    if length > max_bytes:
        stream.skip(length)
        fault = BodyTooLargeError(f"a record of {length:,} bytes, expected at most {max_bytes:,}")
        return Record(offset, fields, b"", fault)
    block = stream.read(length)
    stated = read_digest(fields.get("warc-block-digest"))
    if stated and hash_as(stated, block) != stated:
        # Where it ends was right, or what follows will tell.
        changed = WarcDamagedError("the record's block is not the one of its digest", offset)
        return Record(offset, fields, b"", changed)
    return Record(offset, fields, block)


def read_head(stream: WarcStream) -> Fields:
    """Read the named fields of the record that begins here; of a repeated one, the first."""
    lines = [stream.read_line()]
    size = 0
    while lines[-1].strip():
        lines.append(stream.read_line())
        size += len(lines[-1])
        if size > HEAD_BYTES:
            raise stream.state(f"a record's head of more than {HEAD_BYTES:,} bytes")
    fields: Fields = {}
    for name, value in PARSER.parse(BytesIO(b"".join(lines))).headers:
        fields.setdefault(name.lower(), value.strip())
    return fields


def pair_requests(records: Iterator[Record]) -> Iterator[Exchange]:
    """Iterate over all records but requests, each with the request beside it that names it."""
    request: Record | None = None
    waiting: Record | None = None
    try:
        for record in records:
            if record.kind != "request":
                if waiting is not None:
                    yield waiting, None
                waiting = record
                if request is not None and is_concurrent(record, request):
                    yield record, request
                    waiting = None
                request = None
            elif waiting is not None and is_concurrent(waiting, record):
                yield waiting, record
                waiting = None
            else:
                request = record
    except WarcError:
        # What was read before the fault is sound.
        if waiting is not None:
            yield waiting, None
        raise
    if waiting is not None:
        yield waiting, None


def is_concurrent(record: Record, request: Record) -> bool:
    """Tell whether one of two neighbours says that they are one exchange."""

    def names(one: Record, other: Record) -> bool:
        return one.fields.get("warc-concurrent-to") == other.fields.get("warc-record-id", "")

    return names(record, request) or names(request, record)


def write_record(out: BinaryIO, fields: list[tuple[str, str]], block: bytes) -> None:
    """Write one record as one gzip member."""
    stated = [
        *fields,
        ("WARC-Block-Digest", f"sha256:{hashlib.sha256(block).hexdigest()}"),
        ("Content-Length", str(len(block))),
    ]
    compressor = zlib.compressobj(LEVEL, zlib.DEFLATED, GZIP_WINDOW)
    head = StatusAndHeaders("", stated, protocol="WARC/1.1").to_bytes()
    out.write(compressor.compress(head + block + b"\r\n\r\n"))
    out.write(compressor.flush())


def read_digest(text: str | None) -> str | None:
    """Write a labelled digest, in base 16 or 32, as ``sha1:`` and hex; None if it is none."""
    algorithm, _, value = (text or "").partition(":")
    algorithm = algorithm.strip().lower().replace("-", "")
    count = DIGEST_BYTES.get(algorithm)
    if count is None:
        return None
    try:
        if len(value) == 2 * count:
            digest = bytes.fromhex(value)
        else:
            digest = base64.b32decode(value.rstrip("=") + "=" * (-len(value.rstrip("=")) % 8), True)
    except (ValueError, binascii.Error):
        return None
    return f"{algorithm}:{digest.hex()}" if len(digest) == count else None


def hash_as(digest: str, body: bytes) -> str:
    """Return the digest of bytes by the algorithm that another one names."""
    algorithm = digest.partition(":")[0]
    return f"{algorithm}:{hashlib.new(algorithm, body, usedforsecurity=False).hexdigest()}"
