"""Fetch: lists of addresses, one a line, as an operator keeps them in a file.

Lines that are empty or begin with ``#`` are passed over. A line that is no address is a problem
of its own, which names the line; the others go on.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from scraper.response import FetchProblem
from scraper.sources import ADDRESS, Work, list_address, show_path, state_unreadable

STANDARD_INPUT = "-"
MOST_CHARACTERS = 8192


def list_addresses(file: str) -> Iterator[Work]:
    """List the addresses of a file; of standard input for ``-``."""
    if file == STANDARD_INPUT:
        yield from read_lines(name_list(file), sys.stdin.buffer)
        return
    try:
        with Path(file).open("rb") as lines:
            yield from read_lines(name_list(file), lines)
    except OSError as error:
        yield state_unreadable(file, error)


def name_list(file: str) -> str:
    """Return how problems call a list."""
    return "standard input" if file == STANDARD_INPUT else show_path(Path(file))


def read_lines(name: str, lines: BinaryIO) -> Iterator[Work]:
    """Read the lines of a list of this name."""
    number = 0
    # A line that is too long comes in pieces, none of which is an address.
    while line := lines.readline(MOST_CHARACTERS * 4):
        number += 1
        text = line.decode("utf-8-sig", errors="backslashreplace").strip()
        if not text or text.startswith("#"):
            continue
        work = list_address(text) if ADDRESS.match(text) else None
        if work is None or isinstance(work, FetchProblem):
            reason = "no address; expected https://host/path" if work is None else work.message
            shown = text if len(text) <= 80 else f"{text[:80]}…"
            where = f"{name} line {number}"
            yield FetchProblem(
                code="address_refused",
                source=where,
                address=None,
                message=f"{where}: {shown!r}: {reason}",
            )
        else:
            yield work
