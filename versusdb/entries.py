"""Command: finds the entry that an operator names: by its id, its slug, its address or its name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rapidfuzz.process import extract
from sqlite_utils import Database

from db.resolving.decisions import Name, find_entry, read_name
from db.resolving.queue import Card, read_card
from versusdb.errors import CommandError
from versusdb.reports import join_words

_ID = re.compile(r"e[0-9a-f]{16}")
SELECT_NAMED = """
SELECT key FROM entries
WHERE slug = ?1 OR site || '/' || slug = ?1 OR name = ?1
UNION SELECT entry_id FROM v1_entries WHERE source_url = ?1
"""
SELECT_SLUGS = "SELECT slug FROM entries WHERE slug NOTNULL"
SELECT_SHOWN = "SELECT name || ' (' || coalesce(slug, key) || ')' FROM entries WHERE key = ?"
SELECT_SAID = """
SELECT one FROM decisions WHERE one_key = ?1
UNION ALL SELECT other FROM decisions WHERE other_key = ?1
LIMIT 1
"""
MOST_NAMED = 5


class EntryUnknownError(CommandError):
    """An entry that is named, and is not there, or several are."""


def find_named(database: Database, text: str) -> Card:
    """Return the entry that a text names; raise ``EntryUnknownError`` for none, or several."""
    text = text.strip()
    if _ID.fullmatch(text):
        keys = [text]
    else:
        keys = [key for (key,) in database.conn.execute(SELECT_NAMED, (text,)).fetchall()]
    found = [
        read_card(database, entry_id) for key in keys if (entry_id := find_entry(database, key))
    ]
    if len(found) == 1:
        return found[0]
    if found:
        ids = ", ".join(
            f"{card.entry_id} ({card.slug or card.tagline})" for card in found[:MOST_NAMED]
        )
        more = f" and {len(found) - MOST_NAMED} more" if len(found) > MOST_NAMED else ""
        raise EntryUnknownError(
            f"{text!r} names {len(found)} entries: {ids}{more}", remedy="name one by its id"
        )
    near = _find_near(text, [slug for (slug,) in database.conn.execute(SELECT_SLUGS)])
    raise EntryUnknownError(
        f"{text!r} names no entry of this database",
        remedy=f"did you mean {' or '.join(near)}?"
        if near
        else "give its slug, its id or its name",
    )


def _find_near(text: str, slugs: Sequence[str]) -> list[str]:
    return [slug for slug, _, _ in extract(text, slugs, limit=3, score_cutoff=75)]


def describe_name(name: Name) -> str:
    """Return how a decision names an entry, in a line."""
    return f"{name.site}/{name.slug}" if name.slug is not None else f"{name.name!r} of {name.site}"


def describe_key(database: Database, key: str) -> str:
    """Return how an entry of a decision is named in a line, whether a page has shown it or not."""
    row = database.conn.execute(SELECT_SHOWN, (key,)).fetchone()
    if row is not None:
        return str(row[0])
    row = database.conn.execute(SELECT_SAID, (key,)).fetchone()
    return key if row is None else describe_name(read_name(row[0]))


def describe_entry(card: Card) -> str:
    """Return how an entry is named in a line: its name, and what tells it from others."""
    return f"{card.name} ({card.slug or card.entry_id})"


def describe_changed(changed: Sequence[str]) -> str:
    """Say what the cards of a decision say otherwise now, of which ``changed`` are the fields."""
    sides: dict[str, list[str]] = {}
    for side, _, field in (each.partition(".") for each in changed):
        sides.setdefault(side.upper(), []).append(f"another {field.replace('_', ' ')}")
    return ", ".join(f"{side} has {join_words(told)}" for side, told in sides.items())
