"""Parse: the lines of a scorecard as drafts of quotes: who, score, verdict, words.

Every quote has one score line, such as ``87/100 · ship``. Around it stand the critic's name
and the review, in an order that a page keeps throughout: name, score, review on one, review,
name, score on another. Which it is, is found by trying: an order fits if no line is left over
and the first and the last quote are as whole as the others. Where there is no score line,
every line is a review in quotation marks.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import groupby, pairwise

from parsers.drafts import Draft, Order, check_names, clean_name, name_critics
from parsers.lines import Ledger, Line
from parsers.records import Verdict
from parsers.sites import Site
from parsers.text import drop_teasers, fold_label, strip_quotation_marks, unwrap_quotation

_LONGEST_BUTTON = 40
_FEWEST_TABS = 2
_BAR = re.compile(r"\d{1,3}(?:\s?%|\s?/\s?\d{1,3})?")  # the score again, as a bar's label


def read_quoted(body: Sequence[Line], ledger: Ledger) -> list[Draft]:
    """Return a draft for each line in quotation marks; what follows the last is no review."""
    quoted = [(line, strip_quotation_marks(line.text)) for line in body]
    last = max((line.number for line, text in quoted if text is not None), default=-1)
    drafts: list[Draft] = []
    for line, text in quoted:
        if text is not None:
            drafts.append(Draft((line,), text))
            continue
        field = "quotes" if line.number < last else "page.scorecard"
        message = "text in the scorecard that no quote took"
        ledger.report("text_unclaimed", field, message, "a quotation", line.text[:80])
    return drafts


def read_scored(
    body: Sequence[Line], order: Order, names: Sequence[str], site: Site, ledger: Ledger
) -> list[Draft]:
    """Return a draft for each score line of a scorecard that is printed in ``order``."""
    body = _pair_rows(body, len(names))
    folded = [fold_label(name) for name in names]
    tools = {name: at for at, name in enumerate(folded, start=1) if folded.count(name) == 1}
    scores = [i for i, line in enumerate(body) if line.is_score]
    furniture = _find_furniture(body, len(scores), tools)
    gaps = [
        [
            line
            for line in body[start + 1 : end]
            if line.folded in tools
            or not (line.folded in furniture or line.is_ornament or _BAR.fullmatch(line.text))
        ]
        for start, end in pairwise([-1, *scores, len(body)])
    ]
    columns = _read_heads(gaps, tools)
    positions = _tell_positions(gaps, tools)
    if tools:
        gaps = [[line for line in gap if line.folded not in tools] for gap in gaps]
    gaps[0] = _drop_tabs(gaps)
    known = _find_known(gaps)
    split = [
        _split_gap(gap, order, known, number, len(scores), ledger)
        for number, gap in enumerate(gaps)
    ]
    names_at, words_at = int(order.names_after), int(order.words_after)
    leads = [split[number + names_at][0] for number in range(len(scores))]
    words = _cut_last([split[number + words_at][1] for number in range(len(scores))], ledger)
    drafts: list[Draft] = []
    for number, critic in enumerate(name_critics(leads, order, ledger)):
        line = body[scores[number]]
        if not words[number]:
            message = "a score without a review"
            ledger.report("value_missing", "quotes", message, "a review", "nothing")
            continue
        score, verdict = _read_score(line, site, ledger)
        cell = line.block.cell
        column = 0 if cell is None else columns.get((cell.table, cell.column), 0)
        drafts.append(
            Draft(
                words=tuple(words[number]),
                text=_join_words(words[number]),
                score_line=line,
                leads=tuple(leads[number]),
                critic=critic,
                reviewer=None if critic is None else clean_name(critic.text),
                score=score,
                verdict=verdict,
                position=column or positions[number],
            )
        )
    check_names(drafts, ledger)
    return drafts


def _pair_rows(body: Sequence[Line], width: int) -> Sequence[Line]:
    """Return a scorecard's lines with each review after its score.

    A critic's scores may stand in a row of their own, and the reviews in the row below.
    """
    scores = [at for at, line in enumerate(body) if line.is_score]
    starts = scores[::width]
    rows = [at + offset for at in starts for offset in range(width)]
    if width < 2 or scores != rows or len(body) < scores[-1] + width:
        return body
    paired = list(body)
    for at in starts:
        row = body[at : at + 2 * width]
        if len(row) < 2 * width or any(line.is_phrase or line.is_score for line in row[width:]):
            return body
        paired[at : at + 2 * width] = [
            line for pair in zip(row[:width], row[width:], strict=True) for line in pair
        ]
    return paired


def _join_words(words: Sequence[Line]) -> str:
    """Return a review's lines as one text, without quotation marks around all of it."""
    if len(words) == 1:
        return unwrap_quotation(words[0].text)
    pieces: list[str] = []
    for _, group in groupby(words, key=lambda line: line.block.index):
        lines = list(group)
        whole = len(lines) > 1 and len(lines) == len(lines[0].block.parts)
        pieces += [lines[0].block.text] if whole else [line.text for line in lines]
    return unwrap_quotation(" ".join(drop_teasers(pieces)))


def _find_furniture(
    body: Sequence[Line], quotes: int, tools: Mapping[str, int]
) -> AbstractSet[str]:
    """Return the short lines that stand under every review, which no critic's name does.

    A sentence is no such line, nor is what no word is in, which is left out besides.
    """
    counts = Counter(
        line.folded
        for line in body
        if len(line.text) <= _LONGEST_BUTTON and not line.is_score and line.text[-1] not in ".!…"
    )
    least = max(len(tools), 1)
    return {
        text
        for text, count in counts.items()
        if count > least and 2 * count >= quotes and text not in tools
    }


