"""Command: what can be wrong with a database and its archive, each thing a finding.

The stages know what they hold: SQLite's own checks and the bytes (``versusdb.verifying``), the
contract of the views (``db.breaches``). Here they are joined, and compared with one another: what
the database has of the archive, and what of the archive nobody has read. What cannot be read is a
finding, too, so that one damage hides no other.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

from msgspec import Struct
from sqlite_utils import Database

from db.agreement import list_breaches
from db.breaches import Breach, Observed, list_observed
from db.recomputing import list_wrong
from db.resolving.counting import count_unresolved
from db.resolving.decisions import count_unexported
from db.resolving.listing import list_overruled
from db.resolving.queue import list_flagged
from db.resolving.verifying import list_wrong_tools
from db.searching import is_search_kept, list_damaged
from scraper.showing import show_text
from scraper.verifying import list_archived
from versusdb.errors import REMEDIES, FileDamagedError, FileRefusedError
from versusdb.files import ARCHIVE, DATABASE, Kind, open_for_reading
from versusdb.hints import hint
from versusdb.locking import is_held
from versusdb.progress import Progress
from versusdb.reports import plural
from versusdb.stale import list_unread
from versusdb.store import name_archive
from versusdb.verifying import (
    Counts,
    find_unreadable,
    verify_file,
    verify_pair,
)
from versusdb.verifying import (
    Finding as Damage,
)

SHOWN = 3
SELECT_RUNNING = """
SELECT run_id, command, started_at FROM v1_runs WHERE status = 'running' ORDER BY run_id
"""


class Finding(Struct, frozen=True, kw_only=True):
    """Something that a check found; ``is_failure`` tells whether the command fails for it."""

    code: str
    is_failure: bool
    message: str
    details: dict[str, object]


def check_files(path: Path, progress: Progress) -> Iterator[Finding]:
    """Check both files as ``archive verify`` does; a database may be without its archive."""
    archive_path = name_archive(path)
    kinds = [(path, DATABASE)]
    if archive_path.exists():
        kinds.append((archive_path, ARCHIVE))
    else:
        what = "the archive is not there, so nothing was compared with the bytes of the pages"
        remedy = "put it back beside its database, unless this is a copy without one"
        yield tell_damage(Damage("archive_missing", str(archive_path), "", what, remedy), False)
    for file, kind in kinds:
        progress.begin(f"Checking {file.name}")
        for damage in verify_file(file, kind, Counts(), progress):
            yield tell_damage(damage)
    if len(kinds) == 2:
        yield from map(tell_damage, verify_pair(path, archive_path))


def check_contract(path: Path, database: Database) -> Iterator[Finding]:
    """Check what programs rely on, in the views."""
    yield from _tell_breaches(path, list_breaches(database), REMEDIES[DATABASE.name])


def check_computed(path: Path, database: Database) -> Iterator[Finding]:
    """Check that the content is what follows from what was read."""
    remedy = "'versusdb reparse --apply' reads and computes it again; --all reads all pages"
    yield from _tell_breaches(path, list_wrong(database), remedy)


def check_archived(path: Path, database: Database) -> Iterator[Finding]:
    """Compare what the database says it has read with what the archive holds, both ways."""
    archive_path = name_archive(path)
    if not archive_path.exists():
        return
    try:
        archive = open_for_reading(archive_path, ARCHIVE)
    except (FileRefusedError, FileDamagedError):
        # It has its finding.
        return
    with closing(archive):
        lost, other = [], []
        for seen, kept in match(list_observed(database), list_archived(archive)):
            if kept is None:
                lost.append(seen)
            elif seen[1:4] != kept[1:]:
                other.append(seen)
        if lost:
            # What is taken down meanwhile goes from the database first.
            with closing(open_for_reading(path, DATABASE)) as now:
                left = {seen[-1] for seen in list_observed(now)}
            lost = [seen for seen in lost if seen[-1] in left]
        yield from _tell_snapshots(
            "snapshot_unarchived", path, lost, "the archive has no response of this number"
        )
        yield from _tell_snapshots(
            "snapshot_differs", path, other,
            "the archive has another SHA-256, address or time under this number",
        )  # fmt: skip
        yield from check_unread(path, database, archive)


def match(
    observed: Iterator[Observed], archived: Iterator[tuple[int, str, str | None, str]]
) -> Iterator[tuple[Observed, tuple[int, str, str | None, str] | None]]:
    """Join the rows of both by their first column, which rises; without a partner it is None."""
    kept = next(archived, None)
    for seen in observed:
        while kept is not None and kept[0] < seen[0]:
            kept = next(archived, None)
        yield seen, kept if kept is not None and kept[0] == seen[0] else None


def check_unread(path: Path, database: Database, archive: Database) -> Iterator[Finding]:
    """Find archived pages that no run has read; while one is at work, there may well be some."""
    if is_held(path):
        return
    unread = list(list_unread(database, archive))
    if unread and not is_held(path):
        first = unread[0]
        damage = Damage(
            "pages_unread", str(name_archive(path)), "",
            f"{plural(len(unread), 'page')} that no run has read, such as snapshot "
            f"{first.archive_id} ({first.source}): one was cut off",
            "the next 'versusdb ingest' reads them",
        )  # fmt: skip
        examples = tuple(each.archive_id for each in unread[:SHOWN])
        yield tell_damage(damage, rows=len(unread), examples=examples)


def check_runs(path: Path, database: Database) -> Iterator[Finding]:
    """Find runs that say they are at work and hold no lock: they were killed."""
    for run_id, command, started_at in database.conn.execute(SELECT_RUNNING).fetchall():
        if not is_held(path):
            damage = Damage(
                "run_killed", str(path), f"run {run_id}",
                f"'{command}', begun {started_at}, says it is running, and none is at work: it "
                "was killed",
                "give the same command again",
            )  # fmt: skip
            yield tell_damage(damage, False, run_id=run_id)


def check_upkeep(path: Path, database: Database) -> Iterator[Finding]:
    """Find what is put off: words that cannot be searched yet."""
    if is_search_kept(database):
        for index in list_damaged(database):
            damage = Damage(
                "search_damaged", str(path), index,
                "the search index cannot be read through, or has other rows than there are",
                REMEDIES[DATABASE.name],
            )  # fmt: skip
            yield tell_damage(damage)
    elif not is_held(path):
        damage = Damage(
            "search_stale", str(path), "",
            "what was loaded last cannot be searched yet: a run was cut off before its end",
            "the next 'versusdb ingest' makes the search indexes anew",
        )  # fmt: skip
        yield tell_damage(damage, False)


def check_tools(path: Path, database: Database) -> Iterator[Finding]:
    """Find entries that are not resolved, tools that do not follow, and decisions to look after."""
    if unresolved := count_unresolved(database):
        if is_held(path):
            return
        is_one = unresolved == 1
        damage = Damage(
            "entries_unresolved", str(path), "",
            f"{plural(unresolved, 'entry')} {'was' if is_one else 'were'} not resolved: a run was "
            "cut off, or this versusdb resolves otherwise",
            "'versusdb resolve' does it, and so does the next 'versusdb ingest'",
        )  # fmt: skip
        yield tell_damage(damage, rows=unresolved)
    else:
        remedy = "'versusdb resolve' works it out anew"
        yield from _tell_breaches(path, list_wrong_tools(database), remedy)
    if flagged := list_flagged(database):
        damage = Damage(
            "decisions_flagged", str(path), f"decision {flagged[0].decision_id}",
            f"{plural(len(flagged), 'decision')} {'rests' if len(flagged) == 1 else 'rest'} on "
            "cards that say something else now; they hold",
            "'versusdb review' shows them",
        )  # fmt: skip
        yield tell_damage(damage, False, rows=len(flagged))
    if overruled := list_overruled(database):
        first, other = next(iter(overruled.items()))
        others = f", and so it is with {len(overruled) - 1:,} more" if len(overruled) > 1 else ""
        damage = Damage(
            "decisions_overruled", str(path), f"decision {first}",
            f"decision {other} overrules it, for they contradict each other since a card without "
            f"a slug is known to be an entry's{others}",
            f"{hint(f'review --undo {first}', path)} takes it back",
        )  # fmt: skip
        yield tell_damage(damage, False, rows=len(overruled), examples=tuple(overruled)[:SHOWN])
    count, decided_at = count_unexported(database)
    if count:
        damage = Damage(
            "decisions_unexported", str(path), "",
            f"{plural(count, 'decision')} up to {decided_at} "
            f"{'stands' if count == 1 else 'stand'} in no file, and nothing else brings back what "
            "was decided",
            "'versusdb review --export FILE' writes them",
        )  # fmt: skip
        yield tell_damage(damage, False, rows=count)


def guard(path: Path, kind: Kind, check: Callable[[], Iterator[Finding]]) -> Iterator[Finding]:
    """Run a check, and make a finding of what keeps it from reading the file."""
    try:
        yield from check()
    except (sqlite3.DatabaseError, OSError) as error:
        yield tell_damage(find_unreadable(error, path, kind))


def tell_damage(damage: Damage, is_failure: bool = True, **more: object) -> Finding:
    """Make a finding of a damage, with more of what is known for programs."""
    return Finding(
        code=damage.code,
        is_failure=is_failure,
        message=damage.line,
        details={
            "file": show_text(damage.file), "where": damage.where, "what": damage.what,
            "remedy": damage.remedy, **more,
        },
    )  # fmt: skip


def _tell_breaches(path: Path, breaches: Iterator[Breach], remedy: str) -> Iterator[Finding]:
    for breach in breaches:
        damage = Damage(breach.code, str(path), breach.where, breach.what, remedy)
        yield tell_damage(
            damage, expected=breach.expected, got=breach.got, rows=breach.rows,
            examples=breach.examples,
        )  # fmt: skip


def _tell_snapshots(code: str, path: Path, wrong: list[Observed], what: str) -> Iterator[Finding]:
    if wrong:
        archive_id, *_, snapshot_id = wrong[0]
        where = f"snapshot {snapshot_id}"
        others = f", and so it is with {len(wrong) - 1:,} more" if len(wrong) > 1 else ""
        what = f"was read from response {archive_id} of the archive: {what}{others}"
        remedy = (
            "put back the archive it was made with, or put the database away and run "
            "'versusdb reparse --apply': it is made anew"
        )
        damage = Damage(code, str(path), where, what, remedy)
        examples = tuple(each[-1] for each in wrong[:SHOWN])
        yield tell_damage(damage, rows=len(wrong), examples=examples)
