"""Publish: says what went wrong with a page, to the one who asked for it.

Datasette's own answer prints a traceback with all local values for each address that does not
exist, and puts a script into the page of a question that took too long. Here a stranger's
mistake is theirs to read, and only a fault of ours reaches the log.
"""

from __future__ import annotations

import logging
import sqlite3
from dataclasses import dataclass
from traceback import walk_tb
from typing import Any

from datasette.utils.asgi import Base400, Response
from datasette.views.base import DatasetteError

UNFIT = (sqlite3.ProgrammingError, sqlite3.InterfaceError, sqlite3.IntegrityError)
MISREAD = (ValueError, TypeError, LookupError, AttributeError)

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Failure:
    """What a page says in place of an answer."""

    status: int
    title: str
    message: str


def explain_exception(
    exception: Exception, limit_ms: int, *, has_arguments: bool = False
) -> Failure:
    """Put an exception into words; one that nobody foresaw is a fault of ours, status 500."""
    if isinstance(exception, Base400):
        return Failure(exception.status, f"Error {exception.status}", str(exception))
    if isinstance(exception, DatasetteError):
        if exception.message_is_html:  # The only one of this kind is the time limit's.
            message = (
                f"The question took longer than {limit_ms} ms, which is all the time it may "
                "take. Narrow it with a filter or a LIMIT."
            )
            return Failure(exception.status, "Too long", message)
        # Datasette leaves 500 on what it refuses knowingly, such as an order it does not know.
        status = 400 if exception.status == 500 else exception.status
        return Failure(status, exception.title or f"Error {status}", exception.message)
    if has_arguments and is_misread(exception):
        message = "The address has a value that cannot be read as what it stands for."
        return Failure(400, "Error 400", message)
    return Failure(500, "Error 500", "The page could not be made. The log of the server says why.")


def is_misread(exception: Exception) -> bool:
    """Tell whether Datasette could not read a value of the address, such as ``_next=x``.

    It lets the error of the reading out, and no code of ours is then among what was called; or
    it hands SQLite what is not fit to be a value there.
    """
    if isinstance(exception, UNFIT):
        return True
    frames = (frame for frame, _ in walk_tb(exception.__traceback__))
    called = (str(frame.f_globals.get("__name__", "")) for frame in frames)
    return isinstance(exception, MISREAD) and not any(
        name.partition(".")[0] == __package__ for name in called
    )


async def answer_exception(datasette: Any, request: Any, exception: Exception) -> Any:
    """Answer with a page, or with JSON where JSON was asked for."""
    limit_ms = datasette.setting("sql_time_limit_ms")
    has_arguments = bool(request.query_string)
    failure = explain_exception(exception, limit_ms, has_arguments=has_arguments)
    if failure.status == 500:
        logger.error("%s could not be answered", request.path, exc_info=exception)
    if request.path.endswith(".json"):
        body = {"ok": False, "error": failure.message, "title": failure.title}
        return Response.json(body | {"status": failure.status}, status=failure.status)
    page = await datasette.render_template(
        "error.html", {"title": failure.title, "error": failure.message}, request=request
    )
    return Response.html(page, status=failure.status)
