"""Bench: the turns of a run: all write, all read back, the limit before and after each."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeAlias

import msgspec
from msgspec import Struct

from bench.archive.contestants import CONTESTANTS, LIMIT, OURS, Contestant
from bench.archive.pages import list_files
from bench.archive.profiling import Shares
from bench.archive.working import Spent
from bench.fetch.measuring import measure_command

CHECKED = ", digests checked"
# What is done: its name in the table, by which step, by whom.
Task: TypeAlias = tuple[str, str, Contestant]
WRITING: tuple[Task, ...] = tuple((each.name, "write", each) for each in CONTESTANTS)
READING: tuple[Task, ...] = tuple(
    (f"{each.name}{CHECKED if step == 'check' else ''}", step, each)
    for each in CONTESTANTS
    for step in ("read", "check")
    if step == "read" or each.checks
)
PICKING: tuple[Task, ...] = tuple((each.name, "pick", each) for each in CONTESTANTS if each.picks)

# And by which step of the limit's it is measured.
TABLES = (("write", WRITING), ("read", READING), ("pick", PICKING))


class Turns(Struct, frozen=True):
    """What the turns of one task took, and their ratios to the limit's."""

    spent: list[Spent]
    ratios: list[float]


class Results(Struct, frozen=True):
    """All turns by the names of their tasks; sizes of the files in bytes; shares of our time."""

    pages: int
    raw_bytes: int
    writing: dict[str, Turns]
    reading: dict[str, Turns]
    picking: dict[str, Turns]
    sizes: dict[str, int]
    parts: Sequence[Shares]


def run_turns(site: Path, rounds: int, tell: Callable[[str], object]) -> Results:
    """Let all contestants write a site's pages and read them back, in turns."""
    writing: dict[str, Turns] = {}
    reading: dict[str, Turns] = {}
    picking: dict[str, Turns] = {}
    sizes: dict[str, int] = {}
    with TemporaryDirectory(prefix="bench-archive-") as name:
        folder = Path(name)

        def run(step: str, contestant: Contestant) -> Spent:
            return run_step(step, contestant, site, folder)

        for contestant in (LIMIT, *CONTESTANTS):
            run("prepare", contestant)
        for number in range(rounds):
            tell(f"round {number + 1} of {rounds}")
            for (step, tasks), turns in zip(TABLES, (writing, reading, picking), strict=True):
                shift = number % len(tasks)
                take_turns(step, (*tasks[shift:], *tasks[:shift]), turns, run)
            for each in (LIMIT, *CONTESTANTS):
                path = folder / each.file
                sizes[each.name] = path.stat().st_size
                path.unlink()
        tell("watching where the time goes")
        parts = run_profile(site, folder)
    files = list_files(site)
    raw_bytes = sum(file.stat().st_size for file in files)
    return Results(len(files), raw_bytes, writing, reading, picking, sizes, parts)


def take_turns(
    step: str,
    tasks: Sequence[Task],
    turns: dict[str, Turns],
    run: Callable[[str, Contestant], Spent],
) -> None:
    """Run each task once, a step of the limit's before and after it, and add what they took."""
    limit = turns.setdefault(LIMIT.name, Turns([], []))
    before = run(step, LIMIT)
    for name, own_step, contestant in tasks:
        spent = run(own_step, contestant)
        after = run(step, LIMIT)
        mine = turns.setdefault(name, Turns([], []))
        mine.spent.append(spent)
        mine.ratios.append(2 * spent.cpu_seconds / (before.cpu_seconds + after.cpu_seconds))
        limit.spent.append(after)
        before = after


def run_step(step: str, contestant: Contestant, site: Path, folder: Path) -> Spent:
    """Run a step in a process of its own; raise ``CommandFailedError`` if it fails."""
    path = folder / contestant.file
    return msgspec.json.decode(
        _run(folder, "bench.archive.working", step, contestant.module, str(site), str(path)),
        type=Spent,
    )


def run_profile(site: Path, folder: Path) -> list[Shares]:
    """Return by part which share of the time versusdb's writing takes, and its reading."""
    return msgspec.json.decode(
        _run(folder, "bench.archive.profiling", str(site), str(folder / OURS.file)),
        type=list[Shares],
    )


def _run(folder: Path, module: str, *arguments: str) -> bytes:
    log = folder / "log"
    measure_command([sys.executable, "-m", module, *arguments], log)
    return log.read_bytes().splitlines()[-1]
