"""Parse: the tool cards.

A name from the title, printed by itself and followed by the panel's label, anchors a card: so
a card of some other comparison on the page is never taken. Its labels claim the value on
whichever side of them this page puts values; what is left before the numbers is the tagline,
what is left after them the description.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise

from msgspec import Struct

from parsers.lines import Ledger, Line
from parsers.sites import Labels, Site
from parsers.text import fold_label
from parsers.titles import find_slug

Fields = dict[str, str | int]

PERCENT = re.compile(r"(\d{1,3})\s?%")
VOTES = re.compile(r"(\d[\d,]*)\s+(?:community\s+)?votes?\b", re.IGNORECASE)
DASHES = frozenset("—–-―−")
VERDICTS = frozenset(("ship", "mixed", "skip"))
_LONGEST_PRICE = 60
_LONGEST_CATEGORY = 60


class Segment(Struct, frozen=True):
    """The lines of one card: what stands before its name, the name, what stands after it."""

    position: int
    lead: tuple[Line, ...]
    name: Line
    body: tuple[Line, ...]


def read_cards(
    lines: Sequence[Line], names: Sequence[str], site: Site, ledger: Ledger
) -> list[Fields | None]:
    """Return the fields of each tool's card, None for a tool without one.

    A card rendered twice is read once: the rendering with the most fields counts, and one that
    says something else is an issue.
    """
    segments = list(_cut_segments(lines, names, site.labels))
    sides = (_pair_before, _pair_after)
    pair = max(sides, key=lambda side: sum(len(side(s.body, site.labels)) for s in segments))
    readings: list[list[tuple[Fields, Ledger]]] = [[] for _ in names]
    for segment in segments:
        trial = Ledger()
        fields = _read_card(segment, pair(segment.body, site.labels), site, trial)
        readings[segment.position - 1].append((fields, trial))
    return [
        _choose_rendering(position, renderings, ledger)
        for position, renderings in enumerate(readings, start=1)
    ]


def _choose_rendering(
    position: int, renderings: Sequence[tuple[Fields, Ledger]], ledger: Ledger
) -> Fields | None:
    if not renderings:
        return None
    kept, trial = max(renderings, key=lambda rendering: len(rendering[0]))
    ledger.evidence += trial.evidence
    ledger.issues += trial.issues
    for other, other_trial in renderings:
        ledger.claimed |= other_trial.claimed
        for field in sorted(kept.keys() & other.keys()):
            if kept[field] != other[field]:
                message = "two renderings of one card differ"
                path = f"tools.{position}.{field}"
                ledger.report("renderings_differ", path, message, kept[field], other[field])
    return kept


def _cut_segments(lines: Sequence[Line], names: Sequence[str], labels: Labels) -> Iterator[Segment]:
    """Yield the segments that hold the panel's label, in page order."""
    # Two tools may bear one name: then their cards take turns.
    turns: dict[str, list[int]] = {}
    for place, title_name in enumerate(names, start=1):
        turns.setdefault(fold_label(title_name), []).append(place)
    stats, panel = labels.name_stats(), fold_label(labels.panel)
    anchors = list(_find_anchors(lines, turns.keys(), stats, panel))
    starts = [_find_lead(lines, anchor, labels) for anchor in anchors]
    for anchor, start, end in zip(anchors, starts, [*starts, len(lines)][1:], strict=True):
        name = lines[anchor]
        body = tuple(
            line
            for line in lines[anchor + 1 : end]
            if line.folded != name.folded or line.folded in stats
        )
        if any(line.folded == panel for line in body):
            position = turns[name.folded].pop(0)
            turns[name.folded].append(position)
            yield Segment(position, tuple(lines[start:anchor]), name, body)


def _find_anchors(
    lines: Sequence[Line], names: AbstractSet[str], stats: AbstractSet[str], panel: str
) -> Iterator[int]:
    """Yield where a name begins a card.

    A name said again before any label begins nothing. A name that is itself a label is the
    label where its card has none yet.
    """
    current: str | None = None
    seen: set[str] = set()
    for index, line in enumerate(lines):
        folded = line.folded
        is_label = folded in stats and folded not in seen and (folded == panel or panel in seen)
        if current is not None and is_label:
            seen.add(folded)
        elif folded in names and not (folded == current and not seen):
            current, seen = folded, set()
            yield index


def _find_lead(lines: Sequence[Line], anchor: int, labels: Labels) -> int:
    """Return where a card begins: at its avatar's letter or its category before the name."""
    start = anchor
    initial = lines[anchor].folded[:1]
    has_category = False
    while start > 0:
        line = lines[start - 1]
        if line.folded == initial:
            start -= 1
        elif not has_category and _is_category(line, labels):
            start -= 1
            has_category = True
        else:
            break
    return start


def _is_category(line: Line, labels: Labels) -> bool:
    return (
        len(line.text) <= _LONGEST_CATEGORY
        and not line.text.endswith((".", "!", "?", "…", ":"))
        and line.folded not in labels.name_stats()
        and line.folded not in VERDICTS
        and not PERCENT.fullmatch(line.text)
    )


def _pair_before(body: Sequence[Line], labels: Labels) -> dict[str, Line]:
    return _pair(list(body), labels)


def _pair_after(body: Sequence[Line], labels: Labels) -> dict[str, Line]:
    return _pair(list(reversed(body)), labels)


