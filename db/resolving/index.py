"""Resolve: what entries are compared by, kept in the database, and how candidates are found."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

import msgspec
from msgspec import Struct
from sqlite_utils import Database

from db.resolving.keys import find_most, list_keys, number_key
from db.resolving.traits import Entry, Traits, read_traits
from db.resolving.words import load_words
from db.touching import write_ids

SELECT_ENTRIES = """
SELECT entry_id, entries.key, name, slug, tagline, description, category, pricing, homepage_url
FROM json_each(?) CROSS JOIN entries ON entry_id = value
"""
SELECT_TRAITS = "SELECT body FROM traits WHERE entry_id = ?"
PUT_TRAITS = "INSERT OR REPLACE INTO traits (entry_id, body) VALUES (?, ?)"
DELETE_POSTING = "DELETE FROM postings WHERE key = ? AND entry_id = ?"
# One more than are looked at tells that there are too many.
SELECT_SHARING = "SELECT entry_id FROM postings WHERE key = ? LIMIT ?"
_decode = msgspec.msgpack.Decoder(Traits).decode
_encode = msgspec.msgpack.Encoder().encode


def read_entries(database: Database, entry_ids: Iterable[int]) -> Iterator[tuple[int, str, Entry]]:
    """Yield those of some entries that are there: row, id, and what their site says of them."""
    rows = database.conn.execute(SELECT_ENTRIES, (write_ids(entry_ids),))
    for entry_id, key, name, slug, tagline, description, category, pricing, homepage_url in rows:
        yield (
            entry_id,
            key,
            Entry(
                name=name,
                slug=slug,
                tagline=tagline,
                description=description,
                category=category,
                pricing=pricing,
                homepage_url=homepage_url,
            ),
        )


def find_traits(database: Database, entry_id: int) -> Traits | None:
    """Return what an entry is compared by; None where it was not read, or is gone."""
    row = database.conn.execute(SELECT_TRAITS, (entry_id,)).fetchone()
    return None if row is None else _decode(row[0])


def number_keys(traits: Traits) -> list[int]:
    """Return the numbers of an entry's keys, in rising order."""
    return sorted({number_key(key) for key in list_keys(traits)})


class Crossed(Struct, frozen=True):
    """Entries with a key that has become rare, and with one that has become too common."""

    rare: set[int]
    common: set[int]


def index_entries(
    database: Database, entry_ids: Collection[int], *, is_whole: bool = False
) -> Crossed:
    """Read these entries anew; return others that have more candidates now, or fewer.

    In a ``is_whole`` index, of all entries there are, they are not looked for.
    """
    connection = database.conn
    before: dict[int, list[int]] = {}
    for entry_id in entry_ids:
        known = find_traits(database, entry_id)
        if known is not None:
            before[entry_id] = number_keys(known)
    bodies, after = [], {}
    words = load_words()
    for entry_id, _, entry in read_entries(database, entry_ids):
        traits = read_traits(entry, words)
        bodies.append((entry_id, _encode(traits)))
        after[entry_id] = number_keys(traits)
    gone = {(key, entry_id) for entry_id, keys in before.items() for key in keys}
    come = {(key, entry_id) for entry_id, keys in after.items() for key in keys}
    moving = () if is_whole else {key for key, _ in gone ^ come}
    shared = {key: _find_sharing(database, key) for key in moving}
    connection.executemany(DELETE_POSTING, sorted(gone - come))
    connection.executemany("INSERT INTO postings VALUES (?, ?)", sorted(come - gone))
    lost = [(entry_id,) for entry_id in before.keys() - after.keys()]
    connection.executemany("DELETE FROM traits WHERE entry_id = ?", lost)
    connection.executemany(PUT_TRAITS, bodies)
    crossed = Crossed(set(), set())
    for key, were in shared.items():
        are = _find_sharing(database, key)
        most = find_most(key)
        if len(were) <= most < len(are):
            crossed.common.update(were)
        elif len(are) <= most < len(were):
            crossed.rare.update(are)
    return crossed


def _find_sharing(database: Database, key: int) -> list[int]:
    rows = database.conn.execute(SELECT_SHARING, (key, find_most(key) + 1))
    return [entry_id for (entry_id,) in rows]


def find_candidates(
    database: Database, entry_id: int, traits: Traits, crowded: set[int]
) -> list[int]:
    """Return the entries that share a rare key with one, in the order of their rows.

    Keys that are ``crowded`` are known to be too common; those that are found to be are put there.
    """
    found: set[int] = set()
    for key in number_keys(traits):
        if key in crowded:
            continue
        sharing = _find_sharing(database, key)
        if len(sharing) <= find_most(key):
            found.update(sharing)
        else:
            crowded.add(key)
    found.discard(entry_id)
    return sorted(found)


def shares_rare_key(database: Database, a: Traits, b: Traits) -> bool:
    """Tell whether two entries are candidates of each other."""
    shared = set(number_keys(a)) & set(number_keys(b))
    return any(len(_find_sharing(database, key)) <= find_most(key) for key in sorted(shared))


class SharedKey(Struct, frozen=True):
    """A key that two entries share, how many have it, and whether it is looked at."""

    key: str
    entries: int
    is_rare: bool


def list_shared_keys(database: Database, a: Traits, b: Traits) -> list[SharedKey]:
    """Return the keys that two entries share, in their order."""
    sql = "SELECT count(*) FROM postings WHERE key = ?"
    found = []
    for key in sorted(list_keys(a) & list_keys(b)):
        number = number_key(key)
        (count,) = database.conn.execute(sql, (number,)).fetchone()
        found.append(SharedKey(key, count, count <= find_most(number)))
    return found
