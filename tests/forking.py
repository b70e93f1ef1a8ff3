"""A process that has imported the command, and forks for each call: ``python -m tests.forking FD``.

Starting Python and importing the command takes longer than most of what tests ask of it. Each
call is still a process of its own, with its own folder, output and end, in the state that the
imports leave; only what the imports do is not done again.
"""

from __future__ import annotations

import atexit
import importlib
import json
import os
import pkgutil
import runpy
import signal
import socket
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from functools import cache
from pathlib import Path
from tempfile import TemporaryFile

PACKAGES = ("versusdb", "scraper", "parsers", "db", "publish")
# These import what few commands need, and what is large or may not be there.
LEFT_OUT = frozenset(("versusdb.__main__", "versusdb.demo", "versusdb.tables"))
HOUSE = Path(__file__).parent.parent
# Set anew for each test; no command reads it.
OWN = "PYTEST_CURRENT_TEST"


class Forker:
    """The caller's side: one process that forks, in the environment it was started in."""

    def __init__(self) -> None:
        self.environment = read_environment()
        self._socket, theirs = socket.socketpair()
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.forking", str(theirs.fileno())],
            cwd=HOUSE,
            pass_fds=[theirs.fileno()],
        )
        theirs.close()
        atexit.register(self.close)

    def run(
        self, folder: Path, module: str, arguments: Sequence[str], seconds: float
    ) -> subprocess.CompletedProcess[str]:
        """Run a module in a folder, to its end; past so many seconds it is killed."""
        call = json.dumps([str(folder), module, list(arguments)]).encode()
        with TemporaryFile() as out, TemporaryFile() as err:
            length = len(call).to_bytes(8, "big")
            socket.send_fds(self._socket, [length], [out.fileno(), err.fileno()])
            self._socket.sendall(call)
            pid = int(self._receive())
            self._socket.settimeout(seconds)
            try:
                status = int(self._receive())
            except TimeoutError:
                os.kill(pid, signal.SIGKILL)
                self._socket.settimeout(None)
                self._receive()
                raise subprocess.TimeoutExpired(list(arguments), seconds) from None
            self._socket.settimeout(None)
            said = []
            for file in (out, err):
                file.seek(0)
                # Line ends as from a pipe that is read as text.
                text = file.read().decode()
                said.append(text.replace("\r\n", "\n").replace("\r", "\n"))
        return subprocess.CompletedProcess(list(arguments), status, *said)

    def _receive(self) -> bytes:
        answer = self._socket.recv(16)
        if not answer:
            raise RuntimeError("the process that forks has ended")
        return answer

    def close(self) -> None:
        """End the process that forks."""
        self._socket.close()
        self._process.wait()


@cache
def start_forker() -> Forker:
    """Return the one process that forks for these tests; it starts at the first call."""
    return Forker()


def read_environment() -> dict[str, str]:
    """Return what a process that is started now would find set."""
    return {name: value for name, value in os.environ.items() if name != OWN}


def import_command() -> None:
    """Import all that a command may."""
    for package in PACKAGES:
        path = importlib.import_module(package).__path__
        for module in pkgutil.walk_packages(path, f"{package}."):
            if module.name not in LEFT_OUT:
                importlib.import_module(module.name)


def serve(caller: socket.socket) -> str:
    """Fork for each call, until the caller is gone; return its module in each forked process."""
    while True:
        head, files, _, _ = socket.recv_fds(caller, 8, 2)
        if not head:
            os._exit(0)
        length = int.from_bytes(head, "big")
        folder, module, arguments = json.loads(caller.recv(length, socket.MSG_WAITALL))
        pid = os.fork()
        if pid == 0:
            caller.close()
            for place, file in enumerate(files, start=1):
                os.dup2(file, place)
                os.close(file)
            os.chdir(folder)
            sys.path[0] = folder
            sys.argv[1:] = arguments
            return str(module)
        for file in files:
            os.close(file)
        caller.sendall(b"%16d" % pid)
        _, status = os.waitpid(pid, 0)
        with suppress(BrokenPipeError):
            caller.sendall(b"%16d" % os.waitstatus_to_exitcode(status))


if __name__ == "__main__":
    import_command()
    called = serve(socket.socket(fileno=int(sys.argv[1])))
    runpy.run_module(called, run_name="__main__", alter_sys=True)
