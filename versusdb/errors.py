"""Command: what an operator can do wrong or meet, with the exit status of each.

An error of this tree is shown as one line; anything else is a bug and shows its traceback.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    from pathlib import Path

# What to do about a file that is damaged, by the name of its kind.
REMEDIES = {
    "archive": "restore a copy of the archive, or import its WARC export into a new database",
    "database": (
        "put it away, keep the archive, and run 'versusdb reparse --apply': it is made anew"
    ),
}
CLEAN, BUG, USAGE, ISSUES, CHECK_FAILED, BUSY, STOPPED, BLOCKED, NO_SPACE = range(9)


class CommandError(Exception):
    """Something that ends the command with one line on stderr: where, what, and what to do."""

    exit_status: ClassVar[int] = USAGE

    def __init__(self, what: str = "", *, where: str | Path = "", remedy: str = "") -> None:
        """Take the parts of the line; all but the first may be none."""
        place = f"{where}: " if str(where) else ""
        super().__init__(f"{place}{what}{'; ' if remedy else ''}{remedy}")
        self.what = what
        self.remedy = remedy


class FileRefusedError(CommandError):
    """A file that is not ours, is newer than this code, or lacks its other half."""


class SqliteTooOldError(CommandError):
    """The SQLite library lacks what our files need."""


class NothingHeldError(CommandError):
    """A run whose pages are to be discarded, and none of them are held back."""


class NotForgottenError(CommandError):
    """A tombstone that is to be lifted, and there is none."""


class ServingRefusedError(CommandError):
    """A database that cannot be shown, or a port that cannot be had."""


class ParquetMissingError(CommandError):
    """Parquet is asked for, and what writes it is not installed."""


class EngineMissingError(CommandError):
    """Another engine is asked for, and it is not installed, or nobody answers."""


class EngineUnfitError(CommandError):
    """Machines whose versusdb does not read as this one does."""

    exit_status = CHECK_FAILED


class NothingToPublishError(CommandError):
    """A database into which no page has been read, or a place where no set of it can stand."""


class ChecksFailedError(CommandError):
    """A database whose data cannot be trusted, so that nothing of it is given away."""

    exit_status = CHECK_FAILED


class UnfitValueError(CommandError):
    """A value in a view that is not of its column's type."""

    exit_status = CHECK_FAILED


class FileDamagedError(CommandError):
    """A file of ours that SQLite cannot read."""

    exit_status = CHECK_FAILED


class FileLostError(CommandError):
    """A file of ours that is no longer where it was opened."""

    exit_status = CHECK_FAILED


class DatabaseBusyError(CommandError):
    """Another run holds the database."""

    exit_status = BUSY


class DiskFullError(CommandError):
    """No space is left to write."""

    exit_status = NO_SPACE


class StoppedError(CommandError):
    """Somebody asked to stop."""

    exit_status = STOPPED

    def __init__(
        self,
        message: str = "stopped by a signal; what was done is kept, the same command goes on",
    ) -> None:
        """Take what became of the work, unless the state is kept as it is."""
        super().__init__(message)
