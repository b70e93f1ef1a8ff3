"""Publish: what runs changed: all that did, and one run field by field.

It is told from the views: which versions a run was the first to read, and what stood before them.
``versusdb changes`` tells it from all observations, and so more truly.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any
from urllib.parse import unquote

from publish.asking import Answer, ask, look_up
from publish.pages.page import Page, show_page

PARTS = (
    "run_entries_new", "run_entries_changed", "run_quotes_new", "run_quotes_changed",
    "run_quotes_ended",
)  # fmt: skip
MOST_SHOWN = 30
COUNTS: Mapping[str, tuple[str, str, str]] = {
    "entries_added": ("entry", "entries", "new"),
    "entries_changed": ("entry", "entries", "changed"),
    "quotes_added": ("quote", "quotes", "new"),
    "quotes_changed": ("quote", "quotes", "changed"),
    "quotes_ended": ("quote", "quotes", "ended"),
}
STATUSES: Mapping[str, str] = {
    "running": "is at work",
    "clean": "ended cleanly",
    "issues": "ended with issues",
    "failed": "failed",
    "stopped": "was stopped by a signal",
    "killed": "was killed",
}


@dataclass(frozen=True, slots=True)
class Group:
    """Rows of an answer that changed in one way, as many as a page shows; ``of_all`` in all."""

    answer: Answer
    of_all: int


async def answer_runs(datasette: Any, request: Any) -> Any:
    """Show the runs that changed something."""
    runs = await ask(datasette, "runs_changed")
    page = Page("changes.html", "Changes", {"runs": runs}, {}, {"statuses": STATUSES})
    return await show_page(datasette, request, page)


async def answer_run(datasette: Any, request: Any) -> Any:
    """Show what one run changed."""
    wanted = unquote(request.url_vars["run"])
    run = str(int(wanted)) if wanted.isdecimal() and len(wanted) < 19 else ""
    found, *asked = await asyncio.gather(
        look_up(datasette, "run_summary", run=run),
        *(ask(datasette, name, run=run) for name in PARTS),
    )
    if not found.rows:
        words = "The ledger has no run by this number."
        page = Page(
            "error.html",
            f"No run “{wanted}”",
            told={"error": words},
            shown={"back": {"path": "/changes", "words": "Changes"}},
            status=404,
        )
        return await show_page(datasette, request, page)
    names = (name.removeprefix("run_") for name in PARTS)
    answers = {"summary": found, **dict(zip(names, asked, strict=True))}
    (summary,) = found.rows
    shown = {
        "run": summary,
        "status": STATUSES[summary["status"]],
        "groups": {name: group_rows(answer) for name, answer in answers.items()},
        "list_entries": list_entries,
    }
    return await show_page(
        datasette, request, Page("run.html", f"Run {summary['run_id']}", answers, {}, shown)
    )


def group_rows(answer: Answer) -> dict[str, Group]:
    """Return the rows of an answer by how each changed, the number of all beside them."""
    groups: dict[str, list[Mapping[str, Any]]] = {}
    for row in answer.rows:
        groups.setdefault(row.get("how") or "all", []).append(row)
    return {
        how: Group(
            replace(answer, rows=tuple(rows[:MOST_SHOWN])), rows[0].get("of_all") or len(rows)
        )
        for how, rows in groups.items()
    }


def list_entries(answer: Answer) -> Iterator[list[Mapping[str, Any]]]:
    """Yield the fields of each entry."""
    for _, fields in groupby(answer.rows, key=lambda row: row["entry_id"]):
        yield list(fields)


def tell_counts(run: Mapping[str, Any]) -> str:
    """Tell what a run counted; empty where it counted nothing."""
    return ", ".join(
        f"{run[name]:,} {one if run[name] == 1 else many} {how}"
        for name, (one, many, how) in COUNTS.items()
        if run[name]
    )
