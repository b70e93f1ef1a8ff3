"""Command: the archive keeps what no page says, so that a lost database can be made again whole.

The copy is brought up to date at the end of each run, and a database that nothing was ever read
into begins with it. No transaction spans both files: a run that is killed before its end leaves
the copy as old as it was, and the next one brings it up to date.
"""

from __future__ import annotations

from msgspec.structs import astuple
from sqlite_utils import Database

from db.held import read_as_none
from db.keeping import bring_back, is_new, list_pages, list_problems
from db.ledger import Run
from db.loading import load_readings
from scraper import keeping
from scraper.archive import Archive
from scraper.keeping import KeptPage, KeptProblem


def keep_words(database: Database, archive: Database) -> None:
    """Bring the copy in the archive up to date."""
    problems = (KeptProblem(*row) for row in list_problems(database))  # type: ignore[arg-type]
    pages = (KeptPage(*row) for row in list_pages(database))  # type: ignore[arg-type]
    keeping.keep(archive, problems, pages)


def recall_words(database: Database, archive: Database, run: Run) -> None:
    """Begin a new database with what the archive has kept; any other is left as it is."""
    if not is_new(database):
        return
    pages = keeping.list_pages(archive)
    held = [(page.archive_id, page.text) for page in pages if page.word == "held"]
    problems = [astuple(problem) for problem in keeping.list_problems(archive)]
    bring_back(database, run, problems, held)
    discarded = {page.archive_id: page.text for page in pages if page.word == "discarded"}
    if discarded:
        listed = [s for s in Archive(archive).snapshots() if s.archive_id in discarded]
        issues = run.counts.issues
        load_readings(
            database, run, [(s, read_as_none(s, discarded[s.archive_id])) for s in listed]
        )
        # They were counted when they came.
        run.counts.issues = issues
