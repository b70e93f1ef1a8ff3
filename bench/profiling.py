"""Bench: where the time of a path goes, as pyinstrument samples it.

A sample is a stack. It counts to the innermost of its frames that is in a part: what a part calls
is its own, unless it is another part's. One thread is sampled, by the wall.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, TypeAlias

from msgspec import Struct

from bench.report import write_table

REST = "the rest"
SECONDS_BETWEEN = 0.0005
IS_INSTALLED = find_spec("pyinstrument") is not None
_UNCOMPILED = "PYTHONDONTWRITEBYTECODE"

Place: TypeAlias = str
"""A module with all below it, ``db.resolving``, or a function of it, ``db.keys:quote_key``.

What is built in has no module: ``<built-in>:Cursor`` is SQLite's.
"""
Profile: TypeAlias = dict[str, float]
"""The share of each part, and of the rest."""


class Part(Struct, frozen=True):
    """What the table calls a part of a path, and the places that it is made of."""

    name: str
    places: tuple[Place, ...]


SQLITE = Part("SQLite's statements", ("<built-in>:Connection", "<built-in>:Cursor"))


def profile_call(call: Callable[[], object], parts: Sequence[Part]) -> Profile:
    """Run a function in this thread, and tell its parts apart."""
    from pyinstrument import Profiler

    profiler = Profiler(interval=SECONDS_BETWEEN, async_mode="disabled")
    profiler.start()
    try:
        call()
    finally:
        session = profiler.stop()
    return share_samples(_list_samples(session), parts)


def profile_command(arguments: Sequence[str], folder: Path, parts: Sequence[Part]) -> Profile:
    """Run a command line of versusdb in a folder, in a process of its own; tell its parts apart."""
    from pyinstrument.session import Session

    environment = {key: value for key, value in os.environ.items() if key != _UNCOMPILED}
    with TemporaryDirectory(prefix="bench-profile-") as name:
        found = Path(name, "found.pyisession")
        command = [sys.executable, "-m", "pyinstrument", "-i", str(SECONDS_BETWEEN)]
        command += ["-r", "pyisession", "-o", str(found), "-m", "versusdb", *arguments]
        subprocess.run(command, cwd=folder, env=environment, check=True, stdout=subprocess.DEVNULL)
        return share_samples(_list_samples(Session.load(found)), parts)


def _list_samples(session: Any) -> Iterator[tuple[list[Place], float]]:
    """Yield the stacks of a session, the outermost frame first, each with its seconds."""

    @cache
    def name_place(frame: str) -> Place:
        function, path, *_ = frame.split("\0")
        if path.startswith("<"):
            return f"{path}:{function}"
        module = session.shorten_path(path).removesuffix(".py").removesuffix("/__init__")
        return f"{module.replace('/', '.')}:{function}"

    for stack, seconds in session.frame_records:
        yield [name_place(frame) for frame in stack], seconds


def share_samples(
    samples: Iterable[tuple[Sequence[Place], float]], parts: Sequence[Part]
) -> Profile:
    """Return the share of each part and of the rest; a sample is a stack and its seconds."""
    find = cache(lambda place: find_part(place, parts))
    seconds = dict.fromkeys((*(part.name for part in parts), REST), 0.0)
    for stack, taken in samples:
        names = (find(place) for place in reversed(stack))
        seconds[next(filter(None, names), REST)] += taken
    whole = sum(seconds.values()) or 1.0
    return {name: taken / whole for name, taken in seconds.items()}


def find_part(place: Place, parts: Sequence[Part]) -> str | None:
    """Return the name of the first part that a frame is in."""
    for part in parts:
        for prefix in part.places:
            if f"{place}:".startswith((f"{prefix}:", f"{prefix}.")):
                return part.name
    return None


def write_profiles(profiles: Mapping[str, Profile], limit: str) -> str:
    """Return the table of a path, and what its limit is; the largest parts go first."""
    first = next(iter(profiles.values()))
    ordered = sorted(first, key=lambda name: (name == REST, -first[name]))
    rows = [[name, *(f"{each[name]:.0%}" for each in profiles.values())] for name in ordered]
    return f"{write_table(['where the time goes', *profiles], rows)}\n\n{limit}"


def sum_shares(profile: Profile, *parts: Part) -> str:
    """Return what some parts take together, for a sentence."""
    return f"{sum(profile[part.name] for part in parts):.0%}"
