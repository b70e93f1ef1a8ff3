"""Load: readings in, sightings out, and everything that follows from them computed anew.

A batch is one transaction. What a snapshot showed before, when an older reader read it, is
taken back; then whatever the batch changed is computed again from all that was observed of it
(``db.settling``), so that the order in which pages arrive cannot matter.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from pyroaring import BitMap64
from sqlite_utils import Database

from db.bitmaps import collect_rows
from db.cards import Known, put_cards
from db.held import release_pages
from db.issues import put_reading_issues, resolve_fetching
from db.keys import snapshot_key
from db.ledger import Run
from db.settling import Seen, note_earlier, settle
from db.sheets import Sheet, read_sheet
from db.touching import Touched, drop_unseen, find_last, touch_readings, write_ids
from parsers.records import Reading, Snapshot

SELECT_KNOWN = """
SELECT key, reading_id FROM snapshots WHERE key IN (SELECT value FROM json_each(?))
"""
SELECT_SAME = """
SELECT kind, site, url, subject, title, own_keys, is_whole, content_type, reader FROM readings
WHERE reading_id = ?
"""
UPDATE_READER = "UPDATE readings SET reader_version = ? WHERE reading_id = ?"
SELECT_SIDES = """
SELECT position, digest, place, quote_places FROM sightings JOIN cards USING (card_id)
WHERE reading_id = ? ORDER BY position
"""
SELECT_SAID = """
SELECT code, field, reading_issues.message, reading_issues.expected, reading_issues.found
FROM reading_issues JOIN issues USING (issue_id)
WHERE reading_id = ? AND stage = 'parse' ORDER BY code, field
"""
INSERT_COMPARISON = """
INSERT INTO comparisons (comparison_id, key, site, url, title, first_seen_at, last_seen_at)
VALUES (?, ?, ?, ?, ?, ?6, ?6)
"""
INSERT_COMPARISON_ENTRY = "INSERT INTO comparison_entries VALUES (?, ?, ?)"
INSERT_READING = """
INSERT INTO readings (reading_id, kind, site, url, page, subject, title, own_keys, is_whole,
    content_type, reader, reader_version)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
UPSERT_SNAPSHOT = """
INSERT INTO snapshots (archive_id, key, run_id, reading_id, sha256, address, observed_at, status)
VALUES (?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (key) DO UPDATE SET archive_id = excluded.archive_id, reading_id = excluded.reading_id
"""
INSERT_SIGHTING = "INSERT INTO sightings VALUES (?, ?, ?, ?, ?)"
SELECT_COMPARISONS = "SELECT c.key FROM json_each(?) CROSS JOIN comparisons AS c ON c.key = value"


def load_readings(
    database: Database, run: Run, readings: Iterable[tuple[Snapshot, Reading]]
) -> None:
    """Load a batch in one transaction, and count its issues in ``run``."""
    batch = list(readings)
    # Of one observation the last reading holds.
    sheets = {
        (key := snapshot_key(snapshot)): read_sheet(key, snapshot, reading)
        for snapshot, reading in batch
    }
    with database.atomic():
        touched = Touched()
        known = dict(database.conn.execute(SELECT_KNOWN, (write_ids(sheets),)).fetchall())
        same = {key for key in known if _is_same(database, known[key], sheets[key])}
        # What another reader reads as it was read before is its reading from now on.
        versions = [(run.reader_version, known[key]) for key in same]
        database.conn.executemany(UPDATE_READER, versions)
        new = [sheet for key, sheet in sheets.items() if key not in same]
        replaced = [known[key] for key in known.keys() - same]
        touch_readings(database, replaced, touched)
        cards = put_cards(database, run, new, touched)
        seen = _insert(database, run, new, cards, touched)
        drop_unseen(database, replaced, touched)
        release_pages(database, [snapshot.archive_id for snapshot, _ in batch])
        resolve_fetching(database, [snapshot for snapshot, _ in batch])
        settle(database, run, seen, touched)
    run.counts.issues += sum(len(reading.record.issues) for _, reading in batch)


def _is_same(database: Database, reading_id: int, sheet: Sheet) -> bool:
    """Tell whether a reading says what a sheet says, as another reader would read it again."""
    record, connection = sheet.reading.record, database.conn
    said = (
        sheet.kind, record.site, record.url, sheet.subject, sheet.title, _write_own(sheet),
        sheet.is_whole, sheet.snapshot.content_type, sheet.reading.reader,
    )  # fmt: skip
    if connection.execute(SELECT_SAME, (reading_id,)).fetchone() != said:
        return False
    sides = connection.execute(SELECT_SIDES, (reading_id,)).fetchall()
    if sides != [(s.position, s.digest, s.place, s.places) for s in sheet.sides]:
        return False
    # Of two issues with one code on one field, the first is kept.
    now = {(i.code, i.field): (i.message, i.expected, i.found) for i in reversed(record.issues)}
    issues = connection.execute(SELECT_SAID, (reading_id,)).fetchall()
    return {(code, field): tuple(said) for code, field, *said in issues} == now


