"""Parse: the name of the tool that a page is about, and the category that it stands in.

A page says its tool's name in several places: as its heading, at the end of the breadcrumb, in
the sentence that is shared, after its first letter, in the words of its address. The line before
a verdict that most of them confirm is the name, so that the logo of the site, or another tool's
card, is not taken for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import islice

from parsers.addresses import holds_words
from parsers.blocks import Block, Page
from parsers.lines import Line
from parsers.sites import ToolLabels
from parsers.text import is_initial, is_letter
from parsers.tool_lines import SEPARATORS, Marks, fold_text

_LONGEST_NAME = 200
_MOST_LINES_TO_VERDICT = 40
_MOST_LINES_BELOW_AVATAR = 2  # a category, the name
_MOST_TRAILS = 8
_MOST_STEPS = 6
_FRAMES = (None, "nav")  # where a breadcrumb may stand


def find_name(
    page: Page, lines: Sequence[Line], slug: str | None, labels: ToolLabels, marks: Marks
) -> Line | None:
    """Return the line with the name of the tool, or None where nothing confirms one."""
    shared = frozenset(_list_shared(lines, labels))
    verdicts = [at for at, line in enumerate(lines) if line.folded == marks.verdict]
    near = {at for end in verdicts for at in range(max(end - _MOST_LINES_TO_VERDICT, 0), end)}
    best: tuple[int, int] | None = None
    for at in sorted(near):
        line = lines[at]
        if not line.folded or len(line.text) > _LONGEST_NAME:
            continue
        weight = _weigh(line, lines[at - 1] if at else None, shared)
        weight += 2 * (find_category(page, line, labels) is not None)
        if weight and slug is not None and holds_words(slug, line.text):
            weight += 1
        if weight and (best is None or weight > best[0]):
            best = (weight, at)
    return None if best is None else _skip_avatar(lines, best[1])


def _skip_avatar(lines: Sequence[Line], at: int) -> Line:
    """Return the name, where that is one letter and its avatar's is taken for it."""
    line = lines[at]
    if not is_letter(line.text) or line.block.heading:
        return line
    below = lines[at + 1 : at + 1 + _MOST_LINES_BELOW_AVATAR]
    return next((name for name in below if name.folded == line.folded), line)


def _list_shared(lines: Sequence[Line], labels: ToolLabels) -> Iterator[str]:
    for line in lines:
        if (shared := labels.share_line.fullmatch(line.text)) is not None:
            yield fold_text(shared["name"])


def _weigh(line: Line, before: Line | None, shared: AbstractSet[str]) -> int:
    has_avatar = before is not None and is_initial(before.text, line.text)
    return 2 * (line.block.heading == 1) + 2 * (line.folded in shared) + has_avatar


def find_category(page: Page, name: Line, labels: ToolLabels) -> tuple[str, Block] | None:
    """Return the category in the breadcrumb that ends with the name, and its block, or None.

    The category is empty where the breadcrumb has none.
    """
    gap = f"[{re.escape(SEPARATORS)}]+"
    trail = re.compile(
        rf"{re.escape(labels.breadcrumb)}{gap}(?:(?P<category>.+?){gap})?{re.escape(name.text)}",
        re.IGNORECASE,
    )
    for steps in islice(_list_trails(page, name, labels), _MOST_TRAILS):
        parts = (part for block in steps for part in block.parts)
        found = trail.fullmatch(" / ".join(parts).strip(SEPARATORS))
        if found is not None:
            category = found["category"] or ""
            holding = [block for block in steps if category in block.text]
            return category, (holding or steps)[0]
    return None


def _list_trails(page: Page, name: Line, labels: ToolLabels) -> Iterator[Sequence[Block]]:
    """Yield the blocks before the name that may be the breadcrumb: one, or one for each step.

    A menu has more steps than a breadcrumb, whose first word it may hold.
    """
    first = fold_text(labels.breadcrumb)
    before = [block for block in page.blocks[: name.block.index] if block.frame in _FRAMES]
    for at, block in enumerate(before):
        folded = fold_text(block.text)
        if folded != first and folded.startswith(first):
            yield (block,)
            yield tuple(step for step in before[at : at + 2] if step.frame == block.frame)
        elif folded == first:
            after = (step for step in before[at : at + _MOST_STEPS] if fold_text(step.text))
            steps = list(islice(after, 3))
            yield from (steps[:2], steps)
