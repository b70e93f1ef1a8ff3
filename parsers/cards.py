"""Parse: the tool cards.

The labels of a card claim the value on whichever side of them this page puts values; what is
left before the numbers is the tagline, what is left after them the description. A card that is
rendered twice is read once: what one rendering lacks, the other may say, and what they say
differently is an issue.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from parsers.addresses import find_slug, holds_words
from parsers.lines import Fields, Ledger, Line
from parsers.outline import Segment
from parsers.sites import Site
from parsers.stats import Stat, pair_stats, read_badge, read_stats, read_votes
from parsers.text import drop_teasers, is_initial, unwrap_quotation

_LONGEST_BADGE = 20
_LONGEST_TAGLINE = 100


def read_cards(
    segments: Sequence[Segment], tools: int, site: Site, host: str, ledger: Ledger
) -> list[Fields | None]:
    """Return the fields of each tool's card, None for a tool without one.

    What stands in the frame counts only for a tool that has no card elsewhere.
    """
    readings: list[list[tuple[Fields, Ledger]]] = [[] for _ in range(tools)]
    for group in _group(segments):
        stats = pair_stats([segment.body for segment in group], site)
        for segment, own in zip(group, stats, strict=True):
            trial = Ledger()
            fields = _read_card(segment, own, site, host, trial)
            readings[segment.position - 1].append((fields, trial))
    return [
        _join_renderings(position, renderings, ledger)
        for position, renderings in enumerate(readings, start=1)
    ]


def _group(segments: Sequence[Segment]) -> Iterable[list[Segment]]:
    """Return the segments that one rendering of the page holds: one of each tool, of one kind."""
    homes = {
        segment.position for segment in segments if segment.has_panel and not segment.is_framed
    }
    seen: Counter[tuple[int, bool]] = Counter()
    groups: dict[tuple[bool, int], list[Segment]] = {}
    for segment in segments:
        if segment.is_framed and segment.position in homes:
            continue
        seen[segment.position, segment.has_panel] += 1
        rendering = seen[segment.position, segment.has_panel]
        groups.setdefault((segment.has_panel, rendering), []).append(segment)
    return groups.values()


def _join_renderings(
    position: int, renderings: Sequence[tuple[Fields, Ledger]], ledger: Ledger
) -> Fields | None:
    """Return the fields of all renderings; the one with the most of them comes first."""
    if not renderings:
        return None
    if len(renderings) == 1:
        ledger.adopt(renderings[0][1])
        return renderings[0][0]
    joined: Fields = {}
    for fields, trial in sorted(renderings, key=lambda rendering: -len(rendering[0])):
        ledger.adopt(trial)
        for field, value in fields.items():
            if field in joined and joined[field] != value:
                message = "two renderings of one card differ"
                path = f"tools.{position}.{field}"
                ledger.report("renderings_differ", path, message, joined[field], value)
            joined.setdefault(field, value)
    for field, value in joined.items():
        if (path := f"tools.{position}.{field}") in ledger.denied:
            message = "one rendering of the card has a value, and another says there is none"
            ledger.report("renderings_differ", path, message, value, "none")
    return joined


def _read_card(
    segment: Segment, stats: Mapping[str, Stat], site: Site, host: str, ledger: Ledger
) -> Fields:
    fields: Fields = {"name": segment.title_name}
    ledger.claim(segment.name, f"tools.{segment.position}.name", "name in the title")
    read_stats(stats, site, segment.position, fields, ledger)
    numbers = [line for line in segment.body if line.number in ledger.claimed]
    _read_badge_and_votes(segment, stats, site, fields, ledger)
    _read_lead(segment, fields, ledger)
    if segment.has_panel:
        _read_words(segment, numbers, site, fields, ledger)
    _read_slug(segment, site, host, fields, ledger)
    return fields


def _read_lead(segment: Segment, fields: Fields, ledger: Ledger) -> None:
    """Read the category: the line before the name, if it is the only one on the card."""
    name = segment.name.text
    ledger.claimed.update(line.number for line in segment.lead if is_initial(line.text, name))
    lines = [line for line in segment.lead if line.number not in ledger.claimed]
    if not segment.has_panel or not lines:
        return
    if len(lines) == 1:
        fields["category"] = lines[0].text
        ledger.claim(lines[0], f"tools.{segment.position}.category", "line before the name")
        return
    message = "more than one line could be the category"
    found = " | ".join(line.text for line in lines)[:80]
    path = f"page.tools.{segment.position}.category"
    ledger.report("text_unclaimed", path, message, "one line before the name", found)


def _read_badge_and_votes(
    segment: Segment, stats: Mapping[str, Stat], site: Site, fields: Fields, ledger: Ledger
) -> None:
    """Read the badge, and the number of votes beside the community's share or label."""
    prefix = f"tools.{segment.position}."
    community = stats.get(site.landmarks.community)
    lines = () if community is None else (community.label, community.value, community.odd)
    places = [line.block.index for line in lines if line is not None]
    for line in (*segment.lead, *segment.body):
        if line.number in ledger.claimed:
            continue
        verdict = read_badge(line, site) if len(line.text) <= _LONGEST_BADGE else None
        if verdict is not None and "verdict" not in fields:
            fields["verdict"] = verdict
            ledger.claim(line, f"{prefix}verdict", "badge")
        elif places and any(abs(line.block.index - place) <= 1 for place in places):
            votes = read_votes(line.text, site)
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
    first = numbers[0].number if numbers else segment.name.number + 1
    last = numbers[-1].number if numbers else first
    # A link around the whole card is around its labels too, and makes no line a mere link.
    links = {None, *(line.link for line in numbers)}
    words = [
        line
        for line in segment.body
        if line.number not in ledger.claimed and line.link in links and line.block.role != "button"
    ]
    before = [line for line in words if line.number < first]
    around = _list_own((line for line in words if line.number > last), segment, site)
    skipped = _count_phrases(around) if before else 0
    after = _take_prose(around[skipped:], may_be_short=len(before) < 2)
    source = before or (after if len(after) > 1 else [])
    if (
        source
        and _is_tagline(source[0].text)
        and fields.get("tagline", source[0].text) == source[0].text
    ):
        tagline = source.pop(0)
        fields["tagline"] = tagline.text
        ledger.claim(tagline, f"{prefix}tagline", "first line after the name")
    description = [*(line for line in before if not line.is_phrase), *after]
    if description:
        fields["description"] = " ".join(drop_teasers([line.text for line in description]))
    for line in description:
        ledger.claim(line, f"{prefix}description", "prose around the numbers")
    for line in [*(line for line in words if line.number < last), *around]:
        if line.number not in ledger.claimed and not line.is_ornament:
            message = "text on the card that no field took"
            found = line.text[:80]
            ledger.report("text_unclaimed", f"page.{prefix}card", message, "nothing", found)


