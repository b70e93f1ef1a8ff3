"""Command: ``review`` with an option says or takes back an operator's word, for scripts.

The log of all words goes to a file and comes from one, as JSON Lines that name entries by site and
slug: a database that is made anew takes it back.
"""

from __future__ import annotations

import getpass
import json
from codecs import BOM_UTF8
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path
from typing import TypeAlias

import click
import msgspec
from sqlite_utils import Database

from db.resolving.deciding import (
    Author,
    NotHolding,
    Taken,
    decide,
    leave_out,
    list_decisions,
    note_export,
    take_decisions,
    undo,
)
from db.resolving.decisions import Decision, Name, Word, find_entry
from db.resolving.queue import Card, list_together, read_card, write_card
from db.resolving.standing import Contradiction, NothingToRetract, Step
from scraper.showing import show_path
from scraper.times import format_time, read_clock
from versusdb.entries import describe_entry, find_named
from versusdb.errors import CLEAN, ISSUES, CommandError
from versusdb.progress import say, show_progress, tell, tell_folded
from versusdb.reports import plural
from versusdb.resolving import resolve_all
from versusdb.store import open_reader, open_store, require_archive

MOST_LINES = 20
SIGNS = {"same": "=", "different": "≠", "unsure": "?"}
SELECT_NAMES = "SELECT key, name || ' (' || coalesce(slug, key) || ')' FROM entries"
Line: TypeAlias = tuple[int, Decision]
# Digests of what both cards said, by field.
Cards: TypeAlias = tuple[dict[str, str], dict[str, str]]
EMPTY_CARDS: Cards = ({}, {})


class DecisionRefusedError(CommandError):
    """A word that contradicts what was said before, or one to take back that does not hold."""


class CardChangedError(DecisionRefusedError):
    """A word on a card that says another thing than when it was read."""


class DecisionsUnreadableError(CommandError):
    """A file of decisions in which no line can be read."""


def find_author(name: str | None, reason: str) -> Author:
    """Return who decides, now."""
    if name is None:
        try:
            name = getpass.getuser()
        except (KeyError, OSError):
            name = "unknown"
    return Author(name, format_time(read_clock()), " ".join(reason.split()))


@contextmanager
def open_resolved(path: Path) -> Iterator[Database]:
    """Open a database to decide on; what is not resolved yet is resolved first."""
    require_archive(path)
    with open_store(path) as store:
        with show_progress("Resolving") as progress:
            resolve_all(store.database, progress)
        yield store.database


def run_decide(
    word: Word, texts: tuple[str, str], *, db: Path, author: Author, is_json: bool
) -> int:
    """Say a word of two entries, and print what they are now."""
    with open_resolved(db) as database:
        one, other = (find_named(database, text) for text in texts)
        if one.row_id == other.row_id:
            raise DecisionRefusedError(
                f"both names are of one entry, {describe_entry(one)}",
                remedy="name two",
            )
        decision_id = say_word(database, word, one, other, author)
        together = list_together(database, one.row_id, other.row_id)
    line = (
        f"{decision_id}: {describe_entry(one)} {SIGNS[word]} {describe_entry(other)}; "
        f"'versusdb review --undo {decision_id}' takes it back"
    )
    _tell(db, line, together, is_json=is_json, decision_id=decision_id, word=word)
    return CLEAN


def say_word(database: Database, word: Word, one: Card, other: Card, author: Author) -> int:
    """Say a word of two entries; raise ``DecisionRefusedError`` with the path it contradicts.

    Also where one has gone since its card was read, says another thing, or is the other by now.
    """
    rows = [_find_unchanged(database, card) for card in (one, other)]
    if rows[0] == rows[1]:
        raise DecisionRefusedError(f"both are one entry now, {describe_entry(one)}")
    try:
        return decide(database, word, rows[0], rows[1], author)
    except Contradiction as error:
        said = f"{describe_entry(one)} {SIGNS[word]} {describe_entry(other)}"
        raise _refuse(database, said, error) from error


