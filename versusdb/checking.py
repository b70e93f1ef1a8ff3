"""Command: ``check`` says whether the data can be trusted, and what is wrong if it cannot.

A check gives findings: each has a code, tells whether it fails the command, and says in one
line what, where and what to do. The table beside them is the coverage of the last runs.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct
from msgspec.structs import asdict
from sqlite_utils import Database

from db.coverage import FieldTotal
from db.drift import LEAST_PAGES, Judged, is_below_floor, list_latest, percentage
from db.held import count_held
from scraper.showing import show_path
from versusdb.errors import CHECK_FAILED, CLEAN
from versusdb.judging import find_floor
from versusdb.progress import say, tell
from versusdb.reports import describe_drift, describe_held, drift_as_json, plural
from versusdb.store import open_reader

LEAST_POINTS = 10


class Finding(Struct, frozen=True, kw_only=True):
    """Something that a check found; ``is_failure`` tells whether the command fails for it."""

    code: str
    is_failure: bool
    message: str
    details: dict[str, object]


def run_check(*, db: Path, is_json: bool) -> int:
    """Print the findings; return 4 if one of them is a failure, else 0."""
    database = open_reader(db)
    latest = list_latest(database)
    findings = [*check_coverage(latest), *check_held(database)]
    database.close()
    status = CHECK_FAILED if any(finding.is_failure for finding in findings) else CLEAN
    if is_json:
        summary = {
            "command": "check",
            "exit_status": status,
            "db": show_path(db),
            "findings": [asdict(finding) for finding in findings],
            "coverage": [row for run in latest for row in _list_rows(run)],
            "passed_over": [run.passed_over[0] for run in latest if run.passed_over],
        }
        tell(json.dumps(summary))
    else:
        _print(db, latest, findings)
    for finding in findings:
        say(finding.message)
    return status


def check_coverage(latest: list[Judged]) -> Iterator[Finding]:
    """Compare the last run of each group of pages, and the last that waits, with those before.

    Below the floor is a failure, unless the operator has accepted it; a smaller drop, of more
    than ten points, is worth a look.
    """
    for run in latest:
        for drop in run.drops:
            is_below = is_below_floor(drop, find_floor(run.group.site))
            if not is_below and drop.points <= LEAST_POINTS:
                continue
            is_accepted = run.judgement == "accepted"
            code = "drift" if is_below else "coverage_dropped"
            if is_below and is_accepted:
                code = "drift_accepted"
            yield Finding(
                code=code,
                is_failure=is_below and not is_accepted,
                message=f"run {run.run_id}: {describe_drift(drop, code)}",
                details={"run_id": run.run_id, **drift_as_json(drop)},
            )


def check_held(database: Database) -> Iterator[Finding]:
    """Count the pages that refused runs have left: the data lacks what they say."""
    held = count_held(database)
    if held.pages:
        yield Finding(
            code="pages_held", is_failure=True, message=describe_held(held), details=asdict(held)
        )


def _list_rows(run: Judged) -> Iterator[dict[str, object]]:
    for total in run.totals:
        before = run.find_before(total.field)
        yield {
            "run_id": run.run_id,
            "judgement": run.judgement,
            "site": run.group.site or None,
            "kind": run.group.kind,
            "medium": run.group.medium,
            **asdict(total),
            "before": before and {"filled": before.filled, "slots": before.slots},
        }


def _print(path: Path, latest: list[Judged], findings: list[Finding]) -> None:
    if not latest:
        tell(f"{path}: no run has read a page that could be counted")
    for run in latest:
        pages = plural(max(total.pages for total in run.totals), "page")
        before = f"{plural(run.pool_runs, 'run')} before" if run.pool_runs else "none before"
        tell(f"{run.group}: run {run.run_id}, {run.judgement}, {pages}; {before}")
        tell(_draw_table(run))
        if run.passed_over:
            newer, few = run.passed_over
            tell(
                f"  Run {newer} is newer and was passed over: it read {plural(few, 'page')}, and "
                f"under {LEAST_PAGES} are not judged by themselves"
            )
    if not findings:
        tell("Nothing found")


def _draw_table(run: Judged) -> str:
    """Return the fields of a run as a table; those that nothing ever stated are only named."""
    from rich.console import Console
    from rich.table import Table

    table = Table(box=None, padding=(0, 1, 0, 2), pad_edge=True, header_style="bold")
    for header in ("field", "stated", "now", "before"):
        is_number = header != "field"
        table.add_column(header, no_wrap=True, justify="right" if is_number else "left")
    for header in ("found by", "there now"):
        table.add_column(header, overflow="fold")
    never = []
    for total in run.totals:
        before = run.find_before(total.field)
        if total.filled == 0 and (before is None or before.filled == 0):
            never.append(total.field)
            continue
        table.add_row(*_write_row(total, before))
    console = Console(width=max(100, Console().width))
    # Printed by click: rich ends the process itself when nobody reads on.
    with console.capture() as capture:
        if table.row_count:
            console.print(table)
        if never:
            console.print(f"  Never stated: {', '.join(never)}", highlight=False, soft_wrap=True)
    return capture.get()


def _write_row(total: FieldTotal, before: FieldTotal | None) -> tuple[str, ...]:
    from rich.markup import escape

    return (
        total.field,
        f"{total.filled}/{total.slots}",
        f"{percentage(total)} %",
        "–" if before is None else f"{percentage(before)} %",
        escape(total.landmark),
        escape(total.found or "") if total.filled < total.slots else "",
    )
