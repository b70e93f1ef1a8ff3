"""Resolve: an operator's word on two entries, said and taken back, and the log of all words."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator

from msgspec import Struct
from msgspec.structs import replace
from sqlite_utils import Database

from db.resolving.decisions import (
    Decision,
    Name,
    Said,
    Word,
    append_decision,
    digest_card,
    find_holding,
    read_name,
    renew_pairs,
)
from db.resolving.index import find_traits, read_entries
from db.resolving.joining import join_tools
from db.resolving.listing import list_overruled
from db.resolving.outcomes import find_tool, list_members
from db.resolving.scoring import compare
from db.resolving.standing import Logged, Standing
from db.resolving.wording import Side, list_prose, write_evidence
from db.touching import find_last, write_ids

SELECT_NAME = "SELECT site, slug, name, tagline FROM entries WHERE entry_id = ?"
SELECT_DECIDED = """
SELECT entry_a_id, entry_b_id FROM json_each(?) CROSS JOIN verdicts ON decision_id = value
"""
SELECT_PAIR = "SELECT one, other, one_key, other_key FROM decisions WHERE decision_id = ?"
SELECT_LOG = """
SELECT decision_id, word, one, other, reason, evidence, decided_by, decided_at
FROM decisions ORDER BY decision_id
"""
# A second after the last word on a pair at the earliest: by their times words are told apart.
SELECT_TIME = """
SELECT max(?3, coalesce(max(strftime('%Y-%m-%dT%H:%M:%SZ', decided_at, '+1 second')), ''))
FROM decisions WHERE one_key = ?1 AND other_key = ?2
"""
NOTE_EXPORT = "INSERT INTO decision_exports (exported_at, last_decision_id) VALUES (?, ?)"


class Author(Struct, frozen=True):
    """Who decides, when (UTC), and why."""

    name: str
    at: str
    reason: str = ""


class Undone(Struct, frozen=True):
    """A retraction, by its number, and the word that holds of its pair now, if any does."""

    decision_id: int
    holding: Said | None


class NotHolding(Exception):
    """A decision that is to be taken back, and does not hold; ``holding`` is the one that does."""

    def __init__(self, holding: int | None) -> None:
        """Take the decision that holds of the pair, if any does."""
        super().__init__("not holding")
        self.holding = holding


def find_name(database: Database, entry_id: int) -> Name:
    """Return how a decision names an entry."""
    site, slug, name, tagline = database.conn.execute(SELECT_NAME, (entry_id,)).fetchone()
    return Name(site, slug) if slug is not None else Name(site, None, name, tagline)


def decide(database: Database, word: Word, one_id: int, other_id: int, author: Author) -> int:
    """Say a word of two entries, and have the tools follow; return its number.

    Raises ``Contradiction`` where it cannot be said, and changes nothing then.
    """
    one, other = find_name(database, one_id), find_name(database, other_id)
    with database.atomic():
        Standing(database).check(word, one.find_key(), other.find_key())
        return _add(
            database, word, (one, other), author, _find_evidence(database, one_id, other_id)
        )


def leave_out(database: Database, entry_id: int, author: Author) -> list[int]:
    """Hold an entry different from all others of its tool; return the numbers.

    The others stay together, but for those that only this one joined.
    Raises ``Contradiction`` where a person has joined it to one of them, and changes nothing then.
    """
    members = list_members(database, find_tool(database, entry_id))
    with database.atomic():
        return [
            decide(database, "different", entry_id, other, author)
            for other in members
            if other != entry_id
        ]


def undo(database: Database, decision_id: int, author: Author) -> Undone:
    """Take a decision back, and have the tools follow.

    Raises ``KeyError`` for a decision that is not there, ``NotHolding`` for one that does not
    hold: it was taken back, or another has followed it; and ``Contradiction`` where the word before
    it would hold again and is not allowed by others. Nothing is changed then.
    """
    row = database.conn.execute(SELECT_PAIR, (decision_id,)).fetchone()
    if row is None:
        raise KeyError(decision_id)
    one, other, one_key, other_key = row
    with database.atomic():
        holding = find_holding(database, one_key, other_key)
        if holding is None or holding.decision_id != decision_id:
            raise NotHolding(holding.decision_id if holding else None)
        standing = Standing(database)
        standing.take_back(Logged(holding, (one_key, other_key)))
        names = read_name(one), read_name(other)
        evidence: dict[str, object] = {"retracts": holding.describe()}
        number = _add(database, "retracted", names, author, evidence)
        return Undone(number, standing.find_holding(one_key, other_key))


def list_decided(database: Database, numbers: Collection[int]) -> list[int]:
    """Return the rows of the entries that some decisions hold of today."""
    found = database.conn.execute(SELECT_DECIDED, (write_ids(numbers),))
    return sorted({entry_id for row in found for entry_id in row if entry_id is not None})


def _add(
    database: Database,
    word: Word,
    names: tuple[Name, Name],
    author: Author,
    evidence: dict[str, object],
) -> int:
    one, other = sorted(names, key=Name.find_key)
    keys = one.find_key(), other.find_key()
    decision = Decision(
        word=word,
        one=one,
        other=other,
        reason=author.reason,
        evidence=evidence,
        decided_by=author.name,
        decided_at=database.conn.execute(SELECT_TIME, (*keys, author.at)).fetchone()[0],
    )
    decision_id = append_decision(database, decision)
    join_tools(database, renew_pairs(database, [keys]))
    return decision_id


def _find_evidence(database: Database, one_id: int, other_id: int) -> dict[str, object]:
    """Return what speaks for and against it now, and digests of both cards, by their ids."""
    found = sorted(
        (find_name(database, entry_id).find_key(), entry_id, entry)
        for entry_id, _, entry in read_entries(database, (one_id, other_id))
    )
    sides = [(find_traits(database, entry_id), entry) for _, entry_id, entry in found]
    (a, one), (b, other) = sides
    evidence: dict[str, object] = {}
    if a is not None and b is not None:
        comparison = compare(a, b)
        ours, theirs = Side(a, list_prose(one)), Side(b, list_prose(other))
        evidence = write_evidence(ours, theirs, comparison) | {"score": comparison.score}
    return evidence | {"cards": [digest_card(one), digest_card(other)]}


def list_decisions(database: Database) -> Iterator[tuple[int, Decision]]:
    """Yield the whole log, in its order, with its numbers; entries as they were named."""
    for number, word, one, other, reason, evidence, by, at in database.conn.execute(SELECT_LOG):
        yield (
            number,
            Decision(
                word=word,
                one=read_name(one),
                other=read_name(other),
                reason=reason,
                evidence=json.loads(evidence),
                decided_by=by,
                decided_at=at,
            ),
        )


def list_for_file(database: Database) -> list[Decision]:
    """Return the whole log as a file has it: what others overrule last, and marked.

    So it is those words that are refused where the file is taken in (``db.resolving.taking``).
    """
    overruled = list_overruled(database)
    decisions: list[Decision] = []
    last: list[Decision] = []
    for number, decision in list_decisions(database):
        if number in overruled:
            last.append(replace(decision, evidence=decision.evidence | {"overruled": True}))
        else:
            decisions.append(decision)
    return decisions + last


def find_last_decision(database: Database) -> int:
    """Return the number of the last decision; 0 where there is none."""
    return find_last(database, "decision_id", "decisions")


def note_export(database: Database, last_decision_id: int, at: str) -> None:
    """Note that the log was written to a file, up to a decision."""
    with database.atomic():
        database.conn.execute(NOTE_EXPORT, (at, last_decision_id))
