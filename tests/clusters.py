"""A Dask cluster on the loopback: a scheduler and workers, each a process of its own.

They end with the test, by their ids. Should the tests end first, whatever the reason, they end
by themselves: the scheduler when nothing has been asked of it for a while, and workers with it.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

HOUSE = Path(__file__).parent.parent
SECONDS_TO_START = 60
SECONDS_TO_END = 20
SECONDS_IDLE = 300
# A machine that is busy with other things makes a command say how far it is.
PROGRESS = re.compile(r"^[A-Z][a-z ]+(: [\d,]+ .*)?\n", re.MULTILINE)


class Machines:
    """The processes of one cluster; ``file`` is where its scheduler writes its address."""

    def __init__(self, folder: Path, **environment: str) -> None:
        """Take a folder for what they write, and what is set for all of them."""
        self.file = folder / "scheduler.json"
        self.workers: list[subprocess.Popen[bytes]] = []
        self._folder = folder
        scratch = {"DASK_TEMPORARY_DIRECTORY": str(folder), "PYTHONPATH": str(HOUSE)}
        self._environment = {**os.environ, **scratch, **environment}
        self._processes: list[tuple[subprocess.Popen[bytes], Path]] = []

    def start_scheduler(self, *options: str) -> subprocess.Popen[bytes]:
        """Start a scheduler, instead of the one before if there was one."""
        self.file.unlink(missing_ok=True)
        process, _ = self._start(
            "scheduler", "--port", "0", "--idle-timeout", str(SECONDS_IDLE), *options
        )
        wait_until(
            lambda: self.file.exists() and self.file.read_text().endswith("}"),
            lambda: process.poll() is not None,
        )
        return process

    def start_workers(self, count: int, *options: str, **environment: str) -> None:
        """Start workers, of one thread each, and return once the scheduler knows them."""
        started = [
            self._start("worker", "--no-nanny", "--nthreads", "1", *options, **environment)
            for _ in range(count)
        ]
        for process, log in started:
            _wait_for_connection(process, log)
            self.workers.append(process)

    def kill_workers(self, count: int) -> None:
        """Kill workers, those that have been there the longest, and wait for their end."""
        for process in self.workers[:count]:
            end(process)
        del self.workers[:count]

    def read_logs(self) -> str:
        """Return what all of them have logged."""
        return "".join(log.read_text() for _, log in self._processes)

    def close(self) -> None:
        """End all of them."""
        for process, _ in self._processes:
            end(process)

    def _start(
        self, kind: str, *options: str, **environment: str
    ) -> tuple[subprocess.Popen[bytes], Path]:
        log = self._folder / f"{kind}-{len(self._processes)}.log"
        with log.open("wb") as file:
            process = subprocess.Popen(
                [
                    *(sys.executable, "-m", "dask", kind, "--host", "127.0.0.1"),
                    *("--scheduler-file", str(self.file), "--no-dashboard"),
                    *("--dashboard-address", "127.0.0.1:0", *options),
                ],
                cwd=self._folder,
                env={**self._environment, **environment},
                stdin=subprocess.DEVNULL,
                stdout=file,
                stderr=file,
            )
        self._processes.append((process, log))
        return process, log


def _wait_for_connection(process: subprocess.Popen[bytes], log: Path) -> None:
    wait_until(
        lambda: "Starting established connection" in log.read_text(),
        lambda: process.poll() is not None,
    )


def drop_progress(said: str) -> str:
    """Return what a command said, without how far it was."""
    return PROGRESS.sub("", said)


def end(process: subprocess.Popen[bytes]) -> None:
    """Kill a process, and wait for its end."""
    process.kill()
    process.wait(SECONDS_TO_END)


def wait_until(
    is_so: Callable[[], bool],
    is_in_vain: Callable[[], bool] = lambda: False,
    seconds: float = SECONDS_TO_START,
) -> None:
    """Wait for something; fail if that is in vain, or takes too long."""
    last = time.monotonic() + seconds
    while not is_so():
        assert not is_in_vain()
        assert time.monotonic() < last, f"not within {seconds} s"
        time.sleep(0.02)


@contextmanager
def start_machines(
    folder: Path, workers: int, *, scheduler: Sequence[str] = (), **environment: str
) -> Iterator[Machines]:
    """Run a scheduler, with such options, and so many workers."""
    machines = Machines(folder, **environment)
    try:
        machines.start_scheduler(*scheduler)
        machines.start_workers(workers)
        yield machines
    finally:
        machines.close()
