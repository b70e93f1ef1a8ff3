"""Publish: opens the file that is shown, for reading only, and bounds what a question may cost.

Datasette ends a question that takes too long, but it can look at the clock only between two steps
of SQLite's machine. So no step may be long by itself, none may take all the memory or, by what it
sorts, all the disk, and no answer may be so large that writing it out as a page holds up everybody
else. What a stranger asks in SQL of their own is bounded closer than what our pages ask, on
connections of its own, and leaves a thread to the pages. What nobody waits for any more is ended.
"""

from __future__ import annotations

import asyncio
import sqlite3
import threading
from collections.abc import Callable
from contextlib import closing
from contextvars import ContextVar
from pathlib import Path
from traceback import clear_frames
from typing import Any

from datasette.database import Database, QueryInterrupted

from publish.describing import SELECT_VIEWS, Contents, read_contents
from publish.errors import DatabaseUnreadableError
from publish.restricting import hide_options, restrict

# Whether the request at hand brings SQL of its own.
is_strangers_sql: ContextVar[bool] = ContextVar("is_strangers_sql", default=False)

# Of Datasette's threads.
STRANGERS_AT_ONCE = 2
MOST_CHARACTERS, MOST_CELLS = 16_000_000, 50_000
# SQLite counts it for the whole process.
MOST_MEMORY = 128 * 1024 * 1024

UNREADABLE = frozenset(
    {
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_CORRUPT,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_NOTADB,
    }
)

# Without the number of its rows a page says that they are many.
COUNT_LIMIT_MS = 500
SECONDS_BETWEEN_INTERRUPTIONS = 0.05

Reading = Callable[[sqlite3.Connection], Any]


class ReadFile(Database):  # type: ignore[misc]  # Datasette carries no types.
    """A database that is read, whatever its path looks like.

    Unless it is immutable, another process may be writing to it. Datasette puts the path into an
    SQLite address unquoted, where ``?``, ``#`` and ``%`` have a meaning of their own, and
    keeps its connections to a file that another has replaced.
    """

    def __init__(self, datasette: Any, path: str, *, is_mutable: bool = True) -> None:
        super().__init__(datasette, path, is_mutable=is_mutable)
        self._place = Path(path)
        self._of_thread = threading.local()

    def connect(self, write: bool = False) -> sqlite3.Connection:
        """Open the file for reading; no page of ours writes."""
        if write:
            raise DatabaseUnreadableError(f"{self.path} is served for reading only")
        try:
            connection = connect_read_only(Path(self.path), is_immutable=not self.is_mutable)
            connection.execute(f"PRAGMA hard_heap_limit = {MOST_MEMORY}")
            has_views = connection.execute(SELECT_VIEWS).fetchone() is not None
        except sqlite3.Error as error:
            raise DatabaseUnreadableError(f"{self.path}: {error}") from error
        if not has_views:
            # What lies there now is another's, or is being made.
            connection.close()
            raise DatabaseUnreadableError(f"{self.path}: it holds no v1_ view")
        self._all_file_connections.append(connection)
        if self.is_mutable:
            connection.set_authorizer(hide_options)
        return connection

    async def execute(self, sql: str, params: Any = None, **options: Any) -> Any:
        """Run a query; what a stranger mistyped is told to the stranger, not to the log."""
        if sql.startswith("select count(*) from ") and not options.get("truncate"):
            # Datasette's own for a page, and no stranger's: of those it never takes all rows.
            options["custom_time_limit"] = COUNT_LIMIT_MS
        return await super().execute(sql, params, **options | {"log_sql_errors": False})

    async def table_counts(self, limit: int = 0) -> dict[str, None]:
        """Count no rows: the tables are not what is shown."""
        return dict.fromkeys(await self.table_names())

    async def execute_fn(self, fn: Reading) -> Any:
        """Call a function with a connection, whose rows are weighed.

        Who is cancelled while it is at work waits for its end, which then comes soon.
        """
        question = Question(fn)
        loop = asyncio.get_running_loop()
        work = loop.run_in_executor(self.ds.executor, lambda: question.ask(self._take_connection()))
        try:
            return await asyncio.shield(work)
        except asyncio.CancelledError:
            while not work.done():
                question.drop()
                await asyncio.wait({work}, timeout=SECONDS_BETWEEN_INTERRUPTIONS)
            work.exception()  # Looked at by nobody else, it would go into the log.
            raise

    def _take_connection(self) -> sqlite3.Connection:
        """Return this thread's connection to the file that is at the path now."""
        found = identify(self._place) if self.is_mutable else None
        kept: tuple[sqlite3.Connection, object] | None = getattr(self._of_thread, "kept", None)
        if kept is not None:
            connection, opened = kept
            if opened == found:
                return connection
            del self._of_thread.kept
            self._all_file_connections.remove(connection)
            connection.close()
        connection = self.connect()
        self.ds._prepare_connection(connection, self.name)  # noqa: SLF001  # Datasette has no other.
        self._of_thread.kept = (connection, found)
        return connection


