"""Parse: the reviewer scorecard, the section of the critics' quotes.

A page may render it twice, for phone and desktop, also in two arrangements; then the quotes are
read once. Quotes whose side cannot be told are an issue and are not written.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TypeAlias

from msgspec.structs import replace

from parsers.drafts import ORDERS, Draft
from parsers.lines import Ledger, Line
from parsers.records import Quote
from parsers.reviews import read_quoted, read_scored
from parsers.sides import seat_drafts, tell_sides
from parsers.sites import Site
from parsers.text import fold_label, strip_quotation_marks

Votes: TypeAlias = Mapping[int, tuple[int, int]]
"""By position, how many of a tool's critics ship it and how many skip it, where that is stated."""


def read_scorecards(
    sections: Sequence[Sequence[Line]],
    names: Sequence[str],
    votes: Votes,
    site: Site,
    ledger: Ledger,
) -> tuple[Quote, ...]:
    """Return the quotes of a page, seat by seat; each section begins with its label.

    A section without a quote is the label in a list of links. Of several that differ, those
    count whose critics are as many as the cards say, and vote as they say.
    """
    told: list[tuple[list[Draft], Ledger]] = []
    bodies: list[list[Line]] = []
    for section in sections:
        body = _cut_section(section, names, site)
        if any(_opens_quote(line) for line in body):
            ledger.claimed.add(section[0].number)
            bodies.append(body)
            told.append(_read_fitting(body, names, votes, site))
    if not told:
        message = "the scorecard has no quotes"
        ledger.report("value_missing", "quotes", message, "scores or quotations", "nothing")
        return ()
    if len(told) > 1:
        whole = _read_fitting([line for body in bodies for line in body], names, votes, site)
        fitting = [one for one in told if one[0] and _agrees(one[0], votes)]
        # One for each tool is a scorecard in parts, not in renderings.
        is_parted = votes and not fitting and whole[0] and _agrees(whole[0], votes)
        told = [whole] if is_parted else fitting or told
    drafts = told[0][0]
    for other, trial in told:
        ledger.adopt(trial)
        for draft in other:
            taken = (*draft.words, *draft.leads, draft.score_line)
            ledger.claimed.update(line.number for line in taken if line is not None)
        if _say(other) != _say(drafts):
            message = "two renderings of the scorecard differ"
            expected, found = f"{len(drafts)} quotes", f"{len(other)} quotes"
            ledger.report("renderings_differ", "quotes", message, expected, found)
    quotes: list[Quote] = []
    for number, (quote, draft) in enumerate(seat_drafts(drafts), start=1):
        _claim(number, draft, ledger)
        quotes.append(quote)
    return tuple(quotes)


def _read_fitting(
    body: Sequence[Line], names: Sequence[str], votes: Votes, site: Site
) -> tuple[list[Draft], Ledger]:
    """Return the quotes of a section; without those beyond the panels, if the others agree.

    What follows the last critic's may be quotes from elsewhere, under a heading or none.
    """
    panels = {position: sum(own) for position, own in votes.items()}
    trial = Ledger()
    drafts = _read_section(body, names, panels, site, trial)
    scores = [at for at, line in enumerate(body) if line.is_score]
    total = sum(panels.values()) if len(panels) == len(names) else 0
    if not 0 < total < len(scores) or (drafts and _agrees(drafts, votes)):
        return drafts, trial
    for end in range(scores[total], scores[total - 1], -1):
        shorter = Ledger()
        fitting = _read_section(body[:end], names, panels, site, shorter)
        if fitting and not shorter.issues and _agrees(fitting, votes):
            message = "quotes beyond those that the panels gave"
            found = body[end].text[:80]
            shorter.report("text_unclaimed", "page.scorecard", message, f"{total} quotes", found)
            return fitting, shorter
    return drafts, trial


def _agrees(drafts: Sequence[Draft], votes: Votes) -> bool:
    for position, (ships, skips) in votes.items():
        own = [draft.verdict for draft in drafts if draft.position == position]
        if len(own) != ships + skips or (all(own) and own.count("ship") != ships):
            return False
    return True


def _say(drafts: Sequence[Draft]) -> Counter[tuple[object, ...]]:
    return Counter((d.position, d.reviewer, d.score, d.verdict, d.text) for d in drafts)


def _claim(number: int, draft: Draft, ledger: Ledger) -> None:
    prefix = f"quotes.{number}."
    for line in draft.words:
        ledger.claim(line, f"{prefix}text", "scorecard")
    if draft.score_line is not None:
        ledger.claim(draft.score_line, f"{prefix}score", "score line")
        ledger.claim(draft.score_line, f"{prefix}verdict", "score line")
    if draft.critic is not None:
        ledger.claim(draft.critic, f"{prefix}reviewer", "name beside the score")


