"""Load: takes back observations, so that all is what it would be had they never been made.

A reading that no other observation shares goes with it, and what rested on it is computed from
those that are left (``db.computing``). What is kept of pages as they were read, and is not
computed, is cleared: samples of their text in the coverage of runs, the names that they were
asked for by.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterator, Mapping

from msgspec import Struct
from sqlite_utils import Database

from db.held import release_pages
from db.ledger import Run
from db.settling import settle
from db.touching import Touched, drop_unseen, touch_readings, write_ids

IsForgotten = Callable[[str | None], bool]

SELECT_SNAPSHOTS = """
SELECT archive_id, sha256, address, url FROM snapshots JOIN readings USING (reading_id)
"""
SELECT_GOING = """
SELECT reading_id, observed_at, coalesce(site, '')
FROM json_each(?) JOIN snapshots ON archive_id = value JOIN readings USING (reading_id)
"""
DELETE_SNAPSHOTS = "DELETE FROM snapshots WHERE archive_id IN (SELECT value FROM json_each(?))"
SELECT_RESTING = """
WITH going AS (SELECT key FROM snapshots WHERE archive_id IN (SELECT value FROM json_each(?))),
shown AS (
    SELECT DISTINCT subject, subject_id FROM v1_sightings
    WHERE snapshot_id IN (SELECT key FROM going)
)
SELECT shown.subject, count(*) FROM shown
WHERE NOT EXISTS (
    SELECT 1 FROM v1_sightings AS other
    WHERE other.subject = shown.subject AND other.subject_id = shown.subject_id
        AND other.snapshot_id NOT IN (SELECT key FROM going)
)
GROUP BY shown.subject
"""
SELECT_FETCH_ISSUES = "SELECT issue_id, subject, url, message FROM issues WHERE stage = 'fetch'"
# What a page that goes has resolved is open again, unless another page that it was asked for by
# the same name has resolved it too.
REOPEN_FETCH = """
UPDATE issues SET resolved_at = (
    SELECT min(observed_at) FROM snapshots
    WHERE archive_id IN (SELECT value FROM json_each(?)) AND observed_at >= issues.last_seen_at
)
WHERE stage = 'fetch' AND subject = ? AND resolved_at IN (SELECT value FROM json_each(?))
"""
CLEAR_COVERAGE = """
UPDATE coverage SET sample = NULL, found = NULL
WHERE (?1 IS NULL OR site IN (SELECT value FROM json_each(?1)))
    AND (sample IS NOT NULL OR found IS NOT NULL)
"""
FORGOTTEN_SOURCE = "(taken down)"


class Observation(Struct, frozen=True):
    """One snapshot that was read: its rows here and in the archive, and what it is known by."""

    archive_id: int
    sha256: str
    address: str | None
    url: str | None


def find_observations(
    database: Database, is_wanted: Callable[[Observation], bool]
) -> list[Observation]:
    """Return the snapshots that were read and of which this holds."""
    rows = database.conn.execute(SELECT_SNAPSHOTS)
    return [seen for seen in (Observation(*row) for row in rows) if is_wanted(seen)]


def count_resting(database: Database, observations: Collection[Observation]) -> dict[str, int]:
    """Count by subject (``entry``, ``quote``) what these observations show and no others do."""
    ids = write_ids(seen.archive_id for seen in observations)
    return dict(database.conn.execute(SELECT_RESTING, (ids,)).fetchall())


def forget_observations(
    database: Database,
    run: Run,
    observations: Collection[Observation],
    *,
    pages: Collection[int],
    reached: Mapping[str, Collection[int]],
    is_forgotten: IsForgotten,
) -> None:
    """Take back what was read of archived pages, in one transaction.

    ``pages`` are the archive's rows of all that go, also of those that were never read;
    ``reached`` tells for each name that they were asked for by which pages that stay were, too;
    ``is_forgotten`` whether a text is, or names, an address that was taken down.
    """
    connection = database.conn
    with database.atomic():
        ids = (write_ids(seen.archive_id for seen in observations),)
        going = connection.execute(SELECT_GOING, ids).fetchall()
        readings, times, sites = ({row[column] for row in going} for column in range(3))
        touched = Touched()
        touch_readings(database, readings, touched)
        connection.execute(DELETE_SNAPSHOTS, ids)
        drop_unseen(database, readings, touched)
        settle(database, run, [], touched)
        for name, others in reached.items():
            keys = (write_ids(sorted(others)), name, write_ids(sorted(times)))
            connection.execute(REOPEN_FETCH, keys)
        for archive_id in pages:
            release_pages(database, [archive_id])
        # Of a page that was held back it is not known here of which site it was read.
        is_known = {seen.archive_id for seen in observations} >= set(pages)
        cleared = write_ids(sorted({"", *sites})) if is_known else None
        connection.execute(CLEAR_COVERAGE, (cleared,))
        _forget_names(database, is_forgotten)


def count_names(database: Database, is_forgotten: IsForgotten) -> int:
    """Count the issues of fetching, and the runs, that name an address."""
    issues, runs = _list_issues(database, is_forgotten), _list_runs(database, is_forgotten)
    return len(list(issues)) + len(list(runs))


def _forget_names(database: Database, is_forgotten: IsForgotten) -> None:
    for issue_id in list(_list_issues(database, is_forgotten)):
        database.conn.execute("DELETE FROM issues WHERE issue_id = ?", (issue_id,))
    for run_id, settings in list(_list_runs(database, is_forgotten)):
        row = (json.dumps(settings, sort_keys=True), run_id)
        database.conn.execute("UPDATE runs SET settings = ? WHERE run_id = ?", row)


def _list_issues(database: Database, is_forgotten: IsForgotten) -> Iterator[int]:
    for issue_id, *names in database.conn.execute(SELECT_FETCH_ISSUES):
        if any(map(is_forgotten, names)):
            yield issue_id


def _list_runs(
    database: Database, is_forgotten: IsForgotten
) -> Iterator[tuple[int, dict[str, object]]]:
    """Yield the runs that were given such an address as a source, and what is left to say of it."""
    for run_id, text in database.conn.execute("SELECT run_id, settings FROM runs"):
        settings = json.loads(text)
        sources = settings.get("sources", [])
        kept = [FORGOTTEN_SOURCE if is_forgotten(source) else source for source in sources]
        if kept != sources:
            yield run_id, {**settings, "sources": kept}