class StrangersFile(ReadFile):
    """The same database for SQL that nobody has looked at."""

    def connect(self, write: bool = False) -> sqlite3.Connection:
        """Open the file for reading, and less than that."""
        connection = super().connect(write)
        restrict(connection, is_live=self.is_mutable)
        return connection


class ShownFile(ReadFile):
    """The database that is shown: strangers' SQL waits its turn, and finds closer bounds."""

    def __init__(self, datasette: Any, path: str, *, is_mutable: bool = True) -> None:
        super().__init__(datasette, path, is_mutable=is_mutable)
        self._strangers = StrangersFile(datasette, path, is_mutable=is_mutable)
        self._turns = asyncio.Semaphore(STRANGERS_AT_ONCE)

    async def execute_fn(self, fn: Reading) -> Any:
        """Call a function with a connection that is as bound as who asks."""
        if not is_strangers_sql.get():
            return await super().execute_fn(fn)
        async with self._turns:
            return await self._strangers.execute_fn(fn)

    def close(self) -> None:
        """Close all connections."""
        super().close()
        self._strangers.close()


class Question:
    """A function at work on a connection, which can be ended from another thread."""

    def __init__(self, fn: Reading) -> None:
        self._fn = fn
        self._lock = threading.Lock()
        self._connection: sqlite3.Connection | None = None
        self._is_dropped = False

    def ask(self, connection: sqlite3.Connection) -> Any:
        """Call the function, unless nobody waits for it any more."""
        with self._lock:
            if self._is_dropped:
                return None
            self._connection = connection
        try:
            return call(self._fn, connection)
        finally:
            with self._lock:
                self._connection = None

    def drop(self) -> None:
        """Interrupt what SQLite does for it; what comes next on the connection is not touched."""
        with self._lock:
            self._is_dropped = True
            if self._connection is not None:
                self._connection.interrupt()


def identify(path: Path) -> tuple[int, int] | None:
    """Return which file is at a path, by device and number; None where there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def call(fn: Reading, connection: sqlite3.Connection) -> Any:
    """Call a function with a connection in a thread of Datasette's."""
    connection.row_factory = weigh_rows()
    try:
        return fn(connection)
    except (sqlite3.Error, QueryInterrupted, MemoryError) as error:
        # The error holds the cursor. Let go of elsewhere, it would keep the whole server waiting
        # there, for as long as the next question takes on this connection.
        clear_frames(error.__traceback__)
        if isinstance(error, MemoryError):
            reason = "it takes more memory than a question may have"
            raise sqlite3.OperationalError(reason) from error
        if getattr(error, "sqlite_errorcode", 0) == sqlite3.SQLITE_INTERRUPT:
            # Datasette goes by the words, which are others where a search was being prepared.
            raise QueryInterrupted(error, "", ()) from error
        if is_unreadable(error):
            # Not an error of SQLite's, which Datasette would take for one of who asks.
            raise DatabaseUnreadableError(f"SQLite cannot read the database: {error}") from error
        raise


def is_unreadable(error: Exception) -> bool:
    """Tell whether SQLite could not read the file, whatever was asked."""
    # The last byte is the kind; what stands above it tells more.
    return getattr(error, "sqlite_errorcode", 0) & 0xFF in UNREADABLE


def weigh_rows() -> Callable[[sqlite3.Cursor, tuple[Any, ...]], sqlite3.Row]:
    """Return what makes rows until they are too many; then it raises sqlite3.OperationalError."""
    characters, cells = 0, 0

    def make_row(cursor: sqlite3.Cursor, values: tuple[Any, ...]) -> sqlite3.Row:
        nonlocal characters, cells
        cells += len(values)
        characters += sum(len(value) for value in values if isinstance(value, (str, bytes)))
        if cells > MOST_CELLS or characters > MOST_CHARACTERS:
            raise sqlite3.OperationalError(
                f"the answer is larger than {MOST_CELLS:,} cells or {MOST_CHARACTERS:,} "
                "characters: name fewer columns, or give a smaller LIMIT"
            )
        return sqlite3.Row(cursor, values)

    return make_row


def inspect_file(path: Path) -> Contents:
    """Return what a database holds; raise DatabaseUnreadableError when that is nothing of ours."""
    remedy = "name a database that versusdb ingest has made"
    if not path.is_file():
        raise DatabaseUnreadableError(f"{path}: no such file; {remedy}")
    try:
        with closing(connect_read_only(path)) as connection:
            contents = read_contents(connection)
    except sqlite3.Error as error:
        raise DatabaseUnreadableError(f"{path}: SQLite cannot read it ({error})") from error
    if not contents.views:
        raise DatabaseUnreadableError(f"{path}: it holds no v1_ view; {remedy}")
    return contents


def connect_read_only(path: Path, *, is_immutable: bool = False) -> sqlite3.Connection:
    """Open a database for reading, from any thread.

    One that another process may write to is never opened as immutable: SQLite would then pass over
    what the writer has not checkpointed yet, and show old data without a word.
    """
    mode = "mode=ro&immutable=1" if is_immutable else "mode=ro"
    return sqlite3.connect(f"{path.absolute().as_uri()}?{mode}", uri=True, check_same_thread=False)
