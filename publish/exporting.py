"""Publish: the rows of a page as one CSV, all of them or none.

Datasette takes a view apart by offset: for each page it sorts all rows anew, so that it runs
out of time halfway through a big one, writes the error into the file as one more row, and ends it
as if it were whole. A writer may also move rows from one page to the next. Here one query reads
them as they are at one moment. The file is finished before its first byte is sent, with its
length; what cannot be finished is an error and no file. One is written at a time, a few wait, and
who goes away is waited for no more.
"""

from __future__ import annotations

import asyncio
import csv
import os
import sqlite3
from collections.abc import Awaitable, Callable
from contextlib import ExitStack, closing, suppress
from dataclasses import dataclass
from tempfile import TemporaryFile
from typing import Any, TextIO
from urllib.parse import parse_qsl, urlencode
from weakref import WeakKeyDictionary

from datasette.database import QueryInterrupted
from datasette.utils import InvalidSql, sqlite_timelimit
from datasette.utils.asgi import Request, Response
from datasette.views.base import DatasetteError
from datasette.views.database import DatabaseView
from datasette.views.table import TableView

from publish.errors import BusyError
from publish.failing import close_awaiting
from publish.waiting import Line, work_while_there

# A whole view is longer in coming than a page of it.
TIME_LIMIT_MS = 60_000
ROWS_AT_ONCE = 1000
_CHUNK_BYTES = 1 << 16
# A client that takes no piece for so long is given no more.
SECONDS_SILENT = 60
SECONDS_TO_RETRY = 30
# What asks for one page of the rows, and what a page has beside them.
_PAGING = frozenset({"_size", "_next"})
_ROWS_ALONE = (("_size", "0"), ("_nocount", "1"), ("_nofacet", "1"))
_NO_ROWS = " limit 1"
_REMEDY = "Narrow it with a filter, or take the finished data set."
_LINES: WeakKeyDictionary[Any, Line] = WeakKeyDictionary()


@dataclass(frozen=True, slots=True)
class Limits:
    """How much of a small machine one file may take."""

    milliseconds: int
    megabytes: int


class CsvFile:
    """An answer that is a finished file, to be kept under a name."""

    def __init__(self, file: TextIO, name: str) -> None:
        self._file, self._name = file, name

    async def asgi_send(self, send: Callable[[dict[str, Any]], Awaitable[None]]) -> None:
        """Send it, and let go of it; the server breaks off what is not sent to its end."""
        with self._file as file, suppress(TimeoutError):
            file.flush()
            size = file.buffer.seek(0, os.SEEK_END)
            file.buffer.seek(0)
            headers = (
                (b"content-type", b"text/csv; charset=utf-8"),
                (b"content-length", b"%d" % size),
                (b"content-disposition", f'attachment; filename="{self._name}.csv"'.encode()),
            )
            await send({"type": "http.response.start", "status": 200, "headers": headers})
            while chunk := file.buffer.read(_CHUNK_BYTES):
                async with asyncio.timeout(SECONDS_SILENT):
                    await send({"type": "http.response.body", "body": chunk, "more_body": True})
                    # The server learns only between two steps that a client has gone.
                    await asyncio.sleep(0)
            await send({"type": "http.response.body", "body": b""})


async def answer_csv(datasette: Any, request: Any) -> Any:
    """Answer with all rows of a view or a question; with a page of them where that is asked for.

    Tables are left to Datasette. Who has gone is answered nothing.
    """
    try:
        answer = await work_while_there(request.receive, make_csv(datasette, request))
    except BusyError as error:
        headers = {"Retry-After": str(SECONDS_TO_RETRY)}
        return Response.text(f"{error}\n", status=503, headers=headers)
    return answer or Response.text("", status=503)


async def make_csv(datasette: Any, request: Any) -> Any:
    """Return the answer; raise BusyError where it would have to wait for too long."""
    name = request.url_vars["table"]
    view = TableView(datasette) if name else DatabaseView(datasette)
    if _PAGING & request.args.keys() and "_stream" not in request.args:
        return await view.get(request)
    limits = Limits(
        milliseconds=TIME_LIMIT_MS if name else datasette.setting("sql_time_limit_ms"),
        megabytes=datasette.setting("max_csv_mb"),
    )
    try:
        found = await read_page(view, request)
        if isinstance(found, Response):
            return found
        page = found[0]
        if "query" not in page:
            message = "A CSV is of a view or of a question, and neither is asked for here."
            raise DatasetteError(message, status=400)
        if not page.get("is_view", True):
            return await view.get(request)
        sql, params = page["query"]["sql"], page["query"]["params"]
        sql = sql.removesuffix(_NO_ROWS) if page.get("is_view") else sql
        # Who is cancelled meanwhile comes out when nothing is written any more.
        with ExitStack() as stack:
            async with _LINES.setdefault(datasette, Line()).take_turn():
                file = stack.enter_context(TemporaryFile("w+", encoding="utf-8", newline=""))
                await datasette.get_database(page["database"]).execute_fn(
                    lambda connection: write_rows(connection, file, sql, params, limits)
                )
            stack.pop_all()
    except (QueryInterrupted, InvalidSql, sqlite3.OperationalError) as error:
        raise explain_error(error, limits) from error
    return CsvFile(file, name or page["database"])


async def read_page(view: Any, request: Any) -> Any:
    """Return what Datasette would make a page of."""
    try:
        return await view.data(ask_for_query(request))
    except asyncio.CancelledError as error:
        close_awaiting(error)
        raise


def ask_for_query(request: Any) -> Any:
    """Return a request like this one that brings the query of its page, and none of the rows."""
    asked = parse_qsl(request.query_string, keep_blank_values=True)
    asked = [(key, value) for key, value in asked if key not in _PAGING]
    query = urlencode([*asked, *_ROWS_ALONE]).encode("ascii")
    return Request(dict(request.scope, query_string=query), request.receive)


def write_rows(
    connection: sqlite3.Connection, file: TextIO, sql: str, params: Any, limits: Limits
) -> None:
    """Write what a query finds into a file.

    Raises DatasetteError where it comes to too much, OperationalError where it takes too long.
    """
    # What is not read to its end would keep the writer's log from being emptied.
    with sqlite_timelimit(connection, limits.milliseconds), closing(connection.cursor()) as cursor:
        cursor.row_factory = None  # A file may be longer than a page, and is weighed itself.
        cursor.execute(sql, params)
        writer = csv.writer(file)
        writer.writerow([column for column, *_ in cursor.description])
        while rows := cursor.fetchmany(ROWS_AT_ONCE):
            writer.writerows(rows)
            if file.buffer.tell() > limits.megabytes << 20:
                message = f"The CSV would be larger than {limits.megabytes} MB. {_REMEDY}"
                raise DatasetteError(message, title="Too large", status=400)


def explain_error(error: Exception, limits: Limits) -> DatasetteError:
    """Put what SQLite or Datasette refuses into words."""
    if isinstance(error, QueryInterrupted):
        message = f"Reading all rows took longer than {limits.milliseconds} ms. {_REMEDY}"
        return DatasetteError(message, title="Too long", status=400)
    return DatasetteError(str(error), title="Invalid SQL", status=400)
