"""Command: ``review --export`` and ``--import``, the log of all words to a file and from one.

As JSON Lines that name entries as they were named: a database that is made anew takes them back.
"""

from __future__ import annotations

import json
import shlex
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from pathlib import Path

import click
import msgspec
from sqlite_utils import Database

from db.resolving.deciding import find_last_decision, list_for_file, note_export
from db.resolving.decisions import Name, count_unexported
from db.resolving.standing import NothingToRetract
from db.resolving.taking import Taken, list_missing, list_slugs, take_decisions
from scraper.showing import show_path
from scraper.times import format_time, read_clock
from versusdb.contradictions import describe_path
from versusdb.deciding import open_resolved
from versusdb.decision_lines import part_ahead, read_decisions
from versusdb.entries import describe_name
from versusdb.errors import CLEAN, ISSUES, CommandError, FileRefusedError
from versusdb.files import resolve_path
from versusdb.hints import hint
from versusdb.machine_errors import name_file
from versusdb.progress import say, tell, tell_folded
from versusdb.reports import join_words, plural
from versusdb.store import name_archive, open_reader, open_store

MOST_LINES = 20
# Of the entries that decisions wait for so many are named.
MOST_NAMED = 3


class DecisionsUnreadableError(CommandError):
    """A file of decisions in which no line can be read."""


def run_export(target: str, *, db: Path, is_json: bool) -> int:
    """Write the whole log to a file, as JSON Lines; ``-`` is standard output."""
    with closing(open_reader(db)) as database:
        if target != "-":
            _check_target(database, Path(target), db)
        decisions, last = list_for_file(database), find_last_decision(database)
    lines = "".join(f"{msgspec.json.encode(each).decode()}\n" for each in decisions)
    if target == "-":
        tell(lines, nl=False)
    else:
        if _write(Path(target), lines):
            with open_store(db) as store:
                note_export(store.database, last, format_time(read_clock()))
    if is_json and target != "-":
        summary = {"command": "review", "exit_status": CLEAN, "db": show_path(db)}
        tell(json.dumps(summary | {"decisions": len(decisions), "file": target}))
    elif target != "-":
        tell_folded(f"{target}: {plural(len(decisions), 'decision')} written")
    return CLEAN


def _check_target(database: Database, target: Path, db: Path) -> None:
    """Raise ``FileRefusedError`` where an export cannot be written, or would destroy something."""
    real, path = resolve_path(target), resolve_path(db)
    if target.is_dir():
        raise FileRefusedError("this is a folder", where=target, remedy="name a file")
    if real in (path, name_archive(path)):
        raise FileRefusedError(
            "this is the database itself, or its archive", where=target, remedy="name another file"
        )
    with name_file(target):
        folder = (real if target.is_symlink() else target).parent
        if not target.exists() and not folder.is_dir():
            raise FileRefusedError(
                f"there is no folder {folder}", where=target, remedy="make it, or name another file"
            )
        if not target.is_file():
            return
        with target.open("rb") as file:
            decisions, unreadable = read_decisions(file)
    if unreadable:
        raise FileRefusedError(
            f"holds a line that is no decision (line {unreadable[0][0]})",
            where=target,
            remedy="name another file",
        )
    if missing := list_missing(database, decisions):
        them = "it" if len(missing) == 1 else "them"
        take_in = hint(f"review --import {shlex.quote(show_path(target))}", db)
        raise FileRefusedError(
            f"holds {plural(len(missing), 'decision')} that this database has not",
            where=target,
            remedy=f"take {them} in with {take_in}, or name another file",
        )


def _write(target: Path, lines: str) -> bool:
    """Write an export, whole or not at all; tell whether it stands in a file from then on.

    A link stays one, and so does what is no file, such as a pipe.
    """
    real = resolve_path(target)
    try:
        if target.exists() and not target.is_file():
            target.write_text(lines, encoding="utf-8")
            return False
        part = real.with_name(f"{real.name}.part")
        try:
            part.write_text(lines, encoding="utf-8")
            part.replace(real)
        finally:
            part.unlink(missing_ok=True)
    except OSError as error:
        error.filename = str(target)
        raise
    return True


