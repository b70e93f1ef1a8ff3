"""Bench: where the time of loading goes."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from bench.load.small import read_pages
from bench.load.with_versusdb import Loader
from bench.profiling import SQLITE, Part, profile_call, sum_shares, write_profiles
from versusdb.judging import BATCH_PAGES

OPENING = Part("opening the file: its schema", ("versusdb.files", "versusdb.migrating"))
SHEETS = Part("what a page shows, taken apart", ("db.sheets",))
KEYS = Part("keys and digests", ("db.keys",))
KNOWN = Part("which cards and quotes are there", ("db.cards", "db.linking", "db.quoting"))
ROWS = Part("rows of pages, and what they show", ("db.loading", "db.comparisons", "db.issues"))
FOLLOWS = Part(
    "what follows for entries and quotes",
    ("db.settling", "db.touching", "db.computing", "db.history", "db.storing", "db.repeating"),
)
PARTS = (SQLITE, OPENING, SHEETS, KEYS, KNOWN, ROWS, FOLLOWS)


def profile_loading(pages: int) -> str:
    """Load so many pages into a new file; return the table of parts, and what the limit is."""
    read = list(read_pages(pages))

    def load(path: Path) -> None:
        loader = Loader(path)
        for start in range(0, len(read), BATCH_PAGES):
            loader.load(read[start : start + BATCH_PAGES])
        loader.close()

    with TemporaryDirectory(prefix="bench-load-") as folder:
        profile = profile_call(lambda: load(Path(folder, "x.db")), PARTS)
    limit = (
        f"The limit is SQLite, {sum_shares(profile, SQLITE)} with the indexes of the search; what "
        "a page shows is taken apart and given its keys whether it is new or not, "
        f"{sum_shares(profile, SHEETS, KEYS)}."
    )
    return write_profiles({"share": profile}, limit)