def leave_out_of_tool(database: Database, card: Card, author: Author) -> list[int]:
    """Hold an entry different from all others of its tool; return the numbers.

    Raises ``DecisionRefusedError`` where it is alone, or a person has joined it to one of them.
    """
    row = _find_unchanged(database, card)
    try:
        numbers = leave_out(database, row, author)
    except Contradiction as error:
        said = f"{describe_entry(card)} {SIGNS['different']} the others of its tool"
        raise _refuse(database, said, error) from error
    if not numbers:
        raise DecisionRefusedError(f"{describe_entry(card)} is no tool with any other entry")
    return numbers


def _find_unchanged(database: Database, card: Card) -> int:
    """Return the row of an entry; raise where it is gone, or its card says another thing now."""
    row = find_entry(database, card.entry_id)
    if row is None:
        raise DecisionRefusedError(f"{describe_entry(card)} is not here any more")
    if write_card(read_card(database, row)) != write_card(card):
        raise CardChangedError(
            f"the card of {describe_entry(card)} has changed since it was read; nothing was "
            "decided",
            remedy="look at it again",
        )
    return row


def _refuse(database: Database, said: str, error: Contradiction) -> DecisionRefusedError:
    return DecisionRefusedError(
        f"{said} contradicts what was decided: {describe_path(database, error.path)}",
        remedy=tell_remedy(error.path),
    )


def describe_path(database: Database, path: Iterable[Step]) -> str:
    """Return a path as ``A = B (decision 3), B ≠ C (decision 5)``."""
    names = dict(database.conn.execute(SELECT_NAMES).fetchall())
    return ", ".join(
        f"{names.get(step.one, step.one)} {SIGNS[step.word]} {names.get(step.other, step.other)} "
        + (f"(decision {step.decision_id})" if step.decision_id else "(this one)")
        for step in path
    )


def tell_remedy(path: Iterable[Step]) -> str:
    """Return which decisions may be taken back."""
    numbers = sorted(step.decision_id for step in path if step.decision_id)
    return f"take one of them back: {' or '.join(f'--undo {number}' for number in numbers)}"


def run_undo(number: int, *, db: Path, author: Author, is_json: bool) -> int:
    """Take a decision back, and print what its entries are now."""
    with open_resolved(db) as database:
        retraction = take_back(database, number, author)
    line = f"{retraction}: decision {number} is taken back"
    _tell(db, line, [], is_json=is_json, decision_id=retraction, word="retracted")
    return CLEAN


def take_back(database: Database, number: int, author: Author) -> int:
    """Take a decision back; raise ``DecisionRefusedError`` for one that does not hold."""
    try:
        return undo(database, number, author)
    except KeyError:
        raise DecisionRefusedError(
            f"there is no decision {number}", remedy="'versusdb review --export -' lists them"
        ) from None
    except NotHolding as error:
        now = "it was taken back" if error.holding is None else f"{error.holding} holds of its pair"
        raise DecisionRefusedError(f"decision {number} does not hold: {now}") from None


def _tell(path: Path, line: str, together: list[Card], *, is_json: bool, **more: object) -> None:
    if is_json:
        summary = {"command": "review", "exit_status": CLEAN, "db": show_path(path), **more}
        tell(json.dumps(summary | {"entries": [write_card(card) for card in together]}))
    else:
        tell_folded(line)


def run_export(target: str, *, db: Path, is_json: bool) -> int:
    """Write the whole log to a file, as JSON Lines; ``-`` is standard output."""
    with closing(open_reader(db)) as database:
        decisions = list(list_decisions(database))
    lines = "".join(f"{msgspec.json.encode(each).decode()}\n" for _, each in decisions)
    if target == "-":
        tell(lines, nl=False)
    else:
        path = Path(target)
        part = path.with_name(f"{path.name}.part")
        try:
            part.write_text(lines, encoding="utf-8")
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)
        with open_store(db) as store:
            last = decisions[-1][0] if decisions else 0
            note_export(store.database, last, format_time(read_clock()))
    if is_json and target != "-":
        summary = {"command": "review", "exit_status": CLEAN, "db": show_path(db)}
        tell(json.dumps(summary | {"decisions": len(decisions), "file": target}))
    elif target != "-":
        tell_folded(f"{target}: {plural(len(decisions), 'decision')} written")
    return CLEAN


