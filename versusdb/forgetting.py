"""Command: ``forget`` takes down an address or a SHA-256, for good.

It shows what goes before anything does: the bytes cannot be had back. What stays is a tombstone,
and that can be lifted, so that a word mistyped is not a page forbidden for ever.
"""

from __future__ import annotations

import json
import re
import sys
from hashlib import sha256
from pathlib import Path
from urllib.parse import urlsplit

import click
from msgspec import Struct
from msgspec.structs import asdict
from sqlite_utils import Database

from db.forgetting import count_names, count_resting
from db.resolving.forgetting import count_decisions
from scraper.addresses import normalise_address, read_authority
from scraper.errors import AddressError
from scraper.showing import show_path, show_text
from scraper.times import format_time, read_clock
from scraper.tombstones import (
    Kind,
    Tombstone,
    bury,
    find_tombstone,
    hash_address,
    lift,
)
from versusdb.erasing import erase_forgotten, plan_erasure
from versusdb.errors import CLEAN, NotForgottenError
from versusdb.files import ARCHIVE, open_for_reading, resolve_path
from versusdb.hints import hint
from versusdb.progress import say, tell
from versusdb.reports import plural
from versusdb.store import name_archive, open_reader, open_store

_HASH = re.compile(r"[0-9A-Fa-f]{64}")
_HINT = "'TARGET'"


class Target(Struct, frozen=True):
    """What is to be taken down, as it is named and as a tombstone keeps it."""

    name: str
    kind: Kind
    hash: str


class Look(Struct, frozen=True):
    """What goes: counts of what the archive and the database hold of a target.

    ``entries`` and ``quotes`` are those that nothing else shows; ``mentions`` are places that
    name the address; ``decisions`` go, for they name entries that nothing else shows by their
    names, and ``decisions_quoting`` may quote what goes; ``bodies`` are the SHA-256s that go,
    ``shared`` those that stay, with the number of other responses that show them; ``backups`` are
    files that are not touched.
    """

    responses: int
    observations: int
    entries: int
    quotes: int
    mentions: int
    decisions: int
    decisions_quoting: int
    bodies: tuple[str, ...]
    shared: dict[str, int]
    backups: tuple[str, ...]

    @property
    def is_empty(self) -> bool:
        """Whether neither file knows of it."""
        return not (self.responses or self.observations or self.mentions)


def run_forget(
    target: str, *, db: Path, reason: str | None, is_dry: bool, is_sure: bool, is_lifted: bool,
    is_json: bool,
) -> int:  # fmt: skip
    """Take a target down, show what would go, or lift its tombstone; return the exit status."""
    named = read_target(target)
    if is_lifted:
        return _lift(db, named, is_json=is_json)
    refuse_robots(named)
    reason = " ".join(show_text(reason or "").split())
    if not reason and not is_dry:
        raise click.UsageError("--reason TEXT is needed: it is all that will be known of it")
    database, archive = open_reader(db), _open_archive(db)
    look = look_at(db, database, archive, named)
    before = tombstone = find_tombstone(archive, named.hash)
    database.close()
    archive.close()
    if not is_json:
        _show(named, look, before)
    is_dry = is_dry or not (is_sure or look.is_empty or _confirm(can_ask=not is_json))
    if not is_dry:
        tombstone, look = _take_down(db, named, reason)
    summary = {
        "command": "forget",
        "exit_status": CLEAN,
        "db": show_path(db),
        "kind": named.kind,
        "hash": named.hash,
        "is_dry_run": is_dry,
        "reason": tombstone.reason if tombstone else reason or None,
        "forgotten_at": tombstone.forgotten_at if tombstone else None,
        "was_forgotten": before is not None,
        **asdict(look),
    }
    _tell(summary, f"{named.name}: {_word(look, before, is_dry=is_dry)}", is_json=is_json)
    if look.decisions or look.decisions_quoting:
        say(
            "versusdb: files of decisions that were exported before may still quote it; delete "
            f"them, and export anew with {hint('review --export FILE', db)}"
        )
    for backup in look.backups:
        say(f"versusdb: {backup} was made before, and may hold it; delete it if it is not needed")
    return CLEAN


def read_target(text: str) -> Target:
    """Read an address, in any form, or a SHA-256; raise ``click.BadParameter`` for others."""
    if _HASH.fullmatch(text.strip()):
        digest = text.strip().lower()
        if digest == sha256(b"").hexdigest():
            message = "this is the SHA-256 of no bytes at all, which many an answer has"
            raise click.BadParameter(message, param_hint=_HINT)
        return Target(digest, "body", digest)
    try:
        address = normalise_address(text)
    except AddressError as error:
        message = f"{error}, or a SHA-256 of 64 hex digits; a file is named by that of its bytes"
        raise click.BadParameter(message, param_hint=_HINT) from None
    return Target(address, "address", hash_address(address))


