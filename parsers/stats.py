"""Parse: the labels of a card, and their values on whichever side of them.

A page puts values before its labels or after them, on every card alike, each beside its label or
all in a row of their own; which it is, is found by trying. A line beside a label that cannot be
its value is kept too, so that it can be named.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from msgspec import Struct

from parsers.lines import Fields, Ledger, Line
from parsers.records import Verdict
from parsers.sites import Landmarks, Site

COMMUNITY = ("community_ship_pct", "community_votes")
PERCENT = re.compile(r"(\d{1,3})\s?%")
_SHARE = re.compile(r"(?<![\d.,])(\d{1,3})\s?%")
_NO_VOTES = re.compile(r"[-–—―−.…]+|n/?a|none|no\b.*", re.IGNORECASE)
_DENIAL = re.compile(r"none|no\b.*", re.IGNORECASE)  # a dash may stand for what is not shown
_WORD = re.compile(r"\w+")
_BADGE = re.compile(r"\W*(?:verdict\W+)?(?P<word>[^\W\d]+)(?: it)?\W*")
_LONGEST_PRICE = 60
_MOST_LINKED_WORDS = 2
_LONGEST_VALUE = 30
_LONGEST_TEXT = 300


class Stat(Struct, frozen=True):
    """A label, the line that is its value, or else the line that stands in the value's place."""

    label: Line
    value: Line | None = None
    odd: Line | None = None


def pair_stats(cards: Sequence[Sequence[Line]], site: Site) -> list[dict[str, Stat]]:
    """Return the stats of each card's lines, by folded label, as the page orders them."""
    marks = site.landmarks
    places = [
        [at for at, line in enumerate(lines) if line.folded in marks.labels] for lines in cards
    ]
    steps = [-1, 1]
    if (run := _count_run(places)) > 1:
        steps += [-run, run]
    sides = (
        [_pair(lines, own, step, site) for lines, own in zip(cards, places, strict=True)]
        for step in steps
    )
    before = next(sides)
    if all(stat.value is not None for card in before for stat in card.values()):
        return before
    return max((before, *sides), key=lambda paired: _rank(paired, marks))


def _count_run(places: Sequence[Sequence[int]]) -> int:
    """Return how many labels each card has in a row, as above a row of values, or 0."""
    runs = {own[-1] - own[0] + 1 if own else 0 for own in places}
    counts = {len(own) for own in places}
    return runs.pop() if len(runs) == 1 and runs == counts else 0


def _rank(cards: Sequence[dict[str, Stat]], marks: Landmarks) -> tuple[int, int, int]:
    """Rank a side: first by labels whose values are unmistakable, then by values, then misfits."""
    certain = values = odd = 0
    for card in cards:
        for label, stat in card.items():
            if stat.value is not None:
                values += 1
                certain += label in (marks.panel, marks.panel_verdict)
            else:
                odd += stat.odd is not None
    return certain, values, -odd


def _pair(lines: Sequence[Line], labels: Sequence[int], step: int, site: Site) -> dict[str, Stat]:
    stats: dict[str, Stat] = {}
    for at in labels:
        label, place = lines[at], at + step
        if label.folded in stats or label.folded == site.landmarks.table:
            continue
        beside = lines[place] if 0 <= place < len(lines) and place not in labels else None
        if beside is None:
            stats[label.folded] = Stat(label)
        elif _accepts(label.folded, beside.text, site) and not _leads_away(beside, label):
            stats[label.folded] = Stat(label, value=beside)
        else:
            stats[label.folded] = Stat(label, odd=beside)
    return stats


def _leads_away(line: Line, label: Line) -> bool:
    """Tell whether a line is a link of some words, such as to read on, and no value."""
    return line.link not in (None, label.link) and len(line.text.split()) > _MOST_LINKED_WORDS


def _accepts(label: str, text: str, site: Site) -> bool:
    marks = site.landmarks
    if label == marks.panel:
        return PERCENT.fullmatch(text) is not None
    if label == marks.community:
        return _is_community(text, site)
    if label == marks.entry:
        return _is_price(text, site)
    if label == marks.panel_verdict:
        return site.tally.search(text) is not None
    return len(text) <= _LONGEST_TEXT


def _is_community(text: str, site: Site) -> bool:
    if len(text) > _LONGEST_PRICE:
        return False
    searches = (_NO_VOTES.fullmatch, _SHARE.match, site.community_votes.search)
    return any(search(text) for search in searches)


def _is_price(text: str, site: Site) -> bool:
    if PERCENT.fullmatch(text) or text.casefold() in site.verdicts or _NO_VOTES.fullmatch(text):
        return False
    return len(text) <= _LONGEST_PRICE and site.community_votes.fullmatch(text) is None


