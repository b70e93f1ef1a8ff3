"""A Dask worker that a file of a certain name ends; to be its preload."""

from __future__ import annotations

import os
import signal
from contextlib import AbstractContextManager
from typing import BinaryIO

from versusdb import span_tasks
from versusdb.stores import open_stored


def open_or_die(address: str) -> AbstractContextManager[BinaryIO]:
    """Open a file; end this process at some."""
    if "deadly" in address:
        os.kill(os.getpid(), signal.SIGKILL)
    return open_stored(address)


vars(span_tasks)[open_stored.__name__] = open_or_die
