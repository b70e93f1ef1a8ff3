"""Parse: a page as the lines that a grammar reads, and the ledger of what it took.

A block is one line, unless its inline parts are a label and its value: then each part is one.
Whoever reads a value claims its line, so that at the end it is known what nobody took.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from typing import TypeAlias

from msgspec import Struct

from parsers.blocks import Block, Page
from parsers.records import Evidence, Issue
from parsers.sites import Site
from parsers.text import fold_label

Fields: TypeAlias = dict[str, str | int]

_MOST_PARTS = 8
_LONGEST_PART = 200
_LONGEST_STAT = 60
_SHARE_FIRST = re.compile(r"(\d{1,3}\s?%)\s(.+)")


class Line(Struct, frozen=True):
    """One line: its number, its text, the text as labels are compared, and its block."""

    number: int
    text: str
    folded: str
    block: Block

    @property
    def is_frame(self) -> bool:
        """Tell whether markup says that this is not the page's content."""
        return self.block.frame is not None


class Ledger:
    """What the grammar took and what it found wrong; one for each reading of a page."""

    def __init__(self) -> None:
        self.evidence: list[Evidence] = []
        self.issues: list[Issue] = []
        self.claimed: set[int] = set()

    def claim(self, line: Line, field: str, landmark: str) -> None:
        """Note that ``field`` was read from ``line``, found by ``landmark``."""
        self.claimed.add(line.number)
        self.evidence.append(Evidence(field, line.block.index, landmark))

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


def cut_lines(page: Page, site: Site, names: Sequence[str]) -> tuple[Line, ...]:
    """Return the lines of a page, frame included; ``names`` are the tools in its title."""
    stats = site.labels.name_stats()
    landmarks = stats | site.labels.name_rows() | set(map(fold_label, names))
    scorecard = fold_label(site.labels.scorecard)
    lines: list[Line] = []
    is_review = False
    for block in page.blocks:
        texts: tuple[str, ...] = (block.text,)
        if _has_landmark_at_edge(block, landmarks, site.score_line):
            texts = block.parts
        elif not is_review and len(block.text) <= _LONGEST_STAT:
            texts = _cut_stat(block.text, stats)
        for text in texts:
            lines.append(Line(len(lines), text, fold_label(text), block))
        is_review = is_review or lines[-1].folded == scorecard
    return tuple(lines)


def _cut_stat(text: str, stats: AbstractSet[str]) -> tuple[str, ...]:
    """Cut ``Entry: Free`` after its label and ``75% Panel ship`` before it."""
    label, colon, value = text.partition(":")
    if colon and value and label.casefold() in stats:
        return (label, value.strip())
    share = _SHARE_FIRST.match(text)
    if share is not None and fold_label(share.group(2)) in stats:
        return (share.group(1), share.group(2))
    return (text,)


def _has_landmark_at_edge(
    block: Block, landmarks: AbstractSet[str], score_line: re.Pattern[str]
) -> bool:
    parts = block.parts
    if block.heading or not 2 <= len(parts) <= _MOST_PARTS:
        return False
    if any(len(part) > _LONGEST_PART for part in parts):
        return False
    edges = (parts[0], parts[-1])
    return any(fold_label(edge) in landmarks or score_line.fullmatch(edge) for edge in edges)
