"""Bench: the turns of a run, each command in processes of its own and on fresh files."""

from __future__ import annotations

import json
import shutil
import sqlite3
from collections.abc import Callable, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

from msgspec import Struct

from bench.alone import COMMAND
from bench.fetch.measuring import Usage, measure_command
from bench.scale.archive import write_archive

# The parts of a command in which pages are read; the last of them is the one of a whole archive.
READING = ("Reading", "Reading the archive")
VIEWS = ("v1_tools", "v1_entries", "v1_comparisons", "v1_quotes")
PAGE_BYTES = 100_000
WARC = "crawl.warc.gz"


class Turn(Struct, frozen=True):
    """What a command took: of the whole, and from its start until all pages were read.

    ``read_seconds`` are by the wall, ``read_cpu`` those of the command and the processes that it
    has started itself.
    """

    usage: Usage
    read_seconds: float
    read_cpu: float


class Bare(Struct, frozen=True):
    """What a bare pool took, and the CPU seconds of getting pages and of parsing them."""

    usage: Usage
    getting: float
    parsing: float


class Results(Struct, frozen=True):
    """The turns of each contestant, by name; ``pages`` are in the archive."""

    pages: int
    ingests: dict[str, list[Turn]]
    reparses: dict[str, list[Turn]]
    bare: dict[int, list[Bare]]


class Growth(Struct, frozen=True):
    """One ingest of so many small pages."""

    pages: int
    usage: Usage


class OtherContentError(Exception):
    """A contestant that has stored something else than the others."""


def run_module(module: str, *arguments: str, log: Path) -> tuple[Usage, Any]:
    """Run a module of the bench; return what it took, and the last line that it printed."""
    usage = measure_command([*COMMAND, "-m", f"bench.scale.{module}", *arguments], log)
    return usage, json.loads(log.read_text(encoding="utf-8").splitlines()[-1])


def run_command(module: str, *arguments: str, log: Path) -> Turn:
    """Run a command of versusdb."""
    usage, parts = run_module(module, *arguments, log=log)
    _, seconds, cpu, _ = [part for part in parts if part[0] in READING][-1]
    return Turn(usage, seconds, cpu)


def read_content(path: Path) -> list[int]:
    """Return what tells two databases apart: how much each view has, and what of it is named."""
    with closing(sqlite3.connect(path)) as connection:
        return [
            connection.execute(f"SELECT count(*) FROM {view}").fetchone()[0]  # noqa: S608 - ours
            for view in VIEWS
        ]


def run_turns(folder: Path, pages: int, rounds: int, tell: Callable[[str], None]) -> Results:
    """Have each contestant read one archive in its turn."""
    warc, log, kept = folder / WARC, folder / "log", folder / "kept.db"
    write_archive(warc, pages, PAGE_BYTES)
    ways: Mapping[str, tuple[str, ...]] = {
        "1 worker": ("phases", "ingest", "--workers", "1"),
        "2 workers": ("phases", "ingest", "--workers", "2"),
        "Dask, 2 workers": ("with_dask", "2", "ingest"),
    }
    ingests: dict[str, list[Turn]] = {name: [] for name in ways}
    reparses: dict[str, list[Turn]] = {name: [] for name in list(ways)[:2]}
    bare: dict[int, list[Bare]] = {number: [] for number in (0, 2)}
    contents: list[list[int]] = []
    for number in range(rounds):
        tell(f"round {number + 1} of {rounds}")
        for name, (module, *arguments) in ways.items():
            path = folder / "turn" / "x.db"
            shutil.rmtree(path.parent, ignore_errors=True)
            path.parent.mkdir()
            turn = run_command(module, *arguments, "--db", str(path), str(warc), log=log)
            ingests[name].append(turn)
            contents.append(read_content(path))
            if contents[-1] != contents[0]:
                raise OtherContentError(f"{name}: {contents[-1]}, expected {contents[0]}")
        if number == 0:
            for suffix in (".db", ".archive.db"):
                (folder / "turn" / f"x{suffix}").rename(kept.with_suffix(suffix))
        for workers, turns in enumerate(reparses.values(), start=1):
            options = ("--all", "--workers", str(workers), "--db", str(kept))
            turns.append(run_command("phases", "reparse", *options, log=log))
        for workers, limits in bare.items():
            archive = str(kept.with_suffix(".archive.db"))
            usage, told = run_module("with_pool", archive, str(workers), log=log)
            if told["pages"] != pages:
                raise OtherContentError(f"the bare pool: {told['pages']} pages, expected {pages}")
            limits.append(Bare(usage, told["getting"], told["parsing"]))
    return Results(pages, ingests, reparses, bare)


def grow(folder: Path, pages: int) -> Growth:
    """Ingest so many small pages."""
    warc, path = folder / f"{pages}.warc.gz", folder / f"{pages}" / "x.db"
    if not warc.exists():
        write_archive(warc, pages, None)
    shutil.rmtree(path.parent, ignore_errors=True)
    path.parent.mkdir()
    command = ("phases", "ingest", "--db", str(path), str(warc))
    return Growth(pages, run_command(*command, log=folder / "log").usage)
