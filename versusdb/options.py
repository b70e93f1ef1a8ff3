"""Command: the options that commands share, and the checks of their values."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING, Any, TypeAlias

import click

from versusdb.paths import FILE
from versusdb.progress import say

if TYPE_CHECKING:
    from pathlib import Path

DEFAULT_DB = "versus.db"
DB_VARIABLE = "VERSUSDB_DB"

_HOST = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9.-]{0,251}[A-Za-z0-9])?")

Command: TypeAlias = Callable[..., Any]


def db_option(command: Command) -> Command:
    """Name the database."""
    return click.option(
        "--db",
        type=FILE,
        envvar=DB_VARIABLE,
        callback=_check_path,
        default=DEFAULT_DB,
        show_default=True,
        show_envvar=True,
        help="The database; its archive x.archive.db lies beside x.db.",
    )(command)


def _check_path(context: click.Context, parameter: click.Parameter, value: Path) -> Path:
    # No text at all would be the current folder; ``x.archive.db`` is where x.db has its archive.
    if not value.name or ".archive" in value.suffixes[-2:]:
        raise click.BadParameter("this names no file, or an archive; expected one such as x.db")
    return value


def json_option(command: Command) -> Command:
    """Ask for a machine-readable summary."""
    return click.option(
        "--json", "is_json", is_flag=True, help="Print one machine-readable summary on stdout."
    )(command)


def site_option(command: Command) -> Command:
    """Name the site that pages are read as."""
    return click.option(
        "--site",
        metavar="HOST",
        callback=_check_host,
        help="Read the pages as this site's, such as from a mirror.",
    )(command)


def time_option(command: Command) -> Command:
    """Say when files were observed."""
    return click.option(
        "--observed-at",
        metavar="TIME",
        callback=check_time,
        help="When files were observed, as YYYY-MM-DDTHH:MM:SSZ; default: when they were modified.",
    )(command)


def check_time(context: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    """Return a time in the form of ours; raise ``click.BadParameter`` for none, or one to come."""
    return None if value is None else read_time(value, "history is ordered by it")


def read_time(value: str, reason: str) -> str:
    """Return what ``check_time`` does; ``reason`` is why there can be none to come."""
    from scraper.times import is_future

    try:
        moment = datetime.fromisoformat(value).astimezone(UTC) if value else None
    except (ValueError, OverflowError):
        moment = None
    if moment is None or not re.search(r"(Z|[+-]\d\d:?\d\d)$", value):
        raise click.BadParameter(f"{value!r} is no time; expected one like 2026-04-24T12:00:00Z")
    if is_future(moment):
        raise click.BadParameter(f"{value!r} is in the future; {reason}")
    return moment.replace(microsecond=0, tzinfo=None).isoformat() + "Z"


def _check_host(
    context: click.Context, parameter: click.Parameter, value: str | None
) -> str | None:
    if value is not None and not _HOST.fullmatch(value):
        raise click.BadParameter(f"{value!r} is no host; expected one such as example.org")
    if value:
        _tell_unknown(value)
    return value.lower() if value else value


def _tell_unknown(host: str) -> None:
    from parsers.sites import find_site, list_sites

    if find_site(host.lower()) is None:
        known = ", ".join(site.host for site in list_sites())
        say(
            f"versusdb: --site {host}: no file in parsers/sites/ describes this site; its pages "
            f"are read with the words of those that are described: {known}"
        )


def _check_hosts(
    context: click.Context, parameter: click.Parameter, values: tuple[str, ...]
) -> tuple[str, ...]:
    from scraper.addresses import normalise_place
    from scraper.errors import AddressError

    hosts = []
    for value in values:
        try:
            hosts.append(normalise_place(value))
        except AddressError:
            raise click.BadParameter(
                f"{value!r} is no host; expected one such as 127.0.0.1 or localhost:8080"
            ) from None
    return tuple(hosts)


def _check_delay(
    context: click.Context, parameter: click.Parameter, value: float | None
) -> float | None:
    if value is not None and not 0 <= value <= 86400:
        raise click.BadParameter(f"{value} is no pause; expected 0 to 86400 seconds")
    return value


def _check_patterns(
    context: click.Context, parameter: click.Parameter, values: tuple[str, ...]
) -> tuple[str, ...]:
    for value in values:
        # What is no text, from a shell of another encoding, is not printable.
        if not value.startswith(("/", "*")) or not value.isprintable():
            raise click.BadParameter(
                f"{value!r} fits no path; expected one such as /compare/* or *.html"
            )
    return values


def _check_lists(
    context: click.Context, parameter: click.Parameter, values: tuple[str, ...]
) -> tuple[str, ...]:
    if "-" in values and sys.stdin is not None and sys.stdin.isatty():
        say("versusdb: reads addresses from the terminal, one a line; Ctrl-D ends the list")
    return values


def space_option(command: Command) -> Command:
    """Say how much of the disk is not ours."""
    return click.option(
        "--keep-free",
        type=click.IntRange(min=0),
        default=128,
        show_default=True,
        metavar="MIB",
        help="Stop in good order, with status 8, before less than this is free on the disk.",
    )(command)


def scope_options(command: Command) -> Command:
    """Say which addresses are meant."""
    for option in (
        click.option(
            "--urls",
            type=click.Path(exists=True, dir_okay=False, allow_dash=True),
            metavar="FILE",
            multiple=True,
            callback=_check_lists,
            help="A list of addresses, one a line, as further sources; - for standard input.",
        ),
        click.option(
            "--max-pages",
            type=click.IntRange(min=1),
            metavar="N",
            help="Take at most N pages from sitemaps; pages that are named come besides.",
        ),
        click.option(
            "--exclude",
            metavar="PATTERN",
            multiple=True,
            callback=_check_patterns,
            help="Leave out addresses whose path fits, such as /tool/*; may be repeated.",
        ),
        click.option(
            "--include",
            metavar="PATTERN",
            multiple=True,
            callback=_check_patterns,
            help="Take only addresses whose path, with its query, fits: * is any text; may be "
            "repeated.",
        ),
        click.option(
            "--also-host",
            "also_hosts",
            metavar="HOST",
            multiple=True,
            callback=_check_hosts,
            help="A host that a site's sitemaps and redirects may lead to; may be repeated.",
        ),
    ):
        command = option(command)
    return command


def _check_setting(
    check: str, context: click.Context, parameter: click.Parameter, value: str | None
) -> str | None:
    """Say what the stage that uses a value says of it, before anything is made."""
    from scraper import identity
    from scraper.errors import SettingError

    try:
        if value is not None:
            getattr(identity, check)(value)
    except SettingError as error:
        raise click.BadParameter(str(error)) from None
    return value


def fetch_options(command: Command) -> Command:
    """Say how to fetch."""
    for option in (
        click.option(
            "--ca-file",
            metavar="PATH",
            callback=partial(_check_setting, "trust_certificates"),
            help="Certificates in PEM to trust beside the usual ones.",
        ),
        click.option(
            "--proxy",
            metavar="URL",
            callback=partial(_check_setting, "read_proxy"),
            help="A proxy to fetch through, as http://host:port; those of the environment are "
            "not used.",
        ),
        click.option(
            "--contact",
            metavar="TEXT",
            callback=partial(_check_setting, "check_contact"),
            help="An address or mail where a person answers, named in the User-Agent.",
        ),
        click.option(
            "--user-agent",
            metavar="TEXT",
            callback=partial(_check_setting, "check_line"),
            help="The whole User-Agent, in place of versusdb's own.",
        ),
        click.option(
            "--allow-host",
            "allow_hosts",
            metavar="HOST",
            multiple=True,
            callback=_check_hosts,
            help="A host with a private or loopback address that is meant; may be repeated.",
        ),
        click.option(
            "--delay",
            type=float,
            metavar="SECONDS",
            callback=_check_delay,
            help="Pause between two requests to one host; a longer Crawl-delay holds. Default: "
            "five times what its last answer took, 3 to 30 seconds.",
        ),
    ):
        command = option(command)
    return command


def server_options(command: Command) -> Command:
    """Say where to serve."""
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
