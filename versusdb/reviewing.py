"""Command: ``review`` without an option: the merge queue, one pair at a time on a terminal.

The database is held only while a decision is written, so that a run of the night need not wait for
a person who thinks.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import click
from sqlite_utils import Database

from db.resolving.deciding import Author
from db.resolving.decisions import Word, find_entry
from db.resolving.joining import find_tool
from db.resolving.queue import (
    Card,
    Flagged,
    Waiting,
    list_flagged,
    list_queue,
    list_together,
    read_card,
    write_card,
)
from scraper.showing import show_path
from versusdb.deciding import (
    CardChangedError,
    DecisionRefusedError,
    find_author,
    open_resolved,
    say_word,
    take_back,
)
from versusdb.entries import describe_entry
from versusdb.errors import CLEAN, DatabaseBusyError
from versusdb.pair_view import (
    LEGEND,
    View,
    describe_evidence,
    describe_together,
    draw_cards,
    list_others,
)
from versusdb.progress import draw, tell, tell_folded
from versusdb.reports import plural
from versusdb.store import open_reader

MOST_LISTED = 50
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


def run_review(*, db: Path, author: Author, is_json: bool) -> int:
    """Go through the queue with a person, or list it where there is no terminal."""
    if is_json or not (sys.stdin.isatty() and sys.stdout.isatty()):
        return _list(db, is_json=is_json)
    return Review(db, author).run()


def _list(path: Path, *, is_json: bool) -> int:
    with closing(open_reader(path)) as database:
        pairs = list(list_queue(database))
        flagged = list_flagged(database)
        shown = pairs if is_json else pairs[:MOST_LISTED]
        sides = [(read_card(database, p.a_id), read_card(database, p.b_id)) for p in shown]
        stale = [
            (each, read_card(database, each.a_id), read_card(database, each.b_id))
            for each in flagged
        ]
    if is_json:
        summary = {
            "command": "review",
            "exit_status": CLEAN,
            "db": show_path(path),
            "queue": [
                {
                    "entry_a": write_card(a),
                    "entry_b": write_card(b),
                    "score": p.score,
                    "reason": p.reason,
                }
                | {"evidence": p.evidence}
                for p, (a, b) in zip(shown, sides, strict=True)
            ],
            "flagged": [
                {"decision_id": f.decision_id, "word": f.word, "changed": f.changed}
                | {"entry_a": write_card(a), "entry_b": write_card(b)}
                for f, a, b in stale
            ],
        }
        tell(json.dumps(summary))
        return CLEAN
    tell_folded(f"{path}: {_count(len(pairs))}")
    for pair, (a, b) in zip(shown, sides, strict=True):
        tell_folded(f"{pair.score} {describe_entry(a)} – {describe_entry(b)}: {pair.reason}")
    if len(pairs) > MOST_LISTED:
        tell_folded(f"and {len(pairs) - MOST_LISTED:,} more; --json lists them all")
    for each, a, b in stale:
        tell_folded(
            f"decision {each.decision_id}: {describe_entry(a)} – {describe_entry(b)}, {each.word}; "
            f"changed since: {', '.join(each.changed)}"
        )
    return CLEAN


def _count(count: int) -> str:
    if not count:
        return "no pair waits for a person"
    return f"{plural(count, 'pair')} {'waits' if count == 1 else 'wait'} for a person"


class Review:
    """One sitting of one person."""

    def __init__(self, path: Path, author: Author) -> None:
        """Take the database, and who decides."""
        self._path = path
        self._author = author
        self._passed: set[tuple[int, int]] = set()
        self._made: list[tuple[int, tuple[int, int]]] = []

    def run(self) -> int:
        """Show pair after pair until none is left, or the person has had enough."""
        while (view := self._find_next()) is not None:
            self._show(view)
            try:
                if not self._ask(view):
                    break
            except CardChangedError as error:
                # It is shown as it is now.
                tell_folded(str(error))
        else:
            tell("\nNo more pairs wait." if self._passed else f"{self._path}: {_count(0)}.")
        if self._made:
            tell(f"{plural(len(self._made), 'decision')} made; 'versusdb review --export FILE' "
                 "keeps them")  # fmt: skip
        return CLEAN

    def _find_next(self) -> View | None:
        with closing(open_reader(self._path)) as database:
            pairs = list(list_queue(database))
            left = [pair for pair in pairs if (pair.a_id, pair.b_id) not in self._passed]
            if left:
                return self._view(database, left[0], len(left))
            for flagged in list_flagged(database):
                if (flagged.a_id, flagged.b_id) not in self._passed:
                    return self._view_flagged(database, flagged)
        return None

    def _view(self, database: Database, pair: Waiting, left: int) -> View:
        return View(
            a=read_card(database, pair.a_id),
            b=read_card(database, pair.b_id),
            head=f"{_count(left)} · score {pair.score} of 1000",
            reason=pair.reason,
            speaks_for=pair.evidence["for"],
            speaks_against=pair.evidence["against"],
            together=list_together(database, pair.a_id, pair.b_id),
        )

    def _view_flagged(self, database: Database, flagged: Flagged) -> View:
        changed = [
            f"{'AB'['ab'.index(side)]} has another {field.replace('_', ' ')} now"
            for side, _, field in (each.partition(".") for each in flagged.changed)
        ]
        return View(
            a=read_card(database, flagged.a_id),
            b=read_card(database, flagged.b_id),
            head=f"Decided before: {flagged.word} (decision {flagged.decision_id})",
            reason=f"since then {', '.join(changed)}",
            speaks_for=(),
            speaks_against=(),
            together=list_together(database, flagged.a_id, flagged.b_id),
        )

    def _show(self, view: View) -> None:
        tell(f"\n{view.head}\n")
        tell(draw(draw_cards(view)), nl=False)
        tell(f"\n{LEGEND}")
        for line in (*describe_evidence(view), *describe_together(view)):
            tell_folded(line)

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
        author = find_author(self._author.name, self._author.reason)
        try:
            with open_resolved(self._path) as database:
                number = say_word(database, word, one, other, author)
        except CardChangedError:
            raise
        except (DatabaseBusyError, DecisionRefusedError) as error:
            tell_folded(str(error))
            return False
        self._made.append((number, pair))
        tell_folded(f"Decision {number}: {word}, {describe_entry(one)} and {describe_entry(other)}")
        return True

    def _undo(self) -> bool:
        if not self._made:
            tell("Nothing was decided in this review; --undo N takes back an older decision")
            return False
        number, pair = self._made[-1]
        author = find_author(self._author.name, "")
        try:
            with open_resolved(self._path) as database:
                take_back(database, number, author)
        except (DatabaseBusyError, DecisionRefusedError) as error:
            tell_folded(str(error))
            return False
        self._made.pop()
        self._passed.discard(pair)
        tell(f"Decision {number} is taken back")
        return True

    def _leave_out(self, view: View, pair: tuple[int, int]) -> bool:
        """Hold an entry of the resulting tool different from the one of the pair it is with."""
        others = list_others(view)
        if not others:
            tell("There is no other entry in it: d says that the two are different")
            return False
        card = others[0] if len(others) == 1 else self._choose(others)
        if card is None:
            return False
        with closing(open_reader(self._path)) as database:
            rows = [find_entry(database, each.entry_id) for each in (card, view.a)]
            tools = [row if row is None else find_tool(database, row) for row in rows]
        is_with_a = tools[0] == tools[1]
        return self._say("different", view.a if is_with_a else view.b, card, pair)

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


def _read_key() -> str:
    """Return the key that is pressed; ``q`` for Ctrl-D, and where none will be any more."""
    try:
        return click.getchar().lower() or "q"
    except EOFError:
        return "q"
