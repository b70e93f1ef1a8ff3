"""Bench: where the writer's time goes while other processes read."""

from __future__ import annotations

from pathlib import Path

from bench.profiling import Part, profile_command, sum_shares, write_profiles

WAITING = Part("waiting for the readers", ("versusdb.reading_ahead",))
RECORDS = Part("WARC: gzip, heads, digests", ("scraper.warc",))
ARCHIVE = Part(
    "archive: SHA-256, zstd, rows", ("scraper.archive", "scraper.compressing", "scraper.repeats")
)
KEEPING = Part("readings until they are loaded, coverage", ("versusdb.spool", "db.coverage"))
LOADING = Part("loading", ("db.loading", "db.searching", "versusdb.judging"))
RESOLVING = Part("resolving", ("db.resolving", "versusdb.resolving"))
COMPUTING = Part("computing what follows", ("db.settling",))
COMPARING = Part("comparing before and after", ("db.comparing", "versusdb.differences"))
PARTS = (WAITING, RECORDS, ARCHIVE, KEEPING, LOADING, RESOLVING, COMPUTING, COMPARING)


def profile_writer(warc: Path) -> str:
    """Ingest a WARC file and read its pages again, both with two readers; return the table."""
    ingest = ("ingest", "--workers", "2", "--db", "profiled.db", str(warc))
    reparse = ("reparse", "--all", "--workers", "2", "--db", "profiled.db")
    profiles = {
        "ingest": profile_command(ingest, warc.parent, PARTS),
        "reparse": profile_command(reparse, warc.parent, PARTS),
    }
    waited = sum_shares(profiles["reparse"], WAITING)
    own = sum_shares(profiles["ingest"], RECORDS, ARCHIVE)
    limit = (
        "One process writes, and these are the shares of its time by the wall, with two that read; "
        "where theirs goes is told under *Reading a page*. Reading again is limited by the "
        f"readers: the writer waits for them {waited} of its time, and more cores would help. An "
        f"ingest is also limited by the writer itself, which takes WARC files apart and archives "
        f"them ({own}), and then loads and resolves alone."
    )
    return write_profiles(profiles, limit)
