"""Command: ``versusdb archive``: WARC files out and in, and whether the two files are whole."""

from __future__ import annotations

from typing import Any

import click

from versusdb.choosing import check_engine, engine_options, workers_option
from versusdb.options import db_option, json_option, site_option, space_option
from versusdb.paths import FILE


@click.group()
def archive() -> None:
    """Write the archive as WARC, read WARC into it, or verify it."""


@archive.command(name="export")
@click.argument("path", metavar="FILE", type=FILE)
@db_option
@json_option
def export_warc(**options: Any) -> int:
    """Write everything in the archive to FILE, as WARC/1.1.

    FILE ends with .warc.gz and must not be there yet. 'versusdb archive import' brings it back.
    """
    from versusdb.exporting import run_export

    return run_export(**options)


@archive.command(name="import")
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@db_option
@site_option
@workers_option
@engine_options
@space_option
@json_option
def import_warc(files: tuple[str, ...], **options: Any) -> int:
    """Archive what WARC files hold, any crawler's, and load the pages among it.

    FILE ends with .warc or .warc.gz. This is 'versusdb ingest' of these files; the time of each
    page is the one that its record states.
    """
    check_engine(options["engine"], options["scheduler"])
    from scraper.sources import is_warc
    from versusdb.ingesting import run_ingest

    for file in files:
        if not is_warc(file):
            raise click.UsageError(
                f"{file}: not named as a WARC file, expected .warc or .warc.gz; "
                "'versusdb ingest' reads pages"
            )
    return run_ingest(sources=files, **options)


@archive.command()
@db_option
@json_option
def verify(**options: Any) -> int:
    """Check both files to the last byte; fail with status 4 if anything is damaged.

    Every body is decompressed and hashed. Nothing is changed, and a run may be under way.
    """
    from versusdb.verifying import run_verify

    return run_verify(**options)
