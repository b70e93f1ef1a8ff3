"""Load: cards as rows: those that are there are found by their digests, new ones are put there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import zip_longest

from msgspec import Struct
from sqlite_utils import Database

from db.keys import quote_key
from db.ledger import Run
from db.quoting import normalise
from db.sheets import FIELDS, QUOTE_FIELDS, Sheet, Side
from db.touching import Touched, find_last, write_ids

SELECT_CARDS = """
SELECT digest, card_id, entry_id, entries.key, settled_at, page_url
FROM json_each(?) CROSS JOIN cards ON digest = value CROSS JOIN entries USING (entry_id)
"""
SELECT_ENTRIES = "SELECT e.key, entry_id FROM json_each(?) CROSS JOIN entries AS e ON e.key = value"
INSERT_ENTRY = f"""
INSERT INTO entries (entry_id, key, run_id, site, slug, derived, {", ".join(FIELDS)})
VALUES ({", ".join("?" for _ in range(len(FIELDS) + 6))})
"""
INSERT_ENTRY_DATES = "INSERT INTO entry_dates VALUES (?1, ?2, ?2)"
INSERT_ENTRY_VERSIONS = f"""
INSERT INTO entry_versions (entry_id, valid_from, run_id, derived, {", ".join(FIELDS)})
SELECT entry_id, first_seen_at, run_id, derived, {", ".join(FIELDS)}
FROM entries JOIN entry_dates USING (entry_id) WHERE entry_id > ?
"""
INSERT_CARD = f"""
INSERT INTO cards (card_id, digest, own_key, name_key, entry_id, settled_at, page_url, reads_quotes,
    derived, {", ".join(FIELDS)})
