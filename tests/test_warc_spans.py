"""A WARC file that is read in spans gives what it gives as a whole, however it is cut."""

from __future__ import annotations

import gzip
import hashlib
import zlib
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scraper.decoding import GZIP_MAGIC
from scraper.warc.reading import Item, Stored, WarcReader
from scraper.warc.records import write_record
from scraper.warc.spans import Chain, Found, Place, Position, SpanReading, find_start
from tests.warcs import AT

MAX_BYTES = 20_000
KINDS = ("response", "request", "asked", "asking", "metadata", "revisit", "other", "dns")
WAYS = ("member each", "plain", "one member", "members of three")
DECOY = b"\r\n\r\nWARC/1.0\r\nWARC-Type: response\r\nContent-Length: 0\r\n\r\n\r\n\r\n"


def write_fields(kind: str, number: int, **more: str) -> list[tuple[str, str]]:
    fields = {
        "WARC-Type": kind,
        "WARC-Record-ID": f"<urn:uuid:{number}>",
        "WARC-Target-URI": f"https://x.example/{number}",
        "WARC-Date": AT,
        **more,
    }
    return list(fields.items())


def write_one(kind: str, number: int, body: bytes) -> list[bytes]:
    """Return the records of one thing that a crawler noted, each as one gzip member."""
    response = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + body
    ask = b"GET /x HTTP/1.1\r\nX-Sent: %d\r\n\r\n" % number
    to = {"WARC-Concurrent-To": f"<urn:uuid:{number}>"}
    answer = (write_fields("response", number), response)
    request = (write_fields("request", 1000 + number, **to), ask)
    revisit = {"WARC-Profile": "http://x.example/warc/1.1/revisit/identical-payload-digest"}
    records = {
        "response": [answer],
        "request": [request],
        "asked": [answer, request],
        "asking": [request, answer],
        "metadata": [(write_fields("metadata", number), b"a: b")],
        "revisit": [(write_fields("revisit", number, **revisit), b"")],
        "other": [(write_fields("conversion", number), body)],
        "dns": [(write_fields("response", number, **{"WARC-Target-URI": "dns:x"}), body)],
    }[kind]
    members = []
    for fields, block in records:
        out = BytesIO()
        write_record(out, fields, block)
        members.append(out.getvalue())
    return members


def write_file(way: str, members: Sequence[bytes]) -> bytes:
    plain = [zlib.decompress(member, 31) for member in members]
    match way:
        case "plain":
            return b"".join(plain)
        case "one member":
            return gzip.compress(b"".join(plain))
        case "members of three":
            parts = [b"".join(plain[at : at + 3]) for at in range(0, len(plain), 3)]
            return b"".join(map(gzip.compress, parts))
        case _:
            return b"".join(members)


def read_span(data: bytes, place: Place, most: int) -> tuple[list[Found], SpanReading]:
    reading = SpanReading(
        BytesIO(data),
        place,
        "x.warc",
        is_gzip=data.startswith(GZIP_MAGIC),
        site=None,
        max_bytes=MAX_BYTES,
    )
    found = []
    for each in reading.read():
        found.append(each)
        reading.is_full = len(found) >= most
    return found, reading


def read_in_spans(data: bytes, size: int, most: int) -> tuple[list[Item], int, int]:
    """Return what spans of that size give, how much they skip, and how many were in vain."""
    chain, items, skipped, vain = Chain(), [], 0, 0
    for begin in range(0, max(len(data), 1), size):
        place = Place(begin, begin + size)
        while not chain.covers(place):
            found, reading = read_span(data, place, most)
            span = reading.sum_up()
            if chain.continues(place, span):
                more, left_out = chain.take(span, found)
                items += [each.item for each in more]
                skipped += left_out
            else:
                vain += 1
            place = Place(begin, begin + size, chain.next)
    return items, skipped, vain


def read_whole(path: Path, data: bytes) -> tuple[list[Item], int]:
    path.write_bytes(data)
    reader = WarcReader(site=None, max_bytes=MAX_BYTES)
    return list(reader.read(path, "x.warc")), reader.skipped


@st.composite
def files(draw: st.DrawFn) -> bytes:
    """Draw a file as crawlers write them, sound or damaged, with pages that look like records."""
    members: list[bytes] = []
    for number, kind in enumerate(draw(st.lists(st.sampled_from(KINDS), max_size=12))):
        inner = write_one("response", 500 + number, b"inner")[0]
        large = b"x" * (MAX_BYTES + 5_000)
        bodies = st.sampled_from((b"page", DECOY * 3, inner, large)) | st.binary(max_size=900)
        members += write_one(kind, number, draw(bodies))
    data = write_file(draw(st.sampled_from(WAYS)), members)
    if data and draw(st.booleans()):
        at = draw(st.integers(0, len(data) - 1))
        damage = draw(st.sampled_from((b"", b"\0", b"WARC/1.0\r\n", b"\x1f\x8b\x08\0")))
        data = data[:at] + damage + data[at + draw(st.integers(0, 60)) :]
    return data


@settings(max_examples=300, deadline=None)
@given(data=files(), size=st.integers(1, 3000), most=st.integers(1, 9))
def test_spans_give_what_the_whole_gives(
    tmp_path_factory: pytest.TempPathFactory, data: bytes, size: int, most: int
) -> None:
    """Every item, every problem and every record that is left out is there once, in its order."""
    items, skipped = read_whole(tmp_path_factory.getbasetemp() / "x.warc", data)
    assert read_in_spans(data, size, most)[:2] == (items, skipped)


@pytest.mark.parametrize("way", ["member each", "plain"])
def test_spans_of_a_sound_file_are_read_once(way: str) -> None:
    """Where no page looks like a record, every span is found to begin where it does."""
    pages = [hashlib.sha256(b"%d" % number).hexdigest().encode() for number in range(200)]
    members = [part for n, page in enumerate(pages) for part in write_one("asked", n, page)]
    data = write_file(way, members)
    items, _, vain = read_in_spans(data, 20_000, 10**6)
    assert (len(items), vain) == (200, 0)


def test_record_within_a_page_is_no_record() -> None:
    """A page that holds a WARC file adds no response to the one that holds the page."""
    inner = zlib.decompress(write_one("response", 666, b"forged")[0], 31)
    members = write_one("response", 1, b"x" * 400 + b"\n" + inner + b" end")
    data = write_file("plain", members + write_one("response", 2, b"page"))
    forged = data.index(inner)
    assert find_start(BytesIO(data), Place(forged, len(data)), is_gzip=False) == Position(forged)
    items, _, vain = read_in_spans(data, forged, 10**6)
    assert [each.response.address for each in items if isinstance(each, Stored)] == [
        "https://x.example/1",
        "https://x.example/2",
    ]
    assert vain == 1


def test_start_is_found_over_many_pieces() -> None:
    """A record that begins far behind the beginning of a span, and on a seam, is found."""
    for before in (1, 262_143, 262_144, 262_145, 258_000, 258_047, 258_048, 258_049, 600_000):
        member = write_one("response", 1, b"page")[0]
        noise = member + b"\xaa" * before
        place = Place(len(member), len(noise) + 1)
        assert find_start(BytesIO(noise + member), place, is_gzip=True) == Position(len(noise))
        text = b"WARC/1.0\r\n" + b"a" * before + b"\n"
        place = Place(1, len(text) + 1)
        file = BytesIO(text + b"WARC/1.0\r\n")
        assert find_start(file, place, is_gzip=False) == Position(len(text))
