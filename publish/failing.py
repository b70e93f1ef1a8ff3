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
from urllib.parse import unquote

from datasette.database import QueryInterrupted
from datasette.utils.asgi import Base400, Response
from datasette.views.base import DatasetteError

from publish.errors import DatabaseUnreadableError, UnansweredError

logger = logging.getLogger(__name__)

# What Datasette does not catch of an address that it cannot make sense of.
UNREADABLE = (
    ValueError,
    TypeError,
    LookupError,
    AttributeError,
    AssertionError,
    RecursionError,
    sqlite3.Error,
)
LONGEST_WORDS = 100
MISSING = "There is no page here"
# Within Datasette's page of a table: it awaits its ``args`` one after the other.
GATHERING = "TableView._data_traced.<locals>.gather"
OURS = ("publish.pages.", "publish.plugin")


@dataclass(frozen=True, slots=True)
class Failure:
    """What a page says in place of an answer."""

    status: int
    title: str
    message: str


def explain_exception(exception: Exception, limit_ms: int) -> Failure:
    """Put an exception into words; one that nobody foresaw is a fault of ours, status 500."""
    if isinstance(exception, DatabaseUnreadableError):
        message = "The database cannot be read now. The log of the server says why."
        return Failure(503, "Not to be read now", message)
    if isinstance(exception, UnansweredError):
        return Failure(503, "Not answered", str(exception))
    if isinstance(exception, Base400):
        title = MISSING if exception.status == 404 else f"Error {exception.status}"
        return Failure(exception.status, title, str(exception))
    # Of Datasette's own errors, only the one of the time limit is HTML.
    if isinstance(exception, QueryInterrupted) or getattr(exception, "message_is_html", False):
        message = (
            f"The question took longer than {limit_ms} ms, which is all the time it may "
            "take. Narrow it with a filter or a LIMIT."
        )
        return Failure(400, "Too long", message)
    if isinstance(exception, DatasetteError):
        # Datasette leaves 500 on what it refuses knowingly, such as an order it does not know.
        status = 400 if exception.status == 500 else exception.status
        title = MISSING if status == 404 else exception.title or f"Error {status}"
        return Failure(status, title, exception.message)
    if isinstance(exception, UNREADABLE) and not is_ours(exception):
        reason = f" ({exception})" if isinstance(exception, sqlite3.Error) else ""
        said = "The address has a value that cannot be read as what it stands for"
        return Failure(400, "Error 400", f"{said}{reason}.")
    return Failure(500, "Error 500", "The page could not be made. The log of the server says why.")


def is_ours(exception: Exception) -> bool:
    """Tell whether a page or a hook of ours was at work."""
    names = (frame.f_globals.get("__name__", "") for frame, _ in walk_tb(exception.__traceback__))
    return any(name.startswith(OURS) for name in names)


def close_awaiting(exception: BaseException | None) -> None:
    """Close what Datasette would have awaited after what failed; each would warn of it else."""
    while exception is not None:
        for frame, _ in walk_tb(exception.__traceback__):
            if frame.f_code.co_qualname == GATHERING:
                for awaited in frame.f_locals["args"]:
                    awaited.close()
        exception = exception.__cause__ or exception.__context__


async def answer_exception(datasette: Any, request: Any, exception: Exception) -> Any:
    """Answer with a page, or with JSON where JSON was asked for."""
    close_awaiting(exception)
    failure = explain_exception(exception, datasette.setting("sql_time_limit_ms"))
    if isinstance(exception, DatabaseUnreadableError):
        logger.error("%s could not be answered: %s", request.path, exception)
    elif failure.status == 500:
        logger.error("%s could not be answered", request.path, exc_info=exception)
    if request.path.endswith(".json"):
        body = {"ok": False, "error": failure.message, "title": failure.title}
        return Response.json(body | {"status": failure.status}, status=failure.status)
    # What was looked for, as far as the address says it.
    words = unquote(request.path.rstrip("/").rpartition("/")[2])[:LONGEST_WORDS]
    shown = {
        "title": failure.title,
        "error": failure.message,
        "wanted": words if failure.status == 404 else "",
    }
    page = await datasette.render_template("error.html", shown, request=request)
    return Response.html(page, status=failure.status)
