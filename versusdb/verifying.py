"""Command: ``archive verify`` says whether both files are whole, and which record is not.

It reads only, needs no lock, and makes a finding of everything that it cannot read.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from msgspec import Struct
from msgspec.structs import asdict
from sqlite_utils import Database

from scraper.showing import show_path
from scraper.verifying import Damage, verify_bodies, verify_snapshots
from versusdb.errors import CHECK_FAILED, CLEAN, REMEDIES, FileDamagedError, FileRefusedError
from versusdb.files import ARCHIVE, DATABASE, Kind, open_for_reading, resolve_path
from versusdb.machine_errors import explain_error
from versusdb.progress import Progress, show_progress, tell
from versusdb.reports import plural
from versusdb.store import name_archive, read_uuid

REMEDIES_MISSING = {
    "archive": REMEDIES["archive"],
    "database": "keep the archive, and run 'versusdb reparse --apply': it is made anew",
}
# These have a line of their own, which names the record.
NAMED_ELSEWHERE = frozenset({("snapshots", "bodies"), ("snapshots", "snapshots")})
COUNT = "SELECT (SELECT count(*) FROM snapshots), (SELECT count(*) FROM bodies)"


class Finding(Struct, frozen=True):
    """One thing that is damaged: in which file and where there, what, and what to do."""

    code: str
    file: str
    where: str
    what: str
    remedy: str

    @property
    def line(self) -> str:
        """The finding as a person reads it."""
        where = f"{self.file}: {self.where}" if self.where else self.file
        return " ".join(f"{where}: {self.what} [{self.code}]; {self.remedy}".split())


class Counts(Struct):
    """How much of an archive was read; it stays at nothing where that could not be told."""

    snapshots: int = 0
    bodies: int = 0


def run_verify(*, db: Path, is_json: bool) -> int:
    """Print what is damaged; return 4 if anything is, else 0."""
    counts = Counts()
    findings = []
    with show_progress("Verifying") as progress:
        for finding in verify(db, counts, progress):
            findings.append(finding)
            progress.say(finding.line)
    status = CHECK_FAILED if findings else CLEAN
    if is_json:
        summary = {
            "command": "archive verify",
            "exit_status": status,
            "db": show_path(db),
            **asdict(counts),
            "findings": [asdict(finding) for finding in findings],
        }
        tell(json.dumps(summary))
    else:
        found = f"{plural(len(findings), 'finding')}" if findings else "nothing found"
        bodies = "1 body" if counts.bodies == 1 else f"{counts.bodies:,} bodies"
        tell(f"{db}: {plural(counts.snapshots, 'snapshot')}, {bodies} read: {found}")
    return status


def verify(path: Path, counts: Counts, progress: Progress) -> Iterator[Finding]:
    """Verify a database and its archive."""
    path = resolve_path(path)
    archive_path = name_archive(path)
    if not path.exists() and not archive_path.exists():
        raise FileRefusedError(f"{path}: there is no database here, and no archive of one")
    for file, kind in ((path, DATABASE), (archive_path, ARCHIVE)):
        progress.begin(f"Verifying {file.name}")
        told: set[Finding] = set()
        for finding in verify_file(file, kind, counts, progress):
            # What ends one check may end the next one, too.
            if finding not in told:
                told.add(finding)
                yield finding
    yield from verify_pair(path, archive_path)


def verify_file(path: Path, kind: Kind, counts: Counts, progress: Progress) -> Iterator[Finding]:
    """Verify one file as SQLite sees it, then, of an archive, each record."""
    if not path.exists() or not path.stat().st_size:
        what, remedy = "the file is not there, or holds nothing", REMEDIES_MISSING[kind.name]
        yield Finding("file_missing", str(path), "", what, remedy)
        return
    try:
        database = open_for_reading(path, kind)
    except (FileRefusedError, FileDamagedError, OSError) as error:
        yield find_unreadable(error, path, kind)
        return
    with closing(database):
        checks = [list_corrupt(database), list_dangling(database)]
        if kind is ARCHIVE:
            checks += [verify_snapshots(database), verify_archive(database, counts, progress)]
        for check in checks:
            try:
                for damage in check:
                    remedy = REMEDIES[kind.name]
                    yield Finding(damage.code, str(path), damage.where, damage.what, remedy)
            except (sqlite3.DatabaseError, OSError) as error:
                yield find_unreadable(error, path, kind)


def find_unreadable(error: Exception, path: Path, kind: Kind) -> Finding:
    """Make a finding of what keeps a file from being read; raise what is no matter of the file."""
    known = explain_error(error, path)
    what, remedy = str(error), REMEDIES[kind.name]
    if isinstance(known, FileRefusedError):
        what, remedy = known.what, known.remedy or "make it readable, and verify again"
    elif isinstance(known, FileDamagedError):
        what = known.what
    elif known is not None:
        raise known from error
    return Finding("file_unreadable", str(path), "", what, remedy)


def verify_archive(database: Database, counts: Counts, progress: Progress) -> Iterator[Damage]:
    """Verify the bodies of an archive, and count them."""
    counts.snapshots, total = database.conn.execute(COUNT).fetchone()
    for damage in verify_bodies(database):
        counts.bodies += 1
        progress.advance(counts.bodies, total)
        if damage is not None:
            yield damage


def list_corrupt(database: Database) -> Iterator[Damage]:
    """Find what SQLite's own check finds: pages, indexes, types and constraints."""
    for (text,) in database.conn.execute("PRAGMA integrity_check"):
        if text != "ok":
            yield Damage("file_corrupt", "", f"SQLite's integrity check says: {text}")


def list_dangling(database: Database) -> Iterator[Damage]:
    """Find rows that refer to rows which are not there."""
    for table, rowid, parent, _ in database.conn.execute("PRAGMA foreign_key_check"):
        if (table, parent) not in NAMED_ELSEWHERE:
            what = f"refers to a row of {parent} that is missing"
            yield Damage("row_missing", f"{table} row {rowid}", what)


def verify_pair(path: Path, archive_path: Path) -> Iterator[Finding]:
    """Find two files that were never a pair; those that cannot be read have their finding."""
    try:
        uuids = [read_uuid(path, DATABASE), read_uuid(archive_path, ARCHIVE)]
    except (FileRefusedError, FileDamagedError, sqlite3.DatabaseError, OSError):
        return
    if uuids[0] != uuids[1]:
        what = f"holds the UUID {uuids[1]}, {path.name} holds {uuids[0]}: they are no pair"
        remedy = "put the archive of this database beside it"
        yield Finding("not_a_pair", str(archive_path), "", what, remedy)