def _write_own(sheet: Sheet) -> str | None:
    """Return whose the cards of a comparison are, where not all of them were read."""
    return json.dumps(sheet.own_keys) if sheet.own_keys and not sheet.is_whole else None


def _insert(
    database: Database,
    run: Run,
    sheets: Iterable[Sheet],
    cards: Mapping[str, Known],
    touched: Touched,
) -> list[Seen]:
    """Insert what the snapshots show; return what was seen in them."""
    reading_id = find_last(database, "reading_id", "readings")
    readings: list[tuple[object, ...]] = []
    snapshots: list[tuple[object, ...]] = []
    sightings: list[tuple[object, ...]] = []
    numbered: list[tuple[int, Sheet]] = []
    seen: list[Seen] = []
    for sheet in sheets:
        reading_id += 1
        snapshot, record = sheet.snapshot, sheet.reading.record
        shown = [cards[side.digest] for side in sheet.sides]
        if sheet.is_whole:
            page = sheet.name_page(tuple([card.entry_key for card in shown]))
        else:
            known = {s.position: card.entry_key for s, card in zip(sheet.sides, shown, strict=True)}
            page = sheet.name_page(
                tuple(known.get(n, key) for n, key in enumerate(sheet.own_keys, start=1))
            )
        readings.append(
            (
                reading_id, sheet.kind, record.site, record.url, page, sheet.subject, sheet.title,
                _write_own(sheet), sheet.is_whole, snapshot.content_type, sheet.reading.reader,
                run.reader_version,
            )
        )  # fmt: skip
        snapshots.append(
            (
                snapshot.archive_id, sheet.key, run.run_id, reading_id, snapshot.sha256,
                snapshot.address, snapshot.observed_at, snapshot.status,
            )
        )  # fmt: skip
        sightings += [
            (reading_id, side.position, card.card_id, side.place, side.places)
            for side, card in zip(sheet.sides, shown, strict=True)
        ]
        touched.names.update(side.name_key for side in sheet.sides if side.slug is None)
        if record.issues:
            numbered.append((reading_id, sheet))
        seen.append(
            Seen(
                observed_at=snapshot.observed_at,
                page=page,
                site=record.site or "",
                address=snapshot.address,
                url=record.url,
                title=sheet.title,
                subject=sheet.subject,
                is_whole=sheet.is_whole,
                has_issues=bool(record.issues),
                cards=tuple(shown),
            )
        )
    note_earlier(database, seen)
    _put_comparisons(database, seen)
    connection = database.conn
    connection.executemany(INSERT_READING, readings)
    connection.executemany(UPSERT_SNAPSHOT, snapshots)
    connection.executemany(INSERT_SIGHTING, sightings)
    put_reading_issues(database, run, numbered)
    return seen


def _put_comparisons(database: Database, seen: Iterable[Seen]) -> None:
    """Put the comparisons there that are new, each with what this first snapshot says of it."""
    whole = {each.page: each for each in reversed(list(seen)) if each.is_whole}
    there = {key for (key,) in database.conn.execute(SELECT_COMPARISONS, (write_ids(whole),))}
    comparison_id = find_last(database, "comparison_id", "comparisons")
    comparisons, entries = [], []
    for page, each in whole.items():
        if page in there:
            continue
        comparison_id += 1
        comparisons.append((comparison_id, page, each.site, each.url, each.title, each.observed_at))
        entries += [
            (comparison_id, position, card.entry_id)
            for position, card in enumerate(each.cards, start=1)
        ]
    database.conn.executemany(INSERT_COMPARISON, comparisons)
    database.conn.executemany(INSERT_COMPARISON_ENTRY, entries)


def count_snapshots(database: Database) -> int:
    """Return how many snapshots were read."""
    (count,) = database.conn.execute("SELECT count(*) FROM snapshots").fetchone()
    return int(count)


def has_other_readings(database: Database, reader_version: str) -> bool:
    """Tell whether the reading of any page is another reader's."""
    sql = "SELECT 1 FROM readings WHERE reader <> 'none' AND reader_version <> ? LIMIT 1"
    return database.conn.execute(sql, (reader_version,)).fetchone() is not None


def list_read(database: Database, reader_version: str | None = None) -> BitMap64:
    """Return the archive rows that were read, by any reader or by this version of it."""
    rows = database.conn.execute(
        "SELECT archive_id FROM snapshots JOIN readings USING (reading_id) "
        "WHERE ?1 IS NULL OR reader_version = ?1",
        (reader_version,),
    )
    return collect_rows(archive_id for (archive_id,) in rows)


def list_unknown(database: Database, archive_ids: Iterable[int]) -> set[int]:
    """Return those of some archived pages that were read and found to be none."""
    rows = database.conn.execute(
        "SELECT archive_id FROM snapshots JOIN readings USING (reading_id) "
        "WHERE kind = 'unknown' AND archive_id IN (SELECT value FROM json_each(?))",
        (write_ids(archive_ids),),
    )
    return {archive_id for (archive_id,) in rows}
