"""Parse: what can be derived, and whether the record agrees with itself.

A derived value is marked as such; a disagreement is an issue, never a silent choice.
"""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from parsers.lines import Fields, Ledger, Line
from parsers.records import Quote
from parsers.sites import Site

_CARD_LABELS = 10  # lines between the first and the last label of a card
# Fields that a rendering prints on every card or on none.
_SHARED = ("category", "tagline", "description", "panel_ship_pct", "entry_price", "pricing")


def derive_verdict(panel_ship_pct: int) -> str:
    """Return the badge that a site which prints one prints for this percentage."""
    if panel_ship_pct == 50:
        return "mixed"
    return "ship" if panel_ship_pct > 50 else "skip"


def derive_votes(panel_ship_pct: int, panel: int) -> int | None:
    """Return the only number of ``panel`` critics that rounds to the percentage, or None."""
    # 100 n / panel lies within half a percent of the percentage, in whole numbers.
    lowest = max(0, -((panel - 2 * panel_ship_pct * panel) // 200))
    highest = min(panel, (2 * panel_ship_pct * panel + panel) // 200)
    return lowest if lowest == highest else None


def derive_fields(
    position: int, fields: Fields, quotes: Sequence[Quote], ledger: Ledger
) -> tuple[str, ...]:
    """Add to a card's fields what follows from the others; return the names of the added."""
    rules: dict[str, str] = {}
    panel_ship_pct = fields.get("panel_ship_pct")
    if "verdict" not in fields and isinstance(panel_ship_pct, int):
        fields["verdict"] = derive_verdict(panel_ship_pct)
        rules["verdict"] = "from the percentage"
    own = [quote for quote in quotes if quote.position == position]
    if "ship_votes" not in fields and own:
        verdicts = [quote.verdict for quote in own]
        ships: int | None = None
        rule = "from the critics' verdicts"
        if all(verdicts):
            ships = verdicts.count("ship")
        elif isinstance(panel_ship_pct, int):
            ships = derive_votes(panel_ship_pct, len(own))
            rule = "from the percentage and the number of reviews"
        if ships is not None:
            fields["ship_votes"], fields["skip_votes"] = ships, len(own) - ships
            rules["ship_votes"] = rules["skip_votes"] = rule
    for field, rule in rules.items():
        ledger.derive(f"tools.{position}.{field}", rule)
    return tuple(rules)


def check_card(position: int, fields: Fields, quotes: Sequence[Quote], ledger: Ledger) -> None:
    """Report where badge, percentage, votes and the critics' own verdicts disagree."""
    prefix = f"tools.{position}."
    share, verdict = fields.get("panel_ship_pct"), fields.get("verdict")
    ships, skips = fields.get("ship_votes"), fields.get("skip_votes")
    if isinstance(share, int) and verdict != derive_verdict(share):
        message = "the badge and the percentage disagree"
        expected = f"{derive_verdict(share)} at {share}%"
        ledger.report("verdict_disagrees", f"{prefix}verdict", message, expected, verdict)
    own = [quote for quote in quotes if quote.position == position]
    if isinstance(ships, int) and isinstance(skips, int):
        panel = ships + skips
        if isinstance(share, int) and (not panel or derive_votes(share, panel) != ships):
            message = "the votes and the percentage disagree"
            found = f"{ships} ship, {skips} skip"
            ledger.report("votes_disagree", f"{prefix}ship_votes", message, f"{share}%", found)
        said = [quote.verdict for quote in own]
        if own and all(said) and (said.count("ship"), said.count("skip")) != (ships, skips):
            message = "the votes and the critics' own verdicts disagree"
            expected = f"{ships} ship, {skips} skip"
            found = f"{said.count('ship')} ship, {said.count('skip')} skip"
            ledger.report("votes_disagree", "quotes", message, expected, found)
    elif own and isinstance(share, int):
        message = "no number of this many critics gives the percentage"
        ledger.report("votes_disagree", "quotes", message, f"{share}%", f"{len(own)} critics")


def check_holes(cards: Sequence[Fields], ledger: Ledger) -> None:
    """Report what one card has and another lacks: a rendering carries a field or it does not."""
    for field in _SHARED:
        if any(field in fields for fields in cards):
            for position, fields in enumerate(cards, start=1):
                if field not in fields:
                    message = "missing here, present on the other card"
                    path = f"tools.{position}.{field}"
                    ledger.report("value_missing", path, message, "a value", "nothing")


def check_quotes(quotes: Sequence[Quote], ledger: Ledger) -> None:
    """Report two critics who say the same of one tool: a quote is known by its words."""
    said: set[tuple[int, str]] = set()
    for quote in quotes:
        if (quote.position, quote.text) in said:
            message = "two quotes on one tool have the same words"
            ledger.report("quote_repeated", "quotes", message, "different", quote.text[:80])
        said.add((quote.position, quote.text))


def check_labels(
    lines: Sequence[Line], frame: AbstractSet[int], site: Site, ledger: Ledger
) -> None:
    """Report every label that nobody claimed; on a card of another comparison nobody need."""
    marks = site.landmarks
    left = [
        line
        for line in lines
        if line.number not in ledger.claimed
        and line.number not in frame
        and (line.folded in marks.stats or line.folded in marks.rows)
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


def check_text(content: Sequence[Line], is_open: bool, site: Site, ledger: Ledger) -> None:
    """Report text that is not what the author wrote: not decoded, or cut short.

    A page that ends inside an element may still be whole, if what follows the content is there.
    """
    for line in content:
        if "\ufffd" in line.text:
            message = "bytes that are no text in the page's encoding"
            found = line.text[:80]
            ledger.report("undecodable", "", message, "text", found)
            break
    endings = site.landmarks.endings
    if is_open and not any(line.folded in endings for line in content):
        message = "the page ends before its end"
        expected = f"</html>, or {site.labels.endings[0]!r}"
        found = content[-1].text[:80] if content else "nothing"
        ledger.report("truncated", "", message, expected, found)
