"""Command: ``resolve --explain A B`` says why two entries are, or are not, one tool."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import asdict
from sqlite_utils import Database

from db.resolving.conflicts import list_facts
from db.resolving.facts import TYPES
from db.resolving.index import SharedKey, list_shared_keys, read_entries
from db.resolving.judging import find_doubt
from db.resolving.keys import KINDS, find_most, number_key
from db.resolving.outcomes import find_tool
from db.resolving.queue import Card, read_card
from db.resolving.scoring import QUEUE_AT, Comparison, compare
from db.resolving.tracing import trace_apart, trace_joined
from db.resolving.traits import Traits, read_traits
from db.resolving.wording import Side, list_prose, tell_against, tell_for
from db.resolving.words import load_words
from scraper.showing import show_path
from versusdb.effects import describe_step
from versusdb.entries import describe_entry, find_named
from versusdb.errors import CLEAN
from versusdb.progress import draw, tell, tell_folded
from versusdb.reports import plural
from versusdb.store import open_reader

if TYPE_CHECKING:
    from rich.table import Table

MOST_KEYS = 5
SELECT_PAIR = """
SELECT outcome, reason FROM pairs
WHERE entry_a_id = ?1 AND entry_b_id = ?2 OR entry_a_id = ?2 AND entry_b_id = ?1
"""
SELECT_WORD = """
SELECT decision_id, verdicts.word, decided_by, decided_at, reason
FROM verdicts JOIN decisions USING (decision_id)
WHERE entry_a_id = ?1 AND entry_b_id = ?2 OR entry_a_id = ?2 AND entry_b_id = ?1
ORDER BY verdicts.word = 'different' DESC, decision_id DESC
"""


class Explained(Struct, frozen=True):
    """All that is to be said of two entries; ``conclusion`` is the answer in one sentence."""

    cards: tuple[Card, Card]
    traits: tuple[Traits, Traits]
    comparison: Comparison
    speaks_for: tuple[str, ...]
    speaks_against: tuple[str, ...]
    shared_keys: list[SharedKey]
    is_one_tool: bool
    conclusion: str


def run_explain(texts: tuple[str, str], *, db: Path, is_json: bool) -> int:
    """Print why two entries are, or are not, one tool."""
    with closing(open_reader(db)) as database:
        one, other = (find_named(database, text) for text in texts)
        explained = explain(database, one, other)
    if is_json:
        tell(json.dumps(_as_json(db, explained)))
        return CLEAN
    tell_folded(f"{describe_entry(one)} and {describe_entry(other)}: {explained.conclusion}")
    tell(f"\n{draw(_draw_facts(explained))}", nl=False)
    for line in _describe(explained):
        tell_folded(line)
    return CLEAN


def explain(database: Database, one: Card, other: Card) -> Explained:
    """Compare two entries as the resolver does, and find out what came of it."""
    entries = {i: entry for i, _, entry in read_entries(database, (one.row_id, other.row_id))}
    words = load_words()
    ours, theirs = (entries[card.row_id] for card in (one, other))
    a, b = read_traits(ours, words), read_traits(theirs, words)
    comparison = compare(a, b)
    sides = Side(a, list_prose(ours)), Side(b, list_prose(theirs))
    tools = [find_tool(database, card.row_id) for card in (one, other)]
    shared_keys = list_shared_keys(database, a, b)
    return Explained(
        cards=(one, other),
        traits=(a, b),
        comparison=comparison,
        speaks_for=tuple(tell_for(*sides, comparison)),
        speaks_against=tuple(tell_against(a, b, comparison)),
        shared_keys=shared_keys,
        is_one_tool=tools[0] == tools[1],
        conclusion=_conclude(database, one, other, (a, b), comparison, shared_keys),
    )


def _read(database: Database, sql: str, *ids: int) -> tuple[object, ...]:
    return tuple(database.conn.execute(sql, ids).fetchone() or ())


def _conclude(
    database: Database,
    one: Card,
    other: Card,
    traits: tuple[Traits, Traits],
    found: Comparison,
    shared_keys: Sequence[SharedKey],
) -> str:
    ids = (one.row_id, other.row_id)
    if one.row_id == other.row_id:
        return "one entry"
    is_one = len({find_tool(database, entry_id) for entry_id in ids}) == 1
    if word := _read(database, SELECT_WORD, *ids):
        return _describe_word(database, ids, word, is_one=is_one)
    doubt = find_doubt(*traits, found)
    outcome, reason = _read(database, SELECT_PAIR, *ids) or ("", "")
    if is_one:
        how = "by the rule" if outcome and not doubt else _describe_way(database, ids)
        return f"one tool, {how}"
    if found.conflicts:
        return f"two tools, for they differ in {', '.join(found.conflicts)}"
    if outcome == "queued":
        return f"two tools until a person has said so: {reason}"
    if apart := _describe_apart(database, ids):
        return f"two tools, for {apart}"
    if outcome == "weak":
        return "two tools, and no question: both have pairs that are far more alike"
    if found.score < QUEUE_AT:
        return f"two tools, for a score of {found.score} is below {QUEUE_AT}"
    if outcome == "unsure":
        return "two tools, for a person was unsure of others of their entries"
    return f"two tools, for they were not compared{_tell_sharing(shared_keys)}"


def _tell_sharing(keys: Sequence[SharedKey]) -> str:
    """Return why two entries whose score would be worth a question were not compared."""
    if any(each.is_rare for each in keys):
        return " since they were read"
    limits = sorted({find_most(number_key(each.key)) for each in keys}, reverse=True)
    if not limits:
        return ": they share no key that few entries have"
    part = f", or more than {limits[1]} if it is a part of a name" if limits[1:] else ""
    return f": more than {limits[0]} entries have each key that they share{part}"


def _describe_word(
    database: Database, ids: tuple[int, int], word: Sequence[object], *, is_one: bool
) -> str:
    number, said, by, at, reason = word
    which = "one tool" if is_one else "two tools"
    # Others may join what a person was unsure of, and slugs that came later make words contradict.
    if is_one and said != "same":
        which += f", {_describe_way(database, ids)}"
    elif said == "same" and not is_one and (apart := _describe_apart(database, ids)):
        which += f", for {apart}"
    why = f", {reason!r}" if reason else ""
    return f"{which}; {by} said {said} on {at} (decision {number}{why})"


def _describe_way(database: Database, ids: tuple[int, int]) -> str:
    """Return by which entries two are joined to one tool; the same from both sides."""
    start, end = sorted((read_card(database, each) for each in ids), key=lambda card: card.entry_id)
    way = "".join(
        f" = {describe_entry(read_card(database, step.other_id))} "
        f"({'rule' if step.decision_id is None else f'decision {step.decision_id}'})"
        for step in trace_joined(database, start.row_id, end.row_id)
    )
    return f"by a chain: {describe_entry(start)}{way}"


def _describe_apart(database: Database, ids: tuple[int, int]) -> str:
    """Return which entries of two tools keep them apart; nothing, where none do."""
    step = trace_apart(database, *ids)
    return "" if step is None else describe_step(database, step)


def _draw_facts(explained: Explained) -> Table:
    from rich.markup import escape
    from rich.table import Table

    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="bold")
    for header in ("", *(describe_entry(card) for card in explained.cards), ""):
        table.add_column(escape(header), overflow="fold")
    a, b = explained.traits
    names = [card.name for card in explained.cards]
    table.add_row("name", *map(escape, names), "=" if a.spelled == b.spelled else "≠")
    for kind in TYPES:
        ours, theirs = list_facts(a, kind), list_facts(b, kind)
        if ours or theirs:
            cells = [_show_fact(traits, kind) for traits in (a, b)]
            table.add_row(kind, *map(escape, cells), _sign(explained.comparison, kind))
    return table


def _show_fact(traits: Traits, kind: str) -> str:
    values = ", ".join(list_facts(traits, kind))
    return values if not values or kind in traits.named else f"{values} (told)"


def _sign(comparison: Comparison, kind: str) -> str:
    if kind in comparison.conflicts:
        return "≠ keeps them apart"
    return "=" if kind in comparison.agreed else "one says so"


def _describe(explained: Explained) -> Iterator[str]:
    comparison = explained.comparison
    yield ""
    parts = ", ".join(f"{part} {points:+}" for part, points in comparison.parts.items())
    parts = parts or "nothing in common"
    yield f"Score {comparison.score} of 1000 ({parts}); asked from {QUEUE_AT}"
    for line in explained.speaks_for:
        yield f"+ {line}"
    for line in explained.speaks_against:
        yield f"- {line}"
    keys = explained.shared_keys
    rare = [_describe_key(each.key) for each in keys if each.is_rare]
    if rare:
        yield f"Found by {plural(len(rare), 'shared key')}: {_list_keys(rare)}"
    elif keys:
        crowded = [f"{_describe_key(each.key)} ({plural(each.entries, 'entry')})" for each in keys]
        yield f"Share only keys that many have: {_list_keys(crowded)}"
    else:
        yield "Share no key"


def _list_keys(keys: Sequence[str]) -> str:
    more = f" and {len(keys) - MOST_KEYS} more" if len(keys) > MOST_KEYS else ""
    return f"{', '.join(keys[:MOST_KEYS])}{more}"


def _describe_key(key: str) -> str:
    kind, _, text = key.partition(" ")
    return f"{KINDS[kind]} {text}"


def _as_json(path: Path, explained: Explained) -> dict[str, object]:
    comparison = explained.comparison
    return {
        "command": "resolve",
        "exit_status": CLEAN,
        "db": show_path(path),
        "entries": [
            {
                "entry_id": card.entry_id, "site": card.site, "slug": card.slug, "name": card.name,
                "facts": {kind: facts for kind in TYPES if (facts := list_facts(traits, kind))},
            }
            for card, traits in zip(explained.cards, explained.traits, strict=True)
        ],
        "is_one_tool": explained.is_one_tool,
        "conclusion": explained.conclusion,
        "score": comparison.score,
        "parts": dict(comparison.parts),
        "conflicts": comparison.conflicts,
        "for": explained.speaks_for,
        "against": explained.speaks_against,
        "shared_keys": [asdict(each) for each in explained.shared_keys],
    }  # fmt: skip
