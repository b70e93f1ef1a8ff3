"""Parse: the numbers of a card: its labels, and the values on whichever side of them.

A page puts values before its labels or after them, on every card alike; which of the two is
found by trying both. A line beside a label that cannot be its value is kept too, so that it can
be named.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from parsers.lines import Fields, Ledger, Line
from parsers.sites import Labels
from parsers.text import fold_label

VERDICTS = frozenset(("ship", "mixed", "skip"))
PERCENT = re.compile(r"(\d{1,3})\s?%")
_SHARE = re.compile(r"(?<![\d.,])(\d{1,3})\s?%")
# 124 votes; 1,240 or 1 240 community votes. The lookbehind keeps the search linear.
_VOTES = re.compile(
    r"(?<![\d.,])(\d{1,3}(?:[ ,.'’]\d{3}){1,3}|\d{1,9})\s(?:community\s)?votes?\b", re.IGNORECASE
)
_NO_VOTES = re.compile(r"[-–—―−.…]+|n/?a|none|no\b.*", re.IGNORECASE)
_LONGEST_PRICE = 60
_LONGEST_VALUE = 30


class Stat(Struct, frozen=True):
    """A label, the line that is its value, or else the line that stands in the value's place."""

    label: Line
    value: Line | None = None
    odd: Line | None = None


def pair_stats(cards: Sequence[Sequence[Line]], labels: Labels) -> list[dict[str, Stat]]:
    """Return the stats of each card's lines, by folded label, as the page orders them."""
    before = [_pair(lines, labels, step=-1) for lines in cards]
    after = [_pair(lines, labels, step=1) for lines in cards]
    panel = fold_label(labels.panel)
    return max(before, after, key=lambda paired: _rank(paired, panel))


def _rank(cards: Sequence[dict[str, Stat]], panel: str) -> tuple[int, int, int]:
    """Rank a side: first by panels with a percentage, then by all values, then by misfits."""
    stats = [stat for card in cards for stat in card.values()]
    panels = [card[panel] for card in cards if panel in card]
    return (
        sum(stat.value is not None for stat in panels),
        sum(stat.value is not None for stat in stats),
        -sum(stat.odd is not None for stat in stats),
    )


def _pair(lines: Sequence[Line], labels: Labels, step: int) -> dict[str, Stat]:
    names = labels.name_stats()
    accepts = {
        fold_label(labels.panel): lambda text: PERCENT.fullmatch(text) is not None,
        fold_label(labels.community): _is_community,
        fold_label(labels.entry): _is_price,
    }
    stats: dict[str, Stat] = {}
    for index, label in enumerate(lines):
        if label.folded not in accepts or label.folded in stats:
            continue
        place = index + step
        beside = lines[place] if 0 <= place < len(lines) else None
        if beside is None or beside.folded in names:
            stats[label.folded] = Stat(label)
        elif accepts[label.folded](beside.text):
            stats[label.folded] = Stat(label, value=beside)
        else:
            stats[label.folded] = Stat(label, odd=beside)
    return stats


def _is_community(text: str) -> bool:
    searches = (_NO_VOTES.fullmatch, _SHARE.match, _VOTES.search)
    return any(search(text) is not None for search in searches)


def _is_price(text: str) -> bool:
    if PERCENT.fullmatch(text) or text.casefold() in VERDICTS or _NO_VOTES.fullmatch(text):
        return False
    return len(text) <= _LONGEST_PRICE


def read_stats(
    stats: dict[str, Stat], labels: Labels, position: int, fields: Fields, ledger: Ledger
) -> None:
    """Read what the labels claim; a label without a value that can be one is an issue."""
    prefix = f"tools.{position}."
    for name, stat in stats.items():
        is_community = name == fold_label(labels.community)
        ledger.claim(stat.label, prefix + ("community" if is_community else name), "label")
    if (panel := stats.get(fold_label(labels.panel))) is not None:
        _read_panel(panel, f"{prefix}panel_ship_pct", fields, ledger)
    if (entry := stats.get(fold_label(labels.entry))) is not None:
        if entry.value is None:
            _report_missing(entry, f"{prefix}entry_price", "a price", ledger)
        else:
            fields["entry_price"] = entry.value.text
            ledger.claim(entry.value, f"{prefix}entry_price", labels.entry)
    if (community := stats.get(fold_label(labels.community))) is not None:
        if community.value is not None:
            read_community(community.value, position, fields, ledger)
        elif community.odd is not None and len(community.odd.text) <= _LONGEST_VALUE:
            ledger.claim(community.odd, f"{prefix}community_ship_pct", labels.community)
            read_community(community.odd, position, fields, ledger)


def _read_panel(panel: Stat, path: str, fields: Fields, ledger: Ledger) -> None:
    if panel.value is None:
        _report_missing(panel, path, "a percentage", ledger)
        return
    ledger.claim(panel.value, path, panel.label.text)
    share = read_share(panel.value, path, ledger)
    if share is not None:
        fields["panel_ship_pct"] = share


def _report_missing(stat: Stat, path: str, expected: str, ledger: Ledger) -> None:
    found = "nothing" if stat.odd is None else stat.odd.text[:80]
    message = f"no value beside {stat.label.text!r}"
    ledger.report("value_missing", path, message, expected, found)


def read_share(line: Line, path: str, ledger: Ledger) -> int | None:
    """Return the percentage that a line states, 0 to 100, or report what it states."""
    match = _SHARE.search(line.text)
    if match is not None and int(match.group(1)) <= 100:
        return int(match.group(1))
    ledger.report("value_invalid", path, "not a percentage", "0% to 100%", line.text[:80])
    return None


def read_community(line: Line, position: int, fields: Fields, ledger: Ledger) -> None:
    """Read the community's share and number of votes; without votes there is neither."""
    path = f"tools.{position}.community_ship_pct"
    ledger.claim(line, path, "community")
    votes = read_votes(line.text)
    if votes == 0 or _NO_VOTES.fullmatch(line.text):
        return
    if votes is not None:
        fields["community_votes"] = votes
    if votes is None or "%" in line.text:
        share = read_share(line, path, ledger)
        if share is not None:
            fields["community_ship_pct"] = share


def read_votes(text: str) -> int | None:
    """Return the number of votes that a text states, or None."""
    match = _VOTES.search(text)
    return None if match is None else int(re.sub(r"\D", "", match.group(1)))
