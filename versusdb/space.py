"""Command: a guard that ends a run in good order before the disk is full."""

from __future__ import annotations

import shutil
from pathlib import Path

from versusdb.errors import DiskFullError

MEBIBYTE = 1 << 20


def check_space(folder: Path, least: int) -> None:
    """Raise ``DiskFullError`` if fewer than ``least`` MiB are free where the files lie."""
    free = shutil.disk_usage(folder).free // MEBIBYTE
    if free < least:
        raise DiskFullError(
            f"{free:,} MiB are free, expected at least {least:,} (--keep-free)",
            where=folder,
            remedy="what was done is kept: free some, then run the same command",
        )
