"""Publish: Datasette on the live file, and the server that shows it.

A finished set is shown by plain Datasette, with the same plugin beside the set.
"""

from __future__ import annotations

import asyncio
import errno
import signal
import socket
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from importlib.resources import files
from pathlib import Path
from types import FrameType
from typing import Any

import uvicorn
from datasette.app import Datasette

from publish import plugin
from publish.arranging import arrange
from publish.asking import read_questions
from publish.errors import AddressError, PortInUseError
from publish.explaining import Explain, Explaining
from publish.opening import ShownFile, inspect_file
from publish.routing import name_data
from publish.settings import SETTINGS

SIGNALS = (signal.SIGINT, signal.SIGTERM)
SECONDS_TO_FINISH = 3
# For what goes on although nobody waits for it.
SECONDS_TO_CANCEL = SECONDS_TO_FINISH + 3
LAST_PORT = 65_535


def build_app(
    path: Path, *, described: Mapping[str, Any] | None = None, explain: Explain | None = None
) -> Datasette:
    """Build Datasette on a live database, under the stem of the file's name.

    ``described`` is what ``dataset`` says of it; ``explain`` tells what the fields of a stored page
    were read from, where there is an archive. Raises DatabaseUnreadableError when there is nothing
    to show.
    """
    contents = inspect_file(path)
    plugin.register()
    name = name_data(path.stem)
    app = Datasette(
        memory=True,
        metadata=arrange(name, contents, read_questions(), described),
        settings=dict(SETTINGS),
        template_dir=str(files("publish") / "templates"),
    )
    app.remove_database("_memory")
    app.add_database(ShownFile(app, str(path)), name)
    app.explaining = None if explain is None else Explaining(explain)
    return app


def close_app(app: Datasette) -> None:
    """Let go of the file: end the threads that read it and close their connections."""
    app.executor.shutdown()
    if app.explaining is not None:
        app.explaining.close()
    for database in app.databases.values():
        database.close()


def serve(
    path: Path,
    host: str,
    port: int,
    announce: Callable[[str], None],
    *,
    described: Mapping[str, Any] | None = None,
    explain: Explain | None = None,
) -> signal.Signals | None:
    """Serve a database until SIGINT or SIGTERM, and return the signal that ended it.

    Port 0 takes a free one. ``announce`` is called with the address once it answers; ``described``
    and ``explain`` are as in ``build_app``. Must be called from the main thread, where signals
    arrive. Raises a PublishError when the file cannot be shown or the port cannot be had.
    """
    with closing(open_socket(host, port)) as listening:
        app = build_app(path, described=described, explain=explain)
        try:
            address = name_address(host, listening.getsockname()[1])
            server = Server(configure_server(app), lambda: announce(address))
            with record_signals(server) as received:
                server.run(sockets=[listening])
        finally:
            close_app(app)
    return received[0] if received else None


class Server(uvicorn.Server):
    """uvicorn's server, which says when it has started, and ends what takes too long to end."""

    def __init__(self, config: uvicorn.Config, tell_started: Callable[[], None]) -> None:
        super().__init__(config)
        self._tell_started = tell_started

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Begin to answer, then say so."""
        await super().startup(sockets)
        if self.started:
            self._tell_started()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Let those who are being answered have their answers, for some seconds.

        Then their connections are closed: to cancel their requests would write each into the log.
        """
        ending = asyncio.ensure_future(super().shutdown(sockets))
        await asyncio.wait({ending}, timeout=SECONDS_TO_FINISH)
        for connection in tuple(self.server_state.connections):
            connection.transport.abort()
        await ending


def configure_server(app: Datasette) -> uvicorn.Config:
    """Configure uvicorn: no line for each request, no long goodbye."""
    return uvicorn.Config(
        app.app(),
        loop="asyncio",
        lifespan="on",
        log_level="error",
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=SECONDS_TO_CANCEL,
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
