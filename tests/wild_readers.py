"""Readers that go wrong, each in its own way, for a worker to run instead of the real one."""

from __future__ import annotations

import ctypes
import os
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import cast

from parsers.records import Issue, Reading, Unknown


def read(body: bytes, *, source: str, **known: str | None) -> Reading:
    """Do what the page says: its first word is the deed, the second what it is done with."""
    deed, _, rest = body.decode().partition(" ")
    answer = DEEDS[deed](rest) if deed in DEEDS else None
    if answer is not None:
        return answer
    issue = Issue(code="read", field="", message=rest, expected=repr(known), found=str(os.getpid()))
    return Reading(Unknown(source=source, issues=(issue,)), "wild")


def sleep(seconds: str) -> None:
    time.sleep(float(seconds))


def spin(_: str) -> None:
    while True:
        pass


def eat_memory(mebibytes: str) -> None:
    eaten = bytearray(int(mebibytes) << 20)
    eaten[-1] = 1


def leave(status: str) -> None:
    os._exit(int(status))


def misstate(_: str) -> Reading:
    return Reading(Unknown(source=cast("str", 7), issues=()), "wild")


def fail(text: str) -> None:
    raise LookupError(text)


def fail_oddly(_: str) -> None:
    raise LookupError("\ud800")


def crash(_: str) -> None:
    ctypes.string_at(0)


def die_by(name: str) -> None:
    os.kill(os.getpid(), signal.Signals[name])
    time.sleep(1)


def chatter(text: str) -> None:
    sys.stdout.write(text)
    sys.stdout.flush()
    os.write(1, text.encode())


def note_then_sleep(path: str) -> None:
    Path(path).write_text(str(os.getpid()), encoding="utf-8")
    time.sleep(60)


def note_then_spin(path: str) -> None:
    Path(path).write_text(str(os.getpid()), encoding="utf-8")
    spin(path)


DEEDS: dict[str, Callable[[str], Reading | None]] = {
    deed.__name__: deed
    for deed in (
        *(sleep, spin, eat_memory, leave, misstate, fail, fail_oddly, crash, die_by, chatter),
        *(note_then_sleep, note_then_spin),
    )
}
