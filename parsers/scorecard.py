"""Parse: the reviewer scorecard, the section of the critics' quotes.

A page may render it twice, for phone and desktop, also in two arrangements; then the quotes are
read once. Quotes whose side cannot be told are an issue and are not written.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from parsers.lines import Ledger, Line
from parsers.records import Quote
from parsers.reviews import ORDERS, Draft, read_quoted, read_scored
from parsers.sides import seat_drafts, tell_sides
from parsers.sites import Site
from parsers.text import fold_label, strip_quotation_marks


def read_scorecards(
    sections: Sequence[Sequence[Line]],
    names: Sequence[str],
    panels: Mapping[int, int],
    site: Site,
    ledger: Ledger,
) -> tuple[Quote, ...]:
    """Return the quotes of a page, seat by seat; each section begins with its label.

    ``panels`` is the number of critics on each tool, by position, where the page states it. A
    section without a quote is the label in a list of links.
    """
    bodies = [_cut_section(section, names, site) for section in sections]
    spoken = [body for body in bodies if any(_opens_quote(line, site) for line in body)]
    told: list[list[Draft]] = []
    for body in spoken:
        trial = Ledger()
        told.append(_read_section(body, names, panels, site, trial))
        ledger.adopt(trial)
    for section in sections:
        ledger.claimed.add(section[0].number)
    if not told:
        message = "the scorecard has no quotes"
        ledger.report("value_missing", "quotes", message, "scores or quotations", "nothing")
        return ()
    for other in told[1:]:
        if _say(other) != _say(told[0]):
            message = "two renderings of the scorecard differ"
            expected, found = f"{len(told[0])} quotes", f"{len(other)} quotes"
            ledger.report("renderings_differ", "quotes", message, expected, found)
    quotes: list[Quote] = []
    for number, (quote, draft) in enumerate(seat_drafts(told[0]), start=1):
        _claim(number, draft, ledger)
        quotes.append(quote)
    return tuple(quotes)


def _say(drafts: Sequence[Draft]) -> Counter[tuple[object, ...]]:
    return Counter((d.position, d.reviewer, d.score, d.verdict, d.text) for d in drafts)


def _claim(number: int, draft: Draft, ledger: Ledger) -> None:
    prefix = f"quotes.{number}."
    ledger.claim(draft.words[0], f"{prefix}text", "scorecard")
    if draft.score_line is not None:
        ledger.claim(draft.score_line, f"{prefix}score", "score line")
        ledger.claim(draft.score_line, f"{prefix}verdict", "score line")
    if draft.critic is not None:
        ledger.claim(draft.critic, f"{prefix}reviewer", "name beside the score")


def _opens_quote(line: Line, site: Site) -> bool:
    is_score = site.score_line.fullmatch(line.text) is not None
    return is_score or strip_quotation_marks(line.text) is not None


def _cut_section(lines: Sequence[Line], names: Sequence[str], site: Site) -> list[Line]:
    """Return the lines after the label up to the first that ends the section.

    Critics and tools may be headings; a heading after the last score line is of something else,
    and so is the panel's label, which stands on cards only.
    """
    level = lines[0].block.heading
    tools = set(map(fold_label, names))
    last_score = max(
        (line.number for line in lines if site.score_line.fullmatch(line.text)), default=-1
    )
    body: list[Line] = []
    for line in lines[1:]:
        heading = line.block.heading
        is_higher = 0 < heading <= level and line.folded not in tools
        is_after = heading and line.number > last_score
        if is_higher or is_after or line.folded == site.landmarks.panel:
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
    if not any(site.score_line.fullmatch(line.text) for line in body):
        return _tell(read_quoted(body, ledger), names, panels, ledger)
    best: tuple[int, list[Draft], Ledger] | None = None
    for order in ORDERS:
        trial = Ledger()
        drafts = read_scored(body, order, names, site, trial)
        told = _tell(_drop_repeats(drafts), names, panels, trial)
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


def _drop_repeats(drafts: Sequence[Draft]) -> Sequence[Draft]:
    """Return the quotes once, where one section holds them twice, in whatever arrangement.

    What only one of the two tells, the critic or the tool, is taken from it.
    """
    half = len(drafts) // 2
    first, second = drafts[:half], drafts[half:]
    words = [(draft.score, draft.verdict, draft.text) for draft in first]
    again = [(draft.score, draft.verdict, draft.text) for draft in second]
    if not half or sorted(map(str, words)) != sorted(map(str, again)):
        return drafts
    if len(set(words)) < half:
        # Two critics in the same words: only the same arrangement can be joined.
        return first if words == again else drafts
    others = dict(zip(again, second, strict=True))
    return [_join(draft, others[said]) for draft, said in zip(first, words, strict=True)]


def _join(draft: Draft, other: Draft) -> Draft:
    return replace(
        draft,
        reviewer=draft.reviewer or other.reviewer,
        critic=draft.critic or other.critic,
        position=draft.position or other.position,
    )
