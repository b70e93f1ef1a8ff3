"""Command: ``parse`` reads pages and prints their records; it touches no database."""

from __future__ import annotations

import click
import msgspec

from parsers.reading import MOST_BYTES
from parsers.records import Issue, Record, Unknown
from scraper.sources import PageAddress, PageFile, Work, list_sources, read_file
from versusdb.bugs import read_page
from versusdb.errors import CLEAN, ISSUES
from versusdb.progress import say
from versusdb.reports import describe_issue


def run_parse(files: tuple[str, ...], site: str | None) -> int:
    """Print one record a line for each file; return 3 if any has an issue, else 0."""
    status = CLEAN
    for source in list_sources(files).works:
        record = _read(source, site)
        click.echo(msgspec.json.encode(record))
        for issue in record.issues:
            say(describe_issue(record.source, issue))
            status = ISSUES
    return status


def _read(source: Work, site: str | None) -> Record:
    if isinstance(source, PageAddress):
        message = "parse reads files; 'versusdb ingest' fetches addresses"
        return _refuse(source.source, "not_a_file", message)
    if isinstance(source, PageFile):
        body = read_file(source, max_bytes=MOST_BYTES)
        if isinstance(body, bytes):
            return read_page(body, say, source=source.source, host=site).record
        source = body
    return _refuse(source.source, source.code, source.message)


def _refuse(source: str, code: str, message: str) -> Unknown:
    issue = Issue(code=code, field="", message=message.removeprefix(f"{source}: "))
    return Unknown(source=source, issues=(issue,))
