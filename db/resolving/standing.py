"""Resolve: all that operators have said, and whether one more word would contradict it.

An operator's "different" holds for whole tools, so the words on all pairs hang together. A word
that would make two entries one tool and two tools at once is refused, with the path that does.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TypeAlias

from msgspec import Struct
from sqlite_utils import Database

from db.resolving.decisions import RETRACTS, Said, find_entry, follow

SELECT_LOG = f"""
SELECT decision_id, word, decided_by, decided_at, one_key, other_key, {RETRACTS} FROM decisions
ORDER BY decision_id
"""
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
    """A word that is to be taken back, and was never said."""


class Logged(Struct, frozen=True):
    """A word of the log, and the two ids that it was said of."""

    said: Said
    ids: Ids


class Standing:
    """What holds of which pairs of entries; several ids of one entry are one here."""

    def __init__(self, database: Database) -> None:
        """Read the whole log."""
        self._database = database
        self._names: dict[str, str] = {}
        # Of each pair of ids the words that were not taken back, the last of which holds.
        self._standing: dict[Ids, list[Said]] = {}
        # Of each pair of entries all words, by whatever ids.
        self._logged: dict[Ids, list[Logged]] = {}
        # Of each word the entries that it holds of, both ways, and in which decisions.
        self._holding: dict[str, dict[str, dict[str, set[int]]]] = {}
        # Of each entry that words of "same" join to others, all that they join it to.
        self._together: dict[str, set[str]] = {}
        for *said, one_key, other_key, retracts in database.conn.execute(SELECT_LOG):
            self.add(Said(*said), one_key, other_key, json.loads(retracts or "null"))

    def add(self, said: Said, one_key: str, other_key: str, retracts: object = None) -> None:
        """Have a word hold, or take back the one that it retracts, else the last."""
        ids = _sort(one_key, other_key)
        if said.word != "retracted":
            self._list_logged(*ids).append(Logged(said, ids))
        self._put(ids, follow(self._standing.get(ids, ()), said, retracts))

    def take_back(self, logged: Logged) -> None:
        """Take a word back that stands.

        Raises ``Contradiction``, and leaves all as it is, where the word before it would hold again
        and is not allowed by others.
        """
        before = self._standing[logged.ids]
        left = [said for said in before if said != logged.said]
        self._put(logged.ids, left)
        if left and before[-1] == logged.said and left[-1].word != logged.said.word:
            try:
                self.check(left[-1].word, *logged.ids)
            except Contradiction:
                self._put(logged.ids, before)
                raise

    def _put(self, ids: Ids, words: Sequence[Said]) -> None:
        """Have these words stand of a pair of ids, the last of which holds."""
        before, self._standing[ids] = self._standing.get(ids, []), list(words)
        if before[-1:] == self._standing[ids][-1:]:
            return
        one, other = (self.name(key) for key in ids)
        for said in before[-1:]:
            self._link(said.decision_id, said.word, one, other, is_held=False)
        for said in words[-1:]:
            self._link(said.decision_id, said.word, one, other, is_held=True)

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

    def _list_logged(self, one_key: str, other_key: str) -> list[Logged]:
        return self._logged.setdefault(_sort(self.name(one_key), self.name(other_key)), [])

    def list_logged(self, one_key: str, other_key: str) -> Sequence[Logged]:
        """Return all words on two entries, by whatever ids, in their order."""
        return self._list_logged(one_key, other_key)

    def is_standing(self, logged: Logged) -> bool:
        """Tell whether a word was not taken back."""
        return logged.said in self._standing[logged.ids]

    def find_holding(self, one_key: str, other_key: str) -> Said | None:
        """Return the last word that holds of two entries, by whatever ids."""
        logged = self._list_logged(one_key, other_key)
        return next((each.said for each in reversed(logged) if self.is_standing(each)), None)

    def check(self, word: str, one_key: str, other_key: str) -> None:
        """Raise ``Contradiction`` where a word cannot be said of a pair."""
        one, other = self.name(one_key), self.name(other_key)
        for before in ("same", "different"):
            if before != word and (found := self._find_decision(before, one, other)):
                raise Contradiction((Step(one, before, other, found),))
        if word == "same":
            self._check_same(one, other)
        elif word == "different" and one != other and other in self._list_together(one):
            raise Contradiction(self._walk(one, other))

    def check_unsaid(self, word: str, one_key: str, other_key: str) -> None:
        """Raise ``Contradiction`` where another word holds of two entries, an "unsure" too."""
        holding = self.find_holding(one_key, other_key)
        if holding is not None and holding.word != word:
            names = self.name(one_key), self.name(other_key)
            raise Contradiction((Step(names[0], holding.word, names[1], holding.decision_id),))

    def _check_same(self, one: str, other: str) -> None:
        """Raise ``Contradiction`` where one tool would hold entries that are held different."""
        ours, theirs = self._list_together(one), self._list_together(other)
        if len(theirs) < len(ours):
            one, other, ours, theirs = other, one, theirs, ours
        for near in sorted(ours):
            for far in sorted(self._holding.get("different", {}).get(near, ())):
                if far in theirs and far != near:
                    held = Step(near, "different", far, self._find_decision("different", near, far))
                    if ours is theirs:
                        raise Contradiction((*self._walk(near, far), held))
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

    def name(self, key: str) -> str:
        """Return the id that an entry has today; what is not there yet keeps the id it is given."""
        if key not in self._names:
            entry_id = find_entry(self._database, key)
            row = self._database.conn.execute(SELECT_KEY, (entry_id,)).fetchone()
            self._names[key] = key if row is None else row[0]
        return self._names[key]


def _sort(one: str, other: str) -> Ids:
    return (one, other) if one < other else (other, one)
