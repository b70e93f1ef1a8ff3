"""Command: erases from both files what tombstones stand for, to the last byte.

The tombstone comes first: from then on nothing brings back what it stands for, and whatever ends
this work in the middle, the next run that writes finishes it before it does anything else. No
transaction spans both files, so every step finds what is left to do by the tombstones alone.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import cache

from msgspec import Struct
from sqlite_utils import Database

from db.forgetting import Observation, find_observations, forget_observations
from db.ledger import close_run, open_run
from db.resolving.forgetting import forget_decisions, list_ids, list_shown_ids
from db.searching import make_search
from scraper.forgetting import Doomed, find_doomed, list_reached, remove_doomed
from scraper.times import format_time, read_clock
from scraper.tombstones import bury_copy, hash_address, is_named, list_unapplied, note_applied
from versusdb import __version__
from versusdb.errors import DatabaseBusyError
from versusdb.keeping import keep_words, recall_words
from versusdb.versions import digest_reader

# It sees no pages, and meets no issues.
UNTRACKED = ("pages_seen", "pages_fetched", "pages_unchanged", "pages_failed", "issues")


class Erasure(Struct, frozen=True):
    """What goes from both files for some tombstones.

    ``copies`` are observations of bytes that came as a file or under another address, and say
    that they are the page of an address that is taken down.
    """

    doomed: Doomed
    observations: list[Observation]
    copies: list[Observation]
    is_forgotten: Callable[[str | None], bool]


def plan_erasure(database: Database, archive: Database, hashes: Collection[str]) -> Erasure:
    """Find what goes for the tombstones with these hashes; change nothing."""

    @cache
    def is_forgotten(text: str | None) -> bool:
        return is_named(text, hashes)

    def came_from(seen: Observation) -> bool:
        # In its one form, as the archive keeps it.
        return seen.address is not None and hash_address(seen.address) in hashes

    copies = find_observations(
        database,
        lambda seen: seen.url != seen.address and is_forgotten(seen.url) and not came_from(seen),
    )
    all_hashes = {*hashes, *(seen.sha256 for seen in copies)}
    doomed = find_doomed(archive, all_hashes)
    going = set(doomed.archive_ids)
    observations = find_observations(
        database,
        lambda seen: seen.archive_id in going or seen.sha256 in all_hashes or came_from(seen),
    )
    return Erasure(doomed, observations, copies, is_forgotten)


def erase_forgotten(database: Database, archive: Database) -> None:
    """Erase what was taken down and has not gone yet; costs nothing if there is none.

    Raises ``DatabaseBusyError`` while a reader keeps old pages of a file in use.
    """
    hashes = list_unapplied(archive)
    if not hashes:
        return
    for each in (database, archive):
        each.conn.execute("PRAGMA secure_delete = ON")
    erasure = plan_erasure(database, archive, hashes)
    for copy in erasure.copies:
        bury_copy(archive, copy.url, copy.sha256)
    _take_back(database, archive, erasure)
    remove_doomed(archive, erasure.doomed)
    make_search(database)
    _wipe(database, "the database")
    _wipe(archive, "its archive")
    note_applied(archive)


def _take_back(database: Database, archive: Database, erasure: Erasure) -> None:
    run = open_run(
        database,
        command="forget",
        started_at=format_time(read_clock()),
        settings={},
        code_version=__version__,
        reader_version=digest_reader(),
        untracked=UNTRACKED,
    )
    status = "failed"
    try:
        recall_words(database, archive, run)
        with database.atomic():
            before = list_ids(database)
            shown = list_shown_ids(database, [seen.archive_id for seen in erasure.observations])
            forget_observations(
                database,
                run,
                erasure.observations,
                pages=erasure.doomed.pages,
                reached=list_reached(archive, erasure.doomed),
                is_forgotten=erasure.is_forgotten,
            )
            forget_decisions(database, before - list_ids(database), shown)
        # What entries are compared by says what they said.
        # Only here: all that is compared takes a while to import.
        from db.resolving.resolver import resolve_entries

        resolve_entries(database)
        # The copy that the archive keeps goes with it.
        keep_words(database, archive)
        status = "clean"
    finally:
        close_run(database, run, status=status, finished_at=format_time(read_clock()))


def _wipe(database: Database, name: str) -> None:
    """Write a file anew without what was deleted from it, now or ever, and empty its -wal."""
    database.conn.execute("VACUUM")
    is_busy, *_ = database.conn.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    if is_busy:
        raise DatabaseBusyError(
            f"a program that reads {name} keeps what was taken down in its -wal; end it, and run "
            "the same command: it finishes the taking down first"
        )
