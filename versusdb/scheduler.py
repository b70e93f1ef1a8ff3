"""Command: a Dask scheduler, asked for parts of WARC files; what goes wrong there, in our words.

This is the one module that imports distributed, which comes with the extra ``dask``.
"""

from __future__ import annotations

import asyncio
import logging
import pickle
import uuid
from collections.abc import Callable
from concurrent.futures import CancelledError, wait
from concurrent.futures import Future as Coming
from itertools import count
from pathlib import Path
from typing import TypeAlias

import msgspec
from distributed import Client, Future, KilledWorker

from scraper.errors import CutShortError
from scraper.warc.spans import Span
from versusdb import __version__
from versusdb.bugs import Say
from versusdb.errors import EngineMissingError, EngineUnfitError
from versusdb.giving_up import ReaderNotStartedError
from versusdb.span_tasks import Call, Part, Task, load_part, write_task
from versusdb.versions import digest_reader

SECONDS_TO_CONNECT = 10
# A store that fails is asked so often again; a worker that dies is another matter.
RETRIES = 2
# So long a part is waited for at a time; after so many times it is said that there is no worker,
# and again and again.
_SECONDS_TO_WAIT = 1.0
_WAITS_TO_SAY = 3
_WAITS_TO_REPEAT = 30
_SECONDS_TO_COUNT = 5
# What goes wrong is said in our words; each of these would say it with a traceback as well.
for _name in ("asyncio", "distributed", "distributed.client", "tornado.application"):
    logging.getLogger(_name).setLevel(logging.CRITICAL + 1)


# A part that was asked for.
Asked: TypeAlias = Future


class LostError(Exception):
    """A scheduler that is gone, with all that it was asked for."""


class WorkersKilledError(Exception):
    """A part at which several workers ended, one after the other; it is not tried again."""


class Scheduler:
    """A scheduler, for as long as it is there."""

    def __init__(self, name: str, is_stopping: Callable[[], bool], say: Say) -> None:
        """Connect to a scheduler, by its address or the file in which it has written that.

        Raises ``EngineMissingError`` where none answers.
        """
        self.name = name
        self._is_stopping = is_stopping
        self._say = say
        self._threads = 1
        try:
            self._client = Client(
                **_name_scheduler(name), timeout=SECONDS_TO_CONNECT, set_as_default=False
            )
        except (LookupError, OSError, RuntimeError, TypeError, ValueError) as error:
            # The first and the fourth are those of a file that is no scheduler's.
            reason = " ".join(str(error).split())[:200]
            raise EngineMissingError(
                f"no Dask scheduler answers: {reason}",
                where=name,
                remedy="start one with 'dask scheduler' and name the address that it prints",
            ) from error

    def close(self) -> None:
        """Leave it."""
        self._client.close()

    def ask(self, task: Task) -> Asked:
        """Ask for a part; raise ``LostError``."""
        self._check_connection()
        # The worker reads the part by unpickling what it is sent.
        return self._client.submit(
            pickle.loads,
            pickle.dumps(Call(write_task(task))),
            key=f"read_part-{uuid.uuid4()}",
            retries=RETRIES,
        )

    def drop(self, asked: Asked) -> None:
        """Give up a part that was asked for."""
        if self._is_connected():
            asked.cancel()

    def wait_for(self, asked: Asked) -> Span:
        """Return a part that was asked for, once it is here.

        Raises ``CutShortError`` if the run comes to its end meanwhile, ``LostError``,
        ``WorkersKilledError``, and what reading a part raises.
        """
        # It is on its way for as long as it takes: who asks anew begins anew.
        gathering = self._client.gather(asked, asynchronous=True)
        coming = asyncio.run_coroutine_threadsafe(gathering, self._client.loop.asyncio_loop)
        try:
            for waits in count(1):
                if wait([coming], timeout=_SECONDS_TO_WAIT).done:
                    break
                self._look_around(waits)
            return self._take(coming)
        finally:
            coming.cancel()

    def _look_around(self, waits: int) -> None:
        """See if it is of use to wait any longer."""
        self._check_connection()
        if self._is_stopping():
            raise CutShortError
        if waits % _WAITS_TO_REPEAT == _WAITS_TO_SAY and not self.count_threads():
            self._say(f"versusdb: the scheduler {self.name} has no worker; waiting for one")

    def _take(self, coming: Coming[bytes]) -> Span:
        try:
            return self._check(load_part(coming.result()))
        except KilledWorker as error:
            raise WorkersKilledError from error
        except (CancelledError, OSError) as error:
            raise LostError from error
        except (ModuleNotFoundError, ReaderNotStartedError, msgspec.DecodeError) as error:
            raise EngineUnfitError(
                f"a worker cannot read: {error}",
                where=self.name,
                remedy="install 'versusdb[dask]' in its environment, of the same version",
            ) from error

    def _check(self, part: Part) -> Span:
        """Return a part, if versusdb is there what it is here; another might read otherwise."""
        here = (__version__, digest_reader())
        if (part.version, part.reader_version) != here:
            raise EngineUnfitError(
                f"a worker has versusdb {part.version} with the reader {part.reader_version}, "
                f"expected {here[0]} with {here[1]}",
                where=self.name,
                remedy="install the same version everywhere",
            )
        return part.span

    def count_threads(self) -> int:
        """Return how many parts the workers read at a time; raise ``LostError``."""
        self._check_connection()
        try:
            threads = self._client.nthreads(callback_timeout=_SECONDS_TO_COUNT)
        except TimeoutError:
            # It has much to do; they are as many as they were.
            return self._threads
        except (OSError, RuntimeError) as error:
            raise LostError from error
        self._threads = sum(threads.values())
        return self._threads

    def _is_connected(self) -> bool:
        return bool(self._client.status == "running")

    def _check_connection(self) -> None:
        # What it was asked for before does not come, even if it is back.
        if not self._is_connected():
            raise LostError


def _name_scheduler(scheduler: str) -> dict[str, str]:
    """Return what a client is told: a file that the scheduler has written, or its address."""
    is_file = "://" not in scheduler and Path(scheduler).is_file()
    return {"scheduler_file" if is_file else "address": scheduler}
