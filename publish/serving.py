"""Publish: Datasette on the live file, and the server that shows it.

The file is opened read-only and never as immutable: SQLite would then pass over what the
writer has not checkpointed yet, and show old data without a word.
"""

from __future__ import annotations

import errno
import signal
import socket
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from importlib.resources import files
from pathlib import Path
from types import FrameType
from typing import Any

import uvicorn
from datasette.app import Datasette
from datasette.database import Database
from datasette.plugins import pm

from publish import plugin
from publish.arranging import arrange
from publish.asking import read_questions
from publish.describing import Contents, read_contents
from publish.errors import AddressError, DatabaseUnreadableError, PortInUseError
from publish.explaining import Explain, Explaining
from publish.matching import match_numbers
from publish.routing import name_data

# What a stranger may ask of a small machine.
SETTINGS: Mapping[str, int | bool] = {
    "default_page_size": 50,
    "max_returned_rows": 2000,
    "num_sql_threads": 3,
    "sql_time_limit_ms": 2000,
    "facet_time_limit_ms": 500,
    "suggest_facets": False,
    "allow_download": False,
    "allow_csv_stream": False,  # publish.exporting has its own.
    "max_csv_mb": 200,
    "truncate_cells_html": 1000,
}
# Without the number of its rows a page says that they are many.
COUNT_LIMIT_MS = 200
STATIC_PATH = "-/publish"
SIGNALS = (signal.SIGINT, signal.SIGTERM)
SECONDS_TO_FINISH = 3
LAST_PORT = 65_535


class LiveFile(Database):  # type: ignore[misc]  # Datasette carries no types.
    """A database that another process may be writing to, whatever its path looks like.

    Datasette puts the path into an SQLite address unquoted, where ``?``, ``#`` and ``%`` have
    a meaning of their own.
    """

    def connect(self, write: bool = False) -> sqlite3.Connection:
        """Open the file for reading; no page of ours writes."""
        if write:
            raise DatabaseUnreadableError(f"{self.path} is served for reading only")
        connection = connect_read_only(Path(self.path))
        self._all_file_connections.append(connection)
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


def build_app(path: Path, explain: Explain | None = None) -> Datasette:
    """Build Datasette on a live database, under the stem of the file's name.

    ``explain`` tells what the fields of a stored page were read from, where there is an archive.
    Raises DatabaseUnreadableError when there is nothing to show.
    """
    contents = inspect_file(path)
    register_plugin()
    package = files("publish")
    name = name_data(path.stem)
    app = Datasette(
        memory=True,
        metadata=arrange(name, contents, read_questions()),
        settings=dict(SETTINGS),
        template_dir=str(package / "templates"),
        static_mounts=[(STATIC_PATH, str(package / "static"))],
    )
    app.remove_database("_memory")
    app.add_database(LiveFile(app, str(path)), name)
    app.explaining = None if explain is None else Explaining(explain)
    return app


def register_plugin() -> None:
    """Teach Datasette our manners, once for the process, in place of its own for errors."""
    if not pm.is_registered(plugin):
        pm.unregister(name="datasette.handle_exception")
        pm.register(plugin)
        match_numbers()


def close_app(app: Datasette) -> None:
    """Let go of the file: end the threads that read it and close their connections."""
    app.executor.shutdown()
    if app.explaining is not None:
        app.explaining.close()
    for database in app.databases.values():
        database.close()


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


def connect_read_only(path: Path) -> sqlite3.Connection:
    """Open a database for reading, from any thread."""
    address = f"{path.absolute().as_uri()}?mode=ro"
    return sqlite3.connect(address, uri=True, check_same_thread=False)


def serve(
    path: Path,
    host: str,
    port: int,
    announce: Callable[[str], None],
    explain: Explain | None = None,
) -> signal.Signals | None:
    """Serve a database until SIGINT or SIGTERM, and return the signal that ended it.

    Port 0 takes a free one. ``announce`` is called with the address once it answers. ``explain``
    is as ``build_app`` takes it. Must be called from the main thread, where signals arrive. Raises
    a PublishError when the file cannot be shown or the port cannot be had.
    """
    with closing(open_socket(host, port)) as listening:
        app = build_app(path, explain)
        try:
            address = name_address(host, listening.getsockname()[1])
            server = Server(configure_server(app), lambda: announce(address))
            with record_signals(server) as received:
                server.run(sockets=[listening])
        finally:
            close_app(app)
    return received[0] if received else None


class Server(uvicorn.Server):
    """uvicorn's server, which says when it has started."""

    def __init__(self, config: uvicorn.Config, tell_started: Callable[[], None]) -> None:
        super().__init__(config)
        self._tell_started = tell_started

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Begin to answer, then say so."""
        await super().startup(sockets)
        if self.started:
            self._tell_started()


def configure_server(app: Datasette) -> uvicorn.Config:
    """Configure uvicorn: no line for each request, no long goodbye."""
    return uvicorn.Config(
        app.app(),
        loop="asyncio",
        lifespan="on",
        log_level="error",
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=SECONDS_TO_FINISH,
    )


@contextmanager
def record_signals(server: uvicorn.Server) -> Iterator[list[signal.Signals]]:
    """Collect the signals that ask to stop, in order, instead of dying of them.

    While uvicorn serves, it catches them itself and raises them again when it has ended; these
    handlers receive that, and what arrives before or after.
    """
    received: list[signal.Signals] = []

    def record(number: int, frame: FrameType | None) -> None:
        received.append(signal.Signals(number))
        server.should_exit = True

    before = {number: signal.signal(number, record) for number in SIGNALS}
    try:
        yield received
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def open_socket(host: str, port: int) -> socket.socket:
    """Listen on a host and port; 0 takes a free port."""
    if not 0 <= port <= LAST_PORT:
        raise AddressError(f"port {port} does not exist; choose one from 0 to {LAST_PORT}")
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        return socket.create_server((host, port), family=family)
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            raise PortInUseError(
                f"port {port} on {host} is in use; stop what listens there, or choose another "
                "with --port (0 takes a free one)"
            ) from error
        raise AddressError(f"cannot listen on {host}, port {port}: {error.strerror}") from error


def name_address(host: str, port: int) -> str:
    """Return the address to open in a browser; an IPv6 host stands in brackets."""
    return f"http://[{host}]:{port}/" if ":" in host else f"http://{host}:{port}/"
