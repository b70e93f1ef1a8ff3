"""Load: readings as rows, gathered for a whole batch and inserted a table at a time.

A row names others by their text keys, so that nothing has to be asked for before it is written,
and what is already there stays as it is.
"""

from __future__ import annotations

import hashlib
import json
from functools import lru_cache

from msgspec import Struct
from sqlite_utils import Database

from db.computing import FIELDS
from db.keys import comparison_key, entry_key, issue_key, quote_key
from db.ledger import Run
from db.touching import find_last
from parsers.records import Comparison, Issue, Reading, Record, Snapshot, ToolCard, ToolPage

# What is new holds at first what this one snapshot says of it (db.history: one version).
INSERT_ENTRY = f"""
INSERT INTO entries (key, run_id, site, slug, page_url, first_seen_at, last_seen_at, derived,
    {", ".join(FIELDS)})
VALUES (?, ?, ?, ?, ?, ?6, ?6, {", ".join("?" for _ in range(len(FIELDS) + 1))})
ON CONFLICT (key) DO NOTHING
"""
INSERT_CARD = f"""
INSERT INTO cards (entry_id, digest, derived, {", ".join(FIELDS)})
SELECT entry_id, ?, ?, {", ".join("?" for _ in FIELDS)} FROM entries WHERE key = ?
ON CONFLICT (entry_id, digest) DO NOTHING
"""
INSERT_COMPARISON = """
INSERT INTO comparisons (key, site, url, title, first_seen_at, last_seen_at)
VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (key) DO NOTHING
"""
INSERT_COMPARISON_ENTRY = """
INSERT INTO comparison_entries (position, comparison_id, entry_id)
SELECT ?, comparison_id, entry_id FROM comparisons, entries
WHERE comparisons.key = ? AND entries.key = ? ON CONFLICT DO NOTHING
"""
INSERT_READING = """
INSERT INTO readings (reading_id, kind, site, url, page, subject, comparison_id, title,
    content_type, reader, reader_version)
VALUES (?, ?, ?, ?, ?, ?, (SELECT comparison_id FROM comparisons WHERE key = ?), ?, ?, ?, ?)
"""
UPSERT_SNAPSHOT = """
INSERT INTO snapshots (key, archive_id, run_id, reading_id, sha256, address, observed_at, status)
VALUES (?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (key) DO UPDATE SET archive_id = excluded.archive_id, reading_id = excluded.reading_id
"""
INSERT_CARD_SIGHTING = """
INSERT INTO card_sightings (reading_id, position, card_id, place, reads_quotes)
SELECT ?, ?, card_id, ?, ? FROM entries JOIN cards USING (entry_id) WHERE key = ? AND digest = ?
"""
INSERT_QUOTE = """
INSERT INTO quotes (key, run_id, text, page_url, first_seen_at, last_seen_at, reviewer, seat,
    score, verdict, entry_id)
SELECT ?, ?, ?, ?, ?5, ?5, ?, ?, ?, ?, entry_id FROM entries WHERE key = ?
ON CONFLICT (key) DO NOTHING
"""
INSERT_QUOTE_SIGHTING = """
INSERT INTO quote_sightings (reading_id, quote_id, reviewer, seat, score, verdict, place)
SELECT ?, quote_id, ?, ?, ?, ?, ? FROM quotes WHERE key = ? ON CONFLICT DO NOTHING
"""
INSERT_ISSUE = """
INSERT INTO issues (key, run_id, stage, code, subject, url, field, message, first_seen_at,
    last_seen_at)
VALUES (?, ?, 'parse', ?, ?, ?, ?, '', ?, ?) ON CONFLICT (key) DO NOTHING
"""
INSERT_READING_ISSUE = """
INSERT INTO reading_issues (reading_id, issue_id, message, expected, found)
SELECT ?, issue_id, ?, ?, ? FROM issues WHERE key = ? ON CONFLICT DO NOTHING
"""
INSERT_ENTRY_VERSIONS = f"""
INSERT INTO entry_versions (entry_id, valid_from, run_id, derived, {", ".join(FIELDS)})
SELECT entry_id, first_seen_at, run_id, derived, {", ".join(FIELDS)}
FROM entries WHERE entry_id > ?
"""
INSERT_QUOTE_VERSIONS = """
INSERT INTO quote_versions (quote_id, valid_from, run_id, reviewer, seat, score, verdict)
SELECT quote_id, first_seen_at, run_id, reviewer, seat, score, verdict
FROM quotes WHERE quote_id > ?
"""
# What a row rests on comes before it.
ORDER = (
    INSERT_ENTRY, INSERT_CARD, INSERT_COMPARISON, INSERT_COMPARISON_ENTRY, INSERT_READING,
    UPSERT_SNAPSHOT, INSERT_CARD_SIGHTING, INSERT_QUOTE, INSERT_QUOTE_SIGHTING, INSERT_ISSUE,
    INSERT_READING_ISSUE,
)  # fmt: skip


class Clean(Struct, frozen=True):
    """The parts of a record that no issue speaks of, and so may be loaded."""

    cards: tuple[ToolCard, ...]
    is_whole: bool
    has_quotes: bool


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


