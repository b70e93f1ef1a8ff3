"""Publish: what a data page shows of a view: which columns, which rows of how many, and why these.

Every address made here leads to the first row: what narrows a view starts it anew.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl, urlencode

from publish.arranging import title_column

ALL_COLUMNS = "_columns"
FACET_KEYS: Mapping[str, str] = {"array": "__arraycontains", "date": "__date"}
STATES: Mapping[str, str] = {"valid_to__isnull": "stands", "valid_to__notnull": "has ended"}
FACETS: Mapping[str, str] = {"array": "_facet_array", "date": "_facet_date"}


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition that rows fulfil, in words, and the address without it."""

    words: str
    without: str


@dataclass(frozen=True, slots=True)
class Way:
    """A way to narrow a view by one click: what its rows are then, and whether they are."""

    words: str
    address: str
    is_taken: bool


@dataclass(frozen=True, slots=True)
class Place:
    """The rows of a page, from 1, and the address of the page before, if there is one."""

    first: int
    last: int
    before: str | None


def choose_columns(
    columns: Iterable[Mapping[str, Any]], chosen: Collection[str], named: Collection[str], args: Any
) -> list[Mapping[str, Any]]:
    """Return the columns to show: those chosen for a view, and those that the address names."""
    listed = list(columns)
    if not chosen or any(key in args for key in (ALL_COLUMNS, "_col", "_nocol")):
        return listed
    return [column for column in listed if column["name"] in chosen or column["name"] in named]


def list_conditions(request: Any, filters: Any) -> list[Condition]:
    """List the conditions in force."""
    signs = {key: (sign, is_alone) for key, sign, is_alone in filters.lookups()}
    conditions = []
    for key, value in filters.pairs:
        column, _, lookup = key.rpartition("__") if "__" in key else (key, "", "exact")
        sign, is_alone = signs.get(lookup, (lookup, False))
        told = f"{title_column(column)} {sign}"
        words = STATES.get(key, told if is_alone else f"{told} {value or '(empty)'}")
        conditions.append(Condition(words, leave_out(request, [(key, value)])))
    return conditions


def leave_out(request: Any, pairs: Iterable[tuple[str, str]]) -> str:
    """Return this address without some of its arguments."""
    gone = set(pairs)
    return _write(request, [pair for pair in _read(request) if pair not in gone])


def list_ways(request: Any, ways: Iterable[tuple[str, str]]) -> list[Way]:
    """List the ways to narrow a view, and that to all of it; at most one of them is taken."""
    narrowing = [(words, parse_qsl(condition)[0]) for words, condition in ways]
    pairs = _read(request)
    kept = [pair for pair in pairs if pair[0] not in {key for _, (key, _) in narrowing}]
    found = [Way(words, _write(request, [*kept, pair]), pair in pairs) for words, pair in narrowing]
    is_all = len(kept) == len(pairs)
    return [*found, Way("in all", _write(request, kept), is_all)] if found else []


def put(request: Any, key: str, value: object) -> str:
    """Return this address with an argument, in place of others by its name."""
    kept = [pair for pair in _read(request) if pair[0] != key]
    return _write(request, [*kept, (key, str(value))])


def toggle(request: Any, facet: Mapping[str, Any], choice: Mapping[str, Any]) -> str:
    """Return this address with the condition that a facet's choice is, or without it."""
    key = f"{facet['name']}{FACET_KEYS.get(facet['type'], '')}"
    value = str(choice["value"])
    return leave_out(request, [(key, value)]) if choice["selected"] else put(request, key, value)


def hide(request: Any, facet: Mapping[str, Any]) -> str:
    """Return this address without a facet that it asks for."""
    return leave_out(request, [(FACETS.get(facet["type"], "_facet"), facet["name"])])


def is_telling(facet: Mapping[str, Any], total: int | None) -> bool:
    """Tell whether a facet says anything: not where all rows have its only value."""
    choices: Sequence[Mapping[str, Any]] = facet["results"]
    is_only = len(choices) == 1 and choices[0]["count"] == total
    return bool(choices) and (not is_only or choices[0]["selected"])


def find_place(request: Any, rows: int, size: int) -> Place | None:
    """Return which rows of a view a page shows: they are counted, and the address says how many.

    None for a table, whose address says what the last row was.
    """
    following = request.args.get("_next") or "0"
    if not following.isdecimal():
        return None
    skipped = int(following)
    before = None
    if skipped:
        asked = request.args.get("_size") or ""
        start = skipped - (int(asked) if asked.isdecimal() and int(asked) else size)
        before = put(request, "_next", start) if start > 0 else leave_out(request, ())
    return Place(skipped + 1, skipped + rows, before)


def _read(request: Any) -> list[tuple[str, str]]:
    pairs = parse_qsl(request.query_string, keep_blank_values=True)
    return [pair for pair in pairs if pair[0] != "_next"]


def _write(request: Any, pairs: Sequence[tuple[str, str]]) -> str:
    return f"{request.path}?{urlencode(pairs)}" if pairs else str(request.path)
