"""Command: ``parse`` reads pages and prints their records; it touches no database."""

from __future__ import annotations

import shutil
import sys

import click
import msgspec

from parsers.reading import MOST_BYTES
from parsers.records import Issue, Reading, Unknown
from scraper.sources import PageAddress, PageFile, Work, list_sources, read_file
from versusdb.bugs import read_page
from versusdb.errors import CLEAN, ISSUES
from versusdb.explaining import explain, explain_as_json
from versusdb.progress import say
from versusdb.reports import describe_issue
from versusdb.worker import Worker


def run_parse(
    files: tuple[str, ...], site: str | None, *, is_explained: bool, is_json: bool
) -> int:
    """Print what each file says, one record a line; return 3 if any has an issue, else 0."""
    status = CLEAN
    # A terminal has an edge; whoever reads on from a pipe wants the whole line.
    width = shutil.get_terminal_size().columns if sys.stdout and sys.stdout.isatty() else None
    with Worker() as worker:
        for number, source in enumerate(list_sources(files).works):
            reading = _read(source, site, worker)
            status = ISSUES if reading.record.issues else status
            if is_explained and not is_json:
                click.echo("\n".join(["\n"] * bool(number) + [*explain(reading, width)]))
                continue
            shown = explain_as_json(reading) if is_explained else reading.record
            click.echo(msgspec.json.encode(shown))
            for issue in reading.record.issues:
                say(describe_issue(reading.record.source, issue))
    return status


def _read(source: Work, site: str | None, worker: Worker) -> Reading:
    if isinstance(source, PageAddress):
        message = "parse reads files; 'versusdb ingest' fetches addresses"
        return _refuse(source.source, "not_a_file", message)
    if isinstance(source, PageFile):
        body = read_file(source, max_bytes=MOST_BYTES)
        if isinstance(body, bytes):
            return read_page(body, say, source=source.source, host=site, parse=worker.parse)
        source = body
    return _refuse(source.source, source.code, source.message)


def _refuse(source: str, code: str, message: str) -> Reading:
    issue = Issue(code=code, field="", message=message.removeprefix(f"{source}: "))
    return Reading(Unknown(source=source, issues=(issue,)), "none")
