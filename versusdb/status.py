"""Command: ``status`` says what the database holds, how it fares and how old it is."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import click
from msgspec import Struct, to_builtins
from msgspec.structs import asdict
from sqlite_utils import Database

from db.held import count_held
from db.resolving.counting import count_resolved, count_unresolved
from db.resolving.queue import list_flagged, list_unmade
from scraper.showing import show_path, show_text
from scraper.times import read_clock, to_ms
from scraper.unfinished import ClosedHost, UnfinishedCrawl, list_closed, list_unfinished
from versusdb.errors import CHECK_FAILED, CLEAN, FileDamagedError
from versusdb.files import DATABASE, open_for_reading, resolve_path
from versusdb.locking import is_held
from versusdb.machine_errors import name_database
from versusdb.progress import draw, say, tell, tell_folded
from versusdb.reports import count_content, describe_queue, plural
from versusdb.stale import list_unread
from versusdb.store import name_archive, open_archive

LAST_RUNS = 5
MOST_HOSTS = 3
_UNITS = {"s": "seconds", "m": "minutes", "h": "hours", "d": "days"}
# What each column of the table of runs shows; where it is several counts, each with its sign.
_SHOWN = {
    "run": {"": "run_id"},
    "command": {"": "command"},
    "status": {"": "status"},
    "started": {"": "started_at"},
    "new": {"": "pages_new"},
    "same": {"": "pages_unchanged"},
    "failed": {"": "pages_failed"},
    "entries": {"+": "entries_added", "~": "entries_changed"},
    "quotes": {"+": "quotes_added", "~": "quotes_changed", "-": "quotes_ended"},
    "issues": {"": "issues"},
}
SELECT_RUNS = """
SELECT run_id, command,
    CASE WHEN status = 'failed' AND run_id IN (
        SELECT run_id FROM v1_coverage WHERE judgement = 'refused'
    ) THEN 'refused' ELSE status END AS status,
    started_at, finished_at, pages_seen, pages_fetched,
    pages_unchanged, pages_failed, entries_added, entries_changed, quotes_added, issues,
    entries_ended, quotes_ended, quotes_changed, code_version, reader_version,
    max(pages_seen - pages_unchanged - pages_failed, 0) AS pages_new
