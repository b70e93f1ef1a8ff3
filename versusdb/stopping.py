"""Command: a stop in two steps: the first signal ends in good order, the second at once.

After the first, pages in flight are finished and nothing more is begun; either way the same
command goes on where it was stopped.
"""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

from versusdb.errors import StoppedError
from versusdb.progress import say

SIGNALS = (signal.SIGINT, signal.SIGTERM)


class Stop:
    """Whether an end was asked for.

    ``say`` and ``wake`` are called when it is, from a signal's handler.
    """

    def __init__(self) -> None:
        self.is_asked = False
        self.say: Callable[[str], None] = say
        self.wake: Callable[[], None] = lambda: None

    def ask(self) -> None:
        """Ask for an end; the second time, raise ``StoppedError`` where the program stands."""
        if self.is_asked:
            raise StoppedError
        self.is_asked = True
        # Where nothing is in flight, it ends at once, and there is nothing to say.
        self.wake()
        self.say("versusdb: stopping when the pages in flight are done; once more stops at once")

    def check(self) -> None:
        """Raise ``StoppedError`` if an end was asked for."""
        if self.is_asked:
            raise StoppedError


def ignore_signals() -> None:
    """Let no signal change how a command ends that has ended."""
    for number in (*SIGNALS, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)


@contextmanager
def stop_in_two_steps() -> Iterator[Stop]:
    """Take the signals that ask for an end until the block ends.

    Once one has asked, the files are closed after the block whatever else is sent.
    """
    stop = Stop()

    def handle(number: int, frame: FrameType | None) -> None:
        stop.ask()

    before = {number: signal.getsignal(number) for number in SIGNALS}
    for number, handler in before.items():
        # What is ignored, as in the background of a shell, stays so.
        if handler is not signal.SIG_IGN:
            signal.signal(number, handle)
    try:
        yield stop
    finally:
        if stop.is_asked:
            ignore_signals()
        else:
            for number, handler in before.items():
                signal.signal(number, handler)
