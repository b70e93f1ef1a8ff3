"""Command: ``parse`` reads pages and prints their records; it touches no database."""

from __future__ import annotations

import shutil
import sys

import click
import msgspec

from parsers.reading import MOST_BYTES
from parsers.records import Issue, Reading, Unknown
from scraper.sources import PageAddress, PageFile, WarcWork, Work, list_sources, read_file
from versusdb.bugs import read_page
from versusdb.errors import CLEAN, ISSUES
from versusdb.explaining import explain, explain_as_json, explain_blocks, list_blocks
from versusdb.progress import say
from versusdb.reports import describe_issue
from versusdb.worker import Worker


def run_parse(
    files: tuple[str, ...],
    site: str | None,
    *,
    is_explained: bool,
    has_blocks: bool = False,
    is_json: bool = False,
) -> int:
    """Print what each file says, one record a line; return 3 if any has an issue, else 0."""
    status = CLEAN
    # A terminal has an edge; whoever reads on from a pipe wants the whole line.
    width = shutil.get_terminal_size().columns if sys.stdout and sys.stdout.isatty() else None
    with Worker() as worker:
        for number, source in enumerate(list_sources(files).works):
            reading, body = _read(source, site, worker)
            blocks = list_blocks(body, reading) if has_blocks else None
            status = ISSUES if reading.record.issues else status
            if is_explained and not is_json:
                lines = [*explain(reading, width)]
                lines += explain_blocks(blocks, width) if blocks is not None else ()
                click.echo("\n".join(["\n"] * bool(number) + lines))
                continue
            shown = explain_as_json(reading, blocks) if is_explained else reading.record
            click.echo(msgspec.json.encode(shown))
            for issue in reading.record.issues:
                say(describe_issue(reading.record.source, issue))
    return status


def _read(source: Work, site: str | None, worker: Worker) -> tuple[Reading, bytes]:
    if isinstance(source, PageAddress):
        message = "parse reads files; 'versusdb ingest' fetches addresses"
        return _refuse(source.source, "not_a_file", message), b""
    if isinstance(source, WarcWork):
        message = "parse reads pages; 'versusdb ingest' reads the pages of WARC files"
        return _refuse(source.source, "not_a_page", message), b""
    if isinstance(source, PageFile):
        body = read_file(source, max_bytes=MOST_BYTES)
        if isinstance(body, bytes):
            return read_page(body, say, source=source.source, host=site, parse=worker.parse), body
        source = body
    if source.source == "-":
        return _refuse("-", source.code, "parse reads files; standard input is not read"), b""
    return _refuse(source.source, source.code, source.message), b""


def _refuse(source: str, code: str, message: str) -> Reading:
    issue = Issue(code=code, field="", message=message.removeprefix(f"{source}: "))
    return Reading(Unknown(source=source, issues=(issue,)), "none")
