"""Fetch: lists of addresses, one a line, as an operator keeps them in a file.

A list is UTF-8, or UTF-16 with its mark, with line ends of any system. Lines that are empty or
begin with ``#`` are passed over. A line that is no address is a problem of its own, which names
the line; the others go on.
"""

from __future__ import annotations

import codecs
import os
from collections.abc import Iterator
from io import BufferedReader, TextIOWrapper
from pathlib import Path

from scraper.addresses import hide_credentials
from scraper.response import FetchProblem
from scraper.showing import show_path, show_text
from scraper.sources import ADDRESS, Work, list_address, state_unreadable

STANDARD_INPUT = "-"
MOST_CHARACTERS = 32_768
MARK = "\ufeff"
UTF16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def list_addresses(file: str) -> Iterator[Work]:
    """List the addresses of a file; of standard input for ``-``."""
    is_standard = file == STANDARD_INPUT
    try:
        with os.fdopen(0, "rb", closefd=False) if is_standard else Path(file).open("rb") as opened:
            yield from read_list(name_list(file), opened)
    except (OSError, UnicodeError) as error:
        yield state_unreadable(name_list(file), error)


def name_list(file: str) -> str:
    """Return how problems call a list."""
    return "standard input" if file == STANDARD_INPUT else show_path(Path(file))


def read_list(name: str, file: BufferedReader) -> Iterator[Work]:
    """Read a list of this name; a list without any line to read is a problem, too."""
    is_empty = True
    for number, text in read_lines(file):
        is_empty = False
        work = list_address(text) if ADDRESS.match(text) else None
        if work is None or isinstance(work, FetchProblem):
            reason = "no address; expected https://host/path" if work is None else work.message
            shown = show_text(hide_credentials(text))
            shown = shown if len(shown) <= 80 else f"{shown[:80]}…"
            where = f"{name} line {number}"
            yield FetchProblem(
                code="address_refused",
                source=where,
                address=None,
                message=f"{where}: {shown!r}: {reason}",
            )
        else:
            yield work
    if is_empty:
        message = f"{name}: no address in this list; expected one a line"
        yield FetchProblem(code="no_pages", source=name, address=None, message=message)


def read_lines(file: BufferedReader) -> Iterator[tuple[int, str]]:
    """Iterate over the lines that say something, each with its number.

    A byte that is not UTF-8 makes a line no address, since nobody knows which one is meant. So
    does a line that is too long: it comes in pieces.
    """
    is_utf16 = file.peek(2)[:2] in UTF16_MARKS
    encoding, errors = ("utf-16", "strict") if is_utf16 else ("utf-8", "surrogateescape")
    with TextIOWrapper(file, encoding=encoding, errors=errors) as lines:
        number = 0
        while line := lines.readline(MOST_CHARACTERS):
            number += 1
            # A mark stands within the text, too, where lists were put together.
            text = line.strip().removeprefix(MARK).strip()
            if text and not text.startswith("#"):
                yield number, text
