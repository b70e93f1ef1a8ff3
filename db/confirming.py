"""Load: observations that say what an earlier one said, without reading the page again.

What a page says is a function of its bytes, its address, the site and type it is read as, and
the reader. Where all of these are those of an observation before, its reading is theirs too, and
the new one shares it: one row, whatever the number of cards and quotes. The content is the same
as if the page had been read in full.
"""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace
from sqlite_utils import Database

from db.cards import Known
from db.issues import resolve_fetching
from db.keys import snapshot_key
from db.ledger import Run
from db.settling import Seen, note_earlier, settle
from db.touching import Touched
from parsers.records import Snapshot

# A page that was given up, or that the operator discarded, has no reader: it is read again.
SELECT_READ = """
SELECT s.key, s.observed_at, r.reading_id, page, r.site, url, title, subject, is_whole,
    EXISTS (SELECT 1 FROM reading_issues WHERE reading_issues.reading_id = r.reading_id)
FROM snapshots AS s JOIN readings AS r USING (reading_id)
WHERE s.archive_id = ?1 AND r.reader <> 'none' AND r.reader_version = ?2 AND r.content_type IS ?3
    AND NOT EXISTS (SELECT 1 FROM held_pages WHERE held_pages.archive_id = ?4)
    AND NOT EXISTS (SELECT 1 FROM snapshots AS known WHERE known.key = ?5)
"""
SELECT_CARDS = """
SELECT card_id, entry_id, entries.key, settled_at, page_url
FROM sightings CROSS JOIN cards USING (card_id) CROSS JOIN entries USING (entry_id)
WHERE reading_id = ? ORDER BY position
"""
INSERT_SNAPSHOT = """
INSERT INTO snapshots (archive_id, key, run_id, reading_id, sha256, address, observed_at, status)
VALUES (?, ?, ?, ?, ?, ?, ?, ?)
"""


def confirm_pages(
    database: Database, run: Run, pages: Iterable[tuple[Snapshot, int]]
) -> list[Snapshot]:
    """Note observations of unchanged pages in one transaction; return those that must be read.

    Beside each stands the archive's row of an observation with the same bytes. A page must be
    read where that one was not, or not by this reader, or has no reading: it was given up, is
    held back or was discarded. Issues are not counted: ``list_issues`` tells those of a page.
    """
    left: list[Snapshot] = []
    confirmed: dict[str, tuple[Snapshot, int, Seen]] = {}
    # What is confirmed in this batch is as good as what it was confirmed by.
    first: dict[int, int] = {}
    with database.atomic():
        for snapshot, same_as in pages:
            key = snapshot_key(snapshot)
            same_as = first.get(same_as, same_as)
            found = _find_reading(database, run, snapshot, key, same_as)
            if found is None or key in confirmed:
                left.append(snapshot)
            else:
                confirmed[key] = (snapshot, *found)
                first[snapshot.archive_id] = same_as
        seen = [each for *_, each in confirmed.values()]
        note_earlier(database, seen)
        database.conn.executemany(
            INSERT_SNAPSHOT,
            [
                (
                    snapshot.archive_id, key, run.run_id, reading_id, snapshot.sha256,
                    snapshot.address, snapshot.observed_at, snapshot.status,
                )
                for key, (snapshot, reading_id, _) in confirmed.items()
            ],
        )  # fmt: skip
        resolve_fetching(database, [snapshot for snapshot, *_ in confirmed.values()])
        settle(database, run, seen, Touched())
    return left


def _find_reading(
    database: Database, run: Run, snapshot: Snapshot, key: str, same_as: int
) -> tuple[int, Seen] | None:
    """Return the reading that a snapshot shares with an earlier one, and what is seen in it."""
    asked = (same_as, run.reader_version, snapshot.content_type, snapshot.archive_id, key)
    row = database.conn.execute(SELECT_READ, asked).fetchone()
    if row is None:
        return None
    earlier, earlier_at, reading_id, page, site, url, title, subject, is_whole, has_issues = row
    # The key tells address, bytes and site.
    if snapshot_key(replace(snapshot, observed_at=earlier_at)) != earlier:
        return None
    cards = database.conn.execute(SELECT_CARDS, (reading_id,))
    return reading_id, Seen(
        observed_at=snapshot.observed_at,
        page=page,
        site=site or "",
        address=snapshot.address,
        url=url,
        title=title,
        subject=subject,
        is_whole=bool(is_whole),
        has_issues=bool(has_issues),
        cards=tuple(Known(*card) for card in cards),
    )
