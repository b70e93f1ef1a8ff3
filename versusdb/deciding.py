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
from db.resolving.listing import list_fates
from db.resolving.queue import Card, list_together, read_card, write_card
from db.resolving.standing import Contradiction
from scraper.showing import show_path
from scraper.times import format_time, read_clock
from versusdb.contradictions import SIGNS, describe_path, tell_remedy
from versusdb.effects import describe_differing, describe_effect, look_around
from versusdb.entries import describe_entry, describe_key, find_named
from versusdb.errors import CLEAN, CommandError, FileRefusedError
from versusdb.files import DATABASE, inspect_file, resolve_path
from versusdb.hints import hint
from versusdb.options import DEFAULT_DB
from versusdb.progress import show_progress, tell, tell_folded
from versusdb.reports import join_words
from versusdb.resolving import resolve_all
from versusdb.store import open_store, require_archive

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
        raise _refuse_undo(database, number, error.holding, db) from None
    except Contradiction as error:
        raise DecisionRefusedError(
            f"without decision {number} an older word on the two would hold again, which "
            f"contradicts what was decided: {describe_path(database, error.path)}",
            remedy=tell_remedy(error.path),
        ) from error


def _refuse_undo(
    database: Database, number: int, holding: int | None, db: Path
) -> DecisionRefusedError:
    """Say why a decision cannot be taken back, where ``holding`` holds of its pair."""
    fates = {fate.said.decision_id: fate for fate in list_fates(database)}
    fate = fates[number]
    if fate.said.word != "retracted":
        now = "it was taken back" if holding is None else f"{holding} holds of its pair"
        return DecisionRefusedError(f"decision {number} does not hold: {now}")
    itself = "cannot be taken back itself"
    if fate.takes_back is None:
        return DecisionRefusedError(f"decision {number} takes nothing back, and {itself}")
    word = fates[fate.takes_back].said.word
    one, other = (describe_key(database, key) for key in (fate.one_key, fate.other_key))
    again = hint(f"review --{word} {fate.one_key} {fate.other_key}", db)
    return DecisionRefusedError(
        f"decision {number} takes decision {fate.takes_back} back, {one} {SIGNS[word]} {other}, "
        f"and {itself}",
        remedy=f"{again} says the word again",
    )


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
