"""Resolve: in what entries of a database differ, whichever pairs of them are asked for.

Many are asked for at once where a tool has many entries, so each entry is read once, and entries
that state the same facts are compared once.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

import msgspec
from sqlite_utils import Database

from db.resolving.conflicts import compare_facts
from db.resolving.index import find_traits
from db.resolving.judging import find_difference
from db.resolving.traits import Traits

# So many are remembered.
MOST_READ, MOST_COMPARED = 1 << 12, 1 << 16
_encode = msgspec.msgpack.Encoder().encode


class Differences:
    """The differences of entries, by their rows."""

    def __init__(self, database: Database) -> None:
        """Take the database; it must not change while this is asked."""
        self._database = database
        # Of entries that state the same facts the first that was read.
        self._first: dict[bytes, Traits] = {}
        self._read = lru_cache(MOST_READ)(self._find)
        self._compare = lru_cache(MOST_COMPARED)(self._find_conflicts)

    def _find(self, entry_id: int) -> tuple[Traits, bytes] | None:
        traits = find_traits(self._database, entry_id)
        if traits is None:
            return None
        facts = _encode((traits.named, traits.told))
        self._first.setdefault(facts, traits)
        return traits, facts

    def _find_conflicts(self, one: bytes, other: bytes) -> tuple[str, ...]:
        return compare_facts(self._first[one], self._first[other]).conflicts

    def list_conflicts(self, one: int, other: int) -> tuple[str, ...]:
        """Return the types of facts in which two entries differ."""
        a, b = self._read(one), self._read(other)
        return () if a is None or b is None else self._compare(a[1], b[1])

    def pick_distinct(self, entry_ids: Iterable[int]) -> list[int]:
        """Return one of the entries for all those that state the same facts."""
        read = {entry_id: self._read(entry_id) for entry_id in sorted(entry_ids)}
        return list({each[1]: i for i, each in read.items() if each is not None}.values())

    def find_unlike(self, one: int, other: int) -> str:
        """Return what the rule misses in two listings of one name and text, in words; else nothing.

        Of other entries it says nothing: the rule does not join them.
        """
        a, b = self._read(one), self._read(other)
        if a is None or b is None or (a[0].spelled, a[0].text) != (b[0].spelled, b[0].text):
            return ""
        return find_difference(a[0], b[0])
