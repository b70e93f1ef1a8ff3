"""Command: what comes after a run: ``reparse``, ``issues`` and ``changes``, with their options."""

from __future__ import annotations

from typing import Any

import click

from versusdb.choosing import RUN_NUMBER, check_since, workers_option
from versusdb.options import (
    db_option,
    fetch_options,
    json_option,
    site_option,
    space_option,
)
from versusdb.paths import FILE


@click.command()
@db_option
@click.option("--apply", is_flag=True, help="Write what differs; without it nothing is written.")
@click.option("--all", is_flag=True, help="Read also what this reader has read already.")
@click.option(
    "--accept-drift",
    is_flag=True,
    help="Load pages that read much worse than before, and those held back for it.",
)
@click.option(
    "--differences",
    "listing",
    type=FILE,
    metavar="FILE",
    help="Write every difference to FILE, as JSON Lines; it must not be there yet.",
)
@workers_option
@space_option
@json_option
def reparse(**options: Any) -> int:
    """Read the whole archive again with today's reader, and show what would change.

    Nothing is fetched, and nothing is written without --apply. A database that is missing while
    its archive is there counts as an empty one; --apply makes it anew. Pages that this reader has
    read already are not read again without --all; what follows from them is computed anew. Nor are
    those read that were held back or discarded, unless there is a new reader for the former, or
    --accept-drift.
    """
    from versusdb.reparsing import run_reparse

    return run_reparse(**options)


@click.command()
@db_option
@click.option("--code", metavar="CODE", help="Only issues with this code, and all of them.")
@click.option("--stage", type=click.Choice(["fetch", "parse", "load"]), help="Only of this stage.")
@click.option("--run", type=RUN_NUMBER, metavar="RUN", help="Only what this run met first.")
@click.option("--all", "has_resolved", is_flag=True, help="With those that are resolved.")
@click.option(
    "--replay",
    "is_replay",
    is_flag=True,
    help="Try them again: read the pages from the archive, and fetch what could not be fetched.",
)
@workers_option
@site_option
@fetch_options
@space_option
@json_option
def issues(
    code: str | None,
    stage: str | None,
    run: int | None,
    has_resolved: bool,
    is_replay: bool,
    **options: Any,
) -> int:
    """List what could not be fetched or read, and what to do about it.

    Each line leads to the page, the field, what was expected and found, and the first digits of
    the SHA-256 of the bytes. With --replay, pages are read again by today's reader, also by the
    one that failed, and what became clean is loaded; the options on fetching are those of ingest,
    for what is fetched again. Sites and sitemaps are left to ingest. Then the status is 0 if none
    of the issues that were meant is left open and none is new, else 3.
    """
    from versusdb.listing_issues import Filter, run_list

    if has_resolved and is_replay:
        raise click.UsageError("--all is for the list; --replay tries those that are open")
    chosen = Filter(code=code, stage=stage, run=run, has_resolved=has_resolved)
    if is_replay:
        from versusdb.replaying import run_replay

        return run_replay(chosen=chosen, **options)
    return run_list(db=options["db"], chosen=chosen, is_json=options["is_json"])


@click.command()
@click.argument("run", type=RUN_NUMBER, required=False)
@db_option
@click.option(
    "--since",
    metavar="TIME",
    callback=check_since,
    help="All runs that began at this time or later, as YYYY-MM-DDTHH:MM:SSZ.",
)
@click.option("--all", "shows_all", is_flag=True, help="All tools, however many they are.")
@json_option
def changes(run: int | None, since: str | None, **options: Any) -> int:
    """Show what RUN changed: entries, scores and quotes that are new, different, ended or back.

    Without RUN, the last run that changed anything. It is the difference between what was known
    before the run and with the pages that it read first: what had not been stated before is told
    apart as known now, and what a better reader makes of old pages is no change of the site
    ('versusdb reparse' shows that).
    """
    from versusdb.changes import run_changes

    if run is not None and since is not None:
        raise click.UsageError("RUN and --since name two different things; give one of them")
    return run_changes(run=run, since=since, **options)
