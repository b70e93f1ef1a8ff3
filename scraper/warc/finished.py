"""Archive: WARC files of which all is in the archive; they are not read again.

A file is finished when all its records were read without a problem, and no revisit of it waits
for bytes from elsewhere. A file whose bytes have changed is another one.
"""

from __future__ import annotations

from msgspec import Struct
from sqlite_utils import Database

from scraper.times import format_time, read_clock

SELECT = "SELECT 1 FROM finished_files WHERE address = ? AND mark = ? AND site = ?"
UPSERT = """
INSERT INTO finished_files (address, mark, site, finished_at) VALUES (?, ?, ?, ?)
ON CONFLICT (address, site) DO UPDATE
SET mark = excluded.mark, finished_at = excluded.finished_at
"""


def forget_finished(database: Database) -> None:
    """Have all files read again: what they hold may be kept, or read, that was not before."""
    with database.atomic():
        database.conn.execute("DELETE FROM finished_files")


class FileKey(Struct, frozen=True):
    """One state of a file: where it lies, and what its store says of its bytes."""

    address: str
    mark: str


class FinishedFiles:
    """Knows the finished files of an archive, as read for one site or each page for its own."""

    def __init__(self, database: Database, site: str | None) -> None:
        """Take the database that holds the archive's tables."""
        self._database = database
        self._site = site or ""

    def holds(self, key: FileKey) -> bool:
        """Tell whether a file is finished, in this state."""
        row = (key.address, key.mark, self._site)
        return bool(self._database.conn.execute(SELECT, row).fetchall())

    def note(self, key: FileKey) -> None:
        """Note that a file is finished."""
        row = (key.address, key.mark, self._site, format_time(read_clock()))
        with self._database.atomic():
            self._database.conn.execute(UPSERT, row)