def _pair(body: Sequence[Line], labels: Labels) -> dict[str, Line]:
    """Return for each label the line that stands before it, where that can be its value."""
    stats = labels.name_stats()
    accepts = {
        fold_label(labels.panel): lambda text: PERCENT.fullmatch(text) is not None,
        fold_label(labels.community): _is_community,
        fold_label(labels.entry): _is_price,
    }
    values: dict[str, Line] = {}
    for value, label in pairwise(body):
        accept = accepts.get(label.folded)
        is_free = label.folded not in values and value.folded not in stats
        if accept and is_free and accept(value.text):
            values[label.folded] = value
    return values


def _is_community(text: str) -> bool:
    is_none = text in DASHES or text.casefold().startswith("no ")
    return is_none or PERCENT.match(text) is not None or VOTES.search(text) is not None


def _is_price(text: str) -> bool:
    if text in DASHES or PERCENT.fullmatch(text) or text.casefold() in VERDICTS:
        return False
    return len(text) <= _LONGEST_PRICE


def _read_card(segment: Segment, values: dict[str, Line], site: Site, ledger: Ledger) -> Fields:
    labels, prefix = site.labels, f"tools.{segment.position}."
    fields: Fields = {"name": segment.name.text}
    ledger.claim(segment.name, f"{prefix}name", "name in the title")
    _read_lead(segment, fields, ledger)
    stats = labels.name_stats()
    for line in segment.body:
        if line.folded in stats:
            value = values.get(line.folded)
            if value is not None or line.folded == fold_label(labels.community):
                ledger.claim(line, f"{prefix}{line.folded}", "label")
    if (panel := values.get(fold_label(labels.panel))) is not None:
        _read_percent(panel, "panel_ship_pct", segment, fields, ledger)
    if (entry := values.get(fold_label(labels.entry))) is not None:
        fields["entry_price"] = entry.text
        ledger.claim(entry, f"{prefix}entry_price", labels.entry)
    if (community := values.get(fold_label(labels.community))) is not None:
        read_community(community, segment.position, fields, ledger)
    _read_words(segment, fields, ledger)
    _read_slug(segment, site, fields, ledger)
    return fields


def _read_lead(segment: Segment, fields: Fields, ledger: Ledger) -> None:
    for line in segment.lead:
        if line.folded == segment.name.folded[:1]:
            ledger.claim(line, f"tools.{segment.position}.avatar", "first letter of the name")
        else:
            fields["category"] = line.text
            ledger.claim(line, f"tools.{segment.position}.category", "line before the name")


def _read_percent(line: Line, field: str, segment: Segment, fields: Fields, ledger: Ledger) -> None:
    path = f"tools.{segment.position}.{field}"
    ledger.claim(line, path, "percentage beside its label")
    match = PERCENT.match(line.text)
    if match is None or int(match.group(1)) > 100:
        ledger.report("value_invalid", path, "not a percentage", "0% to 100%", line.text)
    else:
        fields[field] = int(match.group(1))


def read_community(line: Line, position: int, fields: Fields, ledger: Ledger) -> None:
    """Read the community's share and number of votes, where the line states them."""
    prefix = f"tools.{position}."
    ledger.claim(line, f"{prefix}community_ship_pct", "community")
    if (share := PERCENT.search(line.text)) is not None:
        if int(share.group(1)) > 100:
            message = "not a percentage"
            ledger.report(
                "value_invalid", f"{prefix}community_ship_pct", message, "0% to 100%", line.text
            )
        else:
            fields["community_ship_pct"] = int(share.group(1))
    if (votes := VOTES.search(line.text)) is not None:
        fields["community_votes"] = int(votes.group(1).replace(",", ""))


def _read_words(segment: Segment, fields: Fields, ledger: Ledger) -> None:
    """Read what no label claims: badge, votes, tagline and description."""
    prefix = f"tools.{segment.position}."
    labelled = [line for line in segment.body if line.number in ledger.claimed]
    # A link around the whole card is around its labels too, and makes no line a mere link.
    card_links = {None, *(line.block.link for line in labelled)}
    words: list[Line] = []
    for line in segment.body:
        if line.number in ledger.claimed:
            continue
        if line.folded in VERDICTS and "verdict" not in fields:
            fields["verdict"] = line.folded
            ledger.claim(line, f"{prefix}verdict", "badge")
        elif VOTES.fullmatch(line.text.strip("()")):
            read_community(line, segment.position, fields, ledger)
        elif line.block.link in card_links:
            words.append(line)
    last_label = max((line.number for line in labelled), default=-1)
    is_description_alone = len(words) == 1 and -1 < last_label < words[0].number
    if words and not is_description_alone:
        tagline = words.pop(0)
        fields["tagline"] = tagline.text
        ledger.claim(tagline, f"{prefix}tagline", "first line after the name")
    if words:
        fields["description"] = " ".join(line.text for line in words)
        for line in words:
            ledger.claim(line, f"{prefix}description", "lines after the numbers")


def _read_slug(segment: Segment, site: Site, fields: Fields, ledger: Ledger) -> None:
    path = f"tools.{segment.position}.slug"
    slugs: dict[str, Line] = {}
    for line in (*segment.lead, segment.name, *segment.body):
        if (slug := find_slug(line.block.link, site)) is not None:
            slugs.setdefault(slug, line)
    if len(slugs) == 1:
        ((fields["slug"], line),) = slugs.items()
        ledger.claim(line, path, f"link to {site.tool_path}")
    elif slugs:
        message = "the card links to more than one tool page"
        ledger.report("slug_ambiguous", path, message, "one", ", ".join(slugs))
