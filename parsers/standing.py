"""Parse: what stands on a page where a landmark no longer does: guesses, the likeliest first.

They are made from what a reading leaves: its issues, and the lines that no field took. A label
that was renamed stands unclaimed beside its value on every card, so the likeliest text of a
page is a guess, and the commonest one of many pages is as good as certain.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from parsers.records import Comparison, Issue, Reading, Unclaimed, Unknown
from parsers.sites import Site, ToolLabels
from parsers.text import fold_label, strip_quotation_marks

TITLE = "a title that names the cards"
_PERCENT = re.compile(r"\d{1,3}\s?%")
_GLUED = re.compile(r"\d{1,3}\s?%\s*(\D.*)|(\D+?)\s*:?\s*\d{1,3}\s?%")
_DASH = re.compile(r"[-–—―−.…]+|n/?a|none|no\b.*", re.IGNORECASE)
_DIGIT = re.compile(r"\d")
_ROW = re.compile(r"the row (['\"])(.*)\1")
_TITLE_LINE = re.compile(r"a page headed (['\"])(.*)\1")
_WORDS = re.compile(r"\w+")
_IN_TABLE = ("pricing", "ship_votes", "skip_votes")
_LABELLED = ("entry_price", "panel_ship_pct", "community_ship_pct")
_SENTENCE_ENDS = (".", "!", "?", "…", "”", '"')
_LONGEST_PHRASE = 60
_LONGEST_FOUND = 80
_MOST_FOUND = 5


def find_instead_of_page(
    reading: Reading, issue: Issue | None, site: Site
) -> tuple[str, tuple[str, ...]]:
    """Return the landmark that keeps a page from being read, and what stands there."""
    record, marks = reading.record, site.landmarks
    issue = issue or (record.issues[0] if record.issues else None)
    if issue is None:
        return "a page that can be read", ()
    lines = reading.unclaimed
    folded = {fold_label(line.text) for line in lines}
    known = marks.labels | {marks.scorecard, marks.eyebrow}
    if not isinstance(record, Unknown):
        return _tell_spoilt("a page", issue)
    if issue.code == "not_a_tool_page" and site.tool_labels is not None:
        return _find_instead_of_tool(lines, issue, site, site.tool_labels)
    if issue.code != "not_a_comparison" or not folded & known:
        if issue.expected is None:
            return _tell_spoilt("a page", issue)
        return issue.expected, _cut([issue.found])
    if marks.panel not in folded:
        labels = Counter(_list_beside_percentages(lines, site))
        # Once on each card, where a tagline stands on one.
        return f"label {site.labels.panel!r}", _cut(label for label, _ in labels.most_common())
    titles = [line.text for line in lines if site.versus.search(line.text)]
    if titles:
        return f"a card with label {site.labels.panel!r} for each name", _cut(titles[:1])
    after = [
        later.text for line, later in pairwise(lines) if fold_label(line.text) == marks.eyebrow
    ]
    shown = _TITLE_LINE.fullmatch(issue.found or "")
    headed = [shown[2]] if shown is not None else []
    # One guess: titles differ from page to page, and of several the frame's would be commonest.
    return TITLE, _cut([*headed, *after, lines[0].text])[:1]


def _tell_spoilt(part: str, issue: Issue) -> tuple[str, tuple[str, ...]]:
    """Say that a part of the page should be without an issue, and what the issue is."""
    told = issue.message if issue.found is None else f"{issue.message}: {issue.found}"
    return f"{part} without {issue.code}", _cut([told, issue.message])


def _find_instead_of_tool(
    lines: Sequence[Unclaimed], issue: Issue, site: Site, labels: ToolLabels
) -> tuple[str, tuple[str, ...]]:
    """Return the landmark of a tool's page: the label of the verdict, else what the issue says."""
    texts = [line.text for line in lines if _is_phrase(line.text)]
    if any(text.casefold().startswith(labels.verdict.casefold()) for text in texts):
        return _tell_spoilt("a tool's page", issue)
    stating = [text for text in texts if {*_WORDS.findall(text.casefold())} & site.verdicts.keys()]
    return f"label {labels.verdict!r}", _cut(stating or [issue.found])


def find_instead_of_card(field: str, paths: Sequence[str], reading: Reading) -> tuple[str, ...]:
    """Return what may stand where a card's field at these paths was not found."""
    issues = reading.record.issues
    if field == "slug":
        return ()  # a reading does not keep the links that are none to a tool
    # The votes are read together, and an issue on them names the first.
    paths = [path.replace("skip_votes", "ship_votes") for path in paths]
    stated = [i.found for i in issues if i.field in paths and i.found not in (None, "nothing")]
    if stated:
        return _cut(stated)
    if field in _IN_TABLE and isinstance(reading.record, Comparison):
        rows = [row[2] for i in issues if (row := _ROW.search(i.message)) is not None]
        return _cut([*rows, *(i.found for i in issues if i.field == "page.table")])
    lines = _list_on_cards(reading)
    if field not in _LABELLED:
        untaken = [i.found for i in issues if i.code == "text_unclaimed" and i.field != "quotes"]
        places = {line.block for line in lines}
        alone = (line for line in lines if not {line.block - 1, line.block + 1} & places)
        return _cut([*untaken, *(line.text for line in alone)])
    pairs = _pair(lines, _tell_side(reading))
    labels = [label for value, label in pairs if _can_be(field, value)]
    return _cut(labels) or _cut(line.text for line in lines)


