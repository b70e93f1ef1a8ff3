"""Load: all that was observed of an entry: its cards, what they print, and when pages showed them.

Everything that follows is computed from this and nothing else (``db.computing``): by the loader
from all of it, and for what a run changed from what was read until then (``db.changes``).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from operator import itemgetter

from msgspec import Struct
from msgspec.structs import replace
from sqlite_utils import Database

from db.history import State
from db.quoting import Said
from db.sheets import FIELDS, QUOTE_FIELDS, read_told
from db.touching import write_ids

SELECT_ENTRIES = """
SELECT entry_id, key FROM entries WHERE entry_id IN (SELECT value FROM json_each(?))
"""
SELECT_CARDS = f"""
SELECT entry_id, card_id, reads_quotes, derived, {", ".join(FIELDS)}
FROM json_each(?) CROSS JOIN cards ON entry_id = value
"""
SELECT_SAID = f"""
SELECT cards.entry_id, card_id, number, coalesce(said.text, quotes.text, ''),
    {", ".join(f"said.{f}" for f in QUOTE_FIELDS)}
FROM json_each(?)
CROSS JOIN cards ON cards.entry_id = value
CROSS JOIN card_quotes AS said USING (card_id)
LEFT JOIN quotes USING (quote_id)
ORDER BY card_id, number
"""
# The order of observation. CROSS JOIN keeps SQLite from going through all of a table.
SELECT_SIGHTS = """
SELECT entry_id, card_id, observed_at, page, run_id, url, archive_id
FROM json_each(?)
CROSS JOIN cards ON entry_id = value
CROSS JOIN sightings USING (card_id)
CROSS JOIN readings USING (reading_id)
CROSS JOIN snapshots USING (reading_id)
ORDER BY entry_id, observed_at, page, sha256, snapshots.key, position
"""


class Card(Struct, frozen=True):
    """A card as it is kept, without its quotes; of what it denies it says that there is none."""

    reads_quotes: bool
    values: State
    derived: tuple[str, ...]
    denied: tuple[str, ...]


class Sight(Struct, frozen=True, gc=False):
    """That a snapshot, first read in a run, shows a card."""

    card_id: int
    observed_at: str
    page: str
    run_id: int
    url: str | None
    archive_id: int


class Observations(Struct, frozen=True):
    """What was observed of an entry; ``sights`` in the order of observation, at least one."""

    entry_id: int
    key: str
    cards: Mapping[int, Card]
    printed: Sequence[Said]
    sights: Sequence[Sight]


def read_observations(database: Database, entry_ids: Sequence[int]) -> Iterator[Observations]:
    """Yield what was observed of some entries; of those that nothing shows any more, nothing."""
    connection, ids = database.conn, (write_ids(entry_ids),)
    cards: dict[int, dict[int, Card]] = {}
    for entry_id, card_id, reads_quotes, told, *values in connection.execute(SELECT_CARDS, ids):
        state = dict(zip(FIELDS, values, strict=True))
        card = Card(bool(reads_quotes), state, *read_told(told))
        cards.setdefault(entry_id, {})[card_id] = card
    printed: dict[int, list[Said]] = {}
    for entry_id, *said in connection.execute(SELECT_SAID, ids):
        printed.setdefault(entry_id, []).append(Said(*said))
    keys = dict(connection.execute(SELECT_ENTRIES, ids).fetchall())
    rows = connection.execute(SELECT_SIGHTS, ids)
    for entry_id, group in groupby(rows, key=itemgetter(0)):
        observed = Observations(
            entry_id=entry_id,
            key=keys[entry_id],
            cards=cards[entry_id],
            printed=printed.get(entry_id, ()),
            sights=[Sight(*row) for _, *row in group],
        )
        yield _take_shown(observed, observed.sights)


def take_until(observed: Observations, run_id: int) -> Observations | None:
    """Return what runs up to this one have read first; None if they had not seen the entry."""
    sights = [sight for sight in observed.sights if sight.run_id <= run_id]
    if not sights or len(sights) == len(observed.sights):
        return observed if sights else None
    return _take_shown(observed, sights)


def _take_shown(observed: Observations, sights: Sequence[Sight]) -> Observations:
    """Return what these sights show; a card of none of them is as if it were not there."""
    shown = {sight.card_id for sight in sights}
    if len(sights) == len(observed.sights) and len(shown) == len(observed.cards):
        return observed
    return replace(
        observed,
        cards={card_id: card for card_id, card in observed.cards.items() if card_id in shown},
        printed=[said for said in observed.printed if said.card_id in shown],
        sights=sights,
    )
