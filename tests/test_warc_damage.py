"""A WARC file that is damaged, hostile or none costs what it lacks, and one line says so."""

from __future__ import annotations

import gzip
import random
import tracemalloc
import zlib
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlite_utils import Database

from scraper.response import Fetched, FetchProblem, Outcome
from tests.warcs import find_problem, import_files, list_codes, make_archive, write_warc

ADDRESSES = [f"https://x.example/{name}" for name in "abcd"]
BODY = bytes(range(256)) * 2


@pytest.fixture
def database() -> Iterator[Database]:
    """Return an empty archive."""
    with make_archive() as database:
        yield database


def write_four(path: Path, *, is_gzip: bool = True) -> bytes:
    """Write a file of four pages, each with its own bytes; return it."""
    with write_warc(path, is_gzip=is_gzip) as warc:
        for number, address in enumerate(ADDRESSES):
            warc.add(address=address, body=BODY + bytes([number]))
    return path.read_bytes()


def import_bytes(path: Path, data: bytes) -> list[Outcome]:
    """Import a file of these bytes into an archive of its own."""
    path.write_bytes(data)
    with make_archive() as database:
        return import_files(database, path)


def list_pages(outcomes: list[Outcome]) -> list[str | None]:
    """Return the addresses of pages, after proving that each has its own bytes."""
    pages = [each for each in outcomes if isinstance(each, Fetched)]
    for page in pages:
        number = ADDRESSES.index(str(page.snapshot.address))
        assert page.body == BODY + bytes([number])
    return [page.snapshot.address for page in pages]


@pytest.mark.parametrize("is_gzip", [True, False], ids=["gzip", "plain"])
def test_cut_file_gives_what_stands_before_the_cut(tmp_path: Path, is_gzip: bool) -> None:
    """Wherever a file ends, the whole records before come in, and one line tells of the rest."""
    path = tmp_path / "x.warc.gz"
    data = write_four(path, is_gzip=is_gzip)
    length = len(data) // 4
    for cut in range(1, len(data), 37):
        outcomes = import_bytes(path, data[:cut])
        pages = list_pages(outcomes)
        assert pages == ADDRESSES[: len(pages)]
        assert len(pages) >= cut // length - 1
        problems = [each for each in outcomes if isinstance(each, FetchProblem)]
        assert {problem.code for problem in problems} <= {"warc_damaged", "not_a_warc"}
        # Between two records nothing tells that there was another.
        assert len(problems) == 1 or cut % length in range(3) or cut % length > length - 4


@pytest.mark.parametrize("is_gzip", [True, False], ids=["gzip", "plain"])
def test_flipped_byte_never_passes_for_a_page(tmp_path: Path, is_gzip: bool) -> None:
    """No changed body is taken for the one that was written, and the fault is told."""
    path = tmp_path / "x.warc.gz"
    data = write_four(path, is_gzip=is_gzip)
    dice = random.Random(7)  # noqa: S311 - the same bits at every run
    for place in dice.sample(range(len(data)), 80):
        changed = bytearray(data)
        changed[place] ^= 1 << dice.randrange(8)
        outcomes = import_bytes(path, bytes(changed))
        pages = [each for each in outcomes if isinstance(each, Fetched)]
        intact = [page for page in pages if page.snapshot.address in ADDRESSES]
        list_pages(list(intact))
        if is_gzip:
            told = any(isinstance(each, FetchProblem) for each in outcomes)
            assert told or len(intact) == 4


def test_damage_names_file_and_byte(tmp_path: Path) -> None:
    """The line leads to the place, so that the file can be compared with another copy."""
    path = tmp_path / "x.warc.gz"
    data = write_four(path)
    start = data.index(b"\x1f\x8b\x08", len(data) // 2 - 20)
    problem = find_problem(import_bytes(path, data[: start + 100]))
    assert problem.code == "warc_damaged"
    assert problem.message == (
        f"x.warc.gz: byte {start:,}: the file ends within this gzip member; the records before "
        "were read, the rest was not: name a whole copy of the file"
    )


def test_changed_block_costs_one_record(tmp_path: Path) -> None:
    """Where a record's end is known, those after it are read."""
    path = tmp_path / "x.warc"
    data = write_four(path, is_gzip=False)
    place = data.index(BODY[:50])
    outcomes = import_bytes(path, data[:place] + b"!" + data[place + 1 :])
    assert list_codes(outcomes) == ["warc_damaged", *ADDRESSES[1:]]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\n",
        b"<title>Tintype vs Gravelbed</title>",
        b"WARC/9.9\r\n\r\n",
        b"WARC" * 100_000,
        gzip.compress(b"<title>a page</title>", mtime=0),
        gzip.compress(b"", mtime=0),
        b"\x1f\x8b",
        b"\x1f\x8bno gzip at all",
    ],
    ids=range(9),
)
def test_file_that_is_no_warc_says_so(tmp_path: Path, data: bytes) -> None:
    """A file that is something else is one line, and no page."""
    problem = find_problem(import_bytes(tmp_path / "x.warc.gz", data))
    assert (problem.code, problem.address) == ("not_a_warc", None)
    assert problem.message.startswith("x.warc.gz: not a WARC file")


