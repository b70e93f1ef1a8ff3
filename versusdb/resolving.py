"""Command: ``resolve`` works out which entries are one tool, for all that there are.

Every run does the same at its end for what it has changed; both come to one result.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from msgspec.structs import asdict
from sqlite_utils import Database

from db.resolving.counting import (
    Resolved,
    count_resolved,
    count_unresolved,
    is_outdated,
    list_crowded,
)
from db.resolving.keys import MOST_SHARING
from db.resolving.queue import list_flagged
from db.resolving.resolver import resolve_entries
from scraper.showing import show_path
from versusdb.errors import CLEAN
from versusdb.hints import hint
from versusdb.progress import Progress, show_progress, tell, tell_folded
from versusdb.reports import plural
from versusdb.store import open_store, require_archive

MOST_NAMED = 3
# From so many entries on it takes a while, and is shown.
MANY = 1000


def run_resolve(*, db: Path, is_json: bool) -> int:
    """Resolve everything anew, print what came of it, and return the exit status."""
    require_archive(db)
    with open_store(db) as store, show_progress("Resolving") as progress:
        resolve_all(store.database, progress, is_whole=True)
        resolved = count_resolved(store.database)
        flagged = len(list_flagged(store.database))
    if is_json:
        summary = {
            "command": "resolve", "exit_status": CLEAN, "db": show_path(db), **asdict(resolved),
            "decisions_flagged": flagged,
        }  # fmt: skip
        tell(json.dumps(summary))
        return CLEAN
    tell_folded(f"{db}: {describe_resolved(resolved, db)}")
    if flagged:
        tell_folded(
            f"{plural(flagged, 'decision')} {'rests' if flagged == 1 else 'rest'} on cards that "
            f"have changed since: {hint('review', db)} shows them"
        )
    return CLEAN


def resolve_all(
    database: Database,
    progress: Progress,
    check: Callable[[], object] = lambda: None,
    *,
    is_whole: bool = False,
) -> None:
    """Resolve what has changed, or all; say so first where it takes a while.

    ``check`` is called now and then; what it raises ends the work, and leaves all as it was.
    """
    task = ""

    def tell_step(step: str, done: int, total: int) -> None:
        nonlocal task
        if step != task:
            task = step
            progress.begin(step, "entries")
        check()
        progress.advance(done, total)

    if not is_whole and is_outdated(database) and count_unresolved(database) >= MANY:
        progress.say(
            "versusdb: the rules by which entries are one tool are others than those of the last "
            "run; all entries are resolved anew"
        )
    has_changed = is_whole or count_unresolved(database)
    resolve_entries(database, is_whole=is_whole, tell=tell_step)
    if has_changed:
        for name, entries in list_crowded(database, MOST_SHARING, MOST_NAMED):
            progress.say(
                f"versusdb: {entries:,} entries are named {name!r}: by a name that more than "
                f"{MOST_SHARING} have, none is compared with another, and none is joined"
            )


def describe_resolved(resolved: Resolved, db: Path) -> str:
    """Say what there is after resolving."""
    line = f"{plural(resolved.entries, 'entry')}, {plural(resolved.tools, 'tool')}"
    if resolved.queued:
        verb = "waits" if resolved.queued == 1 else "wait"
        line += f"; {plural(resolved.queued, 'pair')} {verb} for {hint('review', db)}"
    return line