def _is_tagline(text: str) -> bool:
    """Tell a tagline from a description that stands in its place."""
    is_prose = len(text) > _LONGEST_TAGLINE and ". " in text
    return not is_prose and len(text) <= 2 * _LONGEST_TAGLINE


def _list_own(lines: Iterable[Line], segment: Segment, site: Site) -> list[Line]:
    """Return the lines after the numbers up to the first that belongs to no card."""
    marks = site.landmarks
    own: list[Line] = []
    for line in lines:
        is_other = (
            line.block.heading > 0
            or line.block.role == "caption"
            or line.folded in marks.rows
            or line.folded == marks.scorecard
            or line.is_score
            or unwrap_quotation(line.text) != line.text
            or _is_in_other_table(line, segment.name)
        )
        if is_other:
            break
        own.append(line)
    return own


def _count_phrases(lines: Sequence[Line]) -> int:
    """Return how many phrases stand before the prose, such as a value whose label has gone."""
    return next((at for at, line in enumerate(lines) if not line.is_phrase), 0)


def _take_prose(lines: Sequence[Line], *, may_be_short: bool) -> list[Line]:
    """Return the lines before the first phrase; the first line may be one."""
    taken = list(lines[:1]) if may_be_short else []
    for line in lines[len(taken) :]:
        if line.is_phrase:
            break
        taken.append(line)
    return taken


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
    own = find_slug(segment.name.link, site, host)
    slugs = {own} if own is not None else set()
    if own is None:
        others = {line.link for line in (*segment.lead, *segment.body)}
        found = (find_slug(link, site, host) for link in others)
        slugs = {slug for slug in found if slug and holds_words(slug, segment.name.text)}
    if len(slugs) == 1:
        fields["slug"] = slugs.pop()
        ledger.claim(segment.name, path, f"link to {site.tool_path}")
    elif slugs:
        message = "the card links to more than one tool page of its name"
        ledger.report("slug_ambiguous", path, message, "one", ", ".join(sorted(slugs)))
