"""Resolve: takes in operators' words from a file, and has the tools follow.

A line is kept with the names that it has, whatever entries they mean today. Words that others
overruled where the file was written are marked. They come last, and none of a chain that would join
two entries held different is taken in.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from operator import itemgetter
from typing import TypeAlias

from msgspec import Struct, field
from msgspec.structs import replace
from sqlite_utils import Database

from db.linking import SELECT_SLUGS
from db.resolving.deciding import list_decisions
from db.resolving.decisions import (
    Decision,
    Name,
    Said,
    append_decision,
    find_entry,
    read_name,
    renew_pairs,
)
from db.resolving.joining import join_tools
from db.resolving.standing import Contradiction, Logged, NothingToRetract, Standing

SELECT_NAMES = "SELECT one, other FROM decisions WHERE decision_id = ?"


Refusal: TypeAlias = Contradiction | NothingToRetract
Identity: TypeAlias = tuple[str, ...]


class Taken(Struct):
    """What became of decisions from a file, by their lines.

    ``known`` have nothing to add: they were in the log before, stand in the file twice, or take
    back what was taken back. ``refused`` cannot be said after what was said before.
    ``waiting`` are in the log, and name an entry that is not there: they hold when it comes.
    """

    added: list[int] = field(default_factory=list)
    known: list[int] = field(default_factory=list)
    refused: list[tuple[int, Refusal]] = field(default_factory=list)
    waiting: list[tuple[int, Name]] = field(default_factory=list)


def take_decisions(database: Database, lines: Iterable[tuple[int, Decision]]) -> Taken:
    """Take in decisions from the lines of a file, in their order, and have the tools follow.

    What is refused is tried again, for a later line may allow it, until no more can be taken in.
    """
    with database.atomic():
        left = list(lines)
        taking = _Taking(database, left)
        while taking.take_all(left):
            left = [(line, decision) for line, decision in left if line in taking.refused]
        join_tools(database, renew_pairs(database, sorted(taking.touched)))
    return taking.finish()


def list_missing(database: Database, lines: Sequence[tuple[int, Decision]]) -> list[int]:
    """Return the lines of a file of which the log has nothing yet; change nothing."""
    taking = _Taking(database, lines)
    return [line for line, decision in lines if not taking.knows(decision)]


def list_slugs(database: Database, name: Name) -> list[str]:
    """Return the slugs under which a site has shown a name and tagline."""
    return [slug for (slug,) in database.conn.execute(SELECT_SLUGS, (name.find_key(),))]


class _Taking:
    """What has become of the lines so far."""

    def __init__(self, database: Database, lines: Sequence[tuple[int, Decision]]) -> None:
        self._database = database
        self._standing = Standing(database)
        logged = [decision for _, decision in list_decisions(database)]
        self._logged = {_identify(decision) for decision in logged}
        # A file that has a decision by its own names means no other by it.
        stated = {_identify(decision) for _, decision in lines}
        self._renamed = {
            _identify(decision, self._standing.name)
            for decision in logged
            if _identify(decision) not in stated
        }
        self._taken = Taken()
        self.refused: dict[int, Refusal] = {}
        self.touched: set[tuple[str, str]] = set()

    def take_all(self, lines: Iterable[tuple[int, Decision]]) -> bool:
        """Take lines in; return whether those that were refused may be allowed now."""
        self.refused.clear()
        before = len(self._taken.added)
        overruled = []
        for line, decision in lines:
            if decision.evidence.get("overruled") and not self.knows(decision):
                overruled.append((line, decision))
                continue
            try:
                self._take(line, decision)
            except (Contradiction, NothingToRetract) as error:
                self.refused[line] = error
        self._take_overruled(overruled)
        return bool(self.refused) and len(self._taken.added) > before

    def finish(self) -> Taken:
        """Return what became of all lines, in their order."""
        taken = self._taken
        return Taken(
            sorted(taken.added), sorted(taken.known),
            sorted(self.refused.items(), key=itemgetter(0)),
            sorted(taken.waiting, key=itemgetter(0)),
        )  # fmt: skip

    def _take(self, line: int, decision: Decision) -> None:
        if self.knows(decision):
            self._taken.known.append(line)
        elif decision.word == "retracted":
            self._retract(line, decision)
        else:
            self._say(line, decision)

    def _take_overruled(self, lines: Sequence[tuple[int, Decision]]) -> None:
        """Take in words that were overruled where they were said, but for those that are here."""
        if not lines:
            return
        together = Standing(self._database)
        for _, decision in lines:
            said = Said(0, decision.word, decision.decided_by, decision.decided_at)
            together.add(said, decision.one.find_key(), decision.other.find_key())
        for line, decision in lines:
            one, other = decision.one.find_key(), decision.other.find_key()
            try:
                self._standing.check_unsaid(decision.word, one, other)
                together.check(decision.word, one, other)
                self._take(line, decision)
            except Contradiction as error:
                self.refused[line] = error

    def knows(self, decision: Decision) -> bool:
        """Tell whether the log holds a decision, or it takes back what was taken back before."""
        if _identify(decision) in self._logged:
            return True
        if _identify(decision, self._standing.name) in self._renamed:
            return True
        if decision.word != "retracted" or not decision.evidence.get("retracts"):
            return False
        words = self._list_named(decision)
        return bool(words) and not any(map(self._standing.is_standing, words))

    def _say(self, line: int, decision: Decision) -> None:
        one, other = decision.one.find_key(), decision.other.find_key()
        self._standing.check(decision.word, one, other)
        evidence = {name: value for name, value in decision.evidence.items() if name != "overruled"}
        number = append_decision(self._database, replace(decision, evidence=evidence))
        said = Said(number, decision.word, decision.decided_by, decision.decided_at)
        self._standing.add(said, one, other)
        self._note(line, decision, one, other)
        self._taken.waiting += [
            (line, name)
            for name, key in ((decision.one, one), (decision.other, other))
            if find_entry(self._database, key) is None
        ]

    def _retract(self, line: int, decision: Decision) -> None:
        standing = [each for each in self._list_named(decision) if self._standing.is_standing(each)]
        if not standing:
            raise NothingToRetract
        logged = max(standing, key=lambda each: each.said.decision_id)
        self._standing.take_back(logged)
        append_decision(self._database, self._name_as(logged, decision))
        self._note(line, decision, *logged.ids)

    def _list_named(self, retraction: Decision) -> Sequence[Logged]:
        """Return the words of the log that a retraction may be of, those on its own names first."""
        retracts = retraction.evidence.get("retracts")
        one, other = sorted((retraction.one.find_key(), retraction.other.find_key()))
        words = [
            logged
            for logged in self._standing.list_logged(one, other)
            if not retracts or logged.said.describe() == retracts
        ]
        return [logged for logged in words if logged.ids == (one, other)] or words

    def _name_as(self, logged: Logged, decision: Decision) -> Decision:
        """Return a decision on the names of the word that it takes back."""
        row = (logged.said.decision_id,)
        one, other = self._database.conn.execute(SELECT_NAMES, row).fetchone()
        return replace(decision, one=read_name(one), other=read_name(other))

    def _note(self, line: int, decision: Decision, one: str, other: str) -> None:
        self._logged.add(_identify(decision))
        self.touched.add((min(one, other), max(one, other)))
        self._taken.added.append(line)


def _identify(decision: Decision, name: Callable[[str], str] = str) -> Identity:
    """Return what makes two lines one decision, whatever else their evidence is.

    ``name`` gives the id by which an entry is known, of the one that the decision names it by.
    """
    sides = sorted(name(each.find_key()) for each in (decision.one, decision.other))
    retracts = json.dumps(decision.evidence.get("retracts"), sort_keys=True)
    said = (decision.word, decision.reason, decision.decided_by, decision.decided_at)
    return (*sides, *said, retracts)