FROM v1_runs ORDER BY run_id DESC LIMIT ?
"""
SELECT_ISSUES = """
SELECT stage, code, count(*) AS count FROM v1_issues WHERE resolved_at IS NULL
GROUP BY stage, code ORDER BY count(*) DESC, stage, code
"""
SELECT_LAST = "SELECT max(observed_at) FROM v1_snapshots WHERE kind <> 'unknown'"


class Status(Struct, frozen=True):
    """What ``status`` knows; times are UTC.

    The data is as old as the last page that could be read: a run that could fetch nothing, or
    error pages only, makes it no younger. ``age_seconds`` is None before the first.
    """

    content: dict[str, int]
    runs: list[dict[str, object]]
    open_issues: list[dict[str, object]]
    pages_held: int
    pairs_queued: int
    decisions_flagged: int
    decisions_overruled: int
    entries_unresolved: int
    last_observed_at: str | None
    age_seconds: int | None


class Fetching(Struct, frozen=True):
    """What ``status`` knows from the archive; None where there is none, or it is damaged.

    ``pages_unread`` is None while a run is at work, too, which reads them.
    """

    pages_unread: int | None = None
    unfinished_crawls: tuple[UnfinishedCrawl, ...] | None = None
    closed_hosts: tuple[ClosedHost, ...] | None = None
    archive_damage: str | None = None


def run_status(*, db: Path, max_age: str | None, is_json: bool) -> int:
    """Print the status; return 4 for data older than ``max_age`` or a damaged file, else 0."""
    limit = None if max_age is None else read_age(max_age)
    now = read_clock()
    with closing(open_for_reading(db, DATABASE)) as database:
        with name_database(db):
            status = read_status(db, database, now)
        fetching = read_fetching(db, database, now)
    is_old = limit is not None and (
        status.age_seconds is None or status.age_seconds > limit.total_seconds()
    )
    exit_status = CHECK_FAILED if is_old or fetching.archive_damage else CLEAN
    if is_json:
        summary = {"command": "status", "exit_status": exit_status, "db": show_path(db)}
        tell(json.dumps(summary | asdict(status) | to_builtins(fetching)))
    else:
        _print(db, status, fetching)
    if fetching.archive_damage:
        say(f"versusdb: {fetching.archive_damage}")
    if is_old:
        say(f"versusdb: {db}: the data is older than {max_age}")
    return exit_status


def read_age(text: str) -> timedelta:
    """Return the time that ``26h``, ``90m``, ``3d`` or ``45s`` names."""
    match = re.fullmatch(r"(\d{1,6})([smhd])", text.strip())
    if match is None:
        raise click.BadParameter(
            f"{text!r} is no age; expected a number and s, m, h or d, such as 26h",
            param_hint="--max-age",
        )
    return timedelta(**{_UNITS[match.group(2)]: int(match.group(1))})


def read_status(path: Path, database: Database, now: datetime) -> Status:
    """Read the status as of ``now``."""
    connection = database.conn
    (observed_at,) = connection.execute(SELECT_LAST).fetchone()
    age = None
    if observed_at is not None:
        age = int((now - datetime.fromisoformat(observed_at)).total_seconds())
    return Status(
        content=count_content(database),
        runs=_list_runs(path, database),
        open_issues=list(database.query(SELECT_ISSUES)),
        pages_held=count_held(database).pages,
        pairs_queued=count_resolved(database).queued,
        decisions_flagged=len(list_flagged(database)),
        decisions_overruled=len(list_unmade(database)),
        entries_unresolved=count_unresolved(database),
        last_observed_at=observed_at,
        age_seconds=age,
    )


def _list_runs(path: Path, database: Database) -> list[dict[str, object]]:
    """Return the last runs; one that says it is running and holds no lock was killed."""
    runs = list(database.query(SELECT_RUNS, (LAST_RUNS,)))
    running = {run["run_id"] for run in runs if run["status"] == "running"}
    if running and not is_held(path):
        # Read again, for it may have ended in between.
        runs = list(database.query(SELECT_RUNS, (LAST_RUNS,)))
        for run in runs:
            if run["status"] == "running" and run["run_id"] in running:
                run["status"] = "killed"
    return runs


def read_fetching(path: Path, database: Database, now: datetime) -> Fetching:
    """Read from a database's archive where fetching stands, as of ``now``; damage there is told."""
    try:
        with name_database(name_archive(resolve_path(path))):
            archive = open_archive(path, database)
            if archive is None:
                return Fetching()
            with closing(archive):
                return Fetching(
                    None if is_held(path) else sum(1 for _ in list_unread(database, archive)),
                    tuple(list_unfinished(archive, to_ms(now))),
                    tuple(list_closed(archive, to_ms(now))),
                )
    except FileDamagedError as error:
        return Fetching(archive_damage=str(error))


def _print(path: Path, status: Status, fetching: Fetching) -> None:
    from rich.table import Table

    content = status.content
    tell_folded(
        f"{path} holds {plural(content['tools'], 'tool')}, {plural(content['entries'], 'entry')}, "
        f"{plural(content['comparisons'], 'comparison')}, {plural(content['quotes'], 'quote')}, "
        f"seen in {plural(content['snapshots'], 'snapshot')}"
    )
    tell_folded(_describe_age(status))
    if not status.open_issues:
        tell_folded("No open issues")
    for issue in status.open_issues:
        tell_folded(
            f"Open: {plural(int(str(issue['count'])), 'issue')} {issue['stage']}/{issue['code']}"
        )
    if status.pages_held:
        held = plural(status.pages_held, "page")
        tell_folded(f"Held back: {held} of refused runs; 'versusdb check' says why")
    for line in (*_describe_resolving(status), *_describe_fetching(path, fetching)):
        tell_folded(line)
    if not status.runs:
        return
    table = Table(box=None, padding=(0, 1, 0, 0), pad_edge=False, header_style="bold")
    for header in _SHOWN:
        is_number = header not in ("command", "status", "started")
        table.add_column(header, no_wrap=True, justify="right" if is_number else "left")
    for run in status.runs:
        table.add_row(*(_show_all(run, parts) for parts in _SHOWN.values()))
    tell(f"\n{draw(table)}", nl=False)


