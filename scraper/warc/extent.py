"""Archive: how much of WARC files is read, in bytes.

How many pages a file holds is known when it is read; how long it is, before.
"""

from __future__ import annotations

from collections.abc import Iterable

from scraper.sources import StoredWarc, WarcWork


class Extent:
    """The bytes of all files of a command: those that are read, and those that are left."""

    def __init__(self, files: Iterable[WarcWork]) -> None:
        """Take the files that are to be read."""
        self._sizes = {file: weigh_file(file) for file in files}
        self._ahead = sum(self._sizes.values())
        self._read = 0
        self._size = 0
        self._taken = 0

    @property
    def left(self) -> int:
        """The number of bytes that are not read yet."""
        return self._ahead + max(self._size - self._taken, 0)

    def begin(self, file: WarcWork) -> None:
        """Note that a file is opened."""
        self._size, self._taken = self._sizes.pop(file, 0), 0
        self._ahead -= self._size

    def drop(self, file: WarcWork) -> None:
        """Note that a file is not read."""
        self._ahead -= self._sizes.pop(file, 0)

    def take(self, taken: int) -> None:
        """Note how many bytes of it are read by now."""
        self._read += taken - self._taken
        self._taken = taken

    def end(self) -> None:
        """Note that it is closed; where it broke off, what was left does not come."""
        self._size = 0

    def extend(self, found: int) -> int | None:
        """Return how many there are in all, if the rest holds as many as what is read.

        ``found`` are there in what is read. None if that tells nothing yet.
        """
        if not self.left:
            return found
        if not found or not self._read:
            return None
        return found + round(found * self.left / self._read)


def weigh_file(file: WarcWork) -> int:
    """Return the size of a file; what cannot be read has none."""
    if isinstance(file, StoredWarc):
        return file.size
    try:
        return file.path.stat().st_size
    except OSError:
        return 0