def read_stats(
    stats: Mapping[str, Stat], site: Site, position: int, fields: Fields, ledger: Ledger
) -> None:
    """Read what the labels claim; a label without a value that can be one is an issue."""
    marks = site.landmarks
    prefix = f"tools.{position}."
    ledger.claimed.update(stat.label.number for stat in stats.values())
    if (panel := stats.get(marks.panel)) is not None:
        _read_panel(panel, f"{prefix}panel_ship_pct", fields, ledger)
    for name in (marks.entry, marks.pricing, marks.best_for, marks.category):
        if (stat := stats.get(name)) is not None:
            field = name_field(name, marks)
            if stat.value is None:
                _report_missing(stat, f"{prefix}{field}", "a value", ledger)
            else:
                fields[field] = stat.value.text
                ledger.claim(stat.value, f"{prefix}{field}", stat.label.text)
    if (tally := stats.get(marks.panel_verdict)) is not None:
        if tally.value is None:
            _report_missing(tally, f"{prefix}ship_votes", "the panel's votes", ledger)
        else:
            read_panel_verdict(tally.value, position, site, fields, ledger)
    if (community := stats.get(marks.community)) is not None:
        value = community.value
        if value is None and community.odd is not None:
            value = community.odd if len(community.odd.text) <= _LONGEST_VALUE else None
        if value is not None:
            read_community(value, position, site, fields, ledger)


def name_field(label: str, marks: Landmarks) -> str:
    """Return the field that a label stands beside."""
    return {
        marks.panel: "panel_ship_pct",
        marks.community: "community_ship_pct",
        marks.entry: "entry_price",
        marks.panel_verdict: "verdict",
        marks.pricing: "pricing",
        marks.best_for: "tagline",
        marks.category: "category",
    }[label]


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


def read_panel_verdict(
    line: Line, position: int, site: Site, fields: Fields, ledger: Ledger
) -> None:
    """Read the badge and the panel's votes, as in ``Ship · 3 ship / 1 skip``."""
    prefix = f"tools.{position}."
    word = _WORD.match(line.folded)
    if word is not None and word[0] in site.verdicts:
        fields["verdict"] = site.verdicts[word[0]]
        ledger.claim(line, f"{prefix}verdict", "panel's verdict")
    if (tally := site.tally.search(line.text)) is not None:
        for field in ("ship", "skip"):
            fields[f"{field}_votes"] = int(tally[field])
            ledger.claim(line, f"{prefix}{field}_votes", "panel's votes")
    else:
        message = "the panel's votes cannot be read"
        path = f"{prefix}ship_votes"
        ledger.report("value_invalid", path, message, "how many ship and skip", line.text[:80])


def read_community(line: Line, position: int, site: Site, fields: Fields, ledger: Ledger) -> None:
    """Read the community's share and number of votes; without votes there is neither.

    That there are none is a statement where words or a number say so.
    """
    path = f"tools.{position}.community_ship_pct"
    ledger.claim(line, path, "community")
    votes = read_votes(line.text, site)
    if votes == 0 or _NO_VOTES.fullmatch(line.text):
        if votes == 0 or _DENIAL.fullmatch(line.text):
            for field in COMMUNITY:
                ledger.deny(f"tools.{position}.{field}")
        return
    if votes is not None:
        fields["community_votes"] = votes
        ledger.claim(line, f"tools.{position}.community_votes", "community")
    if votes is None or "%" in line.text:
        share = read_share(line, path, ledger)
        if share is not None:
            fields["community_ship_pct"] = share
            _check_rest(line, position, votes, ledger)


def _check_rest(line: Line, position: int, votes: int | None, ledger: Ledger) -> None:
    """Report a number beside the share that was not read as one of votes."""
    rest = _SHARE.sub("", line.text, count=1)
    if votes is None and any(char.isdigit() for char in rest):
        message = "a number that cannot be read as one of votes"
        path = f"tools.{position}.community_votes"
        ledger.report("value_invalid", path, message, "such as 124 votes", line.text[:80])


def read_badge(line: Line, site: Site) -> Verdict | None:
    """Return the verdict that a line is the badge of, as ``Ship``, ``🚀 Ship`` or ``Ship it``."""
    match = _BADGE.fullmatch(line.folded)
    return None if match is None else site.verdicts.get(match["word"])


def read_votes(text: str, site: Site) -> int | None:
    """Return the number of votes that a text states, or None."""
    match = site.community_votes.search(text)
    return None if match is None else int(re.sub(r"\D", "", match["votes"]))
