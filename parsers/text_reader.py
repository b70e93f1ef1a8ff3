"""Parse: plain-text extracts to blocks.

Every line is a block. A line of a table, with bars, tabs or a gap between its cells, becomes
these; only where the first of them is a label of the table, because names and prices may hold a
bar too.
"""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet

from parsers.blocks import Block, Cell, Page
from parsers.bounds import MOST_ELEMENTS, TooComplex
from parsers.text import clean_text, fold_label

_BORDER = re.compile(r"\s+\|\s+|\s*\t\s*|\s{2,}")


def read_plain_text(text: str, row_labels: AbstractSet[str]) -> Page:
    """Return the blocks of an extract; ``row_labels`` are the folded labels of table rows."""
    blocks: list[Block] = []
    row = 0
    lines = text.splitlines()
    if len(lines) > MOST_ELEMENTS:
        raise TooComplex(f"at most {MOST_ELEMENTS} lines", f"{len(lines)} lines")
    for raw in lines:
        line = clean_text(raw)
        if not line:
            continue
        texts = [line]
        if "|" in line or "\t" in raw or "  " in raw.strip():
            texts = [clean_text(cell) for cell in _BORDER.split(raw.strip("| \t"))]
        if len(texts) > 1 and fold_label(texts[0]) in row_labels:
            row += 1
            for column, cell in enumerate(texts, start=1):
                if cell:
                    place = Cell(1, row, column)
                    blocks.append(Block(len(blocks), cell, fold_label(cell), (cell,), cell=place))
        else:
            blocks.append(Block(len(blocks), line, fold_label(line), (line,)))
    return Page("text", tuple(blocks), end="unsaid")
