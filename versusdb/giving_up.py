"""Command: what is said of a page that was given up, and of a reader that ended."""

from __future__ import annotations

import signal
import subprocess
from contextlib import suppress

from parsers.records import Issue
from versusdb.errors import BUG, CommandError

MOST_CHARACTERS = 300
_KEPT = (
    "the page is kept; 'versusdb issues --replay' tries once more, and so does the next version; "
    "if it fails again, please report it"
)


class ReaderError(Exception):
    """A page that was given up: the issue says why, ``trace`` where a bug of ours is."""

    def __init__(self, issue: Issue, trace: str = "") -> None:
        super().__init__(issue.message)
        self.issue = issue
        self.trace = trace


class ReaderNotStartedError(CommandError):
    """A reader that cannot even start; no page is at fault."""

    exit_status = BUG


def give_up(kind: str, what: str, expected: str, found: str) -> ReaderError:
    """Return the error for a page on which a reader ended so; none of ours is at fault."""
    message = f"the reader {what} on this page; {_KEPT}"
    issue = Issue(code=f"reader_{kind}", field="", message=message, expected=expected, found=found)
    return ReaderError(issue)


def name_end(child: subprocess.Popen[bytes]) -> str:
    """Say how a process ended that answers no more."""
    with suppress(subprocess.TimeoutExpired):
        child.wait(timeout=5)
    child.kill()
    status = child.wait()
    if status >= 0:
        return f"exit status {status}"
    try:
        return signal.Signals(-status).name
    except ValueError:
        return f"signal {-status}"