def _read_heads(
    gaps: Sequence[list[Line]], tools: Mapping[str, int]
) -> Mapping[tuple[int, int], int]:
    """Return the tool of each column, by table and column, where a row of a table names them.

    What stands in that row is taken out of the first gap.
    """
    first = gaps[0]
    named = [line for line in first if line.folded in tools]
    cells = [line.block.cell for line in named if line.block.cell is not None]
    rows = {(cell.table, cell.row) for cell in cells}
    columns = {
        (line.block.cell.table, line.block.cell.column): tools[line.folded]
        for line in named
        if line.block.cell is not None
    }
    if len(named) < 2 or len(columns) < 2 or len(rows) != 1:
        return {}
    first[:] = [
        line
        for line in first
        if line.block.cell is None or (line.block.cell.table, line.block.cell.row) not in rows
    ]
    return columns


def _drop_tabs(gaps: Sequence[list[Line]]) -> list[Line]:
    """Return the lines before the first score, without a list of the critics that follow."""
    before, last = gaps[0][:-1], gaps[0][-1:]
    later = {line.folded for gap in (last, *gaps[1:]) for line in gap if line.is_phrase}
    tabs = [line for line in before if line.folded in later]
    if len(tabs) < _FEWEST_TABS:
        return gaps[0]
    return [*(line for line in before if line not in tabs), *last]


def _find_known(gaps: Sequence[Sequence[Line]]) -> AbstractSet[str]:
    """Return the short lines that are surely no review: headings, and what is said again."""
    lines = [line for gap in gaps for line in gap if line.is_phrase]
    counts = Counter(line.folded for line in lines)
    return {line.folded for line in lines if line.block.heading or counts[line.folded] > 1}


def _split_gap(
    gap: Sequence[Line],
    order: Order,
    known: AbstractSet[str],
    number: int,
    last: int,
    ledger: Ledger,
) -> tuple[list[Line], list[Line]]:
    """Return the names and the review in a gap, and report what the order has no place for.

    The only line of a gap that may hold both is a review, unless it is known to be none.
    """
    has_names = number > 0 if order.names_after else number < last
    has_words = number > 0 if order.words_after else number < last
    if not has_names and has_words:
        return [], list(gap)
    lines = list(gap) if order.is_name_first else gap[::-1]
    count = 0
    while has_names and count < len(lines) and lines[count].is_phrase:
        is_only = has_words and count == 0 and len(lines) == 1
        if is_only and lines[0].folded not in known:
            break
        count += 1
    names, words = list(lines[:count]), list(lines[count:])
    if not order.is_name_first:
        names.reverse()
        words.reverse()
    if words and not has_words:
        # What stands before the first critic, where reviews follow names, is of no quote.
        field = "page.scorecard" if order.words_after and number == 0 else "quotes"
        message = "text in the scorecard that no quote took"
        found = words[0].text[:80]
        ledger.report("text_unclaimed", field, message, "a critic's name or a score", found)
    return [line for line in names if len(line.text) > 1], words


def _tell_positions(gaps: Sequence[Sequence[Line]], tools: Mapping[str, int]) -> list[int]:
    """Return the tool that each score speaks of as far as a line names it, else 0."""
    named = [[tools[line.folded] for line in gap if line.folded in tools] for gap in gaps]
    if not named[0] and all(len(own) == 1 for own in named[1:]):
        return [own[0] for own in named[1:]]
    positions: list[int] = []
    position = 0
    for own in named[:-1]:
        if own:
            # More than one are the heads of columns, and speak of no quote.
            position = own[0] if len(own) == 1 else 0
        positions.append(position)
    return positions


def _read_score(line: Line, site: Site, ledger: Ledger) -> tuple[int | None, Verdict | None]:
    """Return the score as a whole number of a hundred, and the verdict that the line states."""
    match = site.score_line.fullmatch(line.text)
    assert match is not None
    stated = match.groupdict()
    if stars := stated.get("stars"):
        points, full_score = str(stars.count("★")), len(stars)
    else:
        points, full_score = stated.get("score") or "", site.full_score
    whole, _, tenths = points.replace(",", ".").partition(".")
    score, rest = divmod(int(whole + tenths) * 100, full_score * 10 ** len(tenths))
    verdict = site.verdicts.get((stated.get("verdict") or "").casefold())
    if rest or score > 100:
        expected = f"0 to {full_score}"
        ledger.report("value_invalid", "quotes", "not a score", expected, line.text)
        return None, verdict
    return score, verdict


def _cut_last(words: Sequence[Sequence[Line]], ledger: Ledger) -> list[Sequence[Line]]:
    """Return the reviews, the last without what follows it.

    No review has more lines, and if no other holds a phrase after its first line, it has none.
    """
    *others, last = words
    longest = max(map(len, others), default=0)
    if longest and not any(line.is_phrase for own in others for line in own[1:]):
        phrases = (at for at, line in enumerate(last) if at and line.is_phrase)
        longest = min(longest, next(phrases, longest))
    if not 0 < longest < len(last):
        return list(words)
    # A sentence may be the review's own.
    field = "page.scorecard" if last[longest].is_phrase else "quotes"
    message = "text after the last review, or more of it than others have"
    ledger.report("text_unclaimed", field, message, "nothing", last[longest].text[:80])
    return [*others, last[:longest]]
