"""Parse: a page as the lines that a grammar reads, and the ledger of what it took.

A block is one line, unless its inline parts are a label and its value: then each part is one.
Whoever reads a value claims its line, so that at the end it is known what nobody took.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import TypeAlias

from msgspec import Struct

from parsers.blocks import Block
from parsers.records import Evidence, Issue, Verdict
from parsers.sites import Site
from parsers.text import fold_label

Fields: TypeAlias = dict[str, str | int]

_MOST_PARTS = 8
_LONGEST_PART = 200
_LONGEST_STAT = 60
_LONGEST_SCORE = 120
_LONGEST_BUTTON = 40
_LONGEST_PIECE = 12  # of a score line
_MOST_PIECES = 4
_LONGEST_PHRASE = 60
_SENTENCE_ENDS = (".", "!", "?", "…", "”", '"')
_WORD = re.compile(r"\w")
_DATE = re.compile(
    r"[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4}|\d{1,2}\.? [A-Z][a-z]{2,8} \d{4}|\d{4}-\d{2}-\d{2}"
)
_VALUE_FIRST = re.compile(r"(\d{1,3}\s?%|[—–-]|free|paid|[$€£][\d.,/a-z]+)\s(.+)", re.IGNORECASE)


class Line(Struct, frozen=True, gc=False):
    """One line: its number, its text, the text as labels are compared, and its block.

    ``is_score`` tells that it states a critic's score and nothing else; ``link`` is where all
    of it links to.
    """

    number: int
    text: str
    folded: str
    block: Block
    is_score: bool = False
    link: str | None = None

    @property
    def is_ornament(self) -> bool:
        """Tell whether this says nothing: no word is in it, or it is only a date."""
        return _WORD.search(self.text) is None or _DATE.fullmatch(self.text) is not None

    @property
    def is_phrase(self) -> bool:
        """Tell whether this is short and no sentence, as names and labels are."""
        return len(self.text) <= _LONGEST_PHRASE and not self.text.endswith(_SENTENCE_ENDS)


class Ledger:
    """What the grammar took and what it found wrong; one for each reading of a page."""

    def __init__(self) -> None:
        self.evidence: list[Evidence] = []
        self.issues: list[Issue] = []
        self.claimed: set[int] = set()
        self.denied: set[str] = set()

    def claim(self, line: Line, field: str, landmark: str) -> None:
        """Note that ``field`` was read from ``line``, found by ``landmark``."""
        self.claimed.add(line.number)
        self.evidence.append(Evidence(field, line.block.index, landmark, line.text))

    def deny(self, field: str) -> None:
        """Note that the page says of ``field`` that there is no value."""
        self.denied.add(field)

    def derive(self, field: str, rule: str) -> None:
        """Note that ``field`` follows from others by a rule."""
        self.evidence.append(Evidence(field, None, f"derived {rule}"))

    def note(self, field: str, landmark: str, text: str) -> None:
        """Note that ``field`` was read from what is no line, such as the page's address."""
        self.evidence.append(Evidence(field, None, landmark, text))

    def adopt(self, other: Ledger) -> None:
        """Take over what another ledger holds."""
        self.claimed |= other.claimed
        self.denied |= other.denied
        self.evidence += other.evidence
        for issue in other.issues:
            self.report(issue.code, issue.field, issue.message, issue.expected, issue.found)

    def report(
        self,
        code: str,
        field: str,
        message: str,
        expected: object = None,
        found: object = None,
    ) -> None:
        """Note an issue, once for a code and field; None stays None, the rest becomes text."""
        if any((issue.code, issue.field) == (code, field) for issue in self.issues):
            return
        self.issues.append(
            Issue(
                code=code,
                field=field,
                message=message,
                expected=None if expected is None else str(expected),
                found=None if found is None else str(found),
            )
        )


def cut_lines(blocks: Sequence[Block], site: Site, names: Sequence[str]) -> list[Line]:
    """Return the lines of blocks in reading order; ``names`` are the tools in the title."""
    marks, score_line = site.landmarks, site.score_line
    folded_names = frozenset(map(fold_label, names))
    lines: list[Line] = []
    ends = Counter(end for _, end in {(b.text, b.parts[-1]) for b in blocks if _ends_in_link(b)})
    is_review = False
    for block in blocks:
        text = block.text
        if len(block.parts) == 1 and len(text) > _LONGEST_SCORE:
            lines.append(Line(len(lines), text, block.folded, block, False, block.link))
            continue
        # In a review, "Pricing: fair enough" is a sentence.
        if block.folded == marks.scorecard:
            is_review = True
        elif is_review and len(text) <= _LONGEST_STAT:
            is_review = marks.panel not in block.folded and block.folded not in marks.endings
        texts = _cut_block(block, site, folded_names, is_review=is_review)
        if not texts and ends[block.parts[-1]] > 1 and _ends_in_link(block):
            texts = (text.removesuffix(block.parts[-1]).rstrip(), block.parts[-1])
        if not texts:
            is_score = score_line.fullmatch(text) is not None
            lines.append(Line(len(lines), text, block.folded, block, is_score, block.link))
            if is_review and len(text) <= _LONGEST_PIECE and not is_score:
                _join_score(lines, score_line)
            continue
        is_parts = block.links and texts == block.parts[: len(texts)]
        links = block.links[: len(texts)] if is_parts else (block.link,) * len(texts)
        for part, link in zip(texts, links, strict=True):
            is_score = score_line.fullmatch(part) is not None
            lines.append(Line(len(lines), part, fold_label(part), block, is_score, link))
    return lines


