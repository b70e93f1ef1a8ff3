"""Command: ``review --export`` and ``--import``, the log of all words to a file and from one.

As JSON Lines that name entries by site and slug: a database that is made anew takes them back.
"""

from __future__ import annotations

import json
import shlex
from codecs import BOM_UTF8
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Literal, TypeAlias

import click
import msgspec
from msgspec import UNSET, Struct, UnsetType
from sqlite_utils import Database

from db.resolving.deciding import find_last_decision, list_for_file, note_export
from db.resolving.decisions import Decision, Name, count_unexported
from db.resolving.standing import NothingToRetract
from db.resolving.taking import Taken, list_missing, list_slugs, take_decisions
from scraper.showing import show_path
from scraper.times import format_time, is_future, read_clock
from versusdb.contradictions import describe_path
from versusdb.deciding import open_resolved
from versusdb.entries import describe_name
from versusdb.errors import CLEAN, ISSUES, CommandError, FileRefusedError, name_file
from versusdb.files import resolve_path
from versusdb.hints import hint
from versusdb.progress import say, tell, tell_folded
from versusdb.reports import plural
from versusdb.store import name_archive, open_reader, open_store

MOST_LINES = 20
Line: TypeAlias = tuple[int, Decision]
# Of what is wrong with a line so much is told.
LONGEST = 200


class Retracts(Struct, forbid_unknown_fields=True):
    """Which word a retraction takes back."""

    word: Literal["same", "different", "unsure"]
    decided_by: str
    decided_at: str


class Evidence(Struct, rename={"speaks_for": "for"}):
    """What the evidence of a decision may hold; what else it holds is kept as it is."""

    speaks_for: Sequence[str] = ()
    against: Sequence[str] = ()
    parts: dict[str, int] = {}
    score: int = 0
    # Digests of what both cards said, by field.
    cards: tuple[dict[str, str], dict[str, str]] = ({}, {})
    retracts: Retracts | UnsetType = UNSET
    # Others overruled it when it was written: what contradicts is this word.
    overruled: bool = False


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
    decisions, ahead = _part_ahead(decisions)
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


def read_decisions(lines: Iterable[bytes]) -> tuple[list[Line], list[tuple[int, str]]]:
    """Return the decisions of a file by the numbers of their lines, and what is wrong elsewhere."""
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
            what = " ".join(str(error).split())[:LONGEST]
            unreadable.append((number, what))
        else:
            decisions.append((number, decision))
    return decisions, unreadable


def _part_ahead(decisions: Iterable[Line]) -> tuple[list[Line], list[tuple[int, str]]]:
    """Return the decisions but for those of a time to come, and what is wrong with these.

    Words said later on the pair would have to be of a later time.
    """
    taken, ahead = [], []
    for number, decision in decisions:
        if is_future(datetime.fromisoformat(decision.decided_at)):
            now = format_time(read_clock())
            what = f"decided_at {decision.decided_at!r} is more than a day after now, {now}"
            ahead.append((number, what))
        else:
            taken.append((number, decision))
    return taken, ahead


def _check_decision(decision: Decision) -> None:
    """Raise ``ValueError`` for what no export holds."""
    if decision.one.find_key() == decision.other.find_key():
        raise ValueError("both sides are one entry")
    for side, name in (("one", decision.one), ("other", decision.other)):
        for field, value in (("site", name.site), ("slug", name.slug), ("name", name.name)):
            if value is not None and not value.strip():
                raise ValueError(f"{side}.{field} is empty")
    if not decision.decided_by.strip():
        raise ValueError("decided_by is empty")
    try:
        msgspec.convert(decision.evidence, Evidence)
    except msgspec.ValidationError as error:
        raise ValueError(f"evidence: {error}") from None
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
        yield f"line {line}: {describe_name(name)} {_describe_waiting(database, name)}"


def _describe_waiting(database: Database, name: Name) -> str:
    if name.slug is not None:
        return "is not here yet; the word holds when it comes"
    if slugs := list_slugs(database, name):
        return f"may be {' or '.join(slugs)}; the word waits: name one by its slug"
    return (
        "is not here yet; the word holds when it comes without a slug; once it has one, import "
        "this file again"
    )