def refuse_robots(target: Target) -> None:
    """Raise ``click.BadParameter`` for a robots.txt: no page is asked for where it is forbidden."""
    if target.kind == "address" and urlsplit(target.name).path == "/robots.txt":
        host = read_authority(target.name)
        message = (
            f"{target.name} says what may be fetched: without it all of {host} would be closed; "
            "name the pages that are meant"
        )
        raise click.BadParameter(message, param_hint=_HINT)


def look_at(path: Path, database: Database, archive: Database, target: Target) -> Look:
    """Find out what goes with a target."""
    erasure = plan_erasure(database, archive, {target.hash})
    doomed = erasure.doomed
    resting = count_resting(database, erasure.observations)
    decisions, quoting = count_decisions(database, [s.archive_id for s in erasure.observations])
    real = resolve_path(path)
    backups = [
        str(backup)
        for file in (real, name_archive(real))
        for backup in sorted(file.parent.glob(f"{_escape(file.name)}.schema*.bak"))
    ]
    return Look(
        responses=len(doomed.archive_ids),
        observations=len(erasure.observations),
        entries=resting.get("entry", 0),
        quotes=resting.get("quote", 0),
        mentions=len(doomed.queued)
        + len(doomed.sources)
        + count_names(database, erasure.is_forgotten),
        decisions=decisions,
        decisions_quoting=quoting,
        bodies=doomed.bodies,
        shared=doomed.shared,
        backups=tuple(backups),
    )


def _escape(name: str) -> str:
    return re.sub(r"([*?[])", r"[\1]", name)


def _open_archive(path: Path) -> Database:
    return open_for_reading(name_archive(resolve_path(path)), ARCHIVE)


def _take_down(path: Path, target: Target, reason: str) -> tuple[Tombstone, Look]:
    tombstone = Tombstone(target.hash, target.kind, reason, format_time(read_clock()))
    with open_store(path) as store:
        # Again, now that no run can add to it.
        look = look_at(path, store.database, store.archive, target)
        bury(store.archive, tombstone, is_applied=look.is_empty)
        erase_forgotten(store.database, store.archive)
        return find_tombstone(store.archive, target.hash) or tombstone, look


def _lift(path: Path, target: Target, *, is_json: bool) -> int:
    # Before a file is made where there is none.
    _open_archive(path).close()
    with open_store(path) as store:
        tombstone = find_tombstone(store.archive, target.hash)
        if tombstone is None:
            raise NotForgottenError(f"{target.name} was not taken down; there is nothing to lift")
        lift(store.archive, target.hash)
    summary = {"command": "forget", "exit_status": CLEAN, "db": show_path(path), "is_lifted": True}
    words = (
        f"{target.name}: taken down on {tombstone.forgotten_at[:10]} ({tombstone.reason}), and "
        "may be fetched and read again; what was removed does not come back by itself"
    )
    _tell(summary | asdict(tombstone), words, is_json=is_json)
    return CLEAN


def _confirm(*, can_ask: bool) -> bool:
    """Ask whoever has seen what goes; raise ``click.UsageError`` where nobody can answer."""
    if not can_ask or not sys.stdin.isatty():
        message = "this cannot be undone: see what goes with --dry-run, then give --yes"
        raise click.UsageError(message)
    return click.confirm("This cannot be undone. Take it down?", err=True)


def _show(target: Target, look: Look, before: Tombstone | None) -> None:
    if before is not None:
        tell(f"{target.name}: taken down already, on {before.forgotten_at[:10]}: {before.reason}")
    elif look.is_empty:
        tell(f"{target.name}: neither file knows of it")
    if look.is_empty:
        return
    tell(
        f"{target.name}: {plural(look.responses, 'response')} in the archive with "
        f"{'1 body' if len(look.bodies) == 1 else f'{len(look.bodies):,} bodies'}, "
        f"{plural(look.observations, 'observation')} in the database, and with "
        f"them {_describe_resting(look)}"
    )
    if look.decisions:
        tell(f"  {plural(look.decisions, 'decision')} on names that nothing else shows: gone, too")
    for digest in look.bodies:
        tell(f"  {digest} goes")
    for digest, others in look.shared.items():
        tell(
            f"  {digest} stays: {plural(others, 'other response')} of other addresses or files "
            "showed these bytes; take it down too if they are meant"
        )


def _describe_resting(look: Look) -> str:
    counts = ((look.entries, "entry"), (look.quotes, "quote"))
    going = " and ".join(plural(count, noun) for count, noun in counts if count)
    return f"{going} that nothing else shows" if going else "no entry or quote"


def _word(look: Look, before: Tombstone | None, *, is_dry: bool) -> str:
    if is_dry or (before is not None and look.is_empty):
        return "nothing was changed"
    if look.is_empty:
        return "forbidden from now on"
    return "taken down"


def _tell(summary: dict[str, object], words: str, *, is_json: bool) -> None:
    tell(json.dumps(summary) if is_json else words)
