"""Command: writes a command that a message tells to give, so that it can be given as it stands."""

from __future__ import annotations

import os
import shlex
from pathlib import Path

from scraper.showing import show_path
from versusdb.options import DB_VARIABLE, DEFAULT_DB


def hint(command: str, db: Path) -> str:
    """Return a command in quotes, with ``--db`` where the database is not the default one."""
    default = Path(os.environ.get(DB_VARIABLE) or DEFAULT_DB)
    is_default = db in (default, Path(os.path.realpath(default)))
    option = "" if is_default else f" --db {shlex.quote(show_path(db))}"
    return f"'versusdb {command}{option}'"
