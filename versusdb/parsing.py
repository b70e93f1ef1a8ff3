"""Command: ``parse`` reads pages and prints their records; it touches no database."""

from __future__ import annotations

import sys

import msgspec

from parsers.reading import parse_page
from parsers.records import Issue, Record, Unknown
from scraper.response import FetchProblem
from scraper.sources import read_sources
from versusdb.errors import CLEAN, ISSUES
from versusdb.reports import describe_issue


def run_parse(files: tuple[str, ...], site: str | None) -> int:
    """Print one record a line for each file; return 3 if any has an issue, else 0."""
    status = CLEAN
    for outcome in read_sources(files, site):
        if isinstance(outcome, FetchProblem):
            issue = Issue(code=outcome.code, field="", message=outcome.message)
            record: Record = Unknown(source=outcome.source, issues=(issue,))
        else:
            record = parse_page(outcome.body, source=outcome.source, host=site).record
        sys.stdout.buffer.write(msgspec.json.encode(record) + b"\n")
        sys.stdout.buffer.flush()
        for issue in record.issues:
            print(describe_issue(record.source, issue), file=sys.stderr)
            status = ISSUES
    return status
