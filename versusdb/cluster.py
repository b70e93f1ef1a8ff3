"""Command: WARC files that a Dask cluster reads, part by part, and this process writes.

So many parts are asked for at once that every worker has the next one at hand; they come out in
the order of the files, as if this process had read them. This is the one module that imports
distributed, which comes with the extra ``dask``.
"""

from __future__ import annotations

import logging
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import CancelledError
from pathlib import Path

from distributed import Client, Future, KilledWorker
from msgspec.structs import replace

from scraper.addresses import hide_credentials
from scraper.errors import CutShortError
from scraper.response import FetchProblem
from scraper.sources import StoredWarc, WarcWork, Work
from scraper.warc.finished import FileKey
from scraper.warc.reading import Item
from scraper.warc.spans import Chain, Place, Span
from versusdb import __version__
from versusdb.bugs import Say
from versusdb.errors import EngineMissingError, EngineUnfitError
from versusdb.span_tasks import Part, Task, load_part, read_part, write_task
from versusdb.stores import StoreError, describe, list_store
from versusdb.versions import digest_reader

SPAN_BYTES = 2_097_152
SECONDS_TO_CONNECT = 10
# A store that fails is asked so often again; a worker that dies is another matter.
RETRIES = 2
# The number of workers is asked for so often, and it is said so often that there are none.
SECONDS_TO_LOOK = 5.0
_SECONDS_TO_WAIT = 1.0
_WAITS_TO_SAY = 30
# What goes wrong is said in our words; each of these would say it with a traceback as well.
for _name in ("client", "comm", "core", "utils", "worker"):
    logging.getLogger(f"distributed.{_name}").setLevel(logging.CRITICAL)


class LostError(Exception):
    """A scheduler that is gone, with all that it was asked for."""


