"""Command: ``versusdb``, its commands and options, and the frame around every one of them.

The frame turns what an operator can do wrong into one line and an exit status, and leaves
tracebacks to bugs. Commands import their work when they run, so that ``--help`` stays quick.
"""

from __future__ import annotations

import json
import signal
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any, NoReturn

import click

from versusdb import __version__
from versusdb.errors import BUG, STOPPED, StoppedError, explain_error

EPILOG = """\b
Exit status: 0 clean, 1 a bug, 2 wrong usage, 3 done with issues, 4 a check failed,
5 another run holds the database, 6 stopped by a signal, 7 the site blocks us, 8 no space."""


@click.group(epilog=EPILOG, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="versusdb", message="%(prog)s %(version)s")
def cli() -> None:
    """Turn comparison pages of review sites into a database people trust."""


def main() -> NoReturn:
    """Run the command line; the status it ends with is in docs/commands.md."""
    signal.signal(signal.SIGTERM, _raise_stopped)
    try:
        status = cli.main(standalone_mode=False)
    except click.exceptions.Exit as done:
        sys.exit(done.exit_code)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except (click.exceptions.Abort, KeyboardInterrupt, StoppedError):
        _fail("stopped by a signal; what was done is kept, the same command goes on", STOPPED)
    except BrokenPipeError:
        # Whoever read our output has had enough; Python must not complain of it at exit.
        sys.stdout = None
        sys.exit(0)
    except Exception as error:  # noqa: BLE001  # the outermost frame: what is left is a bug
        known = explain_error(error)
        if known is not None:
            _fail(str(known), known.exit_status)
        traceback.print_exc()
        _fail(f"this is a bug in versusdb {__version__}; please report the lines above", BUG)
    sys.exit(status or 0)


def _raise_stopped(number: int, frame: FrameType | None) -> NoReturn:
    raise StoppedError


def _fail(message: str, status: int) -> NoReturn:
    click.echo(f"versusdb: {message}", err=True)
    if "--json" in sys.argv:
        click.echo(json.dumps({"exit_status": status, "error": message}))
    sys.exit(status)


_Command = Callable[..., Any]


def _db_option(command: _Command) -> _Command:
    return click.option(
        "--db",
        type=click.Path(path_type=Path, dir_okay=False),
        envvar="VERSUSDB_DB",
        default="versus.db",
        show_default=True,
        show_envvar=True,
        help="The database; its archive x.archive.db lies beside x.db.",
    )(command)


def _json_option(command: _Command) -> _Command:
    return click.option(
        "--json", "is_json", is_flag=True, help="Print one machine-readable summary on stdout."
    )(command)


def _site_option(command: _Command) -> _Command:
    return click.option(
        "--site", metavar="HOST", help="Read the pages as this site's, such as from a mirror."
    )(command)


def _time_option(command: _Command) -> _Command:
    return click.option(
        "--observed-at",
        metavar="TIME",
        callback=_check_time,
        help="When files were observed, as YYYY-MM-DDTHH:MM:SSZ; default: when they were modified.",
    )(command)


def _check_time(
    context: click.Context, parameter: click.Parameter, value: str | None
) -> str | None:
    from datetime import UTC, datetime

    if value is None:
        return None
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        raise click.BadParameter(f"{value!r} is no time; expected 2026-04-24T12:00:00Z") from None
    if moment.tzinfo is None:
        raise click.BadParameter(f"{value!r} has no time zone; expected 2026-04-24T12:00:00Z")
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


@cli.command()
@click.argument("sources", metavar="SOURCE...", nargs=-1, required=True)
@_db_option
@_site_option
@_time_option
@click.option(
    "--delay",
    type=click.FloatRange(min=0),
    default=1.0,
    show_default=True,
    metavar="SECONDS",
    help="Pause between two requests to one host; a longer Crawl-delay of the host's holds.",
)
@click.option(
    "--allow-host",
    "allow_hosts",
    metavar="HOST",
    multiple=True,
    help="A host with a private or loopback address that is meant; may be repeated.",
)
@click.option("--max-pages", type=click.IntRange(min=1), metavar="N", help="Fetch at most N pages.")
@_json_option
def ingest(**options: Any) -> int:
    """Fetch or read SOURCE, archive it, and load what it says.

    SOURCE is a page, sitemap or site address, an .html or .txt file, or a folder of them. An
    address with the path / is a site; one that answers with a sitemap is a sitemap.
    """
    from versusdb.ingesting import run_ingest

    return run_ingest(**options)


@cli.command()
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@_site_option
@click.option("--json", "is_json", is_flag=True, help="Accepted for uniformity: records are JSON.")
def parse(files: tuple[str, ...], site: str | None, is_json: bool) -> int:
    """Read pages and print their records, one JSON object a line; touches no database."""
    from versusdb.parsing import run_parse

    return run_parse(files, site)


@cli.command()
@_db_option
@click.option(
    "--max-age",
    metavar="AGE",
    help="Fail with status 4 if the data is older than this, such as 26h, 90m or 3d.",
)
@_json_option
def status(**options: Any) -> int:
    """Show what the database holds, its last runs, its open issues and its age."""
    from versusdb.status import run_status

    return run_status(**options)


def _server_options(command: _Command) -> _Command:
    for option in (
        click.option("--host", default="127.0.0.1", show_default=True, help="Address to serve on."),
        click.option(
            "--port",
            type=click.IntRange(0, 65535),
            default=8001,
            show_default=True,
            help="Port to serve on; 0 takes a free one.",
        ),
    ):
        command = option(command)
    return command


@cli.command()
@_db_option
@_server_options
@_json_option
def serve(**options: Any) -> int:
    """Serve Datasette on the live database until a signal ends it."""
    from versusdb.serving import run_serve

    return run_serve(**options)


@cli.command()
@_server_options
@click.option(
    "--dir",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    help="Work in this folder and keep it; default: a temporary one that goes at the end.",
)
@_json_option
def demo(**options: Any) -> int:
    """Crawl a bundled review site on the loopback and serve Datasette on the result."""
    from versusdb.demo import run_demo

    return run_demo(**options)
