"""Command: ``review --log``, the decisions as lines, or as JSON."""

from __future__ import annotations

import json
from contextlib import closing
from pathlib import Path

from sqlite_utils import Database

from db.resolving.decisions import find_entry
from db.resolving.listing import Fate, list_fates
from db.resolving.queue import read_card
from scraper.showing import show_path
from versusdb.contradictions import SIGNS
from versusdb.entries import describe_changed, describe_entry, describe_key
from versusdb.errors import CLEAN
from versusdb.progress import tell, tell_folded
from versusdb.store import open_reader

SELECT_REASONS = "SELECT decision_id, reason FROM decisions WHERE reason <> ''"
SELECT_ROWS = "SELECT * FROM v1_decisions ORDER BY decision_id"


def list_log(path: Path, *, is_json: bool) -> int:
    """Print all decisions, the oldest first, and what has become of each."""
    with closing(open_reader(path)) as database:
        if is_json:
            rows = [_read_row(row) for row in database.query(SELECT_ROWS)]
            summary = {"command": "review", "exit_status": CLEAN, "db": show_path(path)}
            tell(json.dumps(summary | {"decisions": rows}))
            return CLEAN
        fates = list_fates(database)
        reasons = dict(database.conn.execute(SELECT_REASONS).fetchall())
        for fate in fates:
            tell_folded(_describe(database, fate, reasons.get(fate.said.decision_id, "")))
        if not fates:
            tell_folded(f"{path}: nothing was decided")
    return CLEAN


def _read_row(row: dict[str, object]) -> dict[str, object]:
    """Return a row with what is JSON in it as values."""
    return row | {name: json.loads(str(row[name] or "null")) for name in ("changed", "evidence")}


def _describe(database: Database, fate: Fate, reason: str) -> str:
    said = fate.said
    one, other = (_name(database, key) for key in (fate.one_key, fate.other_key))
    pair = f"{one} {SIGNS.get(said.word, '–')} {other}"
    why = f", {reason!r}" if reason else ""
    made = f"{said.decision_id}: {said.decided_at}, {said.decided_by}"
    return f"{made}: {pair}{why}; {_tell_fate(fate)}"


def _name(database: Database, key: str) -> str:
    entry_id = find_entry(database, key)
    if entry_id is None:
        return describe_key(database, key)
    return describe_entry(read_card(database, entry_id))


def _tell_fate(fate: Fate) -> str:
    if fate.said.word == "retracted":
        return f"takes decision {fate.takes_back} back" if fate.takes_back else "takes nothing back"
    if fate.taken_back_by:
        return f"taken back by decision {fate.taken_back_by}"
    if fate.followed_by:
        return f"decision {fate.followed_by} has followed"
    if fate.overruled_by:
        return f"decision {fate.overruled_by} overrules it"
    if fate.waits:
        return "waits for an entry"
    if not fate.holds:
        return "both are one entry now"
    return f"holds, changed since: {describe_changed(fate.changed)}" if fate.changed else "holds"
