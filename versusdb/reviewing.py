"""Command: ``review`` without an option: the merge queue, one pair at a time on a terminal.

The database is held only while a decision is written, so that a run of the night need not wait for
a person who thinks.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import click
from sqlite_utils import Database

from db.resolving.counting import count_resolved
from db.resolving.deciding import Author
from db.resolving.decisions import Word
from db.resolving.queue import Card
from versusdb.deciding import (
    CardChangedError,
    DecisionRefusedError,
    describe_holding,
    find_author,
    leave_out_of_tool,
    name_decisions,
    name_undo,
    open_resolved,
    say_word,
    take_back,
)
from versusdb.effects import describe_effect, look_around
from versusdb.entries import describe_entry
from versusdb.errors import CLEAN, DatabaseBusyError
from versusdb.hints import hint
from versusdb.listing_pairs import count_pairs, list_waiting
from versusdb.pair_view import (
    LEGEND,
    View,
    describe_evidence,
    describe_names,
    describe_together,
    draw_cards,
    list_others,
)
from versusdb.picking import find_next
from versusdb.progress import LEAST_FOLD, draw, find_height, fold, tell, tell_folded
from versusdb.reports import plural
from versusdb.store import open_reader

KEYS = "s same  d different  u unsure  l leave one out  z undo  n next  q quit  ? help"
HELP = """\
s  same: they are one tool, from now on and whatever a run finds
d  different: they are not, nor are the tools that they belong to
u  unsure: cannot be told; asked again only when one of the cards says something else
l  leave one out: an entry of the resulting tool does not belong there
z  undo: take back what was decided last in this review
n  next: decide later
q  quit"""
WORDS: dict[str, Word] = {"s": "same", "d": "different", "u": "unsure"}


def is_seated() -> bool:
    """Tell whether a person sits at a terminal who can be asked."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def run_review(*, db: Path, author: Author, is_json: bool) -> int:
    """Go through the queue with a person, or list it where there is no terminal."""
    if is_json or not is_seated():
        return list_waiting(db, is_json=is_json)
    return Review(db, author).run()


