"""Command: ``archive export`` writes the archive as one WARC file, whole or not at all."""

from __future__ import annotations

import json
import os
from contextlib import closing
from pathlib import Path

from sqlite_utils import Database

from scraper.showing import show_path
from scraper.times import format_time, read_clock
from scraper.warc.writing import WarcExport
from versusdb import __version__
from versusdb.errors import CLEAN, ISSUES, FileRefusedError
from versusdb.files import resolve_path
from versusdb.machine_errors import name_database, name_file
from versusdb.progress import Progress, show_progress, tell
from versusdb.reports import plural
from versusdb.store import name_archive, open_archive_alone

SUFFIX = ".warc.gz"


def run_export(*, path: Path, db: Path, is_json: bool) -> int:
    """Export, print the counts; return 3 if a snapshot could not be written, else 0."""
    if not path.name.lower().endswith(SUFFIX):
        raise FileRefusedError(f"expected a name that ends with {SUFFIX}", where=path)
    refuse_existing(path)
    with (
        closing(open_archive_alone(db)) as archive,
        name_database(name_archive(resolve_path(db))),
        show_progress("Exporting") as progress,
    ):
        counts, failed = export(archive, path, progress)
    status = ISSUES if failed else CLEAN
    if is_json:
        summary = {
            "command": "archive export",
            "exit_status": status,
            "db": show_path(db),
            "file": show_path(path),
            "bytes": path.stat().st_size,
            "records": counts,
            "snapshots_failed": failed,
        }
        tell(json.dumps(summary))
    else:
        shown = ", ".join(f"{count:,} {kind}" for kind, count in counts.items())
        tell(f"{path}: {plural(sum(counts.values()), 'record')} ({shown})")
        if failed:
            tell(f"{plural(failed, 'snapshot')} could not be written")
    return status


def export(archive: Database, path: Path, progress: Progress) -> tuple[dict[str, int], int]:
    """Write the file beside its place and move it there when it is whole.

    Return the number of records by their type, and that of snapshots that were not written.
    """
    part = path.with_name(f"{path.name}.part")
    failed = 0
    try:
        with name_file(part), part.open("wb") as out:
            writer = WarcExport(archive, out)
            total = writer.count_snapshots()
            problems = writer.write(
                software=f"versusdb/{__version__}",
                filename=show_path(Path(path.name)),
                at=format_time(read_clock()),
            )
            for done, problem in enumerate(problems, start=1):
                if problem is not None:
                    failed += 1
                    progress.say(f"{problem.message} [{problem.code}]")
                progress.advance(done, total)
            out.flush()
            os.fsync(out.fileno())
        refuse_existing(path)
        part.rename(path)
    finally:
        part.unlink(missing_ok=True)
    return writer.counts, failed


def refuse_existing(path: Path) -> None:
    """Raise for a file that is there already; it may be the only copy of something."""
    if os.path.lexists(path):
        raise FileRefusedError(
            "is there already, and is kept", where=path, remedy="name another file"
        )
