"""Parse: the tool cards.

A name from the title, printed by itself and followed by the panel's label, anchors a card: so
a card of some other comparison on the page is never taken. Its labels claim the value on
whichever side of them this page puts values; what is left before the numbers is the tagline,
what is left after them the description.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from msgspec import Struct

from parsers.lines import Fields, Ledger, Line
from parsers.sites import Labels, Site
from parsers.stats import PERCENT, VERDICTS, Stat, pair_stats, read_stats, read_votes
from parsers.text import fold_label, strip_quotation_marks
from parsers.titles import find_slug, holds_words

_LONGEST_CATEGORY = 60
_LONGEST_PHRASE = 60


class Segment(Struct, frozen=True):
    """The lines of one card: what stands before its name, the name, what stands after it."""

    position: int
    lead: tuple[Line, ...]
    name: Line
    body: tuple[Line, ...]


def read_cards(
    lines: Sequence[Line], names: Sequence[str], site: Site, host: str, ledger: Ledger
) -> list[Fields | None]:
    """Return the fields of each tool's card, None for a tool without one.

    A card rendered twice is read once: the rendering with the most fields counts, and one that
    says something else is an issue.
    """
    segments = list(_cut_segments(lines, names, site))
    stats = pair_stats([segment.body for segment in segments], site.labels)
    readings: list[list[tuple[Fields, Ledger]]] = [[] for _ in names]
    for segment, own_stats in zip(segments, stats, strict=True):
        trial = Ledger()
        fields = _read_card(segment, own_stats, site, host, trial)
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


def _cut_segments(lines: Sequence[Line], names: Sequence[str], site: Site) -> Iterator[Segment]:
    """Yield the segments that hold the panel's label, in page order."""
    # Two tools may bear one name: then their cards take turns.
    turns: dict[str, list[int]] = {}
    for place, title_name in enumerate(names, start=1):
        turns.setdefault(fold_label(title_name), []).append(place)
    labels = site.labels
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


def _read_card(
    segment: Segment, stats: dict[str, Stat], site: Site, host: str, ledger: Ledger
) -> Fields:
    fields: Fields = {"name": segment.name.text}
    ledger.claim(segment.name, f"tools.{segment.position}.name", "name in the title")
    _read_lead(segment, fields, ledger)
    read_stats(stats, site.labels, segment.position, fields, ledger)
    numbers = [line for line in segment.body if line.number in ledger.claimed]
    _read_badge_and_votes(segment, fields, ledger)
    _read_words(segment, numbers, site, fields, ledger)
    _read_slug(segment, site, host, fields, ledger)
    return fields


def _read_lead(segment: Segment, fields: Fields, ledger: Ledger) -> None:
    for line in segment.lead:
        if line.folded == segment.name.folded[:1]:
            ledger.claim(line, f"tools.{segment.position}.avatar", "first letter of the name")
        else:
            fields["category"] = line.text
            ledger.claim(line, f"tools.{segment.position}.category", "line before the name")


def _read_badge_and_votes(segment: Segment, fields: Fields, ledger: Ledger) -> None:
    """Read the badge, and the number of votes beside the community's share or label."""
    prefix = f"tools.{segment.position}."
    own = {f"{prefix}community", f"{prefix}community_ship_pct"}
    places = [evidence.block for evidence in ledger.evidence if evidence.field in own]
    for line in segment.body:
        if line.number in ledger.claimed:
            continue
        if line.folded in VERDICTS and "verdict" not in fields:
            fields["verdict"] = line.folded
            ledger.claim(line, f"{prefix}verdict", "badge")
        elif any(abs(line.block.index - place) <= 1 for place in places):
            votes = read_votes(line.text)
            if votes:
                fields["community_votes"] = votes
                ledger.claim(line, f"{prefix}community_votes", "beside the community's share")


def _read_words(
    segment: Segment, numbers: Sequence[Line], site: Site, fields: Fields, ledger: Ledger
) -> None:
    """Read what no label claims: the tagline before the numbers, the description after them.

    A page that prints its words all on one side prints the tagline first.
    """
    prefix = f"tools.{segment.position}."
    first, last = numbers[0].number, numbers[-1].number
    # A link around the whole card is around its labels too, and makes no line a mere link.
    links = {None, *(line.block.link for line in numbers)}
    words = [
        line
        for line in segment.body
        if line.number not in ledger.claimed and line.block.link in links
    ]
    before = [line for line in words if line.number < first]
    after = list(_take_prose([line for line in words if line.number > last], segment, site))
    source = before or (after if len(after) > 1 else [])
    if source:
        tagline = source.pop(0)
        fields["tagline"] = tagline.text
        ledger.claim(tagline, f"{prefix}tagline", "first line after the name")
    description = [*filter(_is_prose, before), *after]
    if description:
        fields["description"] = " ".join(line.text for line in description)
    for line in description:
        ledger.claim(line, f"{prefix}description", "prose around the numbers")
    for line in words:
        if line.number < last and line.number not in ledger.claimed:
            message = "text on the card that no field took"
            found = line.text[:80]
            ledger.report("text_unclaimed", f"page.{prefix}card", message, "nothing", found)


def _take_prose(lines: Sequence[Line], segment: Segment, site: Site) -> Iterator[Line]:
    """Yield the lines up to the first that belongs to no card."""
    landmarks = site.labels.name_rows() | {fold_label(site.labels.scorecard)}
    for line in lines:
        is_other = (
            line.block.heading > 0
            or line.folded in landmarks
            or site.score_line.fullmatch(line.text) is not None
            or strip_quotation_marks(line.text) is not None
            or _is_in_other_table(line, segment.name)
        )
        if is_other or (line is not lines[0] and not _is_prose(line)):
            return
        yield line


def _is_prose(line: Line) -> bool:
    return len(line.text) > _LONGEST_PHRASE or line.text.endswith((".", "!", "?", "…", "”", '"'))


def _is_in_other_table(line: Line, name: Line) -> bool:
    if line.block.cell is None:
        return False
    return name.block.cell is None or line.block.cell.table != name.block.cell.table


def _read_slug(segment: Segment, site: Site, host: str, fields: Fields, ledger: Ledger) -> None:
    """Read the slug from the link on the name, else from the card's other links.

    A link elsewhere on the card counts if all of them agree and it holds the name's words, for
    a card may speak of another tool, too.
    """
    path = f"tools.{segment.position}.slug"
    own = find_slug(segment.name.block.link, site, host)
    slugs = {own} if own is not None else set()
    if own is None:
        others = (find_slug(line.block.link, site, host) for line in (*segment.lead, *segment.body))
        slugs = {slug for slug in others if slug and holds_words(slug, segment.name.text)}
    if len(slugs) == 1:
        fields["slug"] = slugs.pop()
        ledger.claim(segment.name, path, f"link to {site.tool_path}")
    elif slugs:
        message = "the card links to more than one tool page of its name"
        ledger.report("slug_ambiguous", path, message, "one", ", ".join(sorted(slugs)))
