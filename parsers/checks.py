"""Parse: what can be derived, and whether the record agrees with itself.

A derived value is marked as such; a disagreement is an issue, never a silent choice.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet

from parsers.blocks import End
from parsers.lines import Fields, Ledger, Line
from parsers.records import Quote, Verdict
from parsers.sites import Site
from parsers.text import HALF, fold_label

_UNFILLED = re.compile(r"undefined|null|nan|loading(?:…|\.\.\.)|\{\{.*\}\}", re.IGNORECASE)
_CARD_LABELS = 10  # lines between the first and the last label of a card
# Fields that a rendering prints on every card or on none.
_SHARED = ("category", "tagline", "description", "panel_ship_pct", "entry_price", "pricing")


def derive_verdict(panel_ship_pct: int, site: Site) -> Verdict:
    """Return the badge that a site which prints one prints for this percentage."""
    lowest, highest = site.mixed
    if lowest <= panel_ship_pct <= highest:
        return "mixed"
    return "ship" if panel_ship_pct > highest else "skip"


def derive_votes(panel_ship_pct: int, panel: int) -> int | None:
    """Return the only number of ``panel`` critics that rounds to the percentage, or None."""
    lowest, highest = _bound_votes(panel_ship_pct, panel)
    return lowest if lowest == highest else None


def _bound_votes(share: int, count: int) -> tuple[int, int]:
    """Return the least and the most of ``count`` that round to the percentage."""
    # 100 n / count lies within half a percent of the percentage, in whole numbers.
    lowest = max(0, -((count - 2 * share * count) // 200))
    return lowest, min(count, (2 * share * count + count) // 200)


def derive_fields(
    position: int, fields: Fields, quotes: Sequence[Quote], site: Site, ledger: Ledger
) -> tuple[str, ...]:
    """Add to a card's fields what follows from the others; return the names of the added.

    Quotes that may be shown twice do not tell how many critics there were.
    """
    rules: dict[str, str] = {}
    is_counted = all((i.code, i.field) != ("quote_repeated", "quotes") for i in ledger.issues)
    panel_ship_pct = fields.get("panel_ship_pct")
    if "verdict" not in fields and isinstance(panel_ship_pct, int):
        fields["verdict"] = derive_verdict(panel_ship_pct, site)
        rules["verdict"] = "from the percentage"
    own = [quote for quote in quotes if quote.position == position]
    if "ship_votes" not in fields and own and is_counted:
        verdicts = [quote.verdict for quote in own]
        ships: int | None = None
        skips = verdicts.count("skip")
        rule = "from the critics' verdicts"
        if all(verdicts):
            ships = verdicts.count("ship")
        elif isinstance(panel_ship_pct, int):
            ships = derive_votes(panel_ship_pct, len(own))
            skips = len(own) - (ships or 0)
            rule = "from the percentage and the number of reviews"
        if ships is not None:
            fields["ship_votes"], fields["skip_votes"] = ships, skips
            rules["ship_votes"] = rules["skip_votes"] = rule
    for field, rule in rules.items():
        ledger.derive(f"tools.{position}.{field}", rule)
    return tuple(rules)


def check_card(
    position: int, fields: Fields, quotes: Sequence[Quote], site: Site, ledger: Ledger
) -> None:
    """Report where badge, percentage, votes and the critics' own verdicts disagree."""
    prefix = f"tools.{position}."
    share, verdict = fields.get("panel_ship_pct"), fields.get("verdict")
    if isinstance(share, int) and verdict != derive_verdict(share, site):
        message = "the badge and the percentage disagree"
        expected = f"{derive_verdict(share, site)} at {share}%"
        ledger.report("verdict_disagrees", f"{prefix}verdict", message, expected, verdict)
    own = [quote.verdict for quote in quotes if quote.position == position]
    _check_votes(prefix, fields, own, ledger)
    community, votes = fields.get("community_ship_pct"), fields.get("community_votes")
    if isinstance(community, int) and isinstance(votes, int):
        lowest, highest = _bound_votes(community, votes)
        if lowest > highest:
            message = "no number of the community's votes gives its percentage"
            path = f"{prefix}community_votes"
            ledger.report("votes_disagree", path, message, f"{community}%", f"{votes} votes")


def _check_votes(
    prefix: str, fields: Fields, own: Sequence[Verdict | None], ledger: Ledger
) -> None:
    """Check the panel's votes against its percentage and against its critics' verdicts."""
    share = fields.get("panel_ship_pct")
    ships, skips = fields.get("ship_votes"), fields.get("skip_votes")
    panel = len(own)
    if isinstance(ships, int) and isinstance(skips, int):
        # A critic who says the middle word is of the panel, too.
        panel = ships + skips + own.count("mixed")
        lowest, highest = _bound_votes(share, panel) if isinstance(share, int) else (0, ships)
        if not panel or not lowest <= ships <= highest:
            message = "the votes and the percentage disagree"
            found = f"{ships} ship, {skips} skip"
            ledger.report("votes_disagree", f"{prefix}ship_votes", message, f"{share}%", found)
        said = (own.count("ship"), own.count("skip"))
        if own and all(own) and said != (ships, skips):
            message = "the votes and the critics' own verdicts disagree"
            expected, found = f"{ships} ship, {skips} skip", f"{said[0]} ship, {said[1]} skip"
            ledger.report("votes_disagree", "quotes", message, expected, found)
    elif own and isinstance(share, int):
        lowest, highest = _bound_votes(share, panel)
        if lowest > highest:
            message = "no number of this many critics gives the percentage"
            ledger.report("votes_disagree", "quotes", message, f"{share}%", f"{panel} critics")