class Review:
    """One sitting of one person."""

    def __init__(self, path: Path, author: Author) -> None:
        """Take the database, and who decides."""
        self._path = path
        self._author = author
        self._passed: set[tuple[int, int]] = set()
        # Each key that decided: the numbers of its decisions, and the pair it was pressed at.
        self._made: list[tuple[list[int], tuple[int, int]]] = []
        # What the last key did, where another pair is shown after it.
        self._result = ""

    def run(self) -> int:
        """Show pair after pair until none is left, or the person has had enough."""
        while (view := find_next(self._path, self._passed)) is not None:
            self._show(view)
            try:
                if not self._ask(view):
                    break
            except CardChangedError as error:
                # It is shown as it is now.
                self._tell_result(str(error))
        else:
            tell(
                f"\n{self._describe_end()}" if self._passed else f"{self._path}: {count_pairs(0)}."
            )
        if self._made:
            tell_folded(self._describe_made())
        return CLEAN

    def _describe_end(self) -> str:
        """Say what of the queue was passed over, and waits."""
        with closing(open_reader(self._path)) as database:
            waiting = count_resolved(database).queued
        if not waiting:
            return "No more pairs wait."
        pairs = plural(waiting, "pair")
        verbs = ("was", "waits") if waiting == 1 else ("were", "wait")
        return f"No more pairs for now; {pairs} that {verbs[0]} passed over still {verbs[1]}."

    def _describe_made(self) -> str:
        """Say how many decisions were made, and what takes back those that the last key made."""
        count = sum(len(numbers) for numbers, _ in self._made)
        last = self._made[-1][0]
        several = "the last" if len(last) == 1 else f"the last {len(last):,}"
        undo = hint(f"review {name_undo(last)}", self._path)
        keeps = hint("review --export FILE", self._path)
        them = "it" if count == 1 else "them"
        which = several if count > len(last) else them
        return f"{plural(count, 'decision')} made; {undo} takes {which} back, {keeps} keeps {them}"

    def _show(self, view: View) -> None:
        """Show a pair; where its top scrolls away, tell its names and the last result below it."""
        cards = draw(draw_cards(view), least=LEAST_FOLD)
        told = (LEGEND, *describe_evidence(view), *describe_together(view))
        screen = "\n".join(("", fold(view.head), "", cards, *map(fold, told)))
        tell(screen)
        before = [fold(f"Before: {self._result}")] if self._result else []
        rows = "\n".join((*before, screen, fold(KEYS))).splitlines()
        if len(rows) > find_height():
            for line in (*before, fold(describe_names(view))):
                tell(line)
        self._result = ""

    def _tell_result(self, text: str) -> None:
        tell_folded(text)
        self._result = text

    def _ask(self, view: View) -> bool:
        """Take keys until the pair is through; return whether there is to be another."""
        pair = (view.a.row_id, view.b.row_id)
        while True:
            tell(f"{KEYS}: ", nl=False)
            key = _read_key()
            tell(key if key.isprintable() else "")
            if key == "q":
                return False
            if key in ("n", " ", "\r", "\n"):
                self._passed.add(pair)
                return True
            if key in WORDS:
                if self._say(WORDS[key], view.a, view.b, pair):
                    self._passed.add(pair)
                    return True
            elif key == "z":
                if self._undo():
                    return True
            elif key == "l":
                if self._leave_out(view, pair):
                    return True
            else:
                tell(HELP)

    def _say(self, word: Word, one: Card, other: Card, pair: tuple[int, int]) -> bool:
        said = f"{word}, {describe_entry(one)} and {describe_entry(other)}"
        return self._decide(
            pair, said, lambda database, author: [say_word(database, word, one, other, author)]
        )

    def _decide(
        self,
        pair: tuple[int, int],
        said: str,
        decide: Callable[[Database, Author], list[int]],
    ) -> bool:
        """Write decisions, and tell what they make of the tools; return whether it was done."""
        author = find_author(self._author.name, self._author.reason)
        try:
            with open_resolved(self._path) as database:
                before = look_around(database, pair)
                numbers = decide(database, author)
                effect = list(describe_effect(database, before))
        except CardChangedError:
            raise
        except (DatabaseBusyError, DecisionRefusedError) as error:
            tell_folded(str(error))
            return False
        self._made.append((numbers, pair))
        self._tell_result(f"{_count_decisions(numbers)}: {'; '.join([said, *effect])}")
        return True

    def _undo(self) -> bool:
        if not self._made:
            tell("Nothing was decided in this review; --undo N takes back an older decision")
            return False
        numbers, pair = self._made[-1]
        author = find_author(self._author.name, "")
        try:
            with open_resolved(self._path) as database:
                before = look_around(database, pair)
                with database.atomic():
                    undone = [
                        take_back(database, number, author, self._path)
                        for number in reversed(numbers)
                    ]
                effect = list(describe_effect(database, before))
        except (DatabaseBusyError, DecisionRefusedError) as error:
            tell_folded(str(error))
            return False
        self._made.pop()
        self._passed.discard(pair)
        holding = [describe_holding(each.holding) for each in undone if each.holding]
        verb = "is" if len(numbers) == 1 else "are"
        taken = f"{_count_decisions(numbers)} {verb} taken back"
        self._tell_result("; ".join([taken, *holding, *effect]))
        return True

    def _leave_out(self, view: View, pair: tuple[int, int]) -> bool:
        """Hold an entry of the resulting tool different from all others that it is with today."""
        others = list_others(view)
        if not others:
            tell("There is no other entry in it: d says that the two are different")
            return False
        card = others[0] if len(others) == 1 else self._choose(others)
        if card is None:
            return False
        said = f"different, {describe_entry(card)} and all that it was with"
        return self._decide(
            pair, said, lambda database, author: leave_out_of_tool(database, card, author)
        )

    def _choose(self, others: list[Card]) -> Card | None:
        tell(f"Which one, 1 to {len(others)}? ", nl=False)
        text = "".join(self._read_digits(len(str(len(others)))))
        tell(text)
        if text.isdigit() and 1 <= int(text) <= len(others):
            return others[int(text) - 1]
        tell("None of them; nothing was changed")
        return None

    def _read_digits(self, most: int) -> Iterator[str]:
        for _ in range(most):
            key = _read_key()
            if not key.isdigit():
                return
            yield key


def _count_decisions(numbers: list[int]) -> str:
    return f"Decision{'' if len(numbers) == 1 else 's'} {name_decisions(numbers)}"


def _read_key() -> str:
    """Return the key that is pressed; ``q`` for Ctrl-D, and where none will be any more."""
    try:
        return click.getchar().lower() or "q"
    except EOFError:
        return "q"
