"""Command: a Dask scheduler, asked for parts of WARC files; what goes wrong there, in our words.

This is the one module that imports distributed, which comes with the extra ``dask``.
"""

from __future__ import annotations

import asyncio
import logging
import pickle
import re
import time
import uuid
from collections.abc import Callable, Iterator
from concurrent.futures import CancelledError, wait
from concurrent.futures import Future as Coming
from itertools import count
from pathlib import Path

import msgspec
from distributed import Client, Future, KilledWorker, Security, rpc
from distributed.comm import resolve_address
from msgspec import Struct

from scraper.errors import CutShortError
from scraper.warc.spans import Found, Span
from versusdb import __version__
from versusdb.bugs import Say
from versusdb.errors import EngineMissingError, EngineUnfitError
from versusdb.giving_up import ReaderNotStartedError
from versusdb.span_tasks import Call, Part, Task, load_part, write_task
from versusdb.versions import digest_reader

SECONDS_TO_CONNECT = 10
# A store that fails is asked so often again; a worker that dies is another matter.
RETRIES = 2
_CERTIFICATES = "DASK_DISTRIBUTED__COMM__TLS__CA_FILE and …__CLIENT__CERT"
# So long a part is waited for at a time; after so many times it is said that there is no worker,
# and again and again.
_SECONDS_TO_WAIT = 1.0
_WAITS_TO_SAY = 3
_WAITS_TO_REPEAT = 30
_SECONDS_TO_COUNT = 5
# A scheduler that stays silent for so long is taken for lost.
_SECONDS_OF_SILENCE = 300.0
_PACKAGE = "versusdb"
_MOST_NAMED = 3
_PORT = re.compile(r":\d+$")
# What goes wrong is said in our words; each of these would say it with a traceback as well.
for _name in ("asyncio", "distributed", "distributed.client", "tornado.application"):
    logging.getLogger(_name).setLevel(logging.CRITICAL + 1)


class LostError(Exception):
    """A scheduler that is gone, with all that it was asked for."""


class SchedulerFile(Struct, frozen=True):
    """What a scheduler writes of itself, as far as it is of use."""

    address: str


class WorkersKilledError(Exception):
    """A part at which several workers ended, one after the other; it is not tried again."""


class Asked:
    """A part that was asked for; ``coming`` is it on its way, None while it stays where it is."""

    def __init__(self, future: Future) -> None:
        """Take what stands for it."""
        self.future = future
        self.coming: Coming[bytes] | None = None


