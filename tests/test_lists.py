"""Lists of addresses, as editors and other systems write them."""

from __future__ import annotations

import os
import pty
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from scraper.lists import list_addresses
from scraper.response import FetchProblem
from scraper.sources import PageAddress

LINES = "http://x.example/a\n# one more\n\nhttp://x.example/ü"
ADDRESSES = ["http://x.example/a", "http://x.example/%C3%BC"]


def read(folder: Path, data: bytes) -> tuple[list[str], list[FetchProblem]]:
    """Return the addresses of a list of these bytes, and what is wrong with it."""
    (folder / "list").write_bytes(data)
    works = list(list_addresses(str(folder / "list")))
    problems = [work for work in works if isinstance(work, FetchProblem)]
    return [work.address for work in works if isinstance(work, PageAddress)], problems


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_list_is_read_as_it_was_written(tmp_path: Path, encoding: str, end: str) -> None:
    """Line ends of any system, byte-order marks and UTF-16 change nothing."""
    assert read(tmp_path, LINES.replace("\n", end).encode(encoding)) == (ADDRESSES, [])


def test_lists_that_were_put_together_are_one(tmp_path: Path) -> None:
    """A byte-order mark in the middle belongs to no address."""
    data = b"".join(f"{address}\n".encode("utf-8-sig") for address in ADDRESSES)
    assert read(tmp_path, data) == (ADDRESSES, [])


def test_a_byte_that_is_no_text_names_its_line(tmp_path: Path) -> None:
    """An address that nobody can know is not made up; the others are read."""
    addresses, (problem,) = read(tmp_path, LINES.encode() + b"\nhttp://x.example/caf\xe9\n")
    assert (addresses, problem.code) == (ADDRESSES, "address_refused")
    assert problem.source == f"{tmp_path}/list line 5"
    assert "caf\\\\xe9" in problem.message
    assert "a byte that is not UTF-8" in problem.message


def test_utf_16_that_breaks_off_is_a_problem(tmp_path: Path) -> None:
    """What was read before the break is kept, and the break is told."""
    addresses, (problem,) = read(tmp_path, LINES.encode("utf-16") + b"x")
    assert addresses == ADDRESSES[: len(addresses)]
    assert (problem.code, "utf-16" in problem.message) == ("unreadable", True)


def test_a_password_is_not_repeated(tmp_path: Path) -> None:
    """What is refused because it would be kept is not kept by the refusal."""
    for line in ("http://u:secret@x.example/", "ftp://u:secret@x.example/", "//u:secret@x"):
        addresses, (problem,) = read(tmp_path, line.encode())
        assert (addresses, problem.code) == ([], "address_refused")
        assert "secret" not in repr(problem)


@pytest.mark.parametrize("data", [b"", b"\n# nothing yet\n"])
def test_a_list_without_an_address_is_a_problem(tmp_path: Path, data: bytes) -> None:
    """As with a folder without a page: whatever made it may have failed."""
    addresses, (problem,) = read(tmp_path, data)
    assert (addresses, problem.code) == ([], "no_pages")


@pytest.mark.parametrize(
    ("command", "told"),
    [("ingest", "what was done is kept"), ("plan", "without a database, a plan keeps nothing")],
)
def test_the_first_signal_ends_a_list_from_the_terminal(
    tmp_path: Path, command: str, told: str
) -> None:
    """While addresses are typed nothing is in flight: who is waited for is told, and may go."""
    person, terminal = pty.openpty()
    arguments = [sys.executable, "-m", "versusdb", command, "--urls", "-"]
    with subprocess.Popen(
        arguments, cwd=tmp_path, stdin=terminal, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stderr is not None
        assert "reads addresses from the terminal" in process.stderr.readline()
        os.write(person, b"http://127.0.0.1:9/a\n")
        # Until its own handler stands, a signal ends it in any case.
        with pytest.raises(subprocess.TimeoutExpired):
            process.wait(4)
        process.send_signal(signal.SIGINT)
        _, shown = process.communicate(timeout=20)
    os.close(person)
    os.close(terminal)
    assert process.returncode == 6
    assert (told in shown, "in flight" in shown) == (True, False)
