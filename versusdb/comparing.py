"""Command: the coverage of the last runs beside those before, as findings and as a table."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec.structs import asdict
from sqlite_utils import Database

from db.coverage import FieldTotal
from db.drift import Judged, is_below_floor, list_latest, percentage
from db.held import count_held
from db.past import LEAST_PAGES
from versusdb.findings import Finding
from versusdb.judging import find_floor
from versusdb.progress import draw, tell, tell_folded
from versusdb.reports import describe_drift, describe_held, drift_as_json, plural

if TYPE_CHECKING:
    from rich.text import Text

LEAST_POINTS = 10


def check_coverage(database: Database) -> Iterator[Finding]:
    """Compare the last run of each group of pages, and the last that waits, with those before.

    Below the floor is a failure, unless the operator has accepted it; a smaller drop, of more
    than ten points, is worth a look.
    """
    for run in list_latest(database):
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


def list_rows(run: Judged) -> Iterator[dict[str, object]]:
    """Return the coverage of a run by field, for programs."""
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


def tell_coverage(latest: list[Judged]) -> None:
    """Print a table for each group of pages."""
    for run in latest:
        pages = plural(max((total.pages for total in run.totals), default=0), "page")
        before = f"{plural(run.pool_runs, 'run')} before" if run.pool_runs else "none before"
        tell_folded(f"{run.group}: run {run.run_id}, {run.judgement}, {pages}; {before}")
        drawn, never = _draw_table(run)
        tell(drawn, nl=False)
        if never:
            tell_folded(f"  Never stated: {', '.join(never)}")
        tell("")
        if run.passed_over:
            newer, few = run.passed_over
            tell_folded(
                f"  Run {newer} is newer and was passed over: it read {plural(few, 'page')}, and "
                f"under {LEAST_PAGES} are not judged by themselves"
            )


def _draw_table(run: Judged) -> tuple[str, list[str]]:
    """Return the fields of a run as a table, and the names of those that nothing ever stated."""
    from rich.table import Table

    table = Table(box=None, padding=(0, 0, 0, 2), header_style="bold")
    for header in ("field", "stated", "now", "before"):
        is_number = header != "field"
        table.add_column(header, no_wrap=True, justify="right" if is_number else "left")
    table.add_column("found by", overflow="fold")
    rows, never = [], []
    for total in run.totals:
        before = run.find_before(total.field)
        if total.filled == 0 and (before is None or before.filled == 0):
            never.append(total.field)
            continue
        rows.append(_write_row(total, before))
    if any(found for *_, found in rows):
        table.add_column("there now", overflow="fold")
    for row in rows:
        table.add_row(*row[: len(table.columns)])
    return draw(table) if table.row_count else "", never


def _write_row(total: FieldTotal, before: FieldTotal | None) -> tuple[str | Text, ...]:
    from rich.text import Text

    is_whole = total.filled == total.slots
    # Where nothing is lacking, one line is enough.
    found_by = Text(total.landmark, no_wrap=is_whole, overflow="ellipsis" if is_whole else "fold")
    return (
        total.field,
        f"{total.filled}/{total.slots}",
        f"{percentage(total)} %",
        "–" if before is None else f"{percentage(before)} %",
        found_by,
        Text("" if is_whole else total.found or ""),
    )