def _ends_in_link(block: Block) -> bool:
    """Tell whether a text ends in a link, which is a button if other texts end in it as well."""
    if not block.links or block.links[-1] is None or block.links[0] is not None:
        return False
    return len(block.parts[-1]) <= _LONGEST_BUTTON and block.text.endswith(block.parts[-1])


def _join_score(lines: list[Line], score_line: re.Pattern[str]) -> None:
    """Make one line of the last ones, if together they state a score: its number, its verdict.

    A badge with the verdict may stand before its number.
    """
    for count in range(2, min(_MOST_PIECES, len(lines)) + 1):
        pieces = lines[-count:]
        if pieces[0].is_score or len(pieces[0].text) > _LONGEST_PIECE:
            return
        for order in (pieces, [*pieces[1:], pieces[0]]):
            text = " ".join(line.text for line in order)
            if score_line.fullmatch(text) is not None:
                first = pieces[0]
                joined = Line(first.number, text, fold_label(text), first.block, is_score=True)
                lines[-count:] = [joined]
                return


def _cut_block(
    block: Block, site: Site, names: AbstractSet[str], *, is_review: bool
) -> Sequence[str]:
    """Return the texts of a block that is more than one line, else nothing."""
    text = block.text
    if block.folded in names:
        return ()  # whatever it holds, it is the name
    labels = site.landmarks.labels
    if len(block.parts) > 1:
        if block.heading and fold_label(block.parts[0]) in names:
            # An avatar's letter stands before a name of one letter; the rest is a badge.
            is_again = fold_label(block.parts[1]) == fold_label(block.parts[0])
            return block.parts[: 1 + is_again]
        if _has_landmark(block, labels, names, site.score_line):
            return block.parts
        if _has_avatar(block) or (not is_review and _has_badge(block, site.verdicts)):
            return block.parts
    if len(text) <= _LONGEST_SCORE and (score := site.score_line.search(text)) is not None:
        return _cut_score(text, score)
    if len(text) <= _LONGEST_STAT and not is_review and (":" in text or " " in text):
        return _cut_stat(text, labels)
    return ()


def _has_avatar(block: Block) -> bool:
    """Tell whether the first part is a letter in a circle, and what it is the first of follows."""
    letter, name = block.parts[:2]
    is_glued = block.text.startswith(letter + name)
    is_initial = len(letter) == 1 and letter.isupper() and name[0].isupper()
    return is_initial and len(block.text) <= _LONGEST_STAT and (is_glued or name[0] == letter)


def _has_badge(block: Block, verdicts: Mapping[str, Verdict]) -> bool:
    """Tell whether a verdict, or a word that is glued to others, stands beside a short text."""
    parts = block.parts
    is_short = len(block.text) <= _LONGEST_STAT and len(parts) <= _MOST_PIECES
    if block.heading or not is_short or not all(len(p) > 1 and p[0].isupper() for p in parts):
        return False
    is_glued = len(block.text) == sum(map(len, parts))
    return is_glued or parts[0].casefold() in verdicts or parts[-1].casefold() in verdicts


def _cut_score(text: str, score: re.Match[str]) -> Sequence[str]:
    """Cut ``Builder · 87/100 · ship`` before the score; a score inside a sentence is prose."""
    before = text[: score.start()].rstrip(" ·•|,:–—-(")
    if _WORD.search(text[score.end() :]) or (not before and score[0] == text):
        return ()
    return (before, score[0]) if before else (score[0],)


def _cut_stat(text: str, labels: AbstractSet[str]) -> Sequence[str]:
    """Cut ``Entry: Free`` after its label, and ``75% Panel ship`` or ``Free Entry`` before it."""
    label, _, value = text.partition(":")
    if value and label.casefold() in labels:
        return (label, value.strip())
    first = _VALUE_FIRST.match(text)
    if first is not None and fold_label(first[2]) in labels:
        return (first[1], first[2])
    return ()


def _has_landmark(
    block: Block,
    labels: AbstractSet[str],
    names: AbstractSet[str],
    score_line: re.Pattern[str],
) -> bool:
    """Tell whether inline parts are a landmark and what belongs to it, not a sentence."""
    parts = block.parts
    is_long = len(parts) > _MOST_PARTS or any(len(part) > _LONGEST_PART for part in parts)
    if block.heading or is_long:
        return False
    edges = (parts[0], parts[-1])
    if any(score_line.fullmatch(edge) for edge in edges):
        return True
    folded = {fold_label(edge) for edge in edges}
    # In a sentence, words stand apart; a label and its value may be glued.
    is_glued = len(block.text) == sum(map(len, parts))
    if is_glued or len(block.text) <= _LONGEST_STAT:
        return not folded.isdisjoint(labels) or (is_glued and not folded.isdisjoint(names))
    return False