def find_instead_of_quotes(reading: Reading, site: Site) -> tuple[str, tuple[str, ...]]:
    """Return the landmark of the scorecard that no longer matches, and what stands there.

    Reviews that nobody took, under a line that is no label of ours: the label is another one.
    No review, but lines with numbers: the score line is another one.
    """
    label = f"label {site.labels.scorecard!r}"
    lines = _list_after_cards(reading)
    issue = next((i for i in reading.record.issues if i.field.split(".")[0] == "quotes"), None)
    if issue is None or issue.code == "label_missing":
        for at, line in enumerate(lines):
            if _opens_quote(line.text, site):
                first = at
                while first and lines[first].block - lines[first - 1].block == 1:
                    first -= 1
                return label, _cut([lines[first].text])
        if issue is None:
            return label, _cut(line.text for line in lines if _is_phrase(line.text))
    scores = [
        line.text
        for line in lines
        if _DIGIT.search(line.text) and _is_phrase(line.text) and not _opens_quote(line.text, site)
    ]
    if scores:
        scores.sort(key=lambda text: not any(word in text.casefold() for word in site.verdicts))
        return f"score line out of {site.full_score}", _cut(scores)
    return _tell_spoilt("reviews", issue)


def _opens_quote(text: str, site: Site) -> bool:
    is_score = site.score_line.fullmatch(text) is not None
    return is_score or strip_quotation_marks(text) is not None


def _cut(texts: Iterator[str] | Sequence[str | None]) -> tuple[str, ...]:
    """Return the texts once each, and not too many or too long."""
    said = [text[:_LONGEST_FOUND] for text in texts if text and text != "nothing"]
    return tuple(dict.fromkeys(said))[:_MOST_FOUND]


def _is_phrase(text: str) -> bool:
    return len(text) <= _LONGEST_PHRASE and not text.endswith(_SENTENCE_ENDS)


def _list_beside_percentages(lines: Sequence[Unclaimed], site: Site) -> Iterator[str]:
    """Yield the short texts beside bare percentages that are no label and no badge."""
    marks = site.landmarks
    known = marks.labels | site.verdicts.keys()

    def can_be_label(text: str) -> bool:
        is_value = _PERCENT.search(text) is not None or _DASH.fullmatch(text) is not None
        return _is_phrase(text) and not is_value and fold_label(text) not in known

    for at, line in enumerate(lines):
        if _PERCENT.fullmatch(line.text):
            beside = (*lines[at + 1 : at + 2], *lines[max(at - 1, 0) : at])
            yield from (other.text for other in beside if can_be_label(other.text))
        elif len(line.text) <= _LONGEST_PHRASE and (glued := _GLUED.fullmatch(line.text)):
            yield from (part for part in glued.groups() if part and can_be_label(part))


def _list_on_cards(reading: Reading) -> list[Unclaimed]:
    """Return the short lines that nobody took, from the first card to the first review.

    A short line that was taken for prose may be a label that is not known.
    """
    places = _place(reading)
    start = min((place for field, place in places if field.endswith(".name")), default=0)
    end = min((p for field, p in places if field.startswith("quotes.") and p > start), default=None)
    prose = [
        Unclaimed(evidence.block, evidence.text)
        for evidence in reading.evidence
        if evidence.block is not None and evidence.field.endswith(".description")
    ]
    return [
        line
        for line in sorted({*reading.unclaimed, *prose}, key=lambda line: line.block)
        if line.block >= start and (end is None or line.block < end) and _is_phrase(line.text)
    ]


def _list_after_cards(reading: Reading) -> list[Unclaimed]:
    """Return the lines that nobody took, after the last one that a card or the table did."""
    places = _place(reading)
    last = max((place for field, place in places if field.startswith(("tool", "table"))), default=0)
    return [line for line in reading.unclaimed if line.block > last]


def _place(reading: Reading) -> list[tuple[str, int]]:
    return [(e.field, e.block) for e in reading.evidence if e.block is not None]


def _tell_side(reading: Reading) -> int:
    """Return 1 if this page's labels stand after their values, else -1.

    A label is claimed without being a value: beside a value that was read, it is the line that
    is neither the evidence of a field nor unclaimed.
    """
    places = dict(reversed(_place(reading)))  # of the fields' first evidence, on the cards
    taken = {place for _, place in _place(reading)} | {line.block for line in reading.unclaimed}
    for field, place in places.items():
        if field.rpartition(".")[2] in _LABELLED:
            sides = (place - 1 not in taken, place + 1 not in taken)
            if sides[0] != sides[1]:
                return -1 if sides[0] else 1
    return 1


def _pair(lines: Sequence[Unclaimed], side: int) -> Iterator[tuple[str, str]]:
    """Yield value and label of lines that stand together two by two."""
    at = 0
    while at + 1 < len(lines):
        first, second = lines[at], lines[at + 1]
        if second.block - first.block > 1:
            at += 1
            continue
        yield (first.text, second.text) if side > 0 else (second.text, first.text)
        at += 2


def _can_be(field: str, value: str) -> bool:
    is_share = _PERCENT.fullmatch(value) is not None
    is_dash = _DASH.fullmatch(value) is not None
    if field == "panel_ship_pct":
        return is_share
    return (is_share or is_dash) if field == "community_ship_pct" else not (is_share or is_dash)
