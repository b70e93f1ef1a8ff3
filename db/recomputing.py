"""Check: what is kept of entries and quotes, computed again from what was observed of them.

Current values, histories, ends and dates are functions of the observations, and a card is what its
digest says. So nothing of them can be another by accident or by other hands without being found,
and what is found can be read and computed again.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from itertools import groupby
from operator import itemgetter

from sqlite_utils import Database

from db.breaches import Answer, Breach, gather
from db.comparisons import COLUMNS, list_computed
from db.computing import ENTRIES_AT_ONCE, assign_quotes, compute_entry
from db.observations import read_observations
from db.sheets import FIELDS, QUOTE_FIELDS, digest_card
from db.storing import EntryRow
from db.touching import write_ids

# A card that was migrated has no digest of what it says, until its pages are read again.
SELECT_CARDS = f"""
SELECT card_id, digest, entries.key, own_key, name_key, cards.derived, reads_quotes,
    {", ".join(f"cards.{field}" for field in FIELDS)}
FROM cards JOIN entries USING (entry_id) WHERE digest NOT GLOB 'schema *' ORDER BY card_id
"""
SELECT_SAID = f"""
SELECT card_id, coalesce(said.text, quotes.text), {", ".join(f"said.{f}" for f in QUOTE_FIELDS)}
FROM card_quotes AS said LEFT JOIN quotes USING (quote_id) ORDER BY card_id, number
"""
SELECT_ENTRIES = "SELECT entry_id FROM entries WHERE entry_id > ? ORDER BY entry_id LIMIT ?"
# The tables of what is computed: how each is joined to its entry or quote, what tells the rows of
# one apart, and the columns.
_OF_ENTRY = "entries AS o ON o.entry_id = value JOIN {} AS t USING (entry_id)"
_OF_QUOTE = "quotes AS o ON o.entry_id = value JOIN {} AS t USING (quote_id)"
COMPUTED = {
    "entries": (_OF_ENTRY, "''", (*FIELDS, "derived")),
    "entry_dates": (_OF_ENTRY, "''", ("first_seen_at", "last_seen_at")),
    "entry_versions": (_OF_ENTRY, "valid_from", ("valid_to", "run_id", "derived", *FIELDS)),
    "quotes": (_OF_QUOTE, "''", ("text", *QUOTE_FIELDS, "valid_to")),
    "quote_dates": (_OF_QUOTE, "''", ("first_seen_at", "last_seen_at", "sighting_count")),
    "quote_versions": (_OF_QUOTE, "valid_from", ("valid_to", "run_id", *QUOTE_FIELDS)),
    "quote_ends": (_OF_QUOTE, "page || ' ' || ended_at", ()),
}
SELECT_UNSEEN = """
SELECT card_id FROM cards
WHERE NOT EXISTS (SELECT 1 FROM sightings WHERE sightings.card_id = cards.card_id)
"""
UNREAD_READINGS = """
UPDATE readings SET reader_version = '' WHERE reading_id IN (
    SELECT reading_id FROM sightings WHERE card_id IN (SELECT value FROM json_each(?))
)
"""
DISOWN_CARDS = """
UPDATE cards SET digest = 'damaged ' || card_id
WHERE card_id IN (SELECT value FROM json_each(?))
"""

Rows = dict[tuple[str, str], tuple[object, ...]]


def list_wrong(database: Database) -> Iterator[Breach]:
    """Find cards that are not what was read; else what does not follow from the observations."""
    damaged = ((card_id, "another", digest) for card_id, digest in list_damaged_cards(database))
    if breaches := list(gather("card_damaged", "cards.digest", damaged)):
        # What follows from them says nothing yet.
        yield from breaches
        return
    unseen = ((i, "none", "a page that shows it") for (i,) in database.conn.execute(SELECT_UNSEEN))
    yield from gather("card_unseen", "cards", unseen)
    yield from gather("computed_wrong", "comparisons", _list_wrong_comparisons(database))
    wrong: dict[str, list[Answer]] = {table: [] for table in COMPUTED}
    last = 0
    while ids := [i for (i,) in database.conn.execute(SELECT_ENTRIES, (last, ENTRIES_AT_ONCE))]:
        _compare(database, ids, wrong)
        last = ids[-1]
    for table, answers in wrong.items():
        yield from gather("computed_wrong", table, answers)


def list_damaged_cards(database: Database) -> Iterator[tuple[int, str]]:
    """Yield the cards that say another thing than their digest, or are not whose they say."""
    cards = groupby(database.conn.execute(SELECT_SAID), key=itemgetter(0))
    card_of_quotes, quotes = next(cards, (0, iter(())))
    for row in database.conn.execute(SELECT_CARDS):
        card_id, digest, entry_key, own_key, name_key, derived, reads, *values = row
        while card_of_quotes < card_id and (found := next(cards, None)) is not None:
            card_of_quotes, quotes = found
        printed = tuple(row[1:] for row in quotes) if card_of_quotes == card_id else ()
        said = (own_key, name_key, derived, tuple(values), bool(reads), printed)
        if digest != digest_card(*said) or own_key not in (name_key, entry_key):
            yield card_id, digest


def unread_damaged(database: Database) -> None:
    """Have the pages read again that show a damaged card; no other page has what none shows."""
    connection = database.conn
    cards = (write_ids(card_id for card_id, _ in list_damaged_cards(database)),)
    unseen = (write_ids(card_id for (card_id,) in connection.execute(SELECT_UNSEEN)),)
    with database.atomic():
        connection.execute(UNREAD_READINGS, cards)
        connection.execute(DISOWN_CARDS, cards)
        for table in ("card_quotes", "cards"):
            connection.execute(
                f"DELETE FROM {table} WHERE card_id IN (SELECT value FROM json_each(?))", unseen
            )


def _list_wrong_comparisons(database: Database) -> Iterator[Answer]:
    for key, kept, wanted in list_computed(database):
        if kept != wanted:
            yield key, *_name_difference(COLUMNS, kept, wanted)


def _compare(database: Database, ids: list[int], wrong: Mapping[str, list[Answer]]) -> None:
    """Compare what is kept of some entries with what follows from the observations."""
    expected: dict[str, Rows] = {table: {} for table in COMPUTED}
    for observed in read_observations(database, ids):
        _write_rows(observed.key, compute_entry(observed, assign_quotes(observed)), expected)
    for table, (_, _, columns) in COMPUTED.items():
        kept = _read_rows(database, table, ids)
        for key in sorted(expected[table].keys() | kept.keys()):
            got, wanted = kept.get(key), expected[table].get(key)
            if got != wanted:
                wrong[table].append(
                    (" ".join(key).strip(), *_name_difference(columns, got, wanted))
                )


def _read_rows(database: Database, table: str, ids: list[int]) -> Rows:
    join, which, columns = COMPUTED[table]
    names = "".join(f", t.{column}" for column in columns)
    sql = f"SELECT o.key, {which}{names} FROM json_each(?) CROSS JOIN {join.format(table)}"
    rows = database.conn.execute(sql, (write_ids(ids),))
    return {(key, part): tuple(row) for key, part, *row in rows}


def _write_rows(key: str, entry: EntryRow, rows: Mapping[str, Rows]) -> None:
    now = entry.versions[-1]
    rows["entries"][key, ""] = (*now.values.values(), json.dumps(now.derived))
    rows["entry_dates"][key, ""] = (entry.first_seen_at, entry.last_seen_at)
    for version in entry.versions:
        rows["entry_versions"][key, version.valid_from] = (
            version.valid_to, version.run_id, json.dumps(version.derived), *version.values.values(),
        )  # fmt: skip
    for key, quote in entry.quotes.items():
        last = quote.versions[-1]
        rows["quotes"][key, ""] = (quote.text, *last.values.values(), last.valid_to)
        rows["quote_dates"][key, ""] = (
            quote.first_seen_at, quote.last_seen_at, quote.sighting_count,
        )  # fmt: skip
        for version in quote.versions:
            rows["quote_versions"][key, version.valid_from] = (
                version.valid_to, version.run_id, *version.values.values(),
            )  # fmt: skip
        for page, ended_at in quote.ends:
            rows["quote_ends"][key, f"{page} {ended_at}"] = ()


def _name_difference(
    columns: tuple[str, ...], got: tuple[object, ...] | None, wanted: tuple[object, ...] | None
) -> tuple[object, object]:
    """Return what stands there and what should: of two rows, the first column that differs."""
    if got is None or wanted is None:
        return ("no row" if got is None else "a row", "none" if wanted is None else "one")
    name, is_there, should = next(
        (name, a, b) for name, a, b in zip(columns, got, wanted, strict=True) if a != b
    )
    return f"{name} {is_there!r}", repr(should)
