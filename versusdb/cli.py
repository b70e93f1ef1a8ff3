"""Command: ``versusdb``, its commands and their options.

Commands import their work when they run, so that ``--help`` stays quick.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from versusdb import __version__
from versusdb.again_cli import changes, issues, reparse
from versusdb.archive_cli import archive
from versusdb.choosing import RUN_NUMBER, check_engine, check_folder, engine_options, workers_option
from versusdb.options import (
    db_option,
    fetch_options,
    json_option,
    scope_options,
    server_options,
    site_option,
    space_option,
    time_option,
)
from versusdb.paths import FOLDER
from versusdb.resolve_cli import resolve, review

if TYPE_CHECKING:
    from pathlib import Path

EPILOG = """\b
Exit status: 0 clean, 1 a bug, 2 wrong usage, 3 done with issues, 4 a check failed,
5 another run holds the database, 6 stopped by a signal, 7 the site blocks us, 8 no space."""


@click.group(epilog=EPILOG, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="versusdb", message="%(prog)s %(version)s")
def cli() -> None:
    """Turn comparison pages of review sites into a database people trust."""


for command in (archive, changes, issues, reparse, resolve, review):
    cli.add_command(command)


@cli.command()
@click.argument("sources", metavar="SOURCE...", nargs=-1)
@db_option
@site_option
@time_option
@scope_options
@fetch_options
@workers_option
@engine_options
@space_option
@click.option(
    "--accept-drift",
    is_flag=True,
    help="Load pages that read much worse than those before, and those held back for it; read "
    "pages again that were discarded.",
)
@click.option(
    "--discard-held",
    type=RUN_NUMBER,
    metavar="RUN",
    multiple=True,
    help="Do not load the pages that this run holds back, of the kinds that read worse: they were "
    "the wrong ones; may be repeated.",
)
@json_option
def ingest(**options: Any) -> int:
    """Fetch or read SOURCE, archive it, and load what it says.

    SOURCE is a page, sitemap or site address, an .html, .txt, .warc or .warc.gz file, or a folder
    of them. An address with the path / is a site; one that answers with a sitemap is a sitemap.
    With --engine dask it may be WARC files in a store as well, such as 's3://crawls/*.warc.gz'.
    None is needed with --discard-held or --accept-drift.
    """
    check_engine(options["engine"], options["scheduler"])
    accepts, discards = options["accept_drift"], options["discard_held"]
    if accepts and discards:
        raise click.UsageError(
            "--accept-drift loads all that is held back, also what --discard-held would not; "
            "give --discard-held first, and --accept-drift in a command of its own"
        )
    if not options["sources"] and not options["urls"] and not accepts and not discards:
        raise click.MissingParameter(param_hint="'SOURCE...'", param_type="argument")
    if not options["sources"] and not options["urls"] and not options["db"].exists():
        raise click.UsageError(f"{options['db']}: there is no database here, so nothing is held")
    from versusdb.ingesting import run_ingest

    return run_ingest(**options)


@cli.command()
@click.argument("sources", metavar="SOURCE...", nargs=-1)
@db_option
@site_option
@scope_options
@fetch_options
@json_option
def plan(**options: Any) -> int:
    """Show what ingest would fetch from SOURCE, under which rules, and how long it takes.

    Fetches robots.txt and sitemaps only. Where there is no database yet, none is made; where
    there is one, the ingest that follows goes on from what was found.
    """
    if not options["sources"] and not options["urls"]:
        raise click.MissingParameter(param_hint="'SOURCE...'", param_type="argument")
    from versusdb.planning import run_plan

    return run_plan(**options)


@cli.command()
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@site_option
@click.option(
    "--explain",
    "is_explained",
    is_flag=True,
    help="Show for a person where each field was read, what is missing, what no field took.",
)
@click.option(
    "--blocks",
    "has_blocks",
    is_flag=True,
    help="As --explain, and with every block of the page, by the numbers that it names.",
)
@click.option(
    "--json",
    "is_json",
    is_flag=True,
    help="With --explain, print the evidence as JSON; records are JSON in any case.",
)
def parse(files: tuple[str, ...], is_explained: bool, has_blocks: bool, **options: Any) -> int:
    """Print the records of pages, one JSON object a line.

    Touches no database. FILE is an .html or .txt file, or a folder of them.

    With --explain --json, each line holds the record, the reader, the evidence (field, value,
    block, landmark, text), the fields that are absent, and the lines that are unclaimed; with
    --blocks also the blocks (block, text).
    """
    from versusdb.parsing import run_parse

    is_explained = is_explained or has_blocks
    return run_parse(files, is_explained=is_explained, has_blocks=has_blocks, **options)


@cli.command()
@db_option
@click.option(
    "--max-age",
    metavar="AGE",
    help="Fail with status 4 if the data is older than this, such as 26h, 90m or 3d.",
)
@json_option
def status(**options: Any) -> int:
    """Show what the database holds, how its runs went and how old it is.

    Also which crawls are unfinished, and which hosts are not to be asked now, and why.
    """
    from versusdb.status import run_status

    return run_status(**options)


@cli.command()
@db_option
@json_option
def check(**options: Any) -> int:
    """Find out whether the data can be trusted; fail with status 4 if it cannot.

    Looks into both files, the contract of the views, the way from each fact to its bytes, and the
    last run beside those before it: each field that the pages state less often, the landmark that
    no longer matches, and what stands there now. Changes nothing.
    """
    from versusdb.checking import run_check

    return run_check(**options)


@cli.command()
@click.argument("folder", metavar="DIR", callback=check_folder, type=click.Path())
@db_option
@click.option(
    "--no-parquet",
    "has_parquet",
    flag_value=False,
    default=True,
    help="Publish without Parquet, which needs pyarrow ('versusdb[parquet]').",
)
@space_option
@json_option
def publish(folder: Path, **options: Any) -> int:
    """Put a finished data set into the folder DIR, whole or not at all.

    One SQLite file, each view as CSV and Parquet, a Data Package, Croissant, checksums, and a
    README with the terms of each site. A set that stands there is replaced in one step. With a
    failed check nothing is published, and the status is 4. A run may be at work meanwhile.
    """
    from versusdb.publishing import run_publish

    return run_publish(folder=folder, **options)


@cli.command()
@click.argument("target")
@db_option
@click.option("--reason", metavar="TEXT", help="Why; kept with the date, and told by later runs.")
@click.option("--dry-run", "is_dry", is_flag=True, help="Show what would go, and change nothing.")
@click.option("--yes", "is_sure", is_flag=True, help="Do not ask; needed where nobody can answer.")
@click.option(
    "--lift",
    "is_lifted",
    is_flag=True,
    help="Allow it again, where it was taken down by mistake; what is gone stays gone.",
)
@json_option
def forget(target: str, **options: Any) -> int:
    """Take down an address or a SHA-256 for good, with a reason.

    The bytes and all that rests on them go from both files, and nothing brings them back: no
    crawl, no import, no reading again. A tombstone stays: a hash, the date and the reason. An
    address goes with all its responses; a SHA-256 takes down the bytes wherever they were seen.
    What neither file knows is forbidden from now on.
    """
    from versusdb.forgetting import run_forget

    return run_forget(target, **options)


@cli.command()
@db_option
@server_options
@json_option
def serve(**options: Any) -> int:
    """Serve Datasette on the live database until a signal ends it."""
    from versusdb.serving import run_serve

    return run_serve(**options)


@cli.command()
@server_options
@click.option(
    "--dir",
    "folder",
    type=FOLDER,
    help="Work in this folder and keep it; default: a temporary one that goes at the end.",
)
@json_option
def demo(**options: Any) -> int:
    """Crawl a bundled review site, and serve Datasette on the result."""
    from versusdb.demo import run_demo

    return run_demo(**options)