class Rows:
    """The rows of a batch; ``reading_ids`` tells the reading of each snapshot, by its key."""

    def __init__(self, database: Database, run: Run) -> None:
        """Begin with none; readings are numbered on from the last one."""
        self.reading_ids: dict[str, int] = {}
        self._database = database
        self._run = run
        self._rows: dict[str, list[tuple[object, ...]]] = {statement: [] for statement in ORDER}
        self._last = find_last(database, "reading_id", "readings")

    def add(self, key: str, snapshot: Snapshot, reading: Reading) -> None:
        """Add what one snapshot shows; ``key`` is the snapshot's."""
        record, rows, run = reading.record, self._rows, self._run
        clean = choose_clean(record)
        site, seen_at = record.site or "", snapshot.observed_at
        self._last += 1
        reading_id = self.reading_ids[key] = self._last
        subject = record.url or snapshot.address or snapshot.sha256
        page, title, comparison = subject, None, None
        if isinstance(record, Comparison):
            # Known by its tools, also where a card of it cannot be loaded.
            keys = [entry_key(site, card) for card in record.tools]
            page, title = comparison_key(site, keys), record.title
            if clean.is_whole:
                comparison = page
                rows[INSERT_COMPARISON].append((page, site, record.url, title, seen_at, seen_at))
                rows[INSERT_COMPARISON_ENTRY] += [
                    (position, page, entry) for position, entry in enumerate(keys, start=1)
                ]
        elif isinstance(record, ToolPage):
            page = entry_key(site, record.tool)
        rows[INSERT_READING].append(
            (
                reading_id, record.__struct_config__.tag, record.site, record.url, page, subject,
                comparison, title, snapshot.content_type, reading.reader, run.reader_version,
            )
        )  # fmt: skip
        rows[UPSERT_SNAPSHOT].append(
            (
                key, snapshot.archive_id, run.run_id, reading_id, snapshot.sha256,
                snapshot.address, seen_at, snapshot.status,
            )
        )  # fmt: skip
        self._add_sightings(reading_id, reading, clean, seen_at)
        url = record.url or snapshot.address
        for issue in record.issues:
            self._add_issue(reading_id, issue, subject, url, seen_at)

    def insert(self) -> None:
        """Insert all rows; of those that are there already only the snapshots change."""
        connection = self._database.conn
        last_entry = find_last(self._database, "entry_id", "entries")
        last_quote = find_last(self._database, "quote_id", "quotes")
        for statement, rows in self._rows.items():
            connection.executemany(statement, rows)
        connection.execute(INSERT_ENTRY_VERSIONS, (last_entry,))
        connection.execute(INSERT_QUOTE_VERSIONS, (last_quote,))

    def _add_sightings(self, reading_id: int, reading: Reading, clean: Clean, seen_at: str) -> None:
        record, rows, run_id = reading.record, self._rows, self._run.run_id
        site = record.site or ""
        places = {evidence.field: evidence.block for evidence in reading.evidence}
        owners: dict[int, str] = {}
        for card in clean.cards:
            owner = owners[card.position] = entry_key(site, card)
            digest, values = _read_card(card)
            prefix = f"tools.{card.position}" if isinstance(record, Comparison) else "tool"
            place = places.get(f"{prefix}.name")
            entry = (owner, run_id, site, card.slug, record.url, seen_at, *values)
            rows[INSERT_ENTRY].append(entry)
            rows[INSERT_CARD].append((digest, *values, owner))
            sighting = (reading_id, card.position, place, clean.has_quotes, owner, digest)
            rows[INSERT_CARD_SIGHTING].append(sighting)
        if not isinstance(record, Comparison) or not clean.has_quotes:
            return
        for number, quote in enumerate(record.quotes, start=1):
            if quote.position not in owners:
                continue
            owner = owners[quote.position]
            key = quote_key(owner, quote.text)
            said = (quote.reviewer, quote.seat, quote.score, quote.verdict)
            text = (key, run_id, quote.text, record.url, seen_at)
            rows[INSERT_QUOTE].append((*text, *said, owner))
            place = places.get(f"quotes.{number}.text")
            rows[INSERT_QUOTE_SIGHTING].append((reading_id, *said, place, key))

    def _add_issue(
        self, reading_id: int, issue: Issue, subject: str, url: str | None, seen_at: str
    ) -> None:
        key = issue_key("parse", issue.code, subject, issue.field)
        row = (key, self._run.run_id, issue.code, subject, url, issue.field, seen_at, seen_at)
        self._rows[INSERT_ISSUE].append(row)
        shown = (reading_id, issue.message, issue.expected, issue.found, key)
        self._rows[INSERT_READING_ISSUE].append(shown)


# A tool's card recurs word for word on every page that it stands on.
@lru_cache(maxsize=4096)
def _read_card(card: ToolCard) -> tuple[str, tuple[object, ...]]:
    """Return the digest of all that a card says, and its values, ``derived`` before the fields."""
    values = [getattr(card, name) for name in FIELDS]
    derived = [
        name
        for name, value in zip(FIELDS, values, strict=True)
        if value is not None and name in card.derived
    ]
    row = [json.dumps(derived), *values]
    return hashlib.sha256(json.dumps(row).encode()).hexdigest(), tuple(row)
