"""Command: the words and the JSON in which a command says what it did."""

from __future__ import annotations

import json
from pathlib import Path

import click
from msgspec import Struct
from msgspec.structs import asdict
from sqlite_utils import Database

from db.ledger import Run
from parsers.records import Issue
from versusdb.errors import CLEAN, ISSUES

COUNT_CONTENT = """
SELECT
    (SELECT count(*) FROM v1_tools) AS tools,
    (SELECT count(*) FROM v1_entries) AS entries,
    (SELECT count(*) FROM v1_comparisons) AS comparisons,
    (SELECT count(*) FROM v1_quotes) AS quotes,
    (SELECT count(*) FROM v1_snapshots) AS snapshots,
    (SELECT count(*) FROM v1_sightings) AS sightings
"""


class Outcome(Struct, frozen=True):
    """What one ingest did, and how much of each kind the database then held."""

    run: Run
    content: dict[str, int]
    files_ignored: int


def describe_issue(source: str, issue: Issue) -> str:
    """Return the one line that says what, where, expected and found."""
    where = f"{source}: {issue.field}" if issue.field else source or "''"
    line = f"{where}: {issue.message} [{issue.code}]"
    if issue.expected is not None:
        line += f"; expected {issue.expected}"
    if issue.found is not None:
        line += f", found {issue.found}"
    return line


def count_content(database: Database) -> dict[str, int]:
    """Return the number of rows in each view of content."""
    return next(iter(database.query(COUNT_CONTENT)))


def plural(count: int, noun: str) -> str:
    """Return a count with its noun: ``1 page``, ``2 pages``, ``8 entries``."""
    if count == 1:
        return f"{count} {noun}"
    return f"{count:,} {noun[:-1]}ies" if noun.endswith("ry") else f"{count:,} {noun}s"


def print_ingest(path: Path, outcome: Outcome, *, is_json: bool) -> None:
    """Print what one ingest did and what the database now holds."""
    run, content, ignored = outcome.run, outcome.content, outcome.files_ignored
    counts = run.counts
    status = ISSUES if counts.issues else CLEAN
    if is_json:
        summary = {
            "command": "ingest",
            "exit_status": status,
            "db": str(path),
            "run_id": run.run_id,
            **asdict(counts),
            "files_ignored": ignored,
            "content": content,
        }
        click.echo(json.dumps(summary))
        return
    click.echo(
        f"{plural(counts.pages_seen, 'page')}: {counts.pages_fetched:,} new, "
        f"{counts.pages_unchanged:,} unchanged, {counts.pages_failed:,} failed"
        + (f"; {plural(ignored, 'other file')} ignored" if ignored else "")
    )
    click.echo(
        f"{plural(counts.entries_added, 'entry')} added, {counts.entries_changed:,} changed; "
        f"{plural(counts.quotes_added, 'quote')} added, {counts.quotes_ended:,} ended; "
        f"{plural(counts.issues, 'issue')}"
    )
    click.echo(
        f"{path} holds {plural(content['tools'], 'tool')}, {plural(content['entries'], 'entry')}, "
        f"{plural(content['comparisons'], 'comparison')}, {plural(content['quotes'], 'quote')}"
    )
