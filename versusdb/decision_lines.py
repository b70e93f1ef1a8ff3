"""Command: reads the lines of a file of decisions, and says what is wrong with one."""

from __future__ import annotations

from codecs import BOM_UTF8
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Literal, TypeAlias

import msgspec
from msgspec import UNSET, Struct, UnsetType

from db.resolving.decisions import Decision
from scraper.times import format_time, is_future, read_clock

Line: TypeAlias = tuple[int, Decision]
# Of what is wrong with a line so much is told.
LONGEST = 200


class Retracts(Struct, forbid_unknown_fields=True):
    """Which word a retraction takes back."""

    word: Literal["same", "different", "unsure"]
    decided_by: str
    decided_at: str


class Evidence(Struct, rename={"speaks_for": "for"}):
    """What the evidence of a decision may hold; what else it holds is kept as it is."""

    speaks_for: Sequence[str] = ()
    against: Sequence[str] = ()
    parts: dict[str, int] = {}
    score: int = 0
    # Digests of what both cards said, by field.
    cards: tuple[dict[str, str], dict[str, str]] = ({}, {})
    retracts: Retracts | UnsetType = UNSET
    # Others overruled it when it was written: what contradicts is this word.
    overruled: bool = False


def read_decisions(lines: Iterable[bytes]) -> tuple[list[Line], list[tuple[int, str]]]:
    """Return the decisions of a file by the numbers of their lines, and what is wrong elsewhere."""
    decisions: list[Line] = []
    unreadable = []
    decoder = msgspec.json.Decoder(Decision)
    for number, line in enumerate(lines, start=1):
        if number == 1:
            line = line.removeprefix(BOM_UTF8)
        if not line.strip():
            continue
        try:
            decision = decoder.decode(line)
            _check_decision(decision)
        except (msgspec.DecodeError, ValueError) as error:
            what = " ".join(str(error).split())[:LONGEST]
            unreadable.append((number, what))
        else:
            decisions.append((number, decision))
    return decisions, unreadable


def part_ahead(decisions: Iterable[Line]) -> tuple[list[Line], list[tuple[int, str]]]:
    """Return the decisions but for those of a time to come, and what is wrong with these.

    Words said later on the pair would have to be of a later time.
    """
    taken, ahead = [], []
    for number, decision in decisions:
        if is_future(datetime.fromisoformat(decision.decided_at)):
            now = format_time(read_clock())
            what = f"decided_at {decision.decided_at!r} is more than a day after now, {now}"
            ahead.append((number, what))
        else:
            taken.append((number, decision))
    return taken, ahead


def _check_decision(decision: Decision) -> None:
    """Raise ``ValueError`` for what no export holds."""
    if decision.one.find_key() == decision.other.find_key():
        raise ValueError("both sides are one entry")
    for side, name in (("one", decision.one), ("other", decision.other)):
        for field, value in (("site", name.site), ("slug", name.slug), ("name", name.name)):
            if value is not None and not value.strip():
                raise ValueError(f"{side}.{field} is empty")
    if not decision.decided_by.strip():
        raise ValueError("decided_by is empty")
    try:
        msgspec.convert(decision.evidence, Evidence)
    except msgspec.ValidationError as error:
        raise ValueError(f"evidence: {error}") from None
    try:
        moment = datetime.fromisoformat(decision.decided_at)
    except ValueError:
        moment = None
    if moment is None or format_time(moment) != decision.decided_at:
        raise ValueError(f"decided_at {decision.decided_at!r} is no time as 2026-04-24T12:00:00Z")
