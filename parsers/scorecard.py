"""Parse: the reviewer scorecard.

In the full rendering a line such as ``87/100 · ship`` opens a quote; a critic's name stands
before it, once for the row or once for each side. In the condensed one every line is a review
in quotation marks, and position alone tells the side. Quotes whose side cannot be told are an
issue and are not written.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from parsers.lines import Ledger, Line
from parsers.records import Quote, Verdict
from parsers.sites import Site
from parsers.text import fold_label, strip_quotation_marks, unwrap_quotation

_LONGEST_NAME = 60
_VERDICTS: dict[str, Verdict] = {"ship": "ship", "mixed": "mixed", "skip": "skip"}


class Draft(Struct, frozen=True):
    """A quote whose side is not yet known; ``position`` is 0 until a rule tells it."""

    line: Line
    text: str
    reviewer: str | None = None
    score: int | None = None
    verdict: Verdict | None = None
    position: int = 0


def read_scorecard(
    lines: Sequence[Line],
    names: Sequence[str],
    panels: Mapping[int, int],
    site: Site,
    ledger: Ledger,
) -> tuple[Quote, ...]:
    """Return the quotes of the section that begins with ``lines[0]``, seat by seat.

    ``panels`` is the number of critics on each tool, by position, where the page states it.
    """
    heading, body = lines[0], _cut_section(lines, site)
    ledger.claim(heading, "quotes", site.labels.scorecard)
    scored = [line for line in body if site.score_line.fullmatch(line.text)]
    drafts = _read_scored(body, names, site, ledger) if scored else _read_quoted(body, ledger)
    quotes = _seat(_tell_sides(drafts, len(names), panels))
    if not quotes:
        message = "the critics' quotes cannot be told apart by tool"
        expected = f"one for each of {len(names)} tools in every row"
        ledger.report("quotes_uneven", "quotes", message, expected, f"{len(drafts)} quotes")
        return ()
    for number, (_, line) in enumerate(quotes, start=1):
        ledger.claim(line, f"quotes.{number}.text", "scorecard")
    return tuple(quote for quote, _ in quotes)


def _cut_section(lines: Sequence[Line], site: Site) -> list[Line]:
    """Return the lines up to the first that ends the section."""
    level = lines[0].block.heading
    endings = set(map(fold_label, (*site.labels.endings, site.labels.scorecard)))
    body: list[Line] = []
    for line in lines[1:]:
        if line.folded in endings or (level and 0 < line.block.heading <= level):
            break
        body.append(line)
    return body


def _read_quoted(body: Sequence[Line], ledger: Ledger) -> list[Draft]:
    drafts = []
    for line in body:
        text = strip_quotation_marks(line.text)
        if text is not None:
            drafts.append(Draft(line, text))
        else:
            message = "text in the scorecard that no quote took"
            ledger.report("text_unclaimed", "quotes", message, "a quotation", line.text[:120])
    return drafts


def _read_scored(
    body: Sequence[Line], names: Sequence[str], site: Site, ledger: Ledger
) -> list[Draft]:
    """Return a draft for each score line, with the name before it and the review after it."""
    folded = [fold_label(name) for name in names]
    positions = {name: at for at, name in enumerate(folded, start=1) if folded.count(name) == 1}
    scores = [i for i, line in enumerate(body) if site.score_line.fullmatch(line.text)]
    lead_starts = [
        0,
        *(_find_lead(body, a + 1, b) for a, b in pairwise(scores)),
    ]
    text_ends = [*lead_starts[1:], len(body)]
    drafts: list[Draft] = []
    reviewer: str | None = None
    for at, lead_start, text_end in zip(scores, lead_starts, text_ends, strict=True):
        position = 0
        for line in body[lead_start:at]:
            if line.folded in positions:
                position = positions[line.folded]
            elif line.folded != (reviewer or "")[:1].casefold() and len(line.text) > 1:
                reviewer = line.text
            ledger.claimed.add(line.number)
        score, verdict = _read_score(body[at], site, ledger)
        words = body[at + 1 : text_end]
        text = " ".join(line.text for line in words)
        if not text:
            message = "a score without a review"
            ledger.report("value_missing", "quotes", message, "a review", body[at].text)
            continue
        ledger.claimed.update(line.number for line in words)
        drafts.append(
            Draft(
                line=words[0],
                text=unwrap_quotation(text),
                reviewer=reviewer,
                score=score,
                verdict=verdict,
                position=position,
            )
        )
    return _drop_repeats(drafts)


def _read_score(line: Line, site: Site, ledger: Ledger) -> tuple[int | None, Verdict | None]:
    ledger.claimed.add(line.number)
    match = site.score_line.fullmatch(line.text)
    assert match is not None
    score: int | None = int(match.group("score"))
    if score is not None and score > 100:
        ledger.report("value_invalid", "quotes", "not a score", "0 to 100", line.text)
        score = None
    return score, _VERDICTS.get(match.group("verdict").casefold())


def _drop_repeats(drafts: list[Draft]) -> list[Draft]:
    """Return the quotes once, where a page renders its scorecard for two kinds of screen."""
    half = len(drafts) // 2
    said = [(draft.reviewer, draft.score, draft.verdict, draft.text) for draft in drafts]
    return drafts[:half] if half and said[:half] == said[half:] else drafts


def _find_lead(body: Sequence[Line], start: int, end: int) -> int:
    """Return where, before the score line at ``end``, the names begin that belong to it.

    A line like a name is never taken for the review of the score before: it may be that the
    review is missing.
    """
    lead = end
    while lead > start and _is_name(body[lead - 1]):
        lead -= 1
    return lead


def _is_name(line: Line) -> bool:
    return len(line.text) <= _LONGEST_NAME and not line.text.endswith(
        (".", "!", "?", "…", "”", '"')
    )


def _tell_sides(
    drafts: Sequence[Draft], tools: int, panels: Mapping[int, int]
) -> list[Draft] | None:
    """Return the drafts with their positions, or None where a side cannot be told.

    A critic speaks of each tool once, in page order; a critic who speaks of one tool only
    speaks of the one whose panel has a place left.
    """
    if all(draft.reviewer is None for draft in drafts):
        whole = len(drafts) % tools == 0
        return [replace(d, position=i % tools + 1) for i, d in enumerate(drafts)] if whole else None
    totals = Counter(draft.reviewer for draft in drafts)
    counts: Counter[str | None] = Counter()
    told: list[Draft] = []
    for draft in drafts:
        occurrence = counts[draft.reviewer]
        counts[draft.reviewer] += 1
        if draft.position == 0 and totals[draft.reviewer] % tools == 0:
            draft = replace(draft, position=occurrence % tools + 1)
        told.append(draft)
    left = {
        position: panel - sum(draft.position == position for draft in told)
        for position, panel in panels.items()
    }
    open_sides = [position for position, places in left.items() if places > 0]
    if any(draft.position == 0 for draft in told):
        if len(open_sides) != 1:
            return None
        told = [replace(d, position=d.position or open_sides[0]) for d in told]
    return told


def _seat(drafts: Sequence[Draft] | None) -> list[tuple[Quote, Line]]:
    """Give each critic a row in order of first appearance; a second turn is a row of its own."""
    if drafts is None:
        return []
    rows: dict[tuple[str | None, int], int] = {}
    turns: Counter[tuple[str | None, int]] = Counter()
    seated: list[tuple[int, Draft]] = []
    for draft in drafts:
        side = (draft.reviewer, draft.position)
        row = (draft.reviewer, turns[side])
        turns[side] += 1
        seated.append((rows.setdefault(row, len(rows) + 1), draft))
    seated.sort(key=lambda item: (item[0], item[1].position))
    return [(_finish(draft, seat), draft.line) for seat, draft in seated]


def _finish(draft: Draft, seat: int) -> Quote:
    return Quote(
        position=draft.position,
        seat=seat,
        reviewer=draft.reviewer,
        score=draft.score,
        verdict=draft.verdict,
        text=draft.text,
    )
