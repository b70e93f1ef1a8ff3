"""Resolve: all that operators have said, and whether one more word would contradict it.

An operator's "different" holds for whole tools, so the words on all pairs hang together. A word
that would make two entries one tool and two tools at once is refused, with the path that does.
"""

from __future__ import annotations

from typing import TypeAlias

from msgspec import Struct
from sqlite_utils import Database

from db.resolving.decisions import find_entry

SELECT_LOG = "SELECT decision_id, word, one_key, other_key FROM decisions ORDER BY decision_id"
SELECT_KEY = "SELECT key FROM entries WHERE entry_id = ?"

Ids: TypeAlias = tuple[str, str]


class Step(Struct, frozen=True):
    """One word on a path: two entries, by their ids, what was said of them, and in which decision.

    Number 0 is the word that is about to be said.
    """

    one: str
    word: str
    other: str
    decision_id: int


class Contradiction(Exception):
    """A word that what was said before does not allow; ``path`` is what it contradicts."""

    def __init__(self, path: tuple[Step, ...]) -> None:
        """Take the path."""
        super().__init__("contradiction")
        self.path = path


class NothingToRetract(Exception):
    """A word that is to be taken back, and does not hold."""


class Standing:
    """What holds of which pairs of entries; several ids of one entry are one here."""

    def __init__(self, database: Database) -> None:
        """Read the whole log."""
        self._database = database
        self._names: dict[str, str] = {}
        # Of each pair of ids the words that were not taken back, the last of which holds.
        self._said: dict[Ids, list[tuple[int, str]]] = {}
        # Of each word the entries that it holds of, both ways, and in which decisions.
        self._holding: dict[str, dict[str, dict[str, set[int]]]] = {}
        # Of each entry that words of "same" join to others, all that they join it to.
        self._together: dict[str, set[str]] = {}
        for decision_id, word, one_key, other_key in database.conn.execute(SELECT_LOG):
            self.add(decision_id, word, one_key, other_key)

    def add(self, decision_id: int, word: str, one_key: str, other_key: str) -> None:
        """Have a word hold, or take back the one that holds."""
        said = self._said.setdefault(_sort(one_key, other_key), [])
        one, other = self._name(one_key), self._name(other_key)
        if said:
            self._link(*said[-1], one, other, is_held=False)
        if word != "retracted":
            said.append((decision_id, word))
        elif said:
            said.pop()
        if said:
            self._link(*said[-1], one, other, is_held=True)

    def _link(self, decision_id: int, word: str, one: str, other: str, *, is_held: bool) -> None:
        is_linked = other in self._holding.get(word, {}).get(one, {})
        for a, b in ((one, other), (other, one)):
            decisions = self._holding.setdefault(word, {}).setdefault(a, {}).setdefault(b, set())
            if is_held:
                decisions.add(decision_id)
            else:
                decisions.discard(decision_id)
                if not decisions:
                    del self._holding[word][a][b]
        if word != "same" or is_linked == (other in self._holding[word].get(one, {})):
            return
        if is_held:
            self._join(one, other)
        else:
            for each in (one, other):
                group = set(self._reach(each))
                self._together.update(dict.fromkeys(group, group))

    def _join(self, one: str, other: str) -> None:
        small, large = sorted((self._list_together(one), self._list_together(other)), key=len)
        if small is not large:
            large |= small
            self._together.update(dict.fromkeys(large if len(large) == 2 else small, large))

    def _list_together(self, name: str) -> set[str]:
        return self._together.get(name, {name})

    def find(self, one_key: str, other_key: str) -> tuple[int, str] | None:
        """Return the decision that holds of a pair of ids, and its word."""
        said = self._said.get(_sort(one_key, other_key))
        return said[-1] if said else None

    def check(self, word: str, one_key: str, other_key: str) -> None:
        """Raise where a word cannot be said of a pair: ``Contradiction``, ``NothingToRetract``."""
        if word == "retracted":
            if self.find(one_key, other_key) is None:
                raise NothingToRetract
            return
        one, other = self._name(one_key), self._name(other_key)
        for before in ("same", "different"):
            if before != word and (found := self._find_decision(before, one, other)):
                raise Contradiction((Step(one, before, other, found),))
        if word == "same":
            self._check_same(one, other)
        elif word == "different" and one != other and other in self._list_together(one):
            raise Contradiction(self._walk(one, other))

    def _check_same(self, one: str, other: str) -> None:
        """Raise ``Contradiction`` where one tool would hold entries that are held different."""
        ours, theirs = self._list_together(one), self._list_together(other)
        if len(theirs) < len(ours):
            one, other, ours, theirs = other, one, theirs, ours
        for near in sorted(ours):
            for far in sorted(self._holding.get("different", {}).get(near, ())):
                if far in theirs:
                    held = Step(near, "different", far, self._find_decision("different", near, far))
                    way = (*self._walk(near, one), Step(one, "same", other, 0))
                    raise Contradiction((*way, *self._walk(other, far), held))

    def _find_decision(self, word: str, one: str, other: str) -> int:
        return max(self._holding.get(word, {}).get(one, {}).get(other, ()), default=0)

    def _reach(self, start: str) -> dict[str, str]:
        """Return what words of "same" join to an entry, each with the entry before it."""
        came_from, waiting = {start: start}, [start]
        for name in waiting:
            for other in sorted(self._holding.get("same", {}).get(name, ())):
                if other not in came_from:
                    came_from[other] = name
                    waiting.append(other)
        return came_from

    def _walk(self, start: str, end: str) -> tuple[Step, ...]:
        """Return how words of "same" lead from one entry to another; nothing, if they do not."""
        came_from = self._reach(end)
        steps = []
        while start in came_from and start != end:
            following = came_from[start]
            decision_id = self._find_decision("same", start, following)
            steps.append(Step(start, "same", following, decision_id))
            start = following
        return tuple(steps)

    def _name(self, key: str) -> str:
        """Return the id that an entry has today; what is not there yet keeps the id it is given."""
        if key not in self._names:
            entry_id = find_entry(self._database, key)
            row = self._database.conn.execute(SELECT_KEY, (entry_id,)).fetchone()
            self._names[key] = key if row is None else row[0]
        return self._names[key]


def _sort(one: str, other: str) -> Ids:
    return (one, other) if one < other else (other, one)