class Cluster:
    """The machines that a scheduler knows; ``skipped`` counts records that are no responses."""

    def __init__(
        self,
        scheduler: str,
        *,
        site: str | None,
        max_bytes: int,
        is_stopping: Callable[[], bool],
        say: Say,
    ) -> None:
        """Connect to a scheduler, by its address or the file in which it has written that.

        Raises ``EngineMissingError`` where none answers.
        """
        self.skipped = 0
        self.taken = 0
        self._scheduler = scheduler
        self._site = site
        self._max_bytes = max_bytes
        self._is_stopping = is_stopping
        self._say = say
        self._is_lost = False
        self._described: dict[str, StoredWarc | StoreError] = {}
        self._plan: Iterator[tuple[StoredWarc, Place]] = iter(())
        self._asked: deque[tuple[StoredWarc, Place, Future]] = deque()
        self._left = 0
        self._most_asked = 0
        self._look_at = 0.0
        try:
            self._client = Client(
                **_name_scheduler(scheduler), timeout=SECONDS_TO_CONNECT, set_as_default=False
            )
        except (OSError, ValueError, RuntimeError) as error:
            raise EngineMissingError(
                f"no Dask scheduler answers: {' '.join(str(error).split())[:200]}",
                where=scheduler,
                remedy="start one with 'dask scheduler' and name the address that it prints",
            ) from error

    def close(self) -> None:
        """Leave the cluster, and give up what it was asked for."""
        for _, _, future in self._asked:
            future.cancel()
        self._asked.clear()
        self._client.close()

    def list_store(self, source: str) -> Iterable[Work] | None:
        """List the WARC files of a source that is in a store (``versusdb.stores``)."""
        return list_store(source)

    def begin(self, files: Sequence[WarcWork], is_finished: Callable[[FileKey], bool]) -> None:
        """Take the files that are going to be read, but for the finished ones, in their order."""
        self._left = len(files)

        def plan() -> Iterator[tuple[StoredWarc, Place]]:
            for file in files:
                stored = self._describe(file)
                if isinstance(stored, StoredWarc) and not is_finished(_identify(stored)):
                    for at in range(0, max(stored.size, 1), SPAN_BYTES):
                        yield stored, Place(at, at + SPAN_BYTES)

        self._plan = plan()

    def identify(self, file: WarcWork) -> FileKey | None:
        """Return by what a file is known once it is finished; None where its store says nothing."""
        stored = self._describe(file)
        return _identify(stored) if isinstance(stored, StoredWarc) else None

    def read(self, file: WarcWork) -> Iterator[Item]:
        """Iterate over what a file holds, as ``WarcReader`` does."""
        self.taken = 0
        self._left -= 1
        stored = self._describe(file)
        if isinstance(stored, StoreError):
            yield stored.state(file.source)
            return
        if self._is_lost:
            raise CutShortError
        try:
            yield from self._read_parts(stored)
        except StoreError as error:
            yield error.state(file.source)
        except KilledWorker:
            yield _state(file.source, "worker_killed", "every worker that read a part of it ended")
        except LostError:
            self._is_lost = True
            others = f", nor {self._left:,} files after it" if self._left else ""
            message = f"the scheduler {self._scheduler} is gone; the rest was not read{others}"
            yield _state(file.source, "engine_lost", message)
        finally:
            self._drop(stored)
            self._described.pop(file.source, None)

    def _read_parts(self, file: StoredWarc) -> Iterator[Item]:
        parts = Chain()
        while (found := self._next_part(file)) is not None:
            place, future = found
            while not parts.covers(place):
                span = self._wait(future or self._ask(file, place))
                future = None
                if parts.continues(place, span):
                    items, skipped = parts.take(span)
                    self.skipped += skipped
                    self.taken = file.size if parts.next is None else parts.next.offset
                    yield from (each.item for each in items)
                place = replace(place, start=parts.next)
        if parts.next is not None:
            # It has grown since its store described it.
            raise CutShortError

    def _next_part(self, file: StoredWarc) -> tuple[Place, Future | None] | None:
        """Return the next part of a file that was asked for; None if that was all."""
        self._ask_ahead()
        if self._asked and self._asked[0][0] == file:
            return self._asked.popleft()[1:]
        return None

    def _ask_ahead(self) -> None:
        if time.monotonic() >= self._look_at:
            self._most_asked = 2 + 2 * self._count_threads()
            self._look_at = time.monotonic() + SECONDS_TO_LOOK
        most = self._most_asked
        while len(self._asked) < most and (found := next(self._plan, None)) is not None:
            self._asked.append((*found, self._ask(*found)))

    def _ask(self, file: StoredWarc, place: Place) -> Future:
        task = write_task(Task(file, place, self._site, self._max_bytes))
        return self._client.submit(read_part, task, pure=False, retries=RETRIES)

    def _drop(self, file: StoredWarc) -> None:
        """Give up the parts of a file that are not needed any more."""
        while self._asked and self._asked[0][0] == file:
            self._asked.popleft()[2].cancel()

    def _wait(self, future: Future) -> Span:
        """Return a part that was asked for, once it is there.

        Raises ``CutShortError`` if the run comes to its end meanwhile.
        """
        waits = 0
        while True:
            try:
                return self._check(load_part(future.result(timeout=_SECONDS_TO_WAIT)))
            except TimeoutError:
                if self._is_stopping():
                    raise CutShortError from None
                waits += 1
                if waits % _WAITS_TO_SAY == 0 and not self._count_threads():
                    self._say(
                        f"versusdb: the scheduler {self._scheduler} has no worker; waiting for one"
                    )
            except CancelledError as error:
                raise LostError from error
            except ModuleNotFoundError as error:
                raise EngineUnfitError(
                    f"a worker cannot read: {error}",
                    where=self._scheduler,
                    remedy="install 'versusdb[dask]' in its environment",
                ) from error

    def _check(self, part: Part) -> Span:
        """Return what a worker read, if its reader is ours; others would read otherwise."""
        if part.reader_version != digest_reader():
            raise EngineUnfitError(
                f"a worker has another reader (versusdb {part.version}, expected {__version__})",
                where=self._scheduler,
                remedy="install the same version everywhere",
            )
        return part.span

    def _count_threads(self) -> int:
        """Return how many parts the workers read at a time."""
        try:
            return sum(self._client.ncores().values())
        except (OSError, RuntimeError) as error:
            raise LostError from error

    def _describe(self, file: WarcWork) -> StoredWarc | StoreError:
        known = self._described.get(file.source)
        if known is None:
            try:
                known = describe(file)
            except StoreError as error:
                known = error
            self._described[file.source] = known
        return known


def _identify(file: StoredWarc) -> FileKey:
    # A user and a password in the address are nobody else's business.
    return FileKey(hide_credentials(file.address), file.mark)


def _name_scheduler(scheduler: str) -> dict[str, str]:
    """Return what a client is told: a file that the scheduler has written, or its address."""
    is_file = "://" not in scheduler and Path(scheduler).is_file()
    return {"scheduler_file" if is_file else "address": scheduler}


def _state(source: str, code: str, message: str) -> FetchProblem:
    text = f"{source}: {message}; run the same command again: it goes on"
    return FetchProblem(code=code, source=source, address=None, message=text)
