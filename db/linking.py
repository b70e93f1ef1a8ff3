"""Load: whose a card is that shows no slug.

It belongs to the entry with a slug when exactly one of the site has ever shown the same name and
tagline, and is an entry of its own with none or with several. That follows from the cards that
are there and from nothing else, so it does not matter which of them came first; when it changes,
what was seen of the card goes over to the other entry, and its pages are other pages.
"""

from __future__ import annotations

import json
from collections.abc import Collection

from sqlite_utils import Database

from db.issues import has_load_issues, put_load_issues
from db.keys import comparison_key
from db.ledger import Run
from db.touching import Touched, find_last, touch_readings, write_ids

SELECT_BARE = """
SELECT DISTINCT name_key FROM json_each(?) CROSS JOIN cards ON name_key = value
WHERE own_key = name_key
"""
SELECT_NAMED = """
SELECT DISTINCT own_key, entry_id FROM cards WHERE name_key = ? AND own_key <> name_key
ORDER BY own_key
"""
SELECT_MOVING = """
SELECT card_id, entry_id FROM cards
WHERE name_key = ?1 AND own_key = name_key AND entry_id IS NOT ?2
"""
SELECT_SHOWING = """
SELECT DISTINCT reading_id FROM sightings WHERE card_id IN (SELECT value FROM json_each(?))
"""
MOVE_CARDS = "UPDATE cards SET entry_id = ? WHERE card_id IN (SELECT value FROM json_each(?))"
LEAVE_QUOTES = """
UPDATE card_quotes SET quote_id = NULL, text = coalesce(
    text, (SELECT quotes.text FROM quotes WHERE quotes.quote_id = card_quotes.quote_id)
)
WHERE card_id IN (SELECT value FROM json_each(?))
"""
# An entry that its cards go back to says what the one says that they were with, until computed.
INSERT_OWN = """
INSERT INTO entries (key, run_id, site, name)
SELECT ?1, ?2, site, name FROM entries WHERE entry_id = ?3
ON CONFLICT (key) DO NOTHING
"""
SELECT_PLACES = """
SELECT kind, site, url, title, page, own_keys, is_whole FROM readings WHERE reading_id = ?
"""
SELECT_ENTRIES = """
SELECT position, entries.key
FROM sightings JOIN cards USING (card_id) JOIN entries USING (entry_id) WHERE reading_id = ?
ORDER BY position
"""
INSERT_COMPARISON = """
INSERT INTO comparisons (key, site, url, title, first_seen_at, last_seen_at)
VALUES (?, ?, ?, ?, '', '') ON CONFLICT (key) DO NOTHING
"""
INSERT_COMPARISON_ENTRY = """
INSERT INTO comparison_entries (position, comparison_id, entry_id)
SELECT ?, comparison_id, entry_id FROM comparisons, entries
WHERE comparisons.key = ? AND entries.key = ? ON CONFLICT DO NOTHING
"""
SELECT_AMBIGUOUS = """
SELECT reading_id, iif(kind = 'tool', 'tool', 'tools.' || position) || '.slug'
FROM cards CROSS JOIN sightings USING (card_id) CROSS JOIN readings USING (reading_id)
WHERE name_key = ? AND own_key = name_key
"""
SELECT_SLUGS = """
SELECT DISTINCT entries.slug
FROM cards JOIN entries ON entries.key = cards.own_key
WHERE name_key = ? AND own_key <> name_key ORDER BY entries.slug
"""
# Decisions name entries by names, too: what these mean is to be found anew.
MARK_DECIDED = """
INSERT OR IGNORE INTO unresolved
WITH said AS (
    SELECT decision_id, one_key, other_key FROM json_each(?1) CROSS JOIN decisions
    ON one_key = value
    UNION SELECT decision_id, one_key, other_key FROM json_each(?1) CROSS JOIN decisions
    ON other_key = value
),
named AS (SELECT one_key AS key FROM said UNION SELECT other_key FROM said)
SELECT entry_id FROM named CROSS JOIN entries USING (key)
UNION SELECT entry_id FROM named CROSS JOIN cards ON name_key = key
UNION SELECT entry_a_id FROM said CROSS JOIN verdicts USING (decision_id) WHERE entry_a_id NOTNULL
UNION SELECT entry_b_id FROM said CROSS JOIN verdicts USING (decision_id) WHERE entry_b_id NOTNULL
"""
AMBIGUOUS = "entry_ambiguous"


