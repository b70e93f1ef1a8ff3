"""Steps by which a list of entries becomes what it is, and a database that follows them."""

from __future__ import annotations

from contextlib import suppress

from hypothesis import strategies as st
from sqlite_utils import Database

from db.resolving.deciding import NotHolding
from db.resolving.resolver import resolve_entries
from db.resolving.standing import Contradiction
from tests.listed import (
    OTHER_TEXT,
    RETOLD,
    TEXT,
    Listed,
    Sayer,
    add,
    change,
    date,
    make,
    remove,
)

# Names and texts of which many pairs are alike, differ in a fact, or are one tool by the rule.
names = st.builds(
    "{}{}{}".format,
    st.sampled_from(["Osier", "Osier Notes", "Acme Osier", "Tintype"]),
    st.sampled_from(["", "", " 2", " 3"]),
    st.sampled_from(["", "", " 7B", " 22B"]),
)
texts = st.sampled_from([TEXT, TEXT, RETOLD, OTHER_TEXT, None])
invented = st.builds(
    make,
    names,
    st.sampled_from([f"e{place}" for place in range(8)]),
    texts,
    day=st.integers(1, 3),
    pricing=st.sampled_from([None, "$9/mo"]),
)
steps = st.one_of(
    st.tuples(st.sampled_from(["put", "put", "put", "remove", "resolve"]), invented, invented),
    st.tuples(st.sampled_from(["same", "different", "unsure", "undo"]), invented, invented),
)


class Listing:
    """What a site lists while steps are taken, and the database that follows it."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.listed: dict[str, Listed] = {}
        self._said: list[int] = []
        self._sayer = Sayer(database)

    def take(self, kind: str, one: Listed, other: Listed) -> None:
        """Take a step of a kind with one entry, or a word on two."""
        if kind == "put" and one.key not in self.listed:
            add(self.database, one)
            self.listed[one.key] = one
        elif kind == "put":
            change(self.database, one)
            date(self.database, one, one.day)
            self.listed[one.key] = one
        elif kind == "remove":
            remove(self.database, one)
            self.listed.pop(one.key, None)
        elif kind == "resolve":
            resolve_entries(self.database)
        elif kind == "undo":
            with suppress(NotHolding, IndexError):
                self._sayer.undo(self._said.pop())
        elif one.key != other.key and {one.key, other.key} <= self.listed.keys():
            # A word is said of what is resolved, as the command does.
            resolve_entries(self.database)
            with suppress(Contradiction):
                self._said.append(self._sayer.say(kind, one, other))