def check_holes(cards: Sequence[Fields], ledger: Ledger) -> None:
    """Report what one card has and another lacks: a rendering carries a field or it does not."""
    for field in _SHARED:
        if any(field in fields for fields in cards):
            for position, fields in enumerate(cards, start=1):
                if field not in fields:
                    message = "missing here, present on the other card"
                    path = f"tools.{position}.{field}"
                    ledger.report("value_missing", path, message, "a value", "nothing")


def check_entries(cards: Sequence[Fields], ledger: Ledger) -> None:
    """Report an entry that is set beside itself."""
    keys: set[tuple[object, ...]] = set()
    for position, fields in enumerate(cards, start=1):
        slug = fields.get("slug")
        key = (slug,) if slug else (fields["name"], fields.get("tagline"))
        if key in keys:
            message = "two cards of one entry"
            path = f"tools.{position}.slug"
            ledger.report(
                "entry_repeated", path, message, "different entries", " ".join(map(str, key))
            )
        keys.add(key)


def check_filled(cards: Sequence[Fields], quotes: Sequence[Quote], ledger: Ledger) -> None:
    """Report what a page's program left in the place of a value."""
    told = [
        (f"tools.{position}.{field}", value)
        for position, fields in enumerate(cards, start=1)
        for field, value in fields.items()
        if field != "name"
    ]
    told += [(f"quotes.{number}.text", quote.text) for number, quote in enumerate(quotes, start=1)]
    for path, value in told:
        if _UNFILLED.fullmatch(str(value)):
            message = "a placeholder in the place of a value"
            ledger.report("value_invalid", path, message, "a value", value)


def check_quotes(
    quotes: Sequence[Quote], tools: int, votes: Mapping[int, tuple[int, int]], ledger: Ledger
) -> None:
    """Report critics in the same words whom no name tells apart, and a tool without a critic.

    Where the page repeats a whole row of critics without a name, it may be one row shown twice:
    then no quote counts, unless there are as many as the panels' ``votes``.
    """
    panels = {position: sum(own) for position, own in votes.items()}
    is_counted = panels == Counter(quote.position for quote in quotes)
    rows: dict[int, dict[int, str]] = {}
    for quote in quotes:
        rows.setdefault(quote.seat, {})[quote.position] = quote.text
    said: dict[tuple[int, str], Quote] = {}
    known: set[tuple[int, str, str]] = set()
    for quote in quotes:
        first = said.setdefault((quote.position, quote.text), quote)
        name = (quote.position, quote.text, fold_label(quote.reviewer or ""))
        if name in known:
            is_certain = quote.reviewer is None and (
                is_counted or rows[quote.seat] != rows[first.seat]
            )
            message = "two quotes on one tool have the same words"
            field = "page.scorecard" if is_certain else "quotes"
            ledger.report(
                "quote_repeated", field, message, "different, or named critics", quote.text[:80]
            )
        known.add(name)
    silent = set(range(1, tools + 1)) - {quote.position for quote in quotes}
    if quotes and silent:
        message = "no critic speaks of a tool"
        found = f"none on tool {min(silent)}"
        ledger.report("value_missing", "quotes", message, "quotes on every tool", found)


def check_labels(
    lines: Sequence[Line], frame: AbstractSet[int], site: Site, ledger: Ledger
) -> None:
    """Report every label that nobody claimed; on a card of another comparison nobody need."""
    marks = site.landmarks
    left = [
        line
        for line in lines
        if line.folded in marks.labels
        and line.number not in ledger.claimed
        and line.number not in frame
    ]
    others = [line.number for line in left if line.folded == marks.panel]
    for line in left:
        is_others = line.folded in marks.stats and any(
            abs(line.number - panel) <= _CARD_LABELS for panel in others
        )
        if not is_others:
            message = f"the label {line.text!r} has no value that was read"
            place = f"block {line.block.index}"
            ledger.report("label_unclaimed", "", message, "a value beside it", place)


def check_decoded(texts: Iterable[str], ledger: Ledger) -> None:
    """Report a text that was not decoded."""
    if odd := [text for text in texts if "\ufffd" in text]:
        message = "bytes that are no text in the page's encoding"
        ledger.report("undecodable", "", message, "text", odd[0][:80])


def check_text(
    content: Sequence[Line], end: End, site: Site, ledger: Ledger, *, is_verified: bool = False
) -> None:
    """Report text that is not what the author wrote: not decoded, or cut short.

    A page that does not say that it ends may still be whole: if what follows the content is
    there, or if all that it announced was read and it ends with an element. Half a character
    is all right as an avatar, which was claimed for no field.
    """
    halves = {line.number for line in content if line.text == HALF}
    is_value = any(item.text == HALF for item in ledger.evidence)
    avatars = frozenset() if is_value else halves & ledger.claimed
    check_decoded((line.text for line in content if line.number not in avatars), ledger)
    if end == "stated" or (end == "unsaid" and is_verified):
        return
    if not any(line.folded in site.landmarks.endings for line in content):
        message = "the page ends before its end"
        expected = f"</html>, or {site.labels.endings[0]!r}"
        found = content[-1].text[:80] if content else "nothing"
        ledger.report("truncated", "", message, expected, found)