def link_cards(database: Database, run: Run, touched: Touched) -> bool:
    """Give the cards without a slug to whom they belong now; tell whether any went over.

    ``touched.names`` tells which may have to.
    """
    connection, moved = database.conn, False
    connection.execute(MARK_DECIDED, (write_ids(touched.names),))
    bare = connection.execute(SELECT_BARE, (write_ids(touched.names),)).fetchall()
    for (name_key,) in bare:
        named = connection.execute(SELECT_NAMED, (name_key,)).fetchall()
        target = named[0][1] if len(named) == 1 else _find_own(database, name_key)
        moving = connection.execute(SELECT_MOVING, (name_key, target)).fetchall()
        if not moving:
            continue
        moved = True
        if target is None:
            connection.execute(INSERT_OWN, (name_key, run.run_id, moving[0][1]))
            target = find_last(database, "entry_id", "entries")
        cards = write_ids(card_id for card_id, _ in moving)
        connection.execute(MOVE_CARDS, (target, cards))
        connection.execute(LEAVE_QUOTES, (cards,))
        showing = connection.execute(SELECT_SHOWING, (cards,)).fetchall()
        touched.entries.update({target, *(entry_id for _, entry_id in moving)})
        name_pages(database, [reading_id for (reading_id,) in showing], touched)
    return moved


def _find_own(database: Database, name_key: str) -> int | None:
    row = database.conn.execute("SELECT entry_id FROM entries WHERE key = ?", (name_key,))
    found = row.fetchone()
    return None if found is None else int(found[0])


def name_pages(database: Database, reading_ids: Collection[int], touched: Touched) -> None:
    """Find out anew of which pages these readings are, and put those comparisons there."""
    connection = database.conn
    touch_readings(database, reading_ids, touched)
    for reading_id in reading_ids:
        row = connection.execute(SELECT_PLACES, (reading_id,)).fetchone()
        kind, site, url, title, page, own_keys, is_whole = row
        entries = dict(connection.execute(SELECT_ENTRIES, (reading_id,)).fetchall())
        keys = dict(enumerate(json.loads(own_keys or "[]"), start=1)) | entries
        ordered = [keys[position] for position in sorted(keys)]
        new = comparison_key(site, ordered) if kind == "comparison" else ordered[0]
        if new != page:
            renamed = (new, reading_id)
            connection.execute("UPDATE readings SET page = ? WHERE reading_id = ?", renamed)
            touched.pages.add(new)
        if is_whole:
            connection.execute(INSERT_COMPARISON, (new, site, url, title))
            placed = [(position, new, key) for position, key in enumerate(ordered, start=1)]
            connection.executemany(INSERT_COMPARISON_ENTRY, placed)


def note_ambiguous(database: Database, run: Run, touched: Touched) -> None:
    """Note, for each reading of a card without a slug, whether several entries could be meant."""
    connection, has_any = database.conn, has_load_issues(database, AMBIGUOUS)
    bare = connection.execute(SELECT_BARE, (write_ids(touched.names),)).fetchall()
    for (name_key,) in bare:
        slugs = [slug for (slug,) in connection.execute(SELECT_SLUGS, (name_key,))]
        issue = None
        if len(slugs) > 1:
            message = f"this name and tagline stand under {len(slugs)} slugs of the site"
            issue = (message, "one slug", ", ".join(slugs))
        elif not has_any:
            continue
        places = connection.execute(SELECT_AMBIGUOUS, (name_key,)).fetchall()
        put_load_issues(database, run, AMBIGUOUS, places, issue, touched)
