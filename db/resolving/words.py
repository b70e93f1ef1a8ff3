"""Resolve: the words that names of tools are made of, as ``words.txt`` lists them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from msgspec import Struct

from db.resolving.tokens import split_words

KINDS = (
    "vendor", "family", "variant", "edition", "form", "size", "unit", "short", "generic", "filler",
)  # fmt: skip


class Line(Struct, frozen=True):
    """A line of the list: a word, of which kind, how it is written, and an example of it."""

    number: int
    kind: str
    value: str
    spellings: tuple[str, ...]
    of: str
    example: str


class Words:
    """The list, by how the words are written: as tuples of words."""

    def __init__(self, lines: Sequence[Line]) -> None:
        """Take the lines; of two that write one word, each must be of another kind."""
        self.lines = tuple(lines)
        self._found: dict[tuple[str, ...], dict[str, Line]] = {}
        for line in lines:
            for spelling in line.spellings:
                self._found.setdefault(tuple(split_words(spelling)), {})[line.kind] = line
        self.longest = max(len(words) for words in self._found)
        self._begin = {words[0] for words in self._found}

    def find(self, words: Sequence[str], start: int) -> tuple[int, dict[str, Line]]:
        """Return the longest run of words at ``start`` that is listed: its length, and by kind."""
        if words[start] not in self._begin:
            return 1, {}
        for length in range(min(self.longest, len(words) - start), 0, -1):
            if found := self._found.get(tuple(words[start : start + length])):
                return length, found
        return 1, {}


def read_lines(text: str) -> list[Line]:
    """Return the lines of a list; raise ``ValueError`` for one that cannot be read."""
    lines = []
    for number, row in enumerate(text.splitlines(), start=1):
        if not row or row.startswith("#"):
            continue
        cells = [cell.strip() for cell in row.split("|")]
        if len(cells) != 5 or cells[0] not in KINDS or not cells[1] or not cells[4]:
            raise ValueError(f"words.txt, line {number}: expected five cells, got {row!r}")
        kind, value, also, of, example = cells
        spellings = (value, *(part.strip() for part in also.split(",") if part.strip()))
        lines.append(Line(number, kind, value, spellings, of, example))
    return lines


@cache
def load_words() -> Words:
    """Return the project's own list."""
    return Words(read_lines(files(__package__).joinpath("words.txt").read_text("utf-8")))
