"""Command: ``serve`` shows the live database with Datasette until a signal ends it."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

from publish.describing import read_contents
from publish.errors import PublishError
from publish.serving import open_socket, serve
from scraper.showing import show_path
from versusdb.croissant import describe_markup
from versusdb.data_set import Facts, Observed, describe_tables, read_schema_version, write_version
from versusdb.errors import CLEAN, STOPPED, ServingRefusedError
from versusdb.evidence import EvidenceReader, has_archive
from versusdb.machine_errors import explain_sqlite, name_database
from versusdb.progress import tell
from versusdb.store import open_reader


def run_serve(*, db: Path, host: str, port: int, is_json: bool) -> int:
    """Serve a database; return 6 when a signal has ended it, which is how serving ends."""

    def announce(address: str) -> None:
        if is_json:
            tell(json.dumps({"command": "serve", "address": address, "db": show_path(db)}))
        else:
            tell(f"Serving {db} at {address} (Ctrl-C ends it)")

    return serve_until_signal(db, host, port, announce)


def check_port(host: str, port: int) -> None:
    """Raise ServingRefusedError if nothing can be served there, before work is done for it."""
    try:
        open_socket(host, port).close()
    except PublishError as error:
        raise ServingRefusedError(str(error)) from error


def serve_until_signal(path: Path, host: str, port: int, announce: Callable[[str], None]) -> int:
    """Serve and turn how it ended into the exit status.

    Beside its archive a database can show what each field was read from.
    """
    described = describe_live(path)
    try:
        with EvidenceReader(path) as reader:
            explain = reader.explain if has_archive(path) else None
            ended_by = serve(path, host, port, announce, described=described, explain=explain)
    except PublishError as error:
        cause = error.__cause__
        known = explain_sqlite(cause, path) if isinstance(cause, sqlite3.Error) else None
        raise known or ServingRefusedError(str(error)) from error
    return CLEAN if ended_by is None else STOPPED


def describe_live(path: Path) -> dict[str, Any]:
    """Describe a file that grows: its times and its last run are left open, as pages fill them."""
    with closing(open_reader(path)) as database, name_database(path):
        connection = database.conn
        facts = Facts(
            sites=read_contents(connection).sites,
            observed=Observed("{first_at}", "{last_at}"),
            version=write_version(read_schema_version(connection), "{run_id}"),
        )
        return describe_markup(facts, (table for _, table in describe_tables(connection)))
