"""A reader that a word on a page kills: ``python -m tests.poisoned ARGUMENT…`` is the command.

As the preload of a Dask worker it is the reader there.
"""

from __future__ import annotations

import os
import signal

from parsers.reading import parse_page
from parsers.records import Reading
from versusdb.frame import main
from versusdb.worker import Worker

POISON = b"<!-- poison -->"


def read(body: bytes, **known: str | None) -> Reading:
    """Read a page; die of some."""
    if POISON in body:
        os.kill(os.getpid(), signal.SIGKILL)
    return parse_page(body, **known)  # type: ignore[arg-type] # as the reader is called


assert Worker.__init__.__kwdefaults__ is not None
Worker.__init__.__kwdefaults__["reader"] = "tests.poisoned:read"

if __name__ == "__main__":
    main()
