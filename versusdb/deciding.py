"""Command: ``review`` with an option says or takes back an operator's word, for scripts."""

from __future__ import annotations

import getpass
import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from sqlite_utils import Database

from db.resolving.deciding import (
    Author,
    NotHolding,
    Undone,
    decide,
    leave_out,
    list_decided,
    undo,
)
from db.resolving.decisions import Said, Word, find_entry
from db.resolving.queue import Card, list_together, read_card, write_card
from db.resolving.standing import Contradiction, Step
from scraper.showing import show_path
from scraper.times import format_time, read_clock
from versusdb.effects import describe_differing, describe_effect, look_around
from versusdb.entries import describe_entry, describe_key, find_named
from versusdb.errors import CLEAN, CommandError, FileRefusedError
from versusdb.files import DATABASE, inspect_file, resolve_path
from versusdb.hints import DEFAULT_DB, hint
from versusdb.progress import show_progress, tell, tell_folded
from versusdb.reports import join_words
from versusdb.resolving import resolve_all
from versusdb.store import open_store, require_archive

SIGNS = {"same": "=", "different": "≠", "unsure": "?"}
# Of a path with more steps than these so many are told.
MOST_STEPS, FIRST_STEPS, LAST_STEPS = 8, 5, 2


# Of the others of a tool so many are named.
MOST_OTHERS = 5


class DecisionRefusedError(CommandError):
    """A word that contradicts what was said before, or one to take back that does not hold."""


class CardChangedError(DecisionRefusedError):
    """A word on a card that says another thing than when it was read."""


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
    """Open a database to decide on; what is not resolved yet is resolved first.

    Raises ``FileRefusedError`` where there is none: an archive alone does not make one here.
    """
    require_archive(path)
    if not inspect_file(resolve_path(path), DATABASE):
        raise FileRefusedError(
            "there is no database here",
            where=path,
            remedy=f"put it back beside its archive, or make it again with "
            f"{hint('reparse --apply', path)}",
        )
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
        rows = (one.row_id, other.row_id)
        before = look_around(database, rows)
        # They are one tool afterwards, whatever they state.
        notes = describe_differing(database, *rows) if word == "same" else []
        decision_id = say_word(database, word, one, other, author)
        notes = [*describe_effect(database, before), *notes]
        together = list_together(database, *rows)
    line = (
        f"{decision_id}: {describe_entry(one)} {SIGNS[word]} {describe_entry(other)}; "
        f"{hint(f'review --undo {decision_id}', db)} takes it back"
    )
    _tell(db, [line], notes, together, is_json=is_json, decision_id=decision_id, word=word)
    return CLEAN


def run_leave_out(text: str, *, db: Path, author: Author, is_json: bool) -> int:
    """Hold an entry different from all others of its tool, and print what has become of them."""
    with open_resolved(db) as database:
        card = find_named(database, text)
        before = look_around(database, (card.row_id,))
        together = list_together(database, card.row_id, card.row_id)
        numbers = leave_out_of_tool(database, card, author)
        notes = list(describe_effect(database, before))
    others = {each.row_id: each for each in together if each.row_id != card.row_id}
    names = [describe_entry(each) for each in others.values()]
    if len(names) > MOST_OTHERS:
        names[MOST_OTHERS:] = [f"{len(names) - MOST_OTHERS:,} more"]
        told = join_words(names)
    else:
        told = ", ".join(names)
    line = (
        f"{name_decisions(numbers)}: {describe_entry(card)} {SIGNS['different']} {told}; "
        f"{hint(f'review {name_undo(numbers)}', db)} takes {'it' if len(numbers) == 1 else 'them'} "
        "back"
    )
    _tell(
        db, [line], notes, list(others.values()), is_json=is_json, word="different",
        decision_ids=numbers,
    )  # fmt: skip
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


def describe_path(database: Database, path: Sequence[Step]) -> str:
    """Return a path as ``A = B (decision 3), B ≠ C (decision 5)``; of a long one its ends."""
    first, last = _split(path)
    left = len(path) - len(first) - len(last)
    more = [f"… and {left:,} more …"] if left else []
    told = [[_describe_step(database, step) for step in steps] for steps in (first, last)]
    return ", ".join((*told[0], *more, *told[1]))