VALUES ({", ".join("?" for _ in range(len(FIELDS) + 9))})
"""
INSERT_CARD_QUOTE = f"""
INSERT INTO card_quotes (card_id, number, quote_id, text, {", ".join(QUOTE_FIELDS)})
VALUES ({", ".join("?" for _ in range(len(QUOTE_FIELDS) + 4))})
"""
INSERT_QUOTE = f"""
INSERT INTO quotes (quote_id, key, entry_id, run_id, text, {", ".join(QUOTE_FIELDS)})
VALUES ({", ".join("?" for _ in range(len(QUOTE_FIELDS) + 5))})
"""
INSERT_QUOTE_DATES = "INSERT INTO quote_dates VALUES (?1, ?2, ?2, 0)"
INSERT_QUOTE_VERSIONS = """
INSERT INTO quote_versions (quote_id, valid_from, run_id, reviewer, seat, score, verdict)
SELECT quote_id, first_seen_at, run_id, reviewer, seat, score, verdict
FROM quotes JOIN quote_dates USING (quote_id) WHERE quote_id > ?
"""


class Known(Struct, frozen=True, gc=False):
    """A card that is there: its row, whose it is, and from when on seeing it changes only dates."""

    card_id: int
    entry_id: int
    entry_key: str
    settled_at: str | None
    page_url: str | None


def find_cards(database: Database, digests: Iterable[str]) -> dict[str, Known]:
    """Return those cards that are there, by their digests."""
    rows = database.conn.execute(SELECT_CARDS, (write_ids(digests),))
    return {digest: Known(*row) for digest, *row in rows}


def put_cards(
    database: Database, run: Run, sheets: Collection[Sheet], touched: Touched
) -> dict[str, Known]:
    """Put the new cards of some sheets there; return all of theirs.

    A new card is its own entry's at first: whose it is, is found out by ``db.linking``.
    """
    known = find_cards(database, {side.digest for sheet in sheets for side in sheet.sides})
    new: dict[str, tuple[Side, Sheet]] = {}
    for sheet in sheets:
        for side in sheet.sides:
            if side.digest in known:
                continue
            first = new.get(side.digest)
            if first is None or sheet.snapshot.observed_at < first[1].snapshot.observed_at:
                new[side.digest] = (side, sheet)
    if new:
        touched.names.update(side.name_key for side, _ in new.values())
        known |= _Adding(database, run, new).add()
    return known


class _Adding:
    """New cards, and new entries with all that follows from their first card.

    An entry of which nothing else is seen has one version, and so has each of its quotes: there is
    nothing to compute.
    """

    def __init__(
        self, database: Database, run: Run, cards: Mapping[str, tuple[Side, Sheet]]
    ) -> None:
        """Take the cards by their digests, each with the earliest sheet that shows it."""
        self._connection = database.conn
        self._run_id = run.run_id
        self._cards = cards
        self._count = Counter(side.own_key for side, _ in cards.values())
        self._last_entry = find_last(database, "entry_id", "entries")
        self._last_card = find_last(database, "card_id", "cards")
        self._last_quote = find_last(database, "quote_id", "quotes")
        self._rows: dict[str, list[tuple[object, ...]]] = {
            INSERT_ENTRY: [], INSERT_ENTRY_DATES: [], INSERT_CARD: [], INSERT_QUOTE: [],
            INSERT_QUOTE_DATES: [], INSERT_CARD_QUOTE: [],
        }  # fmt: skip

    def add(self) -> dict[str, Known]:
        """Insert the cards, and return them."""
        last = self._last_entry, self._last_quote
        keys = write_ids(self._count)
        entry_ids = dict(self._connection.execute(SELECT_ENTRIES, (keys,)).fetchall())
        old = frozenset(entry_ids)
        known = {}
        for digest, (side, sheet) in self._cards.items():
            key = side.own_key
            if key not in entry_ids:
                entry_ids[key] = self._add_entry(side, sheet)
            words = [normalise(str(text)) for text, *_ in side.quotes]
            is_alone = key not in old and self._count[key] == 1 and len(set(words)) == len(words)
            known[digest] = self._add_card(digest, entry_ids[key], side, sheet, is_alone=is_alone)
            self._add_quotes(known[digest], side, sheet, words if is_alone else ())
        for statement, rows in self._rows.items():
            self._connection.executemany(statement, rows)
        self._connection.execute(INSERT_ENTRY_VERSIONS, (last[0],))
        self._connection.execute(INSERT_QUOTE_VERSIONS, (last[1],))
        return known

    def _add_entry(self, side: Side, sheet: Sheet) -> int:
        self._last_entry += 1
        site, seen_at = sheet.reading.record.site, sheet.snapshot.observed_at
        row = (self._last_entry, side.own_key, self._run_id, site, side.slug, side.derived)
        self._rows[INSERT_ENTRY].append((*row, *side.values))
        self._rows[INSERT_ENTRY_DATES].append((self._last_entry, seen_at))
        return self._last_entry

    def _add_card(
        self, digest: str, entry_id: int, side: Side, sheet: Sheet, *, is_alone: bool
    ) -> Known:
        self._last_card += 1
        settled_at = sheet.snapshot.observed_at if is_alone else None
        url = sheet.reading.record.url
        row = (
            self._last_card, digest, side.own_key, side.name_key, entry_id, settled_at, url,
            side.reads_quotes, side.told, *side.values,
        )  # fmt: skip
        self._rows[INSERT_CARD].append(row)
        return Known(self._last_card, entry_id, side.own_key, settled_at, url)

    def _add_quotes(self, card: Known, side: Side, sheet: Sheet, words: Sequence[str]) -> None:
        """Add what a card prints; ``words`` are its quotes', where these are new and all differ."""
        seen_at = sheet.snapshot.observed_at
        for number, (said, text) in enumerate(zip_longest(side.quotes, words), start=1):
            quote_id = None
            if text is not None:
                quote_id = self._last_quote = self._last_quote + 1
                key = quote_key(card.entry_key, text)
                row = (quote_id, key, card.entry_id, self._run_id, *said)
                self._rows[INSERT_QUOTE].append(row)
                self._rows[INSERT_QUOTE_DATES].append((quote_id, seen_at))
                said = (None, *said[1:])
            self._rows[INSERT_CARD_QUOTE].append((card.card_id, number, quote_id, *said))
