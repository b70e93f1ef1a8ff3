"""Parse: a comparison page, read by its landmarks.

The title names the tools, their names anchor the cards, labels claim values, score lines open
quotes. No class name, id or nesting depth is used.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from parsers.blocks import Page
from parsers.cards import Fields, read_cards
from parsers.checks import check_card, check_holes, check_labels, derive_fields
from parsers.decision_table import find_table, read_table
from parsers.lines import Ledger, Line, cut_lines
from parsers.records import Comparison, Evidence, Issue, Quote, Reading, ToolCard, Unknown
from parsers.scorecard import read_scorecard
from parsers.sites import Site
from parsers.text import fold_label
from parsers.titles import Title, find_slug, find_title, split_address


def read_comparison(
    page: Page, *, site: Site, source: str, url: str | None, host: str, derived: tuple[str, ...]
) -> Reading:
    """Return the comparison on a page, or an unknown page with the issue that says why."""
    title = find_title(page, site)
    if title is None:
        return _refuse(page, source, url, host, "no title of the form 'A vs B' names its cards")
    ledger = Ledger()
    lines = [
        line for line in cut_lines(page, site, title.names) if line.block.index > title.block.index
    ]
    content = [line for line in lines if not line.is_frame]
    scorecard = _find_scorecard(content, site)
    upper = content if scorecard is None else content[:scorecard]
    table = find_table(upper, title.names, site, ledger)
    outside = upper if table is None else [*upper[: table.start], *upper[table.end :]]
    found = read_cards(_skip_standfirst(outside, site), title.names, site, ledger)
    cards = [fields for fields in found if fields is not None]
    if len(cards) < len(title.names):
        missing = ", ".join(n for n, f in zip(title.names, found, strict=True) if f is None)
        return _refuse(page, source, url, host, f"no card with {site.labels.panel!r} for {missing}")
    if table is not None:
        read_table(table.rows, cards, site, ledger)
    _read_slugs(content, url, title, cards, site, ledger)
    quotes: tuple[Quote, ...] = ()
    if scorecard is not None:
        panels = _count_panels(cards)
        quotes = read_scorecard(content[scorecard:], title.names, panels, site, ledger)
    ledger.evidence.append(Evidence("title", title.block.index, "names of the cards"))
    tools = _finish_cards(cards, quotes, ledger)
    check_labels(upper, site, ledger)
    record = Comparison(
        source=source,
        url=url,
        site=host,
        title=title.text,
        tools=tools,
        quotes=quotes,
        derived=derived,
        issues=tuple(ledger.issues),
    )
    return Reading(record, page.reader, tuple(ledger.evidence))


def _refuse(page: Page, source: str, url: str | None, host: str, reason: str) -> Reading:
    first = page.blocks[0].text[:80] if page.blocks else "no text"
    issue = Issue(
        code="not_a_comparison",
        field="",
        message=reason,
        expected="a page that sets tools side by side",
        found=f"a page that begins {first!r}",
    )
    return Reading(Unknown(source=source, url=url, site=host, issues=(issue,)), page.reader)


def _find_scorecard(lines: Sequence[Line], site: Site) -> int | None:
    label = fold_label(site.labels.scorecard)
    return next((index for index, line in enumerate(lines) if line.folded == label), None)


def _skip_standfirst(lines: Sequence[Line], site: Site) -> Sequence[Line]:
    """Return the lines after the sentence under the title, which is the same on every page."""
    opening = fold_label(site.labels.standfirst)
    for index, line in enumerate(lines[:4]):
        if line.folded.startswith(opening):
            return lines[index + 1 :]
    return lines


def _read_slugs(
    content: Sequence[Line],
    url: str | None,
    title: Title,
    cards: Sequence[Fields],
    site: Site,
    ledger: Ledger,
) -> None:
    """Complete the slugs: from a link on the name anywhere, else from the page's address."""
    from_address = split_address(url, title.names, site)
    for position, (name, fields) in enumerate(zip(title.names, cards, strict=True), start=1):
        if "slug" in fields:
            continue
        linked = {
            slug
            for line in content
            if line.folded == fold_label(name)
            and (slug := find_slug(line.block.link, site)) is not None
        }
        if len(linked) == 1 and title.names.count(name) == 1:
            fields["slug"] = linked.pop()
        elif from_address is not None:
            fields["slug"] = from_address[position - 1]
        elif url is not None:
            message = "neither a link nor the page's address tells the slug"
            expected = f"a link to {site.tool_path}<slug>"
            ledger.report("slug_unknown", f"tools.{position}.slug", message, expected, url)


def _count_panels(cards: Sequence[Fields]) -> dict[int, int]:
    panels = {}
    for position, fields in enumerate(cards, start=1):
        ships, skips = fields.get("ship_votes"), fields.get("skip_votes")
        if isinstance(ships, int) and isinstance(skips, int):
            panels[position] = ships + skips
    return panels


def _finish_cards(
    cards: Sequence[Fields], quotes: Sequence[Quote], ledger: Ledger
) -> tuple[ToolCard, ...]:
    check_holes(cards, ledger)
    tools = []
    for position, fields in enumerate(cards, start=1):
        derived = derive_fields(position, fields, quotes)
        check_card(position, fields, quotes, ledger)
        card = {"position": position, "derived": derived, **fields}
        tools.append(msgspec.convert(card, ToolCard))
    return tuple(tools)
