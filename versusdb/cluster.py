"""Command: WARC files that a Dask cluster reads, part by part, and this process writes.

So many parts are asked for at once that every worker has the next one at hand; they come out in
the order of the files, as if this process had read them.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence

from msgspec.structs import replace

from scraper.errors import CutShortError
from scraper.response import FetchProblem
from scraper.sources import StoredWarc, WarcWork, Work
from scraper.warc.finished import FileKey
from scraper.warc.reading import Item
from scraper.warc.spans import Chain, Place
from versusdb.reports import plural
from versusdb.scheduler import Asked, LostError, Scheduler, WorkersKilledError
from versusdb.span_tasks import Task
from versusdb.stores import StoreError, describe, know_by, list_store

SPAN_BYTES = 2_097_152
# The number of workers is asked for so often.
SECONDS_TO_LOOK = 5.0


class Cluster:
    """The machines that a scheduler knows; ``skipped`` counts records that are no responses."""

    def __init__(self, scheduler: Scheduler, *, site: str | None, max_bytes: int) -> None:
        """Take a scheduler, the site that pages are read as, and the limit of one body."""
        self.skipped = 0
        self.taken = 0
        self._scheduler = scheduler
        self._site = site
        self._max_bytes = max_bytes
        self._is_lost = False
        self._described: dict[str, StoredWarc | StoreError] = {}
        self._files: Sequence[WarcWork] = ()
        self._is_finished: Callable[[FileKey], bool] = lambda _: False
        self._plan: Iterator[tuple[StoredWarc, Place]] = iter(())
        self._asked: deque[tuple[StoredWarc, Place, Asked]] = deque()
        self._most_asked = 0
        self._look_at = 0.0

    def close(self) -> None:
        """Give up what was asked for, and leave the scheduler."""
        for _, _, asked in self._asked:
            self._scheduler.drop(asked)
        self._asked.clear()
        self._scheduler.close()

    def list_store(self, source: str) -> Iterable[Work] | None:
        """List the WARC files of a source that is in a store (``versusdb.stores``)."""
        return list_store(source)

    def begin(self, files: Sequence[WarcWork], is_finished: Callable[[FileKey], bool]) -> None:
        """Take the files that are going to be read, but for the finished ones, in their order."""
        self._files, self._is_finished = files, is_finished
        self._plan = self._list_parts()

    def _list_parts(self) -> Iterator[tuple[StoredWarc, Place]]:
        for file in self._files:
            stored = self._describe(file)
            if isinstance(stored, StoredWarc) and not self._has_finished(file):
                yield from ((stored, place) for place in _cut(stored))

    def identify(self, file: WarcWork) -> FileKey | None:
        """Return by what a file is known once it is finished; None where its store says nothing."""
        stored = self._describe(file)
        if isinstance(stored, StoreError) or not stored.mark:
            return None
        return FileKey(know_by(stored.address), stored.mark)

    def read(self, file: WarcWork) -> Iterator[Item]:
        """Iterate over what a file holds, as ``WarcReader`` does."""
        self.taken = 0
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
        except WorkersKilledError:
            yield _state(file.source, "worker_killed", "every worker that read a part of it ended")
        except LostError:
            self._is_lost = True
            yield _state(file.source, "engine_lost", self._tell_lost(file))
            raise CutShortError from None
        finally:
            while self._asked and self._asked[0][0] == stored:
                self._scheduler.drop(self._asked.popleft()[2])
            self._described.pop(file.source, None)

    def _read_parts(self, file: StoredWarc) -> Iterator[Item]:
        parts = Chain()
        for place in _cut(file):
            asked = self._take_asked(file, place)
            while not parts.covers(place):
                span, found = self._scheduler.wait_for(asked or self._ask(file, place))
                asked = None
                if parts.continues(place, span):
                    added, skipped = parts.take(span, found)
                    self.skipped += skipped
                    self.taken = file.size if parts.next is None else parts.next.offset
                    yield from (each.item for each in added)
                place = replace(place, start=parts.next)
        if parts.next is not None:
            # It has grown since its store described it.
            raise CutShortError

    def _take_asked(self, file: StoredWarc, place: Place) -> Asked | None:
        """Return what was asked for ahead, and ask for more."""
        if time.monotonic() >= self._look_at:
            self._most_asked = 2 + 2 * self._scheduler.count_threads()
            self._look_at = time.monotonic() + SECONDS_TO_LOOK
        most = self._most_asked
        while len(self._asked) < most and (found := next(self._plan, None)) is not None:
            self._asked.append((*found, self._ask(*found)))
        asked = None
        if self._asked and self._asked[0][:2] == (file, place):
            asked = self._asked.popleft()[2]
            self._scheduler.bring(asked)
        if self._asked:
            # It comes while the one before it is written.
            self._scheduler.bring(self._asked[0][2])
        return asked

    def _ask(self, file: StoredWarc, place: Place) -> Asked:
        return self._scheduler.ask(Task(file, place, self._site, self._max_bytes))

    def _tell_lost(self, file: WarcWork) -> str:
        later = self._files[self._files.index(file) + 1 :]
        others = sum(not self._has_finished(each) for each in later)
        more = f", and {plural(others, 'file')} after it" if others else ""
        return f"the scheduler {self._scheduler.name} is gone; not read: the rest of it{more}"

    def _has_finished(self, file: WarcWork) -> bool:
        key = self.identify(file)
        return key is not None and self._is_finished(key)

    def _describe(self, file: WarcWork) -> StoredWarc | StoreError:
        known = self._described.get(file.source)
        if known is None:
            try:
                known = describe(file)
            except StoreError as error:
                known = error
            self._described[file.source] = known
        return known


def _cut(file: StoredWarc) -> Iterator[Place]:
    """Iterate over the parts of a file; an empty one has one, too."""
    for at in range(0, max(file.size, 1), SPAN_BYTES):
        yield Place(at, at + SPAN_BYTES)


def _state(source: str, code: str, message: str) -> FetchProblem:
    text = f"{source}: {message}; run the same command again: it goes on"
    return FetchProblem(code=code, source=source, address=None, message=text)
