"""Command: ``changes`` says what a run changed: tools, scores and quotes, in words and as JSON.

For a person it is grouped by tool, a line for each thing, without ids: first what is different of
tools that were known, then new tools, then what is only known better. The JSON is complete, has
ids, and stands in the same order.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import closing
from itertools import groupby
from pathlib import Path

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
from versusdb.progress import find_width, tell, tell_folded
from versusdb.reports import plural
from versusdb.shortening import shorten, shorten_change
from versusdb.store import open_reader

MOST_TOOLS = 50
WORDS = {
    "new": "new",
    "changed": "different",
    "known": "better known",
    "ended": "ended",
    "back": "back",
    "earlier": "known from an earlier day",
}
# What comes first.
RANKS = {"changed": 0, "ended": 0, "back": 0, "new": 1, "known": 2, "earlier": 3}
# What comes back is new again; of what is only known better nothing on the site has changed.
SIGNS = {"new": "+", "changed": "~", "known": "=", "ended": "-", "back": "+", "earlier": "="}
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
    # In one transaction: another run may be at work.
    with closing(open_reader(db)) as database, database.atomic():
        runs, last = find_runs(database, run, since), find_last_run(database)
        if run is not None and not runs:
            known = "none has run yet" if last is None else f"the last is {last}"
            raise click.BadParameter(f"there is no run {run}; {known}", param_hint="'RUN'")
        told = read_changes(database, [each.run_id for each in runs]) if runs else []
        is_told = run is not None or since is not None or last in {each.run_id for each in runs}
        quiet = [] if is_told or not runs else find_runs(database, last)
    if is_json:
        tell(json.dumps(_as_json(db, runs, last, told)))
        return CLEAN
    for line in (*_head(db, runs, quiet, told, since), *_describe(told, shows_all=shows_all)):
        tell_folded(line)
    return CLEAN


def read_changes(database: Database, run_ids: Sequence[int]) -> list[Told]:
    """Return what these runs changed, by tool, then by entry, the entry before its quotes."""
    told = [
        Told(change, describe_change(database, change))
        for change in list_changes(database, run_ids)
    ]
    new = {each.of.entry_id for each in told if _is_new(each, "entry")}
    ranks: dict[str, int] = {}
    for each in told:
        of, how = each.of, each.change.how
        # What is new of an entry that was known is a difference of its tool.
        rank = RANKS["changed" if how == "new" and of.entry_id not in new else how]
        ranks[of.tool_id] = min(rank, ranks.get(of.tool_id, rank))
    return sorted(told, key=lambda each: (ranks[each.of.tool_id], *_order(each)))


def _order(told: Told) -> tuple[str | int, ...]:
    change, of = told.change, told.of
    return (of.tool.casefold(), of.tool_id, of.name, of.entry_id, change.subject, change.seat or 0,
            change.at, change.subject_id)  # fmt: skip


def count_changes(told: Sequence[Told]) -> dict[str, dict[str, int]]:
    """Count changes by what they are of, and how."""
    counts: Counter[tuple[str, str]] = Counter(
        (each.change.subject, each.change.how) for each in told
    )
    return {
        name: {how: counts[subject, how] for how in WORDS}
        for subject, name in (("entry", "entries"), ("quote", "quotes"))
    }


def _head(
    path: Path,
    runs: Sequence[RunRow],
    quiet: Sequence[RunRow],
    told: Sequence[Told],
    since: str | None,
) -> Iterator[str]:
    """Say what was changed on the whole; ``quiet`` is the last run, where it changed nothing."""
    for run in quiet:
        name = f"the last run, {run.run_id} ({run.command}, {run.started_at}),"
        yield f"{path}: {name} changed nothing; what was changed last:"
    if not runs:
        none = "no run has changed anything" if since is None else f"no run has begun since {since}"
        yield f"{path}: {none}"
        return
    first, last = runs[0], runs[-1]
    name = f"run {first.run_id} ({first.command}, {first.started_at})"
    if len(runs) > 1:
        name = f"runs {first.run_id} to {last.run_id} (since {since})"
    parts = [
        f"{plural(count, noun)} {WORDS[how]}"
        for (noun, counts) in zip(("entry", "quote"), count_changes(told).values(), strict=True)
        for how, count in counts.items()
        if count
    ]
    yield f"{path}, {name}: {', '.join(parts) or 'nothing changed'}"


def _describe(told: Sequence[Told], *, shows_all: bool) -> Iterator[str]:
    tools = [list(group) for _, group in groupby(told, key=lambda each: each.of.tool_id)]
    most = len(tools) if shows_all else MOST_TOOLS
    for group in tools[:most]:
        yield ""
        yield from _describe_tool(group)
    if len(tools) > most:
        yield ""
        yield f"and {len(tools) - most:,} more tools: --all shows them"


def _describe_tool(group: Sequence[Told]) -> Iterator[str]:
    of, width = group[0].of, find_width()
    is_one = all(each.of.entry_id == of.entry_id for each in group)
    head = f"{of.tool}  {of.source_url}" if is_one and of.source_url else of.tool
    yield from [head] if width is None or len(head) <= width else [of.tool, f"  {of.source_url}"]
    new = {each.of.entry_id for each in group if _is_new(each, "entry")}
    counts = Counter((each.of.entry_id, each.change.subject, each.change.how) for each in group)
    for each in group:
        entry_id, how, is_quote = each.of.entry_id, each.change.how, each.change.subject == "quote"
        if is_quote and how == "new" and entry_id in new:
            continue
        entry = "" if is_one and each.of.name == of.tool else f"{each.of.name}: "
        if is_quote and how == "earlier":
            # In one line: it is about the past.
            if count := counts.pop((entry_id, "quote", how), 0):
                yield f"  {entry}= {plural(count, 'quote')} {WORDS[how]}"
            continue
        count = counts[entry_id, "quote", how] if how == "new" and not is_quote else 0
        more = f", {plural(count, 'quote')}" if count else ""
        yield f"  {entry}{_describe_change(each)}{more}"


def _is_new(told: Told, subject: str) -> bool:
    return told.change.how == "new" and told.change.subject == subject


def _describe_change(told: Told) -> str:
    change, day = told.change, told.change.at[:10]
    if change.subject == "quote":
        return _describe_quote(change, day)
    if change.how == "new":
        values = {name: now for name, (_, now) in change.fields.items()}
        panel = values.get("panel_ship_pct")
        share = "" if panel is None else f", panel {panel} %"
        return f"+ new {day}: {values.get('verdict') or 'no verdict'}{share}"
    return f"{SIGNS[change.how]} {_word(change)} {day}: {_list_fields(change)}".removesuffix(": ")


def _describe_quote(change: Change, day: str) -> str:
    words, fields = shorten(change.text), _list_fields(change)
    if change.how == "new":
        values = [
            change.fields.get(name, ("", None))[1] for name in ("reviewer", "score", "verdict")
        ]
        fields = " ".join(str(value) for value in values if value is not None)
    elif change.reviewer is not None and "reviewer" not in change.fields:
        fields = f"{change.reviewer}, {fields}" if fields else change.reviewer
    said = [part for part in (fields, words) if part]
    return f"{SIGNS[change.how]} quote {_word(change)} {day}: {': '.join(said)}"


def _word(change: Change) -> str:
    return "now known" if change.how == "known" else WORDS[change.how]


def _list_fields(change: Change) -> str:
    """Say what is different, before and after; of what is known now, and was not, how it is."""
    parts = [
        f"{NAMES.get(name, name.replace('_', ' '))} "
        + (shorten(now, 30) if was is None else shorten_change(was, now, 30))
        for name, (was, now) in change.fields.items()
        if name != "derived"
    ]
    only_stated = change.fields and not parts
    return "what was computed is stated" if only_stated else ", ".join(parts)


def _as_json(
    path: Path, runs: Sequence[RunRow], last: int | None, told: Sequence[Told]
) -> dict[str, object]:
    return {
        "command": "changes",
        "exit_status": CLEAN,
        "db": show_path(path),
        "runs": [asdict(run) for run in runs],
        "last_run_id": last,
        "counts": count_changes(told),
        "changes": [
            {
                "tool_id": each.of.tool_id,
                "tool": each.of.tool,
                "entry_id": each.of.entry_id,
                "entry": each.of.name,
                "quote_id": each.change.subject_id if each.change.subject == "quote" else None,
                "text": each.change.text,
                "seat": each.change.seat,
                "reviewer": each.change.reviewer,
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
