"""Publish: how good the data is: issues, coverage, what waits, what failed, how old it is."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from markupsafe import Markup

from publish.asking import ask
from publish.meanings import find_meaning
from publish.pages.changes import STATUSES
from publish.pages.fields import title_path
from publish.pages.page import Page, show_page
from publish.plots.columns import Column, draw_columns
from publish.plots.drawing import draw_plot, draw_strip, draw_words

PARTS = (
    "quality_age", "quality_issues", "quality_runs", "quality_coverage", "quality_queue",
    "quality_failed", "quality_unsourced", "quality_derived",
)  # fmt: skip
RUNS = 12
# How much of a long list is shown; the whole of it is one click away.
MOST_ROWS, MOST_PAIRS = 10, 5
# Of a hundred: what a field must have lost since the run before for it to be pointed out.
DRIFT_POINTS = 5
JUDGEMENTS: Mapping[str, tuple[str, str]] = {
    "loaded": ("", "was loaded"),
    "accepted": ("○", "was loaded, for the operator accepted that less was read"),
    "refused": ("×", "was refused: nothing of it was loaded"),
    "unfinished": ("…", "was not finished"),
}

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Field:
    """A field's coverage in the last run that was judged, in the loaded one before, and in all."""

    last: Row
    before: Row | None
    plot: Markup

    @property
    def lost(self) -> int:
        """By how many points of a hundred it fell."""
        return 0 if self.before is None else self.before["filled_pct"] - self.last["filled_pct"]

    @property
    def drifts(self) -> bool:
        """Whether it is to be pointed out."""
        return self.lost >= DRIFT_POINTS


@dataclass(frozen=True, slots=True)
class Pages:
    """Pages of one kind and medium, and the fields that they could state in their last run."""

    last: Row
    judged: str
    fields: Sequence[Field]


async def answer(datasette: Any, request: Any) -> Any:
    """Show how good the data is."""
    asked = await asyncio.gather(*(ask(datasette, name) for name in PARTS))
    answers = dict(zip((name.removeprefix("quality_") for name in PARTS), asked, strict=True))
    unsourced = answers["unsourced"].rows
    shown = {
        "pages": list(list_pages(answers["coverage"].rows)),
        "issues_plot": draw_issues(answers["runs"].rows),
        "open_issues": sum(row["open_issues"] for row in answers["issues"].rows),
        "most_rows": MOST_ROWS,
        "pairs": answers["queue"].rows[:MOST_PAIRS],
        "waiting": find_total(answers["queue"].rows),
        "failed": find_total(answers["failed"].rows),
        "unsourced": {
            subject: find_total(row for row in unsourced if row["subject"] == subject)
            for subject in ("entry", "quote")
        },
        "find_meaning": find_meaning,
        "title_path": title_path,
        "statuses": STATUSES,
        "judgements": JUDGEMENTS,
        "drift_points": DRIFT_POINTS,
    }
    page = Page("quality.html", "Data quality", answers, {}, shown)
    return await show_page(datasette, request, page)


def find_total(rows: Iterable[Row]) -> int:
    """Return how many there are in all, of which these rows are some."""
    return next((row["of_all"] for row in rows), 0)


def list_pages(rows: Iterable[Row]) -> Iterator[Pages]:
    """Yield each kind of page with its fields; rows come by kind, field and run."""
    for _, group in groupby(rows, key=lambda row: (row["site"], row["kind"], row["medium"])):
        found = list(group)
        last = find_last(found)
        fields = [
            judge_field(list(runs)) for _, runs in groupby(found, key=lambda row: str(row["field"]))
        ]
        # What the pages of the last run could not state at all is no concern of it.
        told = [field for field in fields if field.last["run_id"] == last["run_id"]]
        yield Pages(last, JUDGEMENTS[last["judgement"]][1], told)


def find_last(runs: Iterable[Row]) -> Row:
    """Return the last run that was judged; one that was not finished only if it is alone."""
    return max(runs, key=lambda run: (run["judgement"] != "unfinished", run["run_id"]))


def judge_field(runs: Sequence[Row]) -> Field:
    """Compare the last run of a field with the one before it that was loaded."""
    last = find_last(runs)
    loaded = [
        run
        for run in runs
        if run["judgement"] in ("loaded", "accepted") and run["run_id"] < last["run_id"]
    ]
    columns = [
        Column(
            run["filled_pct"],
            f"run {run['run_id']}: {run['filled_pct']} %, {JUDGEMENTS[run['judgement']][1]}",
            run["judgement"],
            JUDGEMENTS[run["judgement"]][0],
        )
        for run in runs
    ]
    plot = draw_strip(34, draw_columns(columns, 100, 33, places=RUNS), title_path(last["field"]))
    return Field(last, loaded[-1] if loaded else None, plot)


def draw_issues(runs: Sequence[Row]) -> Markup | None:
    """Draw how many issues each run met, the last one on the right."""
    counted = [run for run in reversed(runs) if run["issues"] is not None]
    most = max((run["issues"] for run in counted), default=0)
    if len(counted) < 2 or not most:
        return None
    columns = [Column(run["issues"], f"run {run['run_id']}: {run['issues']}") for run in counted]
    told = ", ".join(column.words for column in columns)
    begins = 100 * max(RUNS - len(counted), 0) / max(RUNS, len(counted))
    ends = [
        draw_words(begins, 110, f"run {counted[0]['run_id']}", "faint"),
        draw_words(100, 110, f"run {counted[-1]['run_id']}", "faint", "end"),
        draw_words(begins, 10, f"at most {most:,}", "faint"),
    ]
    parts = [*draw_columns(columns, most, 96, places=RUNS, above=20), *ends]
    return draw_plot("Issues that each run met", f"{told}.", 114, parts)
