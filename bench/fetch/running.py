"""Bench: the turns of a run, each contestant on a fresh database and then on its own again."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
import time
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeAlias

import zstandard
from msgspec import Struct

from bench.alone import COMMAND
from bench.fetch.contestants import Contestant, list_arguments, write_ingest
from bench.fetch.measuring import Usage, measure_command
from bench.fetch.site import Content
from scraper.compressing import LEVEL, PAGES_TO_TRAIN, train_dictionary

_SELECT_BYTES = """
SELECT avg(length(data)), avg(size) FROM bodies JOIN snapshots USING (sha256)
WHERE role = 'page' AND revisit_of IS NULL
"""
Parts: TypeAlias = dict[str, float]


class Turn(Struct, frozen=True):
    """What one contestant took: at first, and again with nothing changed."""

    first: Usage
    second: Usage


class Exchange(Struct, frozen=True):
    """What the bare exchange took, in seconds: of whole pages, and of answers that all is old."""

    full: Usage
    conditional: Usage


class Archived(Struct, frozen=True):
    """Bytes a page, as they are, kept by us, and kept without a dictionary; seconds to train.

    These are None on a site that has too few pages for a dictionary.
    """

    page_bytes: float
    kept_bytes: float
    plain_bytes: float
    training_seconds: float | None
    answered_304: int


class Results(Struct, frozen=True):
    """All turns of a run, in their order.

    ``single`` is a turn of ours on a single page; ``parts`` are the CPU seconds of the parts of a
    first and a second run of ours, which was watched.
    """

    turns: dict[str, list[Turn]]
    exchanges: list[Exchange]
    archived: Archived
    single: Turn
    parts: tuple[Parts, Parts]


class OtherContentError(Exception):
    """A contestant that has not stored what the site says."""


def run_turn(contestant: Contestant, root: str, expected: Content, folder: Path) -> Turn:
    """Let a contestant ingest the site twice; raise ``OtherContentError`` for other content."""
    path = folder / f"{contestant.name}.db"
    used = []
    for name in ("first", "second"):
        log = folder / f"{contestant.name}.{name}.log"
        used.append(measure_command(contestant.write_command(root, path), log))
        found = contestant.count_content(path)
        if found != expected:
            raise OtherContentError(
                f"{contestant.name}, {name} run: expected {expected}, stored {found}"
            )
    return Turn(*used)


def run_exchange(root: str) -> Exchange:
    """Let httpx alone ask for every page, and again with the validators that it was given."""
    command = [sys.executable, "-m", "bench.fetch.with_httpx", f"{root}/sitemap.xml"]
    ended = subprocess.run(command, check=True, capture_output=True, text=True)
    spent = json.loads(ended.stdout)
    return Exchange(*(Usage(**spent[name], peak_bytes=0) for name in ("full", "conditional")))


def run_single(address: str) -> Turn:
    """Let versusdb ingest one page, twice: what it takes to start and to end."""
    with TemporaryDirectory(prefix="bench-fetch-") as folder:
        command = write_ingest(address, Path(folder, "single.db"))
        return Turn(*(measure_command(command, Path(folder, f"{n}.log")) for n in range(2)))


def run_profile(root: str) -> tuple[Parts, Parts]:
    """Let versusdb ingest the site twice, its parts watched."""
    with TemporaryDirectory(prefix="bench-fetch-") as folder:
        arguments = list_arguments(f"{root}/", Path(folder, "watched.db"))
        command = [*COMMAND, "-m", "bench.fetch.profiling", *arguments]
        runs = [
            subprocess.run(command, check=True, capture_output=True, text=True) for _ in range(2)
        ]
        first, second = (json.loads(run.stderr.splitlines()[-1]) for run in runs)
        return first, second


def measure_archive(path: Path, site: Path) -> Archived:
    """Return what the archive of a first run took, against zstd without a dictionary."""
    bodies = [page.read_bytes() for page in sorted((site / "compare").iterdir())]
    plain = zstandard.ZstdCompressor(level=LEVEL)
    training_seconds: float | None = None
    if len(bodies) > PAGES_TO_TRAIN:
        start = time.perf_counter()
        train_dictionary(bodies[:PAGES_TO_TRAIN])
        training_seconds = time.perf_counter() - start
    with closing(sqlite3.connect(path)) as archive:
        kept_bytes, page_bytes = archive.execute(_SELECT_BYTES).fetchone()
        (answered_304,) = archive.execute(
            "SELECT count(*) FROM snapshots WHERE status = 304 AND role = 'page'"
        ).fetchone()
    return Archived(
        page_bytes=page_bytes,
        kept_bytes=kept_bytes,
        plain_bytes=sum(len(plain.compress(body)) for body in bodies) / len(bodies),
        training_seconds=training_seconds,
        answered_304=answered_304,
    )


def run_turns(
    contestants: Sequence[Contestant], root: str, expected: Content, site: Path, repeat: int
) -> Results:
    """Let contestants take turns, each ``repeat`` times on a fresh database; the first is ours."""
    order = list(contestants)
    turns: dict[str, list[Turn]] = {contestant.name: [] for contestant in order}
    exchanges = []
    archived: Archived | None = None
    for number in range(1, repeat + 1):
        exchanges.append(run_exchange(root))
        for contestant in order:
            with TemporaryDirectory(prefix="bench-fetch-") as folder:
                turn = run_turn(contestant, root, expected, Path(folder))
                turns[contestant.name].append(turn)
                if archived is None and contestant is contestants[0]:
                    archived = measure_archive(Path(folder, f"{contestant.name}.archive.db"), site)
            print(
                f"{number} of {repeat}: {contestant.name} {turn.first.seconds:.1f} s, "
                f"again {turn.second.seconds:.1f} s",
                file=sys.stderr,
            )
        order.append(order.pop(0))
    assert archived is not None
    page = next((site / "compare").iterdir()).name
    single = run_single(f"{root}/compare/{page}")
    return Results(turns, exchanges, archived, single, run_profile(root))
