"""Parse: a comparison page, read by its landmarks.

The title names the tools, their names anchor the cards, labels claim values, score lines open
quotes. No class name, id or nesting depth is used.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from itertools import islice

import msgspec
from msgspec.structs import replace

from parsers.addresses import find_slug, is_address_of, split_address
from parsers.blocks import Page
from parsers.cards import read_cards
from parsers.checks import (
    check_card,
    check_entries,
    check_filled,
    check_holes,
    check_labels,
    check_quotes,
    check_text,
    derive_fields,
)
from parsers.decision_table import Table, find_tables, read_table
from parsers.lines import Fields, Ledger, Line, cut_lines
from parsers.outline import Outline, draw_outline
from parsers.records import (
    Comparison,
    Evidence,
    Issue,
    Quote,
    Reading,
    ToolCard,
    Unclaimed,
    Unknown,
)
from parsers.scorecard import read_scorecards
from parsers.sites import Site
from parsers.stats import COMMUNITY
from parsers.text import fold_label
from parsers.titles import Title, list_titles

_MOST_TITLES = 16
_MOST_UNCLAIMED = 200
_REVIEW_ENDS = tuple(".!?…”\"')`")
_MOST_AFTER = 8
_LONGEST_AFTER = 40


def read_comparison(
    page: Page, *, site: Site, source: str, url: str | None, host: str, derived: tuple[str, ...]
) -> Reading:
    """Return the comparison on a page, or an unknown page with the issue that says why."""
    missing, stands = "no title of the form 'A vs B' names its cards", ""
    for stated in islice(list_titles(page, site), _MOST_TITLES):
        ledger = Ledger()
        content = _list_content(page, stated, site)
        title, tables, outline = _draw(content, stated, site, ledger)
        found = read_cards(outline.segments, len(title.names), site, host, ledger)
        cards = [fields for fields in found if fields is not None]
        if len(cards) < len(title.names):
            names = ", ".join(n for n, f in zip(title.names, found, strict=True) if f is None)
            missing = f"no card with {site.labels.panel!r} for {names}"
            stands = _tell_after(content, title.names[found.index(None)])
            continue
        for table in tables:
            if table.is_ours:
                read_table(table, cards, site, ledger)
        _read_slugs(content, url, stated, title, cards, site, host, ledger)
        quotes = _read_quotes(content, outline.scorecards, title, cards, site, ledger)
        ledger.evidence.append(
            Evidence("title", title.block.index, "names of the cards", title.block.text)
        )
        tools = _finish_cards(cards, quotes, site, ledger)
        frame = outline.frame | _list_names(content, title)
        check_labels(_skip_to_cards(content, ledger), frame, site, ledger)
        check_text(content, page.end, site, ledger, is_verified=_is_verified(page, tools, quotes))
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
        return Reading(
            record,
            page.reader,
            tuple(ledger.evidence),
            _list_unclaimed(content, ledger.claimed | outline.frame),
        )
    return _refuse(page, source, url, None if "site" in derived else host, missing, stands)


def _draw(
    content: Sequence[Line], stated: Title, site: Site, ledger: Ledger
) -> tuple[Title, Sequence[Table], Outline]:
    """Return the title with its names in the order of the cards, the tables and the outline.

    Another order than the cards' is an issue: what is told by order alone may be of either.
    """
    trial = Ledger()
    tables = find_tables(content, stated.names, site, trial)
    outline = draw_outline(content, stated.names, tables, site)
    names = tuple(stated.names[position - 1] for position in outline.positions)
    if len(names) < len(stated.names) or names == stated.names:
        ledger.adopt(trial)
        return stated, tables, outline
    message = "the title names the tools in another order than the cards stand"
    ledger.report("order_disagrees", "title", message, " | ".join(names), stated.text)
    tables = find_tables(content, names, site, ledger)
    outline = draw_outline(content, names, tables, site)
    return replace(stated, names=names), tables, outline


def _list_content(page: Page, title: Title, site: Site) -> list[Line]:
    """Return the lines after the title, but for what markup says is the frame.

    The sentence under the title is the same on every page, and is left out too.
    """
    after = [block for block in page.blocks[title.block.index + 1 :] if block.frame is None]
    opening = site.landmarks.standfirst
    for index, block in enumerate(after[:4]):
        if block.folded.startswith(opening):
            after = after[index + 1 :]
            break
    return cut_lines(after, site, title.names)


def _read_quotes(
    content: Sequence[Line],
    scorecards: Sequence[Sequence[Line]],
    title: Title,
    cards: Sequence[Fields],
    site: Site,
    ledger: Ledger,
) -> tuple[Quote, ...]:
    if scorecards:
        votes = _list_votes(cards)
        quotes = read_scorecards(scorecards, title.names, votes, site, ledger)
        check_quotes(quotes, len(title.names), votes, ledger)
        return quotes
    message = "no scorecard"
    expected = f"the label {site.labels.scorecard!r} above the quotes"
    ledger.report("label_missing", "quotes", message, expected, "nothing")
    return ()


def _tell_after(content: Sequence[Line], name: str) -> str:
    """Return what stands after a name where its card should be."""
    folded = fold_label(name)
    at = next((at for at, line in enumerate(content) if line.folded == folded), None)
    after = [] if at is None else content[at + 1 : at + 1 + _MOST_AFTER]
    return " | ".join(line.text[:_LONGEST_AFTER] for line in after)


def _refuse(
    page: Page, source: str, url: str | None, host: str | None, reason: str, stands: str
) -> Reading:
    heading = next((block.text[:80] for block in page.blocks if block.heading == 1), None)
    first = page.blocks[0].text[:80] if page.blocks else "no text"
    issue = Issue(
        code="not_a_comparison",
        field="",
        message=reason,
        expected="its labels after each name" if stands else "a page that sets tools side by side",
        found=stands
        or (f"a page headed {heading!r}" if heading else f"a page that begins {first!r}"),
    )
    record = Unknown(source=source, url=url, site=host, issues=(issue,))
    content = [block for block in page.blocks if block.frame is None]
    unclaimed = tuple(Unclaimed(block.index, block.text) for block in content[:_MOST_UNCLAIMED])
    return Reading(record, page.reader, (), unclaimed)


def _is_verified(page: Page, tools: Sequence[ToolCard], quotes: Sequence[Quote]) -> bool:
    """Tell whether every card states its votes, and there is a whole quote for each."""
    if page.end != "unsaid" or not quotes or not quotes[-1].text.endswith(_REVIEW_ENDS):
        return False
    counts = Counter(quote.position for quote in quotes)
    return all(
        tool.ship_votes is not None
        and tool.skip_votes is not None
        and "ship_votes" not in tool.derived
        and tool.ship_votes + tool.skip_votes == counts[tool.position]
        for tool in tools
    )


def _list_unclaimed(content: Sequence[Line], taken: AbstractSet[int]) -> tuple[Unclaimed, ...]:
    left = (line for line in content if line.number not in taken)
    return tuple(Unclaimed(line.block.index, line.text) for line in islice(left, _MOST_UNCLAIMED))


def _skip_to_cards(lines: Sequence[Line], ledger: Ledger) -> Sequence[Line]:
    """Return the lines from the first that was read: labels before it are in a list of links."""
    first = min(ledger.claimed, default=0)
    return [line for line in lines if line.number >= first]


def _read_slugs(
    content: Sequence[Line],
    url: str | None,
    stated: Title,
    title: Title,
    cards: Sequence[Fields],
    site: Site,
    host: str,
    ledger: Ledger,
) -> None:
    """Complete the slugs: from a link on the name anywhere, else from the page's address.

    The address has them in the order of the title as it is ``stated``.
    """
    from_address = split_address(url, stated.names, site)
    if from_address is not None and title is not stated:
        from_address = tuple(from_address[stated.names.index(name)] for name in title.names)
    for position, (name, fields) in enumerate(zip(title.names, cards, strict=True), start=1):
        path = f"tools.{position}.slug"
        if "slug" not in fields and title.names.count(name) == 1:
            _read_linked_slug(content, name, path, fields, site, host, ledger)
        in_address = None if from_address is None else from_address[position - 1]
        if "slug" not in fields and in_address is not None and url is not None:
            fields["slug"] = in_address
            ledger.note(path, "address of the page", url)
        elif "slug" not in fields and url is not None:
            message = "neither a link nor the page's address tells the slug"
            expected = f"a link to {site.tool_path}<slug>"
            ledger.report("slug_unknown", path, message, expected, url)
        elif in_address is not None and fields["slug"] != in_address:
            message = "the card's link and the page's address tell different slugs"
            ledger.report("slug_disagrees", path, message, in_address, fields["slug"])
    slugs = [str(fields["slug"]) for fields in cards if "slug" in fields]
    if from_address is None and len(slugs) == len(cards) and not is_address_of(url, slugs, site):
        message = "the page's address is not that of the cards' slugs"
        ledger.report("slug_disagrees", "url", message, site.slug_versus.join(slugs), url)


def _read_linked_slug(
    content: Sequence[Line],
    name: str,
    path: str,
    fields: Fields,
    site: Site,
    host: str,
    ledger: Ledger,
) -> None:
    folded = fold_label(name)
    linked = {
        slug: line
        for line in content
        if line.folded == folded and (slug := find_slug(line.link, site, host)) is not None
    }
    if len(linked) == 1:
        fields["slug"], line = linked.popitem()
        ledger.claim(line, path, f"link to {site.tool_path}")


def _list_names(content: Sequence[Line], title: Title) -> set[int]:
    names = set(map(fold_label, title.names))
    return {line.number for line in content if line.folded in names}


def _list_votes(cards: Sequence[Fields]) -> dict[int, tuple[int, int]]:
    votes = {}
    for position, fields in enumerate(cards, start=1):
        ships, skips = fields.get("ship_votes"), fields.get("skip_votes")
        if isinstance(ships, int) and isinstance(skips, int):
            votes[position] = (ships, skips)
    return votes


def _finish_cards(
    cards: Sequence[Fields], quotes: Sequence[Quote], site: Site, ledger: Ledger
) -> tuple[ToolCard, ...]:
    check_holes(cards, ledger)
    check_filled(cards, quotes, ledger)
    check_entries(cards, ledger)
    tools = []
    for position, fields in enumerate(cards, start=1):
        derived = derive_fields(position, fields, quotes, site, ledger)
        check_card(position, fields, quotes, site, ledger)
        card: dict[str, object] = {"position": position, "derived": derived, **fields}
        lacking = [field for field in COMMUNITY if field not in fields]
        if denied := tuple(f for f in lacking if f"tools.{position}.{f}" in ledger.denied):
            card["denied"] = denied
        tools.append(msgspec.convert(card, ToolCard))
    return tuple(tools)
