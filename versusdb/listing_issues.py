"""Command: ``issues`` lists what could not be fetched or read, and what to do about it.

Nothing that was rejected is lost: a page or a part of it that did not read cleanly is a row with
its code and evidence, and its bytes are in the archive, until an observation or a reader heals it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from difflib import get_close_matches
from itertools import groupby
from pathlib import Path
from typing import Any, TypeAlias

import click
from msgspec import Struct
from sqlite_utils import Database

from db.held import count_held
from scraper.repeats import name_files
from scraper.showing import show_path
from versusdb.errors import CLEAN
from versusdb.files import resolve_path
from versusdb.machine_errors import name_database
from versusdb.progress import say, tell, tell_folded
from versusdb.remedies import REMEDIES, find_remedy, is_known
from versusdb.reports import describe_held, plural
from versusdb.store import name_archive, open_archive, open_reader

MOST_OF_A_CODE = 3
# Of a SHA-256, for people: as many as tell bytes apart. The JSON has all.
SHOWN_DIGITS = 12
SELECT_CODES = "SELECT DISTINCT code FROM v1_issues"
SELECT_ISSUES = """
SELECT issue_id, run_id, stage, code, url, field, message, expected, found, snapshot_sha256,
    first_seen_at, last_seen_at, resolved_at
FROM v1_issues
WHERE (?1 OR resolved_at IS NULL) AND (?2 IS NULL OR code = ?2) AND (?3 IS NULL OR stage = ?3)
    AND (?4 IS NULL OR run_id = ?4)
ORDER BY stage, code, first_seen_at, url, field, issue_id
"""

Row: TypeAlias = Mapping[str, Any]


class Filter(Struct, frozen=True, kw_only=True):
    """Which issues are meant; None is any."""

    code: str | None = None
    stage: str | None = None
    run: int | None = None
    has_resolved: bool = False


def run_list(*, db: Path, chosen: Filter, is_json: bool) -> int:
    """Print the issues that are meant; return 0, for to know of them is no failure."""
    with closing(open_reader(db)) as database:
        check_code(database, chosen.code)
        held, archive = count_held(database), open_archive(db, database)
        if archive is None:
            rows = list_issues(database, chosen)
        else:
            with closing(archive), name_database(name_archive(resolve_path(db))):
                rows = list_issues(database, chosen, archive)
    if is_json:
        summary = {
            "command": "issues",
            "exit_status": CLEAN,
            "db": show_path(db),
            "is_replay": False,
            "open": sum(row["resolved_at"] is None for row in rows),
            "codes": summarise(rows),
            "pages_held": held.pages,
            "runs_held": held.runs,
            "issues": rows,
        }
        tell(json.dumps(summary))
        return CLEAN
    is_open = "" if chosen.has_resolved else "open "
    tell_folded(f"{db}: {plural(len(rows), f'{is_open}issue') if rows else f'no {is_open}issue'}")
    for line in describe_groups(rows, most=None if chosen.code else MOST_OF_A_CODE):
        tell_folded(line)
    if held.pages:
        say(f"versusdb: {describe_held(held)}")
    return CLEAN


def check_code(database: Database, code: str | None) -> None:
    """Raise ``click.BadParameter`` for a code that neither this version nor the database knows.

    None is any. A mistyped one would look like one of which no issue is open.
    """
    if code is None or is_known(code):
        return
    met = {code for (code,) in database.conn.execute(SELECT_CODES)}
    if code in met:
        return
    near = get_close_matches(code, sorted(met | set(REMEDIES)))
    hint = f"did you mean {' or '.join(near)}?" if near else "docs/operators.md lists them"
    raise click.BadParameter(f"{code!r} is no code of an issue; {hint}", param_hint="'--code'")


def list_issues(database: Database, chosen: Filter, archive: Database | None = None) -> list[Row]:
    """Return the issues that are meant, by stage and code.

    To those of saved pages the archive says which ``file`` each was in.
    """
    key = (chosen.has_resolved, chosen.code, chosen.stage, chosen.run)
    rows = list(database.query(SELECT_ISSUES, key))
    saved = {row["snapshot_sha256"] for row in rows if row["url"] is None}
    files = name_files(archive, saved) if archive is not None else {}
    return [
        row | {"file": files.get(row["snapshot_sha256"]) if row["url"] is None else None}
        for row in rows
    ]


def summarise(rows: Sequence[Row]) -> list[dict[str, object]]:
    """Count issues by stage and code, each with what to do."""
    return [
        {
            "stage": stage,
            "code": code,
            "count": len(group),
            "pages": _count_pages(group),
            "remedy": find_remedy(code),
        }
        for (stage, code), group in _group(rows)
    ]


def describe_groups(rows: Sequence[Row], *, most: int | None) -> Iterator[str]:
    """Yield the lines of issues by code: how many, what to do, and the first of them."""
    for (stage, code), group in _group(rows):
        yield ""
        yield (
            f"{code} ({stage}): {plural(len(group), 'issue')} on "
            f"{plural(_count_pages(group), 'page')}; {find_remedy(code)}"
        )
        for row in group[:most]:
            yield f"  {describe_row(row)}"
        if most is not None and len(group) > most:
            yield f"  and {len(group) - most:,} more: 'versusdb issues --code {code}'"


def describe_row(row: Row) -> str:
    """Return the line of an issue: page, field, what was expected and found, and the bytes."""
    # Of a file that could not be read, the message says the name.
    where = " ".join(part for part in (row["url"] or row["file"], row["field"]) if part)
    message = row["message"]
    line = message if not where or message.startswith(str(row["url"])) else f"{where}: {message}"
    if row["expected"] is not None:
        line += f"; expected {row['expected']}"
    if row["found"] is not None:
        line += f"; found {row['found']}"
    if row["snapshot_sha256"]:
        line += f"; bytes {row['snapshot_sha256'][:SHOWN_DIGITS]}"
    resolved = f", resolved {row['resolved_at']}" if row["resolved_at"] else ""
    return f"{line} [run {row['run_id']}, last seen {row['last_seen_at']}{resolved}]"


def _group(rows: Sequence[Row]) -> Iterator[tuple[tuple[str, str], list[Row]]]:
    ordered = sorted(rows, key=lambda row: (row["stage"], row["code"]))
    for key, group in groupby(ordered, key=lambda row: (row["stage"], row["code"])):
        yield key, list(group)


def _count_pages(rows: Sequence[Row]) -> int:
    """Count what issues speak of: addresses, bytes, and files, which only the message names."""
    return len({row["url"] or row["snapshot_sha256"] or row["issue_id"] for row in rows})
