"""Command: ``check`` says whether the data can be trusted, and what is wrong if it cannot.

A check gives findings: each has a code, tells whether it fails the command, and says in one
line what, where and what to do. The table beside them is the coverage of the last runs.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from pathlib import Path

from msgspec.structs import asdict
from sqlite_utils import Database

from db.drift import Judged, list_latest
from scraper.showing import show_path
from versusdb.comparing import check_coverage, check_held, list_rows, tell_coverage
from versusdb.errors import CHECK_FAILED, CLEAN
from versusdb.files import DATABASE, open_for_reading, resolve_path
from versusdb.findings import (
    Finding,
    check_archived,
    check_computed,
    check_contract,
    check_files,
    check_runs,
    check_tools,
    check_upkeep,
    guard,
)
from versusdb.progress import Progress, say, show_progress, tell


def list_findings(path: Path, progress: Progress) -> list[Finding]:
    """Return everything that is wrong with a database and its archive.

    Raises what ``open_for_reading`` raises of the database; of its archive that is a finding.
    """
    with closing(open_for_reading(path, DATABASE)) as database:
        return _find_all(resolve_path(path), database, progress)


def run_check(*, db: Path, is_json: bool) -> int:
    """Print the findings; return 4 if one of them is a failure, else 0."""
    latest: list[Judged] = []
    with (
        closing(open_for_reading(db, DATABASE)) as database,
        show_progress("Checking") as progress,
    ):
        findings = _find_all(resolve_path(db), database, progress)
        # What cannot be read has its finding.
        with suppress(sqlite3.DatabaseError):
            latest = list_latest(database)
    status = CHECK_FAILED if any(finding.is_failure for finding in findings) else CLEAN
    if is_json:
        summary = {
            "command": "check",
            "exit_status": status,
            "db": show_path(db),
            "findings": [asdict(finding) for finding in findings],
            "coverage": [row for run in latest for row in list_rows(run)],
            "passed_over": [run.passed_over[0] for run in latest if run.passed_over],
        }
        tell(json.dumps(summary))
    else:
        if not latest:
            tell(f"{db}: no run has read a page that could be counted")
        tell_coverage(latest)
        if not findings:
            tell("Nothing found")
    for finding in findings:
        say(finding.message)
    return status


def _find_all(path: Path, database: Database, progress: Progress) -> list[Finding]:
    # One state of the database for all that follows, whatever a run does meanwhile. The archive is
    # read later, and so holds all that this state rests on.
    database.conn.execute("BEGIN")
    progress.begin(f"Checking {path.name}")
    checks: tuple[Callable[[], Iterator[Finding]], ...] = (
        lambda: check_contract(path, database),
        lambda: check_runs(path, database),
        lambda: check_upkeep(path, database),
        lambda: check_tools(path, database),
        lambda: check_coverage(database),
        lambda: check_held(database),
        lambda: check_archived(path, database),
    )
    findings = list(check_files(path, progress))
    if not any(finding.is_failure for finding in findings):
        # Of tables that are damaged nothing can be computed.
        checks = (lambda: check_computed(path, database), *checks)
    for check in checks:
        findings += guard(path, DATABASE, check)
    database.conn.execute("ROLLBACK")
    # What ends one check may end the next one, too.
    return list({finding.message: finding for finding in findings}.values())