def run_import(source: str, *, db: Path, is_json: bool) -> int:
    """Take in decisions from a file, and say what became of its lines."""
    with click.open_file(source, "rb") as file:
        decisions, broken = read_decisions(file)
    decisions, ahead = part_ahead(decisions)
    unreadable = [f"line {number}: no decision: {what}" for number, what in sorted(broken + ahead)]
    if unreadable and not decisions:
        raise DecisionsUnreadableError(
            f"no line can be read; {unreadable[0]}", where=source,
            remedy="expected a file that 'versusdb review --export' wrote",
        )  # fmt: skip
    with open_resolved(db) as database:
        unexported, _ = count_unexported(database)
        taken = take_decisions(database, decisions)
        if taken.added and not unexported and source != "-" and Path(source).is_file():
            # All that is new stands in this file.
            note_export(database, find_last_decision(database), format_time(read_clock()))
        refused = [*unreadable, *_describe_refused(database, taken)]
        waiting = _list_waiting(taken)
        waits = {line: _describe_wait(database, line, waiting[line]) for line in waiting}
        # Those that need nothing but a page are told together.
        plain = {
            line: names for line, names in waiting.items()
            if not any(list_slugs(database, name) for name in names)
        }  # fmt: skip
    problems = [*refused, *waits.values()]
    status = ISSUES if problems else CLEAN
    if is_json:
        summary = {
            "command": "review", "exit_status": status, "db": show_path(db), "file": source,
            "added": len(taken.added), "known": len(taken.known), "refused": len(taken.refused),
            "unreadable": len(unreadable), "waiting": len(waiting),
            "problems": problems,
        }  # fmt: skip
        tell(json.dumps(summary))
    else:
        tell_folded(
            f"{source}: {plural(len(taken.added), 'decision')} taken in, {len(taken.known):,} "
            f"known before, {len(refused):,} refused"
        )
    if len(plain) > 1:
        problems = [*refused, *(waits[line] for line in waiting if line not in plain)]
    for problem in problems[:MOST_LINES]:
        say(f"versusdb: {source}: {problem}")
    if len(problems) > MOST_LINES:
        say(f"versusdb: {source}: and {len(problems) - MOST_LINES:,} more; --json lists them all")
    if len(plain) > 1:
        say(f"versusdb: {source}: {_sum_up(plain)}")
    return status


def _describe_refused(database: Database, taken: Taken) -> Iterator[str]:
    for line, error in taken.refused:
        if isinstance(error, NothingToRetract):
            yield f"line {line}: takes back a word that does not hold"
        else:
            yield f"line {line}: contradicts {describe_path(database, error.path)}"


def _list_waiting(taken: Taken) -> dict[int, list[Name]]:
    """Return the entries that decisions wait for, by their lines."""
    waiting: dict[int, list[Name]] = {}
    for line, name in taken.waiting:
        waiting.setdefault(line, []).append(name)
    return waiting


def _describe_wait(database: Database, line: int, names: Sequence[Name]) -> str:
    slugs = [list_slugs(database, name) for name in names]
    if len(names) > 1 and not any(slugs):
        both = join_words([describe_name(name) for name in names])
        return f"line {line}: {both} are not here yet; the word holds when they come"
    told = [
        f"{describe_name(name)} may be {' or '.join(found)}; the word waits: name one by its slug"
        if found
        else f"{describe_name(name)} is not here yet; the word holds when it comes"
        for name, found in zip(names, slugs, strict=True)
    ]
    return f"line {line}: {'; '.join(told)}"


def _sum_up(plain: Mapping[int, Sequence[Name]]) -> str:
    """Return how many decisions wait for pages alone, and the first of the entries."""
    names = list(dict.fromkeys(describe_name(name) for each in plain.values() for name in each))
    if len(names) > MOST_NAMED:
        names[MOST_NAMED:] = [f"{len(names) - MOST_NAMED:,} more"]
    return (
        f"{plural(len(plain), 'decision')} wait for entries that are not here yet, and hold when "
        f"they come: {join_words(names)}; --json lists them all"
    )
