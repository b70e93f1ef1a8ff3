"""Resolve: which pairs of entries are worth a look, compared and kept."""

from __future__ import annotations

import json
from collections.abc import Collection
from functools import cache

from sqlite_utils import Database

from db.resolving.conflicts import compare_facts
from db.resolving.index import find_candidates, find_traits, read_entries, shares_rare_key
from db.resolving.judging import RULE, find_doubt
from db.resolving.scoring import QUEUE_AT, Comparison, compare
from db.resolving.traits import Traits
from db.resolving.wording import Side, list_prose, write_evidence
from db.touching import write_ids

SELECT_PARTNERS = """
SELECT entry_b_id FROM json_each(?1) CROSS JOIN pairs ON entry_a_id = value
UNION SELECT entry_a_id FROM json_each(?1) CROSS JOIN pairs ON entry_b_id = value
"""
SELECT_BETWEEN = """
SELECT entry_a_id, entry_b_id FROM json_each(?1) CROSS JOIN pairs ON entry_a_id = value
WHERE entry_b_id IN (SELECT value FROM json_each(?1))
"""
DELETE_PAIR = "DELETE FROM pairs WHERE entry_a_id = ? AND entry_b_id = ?"
DELETE_PAIRS = (
    "DELETE FROM pairs WHERE entry_a_id IN (SELECT value FROM json_each(?))",
    "DELETE FROM pairs WHERE entry_b_id IN (SELECT value FROM json_each(?))",
)
# What comes of a pair is found when all pairs of its component are known.
INSERT_PAIR = """
INSERT INTO pairs (entry_a_id, entry_b_id, score, rule, doubt, evidence, outcome, reason)
VALUES (?, ?, ?, ?, ?, ?, 'weak', '')
"""


def drop_pairs(database: Database, entry_ids: Collection[int]) -> set[int]:
    """Forget all pairs of these entries; return all that had one."""
    connection, ids = database.conn, write_ids(entry_ids)
    touched = {i for (i,) in connection.execute(SELECT_PARTNERS, (ids,))}
    for statement in DELETE_PAIRS:
        connection.execute(statement, (ids,))
    return touched


def drop_lost(database: Database, entry_ids: Collection[int]) -> set[int]:
    """Forget pairs between these entries that share no rare key any more; return their entries."""
    touched: set[int] = set()
    read = cache(lambda entry_id: find_traits(database, entry_id))
    for one, other in database.conn.execute(SELECT_BETWEEN, (write_ids(entry_ids),)).fetchall():
        a, b = read(one), read(other)
        if a is None or b is None or not shares_rare_key(database, a, b):
            database.conn.execute(DELETE_PAIR, (one, other))
            touched |= {one, other}
    return touched


def pair_entries(database: Database, entry_ids: Collection[int], done: set[int]) -> set[int]:
    """Find the candidates of these entries, compare them, and keep the pairs that are worth it.

    Entries in ``done`` were compared with all of theirs before; these are put into it. Returns
    those that have a pair now.
    """
    touched: set[int] = set()
    crowded: set[int] = set()
    found: list[tuple[int, Traits, int, Traits, Comparison]] = []
    for entry_id in sorted(entry_ids):
        done.add(entry_id)
        traits = find_traits(database, entry_id)
        if traits is None:
            continue
        for other_id in find_candidates(database, entry_id, traits, crowded):
            candidate = None if other_id in done else find_traits(database, other_id)
            if candidate is None:
                continue
            facts = compare_facts(traits, candidate)
            if facts.conflicts:
                continue
            comparison = compare(traits, candidate, facts)
            if comparison.score >= QUEUE_AT:
                found.append((entry_id, traits, other_id, candidate, comparison))
    wanted = {entry_id for one, _, other, *_ in found for entry_id in (one, other)}
    entries = {
        entry_id: (key, list_prose(entry))
        for entry_id, key, entry in read_entries(database, wanted)
    }
    rows = []
    for one, ours, other, theirs, comparison in found:
        a_id, a, b_id, b = one, ours, other, theirs
        if entries[one][0] > entries[other][0]:
            a_id, a, b_id, b = other, theirs, one, ours
        doubt = find_doubt(a, b, comparison)
        evidence = write_evidence(Side(a, entries[a_id][1]), Side(b, entries[b_id][1]), comparison)
        text = json.dumps(evidence, ensure_ascii=False)
        rows.append((a_id, b_id, comparison.score, None if doubt else RULE, doubt, text))
        touched.update((a_id, b_id))
    database.conn.executemany(INSERT_PAIR, rows)
    return touched
