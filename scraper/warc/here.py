"""Archive: where WARC files are read: on this machine, one after the other, or elsewhere."""

from __future__ import annotations

import stat
from collections.abc import Callable, Iterator, Sequence
from typing import Protocol

from scraper.sources import WarcFile, WarcWork, state_file_problem, state_unreadable
from scraper.warc.finished import FileKey
from scraper.warc.reading import Item, WarcReader


class WarcSource(Protocol):
    """Reads WARC files record by record, in the order in which they are asked for."""

    @property
    def skipped(self) -> int:
        """The number of records that were no response for us."""

    @property
    def taken(self) -> int:
        """How many bytes of the last file are read."""

    def begin(self, files: Sequence[WarcWork], is_finished: Callable[[FileKey], bool]) -> None:
        """Take the files that are going to be read, but for the finished ones, in their order."""

    def identify(self, file: WarcWork) -> FileKey | None:
        """Return by what a file is known once it is finished; None if it is read every time."""

    def read(self, file: WarcWork) -> Iterator[Item]:
        """Iterate over what a file holds, its problems among it.

        Raises ``CutShortError`` where not all of it can be had now.
        """


class WarcsHere:
    """Reads the files of this machine."""

    def __init__(self, *, site: str | None, max_bytes: int) -> None:
        """Take the site that pages are read as, and the limit of one body."""
        self._reader = WarcReader(site=site, max_bytes=max_bytes)

    @property
    def skipped(self) -> int:
        """The number of records that were no response for us."""
        return self._reader.skipped

    @property
    def taken(self) -> int:
        """How many bytes of the last file are read."""
        return self._reader.taken

    def begin(self, files: Sequence[WarcWork], is_finished: Callable[[FileKey], bool]) -> None:
        """Do nothing: a file is opened when it is read."""

    def identify(self, file: WarcWork) -> FileKey | None:
        """Return None: a file here may be another one each time."""

    def read(self, file: WarcWork) -> Iterator[Item]:
        """Iterate over what a file holds."""
        assert isinstance(file, WarcFile)
        try:
            # Opening a pipe would wait for someone to write to it.
            if stat.S_ISREG(file.path.stat().st_mode):
                yield from self._reader.read(file.path, file.source)
            else:
                yield state_file_problem(file, "unreadable", "not a regular file")
        except OSError as error:
            yield state_unreadable(file.source, error)
