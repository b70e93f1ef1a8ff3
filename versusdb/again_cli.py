"""Command: what comes after a run: ``reparse``, ``issues`` and ``changes``, with their options."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from versusdb.options import db_option, json_option, space_option


@click.command()
@db_option
@click.option("--apply", is_flag=True, help="Write what differs; without it nothing is written.")
@click.option(
    "--accept-drift",
    is_flag=True,
    help="Load pages that read much worse than before, and those held back for it.",
)
@click.option(
    "--differences",
    "listing",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Write every difference to FILE, as JSON Lines; it must not be there yet.",
)
@space_option
@json_option
def reparse(**options: Any) -> int:
    """Read the whole archive again with today's reader, and show what would change.

    Nothing is fetched, and nothing is written without --apply. A database that is missing while
    its archive is there counts as an empty one; --apply makes it anew. Pages that this reader has
    read already are not read again; nor are those that were held back or discarded, unless there
    is a new reader for the former, or --accept-drift.
    """
    from versusdb.reparsing import run_reparse

    return run_reparse(**options)