def _describe_resolving(status: Status) -> Iterator[str]:
    if status.entries_unresolved:
        entries = plural(status.entries_unresolved, "entry")
        yield f"Not resolved yet: {entries}; the next 'versusdb ingest' or 'resolve' does it"
    if status.pairs_queued:
        yield f"To review: {describe_queue(status.pairs_queued)}"
    if status.decisions_flagged:
        yield (
            f"To review: {plural(status.decisions_flagged, 'decision')} on cards that say "
            "something else now"
        )
    if status.decisions_overruled:
        overruled = plural(status.decisions_overruled, "decision")
        yield f"To review: {overruled} that others overrule; 'versusdb check' says which"


def _describe_fetching(path: Path, fetching: Fetching) -> Iterator[str]:
    if fetching.unfinished_crawls is None and fetching.archive_damage is None:
        name = name_archive(resolve_path(path)).name
        yield f"No archive: {show_text(name)} is not beside it, and 'versusdb ingest' needs it"
    if fetching.pages_unread:
        unread = plural(fetching.pages_unread, "page")
        yield f"Not read yet: {unread} of the archive; the next 'versusdb ingest' reads them"
    for crawl in fetching.unfinished_crawls or ():
        yield f"Unfinished: {_describe_crawl(crawl)}"
    for closed in fetching.closed_hosts or ():
        yield f"Closed: {closed.reason} [{closed.code}]"


def _show_all(run: dict[str, object], parts: dict[str, str]) -> str:
    """Return a cell: its parts but for those that are 0, or a dash where none was tracked."""
    tracked = {sign: run[column] for sign, column in parts.items() if run[column] is not None}
    told = [f"{sign}{_show(value)}" for sign, value in tracked.items() if value]
    return " ".join(told) or ("0" if tracked else "–")


def _show(value: object) -> str:
    """Return a cell: a dash for what was not tracked, a time without seconds."""
    if value is None:
        return "–"
    text = str(value)
    return text[:16].replace("T", " ") if text.endswith("Z") else text


def _describe_crawl(crawl: UnfinishedCrawl) -> str:
    hosts = ", ".join(crawl.hosts[:MOST_HOSTS]) or "pages still to be found"
    others = len(crawl.hosts) - MOST_HOSTS
    counts = (
        (crawl.waiting, "to fetch"), (crawl.postponed, "postponed"), (crawl.fetched, "fetched"),
        (crawl.failed, "failed"), (crawl.skipped, "skipped"),
    )  # fmt: skip
    return (
        f"crawl of {hosts}{f' and {others:,} more' if others > 0 else ''}, begun "
        f"{_show(crawl.started_at)}, last at work {_show(crawl.active_at)}: "
        + (", ".join(f"{count:,} {what}" for count, what in counts if count) or "no address yet")
    )


def _describe_age(status: Status) -> str:
    if status.age_seconds is None:
        return "Nothing has been observed yet"
    age = status.age_seconds
    for seconds, unit in ((86400, "day"), (3600, "hour"), (60, "minute")):
        if age >= seconds:
            return f"Last observation {status.last_observed_at}, {plural(age // seconds, unit)} ago"
    return f"Last observation {status.last_observed_at}, less than a minute ago"
