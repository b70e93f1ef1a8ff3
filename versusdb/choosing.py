"""Command: what an operator chooses, and its checks: a run, a time, a folder, how many read."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

from versusdb.options import read_time

if TYPE_CHECKING:
    from pathlib import Path

LARGEST_ID = 2**63 - 1


class _RunNumber(click.IntRange):
    """A number that a run may have: SQLite has no larger one."""

    name = "run"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        number = int(super().convert(value, param, ctx))
        if number > LARGEST_ID:
            self.fail(f"there is no run {value}", param, ctx)
        return number


MOST_WORKERS = 256
RUN_NUMBER = _RunNumber(min=1)


def check_since(
    context: click.Context, parameter: click.Parameter, value: str | None
) -> str | None:
    """Return a time in the form of ours; raise ``click.BadParameter`` for none, or one to come."""
    return None if value is None else read_time(value, "no run has begun since then")


def check_folder(context: click.Context, parameter: click.Parameter, value: str) -> Path:
    """Return the folder that is named; no text at all would be the current one, and is refused."""
    from pathlib import Path

    if not value:
        raise click.BadParameter("this names no folder; expected one such as reviews")
    return Path(value)


def engine_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Say which machines read WARC files."""
    for option in (
        click.option(
            "--scheduler",
            metavar="ADDRESS",
            help="The Dask scheduler, such as tcp://10.0.0.5:8786, or the file that it writes.",
        ),
        click.option(
            "--engine",
            type=click.Choice(["local", "dask"]),
            default="local",
            show_default=True,
            help="Who reads WARC files: this machine, or those of a Dask cluster, which also find "
            "them at s3://, gs:// and https:// ('versusdb[dask]').",
        ),
    ):
        command = option(command)
    return command


def check_engine(engine: str, scheduler: str | None) -> None:
    """Raise ``click.UsageError`` where an engine lacks its scheduler, or it is of no use."""
    if engine == "dask" and not scheduler:
        raise click.UsageError(
            "--engine dask needs a scheduler; start one with 'dask scheduler', and give the "
            "address that it prints with --scheduler"
        )
    if engine == "local" and scheduler is not None:
        raise click.UsageError("--scheduler is for a cluster; give --engine dask as well")


def workers_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Say how many processes read pages."""
    return click.option(
        "--workers",
        type=click.IntRange(1, MOST_WORKERS),
        metavar="N",
        help="Read pages with N processes side by side; default: one for each core.",
    )(command)