@pytest.mark.parametrize("data", [b"", b"\n", gzip.compress(b"", mtime=0)], ids=range(3))
def test_empty_file_says_so(tmp_path: Path, data: bytes) -> None:
    """Of a file in which there is nothing at all, that is said; of others it is not."""
    problem = find_problem(import_bytes(tmp_path / "x.warc.gz", data))
    assert problem.message == "x.warc.gz: not a WARC file: it is empty"
    other = find_problem(import_bytes(tmp_path / "y.warc.gz", b"\x1f\x8b"))
    assert other.message == "y.warc.gz: not a WARC file: it does not begin with WARC/1.0 or 1.1"


@pytest.mark.parametrize(
    "head",
    [
        b"WARC/1.0\r\nContent-Length: -5\r\n\r\n",
        b"WARC/1.0\r\nContent-Length: 9e9\r\n\r\n",
        b"WARC/1.0\r\nWARC-Type: response\r\n\r\n",
        b"WARC/1.0\r\nContent-Length: 999999999999\r\n\r\n",
        b"WARC/1.0\r\n" + b"X: y\r\n" * 300_000 + b"\r\n",
        b"WARC/1.0\r\nX: " + b"y" * 300_000 + b"\r\n\r\n",
    ],
)
def test_head_that_cannot_be_is_damage(tmp_path: Path, head: bytes) -> None:
    """A length that is none, and a head without end, stop the reading there."""
    path = tmp_path / "x.warc"
    data = write_four(path, is_gzip=False)
    outcomes = import_bytes(path, data + head)
    assert list_codes(outcomes) == [*ADDRESSES, "warc_damaged"]


def test_a_record_that_claims_too_much_is_told_how_much_is_missing(
    database: Database, tmp_path: Path
) -> None:
    """The bytes that the file lacks are counted from its end, however many they are."""
    path = tmp_path / "x.warc"
    head = b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://x.example/a\r\n"
    path.write_bytes(head + b"Content-Length: 99999999999\r\n\r\n" + bytes(999))
    assert "ends 99,999,999,000 bytes early" in find_problem(import_files(database, path)).message


def test_bombs_are_harmless(database: Database, tmp_path: Path) -> None:
    """A file that inflates to a gigabyte takes no more memory than another one."""
    path = tmp_path / "x.warc.gz"
    head = b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://x.example/a\r\n"
    squeezer = zlib.compressobj(9, zlib.DEFLATED, 31)
    with path.open("wb") as out:
        out.write(squeezer.compress(head + b"Content-Length: 200000000\r\n\r\n"))
        for _ in range(200):
            out.write(squeezer.compress(bytes(1_000_000)))
        out.write(squeezer.compress(b"\r\n\r\nWARC/1.0\r\n"))
        for _ in range(50):
            out.write(squeezer.compress(b"x" * 1_000_000))
        out.write(squeezer.flush())
    tracemalloc.start()
    outcomes = import_files(database, path)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert list_codes(outcomes) == ["too_large", "warc_damaged"]
    assert most < 8_000_000


@given(data=st.binary(max_size=200))
def test_any_bytes_end_in_outcomes(data: bytes) -> None:
    """Whatever stands in a file, or behind a good beginning of one, ends in lines."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "x.warc"
        good = write_four(path, is_gzip=False)
        for whole in (data, good + b"WARC/1.0\r\nContent-Length: 20\r\n\r\n" + data):
            for each in import_bytes(path, whole):
                assert isinstance(each, Fetched) or each.code in ("warc_damaged", "not_a_warc")