_FILES = msgspec.json.Decoder(SchedulerFile)


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
        # Since when it does not answer; None where it does.
        self._silent_since: float | None = None
        address = _find_address(name)
        try:
            # A name that nobody knows would be asked for until the time is over.
            resolve_address(address)
            # A client that finds nobody takes its time, and more than a line, to be gone.
            kind = asyncio.run(_ask_kind(address))
            if kind != "Scheduler":
                raise ValueError(f"a {kind} does")
            self._client = Client(address, timeout=SECONDS_TO_CONNECT, set_as_default=False)
        except (LookupError, MemoryError, OSError, RuntimeError, TypeError, ValueError) as error:
            # Something else may answer there, and its words be taken for lengths.
            raise _miss(name, str(error) or f"none within {SECONDS_TO_CONNECT} s") from error

    def close(self) -> None:
        """Leave it."""
        self._client.close()

    def ask(self, task: Task) -> Asked:
        """Ask for a part; raise ``LostError``."""
        self._check_connection()
        # The worker reads the part by unpickling what it is sent.
        future = self._client.submit(
            pickle.loads,
            pickle.dumps(Call(write_task(task))),
            key=f"read_part-{uuid.uuid4()}",
            retries=RETRIES,
        )
        return Asked(future)

    def bring(self, asked: Asked) -> Coming[bytes]:
        """Have a part come here as soon as it is read, and return that; raise ``LostError``."""
        self._check_connection()
        if asked.coming is None:
            gathering = self._client.gather(asked.future, asynchronous=True)
            loop = self._client.loop.asyncio_loop
            asked.coming = asyncio.run_coroutine_threadsafe(gathering, loop)
        return asked.coming

    def drop(self, asked: Asked) -> None:
        """Give up a part that was asked for."""
        if asked.coming is not None:
            asked.coming.cancel()
        if self._is_connected():
            asked.future.cancel()

    def wait_for(self, asked: Asked) -> tuple[Span, Iterator[Found]]:
        """Return a part that was asked for, once it is here, and what was found in it.

        Raises ``CutShortError`` if the run comes to its end meanwhile, ``LostError``,
        ``WorkersKilledError``, and what reading a part raises.
        """
        # It is on its way for as long as it takes: who asks anew begins anew.
        coming = self.bring(asked)
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
        if waits % _WAITS_TO_REPEAT != _WAITS_TO_SAY:
            return
        threads = self.count_threads()
        if self._silent_since is not None:
            self._say(f"versusdb: the scheduler {self.name} does not answer; waiting for it")
        elif not threads:
            self._say(f"versusdb: the scheduler {self.name} has no worker; waiting for one")

    def _take(self, coming: Coming[bytes]) -> tuple[Span, Iterator[Found]]:
        try:
            part, found = load_part(coming.result())
            return self._check(part), found
        except KilledWorker as error:
            raise WorkersKilledError from error
        except (CancelledError, OSError) as error:
            raise LostError from error
        except (ModuleNotFoundError, ReaderNotStartedError, msgspec.DecodeError) as error:
            raise EngineUnfitError(
                f"a worker cannot read: {error}{self._name_unfit()}",
                where=self.name,
                remedy="install 'versusdb[dask]' in its environment, of the same version",
            ) from error

    def _check(self, part: Part) -> Span:
        """Return a part, if versusdb is there what it is here; another might read otherwise."""
        here = (__version__, digest_reader())
        if (part.version, part.reader_version) != here:
            raise EngineUnfitError(
                f"a worker has versusdb {part.version} with the reader {part.reader_version}, "
                f"expected {here[0]} with {here[1]} (on {part.host})",
                where=self.name,
                remedy="install the same version everywhere",
            )
        return part.span

    def count_threads(self) -> int:
        """Return how many parts the workers read at a time; raise ``LostError``."""
        self._check_connection()
        try:
            threads = self._client.nthreads(callback_timeout=_SECONDS_TO_COUNT)
        except TimeoutError as error:
            # It may have much to do, and they are as many as they were.
            now = time.monotonic()
            self._silent_since = self._silent_since or now
            if now - self._silent_since > _SECONDS_OF_SILENCE:
                raise LostError from error
            return self._threads
        except (OSError, RuntimeError) as error:
            raise LostError from error
        self._silent_since = None
        self._threads = sum(threads.values())
        return self._threads

    def _name_unfit(self) -> str:
        """Name the workers whose versusdb is another one, or none, as far as they can be asked."""
        try:
            told = self._client.get_versions(packages=[_PACKAGE])["workers"]
        except (OSError, RuntimeError):
            return ""
        found = {address: each["packages"][_PACKAGE] for address, each in told.items()}
        unfit = sorted(address for address, each in found.items() if each != __version__)
        more = f" and {len(unfit) - _MOST_NAMED} more" if len(unfit) > _MOST_NAMED else ""
        return f" ({', '.join(unfit[:_MOST_NAMED])}{more})" if unfit else ""

    def _is_connected(self) -> bool:
        return bool(self._client.status == "running")

    def _check_connection(self) -> None:
        # What it was asked for before does not come, even if it is back.
        if not self._is_connected():
            raise LostError


def _find_address(scheduler: str) -> str:
    """Return the address of a scheduler, which may be named by the file that it has written."""
    path = Path(scheduler)
    if "://" in scheduler:
        return scheduler
    if not path.is_file():
        if _PORT.search(scheduler):
            return scheduler
        raise _miss(scheduler, "there is no such file, and an address has a port")
    try:
        return _FILES.decode(path.read_bytes()).address
    except (OSError, msgspec.DecodeError) as error:
        raise _miss(scheduler, f"it is no file that one has written ({error})") from error


async def _ask_kind(address: str) -> str:
    """Return what answers at an address."""
    arguments = Security().get_connection_args("client")
    if address.startswith("tls://") and arguments.get("ssl_context") is None:
        raise ValueError(f"no certificate is named to speak TLS with; expected {_CERTIFICATES}")
    async with (
        asyncio.timeout(SECONDS_TO_CONNECT),
        rpc(address, timeout=SECONDS_TO_CONNECT, connection_args=arguments) as server,
    ):
        return str((await server.identity())["type"])


def _miss(scheduler: str, reason: str) -> EngineMissingError:
    return EngineMissingError(
        f"no Dask scheduler answers: {' '.join(reason.split())[:200]}",
        where=scheduler,
        remedy="start one with 'dask scheduler' and name the address that it prints",
    )
