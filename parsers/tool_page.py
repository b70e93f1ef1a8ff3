"""Parse: the page of one tool, read by its landmarks.

After the name come the facts, then the panel's take, and, further down, two more statements of
the verdict, to share and to embed, which must agree with the first. What stands under another
heading, or after a label of the frame, is not this tool's.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

import msgspec

from parsers.addresses import find_slug
from parsers.blocks import Page
from parsers.checks import check_card, check_decoded, check_text
from parsers.lines import Ledger, Line
from parsers.records import Evidence, Issue, Reading, ToolCard, ToolPage, Unclaimed, Unknown
from parsers.sites import Site, ToolLabels
from parsers.text import is_initial
from parsers.tool_facts import Draft, read_facts
from parsers.tool_lines import cut_facts, find_marks
from parsers.tool_names import find_category, find_name
from parsers.tool_statements import read_embed, read_share
from parsers.tool_zones import FACTS, REST, Zone, cut_zones

_MOST_UNCLAIMED = 200


def read_tool_page(
    page: Page, *, site: Site, source: str, url: str | None, host: str, derived: tuple[str, ...]
) -> Reading:
    """Return the tool on a page, or an unknown page with the issue that says why."""
    marks, labels = find_marks(site), site.tool_labels
    own_host = None if "site" in derived else host
    if marks is None or labels is None:
        return _refuse(page, source, url, own_host, "the site's pages of one tool are not read")
    blocks = [block for block in page.blocks if block.frame is None]
    slug = find_slug(url, site, host)
    lines = cut_facts(blocks, marks)
    name = find_name(page, lines, slug, labels, marks)
    if name is None:
        missing = f"no name that is confirmed, with {labels.verdict!r} after it"
        return _refuse(page, source, url, own_host, missing)
    content = cut_facts(
        (block for block in blocks if block.index >= name.block.index), marks, name.folded
    )
    draft = Draft({"name": name.text}, Ledger())
    draft.ledger.claim(content[0], "tool.name", "name that the page confirms")
    zones = list(cut_zones(content, marks, site))
    _read_category(page, lines[: name.number], name, labels, draft)
    _read_slug(slug, content[0], url, site, host, draft)
    for zone in zones:
        if zone.kind == FACTS:
            read_facts(zone.lines, host, site, labels, marks, draft)
    _read_tagline(zones[0], draft)
    for zone in zones:
        draft.ledger.claimed.add(zone.label.number)
        if zone.kind == marks.take:
            _read_take(zone, zones, site, labels, draft)
        elif zone.kind == marks.share:
            read_share(zone, site, labels, draft)
        elif zone.kind == marks.embed:
            read_embed(zone, site, labels, draft)
        elif zone.kind == FACTS:
            _check_facts(zone, draft)
    # What is embedded stands last.
    is_verified = any(zone.kind == marks.embed for zone in zones)
    check_text(content, page.end, site, draft.ledger, is_verified=is_verified)
    check_decoded(map(str, draft.fields.values()), draft.ledger)
    record = ToolPage(
        source=source,
        url=url,
        site=host,
        tool=_finish(draft, site),
        derived=derived,
        issues=tuple(draft.ledger.issues),
    )
    return Reading(
        record,
        page.reader,
        tuple(draft.ledger.evidence),
        _list_unclaimed(content, zones, draft.ledger),
    )


def _refuse(page: Page, source: str, url: str | None, host: str | None, reason: str) -> Reading:
    first = page.blocks[0].text[:80] if page.blocks else "no text"
    issue = Issue(
        code="not_a_tool_page",
        field="",
        message=reason,
        expected="a page about one tool",
        found=f"a page that begins {first!r}",
    )
    content = [block for block in page.blocks if block.frame is None]
    unclaimed = tuple(Unclaimed(block.index, block.text) for block in content[:_MOST_UNCLAIMED])
    record = Unknown(source=source, url=url, site=host, issues=(issue,))
    return Reading(record, page.reader, (), unclaimed)


def _list_unclaimed(
    content: Sequence[Line], zones: Sequence[Zone], ledger: Ledger
) -> tuple[Unclaimed, ...]:
    frame = {line.number for zone in zones if zone.kind == REST for line in zone.lines}
    left = (line for line in content if line.number not in ledger.claimed | frame)
    return tuple(Unclaimed(line.block.index, line.text) for line in islice(left, _MOST_UNCLAIMED))


def _read_category(
    page: Page, before: Sequence[Line], name: Line, labels: ToolLabels, draft: Draft
) -> None:
    """Read the category from the breadcrumb; without one, from between avatar and name."""
    found, rule = find_category(page, name, labels), "breadcrumb"
    is_chip = len(before) > 1 and is_initial(before[-2].text, name.text)
    if found is None and is_chip and before[-1].is_phrase:
        found, rule = (before[-1].text, before[-1].block), "line before the name"
    if found is not None and found[0]:
        draft.fields["category"] = found[0]
        evidence = Evidence("tool.category", found[1].index, rule, found[1].text)
        draft.ledger.evidence.append(evidence)


def _read_slug(
    slug: str | None, name: Line, url: str | None, site: Site, host: str, draft: Draft
) -> None:
    """Take the slug from the page's address, else from a link on the name."""
    if slug is not None:
        draft.fields["slug"] = slug
        draft.ledger.evidence.append(Evidence("tool.slug", None, "page's address", url or ""))
    elif (linked := find_slug(name.block.link, site, host)) is not None:
        draft.state("slug", linked, name, f"link to {site.tool_path}")
    elif url is not None:
        message = "neither the page's address nor a link tells the slug"
        expected = f"{site.tool_path}<slug>"
        draft.ledger.report("slug_unknown", "tool.slug", message, expected, url)