def run_import(source: str, *, db: Path, is_json: bool) -> int:
    """Take in decisions from a file, and say what became of its lines."""
    with click.open_file(source, "rb") as file:
        decisions, unreadable = read_decisions(file)
    if unreadable and not decisions:
        raise DecisionsUnreadableError(
            f"no line can be read; {unreadable[0]}", where=source,
            remedy="expected a file that 'versusdb review --export' wrote",
        )  # fmt: skip
    with open_resolved(db) as database:
        taken = take_decisions(database, decisions)
        problems = [*unreadable, *_describe_problems(database, taken)]
    status = ISSUES if problems else CLEAN
    if is_json:
        summary = {
            "command": "review", "exit_status": status, "db": show_path(db), "file": source,
            "added": len(taken.added), "known": len(taken.known), "refused": len(taken.refused),
            "unreadable": len(unreadable), "waiting": len({line for line, _ in taken.waiting}),
            "problems": problems,
        }  # fmt: skip
        tell(json.dumps(summary))
    else:
        refused = len(taken.refused) + len(unreadable)
        tell_folded(
            f"{source}: {plural(len(taken.added), 'decision')} taken in, {len(taken.known):,} "
            f"known before, {refused:,} refused"
        )
    for problem in problems[:MOST_LINES]:
        say(f"versusdb: {source}: {problem}")
    if len(problems) > MOST_LINES:
        say(f"versusdb: {source}: and {len(problems) - MOST_LINES:,} more; --json lists them all")
    return status


def read_decisions(lines: Iterable[bytes]) -> tuple[list[Line], list[str]]:
    """Return the decisions of a file with the numbers of their lines, and what cannot be read."""
    decisions: list[Line] = []
    unreadable = []
    decoder = msgspec.json.Decoder(Decision)
    for number, line in enumerate(lines, start=1):
        if number == 1:
            line = line.removeprefix(BOM_UTF8)
        if not line.strip():
            continue
        try:
            decision = decoder.decode(line)
            _check_decision(decision)
        except (msgspec.DecodeError, ValueError) as error:
            unreadable.append(f"line {number}: no decision: {error}")
        else:
            decisions.append((number, decision))
    return decisions, unreadable


def _check_decision(decision: Decision) -> None:
    """Raise ``ValueError`` for what no export holds."""
    if decision.one.find_key() == decision.other.find_key():
        raise ValueError("both sides are one entry")
    try:
        msgspec.convert(decision.evidence.get("cards", EMPTY_CARDS), Cards)
    except msgspec.ValidationError as error:
        raise ValueError(f"evidence.cards: {error}") from None
    try:
        moment = datetime.fromisoformat(decision.decided_at)
    except ValueError:
        moment = None
    if moment is None or format_time(moment) != decision.decided_at:
        raise ValueError(f"decided_at {decision.decided_at!r} is no time as 2026-04-24T12:00:00Z")


def _describe_problems(database: Database, taken: Taken) -> Iterator[str]:
    for line, error in taken.refused:
        if isinstance(error, NothingToRetract):
            yield f"line {line}: takes back a word that does not hold"
        else:
            yield f"line {line}: contradicts {describe_path(database, error.path)}"
    for line, name in taken.waiting:
        yield f"line {line}: {_describe_name(name)} is not here yet; the word holds when it comes"


def _describe_name(name: Name) -> str:
    return f"{name.site}/{name.slug}" if name.slug is not None else f"{name.name!r} of {name.site}"
