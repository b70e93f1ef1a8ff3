"""Command: the frame around every command of ``versusdb``.

It turns what an operator can do wrong into one line and an exit status, and leaves tracebacks to
bugs.
"""

from __future__ import annotations

import io
import signal
import sys
from contextlib import suppress
from types import FrameType
from typing import NoReturn

import click

from scraper.showing import show_text
from versusdb import __version__
from versusdb.cli import cli
from versusdb.errors import BUG, CLEAN, CommandError, StoppedError
from versusdb.progress import hold_places, let_go, say, tell
from versusdb.stopping import ignore_signals


def main() -> NoReturn:
    """Run the command line; the status it ends with is in docs/commands.md."""
    hold_places()
    signal.signal(signal.SIGTERM, _raise_stopped)
    # Under nohup it is ignored, and stays so.
    if signal.getsignal(signal.SIGHUP) is not signal.SIG_IGN:
        signal.signal(signal.SIGHUP, _terminate)
    status = _run(sys.argv[1:])
    ignore_signals()
    let_go(sys.stdout)
    let_go(sys.stderr)
    sys.exit(status)


def _run(arguments: list[str]) -> int:
    # Not by ``cli.main``, which ends with status 1 when nobody reads on.
    try:
        with cli.make_context("versusdb", arguments) as context:
            return cli.invoke(context) or CLEAN
    except click.exceptions.Exit as done:
        return done.exit_code
    except click.ClickException as error:
        shown = io.StringIO()
        error.show(shown)
        return _fail(shown.getvalue().rstrip(), error.format_message(), error.exit_code)
    except click.exceptions.Abort:
        # The cursor stands behind the question.
        say("")
        return _fail_as(StoppedError("stopped at the question; nothing was changed"))
    except KeyboardInterrupt:
        return _fail_as(StoppedError())
    except BrokenPipeError:
        # Whoever read our output has had enough.
        return CLEAN
    except CommandError as error:
        return _fail_as(error)
    except Exception as error:  # noqa: BLE001  # the outermost frame: what is left is a bug
        return _fail_for(error)


def _raise_stopped(number: int, frame: FrameType | None) -> NoReturn:
    raise StoppedError


def _terminate(number: int, frame: FrameType | None) -> None:
    """Take a hang-up for what it asks; ``serve`` has its own way to end on this signal."""
    signal.raise_signal(signal.SIGTERM)


def _fail_for(error: Exception) -> int:
    """Say what can be done about an error of the machine; any other is a bug."""
    import traceback

    from versusdb.machine_errors import explain_error

    known = explain_error(error)
    if known is not None:
        return _fail_as(known)
    message = f"this is a bug in versusdb {__version__}; please report the lines above"
    return _fail(f"{traceback.format_exc()}versusdb: {message}", message, BUG)


def _fail_as(error: CommandError) -> int:
    return _fail(f"versusdb: {error}", str(error), error.exit_status)


def _fail(shown: str, message: str, status: int) -> int:
    """Say why the command ends, and with --json also in one object on stdout."""
    ignore_signals()
    say(shown)
    if "--json" in sys.argv:
        import json

        with suppress(OSError):
            tell(json.dumps({"exit_status": status, "error": show_text(message)}))
    return status