def _read_tagline(zone: Zone, draft: Draft) -> None:
    """Read the first line after the name that is no fact, and stands before the first fact."""
    claimed = draft.ledger.claimed
    first = min((line.number for line in zone.lines if line.number in claimed), default=None)
    for line in zone.lines:
        if first is None or line.number >= first:
            break
        if is_initial(line.text, zone.label.text) or line.folded == zone.label.folded:
            claimed.add(line.number)
            continue
        draft.state("tagline", line.text, line, "first line after the name")
        return
    price = next((line for line in zone.lines if line.text == draft.fields.get("pricing")), None)
    if price is not None and price is next((line for line in zone.lines if line.folded), None):
        message = "the line after the name may be the tagline, or the price before its label"
        draft.ledger.report("value_missing", "tool.tagline", message, "both", price.text[:80])


def _check_facts(zone: Zone, draft: Draft) -> None:
    """Report what stands among the facts and is none; what is said again is claimed."""
    claimed, said = draft.ledger.claimed, {*map(str, draft.fields.values())}
    claimed.update(line.number for line in zone.lines if line.text in said or not line.folded)
    facts = [line.number for line in zone.lines if line.number in claimed]
    for line in zone.lines:
        is_among = facts and line.number < facts[-1]
        if line.number not in claimed and (is_among or not line.is_phrase):
            message = "text among the facts that no field took"
            draft.ledger.report(
                "text_unclaimed", "page.tool.facts", message, "nothing", line.text[:80]
            )


def _read_take(
    zone: Zone, zones: Sequence[Zone], site: Site, labels: ToolLabels, draft: Draft
) -> None:
    """Read the description: prose, up to the first short line that is no sentence.

    Between such a line and the next landmark there may be buttons, but no more prose.
    """
    prose: list[Line] = []
    stop: Line | None = None
    for line in zone.lines:
        if site.score_line.fullmatch(line.text) is not None:
            break
        if stop is None and (not prose or not line.is_phrase):
            prose.append(line)
            continue
        stop = stop or line
        if not line.is_phrase and zone is not zones[-1]:
            message = "prose in the panel's take after a line that is none"
            draft.ledger.report(
                "text_unclaimed", "tool.description", message, "a paragraph", stop.text[:80]
            )
    if all(line.is_phrase for line in prose):
        message = f"no prose after {labels.take!r}"
        found = prose[0].text if prose else "nothing"
        draft.ledger.report("value_missing", "tool.description", message, "a text", found)
        return
    draft.state("description", " ".join(line.text for line in prose), prose[0], labels.take)
    for line in prose[1:]:
        draft.ledger.claim(line, "tool.description", labels.take)


def _finish(draft: Draft, site: Site) -> ToolCard:
    """Return the card, with the share that follows from the votes, checked against itself."""
    fields, ledger = draft.fields, draft.ledger
    derived: tuple[str, ...] = ()
    ships, skips = fields.get("ship_votes"), fields.get("skip_votes")
    if isinstance(ships, int) and isinstance(skips, int) and ships + skips:
        panel = ships + skips
        fields["panel_ship_pct"] = (200 * ships + panel) // (2 * panel)
        derived = ("panel_ship_pct",)
        ledger.derive("tool.panel_ship_pct", "from the votes")
    if "verdict" in fields:
        trial = Ledger()
        check_card(1, fields, (), site, trial)
        for issue in trial.issues:
            path = issue.field.replace("tools.1.", "tool.", 1)
            ledger.report(issue.code, path, issue.message, issue.expected, issue.found)
    return msgspec.convert({"position": 1, "derived": derived, **fields}, ToolCard)
