"""Command: ``changes`` says what a run changed: tools, scores and quotes, in words and as JSON.

For a person it is grouped by tool, a line for each thing, without ids; the JSON is complete and
has ids.
"""

from __future__ import annotations

import json
import shutil
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import closing
from functools import partial
from itertools import groupby
from pathlib import Path
from textwrap import wrap

import click
from msgspec import Struct
from msgspec.structs import asdict
from sqlite_utils import Database

from db.changes import (
    Change,
    Described,
    RunRow,
    describe_change,
    find_last_run,
    find_runs,
    list_changes,
)
from scraper.showing import show_path
from versusdb.errors import CLEAN
from versusdb.progress import tell
from versusdb.reports import plural
from versusdb.retelling import shorten
from versusdb.store import open_reader

# An address stays in one piece.
_WRAP = partial(wrap, subsequent_indent="      ", break_on_hyphens=False, break_long_words=False)
MOST_TOOLS = 50
LEAST_WIDTH = 40
WORDS = {
    "new": "new",
    "changed": "different",
    "ended": "ended",
    "back": "back",
    "earlier": "known from an earlier day",
}
# As a person says them.
NAMES = {
    "panel_ship_pct": "panel",
    "ship_votes": "ship votes",
    "skip_votes": "skip votes",
    "community_ship_pct": "community",
    "community_votes": "community votes",
    "entry_price": "entry price",
}


class Told(Struct, frozen=True):
    """A change, and what it is of."""

    change: Change
    of: Described


def run_changes(
    *, db: Path, run: int | None, since: str | None, shows_all: bool, is_json: bool
) -> int:
    """Print what a run changed, or several; raise ``click.BadParameter`` for one that is not."""
    with closing(open_reader(db)) as database:
        runs = find_runs(database, run, since)
        if run is not None and not runs:
            last = find_last_run(database)
            known = "none has run yet" if last is None else f"the last is {last}"
            raise click.BadParameter(f"there is no run {run}; {known}", param_hint="'RUN'")
        told = read_changes(database, [each.run_id for each in runs]) if runs else []
    if is_json:
        tell(json.dumps(_as_json(db, runs, told)))
        return CLEAN
    tell(_head(db, runs, told))
    width = max(shutil.get_terminal_size((80, 24)).columns, LEAST_WIDTH)
    for line in _describe(told, None if shows_all else MOST_TOOLS):
        tell("\n".join(_WRAP(line, width)))
    return CLEAN


def read_changes(database: Database, run_ids: Sequence[int]) -> list[Told]:
    """Return what these runs changed, by tool, then by entry, the entry before its quotes."""
    told = [
        Told(change, describe_change(database, change))
        for change in list_changes(database, run_ids)
    ]
    return sorted(told, key=_order)


def _order(told: Told) -> tuple[str, ...]:
    change, of = told.change, told.of
    return (of.tool.casefold(), of.tool_id, of.name, of.entry_id, change.subject, change.at,
            change.subject_id)  # fmt: skip


def count_changes(told: Sequence[Told]) -> dict[str, dict[str, int]]:
    """Count changes by what they are of, and how."""
    counts: Counter[tuple[str, str]] = Counter(
        (each.change.subject, each.change.how) for each in told
    )
    return {
        name: {how: counts[subject, how] for how in WORDS}
        for subject, name in (("entry", "entries"), ("quote", "quotes"))
    }


def _head(path: Path, runs: Sequence[RunRow], told: Sequence[Told]) -> str:
    if not runs:
        return f"{path}: no run has changed anything"
    first, last = runs[0], runs[-1]
    name = f"run {first.run_id} ({first.command}, {first.started_at})"
    if len(runs) > 1:
        name = f"runs {first.run_id} to {last.run_id} (since {first.started_at})"
    parts = [
        f"{plural(count, noun)} {WORDS[how]}"
        for (noun, counts) in zip(("entry", "quote"), count_changes(told).values(), strict=True)
        for how, count in counts.items()
        if count
    ]
    return f"{path}, {name}: {', '.join(parts) or 'nothing changed'}"


def _describe(told: Sequence[Told], most: int | None) -> Iterator[str]:
    tools = [list(group) for _, group in groupby(told, key=lambda each: each.of.tool_id)]
    for group in tools[:most]:
        yield ""
        of = group[0].of
        is_one = all(each.of.entry_id == of.entry_id for each in group)
        yield f"{of.tool}  {of.source_url}" if is_one and of.source_url else of.tool
        new = {each.of.entry_id for each in group if _is_new(each, "entry")}
        quotes = Counter(each.of.entry_id for each in group if _is_new(each, "quote"))
        for each in group:
            if each.of.entry_id in new and _is_new(each, "quote"):
                continue
            entry = "" if is_one and each.of.name == of.tool else f"{each.of.name}: "
            count = quotes[each.of.entry_id] if _is_new(each, "entry") else 0
            more = f", {plural(count, 'quote')}" if count else ""
            yield f"  {entry}{_describe_change(each)}{more}"
    if most is not None and len(tools) > most:
        yield ""
        yield f"and {len(tools) - most:,} more tools: --all shows them"


def _is_new(told: Told, subject: str) -> bool:
    return told.change.how == "new" and told.change.subject == subject


def _describe_change(told: Told) -> str:
    change, day = told.change, told.change.at[:10]
    values = {name: now for name, (_, now) in change.fields.items()}
    if change.subject == "quote":
        words = shorten(told.of.text)
        who = f"{values['reviewer']} " if values.get("reviewer") else ""
        score = "" if values.get("score") is None else f"{values['score']} "
        verdict = f"{values['verdict']} " if values.get("verdict") else ""
        if change.how == "new":
            return f"+ quote {who}{score}{verdict}{words}"
        if change.how == "ended":
            return f"- quote ended {day}: {words}"
        if change.how == "back":
            return f"+ quote back {day}: {words}"
        return f"~ quote {WORDS[change.how]} {day}: {_list_fields(change)}: {words}"
    if change.how == "new":
        panel = values.get("panel_ship_pct")
        share = "" if panel is None else f", panel {panel} %"
        return f"+ new {day}: {values.get('verdict') or 'no verdict'}{share}"
    if change.how == "ended":
        return f"- ended {day}"
    return f"~ {WORDS[change.how]} {day}: {_list_fields(change)}"


def _list_fields(change: Change) -> str:
    parts = [
        f"{NAMES.get(name, name)} {shorten(was, 30)} → {shorten(now, 30)}"
        for name, (was, now) in change.fields.items()
        if name != "derived"
    ]
    return ", ".join(parts) or "which values a rule computed"


def _as_json(path: Path, runs: Sequence[RunRow], told: Sequence[Told]) -> dict[str, object]:
    return {
        "command": "changes",
        "exit_status": CLEAN,
        "db": show_path(path),
        "runs": [asdict(run) for run in runs],
        "counts": count_changes(told),
        "changes": [
            {
                "tool_id": each.of.tool_id,
                "tool": each.of.tool,
                "entry_id": each.of.entry_id,
                "entry": each.of.name,
                "quote_id": each.change.subject_id if each.change.subject == "quote" else None,
                "text": each.of.text,
                "source_url": each.of.source_url,
                "subject": each.change.subject,
                "change": each.change.how,
                "at": each.change.at,
                "run_id": each.change.run_id,
                "fields": {
                    name: {"before": was, "after": now}
                    for name, (was, now) in each.change.fields.items()
                },
            }
            for each in told
        ],
    }
