"""Bench: two tables of products and the pairs of them that are one product.

Any separator and any names of the columns; the prices as people write them. What cannot be read
as it stands is an error that says where, for a row left out would change the figures.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from msgspec import Struct, field

from bench.resolve.links import Pair, Row

SEPARATORS = ("|", "\t", ";", ",")
FIELDS = ("id", "name", "description", "price")
_OPTIONAL = ("description", "price")
# A number with its thousands apart, `1,299.00`, `1.299,00`, `1 299`, or without: `1299.5`, `.99`.
_NUMBER = re.compile(r"\d{1,3}(?:[ ,.']\d{3})+(?:[.,]\d{1,2})?(?!\d)|\d+(?:[.,]\d+)?|[.,]\d+")
_ALWAYS_FREE = re.compile(r"\s*free\s*", re.IGNORECASE)


class TableError(Exception):
    """A table or a truth that cannot be read; the message says where, and what was expected."""


class Reading(Struct, frozen=True):
    """How the tables are to be read: the separator, if told, the encoding, the columns' names.

    A column has one name or several, of which the first that a table has is taken; no name at all
    says that there is no such column.
    """

    separator: str | None = None
    encoding: str = "utf-8-sig"
    columns: Mapping[str, Sequence[str]] = field(
        default_factory=lambda: {name: (name,) for name in FIELDS}
    )


class Tables(Struct, frozen=True):
    """Two tables, and the pairs of row numbers that are true."""

    left: tuple[Row, ...]
    right: tuple[Row, ...]
    truth: frozenset[Pair]


def read_tables(left: Path, right: Path, truth: Path, reading: Reading) -> Tables:
    """Read a set; raise ``TableError`` for what is not as it should be."""
    first, second = read_table(left, reading), read_table(right, reading)
    return Tables(first, second, read_truth(truth, first, second, reading))


def read_table(path: Path, reading: Reading) -> tuple[Row, ...]:
    """Read one table, its first line the names of its columns."""
    lines = list(_list_lines(path, reading))
    if len(lines) < 2:
        raise TableError(f"{path}: no rows; expected a line of column names and rows below it")
    (_, head), *body = lines
    places = {column: _find_column(path, head, column, reading) for column in FIELDS}
    rows: dict[str, Row] = {}
    for number, values in body:
        if len(values) != len(head):
            raise TableError(f"{path}:{number}: {len(values)} fields, expected {len(head)}")
        cells = {column: "" if at is None else values[at].strip() for column, at in places.items()}
        key = cells["id"]
        if not key or key in rows:
            what = f"id {key!r} stands twice" if key else "no id"
            raise TableError(f"{path}:{number}: {what}; expected one of its own in each row")
        price = read_price(cells["price"])
        rows[key] = Row(key, cells["name"], cells["description"] or None, price)
    return tuple(rows.values())


def read_truth(
    path: Path, left: Sequence[Row], right: Sequence[Row], reading: Reading
) -> frozenset[Pair]:
    """Read the true pairs: two columns of ids, left and right; names of the columns may be there.

    The first line is taken for names unless both of its values are ids.
    """
    sides = [{row.id: place for place, row in enumerate(rows)} for rows in (left, right)]
    pairs: set[Pair] = set()
    for place, (number, values) in enumerate(_list_lines(path, reading)):
        if len(values) != 2:
            raise TableError(f"{path}:{number}: {len(values)} fields, expected 2: left, right")
        keys = [value.strip() for value in values]
        unknown = [key for key, side in zip(keys, sides, strict=True) if key not in side]
        if not unknown:
            pairs.add((sides[0][keys[0]], sides[1][keys[1]]))
        elif place:
            raise TableError(f"{path}:{number}: unknown id {unknown[0]!r}; no row of the table")
    if not pairs:
        raise TableError(f"{path}: no true pairs; expected two columns of ids")
    return frozenset(pairs)


def read_price(text: str) -> float | None:
    """Return the first amount in a text, or none: `$1,299.00`, `1.299,00 EUR`, `from $9/mo`."""
    found = _NUMBER.search(text)
    if not found:
        return 0.0 if _ALWAYS_FREE.fullmatch(text) else None
    number = found[0]
    marks = [mark for mark in number if mark in ".,"]
    if not marks:
        return float(re.sub(r"\D", "", number))
    whole, _, part = number.rpartition(marks[-1])
    # `1,299,000` and `1,299` have thousands; `1.29`, `1,29`, `1,299.00` and `1.299,00` a fraction.
    is_thousands = len(marks) == 1 and marks[0] == "," and len(part) == 3 and whole != ""
    point = "" if is_thousands or marks[-1] in marks[:-1] else "."
    return float(re.sub(r"\D", "", whole) + point + part)


def _find_column(path: Path, head: Sequence[str], column: str, reading: Reading) -> int | None:
    """Return the place of a column, or none where it was told that there is none."""
    wanted = reading.columns[column]
    if column in _OPTIONAL and not any(wanted):
        return None
    names = [name.strip().casefold() for name in head]
    for name in wanted:
        if name.casefold() in names:
            return names.index(name.casefold())
    without = f", or --{column} '' to do without" if column in _OPTIONAL else ""
    raise TableError(
        f"{path}: no column {' or '.join(map(repr, wanted))}, got {', '.join(head)}; "
        f"name it with --{column} NAME{without}"
    )


def _list_lines(path: Path, reading: Reading) -> Iterator[tuple[int, list[str]]]:
    """Yield the number and the fields of each line that is not empty."""
    try:
        text = path.read_bytes().decode(reading.encoding)
    except FileNotFoundError as error:
        raise TableError(f"{path}: no such file") from error
    except (UnicodeDecodeError, LookupError) as error:
        raise TableError(f"{path}: {error}; tell its encoding with --encoding") from error
    separator = reading.separator or _sniff_separator(text)
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        yield from ((lines.line_num, values) for values in lines if values)
    except csv.Error as error:
        raise TableError(f"{path}:{lines.line_num}: {error}") from error


def _sniff_separator(text: str) -> str:
    """Return the separator that stands in the first line most often; a comma if none does."""
    first = text.partition("\n")[0]
    return max(SEPARATORS, key=lambda mark: (first.count(mark), mark == ","))