def _split(path: Sequence[Step]) -> tuple[Sequence[Step], Sequence[Step]]:
    """Return the steps of a path that are told: its first and its last."""
    if len(path) <= MOST_STEPS:
        return path, ()
    return path[:FIRST_STEPS], path[-LAST_STEPS:]


def _describe_step(database: Database, step: Step) -> str:
    one, other = describe_key(database, step.one), describe_key(database, step.other)
    number = f"decision {step.decision_id}" if step.decision_id else "this one"
    return f"{one} {SIGNS[step.word]} {other} ({number})"


def tell_remedy(path: Sequence[Step]) -> str:
    """Return which of the decisions that are told may be taken back."""
    first, last = _split(path)
    numbers = sorted(step.decision_id for step in (*first, *last) if step.decision_id)
    return f"take one of them back: {' or '.join(f'--undo {number}' for number in numbers)}"


def run_undo(numbers: Sequence[int], *, db: Path, author: Author, is_json: bool) -> int:
    """Take decisions back in this order, all or none, and print what holds of their pairs now."""
    with open_resolved(db) as database, database.atomic():
        before = look_around(database, list_decided(database, numbers))
        undone = [take_back(database, number, author, db) for number in numbers]
        notes = list(describe_effect(database, before))
    lines = [
        f"{each.decision_id}: decision {number} is taken back; {describe_holding(each.holding)}"
        for number, each in zip(numbers, undone, strict=True)
    ]
    ids = [each.decision_id for each in undone]
    holding = [each.holding and each.holding.decision_id for each in undone]
    one = {"decision_id": ids[0], "holds": holding[0]} if len(ids) == 1 else {}
    several = {"decision_ids": ids, "holding_ids": holding}
    _tell(db, lines, notes, [], is_json=is_json, word="retracted", **one, **several)
    return CLEAN


def take_back(
    database: Database, number: int, author: Author, db: Path = Path(DEFAULT_DB)
) -> Undone:
    """Take a decision back; raise ``DecisionRefusedError`` for one that cannot be."""
    try:
        return undo(database, number, author)
    except KeyError:
        raise DecisionRefusedError(
            f"there is no decision {number}", remedy=f"{hint('review --log', db)} lists them"
        ) from None
    except NotHolding as error:
        now = "it was taken back" if error.holding is None else f"{error.holding} holds of its pair"
        raise DecisionRefusedError(f"decision {number} does not hold: {now}") from None
    except Contradiction as error:
        raise DecisionRefusedError(
            f"without decision {number} an older word on the two would hold again, which "
            f"contradicts what was decided: {describe_path(database, error.path)}",
            remedy=tell_remedy(error.path),
        ) from error


def describe_holding(said: Said | None) -> str:
    """Say what holds of a pair after a word on it was taken back."""
    if said is None:
        return "nothing is said of the two now"
    return f"decision {said.decision_id}, {said.word}, holds again"


def name_decisions(numbers: Sequence[int]) -> str:
    """Return the numbers of decisions that were made in one go."""
    return str(numbers[0]) if len(numbers) == 1 else f"{numbers[0]} to {numbers[-1]}"


def name_undo(numbers: Sequence[int]) -> str:
    """Return the option that takes back decisions that were made in one go."""
    return f"--undo {'-'.join(str(number) for number in sorted({numbers[0], numbers[-1]}))}"


def _tell(
    path: Path,
    lines: Sequence[str],
    notes: Sequence[str],
    together: Sequence[Card],
    *,
    is_json: bool,
    **more: object,
) -> None:
    """Print what was decided, and what that has made of tools."""
    if is_json:
        summary = {"command": "review", "exit_status": CLEAN, "db": show_path(path), **more}
        cards = [write_card(card) for card in together]
        tell(json.dumps(summary | {"entries": cards, "notes": notes}))
    else:
        for line in (*lines, *notes):
            tell_folded(line)
