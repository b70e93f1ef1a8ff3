"""Parse: a comparison page, read by its landmarks.

The title names the tools, their names anchor the cards, labels claim values, score lines open
quotes. No class name, id or nesting depth is used.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from parsers.blocks import Page
from parsers.cards import read_cards
from parsers.checks import (
    check_card,
    check_holes,
    check_labels,
    check_quotes,
    check_text,
    derive_fields,
)
from parsers.decision_table import find_table, read_table
from parsers.lines import Fields, Ledger, Line, cut_lines
from parsers.records import Comparison, Evidence, Issue, Quote, Reading, ToolCard, Unknown
from parsers.scorecard import read_scorecard
from parsers.sites import Site
from parsers.text import fold_label, strip_quotation_marks
from parsers.titles import Title, find_slug, list_titles, split_address


def read_comparison(
    page: Page, *, site: Site, source: str, url: str | None, host: str, derived: tuple[str, ...]
) -> Reading:
    """Return the comparison on a page, or an unknown page with the issue that says why."""
    missing = "no title of the form 'A vs B' names its cards"
    for title in list_titles(page, site):
        ledger = Ledger()
        content = _list_content(page, title, site)
        scorecard = _find_scorecard(content, site)
        upper = content if scorecard is None else content[:scorecard]
        table = find_table(upper, title.names, site, ledger)
        outside = upper if table is None else [*upper[: table.start], *upper[table.end :]]
        found = read_cards(_skip_standfirst(outside, site), title.names, site, host, ledger)
        cards = [fields for fields in found if fields is not None]
        if len(cards) < len(title.names):
            names = ", ".join(n for n, f in zip(title.names, found, strict=True) if f is None)
            missing = f"no card with {site.labels.panel!r} for {names}"
            continue
        if table is not None:
            read_table(table.rows, cards, site, ledger)
        _read_slugs(content, url, title, cards, site, host, ledger)
        quotes = _read_quotes(content, scorecard, title, cards, site, ledger)
        ledger.evidence.append(Evidence("title", title.block.index, "names of the cards"))
        tools = _finish_cards(cards, quotes, ledger)
        check_labels(_skip_to_cards(upper, ledger), site, ledger)
        check_text(page, content, site, ledger)
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
    return _refuse(page, source, url, None if "site" in derived else host, missing)


def _list_content(page: Page, title: Title, site: Site) -> list[Line]:
    """Return the lines after the title, but for what markup says is the frame."""
    return [
        line
        for line in cut_lines(page, site, title.names)
        if line.block.index > title.block.index and not line.is_frame
    ]


def _read_quotes(
    content: Sequence[Line],
    scorecard: int | None,
    title: Title,
    cards: Sequence[Fields],
    site: Site,
    ledger: Ledger,
) -> tuple[Quote, ...]:
    if scorecard is not None:
        panels = _count_panels(cards)
        quotes = read_scorecard(content[scorecard:], title.names, panels, site, ledger)
        check_quotes(quotes, ledger)
        return quotes
    if any(site.score_line.fullmatch(line.text) for line in content):
        message = "scores, but no scorecard"
        expected = f"the label {site.labels.scorecard!r} above them"
        ledger.report("label_missing", "quotes", message, expected, "nothing")
    return ()


def _refuse(page: Page, source: str, url: str | None, host: str | None, reason: str) -> Reading:
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
    """Return where the scorecard begins: its label before the first quote, not a jump link."""
    label = fold_label(site.labels.scorecard)
    found: int | None = None
    for index, line in enumerate(lines):
        if line.folded == label:
            found = index
        elif found is not None and _opens_quote(line, site):
            break
    return found


def _opens_quote(line: Line, site: Site) -> bool:
    is_score = site.score_line.fullmatch(line.text) is not None
    return is_score or strip_quotation_marks(line.text) is not None


def _skip_to_cards(lines: Sequence[Line], ledger: Ledger) -> Sequence[Line]:
    """Return the lines from the first that was read: labels before it are in a list of links."""
    first = min(ledger.claimed, default=0)
    return [line for line in lines if line.number >= first]


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
    host: str,
    ledger: Ledger,
) -> None:
    """Complete the slugs: from a link on the name anywhere, else from the page's address."""
    from_address = split_address(url, title.names, site)
    for position, (name, fields) in enumerate(zip(title.names, cards, strict=True), start=1):
        linked = {
            slug
            for line in content
            if line.folded == fold_label(name)
            and (slug := find_slug(line.block.link, site, host)) is not None
        }
        if "slug" not in fields and len(linked) == 1 and title.names.count(name) == 1:
            fields["slug"] = linked.pop()
        in_address = None if from_address is None else from_address[position - 1]
        path = f"tools.{position}.slug"
        if "slug" not in fields and in_address is not None:
            fields["slug"] = in_address
        elif "slug" not in fields and url is not None:
            message = "neither a link nor the page's address tells the slug"
            expected = f"a link to {site.tool_path}<slug>"
            ledger.report("slug_unknown", path, message, expected, url)
        elif in_address is not None and fields["slug"] != in_address:
            message = "the card's link and the page's address tell different slugs"
            ledger.report("slug_disagrees", path, message, in_address, fields["slug"])


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
