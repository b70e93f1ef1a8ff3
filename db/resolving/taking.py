"""Resolve: takes in operators' words from a file, and has the tools follow."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from msgspec import Struct, field
from sqlite_utils import Database

from db.resolving.deciding import describe_said, list_decisions
from db.resolving.decisions import Decision, Name, append_decision, find_entry, renew_pairs
from db.resolving.joining import join_tools
from db.resolving.standing import Contradiction, NothingToRetract, Standing


class Taken(Struct):
    """What became of decisions from a file, by their lines.

    ``known`` were in the log before, as often as they stand in the file. ``refused`` cannot be
    said after what was said before. ``waiting`` are in the log, and name an entry that is not
    there: they hold when it comes.
    """

    added: list[int] = field(default_factory=list)
    known: list[int] = field(default_factory=list)
    refused: list[tuple[int, Contradiction | NothingToRetract]] = field(default_factory=list)
    waiting: list[tuple[int, Name]] = field(default_factory=list)


def take_decisions(database: Database, lines: Iterable[tuple[int, Decision]]) -> Taken:
    """Take in decisions from the lines of a file, in their order, and have the tools follow."""
    taken, touched = Taken(), set[tuple[str, str]]()
    known = Counter(_identify(decision) for _, decision in list_decisions(database))
    with database.atomic():
        standing = Standing(database)
        for line, decision in lines:
            identity = _identify(decision)
            if known[identity]:
                known[identity] -= 1
                taken.known.append(line)
                continue
            one, other = decision.one.find_key(), decision.other.find_key()
            try:
                standing.check(decision.word, one, other)
                _check_retraction(database, decision, standing.find(one, other))
            except (Contradiction, NothingToRetract) as error:
                taken.refused.append((line, error))
                continue
            standing.add(append_decision(database, decision), decision.word, one, other)
            touched.add((min(one, other), max(one, other)))
            taken.added.append(line)
            taken.waiting += [
                (line, name)
                for name, key in ((decision.one, one), (decision.other, other))
                if find_entry(database, key) is None
            ]
        join_tools(database, renew_pairs(database, sorted(touched)))
    return taken


def _check_retraction(
    database: Database, decision: Decision, holding: tuple[int, str] | None
) -> None:
    """Raise ``NothingToRetract`` for a retraction of another word than the one that holds."""
    retracts = decision.evidence.get("retracts")
    if decision.word != "retracted" or not retracts or holding is None:
        return
    if describe_said(database, holding[0]) != retracts:
        raise NothingToRetract


def _identify(decision: Decision) -> tuple[str, ...]:
    """Return what makes two lines one decision, whatever their numbers and their evidence."""
    one, other = sorted((decision.one.find_key(), decision.other.find_key()))
    return (decision.word, one, other, decision.reason, decision.decided_by, decision.decided_at)
