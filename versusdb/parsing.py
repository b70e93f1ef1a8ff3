"""Command: ``parse`` reads pages and prints their records; it touches no database."""

from __future__ import annotations

import sys

import click
import msgspec

from parsers.reading import MOST_BYTES, parse_page
from parsers.records import Issue, Record, Unknown
from scraper.response import Response
from scraper.sources import PageAddress, PageFile, Work, list_sources, read_page_file
from versusdb.errors import CLEAN, ISSUES
from versusdb.reports import describe_issue

# Records carry no time of observation, so no file's own is asked for.
EPOCH = "1970-01-01T00:00:00Z"


def run_parse(files: tuple[str, ...], site: str | None) -> int:
    """Print one record a line for each file; return 3 if any has an issue, else 0."""
    status = CLEAN
    for source in list_sources(files).works:
        record = _read(source, site)
        sys.stdout.buffer.write(msgspec.json.encode(record) + b"\n")
        sys.stdout.buffer.flush()
        for issue in record.issues:
            click.echo(describe_issue(record.source, issue), err=True)
            status = ISSUES
    return status


def _read(source: Work, site: str | None) -> Record:
    if isinstance(source, PageAddress):
        message = "parse reads files; 'versusdb ingest' fetches addresses"
        return _refuse(source.source, "not_a_file", message)
    if isinstance(source, PageFile):
        page = read_page_file(source, site=site, observed_at=EPOCH, max_bytes=MOST_BYTES)
        if isinstance(page, Response):
            return parse_page(page.body, source=page.source, host=site).record
        source = page
    return _refuse(source.source, source.code, source.message)


def _refuse(source: str, code: str, message: str) -> Unknown:
    issue = Issue(code=code, field="", message=message.removeprefix(f"{source}: "))
    return Unknown(source=source, issues=(issue,))
