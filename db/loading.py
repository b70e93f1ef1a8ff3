"""Load: readings in, sightings out, and everything that follows from them computed anew.

A batch is one transaction. What a snapshot showed before, when an older reader read it, is
taken back first; then the entries, quotes, comparisons and issues that the batch touched are
computed again from all their observations (``db.computing``), so that the order in which pages
arrive cannot matter.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence

from msgspec import Struct, field
from sqlite_utils import Database

from db.computing import FIELDS, Touched, compute_touched
from db.held import release_page
from db.issues import note_reading
from db.keys import comparison_key, entry_key, quote_key, snapshot_key
from db.ledger import Run
from parsers.records import Comparison, Issue, Reading, Record, Snapshot, ToolCard, ToolPage

UPSERT_SNAPSHOT = """
INSERT INTO snapshots (key, archive_id, run_id, sha256, address, url, site, observed_at, status,
    kind, page, subject, comparison_id, title, reader, reader_version)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (key) DO UPDATE SET archive_id = excluded.archive_id, url = excluded.url,
    site = excluded.site, kind = excluded.kind, page = excluded.page, subject = excluded.subject,
    comparison_id = excluded.comparison_id, title = excluded.title, reader = excluded.reader,
    reader_version = excluded.reader_version
RETURNING snapshot_id
"""
INSERT_ENTRY = """
INSERT INTO entries (key, run_id, site, slug, name, first_seen_at, last_seen_at)
VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (key) DO NOTHING
"""
INSERT_CARD = f"""
INSERT INTO cards (entry_id, digest, {", ".join(FIELDS)}, derived)
VALUES (?, ?, {", ".join("?" for _ in FIELDS)}, ?) ON CONFLICT (entry_id, digest) DO NOTHING
"""
INSERT_COMPARISON = """
INSERT INTO comparisons (key, site, title, first_seen_at, last_seen_at)
VALUES (?, ?, ?, ?, ?) ON CONFLICT (key) DO NOTHING
"""
INSERT_QUOTE = """
INSERT INTO quotes (key, entry_id, run_id, text, first_seen_at, last_seen_at)
VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (key) DO NOTHING
"""
INSERT_QUOTE_SIGHTING = """
INSERT INTO quote_sightings (snapshot_id, quote_id, reviewer, seat, score, verdict, place)
VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
"""


class Clean(Struct, frozen=True):
    """The parts of a record that no issue speaks of, and so may be loaded."""

    cards: tuple[ToolCard, ...]
    is_whole: bool
    has_quotes: bool


class Placed(Struct, frozen=True):
    """An entry's row and id, as one page's card found it."""

    entry_id: int
    key: str


class _Batch(Struct):
    run: Run
    touched: Touched = field(default_factory=Touched)


def load_readings(
    database: Database, run: Run, readings: Iterable[tuple[Snapshot, Reading]]
) -> None:
    """Load a batch in one transaction, and count its issues in ``run``."""
    batch = _Batch(run)
    issues = 0
    with database.atomic():
        for snapshot, reading in readings:
            _load_reading(database, batch, snapshot, reading)
            issues += len(reading.record.issues)
            release_page(database, snapshot.archive_id)
        compute_touched(database, run, batch.touched)
    run.counts.issues += issues


def list_read(database: Database, reader_version: str | None = None) -> set[int]:
    """Return the archive rows that were read, by any reader or by this version of it."""
    rows = database.conn.execute(
        "SELECT archive_id FROM snapshots WHERE ?1 IS NULL OR reader_version = ?1",
        (reader_version,),
    )
    return {archive_id for (archive_id,) in rows}


def is_unknown(database: Database, archive_id: int) -> bool:
    """Tell whether an archived page was read and found to be none."""
    row = database.conn.execute(
        "SELECT kind = 'unknown' FROM snapshots WHERE archive_id = ?", (archive_id,)
    ).fetchone()
    return row is not None and bool(row[0])


def choose_clean(record: Record) -> Clean:
    """Return what of a record may be loaded: an issue on a part keeps that part out."""
    if not isinstance(record, Comparison | ToolPage):
        return Clean((), False, False)
    cards = record.tools if isinstance(record, Comparison) else (record.tool,)
    spoiled = {_part_of(issue) for issue in record.issues}
    if "" in spoiled:
        return Clean((), False, False)
    clean = tuple(card for card in cards if f"tools.{card.position}" not in spoiled)
    has_quotes = isinstance(record, Comparison) and bool(record.quotes) and "quotes" not in spoiled
    return Clean(clean, len(clean) == len(cards), has_quotes)


def _part_of(issue: Issue) -> str:
    """Return the part of the record an issue keeps out: a card, the quotes, or all of it.

    An issue of the page around them (``page.…``) keeps nothing out: what it speaks of was not
    read at all.
    """
    parts = issue.field.split(".")
    if parts[0] == "tools" and len(parts) > 1:
        return f"tools.{parts[1]}"
    return parts[0] if parts[0] in ("quotes", "page") else ""


def _load_reading(database: Database, batch: _Batch, snapshot: Snapshot, reading: Reading) -> None:
    record, touched = reading.record, batch.touched
    clean = choose_clean(record)
    site = record.site or ""
    placed = {
        card.position: _place_entry(database, batch.run, site, card, snapshot)
        for card in clean.cards
    }
    subject = record.url or snapshot.address or snapshot.sha256
    comparison_id: int | None = None
    page = subject
    if isinstance(record, Comparison):
        # Known by its tools, also where a card of it cannot be loaded.
        page = comparison_key(site, [entry_key(site, card) for card in record.tools])
        if clean.is_whole:
            entries = [entry.entry_id for entry in placed.values()]
            comparison_id = _place_comparison(database, page, record, entries, snapshot)
            touched.comparisons.add(comparison_id)
    elif isinstance(record, ToolPage):
        page = entry_key(site, record.tool)
    key = snapshot_key(snapshot)
    take_back(database, key, touched)
    (snapshot_id,) = database.conn.execute(
        UPSERT_SNAPSHOT,
        (
            key, snapshot.archive_id, batch.run.run_id, snapshot.sha256, snapshot.address,
            record.url, record.site, snapshot.observed_at, snapshot.status,
            record.__struct_config__.tag, page, subject, comparison_id,
            record.title if isinstance(record, Comparison) else None,
            reading.reader, batch.run.reader_version,
        ),
    ).fetchone()  # fmt: skip
    _insert_sightings(database, batch, snapshot_id, snapshot, reading, clean, placed)
    note_reading(database, batch.run, snapshot_id, snapshot, record, subject)
    touched.subjects.add(subject)


def _place_entry(
    database: Database, run: Run, site: str, card: ToolCard, snapshot: Snapshot
) -> Placed:
    key = entry_key(site, card)
    seen_at = snapshot.observed_at
    database.conn.execute(
        INSERT_ENTRY, (key, run.run_id, site, card.slug, card.name, seen_at, seen_at)
    )
    (entry_id,) = database.conn.execute(
        "SELECT entry_id FROM entries WHERE key = ?", (key,)
    ).fetchone()
    return Placed(entry_id, key)


def _place_comparison(
    database: Database, key: str, record: Comparison, entries: Sequence[int], snapshot: Snapshot
) -> int:
    seen_at = snapshot.observed_at
    connection = database.conn
    connection.execute(INSERT_COMPARISON, (key, record.site, record.title, seen_at, seen_at))
    (comparison_id,) = connection.execute(
        "SELECT comparison_id FROM comparisons WHERE key = ?", (key,)
    ).fetchone()
    connection.executemany(
        "INSERT INTO comparison_entries VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
        [(comparison_id, position, entry_id) for position, entry_id in enumerate(entries, 1)],
    )
    return int(comparison_id)


def _insert_sightings(
    database: Database,
    batch: _Batch,
    snapshot_id: int,
    snapshot: Snapshot,
    reading: Reading,
    clean: Clean,
    placed: dict[int, Placed],
) -> None:
    places = {evidence.field: evidence.block for evidence in reading.evidence}
    connection, touched = database.conn, batch.touched
    for card in clean.cards:
        entry = placed[card.position]
        card_id = _place_card(database, entry.entry_id, card)
        prefix = f"tools.{card.position}" if isinstance(reading.record, Comparison) else "tool"
        place = places.get(f"{prefix}.name")
        connection.execute(
            "INSERT INTO card_sightings VALUES (?, ?, ?, ?, ?)",
            (snapshot_id, card.position, card_id, place, clean.has_quotes),
        )
        touched.entries.add(entry.entry_id)
    if not isinstance(reading.record, Comparison) or not clean.has_quotes:
        return
    for number, quote in enumerate(reading.record.quotes, start=1):
        if (owner := placed.get(quote.position)) is None:
            continue
        key, seen_at = quote_key(owner.key, quote.text), snapshot.observed_at
        row = (key, owner.entry_id, batch.run.run_id, quote.text, seen_at, seen_at)
        connection.execute(INSERT_QUOTE, row)
        (quote_id,) = connection.execute(
            "SELECT quote_id FROM quotes WHERE key = ?", (key,)
        ).fetchone()
        place = places.get(f"quotes.{number}.text")
        connection.execute(
            INSERT_QUOTE_SIGHTING,
            (
                snapshot_id, quote_id, quote.reviewer, quote.seat, quote.score, quote.verdict,
                place,
            ),
        )  # fmt: skip
        touched.quotes.add(quote_id)


def _place_card(database: Database, entry_id: int, card: ToolCard) -> int:
    values = [getattr(card, name) for name in FIELDS]
    derived = json.dumps(card.derived)
    digest = hashlib.sha256(json.dumps([*values, derived]).encode()).hexdigest()
    database.conn.execute(INSERT_CARD, (entry_id, digest, *values, derived))
    (card_id,) = database.conn.execute(
        "SELECT card_id FROM cards WHERE entry_id = ? AND digest = ?", (entry_id, digest)
    ).fetchone()
    return int(card_id)


def take_back(database: Database, key: str, touched: Touched) -> None:
    """Remove what an earlier reading of the same snapshot said."""
    connection = database.conn
    row = connection.execute(
        "SELECT snapshot_id, comparison_id, subject, page FROM snapshots WHERE key = ?", (key,)
    ).fetchone()
    if row is None:
        return
    snapshot_id, comparison_id, subject, page = row
    touched.subjects.add(subject)
    touched.pages.add(page)
    if comparison_id is not None:
        touched.comparisons.add(comparison_id)
    touched.entries.update(
        entry_id
        for (entry_id,) in connection.execute(
            "SELECT entry_id FROM card_sightings JOIN cards USING (card_id) WHERE snapshot_id = ?",
            (snapshot_id,),
        )
    )
    touched.quotes.update(
        quote_id
        for (quote_id,) in connection.execute(
            "SELECT quote_id FROM quote_sightings WHERE snapshot_id = ?", (snapshot_id,)
        )
    )
    for table in ("card_sightings", "quote_sightings", "snapshot_issues"):
        connection.execute(f"DELETE FROM {table} WHERE snapshot_id = ?", (snapshot_id,))