def _opens_quote(line: Line) -> bool:
    return line.is_score or strip_quotation_marks(line.text) is not None


def _cut_section(lines: Sequence[Line], names: Sequence[str], site: Site) -> list[Line]:
    """Return the lines after the label up to the first that ends the section.

    Critics and tools may be headings; a heading after the last score line is of something else,
    and so is the panel's label, which stands on cards only.
    """
    level = lines[0].block.heading
    tools = set(map(fold_label, names))
    last_score = max((line.number for line in lines if line.is_score), default=-1)
    body: list[Line] = []
    for line in lines[1:]:
        heading = line.block.heading
        is_higher = 0 < heading <= level and line.folded not in tools
        is_after = heading and line.number > last_score
        is_card = line.folded == site.landmarks.panel and line.folded not in tools
        if is_higher or is_after or is_card:
            break
        body.append(line)
    return body


def _read_section(
    body: Sequence[Line],
    names: Sequence[str],
    panels: Mapping[int, int],
    site: Site,
    ledger: Ledger,
) -> list[Draft]:
    """Return the quotes of a section with their sides, in the order that fits best."""
    if not any(line.is_score for line in body):
        return _tell(read_quoted(body, ledger), names, panels, ledger)
    best: tuple[int, list[Draft], Ledger] | None = None
    for order in ORDERS:
        trial = Ledger()
        drafts = read_scored(body, order, names, site, trial)
        total = sum(panels.values()) if len(panels) == len(names) else 0
        told = _tell(_drop_repeats(drafts, total, trial), names, panels, trial)
        if best is None or len(trial.issues) < best[0]:
            best = (len(trial.issues), told, trial)
        if not trial.issues:
            break
    assert best is not None
    ledger.adopt(best[2])
    return best[1]


def _tell(
    drafts: Sequence[Draft], names: Sequence[str], panels: Mapping[int, int], ledger: Ledger
) -> list[Draft]:
    told = tell_sides(drafts, len(names), panels)
    if not told:
        message = "the critics' quotes cannot be told apart by tool"
        expected = f"one for each of {len(names)} tools in every row"
        ledger.report("quotes_uneven", "quotes", message, expected, f"{len(drafts)} quotes")
    return told


def _drop_repeats(drafts: Sequence[Draft], total: int, ledger: Ledger) -> Sequence[Draft]:
    """Return the quotes once, where one section holds them twice, in whatever arrangement.

    What only one of the two tells, the critic or the tool, is taken from it. ``total`` is how
    many critics the panels had, 0 if unknown: as many quotes are one each, whatever they say.
    """
    half = len(drafts) // 2
    first, second = drafts[:half], drafts[half:]
    if not half or len(drafts) == total or first[0].text not in {draft.text for draft in second}:
        return drafts
    pairs = _pair_repeats(first, second)
    if any(0 != draft.position != other.position != 0 for draft, other in pairs):
        return drafts  # the critics say of one tool what they say of the other
    if not total and any(_name_two(*pair) for pair in pairs):
        message = "the same quotes twice, under other critics' names"
        found = first[0].text[:80]
        ledger.report("quote_repeated", "quotes", message, "the panels' votes", found)
        return drafts
    return [_join(*pair) for pair in pairs] or drafts


def _pair_repeats(first: Sequence[Draft], second: Sequence[Draft]) -> Sequence[tuple[Draft, Draft]]:
    """Return each quote with its repetition; nothing if these are no repetitions."""
    words = [(draft.score, draft.verdict, draft.text) for draft in first]
    again = [(draft.score, draft.verdict, draft.text) for draft in second]
    if sorted(map(str, words)) != sorted(map(str, again)):
        return ()
    if words == again:
        return list(zip(first, second, strict=True))
    if len(set(words)) == len(words):
        others = dict(zip(again, second, strict=True))
        return [(draft, others[said]) for draft, said in zip(first, words, strict=True)]
    # Of critics in the same words, the name and the tool tell which is which.
    named = {(d.score, d.verdict, d.text, d.reviewer, d.position): d for d in second}
    told = [(d.score, d.verdict, d.text, d.reviewer, d.position) for d in first]
    if named.keys() != set(told) or len(named) < len(told):
        return ()
    return [(draft, named[key]) for draft, key in zip(first, told, strict=True)]


def _name_two(draft: Draft, other: Draft) -> bool:
    """Tell whether two quotes name different critics."""
    names = {fold_label(name) for name in (draft.reviewer, other.reviewer) if name}
    return len(names) > 1


def _join(draft: Draft, other: Draft) -> Draft:
    return replace(
        draft,
        reviewer=draft.reviewer or other.reviewer,
        critic=draft.critic or other.critic,
        position=draft.position or other.position,
    )
