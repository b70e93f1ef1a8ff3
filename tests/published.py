"""A database of invented pages with a history, and data sets that are published of it."""

from __future__ import annotations

import signal
import subprocess
from pathlib import Path

from msgspec.structs import replace

from parsers.reading import parse_page
from tests.observing import A, B, C
from tests.pages import Card, write_html
from tests.running import run_module
from versusdb.ingesting import Settings, ingest
from versusdb.progress import show_progress
from versusdb.publishing import run_publish
from versusdb.working import Tools

# A critic has changed their mind, and the price went up.
A_LATER = replace(A, ships=(True, False, True, False), pricing="$12/mo")
CONTACT = "nobody-else-should-read-this@example.org"
DAYS: tuple[tuple[tuple[Card, Card], ...], ...] = (
    ((A, B), (A, C), (B, C)),
    ((A_LATER, B), (A_LATER, C)),
)


def make_database(folder: Path, days: int = len(DAYS)) -> Path:
    """Ingest the pages of the first days of May into a new database."""
    path = folder / "reviews.db"
    for day, pairs in enumerate(DAYS[:days], start=1):
        pages = folder / f"day{day}"
        pages.mkdir()
        for pair in pairs:
            name = "-vs-".join(card.slug or "" for card in pair)
            page = write_html(pair, canonical=f"https://shiporskip.io/compare/{name}")
            (pages / f"{name}.html").write_text(page)
        settings = Settings(
            sources=(str(pages),), observed_at=f"2026-05-0{day}T12:00:00Z", contact=CONTACT
        )
        with show_progress("Reading") as progress:
            assert (
                ingest(path, settings, Tools(progress=progress, parse=parse_page)).exit_status == 0
            )
    return path


def publish(path: Path, folder: Path, *, has_parquet: bool = True) -> Path:
    """Publish a database; return the folder of the set that is in its place now."""
    assert run_publish(
        folder=folder, db=path, has_parquet=has_parquet, keep_free=0, is_json=True
    ) == 0  # fmt: skip
    return folder.resolve()


def read_set(folder: Path) -> dict[str, bytes]:
    """Return the files of a set by their names within it."""
    paths = (path for path in folder.resolve().rglob("*") if path.is_file())
    return {path.relative_to(folder.resolve()).as_posix(): path.read_bytes() for path in paths}


def end_publish(
    step: int, path: Path, folder: Path, number: signal.Signals = signal.SIGKILL
) -> subprocess.CompletedProcess[str]:
    """Publish in a process of its own that gets a signal right before this step; 0 for none."""
    arguments = ("publish", str(folder), "--db", str(path), "--no-parquet")
    place = (str(step), str(int(number)))
    return run_module(Path(__file__).parent.parent, "tests.ended_publish", *place, *arguments)
